/**
 * The real program on a chain of a test: `node child.mjs <config.json> <url of the court> [steps]`. With `steps` it
 * survives that many of them, then ends as `kill -9` ends it. A step is what goes to the disk or to the chain.
 */
import { readConfig } from '../../daemon/config.mjs';
import { log } from '../../daemon/program.mjs';
import { askAt } from '../../daemon/testing/remote.mjs';
import { configOf } from '../config.mjs';
import { serve } from '../service.mjs';
import { Store } from '../store.mjs';
import { chainOn } from './court.mjs';

const [path, url, steps = Infinity] = process.argv.slice(2);
const chain = chainOn(askAt(url));
let left = Number(steps);

/** Each call of the method is a step, before and after it. */
function mark(owner, method) {
	const real = owner[method];
	const step = () => {
		left -= 1;
		if (left < 0) process.kill(process.pid, 'SIGKILL');
	};
	owner[method] = function marked(...values) {
		step();
		const result = real.apply(this, values);
		if (result instanceof Promise) return result.finally(step);
		step();
		return result;
	};
}

mark(chain, 'submit');
mark(Store.prototype, 'keep');
await serve(readConfig(path, configOf), { log, connect: () => chain });

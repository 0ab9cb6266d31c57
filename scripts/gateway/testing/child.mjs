/**
 * The real service on a chain of a test: `node child.mjs <config.json> <url of the ledger> [steps]`. With `steps` it
 * survives that many of them after the first payout instructions, then ends as `kill -9` ends it. A step is what goes
 * to the disk or to the chain.
 */
import { readConfig } from '../../daemon/config.mjs';
import { log } from '../../daemon/program.mjs';
import { configOf } from '../config.mjs';
import { serve } from '../service.mjs';
import { Store } from '../store.mjs';
import { chainAt } from './fake-chain.mjs';

const [path, url, steps = Infinity] = process.argv.slice(2);
const chain = chainAt(url);
let left = Infinity;

function step() {
	left -= 1;
	if (left < 0) process.kill(process.pid, 'SIGKILL');
}

/** Each call of the method is a step. */
function mark(owner, method) {
	const real = owner[method];
	owner[method] = function marked(...values) {
		const result = real.apply(this, values);
		if (method === 'instruct') left = Math.min(left, Number(steps));
		if (result instanceof Promise) return result.finally(step);
		step();
		return result;
	};
}

mark(chain, 'submit');
for (const method of ['instruct', 'record', 'forget', 'setRedemption']) mark(Store.prototype, method);
await serve(readConfig(path, configOf), { log, connect: () => chain });

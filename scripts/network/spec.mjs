/** Turns the plain specification of the local network into that of its operators: `spec.mjs <operators.json> <local.json> <plain.json>`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { readConfig } from '../daemon/config.mjs';
import { run } from '../daemon/program.mjs';
import { formatExact, parseExact, specificationOf } from './genesis.mjs';
import { operatorsOf } from './operators.mjs';

const [list, local, plain] = process.argv.slice(2);

await run(async () => {
	const operators = readConfig(list, operatorsOf);
	const spec = specificationOf(parseExact(readFileSync(local, 'utf8')), operators);
	writeFileSync(plain, formatExact(spec));
});

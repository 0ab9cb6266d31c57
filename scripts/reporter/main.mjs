/**
 * A reporter: has a command of the operator measure what suppliers contributed, and reports it to the chain.
 * See docs/contribution.md.
 */
import { run as runCommand } from '../daemon/command.mjs';
import { readConfig, readSecret } from '../daemon/config.mjs';
import { argumentsOf, log, run, stopWith } from '../daemon/program.mjs';
import { Chain } from './chain.mjs';
import { configOf } from './config.mjs';
import { Metrics } from './metrics.mjs';
import { Reporter } from './reporter.mjs';

const [path] = argumentsOf('Usage: node scripts/reporter/main.mjs <config.json>   (see docs/contribution.md)');

await run(async () => {
	const config = readConfig(path, configOf);
	const secret = readSecret(config.keyFile);
	const metrics = new Metrics();
	const server = await metrics.serve(config.metrics);
	log(`metrics on http://${config.metrics.host}:${server.address().port}/metrics`);
	const chain = await Chain.connect(config, secret, { log, metrics });
	const reporter = new Reporter(config, { chain, run: runCommand, log, metrics });
	stopWith(async () => {
		server.close();
		await chain.disconnect();
	});
	await chain.follow((block) => reporter.onBlock(block), log);
});

/**
 * A price feeder: reads several HTTP sources and feeds what they agree on to the chain.
 * See docs/feeding.md.
 */
import { readConfig, readSecret } from '../daemon/config.mjs';
import { argumentsOf, log, run, stopWith } from '../daemon/program.mjs';
import { configOf } from './config.mjs';
import { Feeder } from './feeder.mjs';
import { Metrics } from './metrics.mjs';
import { Chain } from './node.mjs';
import { Poller } from './poller.mjs';

const [path] = argumentsOf('Usage: node scripts/feeder/main.mjs <config.json>   (see docs/feeding.md)');

await run(async () => {
	const config = readConfig(path, configOf);
	const secret = readSecret(config.keyFile);
	const metrics = new Metrics();
	const server = await metrics.serve(config.metrics);
	log(`metrics on http://${config.metrics.host}:${server.address().port}/metrics`);
	const poller = new Poller(config, { log, metrics });
	poller.start();
	const chain = await Chain.connect(config, secret, { log, metrics });
	const feeder = new Feeder(config, { chain, poller, log, metrics });
	let wasFeeder = true;
	stopWith(async () => {
		poller.stop();
		server.close();
		await chain.disconnect();
	});
	await chain.follow(async (block) => {
		if (block.isFeeder) await feeder.onBlock(block);
		else if (wasFeeder) log(`${chain.key.address} is no feeder of this chain: governance has to admit it`);
		wasFeeder = block.isFeeder;
	}, log);
});

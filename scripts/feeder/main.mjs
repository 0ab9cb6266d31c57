/**
 * A price feeder: reads several HTTP sources and feeds what they agree on to the chain.
 * See docs/feeding.md.
 */
import { ConfigError, readConfig, readSecret } from './config.mjs';
import { Feeder } from './feeder.mjs';
import { Metrics } from './metrics.mjs';
import { Chain } from './node.mjs';
import { Poller } from './poller.mjs';

const USAGE = 'Usage: node scripts/feeder/main.mjs <config.json>   (see docs/feeding.md)';
const log = (line) => console.log(`${new Date().toISOString()} ${line}`);

function fail(message) {
	console.error(`error: ${message}`);
	process.exit(2);
}

const [path, ...rest] = process.argv.slice(2);
if (path === '--help' || path === '-h') {
	console.log(USAGE);
	process.exit(0);
}
if (!path || rest.length > 0) fail(`one configuration file, please.\n${USAGE}`);

try {
	const config = readConfig(path);
	const secret = readSecret(config.keyFile);
	const metrics = new Metrics();
	const server = await metrics.serve(config.metrics);
	log(`metrics on http://${config.metrics.host}:${server.address().port}/metrics`);
	const poller = new Poller(config, { log, metrics });
	poller.start();
	const chain = await Chain.connect(config, secret, { log, metrics });
	const feeder = new Feeder(config, { chain, poller, log, metrics });
	let wasFeeder = true;
	const stop = async () => {
		log('stopped');
		poller.stop();
		server.close();
		await chain.disconnect();
		process.exit(0);
	};
	process.once('SIGTERM', stop);
	process.once('SIGINT', stop);
	await chain.follow(async (block) => {
		if (block.isFeeder) await feeder.onBlock(block);
		else if (wasFeeder) log(`${chain.key.address} is no feeder of this chain: governance has to admit it`);
		wasFeeder = block.isFeeder;
	}, log);
} catch (error) {
	if (error instanceof ConfigError || error.code === 'EADDRINUSE') fail(error.message);
	throw error;
}

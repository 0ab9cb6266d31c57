/**
 * A keeper of devices: has a command of the operator collect what a supplier's devices sign, answers each epoch's challenge with it,
 * and proves what is demanded. See docs/contribution.md.
 */
import { run as runCommand } from '../daemon/command.mjs';
import { readConfig, readSecret } from '../daemon/config.mjs';
import { argumentsOf, log, run, stopWith } from '../daemon/program.mjs';
import { Chain } from './chain.mjs';
import { configOf } from './config.mjs';
import { Keeper } from './keeper.mjs';
import { Metrics } from './metrics.mjs';
import { KeeperStore } from './store.mjs';

const [path] = argumentsOf('Usage: node scripts/keeper/main.mjs <config.json>   (see docs/contribution.md)');

await run(async () => {
	const config = readConfig(path, configOf);
	const secret = readSecret(config.keyFile);
	const store = await KeeperStore.open(config.database);
	const metrics = new Metrics();
	const server = await metrics.serve(config.metrics);
	log(`metrics on http://${config.metrics.host}:${server.address().port}/metrics`);
	const chain = await Chain.connect(config, secret, { log, metrics });
	store.bind('chain', chain.genesis);
	store.bind('account', chain.address);
	const keeper = new Keeper(config, { chain, store, run: runCommand, log, metrics });
	stopWith(async () => {
		server.close();
		await chain.disconnect();
		store.close();
	});
	await chain.follow((block) => keeper.onBlock(block), log);
});

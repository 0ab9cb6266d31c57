/** A verifier as a program: everything but the command line and the kind of chain. */
import { run } from '../daemon/command.mjs';
import { stopWith } from '../daemon/program.mjs';
import { Metrics } from './metrics.mjs';
import { Store } from './store.mjs';
import { Verifier } from './verifier.mjs';

/** Run by `config` with the chain that `connect` gives, until the process is told to stop. */
export async function serve(config, { connect, log }) {
	const store = await Store.open(config.database);
	const metrics = new Metrics();
	const server = await metrics.serve(config.metrics);
	log(`metrics on http://${config.metrics.host}:${server.address().port}/metrics`);
	const chain = await connect({ log, metrics });
	const verifier = new Verifier(config, { chain, store, run, log, metrics });
	stopWith(async () => {
		server.close();
		await chain.disconnect();
		store.close();
	});
	await chain.follow((block) => verifier.onBlock(block), log);
}

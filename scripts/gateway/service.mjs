/** A gateway as a program: everything but the command line and the kind of chain. */
import { readLines } from '../daemon/config.mjs';
import { stopWith } from '../daemon/program.mjs';
import { Gateway } from './gateway.mjs';
import { Metrics } from './metrics.mjs';
import { serveReport } from './report.mjs';
import { Store } from './store.mjs';

/** Run by `config` with the chain that `connect` gives, until the process is told to stop. */
export async function serve(config, { connect, log }) {
	const providers = config.providers.map((provider) => ({
		...provider,
		secrets: readLines(provider.secretFile, 'file of secrets'),
	}));
	const store = await Store.open(config.database);
	const metrics = new Metrics();
	metrics.watch(store);
	const server = await metrics.serve(config.metrics);
	log(`metrics on http://${config.metrics.host}:${server.address().port}/metrics`);
	const reports = await serveReport(config.database, store);
	const gateway = new Gateway({ ...config, providers }, { store, metrics, log });
	stopWith(async () => {
		server.close();
		reports.close();
		await gateway.stop();
	});
	await gateway.listen();
	await gateway.follow(await connect({ log, metrics }));
}

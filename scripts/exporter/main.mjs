/**
 * An exporter: shows the figures of the chain to Prometheus.
 * See docs/operations.md.
 */
import { readConfig } from '../daemon/config.mjs';
import { argumentsOf, log, run, stopWith } from '../daemon/program.mjs';
import { Chain } from './chain.mjs';
import { configOf } from './config.mjs';
import { Exporter } from './exporter.mjs';
import { Metrics } from './metrics.mjs';

const [path] = argumentsOf('Usage: node scripts/exporter/main.mjs <config.json>   (see docs/operations.md)');

await run(async () => {
	const config = readConfig(path, configOf);
	const metrics = new Metrics();
	const server = await metrics.serve(config.metrics);
	log(`metrics on http://${config.metrics.host}:${server.address().port}/metrics`);
	const chain = await Chain.connect(config, { log, metrics });
	const exporter = new Exporter(config, { chain, log, metrics });
	stopWith(async () => {
		server.close();
		await chain.disconnect();
	});
	await chain.follow((header) => exporter.onHead(header));
});

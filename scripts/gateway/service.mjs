/** A gateway as a program: everything but the command line and the kind of chain. */
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { ConfigError, readLines } from '../daemon/config.mjs';
import { stopWith } from '../daemon/program.mjs';
import { Gateway } from './gateway.mjs';
import { Metrics } from './metrics.mjs';
import { serveReport } from './report.mjs';
import { Store } from './store.mjs';

const secretsOf = ({ secretFile }) => readLines(secretFile, 'file of secrets');

/** Read the secrets of every provider again; one whose file cannot be read keeps those that it has. */
function reload(providers, log) {
	for (const provider of providers)
		try {
			provider.secrets = secretsOf(provider);
			log(`${provider.name}: ${provider.secrets.length} secrets`);
		} catch (error) {
			log(`${provider.name} keeps its secrets: ${error.message}`);
		}
}

/** A redemption that was claimed never returns by itself: better not to start than to claim what cannot be paid. */
function checkCommands({ pay, check }) {
	for (const [command] of [pay, check].filter(Boolean))
		if (path.isAbsolute(command))
			try {
				accessSync(command, constants.X_OK);
			} catch (error) {
				throw new ConfigError(`the command ${command} cannot be run: ${error.message}`);
			}
}

/** Run by `config` with the chain that `connect` gives, until the process is told to stop. */
export async function serve(config, { connect, log }) {
	const providers = config.providers.map((provider) => ({ ...provider, secrets: secretsOf(provider) }));
	checkCommands(config.payout);
	process.on('SIGHUP', () => reload(providers, log));
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

/** What the tests of a gateway share: its configuration, its store, and parts that only remember. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { configOf } from '../config.mjs';
import { Metrics } from '../metrics.mjs';
import { Store } from '../store.mjs';

export const SECRET = 'whsec_test';
export const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY';
export const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty';

/** A folder of this file's own, with the files that a configuration names; what removes it. */
export function folderOfTest() {
	const folder = mkdtempSync(path.join(tmpdir(), 'bme-gateway-'));
	writeFileSync(path.join(folder, 'secrets'), `${SECRET}\n`);
	return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The JSON of a configuration with its files in `folder`. */
export const settings = (folder, change = {}) => ({
	endpoint: 'ws://127.0.0.1:1',
	keyFile: path.join(folder, 'key'),
	database: path.join(folder, 'gateway.db'),
	listen: { port: 0 },
	metrics: { port: 0 },
	providers: [
		{
			name: 'card',
			id: 1,
			secretFile: path.join(folder, 'secrets'),
			events: {
				'payment_intent.succeeded': 'receipt',
				'charge.refunded': { as: 'reversal', if: { '/data/object/refunded': true } },
			},
		},
	],
	...change,
});

export function configIn(folder, change) {
	const config = configOf(settings(folder, change));
	return { ...config, providers: config.providers.map((provider) => ({ ...provider, secrets: [SECRET] })) };
}

/** A store in a folder, metrics, and a log that is kept. */
export async function partsIn(folder) {
	const lines = [];
	const store = await Store.open(path.join(folder, 'gateway.db'));
	return { store, metrics: new Metrics(), lines, log: (line) => lines.push(line) };
}

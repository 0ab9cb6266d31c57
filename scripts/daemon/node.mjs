/** A connection to a node of the chain, kept for as long as a program runs. */
import { ApiPromise, Keyring, WsProvider } from '@polkadot/api';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { ConfigError } from './config.mjs';

const RETRY = 2_000;

/** A provider that connects again for ever, and says so once: the library's own way logs every try. */
function providerOf(endpoint, { log, metrics, connected }) {
	const provider = new WsProvider(endpoint, false);
	const tryToConnect = () => provider.connect().catch(() => {});
	let isTold = false;
	provider.on('connected', () => {
		isTold = false;
		metrics.connected.set(1);
		log(connected);
	});
	provider.on('disconnected', () => {
		metrics.connected.set(0);
		if (!isTold) log(`no connection to ${endpoint}; trying again every ${RETRY / 1_000} s`);
		isTold = true;
		setTimeout(tryToConnect, RETRY);
	});
	tryToConnect();
	return provider;
}

/** Waits for the node however long it takes: its `api`, and the `key` of `secret`. */
export async function connectTo({ endpoint }, secret, { log, metrics }) {
	await cryptoWaitReady();
	let key;
	try {
		key = new Keyring({ type: 'sr25519', ss58Format: 42 }).addFromUri(secret);
	} catch {
		throw new ConfigError('the key file holds neither a secret phrase nor a key');
	}
	const provider = providerOf(endpoint, { log, metrics, connected: `connected to ${endpoint} as ${key.address}` });
	return { api: await ApiPromise.create({ provider, noInitWarn: true }), key };
}

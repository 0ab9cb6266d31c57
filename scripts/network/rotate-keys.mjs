/** Makes session keys on a node, and has their owner sign them: `rotate-keys.mjs <endpoint> <key file or address>`. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiPromise, Keyring, WsProvider } from '@polkadot/api';
import { u8aToHex } from '@polkadot/util';
import { cryptoWaitReady, decodeAddress, isAddress } from '@polkadot/util-crypto';
import { ConfigError, isUrl, readSecret } from '../daemon/config.mjs';
import { run } from '../daemon/program.mjs';
import { send } from '../lib/chain.mjs';

/** Milliseconds in which the chain surely includes a transaction. */
const INCLUDED_WITHIN = 120_000;

/** The owner's address, and its key if its secret is here. */
function ownerOf(text) {
	if (isAddress(text)) return { address: text };
	const secret = readSecret(text);
	try {
		const key = new Keyring({ type: 'sr25519', ss58Format: 42 }).addFromUri(secret);
		return { address: key.address, key };
	} catch {
		throw new ConfigError(`the key file ${text} holds neither a secret phrase nor a key`);
	}
}

async function connectTo(endpoint) {
	if (!isUrl(endpoint)) throw new ConfigError(`${endpoint} is no address of a node, such as ws://127.0.0.1:9944`);
	const provider = new WsProvider(endpoint);
	provider.on('error', () => {});
	try {
		return [await ApiPromise.create({ provider, noInitWarn: true, throwOnConnect: true }), provider];
	} catch {
		await provider.disconnect();
		throw new ConfigError(`no node answers at ${endpoint}; a tunnel to it needs the node's own port at both ends`);
	}
}

/** New keys of `owner` in the keystore of the node, and the proof that they are its own. */
async function makeKeys(api, provider, owner) {
	let made;
	try {
		made = await provider.send('author_rotateKeysWithOwner', [u8aToHex(decodeAddress(owner))]);
	} catch (error) {
		throw new ConfigError(
			`the node made no keys: ${error.message}. It does so on its own machine only, and not with --rpc-methods safe`,
		);
	}
	if (!(await api.rpc.author.hasSessionKeys(made.keys)).isTrue)
		throw new ConfigError(
			`the node does not have the keys that it made, ${made.keys}: look at its keystore folder`,
		);
	return made;
}

/** A node that is alone or still catching up takes no transaction of the present. */
async function ensureInSync(api, endpoint) {
	const { isSyncing, peers, shouldHavePeers } = await api.rpc.system.health();
	if (isSyncing.isTrue)
		throw new ConfigError(`the node at ${endpoint} is still catching up with the chain: wait until it is in sync`);
	if (shouldHavePeers.isTrue && peers.isZero())
		throw new ConfigError(
			`the node at ${endpoint} has no peers: is its specification the network's, its port open?`,
		);
}

async function setKeys(api, call, { key, keys }) {
	await Promise.race([
		send(api, call, key),
		sleep(INCLUDED_WITHIN, undefined, { ref: false }).then(() => {
			throw new ConfigError(
				`session.setKeys was not included within ${INCLUDED_WITHIN / 1_000} s: does the chain move?`,
			);
		}),
	]);
	const set = await api.query.session.nextKeys(key.address);
	if (!set.isSome || set.unwrap().toHex() !== keys)
		throw new ConfigError(`the chain has other keys of ${key.address}`);
}

const [endpoint, ownerText] = process.argv.slice(2);

await run(async () => {
	await cryptoWaitReady();
	const { address, key } = ownerOf(ownerText);
	const [api, provider] = await connectTo(endpoint);
	await ensureInSync(api, endpoint);
	const { keys, proof } = await makeKeys(api, provider, address);
	console.log(`The node has new keys of ${address}: ${keys}`);
	const call = api.tx.session.setKeys(keys, proof);
	if (key) {
		await setKeys(api, call, { key, keys });
		console.log('The chain knows them; they count from the session after the next. Keep the old ones until then.');
	} else {
		console.log(`To be signed by ${address}, as session.setKeys:\n${call.method.toHex()}`);
	}
	await api.disconnect();
});

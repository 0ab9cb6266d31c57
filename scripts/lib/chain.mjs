/** Talking to a node of this chain with polkadot.js. */
import { ApiPromise, Keyring, WsProvider } from '@polkadot/api';
import { cryptoWaitReady } from '@polkadot/util-crypto';

/** Connect, and wait until the metadata is there. */
export async function connect(endpoint) {
	await cryptoWaitReady();
	return ApiPromise.create({ provider: new WsProvider(endpoint, 500), noInitWarn: true });
}

/** The key of a development account, such as `//Alice`. */
export function account(uri) {
	return new Keyring({ type: 'sr25519', ss58Format: 42 }).addFromUri(uri);
}

/** A transaction that the chain refused, by the name of its error: `bme.PriceStale`. */
export class Refused extends Error {
	constructor(name, docs) {
		super(docs ? `${name}: ${docs}` : name);
		this.name = name;
	}
}

/**
 * A dispatch error by name: `pallet.Error` for a pallet's own, else its kind: `BadOrigin`,
 * `Token.FundsUnavailable`.
 */
export function refusal(api, error) {
	if (error.isModule) {
		const { section, name, docs } = api.registry.findMetaError(error.asModule);
		return new Refused(`${section}.${name}`, docs.join(' '));
	}
	const inner = error.value?.type;
	return new Refused(inner ? `${error.type}.${inner}` : error.type);
}

/** Of each signer, its last submission and the nonce after it: the node's pool may be a moment behind. */
const lastSubmission = new Map();
const nextNonce = new Map();

function submitInTurn(api, transaction, signer, follow) {
	const { address } = signer;
	const submit = async () => {
		const known = (await api.rpc.system.accountNextIndex(address)).toNumber();
		const nonce = Math.max(known, nextNonce.get(address) ?? 0);
		await transaction.signAndSend(signer, { nonce }, follow);
		nextNonce.set(address, nonce + 1);
	};
	const before = lastSubmission.get(address) ?? Promise.resolve();
	const submission = before.catch(() => {}).then(submit);
	lastSubmission.set(address, submission);
	return submission;
}

/** Sign and send; resolves with its events once it is in a block, rejects with [`Refused`] where it failed. */
export function send(api, transaction, signer) {
	return new Promise((resolve, reject) => {
		const follow = ({ status, events, dispatchError }) => {
			if (status.isInvalid || status.isDropped || status.isUsurped) reject(new Refused(`Pool.${status.type}`));
			if (!status.isInBlock && !status.isFinalized) return;
			if (dispatchError) reject(refusal(api, dispatchError));
			else resolve({ events: events.map(({ event }) => event) });
		};
		submitInTurn(api, transaction, signer, follow).catch(reject);
	});
}

/** The one event of this kind among `events`; its fields by name. */
export function fieldsOf(events, kind) {
	const found = events.find((event) => kind.is(event));
	if (!found) throw new Error(`no ${kind.meta.name} among: ${events.map(({ method }) => method).join(', ')}`);
	return found.data;
}

/**
 * A price in USD a token as a feeder states it. Its time is that of the newest block, which the next one cannot
 * take for the future, as it could the time of this machine.
 */
export async function feedOf(api, price) {
	const observedAt = (await api.query.timestamp.now()).toBigInt();
	return api.tx.oracle.feedValues([['Bme', { price, observedAt }]]);
}

/** Have the three feeders of the presets say one price. */
export async function feedAll(api, price) {
	const feeders = ['//Feeder1', '//Feeder2', '//Feeder3'].map(account);
	await Promise.all(feeders.map(async (feeder) => send(api, await feedOf(api, price), feeder)));
}

/** The hash of a block by its number. */
export const blockHash = (api, number) => api.rpc.chain.getBlockHash(number);

/** The number of the newest block. */
export async function headNumber(api) {
	return (await api.rpc.chain.getHeader()).number.toNumber();
}

/** All events of one block, in order, with the phase of each. Forty times faster than `api.at`, for one runtime. */
export async function recordsAt(api, hash) {
	const bytes = await api.rpc.state.getStorage.raw(api.query.system.events.key(), hash);
	return api.registry.createType('Vec<FrameSystemEventRecord>', bytes);
}

/** All events of one block, in order. */
export async function eventsAt(api, hash) {
	return (await recordsAt(api, hash)).map(({ event }) => event);
}

/** The same by its number. */
export const eventsOf = async (api, number) => eventsAt(api, await blockHash(api, number));

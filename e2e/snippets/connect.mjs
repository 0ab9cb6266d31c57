import { ApiPromise, Keyring, WsProvider } from '@polkadot/api';

const endpoint = process.env.BME_ENDPOINT ?? 'ws://127.0.0.1:9944';
export const api = await ApiPromise.create({ provider: new WsProvider(endpoint), noInitWarn: true });

/** A development account. In a browser, use the address and signer of the user's wallet extension instead. */
export const key = (uri) => new Keyring({ type: 'sr25519' }).addFromUri(uri);

/** Sign, send, and wait for the block. Resolves with the events; rejects with the name of what went wrong. */
export function send(transaction, signer) {
	return new Promise((resolve, reject) => {
		const follow = ({ isCompleted, events, dispatchError }) => {
			if (dispatchError?.isModule) {
				const { section, name, docs } = api.registry.findMetaError(dispatchError.asModule);
				reject(new Error(`${section}.${name}: ${docs.join(' ')}`));
			} else if (dispatchError) {
				reject(new Error(dispatchError.toString()));
			} else if (isCompleted) {
				resolve(events.map(({ event }) => event));
			}
		};
		transaction.signAndSend(signer, { nonce: -1 }, follow).catch(reject);
	});
}

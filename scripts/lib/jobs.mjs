/** The words of a job, as `bme.requestJob` takes them. */
import { blake2AsHex } from '@polkadot/util-crypto';
import { ONE } from './units.mjs';

const NO_ROLES = { templateAuthor: null, toolProvider: null, modelOwner: null };

/** The hash of anything that has a JSON form: specifications, environments, transcripts. */
export const hashOf = (value) => blake2AsHex(value instanceof Uint8Array ? value : JSON.stringify(value));

/**
 * A `JobSpec`. `suppliers` are `{ account, minShare }`, or one address that does all of it; what is left out takes
 * the value that suits a developer chain.
 */
export function jobSpec({
	consumer,
	jobClass = 'Agent',
	price,
	suppliers,
	assessor = null,
	roles = {},
	evidence = 'None',
	specification = {},
	acceptWithin = 10,
	attestWithin = 10,
	maxBurn,
}) {
	const asked = typeof suppliers === 'string' ? [{ account: suppliers, minShare: ONE }] : suppliers;
	return {
		V1: {
			consumer,
			class: jobClass,
			price,
			suppliers: asked,
			assessor,
			roles: { ...NO_ROLES, ...roles },
			evidence,
			specHash: hashOf(specification),
			acceptWithin,
			attestWithin,
			maxBurn,
		},
	};
}

/** The receipts of the largest young fiat of an account, as many as a job may spend. */
export async function youngReceipts(api, address) {
	const young = await api.call.fiatApi.young(address);
	return young.slice(0, 8).map(({ receipt }) => receipt);
}

/** Money comes in: a payment provider tells the gateways, and the chain issues the fiat when enough of them say so. */
import { dollars } from '../lib/units.mjs';
import { until } from '../lib/wait.mjs';
import { paymentSucceeded, post } from './provider.mjs';
import { progress } from './report.mjs';

/** Cents to fiat base units. */
const CENT = 10_000n;
const FIAT = 1;
/** Seconds. */
const PATIENCE = 180;

const fiatOf = async (api, { address }) => {
	const account = await api.query.assets.account(FIAT, address);
	return account.isSome ? account.unwrap().balance.toBigInt() : 0n;
};

/**
 * Have the provider tell every gateway of a payment of so many cents for `who`, twice as providers do, and wait for the
 * fiat.
 */
export async function payIn(api, { who, name, cents, secret, webhooks }) {
	const before = await fiatOf(api, who);
	const event = paymentSucceeded({ payment: `pi_${Date.now()}`, cents, beneficiary: who.address });
	for (const webhook of [...webhooks, ...webhooks]) {
		const status = await post(webhook, event, secret);
		if (status !== 200) throw new Error(`a gateway answers ${status}`);
	}
	const amount = BigInt(cents) * CENT;
	progress(`${name} pays ${dollars(amount)} by bank transfer: the provider tells ${webhooks.length} gateways`);
	await until(async () => (await fiatOf(api, who)) > before, 'an issue of the fiat', PATIENCE);
	const received = (await fiatOf(api, who)) - before;
	if (received !== amount) throw new Error(`${dollars(received)} came in, not ${dollars(amount)}`);
	const { threshold } = await api.call.fiatApi.fiat();
	progress(`${threshold} gateways attested the receipt: ${dollars(amount)} issued to ${name}, once`);
}

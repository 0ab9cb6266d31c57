/**
 * Has a payment provider tell gateways of a payment: `node pay.mjs <secret> <cents> <beneficiary> <webhook address>...`
 * Like any provider it tries again, for half a minute, where nobody listens yet.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { paymentSucceeded, post } from './provider.mjs';

const TRIES = 30;

async function deliver(address, event, secret, tries = TRIES) {
	try {
		return await post(address, event, secret);
	} catch (error) {
		if (tries === 1) throw error;
		await sleep(1_000);
		return deliver(address, event, secret, tries - 1);
	}
}

const [secret, cents, beneficiary, ...addresses] = process.argv.slice(2);
const event = paymentSucceeded({ payment: `pi_${Date.now()}`, cents: Number(cents), beneficiary });
for (const address of addresses) console.log(`${address} answers ${await deliver(address, event, secret)}`);

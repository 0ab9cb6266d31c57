/**
 * Has a payment provider tell gateways of a payment: `node pay.mjs <secret> <cents> <beneficiary> <webhook address>...`
 */
import { paymentSucceeded, post } from './provider.mjs';

const [secret, cents, beneficiary, ...addresses] = process.argv.slice(2);
const event = paymentSucceeded({ payment: `pi_${Date.now()}`, cents: Number(cents), beneficiary });
for (const address of addresses) console.log(`${address} answers ${await post(address, event, secret)}`);

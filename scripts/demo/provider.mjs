/** A payment provider as far as a gateway sees it: events as Stripe builds them, signed as Stripe signs. */
import { createHmac } from 'node:crypto';

const seconds = () => Math.floor(Date.now() / 1_000);

const eventOf = (type, id, created, object) => ({
	id,
	object: 'event',
	type,
	created,
	livemode: false,
	data: { object },
});

/** A payment of so many cents for an account of the chain came in. */
export const paymentSucceeded = ({ payment, cents, beneficiary, event = `evt_${payment}`, created = seconds() }) =>
	eventOf('payment_intent.succeeded', event, created, {
		id: payment,
		object: 'payment_intent',
		amount: cents,
		amount_received: cents,
		currency: 'usd',
		metadata: { beneficiary },
		status: 'succeeded',
	});

/** A payment was given back, in full or, with `refunded: false`, in part. */
export const chargeRefunded = ({ payment, event = `evt_refund_${payment}`, refunded = true, created = seconds() }) =>
	eventOf('charge.refunded', event, created, {
		id: `ch_${payment}`,
		object: 'charge',
		payment_intent: payment,
		refunded,
	});

/** The header that signs `body` at a Unix time. */
export function signatureOf(body, secret, time = seconds()) {
	const digest = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
	return `t=${time},v1=${digest}`;
}

/** Sign an event and send it to a gateway's address; the HTTP status of the answer. */
export async function post(url, event, secret) {
	const body = JSON.stringify(event);
	const headers = { 'content-type': 'application/json', 'stripe-signature': signatureOf(body, secret) };
	const response = await fetch(url, { method: 'POST', headers, body });
	await response.arrayBuffer();
	return response.status;
}

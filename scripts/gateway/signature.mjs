/**
 * Signatures of webhooks by the scheme that Stripe publishes: the header says `t=<Unix time>,v1=<hex>[,v1=<hex>…]`,
 * each `v1` an HMAC-SHA256 of `<t>.<body>` by one of the secrets.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

const TIME = /^\d{1,12}$/;
const DIGEST = /^[0-9a-f]{64}$/;
/** More than anybody rotates at once. */
const MOST_FIELDS = 20;

/** Why a webhook was refused: `status` for its sender, `reason` is the short form for metrics. */
export class Refused extends Error {
	constructor(status, reason, message) {
		super(message);
		Object.assign(this, { status, reason });
	}
}

const badSignature = (reason, message) => new Refused(400, reason, message);

function fieldsOf(header) {
	if (!header) throw badSignature('no_signature', 'it has no signature');
	const fields = header.split(',', MOST_FIELDS).map((field) => {
		const end = field.indexOf('=');
		return [field.slice(0, end).trim(), field.slice(end + 1).trim()];
	});
	const all = (name) => fields.filter(([found]) => found === name).map(([, value]) => value);
	const times = all('t');
	const digests = all('v1').filter((digest) => DIGEST.test(digest));
	if (times.length !== 1 || !TIME.test(times[0]) || digests.length === 0)
		throw badSignature('malformed_signature', 'its signature is malformed');
	return { time: times[0], digests };
}

/** Check the signature of `body`, its raw bytes. `now` is Unix time in seconds. Throws [`Refused`]. */
export function verify(header, body, { secrets, toleranceSeconds }, now) {
	const { time, digests } = fieldsOf(header);
	const matches = secrets.map((secret) => {
		const expected = createHmac('sha256', secret).update(`${time}.`).update(body).digest();
		return digests.some((digest) => timingSafeEqual(Buffer.from(digest, 'hex'), expected));
	});
	if (!matches.includes(true)) throw badSignature('wrong_signature', 'its signature is wrong');
	// Only told to who knows the secret.
	if (Math.abs(now - Number(time)) > toleranceSeconds)
		throw badSignature('wrong_time', `it was signed ${Math.round(now - Number(time))} s ago`);
}

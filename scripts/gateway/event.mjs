/** From a webhook whose signature is right to what it means for the chain. */
import { blake2AsHex, decodeAddress, encodeAddress } from '@polkadot/util-crypto';
import pointer from 'jsonpointer';
import { dollars } from '../lib/units.mjs';
import { Refused } from './signature.mjs';

/** Decimals of fiat on the chain. */
const FIAT_DECIMALS = 6;
/** No payment is above a million million dollars. */
const HIGHEST = 10n ** 18n;
/** Ids of events and payments are printable and short. */
const ID = /^[\x21-\x7e]{1,255}$/;
const WHOLE = /^\d{1,30}$/;
/** The SS58 prefix in which this program writes addresses. */
const PREFIX = 42;

/** Why an event cannot be used, although its provider signed it. */
class Unusable extends Error {}

const at = (event, path) => pointer.get(event, path) ?? null;
const shown = (value) => JSON.stringify(value)?.slice(0, 60);

function idAt(event, path) {
	const value = at(event, path);
	if (typeof value !== 'string' || !ID.test(value)) throw new Unusable(`there is no id at ${path}`);
	return value;
}

/** A whole number of the smallest units of its currency, as base units of fiat. */
export function amountOf(value, decimals) {
	const isWhole = typeof value === 'string' ? WHOLE.test(value) : Number.isSafeInteger(value) && value >= 0;
	if (!isWhole) throw new Unusable(`${shown(value)} is no amount`);
	const scaled = BigInt(value) * 10n ** BigInt(FIAT_DECIMALS);
	const unit = 10n ** BigInt(decimals);
	if (scaled % unit > 0n) throw new Unusable(`${shown(value)} is finer than fiat`);
	const amount = scaled / unit;
	if (amount === 0n) throw new Unusable('the amount is zero');
	if (amount > HIGHEST) throw new Unusable(`${shown(value)} is too much`);
	return amount;
}

/** An address of the chain in its one form. Only forms with a checksum: a slip must not pay a stranger. */
function addressOf(value) {
	if (value === null) throw new Unusable('it names no beneficiary');
	try {
		if (typeof value !== 'string' || value.startsWith('0x')) throw new Error('not SS58');
		const key = decodeAddress(value);
		if (key.length !== 32) throw new Error('not an account');
		return encodeAddress(key, PREFIX);
	} catch {
		throw new Unusable(`the beneficiary ${shown(value)} is no address`);
	}
}

function timeOf(value) {
	if (!Number.isSafeInteger(value) || value <= 0 || value > 100_000_000_000)
		throw new Unusable(`${shown(value)} is no Unix time in seconds`);
	return value * 1_000;
}

function receiptOf(event, fields) {
	const currency = at(event, fields.currency);
	if (String(currency).toLowerCase() !== fields.expectedCurrency.toLowerCase())
		throw new Unusable(`the currency is ${shown(currency)}, not ${fields.expectedCurrency}`);
	return {
		amount: amountOf(at(event, fields.amount), fields.decimals),
		beneficiary: addressOf(at(event, fields.beneficiary)),
		paidAt: timeOf(at(event, fields.paidAt)),
	};
}

/** The hash by which the chain knows a payment. */
export const referenceOf = (payment) => blake2AsHex(payment);

/**
 * What a webhook's `body` says, for the database: `kind` (`receipt`, `reversal`), the provider's `payment` and its
 * `reference` on the chain, `amount`, `beneficiary`, `paidAt`; or `unusable`, why not. `null` if its type is not
 * configured. Throws [`Refused`] if it is no event at all.
 */
export function read(provider, body) {
	let event;
	try {
		event = JSON.parse(body.toString('utf8'));
	} catch {
		throw new Refused(400, 'no_json', 'it is not JSON');
	}
	const type = typeof event === 'object' && event !== null ? at(event, provider.type) : null;
	if (typeof type !== 'string') throw new Refused(400, 'no_event', `it has no type at ${provider.type}`);
	const meaning = provider.events.get(type);
	if (!meaning) return null;
	const { as: kind, if: conditions } = meaning;
	const known = { provider: provider.id, kind };
	try {
		known.event = idAt(event, provider.eventId);
	} catch (error) {
		throw new Refused(400, 'no_event', error.message);
	}
	try {
		const fields = provider[kind];
		known.payment = idAt(event, fields.reference);
		known.reference = referenceOf(known.payment);
		for (const [path, expected] of Object.entries(conditions))
			if (at(event, path) !== expected) throw new Unusable(`${path} is ${shown(at(event, path))}`);
		return kind === 'receipt' ? { ...known, ...receiptOf(event, fields) } : known;
	} catch (error) {
		if (error instanceof Unusable) return { ...known, unusable: error.message };
		throw error;
	}
}

/** A row of the database as a person reads it. */
export const told = ({ kind, payment, amount, beneficiary }) =>
	`${kind} of ${payment ?? 'an unknown payment'}${amount ? `: ${dollars(amount)} for ${beneficiary}` : ''}`;

/** One HTTP source of the price: asked, and not believed. */
import pointer from 'jsonpointer';
import { FIXED } from '../lib/units.mjs';

/** The most bytes of an answer that are read. */
const MOST_BYTES = 64 * 1_024;
/** No token costs a million million dollars. */
const HIGHEST = FIXED * 10n ** 12n;
const DECIMAL = /^(\d{1,30})(?:\.(\d{1,30}))?(?:e([+-]?\d{1,2}))?$/i;
/** Unix times above this are in milliseconds. */
const SECONDS_END = 100_000_000_000;

/** Why an answer does not count: `reason` is the short form for metrics. */
export class BadAnswer extends Error {
	constructor(reason, message) {
		super(message);
		this.reason = reason;
	}
}

/** A decimal number, as text or as JSON has it, as the chain's fixed-point number, rounded down. */
export function priceOf(value) {
	const text = typeof value === 'number' ? String(value) : value;
	const match = typeof text === 'string' ? DECIMAL.exec(text.trim()) : null;
	if (!match) throw new BadAnswer('no_number', `${JSON.stringify(value)?.slice(0, 40)} is no price`);
	const [, whole, fraction = '', exponent = '0'] = match;
	const scale = 18 + Number(exponent) - fraction.length;
	const digits = BigInt(whole + fraction);
	const fixed = scale >= 0 ? digits * 10n ** BigInt(scale) : digits / 10n ** BigInt(-scale);
	if (fixed === 0n) throw new BadAnswer('zero', 'the price is zero');
	if (fixed > HIGHEST) throw new BadAnswer('enormous', `${text} is no price`);
	return fixed;
}

/** The text of an answer, unless it is longer than anybody needs. */
async function textOf(response) {
	const chunks = [];
	let size = 0;
	for await (const chunk of response.body ?? []) {
		size += chunk.length;
		if (size > MOST_BYTES) throw new BadAnswer('too_long', `the answer is longer than ${MOST_BYTES} bytes`);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('utf8');
}

function fieldOf(answer, path) {
	const value = typeof answer === 'object' && answer !== null ? pointer.get(answer, path) : undefined;
	if (value === undefined || value === null) throw new BadAnswer('no_field', `there is no ${path} in the answer`);
	return value;
}

/** How long ago the answer says that its price was, milliseconds. */
function statedAge(value, now) {
	const time = Number(value);
	if (!Number.isFinite(time) || time <= 0) throw new BadAnswer('no_time', 'the time is no Unix time');
	const age = now - (time > SECONDS_END ? time : time * 1_000);
	// Its clock or ours may be a little off.
	return Math.max(age, 0);
}

/**
 * Ask a source: its `price`, and how many milliseconds `age` the answer says it has. Throws a [`BadAnswer`]
 * whatever goes wrong.
 */
export async function ask(source, { timeoutSeconds }) {
	const signal = AbortSignal.timeout(timeoutSeconds * 1_000);
	try {
		const response = await fetch(source.url, { signal, headers: { accept: 'application/json' } });
		if (!response.ok) throw new BadAnswer('status', `the server answers ${response.status}`);
		const text = await textOf(response);
		let answer;
		try {
			answer = JSON.parse(text);
		} catch {
			throw new BadAnswer('no_json', 'the answer is not JSON');
		}
		const age = source.time === null ? 0 : statedAge(fieldOf(answer, source.time), Date.now());
		return { price: priceOf(fieldOf(answer, source.price)), age };
	} catch (error) {
		if (error instanceof BadAnswer) throw error;
		if (signal.aborted) throw new BadAnswer('timeout', `no whole answer in ${timeoutSeconds} s`);
		throw new BadAnswer('unreachable', error.cause?.message ?? error.message);
	}
}

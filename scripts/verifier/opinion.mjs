/** What a verifier thinks of a job: from what the operator's command printed to the bytes that it commits to. */
import { bnToU8a, compactToU8a, hexToU8a, isHex, stringToU8a, u8aConcat } from '@polkadot/util';
import { blake2AsHex, decodeAddress } from '@polkadot/util-crypto';
import { ONE } from '../lib/units.mjs';

/** How far shares may be from what they must be, parts per billion: as much as is lost when numbers are written down. */
const SLACK = 1_000n;

const isNumber = (value) => typeof value === 'number' && value >= 0 && value <= 1;
const isHash = (value) => typeof value === 'string' && isHex(value, 256);
const sum = (values) => values.reduce((total, value) => total + value, 0n);

/** A number from 0 to 1 in parts per billion, rounded to the nearest, a half up. Exact: `toFixed` is. */
export const partsOf = (number) => BigInt(number.toFixed(9).replace('.', ''));

/**
 * Shares in parts per billion that sum to exactly one; `null` where they cannot. Each is rounded to the nearest, and
 * raised to its minimum where it is a millionth short at most. What is then left of one, or too much, a millionth at
 * most, is the first's of those that are farthest above their minimum.
 */
export function sharesOf(numbers, minima) {
	const shares = numbers.map(partsOf).map((share, place) => {
		const short = minima[place] - share;
		return short > 0n && short <= SLACK ? minima[place] : share;
	});
	const rest = ONE - sum(shares);
	if (rest > SLACK || rest < -SLACK) return null;
	const above = shares.map((share, place) => share - minima[place]);
	const first = above.reduce((best, each, place) => (each > above[best] ? place : best), 0);
	shares[first] += rest;
	return shares.every((share, place) => share >= minima[place]) ? shares : null;
}

/** What is wrong with what a command said of a job, or `undefined`. */
function wrongOf(said, { suppliers, evidence, asksShares }) {
	const isList = (value) => Array.isArray(value) && value.length === suppliers.length && value.every(isNumber);
	const numbers = `one number from 0 to 1 for each of the ${suppliers.length} suppliers`;
	if (typeof said !== 'object' || said === null || Array.isArray(said)) return 'it is no object';
	if (!isList(said.qualities)) return `"qualities" must be ${numbers}`;
	if (asksShares && !isList(said.shares)) return `"shares" must be ${numbers}`;
	if (evidence === 'Replay' && !isHash(said.output)) return '"output" must be a hash of 32 bytes, as "0x…"';
	return undefined;
}

/**
 * `{ opinion }` in what a command printed, or what is `wrong` with it. `qualities` and `shares` are parts per billion;
 * what the panel does not ask for is left out. The quality of a supplier that did not attest is 0.
 */
export function opinionOf(output, job) {
	let said;
	try {
		said = JSON.parse(output);
	} catch {
		return { wrong: 'it is no JSON' };
	}
	const wrong = wrongOf(said, job);
	if (wrong) return { wrong };
	const minima = job.suppliers.map(({ minShare }) => partsOf(minShare));
	const shares = job.asksShares ? sharesOf(said.shares, minima) : null;
	if (job.asksShares && !shares) return { wrong: '"shares" must sum to 1, each at least its "minShare"' };
	const qualities = said.qualities.map((quality, place) =>
		job.suppliers[place].attestation ? partsOf(quality) : 0n,
	);
	return {
		opinion: {
			qualities: qualities.map(Number),
			shares: shares?.map(Number) ?? null,
			output: job.evidence === 'Replay' ? said.output.toLowerCase() : null,
		},
	};
}

const u32 = (value) => bnToU8a(value, { bitLength: 32 });
const list = (values) => u8aConcat(compactToU8a(values.length), ...values.map(u32));
const option = (value, bytes) => (value === null ? Uint8Array.of(0) : u8aConcat(Uint8Array.of(1), bytes(value)));

/** The bytes of an opinion, as the chain encodes it. */
export const encoded = ({ qualities, shares, output }) =>
	u8aConcat(list(qualities), option(shares, list), option(output, hexToU8a));

/** The hash that commits an account to an opinion, in one round of the panel of a job on one chain. */
export function commitmentOf({ genesis, job, round, account, opinion, salt }) {
	return blake2AsHex(
		u8aConcat(
			stringToU8a('bme/opinion'),
			hexToU8a(genesis),
			bnToU8a(job, { bitLength: 64 }),
			Uint8Array.of(round),
			decodeAddress(account),
			encoded(opinion),
			hexToU8a(salt),
		),
	);
}

/** An opinion as a person reads it. */
export function told({ qualities, shares }) {
	const numbers = (parts) => parts.map((part) => part / 1e9).join(', ');
	return `quality ${numbers(qualities)}${shares ? `, shares ${numbers(shares)}` : ''}`;
}

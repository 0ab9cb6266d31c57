import { TypeRegistry } from '@polkadot/types';
import { u8aConcat, u8aToHex } from '@polkadot/util';
import { blake2AsHex, cryptoWaitReady } from '@polkadot/util-crypto';
import { expect, test } from 'vitest';
import { account } from '../lib/chain.mjs';
import { ONE } from '../lib/units.mjs';
import { commitmentOf, encoded, opinionOf, partsOf, sharesOf, told } from './opinion.mjs';

await cryptoWaitReady();
const HASH = `0x${'ab'.repeat(32)}`;
const [BOB, CHARLIE] = ['//Bob', '//Charlie'].map((uri) => account(uri).address);
const attestation = { units: '5', result: HASH, evidence: 'None' };
const job = (change) => ({
	job: 7,
	class: 'Agent',
	evidence: 'None',
	suppliers: [
		{ account: BOB, minShare: 0.1, attestation },
		{ account: CHARLIE, minShare: 0.2, attestation },
	],
	asksShares: false,
	...change,
});
const read = (said, change) => opinionOf(JSON.stringify(said), job(change));

test.each([
	[0, 0n],
	[1, ONE],
	[0.4, 400_000_000n],
	[0.1 + 0.2, 300_000_000n],
	[1 / 3, 333_333_333n],
	[2 / 3, 666_666_667n],
	[1e-9, 1n],
	[4.9e-10, 0n],
	[5.1e-10, 1n],
	[5e-324, 0n],
	[1 - 2 ** -53, ONE],
	// Halves that a double holds exactly.
	[2 ** -10, 976_563n],
	[3 * 2 ** -10, 2_929_688n],
])('number_should_become_the_nearest_part_per_billion: %d', (number, parts) => {
	expect(partsOf(number)).toBe(parts);
});

test('every_part_per_billion_should_survive_being_written_as_a_number', () => {
	for (let parts = 0; parts <= 1e9; parts += 99_991) expect(partsOf(parts / 1e9)).toBe(BigInt(parts));
});

test('shares_should_sum_to_exactly_one_and_keep_the_minima', () => {
	const third = [0n, 0n, 0n];
	expect(sharesOf([1 / 3, 1 / 3, 1 / 3], third)).toEqual([333_333_334n, 333_333_333n, 333_333_333n]);
	// What is too much is taken from the one that is farthest above its minimum.
	expect(sharesOf([2 / 3, 1 / 6, 1 / 6], [666_666_667n, 0n, 0n])).toEqual([666_666_667n, 166_666_666n, 166_666_667n]);
	// A minimum that no number holds is not gone below.
	expect(sharesOf([1 / 3, 1 / 3, 1 / 3], [0n, 333_333_334n, 0n])).toEqual([333_333_333n, 333_333_334n, 333_333_333n]);
	expect(sharesOf([0.5, 0.5], [500_000_000n, 500_000_000n])).toEqual([500_000_000n, 500_000_000n]);
	for (let round = 0; round < 500; round += 1) {
		const raw = Array.from({ length: 1 + (round % 16) }, () => Math.random());
		const total = raw.reduce((all, each) => all + each, 0);
		const shares = sharesOf(
			raw.map((each) => each / total),
			raw.map(() => 0n),
		);
		expect(shares.reduce((all, each) => all + each, 0n)).toBe(ONE);
	}
});

test('shares_should_be_refused_when_they_are_not_one_or_below_a_minimum', () => {
	expect(sharesOf([0.5, 0.4], [0n, 0n])).toBeNull();
	expect(sharesOf([0.5, 0.500002], [0n, 0n])).toBeNull();
	expect(sharesOf([0.05, 0.95], [100_000_000n, 0n])).toBeNull();
	expect(sharesOf([0.6, 0.4], [600_000_001n, 400_000_000n])).toBeNull();
});

test('opinion_should_be_read_when_it_answers_what_was_asked', () => {
	expect(read({ qualities: [1, 0.4] }).opinion).toEqual({
		qualities: [1_000_000_000, 400_000_000],
		shares: null,
		output: null,
	});
	const asked = { evidence: 'Replay', asksShares: true };
	expect(read({ qualities: [1, 0], shares: [0.7, 0.3], output: HASH.toUpperCase().replace('X', 'x') }, asked).opinion)
		// prettier-ignore
		.toEqual({ qualities: [1_000_000_000, 0], shares: [700_000_000, 300_000_000], output: HASH });
	const unasked = read({ qualities: [1, 1], shares: [1, 1], output: 'what', remark: 'fine' }).opinion;
	expect([unasked.shares, unasked.output]).toEqual([null, null]);
});

test('quality_should_be_zero_when_a_supplier_did_not_attest', () => {
	const [bob, charlie] = job().suppliers;
	const { opinion } = read({ qualities: [1, 1] }, { suppliers: [bob, { ...charlie, attestation: null }] });
	expect(opinion.qualities).toEqual([1_000_000_000, 0]);
});

test.each([
	['rubbish', {}, 'no JSON'],
	['', {}, 'no JSON'],
	['null', {}, 'no object'],
	['[1, 1]', {}, 'no object'],
	['{}', {}, '"qualities"'],
	['{"qualities":[1]}', {}, '"qualities"'],
	['{"qualities":[1,1,1]}', {}, '"qualities"'],
	['{"qualities":[1,"1"]}', {}, '"qualities"'],
	['{"qualities":[1,null]}', {}, '"qualities"'],
	['{"qualities":[1,-0.1]}', {}, '"qualities"'],
	['{"qualities":[1,1.0000001]}', {}, '"qualities"'],
	['{"qualities":[1,1e999]}', {}, '"qualities"'],
	['{"qualities":[1,1]}', { asksShares: true }, '"shares" must be'],
	['{"qualities":[1,1],"shares":[1]}', { asksShares: true }, '"shares" must be'],
	['{"qualities":[1,1],"shares":[0.5,0.4]}', { asksShares: true }, '"shares" must sum to 1'],
	['{"qualities":[1,1],"shares":[0.9,0.1]}', { asksShares: true }, 'at least its "minShare"'],
	['{"qualities":[1,1]}', { evidence: 'Replay' }, '"output"'],
	['{"qualities":[1,1],"output":"0xab"}', { evidence: 'Replay' }, '"output"'],
	[`{"qualities":[1,1],"output":"${HASH.slice(2)}"}`, { evidence: 'Replay' }, '"output"'],
])('opinion_should_be_refused_with_the_reason_when_it_is_bad: %s', (output, change, wrong) => {
	expect(opinionOf(output, job(change))).toEqual({ wrong: expect.stringContaining(wrong) });
});

const OPINIONS = [
	{ qualities: [1_000_000_000], shares: null, output: null },
	{ qualities: [0, 400_000_000], shares: [999_999_999, 1], output: HASH },
	{ qualities: Array.from({ length: 16 }, (_, place) => place * 62_500_000), shares: null, output: HASH },
];

test.each(OPINIONS)('commitment_should_be_the_hash_of_what_the_chain_encodes: %j', (opinion) => {
	const registry = new TypeRegistry();
	const type = '(Vec<u32>, Option<Vec<u32>>, Option<[u8; 32]>)';
	const { qualities, shares, output } = opinion;
	expect(encoded(opinion)).toEqual(registry.createType(type, [qualities, shares, output]).toU8a());

	const [genesis, salt, round] = [`0x${'01'.repeat(32)}`, `0x${'02'.repeat(32)}`, 2];
	const whole = registry.createType(`([u8; 11], [u8; 32], u64, u8, AccountId32, ${type}, [u8; 32])`, [
		...[new TextEncoder().encode('bme/opinion'), genesis, 2n ** 40n + 7n, round, BOB],
		...[[qualities, shares, output], salt],
	]);
	const commitment = commitmentOf({ genesis, job: 2 ** 40 + 7, round, account: BOB, opinion, salt });
	expect(commitment).toBe(blake2AsHex(whole.toU8a()));
});

test('commitment_should_be_of_these_bytes', () => {
	const salt = `0x${'02'.repeat(32)}`;
	const opinion = { qualities: [1_000_000_000], shares: null, output: HASH };
	const bytes = u8aConcat(
		...['0x626d652f6f70696e696f6e', `0x${'01'.repeat(32)}`, '0x0700000000000000', '0x02'],
		...[account('//Bob').publicKey, '0x0400ca9a3b', '0x00', `0x01${HASH.slice(2)}`, salt],
	);
	const parts = { genesis: `0x${'01'.repeat(32)}`, job: 7, round: 2, account: BOB, opinion, salt };
	expect(commitmentOf(parts)).toBe(blake2AsHex(bytes));
	expect(u8aToHex(encoded(opinion))).toBe(`0x0400ca9a3b0001${HASH.slice(2)}`);
});

test('opinion_should_read_as_people_write_it', () => {
	expect(told({ qualities: [1_000_000_000, 400_000_000], shares: null })).toBe('quality 1, 0.4');
	expect(told({ qualities: [1], shares: [999_999_999] })).toBe('quality 1e-9, shares 0.999999999');
});

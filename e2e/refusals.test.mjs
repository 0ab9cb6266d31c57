/** What is refused, by the name of its cause, and leaves nothing behind. */
import { expect, test } from 'vitest';
import { ONE, TOKEN, USD } from '../scripts/lib/units.mjs';
import { FIAT, chainForThisFile } from './lib/chain.mjs';
import * as economics from './lib/economics.mjs';
import { RESULT, accept, approve, attest, begin, expectSettled, expectedOf, request, specFor } from './lib/jobs.mjs';

const chain = chainForThisFile();
const PRICE = 10n * USD;
const { burn: BURN, fiat: JOB_FIAT } = economics.quote('Agent', PRICE, 5n * 10n ** 17n);
const NEVER = 4_000_000_000;

/** What `transaction` costs `signer` in fees. */
async function feeOf(transaction, signer) {
	return (await transaction.paymentInfo(signer, { era: 0 })).partialFee.toBigInt();
}

test('A03_tokens_below_the_burn_should_be_refused_before_anything_is_held', async () => {
	const { api, bob } = chain;
	const payer = await chain.newAccount('short of tokens', { tokens: BURN, fiat: 100n * USD });
	const before = await chain.balances(payer);
	expect(await chain.refused(api.tx.bme.requestJob(specFor(payer, bob), []), payer)).toBe('bme.InsufficientTokens');
	const after = await chain.balances(payer);
	expect({ ...after, free: before.free }).toEqual(before);
});

test('A03_fiat_below_the_price_should_be_refused_before_anything_is_held', async () => {
	const { api, bob } = chain;
	// The asset keeps its least balance of one unit with the payer.
	const payer = await chain.newAccount('short of fiat', { tokens: 10n * TOKEN, fiat: JOB_FIAT });
	const before = await chain.balances(payer);
	const call = api.tx.bme.requestJob(specFor(payer, bob), []);
	expect(await chain.refused(call, payer)).toBe('bme.InsufficientFiat');
	const after = await chain.balances(payer);
	expect({ ...after, free: before.free }).toEqual(before);

	await chain.send(api.tx.assets.transfer(FIAT, payer.address, 1), chain.alice);
	await request(chain, payer, bob);
	await chain.sealUntil('bme.JobLapsed');
});

test('A03_a_burn_of_the_last_tokens_should_leave_the_existential_deposit', async () => {
	const { api, bob, charlie } = chain;
	const payer = await chain.newAccount('to the last', { tokens: BURN, fiat: 100n * USD });
	const call = api.tx.bme.requestJob(specFor(payer, bob), []);
	const missing = (await feeOf(call, payer)) + economics.EXISTENTIAL_DEPOSIT;
	await chain.send(api.tx.balances.transferAllowDeath(payer.address, missing - 1n), charlie);
	expect(await chain.refused(call, payer)).toBe('bme.InsufficientTokens');
	const { free } = await chain.balances(payer);
	const needed = BURN + missing - free;
	await chain.send(api.tx.balances.transferAllowDeath(payer.address, needed), charlie);

	const job = await begin(chain, payer, bob);
	// What the request did not use of its weight came back.
	const { free: kept } = await chain.balances(payer);
	expect(kept >= economics.EXISTENTIAL_DEPOSIT && kept < missing).toBe(true);
	await attest(chain, job);
	expectSettled(chain, await chain.sealUntil('bme.JobSettled'), job, expectedOf(job));
	const { free: left, reserved } = await chain.balances(payer);
	expect([left, reserved]).toEqual([kept, 0n]);
});

test('A03_a_quote_above_the_payers_maximum_should_be_refused', async () => {
	const { api, bob, ferdie } = chain;
	const call = api.tx.bme.requestJob(specFor(ferdie, bob, { maxBurn: BURN - 1n }), []);
	expect(await chain.refused(call, ferdie)).toBe('bme.BurnAboveMaximum');
	await request(chain, ferdie, bob, { maxBurn: BURN });
	await chain.sealUntil('bme.JobLapsed');
});

test('A11_a_malformed_request_should_be_refused_by_its_cause', async () => {
	const { api, alice, bob, charlie, ferdie } = chain;
	const half = ONE / 2n;
	const cases = [
		[[], {}, 'NoSuppliers'],
		[
			[
				[bob, half],
				[bob, half],
			],
			{},
			'DuplicateSupplier',
		],
		[
			[
				[bob, half],
				[charlie, half - 1n],
			],
			{},
			'SharesNotOne',
		],
		[
			[
				[bob, ONE],
				[charlie, 1n],
			],
			{ assessor: alice.address },
			'SharesAboveOne',
		],
		[
			[
				[bob, 0n],
				[charlie, 0n],
			],
			{ assessor: alice.address },
			'NoMinimumShare',
		],
		[bob, { acceptWithin: 0 }, 'AcceptWindowOutOfBounds'],
		[bob, { acceptWithin: 11 }, 'AcceptWindowOutOfBounds'],
		[bob, { attestWithin: 9 }, 'AttestWindowOutOfBounds'],
		[bob, { attestWithin: NEVER }, 'AttestWindowOutOfBounds'],
		[bob, { evidence: 'Tee' }, 'EvidenceNotSupported'],
	];
	for (const [suppliers, details, error] of cases) {
		const call = api.tx.bme.requestJob(specFor(ferdie, suppliers, details), []);
		expect(await chain.refused(call, ferdie)).toBe(`bme.${error}`);
	}
	const { reserved, heldFiat } = await chain.balances(ferdie);
	expect([reserved, heldFiat]).toEqual([0n, 0n]);
});

test('A11_an_unknown_class_or_an_overlong_list_should_not_decode', async () => {
	const { api, bob, ferdie } = chain;
	const signed = await api.tx.bme.requestJob(specFor(ferdie, bob), []).signAsync(ferdie, { nonce: -1 });
	const hex = signed.toHex();
	// The class follows the version and the consumer in the call's encoding.
	const consumer = Buffer.from(ferdie.publicKey).toString('hex');
	const place = hex.indexOf(`01${consumer}00`) + 66;
	expect(hex.slice(place, place + 2)).toBe('00');
	const unknown = `${hex.slice(0, place)}09${hex.slice(place + 2)}`;
	expect((await chain.submitBytes(unknown)).error.message).toMatch(/^Verification Error/);

	const crowd = Array.from({ length: 17 }, () => [bob, 1n]);
	const overlong = await api.tx.bme.requestJob(specFor(ferdie, crowd), []).signAsync(ferdie, { nonce: -1 });
	expect((await chain.submitBytes(overlong.toHex())).error.message).toMatch(/^Verification Error/);
	expect((await chain.submitBytes(hex)).error).toBeUndefined();
	await chain.sealUntil('bme.JobLapsed');
});

test('A11_wrong_signers_and_unknown_jobs_should_be_refused_in_every_call', async () => {
	const { api, bob, charlie, dave, ferdie } = chain;
	const { bme, contribution } = api.tx;
	const unknown = 1_000_000;
	const ofUnknown = [
		[bme.acceptJob(unknown, ONE), 'bme.JobNotFound'],
		[bme.cancelJob(unknown), 'bme.JobNotFound'],
		[bme.settle(unknown), 'bme.JobNotFound'],
		[contribution.attest(unknown, 1, RESULT, 'None'), 'contribution.WorkNotFound'],
		[contribution.assess(unknown, [ONE]), 'contribution.WorkNotFound'],
		[contribution.agree(unknown), 'contribution.WorkNotFound'],
		[contribution.approve(unknown), 'contribution.WorkNotFound'],
		[contribution.dispute(unknown), 'contribution.WorkNotFound'],
	];
	for (const [call, error] of ofUnknown) expect(await chain.refused(call, bob)).toBe(error);

	const job = await request(chain, ferdie, bob);
	expect(await chain.refused(bme.acceptJob(job.id, ONE), charlie)).toBe('bme.NotSupplier');
	expect(await chain.refused(bme.acceptJob(job.id, ONE - 1n), bob)).toBe('bme.MinShareMismatch');
	expect(await chain.refused(bme.cancelJob(job.id), dave)).toBe('bme.NotPayer');
	expect(await chain.refused(bme.settle(job.id), dave)).toBe('bme.NotDue');
	await accept(chain, job);
	expect(await chain.refused(bme.acceptJob(job.id, ONE), bob)).toBe('bme.AlreadyAccepted');
	expect(await chain.refused(bme.cancelJob(job.id), ferdie)).toBe('bme.AlreadyBegun');
	expect(await chain.refused(contribution.attest(job.id, 1, RESULT, 'None'), charlie)).toBe(
		'contribution.NotSupplier',
	);
	expect(await chain.refused(contribution.approve(job.id), dave)).toBe('contribution.NotConsumer');
	await attest(chain, job);
	expectSettled(chain, await approve(chain, job), job, expectedOf(job));
	expect(await chain.refused(contribution.approve(job.id), ferdie)).toBe('contribution.WorkNotFound');
	await chain.expectNoJobs();
});

test('A11_work_in_the_wrong_state_should_be_refused_by_its_cause', async () => {
	const { api, bob, ferdie } = chain;
	const { contribution } = api.tx;
	const job = await begin(chain, ferdie, bob);
	const tee = { Tee: { quote: RESULT, measurement: RESULT } };
	const refusals = [
		[contribution.attest(job.id, 0, RESULT, 'None'), bob, 'NoUnits'],
		[contribution.attest(job.id, 1, RESULT, tee), bob, 'EvidenceMismatch'],
		[contribution.approve(job.id), ferdie, 'NotInReview'],
		[contribution.dispute(job.id), ferdie, 'NotInReview'],
		[contribution.agree(job.id), bob, 'NotInReview'],
	];
	for (const [call, signer, error] of refusals)
		expect(await chain.refused(call, signer)).toBe(`contribution.${error}`);
	await attest(chain, job);
	expect(await chain.refused(contribution.attest(job.id, 1, RESULT, 'None'), bob)).toBe(
		'contribution.AttestationOver',
	);
	expect(await chain.refused(contribution.agree(job.id), bob)).toBe('contribution.NotAssessed');
	expectSettled(chain, await approve(chain, job), job, expectedOf(job));
});

test('A11_suppliers_should_be_refused_by_the_cause', async () => {
	const { api, ferdie } = chain;
	const { bme, contribution } = api.tx;
	const classes = { agent: true, inference: false, training: false };
	const poor = await chain.newAccount('would-be supplier', { tokens: 300n * TOKEN });
	expect(await chain.refused(contribution.register(99n * TOKEN, classes), poor)).toBe('contribution.BondTooLow');
	expect(await chain.refused(contribution.bondExtra(TOKEN), poor)).toBe('contribution.NotRegistered');
	const job = await request(chain, ferdie, poor, { jobClass: 'Inference' });
	expect(await chain.refused(bme.acceptJob(job.id, ONE), poor)).toBe('contribution.NotRegistered');
	await chain.send(contribution.register(100n * TOKEN, classes), poor);
	expect(await chain.refused(contribution.register(100n * TOKEN, classes), poor)).toBe(
		'contribution.AlreadyRegistered',
	);
	expect(await chain.refused(bme.acceptJob(job.id, ONE), poor)).toBe('contribution.ClassNotServed');
	const dear = await request(chain, ferdie, poor, { price: 10_000n * USD });
	expect(await chain.refused(bme.acceptJob(dear.id, ONE), poor)).toBe('contribution.BondInUse');
	expect(await chain.refused(contribution.withdrawUnbonded(), poor)).toBe('contribution.NothingUnbonding');
	await chain.seal(12);
	await chain.expectNoJobs();
});

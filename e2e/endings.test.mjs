/** Every job ends by itself, whoever stays away; and nobody settles it over another's head. */
import { afterEach, expect, test } from 'vitest';
import { ONE, TOKEN, USD } from '../scripts/lib/units.mjs';
import { PANEL_BLOCKS, chainForThisFile } from './lib/chain.mjs';
import * as economics from './lib/economics.mjs';
import { accept, approve, attest, begin, burnedFor, expectSettled, expectedOf, request } from './lib/jobs.mjs';

const QUARTER = 250_000_000n;

const chain = chainForThisFile();
afterEach(() => chain.expectNoJobs());

/** The four suppliers of the presets, each with a quarter of the job. */
const four = () => [chain.bob, chain.charlie, chain.dave, chain.eve].map((pair) => [pair, QUARTER]);

async function supplierView(pair) {
	const view = (await chain.api.call.contributionApi.supplier(pair.address)).unwrap();
	return { bond: view.bond.toBigInt(), liabilities: view.liabilities.toBigInt() };
}

test('A06_cancelling_before_acceptance_should_burn_one_per_cent_and_return_the_rest', async () => {
	const { api, bob, charlie, ferdie } = chain;
	const before = await chain.balances(ferdie);
	const half = ONE / 2n;
	const job = await request(chain, ferdie, [
		[bob, half],
		[charlie, half],
	]);
	await accept(chain, job, [bob]);
	expect((await supplierView(bob)).liabilities > 0n).toBe(true);
	const events = await chain.send(api.tx.bme.cancelJob(job.id), ferdie);
	const fee = economics.cancelFee(job.burn);
	const cancelled = chain.one(events, 'bme.JobCancelled');
	expect(
		[cancelled.burned, cancelled.burnReturned, cancelled.fiatReturned].map((amount) => amount.toBigInt()),
	).toEqual([fee, job.burn - fee, job.fiat]);
	expect(burnedFor(chain, events, 'Cancel')).toBe(fee);
	expect((await supplierView(bob)).liabilities).toBe(0n);
	const after = await chain.balances(ferdie);
	expect([after.reserved, after.heldFiat, after.fiat]).toEqual([before.reserved, before.heldFiat, before.fiat]);
});

test('A06_a_request_that_nobody_accepts_should_lapse_and_return_everything', async () => {
	const { bob, ferdie } = chain;
	const job = await request(chain, ferdie, bob, { acceptWithin: 3 });
	const held = await chain.balances(ferdie);
	const events = await chain.sealUntil('bme.JobLapsed', 4);
	expect(burnedFor(chain, events, 'Cancel')).toBe(0n);
	const after = await chain.balances(ferdie);
	expect(after.free - held.free).toBe(job.burn);
	expect(after.fiat - held.fiat).toBe(job.fiat);
	expect([after.reserved, after.heldFiat]).toEqual([0n, 0n]);
});

test('A06_a_missed_deadline_should_forfeit_the_liability_and_repay_the_payer', async () => {
	const { bob, ferdie } = chain;
	const { bond } = await supplierView(bob);
	const job = await begin(chain, ferdie, bob, { attestWithin: 10 });
	expect((await supplierView(bob)).liabilities).toBe(job.liability);
	const held = await chain.balances(ferdie);
	const events = await chain.sealUntil('bme.JobFailed');
	const fee = economics.cancelFee(job.burn);
	const forfeited = chain.one(events, 'bme.SupplierForfeited');
	const toPayer = job.liability / 2n;
	expect([forfeited.liability.toBigInt(), forfeited.toPayer.toBigInt()]).toEqual([job.liability, toPayer]);
	expect(burnedFor(chain, events, 'Cancel')).toBe(fee);
	expect(burnedFor(chain, events, 'Forfeit')).toBe(job.liability - toPayer);
	expect(await supplierView(bob)).toEqual({ bond: bond - job.liability, liabilities: 0n });
	const after = await chain.balances(ferdie);
	expect(after.free - held.free).toBe(job.burn - fee + toPayer);
	expect(after.fiat - held.fiat).toBe(job.fiat);
	expect(toPayer >= fee).toBe(true);
});

test('A06_a_consumer_that_vanishes_should_not_stop_the_settlement', async () => {
	const { charlie, ferdie } = chain;
	const job = await begin(chain, ferdie, charlie);
	await attest(chain, job);
	expectSettled(chain, await chain.sealUntil('bme.JobSettled'), job, expectedOf(job));
	expect((await supplierView(charlie)).liabilities).toBe(0n);
});

test('A06_one_of_four_suppliers_that_vanishes_should_cost_only_itself', async () => {
	const { bob, charlie, dave, eve, ferdie } = chain;
	const bonds = await Promise.all([bob, charlie, dave, eve].map(supplierView));
	const job = await begin(chain, ferdie, four(), { attestWithin: 10, price: 9_999_999n });
	await attest(chain, job, [bob, charlie, eve]);
	const events = await chain.sealUntil('bme.JobSettled');
	const judged = [ONE, ONE, 0n, ONE].map((quality) => ({ share: QUARTER, quality }));
	const expected = expectedOf(job, judged);
	expectSettled(chain, events, job, expected);
	expect(expected.suppliers[2]).toEqual({ fiat: 0n, entitlement: 0n });
	expect(chain.one(events, 'bme.SupplierForfeited').supplier.toString()).toBe(dave.address);
	const after = await Promise.all([bob, charlie, dave, eve].map(supplierView));
	expect(after.map(({ bond }, index) => bonds[index].bond - bond)).toEqual([0n, 0n, job.liability, 0n]);
	expect(after.every(({ liabilities }) => liabilities === 0n)).toBe(true);
});

test('A06_an_assessor_that_vanishes_should_leave_the_agreed_minima', async () => {
	const { alice, bob, charlie, ferdie } = chain;
	const minima = [
		[bob, 100_000_000n],
		[charlie, 200_000_000n],
	];
	const job = await begin(chain, ferdie, minima, { assessor: alice.address });
	await attest(chain, job);
	const expected = expectedOf(job);
	expectSettled(chain, await chain.sealUntil('bme.JobSettled'), job, expected);
	// One third and two thirds: the rest of the division goes to the larger.
	expect(expected.suppliers[0].fiat).toBe((job.fiat * 333_333_333n) / ONE);
});

test('A37_an_assessor_that_gives_all_to_itself_should_not_settle_over_the_honest', async () => {
	const { api, alice: thief, bob, charlie, dave, eve } = chain;
	const accomplice = await chain.newSupplier('accomplice', { bond: 1_000n * TOKEN });
	const tenth = 100_000_000n;
	const suppliers = [bob, charlie, dave, eve, accomplice].map((pair) => [pair, tenth]);
	const job = await begin(chain, thief, suppliers, { assessor: thief.address, price: 100n * USD });
	await attest(chain, job);
	const shares = [tenth, tenth, tenth, tenth, 6n * tenth];
	const heist = [api.tx.contribution.assess(job.id, shares), api.tx.contribution.approve(job.id)];
	const events = await chain.send(api.tx.utility.batchAll(heist), thief);
	expect(chain.all(events, 'bme.JobSettled')).toEqual([]);
	await chain.send(api.tx.contribution.agree(job.id), accomplice);
	expect(await api.query.bme.jobs.size(job.id)).not.toEqual(0);

	// No verifier says anything here: the agreed minima count. A panel that does is in verifier.test.mjs.
	await chain.send(api.tx.contribution.dispute(job.id), bob);
	const expected = expectedOf(job);
	expectSettled(chain, await chain.sealUntil('bme.JobSettled', PANEL_BLOCKS), job, expected);
	expect(new Set(expected.suppliers.map(({ fiat }) => fiat)).size).toBe(1);
});

test('A37_shares_below_a_minimum_or_not_one_should_be_refused', async () => {
	const { api, alice, bob, charlie, ferdie } = chain;
	const minima = [
		[bob, 100_000_000n],
		[charlie, 100_000_000n],
	];
	const job = await begin(chain, ferdie, minima, { assessor: alice.address });
	await attest(chain, job);
	const { assess, agree } = api.tx.contribution;
	expect(await chain.refused(assess(job.id, [950_000_000, 50_000_000]), alice)).toBe(
		'contribution.ShareBelowMinimum',
	);
	expect(await chain.refused(assess(job.id, [500_000_000, 400_000_000]), alice)).toBe('contribution.SharesNotOne');
	expect(await chain.refused(assess(job.id, [500_000_000, 500_000_000]), ferdie)).toBe('contribution.NotAssessor');
	await chain.send(assess(job.id, [600_000_000, 400_000_000]), alice);
	await chain.sendAll([agree(job.id), bob], [agree(job.id), charlie]);
	const judged = [600_000_000n, 400_000_000n].map((share) => ({ share, quality: ONE }));
	expectSettled(chain, await approve(chain, job), job, expectedOf(job, judged));
});

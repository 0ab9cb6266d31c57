/** What an epoch mints reaches those who earned it, to the unit, or stays owed to them. */
import { expect, test } from 'vitest';
import { ONE, TOKEN, USD } from '../scripts/lib/units.mjs';
import { FIAT, chainForThisFile } from './lib/chain.mjs';
import * as economics from './lib/economics.mjs';
import { approve, attest, begin, burnedFor, expectSettled, expectedOf, request } from './lib/jobs.mjs';

const chain = chainForThisFile();

/** Records of this many closed epochs are kept. */
const historyDepth = () => chain.api.consts.bme.historyDepth.toNumber();

/**
 * A job that costs more than an epoch's Work budget, shared by three, settled in a fresh epoch; what it should
 * bring.
 */
async function dearJob(payer) {
	const { bob, charlie, dave } = chain;
	await chain.nextEpoch();
	const shares = [500_000_001n, 333_333_333n, 166_666_666n];
	const suppliers = [bob, charlie, dave].map((pair, index) => [pair, shares[index]]);
	const job = await begin(chain, payer, suppliers, { jobClass: 'Training', price: 40_000n * USD });
	await attest(chain, job);
	const expected = expectedOf(job);
	expectSettled(chain, await approve(chain, job), job, expected);
	return expected;
}

/**
 * A supplier that earns less than the existential deposit with a tenth of a small job, and in the same epoch loses
 * its whole bond with a job that it never attests, and then its account.
 */
async function ruinedSupplier() {
	const { api, bob, ferdie } = chain;
	const bond = 100n * TOKEN;
	const ruined = await chain.newSupplier('ruined', { bond });
	await chain.nextEpoch();
	const tenth = ONE / 10n;
	const shared = [
		[ruined, tenth],
		[bob, ONE - tenth],
	];
	const earning = await begin(chain, ferdie, shared, { price: USD / 50n });
	await attest(chain, earning);
	const expected = expectedOf(earning);
	expectSettled(chain, await approve(chain, earning), earning, expected);
	// 5 % of this price in tokens is the whole bond.
	const losing = await begin(chain, ferdie, ruined, { price: 1_000n * USD, attestWithin: 10 });
	expect(losing.liability).toBe(bond);
	await chain.sealUntil('bme.SupplierForfeited');
	await chain.send(api.tx.balances.transferAll(bob.address, false), ruined);
	expect(await chain.balances(ruined)).toMatchObject({ free: 0n, reserved: 0n });
	const { entitlement } = expected.suppliers[0];
	expect(entitlement > 0n && entitlement < economics.EXISTENTIAL_DEPOSIT).toBe(true);
	return { ruined, entitlement };
}

test('A09_three_suppliers_should_share_an_epoch_to_the_unit', async () => {
	const { bob, charlie, dave, ferdie } = chain;
	const expected = await dearJob(ferdie);

	const before = await Promise.all([bob, charlie, dave].map((pair) => chain.balances(pair)));
	const closing = await chain.nextEpoch();
	const closed = chain.one(closing, 'bme.EpochClosed');
	const minted = closed.minted.work.toBigInt();
	const points = expected.suppliers.map(({ entitlement }) => entitlement);
	const total = economics.sum(points);
	const budget = closed.scheduled.toBigInt() / 2n;
	const remint = closed.reminted.toBigInt();
	expect(minted).toBe(economics.least(budget + remint, total));
	expect(minted < total).toBe(true);

	const due = points.map((own) => economics.proRata(minted, own, total));
	const after = await Promise.all([bob, charlie, dave].map((pair) => chain.balances(pair)));
	expect(after.map(({ free }, index) => free - before[index].free)).toEqual(due);
	const record = (await chain.api.call.bmeApi.epochRecord(closed.epoch)).unwrap();
	const dust = minted - economics.sum(due);
	expect(dust > 0n && dust < 3n).toBe(true);
	expect(record.minted.work.toBigInt() - record.paid.work.toBigInt()).toBe(dust);
});

test('A08_what_is_minted_again_should_stay_within_its_bounds', async () => {
	const { alice, bob } = chain;
	const policy = await chain.api.call.bmeApi.policy();
	const [rho, cap] = [policy.rho.toBigInt(), policy.remintCapPerDay.toBigInt()];
	let [burned, reminted] = [0n, 0n];
	for (const price of [50_000n, 10n, 30_000n, 1n]) {
		const job = await begin(chain, alice, bob, { price: price * USD, jobClass: 'Training' });
		await attest(chain, job);
		await approve(chain, job);
		const closed = chain.one(await chain.nextEpoch(), 'bme.EpochClosed');
		burned += closed.burned.toBigInt();
		reminted += closed.reminted.toBigInt();
		expect(closed.reminted.toBigInt() <= (closed.scheduled.toBigInt() * cap) / ONE).toBe(true);
		expect(reminted <= (burned * rho) / ONE).toBe(true);
	}
	expect(reminted > 0n).toBe(true);
});

test('A22_a_payout_below_the_existential_deposit_should_stay_owed_until_it_can_be_paid', async () => {
	const { api, bob, eve } = chain;
	const { ruined, entitlement } = await ruinedSupplier();
	const debt = chain.one(await chain.nextEpoch(), 'bme.DebtRecorded');
	expect(debt.account.toString()).toBe(ruined.address);
	expect(debt.debt.toJSON()).toEqual({ tokens: 'Work' });
	expect(debt.amount.toBigInt()).toBe(entitlement);

	const claim = api.tx.bme.claimOwed(ruined.address, { Tokens: 'Work' });
	expect(await chain.refused(claim, eve)).toBe('bme.CannotCredit');
	const [[, owed]] = await api.call.bmeApi.owed(ruined.address);
	expect(owed.toBigInt()).toBe(entitlement);
	await chain.send(api.tx.balances.transferAllowDeath(ruined.address, economics.EXISTENTIAL_DEPOSIT), bob);
	const paid = chain.one(await chain.send(claim, eve), 'bme.DebtPaid');
	expect(paid.amount.toBigInt()).toBe(entitlement);
	expect((await chain.balances(ruined)).free).toBe(economics.EXISTENTIAL_DEPOSIT + entitlement);
	expect(await chain.refused(claim, eve)).toBe('bme.NothingOwed');
});

test('A39_a_payee_left_with_nothing_but_its_liability_should_still_get_its_fiat', async () => {
	const { api, bob, ferdie } = chain;
	const bond = 100n * TOKEN;
	const poor = await chain.newSupplier('poor', { bond });
	const earning = await begin(chain, ferdie, poor);
	await attest(chain, earning);
	// The liability of this one is all that the other leaves of the bond.
	const left = bond - earning.liability;
	const losing = await begin(chain, ferdie, poor, { price: (left * 10n) / 10n ** 6n, attestWithin: 10 });
	expect(losing.liability).toBe(left);
	await chain.sealUntil('bme.SupplierForfeited');
	await chain.send(api.tx.balances.transferAll(bob.address, true), poor);
	expectSettled(chain, await approve(chain, earning), earning, expectedOf(earning));
	expect((await chain.balances(poor)).fiat).toBe(earning.fiat);
});

test('A39_a_payee_that_cannot_be_credited_should_be_owed_its_fiat', async () => {
	const { api, alice, charlie, eve, ferdie } = chain;
	const asset = (await api.query.assets.asset(FIAT)).unwrap();
	const team = [asset.owner, asset.issuer, asset.admin, alice.address];
	const flags = [asset.minBalance, asset.isSufficient, false];
	await chain.asRoot(api.tx.assets.forceAssetStatus(FIAT, ...team, ...flags));
	await chain.feedPrice('0.5');
	await chain.send(api.tx.assets.transfer(FIAT, charlie.address, 1), ferdie);
	await chain.send(api.tx.assets.block(FIAT, charlie.address), alice);

	const job = await begin(chain, ferdie, charlie);
	await attest(chain, job);
	const before = await chain.balances(charlie);
	const settled = await approve(chain, job);
	expectSettled(chain, settled, job, expectedOf(job));
	const debt = chain.one(settled, 'bme.DebtRecorded');
	expect([debt.account.toString(), debt.debt.type, debt.amount.toBigInt()]).toEqual([
		charlie.address,
		'Fiat',
		job.fiat,
	]);
	expect((await chain.balances(charlie)).fiat).toBe(before.fiat);

	const claim = api.tx.bme.claimOwed(charlie.address, 'Fiat');
	expect(await chain.refused(claim, eve)).toBe('bme.CannotCredit');
	await chain.send(api.tx.assets.thaw(FIAT, charlie.address), alice);
	chain.one(await chain.send(claim, eve), 'bme.DebtPaid');
	expect((await chain.balances(charlie)).fiat).toBe(before.fiat + job.fiat);
});

test('A34_an_unclaimed_epoch_should_burn_exactly_what_it_did_not_pay', async () => {
	const { api, alice, eve } = chain;
	const { ruined, entitlement } = await ruinedSupplier();
	await chain.nextEpoch();
	await dearJob(eve);
	const closing = await chain.nextEpoch();
	const { epoch } = chain.one(closing, 'bme.EpochClosed');
	const pot = chain
		.all(closing, 'bme.Minted')
		.find(({ cause }) => cause.value?.type === 'Work')
		.to.toString();
	await chain.send(api.tx.balances.transferAllowDeath(pot, 7n * TOKEN), alice);
	const record = (await api.call.bmeApi.epochRecord(epoch)).unwrap();
	const unpaid = (pool) => record.minted[pool].toBigInt() - record.paid[pool].toBigInt();
	expect(unpaid('work') > 0n).toBe(true);

	const keep = historyDepth();
	let events;
	let before;
	do {
		before = await chain.balances(pot);
		events = await chain.sealUntil('bme.EpochExpired');
	} while (chain.one(events, 'bme.EpochExpired').epoch.toNumber() < epoch.toNumber());
	const expired = chain.one(events, 'bme.EpochExpired');
	expect(chain.one(events, 'bme.EpochClosed').epoch.toNumber()).toBe(epoch.toNumber() + keep);
	expect(expired.burned.work.toBigInt()).toBe(unpaid('work'));
	expect(expired.burned.security.toBigInt()).toBe(unpaid('security'));
	expect(burnedFor(chain, events, 'Expired')).toBe(unpaid('work') + unpaid('security') + unpaid('contribution'));
	expect((await chain.balances(pot)).free).toBe(before.free - unpaid('work'));
	expect((await api.call.bmeApi.epochRecord(epoch)).isNone).toBe(true);
	expect(await api.query.contribution.rows.keys(epoch)).toEqual([]);
	const payout = api.tx.bme.payout(eve.address, [epoch]);
	expect(await chain.refused(payout, eve)).toBe('bme.EpochExpired');

	const [[, owed]] = await api.call.bmeApi.owed(ruined.address);
	expect(owed.toBigInt()).toBe(entitlement);
});

test('A36_the_ledger_from_events_alone_should_equal_the_counters', async () => {
	const { api, alice, bob, ferdie } = chain;
	await chain.feedPrice('0.5');
	const { id } = await request(chain, ferdie, bob);
	await chain.send(api.tx.bme.cancelJob(id), ferdie);
	const poor = await chain.newAccount('dust', { tokens: TOKEN });
	const leave = api.tx.balances.transferAllowDeath(alice.address, TOKEN / 2n);
	const fee = (await leave.paymentInfo(poor)).partialFee.toBigInt();
	const rest = api.tx.balances.transferAllowDeath(alice.address, TOKEN - fee - economics.EXISTENTIAL_DEPOSIT / 2n);
	await chain.send(rest, poor);
	expect((await chain.balances(poor)).free).toBe(0n);

	const [ledger, supply] = [await chain.ledgerFromEvents(), await chain.supply()];
	const nonZero = (counters) => [...counters].filter(([, amount]) => amount > 0n).sort();
	expect(nonZero(ledger.burned)).toEqual(nonZero(supply.burned));
	expect(nonZero(ledger.minted)).toEqual(nonZero(supply.minted));
	const causes = ['Cancel', 'Dust', 'Expired', 'Fee', 'Forfeit', 'Job(Agent)', 'Job(Training)'];
	expect([...ledger.burned.keys()].sort()).toEqual(causes);
	const [burned, minted] = [ledger.burned, ledger.minted].map((counters) => economics.sum([...counters.values()]));
	expect(supply.issuance).toBe(supply.genesis - burned + minted);
	expect(await chain.issuance()).toBe(supply.issuance);
});

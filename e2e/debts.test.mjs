/** What cannot be paid stays owed, what nobody claims is burned, and the books tell it all. */
import { expect, test } from 'vitest';
import { ONE, TOKEN, USD } from '../scripts/lib/units.mjs';
import { chainForThisFile } from './lib/chain.mjs';
import * as economics from './lib/economics.mjs';
import { approve, attest, begin, burnedFor, dearJob, expectSettled, expectedOf, request } from './lib/jobs.mjs';

// An epoch in which a supplier can earn and be ruined: a missed deadline takes a minute.
const chain = chainForThisFile({ epochMinutes: 2 });

/** Records of this many closed epochs are kept. */
const historyDepth = () => chain.api.consts.bme.historyDepth.toNumber();

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
	// The liability of this one is all that the other leaves of the bond.
	const losing = await begin(chain, ferdie, poor, { price: 990n * USD });
	const earning = await begin(chain, ferdie, poor);
	expect(losing.liability + earning.liability).toBe(bond);
	await chain.seal(5);
	await attest(chain, earning);
	await chain.sealUntil('bme.SupplierForfeited');
	await chain.send(api.tx.balances.transferAll(bob.address, true), poor);
	expectSettled(chain, await approve(chain, earning), earning, expectedOf(earning));
	expect((await chain.balances(poor)).fiat).toBe(earning.fiat);
});

test('A34_an_unclaimed_epoch_should_burn_exactly_what_it_did_not_pay', async () => {
	const { api, alice, eve } = chain;
	const { ruined, entitlement } = await ruinedSupplier();
	await chain.nextEpoch();
	await dearJob(chain, eve);
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
	const patience = (keep + 2) * 20;
	let events;
	let before;
	do {
		before = await chain.balances(pot);
		events = await chain.sealUntil('bme.EpochExpired', patience);
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
	const fee = (await leave.paymentInfo(poor, { era: 0 })).partialFee.toBigInt();
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

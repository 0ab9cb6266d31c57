/** What an epoch mints reaches those who earned it, to the unit; fiat that cannot be credited stays owed. */
import { expect, test } from 'vitest';
import { ONE, USD } from '../scripts/lib/units.mjs';
import { FIAT, chainForThisFile } from './lib/chain.mjs';
import * as economics from './lib/economics.mjs';
import { approve, attest, begin, dearJob, expectSettled, expectedOf } from './lib/jobs.mjs';

const chain = chainForThisFile();

test('A09_three_suppliers_should_share_an_epoch_to_the_unit', async () => {
	const { bob, charlie, dave, ferdie } = chain;
	const expected = await dearJob(chain, ferdie);

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
	const policy = (await chain.api.call.bmeApi.policy()).unwrap();
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

test('A39_a_payee_that_cannot_be_credited_should_be_owed_its_fiat', async () => {
	const { api, alice, charlie, eve, ferdie } = chain;
	const asset = (await api.query.assets.asset(FIAT)).unwrap();
	const team = [asset.owner, asset.issuer, alice.address, alice.address];
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

/** What an epoch mints reaches those who earned it, to the unit; fiat that cannot be credited stays owed. */
import { u8aToHex } from '@polkadot/util';
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

/** The status of an account of an asset, as it is encoded after the balance. */
const [LIQUID, BLOCKED] = [0, 2];
const STATUS_AT = 16;

async function setStatus({ address }, status) {
	const { api } = chain;
	const stored = (await api.query.assets.account(FIAT, address)).unwrap().toU8a();
	stored[STATUS_AT] = status;
	await chain.asRoot(api.tx.system.setStorage([[api.query.assets.account.key(FIAT, address), u8aToHex(stored)]]));
}

test('A39_a_payee_that_cannot_be_credited_should_be_owed_its_fiat', async () => {
	const { api, charlie, eve, ferdie } = chain;
	// Nobody can block an account: governance has to write what the asset's freezer would have.
	await chain.send(api.tx.assets.transfer(FIAT, charlie.address, 1), ferdie);
	await setStatus(charlie, BLOCKED);
	await chain.feedPrice('0.5');
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
	await setStatus(charlie, LIQUID);
	chain.one(await chain.send(claim, eve), 'bme.DebtPaid');
	expect((await chain.balances(charlie)).fiat).toBe(before.fiat + job.fiat);
});

/** The token price, and what depends on it. */
import { expect, test } from 'vitest';
import { account, feedOf } from '../scripts/lib/chain.mjs';
import { TOKEN, USD, fixedPoint } from '../scripts/lib/units.mjs';
import { chainForThisFile } from './lib/chain.mjs';
import { approve, attest, begin, expectSettled, expectedOf, specFor } from './lib/jobs.mjs';

const chain = chainForThisFile({ price: null });

/** Run a whole job of 10 USD in an epoch of its own; what it burned and what the epoch minted without its work. */
async function jobInItsEpoch() {
	await chain.nextEpoch();
	const job = await begin(chain, chain.ferdie, chain.bob, { price: 10n * USD });
	await attest(chain, job);
	expectSettled(chain, await approve(chain, job), job, expectedOf(job));
	const closed = chain.one(await chain.nextEpoch(), 'bme.EpochClosed');
	return { burned: closed.burned.toBigInt(), scheduled: closed.scheduled.toBigInt(), ...mintedOf(closed) };
}

const mintedOf = ({ minted }) => ({ security: minted.security.toBigInt(), work: minted.work.toBigInt() });

test('A07_the_burn_should_follow_the_price_and_the_mint_should_not', async () => {
	await chain.feedPrice('0.5');
	const base = await jobInItsEpoch();
	await chain.feedPrice('1');
	const doubled = await jobInItsEpoch();
	await chain.feedPrice('0.25');
	const halved = await jobInItsEpoch();
	expect([base.burned, doubled.burned, halved.burned]).toEqual([4n * TOKEN, 2n * TOKEN, 8n * TOKEN]);
	expect(doubled.scheduled).toBe(base.scheduled);
	expect(halved.scheduled).toBe(base.scheduled);
	expect([doubled.security, halved.security]).toEqual([base.security, base.security]);
});

test('A07_a_price_should_need_a_quorum_of_members_and_no_stranger', async () => {
	const { api, alice } = chain;
	await chain.feedPrice('0.5');
	const feed = await feedOf(api, fixedPoint('5'));
	expect(await chain.refused(feed, alice)).toBe('oracle.NoPermission');
	await chain.send(feed, account('//Feeder1'));
	await chain.seal();
	expect((await api.call.priceApi.price()).price.toBigInt()).toBe(fixedPoint('0.5'));
});

test('A21_a_crash_and_recovery_should_change_no_live_job', async () => {
	const { api, bob, ferdie } = chain;
	await chain.feedPrice('0.5');
	const job = await begin(chain, ferdie, bob, { price: 10n * USD });
	const before = await chain.balances(ferdie);

	await chain.feedPrice('0.1');
	const dear = await begin(chain, ferdie, bob, { price: 10n * USD });
	expect([job.burn, dear.burn]).toEqual([4n * TOKEN, 20n * TOKEN]);
	const views = await Promise.all([job, dear].map(({ id }) => api.call.bmeApi.job(id)));
	expect(views.map((view) => view.unwrap().burn.toBigInt())).toEqual([4n * TOKEN, 20n * TOKEN]);
	expect((await chain.balances(ferdie)).reserved - before.reserved).toBe(20n * TOKEN);
	await attest(chain, job);
	expectSettled(chain, await approve(chain, job), job, expectedOf(job));

	await chain.feedPrice('0.5');
	await attest(chain, dear);
	expectSettled(chain, await approve(chain, dear), dear, expectedOf(dear));
	await chain.expectNoJobs();
	// What it earned is minted before the next test begins.
	await chain.nextEpoch();
});

test('A10_an_epoch_with_no_work_no_price_and_no_caller_should_close_all_the_same', async () => {
	const { api, ferdie, bob } = chain;
	const minted = (await chain.supply()).minted;
	let closed = 0;
	// An hour and a half of nothing: the price is long stale, the epochs close one a minute.
	for (let block = 0; block < 900; block += 1) closed += chain.all(await chain.seal(), 'bme.EpochClosed').length;
	expect(closed).toBe(90);
	const after = (await chain.supply()).minted;
	expect(after.get('Pool(Work)')).toBe(minted.get('Pool(Work)'));
	expect(after.get('Pool(Contribution)') ?? 0n).toBe(minted.get('Pool(Contribution)') ?? 0n);
	expect((await api.call.priceApi.price()).condition.type).toBe('Stale');
	expect((await api.call.bmeApi.quote('Agent', USD)).asErr.type).toBe('PriceStale');
	expect(await chain.refused(api.tx.bme.requestJob(specFor(ferdie, bob)), ferdie)).toBe('bme.TokenPriceStale');
	await chain.feedPrice('0.5');
	expect((await api.call.bmeApi.quote('Agent', USD)).isOk).toBe(true);
});

test('A10_nothing_should_be_minted_before_an_epoch_ends', async () => {
	await chain.nextEpoch();
	const before = await chain.supply();
	const job = await begin(chain, chain.ferdie, chain.bob);
	await attest(chain, job);
	await approve(chain, job);
	expect((await chain.supply()).minted).toEqual(before.minted);
	await chain.nextEpoch();
	expect((await chain.supply()).minted).not.toEqual(before.minted);
});

/** The token price, and what depends on it. */
import { expect, test } from 'vitest';
import { account, feedOf } from '../scripts/lib/chain.mjs';
import { TOKEN, USD, fixedPoint } from '../scripts/lib/units.mjs';
import { FEEDERS, chainForThisFile } from './lib/chain.mjs';
import * as economics from './lib/economics.mjs';
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

const MINUTE = 60_000n;
const BLOCKS_A_MINUTE = 10;

const nowOf = async () => (await chain.api.query.timestamp.now()).toBigInt();
const numbers = ({ price, median, average, confidence, margin }) =>
	Object.fromEntries(
		Object.entries({ price, median, average, confidence, margin }).map(([name, value]) => [name, value.toBigInt()]),
	);

/** Each of `pairs` of a key and a price, USD a token, feeds it, observed `age` milliseconds ago; why it is refused. */
async function observe(pairs, age = 0n) {
	const observedAt = (await nowOf()) - age;
	const feeds = pairs.map(([uri, price]) => [
		chain.api.tx.oracle.feedValues([['Bme', { price: fixedPoint(price), observedAt }]]),
		account(uri),
	]);
	const results = await chain.sendAll(...feeds);
	results.forEach(({ error }) => expect(error).toBeNull());
	return results.map(({ events }) => chain.all(events, 'price.FeedRefused').map(({ reason }) => reason.type)[0]);
}

const everyone = (price) => FEEDERS.map((uri) => [uri, price]);

/** Make blocks; the changes of condition in them. */
async function conditionsIn(blocks) {
	const changes = [];
	for (let made = 0; made < blocks; made += 1) {
		const changed = chain.all(await chain.seal(), 'price.ConditionChanged');
		changes.push(...changed.map(({ before, after }) => `${before.type} to ${after.type}`));
	}
	return changes;
}

test('A07_the_burn_should_follow_the_price_and_the_mint_should_not', async () => {
	await chain.feedPrice('0.5');
	const base = await jobInItsEpoch();
	// For half an hour the feeders agree on twice the price. The average follows by two fifths.
	for (let minute = 0; minute < 30; minute += 1) {
		await chain.feedPrice('1');
		await chain.seal(BLOCKS_A_MINUTE - 2);
	}
	const dearer = numbers(await chain.price());
	expect(dearer.price).toBe(fixedPoint('1'));
	expect(dearer.average > fixedPoint('0.65') && dearer.average < fixedPoint('0.75')).toBe(true);
	const risen = await jobInItsEpoch();
	await chain.feedPrice('0.25');
	const halved = await jobInItsEpoch();
	expect([base.burned, halved.burned]).toEqual([4n * TOKEN, 8n * TOKEN]);
	expect(risen.burned).toBe(economics.fiatToTokens(2n * USD, dearer.average));
	// The schedule is one sum over all time, rounded down at the end of each epoch: epochs differ by a unit.
	const differs = (one, other) => (one > other ? one - other : other - one);
	for (const { scheduled, security } of [risen, halved]) {
		expect(differs(scheduled, base.scheduled) <= 1n).toBe(true);
		expect(differs(security, base.security) <= 1n).toBe(true);
	}
});

test('A07_a_price_should_need_a_quorum_of_members_and_no_stranger', async () => {
	const { api, alice } = chain;
	await chain.feedPrice('0.5');
	const feed = await feedOf(api, fixedPoint('5'));
	expect(await chain.refused(feed, alice)).toBe('oracle.NoPermission');
	await chain.send(feed, account('//Feeder1'));
	await chain.seal();
	expect((await chain.price()).median.toBigInt()).toBe(fixedPoint('0.5'));
});

test('A07_a_price_should_follow_its_feeders_by_bounded_steps', async () => {
	await chain.feedPrice('0.5');
	await chain.seal(BLOCKS_A_MINUTE);
	let before = numbers(await chain.price()).price;
	for (const target of ['0.1', '0.1', '5', '5']) {
		await observe(everyone(target));
		await chain.seal(BLOCKS_A_MINUTE);
		const { price, median } = numbers(await chain.price());
		expect(median).toBe(fixedPoint(target));
		const distance = price > before ? price - before : before - price;
		// Of a step the time since the last one counts, which is a block more than a minute.
		expect(distance).toBe(economics.stepOf(before));
		before = price;
	}
});

test('A14_an_ageing_price_should_widen_its_margin_and_say_so_once', async () => {
	await chain.feedPrice('0.5');
	const changes = [];
	for (let minute = 0; minute < 65; minute += 1) {
		changes.push(...(await conditionsIn(BLOCKS_A_MINUTE)));
		const view = await chain.price();
		const age = (await nowOf()) - view.observedAt.toBigInt();
		expect(view.margin.toBigInt()).toBe(economics.marginAt(age));
		expect(view.cautious.toBigInt()).toBe(economics.cautious(numbers(view)));
		const quote = await chain.api.call.bmeApi.quote('Agent', 10n * USD);
		expect(quote.isOk).toBe(age <= 60n * MINUTE);
		if (quote.isOk) expect(quote.asOk.priceUsed.toBigInt()).toBe(view.cautious.toBigInt());
	}
	expect(changes).toEqual(['Fresh to Ageing', 'Ageing to Stale']);
	await chain.feedPrice('0.5');
});

test('A15_every_condition_should_change_at_its_threshold_and_back_inside_of_it', async () => {
	const condition = async () => (await chain.price()).condition.type;
	const ageInBlocks = async () => ((await nowOf()) - (await chain.price()).observedAt.toBigInt()) / 6_000n;
	await chain.feedPrice('0.5');
	const sealUntilAge = async (blocks) => chain.seal(Number(blocks - (await ageInBlocks())));
	for (const [blocks, expected] of [
		[99n, 'Fresh'],
		[100n, 'Fresh'],
		[101n, 'Ageing'],
		[599n, 'Ageing'],
		[600n, 'Ageing'],
		[601n, 'Stale'],
	]) {
		await sealUntilAge(blocks);
		expect(await condition(), `at the age of ${blocks} blocks`).toBe(expected);
	}
	await chain.feedPrice('0.5');
	expect(await condition()).toBe('Fresh');

	// Observations that are looked at in the next block: at nine minutes the price is fresh again, and just before ten
	// it is neither fresh again nor does it flap.
	await chain.seal(101);
	expect(await condition()).toBe('Ageing');
	for (const [minutesInBlocks, expected] of [
		[98n, 'Ageing'],
		[97n, 'Ageing'],
		[90n, 'Ageing'],
		[87n, 'Fresh'],
	]) {
		await observe(everyone('0.5'), minutesInBlocks * 6_000n);
		await chain.seal();
		expect(await condition(), `observed ${minutesInBlocks} blocks ago`).toBe(expected);
	}
});

test('A16_feeds_that_do_not_count_should_move_nothing_and_the_price_should_recover_alone', async () => {
	const { api, alice, ferdie, bob } = chain;
	const epoch = (await chain.api.call.bmeApi.epoch()).index.toNumber();
	const job = await begin(chain, ferdie, bob);
	await attest(chain, job);
	await approve(chain, job);
	await chain.nextEpoch();
	await chain.feedPrice('0.5');
	const { median, observedAt } = await chain.price();
	const unmoved = async () => {
		await chain.seal();
		const view = await chain.price();
		expect([view.median.toBigInt(), view.observedAt.toBigInt()]).toEqual([
			median.toBigInt(),
			observedAt.toBigInt(),
		]);
	};

	const [first, second, third] = FEEDERS;
	await observe([
		[first, '0.4'],
		[second, '0.4'],
	]);
	await unmoved();
	await observe([
		[first, '0.5'],
		[second, '0.51'],
		[third, '0.6'],
	]);
	await unmoved();
	// The clock of the block that includes them is a slot later.
	expect(await observe(everyone('0.6'), -60_000n)).toEqual(Array(3).fill('FromFuture'));
	await unmoved();
	expect(await observe(everyone('0.6'), 660_000n)).toEqual(Array(3).fill('TooOld'));
	await unmoved();
	expect(await observe(everyone('0.6'), 120_000n)).toEqual(Array(3).fill('NotNewer'));
	await unmoved();
	expect(await observe(everyone('0'))).toEqual(Array(3).fill('PriceZero'));
	await unmoved();
	expect(await chain.refused(await feedOf(api, fixedPoint('0.6')), alice)).toBe('oracle.NoPermission');
	await unmoved();
	const standing = (await api.call.priceApi.feeders()).find(
		({ feeder }) => feeder.toString() === account(third).address,
	);
	expect(standing.outliers.toNumber()).toBeGreaterThan(0);

	await chain.seal(601);
	const view = await chain.price();
	expect([view.condition.type, view.stale.unwrap().type]).toEqual(['Stale', 'TooOld']);
	expect((await api.call.bmeApi.quote('Agent', USD)).asErr.type).toBe('PriceStale');
	expect(await chain.refused(api.tx.bme.requestJob(specFor(ferdie, bob), []), ferdie)).toBe('bme.TokenPriceStale');
	expect((await api.call.contributionApi.points(epoch, bob.address)).work.toBigInt()).toBe(0n);
	await chain.feedPrice('0.5');
	expect((await api.call.bmeApi.quote('Agent', USD)).isOk).toBe(true);
});

test('A21_a_crash_and_recovery_should_change_no_live_job', async () => {
	const { api, bob, ferdie } = chain;
	await chain.feedPrice('0.5');
	const job = await begin(chain, ferdie, bob, { price: 10n * USD });
	const before = await chain.balances(ferdie);

	await chain.feedPrice('0.1');
	const dear = await begin(chain, ferdie, bob, { price: 10n * USD });
	expect(dear.burn).toBe(20n * TOKEN);
	const views = await Promise.all([job, dear].map(({ id }) => api.call.bmeApi.job(id)));
	expect(views.map((view) => view.unwrap().burn.toBigInt())).toEqual([job.burn, 20n * TOKEN]);
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
	expect(await chain.refused(api.tx.bme.requestJob(specFor(ferdie, bob), []), ferdie)).toBe('bme.TokenPriceStale');
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

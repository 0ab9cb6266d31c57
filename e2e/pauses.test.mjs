/** The emergency: new jobs, or the mint, stop for a while by a vote. What runs goes on, and nothing earned is lost. */
import { expect, test } from 'vitest';
import { ONE, USD } from '../scripts/lib/units.mjs';
import { chainForThisFile } from './lib/chain.mjs';
import { approve, attest, begin, expectSettled, expectedOf, specFor } from './lib/jobs.mjs';

/** As long as a session: every epoch has as many blocks. */
const EPOCH_MINUTES = 6;
const EPOCH = EPOCH_MINUTES * 60_000;
const BLOCKS = EPOCH_MINUTES * 10;
const SLOT = 6_000;
const chain = chainForThisFile({ epochMinutes: EPOCH_MINUTES });
const LONG = { timeout: 300_000 };
/** A day of a public network. */
const LONGEST = 24 * 60_000;

const asEmergency = (call) => chain.asOrigin('Emergency', call);
const now = async () => (await chain.api.query.timestamp.now()).toNumber();
const pauses = async () => (await chain.api.call.bmeApi.pauses()).toJSON();

test('A13_running_jobs_should_end_and_pay_when_new_ones_are_paused', LONG, async () => {
	const { api, ferdie, bob, charlie } = chain;
	const long = { jobClass: 'Training', attestWithin: 400 };
	const [working, failing] = [
		await begin(chain, ferdie, bob, long),
		await begin(chain, ferdie, charlie, { ...long, attestWithin: 200 }),
	];
	await chain.feedPrice('0.5');

	expect(await asEmergency(api.tx.bme.pause('Jobs', LONGEST + 1))).toBe('bme.PauseOutOfBounds');
	expect(await asEmergency(api.tx.bme.pause('Jobs', LONGEST))).toBeNull();
	const { jobs: until, mint } = await pauses();
	// What is enacted comes before the block's own time is known: the pause began with the block before.
	expect([until - (await now()), mint]).toEqual([LONGEST - SLOT, null]);
	await chain.feedPrice('0.5');
	const request = api.tx.bme.requestJob(specFor(ferdie, bob), []);
	expect(await chain.refused(request, ferdie)).toBe('bme.JobsPaused');
	expect((await api.call.bmeApi.quote('Agent', 10n * USD)).asErr.type).toBe('JobsPaused');

	// Attested, approved, settled and paid.
	await attest(chain, working);
	expectSettled(chain, await approve(chain, working), working, expectedOf(working));
	const closed = await chain.nextEpoch();
	expect(chain.one(closed, 'bme.EpochClosed').minted.work.toBigInt()).toBeGreaterThan(0n);
	const paid = [...closed, ...(await chain.seal())];
	expect(chain.all(paid, 'bme.PaidOut').map(({ account }) => account.toString())).toContain(bob.address);
	// Never attested: the payer has its money back.
	const failed = chain.one(await chain.sealUntil('bme.JobFailed', 200), 'bme.JobFailed');
	expect(failed.job.toNumber()).toBe(failing.id);
	expect(failed.fiatReturned.toBigInt()).toBe(failing.fiat);
	await chain.expectNoJobs();

	// It ends by itself, and cannot be had again at once.
	expect((await pauses()).jobs).toBe(until);
	await chain.seal(Math.ceil((until - (await now())) / SLOT));
	expect((await pauses()).jobs).toBeNull();
	await chain.feedPrice('0.5');
	await chain.send(request, ferdie);
	expect(await asEmergency(api.tx.bme.pause('Jobs', LONGEST))).toBe('bme.PausedLately');
});

test('A13_nothing_earned_should_be_lost_when_the_mint_is_paused', LONG, async () => {
	const { api, ferdie, bob } = chain;
	const useIt = async () => {
		await chain.feedPrice('0.5');
		const job = await begin(chain, ferdie, bob);
		await attest(chain, job);
		await approve(chain, job);
		return expectedOf(job).suppliers[0].entitlement;
	};
	// Two epochs whose like follows.
	await chain.nextEpoch();
	const single = chain.one(await chain.nextEpoch(), 'bme.EpochClosed');
	expect(single.elapsed.toNumber()).toBe(EPOCH);

	expect(await asEmergency(api.tx.bme.pause('Mint', EPOCH + 1))).toBe('bme.PauseOutOfBounds');
	expect(await asEmergency(api.tx.bme.pause('Mint', EPOCH))).toBeNull();
	const { start, index } = (await api.call.bmeApi.epoch()).toJSON();
	const { mint: until } = await pauses();
	expect(until).toBeGreaterThan(start + EPOCH);
	const { minted: before } = await chain.supply();
	let earned = await useIt();
	while ((await now()) < start + EPOCH) await chain.seal();
	// The epoch's time is over, and it waits; work goes on and earns.
	await chain.seal(2);
	earned += await useIt();
	expect((await api.call.bmeApi.epoch()).index.toNumber()).toBe(index);
	expect((await chain.supply()).minted).toEqual(before);

	let events = [];
	for (let made = 0; made < BLOCKS && chain.all(events, 'bme.EpochClosed').length === 0; made += 1)
		events = await chain.seal();
	const closed = chain.one(events, 'bme.EpochClosed');
	expect(closed.start.toNumber()).toBe(start);
	expect(closed.elapsed.toNumber()).toBe(2 * EPOCH);
	expect(closed.nextStart.toNumber()).toBe(start + 2 * EPOCH);
	expect(closed.minted.work.toBigInt()).toBe(earned);
	// Twice the schedule, and twice the blocks.
	const off = closed.scheduled.toBigInt() - 2n * single.scheduled.toBigInt();
	expect(off * off * ONE < single.scheduled.toBigInt() ** 2n).toBe(true);
	expect(await asEmergency(api.tx.bme.pause('Mint', EPOCH))).toBe('bme.PausedLately');
});

/** When a feeder feeds, on a chain that does what a test says. */
import { expect, test } from 'vitest';
import { FIXED } from '../lib/units.mjs';
import { aggregate, weightedMedian } from './aggregate.mjs';
import { ERA, Feeder } from './feeder.mjs';

const SLOT = 6_000;
const GENESIS = 1_700_000_000_000n;
const answer = (price, weight = 1, age = 0, name = `${price}`) => ({ name, price, weight, age });

/** A feeder, its sources and its chain in a test's hands. */
class World {
	constructor() {
		this.price = FIXED / 2n;
		this.age = 0;
		this.block = { number: 0, nonce: 0, observedAt: null };
		this.submitted = [];
		this.lines = [];
		this.outcomes = [];
		const config = { intervalSeconds: 60, deviation: 0.01, minimumSources: 2 };
		const submit = async (feed) => {
			if (this.offline) throw new Error('disconnected');
			this.submitted.push(feed);
		};
		const metrics = {
			agreeing: { set: () => {} },
			fed: () => this.outcomes.push('accepted'),
			notFed: (outcome) => this.outcomes.push(outcome),
		};
		const poller = { price: () => ({ price: this.price, age: this.age, agreeing: ['a', 'b'], dropped: [] }) };
		const now = () => this.block.number * SLOT;
		this.feeder = new Feeder(config, {
			chain: { submit },
			poller,
			metrics,
			now,
			log: (line) => this.lines.push(line),
		});
	}

	/** Blocks pass; `change` is what is new in them. */
	async blocks(count, change = {}) {
		for (let made = 0; made < count; made += 1) {
			this.block = { ...this.block, ...change, number: this.block.number + 1 };
			await this.feeder.onBlock({
				nextNonce: this.block.nonce,
				...this.block,
				time: GENESIS + BigInt(this.block.number * SLOT),
			});
		}
	}

	/** The next block includes the last feed, and the chain takes it. */
	async include() {
		const { nonce, observedAt } = this.submitted.at(-1);
		await this.blocks(1, { nonce: nonce + 1, observedAt });
	}
}

test('median_should_be_where_half_of_the_weight_is_when_weights_differ', () => {
	expect(weightedMedian([])).toBeNull();
	expect(weightedMedian([answer(3n), answer(1n), answer(2n)])).toBe(2n);
	expect(weightedMedian([answer(3n), answer(2n)])).toBe(2n);
	expect(weightedMedian([answer(1n), answer(2n), answer(9n, 5)])).toBe(9n);
	expect(weightedMedian([answer(1n, 2), answer(4n), answer(8n)])).toBe(2n);
});

test('sources_should_be_left_out_when_they_are_old_or_far_off', () => {
	const rules = { maxAgeSeconds: 60, outlier: 0.02, minimumSources: 2 };
	const answers = [answer(1_000n), answer(1_020n, 1, 60_000), answer(1_021n), answer(1_000n, 1, 60_001, 'old')];
	expect(aggregate(answers, rules)).toEqual({
		price: 1_020n,
		age: 60_000,
		agreeing: ['1000', '1020', '1021'],
		dropped: ['old'],
	});
	expect(aggregate([answer(1_000n), answer(2_000n)], rules)).toMatchObject({ price: null, agreeing: [] });
	expect(aggregate([], rules)).toMatchObject({ price: null, agreeing: [] });
});

test('feed_should_be_sent_at_once_and_then_at_the_interval', async () => {
	const world = new World();
	await world.blocks(1);
	expect(world.submitted).toEqual([{ price: FIXED / 2n, observedAt: GENESIS + 6_000n, nonce: 0, era: ERA }]);
	await world.include();
	await world.blocks(8);
	expect(world.submitted.length).toBe(1);
	await world.blocks(1);
	expect(world.submitted.length).toBe(2);
	expect(world.outcomes).toEqual(['accepted']);
	expect(world.lines.length).toBe(1);
});

test('feed_should_be_sent_early_when_the_price_moves', async () => {
	const world = new World();
	await world.blocks(1);
	await world.include();
	world.price = (FIXED * 505n) / 1_000n;
	await world.blocks(1);
	expect(world.submitted.length).toBe(1);
	world.price += 1n;
	await world.blocks(1);
	expect(world.submitted.at(-1).price).toBe(world.price);
});

test('no_second_feed_should_be_signed_when_the_first_may_still_be_included', async () => {
	const world = new World();
	await world.blocks(1);
	world.price = FIXED;
	await world.blocks(ERA);
	expect(world.submitted.length).toBe(1);
	await world.blocks(1);
	expect(world.submitted.map(({ nonce }) => nonce)).toEqual([0, 0]);
	expect(world.outcomes).toEqual(['lost']);
});

test('feed_should_wait_when_an_earlier_run_left_one_in_the_pool', async () => {
	const world = new World();
	await world.blocks(3, { nextNonce: 1 });
	expect(world.submitted).toEqual([]);
	await world.blocks(1, { nonce: 1 });
	expect(world.submitted.map(({ nonce }) => nonce)).toEqual([1]);
});

test('feed_should_be_told_as_refused_when_the_chain_does_not_take_it', async () => {
	const world = new World();
	await world.blocks(1);
	await world.blocks(1, { nonce: 1 });
	expect(world.outcomes).toEqual(['refused']);
	// The next one follows with the next nonce.
	expect(world.submitted.map(({ nonce }) => nonce)).toEqual([0, 1]);
});

test('feed_should_wait_when_nothing_newer_was_observed', async () => {
	const world = new World();
	await world.blocks(1);
	await world.include();
	world.price = FIXED;
	world.age = 2 * SLOT;
	await world.blocks(1);
	expect(world.submitted.length).toBe(1);
	await world.blocks(1);
	expect(world.submitted.at(-1)).toMatchObject({ price: FIXED, observedAt: GENESIS + 2n * 6_000n });
});

test('feeder_should_go_on_when_the_node_is_away', async () => {
	const world = new World();
	world.offline = true;
	await world.blocks(1);
	expect(world.outcomes).toEqual(['failed']);
	world.offline = false;
	await world.blocks(ERA + 1);
	expect(world.submitted.length).toBe(1);
	await world.include();
	expect(world.outcomes).toEqual(['failed', 'lost', 'accepted']);
});

test('feeder_should_say_once_that_there_is_nothing_to_feed', async () => {
	const world = new World();
	world.price = null;
	await world.blocks(5);
	expect(world.submitted).toEqual([]);
	expect(world.lines.length).toBe(1);
});

test('feed_should_wait_for_the_first_block_when_the_chain_has_just_begun', async () => {
	const world = new World();
	await world.feeder.onBlock({ number: 0, nonce: 0, nextNonce: 0, time: 0n, observedAt: null });
	expect([world.submitted, world.outcomes]).toEqual([[], []]);
	await world.blocks(1);
	expect(world.submitted.length).toBe(1);
});

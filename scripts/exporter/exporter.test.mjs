/** What an exporter reads and shows, of a chain that says what a test wants. */
import { expect, test } from 'vitest';
import { FIXED, TOKEN, USD } from '../lib/units.mjs';
import { Exporter } from './exporter.mjs';
import { Metrics } from './metrics.mjs';

const CONFIG = { rowsSeconds: 60, invariantsSeconds: 600 };

function figures(change) {
	return {
		best: 120,
		finalized: 117,
		now: 1_000_000,
		epoch: { index: 5, start: 930_000, length: 60_000, burned: 3n * TOKEN, oldestUnpaid: 4 },
		supply: {
			issuance: 107n * TOKEN,
			genesis: 100n * TOKEN,
			burned: new Map([
				['Fee', TOKEN],
				['Job(Agent)', 2n * TOKEN],
			]),
			minted: new Map([['Pool(Work)', 10n * TOKEN]]),
		},
		price: {
			byKind: { price: FIXED / 2n, median: FIXED },
			observedAt: 970_000,
			conditions: { Fresh: false, Ageing: true, Stale: false },
			feeds: { fresh: 3, agreeing: 2, quorum: 3 },
		},
		fiat: { issuance: 7n * USD, expected: 7n * USD },
		...change,
	};
}

/** An exporter, its chain and its clock in a test's hands. */
class World {
	constructor() {
		this.time = 0;
		this.asked = [];
		this.lines = [];
		this.answers = {
			figures: figures(),
			rows: { owed: new Map(), unpaid: 0 },
			broken: null,
		};
		this.metrics = new Metrics();
		const answer = (what) => async () => {
			this.asked.push(what);
			const found = await this.answers[what];
			if (found instanceof Error) throw found;
			return found;
		};
		const chain = { figuresAt: answer('figures'), rowsAt: answer('rows'), brokenAt: answer('broken') };
		const log = (line) => this.lines.push(line);
		this.exporter = new Exporter(CONFIG, { chain, log, metrics: this.metrics, now: () => this.time });
	}

	block(seconds = 6) {
		this.time += seconds * 1_000;
		return this.exporter.onHead({ number: 7, hash: '0x' });
	}

	/** The values of a metric, by its labels. */
	async values(name) {
		const { values } = await this.metrics.registry.getSingleMetric(`bme_exporter_${name}`).get();
		return Object.fromEntries(values.map(({ labels, value }) => [Object.values(labels).join(), value]));
	}

	async value(name) {
		return (await this.values(name))[''];
	}

	count(what) {
		return this.asked.filter((one) => one === what).length;
	}
}

test('figures_should_be_shown_in_whole_units', async () => {
	const world = new World();
	await world.block();
	expect(await world.value('best_block')).toBe(120);
	expect(await world.value('finalized_block')).toBe(117);
	expect(await world.value('block_timestamp_seconds')).toBe(1_000);
	expect(await world.value('epoch')).toBe(5);
	expect(await world.value('epoch_age_seconds')).toBe(70);
	expect(await world.value('epoch_late_seconds')).toBe(10);
	expect(await world.value('epoch_burned_tokens')).toBe(3);
	expect(await world.value('unpaid_epochs')).toBe(1);
	expect(await world.value('issuance_tokens')).toBe(107);
	expect(await world.values('burned_tokens')).toEqual({ Fee: 1, 'Job(Agent)': 2 });
	expect(await world.values('minted_tokens')).toEqual({ 'Pool(Work)': 10 });
	expect(await world.values('price')).toEqual({ price: 0.5, median: 1 });
	expect(await world.value('price_age_seconds')).toBe(30);
	expect(await world.values('price_condition')).toEqual({ Fresh: 0, Ageing: 1, Stale: 0 });
	expect(await world.values('price_feeds')).toEqual({ fresh: 3, agreeing: 2, quorum: 3 });
	expect(await world.value('fiat')).toBe(7);
});

test('epoch_should_not_be_late_when_its_time_is_not_over', async () => {
	const world = new World();
	world.answers.figures = figures({ now: 980_000 });
	await world.block();
	expect(await world.value('epoch_late_seconds')).toBe(0);
});

test('mismatch_should_be_told_to_the_unit_when_the_ledger_is_off', async () => {
	const world = new World();
	await world.block();
	expect([await world.value('ledger_mismatch'), await world.value('fiat_mismatch')]).toEqual([0, 0]);
	world.answers.figures = figures({ fiat: { issuance: 7n, expected: 9n } });
	world.answers.figures.supply.issuance += 1n;
	await world.block();
	expect([await world.value('ledger_mismatch'), await world.value('fiat_mismatch')]).toEqual([1, -2]);
});

test('nothing_should_be_shown_when_it_is_not_known', async () => {
	const world = new World();
	expect(await world.values('invariants_hold')).toEqual({});
	expect(await world.values('ledger_mismatch')).toEqual({});
	world.answers.figures.price.observedAt = 0;
	await world.block();
	expect(await world.values('price_age_seconds')).toEqual({});
	expect(await world.value('invariants_hold')).toBe(1);
});

test('debts_should_be_summed_by_what_they_are_of', async () => {
	const world = new World();
	const owed = new Map([
		['Fiat', 2n * USD],
		['Tokens(Work)', TOKEN],
		['Tokens(Security)', TOKEN / 2n],
	]);
	world.answers.rows = { owed, unpaid: 42 };
	await world.block();
	expect(await world.value('owed_fiat')).toBe(2);
	expect(await world.value('owed_tokens')).toBe(1.5);
	expect(await world.value('unpaid_rows')).toBe(42);
});

test('costly_looks_should_be_now_and_then', async () => {
	const world = new World();
	for (let made = 0; made < 101; made += 1) await world.block();
	expect(['figures', 'rows', 'broken'].map((what) => world.count(what))).toEqual([101, 11, 2]);
});

test('blocks_should_be_left_out_when_a_look_takes_long', async () => {
	const world = new World();
	let answer;
	const usual = world.answers.rows;
	world.answers.rows = new Promise((resolve) => {
		answer = resolve;
	});
	const first = world.block();
	await new Promise(setImmediate);
	await world.block(100);
	expect([world.count('rows'), world.count('figures')]).toEqual([1, 2]);
	answer(usual);
	await first;
	await world.block(100);
	expect(world.count('rows')).toBe(2);
});

test('invariant_should_be_told_by_name_when_it_does_not_hold', async () => {
	const world = new World();
	world.answers.broken = 'invariant 1: the ledger';
	await world.block();
	expect(await world.value('invariants_hold')).toBe(0);
	expect(world.lines).toEqual(['AN INVARIANT DOES NOT HOLD: invariant 1: the ledger']);
});

test('failure_should_be_counted_and_told_once_when_the_chain_cannot_be_read', async () => {
	const world = new World();
	world.answers.figures = new Error('state discarded');
	await world.block();
	await world.block();
	expect(await world.values('failures_total')).toEqual({ figures: 2 });
	expect(world.lines).toEqual(['block 7: the figures cannot be read: state discarded']);
	expect(await world.value('unpaid_rows'), 'the others go on').toBe(0);
	world.answers.figures = figures();
	await world.block();
	expect(await world.value('best_block')).toBe(120);
});

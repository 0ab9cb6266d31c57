/** When a reporter measures and reports, on a chain that does what a test says. */
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { expect, test } from 'vitest';
import { account } from '../lib/chain.mjs';
import { ERA, MOST_REPORTS, Reporter } from './reporter.mjs';

await cryptoWaitReady();
const supplier = (index) => account(`//Supplier//${index}`).address;
const SUPPLIERS = Array.from({ length: 250 }, (_, index) => supplier(index));

/** A reporter, its command and its chain in a test's hands. */
class World {
	constructor({ measured = 3 } = {}) {
		this.block = { number: 0, hash: '0x', epoch: 5, nonce: 0, state: 'Ready' };
		/** By epoch, the suppliers of whom the chain has a report of ours. */
		this.rows = new Map();
		this.refuses = new Set();
		this.submitted = [];
		/** Suppliers whose answers could be demanded of, and demands. */
		this.answered = [];
		this.demanded = [];
		this.runs = [];
		this.lines = [];
		this.counts = {};
		this.output = SUPPLIERS.slice(0, measured)
			.map((address) => JSON.stringify({ supplier: address, units: { 3: 1 } }))
			.join('\n');
		this.code = 0;
		this.start();
	}

	start() {
		const counter = (name) => ({
			inc: (labels = 1, count = 1) => {
				const key = typeof labels === 'number' ? name : `${name} ${labels.outcome}`;
				this.counts[key] = (this.counts[key] ?? 0) + (typeof labels === 'number' ? labels : count);
			},
		});
		const gauge = { set: () => {} };
		this.reporter = new Reporter(
			{ measure: ['measure'], timeoutSeconds: 5, retrySeconds: 30, demandOneIn: 4 },
			{
				chain: {
					address: 'us',
					missing: async (_, epoch, reports) =>
						reports.filter((report) => !this.rows.get(epoch)?.has(report.supplier)),
					unproven: async (_, epoch, suppliers) =>
						suppliers.filter(
							(one) =>
								this.answered.includes(one) &&
								!this.demanded.some((demand) => demand.supplier === one && demand.epoch === epoch),
						),
					demand: async (demand) => this.demanded.push(demand),
					submit: async (batch) => {
						if (this.offline) throw new Error('disconnected');
						this.submitted.push(batch);
					},
				},
				run: async (command, input) => {
					this.runs.push(input);
					return { code: this.code, output: this.output };
				},
				log: (line) => this.lines.push(line),
				metrics: {
					epoch: gauge,
					ready: gauge,
					measurements: counter('measurements'),
					badLines: counter('bad'),
					batches: counter('batches'),
					reports: counter('reports'),
					demands: counter('demands'),
				},
				now: () => this.block.number * 6_000,
				random: () => this.luck ?? 0.99,
			},
		);
	}

	async blocks(count = 1, change = {}) {
		for (let made = 0; made < count; made += 1) {
			this.block = { ...this.block, ...change, number: this.block.number + 1 };
			await this.reporter.onBlock({ nextNonce: this.block.nonce, ...this.block });
			await this.reporter.done;
		}
	}

	/** The next block includes the last batch. */
	async include() {
		const { epoch, reports } = this.submitted.at(-1);
		if (epoch === this.block.epoch) {
			const row = this.rows.get(epoch) ?? new Set();
			reports.filter((one) => !this.refuses.has(one.supplier)).forEach((one) => row.add(one.supplier));
			this.rows.set(epoch, row);
		}
		await this.blocks(1, { nonce: this.block.nonce + 1 });
	}
}

test('epoch_should_be_measured_once_and_reported_when_it_begins', async () => {
	const world = new World();
	await world.blocks(2);
	expect(world.runs).toEqual([{ epoch: 4 }]);
	expect(world.submitted).toMatchObject([{ epoch: 5, nonce: 0, era: ERA }]);
	expect(world.submitted[0].reports).toHaveLength(3);
	await world.blocks(3);
	expect(world.submitted, 'one at a time').toHaveLength(1);
	await world.include();
	await world.blocks(5);
	expect([world.runs.length, world.submitted.length]).toEqual([1, 1]);
	expect(world.counts).toMatchObject({ 'reports counted': 3, 'batches included': 1 });

	await world.blocks(2, { epoch: 6 });
	expect(world.runs).toEqual([{ epoch: 4 }, { epoch: 5 }]);
	expect(world.submitted.at(-1).epoch).toBe(6);
});

test('reports_should_go_by_the_hundred_when_there_are_more', async () => {
	const world = new World({ measured: 250 });
	await world.blocks(2);
	for (let batch = 0; batch < 3; batch += 1) {
		await world.include();
		await world.blocks(2);
	}
	expect(world.submitted.map(({ reports }) => reports.length)).toEqual([MOST_REPORTS, MOST_REPORTS, 50]);
	expect(world.rows.get(5).size).toBe(250);
});

test('nothing_should_be_said_twice_when_the_program_was_killed', async () => {
	const world = new World({ measured: 150 });
	await world.blocks(2);
	await world.include();
	// Killed, and started again in the same epoch.
	world.start();
	await world.blocks(4);
	const [first, second] = world.submitted.map(({ reports }) => reports.map((report) => report.supplier));
	expect([first.length, second.length]).toEqual([100, 50]);
	expect(first.filter((address) => second.includes(address))).toEqual([]);
});

test('reporter_should_wait_when_an_earlier_run_s_batch_is_on_its_way', async () => {
	const world = new World();
	await world.blocks(5, { nextNonce: 1 });
	expect(world.submitted).toEqual([]);
	world.rows.set(5, new Set(SUPPLIERS.slice(0, 3)));
	await world.blocks(3, { nonce: 1, nextNonce: 1 });
	expect(world.submitted).toEqual([]);
	expect(world.lines.at(-1)).toContain('3 reports count');
});

test('batch_should_be_sent_again_when_it_was_lost', async () => {
	const world = new World();
	await world.blocks(2);
	await world.blocks(ERA);
	expect(world.submitted).toHaveLength(1);
	await world.blocks(1);
	expect(world.submitted).toHaveLength(2);
	expect(world.counts['batches lost']).toBe(1);
	await world.include();
	await world.blocks(1);
	expect(world.counts['reports counted']).toBe(3);
});

test('refused_reports_should_be_told_and_not_repeated', async () => {
	const world = new World();
	world.refuses.add(SUPPLIERS[1]);
	await world.blocks(2);
	await world.include();
	await world.blocks(5);
	expect(world.submitted).toHaveLength(1);
	expect(world.counts).toMatchObject({ 'reports counted': 2, 'reports refused': 1 });
	expect(world.lines.at(-1)).toBe('epoch 5: 2 reports count, 1 refused: see measurement.ReportRefused');
});

test('late_batch_should_not_count_for_the_next_epoch', async () => {
	const world = new World();
	await world.blocks(2);
	await world.blocks(1, { epoch: 6 });
	expect(world.lines.at(-2)).toBe('epoch 5: 3 reports came too late');
	await world.include();
	await world.blocks(2);
	expect(world.submitted.map(({ epoch }) => epoch)).toEqual([5, 6]);
	expect(world.submitted[1].reports).toHaveLength(3);
});

test('measurement_should_be_tried_again_when_it_failed', async () => {
	const world = new World();
	world.code = 1;
	world.output = 'no disk';
	await world.blocks(3);
	expect([world.runs.length, world.submitted.length]).toEqual([1, 0]);
	expect(world.lines.at(-1)).toBe('the measurement failed, exit 1: no disk');
	await world.blocks(5);
	expect(world.runs).toHaveLength(2);
	expect(world.counts['measurements failed']).toBe(2);
});

test('nothing_should_be_measured_when_the_reporter_may_not_report', async () => {
	const world = new World();
	await world.blocks(3, { state: 'NotAdmitted' });
	await world.blocks(3, { state: 'NotBonded' });
	expect([world.runs.length, world.lines.length]).toEqual([0, 2]);
	expect(world.lines[0]).toContain('no reporter of this chain');
	expect(world.lines[1]).toContain('the bond is not whole');
	await world.blocks(2, { state: 'Ready' });
	expect(world.submitted).toHaveLength(1);
});

test('nothing_should_be_measured_when_no_epoch_is_over', async () => {
	const world = new World();
	await world.blocks(3, { epoch: 0 });
	expect(world.runs).toEqual([]);
});

test('program_should_go_on_when_the_node_is_gone', async () => {
	const world = new World();
	world.offline = true;
	await world.blocks(2);
	expect(world.counts['batches failed']).toBe(1);
	world.offline = false;
	await world.blocks(ERA + 1);
	expect(world.submitted).toHaveLength(1);
});

test('bad_lines_should_be_told_a_few_at_a_time', async () => {
	const world = new World();
	world.output += `\n${Array.from({ length: 9 }, () => 'rubbish').join('\n')}`;
	await world.blocks(2);
	expect(world.submitted[0].reports).toHaveLength(3);
	expect(world.counts.bad).toBe(9);
	expect(world.lines.filter((line) => line.includes('no JSON'))).toHaveLength(5);
	expect(world.lines).toContain('4 more lines are bad');
});

test('suppliers_with_devices_should_have_to_prove_them_when_they_are_drawn', async () => {
	const world = new World();
	world.luck = 0.2;
	world.answered = SUPPLIERS.slice(0, 2);
	await world.blocks(2);
	await world.include();
	for (let nonce = world.block.nonce; nonce < 5; nonce += 1) await world.blocks(2, { nonce });
	expect(world.demanded.map(({ supplier, epoch }) => [supplier, epoch])).toEqual(
		world.answered.map((supplier) => [supplier, 4]),
	);
	expect(world.counts.demands).toBe(2);
});

test('suppliers_should_be_left_alone_when_they_are_not_drawn', async () => {
	const world = new World();
	world.luck = 0.25;
	world.answered = SUPPLIERS.slice(0, 2);
	await world.blocks(2);
	await world.include();
	await world.blocks(5);
	expect(world.demanded).toEqual([]);
});

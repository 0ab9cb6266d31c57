/** When a verifier judges, commits and reveals, on a chain that does what a test says. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run } from '../daemon/command.mjs';
import { ERA } from './chain.mjs';
import { Store } from './store.mjs';
import { Court, chainOn } from './testing/court.mjs';
import { Verifier } from './verifier.mjs';

const GOOD = ['echo', '{"qualities":[1]}'];

/** A verifier, its command and its chain in a test's hands. */
class World {
	async open() {
		this.folder = mkdtempSync(path.join(tmpdir(), 'bme-verifier-'));
		this.store = await Store.open(path.join(this.folder, 'verifier.db'));
		this.court = new Court();
		this.lines = [];
		this.counts = {};
		this.told = [];
		this.start(GOOD);
	}

	/** Start the program anew, on the same database. */
	start(judge, change = {}) {
		const counter = (name) => ({
			inc: (labels) => {
				const key = `${name} ${Object.values(labels)}`;
				this.counts[key] = (this.counts[key] ?? 0) + 1;
			},
		});
		const gauge = { set: () => {} };
		this.config = { judge, timeoutSeconds: 5, retrySeconds: 30, atOnce: 2, ...change };
		this.verifier = new Verifier(this.config, {
			chain: chainOn((name, values) => this.court[name](...values)),
			store: this.store,
			run: (command, input, ...rest) => {
				this.told.push(input);
				this.most = Math.max(this.most ?? 0, this.verifier.running.size + 1);
				return run(command, input, ...rest);
			},
			log: (line) => this.lines.push(line),
			metrics: {
				ready: { set: (value) => (this.ready = value) },
				duties: gauge,
				judgements: counter('judgements'),
				commits: counter('commits'),
				reveals: counter('reveals'),
				missed: counter('missed'),
			},
			now: () => this.court.number * 6_000,
		});
	}

	async blocks(count = 1, options) {
		for (let made = 0; made < count; made += 1) {
			this.court.seal(options);
			await this.verifier.onBlock(this.court.block());
			await this.verifier.quiet();
		}
	}

	close() {
		this.store.close();
		rmSync(this.folder, { recursive: true, force: true });
	}
}

let world;
beforeEach(async () => {
	world = new World();
	await world.open();
});
afterEach(() => {
	expect(world.court.violations).toEqual([]);
	world.close();
});

const opinionOn = (job) => world.court.panels.get(job).opinion;

test('job_should_be_judged_once_committed_and_revealed_when_it_is_a_duty', async () => {
	world.court.convene(7);
	await world.blocks(8);
	expect(opinionOn(7)).toEqual({ qualities: [1_000_000_000], shares: null, output: null });
	expect(world.told).toEqual([world.court.jobAt('', { job: 7, asksShares: false })]);
	expect(world.counts).toEqual({ 'judgements done': 1, 'commits done': 1, 'reveals done': 1 });
	expect(world.lines).toEqual(['job 7, round 0: committed', 'job 7, round 0: revealed quality 1']);
});

test('every_round_should_have_an_opinion_of_its_own', async () => {
	world.court.convene(7);
	await world.blocks(8);
	const { commitment } = world.court.panels.get(7);
	world.court.convene(7, { round: 1 });
	await world.blocks(8);
	expect(world.court.panels.get(7).commitment).not.toBe(commitment);
	expect(opinionOn(7)).not.toBeNull();
	expect(world.told).toHaveLength(2);
});

test('another_job_of_the_same_number_should_be_judged_anew_when_there_was_a_fork', async () => {
	world.court.convene(7);
	await world.blocks(1);
	// Signed on the other fork.
	world.court.pool.clear();
	world.court.sent.clear();
	world.court.convene(7, { consumer: 'another' });
	await world.blocks(ERA + 8);
	expect(world.told.map(({ consumer }) => consumer === 'another')).toEqual([false, true]);
	expect(opinionOn(7)).not.toBeNull();
});

test('commitment_should_be_the_same_when_the_program_starts_anew', async () => {
	world.court.convene(7);
	world.court.isOffline = true;
	await world.blocks(1);
	expect(world.court.sent.size, 'nothing sent').toBe(0);
	world.court.isOffline = false;
	world.start(['echo', '{"qualities":[0]}']);
	await world.blocks(2);
	world.start(['echo', '{"qualities":[0]}']);
	await world.blocks(8);
	expect(opinionOn(7).qualities).toEqual([1_000_000_000]);
	expect(world.told).toHaveLength(1);
});

test('nothing_should_be_sent_when_the_opinion_cannot_be_kept', async () => {
	world.store.keep = () => {
		throw new Error('no disk');
	};
	world.court.convene(7);
	await world.blocks(3);
	expect([world.court.sent.size, world.counts]).toEqual([0, { 'judgements failed': 1 }]);
	delete world.store.keep;
	await world.blocks(8);
	expect(opinionOn(7)).not.toBeNull();
});

test('nearest_deadline_should_come_first_and_one_transaction_at_a_time', async () => {
	world.court.convene(1, { window: 50 });
	world.court.convene(2, { window: 20 });
	world.court.convene(3, { window: 30 });
	// Something of another program is on its way.
	world.court.pool.set(0, JSON.stringify({ call: {}, nonce: 0, until: 100 }));
	await world.blocks(1, { empty: true });
	expect(world.told.map(({ job }) => job)).toEqual([2, 3, 1]);
	expect([world.most, world.court.sent.size]).toEqual([2, 0]);
	await world.blocks(1);
	expect([...world.court.sent.keys()]).toEqual(['2 0']);
	await world.blocks(1, { empty: true });
	expect(world.court.sent.size).toBe(1);
	await world.blocks(12);
	expect([1, 2, 3].map(opinionOn)).not.toContain(null);
});

test('duty_should_be_missed_when_its_time_is_over', async () => {
	world.start(['false']);
	world.court.convene(7, { window: 4 });
	await world.blocks(6);
	expect(world.court.sent.size).toBe(0);
	expect(world.counts).toEqual({ 'judgements failed': 1, 'missed Commit': 1 });
	expect(world.lines.at(-1)).toBe('job 7, round 0: the commit was missed');
});

test('judgement_should_be_dropped_when_it_comes_too_late', async () => {
	let end;
	world.verifier.run = () => new Promise((resolve) => (end = resolve));
	world.court.convene(7, { window: 3 });
	for (let made = 0; made < 4; made += 1) {
		world.court.seal();
		await world.verifier.onBlock(world.court.block());
	}
	end({ code: 0, output: '{"qualities":[1]}' });
	await world.blocks(2);
	expect(world.court.sent.size).toBe(0);
	expect(world.counts).toEqual({ 'judgements late': 1, 'missed Commit': 1 });
});

test.each([
	[['false'], 'the command failed, exit 1: ; again in 30 s', 'failed'],
	[['/nowhere/judge'], 'the command failed, exit null: spawn /nowhere/judge ENOENT', 'failed'],
	[['sleep', '60'], 'the command failed, exit null: ; again in 30 s', 'failed'],
	[['echo', 'all good'], 'of no use: it is no JSON; again in 30 s', 'useless'],
	[['yes', '{"qualities":[1]}'], 'the command failed', 'failed'],
	[
		['echo', '{"qualities":[1,1]}'],
		'of no use: "qualities" must be one number from 0 to 1 for each of the 1',
		'useless',
	],
])('command_should_be_tried_again_when_it_is_of_no_use: %j', async (command, line, outcome) => {
	world.start(command, { timeoutSeconds: 0.3 });
	world.court.convene(7);
	await world.blocks(3);
	expect(world.lines).toEqual([expect.stringContaining(line)]);
	expect(world.counts).toEqual({ [`judgements ${outcome}`]: 1 });
	world.config.judge = GOOD;
	await world.blocks(12);
	expect(opinionOn(7)).not.toBeNull();
});

test('command_should_be_told_all_that_is_known_of_the_job', async () => {
	const heard = path.join(world.folder, 'heard');
	world.start(['sh', '-c', `tee ${heard} | sed 's/.*/{"qualities":[0.25]}/'`]);
	world.court.convene(7);
	await world.blocks(8);
	expect(opinionOn(7).qualities).toEqual([250_000_000]);
	expect(JSON.parse((await run(['cat', heard], null, 5)).output)).toEqual(world.told[0]);
});

test('transaction_should_be_sent_again_when_it_was_lost', async () => {
	world.court.convene(7);
	await world.blocks(1);
	world.court.pool.clear();
	await world.blocks(ERA);
	expect(world.court.pool.size).toBe(0);
	await world.blocks(6);
	expect(opinionOn(7)).not.toBeNull();
	expect(world.counts['commits lost']).toBe(1);
});

test('transaction_should_be_told_with_the_reason_and_sent_again_when_it_was_refused', async () => {
	world.court.convene(7);
	world.court.refuses = true;
	await world.blocks(4);
	expect(world.lines).toEqual(['job 7, round 0: the commit was refused: verification.NotCommitting; again in 30 s']);
	expect(world.court.nonce, 'not once a block').toBe(1);
	world.court.refuses = false;
	await world.blocks(9);
	expect(opinionOn(7)).not.toBeNull();
});

test('verifier_should_wait_when_what_an_earlier_run_sent_is_on_its_way', async () => {
	world.court.convene(7);
	await world.blocks(2);
	world.start(GOOD);
	await world.blocks(3, { empty: true });
	expect(world.court.pool.size).toBe(1);
	await world.blocks(4);
	expect([world.court.nonce, opinionOn(7) === null]).toEqual([2, false]);
	expect(world.counts).toMatchObject({ 'commits done': 1, 'reveals done': 1 });
});

test('program_should_go_on_when_the_node_is_gone', async () => {
	world.court.convene(7);
	world.court.isOffline = true;
	await world.blocks(3);
	expect(world.lines).toEqual(['job 7, round 0: disconnected']);
	world.court.isOffline = false;
	await world.blocks(ERA + 4);
	expect(opinionOn(7)).not.toBeNull();
});

test('foreign_commitment_should_be_told_when_the_database_does_not_know_it', async () => {
	world.court.convene(7, { window: 20 });
	world.court.panels.get(7).commitment = `0x${'11'.repeat(32)}`;
	await world.blocks(4);
	expect(world.lines).toEqual(['job 7, round 0: this database does not know what was committed to; again in 30 s']);
	await world.blocks(20);
	expect(world.counts).toEqual({ 'missed Reveal': 1 });
});

test('duties_should_be_done_when_the_verifier_is_not_drawn_any_more', async () => {
	world.court.convene(7);
	for (const [state, line] of [
		['NotAdmitted', 'is no verifier of this chain'],
		['NoSeats', 'has no seat'],
		['NotBonded', 'the bond is not whole'],
	]) {
		world.court.state = state;
		await world.blocks(3);
		expect(world.lines.filter((each) => each.includes(line))).toHaveLength(1);
		expect(world.ready).toBe(0);
	}
	expect(opinionOn(7)).not.toBeNull();
	world.court.state = 'Ready';
	await world.blocks(1);
	expect(world.ready).toBe(1);
});

test('database_should_be_refused_when_it_is_of_another_account', () => {
	const chain = { genesis: world.verifier.chain.genesis, address: 'another' };
	expect(() => new Verifier(world.config, { chain, store: world.store })).toThrow('of another account');
});

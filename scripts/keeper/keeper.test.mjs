/** When a keeper answers and what it proves, on a chain that does what a test says. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { hexToU8a } from '@polkadot/util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { account } from '../lib/chain.mjs';
import { treeOf } from '../lib/devices.mjs';
import { Keeper } from './keeper.mjs';
import { KeeperStore } from './store.mjs';

await cryptoWaitReady();
const DEVICES = Array.from({ length: 20 }, (_, index) => account(`//Device//${index}`).address);
const SUPPLIER = account('//Bob').address;
const SEED = `0x${'05'.repeat(32)}`;
const nothing = { inc: () => {}, set: () => {} };

let folder;
let world;

/** A keeper, its command and its chain in a test's hands. */
class World {
	constructor(store) {
		Object.assign(this, {
			store,
			lines: [],
			answers: [],
			proofs: [],
			runs: 0,
			number: 0,
			isAnswered: false,
			demands: [],
		});
		this.signing = DEVICES;
		this.start();
	}

	/** As after a crash: nothing is left but the database. */
	start() {
		this.keeper = new Keeper(
			{ sign: ['sign'], timeoutSeconds: 5, retrySeconds: 30 },
			{
				chain: {
					genesis: `0x${'11'.repeat(32)}`,
					address: SUPPLIER,
					devices: async () => DEVICES.map((device) => ({ item: 1, device })),
					encoded: ({ Sr25519 }) => hexToU8a(Sr25519),
					answer: async (answer) => {
						if (this.offline) throw new Error('disconnected');
						this.answers.push(answer);
					},
					prove: async (proof) => this.proofs.push(proof),
				},
				store: this.store,
				run: async () => {
					this.runs += 1;
					// Never the same twice, as signatures are.
					const signature = (index) => ({
						Sr25519: `0x${(this.runs * 256 + index).toString(16).padStart(128, '0')}`,
					});
					const lines = this.signing.map((device, index) =>
						JSON.stringify({ device, signature: signature(index) }),
					);
					return { code: this.code ?? 0, output: lines.join('\n') };
				},
				log: (line) => this.lines.push(line),
				metrics: { epoch: nothing, devices: nothing, failures: nothing, proofs: nothing },
				now: () => this.number * 6_000,
			},
		);
	}

	async block(change = {}) {
		this.number += 1;
		const { number, isAnswered, demands } = this;
		const block = {
			number,
			hash: '0x',
			nonce: 0,
			isFree: true,
			challenge: { epoch: 7, seed: SEED },
			isAnswered,
			demands,
		};
		await this.keeper.onBlock({ ...block, ...change });
	}

	demand(devices, reporter = 'reporter') {
		this.isAnswered = true;
		this.demands = [{ epoch: 7, reporter, devices, until: 100, isMet: false }];
	}
}

beforeEach(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'bme-keeper-'));
	world = new World(await KeeperStore.open(path.join(folder, 'answers.db')));
});
afterEach(() => {
	world.store.close();
	rmSync(folder, { recursive: true, force: true });
});

test('challenge_should_be_answered_once_for_all_devices', async () => {
	await world.block({ isFree: false });
	expect(world.answers).toEqual([]);
	await world.block();
	world.isAnswered = true;
	await world.block();
	expect(world.answers).toHaveLength(1);
	expect(world.answers[0]).toMatchObject({ epoch: 7, leaves: 20, items: [1], absent: [] });
});

test('devices_that_did_not_sign_should_be_left_out', async () => {
	world.signing = [...DEVICES.slice(2), account('//Stranger').address, DEVICES[3]];
	await world.block();
	const [{ absent, leaves }] = world.answers;
	expect(leaves).toBe(18);
	expect(absent).toHaveLength(2);
	expect(absent).toEqual(expect.arrayContaining(DEVICES.slice(0, 2)));
});

test('nothing_should_be_answered_when_too_many_devices_are_away', async () => {
	world.signing = DEVICES.slice(17);
	await world.block();
	await world.block();
	expect(world.answers).toEqual([]);
	expect(world.lines).toEqual([expect.stringContaining('17 of 20 devices did not sign')]);
});

test('command_should_be_run_again_later_when_it_failed', async () => {
	world.code = 3;
	await world.block();
	await world.block();
	expect(world.runs).toBe(1);
	expect(world.lines[0]).toContain('exit 3');
	world.code = 0;
	world.number += 5;
	await world.block();
	expect([world.runs, world.answers.length]).toEqual([2, 1]);
});

test('what_was_signed_should_be_proven_though_the_program_was_killed_in_between', async () => {
	// It is stored before it is sent: an answer that did not get through is given with the same signatures.
	world.offline = true;
	await world.block();
	world.offline = false;
	world.start();
	await world.block();
	expect(world.runs).toBe(1);
	const [{ root, leaves }] = world.answers;

	world.start();
	world.demand([DEVICES[4], DEVICES[0]]);
	await world.block();
	const [{ epoch, reporter, proofs }] = world.proofs;
	expect([epoch, reporter, proofs.map(({ leaf }) => leaf)]).toEqual([7, 'reporter', [4, 0]]);
	const signatures = world.store.signatures(7);
	const tree = treeOf(signatures.map(({ signature }) => hexToU8a(signature.Sr25519)));
	expect([tree.root, signatures.length]).toEqual([root, leaves]);
	proofs.forEach(({ leaf, path: beside }) => expect(beside).toEqual(tree.pathOf(leaf)));
});

test('keeper_should_go_on_when_it_cannot_prove_what_it_has_not', async () => {
	world.demand([account('//Stranger').address]);
	world.isAnswered = false;
	await world.block();
	await world.block();
	expect(world.proofs).toEqual([]);
	expect(world.lines.filter((line) => line.includes('has not'))).toHaveLength(1);
	expect(world.answers.length).toBeGreaterThan(0);
});

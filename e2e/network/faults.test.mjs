/** Four validators on hosts of their own, whose wire is cut in the middle, or slow and lossy. Needs root. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Hosts } from '../lib/hosts.mjs';
import { until } from '../../scripts/lib/wait.mjs';
import { Network } from '../lib/network.mjs';

const NAMES = ['alice', 'bob', 'charlie', 'dave'];
const SIDES = [NAMES.slice(0, 2), NAMES.slice(2)];
const SLOT = 6_000;
/** Blocks within which a network that has healed finalizes again. */
const HEALED_WITHIN = 20;
let hosts, network;

beforeAll(async () => {
	hosts = await Hosts.start(...NAMES);
	network = new Network({ hosts });
	await network.start(...NAMES);
	await network.finalizes('alice', 2, 90);
});

afterAll(async () => {
	await network?.stop();
	await hosts?.stop();
});

/** All nodes finalized this block, and have the same state after each block until it. */
async function agreeOn(goal) {
	for (const name of NAMES) {
		await until(async () => (await network.finalized(name)) >= goal, `block ${goal} finalized by ${name}`, 60);
		for (let number = 1; number <= goal; number += 1)
			expect(await network.rootAt(name, number), `block ${number} of ${name}`).toBe(
				await network.rootAt('alice', number),
			);
		expect((await network.api(name).call.invariantsApi.check()).isOk).toBe(true);
	}
	expect((await network.api('alice').query.offences.reports.keys()).length, 'nothing was reported').toBe(0);
}

/** Wait until every node finalized a block that is now ahead of all; how many blocks it took the slowest. */
async function finality(seconds) {
	const began = await network.best('alice');
	for (const name of NAMES)
		await until(async () => (await network.finalized(name)) > began, `finality of ${name}`, seconds);
	return (await network.best('alice')) - began;
}

test('faults_should_stop_finality_and_not_blocks_when_the_network_is_cut_in_the_middle', async () => {
	await hosts.set({ sides: SIDES });
	await sleep(3 * SLOT);
	const before = await Promise.all(NAMES.map((name) => network.finalized(name)));
	await sleep(10 * SLOT);
	expect(await Promise.all(NAMES.map((name) => network.finalized(name)))).toEqual(before);
	const bests = await Promise.all(NAMES.map((name) => network.best(name)));
	const goal = Math.min(...bests) - 2;
	expect(goal).toBeGreaterThan(Math.max(...before) + 2);
	// Each side made blocks of its own.
	expect(await network.rootAt('charlie', goal)).not.toBe(await network.rootAt('alice', goal));
	expect(await network.rootAt('bob', goal)).toBe(await network.rootAt('alice', goal));
});

test('faults_should_leave_no_difference_when_the_cut_has_healed', async () => {
	await hosts.set({});
	const blocks = await finality(240);
	console.log(`finalized again within ${blocks} blocks`);
	expect(blocks).toBeLessThanOrEqual(HEALED_WITHIN);
	await agreeOn(await network.finalized('alice'));
});

test('faults_should_slow_nothing_down_for_long_when_packets_are_late_and_lost', async () => {
	await hosts.set({ delay: 0.3, loss: 0.05, sides: [NAMES] });
	await sleep(10 * SLOT);
	const blocks = await finality(240);
	console.log(`finalized within ${blocks} blocks, 300 ms each way and 5 % lost`);
	expect(blocks).toBeLessThanOrEqual(HEALED_WITHIN);
	await hosts.set({});
	await network.finalizes('dave', 2, 60);
	await agreeOn(await network.finalized('alice'));
});

/** Four validators, of whom one is away, then two. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../../scripts/lib/wait.mjs';
import { Network } from '../lib/network.mjs';

const SLOT = 6_000;
const network = new Network();

beforeAll(async () => {
	await network.start('alice', 'bob', 'charlie', 'dave');
	await network.finalizes('alice', 2, 90);
});

afterAll(() => network.stop());

test('A31_finality_should_go_on_when_one_of_four_is_down', async () => {
	await network.kill('dave');
	await network.finalizes('alice', 5, 120);
});

test('A31_finality_should_stop_and_blocks_go_on_when_two_of_four_are_down', async () => {
	await network.kill('charlie');
	await sleep(2 * SLOT);
	const [finalized, best] = [await network.finalized('alice'), await network.best('alice')];
	await sleep(8 * SLOT);
	expect(await network.finalized('alice')).toBe(finalized);
	expect(await network.best('alice')).toBeGreaterThan(best + 1);
});

test('A31_finality_should_resume_when_one_returns', async () => {
	await network.restart('charlie');
	const best = await network.best('alice');
	const isFinal = async () => (await network.finalized('alice')) >= best;
	await until(isFinal, 'finality of the blocks of the stall', 120);
	await network.restart('dave');
	await network.finalizes('dave', 5, 120);
});

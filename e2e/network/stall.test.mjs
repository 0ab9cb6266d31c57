/** Half of the validators are gone for good: those who are left change the set without finality. Half an hour. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { account } from '../../scripts/lib/chain.mjs';
import { until } from '../../scripts/lib/wait.mjs';
import { Network } from '../lib/network.mjs';
import { SOON, carry } from '../lib/referendum.mjs';

/** Blocks between the one that schedules the change and the one that makes it: every node has to import the first. */
const DELAY = 10;
const SLOT = 6_000;
/** Seconds in which a referendum and two sessions surely pass, at half of all blocks. */
const REFERENDUM = 1_500;
const MINUTES = 60_000;
const network = new Network({ timeScale: SOON });

beforeAll(async () => {
	await network.start('alice', 'bob', 'charlie', 'dave');
	await network.finalizes('alice', 2, 90);
});

afterAll(() => network.stop());

const validators = async () => (await network.api('alice').query.session.validators()).length;

test(
	'finality_should_resume_without_the_missing_when_the_stall_is_noted',
	async () => {
		const api = network.api('alice');
		await Promise.all([network.kill('charlie'), network.kill('dave')]);
		await sleep(2 * SLOT);
		const finalized = Math.min(await network.finalized('alice'), await network.finalized('bob'));
		const gone = ['//Charlie//stash', '//Dave//stash'].map((uri) => account(uri).address);
		const removals = gone.map((one) => api.tx.validatorSet.removeValidator(one));
		await carry(api, api.tx.utility.batchAll(removals), { system: 'Root' });
		// First the set, then the stall: what a stall schedules is the set that is in force when the next session begins.
		await until(async () => (await validators()) === 2, 'a session without the missing', REFERENDUM);
		expect(await network.finalized('alice')).toBe(finalized);
		await carry(api, api.tx.grandpa.noteStalled(DELAY, finalized), { system: 'Root' });
		await until(async () => (await network.finalized('alice')) > finalized, 'finality', REFERENDUM);
		await network.finalizes('bob', 10, 180);
		expect((await api.call.invariantsApi.check()).isOk).toBe(true);
	},
	60 * MINUTES,
);

test('fresh_node_should_follow_in_full_when_the_set_was_changed_by_force', async () => {
	await network.add('fresh', '--sync', 'full');
	const goal = await network.finalized('alice');
	await until(async () => (await network.finalized('fresh')) >= goal, 'a finalized head', 240);
	expect(await network.rootAt('fresh', goal)).toBe(await network.rootAt('alice', goal));
});

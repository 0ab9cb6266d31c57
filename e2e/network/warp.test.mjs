/** A validator that rotates its keys, and a fresh node that comes after the change. Two sessions: a quarter of an hour. */
import { bnToU8a, u8aConcat, u8aToHex } from '@polkadot/util';
import { blake2AsHex } from '@polkadot/util-crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../../scripts/lib/wait.mjs';
import { Network, SESSIONS } from '../lib/network.mjs';

const network = new Network();

beforeAll(async () => {
	await network.start('alice', 'bob', 'charlie', 'dave');
	await network.finalizes('alice', 2, 90);
});

afterAll(() => network.stop());

/** The next randomness, where nothing enters it that authors made known in the session that ended. */
const foreseen = (randomness, session) => blake2AsHex(u8aConcat(randomness, bnToU8a(session + 1, { bitLength: 64 })));

test('A31_validator_should_author_and_vote_with_its_new_keys_when_they_were_rotated', async () => {
	const keys = await network.rotateKeys('dave', '//Dave//stash');
	const api = network.api('alice');
	const voters = async () => JSON.stringify(await api.query.grandpa.authorities());
	const before = await voters();
	const randomness = new Map();
	const hasChanged = async () => {
		const [session, next] = await api.queryMulti([api.query.babe.epochIndex, api.query.babe.nextRandomness]);
		randomness.set(session.toNumber(), next.toU8a());
		return (await voters()) !== before;
	};
	await until(hasChanged, 'a new set of voters', SESSIONS);
	const sessions = [...randomness.keys()].filter((session) => randomness.has(session - 1));
	expect(sessions.length, 'sessions that ended meanwhile').toBeGreaterThan(0);
	for (const session of sessions)
		expect(u8aToHex(randomness.get(session)), 'randomness that nobody could foresee').not.toBe(
			foreseen(randomness.get(session - 1), session),
		);
	expect(await network.isAuthority(keys, 'alice')).toBe(true);
	// With another away, nothing is final without the votes of its new keys.
	await network.kill('charlie');
	await network.finalizes('alice', 5, 180);
	await network.restart('charlie');
}, 1_200_000);

test('A31_fresh_node_should_warp_sync_when_the_voters_changed', async () => {
	await network.add('fresh', '--sync', 'warp');
	await network.finalizes('alice', 2, 60);
	await network.catchesUp('fresh', 'alice');
	expect(network.log('fresh')).toContain('Warp sync is complete');
	expect((await network.api('fresh').call.invariantsApi.check()).isOk).toBe(true);
});

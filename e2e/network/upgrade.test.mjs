/** A network whose token holders upgrade its runtime. No node is restarted. */
import { readFileSync } from 'node:fs';
import { u8aToHex } from '@polkadot/util';
import { blake2AsHex } from '@polkadot/util-crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { account, send } from '../../scripts/lib/chain.mjs';
import { until } from '../../scripts/lib/wait.mjs';
import { Network } from '../lib/network.mjs';
import { SOON, carry } from '../lib/referendum.mjs';
import { REHEARSAL } from '../lib/specification.mjs';

const NAMES = ['alice', 'bob', 'charlie', 'dave'];
const network = new Network({ timeScale: SOON });

beforeAll(async () => {
	await network.start(...NAMES);
	await network.finalizes('alice', 2, 90);
});

afterAll(() => network.stop());

const versionAt = async (name) => (await network.api(name).rpc.state.getRuntimeVersion()).specVersion.toNumber();

test('A25_network_should_upgrade_and_go_on_when_a_referendum_authorized_it', async () => {
	const api = network.api('alice');
	const code = readFileSync(REHEARSAL);
	await carry(api, api.tx.system.authorizeUpgrade(blake2AsHex(code)), { system: 'Root' });
	await until(async () => (await api.query.system.authorizedUpgrade()).isSome, 'the authorization', 900);
	await send(api, api.tx.system.applyAuthorizedUpgrade(u8aToHex(code)), account('//Bob'));
	const upgradedAt = await network.best('alice');
	for (const name of NAMES) {
		await until(async () => (await network.finalized(name)) > upgradedAt + 3, `finality of ${name}`, 180);
		expect(await versionAt(name)).toBe(2);
		// The first block of the new runtime migrates the storage.
		const root = await network.rootAt('alice', upgradedAt + 2);
		expect(await network.rootAt(name, upgradedAt + 2)).toBe(root);
		const fresh = await network.connect(name);
		expect((await fresh.call.invariantsApi.check()).isOk).toBe(true);
		await fresh.disconnect();
	}
}, 1_500_000);

test('A25_fresh_node_should_sync_through_the_upgrade', async () => {
	await network.add('fresh');
	const goal = await network.catchesUp('fresh', 'alice');
	expect(await versionAt('fresh')).toBe(2);
	expect(await network.rootAt('fresh', goal)).toBe(await network.rootAt('alice', goal));
});

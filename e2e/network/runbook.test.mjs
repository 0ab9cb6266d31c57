/** The runbook's network: from operators' keys, one validator lost and replaced, the runtime upgraded. 20 minutes. */
import { readFileSync, rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { u8aToHex } from '@polkadot/util';
import { blake2AsHex, cryptoWaitReady, randomAsHex } from '@polkadot/util-crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { account, send } from '../../scripts/lib/chain.mjs';
import { until } from '../../scripts/lib/wait.mjs';
import { Network, SESSIONS } from '../lib/network.mjs';
import { insertKeys, makeSpecification, sessionKeys } from '../lib/operators.mjs';
import { SOON, carry } from '../lib/referendum.mjs';
import { REHEARSAL } from '../lib/specification.mjs';

const MINUTES = 60_000;
const NAMES = ['north', 'east', 'south', 'west'];
const folder = mkdtempSync(path.join(tmpdir(), 'bme-runbook-'));
/** Secrets that nobody else knows: who owns each validator, its session keys, all others. */
const owners = Object.fromEntries(NAMES.map((name) => [name, randomAsHex(32)]));
const sessions = Object.fromEntries(NAMES.map((name) => [name, randomAsHex(32)]));
const other = randomAsHex(32);
let network, holder;

function operators() {
	const others = Array.from({ length: 5 }, (_, index) => account(`${other}//${index}`).address);
	const stashes = NAMES.map((name) => account(owners[name]).address);
	return {
		name: 'Network of the runbook',
		id: 'runbook',
		price: '0.5',
		epochMinutes: 1,
		timeScale: SOON,
		accounts: [
			{ account: holder.address, tokens: '99000000' },
			...[...stashes, ...others].map((one) => ({ account: one, tokens: '20000' })),
		],
		validators: NAMES.map((name, index) => ({ stash: stashes[index], keys: sessionKeys(sessions[name]) })),
		feeders: others.slice(0, 3),
		gateways: others.slice(3),
		gatewayThreshold: 2,
	};
}

beforeAll(async () => {
	await cryptoWaitReady();
	holder = account(other);
	expect(makeSpecification(folder, operators())).toMatchObject({ status: 0, stderr: '' });
	network = new Network({ chain: path.join(folder, 'made/raw.json') });
	for (const name of NAMES) insertKeys(network, name, sessions[name]);
	for (const name of NAMES) await network.add(name, '--validator');
}, 5 * MINUTES);

afterAll(async () => {
	await network?.stop();
	rmSync(folder, { recursive: true, force: true });
});

test('runbook_should_bring_up_a_network_of_operators_keys', async () => {
	await network.finalizes('north', 5, 180);
	const missing = new Set(NAMES.map((name) => account(owners[name]).address));
	const isComplete = async () => missing.delete(await network.author('north')) && missing.size === 0;
	await until(isComplete, 'a block of each validator', 240);
});

test(
	'runbook_should_replace_a_validator_whose_host_is_lost',
	async () => {
		await network.kill('west');
		rmSync(network.base('west'), { recursive: true });
		await network.finalizes('north', 5, 180);
		await network.takesOver('new', owners.west, 'north');
		// With another away, nothing is final without the votes of the new host.
		await network.kill('south');
		await network.finalizes('north', 5, 180);
		await network.restart('south');
	},
	30 * MINUTES,
);

test(
	'runbook_should_upgrade_the_runtime_by_referendum',
	async () => {
		const api = network.api('north');
		const code = readFileSync(REHEARSAL);
		await carry(api, api.tx.system.authorizeUpgrade(blake2AsHex(code)), { system: 'Root' }, [holder]);
		await until(async () => (await api.query.system.authorizedUpgrade()).isSome, 'the authorization', SESSIONS);
		await send(api, api.tx.system.applyAuthorizedUpgrade(u8aToHex(code)), account(owners.north));
		const upgradedAt = await network.best('north');
		for (const name of ['north', 'east', 'south', 'new']) {
			await until(async () => (await network.finalized(name)) > upgradedAt + 3, `finality of ${name}`, 180);
			expect((await network.api(name).rpc.state.getRuntimeVersion()).specVersion.toNumber()).toBe(2);
		}
	},
	30 * MINUTES,
);

/** A network from the list of its operators: its specification, its keys, and their rotation. */
import { cryptoWaitReady, randomAsHex } from '@polkadot/util-crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { account } from '../scripts/lib/chain.mjs';
import { supplyAt } from '../scripts/lib/ledger.mjs';
import { TOKEN, fixedPoint } from '../scripts/lib/units.mjs';
import { Network } from './lib/network.mjs';
import { insertKeys, makeSpecification, run, sessionKeys } from './lib/operators.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'bme-operators-'));
const file = (name) => path.join(folder, name);

/** Secrets that nobody else knows. */
const [stash, session, other] = Array.from({ length: 3 }, () => randomAsHex(32));
let network;

function listOf(change) {
	const others = Array.from({ length: 5 }, (_, index) => account(`${other}//${index}`).address);
	const owner = account(stash).address;
	return {
		name: 'Test of operators',
		id: 'operators_test',
		price: '0.25',
		epochMinutes: 10,
		timeScale: 60,
		accounts: [owner, ...others].map((one) => ({ account: one, tokens: '20000.5' })),
		validators: [{ stash: owner, keys: sessionKeys(session) }],
		feeders: others.slice(0, 3),
		gateways: others.slice(3),
		gatewayThreshold: 2,
		...change,
	};
}

beforeAll(async () => {
	await cryptoWaitReady();
	expect(makeSpecification(folder, listOf())).toMatchObject({ status: 0, stderr: '' });
	network = new Network({ chain: file('made/raw.json') });
	insertKeys(network, 'first', session);
	await network.add('first', '--validator', '--force-authoring');
});

afterAll(async () => {
	await network?.stop();
	rmSync(folder, { recursive: true, force: true });
});

test('network_should_finalize_blocks_when_its_operators_start_it', async () => {
	await network.finalizes('first', 2, 120);
	expect((await network.api('first').call.invariantsApi.check()).isOk).toBe(true);
});

test('network_should_have_what_its_operators_listed_and_no_known_account', async () => {
	const api = network.api('first');
	const { genesis } = await supplyAt(api, api.genesisHash);
	// The runtime endows its pots with what an account needs to be.
	const listed = (6n * 200_005n * TOKEN) / 10n;
	expect(genesis - listed).toBeGreaterThanOrEqual(0n);
	expect(genesis - listed).toBeLessThan(TOKEN);
	const policy = (await api.call.bmeApi.policy()).unwrap();
	expect(policy.epochLength.toNumber()).toBe(600_000);
	expect(policy.floorPrice.toBigInt()).toBe(fixedPoint('0.025'));
	const [term] = policy.schedule.terms;
	expect(term.asGeometric.first.toBigInt()).toBe(listed / 20n);
	expect((await api.query.system.account(account('//Alice').address)).data.free.toBigInt()).toBe(0n);
	expect(readFileSync(file('made/plain.json'), 'utf8')).not.toContain(account('//Alice').address);
});

test('keys_should_be_rotated_when_their_owner_signs', async () => {
	writeFileSync(file('owner'), stash);
	const { status, stdout, stderr } = run('rotate-keys', network.endpoint('first'), file('owner'));
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	const [keys] = stdout.match(/0x[0-9a-f]{192}/);
	const api = network.api('first');
	expect((await api.query.session.nextKeys(account(stash).address)).unwrap().toHex()).toBe(keys);
	expect((await api.rpc.author.hasSessionKeys(keys)).isTrue).toBe(true);
});

test('call_should_be_printed_when_the_secret_of_the_owner_is_elsewhere', async () => {
	const { address } = account(stash);
	const api = network.api('first');
	const before = (await api.query.session.nextKeys(address)).toHex();
	const { status, stdout } = run('rotate-keys', network.endpoint('first'), address);
	expect(status).toBe(0);
	const call = api.createType('Call', stdout.trim().split('\n').at(-1));
	expect([call.section, call.method]).toEqual(['session', 'setKeys']);
	expect((await api.rpc.author.hasSessionKeys(call.args[0].toHex())).isTrue).toBe(true);
	expect((await api.query.session.nextKeys(address)).toHex(), 'nothing was sent').toBe(before);
});

test.each([
	['no node answers at ws://127.0.0.1:1', 'ws://127.0.0.1:1', () => account(stash).address],
	['here is no address of a node', 'here', () => account(stash).address],
	['the key file /nowhere/key cannot be read', 'ws://127.0.0.1:1', () => '/nowhere/key'],
])('rotation_should_say_what_is_wrong_when_it_cannot_be: %s', (message, endpoint, owner) => {
	const { status, stderr } = run('rotate-keys', endpoint, owner());
	expect(stderr).toContain(`error: ${message}`);
	expect(status).toBe(2);
});

test('specification_should_never_be_written_over', () => {
	const { status, stderr } = makeSpecification(folder, listOf());
	expect(stderr).toContain('is there already');
	expect(status).toBe(1);
});

test('specification_should_be_refused_by_name_when_the_list_is_wrong', () => {
	rmSync(file('made'), { recursive: true });
	const { status, stderr } = makeSpecification(folder, listOf({ gatewayThreshold: 3 }));
	expect(stderr).toContain('operators.json: gatewayThreshold: 3 are more than the 2 gateways');
	expect(status).toBe(2);
});

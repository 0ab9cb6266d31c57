/** The chain as it is started: on real slots, with finality. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, feedAll, headNumber } from '../scripts/lib/chain.mjs';
import { fixedPoint } from '../scripts/lib/units.mjs';
import { until } from '../scripts/lib/wait.mjs';
import { sum } from './lib/economics.mjs';
import { startNode } from './lib/node.mjs';

/** The pallets of the runtime and their indexes, which transactions carry. */
const PALLETS = {
	system: 0,
	babe: 1,
	timestamp: 2,
	authorship: 3,
	balances: 4,
	transactionPayment: 5,
	assets: 6,
	assetsHolder: 7,
	offences: 8,
	validatorSet: 9,
	session: 10,
	historical: 11,
	grandpa: 12,
	authorityDiscovery: 13,
	utility: 20,
	multisig: 21,
	proxy: 22,
	preimage: 23,
	scheduler: 24,
	convictionVoting: 25,
	referenda: 26,
	migrations: 28,
	feederMembership: 30,
	oracle: 31,
	price: 32,
	contribution: 40,
	bme: 41,
};
const BLOCKS = 4;
const SLOT = 6_000;

let node;
let api;

beforeAll(async () => {
	node = await startNode();
	api = await connect(node.endpoint);
});

afterAll(async () => {
	await api?.disconnect();
	await node?.stop();
});

test('A01_a_fresh_node_should_author_and_finalize_blocks', async () => {
	const wait = (BLOCKS + 4) * SLOT;
	const reached = new Promise((resolve, reject) => {
		setTimeout(() => reject(new Error(`no finalized block ${BLOCKS} in ${wait} ms\n${node.log()}`)), wait);
		api.rpc.chain.subscribeFinalizedHeads(
			({ number }) => number.toNumber() >= BLOCKS && resolve(number.toNumber()),
		);
	});
	expect(await reached).toBeGreaterThanOrEqual(BLOCKS);
	expect(await headNumber(api)).toBeGreaterThanOrEqual(BLOCKS);
});

test('A01_metadata_should_have_every_pallet_at_its_index', () => {
	const found = api.runtimeMetadata.asLatest.pallets.map(({ name, index }) => [
		name.toString().replace(/^./, (first) => first.toLowerCase()),
		index.toNumber(),
	]);
	expect(Object.fromEntries(found)).toMatchObject(PALLETS);
});

test('A01_policy_should_be_readable_and_within_its_bounds', async () => {
	const policy = (await api.call.bmeApi.policy()).unwrap();
	const { contribution, security, treasury } = policy.shares;
	expect(policy.epochLength.toNumber()).toBe(60_000);
	// The rest is the Work pool's.
	expect(sum([contribution, security, treasury].map((share) => share.toBigInt()))).toBe(500_000_000n);
	expect(policy.kappa.training.toNumber()).toBeLessThanOrEqual(980_000_000);
});

test('A01_price_should_be_fresh_once_three_feeders_fed', async () => {
	await feedAll(api, fixedPoint('0.5'));
	const fed = await headNumber(api);
	await until(async () => (await headNumber(api)) > fed, 'a block', 60);
	const view = await api.call.priceApi.price();
	expect(view.condition.type).toBe('Fresh');
	expect(view.price.toBigInt()).toBe(fixedPoint('0.5'));
	expect(view.freshFeeds.toNumber()).toBe(3);
});

test('A01_issuance_should_equal_the_sum_of_all_balances', async () => {
	const at = await api.at(await api.rpc.chain.getBlockHash());
	const accounts = await at.query.system.account.entries();
	const balances = accounts.map(([, { data }]) => data.free.toBigInt() + data.reserved.toBigInt());
	expect(sum(balances)).toBe((await at.query.balances.totalIssuance()).toBigInt());
	expect((await at.call.invariantsApi.check()).isOk).toBe(true);
});

/** The keeper program on a real node: it answers for twenty devices, is killed, and proves them; who has none cannot. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { u8aConcat, stringToU8a } from '@polkadot/util';
import { decodeAddress } from '@polkadot/util-crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { account } from '../scripts/lib/chain.mjs';
import { chainForThisFile } from './lib/chain.mjs';
import { Programs } from './lib/programs.mjs';

const SIGN = path.join(import.meta.dirname, '../scripts/keeper/sign.mjs');
const NAME = '//Bob';
const DEVICES = Array.from({ length: 20 }, (_, index) => `//Bob//device//${index}`);
/** Minutes of an accelerator, sixty of each device in an epoch at most. */
const [ACCELERATOR, CAP] = [1, 60];
const REPORTERS = [1, 2, 3].map((number) => account(`//Reporter${number}`));
const SAMPLES = 8;
const UNTIL = 1_000;

const chain = chainForThisFile();
const keeper = new Programs('keeper');

function start() {
	const devices = keeper.fileOf(NAME, 'devices');
	// One of them is away.
	writeFileSync(devices, DEVICES.slice(1).join('\n'));
	keeper.start(NAME, {
		endpoint: chain.node.endpoint,
		database: keeper.fileOf(NAME, 'db'),
		sign: ['node', SIGN, devices],
		retrySeconds: 1,
	});
}

const hasSpoken = async () => (await chain.api.rpc.author.pendingExtrinsics()).length > 0;

function register(supplier, uri) {
	const device = account(uri);
	const statement = u8aConcat(
		stringToU8a('bme/device'),
		chain.api.genesisHash.toU8a(),
		decodeAddress(supplier.address),
		chain.api.registry.createType('(u16, u32)', [ACCELERATOR, UNTIL]).toU8a(),
	);
	const signature = { Sr25519: device.sign(statement) };
	return chain.api.tx.measurement.registerDevice(ACCELERATOR, device.address, UNTIL, signature);
}

/** What counts of each supplier, when reporters said in this epoch that each device ran all the time in the last. */
async function counted() {
	const { bob, charlie } = chain;
	const { index } = await chain.api.call.bmeApi.epoch();
	const reports = [bob, charlie].map(({ address }) => ({
		supplier: address,
		quantities: [[ACCELERATOR, DEVICES.length * CAP]],
	}));
	const report = chain.api.tx.measurement.report(index, reports);
	const results = await chain.sendAll(...REPORTERS.map((reporter) => [report, reporter]));
	results.forEach(({ error }) => expect(error).toBeNull());
	const events = await chain.nextEpoch();
	const units = chain
		.all(events, 'measurement.ContributionCounted')
		.map(({ supplier, counted: items }) => [supplier.toString(), items[0].units.toNumber()]);
	return { events, units: new Map(units) };
}

beforeAll(async () => {
	const { bob, charlie } = chain;
	const { batchAll } = chain.api.tx.utility;
	await chain.send(batchAll(DEVICES.map((uri) => register(bob, uri))), bob);
	await chain.send(batchAll(DEVICES.map((uri) => register(charlie, uri.replace('Bob', 'Charlie')))), charlie);
	await chain.nextEpoch();
});

afterAll(() => keeper.end());

test('A29_devices_should_count_that_answered_and_were_proven_though_the_program_was_killed', async () => {
	const { api, bob, charlie } = chain;
	start();
	await keeper.until(hasSpoken, 'a transaction');
	const answered = chain.one(await chain.seal(), 'measurement.ChallengeAnswered');
	expect(answered.present.toJSON()).toEqual([[ACCELERATOR, DEVICES.length - 1]]);
	await keeper.kill(NAME);
	// Charlie says as much, and has no device that signs.
	const { epoch } = answered;
	const lie = api.tx.measurement.answerChallenge(epoch, `0x${'00'.repeat(32)}`, DEVICES.length, [ACCELERATOR], []);
	await chain.send(lie, charlie);

	const [reporter] = REPORTERS;
	for (const { address } of [bob, charlie]) {
		const events = await chain.send(api.tx.measurement.demandProof(epoch, address), reporter);
		const { devices } = chain.one(events, 'measurement.ProofDemanded');
		expect(devices.length).toBe(SAMPLES);
		expect(devices.map(String)).not.toContain(account(DEVICES[0]).address);
	}
	start();
	await keeper.until(hasSpoken, 'a transaction');
	const given = chain.one(await chain.seal(), 'measurement.ProofGiven');
	expect([given.supplier.toString(), given.reporter.toString()]).toEqual([bob.address, reporter.address]);
	await keeper.kill(NAME);

	await chain.nextEpoch();
	const { events, units } = await counted();
	expect(units.get(bob.address)).toBe((DEVICES.length - 1) * CAP);
	expect(units.get(charlie.address)).toBe(0);
	const unproven = chain.one(events, 'measurement.DevicesUnproven');
	expect(unproven.supplier.toString()).toBe(charlie.address);
});

test('A29_devices_should_count_nothing_in_an_epoch_that_was_not_answered', async () => {
	const { units } = await counted();
	expect([...units.values()]).toEqual([0, 0]);
	expect((await chain.api.query.measurement.answers.keys()).length).toBe(0);
});

/** Contributions that reporters measure earn points, by what most of them say and no more. */
import { stringToU8a, u8aConcat } from '@polkadot/util';
import { decodeAddress } from '@polkadot/util-crypto';
import { expect, test } from 'vitest';
import { account } from '../scripts/lib/chain.mjs';
import { challengeStatement, treeOf } from '../scripts/lib/devices.mjs';
import { TOKEN } from '../scripts/lib/units.mjs';
import { chainForThisFile } from './lib/chain.mjs';

const chain = chainForThisFile();
const REPORTERS = [1, 2, 3, 4, 5].map((number) => account(`//Reporter${number}`));
/** Items of the presets: minutes of an accelerator, each of a registered device, and thousands of samples. */
const [ACCELERATOR, DATA] = [1, 3];

/** What a reporter says in the open epoch, by the units. */
async function reportOn({ address }, item) {
	const { index } = await chain.api.call.bmeApi.epoch();
	return (units) => chain.api.tx.measurement.report(index, [{ supplier: address, quantities: [[item, units]] }]);
}

/** Each reporter says so many units of an item of `supplier`, in an epoch of its own; what counted when it was over. */
async function measured(supplier, item, quantities) {
	await chain.nextEpoch();
	const report = await reportOn(supplier, item);
	const results = await chain.sendAll(...quantities.map((quantity, index) => [report(quantity), REPORTERS[index]]));
	results.forEach(({ error, events }) => {
		expect(error).toBeNull();
		expect(chain.one(events, 'measurement.Reported').counted.toNumber()).toBe(1);
	});
	const events = await chain.nextEpoch();
	const counted = chain.one(events, 'measurement.ContributionCounted');
	expect(counted.supplier.toString()).toBe(supplier.address);
	return {
		events,
		points: counted.points.toBigInt(),
		units: counted.counted.map(({ units }) => units.toNumber()),
	};
}

/** Register a device that signed for its supplier and the item, until this epoch. */
function register(supplier, device, until = 1_000) {
	const genesis = chain.api.genesisHash.toU8a();
	const statement = u8aConcat(
		stringToU8a('bme/device'),
		genesis,
		decodeAddress(supplier.address),
		chain.api.registry.createType('(u16, u32)', [ACCELERATOR, until]).toU8a(),
	);
	const signature = { Sr25519: device.sign(statement) };
	return chain.api.tx.measurement.registerDevice(ACCELERATOR, device.address, until, signature);
}

/** The supplier answers the challenge of a new epoch with what these devices sign. */
async function answer(supplier, devices) {
	await chain.nextEpoch();
	const { api } = chain;
	const { epoch, seed } = (await api.query.measurement.openChallenge()).unwrap();
	const statement = challengeStatement(api.genesisHash.toHex(), supplier.address, seed.toHex());
	const signed = (device) => api.registry.createType('MultiSignature', { Sr25519: device.sign(statement) }).toU8a();
	const leaves = devices.map(signed);
	const { root } = treeOf(leaves);
	await chain.send(api.tx.measurement.answerChallenge(epoch, root, leaves.length, [ACCELERATOR], []), supplier);
}

test('A29_a_contribution_should_be_what_the_lower_median_says', async () => {
	const { api, bob } = chain;
	const items = await api.call.measurementApi.items();
	const price = items.find(([id]) => id.toNumber() === DATA)[1].price.toBigInt();
	const { events, points, units } = await measured(bob, DATA, [7, 8, 8, 9, 1_000_000]);
	expect([units, points]).toEqual([[8], 8n * price]);
	const before = await chain.balances(bob);

	// One liar moves nothing, and loses a part of its bond.
	const slashed = chain.one(events, 'measurement.ReporterSlashed');
	expect([slashed.reporter.toString(), slashed.slashed.toBigInt()]).toEqual([REPORTERS[4].address, 100n * TOKEN]);
	expect(slashed.fault.toJSON()).toEqual({ item: DATA, quantity: 1_000_000, median: 8 });
	const reporter = (await api.call.measurementApi.reporter(REPORTERS[4].address)).unwrap();
	expect([reporter.bond.toBigInt(), reporter.faults.toNumber()]).toEqual([900n * TOKEN, 1]);

	// The points are those of the epoch in which they were counted, and mint one base unit each.
	const closed = chain.one(await chain.nextEpoch(), 'bme.EpochClosed');
	expect(closed.minted.contribution.toBigInt()).toBe(points);
	expect((await chain.balances(bob)).free - before.free).toBe(points);
	await chain.checkInvariants();

	// Until its bond is whole again it reports nothing.
	const again = (await reportOn(bob, DATA))(8);
	expect(await chain.refused(again, REPORTERS[4])).toBe('measurement.NotBonded');
	await chain.send(api.tx.measurement.bond(), REPORTERS[4]);
	await chain.send(again, REPORTERS[4]);
	const alone = await chain.nextEpoch();
	expect(chain.one(alone, 'measurement.ContributionUncounted').reports.toNumber()).toBe(1);
});

test('A29_the_same_device_twice_should_add_zero', async () => {
	const { api, charlie, dave } = chain;
	const devices = ['//Device//1', '//Device//2'].map(account);
	// Without a device there is nothing to measure.
	expect((await measured(charlie, ACCELERATOR, [1, 1, 1])).points).toBe(0n);
	await chain.send(register(charlie, devices[0]), charlie);
	expect(await chain.refused(register(charlie, devices[0]), charlie)).toBe('measurement.DeviceTaken');
	expect(await chain.refused(register(dave, devices[0]), dave)).toBe('measurement.DeviceTaken');
	// What a device signed for one supplier is nothing for another.
	const stolen = api.tx.measurement.registerDevice(...register(charlie, devices[1]).args);
	expect(await chain.refused(stolen, dave)).toBe('measurement.BadSignature');
	expect(await chain.refused(register(charlie, devices[1], 0), charlie)).toBe('measurement.StatementExpired');
	expect((await api.call.measurementApi.devices(charlie.address, ACCELERATOR)).toNumber()).toBe(1);

	// It counts for the epochs in which it answered, once however often its signature is handed in.
	await answer(charlie, [devices[0], devices[0]]);
	expect((await measured(charlie, ACCELERATOR, [100, 100, 100])).units).toEqual([60]);
	expect((await measured(charlie, ACCELERATOR, [100, 100, 100])).units).toEqual([0]);
	await answer(charlie, [devices[0]]);
	await chain.send(api.tx.measurement.removeDevice(devices[0].address), charlie);
	expect((await measured(charlie, ACCELERATOR, [100, 100, 100])).units).toEqual([0]);
	await chain.checkInvariants();
});

test('a_supplier_should_earn_no_more_than_its_bond_allows', async () => {
	const { api, eve } = chain;
	const { events, points } = await measured(eve, DATA, [10_000, 10_000, 10_000]);
	const { bond } = (await api.call.contributionApi.supplier(eve.address)).unwrap();
	// 0.2 % of it a day, and an epoch is a minute.
	expect(points).toBe((bond.toBigInt() * 2n) / 1_000n / 1_440n);
	expect(chain.one(events, 'measurement.ContributionCounted').capped.isTrue).toBe(true);
});

/** One job on a network: what it burns, what the epoch mints for it and whom it pays, as every node sees it. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { account, blockHash, eventsOf } from '../../scripts/lib/chain.mjs';
import { readLedger, supplyAt } from '../../scripts/lib/ledger.mjs';
import { until } from '../../scripts/lib/wait.mjs';
import { Network } from '../lib/network.mjs';

const JOB = path.join(import.meta.dirname, '../../zombienet/job.mjs');
const NAMES = ['alice', 'bob', 'charlie', 'dave'];
const network = new Network();
let last = 0;
let settled, closed, paid;

beforeAll(async () => {
	await network.start(...NAMES);
	await network.finalizes('alice', 2, 90);
});

afterAll(() => network.stop());

/** Read the blocks that became final since the last time; whether the supplier has been paid in one of them. */
async function isPaid() {
	const api = network.api('alice');
	const supplier = account('//Bob').address;
	for (const final = await network.finalized('alice'); last < final && !paid; ) {
		last += 1;
		for (const event of await eventsOf(api, last)) {
			if (api.events.bme.JobSettled.is(event)) settled = event.data;
			if (settled && api.events.bme.EpochClosed.is(event)) closed ??= event.data;
			if (api.events.bme.PaidOut.is(event) && event.data.account.toString() === supplier) paid = event.data;
		}
	}
	return Boolean(paid);
}

test('epoch_should_burn_mint_and_pay_when_a_job_ran_on_a_network', async () => {
	await promisify(execFile)(process.execPath, [JOB, network.endpoint('dave')]);
	await until(isPaid, 'the payout of the supplier', 240);
	const burned = settled.burned.toBigInt();
	const minted = closed.minted.work.toBigInt();
	expect(burned).toBeGreaterThan(0n);
	expect(minted).toBeGreaterThan(0n);
	// Of what was burned the supplier can earn 95 % again, at most.
	expect(minted).toBeLessThanOrEqual((burned * 95n) / 100n);
	expect(paid.epoch.toNumber()).toBe(closed.epoch.toNumber());
	expect(paid.amounts.work.toBigInt()).toBe(minted);
});

test.each(NAMES)('epoch_should_leave_the_same_ledger_and_state_on_every_node: %s', async (name) => {
	await until(async () => (await network.finalized(name)) >= last, `block ${last} finalized by ${name}`, 60);
	const api = network.api(name);
	for (let number = 1; number <= last; number += 1)
		expect(await network.rootAt(name, number), `block ${number}`).toBe(await network.rootAt('alice', number));
	const { burned, minted } = await supplyAt(api, await blockHash(api, last));
	expect(await readLedger(api, 1, last)).toEqual({ burned, minted });
	expect(burned.get('Job(Agent)')).toBe(settled.burned.toBigInt());
});

/** A validator that is killed at any moment, under load. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { account } from '../../scripts/lib/chain.mjs';
import { TOKEN } from '../../scripts/lib/units.mjs';
import { until } from '../../scripts/lib/wait.mjs';
import { Network } from '../lib/network.mjs';

const CRASHES = 20;
const NAMES = ['alice', 'bob', 'charlie', 'dave'];
/** Transfers that are sent every second. */
const LOAD = 20;
const network = new Network();
let isLoading = true;
let load;

/** Send transfers by the well-known accounts to each other until told to stop; how many were taken. */
async function send() {
	const api = network.api('alice');
	const [from, to] = [account('//Eve'), account('//Ferdie')];
	let nonce = (await api.rpc.system.accountNextIndex(from.address)).toNumber();
	const first = nonce;
	for (; isLoading; await sleep(1_000))
		for (let sent = 0; sent < LOAD; sent += 1, nonce += 1)
			await api.tx.balances.transferKeepAlive(to.address, TOKEN).signAndSend(from, { nonce, era: 0 });
	return nonce - first;
}

beforeAll(async () => {
	await network.start(...NAMES);
	await network.finalizes('alice', 2, 90);
	load = send();
});

afterAll(() => network.stop());

test('A26_node_should_have_the_state_of_its_peers_when_it_was_killed_twenty_times', async () => {
	for (let crash = 0; crash < CRASHES; crash += 1) {
		// Half of the crashes come while it starts or catches up, half while it imports, authors or votes.
		if (crash % 2 === 1) {
			await network.restarted('bob');
			const before = await network.best('bob');
			await until(async () => (await network.best('bob')) > before, 'a block at bob', 120);
		}
		await sleep(250 * (crash + 1));
		expect(network.log('bob')).not.toMatch(/panicked|corrupt/i);
		await network.kill('bob');
		network.spawn('bob');
	}
	await network.restarted('bob');
	isLoading = false;
	expect(await load).toBeGreaterThan(CRASHES * LOAD);
	const goal = (await network.best('alice')) + 2;
	for (const name of NAMES)
		await until(async () => (await network.finalized(name)) >= goal, `block ${goal} finalized by ${name}`, 180);
	for (let number = 1; number <= goal; number += 1) {
		const root = await network.rootAt('alice', number);
		expect(await network.rootAt('bob', number), `block ${number}`).toBe(root);
	}
	expect((await network.api('bob').call.invariantsApi.check()).isOk).toBe(true);
	expect(network.log('bob')).not.toMatch(/panicked|corrupt/i);
}, 900_000);

/** The real service, killed on the way of a redemption: it is paid with one key, confirmed once. */
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { blake2AsHex } from '@polkadot/util-crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { until } from '../lib/wait.mjs';
import { referenceOf } from './event.mjs';
import { OTHER, US } from './testing/ledger.mjs';
import { Service } from './testing/service.mjs';
import { ALICE } from './testing/world.mjs';

/** Of instructing, recording and submitting the claim, settling it, paying, and the same for the vote. */
const SURVIVED = [1, 4, 7, 10];
let service;
let instructions;
let accepted;

beforeEach(async () => {
	service = await Service.make();
	instructions = [];
	accepted = new Set();
	writeFileSync(service.file('keys'), '');
	writeFileSync(
		service.file('pay'),
		`key=$(sed -n 's/.*"idempotencyKey":"\\([^"]*\\)".*/\\1/p')
echo "$key" >> "${service.file('keys')}"
sleep 0.05
echo "tr_$key"
`,
	);
});

afterEach(async () => {
	await service.stop();
	expect(service.ledger.violations).toEqual([]);
});

const start = (steps) => service.start({ payout: { pay: ['sh', service.file('pay')], retrySeconds: 0.1 } }, steps);
const keys = () => readFileSync(service.file('keys'), 'utf8').trim().split('\n');
const isVoted = (id) => service.ledger.redemptions.get(id).votes.some(({ member }) => member === US);

function redeem() {
	instructions.push(JSON.stringify({ iban: 'DE00', salt: instructions.length }));
	return service.ledger.redeem(ALICE, 5_500_000n, blake2AsHex(instructions.at(-1)));
}

/** Give instructions until they are taken, or the service ends before it can say so. */
async function instruct(id) {
	for (;;) {
		const send = () => fetch(`${service.address}/payouts`, { method: 'POST', body: instructions[id] });
		const response = await send().catch(() => null);
		if (!response) return null;
		if (response.ok) return accepted.add(id);
		await sleep(20);
	}
}

test('redemption_should_be_paid_with_one_key_when_the_service_is_killed_on_the_way', async () => {
	for (const steps of SURVIVED) {
		await start(steps);
		await until(() => [...accepted].every(isVoted), 'what was left is paid');
		await instruct(redeem());
		await service.process.ended;
	}
	await start();
	// Killed while the command runs.
	const last = redeem();
	await instruct(last);
	await until(() => keys().includes(`0x00-${last}`), 'the last command');
	await service.end('SIGKILL');
	await start();
	for (const id of instructions.keys()) await instruct(id);
	await until(() => [...instructions.keys()].every(isVoted), 'all are paid');

	expect(new Set(keys())).toEqual(new Set(instructions.map((_, id) => `0x00-${id}`)));
	for (const [id, { claims, votes }] of service.ledger.redemptions) {
		expect(claims.map(({ member }) => member)).toEqual([US]);
		expect(votes.map(({ name, reference }) => [name, reference])).toEqual([
			['confirm', referenceOf(`tr_0x00-${id}`)],
		]);
	}
	service.ledger.redemptions.forEach((_, id) => service.ledger.voteAs(OTHER, id, 'confirm'));
	await until(() => service.log.includes(`redemption ${last}: ended`), 'their end');
});

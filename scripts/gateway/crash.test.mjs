/** The real service, killed at any moment: nothing acknowledged is lost, nothing reaches the chain twice. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { paymentSucceeded, post } from '../demo/provider.mjs';
import { until } from '../lib/wait.mjs';
import { Store } from './store.mjs';
import { Service } from './testing/service.mjs';
import { ALICE, SECRET } from './testing/world.mjs';

const PAYMENTS = 2_000;
const KILLS = 6;
const CLIENTS = 6;
let service;

beforeEach(async () => {
	service = await Service.make();
});

afterEach(async () => {
	await service.stop();
	expect(service.ledger.violations).toEqual([]);
});

test('every_acknowledged_webhook_should_reach_the_chain_once_when_the_service_is_killed_again_and_again', async () => {
	const events = Array.from({ length: PAYMENTS }, (_, index) =>
		paymentSucceeded({ payment: `pi_${index}`, cents: index + 1, beneficiary: ALICE }),
	);
	// In any order, and every second one twice.
	const left = [...events, ...events.slice(0, PAYMENTS / 2)].sort(() => Math.random() - 0.5);
	await service.start();
	// Each client repeats an event until it is acknowledged.
	const clients = Array.from({ length: CLIENTS }, async () => {
		for (let event = left.pop(); event; event = left.pop()) {
			const send = () => post(`${service.address}/webhooks/card`, event, SECRET).catch(() => sleep(20));
			while ((await send()) !== 200);
			await sleep(15);
		}
	});
	for (let kills = 0; kills < KILLS; kills += 1) {
		await sleep(300 + Math.random() * 500);
		expect(left.length).toBeGreaterThan(0);
		await service.end('SIGKILL');
		await service.start();
	}
	await Promise.all(clients);
	const { ledger } = service;
	await until(() => ledger.counted.size === events.length, 'the last receipt', 60);
	expect(ledger.events.flat()).toEqual([]);
	expect([...ledger.counted.values()]).toEqual(events.map(() => 1));
	const [metrics] = service.log.match(/http:\S+\/metrics/);
	const isDone = (text) => text.includes(`bme_gateway_rows{kind="receipt",state="done"} ${PAYMENTS}\n`);
	await until(async () => isDone(await (await fetch(metrics)).text()), 'all done');
	const code = await service.end('SIGTERM');
	expect([code, service.log]).toEqual([0, expect.stringMatching(/stopped\s*$/)]);
	const store = await Store.open(service.file('gateway.db'));
	expect(store.database.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
	expect(new Set(store.database.all('SELECT event FROM items').map(({ event }) => event)).size).toBe(PAYMENTS);
	expect(store.counts()).toEqual([{ kind: 'receipt', state: 'done', count: PAYMENTS }]);
	store.close();
}, 180_000);

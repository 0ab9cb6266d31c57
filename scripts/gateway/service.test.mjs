/** The real service, told that something of its configuration changed, or with one that would do harm. */
import { rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { paymentSucceeded, post } from '../demo/provider.mjs';
import { until } from '../lib/wait.mjs';
import { Service } from './testing/service.mjs';
import { ALICE, SECRET } from './testing/world.mjs';

let service;

beforeEach(async () => {
	service = await Service.make();
});

afterEach(() => service.stop());

const pay = (payment, secret) =>
	post(`${service.address}/webhooks/card`, paymentSucceeded({ payment, cents: 1, beneficiary: ALICE }), secret);

async function reload(expected) {
	service.process.child.kill('SIGHUP');
	await until(() => service.log.includes(expected), expected);
}

test('secrets_should_be_read_again_when_the_service_is_told_to', async () => {
	await service.start();
	expect([await pay('pi_1', SECRET), await pay('pi_2', 'whsec_next')]).toEqual([200, 400]);
	writeFileSync(service.file('secrets'), `${SECRET}\nwhsec_next\n`);
	await reload('card: 2 secrets');
	expect([await pay('pi_1', SECRET), await pay('pi_2', 'whsec_next')]).toEqual([200, 200]);
	rmSync(service.file('secrets'));
	await reload('card keeps its secrets: the file of secrets');
	expect(await pay('pi_3', 'whsec_next')).toBe(200);
});

test('service_should_not_start_when_a_command_of_payouts_cannot_be_run', async () => {
	writeFileSync(service.file('pay'), '');
	await expect(service.start({ payout: { pay: [service.file('pay')] } })).rejects.toThrow('cannot be run');
	await expect(service.start({ payout: { check: ['/nowhere/check'] } })).rejects.toThrow(
		'/nowhere/check cannot be run',
	);
});

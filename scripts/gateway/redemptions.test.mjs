/** How redemptions are paid, by commands that do what a test says. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { blake2AsHex } from '@polkadot/util-crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Gateway } from './gateway.mjs';
import { referenceOf } from './event.mjs';
import { report } from './report.mjs';
import { chainOn } from './testing/fake-chain.mjs';
import { Ledger, OTHER, US } from './testing/ledger.mjs';
import { ALICE, configIn, folderOfTest, partsIn } from './testing/world.mjs';

const INSTRUCTIONS = Buffer.from('{"iban":"DE00","salt":"8c1f"}');
const HASH = blake2AsHex(INSTRUCTIONS);
let place;
let parts;
let gateway;
let ledger;
let chain;

beforeEach(async () => {
	place = folderOfTest();
	parts = await partsIn(place.folder);
});

afterEach(() => {
	expect(ledger.violations).toEqual([]);
	parts.store.close();
	place.remove();
});

/** A shell command that remembers its input and then does what it is told. */
const shell = (does) => ['sh', '-c', `cat >> ${path.join(place.folder, 'inputs')}; ${does}`];
const inputs = () =>
	readFileSync(path.join(place.folder, 'inputs'), 'utf8')
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line));

async function start(payout) {
	ledger = new Ledger();
	writeFileSync(path.join(place.folder, 'inputs'), '');
	await begin(payout);
}

/** Begin on the chain that is there, as after a restart. */
async function begin(payout) {
	chain = chainOn(ledger);
	chain.follow = async () => {};
	gateway = new Gateway(configIn(place.folder, { payout }), parts);
	await gateway.follow(chain);
	await gateway.working;
}

/** Blocks pass, and commands come to their end. */
async function blocks(count) {
	for (let made = 0; made < count; made += 1) {
		ledger.seal();
		await gateway.step();
		await gateway.redemptions.idle();
		await gateway.working;
	}
}

const redeem = () => ledger.redeem(ALICE, 5_500_000n, HASH);
/** Somebody redeems, and the gateway knows where to pay; the id. */
async function redeemAndTell() {
	const id = redeem();
	await blocks(2);
	parts.store.instruct(HASH, INSTRUCTIONS);
	return id;
}

const votes = (id) => ledger.redemptions.get(id).votes.map(({ name, reference }) => [name, reference]);
const later = (milliseconds) => {
	const now = Date.now() + milliseconds;
	gateway.redemptions.now = () => now;
};

test('redemption_should_be_claimed_paid_and_confirmed_when_its_instructions_are_there', async () => {
	await start({ pay: shell('echo tr_1') });
	const id = redeem();
	await blocks(2);
	expect(ledger.redemptions.get(id).claims).toEqual([]);
	expect(report(parts.store)).toContain(`redemption 0 of 5.50 USD for ${ALICE} is open: no instructions`);
	expect(parts.store.instruct(HASH, INSTRUCTIONS)).toEqual([id]);
	await blocks(4);
	expect(ledger.redemptions.get(id).claims.map(({ member }) => member)).toEqual([US]);
	expect(votes(id)).toEqual([['confirm', referenceOf('tr_1')]]);
	expect(inputs()).toEqual([
		{
			redemption: id,
			who: ALICE,
			amount: '5.500000',
			payout: HASH,
			instructions: { iban: 'DE00', salt: '8c1f' },
			idempotencyKey: `0x00-${id}`,
		},
	]);
	ledger.voteAs(OTHER, id, 'confirm');
	await blocks(1);
	expect(parts.store.openRedemptions()).toEqual([]);
	expect(parts.store.counts()).toEqual([{ kind: 'redemption', state: 'ended', count: 1 }]);
});

test('nothing_should_be_paid_or_forgotten_when_the_node_catches_up', async () => {
	await start({ pay: shell('echo tr_1') });
	const id = await redeemAndTell();
	// It shows blocks in which nobody has redeemed yet, or in which everything is as it was an hour ago.
	for (const past of [{ lag: ledger.number }, { lag: 0, bestTime: Date.now() - 3_600_000 }]) {
		Object.assign(ledger, past);
		await blocks(2);
		expect(parts.store.openRedemptions().map((open) => open.id)).toEqual([id]);
		expect(ledger.redemptions.get(id).claims).toEqual([]);
	}
	delete ledger.bestTime;
	await blocks(4);
	expect(votes(id)).toEqual([['confirm', referenceOf('tr_1')]]);
});

test('payment_should_be_confirmed_again_when_fewer_are_needed_by_now', async () => {
	await start({ pay: shell('echo tr_1') });
	ledger.threshold = 3;
	const id = await redeemAndTell();
	await blocks(4);
	ledger.voteAs(OTHER, id, 'confirm');
	await blocks(3);
	expect(votes(id).length).toBe(2);
	expect(parts.store.openRedemptions().length).toBe(1);
	ledger.lower(2);
	await blocks(3);
	expect(parts.store.openRedemptions()).toEqual([]);
	expect(inputs().length).toBe(1);
});

test('redemption_should_be_claimed_when_blocks_go_on_and_are_not_final', async () => {
	await start({ pay: shell('echo tr_1') });
	const id = redeem();
	await blocks(1);
	parts.store.instruct(HASH, INSTRUCTIONS);
	ledger.finalTime = Date.now() - 3_600_000;
	for (ledger.lag = 0; ledger.lag < 8; ledger.lag += 1) await blocks(1);
	expect(ledger.redemptions.get(id).claims.map(({ member }) => member)).toEqual([US]);
	expect(readFileSync(path.join(place.folder, 'inputs'), 'utf8')).toBe('');
});

test('nothing_should_be_paid_when_what_is_final_is_old', async () => {
	await start({ pay: shell('exit 1') });
	await redeemAndTell();
	await blocks(4);
	const tried = inputs().length;
	expect(tried).toBeGreaterThan(0);
	parts.store.database.run('UPDATE redemptions SET not_before = 0');
	// Another may have taken over and paid since.
	ledger.finalTime = Date.now() - 3_600_000;
	await blocks(3);
	expect(inputs().length).toBe(tried);
	delete ledger.finalTime;
	await blocks(1);
	expect(inputs().length).toBe(tried + 1);
});

test('words_should_be_said_again_when_the_member_was_away_as_fewer_were_needed', async () => {
	await start({});
	ledger.threshold = 3;
	const payment = { provider: 1, reference: '0x01', beneficiary: ALICE, amount: 5n, paidAt: ledger.time };
	parts.store.take([{ ...payment, event: 'evt_1', kind: 'receipt', payment: 'pi_1' }], Date.now());
	await blocks(3);
	ledger.attestAs(OTHER, { ...payment, amount: '5' });
	ledger.isMember = false;
	await blocks(1);
	ledger.lower(2);
	await blocks(2);
	expect(ledger.receipts.size).toBe(0);
	ledger.isMember = true;
	await blocks(3);
	expect(ledger.receipts.size).toBe(1);
});

test('nothing_should_be_paid_when_the_member_voted_by_hand_and_fewer_are_needed_by_now', async () => {
	await start({ pay: shell('exit 1') });
	ledger.threshold = 3;
	const id = await redeemAndTell();
	await blocks(4);
	const tried = inputs().length;
	expect(tried).toBeGreaterThan(0);
	for (const member of [US, OTHER]) ledger.voteAs(member, id, 'confirm');
	later(86_400_000);
	await blocks(2);
	ledger.lower(2);
	await blocks(3);
	expect(inputs().length).toBe(tried);
	expect(ledger.redemptions.get(id).votes.length).toBe(2);
});

test('nothing_should_be_paid_when_the_member_was_removed_after_it_claimed', async () => {
	await start({ pay: shell('exit 1') });
	const id = await redeemAndTell();
	await blocks(4);
	expect(ledger.redemptions.get(id).claims.map(({ member }) => member)).toEqual([US]);
	const tried = inputs().length;
	expect(tried).toBeGreaterThan(0);
	ledger.isMember = false;
	later(86_400_000);
	await blocks(3);
	expect(inputs().length).toBe(tried);
	ledger.isMember = true;
	await blocks(1);
	expect(inputs().length).toBe(tried + 1);
});

test('nothing_should_be_paid_when_the_claim_is_not_final_or_another_has_it', async () => {
	await start({ pay: shell('echo tr_1') });
	ledger.lag = 3;
	const id = redeem();
	await blocks(3);
	parts.store.instruct(HASH, INSTRUCTIONS);
	await blocks(3);
	expect(ledger.redemptions.get(id).claims.length).toBe(1);
	expect(readFileSync(path.join(place.folder, 'inputs'), 'utf8')).toBe('');
	await blocks(3);
	expect(inputs().length).toBe(1);
	// Another is quicker.
	const second = redeem();
	ledger.claimAs(OTHER, second);
	await blocks(6);
	expect([inputs().length, votes(second)]).toEqual([1, []]);
});

test('redemption_should_be_rejected_when_the_command_says_that_it_cannot_be_paid', async () => {
	await start({ pay: shell('exit 3') });
	const id = redeem();
	await blocks(1);
	parts.store.instruct(HASH, INSTRUCTIONS);
	await blocks(4);
	expect(votes(id)).toEqual([['reject', undefined]]);
});

test.each([
	['fails', 'exit 1', 'exit 1'],
	['prints no reference', 'exit 0', 'no reference was printed'],
	['hangs', 'sleep 5', 'exit null'],
])('command_should_run_again_with_the_same_key_when_it_%s', async (_, does, note) => {
	await start({ pay: shell(does), timeoutSeconds: 0.3, retrySeconds: 10 });
	const id = redeem();
	await blocks(1);
	parts.store.instruct(HASH, INSTRUCTIONS);
	await blocks(4);
	expect(inputs().length).toBe(1);
	expect(report(parts.store)).toMatch(new RegExp(`redemption 0 .* is paying: tried 1 times, ${note}`));
	later(11_000);
	await blocks(3);
	// The pause is twice as long now.
	expect(inputs().map(({ idempotencyKey }) => idempotencyKey)).toEqual(['0x00-0', '0x00-0']);
	later(32_000);
	gateway.redemptions.payout.pay = shell('echo tr_1');
	await blocks(3);
	expect([inputs().length, votes(id)]).toEqual([3, [['confirm', referenceOf('tr_1')]]]);
});

test('command_that_is_not_there_should_be_told_and_tried_again', async () => {
	await start({ pay: ['/nowhere/pay'], retrySeconds: 10 });
	redeem();
	await blocks(1);
	parts.store.instruct(HASH, INSTRUCTIONS);
	await blocks(3);
	expect(report(parts.store)).toContain('ENOENT');
});

test.each([
	['exit 0', 'echo tr_1', [['confirm', referenceOf('tr_1')]]],
	['exit 3', 'exit 3', [['reject', undefined]]],
	['anything else', 'exit 1', []],
])('claim_of_another_should_be_voted_on_when_the_check_ends_with_%s', async (_, does, expected) => {
	await start({ check: shell(does) });
	const id = redeem();
	ledger.claimAs(OTHER, id);
	await blocks(4);
	expect(votes(id)).toEqual(expected);
	expect(inputs()).toMatchObject([{ redemption: id, instructions: null, idempotencyKey: `0x00-${id}` }]);
});

test('redemption_should_be_paid_with_one_key_when_the_program_ends_between_any_two_steps', async () => {
	const payout = { pay: shell('echo tr_1') };
	let left;
	/** Nothing happens any more when no step is left. */
	const mark = (owner, method) => {
		const real = owner[method].bind(owner);
		owner[method] = (...values) => {
			if (left === 0) throw new Error('killed');
			left -= 1;
			return real(...values);
		};
	};
	await start(payout);
	let steps = 0;
	for (left = 0; left === 0; steps += 1) {
		const body = Buffer.from(JSON.stringify({ salt: steps }));
		const id = ledger.redeem(ALICE, 5_500_000n, blake2AsHex(body));
		await blocks(1);
		parts.store.instruct(blake2AsHex(body), body);
		left = steps;
		for (const method of ['record', 'forget', 'setRedemption']) mark(parts.store, method);
		mark(chain, 'submit');
		for (let made = 0; made < 6 && left > 0; made += 1) await blocks(1).catch(() => {});
		await gateway.redemptions.idle();
		parts.store.close();
		parts = await partsIn(place.folder);
		if (left === 0) {
			await begin(payout);
			await blocks(5);
		}
		expect(votes(id)).toEqual([['confirm', referenceOf('tr_1')]]);
		expect(ledger.redemptions.get(id).claims.length).toBe(1);
		const keys = inputs().filter(({ redemption }) => redemption === id);
		expect(new Set(keys.map(({ idempotencyKey }) => idempotencyKey))).toEqual(new Set([`0x00-${id}`]));
	}
	// Claim: recorded, submitted, settled, forgotten. Payment: begun, done. Vote: as the claim.
	expect(steps).toBeGreaterThanOrEqual(10);
});

/** What reaches the chain, on one that does what a test says. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Gateway } from './gateway.mjs';
import { referenceOf } from './event.mjs';
import { report } from './report.mjs';
import { chainOn } from './testing/fake-chain.mjs';
import { Ledger, OTHER, US } from './testing/ledger.mjs';
import { ALICE, BOB, configIn, folderOfTest, partsIn } from './testing/world.mjs';

const DAY = 86_400_000;
let place;
let parts;
let gateway;
let ledger;
let chain;

/** Begin with a chain; `again` as after a restart. */
async function start(options, again = false) {
	if (!again) ledger = new Ledger(options);
	chain = chainOn(ledger);
	// Steps are made when a test makes them.
	chain.follow = async () => {};
	gateway = new Gateway(configIn(place.folder), parts);
	await gateway.follow(chain);
	await gateway.working;
}

beforeEach(async () => {
	place = folderOfTest();
	parts = await partsIn(place.folder);
});

afterEach(() => {
	expect(ledger.violations).toEqual([]);
	parts.store.close();
	place.remove();
});

const item = (payment, change = {}) => ({
	provider: 1,
	event: `evt_${payment}`,
	kind: 'receipt',
	payment,
	reference: referenceOf(payment),
	amount: 5_000_000n,
	beneficiary: ALICE,
	paidAt: ledger.genesisTime,
	...change,
});
const statement = (payment, change = {}) => ({ ...item(payment, change), amount: String(change.amount ?? 5_000_000n) });
const reversal = (payment) => ({ ...item(payment), event: `evt_r_${payment}`, kind: 'reversal', amount: null });
const take = (...webhooks) => parts.store.take(webhooks, Date.now());
const takeMany = (count, first = 0) =>
	take(...Array.from({ length: count }, (_, index) => item(`pi_${first + index}`)));
const states = () =>
	Object.fromEntries(parts.store.counts().map(({ kind, state, count }) => [`${kind} ${state}`, count]));

/** So many blocks pass, each of which the gateway sees. */
async function blocks(count = 1, options = {}) {
	for (let made = 0; made < count; made += 1) {
		ledger.seal(options);
		await gateway.step();
	}
}

const later = (milliseconds) => {
	const now = Date.now() + milliseconds;
	gateway.sender.now = () => now;
	gateway.redemptions.now = () => now;
};

test('receipts_should_go_in_full_batches_with_consecutive_nonces', async () => {
	await start();
	takeMany(450);
	await gateway.step();
	const pool = [...ledger.pool.values()];
	expect(pool.map(({ nonce, call }) => [nonce, call.items.length])).toEqual([
		[0, 100],
		[1, 100],
		[2, 100],
		[3, 100],
	]);
	await blocks(2);
	expect(states()).toEqual({ 'receipt done': 450 });
	expect([...ledger.counted.values()]).toEqual(Array(450).fill(1));
	expect(parts.store.transactions()).toEqual([]);
});

test('no_more_should_be_in_flight_than_configured_when_blocks_are_empty', async () => {
	await start();
	takeMany(900);
	await gateway.step();
	await blocks(5, { most: 0 });
	expect(ledger.pool.size).toBe(4);
	await blocks(1, { most: 1 });
	expect([...ledger.pool.keys()]).toEqual([1, 2, 3, 4]);
});

test('receipts_should_be_done_only_when_they_are_final', async () => {
	await start({ lag: 3 });
	takeMany(10);
	await gateway.step();
	await blocks(3);
	expect(states()).toEqual({ 'receipt sent': 10 });
	// While waiting for finality there is room for others.
	takeMany(10, 10);
	await blocks(1);
	expect(states()).toEqual({ 'receipt done': 10, 'receipt sent': 10 });
	await blocks(4);
	expect(states()).toEqual({ 'receipt done': 20 });
});

test('transactions_should_be_sent_again_as_they_are_when_the_node_has_lost_them', async () => {
	await start();
	takeMany(150);
	await gateway.step();
	const before = ledger.signed.get(0).bytes;
	ledger.pool.clear();
	await gateway.step();
	expect(ledger.signed.get(0).bytes).toBe(before);
	await blocks(1);
	await gateway.step();
	expect(states()).toEqual({ 'receipt done': 150 });
});

test('no_nonce_should_be_used_twice_when_a_transaction_expires', async () => {
	await start({ lag: 2 });
	takeMany(250);
	const submit = chain.submit;
	chain.submit = async () => {
		throw new Error('disconnected');
	};
	await gateway.step();
	expect(states()).toEqual({ 'receipt sent': 250 });
	chain.submit = submit;
	// It comes back when they cannot be included any more, but a finalized block does not say so yet.
	for (let made = 0; made < 16; made += 1) ledger.seal();
	takeMany(50, 250);
	await gateway.step();
	expect([ledger.pool.size, parts.store.transactions().length]).toEqual([0, 3]);
	await blocks(2);
	expect([...ledger.pool.keys()]).toEqual([0, 1, 2]);
	await blocks(3);
	expect(states()).toEqual({ 'receipt done': 300 });
});

test('a_gap_should_be_filled_when_only_the_first_transaction_was_lost', async () => {
	await start();
	takeMany(100);
	await gateway.step();
	ledger.pool.clear();
	const { submit } = chain;
	chain.submit = async (bytes) => JSON.parse(bytes).nonce > 0 && submit(bytes);
	await blocks(4);
	takeMany(100, 100);
	await blocks(11);
	expect([...ledger.pool.keys()]).toEqual([1]);
	chain.submit = submit;
	await blocks(4);
	expect(states()).toEqual({ 'receipt done': 200 });
});

test('restart_should_neither_lose_nor_double_when_it_comes_at_any_step', async () => {
	await start({ lag: 2 });
	takeMany(300);
	for (let round = 0; round < 12; round += 1) {
		await start({}, true);
		ledger.seal({ most: round % 2 });
		if (round % 5 === 0) ledger.pool.clear();
	}
	await blocks(6);
	expect(states()).toEqual({ 'receipt done': 300 });
	expect([...ledger.counted.values()]).toEqual(Array(300).fill(1));
});

test('receipt_should_not_be_sent_when_the_chain_knows_it_already', async () => {
	await start({ threshold: 1 });
	ledger.attestAs(OTHER, statement('pi_0'));
	ledger.attestAs(OTHER, statement('pi_1', { amount: 6_000_000n }));
	take(item('pi_0'), item('pi_1'), item('pi_2'));
	await blocks(2);
	expect(states()).toEqual({ 'receipt done': 2, 'receipt refused': 1 });
	expect([...ledger.counted.keys()]).toEqual([`1:${referenceOf('pi_2')}`]);
	expect(report(parts.store)).toContain('refused receipt of pi_1');
	expect(report(parts.store)).toContain('the others agreed otherwise');
});

test('receipt_should_not_be_sent_when_a_block_that_is_not_final_has_it', async () => {
	await start({ lag: 3, threshold: 1 });
	ledger.seal();
	ledger.attestAs(OTHER, statement('pi_0'));
	take(item('pi_0'));
	await blocks(1);
	expect(states()).toEqual({ 'receipt new': 1 });
	await blocks(2);
	expect([states(), ledger.signed.size]).toEqual([{ 'receipt done': 1 }, 0]);
});

test('statement_should_be_replaced_when_an_earlier_one_of_ours_says_something_else', async () => {
	await start();
	ledger.attestAs(US, statement('pi_0', { paidAt: ledger.genesisTime - 1_000 }));
	take(item('pi_0'));
	await blocks(2);
	expect(states()).toEqual({ 'receipt done': 1 });
	expect(ledger.statements.get(`1:${referenceOf('pi_0')}`).map(({ paidAt }) => paidAt)).toEqual([ledger.genesisTime]);
});

test('receipt_should_end_as_refused_with_the_reason_when_the_chain_does_not_take_it', async () => {
	await start();
	take(item('pi_old', { paidAt: ledger.genesisTime - 31 * DAY }), item('pi_new'));
	await gateway.step();
	await blocks(1);
	expect(states()).toEqual({ 'receipt done': 1, 'receipt refused': 1 });
	expect(report(parts.store)).toMatch(/refused receipt of pi_old.*: TooOld/);
});

test('receipt_should_wait_when_it_was_paid_after_the_last_block', async () => {
	await start();
	take(item('pi_0', { paidAt: ledger.genesisTime + 15_000 }));
	await blocks(2);
	expect(ledger.signed.size).toBe(0);
	await blocks(2);
	expect(states()).toEqual({ 'receipt done': 1 });
});

test('conflict_should_be_kept_for_a_person_when_gateways_disagree', async () => {
	await start();
	take(item('pi_0'), item('pi_1'));
	await gateway.step();
	await blocks(1);
	ledger.seal();
	ledger.attestAs(OTHER, statement('pi_0', { beneficiary: BOB }));
	await gateway.step();
	expect(report(parts.store)).toMatch(/done receipt of pi_0.*: another gateway states something else/);
	expect(report(parts.store)).not.toContain('pi_1');
});

test('receipt_should_be_kept_for_a_person_when_too_few_gateways_attest_it', async () => {
	await start();
	take(item('pi_0'));
	await gateway.step();
	await blocks(1);
	ledger.seal();
	ledger.emit({ name: 'ReceiptLapsed', provider: 1, reference: referenceOf('pi_0') });
	await gateway.step();
	expect(report(parts.store)).toMatch(/done receipt of pi_0.*: too few gateways attested it in time/);
});

test('nothing_should_be_sent_when_the_account_is_no_member', async () => {
	await start();
	ledger.isMember = false;
	takeMany(5);
	await blocks(3);
	expect(ledger.signed.size).toBe(0);
	expect(parts.lines.filter((line) => line.includes('is no gateway of this chain')).length).toBe(1);
	ledger.isMember = true;
	await blocks(2);
	expect(states()).toEqual({ 'receipt done': 5 });
});

test('receipts_should_go_again_after_a_pause_when_their_transaction_failed', async () => {
	await start();
	takeMany(5);
	await gateway.step();
	// Removed in the block that includes them.
	ledger.isMember = false;
	ledger.seal();
	ledger.isMember = true;
	await blocks(3);
	expect([states(), ledger.signed.size]).toEqual([{ 'receipt new': 5 }, 1]);
	later(61_000);
	await blocks(2);
	expect(states()).toEqual({ 'receipt done': 5 });
});

test('reversal_should_wait_until_the_chain_has_its_receipt', async () => {
	await start();
	take(reversal('pi_0'), item('pi_0'));
	await blocks(3);
	expect(states()).toEqual({ 'receipt done': 1, 'reversal new': 1 });
	expect(parts.lines.filter((line) => line.includes('reversal of pi_0 waits')).length).toBe(1);
	ledger.attestAs(OTHER, statement('pi_0'));
	later(61_000);
	await blocks(2);
	expect(states()).toEqual({ 'receipt done': 1, 'reversal done': 1 });
	expect(ledger.votes.get(`1:${referenceOf('pi_0')}`).map(({ member }) => member)).toEqual([US]);
	// Others have reversed this one before us.
	ledger.threshold = 1;
	ledger.attestAs(OTHER, statement('pi_1'));
	ledger.reverseAs(OTHER, statement('pi_1'));
	take(reversal('pi_1'));
	await blocks(2);
	expect(states()).toEqual({ 'receipt done': 1, 'reversal done': 2 });
});

test('words_should_be_said_again_when_fewer_are_needed_by_now', async () => {
	await start({ threshold: 3 });
	ledger.attestAs(OTHER, statement('pi_0'));
	take(item('pi_0'), item('pi_1'));
	await blocks(3);
	expect(states()).toEqual({ 'receipt done': 2 });
	expect(ledger.receipts.size).toBe(0);
	// Of this one the chain has forgotten all: it stays done.
	take(item('pi_2'));
	await blocks(3);
	ledger.statements.delete(`1:${referenceOf('pi_2')}`);
	const sent = () => ledger.signed.size;
	const before = sent();
	ledger.lower(2);
	await blocks(3);
	// Nobody but us said anything of the second.
	expect([...ledger.receipts.keys()]).toEqual([`1:${referenceOf('pi_0')}`]);
	expect([states(), sent()]).toEqual([{ 'receipt done': 3 }, before + 1]);
	const { nonces } = ledger;
	await blocks(3);
	expect(ledger.nonces.at(-1)).toBe(nonces.at(-1));
	// A payment that two of three took back.
	ledger.threshold = 3;
	ledger.reverseAs(OTHER, statement('pi_0'));
	take(reversal('pi_0'));
	await blocks(3);
	ledger.lower(2);
	await blocks(3);
	expect(ledger.receipts.get(`1:${referenceOf('pi_0')}`).reversedSince).toBeLessThan(Infinity);
	expect(states()).toEqual({ 'receipt done': 3, 'reversal done': 1 });
});

test('step_should_be_left_out_and_made_up_for_when_the_node_is_away', async () => {
	await start();
	takeMany(5);
	const { best } = chain;
	chain.best = async () => {
		throw new Error('disconnected');
	};
	gateway.wake();
	await gateway.working;
	expect(parts.lines.at(-1)).toBe('this block was left out: disconnected');
	chain.best = best;
	gateway.wake();
	await sleep(50);
	await blocks(1);
	expect(states()).toEqual({ 'receipt done': 5 });
});

test('database_should_be_refused_when_it_is_of_another_chain', async () => {
	await start();
	chain.genesis = '0x01';
	await expect(new Gateway(configIn(place.folder), parts).follow(chain)).rejects.toThrow('of another chain');
});

test('blocks_that_were_missed_should_be_followed_in_order_and_forgotten_ones_made_up_for', async () => {
	await start();
	ledger.redeem(ALICE, 5n, '0x11');
	ledger.redeem(ALICE, 6n, '0x22');
	await start({}, true);
	expect(parts.store.openRedemptions().map(({ id }) => id)).toEqual([0, 1]);
	ledger.redeem(ALICE, 7n, '0x33');
	ledger.forgottenTo = ledger.number;
	ledger.seal();
	await gateway.step();
	expect(parts.store.openRedemptions().map(({ id }) => id)).toEqual([0, 1, 2]);
	expect(parts.lines.at(-2)).toContain('the node has forgotten block 3');
});

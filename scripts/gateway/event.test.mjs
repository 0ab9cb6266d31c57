/** What an event means, whatever a provider puts into it. */
import { expect, test } from 'vitest';
import { chargeRefunded, paymentSucceeded } from '../demo/provider.mjs';
import { amountOf, read, referenceOf } from './event.mjs';
import { ALICE, configIn } from './testing/world.mjs';

const [PROVIDER] = configIn('/nowhere').providers;
const CREATED = 1_700_000_000;
const paid = (change = {}) =>
	paymentSucceeded({ payment: 'pi_1', cents: 1_234, beneficiary: ALICE, created: CREATED, ...change });
const meaningOf = (event) => read(PROVIDER, Buffer.from(typeof event === 'string' ? event : JSON.stringify(event)));

test.each([
	[1_234, 2, 12_340_000n],
	['1234', 2, 12_340_000n],
	[1, 0, 1_000_000n],
	[1, 6, 1n],
	[1_000, 9, 1n],
	[Number.MAX_SAFE_INTEGER, 6, 9_007_199_254_740_991n],
	[100_000_000_000_000, 2, 10n ** 18n],
])('amount_should_be_exact: %j with %i decimals', (value, decimals, expected) => {
	expect(amountOf(value, decimals)).toBe(expected);
});

test.each([
	0,
	'0',
	-1,
	'-1',
	0.5,
	19.99,
	'19.99',
	'1e3',
	'',
	' 5',
	'0x10',
	null,
	true,
	[],
	[5],
	{},
	2 ** 53,
	1e300,
	100_000_000_000_001,
	'9'.repeat(31),
])('amount_should_be_refused_when_it_is_none: %j', (value) => {
	expect(() => amountOf(value, 2)).toThrow();
});

test('amount_should_be_refused_when_it_is_finer_than_fiat', () => {
	expect(() => amountOf(1_001, 9)).toThrow('finer');
});

test('receipt_should_be_read_when_the_event_is_whole', () => {
	expect(meaningOf(paid())).toEqual({
		provider: 1,
		kind: 'receipt',
		event: 'evt_pi_1',
		payment: 'pi_1',
		reference: referenceOf('pi_1'),
		amount: 12_340_000n,
		beneficiary: ALICE,
		paidAt: CREATED * 1_000,
	});
	// The hash that everybody else calculates.
	expect(referenceOf('a')).toBe('0x8928aae63c84d87ea098564d1e03ad813f107add474e56aedd286349c0c03ea4');
});

test('address_should_have_one_form_when_it_is_written_for_another_chain', () => {
	const polkadot = '15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5';
	expect(meaningOf(paid({ beneficiary: polkadot })).beneficiary).toBe(ALICE);
});

test.each([
	['it names no beneficiary', paid({ beneficiary: undefined })],
	['is no address', paid({ beneficiary: '' })],
	['is no address', paid({ beneficiary: ALICE.replace('G', 'H') })],
	['is no address', paid({ beneficiary: ALICE.slice(0, -1) })],
	['is no address', paid({ beneficiary: `0x${'d4'.repeat(32)}` })],
	['is no address', paid({ beneficiary: { a: 1 } })],
	['is no amount', paid({ cents: 12.5 })],
	['is no amount', paid({ cents: -5 })],
	['is no amount', paid({ cents: undefined })],
	['is no amount', JSON.stringify(paid()).replaceAll('1234', '9007199254740993')],
	['zero', paid({ cents: 0 })],
	['too much', paid({ cents: Number.MAX_SAFE_INTEGER })],
	['the currency is "eur"', JSON.stringify(paid()).replace('"usd"', '"eur"')],
	['the currency is null', JSON.stringify(paid()).replace('"currency"', '"money"')],
	['no Unix time', paid({ created: 'now' })],
	['no Unix time', paid({ created: CREATED * 1_000 })],
	['no id at /data/object/id', paid({ payment: 7, event: 'evt_7' })],
	['no id at /data/object/id', paid({ payment: 'a\u0000b', event: 'evt_7' })],
	['no id at /data/object/id', paid({ payment: 'p'.repeat(256), event: 'evt_7' })],
	['no id at /data/object/id', { id: 'evt_7', type: 'payment_intent.succeeded', data: 'x' }],
	['/data/object/refunded is false', chargeRefunded({ payment: 'pi_1', refunded: false })],
	['no id at /data/object/payment_intent', chargeRefunded({ payment: null })],
])('event_should_be_unusable_as_%s', (reason, event) => {
	expect(meaningOf(event).unusable).toContain(reason);
});

test('reversal_should_name_the_payment_when_it_is_in_full', () => {
	const { kind, reference, unusable } = meaningOf(chargeRefunded({ payment: 'pi_1' }));
	expect([kind, reference, unusable]).toEqual(['reversal', referenceOf('pi_1'), undefined]);
});

test('event_should_be_ignored_when_its_type_is_not_configured', () => {
	expect(meaningOf({ ...paid(), type: 'customer.created' })).toBeNull();
	expect(meaningOf({ ...paid(), type: 'constructor' })).toBeNull();
});

test.each(['', '{', 'null', '7', '"text"', '[]', '{}', '{"type":7}', '{"type":"payment_intent.succeeded"}', '\u0000'])(
	'body_should_be_refused_when_it_is_no_event: %j',
	(body) => {
		expect(() => meaningOf(body)).toThrow(expect.objectContaining({ status: 400 }));
	},
);

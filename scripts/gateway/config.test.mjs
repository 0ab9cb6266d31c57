import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ConfigError } from '../daemon/config.mjs';
import { configOf } from './config.mjs';

const provider = (change) => ({
	name: 'card',
	id: 1,
	secretFile: 'secrets',
	events: { 'payment_intent.succeeded': 'receipt' },
	...change,
});
const config = (change) => ({
	endpoint: 'ws://127.0.0.1:9944',
	keyFile: 'key',
	database: 'gateway.db',
	providers: [provider()],
	...change,
});

test('config_should_have_its_defaults_when_they_are_left_out', () => {
	expect(configOf(config())).toMatchObject({
		listen: { host: '127.0.0.1', port: 8_090 },
		metrics: { host: '127.0.0.1', port: 9_617 },
		maxBatchesInFlight: 4,
		keepDays: 90,
		payout: { pay: null, check: null },
		providers: [
			{
				signatureHeader: 'Stripe-Signature',
				toleranceSeconds: 300,
				events: new Map([['payment_intent.succeeded', { as: 'receipt', if: {} }]]),
				receipt: { reference: '/data/object/id', decimals: 2, expectedCurrency: 'usd' },
				reversal: { reference: '/data/object/payment_intent' },
			},
		],
	});
});

test('example_should_be_a_configuration', () => {
	configOf(JSON.parse(readFileSync(new URL('example.json', import.meta.url), 'utf8')));
});

test.each([
	[{ endpoint: 'localhost' }, '"endpoint" must be'],
	[{ database: undefined }, '"database" is missing'],
	[{ port: 5 }, '"port" is not known'],
	[{ constructor: 5 }, '"constructor" is not known'],
	[{ listen: { port: 70_000 } }, 'listen: "port" must be'],
	[{ metrics: { address: '::' } }, 'metrics: "address" is not known'],
	[{ maxBatchesInFlight: 0 }, '"maxBatchesInFlight" must be'],
	[{ keepDays: 30 }, '"keepDays" must be'],
	[{ providers: [] }, '"providers" must be'],
	[{ providers: [provider(), provider({ id: 2 })] }, 'the same name'],
	[{ providers: [provider(), provider({ name: 'transfer' })] }, 'the same id'],
	[{ providers: [provider({ id: 65_536 })] }, 'provider 1: "id" must be'],
	[{ providers: [provider({ name: 'a/b' })] }, 'provider 1: "name" must be'],
	[{ providers: [provider({ events: {} })] }, 'provider 1: "events" must be'],
	[{ providers: [provider({ events: { paid: 'payment' } })] }, 'provider 1: event "paid": "as" must be'],
	[{ providers: [provider({ events: { paid: { as: 'receipt', if: { a: 1 } } } })] }, 'event "paid": "if" must be'],
	[{ providers: [provider({ receipt: { amount: 'amount' } })] }, 'provider 1: receipt: "amount" must be'],
	[{ providers: [provider({ receipt: { decimals: 2.5 } })] }, 'provider 1: receipt: "decimals" must be'],
	[{ providers: [provider({ reversal: {} })] }, 'provider 1: reversal: "reference" is missing'],
	[{ payout: { pay: 'sh' } }, 'payout: "pay" must be'],
	[{ payout: { pay: [] } }, 'payout: "pay" must be'],
])('config_should_be_refused_by_name_when_a_field_is_wrong: %j', (change, message) => {
	expect(() => configOf(config(change))).toThrow(ConfigError);
	expect(() => configOf(config(change))).toThrow(message);
});

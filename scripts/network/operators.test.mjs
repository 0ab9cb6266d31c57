import { cryptoWaitReady } from '@polkadot/util-crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ConfigError } from '../daemon/config.mjs';
import { account } from '../lib/chain.mjs';
import { operatorsOf } from './operators.mjs';

await cryptoWaitReady();
const address = (name) => account(`//${name}`).address;
const hex = (name) => Buffer.from(account(`//${name}`).publicKey).toString('hex');
const keysOf = (name) => `0x${hex(`${name}//babe`)}${hex(`${name}//grandpa`)}${hex(`${name}//discovery`)}`;

const ACTORS = ['V1', 'V2', 'F1', 'F2', 'F3', 'G1', 'G2', 'S1'];
const validators = ['V1', 'V2'].map((name) => ({ stash: address(name), keys: keysOf(name) }));
const accounts = ACTORS.map((name) => ({ account: address(name), tokens: '20000.5' }));

const list = (change) => ({
	name: 'BME Testnet',
	id: 'bme_testnet',
	price: '0.5',
	accounts,
	validators,
	feeders: ['F1', 'F2', 'F3'].map(address),
	gateways: ['G1', 'G2'].map(address),
	gatewayThreshold: 2,
	suppliers: [{ account: address('S1'), bond: '1000' }],
	...change,
});

test('operators_should_have_their_keys_by_name_and_defaults', () => {
	const operators = operatorsOf(list());
	expect(operators).toMatchObject({ epochMinutes: 1_440, timeScale: 1, reporters: [], bootNodes: [] });
	expect(operators.validators[0]).toEqual({
		stash: address('V1'),
		keys: {
			babe: address('V1//babe'),
			grandpa: address('V1//grandpa'),
			authority_discovery: address('V1//discovery'),
		},
	});
});

test('example_should_be_a_good_list', () => {
	const example = JSON.parse(readFileSync(new URL('example.json', import.meta.url), 'utf8'));
	expect(operatorsOf(example).validators).toHaveLength(4);
});

const swapped = [validators[0], { ...validators[1], keys: keysOf('V1') }];

test.each([
	[{ id: 'BME Testnet' }, 'the list: "id" must be'],
	[{ price: 0.5 }, 'the list: "price" must be'],
	[{ bootNodes: ['boot.example.org'] }, 'the list: "bootNodes" must be'],
	[{ validators: [] }, 'the list: "validators" must be'],
	[{ validators: [{ ...validators[0], keys: '0x00' }] }, 'validators[0]: "keys" must be the session keys'],
	[{ validators: [{ keys: keysOf('V1') }] }, 'validators[0]: "stash" is missing'],
	[{ validators: [validators[0], validators[0]] }, `validators: ${address('V1')} is there twice`],
	[{ validators: swapped }, `babe keys of the validators: ${address('V1//babe')} is there twice`],
	[{ feeders: [address('F1'), 'Ferdie'] }, 'the list: "feeders" must be'],
	[{ feeders: ['F1', 'F2'].map(address) }, 'feeders: 3 have to agree on a price, and there are 2'],
	[{ feeders: ['F1', 'F2', 'F2'].map(address) }, `feeders: ${address('F2')} is there twice`],
	[{ gatewayThreshold: 3 }, 'gatewayThreshold: 3 are more than the 2 gateways'],
	[{ reporters: [address('G1')] }, 'reporters: none, or 3 and more, not 1'],
	[{ accounts: [{ account: address('V1'), tokens: 5 }] }, 'accounts[0]: "tokens" must be'],
	[{ accounts: accounts.slice(1) }, `validators: ${address('V1')} needs 10001 tokens or more in "accounts"`],
	[
		{ suppliers: [{ account: address('S1'), bond: '20000' }] },
		`suppliers: ${address('S1')} needs 20001 tokens or more in "accounts"`,
	],
	[{ sudo: address('V1') }, 'the list: "sudo" is not known'],
])('list_should_be_refused_by_name_when_it_is_wrong: %j', (change, message) => {
	expect(() => operatorsOf(list(change))).toThrow(ConfigError);
	expect(() => operatorsOf(list(change))).toThrow(message);
});

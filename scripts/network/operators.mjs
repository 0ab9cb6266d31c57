/** The list of those who begin a network: what it must say, and who is who. */
import { decodeAddress, encodeAddress } from '@polkadot/util-crypto';
import { ConfigError, checked, isCount, isFilled, isText } from '../daemon/config.mjs';

/** The keys of a session in the order in which a node prints them, and the bytes of each. */
const SESSION_KEYS = ['babe', 'grandpa', 'authority_discovery'];
const KEY = 32;
/** Feeders that have to agree on a price. */
const QUORUM = 3;

const isAddress = (value) => {
	try {
		return isText(value) && !value.startsWith('0x') && decodeAddress(value).length === KEY;
	} catch {
		return false;
	}
};
const isAddresses = (value) => Array.isArray(value) && value.every(isAddress);
const isAmount = (value) => isText(value) && /^\d{1,12}(\.\d{1,12})?$/.test(value) && Number(value) > 0;
const isKeys = (value) =>
	isText(value) && new RegExp(`^0x[0-9a-f]{${2 * KEY * SESSION_KEYS.length}}$`, 'i').test(value);
const isId = (value) => isText(value) && /^[a-z][a-z0-9_]*$/.test(value);
const isPrice = (value) => isText(value) && /^\d{1,12}(\.\d{1,18})?$/.test(value) && Number(value) > 0;
const isBootnodes = (value) =>
	Array.isArray(value) && value.every((one) => isText(one) && /^\/(dns|dns4|dns6|ip4|ip6)\/.*\/p2p\/\w+$/.test(one));

const AMOUNT = 'tokens as text, such as "1000.5"';
const ADDRESSES = 'a list of addresses';
const OPERATORS = {
	name: [isText, 'what people call the network, such as "BME Testnet"'],
	id: [isId, 'what its folder is called: lower case letters, digits and "_", such as "bme_testnet"'],
	bootNodes: [isBootnodes, 'a list of addresses such as "/dns/boot.example.org/tcp/30333/p2p/12D3Koo…"', []],
	price: [isPrice, 'the first price, USD a token as text, such as "0.5"'],
	epochMinutes: [isCount, 'how long an epoch lasts, in minutes', 24 * 60],
	timeScale: [isCount, 'by how much the windows of jobs and votes are shortened', 1],
	accounts: [isFilled, 'a list of those that have tokens in the beginning'],
	validators: [isFilled, 'a list of one validator or more'],
	feeders: [isAddresses, ADDRESSES],
	gateways: [isAddresses, ADDRESSES],
	gatewayThreshold: [isCount, 'how many gateways have to agree'],
	reporters: [isAddresses, ADDRESSES, []],
	verifiers: [isAddresses, ADDRESSES, []],
	auditors: [isAddresses, ADDRESSES, []],
	suppliers: [Array.isArray, 'a list of suppliers', []],
};
/** The lists of nothing but addresses. */
const MEMBERS = ['feeders', 'gateways', 'reporters', 'verifiers', 'auditors'];
const ACCOUNT = { account: [isAddress, 'an address'], tokens: [isAmount, AMOUNT] };
const VALIDATOR = {
	stash: [isAddress, 'the address that owns the keys'],
	keys: [isKeys, 'the session keys, "0x" and 192 digits: BABE, GRANDPA, authority discovery'],
};
const SUPPLIER = { account: [isAddress, 'an address'], bond: [isAmount, AMOUNT] };

/** The public key of an address, in the form of this chain. */
const known = (address) => encodeAddress(decodeAddress(address), 42);

/** The whole list of `value`, with its defaults. Throws a `ConfigError` that says who is wrong and how. */
export function operatorsOf(value) {
	const list = checked(OPERATORS, value, 'the list');
	const each = (fields, name) => list[name].map((one, index) => checked(fields, one, `${name}[${index}]`));
	const operators = {
		...list,
		accounts: each(ACCOUNT, 'accounts').map((one) => ({ ...one, account: known(one.account) })),
		validators: each(VALIDATOR, 'validators').map(({ stash, keys }) => ({
			stash: known(stash),
			keys: keysOf(keys),
		})),
		suppliers: each(SUPPLIER, 'suppliers').map((one) => ({ ...one, account: known(one.account) })),
		...Object.fromEntries(MEMBERS.map((name) => [name, list[name].map(known)])),
	};
	checkOnce(operators);
	checkNumbers(operators);
	checkTokens(operators);
	return operators;
}

/** Each key of `hex` by its name, as an address. */
function keysOf(hex) {
	const bytes = Buffer.from(hex.slice(2), 'hex');
	return Object.fromEntries(
		SESSION_KEYS.map((name, index) => [name, encodeAddress(bytes.subarray(index * KEY, (index + 1) * KEY), 42)]),
	);
}

function checkOnce({ accounts, validators, suppliers, ...others }) {
	const lists = {
		accounts: accounts.map(({ account }) => account),
		validators: validators.map(({ stash }) => stash),
		suppliers: suppliers.map(({ account }) => account),
		...Object.fromEntries(MEMBERS.map((name) => [name, others[name]])),
		...Object.fromEntries(
			SESSION_KEYS.map((name) => [`${name} keys of the validators`, validators.map(({ keys }) => keys[name])]),
		),
	};
	for (const [name, list] of Object.entries(lists)) {
		const twice = list.find((one, index) => list.indexOf(one) !== index);
		if (twice) throw new ConfigError(`${name}: ${twice} is there twice`);
	}
}

function checkNumbers({ feeders, gateways, gatewayThreshold, reporters }) {
	if (feeders.length < QUORUM)
		throw new ConfigError(`feeders: ${QUORUM} have to agree on a price, and there are ${feeders.length}`);
	if (gatewayThreshold > gateways.length)
		throw new ConfigError(`gatewayThreshold: ${gatewayThreshold} are more than the ${gateways.length} gateways`);
	if (reporters.length > 0 && reporters.length < QUORUM)
		throw new ConfigError(`reporters: none, or ${QUORUM} and more, not ${reporters.length}`);
}

/** Whoever has to pay a fee or a bond has something to pay it with. */
function checkTokens({ accounts, validators, suppliers, feeders, gateways, reporters, verifiers, auditors }) {
	const tokensOf = new Map(accounts.map(({ account, tokens }) => [account, Number(tokens)]));
	const needed = [
		...validators.map(({ stash }) => [stash, 'validators', 10_001]),
		...feeders.map((account) => [account, 'feeders', 1]),
		...gateways.map((account) => [account, 'gateways', 1]),
		...reporters.map((account) => [account, 'reporters', 1_001]),
		...verifiers.map((account) => [account, 'verifiers', 3_001]),
		...auditors.map((account) => [account, 'auditors', 1]),
		...suppliers.map(({ account, bond }) => [account, 'suppliers', Number(bond) + 1]),
	];
	for (const [account, name, least] of needed)
		if ((tokensOf.get(account) ?? 0) < least)
			throw new ConfigError(`${name}: ${account} needs ${least} tokens or more in "accounts" for bond and fees`);
}

/** The gateway program on a real node: three members, webhooks that come twice, a program that is killed, money out. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { blake2AsHex } from '@polkadot/util-crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chargeRefunded, paymentSucceeded, post } from '../scripts/demo/provider.mjs';
import { account, connect, send } from '../scripts/lib/chain.mjs';
import { USD } from '../scripts/lib/units.mjs';
import { FIAT } from './lib/chain.mjs';
import { startNode } from './lib/node.mjs';
import { Programs } from './lib/programs.mjs';
import { carry } from './lib/referendum.mjs';

const SECRET = 'whsec_e2e';
/** Milliseconds between two blocks, each of which moves the chain's time by a slot. */
const BLOCK = '300';
const PAYMENTS = 150;
const CARD = 1;
const GATEWAYS = ['//Gateway1', '//Gateway2', '//Gateway3'];

const gateways = new Programs('gateway');
const file = (name) => gateways.file(name);
let node;
let api;

/** Pays, as a bank does that knows its keys: once for each, and tells who asks what it paid. */
const PAY = `key=$(sed -n 's/.*"idempotencyKey":"\\([^"]*\\)".*/\\1/p')
[ -e "$0.$key" ] || echo "tr_$key" > "$0.$key"
echo "$key" >> "$0.keys"
cat "$0.$key"
`;
const CHECK = `key=$(sed -n 's/.*"idempotencyKey":"\\([^"]*\\)".*/\\1/p')
cat "\${0%check}pay.$key" 2>/dev/null
`;

/** Start the gateway of `uri`, and wait until it takes webhooks. */
async function startGateway(uri) {
	const provider = (provider, id) => ({
		name: provider,
		id,
		secretFile: file('secrets'),
		events: {
			'payment_intent.succeeded': 'receipt',
			'charge.refunded': { as: 'reversal', if: { '/data/object/refunded': true } },
		},
	});
	const pay = uri === GATEWAYS[0] ? { pay: ['sh', file('pay')] } : {};
	gateways.start(uri, {
		endpoint: node.endpoint,
		database: gateways.fileOf(uri, 'db'),
		listen: { port: 0 },
		providers: [provider('card', CARD), provider('transfer', 2)],
		payout: { ...pay, check: ['sh', file('check')], retrySeconds: 0.2 },
	});
	await gateways.until(() => addressOf(uri), `the start of ${uri}`);
}

const addressOf = (uri) => gateways.log(uri).match(/webhooks at (http:\/\/[^/]+)/)?.[1];

/** Send an event to a gateway until it says that it has it, wherever that runs by then. */
async function deliver(uri, provider, event) {
	const once = () => post(`${addressOf(uri)}/webhooks/${provider}`, event, SECRET).catch(() => null);
	await gateways.until(async () => (await once()) === 200, `a delivery to ${uri}`);
}

/** Redeem 25 USD, and tell the gateway that pays where to. */
async function redeem(who, salt) {
	const instructions = JSON.stringify({ iban: 'DE02 1203 0000 0000 2020 51', salt });
	await send(api, api.tx.fiat.redeem(25n * USD, blake2AsHex(instructions)), who);
	const told = async () => fetch(`${addressOf(GATEWAYS[0])}/payouts`, { method: 'POST', body: instructions });
	await gateways.until(async () => (await told()).ok, 'the instructions');
}

async function fiatOf(address) {
	const found = await api.query.assets.account(FIAT, address);
	return found.isSome ? found.unwrap().balance.toBigInt() : 0n;
}

async function youngOf(address) {
	const rows = await api.query.fiat.young.entries(address);
	return rows.reduce((sum, [, amount]) => sum + amount.toBigInt(), 0n);
}

const paymentsOf = (name, beneficiary) =>
	Array.from({ length: PAYMENTS }, (_, index) =>
		paymentSucceeded({ payment: `pi_${name}_${index}`, cents: index + 1, beneficiary }),
	);
const centsOf = (events) => events.reduce((sum, { data }) => sum + BigInt(data.object.amount_received), 0n);
const inFiat = (cents) => (cents * USD) / 100n;

const [carl, tina] = ['//Carl', '//Tina'].map((uri) => account(uri).address);
const cards = paymentsOf('card', carl);
const transfers = paymentsOf('transfer', tina);

beforeAll(async () => {
	writeFileSync(file('secrets'), `whsec_old\n${SECRET}\n`);
	writeFileSync(file('pay'), PAY);
	writeFileSync(file('check'), CHECK);
	node = await startNode({ sealing: BLOCK });
	api = await connect(node.endpoint);
	await Promise.all(GATEWAYS.map(startGateway));
});

afterAll(async () => {
	await gateways.end();
	await api?.disconnect();
	await node?.stop();
});

test('A33_payments_should_be_issued_once_when_webhooks_come_twice_and_a_gateway_is_killed', async () => {
	const issuance = (await api.query.assets.asset(FIAT)).unwrap().supply.toBigInt();
	const once = [...cards.map((event) => ['card', event]), ...transfers.map((event) => ['transfer', event])];
	const deliveries = GATEWAYS.map(async (uri) => {
		const left = [...once, ...once.slice(0, PAYMENTS)].sort(() => Math.random() - 0.5);
		const clients = Array.from({ length: 4 }, async () => {
			for (let next = left.pop(); next; next = left.pop()) {
				await deliver(uri, ...next);
				await sleep(20);
			}
		});
		await Promise.all(clients);
	});
	await sleep(1_000);
	await gateways.kill(GATEWAYS[0]);
	await startGateway(GATEWAYS[0]);
	await Promise.all(deliveries);

	const [young, free] = [inFiat(centsOf(cards)), inFiat(centsOf(transfers))];
	await gateways.until(
		async () => (await fiatOf(tina)) === free && (await youngOf(carl)) === young,
		'the last receipt',
	);
	// Young until it matures.
	expect([await fiatOf(carl), await youngOf(tina)]).toEqual([0n, 0n]);
	const after = (await api.query.assets.asset(FIAT)).unwrap().supply.toBigInt();
	expect(after - issuance).toBe(young + free);
});

test('A33_a_payment_that_was_taken_back_should_be_burned_where_it_is', async () => {
	const before = await youngOf(carl);
	const [first, second] = cards;
	const refund = (event, rest) => chargeRefunded({ payment: event.data.object.id, ...rest });
	for (const uri of GATEWAYS) {
		await deliver(uri, 'card', refund(first));
		await deliver(uri, 'card', refund(second, { refunded: false }));
	}
	const reference = blake2AsHex(first.data.object.id);
	const record = () => api.query.fiat.receipts({ provider: CARD, reference });
	await gateways.until(async () => (await record()).unwrap().reversed.isTrue, 'the reversal');
	await gateways.until(async () => before - (await youngOf(carl)) === inFiat(1n), 'its end');
	const list = execFileSync('node', [gateways.main, file('Gateway1.json'), 'list'], { encoding: 'utf8' });
	expect(list).toContain('unusable reversal of pi_card_1 (provider 1');
	expect(list).toMatch(/1 items to look at, 0 redemptions open\s*$/);
});

test('A33_a_redemption_should_be_paid_once_and_burned', async () => {
	const bob = account('//Bob');
	const before = await fiatOf(bob.address);
	await redeem(bob, '5f0c2a');
	await gateways.until(async () => (await api.query.fiat.redemptions.keys()).length === 0, 'the payout');
	const held = await api.query.assetsHolder.balancesOnHold(FIAT, bob.address);
	expect([before - (await fiatOf(bob.address)), held.isSome ? held.unwrap().toBigInt() : 0n]).toEqual([
		25n * USD,
		0n,
	]);
	expect(readFileSync(file('pay.keys'), 'utf8')).toBe(`${api.genesisHash.toHex()}-0\n`);
});

test('A33_what_was_said_should_count_when_fewer_are_needed_by_now', async () => {
	const need = async (count) => {
		await carry(api, api.tx.fiat.setThreshold(count), { Origins: 'FiatGateway' });
		await gateways.until(async () => (await api.query.fiat.threshold()).eq(count), 'the end of the referendum');
	};
	await need(3);
	const [absent, ...present] = [...GATEWAYS].reverse();
	await gateways.kill(absent);
	try {
		await redeem(account('//Bob'), '77d1e0');
		const event = paymentSucceeded({ payment: 'pi_late', cents: 700, beneficiary: tina });
		for (const uri of present) await deliver(uri, 'transfer', event);
		const key = { provider: 2, reference: blake2AsHex('pi_late') };
		await gateways.until(async () => (await api.query.fiat.statements(key)).length === 2, 'two statements');
		const votes = async () => (await api.query.fiat.redemptions(1)).unwrap().votes.size;
		await gateways.until(async () => (await votes()) === 2, 'two votes');
		expect((await api.query.fiat.receipts(key)).isNone).toBe(true);

		await need(2);
		await gateways.until(async () => (await api.query.fiat.receipts(key)).isSome, 'the receipt');
		await gateways.until(async () => (await api.query.fiat.redemptions(1)).isNone, 'the end of the redemption');
		const genesis = api.genesisHash.toHex();
		expect(readFileSync(file('pay.keys'), 'utf8')).toBe(`${genesis}-0\n${genesis}-1\n`);
	} finally {
		await startGateway(absent);
	}
});

test('A33_a_gateway_should_stop_when_it_is_told', async () => {
	for (const uri of GATEWAYS) {
		const code = await gateways.kill(uri, 'SIGTERM');
		expect([code, gateways.log(uri)]).toEqual([0, expect.stringMatching(/stopped\s*$/)]);
	}
	const invariants = await api.call.invariantsApi.check();
	expect(invariants.isOk ? 'Ok' : invariants.asErr.toUtf8()).toBe('Ok');
});

/** Webhooks as they come: twice, out of order, by the thousand, slowly, enormous, forged, and as rubbish. */
import { connect } from 'node:net';
import path from 'node:path';
import { blake2AsHex } from '@polkadot/util-crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chargeRefunded, paymentSucceeded, post, signatureOf } from '../demo/provider.mjs';
import { Inbox } from './inbox.mjs';
import { list, report, serveReport } from './report.mjs';
import { Server } from './server.mjs';
import { Store } from './store.mjs';
import { ALICE, BOB, SECRET, configIn, folderOfTest, partsIn } from './testing/world.mjs';

let place;
let parts;
let server;
let port;
let url;
let woken;

beforeEach(async () => {
	place = folderOfTest();
	parts = await partsIn(place.folder);
	woken = 0;
	await serve();
});

async function serve(options) {
	const { providers } = configIn(place.folder);
	const wake = () => {
		woken += 1;
	};
	server = new Server({ ...parts, providers, inbox: new Inbox(parts), wake, ...options });
	port = await server.listen({ host: '127.0.0.1', port: 0 });
	url = `http://127.0.0.1:${port}/webhooks/card`;
}

afterEach(async () => {
	await server.close();
	parts.store.close();
	place.remove();
});

const paid = (change = {}) => paymentSucceeded({ payment: 'pi_1', cents: 500, beneficiary: ALICE, ...change });
const items = () => parts.store.database.all('SELECT * FROM items ORDER BY id');
const outcomes = async () => {
	const { values } = await parts.metrics.webhooks.get();
	return Object.fromEntries(values.map(({ labels, value }) => [labels.outcome, value]));
};

async function send(body, { to = url, method = 'POST', headers = {} } = {}) {
	const response = await fetch(to, { method, headers, body: method === 'POST' ? body : undefined });
	return { status: response.status, answer: await response.json() };
}

const signed = (body) => send(body, { headers: { 'stripe-signature': signatureOf(body, SECRET) } });

/** What the server answers to raw bytes; it may just hang up. */
const raw = (...pieces) =>
	new Promise((resolve) => {
		let answer = '';
		const socket = connect(port, '127.0.0.1', () => pieces.forEach((piece) => socket.write(piece)));
		socket.on('data', (text) => {
			answer += text;
		});
		socket.on('error', () => {});
		socket.on('close', () => resolve(answer));
	});

test('thousands_of_webhooks_should_make_one_row_each_when_they_come_twice_and_out_of_order', async () => {
	const events = Array.from({ length: 1_000 }, (_, index) => paid({ payment: `pi_${index}`, cents: index + 1 }));
	const sent = [...events, ...events].sort(() => Math.random() - 0.5);
	const clients = Array.from({ length: 32 }, async () => {
		for (let event = sent.pop(); event; event = sent.pop()) expect(await post(url, event, SECRET)).toBe(200);
	});
	await Promise.all(clients);
	const found = items();
	expect(found.length).toBe(1_000);
	expect(new Set(found.map(({ payment }) => payment)).size).toBe(1_000);
	for (const { payment, amount } of found) expect(BigInt(amount)).toBe((BigInt(payment.slice(3)) + 1n) * 10_000n);
	expect(await outcomes()).toEqual({ stored: 1_000, duplicate: 1_000 });
	expect(woken).toBe(1_000);
});

test('payment_should_be_one_receipt_when_several_events_tell_of_it', async () => {
	await post(url, paid(), SECRET);
	await post(url, paid({ event: 'evt_again' }), SECRET);
	await post(url, paid({ event: 'evt_more', cents: 501 }), SECRET);
	await post(url, paid({ event: 'evt_other', beneficiary: BOB }), SECRET);
	await post(url, chargeRefunded({ payment: 'pi_1' }), SECRET);
	expect(items().map(({ kind, state }) => [kind, state])).toEqual([
		['receipt', 'new'],
		['receipt', 'repeated'],
		['receipt', 'unusable'],
		['receipt', 'unusable'],
		['reversal', 'new'],
	]);
	expect(items()[2].note).toBe('it contradicts event evt_pi_1');
});

test('event_should_be_kept_with_its_reason_when_it_cannot_be_used', async () => {
	expect((await signed(JSON.stringify(paid({ beneficiary: undefined })))).answer).toEqual({ outcome: 'unusable' });
	expect(await post(url, chargeRefunded({ payment: 'pi_1', refunded: false }), SECRET)).toBe(200);
	expect(items().map(({ state, note }) => [state, note])).toEqual([
		['unusable', 'it names no beneficiary'],
		['unusable', '/data/object/refunded is false'],
	]);
	expect(parts.lines[0]).toBe('card: unusable receipt of pi_1: it names no beneficiary');
	expect(report(parts.store)).toContain('event evt_pi_1): it names no beneficiary');
	expect(woken).toBe(0);
});

test('event_should_be_ignored_when_its_type_is_not_configured', async () => {
	expect((await signed(JSON.stringify({ ...paid(), type: 'customer.created' }))).answer).toEqual({
		outcome: 'ignored',
	});
	expect(items()).toEqual([]);
});

test('webhook_should_be_refused_with_the_reason_when_it_is_not_right', async () => {
	const body = JSON.stringify(paid());
	const now = Math.floor(Date.now() / 1_000);
	const withSignature = (header, text = body) => send(text, { headers: { 'stripe-signature': header } });
	const statuses = [
		await send(body),
		await withSignature('t=1'),
		await withSignature(signatureOf(body, 'whsec_other')),
		await withSignature(signatureOf(body, SECRET), body.replace('500', '999')),
		await withSignature(signatureOf(body, SECRET, now - 400)),
		await signed('{'),
		await signed('{}'),
		await signed('x'.repeat(70_000)),
		await send(body, { to: url.replace('card', 'cash') }),
		await send(body, { to: url.replace('webhooks/card', '') }),
		await send(body, { to: `${url}/more` }),
		await send(body, { method: 'GET' }),
	].map(({ status }) => status);
	expect(statuses).toEqual([400, 400, 400, 400, 400, 400, 400, 413, 404, 404, 404, 405]);
	expect(await outcomes()).toEqual({
		no_signature: 1,
		malformed_signature: 1,
		wrong_signature: 2,
		wrong_time: 1,
		no_json: 1,
		no_event: 1,
		too_large: 1,
		unknown: 3,
		no_post: 1,
	});
	expect(items()).toEqual([]);
	// One line for each kind, however often it happens.
	for (let time = 0; time < 50; time += 1) await send(body);
	expect(parts.lines.filter((line) => line.includes('it has no signature')).length).toBe(1);
});

test('body_should_be_cut_off_when_it_never_ends', async () => {
	const head = 'POST /webhooks/card HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n';
	const chunk = `4000\r\n${'x'.repeat(16_384)}\r\n`;
	const answer = await raw(head, ...Array(8).fill(chunk));
	expect(answer).toMatch(/^HTTP\/1.1 413 /);
});

test('sender_should_be_told_to_leave_when_it_is_too_slow', async () => {
	await server.close();
	await serve({ requestWithin: 300 });
	const began = Date.now();
	const answers = await Promise.all([
		raw('POST /webhooks/card HTTP/1.1\r\nHost: a\r\n'),
		raw('POST /webhooks/card HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{'),
	]);
	for (const answer of answers) expect(answer).toMatch(/^HTTP\/1.1 408 /);
	expect(Date.now() - began).toBeLessThan(5_000);
	expect((await outcomes()).too_slow ?? 0).toBeGreaterThan(0);
});

test('server_should_go_on_when_it_gets_rubbish', async () => {
	await server.close();
	await serve({ requestWithin: 1_000 });
	const rubbish = [
		'\r\n\r\n',
		'GET',
		'\u0000\u0001\u0002',
		'POST / HTTP/9.9\r\n\r\n',
		`GET /${'x'.repeat(100_000)} `,
	];
	await Promise.all(rubbish.map((text) => raw(text)));
	const socket = connect(port, '127.0.0.1');
	socket.end('POST /webhooks/card HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{');
	expect(await post(url, paid(), SECRET)).toBe(200);
	expect(items().length).toBe(1);
});

test('webhook_should_not_be_acknowledged_when_it_cannot_be_written', async () => {
	const { database } = parts.store;
	database.sqlite.exec("CREATE TRIGGER full BEFORE INSERT ON items BEGIN SELECT raise(ABORT, 'disk is full'); END");
	expect(await post(url, paid(), SECRET)).toBe(500);
	expect(parts.lines.at(-1)).toContain('disk is full');
	database.sqlite.exec('DROP TRIGGER full');
	expect(await post(url, paid(), SECRET)).toBe(200);
	expect(items().length).toBe(1);
});

test('instructions_should_be_kept_only_when_a_redemption_has_their_hash', async () => {
	const to = `http://127.0.0.1:${port}/payouts`;
	const body = '{"iban":"DE00 1234","salt":"8c1f"}';
	expect((await send(body, { to })).status).toBe(404);
	parts.store.addRedemption({ id: 7, who: ALICE, amount: 5n, payout: blake2AsHex(body) });
	expect((await send(`${body} `, { to })).status).toBe(404);
	expect((await send('[]', { to })).status).toBe(400);
	expect((await send('x'.repeat(5_000), { to })).status).toBe(413);
	expect(await send(body, { to })).toEqual({ status: 200, answer: { redemptions: [7] } });
	expect(await send(body, { to })).toEqual({ status: 200, answer: { redemptions: [7] } });
	expect(Buffer.from(parts.store.openRedemptions()[0].instructions).toString()).toBe(body);
});

test('report_should_be_readable_whether_the_database_is_in_use_or_not', async () => {
	await post(url, paid({ beneficiary: undefined }), SECRET);
	const file = path.join(place.folder, 'gateway.db');
	await expect(Store.open(file)).rejects.toThrow('is in use by another process');
	const reports = await serveReport(file, parts.store);
	expect(await list(file)).toContain('it names no beneficiary');
	reports.close();
	parts.store.close();
	expect(await list(file)).toMatch(/1 items to look at, 0 redemptions open$/);
	parts = await partsIn(place.folder);
});

test('rows_should_be_forgotten_when_they_were_done_long_ago', async () => {
	const { store } = parts;
	const take = (payment, at) => {
		const reference = blake2AsHex(payment);
		const webhook = { provider: 1, kind: 'receipt', event: `evt_${payment}`, payment, reference, amount: 1n };
		return store.take([webhook], at);
	};
	['old', 'waiting', 'refused', 'new'].forEach((payment, index) => take(payment, index < 3 ? 5 : 10));
	const id = (payment) => store.item(1, blake2AsHex(payment), 'receipt').id;
	for (const payment of ['old', 'new']) store.end(id(payment), 'done');
	store.end(id('refused'), 'refused');
	const payouts = ['{"ended":1}', '{"open":1}'].map((body) => [blake2AsHex(body), body]);
	payouts.forEach(([payout], index) => store.addRedemption({ id: index, who: ALICE, amount: 1n, payout }));
	payouts.forEach(([payout, body]) => store.instruct(payout, Buffer.from(body)));
	store.setRedemption(0, { state: 'ended' });

	expect(store.prune(10)).toEqual({ items: 1, instructions: 1 });
	expect(items().map(({ payment }) => payment)).toEqual(['waiting', 'refused', 'new']);
	expect(store.database.all('SELECT payout FROM instructions')).toEqual([{ payout: payouts[1][0] }]);
	expect(store.prune(11)).toEqual({ items: 1, instructions: 0 });
});

/** Sources that lie, hang, return rubbish, drift and die. */
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { FIXED } from '../lib/units.mjs';
import { configOf } from './config.mjs';
import { Poller } from './poller.mjs';
import { ask, priceOf } from './source.mjs';

const servers = [];
afterEach(() => {
	for (const server of servers.splice(0)) {
		server.closeAllConnections();
		server.close();
	}
});

/** A server that answers as told; its address. */
async function serverThat(answer) {
	const server = createServer(answer);
	servers.push(server);
	await new Promise((resolve) => {
		server.listen(0, '127.0.0.1', resolve);
	});
	return `http://127.0.0.1:${server.address().port}/`;
}

const says = (body, status = 200) =>
	serverThat((_, response) => response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body)));

const source = (url, change) => ({ name: 'one', url, price: '/data/0/price', time: null, weight: 1, ...change });
const askOne = (url, change) => ask(source(url, change), { timeoutSeconds: 0.3 });
const quote = (price, rest = {}) => ({ data: [{ price, ...rest }] });

test.each([
	['0.5', FIXED / 2n],
	[0.5, FIXED / 2n],
	['12', 12n * FIXED],
	['0.123456789012345678901', 123_456_789_012_345_678n],
	[1e-7, 100_000_000_000n],
	['2.5e3', 2_500n * FIXED],
	['1000000000000', FIXED * 10n ** 12n],
])('price_should_be_exact_when_it_is_a_decimal: %j', (value, expected) => {
	expect(priceOf(value)).toBe(expected);
});

test.each([
	'',
	'abc',
	'-1',
	'1,5',
	'NaN',
	'Infinity',
	'0x10',
	'1e99',
	-0.5,
	null,
	true,
	{},
	[],
	'0',
	0,
	'1e-30',
	'1e13',
	'9'.repeat(31),
])('price_should_be_refused_when_it_is_none: %j', (value) => {
	expect(() => priceOf(value)).toThrow();
});

test('source_should_answer_when_it_is_well', async () => {
	expect(await askOne(await says(quote('0.5')))).toEqual({ price: FIXED / 2n, age: 0 });
});

test.each([
	['status', () => says(quote('0.5'), 500)],
	['status', () => says('not found', 404)],
	['no_json', () => says('<html>busy</html>')],
	['no_json', () => says('{"data":[{"price":"0.')],
	['no_json', () => says('')],
	['no_field', () => says({ data: [] })],
	['no_field', () => says('null')],
	['no_field', () => says('7')],
	['no_number', () => says(quote({ amount: 1 }))],
	['no_number', () => says(quote('half a dollar'))],
	['zero', () => says(quote('0.0'))],
	['enormous', () => says(quote('1e15'))],
	['too_long', () => says(quote('0.5', { noise: 'x'.repeat(100_000) }))],
	['unreachable', async () => 'http://127.0.0.1:1/'],
	['unreachable', () => serverThat((request) => request.socket.destroy())],
	['timeout', () => serverThat(() => {})],
	['timeout', () => serverThat((_, response) => response.writeHead(200).write('{"data":[{"price":'))],
])('source_should_be_refused_with_the_reason_when_it_is_broken: %s', async (reason, start) => {
	await expect(askOne(await start())).rejects.toMatchObject({ reason });
});

test('source_should_end_when_it_never_stops_talking', async () => {
	const url = await serverThat((_, response) => {
		const talk = () => {
			while (response.write('x'.repeat(16_384)));
			response.once('drain', talk);
		};
		talk();
	});
	await expect(askOne(url)).rejects.toMatchObject({ reason: 'too_long' });
});

test('age_should_be_what_the_answer_states_when_it_has_a_time', async () => {
	const now = Date.now();
	for (const [time, least, most] of [
		[now - 30_000, 30_000, 31_000],
		[Math.floor(now / 1_000) - 30, 30_000, 32_000],
		[now + 60_000, 0, 0],
	]) {
		const { age } = await askOne(await says(quote('0.5', { time })), { time: '/data/0/time' });
		expect(age >= least && age <= most, `${age} ms`).toBe(true);
	}
	const broken = askOne(await says(quote('0.5', { time: 'noon' })), { time: '/data/0/time' });
	await expect(broken).rejects.toMatchObject({ reason: 'no_time' });
});

/** A poller of these sources on a clock of its own, with what it logged. */
function pollerOf(urls, change = {}) {
	const lines = [];
	const failures = [];
	const clock = { now: 0 };
	const config = configOf({
		endpoint: 'ws://127.0.0.1:9944',
		keyFile: 'key',
		sources: urls.map((url, index) => source(url, { name: `source ${index}` })),
		minimumSources: 2,
		timeoutSeconds: 0.3,
		...change,
	});
	const metrics = { sourcePrice: () => {}, sourceFailed: (name, reason) => failures.push([name, reason]) };
	const poller = new Poller(config, { log: (line) => lines.push(line), metrics, now: () => clock.now });
	const look = () => Promise.all(config.sources.map((each) => poller.look(each)));
	return { poller, lines, failures, clock, look };
}

test('a_liar_should_be_left_out_when_others_agree', async () => {
	const urls = await Promise.all(['0.5', '0.501', '5'].map((price) => says(quote(price))));
	const { poller, look } = pollerOf(urls);
	await look();
	expect(poller.price()).toMatchObject({ price: (FIXED * 5_005n) / 10_000n, dropped: ['source 2'] });
});

test('nothing_should_be_fed_when_sources_disagree', async () => {
	const urls = await Promise.all(['0.5', '0.7', '5'].map((price) => says(quote(price))));
	const { poller, look } = pollerOf(urls);
	await look();
	expect(poller.price().price).toBeNull();
});

test('a_source_that_drifts_should_be_left_out_when_it_is_beyond_the_bound', async () => {
	let drifting = 0.5;
	const drifter = await serverThat((_, response) => response.end(JSON.stringify(quote(drifting))));
	const { poller, look } = pollerOf([drifter, await says(quote(0.5)), await says(quote(0.5))]);
	for (; drifting <= 0.51; drifting += 0.002) {
		await look();
		expect(poller.price()).toMatchObject({ price: FIXED / 2n, dropped: [] });
	}
	for (; drifting < 0.6; drifting += 0.02) {
		await look();
		expect(poller.price()).toMatchObject({ price: FIXED / 2n, dropped: ['source 0'] });
	}
});

test('a_source_that_dies_should_age_and_be_told_once_until_it_is_back', async () => {
	let alive = true;
	const mortal = await serverThat((request, response) =>
		alive ? response.end(JSON.stringify(quote(0.5))) : request.socket.destroy(),
	);
	const { poller, look, clock, lines, failures } = pollerOf([mortal, await says(quote(0.5))]);
	await look();
	expect(poller.price().price).toBe(FIXED / 2n);
	alive = false;
	for (let second = 10; second <= 70; second += 10) {
		clock.now = second * 1_000;
		await look();
		expect(poller.price().price).toBe(second <= 60 ? FIXED / 2n : null);
	}
	expect(failures.length).toBe(7);
	expect(lines.length).toBe(1);
	alive = true;
	await look();
	expect(poller.price().price).toBe(FIXED / 2n);
	expect(lines.at(-1)).toBe('source source 0: answers again');
});

test('a_source_that_hangs_should_hold_nobody_up', async () => {
	const urls = [await serverThat(() => {}), await says(quote(0.5)), await says(quote(0.5))];
	const { poller } = pollerOf(urls, { pollSeconds: 0.05 });
	poller.start();
	await sleep(200);
	expect(poller.price().price).toBe(FIXED / 2n);
	poller.stop();
});

/** The feeder program on a real node: sources that move and die, a connection that breaks, a program that is killed. */
import { createServer as createHttpServer } from 'node:http';
import { createConnection, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { account, connect } from '../scripts/lib/chain.mjs';
import { fixedPoint } from '../scripts/lib/units.mjs';
import { FEEDERS } from './lib/chain.mjs';
import { startNode } from './lib/node.mjs';
import { Programs } from './lib/programs.mjs';

/** Milliseconds between two blocks, each of which moves the chain's time by a slot. */
const BLOCK = '300';

const feeders = new Programs('feeder');
const market = { price: '0.5', alive: true };
const sockets = new Set();
let node;
let api;
let http;
let proxy;

const listening = (server) =>
	new Promise((resolve) => {
		server.listen(0, '127.0.0.1', () => resolve(server.address().port));
	});

function startFeeder(uri) {
	const sources = ['a', 'b', 'c'].map((source) => ({
		name: source,
		url: `http://127.0.0.1:${http.address().port}/${source}`,
		price: '/price',
	}));
	feeders.start(uri, {
		endpoint: `ws://127.0.0.1:${proxy.address().port}`,
		sources,
		minimumSources: 2,
		pollSeconds: 0.2,
		timeoutSeconds: 1,
		maxAgeSeconds: 2,
		intervalSeconds: 3,
	});
}

const agreed = async () => (await api.call.priceApi.price()).median.toBigInt();
const feedsOf = (uri) => (feeders.log(uri).match(/ fed /g) ?? []).length;

beforeAll(async () => {
	node = await startNode({ sealing: BLOCK });
	api = await connect(node.endpoint);
	http = createHttpServer((request, response) => {
		if (!market.alive) return request.socket.destroy();
		// One of three always lies.
		response.end(JSON.stringify({ price: request.url === '/c' ? '7' : market.price }));
	});
	await listening(http);
	// Between the feeders and the node, so that a test can break the connection.
	proxy = createServer((socket) => {
		const target = createConnection(Number(new URL(node.endpoint).port), '127.0.0.1');
		for (const end of [socket, target]) {
			sockets.add(end);
			end.once('close', () => [socket, target].forEach((other) => other.destroy()));
			end.on('error', () => {});
		}
		socket.pipe(target).pipe(socket);
	});
	await listening(proxy);
	FEEDERS.forEach(startFeeder);
});

afterAll(async () => {
	await feeders.end();
	await api?.disconnect();
	proxy.close();
	http.closeAllConnections();
	http.close();
	await node?.stop();
});

test('A07_feeders_should_make_a_price_of_what_their_sources_agree_on', async () => {
	market.price = '0.501';
	await feeders.until(async () => (await agreed()) === fixedPoint('0.501'), 'a price of 0.501');
	// Beyond the deviation: fed at once, by all.
	market.price = '0.51';
	await feeders.until(async () => (await agreed()) === fixedPoint('0.51'), 'a price of 0.51');
	const view = await api.call.priceApi.price();
	expect([view.condition.type, view.freshFeeds.toNumber(), view.agreeingFeeds.toNumber()]).toEqual(['Fresh', 3, 3]);
});

test('A16_feeders_should_feed_nothing_while_their_sources_are_dead_and_go_on_after', async () => {
	market.alive = false;
	await feeders.until(() => FEEDERS.every((uri) => feeders.log(uri).includes('nothing to feed')), 'a word about it');
	const before = FEEDERS.map(feedsOf);
	await sleep(4_000);
	expect(FEEDERS.map(feedsOf)).toEqual(before);
	market.price = '0.505';
	market.alive = true;
	await feeders.until(async () => (await agreed()) === fixedPoint('0.505'), 'a price of 0.505');
});

test('A16_feeders_should_come_back_when_the_connection_breaks', async () => {
	for (const socket of sockets) socket.destroy();
	market.price = '0.5';
	await feeders.until(async () => (await agreed()) === fixedPoint('0.5'), 'a price of 0.5');
	for (const uri of FEEDERS) expect(feeders.log(uri)).toContain('no connection to');
});

test('A26_a_feeder_killed_at_any_moment_should_feed_again_with_the_next_nonce', async () => {
	const [uri] = FEEDERS;
	const { address } = account(uri);
	const nonce = async () => (await api.query.system.account(address)).nonce.toNumber();
	for (let time = 0; time < 5; time += 1) {
		const before = await nonce();
		await feeders.kill(uri);
		startFeeder(uri);
		await feeders.until(async () => feedsOf(uri) > 0, 'a feed after a restart');
		expect(await nonce()).toBeGreaterThan(before);
		expect(feeders.log(uri)).not.toContain('could not be sent');
	}
});

test('A16_a_feeder_should_say_what_is_wrong_when_it_is_none_and_stop_when_it_is_told', async () => {
	const stranger = '//Stranger';
	startFeeder(stranger);
	await feeders.until(
		() => feeders.log(stranger).includes('is no feeder of this chain'),
		'a word about the stranger',
	);
	expect(await feeders.kill(stranger, 'SIGTERM')).toBe(0);
	expect(feeders.log(stranger)).toMatch(/stopped\s*$/);
});

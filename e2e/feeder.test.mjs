/** The feeder program on a real node: sources that move and die, a connection that breaks, a program that is killed. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { account, connect } from '../scripts/lib/chain.mjs';
import { fixedPoint } from '../scripts/lib/units.mjs';
import { FEEDERS } from './lib/chain.mjs';
import { startNode } from './lib/node.mjs';

const PROGRAM = path.join(import.meta.dirname, '../scripts/feeder/main.mjs');
/** Milliseconds between two blocks, each of which moves the chain's time by a slot. */
const BLOCK = '300';

const folder = mkdtempSync(path.join(tmpdir(), 'bme-feeder-'));
const market = { price: '0.5', alive: true };
const sockets = new Set();
let node;
let api;
let http;
let proxy;
const feeders = new Map();

const listening = (server) =>
	new Promise((resolve) => {
		server.listen(0, '127.0.0.1', () => resolve(server.address().port));
	});

/** Start the program with the key of `uri`; what it logs, and a way to kill it. */
async function startFeeder(uri) {
	const name = uri.slice(2);
	const keyFile = path.join(folder, `${name}.key`);
	const sources = ['a', 'b', 'c'].map((source) => ({
		name: source,
		url: `http://127.0.0.1:${http.address().port}/${source}`,
		price: '/price',
	}));
	const config = {
		endpoint: `ws://127.0.0.1:${proxy.address().port}`,
		keyFile,
		sources,
		minimumSources: 2,
		pollSeconds: 0.2,
		timeoutSeconds: 1,
		maxAgeSeconds: 2,
		intervalSeconds: 3,
		metrics: { port: 0 },
	};
	writeFileSync(keyFile, uri);
	writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(config));
	const child = spawn('node', [PROGRAM, path.join(folder, `${name}.json`)], { stdio: ['ignore', 'pipe', 'pipe'] });
	const feeder = { child, log: '', ended: new Promise((resolve) => child.once('close', resolve)) };
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (text) => {
			feeder.log += text;
		});
	feeders.set(uri, feeder);
}

async function kill(uri, signal = 'SIGKILL') {
	const { child, ended } = feeders.get(uri);
	child.kill(signal);
	await ended;
}

async function until(holds, what, seconds = 60) {
	for (const end = Date.now() + seconds * 1_000; Date.now() < end; ) {
		if (await holds()) return;
		await new Promise((resolve) => {
			setTimeout(resolve, 100);
		});
	}
	const logs = [...feeders].map(([uri, { log }]) => `${uri}:\n${log.slice(-2_000)}`);
	throw new Error(`${what} did not happen\n${logs.join('\n')}`);
}

const agreed = async () => (await api.call.priceApi.price()).median.toBigInt();
const feedsOf = (uri) => (feeders.get(uri).log.match(/ fed /g) ?? []).length;

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
	await Promise.all(FEEDERS.map(startFeeder));
});

afterAll(async () => {
	await Promise.all([...feeders.keys()].map((uri) => kill(uri)));
	await api.disconnect();
	proxy.close();
	http.closeAllConnections();
	http.close();
	await node.stop();
	rmSync(folder, { recursive: true, force: true });
});

test('A07_feeders_should_make_a_price_of_what_their_sources_agree_on', async () => {
	market.price = '0.501';
	await until(async () => (await agreed()) === fixedPoint('0.501'), 'a price of 0.501');
	// Beyond the deviation: fed at once, by all.
	market.price = '0.51';
	await until(async () => (await agreed()) === fixedPoint('0.51'), 'a price of 0.51');
	const view = await api.call.priceApi.price();
	expect([view.condition.type, view.freshFeeds.toNumber(), view.agreeingFeeds.toNumber()]).toEqual(['Fresh', 3, 3]);
});

test('A16_feeders_should_feed_nothing_while_their_sources_are_dead_and_go_on_after', async () => {
	market.alive = false;
	await until(() => FEEDERS.every((uri) => feeders.get(uri).log.includes('nothing to feed')), 'a word about it');
	const before = FEEDERS.map(feedsOf);
	await new Promise((resolve) => {
		setTimeout(resolve, 4_000);
	});
	expect(FEEDERS.map(feedsOf)).toEqual(before);
	market.price = '0.505';
	market.alive = true;
	await until(async () => (await agreed()) === fixedPoint('0.505'), 'a price of 0.505');
});

test('A16_feeders_should_come_back_when_the_connection_breaks', async () => {
	for (const socket of sockets) socket.destroy();
	market.price = '0.5';
	await until(async () => (await agreed()) === fixedPoint('0.5'), 'a price of 0.5');
	for (const uri of FEEDERS) expect(feeders.get(uri).log).toContain('no connection to');
});

test('A26_a_feeder_killed_at_any_moment_should_feed_again_with_the_next_nonce', async () => {
	const [uri] = FEEDERS;
	const { address } = account(uri);
	const nonce = async () => (await api.query.system.account(address)).nonce.toNumber();
	for (let time = 0; time < 5; time += 1) {
		const before = await nonce();
		await kill(uri);
		await startFeeder(uri);
		await until(async () => feedsOf(uri) > 0, 'a feed after a restart');
		expect(await nonce()).toBeGreaterThan(before);
		expect(feeders.get(uri).log).not.toContain('could not be sent');
	}
});

test('A16_a_feeder_should_say_what_is_wrong_when_it_is_none_and_stop_when_it_is_told', async () => {
	const stranger = '//Stranger';
	await startFeeder(stranger);
	await until(() => feeders.get(stranger).log.includes('is no feeder of this chain'), 'a word about the stranger');
	await kill(stranger, 'SIGTERM');
	expect(feeders.get(stranger).log).toMatch(/stopped\s*$/);
	expect(feeders.get(stranger).child.exitCode).toBe(0);
});

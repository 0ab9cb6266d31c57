/** The real program, killed at every step: it commits to one thing, and reveals that. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serveObject } from '../daemon/testing/remote.mjs';
import { Process } from '../lib/process.mjs';
import { until } from '../lib/wait.mjs';
import { Store } from './store.mjs';
import { Court } from './testing/court.mjs';

const PROGRAM = path.join(import.meta.dirname, 'testing', 'child.mjs');
/** Milliseconds between two blocks. */
const BLOCK = 100;
/** Never says the same twice: an opinion that was forgotten could not be found again. */
const JUDGE = ['sh', '-c', `echo "{\\"qualities\\":[0.$(od -An -N3 -tu4 /dev/urandom | tr -d ' ')]}"`];
/** Before and after: keeping the opinion, sending the commitment, sending the opinion. */
const STEPS = 6;
const PATIENCE = 180_000;

let [folder, court, server, blocks, program] = [];

beforeEach(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'bme-verifier-'));
	court = new Court();
	server = await serveObject(court);
	blocks = setInterval(() => court.seal(), BLOCK);
	const config = {
		endpoint: 'ws://127.0.0.1:1',
		keyFile: path.join(folder, 'key'),
		database: path.join(folder, 'verifier.db'),
		judge: JUDGE,
		metrics: { port: 0 },
	};
	writeFileSync(path.join(folder, 'config.json'), JSON.stringify(config));
});

afterEach(async () => {
	await program?.end();
	clearInterval(blocks);
	server.closeAllConnections();
	server.close();
	rmSync(folder, { recursive: true, force: true });
});

function start(steps = Infinity) {
	const url = `http://127.0.0.1:${server.address().port}`;
	program = new Process('node', [PROGRAM, path.join(folder, 'config.json'), url, steps]);
}

test(
	'opinion_should_be_revealed_as_committed_when_the_program_is_killed_at_any_step',
	async () => {
		for (let steps = 0; steps < STEPS; steps += 1) {
			court.convene(steps, { window: 1_000 });
			start(steps);
			await program.ended;
			expect([steps, program.child.signalCode]).toEqual([steps, 'SIGKILL']);
			// What it sent may be included, or lost with the node.
			if (steps % 2) court.pool.clear();
			start();
			await until(() => court.panels.get(steps).opinion !== null, `the reveal after step ${steps}`);
			await program.end();
		}
		expect(court.violations).toEqual([]);
		expect(court.sent.size).toBe(STEPS);
	},
	PATIENCE,
);

test('every_opinion_should_be_revealed_when_the_program_is_killed_again_and_again', async () => {
	const jobs = Array.from({ length: 12 }, (_, job) => job);
	for (const job of jobs) court.convene(job, { window: 10_000 });
	for (let kills = 0; kills < 5; kills += 1) {
		start();
		await sleep(500 + Math.random() * 500);
		await program.end();
	}
	start();
	await until(() => jobs.every((job) => court.panels.get(job).opinion !== null), 'the last reveal', 40);
	expect(court.violations).toEqual([]);
	await until(() => program.log.includes('revealed quality 0.'), 'a word about it');
	const code = await program.end('SIGTERM');
	expect([code, program.log]).toEqual([0, expect.stringMatching(/stopped\s*$/)]);

	const file = path.join(folder, 'verifier.db');
	expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
	const store = await Store.open(file);
	expect(store.database.all('SELECT count(*) AS count FROM opinions')).toEqual([{ count: jobs.length }]);
	store.close();
});

test('second_program_should_be_refused_when_the_database_is_in_use', async () => {
	start();
	await until(() => program.log.includes('metrics on'), 'the start');
	await expect(Store.open(path.join(folder, 'verifier.db'))).rejects.toThrow('is in use by another process');
});

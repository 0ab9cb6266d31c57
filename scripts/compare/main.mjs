/** This chain's node beside another of the SDK's, in one run: see docs/benchmarks.md. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BINARY } from '../../e2e/lib/specification.mjs';
import { until } from '../lib/wait.mjs';
import { fill } from './load.mjs';
import { LOOK_EVERY, Running, at, output } from './process.mjs';

/** Fewer are made in less time than nodes need to start. */
const LEAST = 500;
/** Slots last six seconds; how much faster they pass while blocks are made. */
const [SLOT, SPEED] = [6, 50];
/** Seconds that pass on the fast clock while a node starts, at most. */
const STARTING = 3_600;
/** A node's memory is read when what it worked for is done: milliseconds later. */
const SETTLED = 5_000;
/** Seconds in which all blocks are synced for sure. */
const PATIENCE = 3_600;

function fail(message) {
	console.error(
		`error: ${message}\nUsage: node scripts/compare/main.mjs <template-node> <new-folder> [<blocks>] [<rounds>]`,
	);
	process.exit(2);
}

function readArguments() {
	const [template, given, blocks = '10000', rounds = '3'] = process.argv.slice(2);
	if (!given) fail('a node and a folder, please');
	const folder = path.resolve(given);
	// What is preloaded is named in a list of which these are the separators.
	if (/[\s:]/.test(folder)) fail(`${folder} has a space or a colon`);
	if (!(Number.isInteger(Number(blocks)) && blocks >= LEAST))
		fail(`${blocks} is no number of blocks from ${LEAST} on`);
	if (!(Number.isInteger(Number(rounds)) && rounds >= 1)) fail(`${rounds} is no number of rounds`);
	for (const binary of [template, BINARY])
		try {
			accessSync(binary, constants.X_OK);
		} catch (error) {
			fail(error.message);
		}
	try {
		mkdirSync(folder);
	} catch (error) {
		fail(error.message);
	}
	return { template: path.resolve(template), folder, blocks: Number(blocks), rounds: Number(rounds) };
}

const { template, folder, blocks, rounds } = readArguments();
const CHAINS = [
	{ name: 'template, transfers', binary: template, kind: 'transfers' },
	{ name: 'this node, transfers', binary: BINARY, kind: 'transfers' },
	{ name: 'this node, jobs', binary: BINARY, kind: 'jobs' },
].map((one) => {
	const own = path.join(folder, one.name.replace(/\W+/g, '-'));
	return {
		...one,
		chain: `${own}.json`,
		data: `${own}-data`,
		file: `${own}.blocks`,
		firstBlock: `${own}.first-block`,
	};
});

/** A folder for a database that is not there. */
function fresh(name) {
	const one = path.join(folder, name);
	rmSync(one, { recursive: true, force: true });
	return one;
}

/** A validator whose clock runs faster makes the blocks, beginning so long ago that the last is not in the future. */
async function grow(one, clock) {
	writeFileSync(one.chain, output(one.binary, 'build-spec', '--chain', 'dev', '--raw', '--disable-default-bootnode'));
	const env = { LD_PRELOAD: clock, CLOCK_SPEED: SPEED, CLOCK_BACK: blocks * SLOT * 2 + STARTING };
	const node = await Running.start(one, one.data, { flags: ['--alice', '--force-authoring'], env });
	await node.answers();
	one.transactions = await fill(node.endpoint, one.kind, blocks);
	await node.stop();
	for (const [file, last] of [
		[one.firstBlock, 1],
		[one.file, blocks],
	])
		output(one.binary, 'export-blocks', ...at(one, one.data), '--binary', '--to', last, file);
}

/** Seconds from a start until the node answers: of a new database, and of one with all the blocks. */
async function startUp(one) {
	const times = {};
	for (const [what, data] of [
		['first start, s', fresh('new')],
		['start, s', one.data],
	]) {
		const node = await Running.start(one, data);
		times[what] = await node.answers();
		await node.stop();
	}
	return times;
}

/** A new node gets all blocks from one that has them, over the loopback. */
async function sync(one) {
	const from = await Running.start(one, one.data);
	await from.answers();
	const node = await Running.start(one, fresh('synced'), { from, flags: ['--sync', 'full'] });
	const first = await until(() => node.height(), 'a first block', PATIENCE, LOOK_EVERY);
	const began = performance.now();
	await until(async () => (await node.height()) >= blocks, 'a last block', PATIENCE, LOOK_EVERY);
	const seconds = (performance.now() - began) / 1_000;
	await sleep(SETTLED);
	const memory = node.memory();
	await node.stop();
	await from.stop();
	return { 'sync, blocks/s': (blocks - first) / seconds, 'memory after it, MiB': memory };
}

/** Seconds that a node takes to import a file of blocks. */
function secondsToImport(one, folder, file) {
	const began = performance.now();
	output(one.binary, 'import-blocks', ...at(one, folder), '--binary', file);
	return (performance.now() - began) / 1_000;
}

/** A file of all blocks is imported, less what the node takes to start, which importing what it has shows. */
function load(one) {
	const data = fresh('loaded');
	secondsToImport(one, data, one.firstBlock);
	const starting = secondsToImport(one, data, one.firstBlock);
	return { 'import, blocks/s': blocks / (secondsToImport(one, data, one.file) - starting) };
}

function sizes(one) {
	const { genesis } = JSON.parse(readFileSync(one.chain, 'utf8'));
	// `:code`, in hex.
	const code = genesis.raw.top['0x3a636f6465'];
	return {
		'node, MB': statSync(one.binary).size / 1e6,
		'runtime, MB': (code.length - 2) / 2 / 1e6,
		'transactions a block': one.transactions,
		'block, bytes': statSync(one.file).size / blocks,
	};
}

function median(values) {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
	return Number(((middle[0] + middle[1]) / 2).toPrecision(3));
}

const clock = path.join(folder, 'clock.so');
execFileSync('cc', ['-O2', '-shared', '-fPIC', path.join(import.meta.dirname, 'clock.c'), '-o', clock, '-ldl']);
console.log(`${blocks} blocks of each are made`);
await Promise.all(CHAINS.map((one) => grow(one, clock)));
const seen = new Map(CHAINS.map((one) => [one.name, []]));
for (let round = 1; round <= rounds; round += 1)
	for (const one of CHAINS) {
		const figures = { ...sizes(one), ...(await startUp(one)), ...(await sync(one)), ...load(one) };
		seen.get(one.name).push(figures);
		console.log(`round ${round}, ${one.name}: ${JSON.stringify(figures)}`);
	}
const medians = [...seen].map(([name, all]) => {
	const figures = Object.keys(all[0]).map((key) => [key, median(all.map((one) => one[key]))]);
	return [name, Object.fromEntries(figures)];
});
console.table(Object.fromEntries(medians));

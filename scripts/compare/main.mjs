/** This chain's node beside another of the SDK's, in one run: see docs/benchmarks.md. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { BINARY } from '../../e2e/lib/specification.mjs';
import { Running, output } from './process.mjs';

const [template, folder, count = '10000', rounds = '3'] = process.argv.slice(2);
if (!folder) {
	console.error('Usage: node scripts/compare/main.mjs <template-node> <folder> [<blocks>] [<rounds>]');
	process.exit(2);
}
const BLOCKS = Number(count);
const LOAD = path.join(import.meta.dirname, 'load.mjs');
/** Slots last six seconds; how much faster they pass while blocks are made. */
const SLOT = 6;
const SPEED = Number(process.env.CLOCK_SPEED ?? 50);
/** Seconds that pass on the fast clock while a node starts, at most. */
const STARTING = 3_600;
/** A node's memory is read when what it worked for is done. */
const SETTLED = 5_000;

const CHAINS = [
	{ name: 'bme, jobs', binary: BINARY, kind: 'jobs' },
	{ name: 'bme, transfers', binary: BINARY, kind: 'transfers' },
	{ name: 'template, transfers', binary: path.resolve(template), kind: 'transfers' },
].map((chain) => {
	const own = path.join(folder, chain.name.replace(', ', '-'));
	return { ...chain, own, chain: `${own}.json`, data: `${own}-data`, file: `${own}.blocks` };
});

const fresh = (name) => {
	const one = path.join(folder, name);
	rmSync(one, { recursive: true, force: true });
	return one;
};

/** A validator whose clock runs faster makes the blocks, beginning so long ago that the last is not in the future. */
async function grow(one, clock) {
	if (existsSync(one.file)) return;
	console.log(`${one.name}: ${BLOCKS} blocks are made`);
	writeFileSync(one.chain, output(one.binary, 'build-spec', '--chain', 'dev', '--raw', '--disable-default-bootnode'));
	const env = { LD_PRELOAD: clock, CLOCK_SPEED: SPEED, CLOCK_BACK: BLOCKS * SLOT * 2 + STARTING };
	const flags = ['--alice', '--force-authoring'];
	const node = await Running.start(one, one.data, { flags, env });
	try {
		await node.answers();
		const filling = spawn(process.execPath, [LOAD, node.endpoint, one.kind, count], { stdio: 'inherit' });
		const [code] = await once(filling, 'close');
		if (code !== 0) throw new Error(`${one.name}: its blocks could not be filled`);
	} finally {
		await node.stop();
	}
	const common = ['--chain', one.chain, '--base-path', one.data];
	output(one.binary, 'export-blocks', ...common, '--binary', '--to', String(BLOCKS), one.file);
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
	while ((await node.height()) < 1) await sleep(50);
	const began = performance.now();
	while ((await node.height()) < BLOCKS) await sleep(50);
	const seconds = (performance.now() - began) / 1_000;
	await sleep(SETTLED);
	const memory = node.memory();
	await node.stop();
	await from.stop();
	return { 'sync, blocks/s': BLOCKS / seconds, 'memory after it, MiB': memory };
}

/** A file of all blocks is imported. */
function load(one) {
	const began = performance.now();
	output(one.binary, 'import-blocks', '--chain', one.chain, '--base-path', fresh('loaded'), '--binary', one.file);
	return { 'import, blocks/s': BLOCKS / ((performance.now() - began) / 1_000) };
}

function sizes(one) {
	const { genesis } = JSON.parse(readFileSync(one.chain, 'utf8'));
	// `:code`, in hex.
	const code = genesis.raw.top['0x3a636f6465'];
	return {
		'node, MB': statSync(one.binary).size / 1e6,
		'runtime, MB': (code.length - 2) / 2 / 1e6,
		'block, bytes': statSync(one.file).size / BLOCKS,
	};
}

const median = (values) => Number(values.sort((a, b) => a - b)[Math.floor(values.length / 2)].toPrecision(3));

mkdirSync(folder, { recursive: true });
const clock = path.join(path.resolve(folder), 'clock.so');
const source = path.join(import.meta.dirname, 'clock.c');
execFileSync('cc', ['-O2', '-shared', '-fPIC', source, '-o', clock, '-ldl']);
await Promise.all(CHAINS.map((one) => grow(one, clock)));
const seen = new Map(CHAINS.map((one) => [one.name, []]));
for (let round = 1; round <= Number(rounds); round += 1)
	for (const one of CHAINS) {
		const figures = { ...sizes(one), ...(await startUp(one)), ...(await sync(one)), ...load(one) };
		seen.get(one.name).push(figures);
		console.log(`round ${round}, ${one.name}: ${JSON.stringify(figures)}`);
	}
const table = CHAINS.map(({ name }) => {
	const all = seen.get(name);
	return [name, Object.fromEntries(Object.keys(all[0]).map((key) => [key, median(all.map((one) => one[key]))]))];
});
console.table(Object.fromEntries(table));

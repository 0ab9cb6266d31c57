/** What a node says when it cannot start: what is wrong, and what to do. */
import { execFile, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Process } from '../scripts/lib/process.mjs';
import { until } from '../scripts/lib/wait.mjs';
import { BINARY, specification } from './lib/specification.mjs';

const PATIENCE = 60_000;
const folder = mkdtempSync(path.join(tmpdir(), 'bme-node-'));
const file = (name) => path.join(folder, name);
const busy = createServer();
let port;

/** Start a node that cannot start; how it ended, and its last words. */
function start(...options) {
	const usual = {
		'--base-path': file('data'),
		'--chain': specification(folder, 1),
		'--port': '0',
		'--rpc-port': '0',
	};
	for (let place = 0; place < options.length; place += 2) usual[options[place]] = options[place + 1];
	if (usual['--listen-addr']) delete usual['--port'];
	const prometheus = usual['--prometheus-port'] ? [] : ['--no-prometheus'];
	const all = ['--alice', '--unsafe-force-node-key-generation', '--no-telemetry', '--no-mdns', ...prometheus];
	const flags = [...all, '--no-hardware-benchmarks', ...Object.entries(usual).flat()];
	return new Promise((resolve) => {
		execFile(BINARY, flags, { timeout: PATIENCE }, (ended, _, log) => {
			const error = log.split('\n').find((line) => line.startsWith('Error:'));
			resolve({ status: ended ? ended.code : 0, log, error });
		});
	});
}

/** Make a database whose newest block is ten minutes ahead: blocks that are sealed on demand are a slot apart each. */
async function makeFuture() {
	const chain = ['--base-path', file('future'), '--chain', specification(folder, 1)];
	const alone = ['--no-telemetry', '--no-prometheus', '--no-mdns', '--port', '0', '--rpc-port', '0'];
	const key = ['--alice', '--unsafe-force-node-key-generation', '--no-hardware-benchmarks'];
	const node = new Process(BINARY, [...chain, ...alone, ...key, '--sealing', '20']);
	await until(() => node.hasEnded || /best: #[1-9]\d\d/.test(node.log), 'a hundred blocks', 120);
	await node.end('SIGINT');
}

beforeAll(async () => {
	await new Promise((resolve) => busy.listen(0, '127.0.0.1', resolve));
	port = String(busy.address().port);
	writeFileSync(file('file'), '');
	writeFileSync(file('no.json'), 'chain');
	writeFileSync(file('part.json'), '{"name": "A chain"}');
});

afterAll(() => {
	busy.close();
	rmSync(folder, { recursive: true, force: true });
});

test.each([['--rpc-port'], ['--port'], ['--prometheus-port']])(
	'node_should_say_which_port_is_in_use_and_how_to_choose_another: %s',
	async (flag) => {
		const { status, error } = await start(flag, port);
		expect(error).toContain(`port ${port} is in use. Stop what uses it, or choose another with \`${flag}\``);
		expect(status).toBe(1);
	},
);

test('node_should_say_that_one_port_is_given_twice', async () => {
	const { status, error } = await start('--rpc-port', '31999', '--port', '31999');
	expect(error).toContain('port 31999 is given to both `--rpc-port` and `--port`');
	expect(status).toBe(1);
});

test('node_should_take_one_port_on_two_addresses_for_two', async () => {
	const two = ['--rpc-port', '31999', '--listen-addr', '/ip4/127.0.0.2/tcp/31999'];
	const { error } = await start(...two, '--prometheus-port', port);
	expect(error).toContain(`port ${port} is in use`);
});

test('node_should_say_which_udp_port_is_in_use', async () => {
	// Nodes that are no validators listen by UDP too.
	const socket = createSocket('udp4').bind(0);
	await once(socket, 'listening');
	const taken = String(socket.address().port);
	const where = ['--base-path', file('data'), '--chain', specification(folder, 1), '--no-prometheus'];
	const { status, stderr } = spawnSync(BINARY, [...where, '--port', taken, '--rpc-port', '0'], {
		encoding: 'utf8',
		timeout: PATIENCE,
	});
	socket.close();
	expect(stderr).toContain(`port ${taken} is in use. Stop what uses it, or choose another with \`--port\``);
	expect(status).toBe(1);
});

test.skipIf(process.getuid() !== 0)('node_should_say_what_it_may_not_write_to_when_another_user_owns_it', () => {
	mkdirSync(file('of root'));
	// The other user may not look into the home of this one, nor perhaps into its temporary folder.
	const reachable = mkdtempSync('/var/tmp/bme-node-');
	chmodSync(reachable, 0o755);
	const node = path.join(reachable, 'node');
	copyFileSync(BINARY, node);
	const flags = ['--base-path', file('of root'), '--chain', specification(folder, 1), '--alice'];
	const { status, stderr } = spawnSync(node, [...flags, '--port', '0', '--rpc-port', '0'], {
		encoding: 'utf8',
		uid: 65_534,
		gid: 65_534,
		timeout: PATIENCE,
	});
	rmSync(reachable, { recursive: true });
	expect(stderr).toContain(`the data folder \`${file('of root')}\` cannot be written to: Permission denied`);
	expect(status).toBe(1);
});

test('node_should_say_how_a_missing_node_key_is_made', async () => {
	const { status, stderr } = spawnSync(
		BINARY,
		['--base-path', file('keyless'), '--chain', specification(folder, 1), '--validator', '--port', '0'],
		{ encoding: 'utf8', timeout: PATIENCE },
	);
	expect(stderr).toContain(`this validator has no node key at \`${file('keyless')}`);
	expect(stderr).toContain(
		'make one with `bme-node key generate-node-key`, with the same `--chain` and `--base-path`',
	);
	expect(status).toBe(1);
});

test('node_should_say_which_session_key_it_cannot_use', async () => {
	const keystore = path.join(file('keys'), 'chains/bme_dev/keystore');
	mkdirSync(keystore, { recursive: true });
	writeFileSync(path.join(keystore, `62616265${'ab'.repeat(32)}`), '');
	const { status, error } = await start('--base-path', file('keys'));
	expect(error).toContain(`the session key 0x${'ab'.repeat(32)} in \`${keystore}\` cannot be used`);
	expect(error).toContain('must belong to the user that runs the node');
	expect(status).toBe(1);
});

test('node_should_say_that_another_runs_on_its_database_and_leave_that_alone', async () => {
	const where = ['--base-path', file('shared'), '--chain', specification(folder, 1)];
	const alone = ['--alice', '--unsafe-force-node-key-generation', '--no-telemetry', '--no-prometheus', '--no-mdns'];
	const first = new Process(BINARY, [...where, ...alone, '--port', '0', '--rpc-port', '0']);
	await until(() => first.log.includes('JSON-RPC server'), 'its start', 60);
	const { status, error } = await start(...where);
	await first.end();
	expect(error).toContain('Another node runs on it: stop that one');
	expect(error).not.toContain('purge-chain');
	expect(status).toBe(1);
});

test('node_should_say_which_folder_it_cannot_write_to', async () => {
	const { status, error } = await start('--base-path', file('file/data'));
	expect(error).toContain(`the data folder \`${file('file/data')}\` cannot be written to: Not a directory`);
	expect(error).toContain('choose another with `--base-path`');
	expect(status).toBe(1);
});

test.each([
	['nowhere.json', 'Error opening spec file'],
	['no.json', 'Error parsing spec file'],
	['part.json', 'missing field `id`'],
])('node_should_say_what_is_wrong_with_its_specification: %s', async (name, message) => {
	const { status, error } = await start('--chain', file(name));
	expect(error).toContain(message);
	expect(error).toContain('`--chain` takes `dev`, `local`, or the path of a chain specification');
	expect(status).toBe(1);
});

test('node_should_stop_by_itself_when_its_disk_is_almost_full', async () => {
	// In MiB: more than any disk has.
	const { status, log } = await start('--db-storage-threshold', '1000000000');
	expect(log).toMatch(/Available space \d+MiB for path .+ dropped below threshold: 1000000000MiB/);
	expect(status).toBe(1);
});

describe('with the database of another', () => {
	beforeAll(makeFuture);

	test('node_should_say_that_its_clock_is_behind', async () => {
		const { status, error } = await start('--base-path', file('future'));
		expect(error).toMatch(/the clock of this machine is behind: block \d+ of the database is of \d+ seconds later/);
		expect(error).toContain('Set the clock');
		expect(status).toBe(1);
	});

	test('node_should_say_that_its_database_is_of_another_chain', async () => {
		const { status, error } = await start('--base-path', file('future'), '--chain', specification(folder, 2));
		expect(error).toContain(`the database in \`${file('future')}\` began with the genesis block 0x`);
		expect(error).toContain('Give the right specification with `--chain`');
		expect(status).toBe(1);
	});

	test('node_should_keep_compiled_runtimes_and_remove_unfinished_ones', async () => {
		const runtimes = path.join(file('future'), 'chains/bme_dev/paritydb/runtimes');
		const unfinished = path.join(runtimes, 'modules/of-a-process-that-was-killed.wip-atomic-write-mod');
		// There is no such folder if nothing was kept.
		writeFileSync(unfinished, '');
		await start('--base-path', file('future'));
		expect(existsSync(unfinished)).toBe(false);
	});

	test('node_should_say_that_its_database_is_broken_and_keep_its_keys_when_that_is_removed', async () => {
		const where = ['--base-path', file('future'), '--chain', specification(folder, 1)];
		const within = path.join(file('future'), 'chains/bme_dev');
		writeFileSync(path.join(within, 'paritydb/full/metadata'), 'broken');
		const { status, error } = await start(...where);
		expect(error).toContain(`the database in \`${file('future')}\` cannot be opened`);
		expect(error).toContain('remove the database with `bme-node purge-chain`');
		expect(status).toBe(1);
		const purged = spawnSync(BINARY, ['purge-chain', '-y', ...where], { encoding: 'utf8' });
		expect(purged.status, purged.stderr).toBe(0);
		expect(existsSync(path.join(within, 'paritydb'))).toBe(false);
		expect(existsSync(path.join(within, 'network/secret_ed25519'))).toBe(true);
	});
});

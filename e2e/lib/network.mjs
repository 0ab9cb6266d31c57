/** Validators of the local network as processes of their own, each of which can be killed and started again. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { blockHash, connect } from '../../scripts/lib/chain.mjs';
import { Process } from '../../scripts/lib/process.mjs';
import { until } from '../../scripts/lib/wait.mjs';
import { BINARY, localSpecification } from './specification.mjs';

const ROTATE_KEYS = path.join(import.meta.dirname, '../../scripts/network/rotate-keys');
/** The key of the first node's address, known so that the others find it. */
export const NODE_KEY = '1'.padStart(64, '0');
export const PEER_ID = '12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp';
const START_WITHIN = 60_000;
/** Seconds in which a change of validators or keys is surely in force: two sessions, and some. */
export const SESSIONS = 900;

/** So many ports of this machine that are free now. */
export async function freePorts(count) {
	const servers = Array.from({ length: count }, () => createServer());
	const listen = (server) => new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	await Promise.all(servers.map(listen));
	const ports = servers.map((server) => server.address().port);
	await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
	return ports;
}

export class Network {
	/**
	 * `chain` is a raw specification, the local network's without one, with this `timeScale` if it is given; `hosts` are
	 * those of the nodes, this one without.
	 */
	constructor({ chain, timeScale, hosts } = {}) {
		this.hosts = hosts;
		this.folder = mkdtempSync(path.join(tmpdir(), 'bme-network-'));
		this.nodes = new Map();
		this.chain = chain ?? localSpecification(this.folder, timeScale);
	}

	/** Start validators of the local network by their names, one after the other. */
	async start(...names) {
		for (const name of names) await this.add(name, `--${name}`);
	}

	/** Start one more node, and connect to it. All others look for the first. */
	async add(name, ...flags) {
		const [port, rpcPort] = await freePorts(2);
		const base = this.base(name);
		mkdirSync(base, { recursive: true });
		const first = [...this.nodes.values()][0];
		const all = [
			...['--chain', this.chain, '--base-path', base, '--name', name, '--port', port, '--rpc-port', rpcPort],
			...(first
				? [
						'--bootnodes',
						`/ip4/${first.host}/tcp/${first.port}/p2p/${PEER_ID}`,
						'--unsafe-force-node-key-generation',
					]
				: ['--node-key', NODE_KEY]),
			...['--rpc-cors', 'all', '--no-mdns', '--discover-local', '--allow-private-ip'],
			...['--no-prometheus', '--no-telemetry'],
			...['--no-hardware-benchmarks', ...(this.hosts ? ['--unsafe-rpc-external'] : []), ...flags],
		];
		const host = this.hosts?.address(name) ?? '127.0.0.1';
		this.nodes.set(name, { host, port, rpcPort, all });
		await this.restart(name);
	}

	/** Start a node again, and wait until it answers. */
	async restart(name) {
		this.spawn(name);
		await this.restarted(name);
	}

	async restarted(name) {
		const node = this.nodes.get(name);
		node.api ??= await this.connect(name);
		await until(() => node.api.isConnected, `an answer of ${name}`, START_WITHIN / 1_000);
	}

	spawn(name) {
		const node = this.nodes.get(name);
		const [program, ...all] = [...(this.hosts?.on(name) ?? []), BINARY, ...node.all];
		node.process = new Process(program, all);
	}

	endpoint(name) {
		const { host, rpcPort } = this.nodes.get(name);
		return `ws://${host}:${rpcPort}`;
	}

	async connect(name) {
		const patience = sleep(START_WITHIN).then(() => {
			throw new Error(`${name} did not start:\n${this.log(name)}`);
		});
		return Promise.race([connect(this.endpoint(name)), patience]);
	}

	/** Have a node make session keys, and their owner set them; the public halves. */
	async rotateKeys(name, uri) {
		const owner = path.join(this.folder, `owner-of-${name}`);
		writeFileSync(owner, uri);
		const { stdout } = await promisify(execFile)(ROTATE_KEYS, [this.endpoint(name), owner]);
		return stdout.match(/0x[0-9a-f]{192}/)[0];
	}

	/** Whether these session keys are among those that author now, as another node has it. */
	async isAuthority(keys, witness) {
		const authorities = await this.api(witness).query.babe.authorities();
		return authorities.some(([key]) => keys.startsWith(key.toHex()));
	}

	/** The runbook's way to another host: a new node takes over what `uri` owns, with keys that no other node has. */
	async takesOver(name, uri, witness) {
		await this.add(name, '--validator');
		await this.catchesUp(name, witness);
		await this.finalizes(name, 2, 120);
		const keys = await this.rotateKeys(name, uri);
		await until(() => this.isAuthority(keys, witness), `keys of ${name} among the authors`, SESSIONS);
		await until(() => this.log(name).includes('Prepared block'), `a block of ${name}`, 240);
		// The old set has to finalize the change before the new one's votes count.
		const goal = await this.best(witness);
		await until(async () => (await this.finalized(witness)) >= goal, `finality of block ${goal}`, 240);
	}

	/** End a node at once, as a crash does. */
	async kill(name) {
		const node = this.nodes.get(name);
		await node.process.end();
		await until(() => !node.api?.isConnected, `the end of the connection to ${name}`, 30);
	}

	/** Where a node keeps its data. */
	base(name) {
		return path.join(this.folder, name);
	}

	api(name) {
		return this.nodes.get(name).api;
	}

	log(name) {
		return this.nodes.get(name).process.log;
	}

	async finalized(name) {
		const { rpc } = this.api(name);
		return (await rpc.chain.getHeader(await rpc.chain.getFinalizedHead())).number.toNumber();
	}

	async best(name) {
		return (await this.api(name).rpc.chain.getHeader()).number.toNumber();
	}

	/** Who made the newest block. */
	async author(name) {
		const api = this.api(name);
		return (await api.derive.chain.getHeader(await api.rpc.chain.getBlockHash())).author?.toString();
	}

	/** The state root of a block, as a node has it. */
	async rootAt(name, number) {
		const api = this.api(name);
		return (await api.rpc.chain.getHeader(await blockHash(api, number))).stateRoot.toHex();
	}

	/** Wait until a node finalized what another has by now; the number of that block. */
	async catchesUp(name, witness) {
		const goal = await this.finalized(witness);
		await until(async () => (await this.finalized(name)) >= goal, `block ${goal} finalized by ${name}`, 180);
		return goal;
	}

	/** Wait until a node finalized so many more blocks. */
	async finalizes(name, blocks, seconds) {
		const goal = (await this.finalized(name)) + blocks;
		await until(async () => (await this.finalized(name)) >= goal, `${blocks} blocks finalized by ${name}`, seconds);
	}

	async stop() {
		for (const { api } of this.nodes.values()) await api?.disconnect();
		await Promise.all([...this.nodes.keys()].map((name) => this.kill(name)));
		rmSync(this.folder, { recursive: true, force: true });
	}
}

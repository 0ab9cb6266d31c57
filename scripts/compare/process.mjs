/** Nodes as processes: started, asked, watched, stopped. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { NODE_KEY, PEER_ID, freePorts } from '../../e2e/lib/network.mjs';
import { Process } from '../lib/process.mjs';
import { until } from '../lib/wait.mjs';

const START_WITHIN = 120;
/** Milliseconds between two looks at what is measured. */
export const LOOK_EVERY = 50;

/** Run a command of a node that ends; what it prints. */
export const output = (binary, ...all) =>
	execFileSync(binary, all, { stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 2 ** 30 });

/** Where a node of this chain has its data, in the database that both have. */
export const at = ({ chain }, folder) => ['--chain', chain, '--base-path', folder, '--database', 'paritydb'];

export class Running {
	/** Start a node; `from` is the one that it syncs from, `env` what its environment has beside this one's. */
	static async start(one, folder, { flags = [], from, env } = {}) {
		const node = new Running();
		[node.port, node.rpcPort] = await freePorts(2);
		const address = (port) => `/ip4/127.0.0.1/tcp/${port}`;
		const peers = from
			? ['--bootnodes', `${address(from.port)}/p2p/${PEER_ID}`, '--unsafe-force-node-key-generation']
			: ['--node-key', NODE_KEY];
		const own = ['--rpc-port', node.rpcPort, '--listen-addr', address(node.port), '--allow-private-ip'];
		const quiet = ['--no-mdns', '--no-telemetry', '--no-prometheus'];
		node.process = new Process(one.binary, [...at(one, folder), ...own, ...quiet, ...peers, ...flags], { env });
		return node;
	}

	get endpoint() {
		return `http://127.0.0.1:${this.rpcPort}`;
	}

	/** The answer to a call, `undefined` before the node answers. */
	async ask(method) {
		if (this.process.hasEnded) {
			await this.process.ended;
			throw new Error(`a node ended:\n${this.process.lastWords}`);
		}
		const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: [] });
		const headers = { 'content-type': 'application/json' };
		const response = await fetch(this.endpoint, { method: 'POST', headers, body }).catch(() => undefined);
		return (await response?.json())?.result;
	}

	/** Wait until it answers; in seconds, how long that took. */
	async answers() {
		const began = performance.now();
		await until(() => this.ask('system_health'), 'an answer', START_WITHIN, LOOK_EVERY);
		return (performance.now() - began) / 1_000;
	}

	async height() {
		const header = await this.ask('chain_getHeader');
		return header ? Number(header.number) : 0;
	}

	/** What it keeps in memory, in MiB. */
	memory() {
		const status = readFileSync(`/proc/${this.process.child.pid}/status`, 'utf8');
		return Number(status.match(/VmRSS:\s+(\d+)/)[1]) / 1_024;
	}

	stop() {
		return this.process.end('SIGTERM');
	}
}

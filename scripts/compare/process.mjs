/** Nodes as processes: started, asked, watched, stopped. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { NODE_KEY, PEER_ID, freePorts } from '../../e2e/lib/network.mjs';
import { Process } from '../lib/process.mjs';

/** What a node prints to a command that ends. */
export const output = (binary, ...all) =>
	execFileSync(binary, all, { stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 30 });

export class Running {
	/** Start a node; `from` is the one that it syncs from, `env` what its environment has beside this one's. */
	static async start({ binary, chain }, folder, { flags = [], from, env = {} } = {}) {
		const node = new Running();
		[node.port, node.rpcPort] = await freePorts(2);
		const address = (port) => `/ip4/127.0.0.1/tcp/${port}`;
		const all = [
			...['--chain', chain, '--base-path', folder, '--rpc-port', node.rpcPort, '--rpc-cors', 'all'],
			...[
				'--listen-addr',
				address(node.port),
				'--allow-private-ip',
				'--no-mdns',
				'--no-telemetry',
				'--no-prometheus',
			],
			...(from
				? ['--bootnodes', `${address(from.port)}/p2p/${PEER_ID}`, '--unsafe-force-node-key-generation']
				: ['--node-key', NODE_KEY]),
			...flags,
		];
		node.process = new Process(binary, all, { env });
		return node;
	}

	get endpoint() {
		return `http://127.0.0.1:${this.rpcPort}`;
	}

	/** The answer to a call, `undefined` before the node answers. */
	async ask(method) {
		const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: [] });
		const headers = { 'content-type': 'application/json' };
		const response = await fetch(this.endpoint, { method: 'POST', headers, body }).catch(() => undefined);
		return (await response?.json())?.result;
	}

	/** Wait until it answers; in seconds, how long that took. */
	async answers() {
		const began = performance.now();
		while (!(await this.ask('system_health'))) {
			if (this.process.hasEnded) throw new Error(`the node ended:\n${this.process.lastWords}`);
			await sleep(10);
		}
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

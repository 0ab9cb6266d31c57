/** Hosts of their own for the nodes of a network: namespaces on one wire, which can be slow, lossy or cut. Needs root. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

const WIRE = path.join(import.meta.dirname, 'wire.py');
/** The first three numbers of all addresses on the wire; the test's own host ends with the fourth. */
const NET = '10.77.0';
const OWN = 254;

const ip = (...all) => execFileSync('ip', all.map(String), { stdio: ['ignore', 'ignore', 'inherit'] });

export class Hosts {
	constructor(names) {
		this.number = new Map(names.map((name, index) => [name, index + 1]));
	}

	/** Make a host for each name, and connect them. */
	static async start(...names) {
		if (process.getuid() !== 0) throw new Error('hosts of their own need root: run this as root');
		const hosts = new Hosts(names);
		const all = [...names, 'own'].map((name) => [hosts.device(name), hosts.address(name)]);
		hosts.wire = spawn('python3', [WIRE, ...all.flat()], { stdio: ['pipe', 'pipe', 'inherit'] });
		hosts.answers = createInterface(hosts.wire.stdout);
		await once(hosts.answers, 'line');
		for (const name of names) {
			const [namespace, device] = [hosts.namespace(name), hosts.device(name)];
			ip('netns', 'add', namespace);
			ip('link', 'set', device, 'netns', namespace);
			ip('-n', namespace, 'address', 'add', `${hosts.address(name)}/24`, 'dev', device);
			for (const one of ['lo', device]) ip('-n', namespace, 'link', 'set', one, 'up');
		}
		ip('address', 'add', `${hosts.address('own')}/24`, 'dev', hosts.device('own'));
		ip('link', 'set', hosts.device('own'), 'up');
		return hosts;
	}

	device(name) {
		return `bme${process.pid}-${this.number.get(name) ?? 0}`;
	}

	namespace(name) {
		return `bme-${process.pid}-${name}`;
	}

	address(name) {
		return `${NET}.${this.number.get(name) ?? OWN}`;
	}

	/** The words before a command that make it run on a host. */
	on(name) {
		return ['ip', 'netns', 'exec', this.namespace(name)];
	}

	/**
	 * What happens on the wire from now on: `delay` in seconds each way, `loss` as a part of 1 of all packets, between all
	 * hosts on `sides`; and nothing passes from one side to another. The test itself hears everybody.
	 */
	async set({ delay = 0, loss = 0, sides = [] }) {
		const addresses = sides.map((side) => side.map((name) => this.address(name)));
		this.wire.stdin.write(`${JSON.stringify({ delay, loss, sides: addresses })}\n`);
		await once(this.answers, 'line');
	}

	async stop() {
		for (const name of this.number.keys()) ip('netns', 'delete', this.namespace(name));
		const ended = once(this.wire, 'close');
		this.wire.stdin.end();
		await ended;
	}
}

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
		try {
			await hosts.connect(names);
		} catch (error) {
			await hosts.stop();
			throw error;
		}
		return hosts;
	}

	async connect(names) {
		await this.answer();
		for (const name of names) {
			const [namespace, device] = [this.namespace(name), this.device(name)];
			ip('netns', 'add', namespace);
			ip('link', 'set', device, 'netns', namespace);
			ip('-n', namespace, 'address', 'add', `${this.address(name)}/24`, 'dev', device);
			for (const one of ['lo', device]) ip('-n', namespace, 'link', 'set', one, 'up');
		}
		ip('address', 'add', `${this.address('own')}/24`, 'dev', this.device('own'));
		ip('link', 'set', this.device('own'), 'up');
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
		await this.answer();
	}

	/** Wait until the wire has done what it was told. */
	async answer() {
		const ended = once(this.wire, 'close').then(([code]) => {
			throw new Error(`the wire ended with code ${code}`);
		});
		await Promise.race([once(this.answers, 'line'), ended]);
	}

	/** Take away what there is of it. */
	async stop() {
		const made = execFileSync('ip', ['netns', 'list'], { encoding: 'utf8' });
		for (const namespace of [...this.number.keys()].map((name) => this.namespace(name)))
			if (made.split(/\s/).includes(namespace)) ip('netns', 'delete', namespace);
		if (this.wire.exitCode !== null) return;
		const ended = once(this.wire, 'close');
		this.wire.stdin.end();
		await ended;
	}
}

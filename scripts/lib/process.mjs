/** Programs that run beside this one. */
import { spawn } from 'node:child_process';

/** Characters of a log that are kept: the last. */
const KEPT = 1_000_000;
/** How many of them say why a program failed. */
const LAST_WORDS = 8_000;

/** What runs, and ends with this program. */
const running = new Set();
const endAll = () => running.forEach((child) => child.kill('SIGKILL'));
process.once('exit', endAll);
// Ended by a signal, a program says nothing of its exit.
for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'])
	process.once(signal, () => {
		endAll();
		process.kill(process.pid, signal);
	});

export class Process {
	/** Start a program; `env` is what its environment has beside this one's. */
	constructor(program, all, { env } = {}) {
		this.child = spawn(program, all.map(String), {
			env: { ...process.env, ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		running.add(this.child);
		this.log = '';
		/** Resolves once it ended, with its exit code. */
		this.ended = new Promise((resolve) => {
			this.child.once('close', (code) => {
				running.delete(this.child);
				resolve(code);
			});
		});
		const keep = (text) => {
			this.log = (this.log + text).slice(-KEPT);
		};
		for (const stream of [this.child.stdout, this.child.stderr]) stream.setEncoding('utf8').on('data', keep);
		this.child.once('error', ({ message }) => keep(message));
	}

	/** Whether it ended; its last output may be on the way: await `ended` before reading that. */
	get hasEnded() {
		return this.child.exitCode !== null || this.child.signalCode !== null;
	}

	get lastWords() {
		return this.log.slice(-LAST_WORDS);
	}

	/** End it, at once if nothing else is said; its exit code. */
	async end(signal = 'SIGKILL') {
		this.child.kill(signal);
		return this.ended;
	}
}

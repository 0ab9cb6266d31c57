/** Programs of `scripts/`, each with a key of its own: started, killed and waited for by tests. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Process } from '../../scripts/lib/process.mjs';
import { until } from '../../scripts/lib/wait.mjs';

export class Programs {
	/** Those whose `main.mjs` lies in a folder of `scripts/`. */
	constructor(kind) {
		this.main = path.join(import.meta.dirname, '../../scripts', kind, 'main.mjs');
		this.folder = mkdtempSync(path.join(tmpdir(), `bme-${kind}-`));
		this.running = new Map();
	}

	/** A path in their folder. */
	file(name) {
		return path.join(this.folder, name);
	}

	/** Where the program of `uri` has its file of this kind. */
	fileOf(uri, kind) {
		return this.file(`${uri.slice(2)}.${kind}`);
	}

	/** Start the one that signs as `uri`. */
	start(uri, config) {
		const keyFile = this.fileOf(uri, 'key');
		writeFileSync(keyFile, uri);
		this.run(uri, { keyFile, ...config });
	}

	/** Start one by its name, with a configuration that lacks only an address for its metrics. */
	run(uri, config) {
		const file = this.fileOf(uri, 'json');
		writeFileSync(file, JSON.stringify({ metrics: { port: 0 }, ...config }));
		this.running.set(uri, new Process('node', [this.main, file]));
	}

	log(uri) {
		return this.running.get(uri).log;
	}

	/** End one; its exit code. */
	kill(uri, signal) {
		return this.running.get(uri).end(signal);
	}

	/** What one shows to Prometheus. */
	async metrics(uri) {
		const [address] = this.log(uri).match(/http:\S+\/metrics/) ?? [];
		return address ? (await fetch(address)).text() : '';
	}

	/** As `until` does; if it fails, with what the programs said last. */
	async until(found, what, seconds = 120) {
		try {
			return await until(found, what, seconds);
		} catch (error) {
			const logs = [...this.running].map(([uri, { lastWords }]) => `${uri}:\n${lastWords}`);
			throw new Error(`${error.message}\n${logs.join('\n')}`, { cause: error });
		}
	}

	/** End all, and remove their folder. */
	async end() {
		await Promise.all([...this.running.keys()].map((uri) => this.kill(uri)));
		rmSync(this.folder, { recursive: true, force: true });
	}
}

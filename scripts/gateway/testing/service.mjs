/** The real service in a process of its own, on a ledger that makes blocks by itself. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { serveObject } from '../../daemon/testing/remote.mjs';
import { Process } from '../../lib/process.mjs';
import { until } from '../../lib/wait.mjs';
import { Ledger } from './ledger.mjs';
import { folderOfTest, settings } from './world.mjs';

const PROGRAM = path.join(import.meta.dirname, 'child.mjs');
/** Milliseconds between two blocks. */
const BLOCK = 60;

export class Service {
	/** With a ledger, before it is started. */
	static async make() {
		const service = Object.assign(new Service(), folderOfTest());
		service.ledger = new Ledger({ lag: 1 });
		service.server = await serveObject(service.ledger);
		service.blocks = setInterval(() => service.ledger.seal(), BLOCK);
		return service;
	}

	/** The file of this name that it works with. */
	file(name) {
		return path.join(this.folder, name);
	}

	/** Start it; resolves once it takes webhooks at its `address`. */
	async start(change, steps = Infinity) {
		writeFileSync(this.file('config.json'), JSON.stringify(settings(this.folder, change)));
		const url = `http://127.0.0.1:${this.server.address().port}`;
		const started = new Process('node', [PROGRAM, this.file('config.json'), url, steps]);
		Object.assign(this, { process: started, address: null });
		await until(() => this.log.includes('webhooks at') || started.hasEnded, 'the start');
		if (started.hasEnded) {
			await started.ended;
			throw new Error(`the service ended: ${this.log}`);
		}
		this.address = this.log.match(/webhooks at (http:\/\/[^/]+)/)[1];
	}

	get log() {
		return this.process.log;
	}

	/** End it; its exit code. */
	end(signal) {
		return this.process?.end(signal);
	}

	/** Kill it, and remove everything. */
	async stop() {
		await this.end('SIGKILL');
		clearInterval(this.blocks);
		this.server.closeAllConnections();
		this.server.close();
		this.remove();
	}
}

/** One program to a database, however the last one ended. */
import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { ConfigError } from './config.mjs';

/** A database that another process of this machine has open. */
export class InUse extends ConfigError {}

/**
 * Take the lock of a database, a socket in Linux's abstract namespace: the kernel gives it back when the process
 * ends, be it by `kill -9`. Resolves with what releases it.
 */
export function lock(database) {
	const file = path.join(realpathSync(path.dirname(database)), path.basename(database));
	const name = createHash('sha256').update(file).digest('hex');
	const server = createServer((socket) => socket.destroy()).unref();
	return new Promise((resolve, reject) => {
		server.once('error', (error) => {
			const isTaken = error.code === 'EADDRINUSE';
			reject(isTaken ? new InUse(`${database} is in use by another process`) : error);
		});
		server.listen(`\0bme-database-${name}`, () => resolve(() => server.close()));
	});
}

/** SQLite in a file: what is committed is on the disk. */
import { closeSync, existsSync, fsyncSync, openSync, rmSync } from 'node:fs';
import path from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { ConfigError } from './config.mjs';
import { lock } from './lock.mjs';

/** Entries of a folder are on the disk only when the folder is. */
function syncFolder(folder) {
	const descriptor = openSync(folder, 'r');
	fsyncSync(descriptor);
	closeSync(descriptor);
}

export class Database {
	/** Open the file for this process alone, and make what `schema` makes. */
	static async open(file, schema) {
		const folder = path.dirname(file);
		if (!existsSync(folder)) throw new ConfigError(`the folder of the database ${file} is not there`);
		const database = new Database();
		database.release = await lock(file);
		// SQLite's own lock is a folder, which a process that was killed leaves behind: ours says that it is dead.
		rmSync(`${file}.lock`, { recursive: true, force: true });
		database.sqlite = new sqlite.Database(file);
		database.statements = new Map();
		// A write-ahead log needs no shared memory if it is one process's own; each commit syncs it once.
		for (const setting of ['locking_mode = EXCLUSIVE', 'journal_mode = WAL', 'synchronous = FULL'])
			database.all(`PRAGMA ${setting}`);
		database.sqlite.exec(schema);
		syncFolder(folder);
		return database;
	}

	use(sql, action) {
		const statement = this.statements.get(sql) ?? this.sqlite.prepare(sql);
		this.statements.set(sql, statement);
		try {
			return action(statement);
		} catch (error) {
			// Its next use would fail as well, and so does its end, which frees it all the same.
			this.statements.delete(sql);
			try {
				statement.finalize();
			} catch {}
			throw error;
		}
	}

	/** Every row. Read to the end, as a statement that is not holds its transaction open. */
	all(sql, ...values) {
		return this.use(sql, (statement) => statement.all(values));
	}

	/** The first row, or `undefined`. */
	one(sql, ...values) {
		return this.all(sql, ...values)[0];
	}

	run(sql, ...values) {
		return this.use(sql, (statement) => statement.run(values));
	}

	/** Do all that `change` does or nothing of it; what it returns. On the disk when this returns. */
	transaction(change) {
		this.sqlite.exec('BEGIN');
		try {
			const result = change();
			this.sqlite.exec('COMMIT');
			return result;
		} catch (error) {
			if (this.sqlite.inTransaction) this.sqlite.exec('ROLLBACK');
			throw error;
		}
	}

	close() {
		for (const statement of this.statements.values()) statement.finalize();
		this.sqlite.close();
		this.release();
	}
}

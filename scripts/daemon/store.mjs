/** What a program must not lose, in a database of its own. */
import { ConfigError } from './config.mjs';
import { Database } from './database.mjs';

const FACTS = 'CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);';

export class Store {
	/** Open the file with the tables of `schema`. */
	static async open(file, schema) {
		const store = new this();
		store.database = await Database.open(file, `${FACTS}${schema}`);
		return store;
	}

	close() {
		this.database.close();
	}

	transaction(change) {
		return this.database.transaction(change);
	}

	fact(name) {
		return this.database.one('SELECT value FROM facts WHERE name = ?', name)?.value;
	}

	setFact(name, value) {
		this.database.run('INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)', name, String(value));
	}

	/** Keep `value` for ever; refuse a database that has another. */
	bind(name, value) {
		const known = this.fact(name);
		if (known === undefined) this.setFact(name, value);
		else if (known !== value) throw new ConfigError(`the database is of another ${name}: ${known}, not ${value}`);
	}
}

/** The signatures behind each answer: they are not the same when they are made again, and only these can be proven. */
import { Store } from '../daemon/store.mjs';

/** Epochs whose answers can still be proven: the open one and the one before. */
const KEPT = 2;

const TABLES = 'CREATE TABLE IF NOT EXISTS answers (epoch INTEGER PRIMARY KEY, signatures TEXT NOT NULL);';

export class KeeperStore extends Store {
	static open(file) {
		return super.open(file, TABLES);
	}

	/** The signatures of an epoch's answer, in the order of the tree: `{ device, signature }`. */
	signatures(epoch) {
		const row = this.database.one('SELECT signatures FROM answers WHERE epoch = ?', epoch);
		return row && JSON.parse(row.signatures);
	}

	keep(epoch, signatures) {
		this.database.run(
			'INSERT OR REPLACE INTO answers (epoch, signatures) VALUES (?, ?)',
			epoch,
			JSON.stringify(signatures),
		);
		this.database.run('DELETE FROM answers WHERE epoch <= ?', epoch - KEPT);
	}
}

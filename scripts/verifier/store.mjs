/** What a verifier committed to: lost, it could not be revealed, and the bond pays for silence. */
import { Store as Shared } from '../daemon/store.mjs';

/**
 * An opinion is of a `subject`, the hash of all that the command was told: after a fork there can be another job of the
 * same number. It is never changed.
 */
const SCHEMA = `
	CREATE TABLE IF NOT EXISTS opinions (
		job INTEGER NOT NULL, round INTEGER NOT NULL, subject TEXT NOT NULL, opinion TEXT NOT NULL, salt TEXT NOT NULL,
		commitment TEXT NOT NULL UNIQUE, PRIMARY KEY (job, round, subject)
	);
`;

const read = (row) => row && { ...row, opinion: JSON.parse(row.opinion) };

export class Store extends Shared {
	static open(file) {
		return super.open(file, SCHEMA);
	}

	/** Keep an opinion, on the disk when this returns, unless there is one on this already. */
	keep({ job, round, subject, opinion, salt, commitment }) {
		this.transaction(() =>
			this.database.run(
				`INSERT OR IGNORE INTO opinions (job, round, subject, opinion, salt, commitment)
				VALUES (?, ?, ?, ?, ?, ?)`,
				...[job, round, subject, JSON.stringify(opinion), salt, commitment],
			),
		);
	}

	/** The opinion on this, or `undefined`. */
	opinionOn({ job, round, subject }) {
		const sql = 'SELECT * FROM opinions WHERE job = ? AND round = ? AND subject = ?';
		return read(this.database.one(sql, job, round, subject));
	}

	/** The opinion that this commits to, or `undefined`. */
	opinionBehind(commitment) {
		return read(this.database.one('SELECT * FROM opinions WHERE commitment = ?', commitment));
	}
}

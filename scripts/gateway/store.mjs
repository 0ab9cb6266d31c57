/** Everything that must not be lost: webhooks, what was sent to the chain, and redemptions. */
import { Store as Shared } from '../daemon/store.mjs';

/**
 * An item is a webhook: `new`, then `sent` with the `nonce` of its transaction, then `done` or `refused` by the chain;
 * or `unusable`, or `repeated`, another event of a payment that is known. A redemption is `open`, `paying` from before
 * its command runs for the first time, then `paid` or `unpayable`, and `ended` once the chain has closed it.
 */
const SCHEMA = `
	CREATE TABLE IF NOT EXISTS items (
		id INTEGER PRIMARY KEY, provider INTEGER NOT NULL, event TEXT NOT NULL, kind TEXT NOT NULL, payment TEXT,
		reference TEXT, beneficiary TEXT, amount TEXT, paid_at INTEGER, received_at INTEGER NOT NULL,
		state TEXT NOT NULL, note TEXT, nonce INTEGER, tries INTEGER NOT NULL DEFAULT 0,
		not_before INTEGER NOT NULL DEFAULT 0, UNIQUE (provider, event)
	);
	CREATE INDEX IF NOT EXISTS items_by_state ON items (kind, state);
	CREATE UNIQUE INDEX IF NOT EXISTS items_by_payment ON items (provider, reference, kind)
		WHERE state NOT IN ('unusable', 'repeated');
	CREATE INDEX IF NOT EXISTS items_by_nonce ON items (nonce) WHERE nonce IS NOT NULL;
	CREATE TABLE IF NOT EXISTS transactions (
		nonce INTEGER PRIMARY KEY, until INTEGER NOT NULL, action TEXT NOT NULL, bytes TEXT NOT NULL
	);
	CREATE TABLE IF NOT EXISTS redemptions (
		id INTEGER PRIMARY KEY, who TEXT NOT NULL, amount TEXT NOT NULL, payout TEXT NOT NULL, state TEXT NOT NULL,
		payment TEXT, note TEXT, nonce INTEGER, tries INTEGER NOT NULL DEFAULT 0,
		not_before INTEGER NOT NULL DEFAULT 0
	);
	CREATE INDEX IF NOT EXISTS redemptions_by_state ON redemptions (state);
	CREATE TABLE IF NOT EXISTS instructions (payout TEXT PRIMARY KEY, body BLOB NOT NULL);
`;

const OF_PAYMENT = "provider = ? AND reference = ? AND kind = ? AND state NOT IN ('unusable', 'repeated')";

export class Store extends Shared {
	static open(file) {
		return super.open(file, SCHEMA);
	}

	/** Take webhooks in one transaction. For each: `stored`, `duplicate` of an event, `repeated` or `unusable`. */
	take(webhooks, now) {
		return this.transaction(() => webhooks.map((webhook) => this.takeOne(webhook, now)));
	}

	takeOne(webhook, now) {
		const { provider, event, kind, payment = null, reference = null } = webhook;
		if (this.database.one('SELECT 1 FROM items WHERE provider = ? AND event = ?', provider, event))
			return 'duplicate';
		const { beneficiary = null, amount = null, paidAt = null } = webhook;
		const text = amount === null ? null : String(amount);
		let [state, note] = webhook.unusable ? ['unusable', webhook.unusable] : ['new', null];
		const other = state === 'new' && this.item(provider, reference, kind);
		if (other && other.beneficiary === beneficiary && other.amount === text) state = 'repeated';
		else if (other) [state, note] = ['unusable', `it contradicts event ${other.event}`];
		this.database.run(
			`INSERT INTO items
			(provider, event, kind, payment, reference, beneficiary, amount, paid_at, received_at, state, note)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			...[provider, event, kind, payment, reference, beneficiary, text, paidAt, now, state, note],
		);
		return state === 'new' ? 'stored' : state;
	}

	/** The one usable item of a payment and kind. */
	item(provider, reference, kind) {
		return this.database.one(`SELECT * FROM items WHERE ${OF_PAYMENT}`, provider, reference, kind);
	}

	/** Items that wait to be sent, the oldest first; payments up to the `newest` that the chain takes. */
	waiting(kind, limit, { now, newest }) {
		return this.database.all(
			`SELECT * FROM items WHERE kind = ? AND state = 'new' AND not_before <= ? AND ifnull(paid_at, 0) <= ?
			ORDER BY id LIMIT ?`,
			...[kind, now, newest, limit],
		);
	}

	itemsOf(nonce) {
		return this.database.all('SELECT * FROM items WHERE nonce = ?', nonce);
	}

	/** The item ended as `state`. */
	end(id, state, note = null) {
		this.database.run('UPDATE items SET state = ?, note = ?, nonce = NULL WHERE id = ?', state, note, id);
	}

	/** The item is to be sent again, as if for the `tries`-th time, not before then. */
	again(id, tries, notBefore) {
		this.database.run(
			"UPDATE items SET state = 'new', nonce = NULL, tries = ?, not_before = ? WHERE id = ?",
			...[tries, notBefore, id],
		);
	}

	/** Look again at the items of these payments that are done: they may have to be said once more. */
	reopen(payments) {
		for (const { provider, reference, kind } of payments)
			this.database.run(
				`UPDATE items SET state = 'new', not_before = 0 WHERE ${OF_PAYMENT} AND state = 'done'`,
				...[provider, reference, kind],
			);
	}

	/** What the chain said of an item of ours. */
	remark(provider, reference, kind, note) {
		return this.database.run(`UPDATE items SET note = ? WHERE ${OF_PAYMENT}`, note, provider, reference, kind)
			.changes;
	}

	transactions() {
		return this.database.all('SELECT * FROM transactions ORDER BY nonce');
	}

	/** Remember a transaction, and what it is for, before anybody else sees it. */
	record({ nonce, until, action, bytes }, { items = [], redemption = null }) {
		this.transaction(() => {
			this.database.run(
				'INSERT INTO transactions (nonce, until, action, bytes) VALUES (?, ?, ?, ?)',
				...[nonce, until, action, bytes],
			);
			for (const { id } of items)
				this.database.run(
					"UPDATE items SET state = 'sent', note = NULL, nonce = ? WHERE id = ?",
					...[nonce, id],
				);
			this.database.run('UPDATE redemptions SET nonce = ? WHERE id = ?', nonce, redemption);
		});
	}

	forget(nonce) {
		this.database.run('DELETE FROM transactions WHERE nonce = ?', nonce);
	}

	/** A redemption that the chain has; whether it is new. */
	addRedemption({ id, who, amount, payout }) {
		return (
			this.database.run(
				"INSERT OR IGNORE INTO redemptions (id, who, amount, payout, state) VALUES (?, ?, ?, ?, 'open')",
				...[id, who, String(amount), payout],
			).changes > 0
		);
	}

	/** Redemptions that have not ended, each with its `instructions` or `null`. */
	openRedemptions() {
		return this.database.all(
			`SELECT redemptions.*, instructions.body AS instructions
			FROM redemptions LEFT JOIN instructions USING (payout) WHERE state <> 'ended' ORDER BY id`,
		);
	}

	redemptionOf(nonce) {
		return this.database.one('SELECT * FROM redemptions WHERE nonce = ?', nonce);
	}

	/** Change fields of a redemption. */
	setRedemption(id, change) {
		const fields = Object.keys(change).map((field) => `${field} = ?`);
		this.database.run(`UPDATE redemptions SET ${fields.join(', ')} WHERE id = ?`, ...Object.values(change), id);
	}

	/** Keep instructions; the ids of the redemptions that they are for. Nothing is kept if there is none. */
	instruct(payout, body) {
		return this.transaction(() => {
			const found = this.database.all("SELECT id FROM redemptions WHERE payout = ? AND state <> 'ended'", payout);
			if (found.length > 0)
				this.database.run('INSERT OR IGNORE INTO instructions (payout, body) VALUES (?, ?)', payout, body);
			return found.map(({ id }) => id);
		});
	}

	/**
	 * Forget receipts and reversals that came before then and are done, and instructions of redemptions that ended; how
	 * many of each.
	 */
	prune(before) {
		return this.transaction(() => {
			const items = this.database.run(
				`DELETE FROM items WHERE state IN ('done', 'repeated') AND received_at < ?
				AND id < ifnull((SELECT id FROM items WHERE received_at >= ? ORDER BY id LIMIT 1), 9e18)`,
				...[before, before],
			).changes;
			const instructions = this.database.run(
				"DELETE FROM instructions WHERE payout NOT IN (SELECT payout FROM redemptions WHERE state <> 'ended')",
			).changes;
			return { items, instructions };
		});
	}

	/** How many rows there are of each `kind` and `state`. */
	counts() {
		return this.database.all(
			`SELECT kind, state, count(*) AS count FROM items GROUP BY kind, state
			UNION ALL SELECT 'redemption', state, count(*) FROM redemptions GROUP BY state`,
		);
	}

	/** Items that want a person's look: unusable, refused, remarked, or not done since `before`. */
	troubles(before) {
		return this.database.all(
			`SELECT * FROM items WHERE state IN ('unusable', 'refused') OR (state = 'done' AND note IS NOT NULL)
			OR (state IN ('new', 'sent') AND received_at < ?) ORDER BY id`,
			before,
		);
	}
}

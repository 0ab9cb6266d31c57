/** Webhooks on their way to the disk: all that wait are committed together, and answered after that. */

/** Milliseconds in which others may join a commit. */
const GATHER = 2;

export class Inbox {
	constructor({ store, metrics, now = Date.now }) {
		Object.assign(this, { store, metrics, now });
		this.waiting = [];
	}

	/** Resolves with what became of the webhook once that is on the disk; rejects if it could not be written. */
	put(webhook) {
		return new Promise((resolve, reject) => {
			this.waiting.push({ webhook, resolve, reject });
			if (this.waiting.length === 1) setTimeout(() => this.commit(), GATHER);
		});
	}

	commit() {
		const batch = this.waiting.splice(0);
		const end = this.metrics.commitSeconds.startTimer();
		try {
			const webhooks = batch.map(({ webhook }) => webhook);
			const outcomes = this.store.take(webhooks, this.now());
			batch.forEach(({ resolve }, index) => resolve(outcomes[index]));
		} catch (error) {
			for (const { reject } of batch) reject(error);
		}
		end();
	}
}

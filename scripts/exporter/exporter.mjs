/** What is read of the chain, and when: figures with every block, rows and invariants now and then. */

export class Exporter {
	constructor(config, { chain, metrics, log, now = Date.now }) {
		Object.assign(this, { metrics, log, now });
		this.looks = [
			{ what: 'figures', pause: 0, look: async (header) => metrics.showFigures(await chain.figuresAt(header)) },
			{
				what: 'rows',
				pause: config.rowsSeconds,
				look: async ({ hash }) => metrics.showRows(await chain.rowsAt(hash)),
			},
			{
				what: 'invariants',
				pause: config.invariantsSeconds,
				look: async ({ hash }) => this.tellInvariants(await chain.brokenAt(hash)),
			},
		].map((one) => ({ ...one, next: 0, isLooking: false, hasFailed: false }));
	}

	/** Look at a new block; resolves when all that was due is shown. */
	onHead(header) {
		return Promise.all(this.looks.map((one) => this.lookWhenDue(one, header)));
	}

	/** A look that takes longer than a block leaves blocks out, and none waits for another. */
	async lookWhenDue(one, header) {
		if (one.isLooking || this.now() < one.next) return;
		one.isLooking = true;
		one.next = this.now() + one.pause * 1_000;
		try {
			await one.look(header);
			one.hasFailed = false;
		} catch (error) {
			this.tellFailure(one, header, error);
		}
		one.isLooking = false;
	}

	/** In the log once, until it works again. */
	tellFailure(one, header, error) {
		this.metrics.failures.inc({ what: one.what });
		if (!one.hasFailed) this.log(`block ${header.number}: the ${one.what} cannot be read: ${error.message}`);
		one.hasFailed = true;
	}

	tellInvariants(broken) {
		this.metrics.showInvariants(broken === null);
		if (broken !== null) this.log(`AN INVARIANT DOES NOT HOLD: ${broken}`);
	}
}

/**
 * When to measure and what to report. The chain is the memory: what it has of us in the open epoch is not said again,
 * so this program can be killed at any moment. A batch is signed for a few blocks only, and no other is signed until it
 * was included or cannot be any more.
 */
import { reportsOf } from './measured.mjs';

/** Blocks in which a batch has to be included. */
export const ERA = 8;
/** The most reports of one batch. */
export const MOST_REPORTS = 100;
/** The most characters that a command prints. */
const MOST_OUTPUT = 16_000_000;
/** The most bad lines that are told one by one. */
const MOST_TOLD = 5;

export class Reporter {
	/** `chain` is what [`Chain`] of `chain.mjs` is; `run` runs a command. */
	constructor(config, { chain, run, log, metrics, now = () => performance.now(), random = Math.random }) {
		Object.assign(this, { config, chain, run, log, metrics, now, random });
		this.epoch = null;
		this.pending = null;
		this.said = null;
	}

	/** A new block is there: its `number` and `hash`, the open `epoch`, our `nonce` in it, our `nextNonce` with what waits in the node's pool, and our `state`: `Ready`, `NotAdmitted` or `NotBonded`. */
	async onBlock(block) {
		if (this.busy) return;
		this.busy = true;
		try {
			this.follow(block);
			if (block.epoch !== this.epoch) this.begin(block.epoch);
			if (!this.isReady(block)) return;
			if (this.reports === null) this.measure();
			// What an earlier run of this program sent may still be on its way.
			else if (!this.pending && block.nextNonce === block.nonce) await this.report(block);
		} catch (error) {
			this.metrics.batches.inc({ outcome: 'failed' });
			this.log(`failed: ${error.message}`);
		} finally {
			this.busy = false;
		}
	}

	begin(epoch) {
		if (this.reports?.length > 0) this.log(`epoch ${this.epoch}: ${this.reports.length} reports came too late`);
		Object.assign(this, { epoch, reports: null, watched: [], tried: new Set(), measuring: false, notBefore: 0 });
		this.metrics.epoch.set(epoch);
	}

	/** Said once, until it changes. */
	isReady({ state }) {
		if (state !== this.said) {
			if (state === 'NotAdmitted')
				this.log(`${this.chain.address} is no reporter of this chain: governance has to admit it`);
			if (state === 'NotBonded')
				this.log('the bond is not whole: send measurement.bond, and see measurement.ReporterSlashed');
			this.said = state;
		}
		this.metrics.ready.set(state === 'Ready' ? 1 : 0);
		return state === 'Ready';
	}

	/** Run the command for the epoch before the open one, whose quantities are final. */
	measure() {
		const { epoch, config } = this;
		if (this.measuring || epoch === 0 || this.now() < this.notBefore) return;
		this.measuring = true;
		this.done = this.run(config.measure, { epoch: epoch - 1 }, config.timeoutSeconds, MOST_OUTPUT).then(
			(result) => {
				if (epoch === this.epoch) this.measured(result);
			},
		);
	}

	measured({ code, output }) {
		this.measuring = false;
		if (code !== 0) {
			this.metrics.measurements.inc({ outcome: 'failed' });
			this.notBefore = this.now() + this.config.retrySeconds * 1_000;
			return this.log(`the measurement failed, exit ${code}: ${output.slice(0, 200)}`);
		}
		this.metrics.measurements.inc({ outcome: 'done' });
		const { reports, bad } = reportsOf(output);
		this.metrics.badLines.inc(bad.length);
		bad.slice(0, MOST_TOLD).forEach(({ line, wrong }) => this.log(`line ${line} of the measurement: ${wrong}`));
		if (bad.length > MOST_TOLD) this.log(`${bad.length - MOST_TOLD} more lines are bad`);
		this.reports = reports;
		this.watched = reports
			.map(({ supplier }) => supplier)
			.filter(() => this.random() * this.config.demandOneIn < 1);
		return this.log(`epoch ${this.epoch}: ${reports.length} suppliers measured`);
	}

	/** See what became of the batch that is on its way. */
	follow({ number, nonce }) {
		const { pending } = this;
		if (!pending) return;
		if (nonce > pending.nonce) {
			this.pending = null;
			// One that came late was refused whole: the open epoch has nothing of it.
			if (pending.epoch === this.epoch) pending.suppliers.forEach((supplier) => this.tried.add(supplier));
			this.metrics.batches.inc({ outcome: 'included' });
		} else if (number > pending.until) {
			this.pending = null;
			this.metrics.batches.inc({ outcome: 'lost' });
			this.log(`a batch was not included in ${ERA} blocks; it is sent again`);
		}
	}

	/** Send the next batch of what the chain does not have of us yet. */
	async report({ number, hash, nonce, epoch }) {
		const next = this.reports.slice(0, MOST_REPORTS);
		if (next.length === 0) return void (await this.demand({ number, hash, nonce, epoch }));
		const missing = await this.chain.missing(hash, epoch, next);
		const refused = missing.filter(({ supplier }) => this.tried.has(supplier));
		const open = missing.filter(({ supplier }) => !this.tried.has(supplier));
		if (open.length === 0) {
			this.reports = this.reports.slice(next.length);
			const taken = next.length - refused.length;
			this.metrics.reports.inc({ outcome: 'counted' }, taken);
			this.metrics.reports.inc({ outcome: 'refused' }, refused.length);
			const beside = refused.length > 0 ? `, ${refused.length} refused: see measurement.ReportRefused` : '';
			this.log(`epoch ${epoch}: ${taken} reports count${beside}`);
			return;
		}
		this.pending = { epoch, nonce, until: number + ERA, suppliers: open.map(({ supplier }) => supplier) };
		try {
			await this.chain.submit({ epoch, reports: open, nonce, era: ERA });
		} catch (error) {
			// The node may have it all the same: its nonce or the end of its era will tell.
			this.metrics.batches.inc({ outcome: 'failed' });
			this.log(`a batch could not be sent: ${error.message}`);
		}
	}

	/** Have the next supplier that was drawn prove some of its devices in the epoch that was measured. */
	async demand({ number, hash, nonce, epoch }) {
		const next = this.watched.slice(0, MOST_REPORTS);
		if (next.length === 0) return;
		const [supplier] = await this.chain.unproven(hash, epoch - 1, next);
		if (!supplier) {
			this.watched = this.watched.slice(next.length);
			return;
		}
		this.watched = this.watched.filter((other) => other !== supplier);
		this.pending = { epoch, nonce, until: number + ERA, suppliers: [] };
		try {
			await this.chain.demand({ epoch: epoch - 1, supplier, nonce, era: ERA });
			this.metrics.demands.inc();
			this.log(`epoch ${epoch - 1}: ${supplier} has to prove some of its devices`);
		} catch (error) {
			this.log(`a demand could not be sent: ${error.message}`);
		}
	}
}

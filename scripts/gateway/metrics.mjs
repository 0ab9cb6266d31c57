/** What a gateway shows to Prometheus. */
import { Counter, Gauge, Histogram } from 'prom-client';
import { Metrics as Shared } from '../daemon/metrics.mjs';

const COMMIT_BUCKETS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2];

export class Metrics extends Shared {
	constructor() {
		super('bme_gateway_');
		const make = this.make.bind(this);
		this.webhooks = make(Counter, 'webhooks_total', 'Requests by what became of them', ['provider', 'outcome']);
		this.commitSeconds = make(Histogram, 'commit_seconds', 'How long webhooks took to the disk', [], {
			buckets: COMMIT_BUCKETS,
		});
		this.transactions = make(Counter, 'transactions_total', 'Transactions by what became of them', [
			'action',
			'outcome',
		]);
		this.delivered = make(Counter, 'delivered_total', 'Items that the chain has for good', ['kind']);
		this.payouts = make(Counter, 'payouts_total', 'Runs of the commands of redemptions', ['command', 'outcome']);
		this.finalized = make(Gauge, 'finalized_block', 'The last finalized block that was followed');
		this.member = make(Gauge, 'member', 'Whether the account is a gateway of the chain');
	}

	/** Show the rows of a store by their state. */
	watch(store) {
		this.make(Gauge, 'rows', 'Rows of the database by kind and state', ['kind', 'state'], {
			collect() {
				this.reset();
				for (const { kind, state, count } of store.counts()) this.set({ kind, state }, count);
			},
		});
	}
}

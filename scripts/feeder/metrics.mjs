/** What a feeder shows to Prometheus. */
import { Counter, Gauge } from 'prom-client';
import { Metrics as Shared } from '../daemon/metrics.mjs';

const asNumber = (fixed) => Number(fixed) / 1e18;

export class Metrics extends Shared {
	constructor() {
		super('bme_feeder_');
		this.sourceGauge = this.make(Gauge, 'source_price', 'What a source last said, USD a token', ['source']);
		this.failures = this.make(Counter, 'source_failures_total', 'Looks at a source that brought nothing', [
			'source',
			'reason',
		]);
		this.agreeing = this.make(Gauge, 'sources_agreeing', 'How many sources agree');
		this.fedGauge = this.make(Gauge, 'fed_price', 'What was last fed, USD a token');
		this.fedAt = this.make(Gauge, 'fed_timestamp_seconds', 'When the chain last took a feed, Unix time');
		this.feeds = this.make(Counter, 'feeds_total', 'Feeds by what became of them', ['outcome']);
	}

	sourcePrice(source, price) {
		this.sourceGauge.set({ source }, asNumber(price));
	}

	sourceFailed(source, reason) {
		this.failures.inc({ source, reason });
	}

	fed(price) {
		this.fedGauge.set(asNumber(price));
		this.fedAt.setToCurrentTime();
		this.feeds.inc({ outcome: 'accepted' });
	}

	/** `outcome` is `refused` by the chain, `lost` on the way, or `failed` to be sent. */
	notFed(outcome) {
		this.feeds.inc({ outcome });
	}
}

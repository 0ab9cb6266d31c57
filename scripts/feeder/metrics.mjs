/** What a feeder shows to Prometheus. */
import { createServer } from 'node:http';
import { Counter, Gauge, Registry, collectDefaultMetrics } from 'prom-client';

const asNumber = (fixed) => Number(fixed) / 1e18;

export class Metrics {
	constructor() {
		this.registry = new Registry();
		const registers = [this.registry];
		const make = (Kind, name, help, labelNames = []) =>
			new Kind({ name: `bme_feeder_${name}`, help, labelNames, registers });
		this.sourceGauge = make(Gauge, 'source_price', 'What a source last said, USD a token', ['source']);
		this.failures = make(Counter, 'source_failures_total', 'Looks at a source that brought nothing', [
			'source',
			'reason',
		]);
		this.agreeing = make(Gauge, 'sources_agreeing', 'How many sources agree');
		this.fedGauge = make(Gauge, 'fed_price', 'What was last fed, USD a token');
		this.fedAt = make(Gauge, 'fed_timestamp_seconds', 'When the chain last took a feed, Unix time');
		this.feeds = make(Counter, 'feeds_total', 'Feeds by what became of them', ['outcome']);
		this.connected = make(Gauge, 'connected', 'Whether the node can be reached');
		collectDefaultMetrics({ register: this.registry, prefix: 'bme_feeder_' });
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

	/** Answer `GET /metrics`; resolves with the server once it listens. */
	serve({ host, port }) {
		const server = createServer(async (request, response) => {
			if (request.url !== '/metrics') return response.writeHead(404).end('see /metrics\n');
			response.writeHead(200, { 'content-type': this.registry.contentType });
			response.end(await this.registry.metrics());
		});
		return new Promise((resolve, reject) => {
			server.once('error', reject);
			server.listen(port, host, () => resolve(server));
		});
	}
}

/** What a program shows to Prometheus. */
import { createServer } from 'node:http';
import { Gauge, Registry, collectDefaultMetrics } from 'prom-client';

export class Metrics {
	/** `prefix` begins the name of every metric. */
	constructor(prefix) {
		this.prefix = prefix;
		this.registry = new Registry();
		this.connected = this.make(Gauge, 'connected', 'Whether the node can be reached');
		collectDefaultMetrics({ register: this.registry, prefix });
	}

	make(Kind, name, help, labelNames = [], rest = {}) {
		return new Kind({ name: `${this.prefix}${name}`, help, labelNames, registers: [this.registry], ...rest });
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

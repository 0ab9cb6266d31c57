/** What a keeper shows to Prometheus. */
import { Counter, Gauge } from 'prom-client';
import { Metrics as Shared } from '../daemon/metrics.mjs';

export class Metrics extends Shared {
	constructor() {
		super('bme_keeper_');
		this.epoch = this.make(Gauge, 'epoch', 'The epoch that was answered last');
		this.devices = this.make(Gauge, 'devices', 'Devices by whether they signed in that epoch', ['state']);
		this.failures = this.make(Counter, 'failures_total', 'What failed', ['step']);
		this.proofs = this.make(Counter, 'proofs_total', 'Proofs that were handed to the node');
	}
}

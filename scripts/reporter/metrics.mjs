/** What a reporter shows to Prometheus. */
import { Counter, Gauge } from 'prom-client';
import { Metrics as Shared } from '../daemon/metrics.mjs';

export class Metrics extends Shared {
	constructor() {
		super('bme_reporter_');
		this.epoch = this.make(Gauge, 'epoch', 'The open epoch');
		this.ready = this.make(Gauge, 'ready', 'Whether the reporter is admitted and its bond whole');
		this.measurements = this.make(Counter, 'measurements_total', 'Runs of the command by outcome', ['outcome']);
		this.badLines = this.make(Counter, 'bad_lines_total', 'Lines of the command that say nothing useful');
		this.batches = this.make(Counter, 'batches_total', 'Batches by what became of them', ['outcome']);
		this.reports = this.make(Counter, 'reports_total', 'Reports by what the chain said', ['outcome']);
		this.demands = this.make(Counter, 'demands_total', 'Demands that a supplier proves some of its devices');
	}
}

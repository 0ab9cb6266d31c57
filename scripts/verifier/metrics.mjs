/** What a verifier shows to Prometheus. */
import { Counter, Gauge } from 'prom-client';
import { Metrics as Shared } from '../daemon/metrics.mjs';

export class Metrics extends Shared {
	constructor() {
		super('bme_verifier_');
		const counter = (name, help, label) => this.make(Counter, name, help, [label]);
		this.ready = this.make(Gauge, 'ready', 'Whether the verifier is admitted, has a seat, and its bond is whole');
		this.duties = this.make(Gauge, 'duties', 'What it has to do now, by step', ['step']);
		this.judgements = counter('judgements_total', 'Runs of the command by outcome', 'outcome');
		this.commits = counter('commits_total', 'Commitments by what became of them', 'outcome');
		this.reveals = counter('reveals_total', 'Reveals by what became of them', 'outcome');
		this.missed = counter('missed_total', 'Duties that were not done in time, by step', 'step');
	}
}

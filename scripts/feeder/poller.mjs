/** Looks at every source again and again, and knows what each last said. */
import { aggregate } from './aggregate.mjs';
import { BadAnswer, ask } from './source.mjs';

export class Poller {
	/** `now` is a clock that never steps back, in milliseconds. */
	constructor(config, { log, metrics, now = () => performance.now() }) {
		Object.assign(this, { config, log, metrics, now });
		this.answers = new Map();
		this.failing = new Map();
		this.timers = new Map();
	}

	start() {
		for (const source of this.config.sources) this.follow(source);
	}

	stop() {
		this.stopped = true;
		for (const timer of this.timers.values()) clearTimeout(timer);
	}

	/** Look at one source, then again after the interval: however slow it is, it is asked once at a time. */
	async follow(source) {
		await this.look(source);
		if (this.stopped) return;
		const again = setTimeout(() => this.follow(source), this.config.pollSeconds * 1_000);
		this.timers.set(source.name, again);
	}

	async look(source) {
		const { name, weight } = source;
		try {
			const { price, age } = await ask(source, this.config);
			this.answers.set(name, { name, weight, price, at: this.now() - age });
			this.metrics.sourcePrice(name, price);
			if (this.failing.delete(name)) this.log(`source ${name}: answers again`);
		} catch (error) {
			const reason = error instanceof BadAnswer ? error.reason : 'error';
			this.metrics.sourceFailed(name, reason);
			// Said once, until it changes: a dead source would fill the log.
			if (this.failing.get(name) !== reason) this.log(`source ${name}: ${error.message}`);
			this.failing.set(name, reason);
		}
	}

	/** What the sources agree on now. */
	price() {
		const answers = [...this.answers.values()].map(({ at, ...answer }) => ({ ...answer, age: this.now() - at }));
		return aggregate(answers, this.config);
	}
}

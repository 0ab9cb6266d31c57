/**
 * When to feed, and what became of it. A feed is signed for a few blocks only, and no other is signed until it was
 * included or cannot be any more: no nonce is used twice, whatever happens to the node or to this program.
 */
import { isBeyond } from './aggregate.mjs';
import { price as shown } from '../lib/units.mjs';

/** Blocks in which a feed has to be included. */
export const ERA = 16;

export class Feeder {
	/** `chain` is what [`Chain`] of `node.mjs` is; `poller` says what the sources agree on. */
	constructor(config, { chain, poller, log, metrics, now = () => performance.now() }) {
		Object.assign(this, { config, chain, poller, log, metrics, now });
		this.pending = null;
		this.last = null;
	}

	/**
	 * A new block is there: its `number` and `time`, our `nonce` in it, our `nextNonce` with what waits in the node's
	 * pool, and `observedAt`, the time of our feed that counts, or `null`.
	 */
	async onBlock(block) {
		if (this.busy) return;
		this.busy = true;
		try {
			this.follow(block);
			if (!this.pending) await this.feed(block);
		} catch (error) {
			this.metrics.notFed('failed');
			this.log(`feed failed: ${error.message}`);
		} finally {
			this.busy = false;
		}
	}

	/** See what became of the feed that is on its way. */
	follow({ number, nonce, observedAt }) {
		const { pending } = this;
		if (!pending) return;
		if (nonce > pending.nonce) {
			this.pending = null;
			if (observedAt !== null && observedAt >= pending.observedAt) {
				this.last = { price: pending.price, at: pending.at };
				this.metrics.fed(pending.price);
				this.log(`fed ${shown(pending.price)} in block ${number}, of ${pending.agreeing.join(', ')}`);
			} else {
				this.metrics.notFed('refused');
				this.log(`the chain refused ${shown(pending.price)}: see price.FeedRefused about block ${number}`);
			}
		} else if (number > pending.until) {
			this.pending = null;
			this.metrics.notFed('lost');
			this.log(`a feed was not included in ${ERA} blocks; the next one follows`);
		}
	}

	async feed({ number, nonce, nextNonce, time, observedAt: before }) {
		// What an earlier run of this program sent is still on its way.
		if (nextNonce > nonce) return;
		const { price, age, agreeing, dropped } = this.poller.price();
		this.metrics.agreeing.set(agreeing.length);
		if (price === null) return this.missing(agreeing, dropped);
		this.complained = false;
		// By the chain's own clock, so that one that is wrong here does no harm.
		const observedAt = time - BigInt(Math.ceil(age));
		// Before its first block the chain has no time.
		if (time === 0n || !this.isDue(price) || (before !== null && observedAt <= before)) return;
		this.pending = { price, observedAt, nonce, until: number + ERA, at: this.now(), agreeing };
		try {
			await this.chain.submit({ price, observedAt, nonce, era: ERA });
		} catch (error) {
			// The node may have it all the same: its nonce or the end of its era will tell.
			this.metrics.notFed('failed');
			this.log(`a feed could not be sent: ${error.message}`);
		}
	}

	isDue(price) {
		const { last, config } = this;
		if (!last || this.now() - last.at >= config.intervalSeconds * 1_000) return true;
		return isBeyond(price, last.price, config.deviation);
	}

	/** Said once, until they agree again. */
	missing(agreeing, dropped) {
		if (this.complained) return;
		this.complained = true;
		const left = dropped.length > 0 ? `; left out: ${dropped.join(', ')}` : '';
		this.log(
			`nothing to feed: ${agreeing.length} of ${this.config.minimumSources} sources that must agree do${left}`,
		);
	}
}

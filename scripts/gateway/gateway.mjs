/** The parts of a gateway together: it listens, follows the chain, and does one thing after the other. */
import { Inbox } from './inbox.mjs';
import { quiet } from './quiet.mjs';
import { Redemptions, isOld } from './redemptions.mjs';
import { Sender } from './sender.mjs';
import { Server } from './server.mjs';

/** The last finalized block whose events are on the disk. */
const FOLLOWED = 'followed';
const HARMLESS = ['AlreadyAttested', 'AlreadyIssued'];
/** What else a person should know of a receipt. */
const NOTES = {
	ReceiptConflict: 'another gateway states something else',
	ReceiptLapsed: 'too few gateways attested it in time',
};
const DAY = 86_400_000;
/** Milliseconds in which webhooks gather for a batch. */
const GATHER = 1_000;

export class Gateway {
	/** `config.providers` have their `secrets`. */
	constructor(config, { store, metrics, log }) {
		Object.assign(this, { config, store, metrics, log });
		this.wake = this.wake.bind(this);
		this.complain = quiet(log);
		const inbox = new Inbox({ store, metrics });
		const wake = () => {
			this.gathering ??= setTimeout(() => {
				this.gathering = null;
				this.wake();
			}, GATHER);
		};
		this.server = new Server({ providers: config.providers, store, inbox, metrics, log, wake });
	}

	/** Webhooks are taken from now on, with or without a chain. */
	async listen() {
		this.prune();
		this.pruning = setInterval(() => this.prune(), DAY);
		const port = await this.server.listen(this.config.listen);
		this.log(`webhooks at http://${this.config.listen.host}:${port}/webhooks/<provider>`);
		return port;
	}

	/** Forget what was done long ago. */
	prune() {
		const { items, instructions } = this.store.prune(Date.now() - this.config.keepDays * DAY);
		if (items + instructions > 0)
			this.log(
				`forgotten: ${items} receipts and reversals that are done, instructions of ${instructions} payouts`,
			);
	}

	/** Work for this chain, until it is stopped. */
	async follow(chain) {
		const { store, metrics, log, wake } = this;
		store.bind('chain', chain.genesis);
		store.bind('account', chain.address);
		const { maxBatchesInFlight, payout } = this.config;
		this.chain = chain;
		this.sender = new Sender({ chain, store, metrics, log, maxBatchesInFlight });
		this.redemptions = new Redemptions({ chain, store, metrics, log, payout, wake });
		await chain.follow(wake);
		wake();
	}

	/** There may be something to do. */
	wake() {
		this.woken = true;
		if (this.working || !this.chain || this.stopping) return;
		this.working = this.work().finally(() => {
			this.working = null;
			if (this.woken) this.wake();
		});
	}

	async work() {
		while (this.woken && !this.stopping) {
			this.woken = false;
			try {
				await this.step();
			} catch (error) {
				this.log(`this block was left out: ${error.message}`);
			}
		}
	}

	async step() {
		const { chain, sender, redemptions } = this;
		const final = await chain.finalized();
		if (this.isBehind(final, await chain.best())) return;
		await this.followTo(final);
		await sender.settle(final);
		const steps = await redemptions.follow(final);
		await sender.send(await chain.best(), final, steps);
	}

	/** Whether the node has yet to come to what is final. What it shows until then must not be acted on. */
	isBehind(final, best) {
		const followed = Number(this.store.fact(FOLLOWED) ?? 0);
		const isBehind = final.number < followed || isOld(best);
		if (isBehind)
			this.complain('behind', `the node is behind: at block ${best.number}, final ${final.number}; waiting`);
		return isBehind;
	}

	/** Take in what happened up to a finalized block, in order. */
	async followTo(final) {
		const { chain, store } = this;
		for (let number = Number(store.fact(FOLLOWED) ?? final.number) + 1; number <= final.number; number += 1) {
			const events = await chain.eventsOf(number);
			if (!events) {
				this.log(`the node has forgotten block ${number}: going on at ${final.number} with what is open there`);
				this.scannedAs = undefined;
				break;
			}
			// Blocks in which nothing happened can be read again.
			if (events.length === 0 && number < final.number) continue;
			if (events.some(({ isLower }) => isLower)) this.scannedAs = undefined;
			store.transaction(() => {
				for (const event of events) this.take(event);
				store.setFact(FOLLOWED, number);
			});
		}
		// Whoever was no member knows nothing of what its words do.
		if (this.scannedAs !== final.isMember) await this.scan(final);
		this.metrics.finalized.set(final.number);
	}

	/** Take every redemption that a final block has, and look again at what we said that decides when it is said again. */
	async scan({ number, hash, isMember }) {
		const { chain, store } = this;
		const [open, words] = await Promise.all([chain.openRedemptions(hash), isMember ? chain.openWords(hash) : []]);
		store.transaction(() => {
			open.forEach((redemption) => this.redemptions.add(redemption));
			store.reopen(words);
			store.setFact(FOLLOWED, number);
		});
		this.scannedAs = isMember;
	}

	take({ name, provider, reference, reason, redemption }) {
		if (name === 'RedemptionRequested') return this.redemptions.add(redemption);
		if (name === 'ThresholdSet') return;
		// The chain's state says the same, and whether it is what we say.
		if (HARMLESS.includes(reason)) return;
		const note = reason ?? NOTES[name];
		if (this.store.remark(provider, reference, 'receipt', note) > 0)
			this.log(`provider ${provider}, reference ${reference}: ${note}`);
	}

	/** End in order: no new webhooks, no step half done, no command without its outcome. */
	async stop() {
		this.stopping = true;
		clearTimeout(this.gathering);
		clearInterval(this.pruning);
		await this.server.close();
		await this.working;
		await this.redemptions?.idle();
		await this.chain?.disconnect();
		this.store.close();
	}
}

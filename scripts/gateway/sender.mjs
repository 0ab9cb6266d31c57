/**
 * What goes to the chain, and what became of it. A transaction is on the disk, with what it is for, before the node
 * gets it; it is handed to the node again as long as that does not have it, and given up only when a finalized block
 * says that it cannot be included any more. So no nonce is used twice, whatever happens to the node or to this program,
 * and what a transaction did is read from the chain's state.
 */
import { quiet } from './quiet.mjs';

/** Receipts that the chain takes in one transaction. */
const BATCH = 100;
const MINUTE = 60_000;
const MOST_PAUSE = 60 * MINUTE;
/** Refusals that trying again does not change. */
const FINAL = ['AmountZero', 'TooOld', 'Reversed'];

/** Milliseconds until the next try, twice as many after each. */
export const pauseAfter = (tries, first = MINUTE) => Math.min(first * 2 ** tries, MOST_PAUSE);

const isSameMoney = (item, { beneficiary, amount }) =>
	item.beneficiary === beneficiary && item.amount === String(amount);

/** What the chain's state says became of an item: `[state, note]`, or `null` if it knows nothing of it. */
function outcomeOf(item, { decided, own, voted }) {
	if (item.kind === 'reversal') return decided?.reversed || voted ? ['done', null] : null;
	if (decided) return isSameMoney(item, decided) ? ['done', null] : ['refused', 'the others agreed otherwise'];
	const isSame = own && isSameMoney(item, own) && own.paidAt === item.paid_at;
	return isSame ? ['done', item.note] : null;
}

export class Sender {
	constructor({ chain, store, metrics, log, maxBatchesInFlight, now = Date.now }) {
		Object.assign(this, { chain, store, metrics, log, maxBatchesInFlight, now });
		this.complain = quiet(log);
	}

	/** See what became of the transactions that a finalized block includes or rules out. */
	async settle(final) {
		const over = this.store
			.transactions()
			.filter(({ nonce, until }) => nonce < final.nonce || until <= final.number);
		for (const transaction of over) {
			const { nonce, action } = transaction;
			const isIncluded = nonce < final.nonce;
			const items = this.store.itemsOf(nonce);
			const redemption = this.store.redemptionOf(nonce);
			const payments = await this.chain.paymentsAt(final.hash, items);
			const [view] = redemption ? await this.chain.redemptionsAt(final.hash, [redemption.id]) : [];
			const counts = this.store.transaction(() => {
				if (redemption) this.settleRedemption(redemption, action, view, isIncluded);
				this.store.forget(nonce);
				return this.settleItems(items, payments, isIncluded);
			});
			const outcome = isIncluded ? 'included' : 'lost';
			this.metrics.transactions.inc({ action, outcome });
			const told = Object.entries(counts).map(([state, count]) => `${count} ${state}`);
			if (!isIncluded || items.length > 0)
				this.log(`${action} with nonce ${nonce} ${outcome}${told.length > 0 ? `: ${told.join(', ')}` : ''}`);
		}
	}

	/** How many of the items ended as what. */
	settleItems(items, payments, isIncluded) {
		const counts = {};
		items.forEach((item, index) => {
			const isFinal = isIncluded && FINAL.includes(item.note);
			const [state, note] = outcomeOf(item, payments[index]) ?? (isFinal ? ['refused', item.note] : ['new']);
			if (state === 'new') {
				const tries = item.tries + 1;
				// What was lost on the way may go again at once.
				this.store.again(item.id, tries, isIncluded ? this.now() + pauseAfter(item.tries) : 0);
			} else this.end(item, state, note);
			counts[state] = (counts[state] ?? 0) + 1;
		});
		return counts;
	}

	/** A redemption is free for its next step; after a pause, if this one did nothing. */
	settleRedemption({ id, tries }, action, view, isIncluded) {
		const isDone = view === null || (action === 'claim' ? view.claimedBy !== null : view.vote === 'said');
		const pause = isDone || !isIncluded ? {} : { tries: tries + 1, not_before: this.now() + pauseAfter(tries) };
		this.store.setRedemption(id, { nonce: null, ...pause });
	}

	end(item, state, note) {
		this.store.end(item.id, state, note);
		if (state === 'done') this.metrics.delivered.inc({ kind: item.kind });
		else this.log(`${item.kind} of ${item.payment} refused by the chain: ${note}`);
	}

	/** Hand the node what it does not have, and sign what there is room for. `steps` are those of redemptions. */
	async send(best, final, steps) {
		this.metrics.member.set(Number(best.isMember));
		const known = this.store.transactions();
		const open = known.filter(({ nonce }) => nonce >= best.nonce);
		for (const { nonce, until, bytes } of open)
			if (nonce >= best.nextNonce && until > best.number) await this.submit(bytes);
		if (!best.isMember)
			return this.complain(
				'member',
				`${this.chain.address} is no gateway of this chain: governance has to admit it`,
			);
		// Only a finalized block can say that one was not included after all.
		if (open.some(({ until }) => until <= best.number)) return;
		const used = new Set(known.map(({ nonce }) => nonce));
		const calls = await this.calls(this.maxBatchesInFlight - open.length, best, final, steps);
		let nonce = Math.max(best.nonce, best.nextNonce);
		for (const { action, call, items, redemption } of calls) {
			while (used.has(nonce)) nonce += 1;
			used.add(nonce);
			const signed = this.chain.sign(call, nonce, best, final);
			this.store.record({ nonce, action, ...signed }, { items, redemption });
			this.metrics.transactions.inc({ action, outcome: 'sent' });
			const what = items ? `${items.length} of them` : `redemption ${redemption}`;
			this.log(`${action} with nonce ${nonce}: ${what}`);
			await this.submit(signed.bytes);
		}
	}

	/** The node may have it all the same, or gets it again with the next block. */
	async submit(bytes) {
		try {
			await this.chain.submit(bytes);
		} catch (error) {
			this.complain('submit', `a transaction could not be handed to the node: ${error.message}`);
		}
	}

	/** At most so many calls: what pays somebody first, then what takes back, then receipts. */
	async calls(room, best, final, steps) {
		const calls = steps.slice(0, Math.max(room, 0));
		const now = this.now();
		const reversals = await this.unknown('reversal', room - calls.length, { best, final, now });
		for (const item of reversals) calls.push({ action: 'reverse', call: this.chain.reverse(item), items: [item] });
		const receipts = await this.unknown('receipt', (room - calls.length) * BATCH, { best, final, now });
		for (let first = 0; first < receipts.length; first += BATCH) {
			const items = receipts.slice(first, first + BATCH);
			calls.push({ action: 'attest', call: this.chain.attest(items), items });
		}
		return calls;
	}

	/** Waiting items of which the chain knows nothing yet; those that it knows for good are ended. */
	async unknown(kind, limit, { best, final, now }) {
		if (limit <= 0) return [];
		const items = this.store.waiting(kind, limit, { now, newest: best.newest });
		const [known, newest] = [
			await this.chain.paymentsAt(final.hash, items),
			await this.chain.paymentsAt(best.hash, items),
		];
		const isSendable = ({ decided }) => kind === 'receipt' || decided;
		const fresh = [];
		this.store.transaction(() =>
			items.forEach((item, index) => {
				const outcome = outcomeOf(item, known[index]);
				if (outcome) this.end(item, ...outcome);
				else if (outcomeOf(item, newest[index])) return;
				else if (isSendable(newest[index])) fresh.push(item);
				else this.postpone(item, now);
			}),
		);
		return fresh;
	}

	/** A reversal of a payment that not enough members have attested: its receipt may follow. */
	postpone(item, now) {
		if (item.tries === 0) this.log(`reversal of ${item.payment} waits: the chain has no receipt of it`);
		this.store.again(item.id, item.tries + 1, now + pauseAfter(item.tries));
	}
}

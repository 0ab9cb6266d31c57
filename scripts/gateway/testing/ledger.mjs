/**
 * A chain for tests: one account's nonce and pool, receipts, reversals and redemptions, with blocks when a test asks
 * for them. It remembers since which block each thing holds, so that it can be read as of any block.
 */

const SLOT = 6_000;
const ERA = 16;
const THIRTY_DAYS = 30 * 86_400_000;
export const US = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty';
export const OTHER = '5FLSigC9HGRKVhB9FiEo4Y3koPsNmBmLJbpXg2mp1hXcS59Y';

const keyOf = ({ provider, reference }) => `${provider}:${reference}`;
const push = (map, key, value) => map.set(key, [...(map.get(key) ?? []), value]);

export class Ledger {
	/** Finality is `lag` blocks behind; `threshold` members must agree. */
	constructor({ lag = 0, threshold = 2, time = Date.now() } = {}) {
		Object.assign(this, { lag, threshold, genesisTime: time });
		this.number = 0;
		this.nonces = [0];
		this.pool = new Map();
		this.signed = new Map();
		this.events = [[]];
		this.statements = new Map();
		this.receipts = new Map();
		this.votes = new Map();
		this.redemptions = new Map();
		this.isMember = true;
		/** What must never happen. */
		this.violations = [];
		/** How often each payment of ours was counted, and each step of a redemption. */
		this.counted = new Map();
	}

	get time() {
		return this.genesisTime + this.number * SLOT;
	}

	get finalNumber() {
		return Math.max(this.number - this.lag, 0);
	}

	/** Take a transaction into the pool, as a node would. */
	submit(bytes) {
		const transaction = JSON.parse(bytes);
		const { nonce, until } = transaction;
		const nonceNow = this.nonces[this.number];
		const before = this.signed.get(nonce);
		if (before && before.bytes !== bytes && before.until > this.finalNumber)
			this.violations.push(`nonce ${nonce} was used twice`);
		this.signed.set(nonce, { bytes, until });
		if (nonce < nonceNow) throw new Error('1010: Invalid Transaction: outdated');
		if (until <= this.number) throw new Error('1010: Invalid Transaction: bad proof');
		this.pool.set(nonce, transaction);
	}

	/** Make a block of what is in the pool. */
	seal({ most = Infinity } = {}) {
		let nonce = this.nonces[this.number];
		this.number += 1;
		this.events.push([]);
		for (let included = 0; included < most; included += 1) {
			const transaction = this.pool.get(nonce);
			if (!transaction || transaction.until <= this.number) break;
			this.pool.delete(nonce);
			nonce += 1;
			if (this.isMember) this.apply(transaction.call);
		}
		for (const [waiting, { until }] of this.pool) if (until <= this.number) this.pool.delete(waiting);
		this.nonces.push(nonce);
	}

	apply({ name, items, id, reference }) {
		if (name === 'attest') for (const item of items) this.attestAs(US, item);
		if (name === 'reverse') this.reverseAs(US, items[0]);
		if (name === 'claim') this.claimAs(US, id);
		if (name === 'confirm' || name === 'reject') this.voteAs(US, id, name, reference);
	}

	emit(event) {
		this.events[this.number].push(event);
	}

	/** A member states a receipt. */
	attestAs(member, { provider, reference, beneficiary, amount, paidAt }) {
		const key = keyOf({ provider, reference });
		const refuse = (reason) => this.emit({ name: 'ReceiptRefused', provider, reference, member, reason });
		const statements = this.statements.get(key) ?? [];
		const money = `${beneficiary} ${amount} ${paidAt}`;
		if (this.receipts.has(key)) return refuse('AlreadyIssued');
		if (paidAt < this.time - THIRTY_DAYS) return refuse('TooOld');
		if (paidAt > this.time) return refuse('FromFuture');
		const same = statements.filter((each) => each.money === money);
		const isRepeated = same.some((each) => each.member === member);
		if (isRepeated && same.length < this.threshold) return refuse('AlreadyAttested');
		if (statements.some((each) => each.member !== member && each.money !== money))
			this.emit({ name: 'ReceiptConflict', provider, reference, member });
		if (member === US && !isRepeated) this.counted.set(key, (this.counted.get(key) ?? 0) + 1);
		const others = statements.filter((each) => each.member !== member);
		const all = [...others, { member, money, beneficiary, amount, paidAt, since: this.number }];
		this.statements.set(key, all);
		if (all.filter((each) => each.money === money).length >= this.threshold)
			this.receipts.set(key, { beneficiary, amount, since: this.number, reversedSince: Infinity });
	}

	reverseAs(member, payment) {
		const key = keyOf(payment);
		if (!this.receipts.has(key)) return this.violations.push(`${key} was reversed before it was decided`);
		if (!(this.votes.get(key) ?? []).some((vote) => vote.member === member))
			push(this.votes, key, { member, since: this.number });
		const receipt = this.receipts.get(key);
		if (receipt && this.votes.get(key).length >= this.threshold) receipt.reversedSince = this.number;
	}

	/** Somebody redeems; the id. Said in the block that is made next. */
	redeem(who, amount, payout) {
		const id = this.redemptions.size;
		const redemption = { id, who, amount: String(amount), payout };
		this.redemptions.set(id, {
			...redemption,
			since: this.number + 1,
			claims: [],
			votes: [],
			endedSince: Infinity,
		});
		this.seal();
		this.emit({ name: 'RedemptionRequested', redemption });
		return id;
	}

	claimAs(member, id) {
		const { claims } = this.redemptions.get(id);
		if (claims.length === 0) claims.push({ member, since: this.number });
	}

	voteAs(member, id, name, reference) {
		const redemption = this.redemptions.get(id);
		const said = redemption.votes.filter((vote) => vote.name === name);
		if (redemption.votes.some((vote) => vote.member === member)) {
			if (said.length < this.threshold) return this.violations.push(`redemption ${id}: two votes of ${member}`);
		} else redemption.votes.push({ member, name, reference, since: this.number });
		const same = redemption.votes.filter((vote) => vote.name === name);
		if (same.length >= this.threshold) redemption.endedSince = this.number;
	}

	/** Governance asks for fewer. */
	lower(threshold) {
		this.threshold = threshold;
		this.seal();
		this.emit({ name: 'ThresholdSet', isLower: true });
	}

	/** The node's answers to [`FakeChain`]; a block's hash is its number. */
	finalized() {
		const { finalNumber: number, finalTime: time = Date.now(), isMember } = this;
		return { number, hash: number, time, nonce: this.nonces[number], isMember };
	}

	best() {
		let nextNonce = this.nonces[this.number];
		while (this.pool.has(nextNonce)) nextNonce += 1;
		const { number, time: newest, bestTime: time = Date.now(), isMember } = this;
		return { number, hash: number, time, newest, nonce: this.nonces[number], nextNonce, isMember };
	}

	eventsOf(number) {
		return number <= this.forgottenTo ? null : this.events[number];
	}

	paymentsAt(hash, payments) {
		const is = ({ since }) => since <= hash;
		return payments.map((payment) => {
			const receipt = this.receipts.get(keyOf(payment));
			const statements = (this.statements.get(keyOf(payment)) ?? []).filter(is);
			const said = statements.find(({ member }) => member === US);
			const same = statements.filter(({ money }) => money === said?.money);
			const own = same.length < this.threshold ? said : null;
			const votes = (this.votes.get(keyOf(payment)) ?? []).filter(is);
			return {
				decided:
					receipt && is(receipt)
						? {
								beneficiary: receipt.beneficiary,
								amount: receipt.amount,
								reversed: receipt.reversedSince <= hash,
							}
						: null,
				own: own ? { beneficiary: own.beneficiary, amount: own.amount, paidAt: own.paidAt } : null,
				voted: votes.some(({ member }) => member === US) && votes.length < this.threshold,
			};
		});
	}

	openWords(hash) {
		const wordsOf = (kind, words, isUndecided) =>
			[...words]
				.filter(
					([key, said]) =>
						isUndecided(key) && said.some(({ member, since }) => member === US && since <= hash),
				)
				.map(([key]) => ({ kind, provider: Number(key.split(':')[0]), reference: key.split(':')[1] }));
		const words = [
			...wordsOf('receipt', this.statements, (key) => !this.receipts.has(key)),
			...wordsOf('reversal', this.votes, (key) => this.receipts.get(key).reversedSince === Infinity),
		];
		const payments = this.paymentsAt(hash, words);
		return words.filter(({ kind }, index) => !(kind === 'receipt' ? payments[index].own : payments[index].voted));
	}

	redemptionsAt(hash, ids) {
		return ids.map((id) => {
			const { claims, votes, since, endedSince } = this.redemptions.get(id);
			if (since > hash || endedSince <= hash) return null;
			const cast = votes.filter((vote) => vote.since <= hash);
			const own = cast.find(({ member }) => member === US);
			const isOpen = cast.filter(({ name }) => name === own?.name).length >= this.threshold;
			return {
				claimedBy: claims.find((claim) => claim.since <= hash)?.member ?? null,
				vote: own ? (isOpen ? 'open' : 'said') : null,
			};
		});
	}

	openRedemptions(hash) {
		return [...this.redemptions.values()]
			.filter(({ since, endedSince }) => since <= hash && endedSince > hash)
			.map(({ id, who, amount, payout }) => ({ id, who, amount, payout }));
	}
}

/** The first block that cannot include a transaction signed now. */
export const untilOf = (final) => final.number + ERA;

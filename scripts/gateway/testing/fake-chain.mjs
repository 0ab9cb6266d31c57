/** The interface of `chain.mjs` on a [`Ledger`], in this process or behind HTTP. */
import { askAt } from '../../daemon/testing/remote.mjs';
import { US, untilOf } from './ledger.mjs';

const LOOK_EVERY = 50;

export class FakeChain {
	/** `ask` calls a method of the ledger by its name. */
	constructor(ask) {
		this.ask = ask;
		this.address = US;
		this.genesis = '0x00';
		for (const name of [
			'finalized',
			'best',
			'eventsOf',
			'paymentsAt',
			'redemptionsAt',
			'openWords',
			'openRedemptions',
			'submit',
		])
			this[name] = async (...values) => this.ask(name, values);
	}

	async follow(wake) {
		this.timer = setInterval(wake, LOOK_EVERY);
	}

	async disconnect() {
		clearInterval(this.timer);
	}

	attest(items) {
		const receipts = items.map(({ provider, reference, beneficiary, amount, paid_at: paidAt }) => ({
			...{ provider, reference, beneficiary, amount, paidAt },
		}));
		return { name: 'attest', items: receipts };
	}

	reverse({ provider, reference }) {
		return { name: 'reverse', items: [{ provider, reference }] };
	}

	claim(id) {
		return { name: 'claim', id };
	}

	confirm(id, reference) {
		return { name: 'confirm', id, reference };
	}

	reject(id) {
		return { name: 'reject', id };
	}

	sign(call, nonce, best, final) {
		const until = untilOf(final);
		return { bytes: JSON.stringify({ nonce, until, call }), until };
	}
}

/** A chain in this process. */
export const chainOn = (ledger) => new FakeChain((name, values) => ledger[name](...values));

/** A chain in another process. */
export const chainAt = (url) => new FakeChain(askAt(url));

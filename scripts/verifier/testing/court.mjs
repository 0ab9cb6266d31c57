/** A chain for tests: one verifier, its nonce and pool, and panels of which it is a member. Blocks are made when a test asks for one. */
import { commitmentOf } from '../opinion.mjs';

export const US = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty';
export const SUPPLIER = '5FLSigC9HGRKVhB9FiEo4Y3koPsNmBmLJbpXg2mp1hXcS59Y';
export const GENESIS = `0x${'07'.repeat(32)}`;
export const RESULT = `0x${'42'.repeat(32)}`;
const ERA = 8;

export class Court {
	constructor() {
		this.number = 0;
		this.nonce = 0;
		this.state = 'Ready';
		this.pool = new Map();
		this.panels = new Map();
		/** What must never happen. */
		this.violations = [];
		/** Every commitment that was ever sent, by job and round. */
		this.sent = new Map();
		/** Why transactions failed, by their hash. */
		this.refusals = new Map();
	}

	/** A panel draws us. It hears commitments, then reveals, for so many blocks each, or until ours is there. */
	convene(id, { round = 0, window = 100, asksShares = false, ...job } = {}) {
		const until = this.number + window;
		this.panels.set(id, { round, step: 'Commit', until, window, asksShares, job, commitment: null, opinion: null });
	}

	jobAt(_, { job, asksShares }) {
		return {
			job,
			class: 'Inference',
			evidence: 'None',
			specHash: RESULT,
			consumer: US,
			suppliers: [
				{ account: SUPPLIER, minShare: 1, attestation: { units: '1', result: RESULT, evidence: 'None' } },
			],
			...this.panels.get(job).job,
			asksShares,
		};
	}

	saidAt(_, { job, round }) {
		const panel = this.panels.get(job);
		return panel?.round === round
			? { commitment: panel.commitment, opinion: panel.opinion }
			: { commitment: null, opinion: null };
	}

	duties() {
		const isDone = ({ step, commitment, opinion }) => (step === 'Commit' ? commitment : opinion) !== null;
		return [...this.panels]
			.filter(([, panel]) => !isDone(panel) && this.number < panel.until)
			.map(([job, { round, step, until, asksShares }]) => ({ job, round, step, until, asksShares }));
	}

	block() {
		const { number, nonce, state } = this;
		let nextNonce = nonce;
		while (this.pool.has(nextNonce)) nextNonce += 1;
		return { number, hash: String(number), nonce, nextNonce, state, duties: this.duties() };
	}

	/** Take a transaction into the pool, as a node would. */
	submit(bytes) {
		if (this.isOffline) throw new Error('disconnected');
		const { call, nonce, until } = JSON.parse(bytes);
		if (nonce < this.nonce) throw new Error('1010: Invalid Transaction: outdated');
		if (until <= this.number) throw new Error('1010: Invalid Transaction: bad proof');
		if (call.name === 'commit') {
			const key = `${call.job} ${call.round}`;
			if ((this.sent.get(key) ?? call.commitment) !== call.commitment)
				this.violations.push(`two opinions: ${key}`);
			this.sent.set(key, call.commitment);
		}
		this.pool.set(nonce, bytes);
	}

	/** Make a block of what is in the pool, unless it is to be `empty`. */
	seal({ empty = false } = {}) {
		this.number += 1;
		for (const panel of this.panels.values()) this.moveOn(panel);
		while (!empty && this.pool.has(this.nonce)) {
			const bytes = this.pool.get(this.nonce);
			this.pool.delete(this.nonce);
			this.nonce += 1;
			const error = this.apply(JSON.parse(bytes).call);
			if (error) this.refusals.set(bytes, error);
		}
		for (const [nonce, bytes] of this.pool) if (JSON.parse(bytes).until <= this.number) this.pool.delete(nonce);
	}

	moveOn(panel) {
		if (panel.step === 'Reveal' || panel.commitment === null) return;
		Object.assign(panel, { step: 'Reveal', until: this.number + panel.window });
	}

	apply({ name, job, round, commitment, opinion, salt }) {
		const panel = this.panels.get(job);
		if (!panel || panel.round !== round) return 'verification.WrongRound';
		if (this.number >= panel.until || this.refuses) return 'verification.NotCommitting';
		if (name === 'commit') {
			if (panel.commitment !== null) return 'verification.AlreadyCommitted';
			panel.commitment = commitment;
			return null;
		}
		const opened = commitmentOf({ genesis: GENESIS, job, round, account: US, opinion, salt });
		if (opened !== panel.commitment) {
			this.violations.push(`job ${job} was revealed wrongly`);
			return 'verification.WrongOpening';
		}
		panel.opinion = opinion;
		return null;
	}

	refusalOf(hash) {
		return this.refusals.get(hash) ?? null;
	}
}

/** The interface of `chain.mjs` on a [`Court`]; `ask` calls a method of it by its name. */
export function chainOn(ask) {
	let timer;
	const call =
		(name) =>
		async (...values) =>
			ask(name, values);
	return {
		address: US,
		genesis: GENESIS,
		...Object.fromEntries(['jobAt', 'saidAt', 'submit', 'refusalOf'].map((name) => [name, call(name)])),
		sign: async (asked, { number, nonce }) => {
			const bytes = JSON.stringify({ call: asked, nonce, until: number + ERA });
			return { hash: bytes, bytes };
		},
		follow: async (onBlock) => {
			timer = setInterval(() => ask('block', []).then(onBlock), 20);
		},
		disconnect: async () => clearInterval(timer),
	};
}

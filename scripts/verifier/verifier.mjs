/**
 * What a verifier does: has a command of the operator judge a job, commits to what that says, and reveals it. The chain
 * says what is to be done; the database has what was, or will be, committed to, **before** anybody else sees the hash
 * of it. So this program can be killed at any moment: it commits to the same and reveals it all the same. A transaction
 * is signed for a few blocks only, and no other is signed until it was included or cannot be any more.
 */
import { randomBytes } from 'node:crypto';
import { u8aToHex } from '@polkadot/util';
import { hashOf } from '../lib/jobs.mjs';
import { ERA } from './chain.mjs';
import { commitmentOf, opinionOf, told } from './opinion.mjs';

/** The most characters that a command prints. */
const MOST_OUTPUT = 100_000;

const STATES = {
	NotAdmitted: (address) => `${address} is no verifier of this chain: governance has to admit it`,
	NoSeats: () => 'the verifier has no seat and is not drawn: send verification.takeSeat',
	NotBonded: () =>
		'the bond is not whole, and the verifier is not drawn: send verification.bond, and see verification.VerifierSlashed',
};

const keyOf = ({ step, job, round }) => `${step} ${job} ${round}`;
const nameOf = ({ job, round }) => `job ${job}, round ${round}`;

export class Verifier {
	/** `chain` is what [`Chain`] of `chain.mjs` is; `run` runs a command. */
	constructor(config, { chain, store, run, log, metrics, now = () => performance.now() }) {
		store.bind('chain', chain.genesis);
		store.bind('account', chain.address);
		Object.assign(this, { config, chain, store, run, log, metrics, now });
		this.open = new Map();
		this.running = new Map();
		this.notBefore = new Map();
		this.pending = null;
		this.said = null;
	}

	/**
	 * A new block is there: its `number` and `hash`, our `nonce` in it, our `nextNonce` with what waits in the node's
	 * pool, our `state` (`Ready`, `NotAdmitted`, `NoSeats` or `NotBonded`) and our `duties`.
	 */
	async onBlock(block) {
		this.next = block;
		if (this.busy) return;
		this.busy = true;
		while (this.next) {
			[this.last, this.next] = [this.next, null];
			await this.work(this.last);
		}
		this.busy = false;
	}

	async work(block) {
		try {
			this.say(block);
			await this.follow(block);
			await this.note(block);
			// What must be done first comes first.
			const duties = [...this.open.values()].sort((one, other) => one.until - other.until);
			for (const duty of duties) await this.attend(duty, block);
		} catch (error) {
			this.log(`block ${block.number}: ${error.message}`);
		}
	}

	/** Said once, until it changes. Whoever is not drawn any more has to answer for the panels that it is in. */
	say({ state }) {
		if (state !== this.said && STATES[state]) this.log(STATES[state](this.chain.address));
		this.said = state;
		this.metrics.ready.set(state === 'Ready' ? 1 : 0);
	}

	/** See what became of the transaction that is on its way. */
	async follow({ number, nonce, duties }) {
		const { pending } = this;
		if (!pending) return;
		if (nonce > pending.nonce) {
			const isOpen = duties.some((duty) => keyOf(duty) === pending.key);
			if (isOpen) this.refused(pending, await this.chain.refusalOf(pending.hash, pending.since, number));
			this.pending = null;
		} else if (number > pending.until) {
			this.pending = null;
			this.count(pending.duty, 'lost');
			this.log(`${nameOf(pending.duty)}: a transaction was not included in ${ERA} blocks; it is sent again`);
		}
	}

	refused({ duty, key }, why) {
		this.count(duty, 'refused');
		this.log(`${nameOf(duty)}: the ${duty.step.toLowerCase()} was refused: ${why}${this.later(key)}`);
	}

	count({ step }, outcome) {
		const { commits, reveals } = this.metrics;
		(step === 'Commit' ? commits : reveals).inc({ outcome });
	}

	/** Not to be tried again now; how that is told. */
	later(key) {
		this.notBefore.set(key, this.now() + this.config.retrySeconds * 1_000);
		return `; again in ${this.config.retrySeconds} s`;
	}

	/** Remember what is to be done, and tell of what no longer is. */
	async note({ hash, duties }) {
		const open = new Map(duties.map((duty) => [keyOf(duty), duty]));
		for (const [key, duty] of this.open) {
			if (open.has(key)) continue;
			await this.end(duty, hash);
			this.open.delete(key);
			this.notBefore.delete(key);
		}
		this.open = open;
		for (const step of ['Commit', 'Reveal'])
			this.metrics.duties.set({ step }, duties.filter((duty) => duty.step === step).length);
	}

	async end(duty, hash) {
		const { commitment, opinion } = await this.chain.saidAt(hash, duty);
		if ((duty.step === 'Commit' ? commitment : opinion) === null) {
			this.metrics.missed.inc({ step: duty.step });
			return this.log(`${nameOf(duty)}: the ${duty.step.toLowerCase()} was missed`);
		}
		this.count(duty, 'done');
		// What was committed to is nobody's business until it is revealed.
		return this.log(`${nameOf(duty)}: ${duty.step === 'Commit' ? 'committed' : `revealed ${told(opinion)}`}`);
	}

	async attend(duty, block) {
		try {
			const call = await (duty.step === 'Commit' ? this.commitment(duty, block) : this.opening(duty, block));
			// What an earlier run of this program sent may still be on its way.
			const isFree = !this.pending && block.nextNonce === block.nonce;
			if (call && isFree && !this.waits(keyOf(duty))) await this.send(call, duty, block);
		} catch (error) {
			this.count(duty, 'failed');
			this.log(`${nameOf(duty)}: ${error.message}`);
		}
	}

	waits(key) {
		return this.now() < (this.notBefore.get(key) ?? 0);
	}

	/** The call that commits, once there is something to commit to. */
	async commitment(duty, { hash }) {
		const job = await this.chain.jobAt(hash, duty);
		const subject = hashOf(job);
		const kept = this.store.opinionOn({ ...duty, subject });
		if (!kept) return this.judge({ duty, job, subject });
		return { name: 'commit', job: duty.job, round: duty.round, commitment: kept.commitment };
	}

	/** The call that reveals what the chain has a commitment of. */
	async opening(duty, { hash }) {
		const { commitment } = await this.chain.saidAt(hash, duty);
		const kept = this.store.opinionBehind(commitment);
		if (kept) return { name: 'reveal', job: duty.job, round: duty.round, opinion: kept.opinion, salt: kept.salt };
		const key = keyOf(duty);
		if (!this.waits(key))
			this.log(`${nameOf(duty)}: this database does not know what was committed to${this.later(key)}`);
		return null;
	}

	/** Run the command, unless it runs for this job, or others have to end first. */
	judge(judged) {
		const key = keyOf(judged.duty);
		const { judge, timeoutSeconds, atOnce } = this.config;
		if (this.running.has(key) || this.running.size >= atOnce || this.waits(key)) return;
		const done = this.run(judge, judged.job, timeoutSeconds, MOST_OUTPUT)
			.then((result) => this.judged(judged, result))
			.catch((error) => this.failed(judged.duty, 'failed', error.message))
			.finally(() => {
				this.running.delete(key);
				return this.onBlock(this.last);
			});
		this.running.set(key, done);
	}

	/** Every command that runs has ended. */
	quiet() {
		return Promise.all(this.running.values());
	}

	judged({ duty, job, subject }, { code, output }) {
		if (!this.open.has(keyOf(duty))) return this.failed(duty, 'late', 'the command took too long');
		if (code !== 0) return this.failed(duty, 'failed', `the command failed, exit ${code}: ${output.slice(0, 200)}`);
		const { opinion, wrong } = opinionOf(output, job);
		if (wrong) return this.failed(duty, 'useless', `what the command said is of no use: ${wrong}`);
		const { genesis, address: account } = this.chain;
		const salt = u8aToHex(randomBytes(32));
		const commitment = commitmentOf({ ...duty, genesis, account, opinion, salt });
		this.store.keep({ ...duty, subject, opinion, salt, commitment });
		return this.metrics.judgements.inc({ outcome: 'done' });
	}

	failed(duty, outcome, why) {
		this.metrics.judgements.inc({ outcome });
		this.log(`${nameOf(duty)}: ${why}${outcome === 'late' ? '' : this.later(keyOf(duty))}`);
	}

	/** Sign for a few blocks and hand it to the node. */
	async send(call, duty, block) {
		const { number, nonce } = block;
		const { hash, bytes } = await this.chain.sign(call, block);
		// The node may have it even if this fails: its nonce or the end of its era will tell.
		this.pending = { duty, key: keyOf(duty), hash, nonce, since: number, until: number + ERA };
		await this.chain.submit(bytes);
	}
}

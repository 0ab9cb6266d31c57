/**
 * Redemptions: claimed, paid by a command of the operator, and told to the chain. What is known of one is on the disk
 * before the next step begins, and its command gets the same key every time, so that one that knows its keys pays once,
 * whenever this program is killed.
 */
import { USD, dollars } from '../lib/units.mjs';
import { run } from '../daemon/command.mjs';
import { referenceOf } from './event.mjs';
import { pauseAfter } from './sender.mjs';

/** Exit codes of commands: it is paid, and it never will be. */
const PAID = 0;
const UNPAYABLE = 3;
/** Commands at once. */
const MOST_RUNNING = 4;
/** Milliseconds that a block may be old: what is older shows what was, and not what is. */
const MOST_AGE = 10 * 60_000;
const REFERENCE = /^[\x20-\x7e]{1,255}$/;

/** Whether a block is too old to pay by what it says. */
export const isOld = ({ time }) => time < Date.now() - MOST_AGE;

/** An amount in whole USD, with its six decimals. */
const decimalOf = (amount) => `${amount / USD}.${(amount % USD).toString().padStart(6, '0')}`;

export class Redemptions {
	constructor({ chain, store, metrics, log, payout, wake, now = Date.now }) {
		Object.assign(this, { chain, store, metrics, log, payout, wake, now });
		this.running = new Map();
	}

	/** Take what the chain has. */
	add(redemption) {
		if (!this.store.addRedemption(redemption)) return;
		const { id, who, amount, payout } = redemption;
		this.log(`redemption ${id}: ${dollars(amount)} of ${who}, to be paid as ${payout} says`);
	}

	/** Look at every open one as of a finalized block: begin the commands that are due. The steps for the chain. */
	async follow(final) {
		const ids = this.store.openRedemptions().map(({ id }) => id);
		const views = await this.chain.redemptionsAt(final.hash, ids);
		// They are the same, and commands of theirs may have ended meanwhile.
		const open = this.store.openRedemptions();
		return open.flatMap((redemption, index) => this.next(redemption, views[index], final) ?? []);
	}

	/**
	 * The next step of a redemption, if it is one for the chain. Who is no member pays nothing, as another may take over; and nothing is
	 * paid while finality stalls, in which that may have happened.
	 */
	next(redemption, view, final) {
		const { id, state, nonce, not_before: notBefore } = redemption;
		if (nonce !== null) return null;
		if (view === null) return this.ended(redemption);
		if (!final.isMember || view.vote === 'said' || notBefore > this.now()) return null;
		const step = (action, call) => ({ action, call, redemption: id });
		if (state === 'paid') return step('confirm', this.chain.confirm(id, referenceOf(redemption.payment)));
		if (state === 'unpayable') return step('reject', this.chain.reject(id));
		// We voted, and do not know why: by hand, or before the database was lost.
		if (view.vote === 'open') return null;
		if (view.claimedBy === null)
			return this.payout.pay && redemption.instructions ? step('claim', this.chain.claim(id)) : null;
		const name = view.claimedBy === this.chain.address ? 'pay' : 'check';
		if (name === 'check' || (redemption.instructions && !isOld(final))) this.begin(name, redemption);
		return null;
	}

	ended({ id, state }) {
		this.store.setRedemption(id, { state: 'ended', note: state });
		this.log(`redemption ${id}: ended`);
		return null;
	}

	begin(name, redemption) {
		const command = this.payout[name];
		if (!command || this.running.has(redemption.id) || this.running.size >= MOST_RUNNING) return;
		const work = this.runCommand(name, command, redemption)
			.finally(() => this.running.delete(redemption.id))
			// What cannot be written now is tried again with the next block.
			.then(this.wake, (error) => this.log(`redemption ${redemption.id}: ${error.message}`));
		this.running.set(redemption.id, work);
	}

	async runCommand(name, command, { id, who, amount, payout, tries, instructions }) {
		if (name === 'pay') this.store.setRedemption(id, { state: 'paying' });
		const input = {
			redemption: id,
			who,
			amount: decimalOf(BigInt(amount)),
			payout,
			instructions: instructions && JSON.parse(Buffer.from(instructions).toString('utf8')),
			idempotencyKey: `${this.chain.genesis}-${id}`,
		};
		this.log(`redemption ${id}: ${name}`);
		const { code, output } = await run(command, input, this.payout.timeoutSeconds);
		const isPaid = code === PAID && REFERENCE.test(output);
		if (isPaid) this.store.setRedemption(id, { state: 'paid', payment: output, tries: 0, note: null });
		else if (code === UNPAYABLE) this.store.setRedemption(id, { state: 'unpayable', tries: 0, note: null });
		else
			this.retry(id, tries, code === PAID ? 'no reference was printed' : `exit ${code}: ${output.slice(0, 200)}`);
		const outcome = isPaid ? 'paid' : code === UNPAYABLE ? 'unpayable' : 'failed';
		this.metrics.payouts.inc({ command: name, outcome });
		this.log(`redemption ${id}: ${name} says ${outcome}${isPaid ? `, ${output}` : ''}`);
	}

	retry(id, tries, note) {
		const notBefore = this.now() + pauseAfter(tries, this.payout.retrySeconds * 1_000);
		this.store.setRedemption(id, { tries: tries + 1, not_before: notBefore, note });
	}

	/** Resolves when no command runs. */
	async idle() {
		await Promise.all(this.running.values());
	}
}

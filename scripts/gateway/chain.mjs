/**
 * The chain, as a gateway sees it: everything that the program knows of the names in the runtime. Amounts are
 * `bigint`, hashes hexadecimal, accounts addresses.
 *
 * A payment is `{ provider, reference }`; an item of the database can stand for one.
 */
import { connectTo } from '../daemon/node.mjs';

/** Blocks in which a transaction has to be included. */
export const ERA = 16;
/** Finalized blocks are no anchor for a transaction any more when they are this many behind. */
const MOST_LAG = 5;
const EVENTS = ['ReceiptRefused', 'ReceiptConflict', 'ReceiptLapsed', 'RedemptionRequested', 'ThresholdSet'];

export class Chain {
	/** Waits for the node however long it takes. */
	static async connect(config, secret, context) {
		return Object.assign(new Chain(), await connectTo(config, secret, context));
	}

	get address() {
		return this.key.address;
	}

	get genesis() {
		return this.api.genesisHash.toHex();
	}

	/** Call `wake` whenever there is a new best or finalized block. */
	async follow(wake) {
		await this.api.rpc.chain.subscribeNewHeads(wake);
		await this.api.rpc.chain.subscribeFinalizedHeads(wake);
	}

	disconnect() {
		return this.api.disconnect();
	}

	/** The last finalized block, as `at` tells it. */
	async finalized() {
		return this.at(await this.api.rpc.chain.getFinalizedHead());
	}

	/**
	 * The newest block, as `at` tells it; the time of the `newest` payment that it takes, and our `nextNonce` with what
	 * waits in the node's pool.
	 */
	async best() {
		const [best, next] = await Promise.all([
			this.api.rpc.chain.getBlockHash().then((hash) => this.at(hash)),
			this.api.rpc.system.accountNextIndex(this.address),
		]);
		const newest = best.time + this.api.consts.fiat.maxClockSkew.toNumber();
		return { ...best, newest, nextNonce: next.toNumber() };
	}

	/** A block: its `number`, `hash` and `time`, our `nonce` in it, and whether we are a member. */
	async at(hash) {
		const { query } = await this.api.at(hash);
		const [number, account, time, members] = await Promise.all([
			query.system.number(),
			query.system.account(this.address),
			query.timestamp.now(),
			query.gatewayMembership.members(),
		]);
		return {
			number: number.toNumber(),
			hash: hash.toHex(),
			time: time.toNumber(),
			nonce: account.nonce.toNumber(),
			isMember: members.some((member) => member.toString() === this.address),
		};
	}

	/**
	 * What happened in a block: `{ name, ... }` of receipts of ours that were refused, of receipts that gateways do
	 * not agree on or that lapsed, of new redemptions, and of another threshold.
	 * `null` if the node has forgotten the block's state.
	 */
	async eventsOf(number) {
		let records;
		try {
			const at = await this.api.at(await this.api.rpc.chain.getBlockHash(number));
			records = await at.query.system.events();
		} catch (error) {
			if (/discarded|unknown block|unable to retrieve header/i.test(error.message)) return null;
			throw error;
		}
		return records
			.map(({ event }) => event)
			.filter(({ section, method }) => section === 'fiat' && EVENTS.includes(method))
			.map(({ method, data }) => this.eventOf(method, data))
			.filter(({ member }) => member === undefined || member === this.address);
	}

	eventOf(name, data) {
		if (name === 'RedemptionRequested') return { name, redemption: redemptionOf(data.redemption, data) };
		if (name === 'ThresholdSet') return { name, isLower: data.after.lt(data.before) };
		const event = { name, provider: data.provider.toNumber(), reference: data.reference.toHex() };
		if (name !== 'ReceiptRefused') return event;
		return { ...event, member: data.member.toString(), reason: data.reason.type };
	}

	/**
	 * Of each payment, at a block: `decided`, what the receipt says once enough members agree (`beneficiary`,
	 * `amount`, `reversed`) or `null`; `own`, our statement (`beneficiary`, `amount`, `paidAt`) or `null`; whether we
	 * `voted` to reverse it. A word of ours is none where enough members say the same by now: it decides when it is
	 * said again.
	 */
	async paymentsAt(hash, payments) {
		if (payments.length === 0) return [];
		const { query } = await this.api.at(hash);
		const { fiat } = query;
		const keys = payments.map(({ provider, reference }) => ({ provider, reference }));
		const [receipts, statements, reversals, lacks] = await Promise.all([
			fiat.receipts.multi(keys),
			fiat.statements.multi(keys),
			fiat.reversals.multi(keys),
			lacksAt(query),
		]);
		return keys.map((_, index) => {
			const receipt = receipts[index].unwrapOr(null);
			const own = statements[index].find(({ member }) => member.toString() === this.address)?.statement;
			const same = statements[index].filter(({ statement }) => own && statement.eq(own));
			const isOpen = own && lacks(same.map(({ member }) => member));
			const hasVoted = reversals[index].some((member) => member.toString() === this.address);
			return {
				decided: receipt && { ...moneyOf(receipt), reversed: receipt.reversed.isTrue },
				own: isOpen ? { ...moneyOf(own), paidAt: own.paidAt.toNumber() } : null,
				voted: hasVoted && lacks([...reversals[index]]),
			};
		});
	}

	/**
	 * Of each redemption by its id, at a block: `claimedBy`, an account or `null`, and our `vote`: `said`, `open` where it
	 * decides once it is said again, as a word on a payment does, or `null`; `null` if it ended.
	 */
	async redemptionsAt(hash, ids) {
		if (ids.length === 0) return [];
		const { query } = await this.api.at(hash);
		const [found, lacks] = await Promise.all([query.fiat.redemptions.multi(ids), lacksAt(query)]);
		return found.map((option) => {
			if (option.isNone) return null;
			const { claimedBy, votes } = option.unwrap();
			const said = [...votes];
			const own = said.find(([member]) => member.toString() === this.address)?.[1];
			const same = said.filter(([, outcome]) => own && outcome.eq(own));
			const isOpen = own && !lacks(same.map(([member]) => member));
			return {
				claimedBy: claimedBy.isSome ? claimedBy.unwrap().toString() : null,
				vote: own ? (isOpen ? 'open' : 'said') : null,
			};
		});
	}

	/** The payments, each with the `kind` of its item, which a word of ours decides at a block when it is said again. */
	async openWords(hash) {
		const { fiat } = (await this.api.at(hash)).query;
		const [statements, reversals] = await Promise.all([fiat.statements.entries(), fiat.reversals.entries()]);
		const isOurs = (member) => member.toString() === this.address;
		const wordsOf = (kind, entries, membersOf) =>
			entries
				.filter(([, said]) => membersOf(said).some(isOurs))
				.map(([{ args }]) => args[0])
				.map(({ provider, reference }) => ({
					kind,
					provider: provider.toNumber(),
					reference: reference.toHex(),
				}));
		const words = [
			...wordsOf('receipt', statements, (said) => said.map(({ member }) => member)),
			...wordsOf('reversal', reversals, (said) => [...said]),
		];
		const payments = await this.paymentsAt(hash, words);
		return words.filter(({ kind }, index) => !(kind === 'receipt' ? payments[index].own : payments[index].voted));
	}

	/** Every redemption that a block has, in order: `id`, `who`, `amount`, `payout`. */
	async openRedemptions(hash) {
		const entries = await (await this.api.at(hash)).query.fiat.redemptions.entries();
		const redemptions = entries.map(([key, option]) => redemptionOf(key.args[0], option.unwrap()));
		return redemptions.sort((a, b) => a.id - b.id);
	}

	attest(items) {
		const receipts = items.map(({ provider, reference, beneficiary, amount, paid_at: paidAt }) => ({
			provider,
			reference,
			beneficiary,
			amount,
			paidAt,
		}));
		return this.api.tx.fiat.attestReceipts(receipts);
	}

	reverse({ provider, reference }) {
		return this.api.tx.fiat.reverseReceipt({ provider, reference });
	}

	claim(id) {
		return this.api.tx.fiat.claimRedemption(id);
	}

	confirm(id, reference) {
		return this.api.tx.fiat.confirmRedemption(id, reference);
	}

	reject(id) {
		return this.api.tx.fiat.rejectRedemption(id);
	}

	/** Sign one of these calls: the `bytes` to submit, and the first block that cannot include them any more. */
	sign(call, nonce, best, finalized) {
		const { number, hash } = best.number - finalized.number > MOST_LAG ? best : finalized;
		const era = this.api.registry.createType('ExtrinsicEra', { current: number, period: ERA });
		const { genesisHash, runtimeVersion } = this.api;
		const signed = call.sign(this.key, { nonce, era, blockHash: hash, genesisHash, runtimeVersion });
		return { bytes: signed.toHex(), until: era.asMortalEra.death(number) };
	}

	async submit(bytes) {
		await this.api.rpc.author.submitExtrinsic(bytes);
	}
}

/** Whether those who say the same, as far as they are members, are fewer than a block asks for. */
async function lacksAt({ fiat, gatewayMembership }) {
	const [threshold, members] = await Promise.all([fiat.threshold(), gatewayMembership.members()]);
	const known = new Set(members.map(String));
	return (same) => same.filter((member) => known.has(member.toString())).length < threshold.toNumber();
}

const moneyOf = ({ beneficiary, amount }) => ({ beneficiary: beneficiary.toString(), amount: amount.toBigInt() });

const redemptionOf = (id, { who, amount, payout }) => ({
	id: id.toNumber(),
	who: who.toString(),
	amount: amount.toBigInt(),
	payout: payout.toHex(),
});

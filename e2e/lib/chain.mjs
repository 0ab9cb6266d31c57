/**
 * A chain that makes a block when a test asks for one. Chain time moves one slot of six seconds with every block,
 * so that an epoch of a minute passes in a moment and every run of a test sees the same.
 */
import { encodeDerivedAddress } from '@polkadot/util-crypto';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { account, connect, eventsAt, feedOf, headNumber, recordsAt, refusal } from '../../scripts/lib/chain.mjs';
import { readLedger, supplyAt } from '../../scripts/lib/ledger.mjs';
import { TOKEN, fixedPoint } from '../../scripts/lib/units.mjs';
import { startNode } from './node.mjs';
import { WELL_KNOWN, ayes, submission } from './referendum.mjs';

export const FIAT = 1;
export const FEEDERS = ['//Feeder1', '//Feeder2', '//Feeder3'];
/** Blocks in which the pool surely gives what was put into it. */
const PATIENCE = 5;
const BLOCKS_A_MINUTE = 10;
/** Blocks in which a panel is surely drawn, and given up when none of its members says anything. */
export const PANEL_BLOCKS = 320;
/** Blocks in which a vote of nearly all tokens surely passes on a developer chain. */
const VOTE_BLOCKS = 400;

/**
 * A chain for the tests of one file: started before them, stopped after them, its invariants checked after every
 * one. `policy` are numbers of its policy other than the preset's.
 */
export function chainForThisFile({ price = '0.5', epochMinutes = 1, policy } = {}) {
	const chain = new Chain(epochMinutes, policy);
	beforeAll(async () => {
		await chain.start();
		if (price) await chain.feedPrice(price);
	});
	afterEach(() => chain.checkInvariants());
	afterAll(() => chain.stop());
	return chain;
}

export class Chain {
	constructor(epochMinutes, policy) {
		Object.assign(this, { epochMinutes, policy });
	}

	async start() {
		const { epochMinutes, policy } = this;
		this.node = await startNode({ sealing: 'manual', epochMinutes, policy });
		this.api = await connect(this.node.endpoint);
		for (const name of WELL_KNOWN) this[name.toLowerCase()] = account(`//${name}`);
		await this.seal();
	}

	async stop() {
		await this.api?.disconnect();
		await this.node?.stop();
	}

	/** Connect anew: after an upgrade polkadot.js knows the new runtime's storage and calls, and no longer its runtime APIs. */
	async reconnect() {
		await this.api.disconnect();
		this.api = await connect(this.node.endpoint);
	}

	/** Make `blocks` blocks with whatever waits in the pool; the events of the last. */
	async seal(blocks = 1) {
		let blockHash;
		for (let made = 0; made < blocks; made += 1)
			({ blockHash } = await this.api.rpc.engine.createBlock(true, true));
		return eventsAt(this.api, blockHash);
	}

	/** Put transactions into the pool, in order, without making a block; their hashes. A refusal there is thrown. */
	async submit(...pairs) {
		const nonces = new Map();
		const hashes = [];
		for (const [transaction, signer] of pairs) {
			// Not asked of the pool: it may not yet have seen the last block.
			const nonce = nonces.get(signer.address) ?? (await this.nonce(signer));
			nonces.set(signer.address, nonce + 1);
			// Immortal: what polkadot.js takes for the newest block may be hundreds of sealed blocks ago.
			const signed = await transaction.signAsync(signer, { nonce, era: 0 });
			hashes.push((await this.api.rpc.author.submitExtrinsic(signed)).toHex());
		}
		return hashes;
	}

	async nonce({ address }) {
		return (await this.api.query.system.account(address)).nonce.toNumber();
	}

	/** Have transactions included. For each: its own `events`, and `error`, the name of why it failed or `null`. */
	async sendAll(...pairs) {
		const hashes = await this.submit(...pairs);
		const results = new Map();
		// One block, unless the pool was still busy with the last one.
		for (let made = 0; made < PATIENCE && results.size < hashes.length; made += 1) {
			await this.api.rpc.engine.createBlock(true, true);
			for (const [hash, result] of await this.resultsOfHead())
				if (hashes.includes(hash)) results.set(hash, result);
		}
		return hashes.map((hash) => {
			if (!results.has(hash)) throw new Error(`transaction ${hash} was not included`);
			return results.get(hash);
		});
	}

	/** Of each transaction in the newest block, by its hash: `events` and `error`. */
	async resultsOfHead() {
		const { block } = await this.api.rpc.chain.getBlock();
		const records = await recordsAt(this.api, block.header.hash);
		return block.extrinsics.map((extrinsic, place) => {
			const inPhase = records
				.filter(({ phase }) => phase.isApplyExtrinsic && phase.asApplyExtrinsic.toNumber() === place)
				.map(({ event }) => event);
			// What the chain does by itself after the inherents counts as the first transaction's, before its fee.
			const paysFee = (event) =>
				this.api.events.balances.Withdraw.is(event) &&
				event.data.who.toString() === extrinsic.signer.toString();
			const events = inPhase.slice(Math.max(inPhase.findIndex(paysFee), 0));
			const failed = events.find((event) => this.api.events.system.ExtrinsicFailed.is(event));
			const error = failed ? refusal(this.api, failed.data.dispatchError).name : null;
			return [extrinsic.hash.toHex(), { events, error }];
		});
	}

	/** Send one transaction in a block of its own, and have it succeed; its events. */
	async send(transaction, signer) {
		const [{ events, error }] = await this.sendAll([transaction, signer]);
		expect(error, `${transaction.method.section}.${transaction.method.method}`).toBeNull();
		return events;
	}

	/** Send one transaction in a block of its own, and have it fail; the name of the error. */
	async refused(transaction, signer) {
		const [{ events, error }] = await this.sendAll([transaction, signer]);
		expect(error, `${transaction.method.section}.${transaction.method.method} should fail`).not.toBeNull();
		// A refused call leaves nothing behind but its fee.
		const own = events.filter(({ section }) => !['system', 'balances', 'transactionPayment'].includes(section));
		expect(own.map(({ method, data }) => [method, data.cause?.type])).toEqual([['Burned', 'Fee']]);
		return error;
	}

	/** What the node answers to a transaction's bytes, whatever they are: `result`, or `error`. */
	async submitBytes(hex) {
		const request = { jsonrpc: '2.0', id: 1, method: 'author_submitExtrinsic', params: [hex] };
		const headers = { 'content-type': 'application/json' };
		const address = this.node.endpoint.replace('ws:', 'http:');
		return (await fetch(address, { method: 'POST', headers, body: JSON.stringify(request) })).json();
	}

	/** The data of the one event of `kind`, such as `bme.JobSettled`, among `events`. */
	one(events, kind) {
		const found = this.all(events, kind);
		expect(found.length, `${kind} among ${events.map(({ method }) => method).join(', ')}`).toBe(1);
		return found[0];
	}

	/** The data of every event of `kind` among `events`. */
	all(events, kind) {
		return events.filter(({ section, method }) => `${section}.${method}` === kind).map(({ data }) => data);
	}

	/**
	 * Have all feeders say `price`, USD a token, until the chain says that they agree on it. Quotes follow a fall at
	 * once, a rise as slowly as the average of the price.
	 */
	async feedPrice(price) {
		const value = fixedPoint(price);
		const since = (await this.api.query.timestamp.now()).toBigInt();
		for (let attempt = 0; attempt < 20; attempt += 1) {
			const feed = await feedOf(this.api, value);
			const results = await this.sendAll(...FEEDERS.map((uri) => [feed, account(uri)]));
			results.forEach(({ error }) => expect(error).toBeNull());
			await this.seal();
			const { median, observedAt } = await this.price();
			if (median.toBigInt() === value && observedAt.toBigInt() >= since) return;
		}
		throw new Error(`the feeders did not agree on ${price}`);
	}

	/** What the chain knows of the token price. */
	async price() {
		return this.api.call.priceApi.price();
	}

	/** The price that a quote uses now. */
	async cautiousPrice() {
		return (await this.price()).cautious.toBigInt();
	}

	/** Make blocks until the open epoch has closed; the closing block's events. */
	async nextEpoch() {
		for (let made = 0; made <= this.epochMinutes * BLOCKS_A_MINUTE; made += 1) {
			const events = await this.seal();
			if (this.all(events, 'bme.EpochClosed').length > 0) return events;
		}
		throw new Error('the epoch did not close');
	}

	/** Make blocks until one has an event of `kind`; that block's events. */
	async sealUntil(kind, limit = 50) {
		for (let made = 0; made < limit; made += 1) {
			const events = await this.seal();
			if (this.all(events, kind).length > 0) return events;
		}
		throw new Error(`no ${kind} in ${limit} blocks`);
	}

	/** A new account with these tokens and this fiat, given by Alice. */
	async newAccount(name, { tokens = 0n, fiat = 0n } = {}) {
		this.created = (this.created ?? 0) + 1;
		const pair = account(`//${name}//${this.created}`);
		const gifts = [];
		if (tokens > 0n) gifts.push(this.api.tx.balances.transferAllowDeath(pair.address, tokens));
		if (fiat > 0n) gifts.push(this.api.tx.assets.transfer(FIAT, pair.address, fiat));
		if (gifts.length > 0) await this.send(this.api.tx.utility.batchAll(gifts), this.alice);
		return pair;
	}

	/** A new supplier of every class with this bond, and `beside` it free tokens. */
	async newSupplier(name, { bond, beside = TOKEN }) {
		const pair = await this.newAccount(name, { tokens: bond + beside });
		const classes = { agent: true, inference: true, training: true };
		await this.send(this.api.tx.contribution.register(bond, classes), pair);
		return pair;
	}

	/** The address that `owner` acts for with `utility.asDerivative(index)`. */
	derived(owner, index) {
		return encodeDerivedAddress(owner.address, index, this.api.registry.chainSS58);
	}

	/** What an account has: free and reserved tokens, and free and held fiat. */
	async balances(who) {
		const address = who.address ?? who;
		const [{ data }, fiat, held] = await Promise.all([
			this.api.query.system.account(address),
			this.api.query.assets.account(FIAT, address),
			this.api.query.assetsHolder.balancesOnHold(FIAT, address),
		]);
		return {
			free: data.free.toBigInt(),
			reserved: data.reserved.toBigInt(),
			fiat: fiat.isSome ? fiat.unwrap().balance.toBigInt() : 0n,
			heldFiat: held.isSome ? held.unwrap().toBigInt() : 0n,
		};
	}

	async issuance() {
		return (await this.api.query.balances.totalIssuance()).toBigInt();
	}

	/** The chain's own counters now. */
	async supply() {
		return supplyAt(this.api, (await this.api.rpc.chain.getBlockHash()).toHex());
	}

	/** What was burned and minted from block `from` until now, from events alone. */
	async ledgerFromEvents(from = 1) {
		return readLedger(this.api, from, await headNumber(this.api));
	}

	/** Have a referendum on the root track call `call`, with the votes of most tokens. */
	async asRoot(call) {
		expect(await this.decide(call, { system: 'Root' }), 'the call of the referendum').toBeNull();
	}

	/** The same on the track of this origin, such as `EmissionTightening`; the error that the call ended with, or `null`. */
	async asOrigin(origin, call) {
		return this.decide(call, { Origins: origin });
	}

	/** Have a referendum call `call` as `origin`, with the votes of most tokens; the error that it ended with, or `null`. */
	async decide(call, origin) {
		const index = await this.propose(call, origin);
		await this.voteAye(index);
		return this.enacted();
	}

	/** Note the preimage of `call`, submit a referendum on it and place its deposit; its number. */
	async propose(call, origin) {
		const { preimage, referenda } = this.api.tx;
		const isNoted = (await this.api.query.preimage.requestStatusFor(call.method.hash)).isSome;
		if (!isNoted) await this.send(preimage.notePreimage(call.method.toHex()), this.alice);
		const submitted = await this.send(submission(this.api, call, origin), this.alice);
		const index = this.one(submitted, 'referenda.Submitted').index.toNumber();
		await this.send(referenda.placeDecisionDeposit(index), this.alice);
		return index;
	}

	/** Nearly all tokens vote for a referendum, their holders with these convictions in turn. */
	async voteAye(index, convictions) {
		for (const { error } of await this.sendAll(...ayes(this.api, index, { convictions }))) expect(error).toBeNull();
	}

	/** Make blocks until a referendum is enacted; the error that its call ended with, or `null`. */
	async enacted() {
		for (let made = 0; made < VOTE_BLOCKS; made += 1) {
			const dispatched = this.all(await this.seal(), 'scheduler.Dispatched');
			// The alarms of the referendum have no name, what it enacts has.
			const enacted = dispatched.find(({ id }) => id.isSome);
			if (enacted) return enacted.result.isOk ? null : refusal(this.api, enacted.result.asErr).name;
		}
		throw new Error('the referendum did not pass');
	}

	/** Nothing of any job is left in storage. */
	async expectNoJobs() {
		const { bme, contribution } = this.api.query;
		for (const map of [bme.jobs, bme.agenda, contribution.works]) expect(await map.keys()).toEqual([]);
	}

	async checkInvariants() {
		const result = await this.api.call.invariantsApi.check();
		expect(result.isOk ? 'Ok' : result.asErr.toUtf8()).toBe('Ok');
	}
}

/** The chain, as an exporter reads it. */
import { apiOf } from '../daemon/node.mjs';
import { causeName, supplyAt } from '../lib/ledger.mjs';

/** Keys of the storage that are read at once. */
const PAGE = 1_000;

const CONDITIONS = ['Fresh', 'Ageing', 'Stale'];

export class Chain {
	/** Waits for the node however long it takes. */
	static async connect(config, context) {
		return Object.assign(new Chain(), { api: await apiOf(config, context) });
	}

	/** Call `onHead` with the header of every new block, also after the connection was lost. */
	follow(onHead) {
		return this.api.rpc.chain.subscribeNewHeads(onHead);
	}

	/** The figures that cost little at a block. Times are the chain's, in milliseconds. */
	async figuresAt({ hash, number }) {
		const at = await this.api.at(hash);
		const [finalized, now, epoch, cursor, supply, price, fiat] = await Promise.all([
			this.finalized(),
			at.query.timestamp.now(),
			at.call.bmeApi.epoch(),
			at.query.bme.payoutCursor(),
			supplyAt(this.api, hash),
			at.call.priceApi.price(),
			at.call.fiatApi.fiat(),
		]);
		return {
			best: number.toNumber(),
			finalized,
			now: now.toNumber(),
			epoch: {
				index: epoch.index.toNumber(),
				start: epoch.start.toNumber(),
				length: epoch.length.toNumber(),
				burned: epoch.burned.toBigInt(),
				oldestUnpaid: cursor.toNumber(),
			},
			supply,
			price: priceOf(price),
			fiat: fiatOf(fiat),
		};
	}

	async finalized() {
		const hash = await this.api.rpc.chain.getFinalizedHead();
		return (await this.api.rpc.chain.getHeader(hash)).number.toNumber();
	}

	/** What the chain owes, by debt, and the rows of closed epochs that it did not pay yet. */
	async rowsAt(hash) {
		const { query, call } = await this.api.at(hash);
		const current = (await call.bmeApi.epoch()).index.toNumber();
		const owed = new Map();
		await eachPage(query.bme.owed, 'entriesPaged', ([key, amount]) => {
			const debt = causeName(key.args[1]);
			owed.set(debt, (owed.get(debt) ?? 0n) + amount.toBigInt());
		});
		let unpaid = 0;
		await eachPage(query.contribution.rows, 'keysPaged', (key) => {
			if (key.args[0].toNumber() < current) unpaid += 1;
		});
		return { owed, unpaid };
	}

	/** The invariant that does not hold at a block, or `null`. */
	async brokenAt(hash) {
		const checked = await (await this.api.at(hash)).call.invariantsApi.check();
		return checked.isErr ? checked.asErr.toUtf8() : null;
	}

	disconnect() {
		return this.api.disconnect();
	}
}

/** Call `onItem` with each item of a map, read by the page. */
async function eachPage(map, method, onItem) {
	for (let startKey; ; ) {
		const page = await map[method]({ args: [], pageSize: PAGE, startKey });
		page.forEach(onItem);
		if (page.length < PAGE) return;
		const last = page.at(-1);
		startKey = (Array.isArray(last) ? last[0] : last).toHex();
	}
}

const priceOf = (view) => ({
	byKind: Object.fromEntries(
		['price', 'median', 'average', 'cautious', 'confidence'].map((kind) => [kind, view[kind].toBigInt()]),
	),
	observedAt: view.observedAt.toNumber(),
	conditions: Object.fromEntries(CONDITIONS.map((name) => [name, view.condition.type === name])),
	feeds: {
		fresh: view.freshFeeds.toNumber(),
		agreeing: view.agreeingFeeds.toNumber(),
		quorum: view.quorum.toNumber(),
	},
});

const fiatOf = ({ issuance, genesis, receipts, redemptions, reversals }) => ({
	issuance: issuance.toBigInt(),
	expected: genesis.toBigInt() + receipts.toBigInt() - redemptions.toBigInt() - reversals.toBigInt(),
});

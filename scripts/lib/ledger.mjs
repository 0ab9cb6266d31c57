/** The ledger of all that was burned and minted, rebuilt from events alone. */
import { eventsOf } from './chain.mjs';

/** A cause as one word, whether it carries a class or pool or not: `Job(Training)`, `Fee`. */
export const causeName = (cause) => (cause.isNone ? cause.type : `${cause.type}(${cause.value.type})`);

/** What the events of blocks `from` to `to`, both included, burned and minted by cause. */
export async function readLedger(api, from, to) {
	const ledger = { burned: new Map(), minted: new Map() };
	const add = (totals, { cause, amount }) => {
		const name = causeName(cause);
		totals.set(name, (totals.get(name) ?? 0n) + amount.toBigInt());
	};
	for (let number = from; number <= to; number += 1) {
		for (const event of await eventsOf(api, number)) {
			if (api.events.bme.Burned.is(event)) add(ledger.burned, event.data);
			if (api.events.bme.Minted.is(event)) add(ledger.minted, event.data);
		}
	}
	return ledger;
}

/** The chain's own counters at a block, and what it holds of them: `issuance = genesis + minted − burned`. */
export async function supplyAt(api, hash) {
	const supply = await (await api.at(hash)).call.bmeApi.supply();
	const counters = (entries) => new Map(entries.map(([cause, amount]) => [causeName(cause), amount.toBigInt()]));
	return {
		issuance: supply.issuance.toBigInt(),
		genesis: supply.genesis.toBigInt(),
		burned: counters(supply.burned),
		minted: counters(supply.minted),
	};
}

/** The sum over all causes. */
export const total = (counters) => [...counters.values()].reduce((sum, amount) => sum + amount, 0n);

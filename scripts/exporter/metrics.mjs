/** What an exporter shows to Prometheus. */
import { Counter, Gauge } from 'prom-client';
import { Metrics as Shared } from '../daemon/metrics.mjs';
import { total } from '../lib/ledger.mjs';
import { FIXED, TOKEN, USD } from '../lib/units.mjs';

const inUnits = (value, unit) => Number(value) / Number(unit);

export class Metrics extends Shared {
	constructor() {
		super('bme_exporter_');
		const gauge = (name, help, labelNames = []) => {
			const made = this.make(Gauge, name, help, labelNames);
			// Nothing is shown before it is known, where prom-client would begin at 0.
			if (labelNames.length === 0) made.remove();
			return made;
		};
		this.best = gauge('best_block', 'The newest block');
		this.finalized = gauge('finalized_block', 'The last finalized block');
		this.blockAt = gauge('block_timestamp_seconds', 'When the newest block was made, Unix time');
		this.epoch = gauge('epoch', 'The open epoch');
		this.epochAge = gauge('epoch_age_seconds', 'How long the epoch has been open');
		this.epochLate = gauge('epoch_late_seconds', 'How long ago the epoch should have closed');
		this.epochBurned = gauge('epoch_burned_tokens', 'Burned in the open epoch by jobs and channels');
		this.unpaidEpochs = gauge('unpaid_epochs', 'Closed epochs that may have unpaid rows');
		this.issuance = gauge('issuance_tokens', 'Tokens in existence');
		this.burned = gauge('burned_tokens', 'Burned since genesis', ['cause']);
		this.minted = gauge('minted_tokens', 'Minted since genesis', ['cause']);
		this.mismatch = gauge('ledger_mismatch', 'Issuance less genesis, less minted, plus burned: base units');
		this.price = gauge('price', 'The token price, USD a token', ['kind']);
		this.priceAge = gauge('price_age_seconds', 'How old the price is');
		this.condition = gauge('price_condition', 'Whether the price is in this condition', ['condition']);
		this.feeds = gauge('price_feeds', 'How many feeds are fresh, agree, and have to agree', ['kind']);
		this.fiat = gauge('fiat', 'Fiat in existence, USD');
		this.fiatMismatch = gauge('fiat_mismatch', 'Fiat less what its receipts and redemptions say: base units');
		this.owedTokens = gauge('owed_tokens', 'Tokens that the chain owes and could not credit');
		this.owedFiat = gauge('owed_fiat', 'Fiat that the chain owes and could not credit, USD');
		this.unpaidRows = gauge('unpaid_rows', 'Rows of closed epochs that are not paid yet');
		this.invariants = gauge('invariants_hold', 'Whether every invariant of the chain holds');
		this.checkedAt = gauge('invariants_checked_timestamp_seconds', 'When that was looked at, Unix time');
		this.failures = this.make(Counter, 'failures_total', 'Looks at the chain that failed', ['what']);
	}

	showFigures({ best, finalized, now, epoch, supply, price, fiat }) {
		this.best.set(best);
		this.finalized.set(finalized);
		this.blockAt.set(now / 1_000);
		this.showEpoch(epoch, now);
		this.showSupply(supply);
		this.showPrice(price, now);
		this.fiat.set(inUnits(fiat.issuance, USD));
		this.fiatMismatch.set(Number(fiat.issuance - fiat.expected));
	}

	showEpoch({ index, start, length, burned, oldestUnpaid }, now) {
		this.epoch.set(index);
		this.epochAge.set((now - start) / 1_000);
		this.epochLate.set(Math.max(now - start - length, 0) / 1_000);
		this.epochBurned.set(inUnits(burned, TOKEN));
		this.unpaidEpochs.set(index - oldestUnpaid);
	}

	showSupply({ issuance, genesis, burned, minted }) {
		this.issuance.set(inUnits(issuance, TOKEN));
		burned.forEach((amount, cause) => this.burned.set({ cause }, inUnits(amount, TOKEN)));
		minted.forEach((amount, cause) => this.minted.set({ cause }, inUnits(amount, TOKEN)));
		this.mismatch.set(Number(issuance - (genesis + total(minted) - total(burned))));
	}

	showPrice({ byKind, observedAt, conditions, feeds }, now) {
		Object.entries(byKind).forEach(([kind, value]) => this.price.set({ kind }, inUnits(value, FIXED)));
		if (observedAt > 0) this.priceAge.set((now - observedAt) / 1_000);
		Object.entries(conditions).forEach(([condition, holds]) => this.condition.set({ condition }, Number(holds)));
		Object.entries(feeds).forEach(([kind, count]) => this.feeds.set({ kind }, count));
	}

	showRows({ owed, unpaid }) {
		const { Fiat: fiat = 0n, ...ofPools } = Object.fromEntries(owed);
		const tokens = Object.values(ofPools).reduce((sum, amount) => sum + amount, 0n);
		this.owedFiat.set(inUnits(fiat, USD));
		this.owedTokens.set(inUnits(tokens, TOKEN));
		this.unpaidRows.set(unpaid);
	}

	showInvariants(hold) {
		this.invariants.set(Number(hold));
		this.checkedAt.setToCurrentTime();
	}
}

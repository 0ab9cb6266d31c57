/** The formulas of jobs and epochs, written again in whole numbers: what the tests expect of the chain, to the unit. */
import { FIXED, ONE } from '../../scripts/lib/units.mjs';

const TOKEN_PER_FIAT = 10n ** 6n;

export const ceilDiv = (a, b) => (a + b - 1n) / b;
export const sum = (amounts) => amounts.reduce((total, amount) => total + amount, 0n);
export const least = (...amounts) => amounts.reduce((a, b) => (b < a ? b : a));

/** The policy's numbers that jobs use, by class. */
export const BURN_SHARE = { Agent: 200_000_000n, Inference: 200_000_000n, Training: 150_000_000n };
export const KAPPA = { Agent: 950_000_000n, Inference: 950_000_000n, Training: 900_000_000n };
export const EXISTENTIAL_DEPOSIT = 10n ** 9n;

/** What is taken off a price for its age, milliseconds: nothing for ten minutes, then up to a tenth at an hour. */
export function marginAt(age) {
	const over = age - 600_000n;
	return over <= 0n ? 0n : least(ceilDiv(over * 100_000_000n, 3_000_000n), 100_000_000n);
}

/** The price that a quote uses, of what is known of it. */
export function cautious({ price, median, average, confidence, margin }) {
	const left = (least(price, median, average) * (ONE - margin)) / ONE;
	return left > 2n * confidence ? left - 2n * confidence : 0n;
}

/** The most that a price moves in a minute, either way. */
export const stepOf = (price) => price / 11n;

/** Tokens worth `fiat` at `price`, rounded up. */
export function fiatToTokens(fiat, price) {
	return ceilDiv(fiat * TOKEN_PER_FIAT * FIXED, price);
}

/** What a job costs: the burn rounded up, the fiat what is left of the price. */
export function quote(jobClass, price, priceUsed) {
	const burnValue = ceilDiv(price * BURN_SHARE[jobClass], ONE);
	return { fiat: price - burnValue, burn: fiatToTokens(burnValue, priceUsed) };
}

/** One per cent of the held tokens, rounded up. */
export const cancelFee = (burn) => ceilDiv(burn, 100n);

/** What a judged job burns and brings; `judged` are `{ share, quality }` in parts per billion. */
export function settle(jobClass, held, judged) {
	const one = ONE * ONE;
	const merits = judged.map(({ share, quality }) => BigInt(share) * BigInt(quality));
	const merit = sum(merits);
	const burned = ceilDiv(held.burn * merit, one);
	const fiatPaid = (held.fiat * merit) / one;
	const suppliers = merits.map((own) => {
		const part = (burned * own) / merit;
		return { fiat: (held.fiat * own) / one, entitlement: (part * KAPPA[jobClass]) / ONE };
	});
	const last = merits.findLastIndex((own) => own > 0n);
	suppliers[last].fiat += fiatPaid - sum(suppliers.map(({ fiat }) => fiat));
	return { burned, fiatPaid, suppliers };
}

/** Shares scaled to one: each rounded down, the rest to the first of the largest. */
export function scaleToOne(shares) {
	const whole = sum(shares.map(BigInt));
	const scaled = shares.map((share) => (BigInt(share) * ONE) / whole);
	const largest = shares.findIndex((share) => shares.every((other) => other <= share));
	scaled[largest] += ONE - sum(scaled);
	return scaled;
}

/** A part of a pool by points, rounded down. */
export const proRata = (amount, points, total) => (total === 0n ? 0n : (amount * points) / total);

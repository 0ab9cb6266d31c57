/** From the answers of several sources to one price. */

/** A part in millionths, for whole numbers. */
const millionths = (part) => BigInt(Math.round(part * 1e6));
export const distance = (a, b) => (a < b ? b - a : a - b);
/** Whether `price` is farther from `middle` than the part `bound` of it. */
export const isBeyond = (price, middle, bound) => distance(price, middle) * 1_000_000n > middle * millionths(bound);

/** The weighted median: half of the weight is not above it and half not below. Rounded down, `null` of nothing. */
export function weightedMedian(answers) {
	const sorted = [...answers].sort((a, b) => (a.price < b.price ? -1 : Number(a.price > b.price)));
	const whole = sorted.reduce((sum, { weight }) => sum + weight, 0);
	let below = 0;
	for (const [index, { price, weight }] of sorted.entries()) {
		below += weight;
		if (below * 2 === whole) return (price + sorted[index + 1].price) / 2n;
		if (below * 2 > whole) return price;
	}
	return null;
}

/**
 * What the sources agree on. `answers` are `{ name, price, weight, age }`, the age in milliseconds. Those that are
 * too old or too far from the median of the others do not count. `price` is `null` if fewer than enough are left;
 * `age` is that of the oldest that counts.
 */
export function aggregate(answers, { maxAgeSeconds, outlier, minimumSources }) {
	const young = answers.filter(({ age }) => age <= maxAgeSeconds * 1_000);
	const middle = weightedMedian(young);
	const agreeing = young.filter(({ price }) => !isBeyond(price, middle, outlier));
	const dropped = answers.filter((answer) => !agreeing.includes(answer)).map(({ name }) => name);
	const enough = agreeing.length >= minimumSources;
	return {
		price: enough ? weightedMedian(agreeing) : null,
		age: Math.max(...agreeing.map(({ age }) => age), 0),
		agreeing: agreeing.map(({ name }) => name),
		dropped,
	};
}

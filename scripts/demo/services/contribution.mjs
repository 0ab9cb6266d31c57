/**
 * What each supplier's work was worth: exact Shapley values, and the shares that they become on the chain.
 */

const ONE = 1_000_000_000n;
/** Of an even part of what all add: who adds less rides free. */
const LEAST_OF_EVEN = 0.1;

/** Every subset of `0..players`, as arrays of indexes. */
function subsets(players) {
	return Array.from({ length: 2 ** players }, (_, bits) =>
		Array.from({ length: players }, (_, player) => player).filter((player) => (bits >> player) & 1),
	);
}

function factorial(number) {
	return number <= 1 ? 1 : number * factorial(number - 1);
}

/**
 * Exact Shapley values: the mean of what a player adds to a coalition, over all orders in which the coalition can form.
 * `value` is asked once for each of the 2^players coalitions.
 */
export function shapley(players, value) {
	const worth = new Map(subsets(players).map((coalition) => [coalition.join(), value(coalition)]));
	return Array.from({ length: players }, (_, player) =>
		subsets(players)
			.filter((coalition) => !coalition.includes(player))
			.reduce((sum, coalition) => {
				const weight =
					(factorial(coalition.length) * factorial(players - coalition.length - 1)) / factorial(players);
				const joined = [...coalition, player].sort((a, b) => a - b);
				return sum + weight * (worth.get(joined.join()) - worth.get(coalition.join()));
			}, 0),
	);
}

/** Those among `members` who added next to nothing of what all of them did, or did harm. */
export function freeRiders(members, contributions) {
	const added = members.reduce((sum, member) => sum + Math.max(contributions[member], 0), 0);
	const least = (LEAST_OF_EVEN * added) / members.length;
	return members.filter((member) => contributions[member] < least);
}

/**
 * Shares in parts per billion: each its agreed minimum, and of what is left over the minima a part by contribution.
 * A negative contribution counts as none. Rounded down, the rest to the largest, so that they sum to one exactly.
 */
export function sharesAbove(minima, contributions) {
	const least = minima.map(BigInt);
	const spare = ONE - least.reduce((sum, share) => sum + share, 0n);
	if (spare < 0n) throw new RangeError('the minima are more than one');
	const worth = contributions.map((contribution) => BigInt(Math.round(Math.max(contribution, 0) * 1e12)));
	const total = worth.reduce((sum, part) => sum + part, 0n);
	const parts = total === 0n ? worth.map(() => 1n) : worth;
	const whole = total === 0n ? BigInt(parts.length) : total;
	const shares = least.map((share, index) => share + (spare * parts[index]) / whole);
	const rest = ONE - shares.reduce((sum, share) => sum + share, 0n);
	const largest = shares.reduce((best, share, index) => (share > shares[best] ? index : best), 0);
	shares[largest] += rest;
	return shares.map(Number);
}

/** A small seeded generator (mulberry32): the same seed gives the same work on every machine. */
export function seededRandom(seed) {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** Fisher and Yates, in place. */
export function shuffle(items, random) {
	for (let last = items.length - 1; last > 0; last -= 1) {
		const other = Math.floor(random() * (last + 1));
		[items[last], items[other]] = [items[other], items[last]];
	}
	return items;
}

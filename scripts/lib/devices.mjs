/** What devices sign for a supplier, and the tree by which a supplier answers for all of them. */
import { hexToU8a, stringToU8a, u8aConcat, u8aToHex } from '@polkadot/util';
import { blake2AsU8a, decodeAddress } from '@polkadot/util-crypto';

/** What a device of `supplier` signs in an epoch whose challenge has this seed. */
export const challengeStatement = (genesis, supplier, seed) =>
	u8aConcat(stringToU8a('bme/challenge'), hexToU8a(genesis), decodeAddress(supplier), hexToU8a(seed));

const hash = (...parts) => blake2AsU8a(u8aConcat(...parts));

/** The levels of the binary tree over `leaves`, bytes: from the hashes of the leaves to the root; an odd one goes up alone. */
function levelsOf(leaves) {
	const levels = [leaves.map((leaf) => hash(leaf))];
	while (levels.at(-1).length > 1) {
		const below = levels.at(-1);
		const pairs = Array.from({ length: Math.ceil(below.length / 2) }, (_, pair) =>
			below.slice(2 * pair, 2 * pair + 2),
		);
		levels.push(pairs.map((pair) => (pair.length === 2 ? hash(...pair) : pair[0])));
	}
	return levels;
}

/** The root of the tree over `leaves`, and of a leaf the hashes beside its way to the root. */
export function treeOf(leaves) {
	const levels = levelsOf(leaves);
	const pathOf = (leaf) =>
		levels
			.slice(0, -1)
			.map((level, height) => level[(leaf >> height) ^ 1])
			.filter((beside) => beside !== undefined)
			.map((beside) => u8aToHex(beside));
	return { root: u8aToHex(levels.at(-1)[0]), pathOf };
}

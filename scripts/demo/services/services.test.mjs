import { describe, expect, test } from 'vitest';
import { answer, toolsOver } from './agent.mjs';
import { freeRiders, sharesAbove, shapley } from './contribution.mjs';
import { SHARDS, imageAt, shard, testSet, validationSet } from './dataset.mjs';
import { trainTogether } from './federated.mjs';
import { evaluate, federatedAverage, initialModel, modelBytes, predict } from './model.mjs';
import { readDigits, seedBytes } from './reading.mjs';
import { freeRider, startSupplier, trainRound } from './supplier.mjs';

const SEED = 7;
const ONE = 1_000_000_000;
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

describe('dataset', () => {
	test('shards_should_hold_every_training_sample_once_and_be_lopsided', () => {
		const shards = Array.from({ length: SHARDS }, (_, supplier) => shard(supplier, SEED));
		expect(sum(shards.map(({ count }) => count))).toBe(8_400);
		const [first] = shards;
		const zeros = first.labels.filter((label) => label === 0).length;
		const nines = first.labels.filter((label) => label === 9).length;
		expect(zeros).toBeGreaterThan(5 * nines);
	});

	test('sets_should_share_no_sample', () => {
		const keys = [validationSet(SEED), testSet(SEED), shard(0, SEED), shard(1, SEED), shard(2, SEED)].flatMap(
			(set) => Array.from({ length: set.count }, (_, index) => imageAt(set, index).join()),
		);
		// MNIST itself repeats no digit.
		expect(new Set(keys).size).toBe(keys.length);
	});
});

describe('contribution', () => {
	test('shapley_should_pay_the_glove_game_by_the_book', () => {
		// One left glove, two right ones: a pair is worth 1.
		const pair = (coalition) => (coalition.includes(0) && coalition.length > 1 ? 1 : 0);
		expect(shapley(3, pair).map((value) => value.toFixed(6))).toEqual(['0.666667', '0.166667', '0.166667']);
	});

	test('shapley_should_sum_to_what_all_add_together', () => {
		const value = (coalition) => coalition.reduce((total, member) => total + (member + 1) ** 2, coalition.length);
		expect(sum(shapley(4, value))).toBeCloseTo(value([0, 1, 2, 3]) - value([]), 9);
	});

	test('free_riders_should_be_those_who_add_less_than_a_tenth_of_an_even_part', () => {
		expect(freeRiders([0, 1, 2, 3], [10, 10, 10, -1])).toEqual([3]);
		expect(freeRiders([0, 1, 2, 3], [10, 10, 10, 0.7])).toEqual([3]);
		expect(freeRiders([0, 1, 2, 3], [10, 10, 10, 0.8])).toEqual([]);
		expect(freeRiders([0, 2], [10, 0, 10])).toEqual([]);
	});

	test('shares_should_sum_to_one_and_respect_the_minima', () => {
		const minima = [100_000_000, 100_000_000, 100_000_000];
		for (const contributions of [
			[1, 2, 3],
			[0, 0, 0],
			[-1, 0.1, 1e-9],
			[1 / 3, 1 / 7, 1 / 11],
		]) {
			const shares = sharesAbove(minima, contributions);
			expect(sum(shares)).toBe(ONE);
			shares.forEach((share, index) => expect(share).toBeGreaterThanOrEqual(minima[index]));
		}
		expect(sharesAbove(minima, [-1, 0, 2])).toEqual([100_000_000, 100_000_000, 800_000_000]);
		expect(() => sharesAbove([600_000_000, 600_000_000], [1, 1])).toThrow('minima');
	});
});

describe('federated training', () => {
	const validation = validationSet(SEED);
	const local = Array.from({ length: SHARDS }, (_, index) => {
		const samples = shard(index, SEED);
		return async (model, round) => ({
			model: trainRound(samples, { model, index, round, seed: SEED, epochs: 1 }),
			samples: samples.count,
		});
	});

	test('training_should_learn_and_give_the_same_bytes_when_run_again', async () => {
		const heard = [];
		const run = () =>
			trainTogether({
				suppliers: local,
				rounds: 2,
				seed: SEED,
				validation,
				onRound: ({ round }) => heard.push(round),
			});
		const [first, second] = [await run(), await run()];
		expect(modelBytes(first.model)).toEqual(modelBytes(second.model));
		expect(first.contributions).toEqual(second.contributions);
		expect(heard).toEqual([1, 2, 1, 2]);
		expect(evaluate(initialModel(SEED), testSet(SEED)).accuracy).toBeLessThan(0.3);
		expect(evaluate(first.model, testSet(SEED)).accuracy).toBeGreaterThan(0.85);
	});

	test('free_rider_should_be_caught_and_change_nothing_from_then_on', async () => {
		const caught = [];
		const { contributions, model } = await trainTogether({
			suppliers: [...local, freeRider(5_000)],
			rounds: 3,
			seed: SEED,
			validation,
			onRound: (round) => caught.push(round.caught),
		});
		expect(caught).toEqual([[], [3], []]);
		expect(contributions[3]).toBe(0);
		contributions.slice(0, 3).forEach((contribution) => expect(contribution).toBeGreaterThan(0));
		expect(evaluate(model, testSet(SEED)).accuracy).toBeGreaterThan(0.85);
	});

	test('threads_should_train_as_the_same_function_does_here', async () => {
		const supplier = startSupplier(1, { seed: SEED, epochs: 1 });
		const model = initialModel(SEED);
		const [there, here] = [await supplier.train(model, 1), await local[1](model, 1)];
		await supplier.stop();
		expect(there).toEqual(here);
	});

	test('average_should_weigh_by_samples', () => {
		const ones = initialModel(SEED).fill(1);
		const fives = initialModel(SEED).fill(5);
		const average = federatedAverage([
			{ model: ones, samples: 3 },
			{ model: fives, samples: 1 },
		]);
		expect(average.every((value) => value === 2)).toBe(true);
	});

	test('agent_should_answer_through_its_tools', async () => {
		const { model } = await trainTogether({ suppliers: local, rounds: 1, seed: SEED, validation });
		const samples = testSet(SEED);
		const { content, operands, result, transcript } = answer(
			'What is image 2 times image 5?',
			toolsOver(model, samples),
		);
		expect(operands).toEqual([
			predict(model, imageAt(samples, 2)).digit,
			predict(model, imageAt(samples, 5)).digit,
		]);
		expect(result).toBe(operands[0] * operands[1]);
		expect(content).toContain(String(result));
		expect(transcript.map(({ role }) => role)).toEqual(['consumer', 'tool', 'tool', 'tool', 'agent']);
		expect(() => answer('Hello?', {})).toThrow('no sum');
	});
});

describe('reading', () => {
	test('digits_should_be_the_same_when_they_are_read_again', () => {
		const specification = { seed: SEED, epochs: 2, count: 50 };
		const digits = readDigits(specification);
		expect(readDigits(specification)).toEqual(digits);
		expect(readDigits({ ...specification, seed: SEED + 1 })).not.toEqual(digits);
		const labels = testSet(SEED).labels;
		expect(digits.filter((digit, index) => digit === labels[index]).length).toBeGreaterThan(35);
	});

	test('seed_should_be_thirty_two_bytes', () => {
		expect(seedBytes(SEED)).toBe(`0x${'00'.repeat(31)}07`);
	});
});

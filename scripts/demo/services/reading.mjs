/** Inference that anybody can run again: a small perceptron, trained from a seed, reads handwritten digits. */
import { imageAt, testSet, validationSet } from './dataset.mjs';
import { initialModel, predict, train } from './model.mjs';

const RATE = 0.01;

/** The first `count` digits of the test set as the model of a seed reads them: the same wherever it runs. */
export function readDigits({ seed, epochs, count }) {
	const model = train(initialModel(seed), validationSet(seed), { epochs, rate: RATE, seed });
	const samples = testSet(seed);
	return Array.from({ length: count }, (_, index) => predict(model, imageAt(samples, index)).digit);
}

/** A seed as the evidence of a job states it. */
export const seedBytes = (seed) => `0x${seed.toString(16).padStart(64, '0')}`;

/**
 * A perceptron with one hidden layer: 784 pixels → 64 rectified units → softmax over ten digits.
 *
 * All parameters lie in one `Float32Array`, so that a model is its bytes: they are what suppliers send, what is
 * averaged, and what is hashed as the result of the job.
 */
import { DIGITS, PIXELS, imageAt } from './dataset.mjs';
import { seededRandom, shuffle } from './random.mjs';

const HIDDEN = 64;
const HIDDEN_BIAS = PIXELS * HIDDEN;
const OUTPUT = HIDDEN_BIAS + HIDDEN;
const OUTPUT_BIAS = OUTPUT + HIDDEN * DIGITS;
const PARAMETERS = OUTPUT_BIAS + DIGITS;

/** A fresh model: He's initialisation, biases zero. */
export function initialModel(seed) {
	const random = seededRandom(seed);
	const model = new Float32Array(PARAMETERS);
	const uniform = (inputs) => (random() * 2 - 1) * Math.sqrt(6 / inputs);
	for (let at = 0; at < HIDDEN_BIAS; at += 1) model[at] = uniform(PIXELS);
	for (let at = OUTPUT; at < OUTPUT_BIAS; at += 1) model[at] = uniform(HIDDEN);
	return model;
}

/** Run the model on one image; leaves the hidden units and the probabilities in `state`. */
function forward(model, image, state) {
	const { hidden, probabilities } = state;
	for (let unit = 0; unit < HIDDEN; unit += 1) hidden[unit] = model[HIDDEN_BIAS + unit];
	for (let pixel = 0; pixel < PIXELS; pixel += 1) {
		const value = image[pixel];
		if (value === 0) continue;
		const row = pixel * HIDDEN;
		for (let unit = 0; unit < HIDDEN; unit += 1) hidden[unit] += model[row + unit] * value;
	}
	for (let unit = 0; unit < HIDDEN; unit += 1) hidden[unit] = Math.max(hidden[unit], 0);

	let highest = -Infinity;
	for (let digit = 0; digit < DIGITS; digit += 1) {
		let sum = model[OUTPUT_BIAS + digit];
		for (let unit = 0; unit < HIDDEN; unit += 1) sum += model[OUTPUT + unit * DIGITS + digit] * hidden[unit];
		probabilities[digit] = sum;
		highest = Math.max(highest, sum);
	}
	let total = 0;
	for (let digit = 0; digit < DIGITS; digit += 1) {
		probabilities[digit] = Math.exp(probabilities[digit] - highest);
		total += probabilities[digit];
	}
	for (let digit = 0; digit < DIGITS; digit += 1) probabilities[digit] /= total;
}

/** One step of gradient descent on one image that shows `label`. */
function step(model, image, label, rate, state) {
	const { hidden, probabilities, hiddenError } = state;
	forward(model, image, state);
	probabilities[label] -= 1;
	for (let unit = 0; unit < HIDDEN; unit += 1) {
		let error = 0;
		for (let digit = 0; digit < DIGITS; digit += 1) {
			const at = OUTPUT + unit * DIGITS + digit;
			error += model[at] * probabilities[digit];
			model[at] -= rate * probabilities[digit] * hidden[unit];
		}
		hiddenError[unit] = hidden[unit] > 0 ? error : 0;
		model[HIDDEN_BIAS + unit] -= rate * hiddenError[unit];
	}
	for (let digit = 0; digit < DIGITS; digit += 1) model[OUTPUT_BIAS + digit] -= rate * probabilities[digit];
	for (let pixel = 0; pixel < PIXELS; pixel += 1) {
		const scaled = rate * image[pixel];
		if (scaled === 0) continue;
		const row = pixel * HIDDEN;
		for (let unit = 0; unit < HIDDEN; unit += 1) model[row + unit] -= scaled * hiddenError[unit];
	}
}

function newState() {
	return {
		hidden: new Float64Array(HIDDEN),
		hiddenError: new Float64Array(HIDDEN),
		probabilities: new Float64Array(DIGITS),
	};
}

/** Train a copy of `model` on `samples` for `epochs`; the same arguments give the same bytes. */
export function train(model, samples, { epochs, rate, seed }) {
	const trained = model.slice();
	const state = newState();
	const random = seededRandom(seed);
	const order = Array.from({ length: samples.count }, (_, index) => index);
	for (let epoch = 0; epoch < epochs; epoch += 1) {
		for (const index of shuffle(order, random)) {
			step(trained, imageAt(samples, index), samples.labels[index], rate, state);
		}
	}
	return trained;
}

/** What the model sees on one image. */
export function predict(model, image) {
	const state = newState();
	forward(model, image, state);
	let digit = 0;
	for (let other = 1; other < DIGITS; other += 1) {
		if (state.probabilities[other] > state.probabilities[digit]) digit = other;
	}
	return { digit, confidence: state.probabilities[digit] };
}

/** The part of `samples` that the model reads right, and its mean log-likelihood. */
export function evaluate(model, samples) {
	const state = newState();
	let right = 0;
	let likelihood = 0;
	for (let index = 0; index < samples.count; index += 1) {
		forward(model, imageAt(samples, index), state);
		const ofLabel = state.probabilities[samples.labels[index]];
		if (state.probabilities.every((other) => other <= ofLabel)) right += 1;
		likelihood += Math.log(Math.max(ofLabel, 1e-12));
	}
	return { accuracy: right / samples.count, likelihood: likelihood / samples.count };
}

/** The average of models, each weighted by the samples behind it (McMahan et al., 2017). */
export function federatedAverage(updates) {
	const total = updates.reduce((sum, { samples }) => sum + samples, 0);
	const sums = new Float64Array(PARAMETERS);
	for (const { model, samples } of updates) {
		for (let at = 0; at < PARAMETERS; at += 1) sums[at] += (model[at] * samples) / total;
	}
	return Float32Array.from(sums);
}

/** The bytes that are hashed: little-endian on every machine. */
export function modelBytes(model) {
	const bytes = new Uint8Array(model.length * 4);
	const view = new DataView(bytes.buffer);
	model.forEach((value, index) => view.setFloat32(index * 4, value, true));
	return bytes;
}

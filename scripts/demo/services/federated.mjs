/**
 * Federated learning: in each round every supplier trains the common model on its own shard, and only models
 * travel.
 *
 * Contribution is measured by the assessor from the models alone, since nobody may see the shards: the Shapley
 * value of each round's updates in what they add on the validation set, summed over the rounds (Song et al., 2019).
 */
import { shapley } from './contribution.mjs';
import { evaluate, federatedAverage, initialModel } from './model.mjs';

/**
 * Run `rounds` rounds. Each of `suppliers` is a function `(model, round) => Promise<{ model, samples }>`.
 * `onRound` hears of each round as it ends.
 */
export async function trainTogether({ suppliers, rounds, seed, validation, onRound }) {
	let model = initialModel(seed);
	const contributions = suppliers.map(() => 0);
	let samples = suppliers.map(() => 0);
	for (let round = 1; round <= rounds; round += 1) {
		const base = model;
		const updates = await Promise.all(suppliers.map((supplier) => supplier(base, round)));
		const worth = shapley(suppliers.length, (coalition) => {
			const common = coalition.length === 0 ? base : federatedAverage(coalition.map((member) => updates[member]));
			return evaluate(common, validation).likelihood;
		});
		worth.forEach((value, index) => {
			contributions[index] += value;
		});
		samples = updates.map((update) => update.samples);
		model = federatedAverage(updates);
		onRound?.({ round, model, worth });
	}
	return { model, contributions, samples };
}

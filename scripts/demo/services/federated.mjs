/**
 * Federated learning: in each round every supplier trains the common model on its own shard, and only models
 * travel.
 *
 * Contribution is measured by the assessor from the models alone, since nobody may see the shards: the Shapley
 * value of each round's updates in what they add on the validation set, summed over the rounds (Song et al., 2019).
 */
import { freeRiders, shapley } from './contribution.mjs';
import { evaluate, federatedAverage, initialModel } from './model.mjs';

/** Rounds after which the assessor looks for free riders. */
const TRIAL = 2;

/**
 * Run `rounds` rounds. Each of `suppliers` is a function `(model, round) => Promise<{ model, samples }>`. Whoever turns
 * out to add nothing is left out from then on, and contributed nothing. `onRound` hears of each round as it ends, and
 * who was `caught` in it.
 */
export async function trainTogether({ suppliers, rounds, seed, validation, onRound }) {
	let model = initialModel(seed);
	const contributions = suppliers.map(() => 0);
	const samples = suppliers.map(() => 0);
	let members = suppliers.map((_, index) => index);
	for (let round = 1; round <= rounds; round += 1) {
		const base = model;
		const updates = await Promise.all(members.map((member) => suppliers[member](base, round)));
		const worth = shapley(members.length, (coalition) => {
			const common = coalition.length === 0 ? base : federatedAverage(coalition.map((place) => updates[place]));
			return evaluate(common, validation).likelihood;
		});
		members.forEach((member, place) => {
			contributions[member] += worth[place];
			samples[member] += updates[place].samples;
		});
		const caught = round < TRIAL ? [] : freeRiders(members, contributions);
		model = federatedAverage(updates.filter((_, place) => !caught.includes(members[place])));
		members = members.filter((member) => !caught.includes(member));
		for (const member of caught) contributions[member] = 0;
		onRound?.({ round, model, caught });
	}
	return { model, contributions, samples };
}

/** What a candidate policy would do, computed by the chain. */

const sum = ({ work, contribution, security }) => work.toBigInt() + contribution.toBigInt() + security.toBigInt();

/** What a row of a projection says of an epoch. */
const rowOf = ({ epoch, issuance, burned, minted, treasury }) => ({
	epoch: epoch.toNumber(),
	supply: issuance.toBigInt(),
	burned: burned.toBigInt(),
	minted: sum(minted) + treasury.toBigInt(),
	income: minted.work.toBigInt() + minted.contribution.toBigInt(),
});

async function project(api, candidate, { scenario, epochs }) {
	const rows = await api.call.bmeApi.previewPolicy(candidate, scenario, epochs);
	if (rows.isErr) throw new Error(`there is no preview: ${rows.asErr.type}`);
	return rows.asOk.map(rowOf);
}

/** Why the policy would be refused if the referendum were enacted now, or `null`. */
function refusal({ origin }, { base, inForce, changes }) {
	if (base !== inForce)
		return 'bme.StaleBase: it was written against a policy that is no longer in force; note it again';
	const loosens = changes.some(({ direction }) => direction === 'Loosens');
	if (loosens && origin === 'EmissionTightening') return 'bme.MayOnlyTighten: its track may only tighten';
	const adopters = ['Root', 'EmissionTightening', 'EmissionLoosening'];
	return adopters.includes(origin) ? null : 'BadOrigin: no policy is adopted on its track';
}

/**
 * Of the policy that a referendum adopts: the numbers that it `changes`, the reason if it would be `refused` now, and
 * the epochs ahead as they are (`current`) and with it (`candidate`).
 */
export async function previewOf(api, referendum, options) {
	const { bme } = api.query;
	const candidate = await bme.candidates(referendum.policy);
	if (candidate.isNone)
		return { refused: 'bme.CandidateNotFound: nobody noted this policy, or it was adopted or withdrawn' };
	const described = await api.call.bmeApi.describeChange(referendum.policy);
	const changes = described.asOk.map((change) => ({
		parameter: change.parameter.type,
		direction: change.direction.type,
		before: change.before.toBigInt(),
		after: change.after.toBigInt(),
		least: change.least.toBigInt(),
		most: change.most.toBigInt(),
		step: change.step.toBigInt(),
		stepLeft: change.stepLeft.toBigInt(),
	}));
	const inForce = (await bme.policy()).unwrap().hash.toHex();
	const base = candidate.unwrap().base.toHex();
	return {
		changes,
		refused: refusal(referendum, { base, inForce, changes }),
		current: await project(api, null, options),
		candidate: await project(api, referendum.policy, options),
	};
}

import { api, key, send } from './connect.mjs';

const policy = (await api.call.bmeApi.policy()).unwrap();
// One point less of the net burn is minted again. Parts count in 10⁻⁹.
const candidate = { ...policy.toJSON(), rho: policy.rho.toNumber() - 10_000_000 };

// What would it change, and could it be noted now? Costs nothing, and names the number if it could not.
const review = await api.call.bmeApi.reviewPolicy(candidate);
if (review.isErr) throw new Error(`refused: ${JSON.stringify(review.asErr)}`);
const { base, direction, changes } = review.asOk;
for (const { parameter, before, after } of changes)
	console.log(`${parameter.type}: ${before} → ${after}, ${direction.type}`);

// Note it, for a deposit that returns when it is adopted, or withdrawn once it cannot be. A referendum then calls
// `bme.adoptPolicy(hash)`.
const events = await send(api.tx.bme.notePolicy(candidate, base), key('//Ferdie'));
const { policyHash } = events.find((event) => api.events.bme.PolicyNoted.is(event)).data;

// What would the next epochs mint, as things are and under the candidate, if the token's price halved?
for (const candidateHash of [null, policyHash]) {
	const rows = (await api.call.bmeApi.previewPolicy(candidateHash, 'PriceHalves', 10)).asOk;
	const { epoch, burned, minted, issuance } = rows.at(-1);
	console.log(`${candidateHash ? 'candidate' : 'in force'}: in epoch ${epoch} burns ${burned}, mints ${minted}`);
	console.log(`  and leaves ${issuance} tokens`);
}

await api.disconnect();

/** What a referendum is about, read from the chain. */

/** The bytes of a call that is bounded by its hash or kept beside it, or `null` if nobody noted them. */
async function bytesOf(api, proposal) {
	if (proposal.isInline) return proposal.asInline.toU8a(true);
	const { hash_: hash, len = null } = proposal.isLookup ? proposal.asLookup : proposal.asLegacy;
	const keys = await api.query.preimage.preimageFor.keys();
	const key = keys.find(({ args: [[noted, length]] }) => noted.eq(hash) && (len === null || length.eq(len)));
	if (!key) return null;
	return (await api.query.preimage.preimageFor(key.args[0])).unwrap().toU8a(true);
}

/** A call, or why it is none. */
function decode(api, bytes) {
	if (bytes === null) return { problem: 'its preimage is not on the chain: note it, or nothing can be enacted' };
	try {
		return { call: api.registry.createType('Call', bytes) };
	} catch {
		return { problem: 'its preimage is no call of this runtime: enacting it would do nothing' };
	}
}

/** The hash of the policy that a call adopts, itself or as one of a batch. */
function adopted(api, call) {
	if (api.tx.bme.adoptPolicy.is(call)) return call.args[0].toHex();
	const isBatch = call.section === 'utility' && call.method.toLowerCase().includes('batch');
	if (!isBatch) return null;
	return call.args[0].map((inner) => adopted(api, inner)).find((hash) => hash !== null) ?? null;
}

const nameOf = (call) => `${call.section}.${call.method}(${call.args.map((arg) => arg.toString()).join(', ')})`;

/** The name of an origin: `root`, `EmissionTightening`. */
const originOf = (origin) => (origin.isSystem ? origin.asSystem.type : origin.value.type);

/**
 * A referendum: its `number`, `status` and, while it is not over, its `origin`, `votes`, its `call` as text or the
 * `problem` with it, and the hash of the `policy` that it adopts, if it does.
 */
export async function readReferendum(api, number) {
	const info = await api.query.referenda.referendumInfoFor(number);
	if (info.isNone) throw new Error(`there is no referendum ${number}`);
	const status = info.unwrap();
	if (!status.isOngoing) return { number, status: status.type };
	const { origin, proposal, tally, deciding } = status.asOngoing;
	const { call, problem } = decode(api, await bytesOf(api, proposal));
	return {
		number,
		status: deciding.isSome ? 'being decided' : 'being prepared',
		origin: originOf(origin),
		votes: { ayes: tally.ayes.toBigInt(), nays: tally.nays.toBigInt(), support: tally.support.toBigInt() },
		call: call && nameOf(call),
		problem,
		policy: call ? adopted(api, call) : null,
	};
}

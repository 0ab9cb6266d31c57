/** What it takes to have a referendum decide, on a chain where the well-known accounts have nearly all tokens. */
import { account, fieldsOf, send } from '../../scripts/lib/chain.mjs';
import { TOKEN } from '../../scripts/lib/units.mjs';

export const WELL_KNOWN = ['Alice', 'Bob', 'Charlie', 'Dave', 'Eve', 'Ferdie'];
/** Of the 80 million that each of them and its stash has. */
const MOST_TOKENS = 70_000_000n * TOKEN;

/** The transaction that submits a referendum on `call`, whose preimage is noted, for `origin`. */
export function submission(api, call, origin) {
	const { hash, encodedLength: len } = call.method;
	return api.tx.referenda.submit(origin, { Lookup: { hash, len } }, { After: 1 });
}

/** Nearly all tokens vote aye: each transaction with its signer, who take these convictions in turn. */
export function ayes(api, index, convictions = ['None']) {
	const voters = WELL_KNOWN.flatMap((name) => [`//${name}`, `//${name}//stash`]).map(account);
	return voters.map((voter, place) => {
		const conviction = convictions[place % convictions.length];
		const vote = { Standard: { vote: { aye: true, conviction }, balance: MOST_TOKENS } };
		return [api.tx.convictionVoting.vote(index, vote), voter];
	});
}

/** Propose `call` on a chain that makes blocks by itself, and vote for it; it is enacted some minutes later. */
export async function carry(api, call, origin) {
	const alice = account('//Alice');
	await send(api, api.tx.preimage.notePreimage(call.method.toHex()), alice);
	const { events } = await send(api, submission(api, call, origin), alice);
	const index = fieldsOf(events, api.events.referenda.Submitted).index.toNumber();
	await send(api, api.tx.referenda.placeDecisionDeposit(index), alice);
	await Promise.all(ayes(api, index).map(([vote, voter]) => send(api, vote, voter)));
}

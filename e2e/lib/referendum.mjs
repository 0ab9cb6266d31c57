/** What it takes to have a referendum decide, on a chain where the well-known accounts have nearly all tokens. */
import { account, fieldsOf, send } from '../../scripts/lib/chain.mjs';
import { TOKEN } from '../../scripts/lib/units.mjs';

/** The time scale of a network whose referenda take three minutes, which is the least. */
export const SOON = 720;
export const WELL_KNOWN = ['Alice', 'Bob', 'Charlie', 'Dave', 'Eve', 'Ferdie'];
/** Of the 80 million that each of them and its stash has, at least. */
const MOST_TOKENS = 70_000_000n * TOKEN;

/** The transaction that submits a referendum on `call`, whose preimage is noted, for `origin`. */
export function submission(api, call, origin) {
	const { hash, encodedLength: len } = call.method;
	return api.tx.referenda.submit(origin, { Lookup: { hash, len } }, { After: 1 });
}

/** The accounts that have nearly all tokens of the presets. */
const holders = () => WELL_KNOWN.flatMap((name) => [`//${name}`, `//${name}//stash`]).map(account);

/** They vote aye: each transaction with its signer, who take these convictions in turn. */
export function ayes(api, index, { convictions = ['None'], voters = holders() } = {}) {
	return voters.map((voter, place) => {
		const conviction = convictions[place % convictions.length];
		const vote = { Standard: { vote: { aye: true, conviction }, balance: MOST_TOKENS } };
		return [api.tx.convictionVoting.vote(index, vote), voter];
	});
}

/**
 * Propose `call` on a chain that makes blocks by itself, and have `voters` vote for it, of whom the first pays the
 * deposits; it is enacted some minutes later.
 */
export async function carry(api, call, origin, voters = holders()) {
	const [proposer] = voters;
	await send(api, api.tx.preimage.notePreimage(call.method.toHex()), proposer);
	const { events } = await send(api, submission(api, call, origin), proposer);
	const index = fieldsOf(events, api.events.referenda.Submitted).index.toNumber();
	await send(api, api.tx.referenda.placeDecisionDeposit(index), proposer);
	await Promise.all(ayes(api, index, { voters }).map(([vote, voter]) => send(api, vote, voter)));
}

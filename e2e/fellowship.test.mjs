/** The technical collective: who belongs to it, and that what it whitelists is voted on sooner, and not without a vote. */
import { expect, test } from 'vitest';
import { headNumber } from '../scripts/lib/chain.mjs';
import { chainForThisFile } from './lib/chain.mjs';

const LONG = { timeout: 300_000 };
const HALF = 500_000_000;
const chain = chainForThisFile();

const samplingOf = async () => (await chain.api.call.verificationApi.sampling()).unknown.toNumber();
const setSampling = (unknown) => {
	const known = { agent: 0, inference: 0, training: 0 };
	return chain.api.tx.verification.setSampling({ known, unknown, minBurn: 0 });
};
const fellows = () => [chain.alice, chain.bob, chain.charlie];

/** Have a referendum of the collective whitelist a call, with these members' votes; its number. */
async function proposeToWhitelist(call, voters) {
	const { fellowshipCollective, fellowshipReferenda, whitelist } = chain.api.tx;
	const proposal = { Inline: whitelist.whitelistCall(call.method.hash).method.toHex() };
	const submit = fellowshipReferenda.submit({ Origins: 'Fellows' }, proposal, { After: 1 });
	const [proposer] = fellows();
	const submitted = await chain.send(submit, proposer);
	const index = chain.one(submitted, 'fellowshipReferenda.Submitted').index.toNumber();
	await chain.send(fellowshipReferenda.placeDecisionDeposit(index), proposer);
	const votes = await chain.sendAll(...voters.map((voter) => [fellowshipCollective.vote(index, true), voter]));
	votes.forEach(({ error }) => expect(error).toBeNull());
	return index;
}

/** The error that `decide` ended with, or `null`, and how many blocks it took. */
async function timed(decide) {
	const began = await headNumber(chain.api);
	const error = await decide();
	return { error, blocks: (await headNumber(chain.api)) - began };
}

test('the_collective_should_be_whom_token_holders_vote_into_it', LONG, async () => {
	const { api, alice, ferdie } = chain;
	const { fellowshipCollective, fellowshipReferenda, utility, whitelist } = api.tx;
	const call = setSampling(HALF);
	expect(await chain.refused(whitelist.whitelistCall(call.method.hash), alice)).toBe('BadOrigin');
	expect(await chain.refused(fellowshipCollective.addMember(alice.address), alice)).toBe('BadOrigin');

	const joins = fellows().flatMap(({ address }) => [
		fellowshipCollective.addMember(address),
		fellowshipCollective.promoteMember(address),
	]);
	expect(await chain.asOrigin('FellowshipAdmin', utility.batchAll(joins))).toBeNull();
	for (const { address } of fellows()) {
		const member = (await api.query.fellowshipCollective.members(address)).unwrap();
		expect(member.rank.toNumber()).toBe(1);
	}
	const proposal = { Inline: whitelist.whitelistCall(call.method.hash).method.toHex() };
	const submit = fellowshipReferenda.submit({ Origins: 'Fellows' }, proposal, { After: 1 });
	expect(await chain.refused(submit, ferdie)).toBe('BadOrigin');
	expect(await chain.refused(fellowshipCollective.vote(0, true), ferdie)).toBe('fellowshipCollective.NotMember');
});

test('a_call_should_not_be_made_when_token_holders_vote_and_the_collective_does_not', LONG, async () => {
	const { dispatchWhitelistedCallWithPreimage } = chain.api.tx.whitelist;
	const call = setSampling(HALF / 2);
	// It waits for the collective, until it expires.
	expect(await chain.asOrigin('WhitelistedCaller', dispatchWhitelistedCallWithPreimage(call))).toBeNull();
	expect(await samplingOf()).toBe(0);
	// One of three is no two thirds.
	const [one] = fellows();
	await proposeToWhitelist(call, [one]);
	await chain.seal(200);
	expect((await chain.api.query.whitelist.whitelistedCall(call.method.hash)).isNone).toBe(true);
	expect(await samplingOf()).toBe(0);
});

test('a_call_should_be_made_sooner_than_by_root_when_the_collective_whitelisted_it', LONG, async () => {
	const { api } = chain;
	const call = setSampling(HALF);
	await proposeToWhitelist(call, fellows());
	expect(await chain.enacted()).toBeNull();
	expect((await api.query.whitelist.whitelistedCall(call.method.hash)).isSome).toBe(true);
	// Nothing is done by that alone.
	expect(await samplingOf()).toBe(0);

	const dispatch = api.tx.whitelist.dispatchWhitelistedCallWithPreimage(call);
	const whitelisted = await timed(() => chain.asOrigin('WhitelistedCaller', dispatch));
	expect(whitelisted.error).toBeNull();
	expect(await samplingOf()).toBe(HALF);
	const root = await timed(() => chain.decide(setSampling(0), { system: 'Root' }));
	expect(root.error).toBeNull();
	expect(await samplingOf()).toBe(0);
	expect(whitelisted.blocks).toBeLessThan(root.blocks / 2);
});

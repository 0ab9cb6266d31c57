/** Governance as wallets know it: the names that polkadot.js apps asks for, and every kind of vote that it offers. */
import { expect, test } from 'vitest';
import { TOKEN } from '../scripts/lib/units.mjs';
import { chainForThisFile } from './lib/chain.mjs';

const LONG = { timeout: 300_000 };
const chain = chainForThisFile();

/** What the pages on governance read, and the calls that their buttons make. */
const PAGES = {
	Referenda: [
		...['submit', 'placeDecisionDeposit', 'refundDecisionDeposit', 'refundSubmissionDeposit'].map(
			(call) => `tx.referenda.${call}`,
		),
		...['vote', 'delegate', 'undelegate', 'removeVote', 'unlock'].map((call) => `tx.convictionVoting.${call}`),
		...['query.referenda.referendumCount', 'query.referenda.referendumInfoFor', 'events.referenda.Submitted'],
		...['query.convictionVoting.classLocksFor', 'query.convictionVoting.votingFor'],
		...['query.balances.totalIssuance', 'query.balances.inactiveIssuance', 'tx.utility.forceBatch'],
		...['consts.referenda.tracks', 'consts.referenda.submissionDeposit'],
		'consts.convictionVoting.voteLockingPeriod',
	],
	Preimages: ['tx.preimage.notePreimage', 'query.preimage.statusFor', 'query.preimage.requestStatusFor'],
	Fellowship: [
		...['tx.fellowshipCollective.vote', 'tx.fellowshipReferenda.submit', 'consts.fellowshipReferenda.tracks'],
		...['query.fellowshipCollective.members', 'query.fellowshipReferenda.referendumInfoFor'],
		...['events.fellowshipCollective.MemberAdded', 'events.fellowshipCollective.MemberRemoved'],
	],
	Whitelist: ['tx.whitelist.removeWhitelistedCall', 'query.whitelist.whitelistedCall'],
	Accounts: ['tx.identity.setIdentity', 'query.identity.identityOf', 'query.identity.superOf', 'tx.proxy.addProxy'],
};

const BALANCE = 10n * TOKEN;
const standard = (conviction) => ({ Standard: { vote: { aye: true, conviction }, balance: BALANCE } });

async function tallyOf(index) {
	const { ayes, nays, support } = (await chain.api.query.referenda.referendumInfoFor(index)).unwrap().asOngoing.tally;
	return [ayes, nays, support].map((amount) => amount.toBigInt());
}

test.each(Object.entries(PAGES))('page_%s_should_find_all_names_that_it_asks_for', (_, names) => {
	const found = (name) => name.split('.').reduce((within, part) => within?.[part], chain.api);
	expect(names.filter((name) => !found(name))).toEqual([]);
});

test('tracks_should_be_drawn_and_origins_chosen_by_name', () => {
	const { consts, registry, tx } = chain.api;
	const type = tx.referenda.submit.meta.args[0].type.toString();
	for (const origin of ['EmissionTightening', 'WhitelistedCaller', 'FellowshipAdmin', 'Fellows'])
		expect(registry.createType(type, { Origins: origin }).asOrigins.type).toBe(origin);
	for (const [id, { name, minApproval, minSupport, decisionPeriod }] of consts.referenda.tracks) {
		expect(name.toString(), `track ${id}`).toMatch(/^[a-z_]+\0*$/);
		expect(decisionPeriod.toNumber()).toBeGreaterThan(0);
		for (const curve of [minApproval, minSupport]) expect(['LinearDecreasing', 'Reciprocal']).toContain(curve.type);
	}
});

test('a_vote_should_count_with_its_conviction_when_cast_split_abstaining_delegated_or_by_proxy', LONG, async () => {
	const { api, alice, bob, charlie, dave, eve, ferdie } = chain;
	const { convictionVoting, proxy, system } = api.tx;
	const index = await chain.propose(system.remark('0x00'), { Origins: 'Merit' });
	const MERIT = (await api.query.referenda.referendumInfoFor(index)).unwrap().asOngoing.track.toNumber();

	await chain.send(convictionVoting.vote(index, standard('Locked2x')), alice);
	expect(await tallyOf(index)).toEqual([2n * BALANCE, 0n, BALANCE]);
	await chain.send(convictionVoting.vote(index, { Split: { aye: BALANCE, nay: 2n * BALANCE } }), bob);
	expect(await tallyOf(index)).toEqual([(21n * BALANCE) / 10n, (2n * BALANCE) / 10n, 2n * BALANCE]);
	const abstaining = { SplitAbstain: { aye: 0n, nay: 0n, abstain: BALANCE } };
	await chain.send(convictionVoting.vote(index, abstaining), charlie);
	expect(await tallyOf(index)).toEqual([(21n * BALANCE) / 10n, (2n * BALANCE) / 10n, 3n * BALANCE]);

	// Behind whom they delegate to, with a conviction of their own; and no longer.
	await chain.send(convictionVoting.delegate(MERIT, alice.address, 'Locked3x', BALANCE), dave);
	expect((await tallyOf(index))[0]).toBe((51n * BALANCE) / 10n);
	await chain.send(convictionVoting.undelegate(MERIT), dave);
	expect((await tallyOf(index))[0]).toBe((21n * BALANCE) / 10n);

	await chain.send(proxy.addProxy(ferdie.address, 'Governance', 0), eve);
	await chain.send(proxy.proxy(eve.address, null, convictionVoting.vote(index, standard('Locked1x'))), ferdie);
	expect((await tallyOf(index))[0]).toBe((31n * BALANCE) / 10n);
	expect((await api.query.convictionVoting.votingFor(eve.address, MERIT)).isCasting).toBe(true);

	// What was taken back is free again.
	await chain.send(convictionVoting.removeVote(MERIT, index), charlie);
	expect((await tallyOf(index))[2]).toBe(3n * BALANCE);
	expect((await api.query.convictionVoting.classLocksFor(charlie.address)).length).toBe(1);
	await chain.send(convictionVoting.unlock(MERIT, charlie.address), charlie);
	expect((await api.query.convictionVoting.classLocksFor(charlie.address)).length).toBe(0);
});

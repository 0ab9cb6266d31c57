/** Votes on tracks of their own, from the preimage to what the chain then does; and what cannot be voted for. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { stringToU8a } from '@polkadot/util';
import { blake2AsHex, encodeAddress } from '@polkadot/util-crypto';
import { expect, test } from 'vitest';
import { TOKEN, USD } from '../scripts/lib/units.mjs';
import { FIAT, chainForThisFile } from './lib/chain.mjs';

/** As long as a session: every epoch has as many blocks. */
const EPOCH_MINUTES = 6;
const chain = chainForThisFile({ epochMinutes: EPOCH_MINUTES });
/** A few votes, each of some hundred blocks. */
const LONG = { timeout: 300_000 };

const policyInForce = async () => (await chain.api.call.bmeApi.policy()).unwrap();

/** Note the policy in force with some numbers changed; its hash. */
async function note(change) {
	const policy = await policyInForce();
	const candidate = { ...policy.toJSON(), ...change(policy.toJSON()) };
	const review = (await chain.api.call.bmeApi.reviewPolicy(candidate)).asOk;
	await chain.send(chain.api.tx.bme.notePolicy(candidate, review.base), chain.ferdie);
	return { hash: review.policyHash, direction: review.direction.type };
}

/** Close epochs until nothing is pending any more; the closes. */
async function untilInForce() {
	const closes = [];
	while ((await chain.api.call.bmeApi.pendingPolicy()).isSome)
		closes.push(chain.one(await chain.nextEpoch(), 'bme.EpochClosed'));
	return closes;
}

/** A schedule with a twentieth less in it. */
function lessScheduled({ schedule }) {
	const [{ geometric }] = schedule.terms;
	const first = (BigInt(geometric.first) * 95n) / 100n;
	return { schedule: { terms: [{ geometric: { ...geometric, first } }] } };
}

const scheduleAndPools = ({ scheduled, minted }) =>
	[scheduled, minted.work, minted.contribution, minted.security].map((amount) => amount.toBigInt());

test('A23_tightening_should_pass_on_its_track_and_the_chain_should_follow_the_preview', LONG, async () => {
	const { api } = chain;
	// Two whole epochs, so that the use of the last one is that of the next.
	await chain.nextEpoch();
	await chain.nextEpoch();
	const { hash, direction } = await note(lessScheduled);
	expect(direction).toBe('Tightens');
	expect(await chain.asOrigin('EmissionTightening', api.tx.bme.adoptPolicy(hash))).toBeNull();

	const { activates } = (await api.call.bmeApi.pendingPolicy()).unwrap();
	await chain.nextEpoch();
	const preview = (await api.call.bmeApi.previewPolicy(null, 'Flat', 5)).asOk;
	const epochs = preview.map(({ epoch }) => epoch.toNumber());
	expect(epochs).toContain(activates.toNumber());
	for (const row of preview) {
		const closed = chain.one(await chain.nextEpoch(), 'bme.EpochClosed');
		expect(closed.epoch.toNumber()).toBe(row.epoch.toNumber());
		expect(scheduleAndPools(closed)).toEqual(scheduleAndPools(row));
	}
	const [before, after] = [preview[0], preview.at(-1)].map(({ scheduled }) => scheduled.toBigInt());
	expect(after < before).toBe(true);
});

test('A23_loosening_should_be_refused_on_the_tightening_track_however_many_vote_for_it', LONG, async () => {
	const { api } = chain;
	const { hash, direction } = await note(({ rho }) => ({ rho: rho + 10_000_000 }));
	expect(direction).toBe('Loosens');
	const adopt = api.tx.bme.adoptPolicy(hash);
	expect(await chain.asOrigin('EmissionTightening', adopt)).toBe('bme.MayOnlyTighten');
	expect((await api.call.bmeApi.pendingPolicy()).isNone).toBe(true);
	// Nor does any other track adopt it, until it comes to its own.
	for (const origin of ['Merit', 'Emergency']) expect(await chain.asOrigin(origin, adopt)).toBe('BadOrigin');
	expect(await chain.asOrigin('EmissionLoosening', adopt)).toBeNull();
	// The emergency can stop what was adopted.
	expect(await chain.asOrigin('Emergency', api.tx.bme.cancelPolicy())).toBeNull();
	expect((await api.call.bmeApi.pendingPolicy()).isNone).toBe(true);
});

test('A23_a_policy_should_fail_at_its_adoption_when_another_change_came_first', LONG, async () => {
	const { api } = chain;
	const first = await note(({ rho }) => ({ rho: rho - 10_000_000 }));
	const second = await note(({ remintCapPerDay }) => ({ remintCapPerDay: remintCapPerDay - 10_000_000 }));
	expect(await chain.asOrigin('EmissionTightening', api.tx.bme.adoptPolicy(first.hash))).toBeNull();
	// While the first is pending the second is not tighter than it.
	const adopt = api.tx.bme.adoptPolicy(second.hash);
	const early = await chain.asOrigin('EmissionTightening', adopt);
	expect(['bme.PolicyPending', 'bme.StaleBase']).toContain(early);
	await untilInForce();
	const before = (await policyInForce()).toJSON();
	expect(await chain.asOrigin('EmissionTightening', adopt)).toBe('bme.StaleBase');
	expect((await policyInForce()).toJSON()).toEqual(before);
	expect((await api.call.bmeApi.pendingPolicy()).isNone).toBe(true);
});

test('A23_a_pending_policy_should_not_be_postponed_by_a_tighter_one', LONG, async () => {
	const { api } = chain;
	const { rho } = (await policyInForce()).toJSON();
	const [first, second] = [await note(() => ({ rho: rho - 1 })), await note(() => ({ rho: rho - 2 }))];
	const indexes = [];
	for (const { hash } of [first, second])
		indexes.push(await chain.propose(api.tx.bme.adoptPolicy(hash), { Origins: 'EmissionTightening' }));
	const activations = [];
	for (const index of indexes) {
		await chain.voteAye(index);
		// Both are in flight, and each is enacted some blocks after the other.
		expect(await chain.enacted()).toBeNull();
		activations.push((await api.call.bmeApi.pendingPolicy()).unwrap().activates.toNumber());
	}
	expect(activations[1]).toBe(activations[0]);
	await untilInForce();
	expect((await policyInForce()).rho.toNumber()).toBe(rho - 2);
});

test('A24_the_preview_command_should_show_a_referendum_and_plot_both_futures', LONG, async () => {
	const { api } = chain;
	const folder = mkdtempSync(path.join(tmpdir(), 'bme-preview-'));
	const command = async (referendum, ...options) => {
		const program = path.join(import.meta.dirname, '..', 'scripts', 'referendum', 'main.mjs');
		const all = [program, '--endpoint', chain.node.endpoint, ...options, String(referendum)];
		return (await promisify(execFile)(process.execPath, all, { cwd: folder })).stdout;
	};
	try {
		const { hash } = await note(lessScheduled);
		const tightening = { Origins: 'EmissionTightening' };
		const index = await chain.propose(api.tx.bme.adoptPolicy(hash), tightening);
		const shown = await command(index, '--epochs', '30');
		expect(shown).toContain(`bme.adoptPolicy(${hash.toHex()})`);
		expect(shown).toContain('would act as EmissionTightening');
		expect(shown).toMatch(/ScheduledYear +\d+ +\d+ +tightens/);
		expect(shown).not.toContain('refused');
		const svg = readFileSync(path.join(folder, `referendum-${index}.svg`), 'utf8');
		expect(svg.match(/<polyline/g).length).toBe(8);

		const loosening = await note(({ rho }) => ({ rho: rho + 10_000_000 }));
		const misplaced = await chain.propose(api.tx.bme.adoptPolicy(loosening.hash), tightening);
		expect(await command(misplaced)).toContain('bme.MayOnlyTighten');
		const remark = await chain.propose(api.tx.system.remark('0x00'), { system: 'Root' });
		expect(await command(remark)).toContain('adopts no policy');
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});

test('A_proposal_that_is_no_call_should_do_nothing_and_say_so', LONG, async () => {
	const { api, alice } = chain;
	const bytes = `0x${'ff'.repeat(40)}`;
	await chain.send(api.tx.preimage.notePreimage(bytes), alice);
	const lookup = { Lookup: { hash: blake2AsHex(bytes), len: 40 } };
	const submit = api.tx.referenda.submit({ Origins: 'Merit' }, lookup, { After: 1 });
	const { index } = chain.one(await chain.send(submit, alice), 'referenda.Submitted');
	await chain.send(api.tx.referenda.placeDecisionDeposit(index), alice);
	await chain.voteAye(index);
	await chain.sealUntil('referenda.Confirmed', 400);
	const events = await chain.sealUntil('scheduler.CallUnavailable', 200);
	expect(chain.all(events, 'scheduler.Dispatched').filter(({ id }) => id.isSome)).toEqual([]);

	// Nobody votes on what is over.
	const vote = { Standard: { vote: { aye: true, conviction: 'Locked1x' }, balance: 1 } };
	expect(await chain.refused(api.tx.convictionVoting.vote(index, vote), alice)).toBe('convictionVoting.NotOngoing');
});

test('A_spend_of_the_treasury_should_be_paid_in_tokens_and_fiat_when_it_was_voted_for', LONG, async () => {
	const { api, alice, bob, ferdie } = chain;
	const treasury = encodeAddress(stringToU8a('modlpy/trsry'.padEnd(32, '\0')), api.registry.chainSS58);
	await chain.send(api.tx.assets.transfer(FIAT, treasury, 10n * USD), alice);
	await chain.send(api.tx.balances.transferKeepAlive(treasury, 10n * TOKEN), alice);
	const spend = (asset, amount) => api.tx.treasury.spend(asset, amount, ferdie.address, null);
	const tooMuch = await chain.asOrigin('Treasury', spend('Token', 1_000_001n * TOKEN));
	expect(tooMuch).toBe('treasury.InsufficientPermission');
	expect(await chain.asOrigin('Merit', spend('Token', TOKEN))).toBe('BadOrigin');

	await chain.feedPrice('0.5');
	const both = api.tx.utility.batchAll([spend('Fiat', 10n * USD), spend('Token', 10n * TOKEN)]);
	expect(await chain.asOrigin('Treasury', both)).toBeNull();
	const before = await chain.balances(ferdie);
	// Anyone has it paid.
	for (const index of [0, 1]) await chain.send(api.tx.treasury.payout(index), bob);
	const after = await chain.balances(ferdie);
	expect([after.fiat - before.fiat, after.free - before.free]).toEqual([10n * USD, 10n * TOKEN]);
});

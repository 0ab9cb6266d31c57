/** The emission: what a preview says is what the chain does, and a policy changes by a vote, at its epoch. */
import { expect, test } from 'vitest';
import { USD } from '../scripts/lib/units.mjs';
import { chainForThisFile } from './lib/chain.mjs';
import * as economics from './lib/economics.mjs';
import { approve, attest, begin } from './lib/jobs.mjs';

/** As long as a session, whose first block has no room for the close: every epoch then has as many blocks. */
const EPOCH_MINUTES = 6;
const chain = chainForThisFile({ epochMinutes: EPOCH_MINUTES });
/** So dear that its epoch mints again some of what was burned before. */
const PRICE = 1_000n * USD;
const EPOCHS = 20;

const policyInForce = async () => (await chain.api.call.bmeApi.policy()).unwrap();
/** A policy with some numbers changed, as JSON. */
const changed = (policy, change) => ({ ...policy.toJSON(), ...change });

/** Use the open epoch as every other, and close it; what closed. */
async function useAnEpoch() {
	await chain.feedPrice('0.5');
	const job = await begin(chain, chain.ferdie, chain.bob, { price: PRICE });
	await attest(chain, job);
	await approve(chain, job);
	return chain.one(await chain.nextEpoch(), 'bme.EpochClosed');
}

/** What is burned for other causes than jobs, which no projection foresees. */
async function burnedOtherwise() {
	const { burned } = await chain.supply();
	return economics.sum([...burned].filter(([cause]) => !cause.startsWith('Job')).map(([, amount]) => amount));
}

const pools = ({ work, contribution, security }) => [work, contribution, security].map((amount) => amount.toBigInt());

test('A24_the_preview_should_equal_what_the_chain_does_epoch_by_epoch', { timeout: 300_000 }, async () => {
	await chain.nextEpoch();
	await useAnEpoch();
	const preview = (await chain.api.call.bmeApi.previewPolicy(null, 'Flat', EPOCHS)).asOk;
	const before = await burnedOtherwise();
	expect(preview.length).toBe(EPOCHS);
	expect(preview.some(({ reminted }) => reminted.toBigInt() > 0n)).toBe(true);
	for (const row of preview) {
		const closed = await useAnEpoch();
		expect(closed.epoch.toNumber()).toBe(row.epoch.toNumber());
		for (const column of ['scheduled', 'multiplier', 'burned', 'reminted', 'treasury'])
			expect([column, closed[column].toBigInt()]).toEqual([column, row[column].toBigInt()]);
		expect(pools(closed.minted)).toEqual(pools(row.minted));
		const otherwise = (await burnedOtherwise()) - before;
		expect((await chain.issuance()) + otherwise).toBe(row.issuance.toBigInt());
	}
});

test('A24_a_preview_should_show_each_scenario_and_refuse_what_is_unknown', async () => {
	const preview = (hash, scenario, epochs) => chain.api.call.bmeApi.previewPolicy(hash, scenario, epochs);
	const flat = (await preview(null, 'Flat', 3)).asOk.map(({ burned }) => burned.toBigInt());
	const halved = (await preview(null, 'PriceHalves', 3)).asOk.map(({ burned }) => burned.toBigInt());
	expect(halved).toEqual([flat[0], 2n * flat[1], 2n * flat[2]]);
	expect((await preview(`0x${'00'.repeat(32)}`, 'Flat', 3)).asErr.type).toBe('CandidateNotFound');
	expect((await preview(null, 'Flat', 367)).asErr.type).toBe('TooManyEpochs');
});

test('A23_a_policy_that_is_wrong_should_be_refused_with_the_reason', async () => {
	const { api, ferdie } = chain;
	const policy = await policyInForce();
	const wrong = [
		[{ rho: 600_000_000 }, 'PolicyOutOfBounds', 'Policy'],
		[{ rho: 160_000_000 }, 'StepTooLarge', 'Change'],
		[{}, 'PolicyUnchanged', 'Change'],
	];
	const { base } = (await api.call.bmeApi.reviewPolicy(changed(policy, { rho: 110_000_000 }))).asOk;
	for (const [change, error, kind] of wrong) {
		const candidate = changed(policy, change);
		expect((await api.call.bmeApi.reviewPolicy(candidate)).asErr.type).toBe(kind);
		expect(await chain.refused(api.tx.bme.notePolicy(candidate, base), ferdie)).toBe(`bme.${error}`);
	}
	// The base is refused too, if somebody else's change came first.
	const tighter = changed(policy, { rho: 90_000_000 });
	expect(await chain.refused(api.tx.bme.notePolicy(tighter, `0x${'00'.repeat(32)}`), ferdie)).toBe('bme.StaleBase');
	expect(await chain.refused(api.tx.bme.adoptPolicy(base), ferdie)).toBe('BadOrigin');
	expect(await chain.refused(api.tx.bme.cancelPolicy(), ferdie)).toBe('BadOrigin');
});

test('A23_a_vote_should_change_the_emission_at_its_epoch_and_not_before', { timeout: 300_000 }, async () => {
	const { api, ferdie } = chain;
	const policy = await policyInForce();
	const tighter = changed(policy, { rho: 90_000_000, remintCapPerDay: 40_000_000 });
	const review = (await api.call.bmeApi.reviewPolicy(tighter)).asOk;
	expect([review.direction.type, review.changes.length]).toEqual(['Tightens', 2]);

	const { reserved } = await chain.balances(ferdie);
	const noted = chain.one(await chain.send(api.tx.bme.notePolicy(tighter, review.base), ferdie), 'bme.PolicyNoted');
	expect(noted.policyHash.toHex()).toBe(review.policyHash.toHex());
	expect((await chain.balances(ferdie)).reserved > reserved).toBe(true);
	await chain.asRoot(api.tx.bme.adoptPolicy(noted.policyHash));
	expect((await chain.balances(ferdie)).reserved).toBe(reserved);

	const { activates } = (await api.call.bmeApi.pendingPolicy()).unwrap();
	let closed;
	do {
		expect((await policyInForce()).toJSON()).toEqual(policy.toJSON());
		closed = chain.one(await chain.nextEpoch(), 'bme.EpochClosed');
		expect(closed.policy.toNumber()).toBe(0);
	} while (closed.epoch.toNumber() + 1 < activates.toNumber());
	expect((await policyInForce()).rho.toNumber()).toBe(90_000_000);
	expect((await api.call.bmeApi.pendingPolicy()).isNone).toBe(true);
	closed = chain.one(await chain.nextEpoch(), 'bme.EpochClosed');
	expect(closed.policy.toNumber()).toBe(1);
	const record = (await api.call.bmeApi.epochRecord(closed.epoch)).unwrap();
	expect(record.policy.toNumber()).toBe(1);
});

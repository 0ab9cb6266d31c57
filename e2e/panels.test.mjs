/** Panels that judge an assessment, and a verifier that always says that all is good. */
import { expect, test } from 'vitest';
import { ONE, TOKEN, USD } from '../scripts/lib/units.mjs';
import { chainForThisFile } from './lib/chain.mjs';
import * as economics from './lib/economics.mjs';
import { attest, begin, expectSettled, expectedOf } from './lib/jobs.mjs';
import * as panels from './lib/panels.mjs';

const { VERIFIERS, AUDITOR } = panels;
const SEAT = 1_000n * TOKEN;
const TENTH = ONE / 10n;
const tenths = (...numbers) => numbers.map((number) => BigInt(number) * TENTH);

const chain = chainForThisFile();
/** What the panel of a disputed assessment did, for the test after it. */
let [job, found] = [];

const slashes = (events) =>
	chain
		.all(events, 'verification.VerifierSlashed')
		.map(({ verifier, fault, slashed }) => [verifier.toString(), fault.type, slashed.toBigInt()])
		.sort();

test('A19_a_dispute_should_change_the_shares_that_an_assessor_stated', async () => {
	const { api, alice: assessor, bob, charlie, dave, eve, ferdie } = chain;
	const { assess, dispute } = api.tx.contribution;
	const suppliers = [bob, charlie, dave, eve].map((pair) => [pair, TENTH]);
	const details = { jobClass: 'Training', price: 100n * USD, assessor: assessor.address };
	job = await begin(chain, ferdie, suppliers, details);
	await attest(chain, job);
	const stated = (...numbers) => assess(job.id, tenths(...numbers));
	expect(await chain.refused(stated(7, 1, 1, 2), assessor)).toBe('contribution.SharesNotOne');
	expect(await chain.refused(stated(6, 1, 1, 1), assessor)).toBe('contribution.SharesNotOne');
	await chain.send(stated(7, 1, 1, 1), assessor);

	const disputed = await chain.send(dispute(job.id), charlie);
	const { dispute: bonded, asksShares } = chain.one(disputed, 'verification.PanelConvened');
	expect(asksShares.isTrue).toBe(true);
	expect(bonded.unwrap().bondedBy.toString()).toBe(charlie.address);
	expect(bonded.unwrap().bond.toBigInt()).toBe(panels.disputeBondOf(job.burn));

	// Three agree, one says what the assessor did, and one copies what another committed to.
	const drawn = chain.one(
		await chain.sealUntil('verification.PanelDrawn', panels.DRAWN_WITHIN),
		'verification.PanelDrawn',
	);
	expect(drawn.members.map(String).sort()).toEqual(VERIFIERS.map(({ address }) => address).sort());
	const [first, second, third, far, copier] = VERIFIERS;
	const agreed = panels.opinionOf([ONE, ONE, ONE, ONE], tenths(4, 2, 2, 2));
	const assessors = panels.opinionOf([ONE, ONE, ONE, ONE], tenths(7, 1, 1, 1));
	const honest = [first, second, third];
	const commitments = await chain.sendAll(
		...honest.map((verifier) => [panels.commit(chain, job, verifier, agreed), verifier]),
		[panels.commit(chain, job, far, assessors), far],
		[panels.commit(chain, job, first, agreed), copier],
	);
	commitments.forEach(({ error }) => expect(error).toBeNull());
	await chain.sealUntil('verification.RevealBegan', 3);
	const openings = await chain.sendAll(
		...honest.map((verifier) => [panels.reveal(chain, job, agreed), verifier]),
		[panels.reveal(chain, job, assessors), far],
		[panels.reveal(chain, job, agreed), copier],
	);
	expect(openings.map(({ error }) => error)).toEqual([null, null, null, null, 'verification.WrongOpening']);

	found = await chain.sealUntil('verification.PanelFound', panels.FOUND_WITHIN);
	const { verdict, changed } = chain.one(found, 'verification.PanelFound');
	expect(changed.isTrue).toBe(true);
	// The minima, and of what they leave a part by what the median has above each; the largest takes the rest.
	const parts = economics.scaleToOne(tenths(3, 1, 1, 1));
	const shares = parts.map((part) => TENTH + (6n * TENTH * part) / ONE);
	shares[0] += ONE - economics.sum(shares);
	const judged = verdict.map(({ share, quality }) => ({ share: share.toBigInt(), quality: quality.toBigInt() }));
	expect(judged).toEqual(shares.map((share) => ({ share, quality: ONE })));
	expect(economics.sum(judged.map(({ share }) => share))).toBe(ONE);
	expectSettled(chain, found, job, expectedOf(job, judged));
});

test('A17_outliers_and_copies_should_be_slashed_and_the_honest_paid', () => {
	const [, , , far, copier] = VERIFIERS;
	expect(slashes(found)).toEqual(
		[
			[far.address, 'Far', SEAT / 10n],
			[copier.address, 'Silent', SEAT / 10n],
		].sort(),
	);
	// The disputer was right: its bond returns, and the panel is paid by the job that it was about.
	expect(chain.one(found, 'verification.DisputeBondReturned').who.toString()).toBe(chain.charlie.address);
	const paid = chain.one(found, 'verification.PanelPaid');
	const honest = VERIFIERS.slice(0, 3).map(({ address }) => address);
	expect(paid.verifiers.map(String).sort()).toEqual(honest.sort());
	const spare = (job.burn * (ONE - economics.KAPPA.Training)) / ONE;
	expect(paid.points.toBigInt()).toBe(spare / 3n);
});

test('A28_a_panel_that_calls_everything_good_should_lose_its_seats_to_a_ringer', async () => {
	const { api, bob, ferdie } = chain;
	// Those who were slashed fill up their bonds, so that five can be drawn.
	await panels.untilSeating(chain);
	const bonds = VERIFIERS.slice(3).map((verifier) => [api.tx.verification.bond(), verifier]);
	(await chain.sendAll(...bonds)).forEach(({ error }) => expect(error).toBeNull());
	const ringer = await begin(chain, ferdie, bob, { price: 100n * USD });
	const answer = [0n];
	const { commitRinger } = api.tx.verification;
	await chain.send(commitRinger(panels.ringerCommitment(chain, ringer, AUDITOR, answer)), AUDITOR);
	await attest(chain, ringer);
	await chain.send(api.tx.contribution.dispute(ringer.id), ferdie);
	await chain.sealUntil('verification.PanelDrawn', panels.DRAWN_WITHIN);
	await panels.findAll(chain, ringer, panels.opinionOf([ONE]));

	await panels.untilSeating(chain);
	const revealed = await chain.send(panels.revealRinger(chain, ringer, answer), AUDITOR);
	expect(chain.one(revealed, 'verification.RingerRevealed').wrong.toNumber()).toBe(VERIFIERS.length);
	expect(slashes(revealed)).toEqual(VERIFIERS.map(({ address }) => [address, 'Ringer', SEAT]).sort());
	// Nobody is drawn before it has bonded the seat anew.
	const next = await begin(chain, ferdie, bob);
	await attest(chain, next);
	await chain.send(api.tx.contribution.dispute(next.id), ferdie);
	const hung = await chain.sealUntil('verification.PanelHung', 3 * panels.DRAWN_WITHIN);
	expectSettled(chain, hung, next, expectedOf(next));
});

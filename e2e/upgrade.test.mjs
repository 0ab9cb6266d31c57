/** An upgrade of the runtime by referendum, with a migration of storage, under live jobs and a panel. */
import { readFileSync } from 'node:fs';
import { u8aConcat, u8aToHex } from '@polkadot/util';
import { blake2AsHex, xxhashAsU8a } from '@polkadot/util-crypto';
import { expect, test } from 'vitest';
import { ONE } from '../scripts/lib/units.mjs';
import { chainForThisFile } from './lib/chain.mjs';
import { accept, approve, attest, begin, expectSettled, expectedOf, request } from './lib/jobs.mjs';
import * as panels from './lib/panels.mjs';
import { REHEARSAL } from './lib/specification.mjs';

const CODE_KEY = u8aToHex(new TextEncoder().encode(':code'));
const MINUTES = 300_000;

/** No epoch closes, and so no points are paid, between what is compared. */
const chain = chainForThisFile({ epochMinutes: 6 });
let [requested, attested, judged, before, after] = [];

const specVersion = async () => (await chain.api.rpc.state.getRuntimeVersion()).specVersion.toNumber();

async function storageVersion(pallet) {
	const key = u8aConcat(xxhashAsU8a(pallet, 128), xxhashAsU8a(':__STORAGE_VERSION__:', 128));
	return (await chain.api.rpc.state.getStorage(u8aToHex(key))).unwrap().toHex();
}

/** What an upgrade must not change: the ledger, points, and every job but for what is migrated. */
async function facts() {
	const { api } = chain;
	const points = await api.query.contribution.rows.entries();
	const jobs = await api.query.bme.jobs.entries();
	const earned = points.map(([key, value]) => [key.toHex(), value.work.toString()]);
	return {
		// Whoever sends the code pays no fee.
		supply: await chain.supply(),
		// Those of authors grow with every block.
		points: earned.filter(([, work]) => work !== '0').sort(),
		jobs: jobs.map(([key, job]) => [key.args[0].toNumber(), job.unwrap().toJSON()]).sort(([a], [b]) => a - b),
	};
}

async function authorize(code) {
	const call = chain.api.tx.system.authorizeUpgrade(blake2AsHex(code));
	const index = await chain.propose(call, { system: 'Root' });
	await chain.voteAye(index, ['None', 'Locked1x', 'Locked6x']);
	expect(await chain.enacted()).toBeNull();
}

const apply = (code) => chain.api.tx.system.applyAuthorizedUpgrade(u8aToHex(code));

test(
	'A25_a_wrong_upgrade_should_be_refused',
	async () => {
		const { api, alice } = chain;
		const running = (await api.rpc.state.getStorage(CODE_KEY)).unwrap().toU8a(true);
		expect(await chain.refused(apply(running), alice)).toBe('system.NothingAuthorized');
		await authorize(running);
		expect(await chain.refused(apply(Uint8Array.of(1, 2, 3)), alice)).toBe('system.Unauthorized');
		// What was voted for is no newer than what runs.
		const rejected = await chain.send(apply(running), alice);
		const { error } = chain.one(rejected, 'system.RejectedInvalidAuthorizedUpgrade');
		expect(api.registry.findMetaError(error.asModule).name).toBe('SpecVersionNeedsToIncrease');
		expect((await api.query.system.authorizedUpgrade()).isNone).toBe(true);
	},
	MINUTES,
);

test(
	'A25_a_referendum_should_upgrade_the_runtime_and_leave_jobs_counters_and_points_intact',
	async () => {
		const { api, alice, bob, charlie, ferdie } = chain;
		const code = readFileSync(REHEARSAL);
		await authorize(code);
		await chain.feedPrice('0.5');
		// Of the class whose panel has the most time to commit itself.
		judged = await begin(chain, ferdie, charlie, { jobClass: 'Training' });
		await attest(chain, judged);
		await chain.send(api.tx.contribution.dispute(judged.id), ferdie);
		await chain.sealUntil('verification.PanelDrawn', panels.DRAWN_WITHIN);
		await chain.feedPrice('0.5');
		const settled = await begin(chain, ferdie, bob);
		await attest(chain, settled);
		await approve(chain, settled);
		attested = await begin(chain, ferdie, bob);
		await attest(chain, attested);
		requested = await request(chain, ferdie, bob);
		await chain.checkInvariants();
		before = await facts();
		expect(before.jobs.map(([id]) => id)).toEqual([judged.id, attested.id, requested.id]);
		expect(before.points.length).toBeGreaterThan(0);
		expect([await specVersion(), await storageVersion('Bme')]).toEqual([1, '0x0100']);

		const events = await chain.send(apply(code), alice);
		chain.one(events, 'system.CodeUpdated');
		// The next block is the new runtime's, and migrates before all else.
		await chain.seal();
		expect([await specVersion(), await storageVersion('Bme')]).toEqual([2, '0x0200']);
		await chain.reconnect();
		await chain.checkInvariants();
		after = await facts();
	},
	MINUTES,
);

test(
	'A25_jobs_of_before_should_end_and_be_paid_under_the_new_version',
	async () => {
		const { bob } = chain;
		const migrated = before.jobs.map(([id, job]) => [
			id,
			{ ...job, spec: { ...job.spec, specHash: blake2AsHex(job.spec.specHash) } },
		]);
		expect(after).toEqual({ ...before, jobs: migrated });

		const found = await panels.findAll(chain, judged, panels.opinionOf([ONE]));
		expectSettled(chain, found, judged, expectedOf(judged));
		expectSettled(chain, await approve(chain, attested), attested, expectedOf(attested));
		await accept(chain, requested);
		await attest(chain, requested);
		expectSettled(chain, await approve(chain, requested), requested, expectedOf(requested));
		await chain.expectNoJobs();
		const closed = await chain.nextEpoch();
		expect(chain.one(closed, 'bme.EpochClosed').minted.work.toBigInt()).toBeGreaterThan(0n);
		const paid = [...closed, ...(await chain.seal())];
		expect(chain.all(paid, 'bme.PaidOut').map(({ account }) => account.toString())).toContain(bob.address);
	},
	MINUTES,
);

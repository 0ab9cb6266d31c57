/** An upgrade of the runtime by referendum, with a migration of storage, under live jobs and a panel. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { u8aConcat, u8aToHex } from '@polkadot/util';
import { blake2AsHex, xxhashAsU8a } from '@polkadot/util-crypto';
import { expect, test } from 'vitest';
import { ONE } from '../scripts/lib/units.mjs';
import { chainForThisFile } from './lib/chain.mjs';
import { accept, approve, attest, begin, expectSettled, expectedOf, request } from './lib/jobs.mjs';
import * as panels from './lib/panels.mjs';
import { TARGET } from './lib/specification.mjs';

const REHEARSAL = path.join(TARGET, 'release/wbuild/bme-runtime/rehearsal.compact.compressed.wasm');
const CODE_KEY = u8aToHex(new TextEncoder().encode(':code'));
/** Blocks in which the node has surely told that its runtime is another one. */
const NOTICED_WITHIN = 50;
const MINUTES = 300_000;

const chain = chainForThisFile();
let [requested, attested, judged, before] = [];

const specVersion = async () => (await chain.api.rpc.state.getRuntimeVersion()).specVersion.toNumber();

async function storageVersion(pallet) {
	const key = u8aConcat(xxhashAsU8a(pallet, 128), xxhashAsU8a(':__STORAGE_VERSION__:', 128));
	return (await chain.api.rpc.state.getStorage(u8aToHex(key))).unwrap().toHex();
}

/** What an upgrade must not change: the ledger, points, and every job but for what is migrated. */
async function facts() {
	const { api } = chain;
	const points = await api.query.contribution.totals.entries();
	const jobs = await api.query.bme.jobs.entries();
	return {
		supply: await chain.supply(),
		points: points.map(([key, value]) => [key.toHex(), value.toString()]).sort(),
		jobs: jobs.map(([key, job]) => [key.args[0].toNumber(), job.unwrap().toJSON()]).sort(([a], [b]) => a - b),
	};
}

async function authorize(code) {
	await chain.asRoot(chain.api.tx.system.authorizeUpgrade(blake2AsHex(code)));
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
		const settled = await begin(chain, ferdie, bob);
		await attest(chain, settled);
		await approve(chain, settled);
		judged = await begin(chain, ferdie, charlie);
		await attest(chain, judged);
		await chain.send(api.tx.contribution.dispute(judged.id), ferdie);
		await chain.sealUntil('verification.PanelDrawn', panels.DRAWN_WITHIN);
		await chain.feedPrice('0.5');
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
		await chain.checkInvariants();
		for (let made = 0; api.runtimeVersion.specVersion.toNumber() < 2 && made < NOTICED_WITHIN; made += 1)
			await chain.seal();
	},
	MINUTES,
);

test(
	'A25_jobs_of_before_should_end_and_be_paid_under_the_new_version',
	async () => {
		const { bob } = chain;
		const after = await facts();
		const migrated = before.jobs.map(([id, job]) => [
			id,
			{ ...job, spec: { ...job.spec, specHash: blake2AsHex(job.spec.specHash) } },
		]);
		expect(after.jobs).toEqual(migrated);
		expect(after.points).toEqual(expect.arrayContaining(before.points));
		expect(after.supply.burned.get('Job(Agent)')).toBe(before.supply.burned.get('Job(Agent)'));

		const found = await panels.findAll(chain, judged, panels.opinionOf([ONE]));
		expectSettled(chain, found, judged, expectedOf(judged));
		expectSettled(chain, await approve(chain, attested), attested, expectedOf(attested));
		await accept(chain, requested);
		await attest(chain, requested);
		expectSettled(chain, await approve(chain, requested), requested, expectedOf(requested));
		await chain.expectNoJobs();
		const closed = await chain.nextEpoch();
		expect(chain.one(closed, 'bme.EpochClosed').minted.work.toBigInt()).toBeGreaterThan(0n);
		const paid = await chain.sealUntil('bme.PaidOut', 5);
		expect(chain.all(paid, 'bme.PaidOut').map(({ account }) => account.toString())).toContain(bob.address);
	},
	MINUTES,
);

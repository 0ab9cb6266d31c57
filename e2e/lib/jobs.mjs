/** The steps of a job, each in a block of its own. */
import { expect } from 'vitest';
import { jobSpec } from '../../scripts/lib/jobs.mjs';
import { ONE, USD } from '../../scripts/lib/units.mjs';
import * as economics from './economics.mjs';

export const RESULT = `0x${'42'.repeat(32)}`;
const UNLIMITED = 10n ** 24n;

/** A job's specification for these suppliers: `pairs` of a key and its least share, or one key that does all. */
export function specFor(payer, suppliers, details = {}) {
	const asked = Array.isArray(suppliers) ? suppliers : [[suppliers, ONE]];
	return jobSpec({
		consumer: payer.address,
		price: 10n * USD,
		maxBurn: UNLIMITED,
		suppliers: asked.map(([pair, minShare]) => ({ account: pair.address, minShare })),
		...details,
	});
}

/** Request a job and check that it holds exactly what its quote says. */
export async function request(chain, payer, suppliers, details = {}) {
	const spec = specFor(payer, suppliers, details);
	const before = await chain.balances(payer);
	const events = await chain.send(chain.api.tx.bme.requestJob(spec, []), payer);
	const requested = chain.one(events, 'bme.JobRequested');
	const expected = economics.quote(spec.V1.class, spec.V1.price, requested.priceUsed.toBigInt());
	const after = await chain.balances(payer);
	expect(after.reserved - before.reserved).toBe(expected.burn);
	expect(after.heldFiat - before.heldFiat).toBe(expected.fiat);
	expect(before.fiat - after.fiat).toBe(expected.fiat);
	expect([requested.burn.toBigInt(), requested.fiat.toBigInt()]).toEqual([expected.burn, expected.fiat]);
	return {
		id: requested.job.toNumber(),
		payer,
		jobClass: spec.V1.class,
		price: spec.V1.price,
		minima: spec.V1.suppliers.map(({ minShare }) => minShare),
		pairs: Array.isArray(suppliers) ? suppliers.map(([pair]) => pair) : [suppliers],
		priceUsed: requested.priceUsed.toBigInt(),
		...expected,
	};
}

/** Each of `pairs`, or all suppliers of the job, accepts its least share. */
export async function accept(chain, job, pairs = job.pairs) {
	const minimum = (pair) => job.minima[job.pairs.indexOf(pair)];
	const results = await chain.sendAll(
		...pairs.map((pair) => [chain.api.tx.bme.acceptJob(job.id, minimum(pair)), pair]),
	);
	results.forEach(({ error }) => expect(error).toBeNull());
	return results.flatMap(({ events }) => events);
}

/** Request a job and have every supplier accept it. */
export async function begin(chain, payer, suppliers, details) {
	const job = await request(chain, payer, suppliers, details);
	const events = await accept(chain, job);
	chain.one(events, 'bme.JobStarted');
	job.liability = chain.all(events, 'bme.JobAccepted')[0].liability.toBigInt();
	return job;
}

/** Each of `pairs`, or all suppliers of the job, attests. */
export async function attest(chain, job, pairs = job.pairs) {
	const call = chain.api.tx.contribution.attest(job.id, 1, RESULT, 'None');
	const results = await chain.sendAll(...pairs.map((pair) => [call, pair]));
	results.forEach(({ error }) => expect(error).toBeNull());
}

/** The consumer approves; the events of it. */
export function approve(chain, job, consumer = job.payer) {
	return chain.send(chain.api.tx.contribution.approve(job.id), consumer);
}

/** What the job should burn and bring, by these shares and qualities; without them, by its minima and in full. */
export function expectedOf(job, judged = economics.scaleToOne(job.minima).map((share) => ({ share, quality: ONE }))) {
	return economics.settle(job.jobClass, job, judged);
}

/** Check a settlement's events against what the job should burn and bring, to the unit. */
export function expectSettled(chain, events, job, expected) {
	const settled = chain.one(events, 'bme.JobSettled');
	expect(settled.job.toNumber()).toBe(job.id);
	expect(settled.payer.toString()).toBe(job.payer.address);
	expect(settled.class.type).toBe(job.jobClass);
	expect(settled.priceUsed.toBigInt()).toBe(job.priceUsed);
	expect(settled.burned.toBigInt()).toBe(expected.burned);
	expect(settled.burnReturned.toBigInt()).toBe(job.burn - expected.burned);
	expect(settled.fiatPaid.toBigInt()).toBe(expected.fiatPaid);
	expect(settled.fiatReturned.toBigInt()).toBe(job.fiat - expected.fiatPaid);
	const paid = chain
		.all(events, 'bme.SupplierPaid')
		.map(({ supplier, fiat, entitlement }) => [supplier.toString(), fiat.toBigInt(), entitlement.toBigInt()]);
	expect(paid).toEqual(
		job.pairs
			.map(({ address }, index) => [
				address,
				expected.suppliers[index].fiat,
				expected.suppliers[index].entitlement,
			])
			.filter(([, fiat, entitlement]) => fiat > 0n || entitlement > 0n),
	);
}

/** The sum of what `events` burned for `cause`. */
export function burnedFor(chain, events, cause) {
	return economics.sum(
		chain
			.all(events, 'bme.Burned')
			.filter((burned) => burned.cause.type === cause)
			.map(({ amount }) => amount.toBigInt()),
	);
}

/** A job far above an epoch's Work budget, shared by three and settled in a fresh epoch; what it should bring. */
export async function dearJob(chain, payer) {
	const { bob, charlie, dave } = chain;
	await chain.nextEpoch();
	const shares = [500_000_001n, 333_333_333n, 166_666_666n];
	const suppliers = [bob, charlie, dave].map((pair, index) => [pair, shares[index]]);
	const job = await begin(chain, payer, suppliers, { jobClass: 'Training', price: 40_000n * USD });
	await attest(chain, job);
	const expected = expectedOf(job);
	expectSettled(chain, await approve(chain, job), job, expected);
	return expected;
}

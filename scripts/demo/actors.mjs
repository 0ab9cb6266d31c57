/** Who plays in the demonstration, and the steps of a job that all three jobs share. */
import { account, fieldsOf, send } from '../lib/chain.mjs';
import { jobSpec, youngReceipts } from '../lib/jobs.mjs';
import { dollars, price as perToken, tokens } from '../lib/units.mjs';
import { progress } from './report.mjs';

/** Keys and names of everybody in it. */
export function cast() {
	const names = ['Alice', 'Bob', 'Charlie', 'Dave', 'Eve', 'Ferdie'];
	const people = Object.fromEntries(names.map((name) => [name.toLowerCase(), account(`//${name}`)]));
	const byAddress = new Map(names.map((name) => [people[name.toLowerCase()].address, name]));
	byAddress.set(account('//Alice//stash').address, 'Alice, the validator');
	return { ...people, nameOf: (address) => byAddress.get(address.toString()) ?? address.toString() };
}

/** Ask what a job costs now, and request it at that. */
export async function requestJob(api, payer, details) {
	const quote = await api.call.bmeApi.quote(details.jobClass, details.price);
	if (quote.isErr) throw new Error(`no quote: ${quote.asErr.type}`);
	// 1 % more than the quote, should the price move before the block.
	const maxBurn = (quote.asOk.burn.toBigInt() * 101n) / 100n;
	const spec = jobSpec({ consumer: payer.address, ...details, maxBurn });
	const receipts = await youngReceipts(api, payer.address);
	const { events } = await send(api, api.tx.bme.requestJob(spec, receipts), payer);
	const { job, fiat, burn, priceUsed } = fieldsOf(events, api.events.bme.JobRequested);
	progress(
		`job ${job}: ${details.jobClass} for ${dollars(details.price)}: held are ${dollars(fiat)} ` +
			`and ${tokens(burn)}, at ${perToken(priceUsed)} a token`,
	);
	return { id: job.toNumber(), spec: spec.V1 };
}

/** Have every supplier accept its least share. */
export async function acceptAll(api, job, suppliers) {
	await Promise.all(
		suppliers.map((supplier, index) =>
			send(api, api.tx.bme.acceptJob(job.id, job.spec.suppliers[index].minShare), supplier),
		),
	);
	const who =
		suppliers.length === 1 ? 'its supplier, liable with its bond' : 'all its suppliers, liable with their bonds';
	progress(`job ${job.id}: accepted by ${who}`);
}

/** Attest work: its units, the hash of its result, and the seed and environment in which anybody finds the same. */
export async function attest(api, job, supplier, { units, result, seed, environment }) {
	const evidence = { Replay: { seed, environment } };
	await send(api, api.tx.contribution.attest(job.id, units, result, evidence), supplier);
	return { job: job.id, supplier: supplier.address, units, result };
}

/** The consumer approves: its part of the settlement. Resolves with the events of that block's transaction. */
export async function approve(api, job, consumer) {
	const { events } = await send(api, api.tx.contribution.approve(job.id), consumer);
	return events;
}

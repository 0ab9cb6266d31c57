/**
 * Plays real work through a running chain and shows where the money went:
 * `node main.mjs <endpoint> <secret of the payment provider> <webhook address of each gateway>...`.
 *
 * Exits with an error where the chain did anything else than what the table says.
 */
import { blockHash, connect, eventsOf, headNumber } from '../lib/chain.mjs';
import { readLedger, supplyAt, total } from '../lib/ledger.mjs';
import { ONE, dollars, percent, price, tokens } from '../lib/units.mjs';
import { until } from '../lib/wait.mjs';
import { cast } from './actors.mjs';
import { agent, inference, training } from './jobs.mjs';
import { payIn } from './payments.mjs';
import { headline, progress, table } from './report.mjs';

/** Seconds; an epoch and its payout take less on a development chain. */
const PATIENCE = 180;
/** What the consumer pays in, in cents: a little more than its jobs cost. */
const PAID_IN = 40_00;

/**
 * The settlement of a job, as its events tell it. By the job's number: what the chain does by itself in a block counts
 * as part of its first transaction.
 */
function settlement(api, { job, events }) {
	const ofJob = (kind) =>
		events.filter((event) => kind.is(event) && event.data.job.eq(job.id)).map(({ data }) => data);
	const [settled] = ofJob(api.events.bme.JobSettled);
	if (!settled) throw new Error(`job ${job.id} did not settle`);
	return { settled, paid: ofJob(api.events.bme.SupplierPaid) };
}

/** Wait until the epochs in which the jobs settled were closed and paid; every event of it, in order. */
async function closingOf(api, firstEpoch, lastEpoch, from) {
	const found = { closed: [], paid: [] };
	let next = from;
	const isPaid = async () => {
		for (const head = await headNumber(api); next <= head; next += 1) {
			for (const event of await eventsOf(api, next)) {
				if (api.events.bme.EpochClosed.is(event)) found.closed.push(event.data);
				if (api.events.bme.PaidOut.is(event)) found.paid.push(event.data);
			}
		}
		const epochs = found.closed.map(({ epoch }) => epoch.toNumber());
		return epochs.includes(lastEpoch) && found.paid.some(({ epoch }) => epoch.toNumber() === lastEpoch);
	};
	await until(isPaid, 'the payout of the last epoch', PATIENCE);
	const within = ({ epoch }) => epoch.toNumber() >= firstEpoch && epoch.toNumber() <= lastEpoch;
	return { closed: found.closed.filter(within), paid: found.paid.filter(within) };
}

function showJobs(jobs, nameOf, api) {
	headline('What the consumer paid and burned');
	table(
		['job', 'class', 'price', 'paid in fiat', 'tokens burned', 'at USD a token'],
		jobs.map(({ job, events }) => {
			const { settled } = settlement(api, { job, events });
			return [
				job.id,
				job.spec.class,
				dollars(job.spec.price),
				dollars(settled.fiatPaid),
				tokens(settled.burned),
				price(settled.priceUsed),
			];
		}),
	);
	headline('Whose work the jobs used');
	table(
		['job', 'role', 'account', 'fiat'],
		jobs.flatMap(({ job, events }) =>
			settlement(api, { job, events }).settled.roles.map(([role, account, fiat]) => [
				job.id,
				role.type,
				nameOf(account),
				dollars(fiat),
			]),
		),
	);
	headline('Who attested what, and what it brought');
	table(
		['job', 'supplier', 'units', 'result', 'fiat', 'may earn at most'],
		jobs.flatMap(({ job, attestations, events }) => {
			const { paid } = settlement(api, { job, events });
			return attestations.map(({ supplier, units, result }) => {
				const pay = paid.find((entry) => entry.supplier.toString() === supplier);
				return [
					job.id,
					nameOf(supplier),
					units,
					`${result.slice(0, 14)}…`,
					dollars(pay?.fiat ?? 0),
					tokens(pay?.entitlement ?? 0),
				];
			});
		}),
	);
}

function showEpochs({ closed, paid }, nameOf) {
	headline('What the epochs minted');
	table(
		['epoch', 'scheduled', 'burned by jobs', 'minted: work', 'contribution', 'security', 'treasury'],
		closed.map(({ epoch, scheduled, burned, minted, treasury }) => [
			epoch.toNumber(),
			tokens(scheduled),
			tokens(burned),
			tokens(minted.work),
			tokens(minted.contribution),
			tokens(minted.security),
			tokens(treasury),
		]),
	);
	headline('Who was paid');
	table(
		['epoch', 'account', 'for work', 'for blocks'],
		paid.map(({ epoch, account, amounts }) => [
			epoch.toNumber(),
			nameOf(account),
			tokens(amounts.work),
			tokens(amounts.security),
		]),
	);
}

/** Check the books: the ledger rebuilt from events, the chain's own counters, issuance, and the chain's invariants. */
async function checkBooks(api) {
	const head = await headNumber(api);
	const hash = await blockHash(api, head);
	const [ledger, supply] = [await readLedger(api, 1, head), await supplyAt(api, hash)];
	const [burned, minted] = [total(ledger.burned), total(ledger.minted)];

	headline(`The books at block ${head}`);
	table(
		['', 'tokens'],
		[
			['at genesis', tokens(supply.genesis)],
			...[...ledger.burned].map(([cause, amount]) => [`− burned: ${cause}`, tokens(amount)]),
			...[...ledger.minted].map(([cause, amount]) => [`+ minted: ${cause}`, tokens(amount)]),
			['= issuance', tokens(supply.issuance)],
		],
	);
	const problems = [];
	if (supply.genesis - burned + minted !== supply.issuance)
		problems.push('issuance is not genesis − burned + minted');
	if (total(supply.burned) !== burned || total(supply.minted) !== minted) problems.push('events and counters differ');
	const { fiatApi, invariantsApi } = (await api.at(hash)).call;
	const fiat = await fiatApi.fiat();
	console.log();
	table(
		['', 'fiat'],
		[
			['at genesis', dollars(fiat.genesis)],
			['+ receipts of payments', dollars(fiat.receipts)],
			['− redemptions', dollars(fiat.redemptions)],
			['= issuance', dollars(fiat.issuance)],
		],
	);
	const invariants = await invariantsApi.check();
	if (invariants.isErr) problems.push(`invariant broken: ${invariants.asErr.toUtf8()}`);
	if (problems.length > 0) throw new Error(problems.join('; '));
	console.log(
		'\n  Issuance is genesis − burned + minted, to the unit; the events say the same; every invariant holds.',
	);
}

async function play(api, secret, webhooks) {
	const people = cast();
	progress('waiting for the feeders: a price needs three of them');
	const isFed = async () => {
		const { freshFeeds, quorum } = await api.call.priceApi.price();
		return freshFeeds.gte(quorum);
	};
	await until(isFed, 'a fresh price', PATIENCE);
	await payIn(api, { who: people.ferdie, name: 'Ferdie', cents: PAID_IN, secret, webhooks });
	const { epoch: firstEpoch, block } = await position(api);

	const trained = await training(api, people);
	const others = await Promise.all([inference(api, people, trained.model), agent(api, people, trained.model)]);
	const jobs = [trained, ...others];
	const { epoch: lastEpoch } = await position(api);
	progress(`epoch ${lastEpoch} closes within a minute; nobody has to do anything to be paid`);
	const closing = await closingOf(api, firstEpoch, lastEpoch, block);

	showJobs(jobs, people.nameOf, api);
	showEpochs(closing, people.nameOf);
	await checkBooks(api);
	const entitled = jobs.flatMap((done) =>
		settlement(api, done).paid.map(({ entitlement }) => entitlement.toBigInt()),
	);
	const earned = closing.paid.reduce((sum, { amounts }) => sum + amounts.work.toBigInt(), 0n);
	const most = entitled.reduce((sum, amount) => sum + amount, 0n);
	const part = percent((earned * ONE) / most);
	console.log(`  Suppliers earned ${tokens(earned)}: ${part} of the most that these jobs allow.`);
}

/** Where the chain is: its head and open epoch. */
async function position(api) {
	const [epoch, block] = [await api.call.bmeApi.epoch(), await headNumber(api)];
	return { epoch: epoch.index.toNumber(), block };
}

const [endpoint, secret, ...webhooks] = process.argv.slice(2);
if (webhooks.length === 0) {
	console.error('Usage: node main.mjs <endpoint> <secret> <webhook address>...');
	process.exit(2);
}
const api = await connect(endpoint);
try {
	await play(api, secret, webhooks);
} catch (error) {
	console.error(`\nerror: ${error.message}`);
	process.exitCode = 1;
} finally {
	await api.disconnect();
}

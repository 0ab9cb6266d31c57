/** Jobs that go well, and who pays for them. */
import { expect, test } from 'vitest';
import { ONE, TOKEN, USD } from '../scripts/lib/units.mjs';
import { PANEL_BLOCKS, chainForThisFile } from './lib/chain.mjs';
import * as economics from './lib/economics.mjs';
import {
	RESULT,
	accept,
	approve,
	attest,
	begin,
	burnedFor,
	expectSettled,
	expectedOf,
	request,
	specFor,
} from './lib/jobs.mjs';

const chain = chainForThisFile();

test('A02_a_job_of_ten_dollars_should_burn_pay_and_earn_to_the_unit', async () => {
	const { bob: supplier, ferdie: payer } = chain;
	await chain.nextEpoch();
	const before = await chain.supply();
	const fiatBefore = (await chain.balances(supplier)).fiat;
	const first = (await chain.api.rpc.chain.getHeader()).number.toNumber() + 1;

	const job = await begin(chain, payer, supplier, { price: 10n * USD });
	// 20 % of 10 USD at 0.5 USD a token.
	expect([job.burn, job.fiat]).toEqual([4n * TOKEN, 8n * USD]);
	await attest(chain, job);
	const settled = await approve(chain, job);
	expectSettled(chain, settled, job, expectedOf(job));
	expect(burnedFor(chain, settled, 'Job')).toBe(4n * TOKEN);
	expect((await chain.balances(supplier)).fiat - fiatBefore).toBe(8n * USD);

	const beforePay = await chain.balances(supplier);
	const closing = await chain.nextEpoch();
	const closed = chain.one(closing, 'bme.EpochClosed');
	const entitlement = (4n * TOKEN * economics.KAPPA.Agent) / ONE;
	expect(closed.burned.toBigInt()).toBe(4n * TOKEN);
	expect(closed.minted.work.toBigInt()).toBe(entitlement);
	const paid = chain.all(closing, 'bme.PaidOut').find(({ account }) => account.toString() === supplier.address);
	expect(paid.amounts.work.toBigInt()).toBe(entitlement);
	expect((await chain.balances(supplier)).free - beforePay.free).toBe(entitlement);

	const [after, ledger] = [await chain.supply(), await chain.ledgerFromEvents(first)];
	const [burned, minted] = [[...ledger.burned.values()], [...ledger.minted.values()]].map(economics.sum);
	expect(after.issuance).toBe(before.issuance - burned + minted);
	expect([...ledger.burned.keys()].sort()).toEqual(['Fee', 'Job(Agent)']);
	expect(ledger.burned.get('Job(Agent)')).toBe(4n * TOKEN);
	await chain.expectNoJobs();
});

test('A04_prices_out_of_bounds_should_be_refused_at_submission', async () => {
	const { api, bob, ferdie } = chain;
	const cases = [
		[0n, 'PriceTooLow'],
		[1n, 'PriceTooLow'],
		[USD / 100n - 1n, 'PriceTooLow'],
		[1_000_000n * USD + 1n, 'PriceTooHigh'],
		[2n ** 128n - 1n, 'PriceTooHigh'],
	];
	for (const [price, error] of cases) {
		expect((await api.call.bmeApi.quote('Agent', price)).asErr.type).toBe(error);
		const spec = specFor(ferdie, bob, { price });
		expect(await chain.refused(api.tx.bme.requestJob(spec, []), ferdie)).toBe(`bme.${error}`);
	}
	const priceUsed = await chain.cautiousPrice();
	for (const price of [USD / 100n, 1_000_000n * USD]) {
		const { burn, fiat } = (await api.call.bmeApi.quote('Agent', price)).asOk;
		expect({ burn: burn.toBigInt(), fiat: fiat.toBigInt() }).toEqual(economics.quote('Agent', price, priceUsed));
	}
	await chain.expectNoJobs();
});

test('A04_every_rounding_should_go_against_the_payee', async () => {
	const { bob, charlie, ferdie } = chain;
	await chain.feedPrice('0.300000000000000007');
	const third = 333_333_333n;
	const job = await begin(
		chain,
		ferdie,
		[
			[bob, third],
			[charlie, ONE - third],
		],
		{ jobClass: 'Training', price: 12_345_679n },
	);
	// Nothing divides evenly: the burn is rounded up, what is earned for it down.
	expect(job.burn * 300_000_000_000_000_007n >= 1_851_852n * 10n ** 24n).toBe(true);
	expect((job.burn - 1n) * 300_000_000_000_000_007n < 1_851_852n * 10n ** 24n).toBe(true);
	await attest(chain, job);
	const expected = expectedOf(job);
	expectSettled(chain, await approve(chain, job), job, expected);
	const earned = economics.sum(expected.suppliers.map(({ entitlement }) => entitlement));
	expect(earned * ONE <= expected.burned * economics.KAPPA.Training).toBe(true);
	await chain.feedPrice('0.5');
});

test('A05_ten_jobs_in_one_block_should_have_unique_ids_and_exact_sums', async () => {
	const { api, bob, ferdie } = chain;
	const before = await chain.balances(ferdie);
	const prices = Array.from({ length: 10 }, (_, index) => 1_000_003n * BigInt(index + 1));
	const calls = prices.map((price) => [api.tx.bme.requestJob(specFor(ferdie, bob, { price }), []), ferdie]);
	const results = await chain.sendAll(...calls);
	const requested = results.map(({ events }) => chain.one(events, 'bme.JobRequested'));
	const ids = requested.map(({ job }) => job.toNumber());
	expect(ids).toEqual(Array.from({ length: 10 }, (_, index) => ids[0] + index));

	const priceUsed = await chain.cautiousPrice();
	const quotes = prices.map((price) => economics.quote('Agent', price, priceUsed));
	expect(requested.map(({ burn }) => burn.toBigInt())).toEqual(quotes.map(({ burn }) => burn));
	const after = await chain.balances(ferdie);
	expect(after.reserved - before.reserved).toBe(economics.sum(quotes.map(({ burn }) => burn)));
	expect(after.heldFiat - before.heldFiat).toBe(economics.sum(quotes.map(({ fiat }) => fiat)));
	await chain.sealUntil('bme.JobLapsed');
	await chain.seal();
	await chain.expectNoJobs();
});

test('A12_a_job_paid_for_someone_else_should_record_both_and_refund_the_payer', async () => {
	const { api, alice: payer, bob: supplier, ferdie: consumer } = chain;
	const consumerBefore = await chain.balances(consumer);
	const job = await request(chain, payer, supplier, { consumer: consumer.address });
	const view = (await api.call.bmeApi.job(job.id)).unwrap();
	expect([view.payer.toString(), view.spec.consumer.toString()]).toEqual([payer.address, consumer.address]);
	await accept(chain, job);
	await attest(chain, job);
	expect(await chain.refused(api.tx.contribution.approve(job.id), payer)).toBe('contribution.NotConsumer');
	expectSettled(chain, await approve(chain, job, consumer), job, expectedOf(job));

	const lost = await request(chain, payer, supplier, { consumer: consumer.address });
	const held = await chain.balances(payer);
	await chain.sealUntil('bme.JobLapsed');
	const returned = await chain.balances(payer);
	expect(returned.free - held.free).toBe(lost.burn);
	expect(returned.fiat - held.fiat).toBe(lost.fiat);
	expect((await chain.balances(consumer)).fiat).toBe(consumerBefore.fiat);
	await chain.expectNoJobs();
});

test('A38_a_payer_that_locks_all_its_tokens_in_a_vote_should_still_settle', async () => {
	const { api, alice, bob } = chain;
	const payer = await chain.newAccount('voter', { tokens: 100n * TOKEN, fiat: 100n * USD });
	const job = await begin(chain, payer, bob);
	const remark = { Inline: api.tx.system.remark('0x00').method.toHex() };
	const submitted = await chain.send(api.tx.referenda.submit({ system: 'Root' }, remark, { After: 1 }), alice);
	const { free, reserved } = await chain.balances(payer);
	const balance = free + reserved - TOKEN;
	const vote = { Standard: { vote: { aye: true, conviction: 'Locked6x' }, balance } };
	await chain.send(api.tx.convictionVoting.vote(chain.one(submitted, 'referenda.Submitted').index, vote), payer);
	const { data } = await api.query.system.account(payer.address);
	expect(data.frozen.toBigInt() > (await chain.balances(payer)).free).toBe(true);

	await attest(chain, job);
	expectSettled(chain, await approve(chain, job), job, expectedOf(job));
	await chain.expectNoJobs();
});

test('A40_a_gateway_should_pay_for_a_consumer_without_an_account', async () => {
	const { api, bob, charlie, dave, eve: gateway } = chain;
	const nobody = { address: chain.derived(gateway, 7) };
	expect(await chain.balances(nobody)).toEqual({ free: 0n, reserved: 0n, fiat: 0n, heldFiat: 0n });
	const asConsumer = (call) => api.tx.utility.asDerivative(7, call);
	const job = await begin(chain, gateway, bob, { consumer: nobody.address });
	await attest(chain, job);
	const settled = await chain.send(asConsumer(api.tx.contribution.approve(job.id)), gateway);
	expectSettled(chain, settled, job, expectedOf(job));

	const assessor = dave.address;
	const disputed = await begin(
		chain,
		gateway,
		[
			[bob, 200_000_000n],
			[charlie, 300_000_000n],
		],
		{ consumer: nobody.address, assessor },
	);
	await attest(chain, disputed);
	await chain.send(api.tx.contribution.assess(disputed.id, [700_000_000, 300_000_000]), dave);
	const refusal = await chain.send(asConsumer(api.tx.contribution.dispute(disputed.id)), gateway);
	expect(chain.one(refusal, 'contribution.Disputed').by.toString()).toBe(nobody.address);
	expectSettled(chain, await chain.sealUntil('bme.JobSettled', PANEL_BLOCKS), disputed, expectedOf(disputed));
	expect(await chain.balances(nobody)).toEqual({ free: 0n, reserved: 0n, fiat: 0n, heldFiat: 0n });
});

/** Fiat comes in by receipts and goes out by redemptions, once each; a gateway pays for whoever has nothing. */
import { expect, test } from 'vitest';
import { account } from '../scripts/lib/chain.mjs';
import { hashOf, youngReceipts } from '../scripts/lib/jobs.mjs';
import { TOKEN, USD } from '../scripts/lib/units.mjs';
import { PANEL_BLOCKS, chainForThisFile } from './lib/chain.mjs';
import { accept, approve, attest, begin, expectSettled, expectedOf, request, specFor } from './lib/jobs.mjs';

const chain = chainForThisFile();
const MEMBERS = ['//Gateway1', '//Gateway2', '//Gateway3'].map(account);
/** The providers of the presets: payments mature after a day, at once, after ten minutes. */
const [CARD, TRANSFER, STABLECOIN] = [1, 2, 3];
const BLOCKS_OF_TEN_MINUTES = 100;

let payments = 0;

/** A payment that was made now. */
async function payment(provider, beneficiary, amount) {
	payments += 1;
	const paidAt = (await chain.api.query.timestamp.now()).toNumber();
	return {
		provider,
		reference: hashOf(`payment ${payments}`),
		beneficiary: beneficiary.address,
		amount,
		paidAt,
	};
}

const attestReceipts = (receipts, member) => chain.send(chain.api.tx.fiat.attestReceipts(receipts), member);
const keyOf = ({ provider, reference }) => ({ provider, reference });

/** Two of three members attest. */
async function issue(receipt) {
	await attestReceipts([receipt], MEMBERS[0]);
	return attestReceipts([receipt], MEMBERS[1]);
}

async function reverse(receipt) {
	await chain.send(chain.api.tx.fiat.reverseReceipt(keyOf(receipt)), MEMBERS[0]);
	return chain.send(chain.api.tx.fiat.reverseReceipt(keyOf(receipt)), MEMBERS[2]);
}

const issuance = async () => (await chain.api.call.fiatApi.fiat()).issuance.toBigInt();
const youngOf = async ({ address }) =>
	(await chain.api.call.fiatApi.young(address)).reduce((sum, { amount }) => sum + amount.toBigInt(), 0n);

test('A33_a_receipt_attested_by_enough_members_should_mint_once', async () => {
	const { api } = chain;
	const carol = await chain.newAccount('carol');
	const before = await issuance();
	const paid = await payment(TRANSFER, carol, 25n * USD);

	await attestReceipts([paid], MEMBERS[0]);
	expect([await issuance(), (await chain.balances(carol)).fiat]).toEqual([before, 0n]);
	expect((await api.call.fiatApi.receipt(keyOf(paid))).unwrap().stage.type).toBe('Attested');

	const events = await attestReceipts([paid], MEMBERS[1]);
	expect(chain.one(events, 'fiat.FiatIssued').amount.toBigInt()).toBe(25n * USD);
	expect((await chain.balances(carol)).fiat).toBe(25n * USD);
	expect((await api.call.fiatApi.receipt(keyOf(paid))).unwrap().stage.type).toBe('Mature');

	for (const member of MEMBERS) {
		const again = chain.one(
			await attestReceipts([paid, paid], member).then(onlyFirstRefusal),
			'fiat.ReceiptRefused',
		);
		expect(again.reason.type).toBe('AlreadyIssued');
	}
	expect(await issuance()).toBe(before + 25n * USD);
	expect(await chain.refused(api.tx.fiat.attestReceipts([paid]), chain.alice)).toBe('fiat.NotMember');
});

/** The same receipt twice in a batch is refused twice. */
function onlyFirstRefusal(events) {
	const refusals = events.filter(({ method }) => method === 'ReceiptRefused');
	expect(refusals.length).toBe(2);
	return refusals.slice(0, 1);
}

test('A33_a_redemption_should_be_paid_once_or_return', async () => {
	const { api } = chain;
	const dan = await chain.newAccount('dan', { tokens: TOKEN, fiat: 100n * USD });
	const before = await issuance();
	const redeem = async (amount) => {
		const events = await chain.send(api.tx.fiat.redeem(amount, hashOf('to this account, please')), dan);
		return chain.one(events, 'fiat.RedemptionRequested').redemption.toNumber();
	};
	const [claimed, unclaimed, kept] = [await redeem(10n * USD), await redeem(20n * USD), await redeem(30n * USD)];
	expect(await chain.balances(dan)).toMatchObject({ fiat: 40n * USD, heldFiat: 60n * USD });

	await chain.send(api.tx.fiat.claimRedemption(claimed), MEMBERS[0]);
	await chain.send(api.tx.fiat.claimRedemption(kept), MEMBERS[1]);
	expect(await chain.refused(api.tx.fiat.claimRedemption(claimed), MEMBERS[1])).toBe('fiat.AlreadyClaimed');
	const confirm = api.tx.fiat.confirmRedemption(claimed, hashOf('bank transfer 7'));
	await chain.send(confirm, MEMBERS[0]);
	expect(await issuance()).toBe(before);
	chain.one(await chain.send(confirm, MEMBERS[1]), 'fiat.RedemptionPaid');
	expect(await issuance()).toBe(before - 10n * USD);
	expect(await chain.refused(confirm, MEMBERS[2])).toBe('fiat.RedemptionNotFound');

	// What nobody claimed returns by itself, what somebody claimed does not.
	const events = await chain.sealUntil('fiat.RedemptionReturned', 1_000);
	const returned = chain.one(events, 'fiat.RedemptionReturned');
	expect([returned.redemption.toNumber(), returned.reason.type]).toEqual([unclaimed, 'TimedOut']);
	await chain.seal(20);
	expect(await chain.balances(dan)).toMatchObject({ fiat: 60n * USD, heldFiat: 30n * USD });

	await chain.send(api.tx.fiat.rejectRedemption(kept), MEMBERS[0]);
	chain.one(await chain.send(api.tx.fiat.rejectRedemption(kept), MEMBERS[2]), 'fiat.RedemptionReturned');
	expect(await chain.balances(dan)).toMatchObject({ fiat: 90n * USD, heldFiat: 0n });
});

test('A33_a_reversal_should_burn_what_is_still_held', async () => {
	const { api, bob } = chain;
	await chain.feedPrice('0.5');
	const eva = await chain.newAccount('eva', { tokens: 100n * TOKEN });
	const before = await issuance();
	const paid = await payment(CARD, eva, 20n * USD);
	chain.one(await issue(paid), 'fiat.FiatHeld');
	expect([await youngOf(eva), (await chain.balances(eva)).fiat]).toEqual([20n * USD, 0n]);
	expect(await chain.refused(api.tx.fiat.redeem(5n * USD, hashOf(1)), eva)).toBe('fiat.InsufficientFiat');

	// A job of ten dollars spends eight of it at once; the supplier has them when they mature.
	const bobBefore = await chain.balances(bob);
	const events = await chain.send(
		api.tx.bme.requestJob(specFor(eva, bob), await youngReceipts(api, eva.address)),
		eva,
	);
	const id = chain.one(events, 'bme.JobRequested').job.toNumber();
	const view = (await api.call.bmeApi.job(id)).unwrap();
	expect(view.young.map(({ amount }) => amount.toBigInt())).toEqual([8n * USD]);
	await chain.send(api.tx.bme.acceptJob(id, 10n ** 9n), bob);
	await chain.send(api.tx.contribution.attest(id, 1, hashOf(2), 'None'), bob);
	await chain.send(api.tx.contribution.approve(id), eva);
	expect([await youngOf(eva), await youngOf(bob)]).toEqual([12n * USD, 8n * USD]);
	expect((await chain.balances(bob)).fiat).toBe(bobBefore.fiat);

	const reversed = chain.one(await reverse(paid), 'fiat.ReceiptReversed');
	expect([reversed.burned.toBigInt(), reversed.deficit.toBigInt()]).toEqual([20n * USD, 0n]);
	expect([await youngOf(eva), await youngOf(bob), await issuance()]).toEqual([0n, 0n, before]);

	// What is not held any more is the provider's deficit, which stops it.
	const gone = await payment(TRANSFER, eva, 3n * USD);
	await issue(gone);
	expect(chain.one(await reverse(gone), 'fiat.ReceiptReversed').deficit.toBigInt()).toBe(3n * USD);
	const waiting = await payment(TRANSFER, eva, USD);
	chain.one(await issue(waiting), 'fiat.ReceiptQueued');
	await chain.send(api.tx.fiat.coverDeficit(TRANSFER, 100n * USD), chain.alice);
	await chain.seal(2);
	expect((await chain.balances(eva)).fiat).toBe(4n * USD);
	expect(await issuance()).toBe(before + USD);
});

test('young_fiat_should_come_by_itself_when_its_receipt_matures', async () => {
	const gus = await chain.newAccount('gus');
	await issue(await payment(STABLECOIN, gus, 5n * USD));
	expect([await youngOf(gus), (await chain.balances(gus)).fiat]).toEqual([5n * USD, 0n]);
	await chain.sealUntil('fiat.FiatReleased', BLOCKS_OF_TEN_MINUTES + 30);
	expect([await youngOf(gus), (await chain.balances(gus)).fiat]).toEqual([0n, 5n * USD]);
});

test('A40_a_gateway_should_pay_for_a_consumer_that_has_nothing', async () => {
	const { api, ferdie: gateway, bob } = chain;
	await chain.feedPrice('0.5');
	const nobody = account('//Nobody');
	const details = { consumer: nobody.address };
	const job = await request(chain, gateway, bob, details);
	await accept(chain, job);
	await attest(chain, job);
	expect(await chain.balances(nobody)).toMatchObject({ free: 0n, fiat: 0n });
	expectSettled(chain, await approve(chain, job, nobody), job, expectedOf(job));

	const other = await begin(chain, gateway, bob, details);
	await attest(chain, other);
	const disputed = await chain.send(api.tx.contribution.dispute(other.id), nobody);
	expect(chain.one(disputed, 'contribution.Disputed').by.toString()).toBe(nobody.address);
	chain.one(await chain.sealUntil('bme.JobSettled', PANEL_BLOCKS), 'bme.JobSettled');
	await chain.expectNoJobs();

	// Its word is free while a job waits for it, and for nothing else: it has no fee to pay.
	expect((await api.query.system.account(nobody.address)).toJSON()).toMatchObject({ sufficients: 0, nonce: 0 });
	await expect(chain.submit([api.tx.contribution.approve(other.id), nobody])).rejects.toThrow(/pay/);
});

test('A40_a_word_that_offers_a_tip_should_pay_it_and_the_fee', async () => {
	const { api, ferdie, bob } = chain;
	const job = await begin(chain, ferdie, bob);
	await attest(chain, job);
	const nonce = await chain.nonce(ferdie);
	const signed = await api.tx.contribution.approve(job.id).signAsync(ferdie, { nonce, era: 0, tip: TOKEN });
	await api.rpc.author.submitExtrinsic(signed);
	const events = await chain.seal();
	const { who, tip, actualFee } = chain.one(events, 'transactionPayment.TransactionFeePaid');
	expect([who.toString(), tip.toBigInt()]).toEqual([ferdie.address, TOKEN]);
	expect(actualFee.toBigInt()).toBeGreaterThan(TOKEN);
	expect(chain.all(events, 'bme.JobSettled').length).toBe(1);
});

test('roles_should_be_paid_out_of_the_fiat_when_a_job_names_them', async () => {
	const { api, alice, bob } = chain;
	const [author, owner] = [await chain.newAccount('author'), await chain.newAccount('owner')];
	const roles = { templateAuthor: author.address, modelOwner: owner.address };
	const job = await begin(chain, alice, bob, { roles });
	await attest(chain, job);
	const settled = chain.one(await approve(chain, job), 'bme.JobSettled');
	// A tenth of eight dollars each, and no tool provider to have a twentieth.
	expect(settled.roles.map(([role, who, fiat]) => [role.type, who.toString(), fiat.toBigInt()])).toEqual([
		['TemplateAuthor', author.address, 800_000n],
		['ModelOwner', owner.address, 800_000n],
	]);
	expect(settled.fiatPaid.toBigInt()).toBe(8n * USD);
	expect([(await chain.balances(author)).fiat, (await chain.balances(owner)).fiat]).toEqual([800_000n, 800_000n]);
	expect((await api.query.bme.revenueParts()).agent.toolProvider.toNumber()).toBe(50_000_000);
});

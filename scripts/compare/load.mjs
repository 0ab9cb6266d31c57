/** Fills the blocks of a node with jobs or transfers: eight transactions a block. */
import { ApiPromise, HttpProvider } from '@polkadot/api';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { account, blockHash, feedOf, headNumber } from '../lib/chain.mjs';
import { hashOf, jobSpec } from '../lib/jobs.mjs';
import { ONE, TOKEN, USD, fixedPoint } from '../lib/units.mjs';

/** Jobs that begin in each block. */
const JOBS = 2;
/** Blocks from one step of a job to the next. */
const LAG = 4;
const TRANSACTIONS = 8;
/** A price is fresh for longer than so many blocks. */
const FEED_EVERY = 20;
/** A part of the blocks is made before anything comes, and of jobs some are on their way at the end. */
const FILLED = 0.9;
const TELL_EVERY = 1_000;

/** By round, the steps of jobs whose numbers are known, since one account requests all of them. */
function jobs(api) {
	const [payer, supplier, ...feeders] = ['//Ferdie', '//Bob', '//Feeder1', '//Feeder2', '//Feeder3'].map(account);
	const details = { consumer: payer.address, price: USD / 10n, suppliers: supplier.address, maxBurn: 100n * TOKEN };
	const { bme, contribution } = api.tx;
	return async (round) => {
		const ofJobs = Array.from({ length: JOBS }, (_, one) => {
			const id = (steps) => (round - steps * LAG) * JOBS + one;
			const steps = [
				() => [bme.requestJob(jobSpec(details), []), payer],
				() => [bme.acceptJob(id(1), ONE), supplier],
				() => [contribution.attest(id(2), 1, hashOf('done'), 'None'), supplier],
				() => [contribution.approve(id(3)), payer],
			];
			return steps.filter((_, step) => id(step) >= 0).map((step) => step());
		});
		const feed = round % FEED_EVERY === 0 ? await feedOf(api, fixedPoint('0.5')) : null;
		return [...ofJobs.flat(), ...(feed ? feeders.map((feeder) => [feed, feeder]) : [])];
	};
}

function transfers(api) {
	const [from, to] = ['//Alice', '//Bob'].map(account);
	const transfer = (amount) => [api.tx.balances.transferKeepAlive(to.address, amount), from];
	return async () => Array.from({ length: TRANSACTIONS }, (_, one) => transfer(1_000 + one));
}

/** Hands transactions to a node without waiting for a block that makes them valid: signed for ever, by counted nonces. */
class Sender {
	nonces = new Map();

	constructor(api, endpoint) {
		Object.assign(this, { api, endpoint });
	}

	async send(transactions) {
		const { genesisHash, runtimeVersion } = this.api;
		const batch = transactions.map(([call, signer], id) => {
			const nonce = this.nonces.get(signer.address) ?? 0;
			this.nonces.set(signer.address, nonce + 1);
			call.sign(signer, { nonce, era: 0, blockHash: genesisHash, genesisHash, runtimeVersion });
			return { jsonrpc: '2.0', id, method: 'author_submitExtrinsic', params: [call.toHex()] };
		});
		const headers = { 'content-type': 'application/json' };
		const answer = await fetch(this.endpoint, { method: 'POST', headers, body: JSON.stringify(batch) });
		const refused = (await answer.json()).find(({ error }) => error);
		if (refused) throw new Error(`a transaction was refused: ${JSON.stringify(refused.error)}`);
	}
}

/** Fails if the chain has less in its blocks up to this one than was meant; its transactions a block. */
async function check(api, kind, blocks, signers) {
	const { query } = await api.at(await blockHash(api, blocks));
	const accounts = await query.system.account.multi(signers);
	const transactions = accounts.reduce((sum, { nonce }) => sum + nonce.toNumber(), 0);
	if (transactions < FILLED * TRANSACTIONS * blocks) throw new Error(`${transactions} transactions are too few`);
	if (kind === 'jobs') {
		const live = (await query.bme.jobs.keys()).length;
		const settled = (await query.bme.nextJobId()).toNumber() - live;
		if (settled < FILLED * JOBS * blocks) throw new Error(`only ${settled} jobs were settled`);
	}
	return transactions / blocks;
}

/** Fill the blocks of a new chain with transactions of this kind, until there are so many; its transactions a block. */
export async function fill(endpoint, kind, blocks) {
	await cryptoWaitReady();
	const api = await ApiPromise.create({ provider: new HttpProvider(endpoint), noInitWarn: true });
	const sender = new Sender(api, endpoint);
	const transactionsOf = { jobs, transfers }[kind](api);
	const first = await headNumber(api);
	let round = 0;
	for (let head = first; head < blocks; head = await headNumber(api)) {
		// As many as there are blocks, though one may pass unseen.
		for (; round <= head - first; round += 1) {
			await sender.send(await transactionsOf(round));
			if ((first + round) % TELL_EVERY === 0) console.log(`${kind}: ${first + round} of ${blocks} blocks`);
		}
		await sleep(5);
	}
	return check(api, kind, blocks, [...sender.nonces.keys()]);
}

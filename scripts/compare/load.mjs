/**
 * Fills the blocks of a node with jobs or transfers, until there are so many: `node load.mjs <endpoint> <jobs|transfers>
 * <blocks>`. Eight transactions a block, of which nobody waits for an answer: they have to be the ones that a block makes
 * valid, a few blocks later.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiPromise, HttpProvider } from '@polkadot/api';
import { cryptoWaitReady } from '@polkadot/util-crypto';

import { account, feedOf, headNumber } from '../lib/chain.mjs';
import { hashOf, jobSpec } from '../lib/jobs.mjs';
import { ONE, TOKEN, USD, fixedPoint } from '../lib/units.mjs';

/** Jobs that begin in each block. */
const JOBS = 2;
/** Blocks from one step of a job to the next. */
const LAG = 4;
const TRANSFERS = 8;
/** A price is fresh for longer than so many blocks. */
const FEED_EVERY = 20;

const [endpoint, kind, count] = process.argv.slice(2);
const blocks = Number(count);
await cryptoWaitReady();
const api = await ApiPromise.create({ provider: new HttpProvider(endpoint), noInitWarn: true });
const [alice, payer, supplier] = ['//Alice', '//Ferdie', '//Bob'].map(account);
const feeders = ['//Feeder1', '//Feeder2', '//Feeder3'].map(account);
const genesisHash = api.genesisHash;
const runtimeVersion = api.runtimeVersion;
const nonces = new Map();
let refused = 0;

/** Sign with the next nonce of the signer, valid for ever, and hand it to the node; one that is refused is left out. */
async function submit(call, signer) {
	const { address } = signer;
	try {
		const nonce = nonces.get(address) ?? (await api.rpc.system.accountNextIndex(address)).toNumber();
		call.sign(signer, { nonce, era: 0, blockHash: genesisHash, genesisHash, runtimeVersion });
		await api.rpc.author.submitExtrinsic(call);
		nonces.set(address, nonce + 1);
	} catch {
		refused += 1;
		nonces.delete(address);
	}
}

/** Steps of jobs whose numbers are known, since one account requests all of them. */
async function jobs(round) {
	const details = { consumer: payer.address, price: USD / 10n, suppliers: supplier.address, maxBurn: 100n * TOKEN };
	for (let one = 0; one < JOBS; one += 1) {
		const id = (steps) => (round - steps * LAG) * JOBS + one;
		await submit(api.tx.bme.requestJob(jobSpec(details), []), payer);
		if (id(1) >= 0) await submit(api.tx.bme.acceptJob(id(1), ONE), supplier);
		if (id(2) >= 0) await submit(api.tx.contribution.attest(id(2), 1, hashOf('done'), 'None'), supplier);
		if (id(3) >= 0) await submit(api.tx.contribution.approve(id(3)), payer);
	}
	if (round % FEED_EVERY === 0)
		for (const feeder of feeders) await submit(await feedOf(api, fixedPoint('0.5')), feeder);
}

async function transfers() {
	for (let one = 0; one < TRANSFERS; one += 1)
		await submit(api.tx.balances.transferKeepAlive(supplier.address, 1_000n + BigInt(one)), alice);
}

const step = { jobs, transfers }[kind];
let told = 0;
for (let round = 0, head = 0, before = -1; head < blocks; before = head) {
	while ((head = await headNumber(api)) === before) await sleep(5);
	await step(round);
	round += 1;
	if (head - told < 500) continue;
	told = head;
	console.log(`${kind}: ${head} blocks, ${refused} transactions refused`);
}

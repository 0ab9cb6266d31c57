import { blake2AsHex } from '@polkadot/util-crypto';
import { api, key, send } from './connect.mjs';

const payer = key('//Ferdie');
const price = 10_000_000n;
const quote = (await api.call.bmeApi.quote('Agent', price)).asOk;

const spec = {
	V1: {
		// Approves and disputes. The payer is whoever signs.
		consumer: payer.address,
		class: 'Agent',
		price,
		// One supplier does all of it: 10^9 parts of 10^9.
		suppliers: [{ account: key('//Bob').address, minShare: 1_000_000_000 }],
		assessor: null,
		roles: { templateAuthor: null, toolProvider: null, modelOwner: null },
		evidence: 'None',
		specHash: blake2AsHex(JSON.stringify({ ask: 'a haiku about finality' })),
		// In blocks.
		acceptWithin: 10,
		attestWithin: 10,
		// 1 % more than the quote, should the price move before the block.
		maxBurn: (quote.burn.toBigInt() * 101n) / 100n,
	},
};
// Fiat whose payment can still be taken back pays for jobs as well, where its receipts are named: at most eight.
const young = await api.call.fiatApi.young(payer.address);
const receipts = young.slice(0, 8).map(({ receipt }) => receipt);
const events = await send(api.tx.bme.requestJob(spec, receipts), payer);
const { job, fiat, burn, priceUsed } = events.find((event) => api.events.bme.JobRequested.is(event)).data;
console.log(`job ${job}: held are ${fiat} fiat and ${burn} tokens, at ${priceUsed}`);
await api.disconnect();

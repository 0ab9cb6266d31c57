/** Fills the blocks of a node with jobs or transfers: eight who each have one transaction in every block. */
import { account, connect, feedAll, fieldsOf, headNumber, send } from '../lib/chain.mjs';
import { hashOf, jobSpec } from '../lib/jobs.mjs';
import { TOKEN, USD, fixedPoint } from '../lib/units.mjs';

const LANES = Array.from({ length: 8 }, (_, index) => index);
const CONSUMERS = ['Alice', 'Bob', 'Charlie', 'Dave', 'Eve', 'Ferdie'].map((name) => `//${name}//stash`);
const SUPPLIERS = ['//Bob', '//Charlie', '//Dave', '//Eve'];
/** A price is fresh for longer than so many blocks. */
const FEED_EVERY = 20;

/** Who acts in a lane: nobody waits for another's transaction. */
const payerOf = (lane) => account([...CONSUMERS, '//Ferdie', '//Alice'][lane]);

/** One job from its request to its settlement, in four blocks. */
async function job(api, lane) {
	const payer = payerOf(lane);
	const supplier = account(SUPPLIERS[lane % SUPPLIERS.length]);
	const spec = jobSpec({
		consumer: payer.address,
		price: USD / 10n,
		suppliers: supplier.address,
		maxBurn: 100n * TOKEN,
	});
	const asked = await send(api, api.tx.bme.requestJob(spec, []), payer);
	const { job: id } = fieldsOf(asked.events, api.events.bme.JobRequested);
	await send(api, api.tx.bme.acceptJob(id, spec.V1.suppliers[0].minShare), supplier);
	await send(api, api.tx.contribution.attest(id, 1, hashOf('done'), 'None'), supplier);
	await send(api, api.tx.contribution.approve(id), payer);
}

const transfer = (api, lane) =>
	send(api, api.tx.balances.transferKeepAlive(payerOf((lane + 1) % LANES.length).address, 1n), payerOf(lane));

/** Have Alice give the others of the lanes something, where a genesis gave them nothing. */
async function endow(api) {
	for (const lane of LANES.slice(0, -1)) {
		const gift = api.tx.balances.transferKeepAlive(payerOf(lane).address, 1_000n * TOKEN);
		await send(api, gift, payerOf(LANES.at(-1)));
	}
}

const KINDS = {
	jobs: {
		prepare: (api) => feedAll(api, fixedPoint('0.5')),
		step: job,
		keep: (api) => feedAll(api, fixedPoint('0.5')),
	},
	transfers: { prepare: endow, step: transfer, keep: async () => {} },
};

/** Fill blocks of this kind until there are so many; says now and then how many there are. */
export async function fill(endpoint, kind, blocks, say) {
	const api = await connect(endpoint);
	const { prepare, step, keep } = KINDS[kind];
	let head = await headNumber(api);
	let kept = head;
	const stopHeads = await api.rpc.chain.subscribeNewHeads((header) => {
		head = header.number.toNumber();
		if (head % 500 === 0) say(`  ${head} blocks`);
	});
	await prepare(api);
	const lane = async (number) => {
		while (head < blocks) await step(api, number);
	};
	const keeper = async () => {
		for (; head < blocks; await new Promise((resolve) => setTimeout(resolve, 20))) {
			if (head - kept < FEED_EVERY) continue;
			kept = head;
			await keep(api);
		}
	};
	await Promise.all([...LANES.map(lane), keeper()]);
	stopHeads();
	await api.disconnect();
}

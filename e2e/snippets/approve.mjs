import { api, key, send } from './connect.mjs';

const job = Number(process.argv[2]);
const events = await send(api.tx.contribution.approve(job), key('//Ferdie'));

// What the chain does by itself in a block counts as part of its first transaction: look for the job, not only the
// event.
const ofJob = (kind) => events.filter((event) => kind.is(event) && event.data.job.eq(job)).map(({ data }) => data);

const [settled] = ofJob(api.events.bme.JobSettled);
console.log(`job ${job}: ${settled.burned} tokens burned, ${settled.fiatPaid} fiat paid`);
for (const { supplier, fiat, entitlement } of ofJob(api.events.bme.SupplierPaid)) {
	console.log(`${supplier} got ${fiat} fiat, and may earn ${entitlement} tokens with it`);
}
await api.disconnect();

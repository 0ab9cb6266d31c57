import { api, key, send } from './connect.mjs';

const job = Number(process.argv[2]);
const events = await send(api.tx.contribution.approve(job), key('//Ferdie'));

const settled = events.find((event) => api.events.bme.JobSettled.is(event));
console.log(`job ${job}: ${settled.data.burned} tokens burned, ${settled.data.fiatPaid} fiat paid`);
for (const { data } of events.filter((event) => api.events.bme.SupplierPaid.is(event))) {
	console.log(`${data.supplier} got ${data.fiat} fiat, and may earn ${data.entitlement} tokens with it`);
}
await api.disconnect();

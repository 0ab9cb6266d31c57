import { api, key, send } from './connect.mjs';

const supplier = key('//Bob').address;
const { index: epoch, start, length } = await api.call.bmeApi.epoch();
const points = await api.call.contributionApi.points(epoch, supplier);
console.log(`epoch ${epoch} closes ${new Date(start.toNumber() + length.toNumber()).toISOString()}`);
console.log(`${supplier} has ${points.work} Work points in it`);

// Nobody has to ask for a payout: the chain pays while it is idle. Wait for the one of this epoch.
const paid = await new Promise((resolve) => {
	api.query.system.events((records) => {
		const found = records
			.map(({ event }) => event)
			.filter((event) => api.events.bme.PaidOut.is(event))
			.find(({ data }) => data.account.eq(supplier) && data.epoch.gte(epoch));
		if (found) resolve(found.data);
	});
});
console.log(`epoch ${paid.epoch} paid ${paid.amounts.work} for work`);

const record = (await api.call.bmeApi.epochRecord(paid.epoch)).unwrap();
console.log(`minted for work ${record.minted.work}, paid so far ${record.paid.work}`);

// On a busy chain anybody can pay anybody, up to eight epochs at once. Here it is done already, and the chain says so.
const again = api.tx.bme.payout(supplier, [paid.epoch]);
await send(again, key('//Ferdie')).catch((error) => console.log(error.message));

// What could not be credited, for example because it is below the existential deposit, stays owed.
for (const [debt, amount] of await api.call.bmeApi.owed(supplier)) {
	console.log(`owed: ${debt} ${amount}; claim it with bme.claimOwed`);
}
await api.disconnect();

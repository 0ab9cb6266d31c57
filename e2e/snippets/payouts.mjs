import { api, key, send } from './connect.mjs';

const supplier = key('//Bob').address;
const { index: open, start, length } = await api.call.bmeApi.epoch();
const points = await api.call.contributionApi.points(open, supplier);
console.log(`epoch ${open} closes at ${new Date(start.toNumber() + length.toNumber()).toISOString()}`);
console.log(`${supplier} has ${points.work} Work points in it so far`);

// Nobody has to ask for a payout: the chain pays while it is idle. Here are those of the last hundred blocks.
const head = (await api.rpc.chain.getHeader()).number.toNumber();
for (let number = head; number > Math.max(head - 100, 0); number -= 1) {
	const at = await api.at(await api.rpc.chain.getBlockHash(number));
	for (const { event } of await at.query.system.events()) {
		if (!api.events.bme.PaidOut.is(event) || !event.data.account.eq(supplier)) continue;
		const { epoch, amounts } = event.data;
		const { minted } = (await api.call.bmeApi.epochRecord(epoch)).unwrap();
		console.log(`epoch ${epoch} paid ${amounts.work} of the ${minted.work} that it minted for work`);
	}
}

// On a busy chain anybody can pay anybody, up to eight epochs at once. Here it is done already, and the chain says so.
const again = api.tx.bme.payout(supplier, [open.toNumber() - 1]);
await send(again, key('//Ferdie')).catch((error) => console.log(error.message));

// What could not be credited, for example because it is below the existential deposit, stays owed.
for (const [debt, amount] of await api.call.bmeApi.owed(supplier)) {
	console.log(`owed: ${debt} ${amount}; claim it with bme.claimOwed`);
}
await api.disconnect();

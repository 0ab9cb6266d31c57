import { api, key, send } from './connect.mjs';

const reporter = key('//Reporter1');
const reports = [
	// Item and units; what a report does not name is zero.
	{ supplier: key('//Bob').address, quantities: [[3, 12]] },
	{
		supplier: key('//Charlie').address,
		quantities: [
			[2, 40],
			[3, 5],
		],
	},
];
const { index } = await api.call.bmeApi.epoch();
const events = await send(api.tx.measurement.report(index, reports), reporter);
const { epoch, counted } = events.find((event) => api.events.measurement.Reported.is(event)).data;
console.log(`epoch ${epoch}: ${counted} reports count`);
await api.disconnect();

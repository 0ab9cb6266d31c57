import { api, key, send } from './connect.mjs';

const job = Number(process.argv[2]);
const events = await send(api.tx.contribution.dispute(job), key('//Ferdie'));
const { dispute } = events.find((event) => api.events.verification.PanelConvened.is(event)).data;
console.log(`job ${job} goes before a panel; bonded for it: ${dispute.unwrap().bond}`);
await api.disconnect();

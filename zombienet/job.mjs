/** Feeds the price and runs one job through a running chain, until it is settled: `node job.mjs <endpoint>`. */
import { acceptAll, approve, attest, cast, requestJob } from '../scripts/demo/actors.mjs';
import { connect, feedAll, fieldsOf, headNumber } from '../scripts/lib/chain.mjs';
import { hashOf } from '../scripts/lib/jobs.mjs';
import { USD, dollars, fixedPoint, tokens } from '../scripts/lib/units.mjs';
import { until } from '../scripts/lib/wait.mjs';

/** Seconds. */
const PATIENCE = 120;

const api = await connect(process.argv[2]);
const { bob, ferdie } = cast();
await until(async () => (await headNumber(api)) > 0, 'a block', PATIENCE);

await feedAll(api, fixedPoint('0.5'));
await until(async () => (await api.call.bmeApi.quote('Agent', USD)).isOk, 'a price', PATIENCE);

const job = await requestJob(api, ferdie, {
	jobClass: 'Agent',
	price: USD,
	suppliers: bob.address,
	evidence: 'Replay',
});
await acceptAll(api, job, [bob]);
await attest(api, job, bob, { units: 1, result: hashOf('done'), seed: hashOf('seed'), environment: hashOf('smoke') });
const { burned, fiatPaid } = fieldsOf(await approve(api, job, ferdie), api.events.bme.JobSettled);
console.log(`job ${job.id} settled: ${dollars(fiatPaid)} paid, ${tokens(burned)} burned`);
await api.disconnect();

/**
 * What a gateway takes in, and how fast it delivers: `node scripts/gateway/bench.mjs [seconds]`. The service and its
 * database run in this process, 32 clients in another; the chain is one of the tests that includes at once.
 */
import { fork } from 'node:child_process';
import { Agent, request } from 'node:http';
import { paymentSucceeded, signatureOf } from '../demo/provider.mjs';

const CLIENTS = 32;
const BENEFICIARY = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY';
const SECRET = 'whsec_test';
const [first = '10', port] = process.argv.slice(2);
const seconds = Number(first);

/** In the other process: clients that send one webhook after the other; what was acknowledged. */
async function load() {
	const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
	const latencies = [];
	const send = (body) =>
		new Promise((resolve, reject) => {
			const headers = {
				'stripe-signature': signatureOf(body, SECRET),
				'content-length': Buffer.byteLength(body),
			};
			const sent = request({ port, path: '/webhooks/card', method: 'POST', agent, headers }, (response) => {
				response.resume().once('end', () => resolve(response.statusCode));
			});
			sent.once('error', reject);
			sent.end(body);
		});
	const end = performance.now() + seconds * 1_000;
	let next = 0;
	const client = async () => {
		while (performance.now() < end) {
			const payment = `pi_${(next += 1)}`;
			const began = performance.now();
			const body = JSON.stringify(paymentSucceeded({ payment, cents: 500, beneficiary: BENEFICIARY }));
			if ((await send(body)) !== 200) throw new Error('refused');
			latencies.push(performance.now() - began);
		}
	};
	await Promise.all(Array.from({ length: CLIENTS }, client));
	agent.destroy();
	process.send(latencies);
}

async function measure() {
	const [{ Gateway }, { chainOn }, { Ledger }, { configIn, folderOfTest, partsIn }] = await Promise.all(
		['gateway', 'testing/fake-chain', 'testing/ledger', 'testing/world'].map((name) => import(`./${name}.mjs`)),
	);
	const place = folderOfTest();
	const parts = await partsIn(place.folder);
	const gateway = new Gateway(configIn(place.folder), parts);
	const clients = fork(import.meta.filename, [String(seconds), String(await gateway.listen())]);
	const latencies = await new Promise((resolve) => {
		clients.once('message', resolve);
	});
	latencies.sort((a, b) => a - b);
	const at = (part) => latencies[Math.floor((latencies.length - 1) * part)].toFixed(1);
	const rows = () => Object.fromEntries(parts.store.counts().map(({ state, count }) => [state, count]));
	const stored = rows().new;
	console.log(`taken in: ${stored} of ${latencies.length} acknowledged, ${Math.round(stored / seconds)} a second`);
	console.log(`latency: ${at(0.5)} ms median, ${at(0.99)} ms of 99 %, ${at(1)} ms at most`);

	const ledger = new Ledger({ time: Date.now() + 60_000 });
	const chain = chainOn(ledger);
	chain.follow = async () => {};
	const began = performance.now();
	await gateway.follow(chain);
	await gateway.working;
	while (rows().done !== stored) {
		ledger.seal();
		await gateway.step();
	}
	const taken = (performance.now() - began) / 1_000;
	console.log(`delivered: ${stored} in ${ledger.number} blocks, ${Math.round(stored / taken)} a second`);
	if (ledger.violations.length > 0 || ledger.counted.size !== stored) throw new Error('not once each');
	await gateway.stop();
	place.remove();
}

await (port ? load() : measure());

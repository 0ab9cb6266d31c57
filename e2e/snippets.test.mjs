/** The snippets of the guides run as they stand there. */
import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../scripts/lib/chain.mjs';
import { until } from '../scripts/lib/wait.mjs';
import { startNode } from './lib/node.mjs';

const folder = path.join(import.meta.dirname, 'snippets');
const guides = ['dapps.md', 'contribution.md']
	.map((name) => readFileSync(path.join(import.meta.dirname, '..', 'docs', name), 'utf8'))
	.join('\n');
/**
 * Milliseconds between blocks: three times as fast as real slots, and slow enough for the slowest of these
 * programs.
 */
const SEALING = '2000';

let node;
beforeAll(async () => {
	node = await startNode({ sealing: SEALING });
});
afterAll(() => node?.stop());

async function run(snippet, ...args) {
	const env = { ...process.env, BME_ENDPOINT: node.endpoint };
	const { stdout } = await promisify(execFile)(process.execPath, [path.join(folder, snippet), ...args], { env });
	return stdout;
}

async function nextEpoch() {
	const api = await connect(node.endpoint);
	const open = async () => (await api.call.bmeApi.epoch()).index.toNumber();
	const before = await open();
	await until(async () => (await open()) !== before, 'the next epoch', 120);
	await api.disconnect();
}

test.each(readdirSync(folder))('a guide should contain %s word for word', (snippet) => {
	const code = readFileSync(path.join(folder, snippet), 'utf8');
	expect(guides).toContain(`\`\`\`js\n// ${snippet}\n${code}\`\`\``);
});

test('the_snippets_should_run_a_job_from_quote_to_payout', async () => {
	expect(await run('quote.mjs')).toMatch(/suppliers get 8000000 .* burned are 4000000000000 /);
	const [, job] = (await run('request.mjs')).match(/job (\d+): held are 8000000 fiat and 4000000000000 tokens/);
	expect(await run('supply.mjs', job)).toMatch(/attested: 0x[0-9a-f]{64}/);
	expect(await run('approve.mjs', job)).toMatch(/4000000000000 tokens burned, 8000000 fiat paid/);
	await nextEpoch();
	const payouts = await run('payouts.mjs');
	expect(payouts).toMatch(/epoch \d+ paid 3800000000000 of the 3800000000000 that it minted for work/);
	expect(payouts).toContain('bme.NothingToPay');
	const policy = await run('policy.mjs');
	expect(policy).toContain('Rho: 100000000 → 90000000, Tightens');
	expect(policy).toMatch(/candidate: in epoch \d+ burns \d+/);
	const fiat = await run('fiat.mjs');
	expect(fiat).toMatch(/genesis \d+ \+ 0 − 0 redeemed − 0 taken back = \d+/);
	expect(fiat).toContain('provider 2: takes payments back for 0 minutes; room 100000000000, owes 0');
	expect(await run('device.mjs')).toContain('1 device for item 1');
	// A report is of the open epoch: with the whole of it ahead the program has the time.
	await nextEpoch();
	expect(await run('report.mjs')).toMatch(/epoch \d+: 2 reports count/);
	const books = await run('books.mjs');
	expect(books).toContain('burned for {"job":"Agent"}: 4000000000000');
	expect(books).toContain('every invariant holds');
});

test('the_snippets_should_bring_a_job_before_a_panel', async () => {
	const [, job] = (await run('request.mjs')).match(/job (\d+)/);
	await run('supply.mjs', job);
	expect(await run('dispute.mjs', job)).toContain(`job ${job} goes before a panel; bonded for it: 5000000000000`);
});

/** The exporter program on a real node: its figures are the chain's own, and what is watched is there to be seen. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { account, connect, feedAll, send } from '../scripts/lib/chain.mjs';
import { supplyAt } from '../scripts/lib/ledger.mjs';
import { TOKEN, fixedPoint } from '../scripts/lib/units.mjs';
import { ALERTS, DASHBOARD, metricsIn } from '../scripts/monitoring/metrics.mjs';
import { startNode } from './lib/node.mjs';
import { Programs } from './lib/programs.mjs';

/** Milliseconds between two blocks, each of which moves the chain's time by a slot: an epoch is ten of them. */
const BLOCK = '500';

const NAME = '//Exporter';

const exporter = new Programs('exporter');
let node;
let api;

/** All samples of a text, by metric and labels as Prometheus writes them. */
function samplesIn(text) {
	const lines = text.split('\n').filter((line) => line && !line.startsWith('#'));
	return Object.fromEntries(
		lines.map((line) => {
			const space = line.lastIndexOf(' ');
			return [line.slice(0, space).replace('bme_exporter_', ''), Number(line.slice(space + 1))];
		}),
	);
}

const samples = async () => samplesIn(await exporter.metrics(NAME));

beforeAll(async () => {
	node = await startNode({ sealing: BLOCK, prometheus: true });
	api = await connect(node.endpoint);
	exporter.run(NAME, { endpoint: node.endpoint, rowsSeconds: 0.5, invariantsSeconds: 0.5 });
	await exporter.until(async () => (await samples()).invariants_hold !== undefined, 'a look at the chain');
});

afterAll(async () => {
	await exporter.end();
	await api?.disconnect();
	await node?.stop();
});

test('exporter_should_show_the_ledger_of_the_chain', async () => {
	await send(api, api.tx.balances.transferKeepAlive(account('//Bob').address, TOKEN), account('//Alice'));
	await exporter.until(async () => (await samples())['minted_tokens{cause="Treasury"}'] > 0, 'a mint');
	await exporter.until(async () => (await samples())['burned_tokens{cause="Fee"}'] > 0, 'a burn');
	const shown = await samples();
	expect(shown).toMatchObject({
		connected: 1,
		invariants_hold: 1,
		ledger_mismatch: 0,
		fiat_mismatch: 0,
		fiat: 1_200_000,
	});
	const sumOf = (name) =>
		Object.entries(shown).reduce((sum, [key, value]) => (key.startsWith(`${name}{`) ? sum + value : sum), 0);
	const { genesis } = await supplyAt(api, api.genesisHash);
	const expected = Number(genesis) / 1e12 + sumOf('minted_tokens') - sumOf('burned_tokens');
	expect(shown.issuance_tokens).toBeCloseTo(expected, 3);
});

test('exporter_should_follow_blocks_epochs_and_the_price', async () => {
	await feedAll(api, fixedPoint('0.5'));
	let before;
	await exporter.until(async () => {
		before = await samples();
		return before.price_age_seconds < 60;
	}, 'a new price');
	expect(before).toMatchObject({ 'price_condition{condition="Fresh"}': 1, 'price{kind="median"}': 0.5 });
	expect(before['price_feeds{kind="quorum"}']).toBe(3);
	expect(before.best_block - before.finalized_block).toBeLessThanOrEqual(1);
	expect(before.epoch_late_seconds).toBe(0);
	await exporter.until(async () => (await samples()).epoch > before.epoch + 1, 'two epochs');
	await exporter.until(async () => (await samples()).unpaid_epochs === 0, 'all paid');
	await exporter.until(async () => (await samples()).unpaid_rows === 0, 'all rows paid');
	expect(await samples()).toMatchObject({ owed_tokens: 0, owed_fiat: 0 });
});

test('metrics_should_be_shown_by_the_node_when_they_are_watched', async () => {
	const shown = Object.keys(samplesIn(await (await fetch(`http://${node.metrics}/metrics`)).text())).join('\n');
	const watched = metricsIn(`${ALERTS}\n${JSON.stringify(DASHBOARD)}`, 'substrate');
	expect(watched.length).toBeGreaterThan(2);
	expect(watched.filter((name) => !metricsIn(shown, 'substrate').includes(name))).toEqual([]);
});

test('exporter_should_say_that_it_sees_nothing_when_the_node_is_gone', async () => {
	await node.stop();
	await exporter.until(async () => (await samples()).connected === 0, 'a disconnection');
	expect(exporter.log(NAME)).toContain('no connection to');
});

/** The reporter program on a real node: four of five, one of which lies and one of which is killed again and again. */
import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { account, connect } from '../scripts/lib/chain.mjs';
import { startNode } from './lib/node.mjs';
import { Programs } from './lib/programs.mjs';

/** Milliseconds between two blocks, each of which moves the chain's time by a slot: an epoch is ten of them. */
const BLOCK = '700';
const DATA = 3;
const [HONEST, OTHER, KILLED, LIAR] = [1, 2, 3, 4].map((number) => `//Reporter${number}`);
const [BOB, CHARLIE] = ['//Bob', '//Charlie'].map((uri) => account(uri).address);

const reporters = new Programs('reporter');
const seen = [];
let node;
let api;

/** Start the reporter of `uri`, whose command says so many units of Bob's. */
function start(uri, units) {
	const output = reporters.fileOf(uri, 'txt');
	const lines = [
		{ supplier: BOB, units: { [DATA]: units } },
		{ supplier: CHARLIE, units: { [DATA]: 5 } },
	];
	writeFileSync(output, ['rubbish', ...lines.map((line) => JSON.stringify(line))].join('\n'));
	reporters.start(uri, { endpoint: node.endpoint, measure: ['cat', output] });
}

/** The data of every event of this name in blocks that were seen. */
const all = (name) => seen.filter(({ method }) => method === name).map(({ data }) => data);
const countedOf = (supplier) =>
	all('ContributionCounted')
		.filter((counted) => counted.supplier.toString() === supplier)
		.map(({ counted }) => counted.map(({ item, units }) => [item.toNumber(), units.toNumber()]));

beforeAll(async () => {
	node = await startNode({ sealing: BLOCK });
	api = await connect(node.endpoint);
	await api.query.system.events((records) =>
		seen.push(...records.map(({ event }) => event).filter(({ section }) => section === 'measurement')),
	);
});

afterAll(async () => {
	await reporters.end();
	await api?.disconnect();
	await node?.stop();
});

test('reporters_should_have_counted_what_most_of_them_measured', async () => {
	start(HONEST, 12);
	start(OTHER, 12);
	start(KILLED, 12);
	start(LIAR, 4_000_000);
	await reporters.until(() => countedOf(BOB).length > 0 && countedOf(CHARLIE).length > 0, 'a count');
	expect(countedOf(BOB)[0]).toEqual([[DATA, 12]]);
	expect(countedOf(CHARLIE)[0]).toEqual([[DATA, 5]]);
	await reporters.until(() => all('ReporterSlashed').length > 0, 'a slash');
	expect(all('ReporterSlashed')[0].reporter.toString()).toBe(account(LIAR).address);
	await reporters.until(() => reporters.log(LIAR).includes('the bond is not whole'), 'a word about the bond');
	expect(reporters.log(HONEST)).toContain('line 1 of the measurement: no JSON');
});

test('reporter_should_say_nothing_twice_when_it_is_killed_at_any_moment', async () => {
	await api.tx.measurement.bond().signAndSend(account(LIAR));
	for (let round = 0; round < 8; round += 1) {
		const before = all('Reported').length;
		await reporters.kill(KILLED);
		start(KILLED, 12);
		// Some rounds end before it reported, some in the middle, some after.
		await reporters.until(
			() => all('Reported').length > before || reporters.log(KILLED).includes('suppliers measured'),
			'a run',
		);
		await sleep(150 * round);
	}
	const counts = countedOf(BOB).length;
	await reporters.until(() => countedOf(BOB).length > counts + 1, 'two more counts');
	expect(countedOf(BOB).every((counted) => counted[0][1] === 12)).toBe(true);
	const refused = all('ReportRefused').map(({ reason }) => reason.type);
	expect(refused).toEqual([]);
	expect((await api.call.invariantsApi.check()).isOk).toBe(true);
});

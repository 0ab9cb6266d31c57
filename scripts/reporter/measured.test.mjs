import { cryptoWaitReady } from '@polkadot/util-crypto';
import { expect, test } from 'vitest';
import { account } from '../lib/chain.mjs';
import { reportsOf } from './measured.mjs';

await cryptoWaitReady();
const [BOB, CHARLIE] = ['//Bob', '//Charlie'].map((uri) => account(uri).address);
const line = (supplier, units) => JSON.stringify({ supplier, units });

test('reports_should_be_read_when_lines_are_good', () => {
	const output = [line(BOB, { 3: 12, 1: 0 }), '', line(CHARLIE, { 2: '18446744073709551615' })].join('\n');
	expect(reportsOf(output)).toEqual({
		reports: [
			{
				supplier: BOB,
				quantities: [
					[1, 0n],
					[3, 12n],
				],
			},
			{ supplier: CHARLIE, quantities: [[2, 18_446_744_073_709_551_615n]] },
		],
		bad: [],
	});
	expect(reportsOf('')).toEqual({ reports: [], bad: [] });
});

test.each([
	['rubbish', 'no JSON'],
	['null', 'no "supplier"'],
	['[]', 'no "supplier"'],
	[line('somebody', { 3: 1 }), 'no "supplier"'],
	[line(5, { 3: 1 }), 'no "supplier"'],
	[JSON.stringify({ supplier: BOB }), 'no "units"'],
	[line(BOB, [3]), 'no "units"'],
	[line(BOB, {}), 'not 1 to 8 items'],
	[line(BOB, { 1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1, 7: 1, 8: 1, 9: 1 }), 'not 1 to 8 items'],
	[line(BOB, { 3: -1 }), 'no whole number'],
	[line(BOB, { 3: 0.5 }), 'no whole number'],
	[line(BOB, { 3: '1e9' }), 'no whole number'],
	[line(BOB, { 3: null }), 'no whole number'],
	[line(BOB, { 3: '18446744073709551616' }), 'no whole number'],
	[line(BOB, { 65536: 1 }), 'no whole number'],
	[line(BOB, { data: 1 }), 'no whole number'],
])('line_should_be_left_out_when_it_is_bad: %s', (text, wrong) => {
	const { reports, bad } = reportsOf(`${text}\n${line(CHARLIE, { 3: 1 })}`);
	expect(reports.map(({ supplier }) => supplier)).toEqual([CHARLIE]);
	expect(bad).toEqual([{ line: 1, wrong: expect.stringContaining(wrong) }]);
});

test('supplier_should_count_once_when_it_is_there_twice', () => {
	const { reports, bad } = reportsOf([line(BOB, { 3: 1 }), line(BOB, { 3: 2 })].join('\n'));
	expect(reports).toEqual([{ supplier: BOB, quantities: [[3, 1n]] }]);
	expect(bad).toEqual([{ line: 2, wrong: 'its supplier was there before' }]);
});

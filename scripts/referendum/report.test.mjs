import { expect, test } from 'vitest';
import { plot } from './plot.mjs';
import { describe } from './report.mjs';

const ONE = 10n ** 12n;
const rows = (supply) =>
	Array.from({ length: 30 }, (_, epoch) => ({
		epoch: epoch + 7,
		supply: (supply - BigInt(epoch)) * ONE,
		burned: 3n * ONE,
		minted: 2n * ONE,
		income: ONE,
	}));
const change = {
	parameter: 'Rho',
	direction: 'Tightens',
	before: 100_000_000n,
	after: 90_000_000n,
	least: 0n,
	most: 500_000_000n,
	step: 50_000_000n,
	stepLeft: 40_000_000n,
};
const preview = { changes: [change], refused: null, current: rows(1_000n), candidate: rows(990n) };
const referendum = {
	number: 3,
	status: 'being decided',
	origin: 'EmissionTightening',
	votes: { ayes: ONE, nays: 0n, support: ONE },
	call: 'bme.adoptPolicy(0x00)',
	policy: '0x00',
};

test('a_report_should_show_each_number_and_both_futures_when_a_policy_is_adopted', () => {
	const text = describe(referendum, preview);
	expect(text).toContain('would act as EmissionTightening');
	expect(text).toMatch(/Rho +100000000 +90000000 +tightens +0 – 500000000 +50000000 +40000000/);
	expect(text).toMatch(/ {2}7 +1,000\.000000 BME +990\.000000 BME/);
	expect(text).toMatch(/ {2}36 +971\.000000 BME +961\.000000 BME/);
	expect(text).not.toContain('refused');
});

test('a_report_should_say_why_when_a_referendum_would_do_nothing', () => {
	expect(describe({ ...referendum, call: undefined, problem: 'its preimage is no call' }, null)).toContain('no call');
	expect(describe({ ...referendum, policy: null, call: 'system.remark(0x)' }, null)).toContain('adopts no policy');
	expect(describe(referendum, { refused: 'bme.StaleBase: note it again' })).toMatch(/refused\. bme\.StaleBase/);
	expect(describe({ number: 3, status: 'Approved' }, null)).toBe('Referendum 3 is over: Approved.');
});

test('a_plot_should_have_a_line_for_each_policy_in_each_panel_and_be_the_same_each_time', () => {
	const svg = plot(preview, 'Referendum 3');
	expect(svg.match(/<polyline/g).length).toBe(8);
	expect(svg).not.toMatch(/NaN|Infinity|undefined/);
	expect(plot(preview, 'Referendum 3')).toBe(svg);
	// A projection of one epoch, and one in which nothing happens.
	const one = preview.current.slice(0, 1).map((row) => ({ ...row, burned: 0n }));
	expect(plot({ current: one, candidate: one }, 'one')).not.toMatch(/NaN|Infinity/);
});

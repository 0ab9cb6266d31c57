/** What the operator's command measured: one supplier a line. */
import { isAddress } from '@polkadot/util-crypto';

/** The most items of one report. */
const MOST_ITEMS = 8;
const MOST_UNITS = 2n ** 64n - 1n;

/** Units as a number or as digits; `null` of anything else. */
function unitsOf(value) {
	const isNumber = Number.isSafeInteger(value) && value >= 0;
	const isDigits = typeof value === 'string' && /^\d{1,20}$/.test(value);
	if (!isNumber && !isDigits) return null;
	const units = BigInt(value);
	return units <= MOST_UNITS ? units : null;
}

/** `{ report }` of a line, or what is `wrong` with it. */
export function reportOf(line) {
	let value;
	try {
		value = JSON.parse(line);
	} catch {
		return { wrong: 'no JSON' };
	}
	const { supplier, units } = value ?? {};
	if (typeof supplier !== 'string' || !isAddress(supplier)) return { wrong: 'no "supplier" that is an address' };
	if (typeof units !== 'object' || units === null || Array.isArray(units)) return { wrong: 'no "units" by item' };
	const quantities = Object.entries(units).map(([item, found]) => [Number(item), unitsOf(found)]);
	if (quantities.length === 0 || quantities.length > MOST_ITEMS) return { wrong: `not 1 to ${MOST_ITEMS} items` };
	const isGood = ([item, found]) => Number.isInteger(item) && item >= 0 && item < 65_536 && found !== null;
	if (!quantities.every(isGood)) return { wrong: 'an item or its units are no whole number' };
	return { report: { supplier, quantities } };
}

/** The reports in what a command printed, and what is wrong with other lines: `{ line, wrong }`. A supplier counts once. */
export function reportsOf(output) {
	const seen = new Set();
	const [reports, bad] = [[], []];
	output.split('\n').forEach((text, index) => {
		if (text.trim() === '') return;
		const { report, wrong } = reportOf(text);
		if (wrong) bad.push({ line: index + 1, wrong });
		else if (seen.has(report.supplier)) bad.push({ line: index + 1, wrong: 'its supplier was there before' });
		else reports.push(report);
		if (report) seen.add(report.supplier);
	});
	return { reports, bad };
}

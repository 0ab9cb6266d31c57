/** A referendum and its preview as text. */
import { tokens } from '../lib/units.mjs';

/** Columns, the first to the left and the others to the right. */
function table(rows) {
	const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
	const line = (row) =>
		row
			.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
			.join('  ');
	const rule = widths.map((width) => '─'.repeat(width));
	return [rows[0], rule, ...rows.slice(1)].map(line).map((text) => `  ${text.trimEnd()}`);
}

const UNBOUNDED = 2n ** 64n;
const bound = (value) => (value >= UNBOUNDED ? 'any' : value.toString());

const changesTable = (changes) =>
	table([
		['number', 'now', 'then', 'direction', 'bounds', 'step of a vote', 'step left'],
		...changes.map(({ parameter, before, after, direction, least, most, step, stepLeft }) => [
			parameter,
			before.toString(),
			after.toString(),
			direction.toLowerCase(),
			`${bound(least)} – ${bound(most)}`,
			step.toString(),
			stepLeft.toString(),
		]),
	]);

/** The places of a few rows among so many: the first, the last, and some between. */
function places(count, shown = 6) {
	const all = Array.from({ length: shown }, (_, place) => Math.round((place * (count - 1)) / Math.max(shown - 1, 1)));
	return [...new Set(all)];
}

const COLUMNS = { supply: 'supply', burned: 'burned', minted: 'minted', income: 'to suppliers' };

function projectionTable(current, candidate) {
	const header = ['epoch', ...Object.values(COLUMNS).flatMap((name) => [name, 'with it'])];
	const row = (place) => [
		current[place].epoch.toString(),
		...Object.keys(COLUMNS).flatMap((key) => [tokens(current[place][key]), tokens(candidate[place][key])]),
	];
	return table([header, ...places(current.length).map(row)]);
}

function about({ number, status, origin, votes, call, problem }) {
	if (!origin) return [`Referendum ${number} is over: ${status}.`];
	return [
		`Referendum ${number}, ${status}, would act as ${origin}.`,
		`  ayes ${tokens(votes.ayes)}, nays ${tokens(votes.nays)}, support ${tokens(votes.support)}`,
		`  ${problem ?? call}`,
	];
}

/** All of it. `preview` is there if the referendum adopts a policy. */
export function describe(referendum, preview) {
	const lines = about(referendum);
	if (!preview) {
		if (referendum.call) lines.push('', 'It adopts no policy: there is nothing to project.');
		return lines.join('\n');
	}
	if (preview.refused) lines.push('', `If it were enacted now it would be refused. ${preview.refused}`);
	if (!preview.candidate) return lines.join('\n');
	lines.push(
		'',
		'What it changes (parts in 10⁻⁹, ratios and prices in 10⁻¹⁸, times in milliseconds, amounts in base units)',
	);
	lines.push(...changesTable(preview.changes), '', 'What the epochs ahead would do');
	lines.push(...projectionTable(preview.current, preview.candidate));
	return lines.join('\n');
}

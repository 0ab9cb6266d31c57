/** What the demonstration prints. */

const began = Date.now();

/** One line of progress, with the time since the start. */
export function progress(text) {
	const seconds = ((Date.now() - began) / 1000).toFixed(0).padStart(4);
	console.log(`${seconds} s  ${text}`);
}

/** A headline. */
export function headline(text) {
	console.log(`\n${text}\n${'─'.repeat(text.length)}`);
}

/** Rows under a header; columns that hold numbers stand to the right. */
export function table(header, rows) {
	const cells = [header, ...rows].map((row) => row.map(String));
	const widths = header.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
	const numeric = header.map((_, column) => rows.every((row) => /^[-\d]/.test(String(row[column]))));
	const fill = (cell, column) => (numeric[column] ? cell.padStart(widths[column]) : cell.padEnd(widths[column]));
	const line = (row) => `  ${row.map(fill).join('  ')}`.trimEnd();
	const [first, ...rest] = cells;
	const rule = widths.map((width) => '─'.repeat(width));
	console.log([first, rule, ...rest].map(line).join('\n'));
}

/** A projection under two policies as SVG: supply, burn, mint and the suppliers' income. */

const PANELS = [
	['supply', 'Supply'],
	['burned', 'Burned in an epoch'],
	['minted', 'Minted in an epoch'],
	['income', 'To suppliers in an epoch'],
];
const LINES = [
	['current', 'as it is', '#0072b2', ''],
	['candidate', 'with it', '#d55e00', ' stroke-dasharray="6 4"'],
];
const [INK, FAINT] = ['#222222', '#dddddd'];
const [WIDTH, HEIGHT, MARGIN] = [460, 220, { left: 74, right: 16, top: 34, bottom: 34 }];
const TITLE = 44;
const TICKS = 4;
const ONE = 1e12;

/** A number of tokens as a label of an axis, told apart from others `step` away. */
function label(value, step) {
	const digits = step > 0 ? Math.max(0, 1 - Math.floor(Math.log10(step))) : 0;
	return value.toLocaleString('en', { maximumFractionDigits: Math.min(digits, 6) });
}

const text = (x, y, words, more = '') => `<text x="${x}" y="${y}" fill="${INK}"${more}>${words}</text>`;

/** One panel at this place: its frame, its axes and a line for each policy. */
function panel(preview, [key, name], [left, top]) {
	const columns = LINES.map(([policy]) => preview[policy].map((row) => Number(row[key]) / ONE));
	const [low, high] = [Math.min(...columns.flat()), Math.max(...columns.flat())];
	const room = (high - low || Math.abs(high) || 1) * 0.05;
	const [from, to] = [low - room, high + room];
	const epochs = preview.current.map(({ epoch }) => epoch);
	const [first, last] = [epochs[0], epochs.at(-1)];
	const x0 = left + MARGIN.left;
	const y0 = top + HEIGHT - MARGIN.bottom;
	const width = WIDTH - MARGIN.left - MARGIN.right;
	const height = HEIGHT - MARGIN.top - MARGIN.bottom;
	const x = (epoch) => (x0 + (width * (epoch - first)) / Math.max(last - first, 1)).toFixed(1);
	const y = (value) => (y0 - (height * (value - from)) / (to - from)).toFixed(1);

	const ticks = Array.from({ length: TICKS }, (_, tick) => low + ((high - low) * tick) / (TICKS - 1));
	const grid = [...new Set(ticks)].flatMap((value) => [
		`<line x1="${x0}" y1="${y(value)}" x2="${x0 + width}" y2="${y(value)}" stroke="${FAINT}"/>`,
		text(x0 - 6, Number(y(value)) + 4, label(value, (high - low) / TICKS), ' text-anchor="end"'),
	]);
	const lines = LINES.map(([, , colour, dashes], line) => {
		const points = columns[line].map((value, place) => `${x(epochs[place])},${y(value)}`).join(' ');
		return `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2"${dashes}/>`;
	});
	return [
		text(x0, top + MARGIN.top - 12, `${name}, BME`, ' font-weight="bold"'),
		...grid,
		...lines,
		text(x0, y0 + 20, `epoch ${first}`),
		text(x0 + width, y0 + 20, last, ' text-anchor="end"'),
	];
}

/** The whole plot. `preview` has the rows of `current` and of `candidate`. */
export function plot(preview, title) {
	const [width, height] = [2 * WIDTH, TITLE + 2 * HEIGHT];
	const place = (index) => [(index % 2) * WIDTH, TITLE + Math.floor(index / 2) * HEIGHT];
	const legend = LINES.flatMap(([, name, colour, dashes], line) => {
		const left = width - 240 + line * 120;
		return [
			`<line x1="${left}" y1="24" x2="${left + 30}" y2="24" stroke="${colour}" stroke-width="2"${dashes}/>`,
			text(left + 36, 28, name),
		];
	});
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
			'font-family="sans-serif" font-size="12">',
		`<rect width="${width}" height="${height}" fill="white"/>`,
		text(16, 28, title, ' font-size="16"'),
		...legend,
		...PANELS.flatMap((each, index) => panel(preview, each, place(index))),
		'</svg>\n',
	].join('\n');
}

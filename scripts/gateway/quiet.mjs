/** A log that does not fill up: of what keeps happening it says the first, then once a minute how often. */

const PAUSE = 60_000;

/** A function of a `key`, what happens, and a `line` about this time. */
export function quiet(log, now = () => performance.now()) {
	const said = new Map();
	return (key, line) => {
		const { at, others } = said.get(key) ?? { at: -PAUSE, others: 0 };
		if (now() - at < PAUSE) {
			said.set(key, { at, others: others + 1 });
			return;
		}
		said.set(key, { at: now(), others: 0 });
		log(others > 0 ? `${line} (and ${others} more like it)` : line);
	};
}

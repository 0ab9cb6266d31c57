/** Waiting for what others do. */
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds between two looks for each second that there is: five hundred looks at most. */
const PAUSE = 2;

/** What `found` returns once that is something, asked again and again; fails with `what` did not happen in so many seconds. */
export async function until(found, what, seconds = 20) {
	for (const end = Date.now() + seconds * 1_000; ; await sleep(seconds * PAUSE)) {
		const result = await found();
		if (result) return result;
		if (Date.now() >= end) throw new Error(`${what} did not happen in ${seconds} s`);
	}
}

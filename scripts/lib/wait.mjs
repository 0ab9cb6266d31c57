/** Waiting for what others do. */
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What `found` returns once that is something, asked again after a `pause` in milliseconds; fails with `what` did not happen in so many
 * seconds.
 */
export async function until(found, what, seconds = 20, pause = Math.min(2 * seconds, 500)) {
	for (const end = Date.now() + seconds * 1_000; ; await sleep(pause)) {
		const result = await found();
		if (result) return result;
		if (Date.now() >= end) throw new Error(`${what} did not happen in ${seconds} s`);
	}
}

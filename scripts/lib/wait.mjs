/** Waiting for what others do. */
import { setTimeout as sleep } from 'node:timers/promises';

/** What `found` returns once that is something, asked again and again; fails with `what` did not happen in so many seconds. */
export async function until(found, what, seconds = 20) {
	for (const end = Date.now() + seconds * 1_000; Date.now() < end; await sleep(50)) {
		const result = await found();
		if (result) return result;
	}
	throw new Error(`${what} did not happen in ${seconds} s`);
}

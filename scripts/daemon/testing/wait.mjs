/** Waiting, in tests. */

export const sleep = (milliseconds) =>
	new Promise((resolve) => {
		setTimeout(resolve, milliseconds);
	});

/** Wait until `holds`. */
export async function until(holds, what, seconds = 20) {
	for (const end = Date.now() + seconds * 1_000; Date.now() < end; await sleep(20)) if (await holds()) return;
	throw new Error(`${what} did not happen`);
}

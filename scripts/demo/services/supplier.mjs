/**
 * One supplier of the training job, on a thread of its own as it would be on a machine of its own: its shard never
 * leaves this file, only trained models do.
 */
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { shard } from './dataset.mjs';
import { train } from './model.mjs';

const RATE = 0.02;

/** Train one round of the common model on the shard of supplier `index`. */
export function trainRound(samples, { model, index, round, seed, epochs }) {
	return train(model, samples, { epochs, rate: RATE, seed: seed + 1000 * round + index });
}

/** Start supplier `index`; `train` has it train one round, `stop` ends it. */
export function startSupplier(index, { seed, epochs }) {
	const worker = new Worker(new URL(import.meta.url), { workerData: { index, seed, epochs } });
	const ask = (message) =>
		new Promise((resolve, reject) => {
			worker.once('error', reject);
			worker.once('message', (answer) => {
				worker.off('error', reject);
				resolve(answer);
			});
			worker.postMessage(message);
		});
	return { train: (model, round) => ask({ model, round }), stop: () => worker.terminate() };
}

/** A supplier that only says that it trained, on so many samples: it returns the common model as it got it. */
export const freeRider = (samples) => async (model) => ({ model, samples });

if (!isMainThread && workerData?.index !== undefined) {
	const samples = shard(workerData.index, workerData.seed);
	parentPort.on('message', ({ model, round }) => {
		parentPort.postMessage({ model: trainRound(samples, { ...workerData, model, round }), samples: samples.count });
	});
}

/** Starting and stopping the node's binary. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Process } from '../../scripts/lib/process.mjs';
import { until } from '../../scripts/lib/wait.mjs';
import { BINARY, specification } from './specification.mjs';

/** Seconds. */
const START_WITHIN = 120;

/**
 * Start a development node on free ports; resolves once its RPC listens, with its address and a way to stop it.
 * Without `sealing` it authors on real slots; `policy` are numbers of the policy other than the preset's; with
 * `prometheus` it shows its metrics.
 */
export async function startNode({ sealing, epochMinutes = 1, policy, prometheus = false } = {}) {
	const folder = mkdtempSync(path.join(tmpdir(), 'bme-e2e-'));
	const chain = specification(folder, epochMinutes, policy);
	const all = [
		...['--chain', chain, '--base-path', folder, '--alice', '--force-authoring', '--rpc-cors', 'all'],
		...['--unsafe-force-node-key-generation', '--rpc-port', '0', '--port', '0', '--no-mdns'],
		...['--no-telemetry', '--no-hardware-benchmarks', '--state-pruning', 'archive'],
		...(prometheus ? ['--prometheus-port', '0'] : ['--no-prometheus']),
		...(sealing ? ['--sealing', sealing] : []),
	];
	const node = new Process(BINARY, all);
	const stop = async () => {
		await node.end();
		rmSync(folder, { recursive: true, force: true });
	};
	try {
		const [rpc, metrics] = await until(
			() => {
				if (node.hasEnded) throw new Error('the node ended');
				const rpc = node.log.match(/JSON-RPC server: addr=(127\.0\.0\.1:\d+)/);
				const metrics = node.log.match(/Prometheus exporter started at (\S+)/);
				return rpc && (metrics || !prometheus) && [rpc[1], metrics?.[1]];
			},
			'an answer',
			START_WITHIN,
		);
		return { endpoint: `ws://${rpc}`, metrics, stop, log: () => node.lastWords };
	} catch (error) {
		await stop();
		throw new Error(`${BINARY} ${all.join(' ')}: ${error.message}\n${node.lastWords}`, { cause: error });
	}
}

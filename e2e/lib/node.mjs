/** Starting and stopping the node's binary. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BINARY, specification } from './specification.mjs';

const START_WITHIN = 120_000;
const KEPT_LOG = 8_000;

/**
 * Start a development node on free ports; resolves once its RPC listens, with its address and a way to stop it.
 * Without `sealing` it authors on real slots; `policy` are numbers of the policy other than the preset's; with
 * `prometheus` it shows its metrics.
 */
export function startNode({ sealing, epochMinutes = 1, policy, prometheus = false } = {}) {
	const folder = mkdtempSync(path.join(tmpdir(), 'bme-e2e-'));
	const chain = specification(folder, epochMinutes, policy);
	const all = [
		...['--chain', chain, '--base-path', folder, '--alice', '--force-authoring', '--rpc-cors', 'all'],
		...['--unsafe-force-node-key-generation', '--rpc-port', '0', '--port', '0', '--no-mdns'],
		...['--no-telemetry', '--no-hardware-benchmarks', '--state-pruning', 'archive'],
		...(prometheus ? ['--prometheus-port', '0'] : ['--no-prometheus']),
		...(sealing ? ['--sealing', sealing] : []),
	];
	const child = spawn(BINARY, all, { stdio: ['ignore', 'ignore', 'pipe'] });
	let log = '';
	const ended = new Promise((resolve) => {
		child.once('close', resolve);
	}).finally(() => rmSync(folder, { recursive: true, force: true }));
	const stop = async () => {
		child.kill('SIGKILL');
		await ended;
	};
	return new Promise((resolve, reject) => {
		const refuse = (why) => reject(new Error(`${BINARY} ${all.join(' ')}: ${why}\n${log}`));
		const patience = setTimeout(() => stop().then(() => refuse('did not start in time')), START_WITHIN);
		child.once('error', (error) => refuse(error.message));
		child.stderr.setEncoding('utf8').on('data', (text) => {
			log = (log + text).slice(-KEPT_LOG);
			const found = log.match(/JSON-RPC server: addr=127\.0\.0\.1:(\d+)/);
			const metrics = log.match(/Prometheus exporter started at (\S+)/);
			if (!found || (prometheus && !metrics)) return;
			clearTimeout(patience);
			resolve({ endpoint: `ws://127.0.0.1:${found[1]}`, metrics: metrics?.[1], stop, log: () => log });
		});
		ended.then((code) => refuse(`ended with code ${code}`));
	});
}

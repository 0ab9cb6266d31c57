/** Starting and stopping the node's binary. */
import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import path from 'node:path';

const cache = process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache');
const target = process.env.CARGO_TARGET_DIR ?? path.join(cache, 'bme-chain', 'target');
export const BINARY = process.env.BME_NODE ?? path.join(target, 'release', 'bme-node');

const START_WITHIN = 30_000;
const KEPT_LOG = 8_000;

/** Start a development node on free ports; resolves once its RPC listens, with its address and a way to stop it. */
export function startNode(...args) {
	const quiet = ['--no-prometheus', '--no-telemetry', '--no-mdns', '--no-hardware-benchmarks'];
	const all = ['--dev', '--tmp', '--rpc-port', '0', '--port', '0', ...quiet, ...args];
	const child = spawn(BINARY, all, { stdio: ['ignore', 'ignore', 'pipe'] });
	let log = '';
	const ended = new Promise((resolve) => {
		child.once('close', resolve);
	});
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
			if (!found) return;
			clearTimeout(patience);
			resolve({ endpoint: `ws://127.0.0.1:${found[1]}`, stop, log: () => log });
		});
		ended.then((code) => refuse(`ended with code ${code}`));
	});
}

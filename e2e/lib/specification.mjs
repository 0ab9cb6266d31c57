/**
 * The development chain as a raw specification. A node starts three times faster from it than from the preset, which it
 * would have to build its genesis from.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { formatExact, parseExact } from '../../scripts/network/genesis.mjs';

const cache = process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache');
/** Where the build puts what it makes. */
const TARGET = process.env.CARGO_TARGET_DIR ?? path.join(cache, 'bme-chain', 'target');
export const BINARY = process.env.BME_NODE ?? path.join(TARGET, 'release', 'bme-node');
/** The version after this one, with which upgrades are rehearsed. */
export const REHEARSAL = path.join(TARGET, 'release/wbuild/bme-runtime/rehearsal.compact.compressed.wasm');

/** Where the one that all files share lies, for the processes that run them. */
const SHARED = 'BME_E2E_SPECIFICATION';

/** Write a specification into `file`, by the options of `export-chain-spec`; the file. */
export function exportSpecification(file, ...options) {
	execFileSync(BINARY, ['export-chain-spec', '--output', file, ...options], { stdio: 'ignore' });
	return file;
}

/** Before all files: make the shared specification; after them, remove it. */
export default function setup() {
	const folder = mkdtempSync(path.join(tmpdir(), 'bme-e2e-'));
	process.env[SHARED] = exportSpecification(path.join(folder, 'raw.json'), '--chain', 'dev', '--raw');
	return () => rmSync(folder, { recursive: true, force: true });
}

/**
 * A specification with epochs of so many minutes, and with these numbers of the policy in the place of the presets'; one
 * of its own is written into `folder`.
 */
export function specification(folder, epochMinutes, policy) {
	if (epochMinutes === 1 && !policy) return process.env[SHARED];
	return changed(folder, 'dev', ({ bme }) =>
		Object.assign(bme.policy, { epochLength: epochMinutes * 60_000, ...policy }),
	);
}

/** The specification of the local network, written into `folder`; with this time scale, if given, in the place of the preset's. */
export function localSpecification(folder, timeScale) {
	return changed(folder, 'local', ({ bme }) => Object.assign(bme, timeScale && { timeScale }));
}

/** A raw specification of a preset in which `change` changed what the preset says of the genesis. */
function changed(folder, preset, change) {
	const file = exportSpecification(path.join(folder, 'plain.json'), '--chain', preset);
	const plain = parseExact(readFileSync(file, 'utf8'));
	change(plain.genesis.runtimeGenesis.patch);
	writeFileSync(file, formatExact(plain));
	return exportSpecification(path.join(folder, 'raw.json'), '--chain', file, '--raw');
}

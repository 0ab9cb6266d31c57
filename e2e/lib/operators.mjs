/** What operators do to begin a network, with the commands of the runbook. */
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { BINARY } from './specification.mjs';

const SCRIPTS = path.join(import.meta.dirname, '../../scripts/network');
/** The session keys by their types in the keystore, in the order in which a list has them. */
const KEYS = { babe: 'sr25519', gran: 'ed25519', audi: 'sr25519' };

export const run = (script, ...given) => spawnSync(path.join(SCRIPTS, script), given, { encoding: 'utf8' });

/** The public halves of the session keys that are derived from a secret, as a list has them. */
export function sessionKeys(secret) {
	const publicKey = ([type, scheme]) => {
		const how = ['--scheme', scheme, '--output-type', 'json', `${secret}//${type}`];
		const { publicKey: hex } = JSON.parse(execFileSync(BINARY, ['key', 'inspect', ...how], { encoding: 'utf8' }));
		return hex.slice(2);
	};
	return `0x${Object.entries(KEYS).map(publicKey).join('')}`;
}

/** Put the session keys of a secret into the keystore of a node that is not yet running. */
export function insertKeys(network, name, secret) {
	for (const [type, scheme] of Object.entries(KEYS)) {
		const where = ['--chain', network.chain, '--base-path', network.base(name)];
		const key = ['--scheme', scheme, '--suri', `${secret}//${type}`, '--key-type', type];
		execFileSync(BINARY, ['key', 'insert', ...where, ...key], { stdio: 'ignore' });
	}
}

/** Have `spec` make the specification of a list in `folder`/made; how it ended. */
export function makeSpecification(folder, list) {
	const file = path.join(folder, 'operators.json');
	writeFileSync(file, JSON.stringify(list));
	return run('spec', file, path.join(folder, 'made'));
}

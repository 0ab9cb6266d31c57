/**
 * A command for a keeper whose devices' keys are on this machine, as on a developer's:
 * `node scripts/keeper/sign.mjs <file with a secret phrase or key on each line>`. Devices of one's own sign by themselves.
 */
import { readFileSync } from 'node:fs';
import { hexToU8a, u8aToHex } from '@polkadot/util';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { readLines } from '../daemon/config.mjs';
import { account } from '../lib/chain.mjs';

const [path] = process.argv.slice(2);
const { statement, devices } = JSON.parse(readFileSync(0, 'utf8'));
await cryptoWaitReady();
for (const pair of readLines(path, 'file of keys').map(account)) {
	if (!devices.includes(pair.address)) continue;
	const signature = { Sr25519: u8aToHex(pair.sign(hexToU8a(statement))) };
	console.log(JSON.stringify({ device: pair.address, signature }));
}

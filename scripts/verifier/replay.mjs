/**
 * A judge of work that can be run again: does so, and compares. It knows where specifications are kept, and has another
 * command run one. See docs/contribution.md.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hexToU8a, isHex, u8aConcat } from '@polkadot/util';
import { blake2AsHex } from '@polkadot/util-crypto';

const USAGE = `Usage: node scripts/verifier/replay.mjs <folder of specifications> <command> [its arguments]
       with a job on its standard input   (see docs/contribution.md)`;
/** The result of work that cannot be run as its evidence says. */
const NOTHING = `0x${'00'.repeat(32)}`;

/** The specification of this hash in a folder. */
function specificationIn(folder, specHash) {
	const file = path.join(folder, `${specHash}.json`);
	const bytes = readFileSync(file);
	if (blake2AsHex(bytes) !== specHash) throw new Error(`the hash of ${file} is another`);
	return JSON.parse(bytes);
}

/** The result that a command finds, which is told what to run on its standard input. */
function runAgain([command, ...rest], input) {
	// In our group, so that it ends with us.
	const { error, status, stdout } = spawnSync(command, rest, {
		input: `${JSON.stringify(input)}\n`,
		encoding: 'utf8',
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	// It need not read what it is told.
	if (error && error.code !== 'EPIPE') throw error;
	if (status !== 0) throw new Error(`${command} failed, exit ${status}`);
	const result = stdout.trim();
	if (result === 'none') return NOTHING;
	if (!isHex(result, 256)) throw new Error(`${command} said no hash, but: ${result.slice(0, 200)}`);
	return result.toLowerCase();
}

/** What is to be said of a job, with `replay` to run an attestation again. */
function judged({ evidence, asksShares, suppliers }, replay) {
	if (evidence !== 'Replay') throw new Error(`work with the evidence ${evidence} cannot be run again`);
	if (asksShares) throw new Error('running work again does not tell who has which share in it');
	const results = suppliers.map(({ attestation }) => attestation && replay(attestation));
	const isRight = (result, place) =>
		result !== null && result !== NOTHING && result === suppliers[place].attestation.result;
	const found = results.filter((result) => result !== null);
	return {
		qualities: results.map((result, place) => (isRight(result, place) ? 1 : 0)),
		output:
			suppliers.length === 1
				? (found[0] ?? NOTHING)
				: blake2AsHex(u8aConcat(...found.map((result) => hexToU8a(result)))),
	};
}

function main([folder, ...command]) {
	if (command.length === 0) throw new Error(USAGE);
	const job = JSON.parse(readFileSync(0, 'utf8'));
	const specification = specificationIn(folder, job.specHash);
	const opinion = judged(job, ({ units, evidence: { Replay } }) =>
		runAgain(command, { specification, units, ...Replay }),
	);
	console.log(JSON.stringify(opinion));
}

try {
	main(process.argv.slice(2));
} catch ({ message }) {
	console.error(message);
	process.exitCode = 1;
}

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hexToU8a, u8aConcat } from '@polkadot/util';
import { blake2AsHex } from '@polkadot/util-crypto';
import { afterAll, expect, test } from 'vitest';
import { hashOf } from '../lib/jobs.mjs';
import { opinionOf } from './opinion.mjs';

const PROGRAM = path.join(import.meta.dirname, 'replay.mjs');
const SPECIFICATION = { task: 'add', to: 5 };
/** More than a pipe holds. */
const LONG = 'x'.repeat(1_000_000);
const NOTHING = `0x${'00'.repeat(32)}`;
const folder = mkdtempSync(path.join(tmpdir(), 'bme-replay-'));
const specHash = hashOf(SPECIFICATION);
writeFileSync(path.join(folder, `${specHash}.json`), JSON.stringify(SPECIFICATION));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Finds the seed as the result. */
const ECHO = ['node', '-e', "console.log(JSON.parse(require('fs').readFileSync(0)).seed)"];
const seed = (byte) => `0x${byte.repeat(32)}`;
const supplier = (result, of = result) => ({
	account: 'somebody',
	minShare: 0,
	attestation: result && { units: '5', result, evidence: { Replay: { seed: of, environment: seed('ee') } } },
});
const job = (suppliers, change) => ({ job: 7, evidence: 'Replay', asksShares: false, specHash, suppliers, ...change });

function judge(input, command = ECHO) {
	const { status, stdout, stderr } = spawnSync('node', [PROGRAM, folder, ...command], {
		input: JSON.stringify(input),
		encoding: 'utf8',
	});
	if (status === 0) expect(opinionOf(stdout, input).wrong).toBeUndefined();
	return status === 0 ? JSON.parse(stdout) : { status, stderr };
}

test('result_should_be_good_when_it_is_found_again_and_bad_when_it_is_not', () => {
	expect(judge(job([supplier(seed('aa'))]))).toEqual({ qualities: [1], output: seed('aa') });
	expect(judge(job([supplier(seed('bb'), seed('aa'))]))).toEqual({ qualities: [0], output: seed('aa') });
});

test('output_should_be_of_all_who_attested_when_there_are_several', () => {
	const suppliers = [supplier(seed('aa')), supplier(null), supplier(seed('bb'), seed('cc'))];
	const output = blake2AsHex(u8aConcat(hexToU8a(seed('aa')), hexToU8a(seed('cc'))));
	expect(judge(job(suppliers))).toEqual({ qualities: [1, 0, 0], output });
});

test('command_should_be_told_what_to_run', () => {
	const heard = path.join(folder, 'heard');
	judge(job([supplier(seed('aa'))]), ['sh', '-c', `cat > ${heard}; echo ${seed('aa')}`]);
	const { stdout } = spawnSync('cat', [heard], { encoding: 'utf8' });
	const told = { specification: SPECIFICATION, units: '5', seed: seed('aa'), environment: seed('ee') };
	expect(JSON.parse(stdout)).toEqual(told);
});

test('command_should_be_heard_when_it_does_not_read_what_it_is_told', () => {
	const long = job([supplier(seed('aa'))], { specHash: hashOf({ text: LONG }) });
	writeFileSync(path.join(folder, `${long.specHash}.json`), JSON.stringify({ text: LONG }));
	expect(judge(long, ['echo', seed('aa')])).toEqual({ qualities: [1], output: seed('aa') });
});

test('quality_should_be_zero_when_the_evidence_names_nothing', () => {
	expect(judge(job([supplier(seed('aa'))]), ['echo', 'none'])).toEqual({ qualities: [0], output: NOTHING });
	expect(judge(job([supplier(NOTHING)]), ['echo', 'none'])).toEqual({ qualities: [0], output: NOTHING });
});

test.each([
	['no specification', job([supplier(seed('aa'))], { specHash: seed('99') }), ECHO, 'no such file'],
	['another kind of evidence', job([supplier(seed('aa'))], { evidence: 'None' }), ECHO, 'cannot be run again'],
	['shares', job([supplier(seed('aa'))], { asksShares: true }), ECHO, 'does not tell who has which share'],
	['a command that fails', job([supplier(seed('aa'))]), ['false'], 'false failed, exit 1'],
	['no command of that name', job([supplier(seed('aa'))]), ['/nowhere/run'], 'ENOENT'],
	['rubbish', job([supplier(seed('aa'))]), ['echo', 'rubbish'], 'said no hash, but: rubbish'],
	['no command', job([supplier(seed('aa'))]), [], 'Usage'],
])('nothing_should_be_said_when_there_is: %s', (_, input, command, why) => {
	expect(judge(input, command)).toEqual({ status: 1, stderr: expect.stringContaining(why) });
});

test('specification_should_be_refused_when_its_hash_is_another', () => {
	writeFileSync(path.join(folder, `${seed('77')}.json`), '{}');
	const { stderr } = judge(job([supplier(seed('aa'))], { specHash: seed('77') }));
	expect(stderr).toContain('is another');
});

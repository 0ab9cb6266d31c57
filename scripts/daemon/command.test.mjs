import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { run } from './command.mjs';

const shell = (script, seconds = 5) => run(['sh', '-c', script], {}, seconds);

test('command_should_have_its_code_and_output_when_it_ends', async () => {
	expect(await shell('echo " tr_1 "; exit 3')).toEqual({ code: 3, output: 'tr_1' });
	expect(await run(['/nowhere'], {}, 5)).toEqual({ code: null, output: expect.stringContaining('ENOENT') });
});

test.each(['sleep 60', 'setsid sleep 60'])(
	'command_should_have_its_output_when_it_leaves_something_behind_that_holds_it: %s',
	async (left) => {
		const began = performance.now();
		expect(await shell(`echo tr_1; ${left} &`, 3)).toEqual({ code: 0, output: 'tr_1' });
		expect(performance.now() - began).toBeLessThan(2_500);
	},
);

test('command_should_have_its_output_when_that_is_written_after_it_ended', async () => {
	expect(await shell('(sleep 0.2; echo tr_1) &')).toEqual({ code: 0, output: 'tr_1' });
});

test('nothing_should_run_any_more_when_the_command_has_ended', async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'bme-command-'));
	const late = path.join(folder, 'late');
	await shell(`(sleep 0.3; touch ${late}) >/dev/null &`);
	await sleep(600);
	expect(existsSync(late)).toBe(false);
	rmSync(folder, { recursive: true });
});

test('command_should_be_ended_when_it_hangs', async () => {
	expect(await shell('echo tr_1; sleep 60', 0.3)).toEqual({ code: null, output: 'tr_1' });
});

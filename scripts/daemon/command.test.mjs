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

test('command_should_be_ended_when_it_hangs', async () => {
	expect(await shell('echo tr_1; sleep 60', 0.3)).toEqual({ code: null, output: 'tr_1' });
});

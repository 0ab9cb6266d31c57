import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ConfigError } from '../daemon/config.mjs';
import { configOf } from './config.mjs';

const config = (change) => ({ endpoint: 'ws://127.0.0.1:9944', ...change });

test('config_should_have_its_defaults_when_they_are_left_out', () => {
	expect(configOf(config())).toEqual({
		endpoint: 'ws://127.0.0.1:9944',
		rowsSeconds: 60,
		invariantsSeconds: 600,
		metrics: { host: '127.0.0.1', port: 9_620 },
	});
});

test('example_should_be_a_good_configuration', () => {
	const example = JSON.parse(readFileSync(new URL('example.json', import.meta.url), 'utf8'));
	expect(configOf(example)).toMatchObject(example);
});

test.each([
	[{ endpoint: undefined }, '"endpoint" is missing'],
	[{ endpoint: 'localhost' }, '"endpoint" must be'],
	[{ rowsSeconds: 0 }, '"rowsSeconds" must be'],
	[{ invariantsSeconds: '600' }, '"invariantsSeconds" must be'],
	[{ keyFile: 'key' }, '"keyFile" is not known'],
	[{ metrics: { port: -1 } }, 'metrics: "port" must be'],
])('config_should_be_refused_by_name_when_a_field_is_wrong: %j', (change, message) => {
	expect(() => configOf(config(change))).toThrow(ConfigError);
	expect(() => configOf(config(change))).toThrow(message);
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ConfigError } from '../daemon/config.mjs';
import { configOf } from './config.mjs';

const config = (change) => ({
	endpoint: 'ws://127.0.0.1:9944',
	keyFile: 'key',
	database: 'verifier.db',
	judge: ['judge', '-x'],
	...change,
});

test('config_should_have_its_defaults_when_they_are_left_out', () => {
	expect(configOf(config())).toMatchObject({
		timeoutSeconds: 600,
		retrySeconds: 30,
		atOnce: 2,
		metrics: { host: '127.0.0.1', port: 9_619 },
	});
});

test('example_should_be_a_configuration', () => {
	const example = JSON.parse(readFileSync(path.join(import.meta.dirname, 'example.json'), 'utf8'));
	expect(configOf(example)).toMatchObject(example);
});

test.each([
	[{ endpoint: undefined }, '"endpoint" is missing'],
	[{ endpoint: 'nowhere' }, '"endpoint" must be'],
	[{ keyFile: '' }, '"keyFile" must be'],
	[{ database: undefined }, '"database" is missing'],
	[{ judge: undefined }, '"judge" is missing'],
	[{ judge: 'judge' }, '"judge" must be'],
	[{ judge: [] }, '"judge" must be'],
	[{ judge: ['judge', 5] }, '"judge" must be'],
	[{ timeoutSeconds: 0 }, '"timeoutSeconds" must be'],
	[{ retrySeconds: '30' }, '"retrySeconds" must be'],
	[{ atOnce: 1.5 }, '"atOnce" must be'],
	[{ salt: 5 }, '"salt" is not known'],
	[{ metrics: { port: -1 } }, 'metrics: "port" must be'],
])('config_should_be_refused_by_name_when_a_field_is_wrong: %j', (change, message) => {
	expect(() => configOf(config(change))).toThrow(ConfigError);
	expect(() => configOf(config(change))).toThrow(message);
});

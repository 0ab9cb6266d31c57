import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ConfigError } from '../daemon/config.mjs';
import { configOf } from './config.mjs';

const example = () => JSON.parse(readFileSync(new URL('example.json', import.meta.url), 'utf8'));

test('example_should_be_a_configuration', () => {
	expect(configOf(example())).toMatchObject({ retrySeconds: 30, metrics: { port: 9_622 } });
});

test.each([
	[{ sign: [] }, '"sign" must be'],
	[{ database: undefined }, '"database" is missing'],
	[{ devices: 5 }, '"devices" is not known'],
])('config_should_be_refused_by_name_when_a_field_is_wrong: %j', (change, message) => {
	expect(() => configOf({ ...example(), ...change })).toThrow(ConfigError);
	expect(() => configOf({ ...example(), ...change })).toThrow(message);
});

import { expect, test } from 'vitest';
import { ConfigError } from '../daemon/config.mjs';
import { configOf } from './config.mjs';

const config = (change) => ({ endpoint: 'ws://127.0.0.1:9944', keyFile: 'key', measure: ['measure', '-x'], ...change });

test('config_should_have_its_defaults_when_they_are_left_out', () => {
	expect(configOf(config())).toMatchObject({
		timeoutSeconds: 600,
		retrySeconds: 30,
		demandOneIn: 4,
		metrics: { host: '127.0.0.1', port: 9_618 },
	});
});

test.each([
	[{ endpoint: undefined }, '"endpoint" is missing'],
	[{ measure: undefined }, '"measure" is missing'],
	[{ measure: 'measure' }, '"measure" must be'],
	[{ measure: [] }, '"measure" must be'],
	[{ measure: ['measure', 5] }, '"measure" must be'],
	[{ timeoutSeconds: 0 }, '"timeoutSeconds" must be'],
	[{ interval: 5 }, '"interval" is not known'],
	[{ metrics: { port: -1 } }, 'metrics: "port" must be'],
])('config_should_be_refused_by_name_when_a_field_is_wrong: %j', (change, message) => {
	expect(() => configOf(config(change))).toThrow(ConfigError);
	expect(() => configOf(config(change))).toThrow(message);
});

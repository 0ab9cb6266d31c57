import { expect, test } from 'vitest';
import { ConfigError } from '../daemon/config.mjs';
import { configOf } from './config.mjs';

const source = (change) => ({ name: 'one', url: 'http://localhost/', price: '/price', ...change });
const config = (change) => ({
	endpoint: 'ws://127.0.0.1:9944',
	keyFile: 'key',
	sources: [source(), source({ name: 'two' })],
	minimumSources: 2,
	...change,
});

test('config_should_have_its_defaults_when_they_are_left_out', () => {
	expect(configOf(config())).toMatchObject({
		outlier: 0.02,
		maxAgeSeconds: 60,
		intervalSeconds: 60,
		deviation: 0.005,
		metrics: { host: '127.0.0.1', port: 9_616 },
		sources: [
			{ weight: 1, time: null },
			{ weight: 1, time: null },
		],
	});
});

test.each([
	[{ endpoint: undefined }, '"endpoint" is missing'],
	[{ endpoint: 'localhost' }, '"endpoint" must be'],
	[{ interval: 5 }, '"interval" is not known'],
	[{ sources: [] }, '"sources" must be'],
	[{ minimumSources: 3 }, 'more than the 2 sources'],
	[{ minimumSources: 0 }, '"minimumSources" must be'],
	[{ outlier: 2 }, '"outlier" must be'],
	[{ pollSeconds: -1 }, '"pollSeconds" must be'],
	[{ timeoutSeconds: 61 }, 'too old before its time is out'],
	[{ sources: [source(), source()] }, 'the same name'],
	[{ sources: [source({ price: 'price' }), source({ name: 'two' })] }, 'source 1: "price" must be'],
	[{ sources: [source({ url: 'file:///etc/passwd' }), source({ name: 'two' })] }, 'source 1: "url" must be'],
	[{ sources: [source({ weight: 0.5 }), source({ name: 'two' })] }, 'source 1: "weight" must be'],
	[{ sources: [null, null] }, 'source 1: must be an object'],
	[{ metrics: { port: 70_000 } }, 'metrics: "port" must be'],
])('config_should_be_refused_by_name_when_a_field_is_wrong: %j', (change, message) => {
	expect(() => configOf(config(change))).toThrow(ConfigError);
	expect(() => configOf(config(change))).toThrow(message);
});

import { expect, test } from 'vitest';
import { readConfig, readSecret } from './config.mjs';

test('files_should_be_refused_by_name_when_they_cannot_be_read', () => {
	const same = (value) => value;
	expect(() => readConfig('/nowhere/config.json', same)).toThrow('/nowhere/config.json cannot be read');
	expect(() => readConfig(new URL(import.meta.url).pathname, same)).toThrow('is not JSON');
	expect(() => readSecret('/nowhere/key')).toThrow('the key file /nowhere/key cannot be read');
	expect(() => readSecret('/dev/null')).toThrow('is empty');
	expect(() => readSecret(new URL(import.meta.url).pathname)).toThrow('more than one line');
});

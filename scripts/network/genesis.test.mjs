import { expect, test } from 'vitest';
import { baseUnits, formatExact, parseExact } from './genesis.mjs';

test('large_numbers_should_be_the_same_when_parsed_and_written', () => {
	const text =
		'{\n\t"amount": 80000000000000000001,\n\t"list": [340282366920938463463374607431768211455, 5, "123"]\n}\n';
	expect(JSON.parse(JSON.stringify(parseExact('{"small": 5, "text": "12345678901234567890"}')))).toEqual({
		small: 5,
		text: '12345678901234567890',
	});
	const written = formatExact(parseExact(text));
	expect(written).toContain('"amount": 80000000000000000001,');
	expect(written).toContain('340282366920938463463374607431768211455,');
});

test('tokens_should_be_exact_in_base_units', () => {
	expect(baseUnits('1000.5')).toBe(1_000_500_000_000_000n);
	expect(baseUnits('0.000000000001')).toBe(1n);
	expect(baseUnits('999999999999')).toBe(999_999_999_999_000_000_000_000n);
});

import { expect, test } from 'vitest';
import { dollars, fixedPoint, percent, price, tokens } from './units.mjs';

test('amounts_should_read_as_people_write_them', () => {
	expect(tokens(1_234_567_890_123_456_789n)).toBe('1,234,567.890123 BME');
	expect(tokens(-5n * 10n ** 11n)).toBe('-0.500000 BME');
	expect(dollars(9_990_000n)).toBe('9.99 USD');
	expect(percent(333_333_333)).toBe('33.333333 %');
	expect(price(5n * 10n ** 17n)).toBe('0.500000 USD');
});

test('prices_should_become_fixed_point_numbers_exactly', () => {
	expect(fixedPoint('0.5')).toBe(5n * 10n ** 17n);
	expect(fixedPoint('2')).toBe(2n * 10n ** 18n);
	expect(fixedPoint('0.700000000000000007')).toBe(700_000_000_000_000_007n);
});

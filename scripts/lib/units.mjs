/** Units of the chain, and how people read them. */

export const TOKEN = 10n ** 12n;
export const USD = 10n ** 6n;
/** One, in parts per billion. */
export const ONE = 1_000_000_000n;
/** One, in the fixed-point numbers of prices. */
export const FIXED = 10n ** 18n;

function decimal(value, decimals, shown) {
	const unit = 10n ** BigInt(decimals);
	const sign = value < 0n ? '-' : '';
	const size = value < 0n ? -value : value;
	const fraction = (size % unit).toString().padStart(decimals, '0').slice(0, shown);
	const whole = (size / unit).toString().replace(/\B(?=(\d{3})+$)/g, ',');
	return `${sign}${whole}.${fraction}`;
}

/** Token base units, as `1,234.567890 BME`. */
export const tokens = (value) => `${decimal(BigInt(value), 12, 6)} BME`;
/** Fiat base units, as `1,234.56 USD`. */
export const dollars = (value) => `${decimal(BigInt(value), 6, 2)} USD`;
/** A price in USD a token, as `0.500000 USD`. */
export const price = (value) => `${decimal(BigInt(value), 18, 6)} USD`;
/** Parts per billion, as `33.333333 %`. */
export const percent = (value) => `${decimal(BigInt(value), 7, 6)} %`;

/** The price that a human writes, such as `0.5`, as the chain's fixed-point number. */
export function fixedPoint(text) {
	const [whole, fraction = ''] = String(text).split('.');
	return BigInt(whole + fraction.padEnd(18, '0').slice(0, 18));
}

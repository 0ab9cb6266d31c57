//! Proportions of whole numbers, exact through 256 bits.

use crate::Balance;
use sp_arithmetic::{helpers_128bit::multiply_by_rational_with_rounding, Rounding};

/// `a · b / c`, with the product in 256 bits and rounded once, as asked. `None` if `c` is zero or the result does not
/// fit.
pub fn mul_div(a: u128, b: u128, c: u128, rounding: Rounding) -> Option<u128> {
	multiply_by_rational_with_rounding(a, b, c, rounding)
}

/// The part `points / total` of `amount`, **rounded down**. Zero if `total` is zero; never above `amount`, even if
/// `points` is above `total`.
///
/// The parts of points that sum to at most `total` sum to at most `amount`, and splitting points never earns more.
pub fn pro_rata(amount: Balance, points: u128, total: u128) -> Balance {
	mul_div(amount, points.min(total), total, Rounding::Down).unwrap_or(0)
}

/// One step of an exponential average over `periods`, which starts at 0:
///
/// ```text
/// average + (value − average) · 2 / (periods + 1)
/// ```
///
/// The exact result **rounded down**, so the average never exceeds the largest value it has seen. `periods` of 0 counts
/// as 1.
pub fn ema(average: Balance, value: Balance, periods: u32) -> Balance {
	let divisor = u128::from(periods.max(1)).saturating_add(1);
	let step = |distance, rounding| mul_div(distance, 2, divisor, rounding).unwrap_or(distance);
	if value >= average {
		average.saturating_add(step(value.saturating_sub(average), Rounding::Down))
	} else {
		average.saturating_sub(step(average.saturating_sub(value), Rounding::Up))
	}
}

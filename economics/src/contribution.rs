//! Measured contributions: what reporters agree on, what it earns, and what a bond allows.

use crate::{mul_div, Balance, Moment, Rounding, DAY};
use alloc::vec::Vec;
use sp_arithmetic::{PerThing, Perbill};

/// The lower of the middle two of an even number, the middle one of an odd number. `None` of nothing.
///
/// As long as those who lie are fewer than half, it is not above what the highest of the others says, nor below what the
/// lowest of them says.
pub fn lower_median<T: Copy + Ord>(mut quantities: Vec<T>) -> Option<T> {
	quantities.sort_unstable();
	let middle = quantities.len().checked_sub(1)? / 2;
	quantities.get(middle).copied()
}

/// Whether a reported `quantity` is farther from the `median` than the part `tolerance` of it, and than one unit.
pub fn is_far(quantity: u64, median: u64, tolerance: Perbill) -> bool {
	quantity.abs_diff(median) > tolerance.mul_floor(median).max(1)
}

/// The published model, `C = Σ price · quantity`: points, which are token base units. Saturates.
pub fn contribution(measured: impl IntoIterator<Item = (Balance, u64)>) -> u128 {
	measured.into_iter().fold(0, |sum: u128, (price, quantity)| {
		sum.saturating_add(price.saturating_mul(quantity.into()))
	})
}

/// The most points that a supplier with this bond earns in `elapsed` milliseconds:
///
/// ```text
/// floor(bond · rate_per_day · elapsed / day)
/// ```
///
/// Saturates.
pub fn contribution_cap(bond: Balance, rate_per_day: Perbill, elapsed: Moment) -> u128 {
	// At most 10⁹ parts times the milliseconds of a time: fits.
	let parts = u128::from(rate_per_day.deconstruct()).saturating_mul(elapsed.into());
	let whole = u128::from(Perbill::ACCURACY).saturating_mul(DAY.into());
	mul_div(bond, parts, whole, Rounding::Down).unwrap_or(u128::MAX)
}

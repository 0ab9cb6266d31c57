//! The controller: how much of the schedule the next epoch may mint.

use crate::{mul_div, Balance, Controller};
use sp_arithmetic::{traits::Saturating, FixedPointNumber, FixedU128, Rounding};

/// The most that the multiplier falls in an epoch.
const SLOWEST: FixedU128 = FixedU128::from_inner(FixedU128::DIV / 8 * 7);
/// The most that it rises.
const FASTEST: FixedU128 = FixedU128::from_inner(FixedU128::DIV / 7 * 8 + 1);

impl Controller {
	/// The multiplier of the next epoch, after the epoch `index` in which `minted` was minted and after which the average
	/// of the burn is `average_burn`:
	///
	/// ```text
	/// y      = average_burn / minted
	/// factor = 1 inside the dead band r · (1 ± d), or while nothing is minted, else clamp(y / r, 7/8, 8/7)
	/// m'     = clamp(m · factor, floor, 1);   1 until epoch `warm_up` closed
	/// ```
	///
	/// Minting above the target lowers it, burning above the target lets it rise, never above one. It reads no price.
	/// Each step **rounds down**.
	pub fn next(&self, multiplier: FixedU128, index: u32, average_burn: Balance, minted: Balance) -> FixedU128 {
		let one = FixedU128::from_u32(1);
		if index < self.warm_up {
			return one;
		}
		let factor = self.factor(average_burn, minted);
		let moved = ratio(multiplier.into_inner(), factor.into_inner(), FixedU128::DIV);
		moved.min(one).max(self.floor.into())
	}

	fn factor(&self, average_burn: Balance, minted: Balance) -> FixedU128 {
		let measured = ratio(average_burn, FixedU128::DIV, minted);
		let width = FixedU128::from_inner(self.dead_band.mul_floor(self.target.into_inner()));
		let band = self.target.saturating_sub(width)..=self.target.saturating_add(width);
		if minted == 0 || band.contains(&measured) {
			return FixedU128::from_u32(1);
		}
		ratio(measured.into_inner(), FixedU128::DIV, self.target.into_inner()).clamp(SLOWEST, FASTEST)
	}
}

/// `a · b / c`, **rounded down**, or the most that fits.
fn ratio(a: u128, b: u128, c: u128) -> FixedU128 {
	FixedU128::from_inner(mul_div(a, b, c, Rounding::Down).unwrap_or(u128::MAX))
}

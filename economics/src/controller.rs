//! The controller: how much of the schedule an epoch may mint beside work.

use crate::{mul_div, pro_rata, Balance, Policy};
use sp_arithmetic::{FixedPointNumber, FixedU128, PerThing, Rounding};

impl Policy {
	/// The part of the schedule that the epoch `index` may mint in the pools other than work and to the treasury, where
	/// `average_net_burn` is the average of what the epochs before it burned for good:
	///
	/// ```text
	/// follow = average_net_burn / target
	/// m      = clamp(follow / ((1 − work_share) · scheduled), least, 1)
	/// least  = 1 until epoch `warm_up`, then 7/8 of itself each epoch, never below `floor`
	/// ```
	///
	/// So beyond what time alone lets them mint, the other pools mint a part of what was burned *and not earned back*:
	/// a burn is counted once, and whoever owns everything gains nothing by burning more. It reads no price and
	/// remembers nothing but the average. Each step **rounds down**.
	pub fn multiplier(&self, index: u32, average_net_burn: Balance, scheduled: Balance) -> FixedU128 {
		let one = FixedU128::from_u32(1);
		let follow = ratio(average_net_burn, self.controller.target.into_inner());
		let others = self.shares.work().left_from_one().mul_floor(scheduled);
		FixedU128::from_inner(ratio(follow, others)).clamp(self.least_multiplier(index), one)
	}

	/// The multiplier of an epoch before which nothing was burned.
	fn least_multiplier(&self, index: u32) -> FixedU128 {
		let floor = FixedU128::from(self.controller.floor);
		let mut least = FixedU128::from_u32(1);
		// At the lowest floor there are eighteen steps.
		for _ in self.controller.warm_up..=index {
			if least <= floor {
				break;
			}
			least = FixedU128::from_inner(pro_rata(least.into_inner(), 7, 8));
		}
		least.max(floor).min(FixedU128::from_u32(1))
	}
}

/// `a / b`, as a fixed-point number, **rounded down**; the most that fits if `b` is zero.
fn ratio(a: u128, b: u128) -> u128 {
	mul_div(a, FixedU128::DIV, b, Rounding::Down).unwrap_or(u128::MAX)
}

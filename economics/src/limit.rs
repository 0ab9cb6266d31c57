//! A daily limit that fills as it is used and empties as time passes.

use crate::{mul_div, Balance, Moment, Rounding, DAY};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// How much of a daily limit is used. It fades by the limit a day, so that no day sees more than twice the limit, and no
/// longer time more than the limit for each of its days and once more.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct DailyUse {
	/// Used when it was last counted.
	pub used: Balance,
	/// When that was, milliseconds.
	pub at: Moment,
}

impl DailyUse {
	/// What may still be used:
	///
	/// ```text
	/// limit − max(0, used − floor(limit · (now − at) / day))
	/// ```
	///
	/// At least zero. A clock that steps back fades nothing.
	pub fn room(&self, limit: Balance, now: Moment) -> Balance {
		limit.saturating_sub(self.faded(limit, now))
	}

	/// Use at most `amount` of what there is room for; returns how much.
	pub fn take(&mut self, amount: Balance, limit: Balance, now: Moment) -> Balance {
		let used = self.faded(limit, now);
		let taken = amount.min(limit.saturating_sub(used));
		*self = Self {
			used: used.saturating_add(taken),
			at: now.max(self.at),
		};
		taken
	}

	fn faded(&self, limit: Balance, now: Moment) -> Balance {
		let elapsed = now.saturating_sub(self.at);
		let fading = mul_div(limit, elapsed.into(), DAY.into(), Rounding::Down).unwrap_or(Balance::MAX);
		self.used.saturating_sub(fading)
	}
}

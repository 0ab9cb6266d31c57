//! The breaker: whatever a mistake elsewhere asks for, no day mints many times its schedule.

use crate::{mul_div, pro_rata, Balance, ByPool, Emission, EmissionState, Moment, Rounding, DAY, LIFETIME_CAP};

/// How many scheduled days may be minted in one.
const DAYS_PER_DAY: Balance = 5;

impl EmissionState {
	/// Count an emission that took `elapsed` of time, and lower it to what may still be minted:
	///
	/// ```text
	/// floor(recent_minted   · (1 − elapsed / day)) + what is minted    never more than five times
	/// ceil(recent_scheduled · (1 − elapsed / day)) + scheduled
	/// ```
	///
	/// Both sums forget at the same rate, and an emission by the formulas is at most 1.1 times what is scheduled for
	/// it. So the first sum stays within 1.1 times the second, rounded as they are, and the breaker never acts on such
	/// an emission. If it acts, each pool is lowered by the same ratio, **rounded down**.
	pub fn admit(&mut self, emission: Emission, elapsed: Moment) -> Emission {
		let left = DAY.saturating_sub(elapsed);
		let faded = |recent, rounding| mul_div(recent, left.into(), DAY.into(), rounding).unwrap_or(recent);
		self.recent_scheduled = faded(self.recent_scheduled, Rounding::Up).saturating_add(emission.scheduled);
		self.recent_minted = faded(self.recent_minted, Rounding::Down);
		let allowed = self
			.recent_scheduled
			.saturating_mul(DAYS_PER_DAY)
			.saturating_sub(self.recent_minted);
		let admitted = emission.limited_to(allowed);
		self.recent_minted = self.recent_minted.saturating_add(admitted.total());
		admitted
	}
}

impl Emission {
	/// Lowered to what the cap for ever leaves to a chain that has minted so much, without what it minted again.
	pub fn within_lifetime(self, minted: Balance) -> Self {
		let room = LIFETIME_CAP.saturating_sub(minted);
		let work = self.minted.work.saturating_sub(self.reminted);
		let new = ByPool { work, ..self.minted }.sum().saturating_add(self.treasury);
		if new <= room {
			return self;
		}
		self.limited_to(room)
	}

	/// Every part lowered by the same ratio, so that all together are at most `allowed`. Parts that do not fit into one
	/// balance have no ratio to it: the first of them take what there is.
	fn limited_to(mut self, allowed: Balance) -> Self {
		let total = self.total();
		let allowed = allowed.min(total);
		let mut left = allowed;
		let mut limited = |amount| {
			let part = pro_rata(allowed, amount, total).min(left);
			left = left.saturating_sub(part);
			part
		};
		let work = self.minted.work;
		self.minted = self.minted.map(&mut limited);
		self.treasury = limited(self.treasury);
		// What is missing in the work pool was not minted again either.
		self.reminted = self.reminted.saturating_sub(work.saturating_sub(self.minted.work));
		self
	}
}

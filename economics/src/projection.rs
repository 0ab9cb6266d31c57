//! What a policy would do: epochs projected ahead with the functions that close them.

use crate::{
	epoch_emission, mul_div, Balance, ByPool, Emission, EmissionState, EpochInput, Moment, Perbill, Policy, Rounding,
	LIFETIME_CAP,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::cmp::max;
use scale_info::TypeInfo;
use sp_arithmetic::FixedU128;

/// How the use of the chain goes on from what it is. A week is 7 epochs here and a quarter 90, as where an epoch is a
/// day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Scenario {
	/// As it is.
	#[codec(index = 0)]
	Flat,
	/// Four times as much for 16 epochs, then two fifths of what it is.
	#[codec(index = 1)]
	BoomAndBust,
	/// The token's price halves after the first epoch, so that the same jobs burn twice as much.
	#[codec(index = 2)]
	PriceHalves,
	/// 55 % less for a quarter.
	#[codec(index = 3)]
	DemandFalls,
	/// No price, so no jobs, for a week.
	#[codec(index = 4)]
	PriceStale,
	/// Somebody with ten times the capital of everyone else (or of the schedule, if that is more) washes all of it
	/// through jobs of his own.
	#[codec(index = 5)]
	Wash,
	/// A quarter of the suppliers leave.
	#[codec(index = 6)]
	SuppliersLeave,
}

/// Where a projection begins: a chain, seen at the beginning of an epoch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outlook {
	/// How many epochs of the scenario lie before it.
	pub number: u32,
	/// The number of the epoch.
	pub index: u32,
	/// When it began, milliseconds since time zero.
	pub start: Moment,
	/// How long the epoch before it was, milliseconds: the time in which its use was measured.
	pub measured: Moment,
	/// What was burned in the epoch before.
	pub burned: Balance,
	/// What was earned in it.
	pub points: ByPool<u128>,
	/// Milliseconds between two blocks.
	pub block_time: Moment,
	/// Tokens in existence.
	pub issuance: Balance,
	/// All that was ever minted, without what was minted again.
	pub minted: Balance,
	/// What the epochs so far hand on.
	pub emission: EmissionState,
}

/// An epoch of a projection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Projected {
	/// Its number.
	pub epoch: u32,
	/// What the schedule holds for it.
	pub scheduled: Balance,
	/// The part of the schedule that it may mint beside work.
	pub multiplier: FixedU128,
	/// Burned in it by jobs.
	pub burned: Balance,
	/// Of what it mints, what only comes back from the burn.
	pub reminted: Balance,
	/// Minted by pool.
	pub minted: ByPool<Balance>,
	/// Minted to the treasury.
	pub treasury: Balance,
	/// Tokens in existence after it. Fees, slashes and what expires are not foreseen.
	pub issuance: Balance,
}

/// A bound that a projection breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub enum ProjectionError {
	/// More than the schedule's part and what is minted again.
	#[codec(index = 0)]
	CeilingExceeded(Scenario),
	/// More than was earned by work.
	#[codec(index = 1)]
	EntitlementsExceeded(Scenario),
	/// More than the cap for ever.
	#[codec(index = 2)]
	LifetimeCapExceeded(Scenario),
	/// So much that the breaker acts.
	#[codec(index = 3)]
	BreakerTripped(Scenario),
}

impl Scenario {
	/// All of them, in order.
	pub const ALL: [Self; 7] = [
		Self::Flat,
		Self::BoomAndBust,
		Self::PriceHalves,
		Self::DemandFalls,
		Self::PriceStale,
		Self::Wash,
		Self::SuppliersLeave,
	];

	/// The use of the epoch `number` (from 0), as a part of what it is: a numerator and a denominator.
	fn activity(self, number: u32) -> (u128, u128) {
		match self {
			Self::BoomAndBust if number < 16 => (4, 1),
			Self::BoomAndBust => (2, 5),
			Self::PriceHalves if number > 0 => (2, 1),
			Self::DemandFalls if number < 90 => (45, 100),
			Self::PriceStale if number < 7 => (0, 1),
			Self::SuppliersLeave => (3, 4),
			_ => (1, 1),
		}
	}
}

/// Project `epochs` epochs of a policy from where a chain is: a row for each, and where it is then.
///
/// The use of each epoch is that of the last one, as the scenario changes it and as its length does. The same input
/// gives the same rows, and the chain's own rows if its use does what the scenario says.
pub fn project(policy: &Policy, outlook: &Outlook, scenario: Scenario, epochs: u32) -> (Vec<Projected>, Outlook) {
	let mut rows = Vec::new();
	let mut now = *outlook;
	let use_of = Use::of(policy, outlook);
	for scheduled in scheduled_from(policy, outlook.start).take(epochs as usize) {
		let step = Step::of(
			policy,
			&now,
			use_of.under(policy, scenario, now.number, scheduled),
			scheduled,
		);
		rows.push(step.row);
		now = step.next;
	}
	(rows, now)
}

/// Project `epochs` epochs under every scenario and see that no bound breaks.
///
/// # Errors
///
/// The first [`ProjectionError`] found.
pub fn project_all(policy: &Policy, outlook: &Outlook, epochs: u32) -> Result<(), ProjectionError> {
	let schedule: Vec<_> = scheduled_from(policy, outlook.start).take(epochs as usize).collect();
	let use_of = Use::of(policy, outlook);
	for scenario in Scenario::ALL {
		let mut now = *outlook;
		for scheduled in &schedule {
			let used = use_of.under(policy, scenario, now.number, *scheduled);
			let step = Step::of(policy, &now, used, *scheduled);
			step.check(scenario)?;
			now = step.next;
		}
	}
	Ok(())
}

/// What the schedule holds for each epoch from `start` on. Each boundary is evaluated once.
fn scheduled_from(policy: &Policy, start: Moment) -> impl Iterator<Item = Balance> + '_ {
	let mut end = start;
	let mut before = policy.schedule.cumulative(start);
	core::iter::repeat_with(move || {
		end = end.saturating_add(policy.epoch_length);
		let cumulative = policy.schedule.cumulative(end);
		cumulative.saturating_sub(core::mem::replace(&mut before, cumulative))
	})
}

/// What is burned and earned in an epoch.
#[derive(Clone, Copy, Debug)]
struct Use {
	burned: Balance,
	points: ByPool<u128>,
}

impl Use {
	/// The use of the last epoch, in an epoch of this policy.
	fn of(policy: &Policy, outlook: &Outlook) -> Self {
		let scaled = |amount| ratio(amount, policy.epoch_length.into(), outlook.measured.into());
		Self {
			burned: scaled(outlook.burned),
			points: outlook.points.map(scaled),
		}
	}

	fn under(self, policy: &Policy, scenario: Scenario, number: u32, scheduled: Balance) -> Self {
		let (part, whole) = scenario.activity(number);
		let changed = |amount| ratio(amount, part, whole);
		let mut used = Self {
			burned: changed(self.burned),
			points: ByPool {
				work: changed(self.points.work),
				..self.points
			},
		};
		if scenario == Scenario::SuppliersLeave {
			used.points.contribution = changed(used.points.contribution);
		}
		if scenario == Scenario::Wash {
			let washed = max(self.burned, scheduled).saturating_mul(10);
			let kappa = policy.kappa.each().into_iter().copied().max().unwrap_or_default();
			used.burned = used.burned.saturating_add(washed);
			used.points.work = used.points.work.saturating_add(Perbill::from(kappa).mul_floor(washed));
		}
		used
	}
}

/// One epoch of a projection.
struct Step {
	row: Projected,
	used: Use,
	/// What the formulas give, before the breaker.
	emission: Emission,
	next: Outlook,
}

impl Step {
	fn of(policy: &Policy, now: &Outlook, used: Use, scheduled: Balance) -> Self {
		let input = EpochInput {
			index: now.index,
			scheduled,
			burned: used.burned,
			points: used.points,
			expected_blocks: policy.epoch_length.checked_div(now.block_time).unwrap_or(0).into(),
		};
		let (emission, mut state) = epoch_emission(policy, &input, &now.emission);
		let admitted = state.admit(emission, policy.epoch_length);
		let row = Projected {
			epoch: now.index,
			scheduled,
			multiplier: emission.multiplier,
			burned: used.burned,
			reminted: admitted.reminted,
			minted: admitted.minted,
			treasury: admitted.treasury,
			issuance: now
				.issuance
				.saturating_add(admitted.total())
				.saturating_sub(used.burned),
		};
		let new = admitted.total().saturating_sub(admitted.reminted);
		let next = Outlook {
			number: now.number.saturating_add(1),
			index: now.index.saturating_add(1),
			start: now.start.saturating_add(policy.epoch_length),
			issuance: row.issuance,
			minted: now.minted.saturating_add(new),
			emission: state,
			..*now
		};
		Self {
			row,
			used,
			emission,
			next,
		}
	}

	fn check(&self, scenario: Scenario) -> Result<(), ProjectionError> {
		let total = self.emission.total();
		let ceiling = self.emission.scheduled.saturating_add(self.emission.reminted);
		let admitted = self.row.minted.sum().saturating_add(self.row.treasury);
		ensure(total <= ceiling, ProjectionError::CeilingExceeded(scenario))?;
		ensure(
			self.emission.minted.work <= self.used.points.work,
			ProjectionError::EntitlementsExceeded(scenario),
		)?;
		ensure(
			self.next.minted <= LIFETIME_CAP,
			ProjectionError::LifetimeCapExceeded(scenario),
		)?;
		ensure(admitted == total, ProjectionError::BreakerTripped(scenario))
	}
}

/// `amount · part / whole`, **rounded down**, or the most that fits. The amount itself if `whole` is zero.
fn ratio(amount: u128, part: u128, whole: u128) -> u128 {
	if whole == 0 {
		return amount;
	}
	mul_div(amount, part, whole, Rounding::Down).unwrap_or(u128::MAX)
}

fn ensure(holds: bool, error: ProjectionError) -> Result<(), ProjectionError> {
	holds.then_some(()).ok_or(error)
}

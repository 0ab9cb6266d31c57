//! The numbers of a policy, one by one: where each is found, between which bounds it lies, by how much one vote may
//! move it, and which way is tighter.

use super::{Policy, DAY, KAPPA_MAX, LIFETIME_CAP, RHO_MAX};
use crate::{Balance, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode};
use core::ops::RangeInclusive;
use scale_info::TypeInfo;
use sp_arithmetic::{FixedPointNumber, FixedU128, Perbill};

/// A number of a policy. For each class of service, the class is the second word.
///
/// A schedule has no single number: it is judged by what it holds for the next day, week, month (30 days), year and ten
/// years, and for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[allow(missing_docs)] // The names are those of the fields of `Policy`.
pub enum Parameter {
	#[codec(index = 0)]
	BurnShareAgent,
	#[codec(index = 1)]
	BurnShareInference,
	#[codec(index = 2)]
	BurnShareTraining,
	#[codec(index = 3)]
	KappaAgent,
	#[codec(index = 4)]
	KappaInference,
	#[codec(index = 5)]
	KappaTraining,
	#[codec(index = 6)]
	Rho,
	#[codec(index = 7)]
	RemintCapPerDay,
	#[codec(index = 8)]
	BurnEmaEpochs,
	#[codec(index = 9)]
	EpochLength,
	#[codec(index = 10)]
	WorkShare,
	#[codec(index = 11)]
	ContributionShare,
	#[codec(index = 12)]
	SecurityShare,
	#[codec(index = 13)]
	TreasuryShare,
	#[codec(index = 14)]
	Target,
	#[codec(index = 15)]
	ControllerFloor,
	#[codec(index = 16)]
	WarmUp,
	#[codec(index = 17)]
	FloorPrice,
	#[codec(index = 18)]
	ScheduledDay,
	#[codec(index = 19)]
	ScheduledWeek,
	#[codec(index = 20)]
	ScheduledMonth,
	#[codec(index = 21)]
	ScheduledYear,
	#[codec(index = 22)]
	ScheduledDecade,
	#[codec(index = 23)]
	ScheduledEver,
}

/// What a number counts, which says how a change of it is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
	/// A part of a whole, in `10⁻⁹`: a step is at most five points.
	Part,
	/// Things: a step is at most a tenth, or one.
	Count,
	/// An amount: a step is at most a tenth.
	Amount,
}

/// Which way a number is tighter: for the same use, fewer tokens exist in the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tighter {
	Lower,
	Higher,
	/// Neither way, provably.
	Never,
	/// If the whole schedule is below the old one.
	BySchedule,
}

/// What is fixed about a number.
pub(super) struct Rule {
	pub(super) unit: Unit,
	pub(super) tighter: Tighter,
	pub(super) bounds: RangeInclusive<u128>,
}

const MINUTE: Moment = 60_000;

impl Parameter {
	/// All of them, in order.
	pub const ALL: [Self; 24] = [
		Self::BurnShareAgent,
		Self::BurnShareInference,
		Self::BurnShareTraining,
		Self::KappaAgent,
		Self::KappaInference,
		Self::KappaTraining,
		Self::Rho,
		Self::RemintCapPerDay,
		Self::BurnEmaEpochs,
		Self::EpochLength,
		Self::WorkShare,
		Self::ContributionShare,
		Self::SecurityShare,
		Self::TreasuryShare,
		Self::Target,
		Self::ControllerFloor,
		Self::WarmUp,
		Self::FloorPrice,
		Self::ScheduledDay,
		Self::ScheduledWeek,
		Self::ScheduledMonth,
		Self::ScheduledYear,
		Self::ScheduledDecade,
		Self::ScheduledEver,
	];

	/// Its value in a policy at `now`, milliseconds since time zero: parts in `10⁻⁹`, ratios and prices in `10⁻¹⁸`,
	/// times in milliseconds, amounts in base units. Only the schedule's amounts depend on `now`.
	pub fn of(self, policy: &Policy, now: Moment) -> u128 {
		let part = |part: Perbill| part.deconstruct().into();
		let ahead = |time| policy.schedule.scheduled(now, now.saturating_add(time));
		match self {
			Self::BurnShareAgent => part(policy.burn_share.agent),
			Self::BurnShareInference => part(policy.burn_share.inference),
			Self::BurnShareTraining => part(policy.burn_share.training),
			Self::KappaAgent => part(policy.kappa.agent.get()),
			Self::KappaInference => part(policy.kappa.inference.get()),
			Self::KappaTraining => part(policy.kappa.training.get()),
			Self::Rho => part(policy.rho.get()),
			Self::RemintCapPerDay => part(policy.remint_cap_per_day),
			Self::BurnEmaEpochs => policy.burn_ema_epochs.into(),
			Self::EpochLength => policy.epoch_length.into(),
			Self::WorkShare => part(policy.shares.work()),
			Self::ContributionShare => part(policy.shares.contribution),
			Self::SecurityShare => part(policy.shares.security),
			Self::TreasuryShare => part(policy.shares.treasury),
			Self::Target => policy.controller.target.into_inner(),
			Self::ControllerFloor => part(policy.controller.floor),
			Self::WarmUp => policy.controller.warm_up.into(),
			Self::FloorPrice => policy.floor_price.into_inner(),
			Self::ScheduledDay => ahead(DAY),
			Self::ScheduledWeek => ahead(DAY.saturating_mul(7)),
			Self::ScheduledMonth => ahead(DAY.saturating_mul(30)),
			Self::ScheduledYear => ahead(DAY.saturating_mul(365)),
			Self::ScheduledDecade => ahead(DAY.saturating_mul(3_650)),
			Self::ScheduledEver => ahead(Moment::MAX),
		}
	}

	/// The hard bounds of its value, both included. No vote can pass them.
	pub fn bounds(self) -> RangeInclusive<u128> {
		self.rule().bounds
	}

	pub(super) fn rule(self) -> Rule {
		use Tighter::{BySchedule, Higher, Lower, Never};
		let percent = |from, to| part(Perbill::from_percent(from))..=part(Perbill::from_percent(to));
		let part_rule = |tighter, bounds| rule(Unit::Part, tighter, bounds);
		match self {
			Self::BurnShareAgent | Self::BurnShareInference | Self::BurnShareTraining => {
				part_rule(Higher, percent(1, 50))
			}
			Self::KappaAgent | Self::KappaInference | Self::KappaTraining => {
				// A lower κ raises the net burn, which the other pools and the re-mint follow.
				part_rule(Never, part(Perbill::from_percent(50))..=part(KAPPA_MAX))
			}
			Self::Rho => part_rule(Lower, 0..=part(RHO_MAX)),
			Self::RemintCapPerDay => part_rule(Lower, percent(0, 10)),
			Self::BurnEmaEpochs => rule(Unit::Count, Never, 3..=60),
			Self::EpochLength => rule(Unit::Amount, Never, MINUTE.into()..=DAY.saturating_mul(7).into()),
			Self::WorkShare => part_rule(Never, percent(30, 100)),
			Self::ContributionShare => part_rule(Never, percent(0, 25)),
			Self::SecurityShare => part_rule(Never, percent(0, 70)),
			Self::TreasuryShare => part_rule(Never, percent(0, 20)),
			// With ρ at its bound, nine tenths of the net burn are minted again in all.
			Self::Target => rule(Unit::Amount, Higher, FixedU128::DIV / 2 * 5..=FixedU128::DIV * 10),
			Self::ControllerFloor => part_rule(Lower, percent(10, 100)),
			Self::WarmUp => rule(Unit::Count, Lower, 0..=u32::MAX.into()),
			Self::FloorPrice => rule(Unit::Amount, Lower, 0..=u128::MAX),
			Self::ScheduledDay
			| Self::ScheduledWeek
			| Self::ScheduledMonth
			| Self::ScheduledYear
			| Self::ScheduledDecade
			| Self::ScheduledEver => rule(Unit::Amount, BySchedule, 0..=LIFETIME_CAP),
		}
	}
}

fn part(part: Perbill) -> u128 {
	part.deconstruct().into()
}

fn rule(unit: Unit, tighter: Tighter, bounds: RangeInclusive<Balance>) -> Rule {
	Rule { unit, tighter, bounds }
}

//! What a change of the policy changes: which numbers, which way, and whether by too much at once.

use super::{
	parameter::{Tighter, Unit},
	Parameter, Policy,
};
use crate::{mul_div, Moment, Rounding};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_arithmetic::{FixedU128, Perbill};

/// The most that one vote moves a part.
const STEP_POINTS: u128 = Perbill::from_percent(5).deconstruct() as u128;
/// The part of a number that one vote may move it by.
const STEP_DIVISOR: u128 = 10;
/// In a year a number may be multiplied or divided by three halves.
const YEAR: (u128, u128) = (3, 2);

/// Which way a change goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Direction {
	/// For the same use no more tokens exist in the end, and no job burns less.
	#[codec(index = 0)]
	Tightens,
	/// Everything that is not provably tighter.
	#[codec(index = 1)]
	Loosens,
}

/// A number that differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Change {
	/// Which.
	pub parameter: Parameter,
	/// Its value now.
	pub before: u128,
	/// Its value after the change.
	pub after: u128,
	/// Which way it goes.
	pub direction: Direction,
}

/// Why a change is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub enum ChangeError {
	/// It changes nothing.
	#[codec(index = 0)]
	Unchanged,
	/// It moves this number too far for one vote.
	#[codec(index = 1)]
	StepTooLarge(Parameter),
	/// It moves this number too far from its value of a year ago.
	#[codec(index = 2)]
	YearTooLarge(Parameter),
	/// It raises the floor price above a quarter of the token's average price.
	#[codec(index = 3)]
	FloorPriceTooHigh,
}

impl Policy {
	/// The numbers in which `new` differs from this policy at `now`, each with its direction.
	pub fn compare(&self, new: &Self, now: Moment) -> Vec<Change> {
		let change = |parameter: Parameter| {
			let (old, value) = (parameter.of(self, now), parameter.of(new, now));
			let tightens = match parameter.rule().tighter {
				Tighter::Lower => value < old,
				Tighter::Higher => value > old,
				Tighter::Never => false,
				Tighter::BySchedule => new.schedule.is_below(&self.schedule),
			};
			(old != value).then_some(Change {
				parameter,
				before: old,
				after: value,
				direction: direction(tightens),
			})
		};
		Parameter::ALL.into_iter().filter_map(change).collect()
	}

	/// Which way a change to `new` goes: it tightens only if every part of it does.
	pub fn direction_to(&self, new: &Self, now: Moment) -> Direction {
		let tightens = |change: &Change| change.direction == Direction::Tightens;
		let schedule = self.schedule == new.schedule || new.schedule.is_below(&self.schedule);
		direction(schedule && self.compare(new, now).iter().all(tightens))
	}

	/// Whether one vote may replace this policy by `new` at `now`, when the average price of the token is
	/// `average_price`, if it is known.
	///
	/// A part moves by at most five points, every other number by at most a tenth of itself, a count by at least one.
	/// Raising the floor price needs a price, of which it is at most a quarter.
	///
	/// # Errors
	///
	/// The first [`ChangeError`] found.
	pub fn step_ok(&self, new: &Self, now: Moment, average_price: Option<FixedU128>) -> Result<(), ChangeError> {
		ensure(self != new, ChangeError::Unchanged)?;
		for parameter in Parameter::ALL {
			let (old, value) = (parameter.of(self, now), parameter.of(new, now));
			ensure(
				old.abs_diff(value) <= parameter.step(old),
				ChangeError::StepTooLarge(parameter),
			)?;
		}
		let quarter = FixedU128::from_inner(average_price.unwrap_or_default().into_inner() / 4);
		ensure(
			new.floor_price <= self.floor_price || new.floor_price <= quarter,
			ChangeError::FloorPriceTooHigh,
		)
	}

	/// Whether `new`, which would follow this policy, stays near enough to `anchor`, which was in force a year before `now`:
	/// every number that it changes lies within three halves of the anchor's, either way, or within one step of it, or
	/// comes nearer to it.
	///
	/// # Errors
	///
	/// The first [`ChangeError::YearTooLarge`] found.
	pub fn year_ok(&self, new: &Self, anchor: &Self, now: Moment) -> Result<(), ChangeError> {
		let (up, down) = YEAR;
		for parameter in Parameter::ALL {
			let [old, current, value] = [anchor, self, new].map(|policy| parameter.of(policy, now));
			let highest = mul_div(old, up, down, Rounding::Down).unwrap_or(u128::MAX);
			let lowest = mul_div(old, down, up, Rounding::Up).unwrap_or(u128::MAX);
			let distance = old.abs_diff(value);
			let is_near = (lowest..=highest).contains(&value) || distance <= parameter.step(old);
			ensure(
				is_near || distance <= old.abs_diff(current),
				ChangeError::YearTooLarge(parameter),
			)?;
		}
		Ok(())
	}
}

impl Parameter {
	/// The most that one vote moves it from `value`.
	pub fn step(self, value: u128) -> u128 {
		let tenth = value / STEP_DIVISOR;
		match self.rule().unit {
			Unit::Part => STEP_POINTS,
			Unit::Count => tenth.max(1),
			Unit::Amount => tenth,
		}
	}
}

fn direction(tightens: bool) -> Direction {
	if tightens {
		Direction::Tightens
	} else {
		Direction::Loosens
	}
}

fn ensure(holds: bool, error: ChangeError) -> Result<(), ChangeError> {
	holds.then_some(()).ok_or(error)
}

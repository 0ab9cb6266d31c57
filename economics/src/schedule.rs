//! The emission schedule: how much may be minted until when.

use crate::{pro_rata, Balance, Moment};
use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_arithmetic::Perbill;

/// The most terms of a schedule.
pub const MAX_TERMS: u32 = 64;
/// The most rows of a table.
pub const MAX_ROWS: u32 = 64;
/// The most periods of a geometric term.
pub const MAX_PERIODS: u32 = 128;

/// A sum of terms, on a time axis of milliseconds since time zero.
///
/// Each term has a cumulative form, so that any partition of a span of time into epochs schedules the same total.
#[derive(
	Clone,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Schedule {
	/// The terms. None at all schedules nothing.
	pub terms: BoundedVec<Term, ConstU32<MAX_TERMS>>,
}

/// A part of a schedule.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Term {
	/// Whole payments: each row pays its amount at `from`, `from + period`, `from + 2 · period` and so on, until the
	/// next row begins. A payment belongs to the epoch in which it is due, the end of an epoch included and its start
	/// not; an epoch shorter than the period may hold none. The last row goes on for ever: a table that is to end ends
	/// with an amount of zero.
	#[codec(index = 0)]
	Table {
		/// The rows, each later than the one before.
		rows: BoundedVec<TableRow, ConstU32<MAX_ROWS>>,
		/// Milliseconds between two payments of a row.
		period: Moment,
	},
	/// An amount that changes by a constant ratio every period and flows evenly within one; nothing after the last.
	#[codec(index = 1)]
	Geometric {
		/// When the first period begins.
		start: Moment,
		/// The amount of the first period.
		first: Balance,
		/// The amount of each later period, as a part of the one before, **rounded down**.
		ratio: Perbill,
		/// The length of a period, milliseconds.
		period: Moment,
		/// How many periods there are, at most [`MAX_PERIODS`].
		terms: u32,
	},
}

/// A row of a table.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TableRow {
	/// When it pays first, milliseconds since time zero. A payment at time zero itself falls to no epoch.
	pub from: Moment,
	/// What it pays each period.
	pub amount: Balance,
}

/// Why a schedule is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub enum ScheduleError {
	/// A period is zero.
	#[codec(index = 0)]
	PeriodZero,
	/// A table has no rows.
	#[codec(index = 1)]
	RowsEmpty,
	/// A row of a table is not later than the one before.
	#[codec(index = 2)]
	RowsUnordered,
	/// A geometric term has no periods, or more than [`MAX_PERIODS`].
	#[codec(index = 3)]
	PeriodsOutOfBounds,
}

impl Schedule {
	/// Everything scheduled from the beginning until `t`, `t` included. It never falls as `t` grows, and saturates at
	/// the top of [`Balance`].
	pub fn cumulative(&self, t: Moment) -> Balance {
		self.terms
			.iter()
			.map(|term| term.cumulative(t))
			.fold(0, Balance::saturating_add)
	}

	/// What is scheduled after `from` and until `to`, `to` included. Zero if `to` is before `from`.
	pub fn scheduled(&self, from: Moment, to: Moment) -> Balance {
		self.cumulative(to).saturating_sub(self.cumulative(from))
	}

	/// Everything that it can ever schedule. A table that never ends has a total that no cap allows.
	pub fn total(&self) -> Balance {
		self.cumulative(Moment::MAX)
	}

	/// Whether every term is well formed.
	///
	/// # Errors
	///
	/// The first [`ScheduleError`] found.
	pub fn validate(&self) -> Result<(), ScheduleError> {
		self.terms.iter().try_for_each(Term::validate)
	}
}

impl Term {
	/// Everything that the term schedules until `t`, `t` included. It never falls as `t` grows, and saturates at the
	/// top of [`Balance`]. A period of zero schedules nothing.
	pub fn cumulative(&self, t: Moment) -> Balance {
		match *self {
			Self::Table { ref rows, period } => table(rows, period, t),
			Self::Geometric {
				start,
				first,
				ratio,
				period,
				terms,
			} => t
				.checked_sub(start)
				.map_or(0, |passed| geometric(first, ratio, period, terms, passed)),
		}
	}

	fn validate(&self) -> Result<(), ScheduleError> {
		match self {
			Self::Table { period: 0, .. } | Self::Geometric { period: 0, .. } => Err(ScheduleError::PeriodZero),
			Self::Table { rows, .. } if rows.is_empty() => Err(ScheduleError::RowsEmpty),
			Self::Table { rows, .. }
				if rows
					.iter()
					.zip(rows.iter().skip(1))
					.any(|(row, next)| row.from >= next.from) =>
			{
				Err(ScheduleError::RowsUnordered)
			}
			Self::Geometric { terms, .. } if !(1..=MAX_PERIODS).contains(terms) => {
				Err(ScheduleError::PeriodsOutOfBounds)
			}
			_ => Ok(()),
		}
	}
}

/// The payments of a table until `t`. Whole amounts: nothing is rounded.
fn table(rows: &[TableRow], period: Moment, t: Moment) -> Balance {
	let ends = rows
		.iter()
		.skip(1)
		.map(|next| next.from.saturating_sub(1))
		.chain([Moment::MAX]);
	let paid = rows.iter().zip(ends).map(|(row, end)| {
		let passed = end
			.min(t)
			.checked_sub(row.from)
			.and_then(|passed| passed.checked_div(period));
		let payments = passed.map_or(0, |periods| u128::from(periods).saturating_add(1));
		row.amount.saturating_mul(payments)
	});
	paid.fold(0, Balance::saturating_add)
}

/// What a geometric term schedules in the time that `passed` since its start: whole periods, and the part of the
/// running one, **rounded down**.
fn geometric(first: Balance, ratio: Perbill, period: Moment, terms: u32, passed: Moment) -> Balance {
	let (Some(whole), Some(rest)) = (passed.checked_div(period), passed.checked_rem(period)) else {
		return 0;
	};
	let mut amount = first;
	let mut sum: Balance = 0;
	for index in 0..terms.min(MAX_PERIODS).into() {
		if index == whole {
			return sum.saturating_add(pro_rata(amount, rest.into(), period.into()));
		}
		sum = sum.saturating_add(amount);
		amount = ratio.mul_floor(amount);
	}
	sum
}

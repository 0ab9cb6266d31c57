//! The emission schedule: how much may be minted until when. The arithmetic of its terms is in `terms`.

mod terms;

use crate::{Balance, Moment};
use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_arithmetic::Perbill;

/// The most terms of a schedule.
pub const MAX_TERMS: u32 = 64;
/// The most rows of a table.
pub const MAX_ROWS: u32 = 64;
/// The most periods of a geometric term, and the steps after which a remaining term ends.
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
	/// An amount that halves, **rounded down**, each time that a number of steps has passed, as Bitcoin's does; it
	/// flows evenly within a step.
	#[codec(index = 2)]
	Halving {
		/// When the first step begins.
		start: Moment,
		/// The amount of each step until the first halving.
		first: Balance,
		/// The length of a step, milliseconds.
		step: Moment,
		/// How many steps there are between two halvings.
		steps: u32,
	},
	/// A total of which the same part of what is left flows in every moment, as in Filecoin's simple minting:
	/// `total · (1 − e^(−λ · periods passed))`, **rounded up**, never above the total, without floats and exact to the
	/// unit.
	#[codec(index = 3)]
	Exponential {
		/// When it begins.
		start: Moment,
		/// All that it ever schedules.
		total: Balance,
		/// λ, the rate of decay in a period, in units of `2⁻¹²⁸`.
		lambda: u128,
		/// The length of a period, milliseconds.
		period: Moment,
	},
	/// In each step a part of what is left to a target, **rounded down**, as Polkadot's since referendum 1710; it flows
	/// evenly within a step, and ends after [`MAX_PERIODS`] steps. What is left is counted from the schedule itself and
	/// not from issuance, so that burning never turns it back.
	#[codec(index = 4)]
	Remaining {
		/// When the first step begins.
		start: Moment,
		/// What is left to the target when it begins.
		amount: Balance,
		/// The part of what is left that a step schedules.
		part: Perbill,
		/// The length of a step, milliseconds.
		step: Moment,
	},
	/// Whole payments that fall evenly to nothing, as in Helium's HIP-149: at `from`, `from + period` and so on,
	/// `rate · (to − now) / (to − from)`, each **rounded down**.
	#[codec(index = 5)]
	Taper {
		/// When it pays first.
		from: Moment,
		/// When it has fallen to nothing, after `from`.
		to: Moment,
		/// What it pays first.
		rate: Balance,
		/// Milliseconds between two payments.
		period: Moment,
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
	/// A period or a step is zero, or there are no steps between two halvings.
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
	/// A taper does not end after it begins.
	#[codec(index = 4)]
	TaperUnordered,
	/// The ratio of a geometric term, or the part of a remaining one, is above one, as only JSON can hold it.
	#[codec(index = 5)]
	PartAboveOne,
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

	/// Whether it never schedules more than `old`, in any span of time: term by term the same times and no larger
	/// amount. A schedule that is lower in another way is not recognized, and below one that saturates there is none:
	/// less of a term that fills [`Balance`] makes room for the others.
	pub fn is_below(&self, old: &Self) -> bool {
		old.total() < Balance::MAX
			&& self.terms.len() == old.terms.len()
			&& self.terms.iter().zip(&old.terms).all(|(new, old)| new.is_below(old))
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
		let since = |start| t.checked_sub(start);
		let scheduled = match *self {
			Self::Table { ref rows, period } => Some(terms::table(rows, period, t)),
			Self::Geometric {
				start,
				first,
				ratio,
				period,
				terms,
			} => since(start).map(|passed| terms::geometric(first, ratio, period, terms, passed)),
			Self::Halving {
				start,
				first,
				step,
				steps,
			} => since(start).map(|passed| terms::halving(first, step, steps, passed)),
			Self::Exponential {
				start,
				total,
				lambda,
				period,
			} => since(start).map(|passed| terms::exponential(total, lambda, period, passed)),
			Self::Remaining {
				start,
				amount,
				part,
				step,
			} => since(start).map(|passed| terms::remaining(amount, part, step, passed)),
			Self::Taper { from, to, rate, period } => {
				since(from).map(|passed| terms::taper(rate, to.saturating_sub(from), period, passed))
			}
		};
		scheduled.unwrap_or(0)
	}

	/// Whether it never schedules more than `old`, in any span of time: the same times, and no larger amount.
	fn is_below(&self, old: &Self) -> bool {
		// The old term, with the amounts of this one.
		let mut slower = old.clone();
		match (&mut slower, self) {
			(Self::Table { rows: old, .. }, Self::Table { rows, .. }) => {
				let below = terms::rows_below(rows, old);
				old.clone_from(rows);
				below && slower == *self
			}
			(
				Self::Geometric {
					first, ratio, terms, ..
				},
				Self::Geometric {
					first: f,
					ratio: r,
					terms: t,
					..
				},
			) => {
				let below = f <= first && r <= ratio && t <= terms;
				(*first, *ratio, *terms) = (*f, *r, *t);
				below && slower == *self
			}
			(Self::Halving { first: amount, .. }, Self::Halving { first: new, .. })
			| (Self::Exponential { total: amount, .. }, Self::Exponential { total: new, .. })
			| (Self::Remaining { amount, .. }, Self::Remaining { amount: new, .. })
			| (Self::Taper { rate: amount, .. }, Self::Taper { rate: new, .. }) => {
				let below = new <= amount;
				*amount = *new;
				below && slower == *self
			}
			_ => false,
		}
	}

	fn validate(&self) -> Result<(), ScheduleError> {
		let unordered = |(row, next): (&TableRow, &TableRow)| row.from >= next.from;
		match self {
			Self::Table { period: 0, .. }
			| Self::Geometric { period: 0, .. }
			| Self::Halving { step: 0, .. }
			| Self::Halving { steps: 0, .. }
			| Self::Exponential { period: 0, .. }
			| Self::Remaining { step: 0, .. }
			| Self::Taper { period: 0, .. } => Err(ScheduleError::PeriodZero),
			Self::Table { rows, .. } if rows.is_empty() => Err(ScheduleError::RowsEmpty),
			Self::Table { rows, .. } if rows.iter().zip(rows.iter().skip(1)).any(unordered) => {
				Err(ScheduleError::RowsUnordered)
			}
			Self::Geometric { terms, .. } if !(1..=MAX_PERIODS).contains(terms) => {
				Err(ScheduleError::PeriodsOutOfBounds)
			}
			Self::Taper { from, to, .. } if from >= to => Err(ScheduleError::TaperUnordered),
			Self::Geometric { ratio: part, .. } | Self::Remaining { part, .. } if *part > Perbill::one() => {
				Err(ScheduleError::PartAboveOne)
			}
			_ => Ok(()),
		}
	}
}

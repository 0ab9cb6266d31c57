//! Terms of every kind, and what each schedules by its definition in `docs/model/definitions.md`, payment by payment or
//! step by step, in arbitrary precision.

use crate::{balance, big, moment, parts, ratio, saturated, ONE};
use bme_economics::*;
use bounded_collections::BoundedVec;
use num_bigint::BigUint;
use proptest::{collection::vec, prelude::*};
use std::ops::RangeInclusive;

/// Rates of decay: of every size, with both ends, and such that much is left after many periods.
fn lambda() -> impl Strategy<Value = u128> {
	prop_oneof![balance(), (1..10_000u128).prop_map(|part| u128::MAX / part)]
}

/// Terms of any form, malformed ones too.
pub fn any_term() -> impl Strategy<Value = Term> {
	let row = (moment(), balance()).prop_map(|(from, amount)| TableRow { from, amount });
	let table = (vec(row, 0..=64), moment()).prop_map(|(rows, period)| Term::Table {
		rows: BoundedVec::truncate_from(rows),
		period,
	});
	let counts = || prop_oneof![1..=MAX_PERIODS, any::<u32>()];
	let geometric =
		(moment(), balance(), ratio(), moment(), counts()).prop_map(|(start, first, ratio, period, terms)| {
			Term::Geometric {
				start,
				first,
				ratio,
				period,
				terms,
			}
		});
	let halving = (moment(), balance(), moment(), counts()).prop_map(|(start, first, step, steps)| Term::Halving {
		start,
		first,
		step,
		steps,
	});
	let exponential =
		(moment(), balance(), lambda(), moment()).prop_map(|(start, total, lambda, period)| Term::Exponential {
			start,
			total,
			lambda,
			period,
		});
	let remaining = (moment(), balance(), ratio(), moment()).prop_map(|(start, amount, part, step)| Term::Remaining {
		start,
		amount,
		part,
		step,
	});
	let taper = (moment(), moment(), balance(), moment()).prop_map(|(from, to, rate, period)| Term::Taper {
		from,
		to,
		rate,
		period,
	});
	prop_oneof![table, geometric, halving, exponential, remaining, taper]
}

/// Well-formed terms, from tiny to far beyond what a balance holds.
pub fn valid_term() -> impl Strategy<Value = Term> {
	any_term()
		.prop_map(mended)
		.prop_filter("not to be mended", |term| of([term.clone()]).validate().is_ok())
}

/// The term as it would be well formed, if it can be.
fn mended(mut term: Term) -> Term {
	match &mut term {
		Term::Table { rows, period } => {
			let mut ordered = std::mem::take(rows).into_inner();
			ordered.sort_by_key(|row| row.from);
			ordered.dedup_by_key(|row| row.from);
			*rows = BoundedVec::truncate_from(ordered);
			*period = 1.max(*period);
		}
		Term::Geometric { period, terms, .. } => {
			(*period, *terms) = (1.max(*period), (*terms).clamp(1, MAX_PERIODS));
		}
		Term::Halving { step, steps, .. } => (*step, *steps) = (1.max(*step), 1.max(*steps)),
		Term::Exponential { period, .. } => *period = 1.max(*period),
		Term::Remaining { step, .. } => *step = 1.max(*step),
		Term::Taper { from, to, period, .. } => {
			(*from, *to) = ((*from).min(*to), (*from).max(*to));
			*period = 1.max(*period);
		}
	}
	term
}

/// A schedule of these terms.
pub fn of(terms: impl IntoIterator<Item = Term>) -> Schedule {
	Schedule {
		terms: BoundedVec::truncate_from(terms.into_iter().collect()),
	}
}

/// Well-formed schedules of a few terms.
pub fn valid() -> impl Strategy<Value = Schedule> {
	vec(valid_term(), 0..5).prop_map(of)
}

/// When the term begins: nothing is scheduled before.
pub fn begins(term: &Term) -> Moment {
	match term {
		Term::Table { rows, .. } => rows.first().map_or(0, |row| row.from),
		Term::Taper { from, .. } => *from,
		Term::Geometric { start, .. }
		| Term::Halving { start, .. }
		| Term::Exponential { start, .. }
		| Term::Remaining { start, .. } => *start,
	}
}

/// When the term has ended: nothing is scheduled after. `None` if it never does.
pub fn ends(term: &Term) -> Option<BigUint> {
	let after = |periods: BigUint, period: Moment| big(begins(term)) + periods * period;
	match *term {
		Term::Table { ref rows, .. } => rows.last().filter(|row| row.amount == 0).map(|row| big(row.from)),
		Term::Geometric { period, terms, .. } => Some(after(big(terms), period)),
		Term::Halving { step, steps, .. } => Some(after(big(steps) * Balance::BITS, step)),
		// Less than one unit of any total is left after 89 natural lives, since e^89 > 2^128.
		Term::Exponential { lambda, period, .. } => (lambda > 0).then(|| {
			let life = big(89u8) << 128;
			big(begins(term)) + life * period / lambda + 1u8
		}),
		Term::Remaining { step, .. } => Some(after(big(MAX_PERIODS), step)),
		Term::Taper { to, .. } => Some(big(to)),
	}
}

/// The most that the term can ever schedule, by its parameters. `None` if it goes on for ever.
pub fn cap(term: &Term) -> Option<BigUint> {
	match *term {
		Term::Table { .. } => None,
		Term::Geometric { first, terms, .. } => Some(big(first) * terms),
		Term::Halving { first, steps, .. } => Some(big(first) * 2u8 * steps),
		Term::Exponential { total, .. } => Some(big(total)),
		Term::Remaining { amount, .. } => Some(big(amount)),
		Term::Taper { from, to, rate, period } => Some(big(rate) * (big((to - from) / period) + 1u8)),
	}
}

/// `Term::cumulative` of a well-formed term, unsaturated: the least and the most that it may be.
pub fn reference(term: &Term, t: Moment) -> RangeInclusive<BigUint> {
	let Some(passed) = t.checked_sub(begins(term)) else {
		return big(0u8)..=big(0u8);
	};
	let exact = match *term {
		Term::Table { ref rows, period } => {
			let pays = |(index, row): (usize, &TableRow)| {
				let next = rows.get(index + 1).map_or(1 << 64, |next| next.from.into());
				let end = next.min(u128::from(t) + 1);
				big(row.amount) * end.saturating_sub(row.from.into()).div_ceil(period.into())
			};
			rows.iter().enumerate().map(pays).sum()
		}
		Term::Geometric {
			first,
			ratio,
			period,
			terms,
			..
		} => {
			let next = |amount: &BigUint| Some(amount * parts(ratio) / ONE);
			flowing(
				std::iter::successors(Some(big(first)), next).take(terms as usize),
				period,
				passed,
			)
		}
		Term::Halving { first, step, steps, .. } => {
			let whole = passed / step;
			let steps = u64::from(steps);
			let amounts = (0..Balance::BITS).map(|halvings| {
				let begun = whole.saturating_sub(u64::from(halvings).saturating_mul(steps));
				big(first >> halvings) * begun.min(steps)
			});
			let running = u32::try_from(whole / steps)
				.ok()
				.and_then(|halvings| first.checked_shr(halvings));
			amounts.sum::<BigUint>() + big(running.unwrap_or(0)) * (passed % step) / step
		}
		Term::Exponential {
			total, lambda, period, ..
		} => {
			let left = decayed(total, big(lambda) * passed / period);
			return big(total) - left.end()..=big(total) - left.start();
		}
		Term::Remaining { amount, part, step, .. } => {
			let mut left = big(amount);
			let amounts = std::iter::repeat_with(|| {
				let flows = &left * parts(part) / ONE;
				left -= &flows;
				flows
			});
			flowing(amounts.take(MAX_PERIODS as usize), step, passed)
		}
		Term::Taper { from, to, rate, period } => tapered(rate, to - from, period, passed),
	};
	exact.clone()..=exact
}

fn flowing(amounts: impl Iterator<Item = BigUint>, period: Moment, passed: Moment) -> BigUint {
	let mut begun = 0u128;
	let flows = amounts.map(|amount| {
		let within = u128::from(passed).saturating_sub(begun).min(period.into());
		begun += u128::from(period);
		amount * within / period
	});
	flows.sum()
}

/// The payments until `passed`, one by one if they are few.
fn tapered(rate: Balance, whole: Moment, period: Moment, passed: Moment) -> BigUint {
	let last = passed.min(whole - 1) / period;
	if last < 2_000 {
		let left = |index: u64| whole - index * period;
		return (0..=last).map(|index| big(rate) * left(index) / whole).sum();
	}
	let least = big(rate) * (whole - last * period);
	floor_sum(big(rate) * period, least, big(whole), big(last))
}

/// `Σ floor((a·i + b) / c)` for `i` from 0 to `n`, by counting the points above the line instead of those below.
fn floor_sum(a: BigUint, b: BigUint, c: BigUint, n: BigUint) -> BigUint {
	let zero = big(0u8);
	let count = &n + 1u8;
	let whole = &n * &count / 2u8 * (&a / &c) + &count * (&b / &c);
	let (a, b) = (a % &c, b % &c);
	let rows = (&a * &n + &b) / &c;
	if rows == zero {
		return whole;
	}
	whole + &n * &rows - floor_sum(c.clone(), c - b - 1u8, a, rows - 1u8)
}

/// The bits after the point in which the reference counts, and those that it looks at.
const BITS: u64 = 640;
const SEEN: u64 = 64;

/// `floor(total · e^−y)` for `y` in 2^-128: the number itself, or also its neighbour if the true number is nearer than
/// 2^-55 to a whole one.
pub fn decayed(total: Balance, y: BigUint) -> RangeInclusive<BigUint> {
	if y == big(0u8) {
		return big(total)..=big(total);
	}
	// e^-128 is below 2^-184, so that every total is gone.
	if y >= big(1u8) << 135 {
		return big(0u8)..=big(0u8);
	}
	// e^y = (e^(y / 2^32))^(2^32), where y / 2^32 is below 2^-25 and its series short.
	let x = y << (BITS - 128 - 32);
	let one = big(1u8) << BITS;
	let (mut power, mut item) = (one.clone(), one);
	for index in 1u32.. {
		item = ((item * &x) >> BITS) / index;
		if item == big(0u8) {
			break;
		}
		power += &item;
	}
	for _ in 0..32 {
		power = (&power * &power) >> BITS;
	}
	let left = (big(total) << (BITS + SEEN)) / power;
	let near = big(1u8) << (SEEN - 55);
	let above = (&left + &near) >> SEEN;
	let below = (if left > near { left - near } else { big(0u8) }) >> SEEN;
	below..=above.min(big(total))
}

/// What all terms together schedule until `t`, at the top of a balance if it does not fit.
pub fn cumulative(schedule: &Schedule, t: Moment) -> RangeInclusive<Balance> {
	let ends = schedule.terms.iter().map(|term| reference(term, t).into_inner());
	let (least, most): (Vec<_>, Vec<_>) = ends.unzip();
	saturated(least.into_iter().sum())..=saturated(most.into_iter().sum())
}

/// Moments at which a term does something, and those beside them.
pub fn moments_of(term: Term) -> impl Strategy<Value = (Term, Moment)> {
	let length = match term {
		Term::Table { period, .. }
		| Term::Geometric { period, .. }
		| Term::Exponential { period, .. }
		| Term::Taper { period, .. } => period,
		Term::Halving { step, .. } | Term::Remaining { step, .. } => step,
	};
	let (begin, end) = (begins(&term), ends(&term).map(saturated));
	let end = Moment::try_from(end.unwrap_or(Balance::MAX)).unwrap_or(Moment::MAX);
	let near = move |(from_end, periods, off): (bool, Moment, i64)| {
		let moment = if from_end {
			end.saturating_sub(length.saturating_mul(periods))
		} else {
			begin.saturating_add(length.saturating_mul(periods))
		};
		moment.saturating_add_signed(off)
	};
	let edges = (any::<bool>(), prop_oneof![0..4u64, 0..200u64], -2..=2i64).prop_map(near);
	(Just(term), prop_oneof![edges, begin..=end.max(begin), moment()])
}

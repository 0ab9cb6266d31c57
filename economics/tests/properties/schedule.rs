//! Schedules.

use crate::{
	balance, big, moment, ratio,
	terms::{any_term, begins, cap, cumulative, ends, moments_of, of, reference, valid, valid_term},
};
use bme_economics::*;
use bounded_collections::BoundedVec;
use num_bigint::BigUint;
use proptest::{array::uniform3, collection::vec, prelude::*, sample::Index};

/// Schedules whose whole total fits, so that nothing saturates.
fn fitting() -> impl Strategy<Value = Schedule> {
	valid().prop_filter("its total does not fit", |schedule| schedule.total() < Balance::MAX)
}

/// A term whose amounts flow evenly, the length of its periods, and how many there are.
fn flowing_term() -> impl Strategy<Value = (Term, Moment, u64)> {
	valid_term().prop_filter_map("it does not flow", |term| match term {
		Term::Geometric { period, terms, .. } => Some((term, period, terms.into())),
		Term::Halving { step, steps, .. } => Some((term, step, u64::from(steps) * 128)),
		Term::Remaining { step, .. } => Some((term, step, MAX_PERIODS.into())),
		_ => None,
	})
}

/// The numbers of a term, each with whether it must stay if the term is to be below.
fn numbers(term: &Term) -> Vec<(u128, bool)> {
	let stays = |time: Moment| (time.into(), true);
	match *term {
		Term::Table { ref rows, period } => {
			let rows = rows.iter().flat_map(|row| [stays(row.from), (row.amount, false)]);
			rows.chain([stays(period)]).collect()
		}
		Term::Geometric {
			start,
			first,
			ratio,
			period,
			terms,
		} => vec![
			stays(start),
			(first, false),
			(ratio.deconstruct().into(), false),
			stays(period),
			(terms.into(), false),
		],
		Term::Halving {
			start,
			first,
			step,
			steps,
		} => vec![stays(start), (first, false), stays(step), stays(steps.into())],
		Term::Exponential {
			start,
			total,
			lambda,
			period,
		} => vec![stays(start), (total, false), (lambda, true), stays(period)],
		Term::Remaining {
			start,
			amount,
			part,
			step,
		} => vec![
			stays(start),
			(amount, false),
			stays(part.deconstruct().into()),
			stays(step),
		],
		Term::Taper { from, to, rate, period } => vec![stays(from), stays(to), (rate, false), stays(period)],
	}
}

/// A term of the same kind with these numbers.
fn rebuilt(kind: &Term, numbers: &[u128]) -> Term {
	let time = |index: usize| numbers[index].try_into().unwrap_or(Moment::MAX);
	let count = |index: usize| numbers[index].try_into().unwrap_or(u32::MAX);
	let part = |index| Perbill::from_parts(count(index));
	match kind {
		Term::Table { .. } => {
			let row = |index| TableRow {
				from: time(index),
				amount: numbers[index + 1],
			};
			let last = numbers.len() - 1;
			Term::Table {
				rows: BoundedVec::truncate_from((0..last).step_by(2).map(row).collect()),
				period: time(last),
			}
		}
		Term::Geometric { .. } => Term::Geometric {
			start: time(0),
			first: numbers[1],
			ratio: part(2),
			period: time(3),
			terms: count(4),
		},
		Term::Halving { .. } => Term::Halving {
			start: time(0),
			first: numbers[1],
			step: time(2),
			steps: count(3),
		},
		Term::Exponential { .. } => Term::Exponential {
			start: time(0),
			total: numbers[1],
			lambda: numbers[2],
			period: time(3),
		},
		Term::Remaining { .. } => Term::Remaining {
			start: time(0),
			amount: numbers[1],
			part: part(2),
			step: time(3),
		},
		Term::Taper { .. } => Term::Taper {
			from: time(0),
			to: time(1),
			rate: numbers[2],
			period: time(3),
		},
	}
}

/// What may become of a number: the same, less or anything.
fn changed(number: u128) -> BoxedStrategy<u128> {
	let less = prop_oneof![Just(number), 0..=number, Just(number.saturating_sub(1))];
	prop_oneof![9 => less, 1 => balance()].boxed()
}

/// A term, and one that may be below it. Most tables would saturate with amounts of every size.
fn two_terms() -> impl Strategy<Value = (Term, Term)> {
	let two = |(mut old, all_may_change): (Term, bool)| {
		if let Term::Table { rows, .. } = &mut old {
			let smaller = |row: &TableRow| TableRow {
				amount: row.amount >> 72,
				..*row
			};
			*rows = BoundedVec::truncate_from(rows.iter().map(smaller).collect());
		}
		let number = |(number, stays)| {
			if stays && !all_may_change {
				Just(number).boxed()
			} else {
				changed(number)
			}
		};
		let numbers: Vec<_> = numbers(&old).into_iter().map(number).collect();
		numbers.prop_map(move |numbers| (old.clone(), rebuilt(&old, &numbers)))
	};
	(valid_term(), prop::bool::weighted(0.3)).prop_flat_map(two)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(20_000))]

	#[test]
	fn term_should_equal_the_reference((term, t) in valid_term().prop_flat_map(moments_of)) {
		let exact = cumulative(&of([term.clone()]), t);
		prop_assert!(exact.contains(&term.cumulative(t)), "{} is not in {exact:?}", term.cumulative(t));
	}

	#[test]
	fn term_should_schedule_nothing_before_it_begins(term in valid_term(), t in moment()) {
		if let Some(before) = begins(&term).checked_sub(1) {
			prop_assert_eq!((term.cumulative(before), term.cumulative(t.min(before))), (0, 0));
		}
	}

	#[test]
	fn term_should_schedule_nothing_after_it_ended(term in valid_term(), t in moment()) {
		let Some(end) = ends(&term).and_then(|end| Moment::try_from(end).ok()) else {
			return Ok(());
		};
		let schedule = of([term]);
		prop_assert_eq!(schedule.scheduled(end, Moment::MAX), 0);
		prop_assert_eq!(schedule.cumulative(t.max(end)), schedule.total());
	}

	#[test]
	fn term_should_stay_within_its_cap((term, t) in valid_term().prop_flat_map(moments_of)) {
		if let Some(cap) = cap(&term) {
			prop_assert!(big(term.cumulative(t)) <= cap);
			prop_assert!(big(term.cumulative(Moment::MAX)) <= cap);
		}
	}

	#[test]
	fn term_should_never_fall((term, a) in valid_term().prop_flat_map(moments_of), b in moment(), beside in 0..3u64) {
		for b in [b, a.saturating_add(beside)] {
			prop_assert!(term.cumulative(a.min(b)) <= term.cumulative(a.max(b)));
		}
	}

	/// Two spans of the same length within a period differ by one unit at most.
	#[test]
	fn term_should_flow_evenly_within_a_period(
		(term, period, periods) in flowing_term(),
		which in any::<Index>(),
		spans in uniform3(any::<Index>()),
	) {
		let nth = which.index(periods.min(1_000) as usize) as u64;
		let begin = period.checked_mul(nth).and_then(|passed| begins(&term).checked_add(passed));
		let Some((begin, _)) = begin.and_then(|begin| Some((begin, begin.checked_add(period)?))) else {
			return Ok(());
		};
		if term.cumulative(begin + period) == Balance::MAX {
			return Ok(());
		}
		let within = |index: Index, most: Moment| index.index((most as usize).saturating_add(1)) as Moment;
		let length = within(spans[0], period - 1);
		let flows = |index| {
			let from = begin + within(index, period - length);
			of([term.clone()]).scheduled(from, from + length)
		};
		prop_assert!(flows(spans[1]).abs_diff(flows(spans[2])) <= 1);
	}

	#[test]
	fn term_should_schedule_no_more_when_it_is_below((old, new) in two_terms(), mut spans in vec(moment(), 2..8)) {
		let (old, new) = (of([old]), of([new]));
		if !new.is_below(&old) {
			return Ok(());
		}
		spans.sort();
		for span in spans.windows(2) {
			let [more, less] = [&old, &new].map(|schedule| schedule.scheduled(span[0], span[1]));
			prop_assert!(less <= more.saturating_add(1), "{less} is above {more}");
		}
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(4_000))]

	#[test]
	fn cumulative_should_equal_the_reference(schedule in valid(), times in vec(moment(), 1..8)) {
		for t in times {
			prop_assert!(cumulative(&schedule, t).contains(&schedule.cumulative(t)));
		}
	}

	#[test]
	fn scheduled_should_sum_to_the_same_when_a_span_is_cut_anyhow(
		schedule in valid(),
		mut cuts in vec(moment(), 2..40),
	) {
		cuts.sort();
		let sum: BigUint = cuts.windows(2).map(|span| big(schedule.scheduled(span[0], span[1]))).sum();
		prop_assert_eq!(sum, big(schedule.scheduled(cuts[0], cuts[cuts.len() - 1])));
	}

	#[test]
	fn cumulative_should_never_fall_and_stop_at_the_total(schedule in valid(), a in moment(), b in moment()) {
		let (earlier, later) = (a.min(b), a.max(b));
		prop_assert!(schedule.cumulative(earlier) <= schedule.cumulative(later));
		prop_assert!(schedule.cumulative(later) <= schedule.total());
		prop_assert_eq!(schedule.scheduled(later, earlier), 0);
	}

	#[test]
	fn epochs_should_emit_the_total_at_most_when_they_close_at_any_time(
		schedule in fitting(),
		length in 1..1_000_000u64,
		waits in vec(0..5_000_000u64, 1..40),
	) {
		let (mut start, mut now, mut sum) = (0, 0, 0u128);
		for wait in waits {
			now += wait;
			sum += schedule.scheduled(start, start + clamped_elapsed(start, now, length));
			start = next_start(start, now, length);
		}
		prop_assert!(sum <= schedule.cumulative(start));
	}

	#[test]
	fn schedule_should_be_below_itself_with_less_of_everything(
		terms in vec(two_terms(), 1..6),
		mut spans in vec(moment(), 2..8),
	) {
		let (old, new): (Vec<_>, Vec<_>) = terms.into_iter().unzip();
		let (old, new) = (of(old), of(new));
		prop_assert!(old.is_below(&old) || old.total() == Balance::MAX);
		if !new.is_below(&old) {
			return Ok(());
		}
		spans.sort();
		let rounding = old.terms.len() as u128;
		for span in spans.windows(2) {
			let [more, less] = [&old, &new].map(|schedule| schedule.scheduled(span[0], span[1]));
			prop_assert!(less <= more.saturating_add(rounding), "{less} is above {more}");
		}
	}

	#[test]
	fn malformed_terms_should_neither_panic_nor_fall(term in any_term(), a in moment(), b in moment()) {
		prop_assert!(term.cumulative(a.min(b)) <= term.cumulative(a.max(b)));
		let _ = of([term]).validate();
	}

	/// In as many units as a balance has room for, where roundings show most.
	#[test]
	fn decay_should_equal_the_reference_when_the_total_is_the_largest(
		lambda in balance(),
		passed in moment(),
		below in 0..1_000u128,
		part in ratio(),
	) {
		let total = Balance::MAX - below;
		let slow = part.mul_floor(lambda);
		let term = Term::Exponential { start: 0, total, lambda: slow, period: 1 };
		let exact = reference(&term, passed);
		prop_assert!(exact.contains(&big(term.cumulative(passed))), "{term:?} {exact:?}");
	}
}

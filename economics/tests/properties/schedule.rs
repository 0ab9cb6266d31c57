//! Schedules.

use crate::{balance, big, moment, parts, ratio, saturated};
use bme_economics::*;
use bounded_collections::BoundedVec;
use num_bigint::BigUint;
use proptest::{collection::vec, prelude::*};

/// Terms of any form, malformed ones too.
fn any_term() -> impl Strategy<Value = Term> {
	let row = (moment(), balance()).prop_map(|(from, amount)| TableRow { from, amount });
	let table = (vec(row, 0..=64), moment()).prop_map(|(rows, period)| Term::Table {
		rows: BoundedVec::truncate_from(rows),
		period,
	});
	let terms = prop_oneof![1..=MAX_PERIODS, any::<u32>()];
	let geometric = (moment(), balance(), ratio(), moment(), terms).prop_map(|(start, first, ratio, period, terms)| {
		Term::Geometric {
			start,
			first,
			ratio,
			period,
			terms,
		}
	});
	prop_oneof![table, geometric]
}

/// Well-formed schedules, from tiny to far beyond what a balance holds.
fn valid() -> impl Strategy<Value = Schedule> {
	let ordered = any_term().prop_map(|term| match term {
		Term::Table { rows, period } => {
			let mut rows = rows.into_inner();
			rows.sort_by_key(|row| row.from);
			rows.dedup_by_key(|row| row.from);
			Term::Table {
				rows: BoundedVec::truncate_from(rows),
				period: period.max(1),
			}
		}
		Term::Geometric {
			start,
			first,
			ratio,
			period,
			terms,
		} => Term::Geometric {
			start,
			first,
			ratio,
			period: period.max(1),
			terms: terms.clamp(1, MAX_PERIODS),
		},
	});
	let terms = vec(ordered, 0..5).prop_map(|terms| Schedule {
		terms: BoundedVec::truncate_from(terms),
	});
	terms.prop_filter("a table without rows", |schedule| schedule.validate().is_ok())
}

/// Schedules whose whole total fits, so that nothing saturates.
fn fitting() -> impl Strategy<Value = Schedule> {
	valid().prop_filter("its total does not fit", |schedule| schedule.total() < Balance::MAX)
}

/// `Term::cumulative` from its definition, payment by payment or period by period.
fn reference(term: &Term, t: Moment) -> BigUint {
	match term {
		Term::Table { rows, period } => {
			let pays = |(index, row): (usize, &TableRow)| {
				let end = rows
					.get(index + 1)
					.map_or(u128::from(Moment::MAX) + 1, |next| next.from.into());
				let end = end.min(u128::from(t) + 1);
				let payments = end.saturating_sub(row.from.into()).div_ceil((*period).into());
				big(row.amount) * payments
			};
			rows.iter().enumerate().map(pays).sum()
		}
		Term::Geometric {
			start,
			first,
			ratio,
			period,
			terms,
		} => {
			let (mut sum, mut amount, mut begin) = (big(0u8), big(*first), u128::from(*start));
			for _ in 0..*terms {
				let passed = u128::from(t).saturating_sub(begin).min((*period).into());
				sum += &amount * passed / *period;
				amount = amount * parts(*ratio) / parts(Perbill::one());
				begin += u128::from(*period);
			}
			sum
		}
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(10_000))]

	#[test]
	fn cumulative_should_equal_the_reference(schedule in valid(), times in vec(moment(), 1..8)) {
		for t in times {
			let exact = schedule.terms.iter().map(|term| reference(term, t)).sum();
			prop_assert_eq!(schedule.cumulative(t), saturated(exact));
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
	fn nothing_should_be_scheduled_before_the_first_term_begins(schedule in valid()) {
		let begins = schedule.terms.iter().map(|term| match term {
			Term::Table { rows, .. } => rows[0].from,
			Term::Geometric { start, .. } => *start,
		});
		if let Some(before) = begins.min().and_then(|first| first.checked_sub(1)) {
			prop_assert_eq!(schedule.cumulative(before), 0);
		}
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
	fn malformed_terms_should_neither_panic_nor_fall(term in any_term(), a in moment(), b in moment()) {
		prop_assert!(term.cumulative(a.min(b)) <= term.cumulative(a.max(b)));
		let _ = Schedule { terms: BoundedVec::truncate_from(vec![term]) }.validate();
	}
}

//! The default schedule, as the tests of Polkadot's stepped curve look at theirs, and the grid of epochs under it.

use bme_economics::*;
use bounded_collections::BoundedVec;

const TOKEN: Balance = 1_000_000_000_000;
const ISSUANCE: Balance = 1_000_000_000 * TOKEN;
const YEAR: Moment = 365 * DAY;

fn schedule() -> Schedule {
	Policy::default_for(ISSUANCE, DAY, FixedU128::from_u32(1)).schedule
}

fn table(rows: &[(Moment, Balance)], period: Moment) -> Schedule {
	let rows = rows.iter().map(|&(from, amount)| TableRow { from, amount }).collect();
	let term = Term::Table {
		rows: BoundedVec::truncate_from(rows),
		period,
	};
	Schedule {
		terms: BoundedVec::truncate_from(vec![term]),
	}
}

#[test]
fn default_should_hold_the_documented_amount_when_a_year_passes() {
	let year = |index: u64| schedule().scheduled(index * YEAR, (index + 1) * YEAR);
	assert_eq!(year(0), 50_000_000 * TOKEN);
	assert_eq!(year(1), 42_500_000 * TOKEN);
	assert_eq!(year(2), 36_125_000 * TOKEN);
	assert_eq!(year(9), 11_580_847_314_160_156_250);
}

#[test]
fn default_should_be_flat_when_a_year_is_cut_into_days() {
	for year in [0, 1, 7, 40, 127] {
		let day = |index| schedule().scheduled(year * YEAR + index * DAY, year * YEAR + (index + 1) * DAY);
		let first = day(0);
		assert!((1..365).all(|index| day(index).abs_diff(first) <= 1), "year {year}");
	}
}

#[test]
fn default_should_schedule_nothing_when_its_last_year_has_passed() {
	let end = u64::from(MAX_PERIODS) * YEAR;
	assert_eq!(schedule().cumulative(end), schedule().total());
	assert_eq!(schedule().scheduled(end, Moment::MAX), 0);
	assert!(schedule().scheduled(end - YEAR, end) < TOKEN);
}

#[test]
fn default_should_approach_a_third_of_issuance_when_all_is_summed() {
	let limit = ISSUANCE / 3;
	assert!(schedule().total() < limit);
	assert!(limit - schedule().total() < TOKEN);
	assert!(schedule().total() < LIFETIME_CAP);
}

#[test]
fn epoch_should_count_two_lengths_at_most_when_it_closes_late() {
	for late in [2 * DAY, 2 * DAY + 1, 10 * DAY, Moment::MAX] {
		assert_eq!(clamped_elapsed(0, late, DAY), 2 * DAY);
	}
	assert_eq!(clamped_elapsed(5, Moment::MAX, Moment::MAX), 0);
	assert_eq!(clamped_elapsed(0, Moment::MAX, Moment::MAX), Moment::MAX);
}

#[test]
fn epoch_should_count_whole_lengths_when_it_closes_between_points_of_the_grid() {
	assert_eq!(clamped_elapsed(7, 7 + DAY - 1, DAY), 0);
	assert_eq!(clamped_elapsed(7, 7 + DAY, DAY), DAY);
	assert_eq!(clamped_elapsed(7, 7 + 2 * DAY - 1, DAY), DAY);
	assert_eq!(next_start(7, 7 + 2 * DAY - 1, DAY), 7 + DAY);
	assert_eq!(next_start(7, 7 + 10 * DAY + 1, DAY), 7 + 10 * DAY);
}

#[test]
fn epoch_should_stay_where_it_is_when_time_or_length_is_missing() {
	assert_eq!((clamped_elapsed(7, 3, DAY), next_start(7, 3, DAY)), (0, 7));
	assert_eq!((clamped_elapsed(7, 30, 0), next_start(7, 30, 0)), (0, 7));
}

#[test]
fn table_should_pay_at_points_when_rows_follow_each_other() {
	let schedule = table(&[(10, 100), (25, 7), (100, 0)], 10);
	let paid = [
		(0, 0),
		(9, 0),
		(10, 100),
		(19, 100),
		(20, 200),
		(24, 200),
		(25, 207),
		(99, 256),
		(100, 256),
	];
	for (t, cumulative) in paid {
		assert_eq!(schedule.cumulative(t), cumulative, "at {t}");
	}
	assert_eq!(schedule.total(), 256);
}

#[test]
fn table_should_saturate_when_its_last_row_never_ends() {
	assert_eq!(table(&[(0, Balance::MAX)], 1).total(), Balance::MAX);
	let slow = table(&[(0, 3)], Moment::MAX);
	assert_eq!(
		(slow.cumulative(0), slow.cumulative(Moment::MAX - 1), slow.total()),
		(3, 3, 6)
	);
}

/// One payment a day, as the terms of each kind would be at the start of a chain.
fn terms() -> [Term; 6] {
	let row = |from, amount| TableRow { from, amount };
	[
		Term::Table {
			rows: BoundedVec::truncate_from(vec![row(DAY, 1_000), row(YEAR, 0)]),
			period: DAY,
		},
		Term::Geometric {
			start: DAY,
			first: 1_000,
			ratio: Perbill::from_percent(85),
			period: YEAR,
			terms: 40,
		},
		Term::Halving {
			start: DAY,
			first: 1_000,
			step: DAY,
			steps: 1_000,
		},
		Term::Exponential {
			start: DAY,
			total: 1_000_000,
			lambda: u128::MAX / 1_000,
			period: DAY,
		},
		Term::Remaining {
			start: DAY,
			amount: 1_000_000,
			part: Perbill::from_percent(15),
			step: YEAR,
		},
		Term::Taper {
			from: DAY,
			to: YEAR,
			rate: 1_000,
			period: DAY,
		},
	]
}

fn of(terms: impl IntoIterator<Item = Term>) -> Schedule {
	Schedule {
		terms: BoundedVec::truncate_from(terms.into_iter().collect()),
	}
}

/// The term with another value in a field.
macro_rules! with {
	($term:expr, $kind:ident, $($field:ident = $value:expr),+) => {{
		let mut term = $term.clone();
		let Term::$kind { $($field,)+ .. } = &mut term else { unreachable!() };
		$(*$field = $value;)+
		term
	}};
}

#[test]
fn schedule_should_be_refused_when_a_term_is_malformed() {
	let [table, geometric, halving, exponential, remaining, taper] = &terms();
	let rows_of =
		|rows: &[Moment]| BoundedVec::truncate_from(rows.iter().map(|&from| TableRow { from, amount: 1 }).collect());
	let cases = [
		(with!(table, Table, period = 0), Err(ScheduleError::PeriodZero)),
		(with!(geometric, Geometric, period = 0), Err(ScheduleError::PeriodZero)),
		(with!(halving, Halving, step = 0), Err(ScheduleError::PeriodZero)),
		(with!(halving, Halving, steps = 0), Err(ScheduleError::PeriodZero)),
		(
			with!(exponential, Exponential, period = 0),
			Err(ScheduleError::PeriodZero),
		),
		(with!(remaining, Remaining, step = 0), Err(ScheduleError::PeriodZero)),
		(with!(taper, Taper, period = 0), Err(ScheduleError::PeriodZero)),
		(with!(table, Table, rows = rows_of(&[])), Err(ScheduleError::RowsEmpty)),
		(
			with!(table, Table, rows = rows_of(&[5, 5])),
			Err(ScheduleError::RowsUnordered),
		),
		(
			with!(table, Table, rows = rows_of(&[5, 4])),
			Err(ScheduleError::RowsUnordered),
		),
		(with!(table, Table, rows = rows_of(&[4, 5])), Ok(())),
		(
			with!(geometric, Geometric, terms = 0),
			Err(ScheduleError::PeriodsOutOfBounds),
		),
		(with!(geometric, Geometric, terms = 1), Ok(())),
		(with!(geometric, Geometric, terms = MAX_PERIODS), Ok(())),
		(
			with!(geometric, Geometric, terms = MAX_PERIODS + 1),
			Err(ScheduleError::PeriodsOutOfBounds),
		),
		(
			with!(taper, Taper, from = 7, to = 7),
			Err(ScheduleError::TaperUnordered),
		),
		(
			with!(taper, Taper, from = 8, to = 7),
			Err(ScheduleError::TaperUnordered),
		),
		(with!(taper, Taper, from = 6, to = 7), Ok(())),
	];
	for (term, expected) in cases {
		assert_eq!(of([term.clone()]).validate(), expected, "{term:?}");
		// Nor does it pass among others.
		assert_eq!(
			of(terms().into_iter().chain([term.clone()])).validate(),
			expected,
			"{term:?}"
		);
	}
	assert_eq!(Schedule::default().validate(), Ok(()));
	assert_eq!(of(terms()).validate(), Ok(()));
}

#[test]
fn schedule_should_hold_nothing_when_a_thousand_years_have_passed() {
	for term in terms() {
		let schedule = of([term]);
		assert!(schedule.total() > 0, "{schedule:?}");
		assert_eq!(schedule.scheduled(0, DAY - 1), 0, "{schedule:?}");
		assert_eq!(schedule.scheduled(1_000 * YEAR, Moment::MAX), 0, "{schedule:?}");
		assert_eq!(schedule.cumulative(1_000 * YEAR), schedule.total(), "{schedule:?}");
	}
}

#[test]
fn terms_should_saturate_when_they_hold_more_than_a_balance() {
	let [table, geometric, halving, exponential, remaining, taper] = &terms();
	let one = Perbill::one();
	let endless = BoundedVec::truncate_from(vec![TableRow {
		from: 1,
		amount: Balance::MAX,
	}]);
	let cases = [
		with!(table, Table, rows = endless, period = 1),
		with!(
			geometric,
			Geometric,
			first = Balance::MAX,
			ratio = one,
			period = 1,
			terms = MAX_PERIODS
		),
		with!(halving, Halving, first = Balance::MAX, step = 1, steps = u32::MAX),
		with!(
			exponential,
			Exponential,
			total = Balance::MAX,
			lambda = u128::MAX,
			period = 1
		),
		with!(remaining, Remaining, amount = Balance::MAX, part = one, step = 1),
		with!(taper, Taper, rate = Balance::MAX, period = 1),
	];
	for term in cases {
		assert_eq!(term.cumulative(Moment::MAX), Balance::MAX, "{term:?}");
		assert_eq!(of([term.clone(), term.clone()]).total(), Balance::MAX, "{term:?}");
	}
}

#[test]
fn schedule_should_be_below_when_only_its_amounts_are_lower() {
	let [table, geometric, halving, exponential, remaining, taper] = &terms();
	let lower = BoundedVec::truncate_from(vec![
		TableRow { from: DAY, amount: 999 },
		TableRow { from: YEAR, amount: 0 },
	]);
	let cases = [
		(table, with!(table, Table, rows = lower)),
		(geometric, with!(geometric, Geometric, first = 999)),
		(
			geometric,
			with!(geometric, Geometric, ratio = Perbill::from_percent(84)),
		),
		(geometric, with!(geometric, Geometric, terms = 39)),
		(halving, with!(halving, Halving, first = 999)),
		(exponential, with!(exponential, Exponential, total = 999_999)),
		(remaining, with!(remaining, Remaining, amount = 999_999)),
		(taper, with!(taper, Taper, rate = 999)),
	];
	for (old, new) in cases {
		let (old, new) = (of([old.clone()]), of([new]));
		assert!(new.is_below(&old), "{new:?}");
		assert!(!old.is_below(&new), "{new:?}");
		assert!(old.is_below(&old), "{old:?}");
	}
}

#[test]
fn schedule_should_not_be_below_when_anything_else_differs() {
	let [table, geometric, halving, exponential, remaining, taper] = &terms();
	let rows_of = |rows: &[(Moment, Balance)]| {
		BoundedVec::truncate_from(rows.iter().map(|&(from, amount)| TableRow { from, amount }).collect())
	};
	let percent = Perbill::from_percent;
	let cases = [
		(table, with!(table, Table, rows = rows_of(&[(DAY, 1_001), (YEAR, 0)]))),
		(table, with!(table, Table, rows = rows_of(&[(DAY, 1_000), (YEAR, 1)]))),
		(table, with!(table, Table, rows = rows_of(&[(DAY + 1, 1), (YEAR, 0)]))),
		(table, with!(table, Table, rows = rows_of(&[(DAY, 1), (YEAR - 1, 0)]))),
		(table, with!(table, Table, rows = rows_of(&[(DAY, 1)]))),
		(
			table,
			with!(table, Table, rows = rows_of(&[(DAY, 1), (2 * DAY, 0), (YEAR, 0)])),
		),
		(table, with!(table, Table, period = DAY - 1)),
		(table, with!(table, Table, period = DAY + 1)),
		(geometric, with!(geometric, Geometric, start = DAY + 1, first = 1)),
		(geometric, with!(geometric, Geometric, start = DAY - 1, first = 1)),
		(geometric, with!(geometric, Geometric, first = 1_001, terms = 1)),
		(geometric, with!(geometric, Geometric, ratio = percent(86), first = 1)),
		(geometric, with!(geometric, Geometric, period = YEAR + 1)),
		(geometric, with!(geometric, Geometric, period = YEAR - 1)),
		(geometric, with!(geometric, Geometric, terms = 41, first = 1)),
		(halving, with!(halving, Halving, start = DAY + 1)),
		(halving, with!(halving, Halving, first = 1_001)),
		(halving, with!(halving, Halving, step = DAY + 1)),
		(halving, with!(halving, Halving, steps = 999)),
		(halving, with!(halving, Halving, steps = 1_001, first = 1)),
		(exponential, with!(exponential, Exponential, start = DAY + 1)),
		(exponential, with!(exponential, Exponential, total = 1_000_001)),
		(exponential, with!(exponential, Exponential, lambda = u128::MAX / 1_001)),
		(exponential, with!(exponential, Exponential, lambda = u128::MAX / 999)),
		(exponential, with!(exponential, Exponential, period = DAY + 1)),
		(remaining, with!(remaining, Remaining, start = DAY + 1)),
		(remaining, with!(remaining, Remaining, amount = 1_000_001)),
		// A smaller part leaves more for later.
		(remaining, with!(remaining, Remaining, part = percent(14))),
		(remaining, with!(remaining, Remaining, part = percent(16))),
		(remaining, with!(remaining, Remaining, step = YEAR + 1)),
		(taper, with!(taper, Taper, from = DAY + 1)),
		(taper, with!(taper, Taper, to = YEAR + 1)),
		(taper, with!(taper, Taper, to = YEAR - 1)),
		(taper, with!(taper, Taper, rate = 1_001)),
		(taper, with!(taper, Taper, period = DAY + 1)),
		(table, taper.clone()),
		(geometric, remaining.clone()),
	];
	for (old, new) in cases {
		assert!(!of([new.clone()]).is_below(&of([old.clone()])), "{new:?}");
		// Nor if another term falls by more.
		let less = with!(halving, Halving, first = 0);
		let (old, new) = (of([halving.clone(), old.clone()]), of([less, new]));
		assert!(!new.is_below(&old), "{new:?}");
	}
	let (none, one, two) = (of([]), of([taper.clone()]), of([taper.clone(), taper.clone()]));
	assert!(none.is_below(&none));
	assert!(!one.is_below(&none) && !two.is_below(&one) && !one.is_below(&two));
}

/// A term that fills a balance hides the others, which less of it brings back.
#[test]
fn schedule_should_not_be_below_when_the_old_one_saturates() {
	let hiding = |amount| {
		let past = table(&[(0, amount), (1, 0)], 1).terms[0].clone();
		of([past, terms()[1].clone()])
	};
	let (old, new) = (hiding(Balance::MAX), hiding(Balance::MAX - 100));
	assert_eq!((old.scheduled(0, YEAR), new.scheduled(0, YEAR)), (0, 100));
	assert!(!new.is_below(&old) && !old.is_below(&old));
}

/// Polkadot's curve since referendum 1710, with the six tests that its runtime has for it: in steps of two years of
/// 365.25 days a part of what is left to the target.
mod stepped {
	use super::*;

	const TWO_YEARS: Moment = 2 * 365 * DAY + DAY / 2;
	/// On the real chain, with 10 decimals.
	const TARGET: Balance = 21_000_000_000_000_000_000;
	const ISSUANCE: Balance = 16_743_421_533_310_057_487;
	const START: Moment = 3 * DAY;

	fn curve() -> Schedule {
		of([Term::Remaining {
			start: START,
			amount: TARGET - ISSUANCE,
			part: Perbill::from_parts(262_800_000),
			step: TWO_YEARS,
		}])
	}

	fn step(index: u64) -> Balance {
		let begin = START + index * TWO_YEARS;
		curve().scheduled(begin, begin + TWO_YEARS)
	}

	#[test]
	fn curve_should_have_the_values_of_the_real_chain_when_it_starts() {
		assert_eq!(
			(step(0), curve().scheduled(START, START + DAY)),
			(1_118_628_821_046_116_892, 1_531_319_399_104_882)
		);
		assert_eq!(curve().cumulative(START), 0);
		assert_eq!(curve().validate(), Ok(()));
	}

	#[test]
	fn curve_should_emit_a_part_of_what_is_left_when_a_step_begins() {
		let mut issuance = ISSUANCE;
		for index in 0..u64::from(MAX_PERIODS) {
			assert_eq!(step(index), (TARGET - issuance) * 2_628 / 10_000, "step {index}");
			issuance += step(index);
			assert_eq!(
				curve().cumulative(START + (index + 1) * TWO_YEARS),
				issuance - ISSUANCE,
				"step {index}"
			);
		}
	}

	#[test]
	fn curve_should_be_static_when_a_step_is_cut_into_days() {
		for index in [0, 1, 7, 40] {
			let begin = START + index * TWO_YEARS;
			let day = |day| curve().scheduled(begin + day * DAY, begin + (day + 1) * DAY);
			let first = day(0);
			assert_eq!(first, step(index) * 2 / 1_461, "step {index}");
			assert!((1..730).all(|nth| day(nth).abs_diff(first) <= 1), "step {index}");
			assert!(day(731) < day(729), "step {index}");
		}
	}

	#[test]
	fn curve_should_be_zero_when_all_but_dust_was_emitted() {
		let last = (0..u64::from(MAX_PERIODS)).rfind(|index| step(*index) > 0);
		assert_eq!(last, Some(127));
		assert!(step(100) < 1_000_000 && step(127) < 100);
		assert_eq!((128..200).map(step).max(), Some(0));
		assert_eq!(curve().scheduled(START + 128 * TWO_YEARS, Moment::MAX), 0);
	}

	#[test]
	fn curve_should_be_asymptotic_to_the_target_when_500_years_pass() {
		let mut left = TARGET - ISSUANCE;
		for index in 1..=250 {
			let now = TARGET - ISSUANCE - curve().cumulative(START + index * TWO_YEARS);
			assert!(now > 0 && now <= left, "step {index}");
			left = now;
		}
		// Less than 10^-8 tokens.
		assert!(left < 100, "{left}");
		assert_eq!(TARGET - ISSUANCE - curve().total(), left);
	}

	#[test]
	fn curve_should_be_capped_when_an_epoch_closes_anomalously_late() {
		let most = curve().scheduled(START, START + 2 * DAY);
		for late in [2 * DAY, 30 * DAY, TWO_YEARS, Moment::MAX - START] {
			let counted = clamped_elapsed(START, START + late, DAY);
			assert_eq!(curve().scheduled(START, START + counted), most, "{late}");
		}
	}
}

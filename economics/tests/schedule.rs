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

#[test]
fn schedule_should_be_refused_when_a_term_is_malformed() {
	let geometric = |period, terms| {
		let term = Term::Geometric {
			start: 0,
			first: 1,
			ratio: Perbill::one(),
			period,
			terms,
		};
		Schedule {
			terms: BoundedVec::truncate_from(vec![term]),
		}
	};
	let cases = [
		(table(&[(0, 1)], 0), Err(ScheduleError::PeriodZero)),
		(table(&[], 1), Err(ScheduleError::RowsEmpty)),
		(table(&[(5, 1), (5, 1)], 1), Err(ScheduleError::RowsUnordered)),
		(table(&[(5, 1), (4, 1)], 1), Err(ScheduleError::RowsUnordered)),
		(table(&[(5, 1), (6, 1)], 1), Ok(())),
		(geometric(0, 1), Err(ScheduleError::PeriodZero)),
		(geometric(1, 0), Err(ScheduleError::PeriodsOutOfBounds)),
		(geometric(1, 1), Ok(())),
		(geometric(1, MAX_PERIODS), Ok(())),
		(geometric(1, MAX_PERIODS + 1), Err(ScheduleError::PeriodsOutOfBounds)),
		(Schedule::default(), Ok(())),
	];
	for (schedule, expected) in cases {
		assert_eq!(schedule.validate(), expected, "{schedule:?}");
	}
}

//! The daily limit.

use crate::{balance, big, moment, saturated};
use bme_economics::*;
use proptest::{collection::vec, prelude::*};

proptest! {
	#![proptest_config(ProptestConfig::with_cases(5_000))]

	#[test]
	fn room_should_equal_the_reference(used in balance(), at in moment(), limit in balance(), now in moment()) {
		let faded = big(limit) * big(now.saturating_sub(at)) / big(DAY);
		let left = used.saturating_sub(saturated(faded));
		prop_assert_eq!(DailyUse { used, at }.room(limit, now), limit.saturating_sub(left));
	}

	#[test]
	fn use_should_stay_within_the_limit_when_taken_in_any_order(
		limit in 1..1_000_000_000u128,
		takes in vec((0..2_000_000_000u128, 0..DAY), 1..50),
	) {
		let mut daily = DailyUse::default();
		let mut log: Vec<(Moment, Balance)> = Vec::new();
		let mut now = 0;
		for (amount, later) in takes {
			now += later;
			let room = daily.room(limit, now);
			let taken = daily.take(amount, limit, now);
			prop_assert_eq!(taken, amount.min(room));
			prop_assert_eq!(daily.room(limit, now), room - taken);
			log.push((now, taken));
			// Since any earlier moment: the limit, and what faded since.
			for (since, _) in &log {
				let sum: Balance = log.iter().filter(|(at, _)| at >= since).map(|(_, taken)| taken).sum();
				prop_assert!(sum <= limit + limit * Balance::from(now - since) / Balance::from(DAY));
			}
		}
	}
}

#[test]
fn room_should_return_in_a_day_when_all_was_used() {
	let mut daily = DailyUse::default();
	assert_eq!(daily.take(150, 100, DAY), 100);
	assert_eq!(daily.room(100, DAY), 0);
	assert_eq!(daily.room(100, DAY + DAY / 2), 50);
	assert_eq!(daily.room(100, 2 * DAY), 100);
	assert_eq!(daily.room(100, 9 * DAY), 100);
}

#[test]
fn room_should_not_grow_when_the_clock_steps_back() {
	let mut daily = DailyUse::default();
	assert_eq!(daily.take(60, 100, DAY), 60);
	assert_eq!(daily.take(60, 100, 0), 40);
	assert_eq!(daily.room(100, DAY), 0);
}

#[test]
fn room_should_be_none_when_the_limit_fell_below_what_was_used() {
	let daily = DailyUse { used: 100, at: DAY };
	assert_eq!(daily.room(10, DAY), 0);
	// It fades by the new limit: in ten days.
	assert_eq!(daily.room(10, 10 * DAY), 0);
	assert_eq!(daily.room(10, 11 * DAY), 10);
}

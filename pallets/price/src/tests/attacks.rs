//! Attacks on the price, by name.

use super::mock::*;
use crate::{Event, PriceCondition, RefusedReason};
use bme_primitives::PriceSource;
use sp_runtime::FixedU128;

/// What a quote uses.
fn cautious() -> FixedU128 {
	Price::facts().unwrap().cautious()
}

#[test]
fn a_single_feeder_should_move_nothing_when_it_says_anything() {
	for lie in [1, 400_000, 492_000, 508_000, 600_000, 1_000_000_000] {
		build_and_execute(|| {
			(0..20).for_each(|_| feed_all(&[500_000, 501_000, 500_000, 501_000, lie]));
			assert!(known().price >= cents(50) && known().price <= micros(501_000), "{lie}");
			assert_eq!(Price::price_view().condition, PriceCondition::Fresh);
		});
	}
}

#[test]
fn a_colluding_minority_should_stay_within_the_honest_when_it_is_believed() {
	// Near enough to the others not to be dropped.
	for lie in [494_000, 507_000] {
		build_and_execute(|| {
			(0..20).for_each(|_| feed_all(&[500_000, 501_000, 502_000, lie, lie]));
			assert!(known().price >= cents(50) && known().price <= micros(502_000), "{lie}");
		});
	}
}

#[test]
fn a_colluding_minority_should_stop_the_price_at_most_when_honest_feeders_are_away() {
	build_and_execute(|| {
		for _ in 0..20 {
			feed_at(1, cents(50), now());
			[4, 5].into_iter().for_each(|who| feed_at(who, cents(90), now()));
			block_at(now() + MINUTE);
		}
		assert_eq!(known().price, cents(50));
		assert_eq!(Price::price_view().agreeing_feeds, 2);
	});
}

#[test]
fn a_replay_should_be_refused_when_the_same_observation_comes_again() {
	build_and_execute(|| {
		let observed_at = now();
		feed_all(&[500_000; 3]);
		(0..12).for_each(|_| {
			feed_at(1, cents(60), observed_at);
			let refused = Event::FeedRefused {
				feeder: 1,
				reason: RefusedReason::NotNewer,
			};
			assert_eq!(events().last(), Some(&refused));
			block_at(now() + SECOND);
		});
		assert_eq!(known().median, cents(50));
	});
}

#[test]
fn future_stamps_should_be_refused_when_feeders_want_to_be_young_for_ever() {
	build_and_execute(|| {
		(1..=5).for_each(|who| feed_at(who, cents(60), now() + 1));
		block_at(now() + SECOND);
		let refused = events()
			.iter()
			.filter(|event| {
				matches!(
					event,
					Event::FeedRefused {
						reason: RefusedReason::FromFuture,
						..
					}
				)
			})
			.count();
		assert_eq!(refused, 5);
		assert_eq!(known().median, cents(50));
	});
}

#[test]
fn a_flash_move_and_return_should_cheapen_no_burn_when_a_quorum_colludes() {
	build_and_execute(|| {
		feed_all(&[500_000; 3]);
		for price in [5_000_000, 5_000_000, 500_000, 500_000, 500_000] {
			feed_all(&[price; 3]);
			// For two minutes at ten times the price, less than a hundredth is gained.
			assert!(cautious() <= micros(505_000));
		}
		assert!(known().price <= micros(501_000));
	});
}

#[test]
fn a_crash_should_be_no_discount_when_the_price_follows_by_steps() {
	build_and_execute(|| {
		feed_all(&[100_000; 3]);
		assert!(known().price > cents(45));
		assert_eq!(cautious(), cents(10));
	});
}

#[test]
fn a_flat_market_should_stay_fresh_when_feeders_go_on_observing() {
	build_and_execute(|| {
		(0..300).for_each(|_| feed_all(&[500_000; 3]));
		assert_eq!(Price::price_view().condition, PriceCondition::Fresh);
		assert!(changes().is_empty());
		assert!(updates().is_empty());
	});
}

#[test]
fn a_skewed_clock_should_only_count_as_older_when_it_is_slow() {
	build_and_execute(|| {
		block_at(START + HOUR);
		for _ in 0..10 {
			// Two feeders are nine minutes slow, within what counts.
			[1, 2]
				.into_iter()
				.for_each(|who| feed_at(who, cents(50), now() - 9 * MINUTE));
			[3, 4, 5].into_iter().for_each(|who| feed_at(who, cents(50), now()));
			block_at(now() + MINUTE);
			assert_eq!(Price::price_view().condition, PriceCondition::Fresh);
		}
	});
}

#[test]
fn a_quorum_of_liars_should_move_the_price_by_the_step_when_it_says_anything() {
	build_and_execute(|| {
		let mut before = known().price;
		for _ in 0..100 {
			feed_all(&[u128::MAX / 1_000_000_000_000_000_000; 5]);
			let after = known().price;
			let most = before.into_inner() + before.into_inner() / 10;
			assert!(after > before && after.into_inner() <= most);
			before = after;
		}
	});
}

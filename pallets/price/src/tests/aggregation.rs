use super::mock::*;
use crate::{aggregation::median, Current, Feed, Feeds, KnownPrice, NextPoll};
use bme_primitives::{Moment, PriceSource};
use frame_support::{traits::Hooks, weights::WeightMeter};
use sp_runtime::{traits::Zero, FixedU128, Perbill};

fn feeds(prices: &[(u128, Moment)]) -> Vec<Feed> {
	prices
		.iter()
		.map(|(inner, observed_at)| Feed {
			price: FixedU128::from_inner(*inner),
			observed_at: *observed_at,
		})
		.collect()
}

mod median {
	use super::*;

	fn check(prices: &[(u128, Moment)], expected: (u128, Moment)) {
		assert_eq!(median(feeds(prices)), feeds(&[expected]).pop());
	}

	#[test]
	fn median_should_be_none_when_there_is_nothing() {
		assert_eq!(median(vec![]), None);
	}

	#[test]
	fn median_should_be_the_middle_feed_when_their_number_is_odd() {
		check(&[(7, 1)], (7, 1));
		check(&[(30, 3), (10, 1), (20, 2)], (20, 2));
		check(&[(1, 9), (1, 9), (5, 4), (9, 9), (u128::MAX, 9)], (5, 4));
	}

	#[test]
	fn median_should_be_the_mean_rounded_down_when_their_number_is_even() {
		check(&[(40, 1), (10, 1), (30, 1), (20, 1)], (25, 1));
		check(&[(1, 1), (2, 1)], (1, 1));
		check(&[(u128::MAX, 1), (u128::MAX - 1, 1)], (u128::MAX - 1, 1));
	}

	#[test]
	fn median_should_be_as_old_as_the_older_when_their_number_is_even() {
		check(&[(10, 0), (20, 8), (30, 5), (40, 0)], (25, 5));
		check(&[(10, 0), (20, 5), (30, 8), (40, 0)], (25, 5));
	}
}

#[test]
fn price_should_be_the_median_when_a_quorum_fed() {
	build_and_execute(|| {
		feed_all(&[52, 49, 53]);
		assert_eq!(
			Current::<Test>::get(),
			Some(KnownPrice {
				price: cents(52),
				observed_at: START
			})
		);
		assert_eq!(updates(), vec![(cents(50), cents(52), 3)]);
	});
}

#[test]
fn price_should_be_the_mean_of_the_middle_two_when_four_fed() {
	build_and_execute(|| {
		feed_all(&[52, 49, 60, 50]);
		assert_eq!(Price::price_view().price, cents(51));
		assert_eq!(updates(), vec![(cents(50), cents(51), 4)]);
	});
}

#[test]
fn price_should_not_move_beyond_the_honest_when_one_of_three_lies() {
	build_and_execute(|| {
		feed_all(&[50, 51, 1_000_000]);
		assert_eq!(Price::price_view().price, cents(51));
		feed_all(&[50, 51, 1]);
		assert_eq!(Price::price_view().price, cents(50));
	});
}

#[test]
fn price_should_not_move_when_there_are_fewer_feeds_than_the_quorum() {
	build_and_execute(|| {
		feed_all(&[80, 90]);
		assert_eq!(
			Current::<Test>::get(),
			Some(KnownPrice {
				price: cents(50),
				observed_at: START
			})
		);
		assert!(updates().is_empty());
	});
}

#[test]
fn price_should_move_when_the_quorum_is_reached_over_several_blocks() {
	build_and_execute(|| {
		for who in 1..=3 {
			assert!(updates().is_empty());
			feed_at(who, cents(60), now());
			block_at(now() + MINUTE);
		}
		assert_eq!(updates(), vec![(cents(50), cents(60), 3)]);
	});
}

#[test]
fn feed_should_not_count_when_it_grew_too_old_before_the_quorum() {
	build_and_execute(|| {
		feed_at(1, cents(60), now());
		feed_at(2, cents(60), now());
		block_at(START + MAX_AGE);
		feed_at(3, cents(60), now());
		block_at(START + MAX_AGE + 1);
		assert!(updates().is_empty());
		assert_eq!(Feeds::<Test>::get().len(), 1);
	});
}

#[test]
fn feed_should_count_when_it_is_exactly_as_old_as_it_may_be() {
	build_and_execute(|| {
		feed_at(1, cents(60), now());
		feed_at(2, cents(60), now());
		block_at(START + MAX_AGE - 1);
		feed_at(3, cents(60), now());
		block_at(START + MAX_AGE);
		assert_eq!(updates(), vec![(cents(50), cents(60), 3)]);
	});
}

#[test]
fn feed_should_not_count_when_its_feeder_was_removed() {
	build_and_execute(|| {
		feed_at(1, cents(60), now());
		feed_at(2, cents(60), now());
		feed_at(3, cents(60), now());
		Members::set(vec![2, 3, 4]);
		block_at(START + SECOND);
		assert!(updates().is_empty());
		assert_eq!(Feeds::<Test>::get().keys().copied().collect::<Vec<_>>(), vec![2, 3]);
		assert_eq!(Price::price_view().fresh_feeds, 2);
	});
}

#[test]
fn price_should_be_refreshed_without_an_event_when_the_median_is_the_same() {
	build_and_execute(|| {
		block_at(START + MINUTE);
		feed_all(&[50, 50, 50]);
		assert_eq!(
			Current::<Test>::get(),
			Some(KnownPrice {
				price: cents(50),
				observed_at: START + MINUTE
			})
		);
		assert!(updates().is_empty());
	});
}

#[test]
fn poll_should_do_nothing_when_nothing_was_fed() {
	build_and_execute(|| {
		feed_all(&[50, 51, 52]);
		let root = sp_io::storage::root(sp_runtime::StateVersion::V1);
		Price::on_poll(System::block_number(), &mut WeightMeter::new());
		assert_eq!(sp_io::storage::root(sp_runtime::StateVersion::V1), root);
	});
}

#[test]
fn poll_should_wait_when_the_block_has_no_weight_left() {
	build_and_execute(|| {
		(1..=3).for_each(|who| feed_at(who, cents(60), now()));
		let idle = <() as crate::WeightInfo>::poll_idle();
		for limit in [Default::default(), idle] {
			Price::on_poll(System::block_number(), &mut WeightMeter::with_limit(limit));
			assert!(updates().is_empty());
			assert_eq!(NextPoll::<Test>::get(), 0);
		}
		Price::on_poll(System::block_number(), &mut WeightMeter::new());
		assert_eq!(updates().len(), 1);
	});
}

#[test]
fn facts_should_equal_the_median_when_the_price_is_fresh() {
	build_and_execute(|| {
		feed_all(&[49, 51, 53]);
		let facts = Price::facts().unwrap();
		assert_eq!((facts.median, facts.ema), (cents(51), cents(51)));
		assert_eq!((facts.confidence, facts.margin), (FixedU128::zero(), Perbill::zero()));
	});
}

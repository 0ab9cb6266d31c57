use super::mock::*;
use crate::{Condition, Event};
use bme_primitives::{apis::PriceCondition, PriceSource};

/// The changes of condition that were announced.
fn changes() -> Vec<(Condition, Condition)> {
	events()
		.into_iter()
		.filter_map(|event| match event {
			Event::ConditionChanged { old, new } => Some((old, new)),
			_ => None,
		})
		.collect()
}

#[test]
fn price_should_turn_stale_when_it_is_older_than_the_threshold() {
	build_and_execute(|| {
		for (age, condition) in [
			(STALE_AFTER - 1, PriceCondition::Fresh),
			(STALE_AFTER, PriceCondition::Fresh),
			(STALE_AFTER + 1, PriceCondition::Stale),
		] {
			block_at(START + age);
			assert_eq!(Price::price_view().condition, condition);
			assert_eq!(Price::facts().is_some(), condition == PriceCondition::Fresh);
		}
		assert_eq!(changes(), vec![(Condition::Fresh, Condition::Stale)]);
	});
}

#[test]
fn condition_should_be_announced_once_when_it_lasts() {
	build_and_execute(|| {
		for minute in 1..=200 {
			block_at(START + minute * MINUTE);
		}
		assert_eq!(changes(), vec![(Condition::Fresh, Condition::Stale)]);
	});
}

#[test]
fn price_should_stay_stale_when_fewer_feeders_than_the_quorum_return() {
	build_and_execute(|| {
		block_at(START + STALE_AFTER + 1);
		feed_all(&[40, 40]);
		assert_eq!(Price::price_view().condition, PriceCondition::Stale);
		assert_eq!(Price::price_view().fresh_feeds, 2);
		assert_eq!(Price::price_view().price, cents(50));
		assert_eq!(Price::facts(), None);
	});
}

#[test]
fn price_should_recover_when_the_quorum_returns() {
	build_and_execute(|| {
		block_at(START + STALE_AFTER + 1);
		feed_all(&[40, 41, 42]);
		assert_eq!(Price::price_view().condition, PriceCondition::Fresh);
		assert_eq!(Price::facts().map(|facts| facts.median), Some(cents(41)));
		assert_eq!(
			changes(),
			vec![
				(Condition::Fresh, Condition::Stale),
				(Condition::Stale, Condition::Fresh)
			]
		);
	});
}

#[test]
fn price_should_stay_fresh_when_it_is_fed_before_the_threshold() {
	build_and_execute(|| {
		for _ in 0..10 {
			block_at(now() + STALE_AFTER - 2 * SECOND);
			feed_all(&[50, 50, 50]);
		}
		assert!(changes().is_empty());
	});
}

#[test]
fn view_should_say_stale_when_the_block_had_no_weight_to_announce_it() {
	build_and_execute(|| {
		pallet_timestamp::Now::<Test>::put(START + STALE_AFTER + 1);
		assert_eq!(Price::price_view().condition, PriceCondition::Stale);
		assert_eq!(Price::facts(), None);
		assert!(changes().is_empty());
	});
}

use super::mock::*;
use crate::{Current, GenesisConfig};
use bme_primitives::{
	apis::{PriceCondition, StaleReason},
	PriceSource,
};
use sp_runtime::{BuildStorage, FixedU128};

#[test]
fn price_should_be_fresh_when_the_chain_has_no_block_yet() {
	ext(Some(cents(50))).execute_with(|| {
		assert_eq!(Price::price_view().condition, PriceCondition::Fresh);
		assert_eq!(Price::facts().map(|facts| facts.median), Some(cents(50)));
	});
}

#[test]
fn initial_price_should_count_as_observed_when_the_first_time_is_seen() {
	build_and_execute(|| {
		assert_eq!(Current::<Test>::get(), Some(at_rest(START, START)));
		assert_eq!(Price::price_view().condition, PriceCondition::Fresh);
		assert_eq!(Price::price_view().quorum, QUORUM);
		assert!(events().is_empty());
	});
}

#[test]
fn price_should_be_stale_when_genesis_names_none() {
	with_price(None, || {
		let view = Price::price_view();
		assert_eq!((view.price, view.observed_at), (cents(0), 0));
		assert_eq!(
			(view.condition, view.stale),
			(PriceCondition::Stale, Some(StaleReason::NeverKnown))
		);
		assert_eq!(Price::facts(), None);
		assert!(events().is_empty());
	});
}

#[test]
fn price_should_become_fresh_when_genesis_names_none_and_a_quorum_feeds() {
	with_price(None, || {
		feed_all(&[500_000, 501_000, 502_000]);
		assert_eq!(updates(), vec![(cents(0), micros(501_000), micros(501_000))]);
		assert_eq!(Price::price_view().condition, PriceCondition::Fresh);
	});
}

#[test]
#[should_panic(expected = "the initial price must not be zero")]
fn genesis_should_be_refused_when_the_initial_price_is_zero() {
	let initial_price = Some(FixedU128::from_inner(0));
	let _ = GenesisConfig::<Test> {
		initial_price,
		..Default::default()
	}
	.build_storage();
}

use super::mock::*;
use crate::{KnownPrice, PriceCondition};
use bme_primitives::{apis::StaleReason, Moment, PriceSource};
use sp_runtime::Perbill;
use PriceCondition::{Ageing, Fresh, Stale};

/// A block at each of these ages of the price finds it in this condition.
fn assert_conditions(expected: &[(Moment, PriceCondition)]) {
	let observed_at = known().observed_at;
	for &(age, condition) in expected {
		block_at(observed_at + age);
		assert_eq!(Price::price_view().condition, condition, "at the age of {age} ms");
		assert_eq!(known().condition, condition);
		assert_eq!(Price::facts().is_some(), condition != Stale);
	}
}

/// All feeders feed 0.50 USD, observed so long ago.
fn feed_observed(age: Moment) {
	(1..=3).for_each(|who| feed_at(who, cents(50), now() - age));
	block_at(now());
}

/// The feeds were so many millionths apart; one more, without a quorum, has the condition looked at again.
fn feed_apart(micro_usd: u128) {
	crate::Current::<Test>::mutate(|known| known.as_mut().unwrap().confidence = micros(micro_usd));
	feed_at(1, cents(50), now());
	block_at(now() + SECOND);
}

#[test]
fn condition_should_worsen_when_the_price_is_older_than_its_thresholds() {
	build_and_execute(|| {
		assert_conditions(&[
			(AGEING_AFTER - 1, Fresh),
			(AGEING_AFTER, Fresh),
			(AGEING_AFTER + 1, Ageing),
			(STALE_AFTER - 1, Ageing),
			(STALE_AFTER, Ageing),
			(STALE_AFTER + 1, Stale),
		]);
		assert_eq!(changes(), vec![(Fresh, Ageing), (Ageing, Stale)]);
	});
}

#[test]
fn condition_should_be_announced_once_when_it_lasts() {
	build_and_execute(|| {
		for minute in 1..=200 {
			block_at(START + minute * MINUTE);
		}
		assert_eq!(changes(), vec![(Fresh, Ageing), (Ageing, Stale)]);
	});
}

#[test]
fn margin_should_widen_linearly_when_the_price_ages() {
	build_and_execute(|| {
		for (age, percent) in [(0, 0), (10, 0), (20, 2), (35, 5), (60, 10)] {
			block_at(START + age * MINUTE);
			let facts = Price::facts().unwrap();
			assert_eq!(facts.margin, Perbill::from_percent(percent), "after {age} minutes");
			assert_eq!(Price::price_view().margin, facts.margin);
			assert_eq!(facts.cautious(), micros(5_000 * u128::from(100 - percent)));
		}
	});
}

#[test]
fn ageing_price_should_be_fresh_when_it_is_younger_than_the_threshold_by_the_hysteresis() {
	build_and_execute(|| {
		block_at(START + AGEING_AFTER + 1);
		let inside = AGEING_AFTER / 10 * 9;
		for (age, condition) in [(AGEING_AFTER - 1, Ageing), (inside + 1, Ageing), (inside, Fresh)] {
			feed_observed(age);
			assert_eq!(Price::price_view().condition, condition, "at the age of {age} ms");
		}
		assert_eq!(changes(), vec![(Fresh, Ageing), (Ageing, Fresh)]);
	});
}

#[test]
fn condition_should_not_flap_when_the_age_stays_at_the_edge() {
	build_and_execute(|| {
		block_at(START + AGEING_AFTER + 1);
		for age in [AGEING_AFTER - 2, AGEING_AFTER - 1, AGEING_AFTER].repeat(5) {
			feed_observed(age);
			block_at(now() + 4);
		}
		assert_eq!(changes(), vec![(Fresh, Ageing)]);
	});
}

#[test]
fn price_should_be_stale_when_its_confidence_is_beyond_the_most() {
	build_and_execute(|| {
		for (micro_usd, condition) in [(49_999, Fresh), (50_000, Fresh), (50_001, Stale), (50_000, Stale)] {
			feed_apart(micro_usd);
			assert_eq!(Price::price_view().condition, condition, "at ± {micro_usd}");
		}
		assert_eq!(Price::price_view().stale, Some(StaleReason::TooUncertain));
	});
}

#[test]
fn uncertain_price_should_recover_when_its_confidence_is_inside_by_the_hysteresis() {
	build_and_execute(|| {
		for (micro_usd, condition) in [(50_001, Stale), (45_001, Stale), (45_000, Fresh), (50_000, Fresh)] {
			feed_apart(micro_usd);
			assert_eq!(Price::price_view().condition, condition, "at ± {micro_usd}");
		}
		assert_eq!(changes(), vec![(Fresh, Stale), (Stale, Fresh)]);
	});
}

#[test]
fn price_should_be_uncertain_when_most_feeds_are_far_apart() {
	build_and_execute(|| {
		Members::set((1..=7).collect());
		// Six may feed: three agree, three are far. The middle is 500,000; the distances are 0, 0, 0, and far.
		round(&[500_000, 500_000, 500_000, 900_000, 100_000, 50_000], SECOND);
		assert_eq!(known().confidence, cents(20));
		assert_eq!(Price::price_view().stale, Some(StaleReason::TooUncertain));
	});
}

#[test]
fn price_should_stay_stale_when_fewer_feeders_than_the_quorum_return() {
	build_and_execute(|| {
		block_at(START + STALE_AFTER + 1);
		feed_all(&[400_000, 400_000]);
		let view = Price::price_view();
		assert_eq!((view.condition, view.stale), (Stale, Some(StaleReason::TooOld)));
		assert_eq!((view.fresh_feeds, view.agreeing_feeds, view.quorum), (2, 2, QUORUM));
		assert_eq!(view.price, cents(50));
		assert_eq!(Price::facts(), None);
	});
}

#[test]
fn price_should_recover_when_the_quorum_returns() {
	build_and_execute(|| {
		block_at(START + STALE_AFTER + 1);
		feed_all(&[500_000, 501_000, 502_000]);
		assert_eq!(
			(Price::price_view().condition, Price::price_view().stale),
			(Fresh, None)
		);
		assert_eq!(Price::facts().map(|facts| facts.median), Some(micros(501_000)));
		assert_eq!(changes().last(), Some(&(Stale, Fresh)));
	});
}

#[test]
fn stale_price_should_age_when_what_returns_is_not_young() {
	build_and_execute(|| {
		let inside = STALE_AFTER / 10 * 9;
		let stale = KnownPrice {
			condition: Stale,
			..at_rest(START, START)
		};
		for (age, condition) in [(inside + 1, Stale), (inside, Ageing), (AGEING_AFTER, Fresh)] {
			assert_eq!(Price::condition_of(&stale, START + age), condition);
		}
	});
}

#[test]
fn price_should_stay_fresh_when_it_is_fed_before_the_threshold() {
	build_and_execute(|| {
		for _ in 0..10 {
			block_at(now() + AGEING_AFTER - 2 * SECOND);
			round(&[500_000; 3], SECOND);
		}
		assert!(changes().is_empty());
	});
}

#[test]
fn view_should_say_stale_when_the_block_had_no_weight_to_announce_it() {
	build_and_execute(|| {
		pallet_timestamp::Now::<Test>::put(START + STALE_AFTER + 1);
		assert_eq!(Price::price_view().condition, Stale);
		assert_eq!(Price::facts(), None);
		assert!(changes().is_empty());
	});
}

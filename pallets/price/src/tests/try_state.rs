use super::mock::*;
use crate::{Current, Feed, Feeds, KnownPrice, Pallet, PriceCondition, Standing, Standings};
use sp_runtime::TryRuntimeError;

/// What the invariants say in block 1 after this was done to the storage.
fn check(change: impl FnOnce()) -> Result<(), TryRuntimeError> {
	ext(Some(cents(50))).execute_with(|| {
		block_at(START);
		change();
		Pallet::<Test>::do_try_state()
	})
}

fn put_feed(feed: Feed) {
	Feeds::<Test>::mutate(|feeds| feeds.try_insert(1, feed).unwrap());
}

#[test]
fn try_state_should_pass_when_nothing_is_wrong() {
	assert_eq!(
		check(|| put_feed(Feed {
			price: cents(1),
			observed_at: START
		})),
		Ok(())
	);
}

#[test]
fn try_state_should_name_i1_when_a_feed_is_zero_or_from_the_future() {
	let broken = Err("price I1: a feed is zero or from the future".into());
	assert_eq!(
		check(|| put_feed(Feed {
			price: cents(0),
			observed_at: START
		})),
		broken
	);
	assert_eq!(
		check(|| put_feed(Feed {
			price: cents(1),
			observed_at: START + 1
		})),
		broken
	);
}

#[test]
fn try_state_should_name_i2_when_the_price_is_zero_or_from_the_future() {
	let broken = Err("price I2: the price is zero or from the future".into());
	let put = |known| check(|| Current::<Test>::put(known));
	let rest = at_rest(START, START);
	assert_eq!(put(rest), Ok(()));
	for known in [
		KnownPrice {
			price: cents(0),
			..rest
		},
		KnownPrice {
			median: cents(0),
			..rest
		},
		KnownPrice {
			average: cents(0),
			..rest
		},
		at_rest(START + 1, START),
		at_rest(START, START + 1),
	] {
		assert_eq!(put(known), broken);
	}
}

#[test]
fn try_state_should_name_i3_when_the_announced_condition_is_wrong() {
	let broken = Err("price I3: the announced condition is not that of the price".into());
	for condition in [PriceCondition::Ageing, PriceCondition::Stale] {
		let known = KnownPrice {
			condition,
			observed_at: START - AGEING_AFTER,
			..at_rest(START, START)
		};
		let expected = if condition == PriceCondition::Ageing {
			Ok(())
		} else {
			broken
		};
		assert_eq!(check(|| Current::<Test>::put(known)), expected);
	}
}

#[test]
fn try_state_should_pass_when_the_step_that_announces_is_due() {
	assert_eq!(
		check(|| pallet_timestamp::Now::<Test>::put(START + STALE_AFTER + 1)),
		Ok(())
	);
}

#[test]
fn try_state_should_name_i4_when_a_feeder_failed_too_often() {
	let put = |rounds| {
		let standing = Standing {
			rounds,
			absent: 2,
			outliers: 1,
		};
		check(|| Standings::<Test>::mutate(|standings| standings.try_insert(1, standing).map(drop).unwrap()))
	};
	assert_eq!(put(3), Ok(()));
	assert_eq!(
		put(2),
		Err("price I4: a feeder failed in more rounds than there were".into())
	);
}

use super::mock::*;
use crate::{Announced, Condition, Current, Feed, Feeds, KnownPrice, Pallet};
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
	let put = |price, observed_at| check(|| Current::<Test>::put(KnownPrice { price, observed_at }));
	assert_eq!(put(cents(0), START), broken);
	assert_eq!(put(cents(1), START + 1), broken);
}

#[test]
fn try_state_should_name_i3_when_the_announced_condition_is_wrong() {
	let broken = Err("price I3: the announced condition is not that of the price".into());
	assert_eq!(check(|| Announced::<Test>::put(Condition::Stale)), broken);
	assert_eq!(check(Current::<Test>::kill), broken);
}

#[test]
fn try_state_should_pass_when_the_step_that_announces_is_due() {
	assert_eq!(
		check(|| pallet_timestamp::Now::<Test>::put(START + STALE_AFTER + 1)),
		Ok(())
	);
}

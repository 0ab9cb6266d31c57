use super::mock::*;
use crate::{Event, Feed, Feeds, Pallet, PriceKey, RefusedReason};
use bme_primitives::Moment;
use frame_support::{assert_noop, assert_ok};
use pallet_oracle::OnNewData;
use sp_runtime::{BoundedVec, FixedU128};

/// What is stored of one feeder.
fn stored(who: u64) -> Option<Feed> {
	Feeds::<Test>::get().get(&who).copied()
}

/// Feeding this as feeder 1 is refused for this reason and leaves what is stored as it was. Another block follows, since
/// the oracle takes one value a block of each feeder.
fn assert_refused(price: FixedU128, observed_at: Moment, reason: RefusedReason) {
	let before = Feeds::<Test>::get();
	feed_at(1, price, observed_at);
	assert_eq!(events().last(), Some(&Event::FeedRefused { feeder: 1, reason }));
	assert_eq!(Feeds::<Test>::get(), before);
	block_at(now());
}

#[test]
fn feed_should_be_stored_when_it_is_observed_now() {
	build_and_execute(|| {
		feed_at(1, cents(40), now());
		assert_eq!(
			stored(1),
			Some(Feed {
				price: cents(40),
				observed_at: START
			})
		);
		assert_eq!(
			events().last(),
			Some(&Event::FeedAccepted {
				feeder: 1,
				price: cents(40),
				observed_at: START
			})
		);
	});
}

#[test]
fn feed_should_replace_the_feeders_last_when_it_is_newer() {
	build_and_execute(|| {
		feed_at(1, cents(40), now());
		block_at(START + SECOND);
		feed_at(1, cents(41), START + 1);
		assert_eq!(
			stored(1),
			Some(Feed {
				price: cents(41),
				observed_at: START + 1
			})
		);
		assert_eq!(Feeds::<Test>::get().len(), 1);
	});
}

#[test]
fn feed_should_be_refused_when_the_price_is_zero() {
	build_and_execute(|| assert_refused(cents(0), now(), RefusedReason::PriceZero));
}

#[test]
fn feed_should_be_refused_when_it_is_from_the_future() {
	build_and_execute(|| {
		assert_refused(cents(40), now() + 1, RefusedReason::FromFuture);
		assert_refused(cents(40), Moment::MAX, RefusedReason::FromFuture);
	});
}

#[test]
fn feed_should_be_refused_when_it_is_older_than_the_maximum() {
	build_and_execute(|| {
		assert_refused(cents(40), now() - MAX_AGE - 1, RefusedReason::TooOld);
		assert_refused(cents(40), 0, RefusedReason::TooOld);
		feed_at(2, cents(40), now() - MAX_AGE);
		assert!(stored(2).is_some());
		feed_at(3, cents(40), now() - MAX_AGE + 1);
		assert!(stored(3).is_some());
	});
}

#[test]
fn feed_should_be_refused_when_it_is_replayed() {
	build_and_execute(|| {
		feed_at(1, cents(40), now());
		block_at(START + SECOND);
		assert_refused(cents(40), START, RefusedReason::NotNewer);
		assert_refused(cents(45), START - 1, RefusedReason::NotNewer);
	});
}

#[test]
fn feed_should_be_refused_when_it_is_replayed_after_it_was_forgotten() {
	build_and_execute(|| {
		feed_at(1, cents(40), now());
		block_at(START + MAX_AGE + 1);
		feed_at(2, cents(40), now());
		assert_eq!(stored(1), None);
		assert_refused(cents(40), START, RefusedReason::TooOld);
	});
}

#[test]
fn feed_should_fail_when_it_is_a_strangers() {
	build_and_execute(|| {
		let feed = Feed {
			price: cents(40),
			observed_at: now(),
		};
		let values = BoundedVec::truncate_from(vec![(PriceKey::Bme, feed)]);
		assert_noop!(
			Oracle::feed_values(RuntimeOrigin::signed(STRANGER), values.clone()),
			pallet_oracle::Error::<Test>::NoPermission
		);

		// The oracle admits root, under an account of its own; that is no feeder.
		assert_ok!(Oracle::feed_values(RuntimeOrigin::root(), values));
		assert!(matches!(
			events().last(),
			Some(Event::FeedRefused {
				reason: RefusedReason::NotFeeder,
				..
			})
		));
		assert!(Feeds::<Test>::get().is_empty());
	});
}

#[test]
fn feed_should_take_the_place_of_a_removed_feeder_when_there_are_as_many_as_there_may_be() {
	build_and_execute(|| {
		Members::set((1..=7).collect());
		(1..=6).for_each(|who| feed_at(who, cents(40), now()));
		feed_at(7, cents(40), now());
		assert_eq!(
			events().last(),
			Some(&Event::FeedRefused {
				feeder: 7,
				reason: RefusedReason::TooManyFeeders
			})
		);

		Members::set(vec![2, 3, 4, 5, 6, 7, 8]);
		feed_at(8, cents(40), now());
		assert!(stored(8).is_some());
		assert_eq!(stored(1), None);
		assert_eq!(Feeds::<Test>::get().len() as u32, MAX_FEEDERS);
	});
}

#[test]
fn hook_should_refuse_a_stranger_when_the_oracle_is_wired_to_other_members() {
	build_and_execute(|| {
		let feed = Feed {
			price: cents(40),
			observed_at: now(),
		};
		Pallet::<Test>::on_new_data(&STRANGER, &PriceKey::Bme, &feed);
		assert!(Feeds::<Test>::get().is_empty());
	});
}

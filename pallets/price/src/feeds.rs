//! What a feeder's observation must be like to count.

use crate::{Config, Event, Feeds, FeedsOf, NextPoll, Pallet, PriceKey, RefusedReason};
use alloc::vec::Vec;
use bme_economics::Feed;
use bme_primitives::Moment;
use frame_support::{
	ensure,
	traits::{Get, SortedMembers, Time},
};
use pallet_oracle::{pallet::TimestampedValue, CombineData, OnNewData};
use sp_runtime::traits::Zero;

/// No aggregation in the oracle: it would run at every feed, on times of inclusion.
pub struct NoCombine;

impl CombineData<PriceKey, TimestampedValue<Feed, Moment>> for NoCombine {
	fn combine_data(
		_key: &PriceKey,
		_values: Vec<TimestampedValue<Feed, Moment>>,
		_previous: Option<TimestampedValue<Feed, Moment>>,
	) -> Option<TimestampedValue<Feed, Moment>> {
		None
	}
}

impl<T: Config> OnNewData<T::AccountId, PriceKey, Feed> for Pallet<T> {
	fn on_new_data(who: &T::AccountId, _key: &PriceKey, feed: &Feed) {
		let feeder = who.clone();
		Self::deposit_event(match Self::accept(who, *feed) {
			Ok(()) => Event::FeedAccepted {
				feeder,
				price: feed.price,
				observed_at: feed.observed_at,
			},
			Err(reason) => Event::FeedRefused { feeder, reason },
		});
	}
}

impl<T: Config> Pallet<T> {
	fn accept(who: &T::AccountId, feed: Feed) -> Result<(), RefusedReason> {
		let now = T::Time::now();
		let feeders = T::Feeders::sorted_members();
		ensure!(feeders.binary_search(who).is_ok(), RefusedReason::NotFeeder);
		ensure!(!feed.price.is_zero(), RefusedReason::PriceZero);
		ensure!(feed.observed_at <= now, RefusedReason::FromFuture);
		ensure!(young::<T>(&feed, now), RefusedReason::TooOld);
		Feeds::<T>::try_mutate(|feeds| {
			let newer = feeds.get(who).is_none_or(|last| feed.observed_at > last.observed_at);
			ensure!(newer, RefusedReason::NotNewer);
			Self::retain_fresh(feeds, &feeders, now);
			feeds
				.try_insert(who.clone(), feed)
				.map_err(|_| RefusedReason::TooManyFeeders)
		})?;
		NextPoll::<T>::kill();
		Ok(())
	}

	/// Drop the feeds that do not count: those that are too old, and those of accounts that are no feeders any more. None
	/// of them can be replayed, for what is not newer is too old as well.
	fn retain_fresh(feeds: &mut FeedsOf<T>, feeders: &[T::AccountId], now: Moment) {
		feeds.retain(|feeder, feed| feeders.binary_search(feeder).is_ok() && young::<T>(feed, now));
	}

	/// The feeds of these feeders that count now.
	pub(crate) fn fresh_feeds(feeders: &[T::AccountId], now: Moment) -> FeedsOf<T> {
		let mut feeds = Feeds::<T>::get();
		Self::retain_fresh(&mut feeds, feeders, now);
		feeds
	}
}

/// Whether an observation is young enough to count.
pub(crate) fn young<T: Config>(feed: &Feed, now: Moment) -> bool {
	now.saturating_sub(feed.observed_at) <= T::MaxFeedAge::get()
}

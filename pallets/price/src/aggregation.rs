//! From feeds to a price, and its condition.

use crate::{Announced, Condition, Config, Current, Event, Feed, Feeds, KnownPrice, NextPoll, Pallet};
use alloc::vec::Vec;
use bme_economics::PriceFacts;
use bme_primitives::{apis::PriceView, Moment, PriceSource};
use frame_support::traits::{Get, Time};
use sp_runtime::{traits::Zero, FixedU128, Perbill};

/// The median price, with its time. Of an even number of feeds: the mean of the middle two, rounded down, and the older
/// of their times. `None` of nothing.
pub(crate) fn median(mut feeds: Vec<Feed>) -> Option<Feed> {
	feeds.sort_unstable();
	let lower = feeds.get(feeds.len().saturating_sub(1) / 2)?;
	let upper = feeds.get(feeds.len() / 2)?;
	let price = lower.price.into_inner().midpoint(upper.price.into_inner());
	Some(Feed {
		price: FixedU128::from_inner(price),
		observed_at: lower.observed_at.min(upper.observed_at),
	})
}

impl<T: Config> Pallet<T> {
	/// Make a new price of the feeds, if there are enough of them, and announce its condition if it changed.
	pub(crate) fn do_poll(now: Moment) {
		let feeds = Self::fresh_feeds(now);
		Feeds::<T>::put(&feeds);
		let known = Self::update_price(feeds.values().copied().collect(), now);
		Self::announce(Self::condition_of(known, now));
		NextPoll::<T>::put(known.map_or(Moment::MAX, |known| Self::next_poll(known, now)));
	}

	fn update_price(feeds: Vec<Feed>, now: Moment) -> Option<KnownPrice> {
		let count = feeds.len() as u32;
		let old = Current::<T>::get();
		let new = match (median(feeds), old) {
			(Some(Feed { price, observed_at }), _) if count >= T::Quorum::get() => KnownPrice { price, observed_at },
			// The price of genesis ages from the first block on.
			(_, Some(KnownPrice { price, observed_at: 0 })) => KnownPrice {
				price,
				observed_at: now,
			},
			_ => return old,
		};
		Current::<T>::put(new);
		let old_price = old.map_or(FixedU128::zero(), |known| known.price);
		if new.price != old_price {
			Self::deposit_event(Event::PriceUpdated {
				old: old_price,
				new: new.price,
				feeds: count,
			});
		}
		Some(new)
	}

	fn announce(condition: Condition) {
		let old = Announced::<T>::get();
		if condition != old {
			Announced::<T>::put(condition);
			Self::deposit_event(Event::ConditionChanged { old, new: condition });
		}
	}

	/// The first moment at which a price turns stale, or never if it is.
	fn next_poll(known: KnownPrice, now: Moment) -> Moment {
		let stale_from = known.observed_at.saturating_add(T::StaleAfter::get()).saturating_add(1);
		if stale_from > now {
			stale_from
		} else {
			Moment::MAX
		}
	}

	/// The condition of a price, which depends on nothing but its age.
	pub(crate) fn condition_of(known: Option<KnownPrice>, now: Moment) -> Condition {
		match known {
			Some(known) if now.saturating_sub(known.observed_at) <= T::StaleAfter::get() => Condition::Fresh,
			_ => Condition::Stale,
		}
	}

	pub(crate) fn do_price_view() -> PriceView {
		let now = T::Time::now();
		let known = Current::<T>::get();
		PriceView {
			price: known.map_or(FixedU128::zero(), |known| known.price),
			observed_at: known.map_or(0, |known| known.observed_at),
			condition: Self::condition_of(known, now).into(),
			fresh_feeds: Self::fresh_feeds(now).len() as u32,
			quorum: T::Quorum::get(),
		}
	}
}

impl<T: Config> PriceSource for Pallet<T> {
	fn facts() -> Option<PriceFacts> {
		let known = Current::<T>::get()?;
		let fresh = Self::condition_of(Some(known), T::Time::now()) == Condition::Fresh;
		fresh.then_some(PriceFacts {
			median: known.price,
			ema: known.price,
			confidence: FixedU128::zero(),
			margin: Perbill::zero(),
		})
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_fresh() {
		let known = KnownPrice {
			price: FixedU128::from_u32(1),
			observed_at: T::Time::now(),
		};
		Current::<T>::put(known);
		Announced::<T>::put(Condition::Fresh);
		NextPoll::<T>::put(Self::next_poll(known, known.observed_at));
	}
}

//! From feeds to a price.

use crate::{
	feeds::young, Config, Current, Event, Feeds, FeedsOf, KnownPrice, NextPoll, Pallet, Standings, StandingsOf,
};
use alloc::vec::Vec;
use bme_economics::{agreement, is_outlier, median, smoothed, step_towards, Agreement, Feed, PriceFacts};
use bme_primitives::{
	apis::{FeederView, PriceView},
	Moment, PriceSource,
};
use frame_support::traits::{Get, SortedMembers, Time};
use sp_runtime::{traits::Zero, FixedU128};

impl<T: Config> Pallet<T> {
	/// Make a new price of the feeds, if enough of them agree, and announce its condition if it changed.
	pub(crate) fn do_poll(now: Moment) {
		let feeders = T::Feeders::sorted_members();
		let feeds = Self::fresh_feeds(&feeders, now);
		Self::count(&feeders, &feeds);
		Feeds::<T>::put(&feeds);
		let Some(mut known) = Self::updated(&feeds, now) else {
			return NextPoll::<T>::put(Moment::MAX);
		};
		let (before, after) = (known.condition, Self::condition_of(&known, now));
		if after != before {
			Self::deposit_event(Event::ConditionChanged { before, after });
		}
		known.condition = after;
		NextPoll::<T>::put(Self::next_change(&known));
		Current::<T>::put(known);
	}

	/// What a quorum of the feeds agrees on.
	fn agreed(feeds: &FeedsOf<T>) -> Option<Agreement> {
		let feeds: Vec<_> = feeds.values().copied().collect();
		agreement(&feeds, T::OutlierBound::get()).filter(|agreed| agreed.feeds >= T::Quorum::get())
	}

	/// The price after these feeds, in the condition that it was in before. `None` if it is still not known.
	fn updated(feeds: &FeedsOf<T>, now: Moment) -> Option<KnownPrice> {
		let old = Current::<T>::get();
		let new = match (Self::agreed(feeds), old) {
			(Some(agreed), old) => Self::moved(old, agreed, now),
			// The price of genesis ages from the first block on.
			(None, Some(genesis)) if genesis.observed_at == 0 => KnownPrice {
				observed_at: now,
				updated_at: now,
				..genesis
			},
			(None, old) => return old,
		};
		let old_price = old.map_or(FixedU128::zero(), |known| known.price);
		if new.price != old_price {
			Self::deposit_event(Event::PriceUpdated {
				before: old_price,
				after: new.price,
				median: new.median,
				average: new.average,
				confidence: new.confidence,
			});
		}
		Some(new)
	}

	/// The price after it moved towards what is agreed. The first one is that itself.
	fn moved(old: Option<KnownPrice>, agreed: Agreement, now: Moment) -> KnownPrice {
		let Feed {
			price: median,
			observed_at,
		} = agreed.median;
		let (price, average) = old.map_or((median, median), |old| {
			let elapsed = now.saturating_sub(old.updated_at);
			(
				step_towards(old.price, median, T::MaxStep::get(), elapsed),
				// Of the time that has passed, in which the old price was the price.
				smoothed(old.average, old.price, elapsed, T::AverageWindow::get()),
			)
		});
		KnownPrice {
			price,
			median,
			average,
			confidence: agreed.confidence,
			observed_at,
			updated_at: now,
			condition: old.unwrap_or_default().condition,
		}
	}

	/// Count who has no fresh feed, and whose is an outlier. Whoever is no feeder any more is forgotten.
	fn count(feeders: &[T::AccountId], feeds: &FeedsOf<T>) {
		let middle = median(feeds.values().copied().collect()).map_or(FixedU128::zero(), |feed| feed.price);
		let before = Standings::<T>::get();
		let mut after = StandingsOf::<T>::new();
		for feeder in feeders {
			let mut standing = before.get(feeder).copied().unwrap_or_default();
			let feed = feeds.get(feeder);
			let is_dropped = feed.is_some_and(|feed| is_outlier(feed.price, middle, T::OutlierBound::get()));
			standing.rounds = standing.rounds.saturating_add(1);
			standing.absent = standing.absent.saturating_add(feed.is_none().into());
			standing.outliers = standing.outliers.saturating_add(is_dropped.into());
			// The map has room for every feeder whose feed can count.
			let _ = after.try_insert(feeder.clone(), standing);
		}
		Standings::<T>::put(after);
	}

	/// What a quote is made of.
	fn facts_of(known: &KnownPrice, now: Moment) -> PriceFacts {
		PriceFacts {
			// A price that has to follow a crash step by step is no discount meanwhile.
			median: known.median.min(known.price),
			ema: known.average,
			confidence: known.confidence,
			margin: Self::margin_of(known, now),
		}
	}

	pub(crate) fn do_price_view() -> PriceView {
		let now = T::Time::now();
		let feeds = Self::fresh_feeds(&T::Feeders::sorted_members(), now);
		let all: Vec<_> = feeds.values().copied().collect();
		let known = Current::<T>::get().unwrap_or_default();
		PriceView {
			price: known.price,
			median: known.median,
			average: known.average,
			confidence: known.confidence,
			margin: Self::margin_of(&known, now),
			cautious: Self::facts_of(&known, now).cautious(),
			observed_at: known.observed_at,
			condition: Self::condition_of(&known, now),
			stale: Self::stale_reason(&known, now),
			fresh_feeds: all.len() as u32,
			agreeing_feeds: agreement(&all, T::OutlierBound::get()).map_or(0, |agreed| agreed.feeds),
			quorum: T::Quorum::get(),
		}
	}

	pub(crate) fn do_feeders_view() -> Vec<FeederView<T::AccountId>> {
		let now = T::Time::now();
		let (feeds, standings) = (Feeds::<T>::get(), Standings::<T>::get());
		let view = |feeder: T::AccountId| {
			let standing = standings.get(&feeder).copied().unwrap_or_default();
			FeederView {
				feed: feeds.get(&feeder).copied().filter(|feed| young::<T>(feed, now)),
				rounds: standing.rounds,
				absent: standing.absent,
				outliers: standing.outliers,
				feeder,
			}
		};
		T::Feeders::sorted_members().into_iter().map(view).collect()
	}
}

impl<T: Config> PriceSource for Pallet<T> {
	fn facts() -> Option<PriceFacts> {
		let now = T::Time::now();
		let known = Current::<T>::get()?;
		let is_usable = Self::stale_reason(&known, now).is_none();
		is_usable.then(|| Self::facts_of(&known, now))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_fresh() {
		use crate::PriceCondition;
		let now = T::Time::now();
		let one = FixedU128::from_u32(1);
		let known = KnownPrice {
			price: one,
			median: one,
			average: one,
			confidence: FixedU128::zero(),
			observed_at: now,
			updated_at: now,
			condition: PriceCondition::Fresh,
		};
		NextPoll::<T>::put(Self::next_change(&known));
		Current::<T>::put(known);
	}
}

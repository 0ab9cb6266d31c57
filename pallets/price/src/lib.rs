//! # Price
//!
//! The token price: feeds, their median, its age and its condition.
//!
//! ## Pallet API
//!
//! See the [`pallet`] module for more information about the interfaces this pallet exposes, including its configuration
//! trait, storage items and events. It has no calls: feeders call `oracle.feed_values`.
//!
//! ## Overview
//!
//! *Feeders* state what one token costs in US dollars and when they observed it. Once a block the chain looks at the
//! fresh feeds, drops **outliers** (farther than [`Config::OutlierBound`] from the median of all), and takes the **median**
//! of those that agree, if they are a quorum. The **price** follows it by at most [`Config::MaxStep`] a minute. A job is
//! quoted at the most cautious price that the chain knows:
//!
//! ```text
//! min(average, median, price) · (1 − margin) − 2 · confidence
//! ```
//!
//! where the *average* is that of about the last [`Config::AverageWindow`], the *confidence* tells how far apart the feeds
//! are, and the *margin* widens with the age of the price. So whoever wants to burn too little has to lift the feeds of a
//! quorum, hold them there for an hour, and keep them close together; a fall of the price counts at once.
//!
//! A price is **fresh**, then **ageing** (usable at a margin), then **stale**: too old, or with feeds too far apart. While
//! it is stale no new job can be requested, and all that runs goes on. It recovers by itself with the next quorum.
//!
//! ### Example
//!
//! ```text
//! feeds    0.500   0.501   0.502           median 0.501
//! feeds    0.500   0.501   0.502   0.600   0.600 is dropped: median 0.501
//! feeds    0.500   0.501   9.990           two of three agree: no new price
//! feeds    0.900   0.900   0.900           after 0.500: the price is 0.545 in a minute, 0.900 in seven
//! ```
//!
//! ## Low Level / Implementation Details
//!
//! ### Design Goals
//!
//! * Fewer than a quorum of liars, beside a quorum of honest feeders that agree, move the price no further than to an honest
//!   feeder's. Where fewer honest ones feed, that holds of liars fewer than half of a quorum, and others move it at most two
//!   outlier bounds beyond; a quorum of them moves it at most by [`Config::MaxStep`] a minute.
//! * The age of a price is the age of what was *observed*, not of the block that included it.
//! * Reading the price, its condition and the reason never fails, and a block in which nothing changed costs one read.
//!
//! ### Design
//!
//! `pallet-oracle` knows the feeders and takes their values, one a block from each. Its own time stamps are those of
//! inclusion and its aggregation runs at every feed, so it is given [`NoCombine`] and tells this pallet of each value:
//!
//! ```text
//! oracle.feed_values ──▶ accepted or refused ──▶ Feeds ──▶ next block, on_poll: agreement ──▶ step, average ──▶ Current
//!                                                                         └──▶ Standings    └──▶ condition, event on change
//! ```
//!
//! An observation is refused, with [`Event::FeedRefused`], where it is not a feeder's, is zero, comes from the future, is
//! older than [`Config::MaxFeedAge`], or is not newer than the feeder's last. The oracle's own root account is no feeder.
//!
//! The price is as old as the median feed, or as the older of the middle two: others are neither newer nor older than
//! they were stated to be, and a feeder that states an early time makes at most its neighbours' price look older.
//!
//! Without a new feed there is no new price: feeds that age, or whose feeder was removed, leave when the next one comes.
//!
//! A threshold is left for the better only [`Config::Hysteresis`] inside of it, so that no condition flaps at its edge.
//! The arithmetic is in `bme_economics`: `agreement`, `step_towards`, `smoothed`, `margin`, `PriceFacts::cautious`.
//!
//! ### Implementor's Guide
//!
//! * Oracle: `OracleKey =` [`PriceKey`], `OracleValue =` [`Feed`], `CombineData =` [`NoCombine`], `OnNewData = Price`,
//!   `Members` the same as [`Config::Feeders`], `MaxFeedValues = 1`.
//! * The oracle's weights know nothing of this pallet: wrap them in [`WithPrice`].
//! * A feed is free of fees (`Pays::No`), by refund: a feeder needs the balance for one fee. Feeders should sign mortal
//!   transactions, so that an old feed cannot be included late.
//! * [`Config::MaxFeeders`] is at least what the membership allows.
//!
//! ### Terminology
//!
//! * **Feed**: the newest observation accepted from one feeder.
//! * **Condition**: [`PriceCondition::Fresh`], [`PriceCondition::Ageing`] or [`PriceCondition::Stale`].
//! * **Round**: a block in which a price is looked for. [`Standings`] count them, and in how many a feeder failed.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod aggregation;
#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
mod condition;
mod feeds;
mod oracle_weights;
mod try_state;
mod types;
pub mod weights;

#[cfg(test)]
mod tests;

pub use bme_economics::Feed;
pub use bme_primitives::apis::PriceCondition;
pub use feeds::NoCombine;
pub use oracle_weights::WithPrice;
pub use pallet::*;
pub use types::{KnownPrice, PriceKey, RefusedReason, Standing};
pub use weights::WeightInfo;

use frame_support::BoundedBTreeMap;

/// The newest feed of each feeder.
pub type FeedsOf<T> = BoundedBTreeMap<<T as frame_system::Config>::AccountId, Feed, <T as Config>::MaxFeeders>;

/// How each feeder did so far.
pub type StandingsOf<T> = BoundedBTreeMap<<T as frame_system::Config>::AccountId, Standing, <T as Config>::MaxFeeders>;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use bme_primitives::{
		apis::{FeederView, PriceView},
		Moment,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{SortedMembers, StorageVersion, Time},
		weights::WeightMeter,
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::{traits::Zero, FixedU128, Perbill};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// Who may feed.
		type Feeders: SortedMembers<Self::AccountId>;

		/// The clock.
		type Time: Time<Moment = Moment>;

		/// Feeds of more feeders than this are refused.
		#[pallet::constant]
		type MaxFeeders: Get<u32>;

		/// How many fresh feeds must agree to make a price.
		#[pallet::constant]
		type Quorum: Get<u32>;

		/// How old an observation may be to count, milliseconds.
		#[pallet::constant]
		type MaxFeedAge: Get<Moment>;

		/// The part of the median of all feeds beyond which a feed does not count.
		#[pallet::constant]
		type OutlierBound: Get<Perbill>;

		/// The most that the price moves in a minute, as a part of itself.
		#[pallet::constant]
		type MaxStep: Get<Perbill>;

		/// The time in which the average forgets all but `1/e` of what was before, milliseconds.
		#[pallet::constant]
		type AverageWindow: Get<Moment>;

		/// How old a fresh price may be, milliseconds.
		#[pallet::constant]
		type AgeingAfter: Get<Moment>;

		/// How old a price may be to be used, milliseconds.
		#[pallet::constant]
		type StaleAfter: Get<Moment>;

		/// What is taken off a price that is as old as it may be. It widens from zero, in proportion to the time in which the
		/// price ages.
		#[pallet::constant]
		type MaxMargin: Get<Perbill>;

		/// The confidence, as a part of the price, beyond which the price cannot be used.
		#[pallet::constant]
		type MaxUncertainty: Get<Perbill>;

		/// How far inside of a threshold a price has to be to be better again, as a part of the threshold.
		#[pallet::constant]
		type Hysteresis: Get<Perbill>;

		/// Weights of this pallet's steps.
		type WeightInfo: WeightInfo;
	}

	/// The newest feed of each feeder.
	#[pallet::storage]
	pub type Feeds<T: Config> = StorageValue<_, FeedsOf<T>, ValueQuery>;

	/// The price, from the first one on.
	#[pallet::storage]
	pub type Current<T> = StorageValue<_, KnownPrice>;

	/// How each feeder did so far.
	#[pallet::storage]
	pub type Standings<T: Config> = StorageValue<_, StandingsOf<T>, ValueQuery>;

	/// Before this moment nothing changes, unless a feed comes: the first one of which the condition would be another.
	#[pallet::storage]
	pub type NextPoll<T> = StorageValue<_, Moment, ValueQuery>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An observation was accepted. It counts from the next block on.
		#[codec(index = 0)]
		FeedAccepted {
			/// Whose.
			feeder: T::AccountId,
			/// USD per whole token.
			price: FixedU128,
			/// When it was observed, milliseconds.
			observed_at: Moment,
		},
		/// An observation was ignored.
		#[codec(index = 1)]
		FeedRefused {
			/// Whose.
			feeder: T::AccountId,
			/// Why.
			reason: RefusedReason,
		},
		/// The price changed.
		#[codec(index = 2)]
		PriceUpdated {
			/// USD per whole token until now; 0 if it was never known.
			before: FixedU128,
			/// USD per whole token from now on.
			after: FixedU128,
			/// What the feeders agree on, which the price follows.
			median: FixedU128,
			/// The average of the price.
			average: FixedU128,
			/// How far apart the feeds are.
			confidence: FixedU128,
		},
		/// The condition of the price changed.
		#[codec(index = 3)]
		ConditionChanged {
			/// Until now.
			before: PriceCondition,
			/// From now on.
			after: PriceCondition,
		},
	}

	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The price to begin with, USD per whole token, as if it were observed when the chain starts.
		pub initial_price: Option<FixedU128>,
		#[serde(skip)]
		#[doc(hidden)]
		pub _config: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			if let Some(price) = self.initial_price {
				assert!(!price.is_zero(), "the initial price must not be zero");
				Current::<T>::put(KnownPrice {
					price,
					median: price,
					average: price,
					condition: PriceCondition::Fresh,
					..Default::default()
				});
			}
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_poll(_n: BlockNumberFor<T>, meter: &mut WeightMeter) {
			if meter.try_consume(T::WeightInfo::poll_idle()).is_err() {
				return;
			}
			let now = T::Time::now();
			if now >= NextPoll::<T>::get() && meter.try_consume(T::WeightInfo::poll()).is_ok() {
				Self::do_poll(now);
			}
		}

		fn integrity_test() {
			assert!(T::Quorum::get() > 0, "a price needs a feed");
			assert!(T::Quorum::get() <= T::MaxFeeders::get(), "a quorum must be possible");
			assert!(
				T::MaxFeedAge::get() <= T::AgeingAfter::get(),
				"a price made of fresh feeds must be fresh"
			);
			assert!(
				T::AgeingAfter::get() < T::StaleAfter::get(),
				"a price ages before it is stale"
			);
			assert!(T::AverageWindow::get() > 0, "an average is of some time");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_n: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The price and whether it can be used. Never fails.
		pub fn price_view() -> PriceView {
			Self::do_price_view()
		}

		/// How each feeder feeds.
		pub fn feeders_view() -> Vec<FeederView<T::AccountId>> {
			Self::do_feeders_view()
		}
	}
}

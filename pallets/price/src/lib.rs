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
//! *Feeders* state what one token costs in US dollars and when they observed it. Once a block the chain takes the
//! **median** of the fresh feeds. Fewer of them than a quorum make no new price; the one that is known stays and ages. A
//! price is **fresh** until it is [`Config::StaleAfter`] old; then it is **stale**: no new job can be requested, and all
//! that runs goes on. It recovers by itself with the next quorum of feeds.
//!
//! ### Example
//!
//! ```text
//! feeds    0.49   0.50   0.52                 median 0.50
//! feeds    0.49   0.50   0.52   0.60          median 0.51, the mean of the middle two
//! feeds    0.49   9.99                        two of three: no new price
//! ```
//!
//! ## Low Level / Implementation Details
//!
//! ### Design Goals
//!
//! * One dishonest feeder moves the price no further than to an honest neighbour's.
//! * The age of a price is the age of what was *observed*, not of the block that included it.
//! * Reading the price never fails, and a block in which nothing changed costs one read.
//!
//! ### Design
//!
//! `pallet-oracle` knows the feeders and takes their values, one a block from each. Its own time stamps are those of
//! inclusion and its aggregation runs at every feed, so it is given [`NoCombine`] and tells this pallet of each value:
//!
//! ```text
//! oracle.feed_values ──▶ accepted or refused ──▶ Feeds ──▶ next block, on_poll: median ──▶ Current
//!                                                                                └──▶ condition, event on change
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
//! ### Implementor's Guide
//!
//! * Oracle: `OracleKey =` [`PriceKey`], `OracleValue =` [`Feed`], `CombineData =` [`NoCombine`], `OnNewData = Price`,
//!   `Members` the same as [`Config::Feeders`], `MaxFeedValues = 1`.
//! * The oracle's weights know nothing of this pallet: wrap them in [`WithPrice`].
//! * A feed is free of fees (`Pays::No`), by refund: a feeder needs the balance for one fee. Feeders should sign mortal
//!   transactions, so that an old feed cannot be included late.
//! * [`Config::MaxFeeders`] is at least what the membership allows.
//!
//! ### Limitations
//!
//! Outliers, the size of a step, smoothing and confidence are not looked at yet: the smoothed price is the median, its
//! confidence and margin are zero.
//!
//! ### Terminology
//!
//! * **Feed**: the newest observation accepted from one feeder.
//! * **Condition**: [`Condition::Fresh`] or [`Condition::Stale`].

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod aggregation;
#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
mod feeds;
mod oracle_weights;
mod try_state;
mod types;
pub mod weights;

#[cfg(test)]
mod tests;

pub use feeds::NoCombine;
pub use oracle_weights::WithPrice;
pub use pallet::*;
pub use types::{Condition, Feed, KnownPrice, PriceKey, RefusedReason};
pub use weights::WeightInfo;

use frame_support::BoundedBTreeMap;

/// The newest feed of each feeder.
pub type FeedsOf<T> = BoundedBTreeMap<<T as frame_system::Config>::AccountId, Feed, <T as Config>::MaxFeeders>;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use bme_primitives::{apis::PriceView, Moment};
	use frame_support::{
		pallet_prelude::*,
		traits::{SortedMembers, StorageVersion, Time},
		weights::WeightMeter,
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::{traits::Zero, FixedU128};

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

		/// How many fresh feeds make a price.
		#[pallet::constant]
		type Quorum: Get<u32>;

		/// How old an observation may be to count, milliseconds.
		#[pallet::constant]
		type MaxFeedAge: Get<Moment>;

		/// How old a fresh price may be, milliseconds.
		#[pallet::constant]
		type StaleAfter: Get<Moment>;

		/// Weights of this pallet's steps.
		type WeightInfo: WeightInfo;
	}

	/// The newest feed of each feeder.
	#[pallet::storage]
	pub type Feeds<T: Config> = StorageValue<_, FeedsOf<T>, ValueQuery>;

	/// The price, from the first one on.
	#[pallet::storage]
	pub type Current<T> = StorageValue<_, KnownPrice>;

	/// The condition that was last announced.
	#[pallet::storage]
	pub type Announced<T> = StorageValue<_, Condition, ValueQuery>;

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
			old: FixedU128,
			/// USD per whole token from now on.
			new: FixedU128,
			/// How many feeds it is the median of.
			feeds: u32,
		},
		/// The condition of the price changed.
		#[codec(index = 3)]
		ConditionChanged {
			/// Until now.
			old: Condition,
			/// From now on.
			new: Condition,
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
				Current::<T>::put(KnownPrice { price, observed_at: 0 });
				Announced::<T>::put(Condition::Fresh);
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
				T::MaxFeedAge::get() <= T::StaleAfter::get(),
				"a price made of fresh feeds must be fresh"
			);
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
	}
}

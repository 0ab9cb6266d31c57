//! Benchmarks: each step at its dearest, with as many feeders as there may be.

use crate::{Config, Current, Feed, Feeds, FeedsOf, KnownPrice, NextPoll, Pallet, PriceCondition, PriceKey};
use alloc::vec::Vec;
use bme_primitives::Moment;
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{Get, Hooks, SortedMembers, Time},
	weights::WeightMeter,
	BoundedVec,
};
use pallet_oracle::OnNewData;
use sp_runtime::FixedU128;

/// What the benchmarks of `pallet-oracle` feed.
pub struct OracleHelper;

impl<MaxValues: Get<u32>> pallet_oracle::BenchmarkHelper<PriceKey, Feed, MaxValues> for OracleHelper {
	fn get_currency_id_value_pairs() -> BoundedVec<(PriceKey, Feed), MaxValues> {
		let feed = Feed {
			price: FixedU128::from_u32(1),
			observed_at: 0,
		};
		BoundedVec::truncate_from((0..MaxValues::get()).map(|_| (PriceKey::Bme, feed)).collect())
	}
}

/// As many feeders as there may be.
fn feeders<T: Config>() -> Vec<T::AccountId> {
	for i in T::Feeders::count() as u32..T::MaxFeeders::get() {
		T::Feeders::add(&account("feeder", i, 0));
	}
	T::Feeders::sorted_members()
}

/// A feed of each of these, at prices that rise so little that all agree.
fn feed<T: Config>(feeders: &[T::AccountId]) {
	let mut feeds = FeedsOf::<T>::new();
	for (i, feeder) in feeders.iter().enumerate() {
		let feed = Feed {
			price: FixedU128::from_rational(1_000_000 + i as u128, 1_000_000),
			observed_at: T::Time::now(),
		};
		let _ = feeds.try_insert(feeder.clone(), feed);
	}
	Feeds::<T>::put(feeds);
}

#[benchmarks]
mod benches {
	use super::*;

	#[benchmark]
	fn poll_idle() {
		NextPoll::<T>::put(Moment::MAX);
		let mut meter = WeightMeter::new();

		#[block]
		{
			Pallet::<T>::on_poll(1u32.into(), &mut meter);
		}

		assert_eq!(NextPoll::<T>::get(), Moment::MAX);
	}

	#[benchmark]
	fn poll() {
		feed::<T>(&feeders::<T>());
		// Far from the feeds, with an average of its own.
		let (price, average) = (FixedU128::from_u32(3), FixedU128::from_u32(7));
		Current::<T>::put(KnownPrice {
			price,
			median: price,
			average,
			condition: PriceCondition::Ageing,
			..Default::default()
		});

		#[block]
		{
			Pallet::<T>::do_poll(T::Time::now());
		}

		assert_eq!(
			Current::<T>::get().map(|known| known.condition),
			Some(PriceCondition::Fresh)
		);
	}

	#[benchmark]
	fn on_new_data() -> Result<(), BenchmarkError> {
		let feeders = feeders::<T>();
		let (who, others) = feeders.split_last().ok_or("no feeders")?;
		feed::<T>(others);
		let new = Feed {
			price: FixedU128::from_u32(1),
			observed_at: T::Time::now(),
		};

		#[block]
		{
			Pallet::<T>::on_new_data(who, &PriceKey::Bme, &new);
		}

		assert_eq!(Feeds::<T>::get().get(who), Some(&new));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::ext(None), crate::tests::mock::Test);
}

//! Weights of `pallet-price`: **not measured yet**. Database accesses, and a generous constant for the rest.

use crate::Config;
use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// What the pallet's steps weigh.
pub trait WeightInfo {
	/// A block in which nothing changes.
	fn poll_idle() -> Weight;
	/// A new price of as many feeds as there may be, beyond [`Self::poll_idle`].
	fn poll() -> Weight;
	/// Accepting one observation beside as many others as there may be.
	fn on_new_data() -> Weight;
}

/// Weights by the runtime's database.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Reads the time and that of the next poll.
	fn poll_idle() -> Weight {
		Weight::from_parts(5_000_000, 2_000).saturating_add(T::DbWeight::get().reads(2))
	}
	/// Reads the feeds, the feeders, the price and the condition; writes all but the feeders, and the next poll.
	fn poll() -> Weight {
		Weight::from_parts(60_000_000, 10_000).saturating_add(T::DbWeight::get().reads_writes(4, 4))
	}
	/// Reads the time, the feeders and the feeds; writes the feeds and the next poll.
	fn on_new_data() -> Weight {
		Weight::from_parts(40_000_000, 10_000).saturating_add(T::DbWeight::get().reads_writes(3, 2))
	}
}

impl WeightInfo for () {
	fn poll_idle() -> Weight {
		Weight::from_parts(5_000_000, 2_000).saturating_add(ParityDbWeight::get().reads(2))
	}
	fn poll() -> Weight {
		Weight::from_parts(60_000_000, 10_000).saturating_add(ParityDbWeight::get().reads_writes(4, 4))
	}
	fn on_new_data() -> Weight {
		Weight::from_parts(40_000_000, 10_000).saturating_add(ParityDbWeight::get().reads_writes(3, 2))
	}
}

/// The weights of `pallet-oracle` on a chain where it tells this pallet of every value: those of the oracle alone, and for
/// each value what this pallet does with it and the raw values of all feeders, which the oracle reads once more.
pub struct WithPrice<T, Oracle>(PhantomData<(T, Oracle)>);

impl<T: Config, Oracle: pallet_oracle::WeightInfo> pallet_oracle::WeightInfo for WithPrice<T, Oracle> {
	fn feed_values(values: u32) -> Weight {
		// The oracle's own account is read beside the feeders'.
		let raw_values = T::DbWeight::get().reads(u64::from(T::MaxFeeders::get()).saturating_add(1));
		let each = T::WeightInfo::on_new_data().saturating_add(raw_values);
		Oracle::feed_values(values).saturating_add(each.saturating_mul(values.into()))
	}

	fn on_finalize() -> Weight {
		Oracle::on_finalize()
	}
}


//! Weights of `pallet_price`, measured by `scripts/weights`. Not to be edited.
//!
//! Date: 2026-11-25, steps: 10, repeats: 5, processor: AMD EPYC.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// Weights of `pallet_price`.
pub trait WeightInfo {
	fn poll_idle() -> Weight;
	fn poll() -> Weight;
	fn on_new_data() -> Weight;
}

/// Weights on the node's database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Price::NextPoll` (r:1 w:0)
	/// Proof: `Price::NextPoll` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn poll_idle() -> Weight {
		// Minimum execution time: 6_302 nanoseconds.
		Weight::from_parts(7_244_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `FeederMembership::Members` (r:1 w:0)
	/// Proof: `FeederMembership::Members` (`max_values`: Some(1), `max_size`: Some(513), added: 1008, mode: `MaxEncodedLen`)
	/// Storage: `Price::Feeds` (r:1 w:1)
	/// Proof: `Price::Feeds` (`max_values`: Some(1), `max_size`: Some(897), added: 1392, mode: `MaxEncodedLen`)
	/// Storage: `Price::Standings` (r:1 w:1)
	/// Proof: `Price::Standings` (`max_values`: Some(1), `max_size`: Some(705), added: 1200, mode: `MaxEncodedLen`)
	/// Storage: `Price::Current` (r:1 w:1)
	/// Proof: `Price::Current` (`max_values`: Some(1), `max_size`: Some(81), added: 576, mode: `MaxEncodedLen`)
	/// Storage: `Price::NextPoll` (r:0 w:1)
	/// Proof: `Price::NextPoll` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn poll() -> Weight {
		// Minimum execution time: 36_739 nanoseconds.
		Weight::from_parts(57_638_000, 0)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `FeederMembership::Members` (r:1 w:0)
	/// Proof: `FeederMembership::Members` (`max_values`: Some(1), `max_size`: Some(513), added: 1008, mode: `MaxEncodedLen`)
	/// Storage: `Price::Feeds` (r:1 w:1)
	/// Proof: `Price::Feeds` (`max_values`: Some(1), `max_size`: Some(897), added: 1392, mode: `MaxEncodedLen`)
	/// Storage: `Price::NextPoll` (r:0 w:1)
	/// Proof: `Price::NextPoll` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn on_new_data() -> Weight {
		// Minimum execution time: 25_268 nanoseconds.
		Weight::from_parts(41_067_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}

// For tests.
impl WeightInfo for () {
	fn poll_idle() -> Weight {
		Weight::from_parts(7_244_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
	}
	fn poll() -> Weight {
		Weight::from_parts(57_638_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn on_new_data() -> Weight {
		Weight::from_parts(41_067_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
}

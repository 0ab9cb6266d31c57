//! Weights of `pallet-validator-set`: **not measured yet**. Database accesses, and a generous constant for the rest.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// What the pallet's calls weigh.
pub trait WeightInfo {
	/// `add_validator` to a list with one free place.
	fn add_validator() -> Weight;
	/// `remove_validator` from a full list.
	fn remove_validator() -> Weight;
}

/// Weights by the runtime's database.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Reads the list and the account's keys; writes the list.
	fn add_validator() -> Weight {
		Weight::from_parts(40_000_000, 10_000).saturating_add(T::DbWeight::get().reads_writes(2, 1))
	}
	/// Reads and writes the list and the offenders.
	fn remove_validator() -> Weight {
		Weight::from_parts(40_000_000, 10_000).saturating_add(T::DbWeight::get().reads_writes(2, 2))
	}
}

impl WeightInfo for () {
	fn add_validator() -> Weight {
		Weight::from_parts(40_000_000, 10_000).saturating_add(ParityDbWeight::get().reads_writes(2, 1))
	}
	fn remove_validator() -> Weight {
		Weight::from_parts(40_000_000, 10_000).saturating_add(ParityDbWeight::get().reads_writes(2, 2))
	}
}

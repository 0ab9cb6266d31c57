
//! Weights of `pallet_measurement`: bounds with a margin, from a count of what each step reads and writes. To be replaced by what
//! `scripts/weights` measures.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, RuntimeDbWeight, Weight},
};

/// Weights of `pallet_measurement`.
pub trait WeightInfo {
	fn report(n: u32, ) -> Weight;
	fn bond() -> Weight;
	fn withdraw_bond() -> Weight;
	fn register_device() -> Weight;
	fn remove_device() -> Weight;
	fn set_item() -> Weight;
	fn tally_base() -> Weight;
	fn tally_row(i: u32, ) -> Weight;
	fn slash() -> Weight;
}

fn bound(db: RuntimeDbWeight, reads: u32, writes: u32) -> Weight {
	Weight::from_parts(100_000_000, 0).saturating_add(db.reads_writes(reads.into(), writes.into()).saturating_mul(2))
}

/// Weights on the node's database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn report(n: u32, ) -> Weight { bound(T::DbWeight::get(), n.saturating_mul(10), n.saturating_mul(2)) }
	fn bond() -> Weight { bound(T::DbWeight::get(), 10, 10) }
	fn withdraw_bond() -> Weight { bound(T::DbWeight::get(), 10, 10) }
	fn register_device() -> Weight { bound(T::DbWeight::get(), 10, 10) }
	fn remove_device() -> Weight { bound(T::DbWeight::get(), 10, 10) }
	fn set_item() -> Weight { bound(T::DbWeight::get(), 10, 10) }
	fn tally_base() -> Weight { bound(T::DbWeight::get(), 5, 2) }
	fn tally_row(i: u32, ) -> Weight { bound(T::DbWeight::get(), i.saturating_mul(2).saturating_add(10), 5) }
	fn slash() -> Weight { bound(T::DbWeight::get(), 6, 6) }
}

impl WeightInfo for () {
	fn report(n: u32, ) -> Weight { bound(ParityDbWeight::get(), n.saturating_mul(10), n.saturating_mul(2)) }
	fn bond() -> Weight { bound(ParityDbWeight::get(), 10, 10) }
	fn withdraw_bond() -> Weight { bound(ParityDbWeight::get(), 10, 10) }
	fn register_device() -> Weight { bound(ParityDbWeight::get(), 10, 10) }
	fn remove_device() -> Weight { bound(ParityDbWeight::get(), 10, 10) }
	fn set_item() -> Weight { bound(ParityDbWeight::get(), 10, 10) }
	fn tally_base() -> Weight { bound(ParityDbWeight::get(), 5, 2) }
	fn tally_row(i: u32, ) -> Weight { bound(ParityDbWeight::get(), i.saturating_mul(2).saturating_add(10), 5) }
	fn slash() -> Weight { bound(ParityDbWeight::get(), 6, 6) }
}

//! Weights of `pallet-contribution`. Not measured yet: counted from the storage items that each touches.

#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, RuntimeDbWeight, Weight},
};

/// Weights of the calls. `n` is the number of suppliers of the job.
pub trait WeightInfo {
	fn register() -> Weight;
	fn bond_extra() -> Weight;
	fn set_classes() -> Weight;
	fn unbond() -> Weight;
	fn withdraw_unbonded() -> Weight;
	fn attest() -> Weight;
	fn assess() -> Weight;
	fn agree(n: u32) -> Weight;
	fn approve(n: u32) -> Weight;
	fn dispute() -> Weight;
	fn note_author() -> Weight;
}

fn counted(db: RuntimeDbWeight, micros: u64, reads: u64, writes: u64) -> Weight {
	Weight::from_parts(micros.saturating_mul(1_000_000), 0).saturating_add(db.reads_writes(reads, writes))
}

macro_rules! weights {
	($name:ty, $db:expr, [$($generics:tt)*]) => {
		impl<$($generics)*> WeightInfo for $name {
			fn register() -> Weight { counted($db, 60, 3, 3) }
			fn bond_extra() -> Weight { counted($db, 60, 3, 3) }
			fn set_classes() -> Weight { counted($db, 20, 1, 1) }
			fn unbond() -> Weight { counted($db, 30, 3, 1) }
			fn withdraw_unbonded() -> Weight { counted($db, 60, 4, 3) }
			fn attest() -> Weight { counted($db, 60, 4, 4) }
			fn assess() -> Weight { counted($db, 60, 4, 4) }
			fn agree(n: u32) -> Weight {
				counted($db, 220, 18, 15).saturating_add(counted($db, 60, 6, 6).saturating_mul(n.into()))
			}
			fn approve(n: u32) -> Weight {
				counted($db, 220, 18, 15).saturating_add(counted($db, 60, 6, 6).saturating_mul(n.into()))
			}
			fn dispute() -> Weight { counted($db, 40, 3, 4) }
			fn note_author() -> Weight { counted($db, 15, 3, 2) }
		}
	};
}

/// Weights on the node's database.
pub struct SubstrateWeight<T>(PhantomData<T>);
weights!(SubstrateWeight<T>, T::DbWeight::get(), [T: frame_system::Config]);
weights!((), ParityDbWeight::get(), []);

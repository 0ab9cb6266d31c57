//! Weights of `pallet-bme`. Not measured yet: counted from the storage items that each touches.

#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// Weights of the calls and of the steps of the hooks. `n` is a number of suppliers, `e` of epochs.
pub trait WeightInfo {
	fn request_job(n: u32) -> Weight;
	fn accept_job() -> Weight;
	fn cancel_job(n: u32) -> Weight;
	fn settle(n: u32) -> Weight;
	fn payout(e: u32) -> Weight;
	fn claim_owed() -> Weight;
	fn agenda_base() -> Weight;
	fn epoch_base() -> Weight;
	fn close_epoch() -> Weight;
	fn payout_base() -> Weight;
	fn payout_step() -> Weight;
}

fn counted<D: Get<frame_support::weights::RuntimeDbWeight>>(micros: u64, reads: u64, writes: u64) -> Weight {
	Weight::from_parts(micros.saturating_mul(1_000_000), 0)
		.saturating_add(D::get().reads(reads))
		.saturating_add(D::get().writes(writes))
}

macro_rules! weights {
	($name:ty, $db:ty, [$($generics:tt)*]) => {
		impl<$($generics)*> WeightInfo for $name {
			fn request_job(n: u32) -> Weight { counted::<$db>(150 + u64::from(n), 12, 8) }
			fn accept_job() -> Weight { counted::<$db>(60, 5, 5) }
			fn cancel_job(n: u32) -> Weight { counted::<$db>(120, 10, 9).saturating_add(counted::<$db>(10, 1, 1) * u64::from(n)) }
			fn settle(n: u32) -> Weight { counted::<$db>(200, 16, 14).saturating_add(counted::<$db>(60, 6, 6) * u64::from(n)) }
			fn payout(e: u32) -> Weight { counted::<$db>(100, 8, 5).saturating_add(counted::<$db>(30, 3, 3) * u64::from(e)) }
			fn claim_owed() -> Weight { counted::<$db>(60, 4, 3) }
			fn agenda_base() -> Weight { counted::<$db>(10, 2, 1) }
			fn epoch_base() -> Weight { counted::<$db>(10, 2, 1) }
			fn close_epoch() -> Weight { counted::<$db>(250, 18, 18) }
			fn payout_base() -> Weight { counted::<$db>(10, 3, 1) }
			fn payout_step() -> Weight { counted::<$db>(130, 10, 8) }
		}
	};
}

/// Weights on the node's database.
pub struct SubstrateWeight<T>(PhantomData<T>);
weights!(SubstrateWeight<T>, T::DbWeight, [T: frame_system::Config]);
weights!((), ParityDbWeight, []);

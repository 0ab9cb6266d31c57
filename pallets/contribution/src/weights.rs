
//! Weights of `pallet_contribution`, measured by `scripts/weights`. Not to be edited.
//!
//! Date: 2026-11-25, steps: 10, repeats: 5, processor: AMD EPYC.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// Weights of `pallet_contribution`.
pub trait WeightInfo {
	fn register() -> Weight;
	fn bond_extra() -> Weight;
	fn set_classes() -> Weight;
	fn unbond() -> Weight;
	fn withdraw_unbonded() -> Weight;
	fn attest() -> Weight;
	fn assess() -> Weight;
	fn agree(n: u32, ) -> Weight;
	fn approve(n: u32, ) -> Weight;
	fn dispute() -> Weight;
	fn list_basis() -> Weight;
	fn unlist_basis() -> Weight;
	fn note_author() -> Weight;
}

/// Weights on the node's database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Contribution::Suppliers` (r:1 w:1)
	/// Proof: `Contribution::Suppliers` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	fn register() -> Weight {
		// Minimum execution time: 81_373 nanoseconds.
		Weight::from_parts(92_854_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Contribution::Suppliers` (r:1 w:1)
	/// Proof: `Contribution::Suppliers` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	fn bond_extra() -> Weight {
		// Minimum execution time: 85_620 nanoseconds.
		Weight::from_parts(91_150_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Contribution::Suppliers` (r:1 w:1)
	/// Proof: `Contribution::Suppliers` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	fn set_classes() -> Weight {
		// Minimum execution time: 22_793 nanoseconds.
		Weight::from_parts(25_367_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Contribution::Suppliers` (r:1 w:1)
	/// Proof: `Contribution::Suppliers` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `Bme::AgendaClock` (r:1 w:0)
	/// Proof: `Bme::AgendaClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Bme::TimeScale` (r:1 w:0)
	/// Proof: `Bme::TimeScale` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn unbond() -> Weight {
		// Minimum execution time: 31_640 nanoseconds.
		Weight::from_parts(35_116_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Contribution::Suppliers` (r:1 w:1)
	/// Proof: `Contribution::Suppliers` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `Bme::AgendaClock` (r:1 w:0)
	/// Proof: `Bme::AgendaClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	fn withdraw_unbonded() -> Weight {
		// Minimum execution time: 79_980 nanoseconds.
		Weight::from_parts(88_506_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Contribution::Works` (r:1 w:1)
	/// Proof: `Contribution::Works` (`max_values`: None, `max_size`: Some(1804), added: 4279, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Jobs` (r:1 w:1)
	/// Proof: `Bme::Jobs` (`max_values`: None, `max_size`: Some(1369), added: 3844, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::EvidenceBases` (r:1 w:0)
	/// Proof: `Contribution::EvidenceBases` (`max_values`: Some(1), `max_size`: Some(2114), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Bme::TimeScale` (r:1 w:0)
	/// Proof: `Bme::TimeScale` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Bme::AgendaClock` (r:1 w:0)
	/// Proof: `Bme::AgendaClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Agenda` (r:0 w:1)
	/// Proof: `Bme::Agenda` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	fn attest() -> Weight {
		// Minimum execution time: 61_715 nanoseconds.
		Weight::from_parts(73_759_000, 0)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Contribution::Works` (r:1 w:1)
	/// Proof: `Contribution::Works` (`max_values`: None, `max_size`: Some(1804), added: 4279, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Jobs` (r:1 w:1)
	/// Proof: `Bme::Jobs` (`max_values`: None, `max_size`: Some(1369), added: 3844, mode: `MaxEncodedLen`)
	/// Storage: `Bme::TimeScale` (r:1 w:0)
	/// Proof: `Bme::TimeScale` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Bme::AgendaClock` (r:1 w:0)
	/// Proof: `Bme::AgendaClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Agenda` (r:0 w:1)
	/// Proof: `Bme::Agenda` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	fn assess() -> Weight {
		// Minimum execution time: 52_458 nanoseconds.
		Weight::from_parts(74_319_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Contribution::Works` (r:1 w:1)
	/// Proof: `Contribution::Works` (`max_values`: None, `max_size`: Some(1804), added: 4279, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Jobs` (r:1 w:1)
	/// Proof: `Bme::Jobs` (`max_values`: None, `max_size`: Some(1369), added: 3844, mode: `MaxEncodedLen`)
	/// Storage: `Verification::SamplingTerms` (r:1 w:0)
	/// Proof: `Verification::SamplingTerms` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:18 w:18)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `Bme::BurnedTotal` (r:1 w:1)
	/// Proof: `Bme::BurnedTotal` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Bme::CurrentEpoch` (r:1 w:0)
	/// Proof: `Bme::CurrentEpoch` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:1 w:1)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(285), added: 2760, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:16 w:16)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Rows` (r:16 w:16)
	/// Proof: `Contribution::Rows` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Totals` (r:1 w:1)
	/// Proof: `Contribution::Totals` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Panels` (r:1 w:0)
	/// Proof: `Verification::Panels` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Suppliers` (r:16 w:16)
	/// Proof: `Contribution::Suppliers` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Agenda` (r:0 w:1)
	/// Proof: `Bme::Agenda` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn agree(n: u32, ) -> Weight {
		// Minimum execution time: 234_500 nanoseconds.
		Weight::from_parts(195_018_575, 0)
			// Standard error: 245_603
			.saturating_add(Weight::from_parts(69_649_761, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(11_u64))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(n.into())))
	}
	/// Storage: `Contribution::Works` (r:1 w:1)
	/// Proof: `Contribution::Works` (`max_values`: None, `max_size`: Some(1804), added: 4279, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Jobs` (r:1 w:1)
	/// Proof: `Bme::Jobs` (`max_values`: None, `max_size`: Some(1369), added: 3844, mode: `MaxEncodedLen`)
	/// Storage: `Verification::SamplingTerms` (r:1 w:0)
	/// Proof: `Verification::SamplingTerms` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:18 w:18)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `Bme::BurnedTotal` (r:1 w:1)
	/// Proof: `Bme::BurnedTotal` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Bme::CurrentEpoch` (r:1 w:0)
	/// Proof: `Bme::CurrentEpoch` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:1 w:1)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(285), added: 2760, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:16 w:16)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Rows` (r:16 w:16)
	/// Proof: `Contribution::Rows` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Totals` (r:1 w:1)
	/// Proof: `Contribution::Totals` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Panels` (r:1 w:0)
	/// Proof: `Verification::Panels` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Suppliers` (r:16 w:16)
	/// Proof: `Contribution::Suppliers` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Agenda` (r:0 w:1)
	/// Proof: `Bme::Agenda` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn approve(n: u32, ) -> Weight {
		// Minimum execution time: 242_715 nanoseconds.
		Weight::from_parts(283_631_996, 0)
			// Standard error: 620_589
			.saturating_add(Weight::from_parts(109_181_312, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(11_u64))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(n.into())))
	}
	/// Storage: `Contribution::Works` (r:1 w:1)
	/// Proof: `Contribution::Works` (`max_values`: None, `max_size`: Some(1804), added: 4279, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Jobs` (r:1 w:1)
	/// Proof: `Bme::Jobs` (`max_values`: None, `max_size`: Some(1369), added: 3844, mode: `MaxEncodedLen`)
	/// Storage: `Verification::SeatCounts` (r:1 w:0)
	/// Proof: `Verification::SeatCounts` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `Bme::AgendaClock` (r:1 w:0)
	/// Proof: `Bme::AgendaClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Agenda` (r:0 w:1)
	/// Proof: `Bme::Agenda` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Panels` (r:0 w:1)
	/// Proof: `Verification::Panels` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	fn dispute() -> Weight {
		// Minimum execution time: 136_305 nanoseconds.
		Weight::from_parts(164_609_000, 0)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Contribution::EvidenceBases` (r:1 w:1)
	/// Proof: `Contribution::EvidenceBases` (`max_values`: Some(1), `max_size`: Some(2114), added: 2609, mode: `MaxEncodedLen`)
	fn list_basis() -> Weight {
		// Minimum execution time: 24_125 nanoseconds.
		Weight::from_parts(32_080_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Contribution::EvidenceBases` (r:1 w:1)
	/// Proof: `Contribution::EvidenceBases` (`max_values`: Some(1), `max_size`: Some(2114), added: 2609, mode: `MaxEncodedLen`)
	fn unlist_basis() -> Weight {
		// Minimum execution time: 23_645 nanoseconds.
		Weight::from_parts(36_899_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Bme::CurrentEpoch` (r:1 w:0)
	/// Proof: `Bme::CurrentEpoch` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Rows` (r:1 w:1)
	/// Proof: `Contribution::Rows` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Totals` (r:1 w:1)
	/// Proof: `Contribution::Totals` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	fn note_author() -> Weight {
		// Minimum execution time: 16_381 nanoseconds.
		Weight::from_parts(24_797_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}

// For tests.
impl WeightInfo for () {
	fn register() -> Weight {
		Weight::from_parts(92_854_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn bond_extra() -> Weight {
		Weight::from_parts(91_150_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn set_classes() -> Weight {
		Weight::from_parts(25_367_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn unbond() -> Weight {
		Weight::from_parts(35_116_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn withdraw_unbonded() -> Weight {
		Weight::from_parts(88_506_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn attest() -> Weight {
		Weight::from_parts(73_759_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn assess() -> Weight {
		Weight::from_parts(74_319_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn agree(n: u32, ) -> Weight {
		Weight::from_parts(195_018_575, 0)
			.saturating_add(Weight::from_parts(69_649_761, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(11_u64))
			.saturating_add(ParityDbWeight::get().writes((4_u64).saturating_mul(n.into())))
	}
	fn approve(n: u32, ) -> Weight {
		Weight::from_parts(283_631_996, 0)
			.saturating_add(Weight::from_parts(109_181_312, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(11_u64))
			.saturating_add(ParityDbWeight::get().writes((4_u64).saturating_mul(n.into())))
	}
	fn dispute() -> Weight {
		Weight::from_parts(164_609_000, 0)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn list_basis() -> Weight {
		Weight::from_parts(32_080_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn unlist_basis() -> Weight {
		Weight::from_parts(36_899_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn note_author() -> Weight {
		Weight::from_parts(24_797_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
}

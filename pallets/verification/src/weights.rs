
//! Weights of `pallet_verification`, measured by `scripts/weights`. Not to be edited.
//!
//! Date: 2026-11-29, steps: 20, repeats: 10, processor: AMD EPYC.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// Weights of `pallet_verification`.
pub trait WeightInfo {
	fn admit() -> Weight;
	fn take_seat() -> Weight;
	fn leave_seat() -> Weight;
	fn bond() -> Weight;
	fn withdraw_bond() -> Weight;
	fn commit() -> Weight;
	fn reveal() -> Weight;
	fn set_sampling() -> Weight;
	fn void_slash(n: u32, ) -> Weight;
	fn commit_ringer() -> Weight;
	fn withdraw_ringer() -> Weight;
	fn reveal_ringer() -> Weight;
	fn lots(n: u32, ) -> Weight;
	fn step_base() -> Weight;
	fn draw() -> Weight;
	fn fail_round() -> Weight;
	fn conclude(n: u32, ) -> Weight;
	fn close() -> Weight;
	fn review_base() -> Weight;
	fn let_stand(n: u32, ) -> Weight;
}

/// Weights on the node's database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Verification::Verifiers` (r:1 w:1)
	/// Proof: `Verification::Verifiers` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	fn admit() -> Weight {
		// Minimum execution time: 11_357 nanoseconds.
		Weight::from_parts(12_609_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Babe::CurrentSlot` (r:1 w:0)
	/// Proof: `Babe::CurrentSlot` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Babe::EpochIndex` (r:1 w:0)
	/// Proof: `Babe::EpochIndex` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Babe::GenesisSlot` (r:1 w:0)
	/// Proof: `Babe::GenesisSlot` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Verifiers` (r:1 w:1)
	/// Proof: `Verification::Verifiers` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `Verification::SeatCounts` (r:1 w:1)
	/// Proof: `Verification::SeatCounts` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Seats` (r:0 w:1)
	/// Proof: `Verification::Seats` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	fn take_seat() -> Weight {
		// Minimum execution time: 74_180 nanoseconds.
		Weight::from_parts(77_695_000, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Babe::CurrentSlot` (r:1 w:0)
	/// Proof: `Babe::CurrentSlot` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Babe::EpochIndex` (r:1 w:0)
	/// Proof: `Babe::EpochIndex` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Babe::GenesisSlot` (r:1 w:0)
	/// Proof: `Babe::GenesisSlot` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Verifiers` (r:1 w:1)
	/// Proof: `Verification::Verifiers` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Seats` (r:2 w:2)
	/// Proof: `Verification::Seats` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Verification::SeatCounts` (r:1 w:1)
	/// Proof: `Verification::SeatCounts` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	fn leave_seat() -> Weight {
		// Minimum execution time: 33_059 nanoseconds.
		Weight::from_parts(35_883_000, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Babe::CurrentSlot` (r:1 w:0)
	/// Proof: `Babe::CurrentSlot` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Babe::EpochIndex` (r:1 w:0)
	/// Proof: `Babe::EpochIndex` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Babe::GenesisSlot` (r:1 w:0)
	/// Proof: `Babe::GenesisSlot` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Verifiers` (r:1 w:1)
	/// Proof: `Verification::Verifiers` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	fn bond() -> Weight {
		// Minimum execution time: 68_152 nanoseconds.
		Weight::from_parts(71_897_000, 0)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Verification::Verifiers` (r:1 w:1)
	/// Proof: `Verification::Verifiers` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	fn withdraw_bond() -> Weight {
		// Minimum execution time: 53_820 nanoseconds.
		Weight::from_parts(56_634_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Verification::Panels` (r:1 w:1)
	/// Proof: `Verification::Panels` (`max_values`: None, `max_size`: Some(1408), added: 3883, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Jobs` (r:1 w:1)
	/// Proof: `Bme::Jobs` (`max_values`: None, `max_size`: Some(1369), added: 3844, mode: `MaxEncodedLen`)
	/// Storage: `Bme::AgendaClock` (r:1 w:0)
	/// Proof: `Bme::AgendaClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Agenda` (r:0 w:2)
	/// Proof: `Bme::Agenda` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	fn commit() -> Weight {
		// Minimum execution time: 35_663 nanoseconds.
		Weight::from_parts(45_327_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Verification::Panels` (r:1 w:1)
	/// Proof: `Verification::Panels` (`max_values`: None, `max_size`: Some(1408), added: 3883, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Jobs` (r:1 w:1)
	/// Proof: `Bme::Jobs` (`max_values`: None, `max_size`: Some(1369), added: 3844, mode: `MaxEncodedLen`)
	/// Storage: `Bme::AgendaClock` (r:1 w:0)
	/// Proof: `Bme::AgendaClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Agenda` (r:0 w:2)
	/// Proof: `Bme::Agenda` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	fn reveal() -> Weight {
		// Minimum execution time: 51_737 nanoseconds.
		Weight::from_parts(61_602_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Verification::SamplingTerms` (r:1 w:1)
	/// Proof: `Verification::SamplingTerms` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	fn set_sampling() -> Weight {
		// Minimum execution time: 9_545 nanoseconds.
		Weight::from_parts(10_616_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Verification::Findings` (r:1 w:1)
	/// Proof: `Verification::Findings` (`max_values`: None, `max_size`: Some(1991), added: 4466, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Suppliers` (r:16 w:16)
	/// Proof: `Contribution::Suppliers` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn void_slash(n: u32, ) -> Weight {
		// Minimum execution time: 29_344 nanoseconds.
		Weight::from_parts(31_637_648, 0)
			// Standard error: 53_717
			.saturating_add(Weight::from_parts(7_832_953, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// Storage: `AuditorMembership::Members` (r:1 w:0)
	/// Proof: `AuditorMembership::Members` (`max_values`: Some(1), `max_size`: Some(513), added: 1008, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Ringers` (r:1 w:1)
	/// Proof: `Verification::Ringers` (`max_values`: None, `max_size`: Some(1201), added: 3676, mode: `MaxEncodedLen`)
	fn commit_ringer() -> Weight {
		// Minimum execution time: 22_673 nanoseconds.
		Weight::from_parts(26_970_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Verification::Ringers` (r:1 w:1)
	/// Proof: `Verification::Ringers` (`max_values`: None, `max_size`: Some(1201), added: 3676, mode: `MaxEncodedLen`)
	fn withdraw_ringer() -> Weight {
		// Minimum execution time: 17_687 nanoseconds.
		Weight::from_parts(20_471_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `AuditorMembership::Members` (r:1 w:0)
	/// Proof: `AuditorMembership::Members` (`max_values`: Some(1), `max_size`: Some(513), added: 1008, mode: `MaxEncodedLen`)
	/// Storage: `Babe::CurrentSlot` (r:1 w:0)
	/// Proof: `Babe::CurrentSlot` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Babe::EpochIndex` (r:1 w:0)
	/// Proof: `Babe::EpochIndex` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Babe::GenesisSlot` (r:1 w:0)
	/// Proof: `Babe::GenesisSlot` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Findings` (r:1 w:1)
	/// Proof: `Verification::Findings` (`max_values`: None, `max_size`: Some(1991), added: 4466, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Ringers` (r:1 w:1)
	/// Proof: `Verification::Ringers` (`max_values`: None, `max_size`: Some(1201), added: 3676, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Verifiers` (r:5 w:5)
	/// Proof: `Verification::Verifiers` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:5 w:5)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:5 w:5)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Bme::BurnedTotal` (r:1 w:1)
	/// Proof: `Bme::BurnedTotal` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	fn reveal_ringer() -> Weight {
		// Minimum execution time: 268_280 nanoseconds.
		Weight::from_parts(299_506_000, 0)
			.saturating_add(T::DbWeight::get().reads(23_u64))
			.saturating_add(T::DbWeight::get().writes(18_u64))
	}
	/// Storage: `Verification::SamplingTerms` (r:1 w:0)
	/// Proof: `Verification::SamplingTerms` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Reputations` (r:16 w:0)
	/// Proof: `Verification::Reputations` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	/// Storage: `Verification::SeatCounts` (r:1 w:0)
	/// Proof: `Verification::SeatCounts` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Babe::NextRandomness` (r:1 w:0)
	/// Proof: `Babe::NextRandomness` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Babe::EpochStart` (r:1 w:0)
	/// Proof: `Babe::EpochStart` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Bme::AgendaClock` (r:1 w:0)
	/// Proof: `Bme::AgendaClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Panels` (r:0 w:1)
	/// Proof: `Verification::Panels` (`max_values`: None, `max_size`: Some(1408), added: 3883, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn lots(n: u32, ) -> Weight {
		// Minimum execution time: 27_651 nanoseconds.
		Weight::from_parts(27_690_540, 0)
			// Standard error: 6_977
			.saturating_add(Weight::from_parts(3_118_681, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Verification::Panels` (r:1 w:1)
	/// Proof: `Verification::Panels` (`max_values`: None, `max_size`: Some(1408), added: 3883, mode: `MaxEncodedLen`)
	/// Storage: `Bme::TimeScale` (r:1 w:0)
	/// Proof: `Bme::TimeScale` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Bme::AgendaClock` (r:1 w:0)
	/// Proof: `Bme::AgendaClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn step_base() -> Weight {
		// Minimum execution time: 19_899 nanoseconds.
		Weight::from_parts(26_961_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Verification::Panels` (r:1 w:1)
	/// Proof: `Verification::Panels` (`max_values`: None, `max_size`: Some(1408), added: 3883, mode: `MaxEncodedLen`)
	/// Storage: `Babe::CurrentSlot` (r:1 w:0)
	/// Proof: `Babe::CurrentSlot` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Babe::EpochIndex` (r:1 w:0)
	/// Proof: `Babe::EpochIndex` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Babe::GenesisSlot` (r:1 w:0)
	/// Proof: `Babe::GenesisSlot` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Babe::NextRandomness` (r:1 w:0)
	/// Proof: `Babe::NextRandomness` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Babe::EpochStart` (r:1 w:0)
	/// Proof: `Babe::EpochStart` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Verification::SeatCounts` (r:1 w:0)
	/// Proof: `Verification::SeatCounts` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Seats` (r:19 w:0)
	/// Proof: `Verification::Seats` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Verifiers` (r:17 w:5)
	/// Proof: `Verification::Verifiers` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Bme::TimeScale` (r:1 w:0)
	/// Proof: `Bme::TimeScale` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Bme::AgendaClock` (r:1 w:0)
	/// Proof: `Bme::AgendaClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn draw() -> Weight {
		// Minimum execution time: 448_037 nanoseconds.
		Weight::from_parts(526_254_000, 0)
			.saturating_add(T::DbWeight::get().reads(45_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Verification::Panels` (r:1 w:1)
	/// Proof: `Verification::Panels` (`max_values`: None, `max_size`: Some(1408), added: 3883, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Verifiers` (r:5 w:5)
	/// Proof: `Verification::Verifiers` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:5 w:5)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:5 w:5)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Bme::BurnedTotal` (r:1 w:1)
	/// Proof: `Bme::BurnedTotal` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	fn fail_round() -> Weight {
		// Minimum execution time: 224_004 nanoseconds.
		Weight::from_parts(234_940_000, 0)
			.saturating_add(T::DbWeight::get().reads(17_u64))
			.saturating_add(T::DbWeight::get().writes(17_u64))
	}
	/// Storage: `Verification::Verifiers` (r:4 w:4)
	/// Proof: `Verification::Verifiers` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:4 w:4)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:4 w:4)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Bme::BurnedTotal` (r:1 w:1)
	/// Proof: `Bme::BurnedTotal` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Verification::SamplingTerms` (r:1 w:0)
	/// Proof: `Verification::SamplingTerms` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Reputations` (r:16 w:16)
	/// Proof: `Verification::Reputations` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Panels` (r:0 w:1)
	/// Proof: `Verification::Panels` (`max_values`: None, `max_size`: Some(1408), added: 3883, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn conclude(n: u32, ) -> Weight {
		// Minimum execution time: 184_364 nanoseconds.
		Weight::from_parts(184_817_110, 0)
			// Standard error: 23_806
			.saturating_add(Weight::from_parts(7_005_077, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(14_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// Storage: `Verification::Panels` (r:1 w:1)
	/// Proof: `Verification::Panels` (`max_values`: None, `max_size`: Some(1408), added: 3883, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:6 w:6)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Jobs` (r:1 w:0)
	/// Proof: `Bme::Jobs` (`max_values`: None, `max_size`: Some(1369), added: 3844, mode: `MaxEncodedLen`)
	/// Storage: `Bme::AgendaClock` (r:1 w:0)
	/// Proof: `Bme::AgendaClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Bme::TimeScale` (r:1 w:0)
	/// Proof: `Bme::TimeScale` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Verification::FindingsQueue` (r:1 w:1)
	/// Proof: `Verification::FindingsQueue` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Findings` (r:0 w:1)
	/// Proof: `Verification::Findings` (`max_values`: None, `max_size`: Some(1991), added: 4466, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Reviews` (r:0 w:1)
	/// Proof: `Verification::Reviews` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	fn close() -> Weight {
		// Minimum execution time: 173_939 nanoseconds.
		Weight::from_parts(183_894_000, 0)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(11_u64))
	}
	/// Storage: `Verification::FindingsQueue` (r:1 w:0)
	/// Proof: `Verification::FindingsQueue` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn review_base() -> Weight {
		// Minimum execution time: 3_004 nanoseconds.
		Weight::from_parts(3_435_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `Verification::Reviews` (r:1 w:1)
	/// Proof: `Verification::Reviews` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Findings` (r:1 w:1)
	/// Proof: `Verification::Findings` (`max_values`: None, `max_size`: Some(1991), added: 4466, mode: `MaxEncodedLen`)
	/// Storage: `Bme::AgendaClock` (r:1 w:0)
	/// Proof: `Bme::AgendaClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Suppliers` (r:16 w:16)
	/// Proof: `Contribution::Suppliers` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:16 w:16)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:22 w:22)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Bme::BurnedTotal` (r:1 w:1)
	/// Proof: `Bme::BurnedTotal` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Verifiers` (r:5 w:5)
	/// Proof: `Verification::Verifiers` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[0, 16]`.
	fn let_stand(n: u32, ) -> Weight {
		// Minimum execution time: 53_159 nanoseconds.
		Weight::from_parts(74_423_153, 0)
			// Standard error: 133_132
			.saturating_add(Weight::from_parts(147_541_270, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(12_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(n.into())))
	}
}

// For tests.
impl WeightInfo for () {
	fn admit() -> Weight {
		Weight::from_parts(12_609_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn take_seat() -> Weight {
		Weight::from_parts(77_695_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn leave_seat() -> Weight {
		Weight::from_parts(35_883_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn bond() -> Weight {
		Weight::from_parts(71_897_000, 0)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn withdraw_bond() -> Weight {
		Weight::from_parts(56_634_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn commit() -> Weight {
		Weight::from_parts(45_327_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn reveal() -> Weight {
		Weight::from_parts(61_602_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn set_sampling() -> Weight {
		Weight::from_parts(10_616_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn void_slash(n: u32, ) -> Weight {
		Weight::from_parts(31_637_648, 0)
			.saturating_add(Weight::from_parts(7_832_953, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	fn commit_ringer() -> Weight {
		Weight::from_parts(26_970_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn withdraw_ringer() -> Weight {
		Weight::from_parts(20_471_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn reveal_ringer() -> Weight {
		Weight::from_parts(299_506_000, 0)
			.saturating_add(ParityDbWeight::get().reads(23_u64))
			.saturating_add(ParityDbWeight::get().writes(18_u64))
	}
	fn lots(n: u32, ) -> Weight {
		Weight::from_parts(27_690_540, 0)
			.saturating_add(Weight::from_parts(3_118_681, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn step_base() -> Weight {
		Weight::from_parts(26_961_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn draw() -> Weight {
		Weight::from_parts(526_254_000, 0)
			.saturating_add(ParityDbWeight::get().reads(45_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn fail_round() -> Weight {
		Weight::from_parts(234_940_000, 0)
			.saturating_add(ParityDbWeight::get().reads(17_u64))
			.saturating_add(ParityDbWeight::get().writes(17_u64))
	}
	fn conclude(n: u32, ) -> Weight {
		Weight::from_parts(184_817_110, 0)
			.saturating_add(Weight::from_parts(7_005_077, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(14_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	fn close() -> Weight {
		Weight::from_parts(183_894_000, 0)
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().writes(11_u64))
	}
	fn review_base() -> Weight {
		Weight::from_parts(3_435_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn let_stand(n: u32, ) -> Weight {
		Weight::from_parts(74_423_153, 0)
			.saturating_add(Weight::from_parts(147_541_270, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(n.into())))
	}
}

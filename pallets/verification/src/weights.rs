
//! Weights of `pallet_verification`, measured by `scripts/weights`. Not to be edited.
//!
//! Date: 2026-11-25, steps: 10, repeats: 5, processor: AMD EPYC.

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
		// Minimum execution time: 18_384 nanoseconds.
		Weight::from_parts(24_366_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
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
		// Minimum execution time: 91_983 nanoseconds.
		Weight::from_parts(101_641_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Verification::Verifiers` (r:1 w:1)
	/// Proof: `Verification::Verifiers` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Seats` (r:2 w:2)
	/// Proof: `Verification::Seats` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Verification::SeatCounts` (r:1 w:1)
	/// Proof: `Verification::SeatCounts` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	fn leave_seat() -> Weight {
		// Minimum execution time: 39_985 nanoseconds.
		Weight::from_parts(44_043_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Verification::Verifiers` (r:1 w:1)
	/// Proof: `Verification::Verifiers` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	fn bond() -> Weight {
		// Minimum execution time: 85_069 nanoseconds.
		Weight::from_parts(92_683_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Verification::Verifiers` (r:1 w:1)
	/// Proof: `Verification::Verifiers` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	fn withdraw_bond() -> Weight {
		// Minimum execution time: 75_632 nanoseconds.
		Weight::from_parts(82_505_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Verification::Panels` (r:1 w:1)
	/// Proof: `Verification::Panels` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Jobs` (r:1 w:1)
	/// Proof: `Bme::Jobs` (`max_values`: None, `max_size`: Some(1369), added: 3844, mode: `MaxEncodedLen`)
	/// Storage: `Bme::AgendaClock` (r:1 w:0)
	/// Proof: `Bme::AgendaClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Agenda` (r:0 w:2)
	/// Proof: `Bme::Agenda` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	fn commit() -> Weight {
		// Minimum execution time: 52_489 nanoseconds.
		Weight::from_parts(72_486_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Verification::Panels` (r:1 w:1)
	/// Proof: `Verification::Panels` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Jobs` (r:1 w:1)
	/// Proof: `Bme::Jobs` (`max_values`: None, `max_size`: Some(1369), added: 3844, mode: `MaxEncodedLen`)
	/// Storage: `Bme::AgendaClock` (r:1 w:0)
	/// Proof: `Bme::AgendaClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Agenda` (r:0 w:2)
	/// Proof: `Bme::Agenda` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	fn reveal() -> Weight {
		// Minimum execution time: 67_216 nanoseconds.
		Weight::from_parts(105_928_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Verification::SamplingTerms` (r:1 w:1)
	/// Proof: `Verification::SamplingTerms` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	fn set_sampling() -> Weight {
		// Minimum execution time: 15_770 nanoseconds.
		Weight::from_parts(18_425_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Verification::Findings` (r:1 w:1)
	/// Proof: `Verification::Findings` (`max_values`: None, `max_size`: Some(1974), added: 4449, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Suppliers` (r:16 w:16)
	/// Proof: `Contribution::Suppliers` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn void_slash(n: u32, ) -> Weight {
		// Minimum execution time: 45_294 nanoseconds.
		Weight::from_parts(56_298_149, 0)
			// Standard error: 67_655
			.saturating_add(Weight::from_parts(15_495_345, 0).saturating_mul(n.into()))
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
		// Minimum execution time: 34_625 nanoseconds.
		Weight::from_parts(49_944_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Verification::Ringers` (r:1 w:1)
	/// Proof: `Verification::Ringers` (`max_values`: None, `max_size`: Some(1201), added: 3676, mode: `MaxEncodedLen`)
	fn withdraw_ringer() -> Weight {
		// Minimum execution time: 27_111 nanoseconds.
		Weight::from_parts(37_771_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `AuditorMembership::Members` (r:1 w:0)
	/// Proof: `AuditorMembership::Members` (`max_values`: Some(1), `max_size`: Some(513), added: 1008, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Findings` (r:1 w:1)
	/// Proof: `Verification::Findings` (`max_values`: None, `max_size`: Some(1974), added: 4449, mode: `MaxEncodedLen`)
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
		// Minimum execution time: 341_570 nanoseconds.
		Weight::from_parts(403_697_000, 0)
			.saturating_add(T::DbWeight::get().reads(20_u64))
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
	/// Proof: `Verification::Panels` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn lots(n: u32, ) -> Weight {
		// Minimum execution time: 37_801 nanoseconds.
		Weight::from_parts(38_750_042, 0)
			// Standard error: 22_738
			.saturating_add(Weight::from_parts(3_858_298, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Verification::Panels` (r:1 w:1)
	/// Proof: `Verification::Panels` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `Bme::TimeScale` (r:1 w:0)
	/// Proof: `Bme::TimeScale` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Bme::AgendaClock` (r:1 w:0)
	/// Proof: `Bme::AgendaClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn step_base() -> Weight {
		// Minimum execution time: 29_716 nanoseconds.
		Weight::from_parts(38_782_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Verification::Panels` (r:1 w:1)
	/// Proof: `Verification::Panels` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `Babe::NextRandomness` (r:1 w:0)
	/// Proof: `Babe::NextRandomness` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Babe::EpochStart` (r:1 w:0)
	/// Proof: `Babe::EpochStart` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Verification::SeatCounts` (r:1 w:0)
	/// Proof: `Verification::SeatCounts` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Seats` (r:20 w:0)
	/// Proof: `Verification::Seats` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Verifiers` (r:4 w:4)
	/// Proof: `Verification::Verifiers` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Bme::TimeScale` (r:1 w:0)
	/// Proof: `Bme::TimeScale` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Bme::AgendaClock` (r:1 w:0)
	/// Proof: `Bme::AgendaClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn draw() -> Weight {
		// Minimum execution time: 381_024 nanoseconds.
		Weight::from_parts(445_235_000, 0)
			.saturating_add(T::DbWeight::get().reads(30_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Verification::Panels` (r:1 w:1)
	/// Proof: `Verification::Panels` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Verifiers` (r:5 w:5)
	/// Proof: `Verification::Verifiers` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:5 w:5)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:5 w:5)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Bme::BurnedTotal` (r:1 w:1)
	/// Proof: `Bme::BurnedTotal` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	fn fail_round() -> Weight {
		// Minimum execution time: 286_447 nanoseconds.
		Weight::from_parts(323_086_000, 0)
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
	/// Storage: `Verification::Reputations` (r:16 w:16)
	/// Proof: `Verification::Reputations` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Panels` (r:0 w:1)
	/// Proof: `Verification::Panels` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn conclude(n: u32, ) -> Weight {
		// Minimum execution time: 236_734 nanoseconds.
		Weight::from_parts(250_701_656, 0)
			// Standard error: 111_513
			.saturating_add(Weight::from_parts(9_689_068, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(14_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// Storage: `Verification::Panels` (r:1 w:1)
	/// Proof: `Verification::Panels` (`max_values`: None, `max_size`: Some(1391), added: 3866, mode: `MaxEncodedLen`)
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
	/// Proof: `Verification::Findings` (`max_values`: None, `max_size`: Some(1974), added: 4449, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Reviews` (r:0 w:1)
	/// Proof: `Verification::Reviews` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	fn close() -> Weight {
		// Minimum execution time: 226_875 nanoseconds.
		Weight::from_parts(441_658_000, 0)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(11_u64))
	}
	/// Storage: `Verification::FindingsQueue` (r:1 w:0)
	/// Proof: `Verification::FindingsQueue` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn review_base() -> Weight {
		// Minimum execution time: 4_198 nanoseconds.
		Weight::from_parts(4_990_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `Verification::Reviews` (r:1 w:1)
	/// Proof: `Verification::Reviews` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Findings` (r:1 w:1)
	/// Proof: `Verification::Findings` (`max_values`: None, `max_size`: Some(1974), added: 4449, mode: `MaxEncodedLen`)
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
		// Minimum execution time: 70_533 nanoseconds.
		Weight::from_parts(95_268_582, 0)
			// Standard error: 2_756_727
			.saturating_add(Weight::from_parts(220_909_990, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(12_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(n.into())))
	}
}

// For tests.
impl WeightInfo for () {
	fn admit() -> Weight {
		Weight::from_parts(24_366_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn take_seat() -> Weight {
		Weight::from_parts(101_641_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn leave_seat() -> Weight {
		Weight::from_parts(44_043_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn bond() -> Weight {
		Weight::from_parts(92_683_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn withdraw_bond() -> Weight {
		Weight::from_parts(82_505_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn commit() -> Weight {
		Weight::from_parts(72_486_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn reveal() -> Weight {
		Weight::from_parts(105_928_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn set_sampling() -> Weight {
		Weight::from_parts(18_425_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn void_slash(n: u32, ) -> Weight {
		Weight::from_parts(56_298_149, 0)
			.saturating_add(Weight::from_parts(15_495_345, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	fn commit_ringer() -> Weight {
		Weight::from_parts(49_944_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn withdraw_ringer() -> Weight {
		Weight::from_parts(37_771_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn reveal_ringer() -> Weight {
		Weight::from_parts(403_697_000, 0)
			.saturating_add(ParityDbWeight::get().reads(20_u64))
			.saturating_add(ParityDbWeight::get().writes(18_u64))
	}
	fn lots(n: u32, ) -> Weight {
		Weight::from_parts(38_750_042, 0)
			.saturating_add(Weight::from_parts(3_858_298, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn step_base() -> Weight {
		Weight::from_parts(38_782_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn draw() -> Weight {
		Weight::from_parts(445_235_000, 0)
			.saturating_add(ParityDbWeight::get().reads(30_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn fail_round() -> Weight {
		Weight::from_parts(323_086_000, 0)
			.saturating_add(ParityDbWeight::get().reads(17_u64))
			.saturating_add(ParityDbWeight::get().writes(17_u64))
	}
	fn conclude(n: u32, ) -> Weight {
		Weight::from_parts(250_701_656, 0)
			.saturating_add(Weight::from_parts(9_689_068, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(14_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	fn close() -> Weight {
		Weight::from_parts(441_658_000, 0)
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().writes(11_u64))
	}
	fn review_base() -> Weight {
		Weight::from_parts(4_990_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn let_stand(n: u32, ) -> Weight {
		Weight::from_parts(95_268_582, 0)
			.saturating_add(Weight::from_parts(220_909_990, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(n.into())))
	}
}

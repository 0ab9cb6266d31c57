
//! Weights of `pallet_measurement`, measured by `scripts/weights`. Not to be edited.
//!
//! Date: 2026-11-25, steps: 10, repeats: 5, processor: AMD EPYC.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// Weights of `pallet_measurement`.
pub trait WeightInfo {
	fn report(n: u32, i: u32, ) -> Weight;
	fn first_report(n: u32, i: u32, ) -> Weight;
	fn bond() -> Weight;
	fn withdraw_bond() -> Weight;
	fn register_device() -> Weight;
	fn remove_device() -> Weight;
	fn open_challenge() -> Weight;
	fn answer_challenge() -> Weight;
	fn demand_proof() -> Weight;
	fn prove_devices() -> Weight;
	fn forget_answer() -> Weight;
	fn set_item() -> Weight;
	fn tally_base() -> Weight;
	fn tally_row(i: u32, ) -> Weight;
	fn slash() -> Weight;
}

/// Weights on the node's database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Bme::CurrentEpoch` (r:1 w:0)
	/// Proof: `Bme::CurrentEpoch` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	/// Storage: `ReporterMembership::Members` (r:1 w:0)
	/// Proof: `ReporterMembership::Members` (`max_values`: Some(1), `max_size`: Some(513), added: 1008, mode: `MaxEncodedLen`)
	/// Storage: `Measurement::Reporters` (r:1 w:1)
	/// Proof: `Measurement::Reporters` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	/// Storage: `Measurement::Items` (r:128 w:0)
	/// Proof: `Measurement::Items` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Measurement::Reports` (r:100 w:100)
	/// Proof: `Measurement::Reports` (`max_values`: None, `max_size`: Some(1869), added: 4344, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 100]`.
	/// The range of component `i` is `[8, 128]`.
	fn report(n: u32, i: u32, ) -> Weight {
		// Minimum execution time: 109_956 nanoseconds.
		Weight::from_parts(118_433_000, 0)
			// Standard error: 107_295
			.saturating_add(Weight::from_parts(14_712_788, 0).saturating_mul(n.into()))
			// Standard error: 83_380
			.saturating_add(Weight::from_parts(2_829_632, 0).saturating_mul(i.into()))
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(i.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// Storage: `Bme::CurrentEpoch` (r:1 w:0)
	/// Proof: `Bme::CurrentEpoch` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	/// Storage: `ReporterMembership::Members` (r:1 w:0)
	/// Proof: `ReporterMembership::Members` (`max_values`: Some(1), `max_size`: Some(513), added: 1008, mode: `MaxEncodedLen`)
	/// Storage: `Measurement::Reporters` (r:1 w:1)
	/// Proof: `Measurement::Reporters` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	/// Storage: `Measurement::Items` (r:128 w:0)
	/// Proof: `Measurement::Items` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Measurement::Reports` (r:100 w:100)
	/// Proof: `Measurement::Reports` (`max_values`: None, `max_size`: Some(1869), added: 4344, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Suppliers` (r:100 w:0)
	/// Proof: `Contribution::Suppliers` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 100]`.
	/// The range of component `i` is `[8, 128]`.
	fn first_report(n: u32, i: u32, ) -> Weight {
		// Minimum execution time: 109_356 nanoseconds.
		Weight::from_parts(118_392_000, 0)
			// Standard error: 107_478
			.saturating_add(Weight::from_parts(11_961_241, 0).saturating_mul(n.into()))
			// Standard error: 83_523
			.saturating_add(Weight::from_parts(2_884_972, 0).saturating_mul(i.into()))
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(i.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// Storage: `ReporterMembership::Members` (r:1 w:0)
	/// Proof: `ReporterMembership::Members` (`max_values`: Some(1), `max_size`: Some(513), added: 1008, mode: `MaxEncodedLen`)
	/// Storage: `Measurement::Reporters` (r:1 w:1)
	/// Proof: `Measurement::Reporters` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	fn bond() -> Weight {
		// Minimum execution time: 93_816 nanoseconds.
		Weight::from_parts(100_869_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Measurement::Reporters` (r:1 w:1)
	/// Proof: `Measurement::Reporters` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	fn withdraw_bond() -> Weight {
		// Minimum execution time: 77_726 nanoseconds.
		Weight::from_parts(83_777_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Measurement::Items` (r:1 w:0)
	/// Proof: `Measurement::Items` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Suppliers` (r:1 w:0)
	/// Proof: `Contribution::Suppliers` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `Measurement::Devices` (r:1 w:1)
	/// Proof: `Measurement::Devices` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	/// Storage: `Bme::CurrentEpoch` (r:1 w:0)
	/// Proof: `Bme::CurrentEpoch` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `Measurement::DeviceCounts` (r:1 w:1)
	/// Proof: `Measurement::DeviceCounts` (`max_values`: None, `max_size`: Some(62), added: 2537, mode: `MaxEncodedLen`)
	/// Storage: `Measurement::DevicePlaces` (r:0 w:1)
	/// Proof: `Measurement::DevicePlaces` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	fn register_device() -> Weight {
		// Minimum execution time: 179_928 nanoseconds.
		Weight::from_parts(190_828_000, 0)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Measurement::Devices` (r:1 w:1)
	/// Proof: `Measurement::Devices` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `Measurement::DeviceCounts` (r:1 w:1)
	/// Proof: `Measurement::DeviceCounts` (`max_values`: None, `max_size`: Some(62), added: 2537, mode: `MaxEncodedLen`)
	/// Storage: `Measurement::DevicePlaces` (r:1 w:1)
	/// Proof: `Measurement::DevicePlaces` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	/// Storage: `Bme::CurrentEpoch` (r:1 w:0)
	/// Proof: `Bme::CurrentEpoch` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	/// Storage: `Measurement::Answers` (r:2 w:2)
	/// Proof: `Measurement::Answers` (`max_values`: None, `max_size`: Some(5399), added: 7874, mode: `MaxEncodedLen`)
	fn remove_device() -> Weight {
		// Minimum execution time: 143_198 nanoseconds.
		Weight::from_parts(164_258_000, 0)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Bme::CurrentEpoch` (r:1 w:0)
	/// Proof: `Bme::CurrentEpoch` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	/// Storage: `Measurement::OpenChallenge` (r:1 w:1)
	/// Proof: `Measurement::OpenChallenge` (`max_values`: Some(1), `max_size`: Some(36), added: 531, mode: `MaxEncodedLen`)
	/// Storage: `System::ParentHash` (r:1 w:0)
	/// Proof: `System::ParentHash` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	fn open_challenge() -> Weight {
		// Minimum execution time: 17_794 nanoseconds.
		Weight::from_parts(20_018_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Measurement::OpenChallenge` (r:1 w:0)
	/// Proof: `Measurement::OpenChallenge` (`max_values`: Some(1), `max_size`: Some(36), added: 531, mode: `MaxEncodedLen`)
	/// Storage: `Measurement::Answers` (r:1 w:1)
	/// Proof: `Measurement::Answers` (`max_values`: None, `max_size`: Some(5399), added: 7874, mode: `MaxEncodedLen`)
	/// Storage: `Measurement::Devices` (r:16 w:0)
	/// Proof: `Measurement::Devices` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	/// Storage: `Measurement::DeviceCounts` (r:8 w:0)
	/// Proof: `Measurement::DeviceCounts` (`max_values`: None, `max_size`: Some(62), added: 2537, mode: `MaxEncodedLen`)
	fn answer_challenge() -> Weight {
		// Minimum execution time: 178_295 nanoseconds.
		Weight::from_parts(195_396_000, 0)
			.saturating_add(T::DbWeight::get().reads(26_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `ReporterMembership::Members` (r:1 w:0)
	/// Proof: `ReporterMembership::Members` (`max_values`: Some(1), `max_size`: Some(513), added: 1008, mode: `MaxEncodedLen`)
	/// Storage: `Measurement::Reporters` (r:1 w:0)
	/// Proof: `Measurement::Reporters` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	/// Storage: `Measurement::Answers` (r:1 w:1)
	/// Proof: `Measurement::Answers` (`max_values`: None, `max_size`: Some(5399), added: 7874, mode: `MaxEncodedLen`)
	/// Storage: `System::ParentHash` (r:1 w:0)
	/// Proof: `System::ParentHash` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Measurement::DeviceCounts` (r:8 w:0)
	/// Proof: `Measurement::DeviceCounts` (`max_values`: None, `max_size`: Some(62), added: 2537, mode: `MaxEncodedLen`)
	/// Storage: `Measurement::DevicePlaces` (r:16 w:0)
	/// Proof: `Measurement::DevicePlaces` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	/// Storage: `Measurement::Devices` (r:16 w:0)
	/// Proof: `Measurement::Devices` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	/// Storage: `Bme::TimeScale` (r:1 w:0)
	/// Proof: `Bme::TimeScale` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn demand_proof() -> Weight {
		// Minimum execution time: 444_333 nanoseconds.
		Weight::from_parts(529_402_000, 0)
			.saturating_add(T::DbWeight::get().reads(45_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Measurement::Answers` (r:1 w:1)
	/// Proof: `Measurement::Answers` (`max_values`: None, `max_size`: Some(5399), added: 7874, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn prove_devices() -> Weight {
		// Minimum execution time: 481_082 nanoseconds.
		Weight::from_parts(525_385_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Measurement::Answers` (r:1 w:1)
	/// Proof: `Measurement::Answers` (`max_values`: None, `max_size`: Some(5399), added: 7874, mode: `MaxEncodedLen`)
	fn forget_answer() -> Weight {
		// Minimum execution time: 18_134 nanoseconds.
		Weight::from_parts(21_250_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Measurement::Items` (r:1 w:1)
	/// Proof: `Measurement::Items` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Bme::CurrentEpoch` (r:1 w:0)
	/// Proof: `Bme::CurrentEpoch` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	fn set_item() -> Weight {
		// Minimum execution time: 24_946 nanoseconds.
		Weight::from_parts(28_413_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Bme::CurrentEpoch` (r:1 w:0)
	/// Proof: `Bme::CurrentEpoch` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	/// Storage: `Measurement::TallyCursor` (r:1 w:1)
	/// Proof: `Measurement::TallyCursor` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `ReporterMembership::Members` (r:1 w:0)
	/// Proof: `ReporterMembership::Members` (`max_values`: Some(1), `max_size`: Some(513), added: 1008, mode: `MaxEncodedLen`)
	/// Storage: `Measurement::Reports` (r:1 w:0)
	/// Proof: `Measurement::Reports` (`max_values`: None, `max_size`: Some(1869), added: 4344, mode: `MaxEncodedLen`)
	fn tally_base() -> Weight {
		// Minimum execution time: 20_378 nanoseconds.
		Weight::from_parts(34_074_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Measurement::Items` (r:128 w:0)
	/// Proof: `Measurement::Items` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Measurement::Answers` (r:1 w:0)
	/// Proof: `Measurement::Answers` (`max_values`: None, `max_size`: Some(5399), added: 7874, mode: `MaxEncodedLen`)
	/// Storage: `Bme::CurrentEpoch` (r:1 w:0)
	/// Proof: `Bme::CurrentEpoch` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Suppliers` (r:1 w:0)
	/// Proof: `Contribution::Suppliers` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Rows` (r:1 w:0)
	/// Proof: `Contribution::Rows` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `Measurement::Reports` (r:0 w:1)
	/// Proof: `Measurement::Reports` (`max_values`: None, `max_size`: Some(1869), added: 4344, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Totals` (r:1 w:1)
	/// Proof: `Contribution::Totals` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// The range of component `i` is `[1, 128]`.
	fn tally_row(i: u32, ) -> Weight {
		// Minimum execution time: 82_435 nanoseconds.
		Weight::from_parts(112_492_093, 0)
			// Standard error: 166_331
			.saturating_add(Weight::from_parts(5_718_715, 0).saturating_mul(i.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(i.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Measurement::Reporters` (r:1 w:1)
	/// Proof: `Measurement::Reporters` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Bme::BurnedTotal` (r:1 w:1)
	/// Proof: `Bme::BurnedTotal` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	fn slash() -> Weight {
		// Minimum execution time: 66_825 nanoseconds.
		Weight::from_parts(71_444_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
}

// For tests.
impl WeightInfo for () {
	fn report(n: u32, i: u32, ) -> Weight {
		Weight::from_parts(118_433_000, 0)
			.saturating_add(Weight::from_parts(14_712_788, 0).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(2_829_632, 0).saturating_mul(i.into()))
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(i.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	fn first_report(n: u32, i: u32, ) -> Weight {
		Weight::from_parts(118_392_000, 0)
			.saturating_add(Weight::from_parts(11_961_241, 0).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(2_884_972, 0).saturating_mul(i.into()))
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(i.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	fn bond() -> Weight {
		Weight::from_parts(100_869_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn withdraw_bond() -> Weight {
		Weight::from_parts(83_777_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn register_device() -> Weight {
		Weight::from_parts(190_828_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn remove_device() -> Weight {
		Weight::from_parts(164_258_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn open_challenge() -> Weight {
		Weight::from_parts(20_018_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn answer_challenge() -> Weight {
		Weight::from_parts(195_396_000, 0)
			.saturating_add(ParityDbWeight::get().reads(26_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn demand_proof() -> Weight {
		Weight::from_parts(529_402_000, 0)
			.saturating_add(ParityDbWeight::get().reads(45_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn prove_devices() -> Weight {
		Weight::from_parts(525_385_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn forget_answer() -> Weight {
		Weight::from_parts(21_250_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_item() -> Weight {
		Weight::from_parts(28_413_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn tally_base() -> Weight {
		Weight::from_parts(34_074_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn tally_row(i: u32, ) -> Weight {
		Weight::from_parts(112_492_093, 0)
			.saturating_add(Weight::from_parts(5_718_715, 0).saturating_mul(i.into()))
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(i.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn slash() -> Weight {
		Weight::from_parts(71_444_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
}


//! Weights of `pallet_measurement`, measured by `scripts/weights`; those of devices and their challenges are bounds above one run of it.
//!
//! Date: 2026-11-24, steps: 2, repeats: 1, processor: AMD EPYC.

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
	fn set_item() -> Weight;
	fn tally_base() -> Weight;
	fn tally_row(i: u32, ) -> Weight;
	fn slash() -> Weight;
	fn open_challenge() -> Weight;
	fn answer_challenge() -> Weight;
	fn demand_proof() -> Weight;
	fn prove_devices() -> Weight;
	fn forget_answer() -> Weight;
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
	/// Storage: `Measurement::Items` (r:800 w:0)
	/// Proof: `Measurement::Items` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Suppliers` (r:100 w:0)
	/// Proof: `Contribution::Suppliers` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `Measurement::Reports` (r:100 w:100)
	/// Proof: `Measurement::Reports` (`max_values`: None, `max_size`: Some(1869), added: 4344, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 100]`.
	fn report(n: u32, i: u32, ) -> Weight {
		// Minimum execution time: 108_501 picoseconds.
		Weight::from_parts(96_376_676, 0)
			// Standard error: 255_872
			.saturating_add(Weight::from_parts(45_752_975, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(i.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	fn first_report(n: u32, i: u32, ) -> Weight {
		// Minimum execution time: 108_501 picoseconds.
		Weight::from_parts(96_376_676, 0)
			// Standard error: 255_872
			.saturating_add(Weight::from_parts(45_752_975, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	fn bond() -> Weight {
		// Minimum execution time: 73_319 picoseconds.
		Weight::from_parts(80_609_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Measurement::Reporters` (r:1 w:1)
	/// Proof: `Measurement::Reporters` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	fn withdraw_bond() -> Weight {
		// Minimum execution time: 62_042 picoseconds.
		Weight::from_parts(66_960_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Measurement::Items` (r:1 w:0)
	/// Proof: `Measurement::Items` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Suppliers` (r:1 w:0)
	/// Proof: `Contribution::Suppliers` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `Measurement::Devices` (r:1 w:1)
	/// Proof: `Measurement::Devices` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	/// Storage: `Bme::CurrentEpoch` (r:1 w:0)
	/// Proof: `Bme::CurrentEpoch` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `Measurement::DeviceCounts` (r:1 w:1)
	/// Proof: `Measurement::DeviceCounts` (`max_values`: None, `max_size`: Some(62), added: 2537, mode: `MaxEncodedLen`)
	fn register_device() -> Weight {
		Weight::from_parts(450_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Measurement::Devices` (r:1 w:1)
	/// Proof: `Measurement::Devices` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `Measurement::DeviceCounts` (r:1 w:1)
	/// Proof: `Measurement::DeviceCounts` (`max_values`: None, `max_size`: Some(62), added: 2537, mode: `MaxEncodedLen`)
	fn remove_device() -> Weight {
		Weight::from_parts(350_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Measurement::Items` (r:1 w:1)
	/// Proof: `Measurement::Items` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Bme::CurrentEpoch` (r:1 w:0)
	/// Proof: `Bme::CurrentEpoch` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	fn set_item() -> Weight {
		// Minimum execution time: 24_155 picoseconds.
		Weight::from_parts(26_479_000, 0)
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
		Weight::from_parts(17_857_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Measurement::Items` (r:128 w:0)
	/// Proof: `Measurement::Items` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Measurement::DeviceCounts` (r:128 w:0)
	/// Proof: `Measurement::DeviceCounts` (`max_values`: None, `max_size`: Some(62), added: 2537, mode: `MaxEncodedLen`)
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
		// Minimum execution time: 46_259 picoseconds.
		Weight::from_parts(47_818_624, 0)
			// Standard error: 15_332
			.saturating_add(Weight::from_parts(7_206_783, 0).saturating_mul(i.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(i.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Measurement::Reporters` (r:1 w:1)
	/// Proof: `Measurement::Reporters` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Bme::BurnedTotal` (r:1 w:1)
	/// Proof: `Bme::BurnedTotal` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	fn slash() -> Weight {
		// Minimum execution time: 52_398 picoseconds.
		Weight::from_parts(58_006_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn open_challenge() -> Weight {
		Weight::from_parts(45_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn answer_challenge() -> Weight {
		Weight::from_parts(450_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(27_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn demand_proof() -> Weight {
		Weight::from_parts(700_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(75_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn prove_devices() -> Weight {
		Weight::from_parts(900_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn forget_answer() -> Weight {
		Weight::from_parts(35_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

// For tests.
impl WeightInfo for () {
	fn report(n: u32, i: u32, ) -> Weight {
		Weight::from_parts(96_376_676, 0)
			.saturating_add(Weight::from_parts(45_752_975, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(i.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	fn first_report(n: u32, i: u32, ) -> Weight {
		Weight::from_parts(96_376_676, 0)
			.saturating_add(Weight::from_parts(45_752_975, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(i.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	fn bond() -> Weight {
		Weight::from_parts(80_609_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn withdraw_bond() -> Weight {
		Weight::from_parts(66_960_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn register_device() -> Weight {
		Weight::from_parts(450_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn remove_device() -> Weight {
		Weight::from_parts(350_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn set_item() -> Weight {
		Weight::from_parts(26_479_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn tally_base() -> Weight {
		Weight::from_parts(17_857_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn tally_row(i: u32, ) -> Weight {
		Weight::from_parts(47_818_624, 0)
			.saturating_add(Weight::from_parts(7_206_783, 0).saturating_mul(i.into()))
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(i.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn slash() -> Weight {
		Weight::from_parts(58_006_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn open_challenge() -> Weight {
		Weight::from_parts(45_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn answer_challenge() -> Weight {
		Weight::from_parts(450_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(27_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn demand_proof() -> Weight {
		Weight::from_parts(700_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(75_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn prove_devices() -> Weight {
		Weight::from_parts(900_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn forget_answer() -> Weight {
		Weight::from_parts(35_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}


//! Weights of `pallet_fiat`, measured by `scripts/weights`. Not to be edited.
//!
//! Date: 2026-11-25, steps: 10, repeats: 5, processor: AMD EPYC.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// Weights of `pallet_fiat`.
pub trait WeightInfo {
	fn attest_receipts(n: u32, ) -> Weight;
	fn attest_last(n: u32, ) -> Weight;
	fn reverse_receipt() -> Weight;
	fn release() -> Weight;
	fn redeem() -> Weight;
	fn cancel_redemption() -> Weight;
	fn claim_redemption() -> Weight;
	fn confirm_redemption() -> Weight;
	fn reject_redemption() -> Weight;
	fn cover_deficit() -> Weight;
	fn set_provider() -> Weight;
	fn set_threshold() -> Weight;
	fn agenda_base() -> Weight;
	fn agenda_step() -> Weight;
	fn queue_base() -> Weight;
	fn queue_step() -> Weight;
}

/// Weights on the node's database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `GatewayMembership::Members` (r:1 w:0)
	/// Proof: `GatewayMembership::Members` (`max_values`: Some(1), `max_size`: Some(513), added: 1008, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Providers` (r:1 w:0)
	/// Proof: `Fiat::Providers` (`max_values`: Some(1), `max_size`: Some(1313), added: 1808, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Receipts` (r:100 w:0)
	/// Proof: `Fiat::Receipts` (`max_values`: None, `max_size`: Some(148), added: 2623, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Statements` (r:100 w:100)
	/// Proof: `Fiat::Statements` (`max_values`: None, `max_size`: Some(1459), added: 3934, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::AgendaCursor` (r:1 w:0)
	/// Proof: `Fiat::AgendaCursor` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Threshold` (r:1 w:0)
	/// Proof: `Fiat::Threshold` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Agenda` (r:0 w:100)
	/// Proof: `Fiat::Agenda` (`max_values`: None, `max_size`: Some(63), added: 2538, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 100]`.
	fn attest_receipts(n: u32, ) -> Weight {
		// Minimum execution time: 46_818 nanoseconds.
		Weight::from_parts(2_936_440, 0)
			// Standard error: 198_955
			.saturating_add(Weight::from_parts(23_818_779, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
	}
	/// Storage: `GatewayMembership::Members` (r:1 w:0)
	/// Proof: `GatewayMembership::Members` (`max_values`: Some(1), `max_size`: Some(513), added: 1008, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Providers` (r:1 w:1)
	/// Proof: `Fiat::Providers` (`max_values`: Some(1), `max_size`: Some(1313), added: 1808, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Receipts` (r:100 w:100)
	/// Proof: `Fiat::Receipts` (`max_values`: None, `max_size`: Some(148), added: 2623, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Statements` (r:100 w:0)
	/// Proof: `Fiat::Statements` (`max_values`: None, `max_size`: Some(1459), added: 3934, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::AgendaCursor` (r:1 w:0)
	/// Proof: `Fiat::AgendaCursor` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Threshold` (r:1 w:0)
	/// Proof: `Fiat::Threshold` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:101 w:101)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:101 w:101)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Totals` (r:1 w:1)
	/// Proof: `Fiat::Totals` (`max_values`: Some(1), `max_size`: Some(64), added: 559, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:1 w:1)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(285), added: 2760, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Agenda` (r:0 w:100)
	/// Proof: `Fiat::Agenda` (`max_values`: None, `max_size`: Some(63), added: 2538, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 100]`.
	fn attest_last(n: u32, ) -> Weight {
		// Minimum execution time: 205_416 nanoseconds.
		Weight::from_parts(110_210_695, 0)
			// Standard error: 3_057_171
			.saturating_add(Weight::from_parts(170_790_157, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(7_u64))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(n.into())))
	}
	/// Storage: `GatewayMembership::Members` (r:1 w:0)
	/// Proof: `GatewayMembership::Members` (`max_values`: Some(1), `max_size`: Some(513), added: 1008, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Receipts` (r:1 w:1)
	/// Proof: `Fiat::Receipts` (`max_values`: None, `max_size`: Some(148), added: 2623, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Reversals` (r:1 w:1)
	/// Proof: `Fiat::Reversals` (`max_values`: None, `max_size`: Some(563), added: 3038, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Threshold` (r:1 w:0)
	/// Proof: `Fiat::Threshold` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:1 w:1)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(285), added: 2760, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Totals` (r:1 w:1)
	/// Proof: `Fiat::Totals` (`max_values`: Some(1), `max_size`: Some(64), added: 559, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Providers` (r:1 w:1)
	/// Proof: `Fiat::Providers` (`max_values`: Some(1), `max_size`: Some(1313), added: 1808, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::AgendaCursor` (r:1 w:0)
	/// Proof: `Fiat::AgendaCursor` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Agenda` (r:0 w:1)
	/// Proof: `Fiat::Agenda` (`max_values`: None, `max_size`: Some(63), added: 2538, mode: `MaxEncodedLen`)
	fn reverse_receipt() -> Weight {
		// Minimum execution time: 175_860 nanoseconds.
		Weight::from_parts(310_953_000, 0)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// Storage: `Fiat::Receipts` (r:1 w:1)
	/// Proof: `Fiat::Receipts` (`max_values`: None, `max_size`: Some(148), added: 2623, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Young` (r:1 w:1)
	/// Proof: `Fiat::Young` (`max_values`: None, `max_size`: Some(114), added: 2589, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:1 w:1)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(285), added: 2760, mode: `MaxEncodedLen`)
	fn release() -> Weight {
		// Minimum execution time: 167_313 nanoseconds.
		Weight::from_parts(292_359_000, 0)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:1 w:1)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(285), added: 2760, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::NextRedemptionId` (r:1 w:1)
	/// Proof: `Fiat::NextRedemptionId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Bme::TimeScale` (r:1 w:0)
	/// Proof: `Bme::TimeScale` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::AgendaCursor` (r:1 w:0)
	/// Proof: `Fiat::AgendaCursor` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Agenda` (r:0 w:1)
	/// Proof: `Fiat::Agenda` (`max_values`: None, `max_size`: Some(63), added: 2538, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Redemptions` (r:0 w:1)
	/// Proof: `Fiat::Redemptions` (`max_values`: None, `max_size`: Some(666), added: 3141, mode: `MaxEncodedLen`)
	fn redeem() -> Weight {
		// Minimum execution time: 110_647 nanoseconds.
		Weight::from_parts(186_059_000, 0)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Fiat::Redemptions` (r:1 w:1)
	/// Proof: `Fiat::Redemptions` (`max_values`: None, `max_size`: Some(666), added: 3141, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:1 w:1)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(285), added: 2760, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	fn cancel_redemption() -> Weight {
		// Minimum execution time: 84_638 nanoseconds.
		Weight::from_parts(155_671_000, 0)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `GatewayMembership::Members` (r:1 w:0)
	/// Proof: `GatewayMembership::Members` (`max_values`: Some(1), `max_size`: Some(513), added: 1008, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Redemptions` (r:1 w:1)
	/// Proof: `Fiat::Redemptions` (`max_values`: None, `max_size`: Some(666), added: 3141, mode: `MaxEncodedLen`)
	fn claim_redemption() -> Weight {
		// Minimum execution time: 30_627 nanoseconds.
		Weight::from_parts(56_286_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `GatewayMembership::Members` (r:1 w:0)
	/// Proof: `GatewayMembership::Members` (`max_values`: Some(1), `max_size`: Some(513), added: 1008, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Redemptions` (r:1 w:1)
	/// Proof: `Fiat::Redemptions` (`max_values`: None, `max_size`: Some(666), added: 3141, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Threshold` (r:1 w:0)
	/// Proof: `Fiat::Threshold` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:1 w:1)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(285), added: 2760, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Totals` (r:1 w:1)
	/// Proof: `Fiat::Totals` (`max_values`: Some(1), `max_size`: Some(64), added: 559, mode: `MaxEncodedLen`)
	fn confirm_redemption() -> Weight {
		// Minimum execution time: 88_586 nanoseconds.
		Weight::from_parts(143_659_000, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `GatewayMembership::Members` (r:1 w:0)
	/// Proof: `GatewayMembership::Members` (`max_values`: Some(1), `max_size`: Some(513), added: 1008, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Redemptions` (r:1 w:1)
	/// Proof: `Fiat::Redemptions` (`max_values`: None, `max_size`: Some(666), added: 3141, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Threshold` (r:1 w:0)
	/// Proof: `Fiat::Threshold` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:1 w:1)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(285), added: 2760, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	fn reject_redemption() -> Weight {
		// Minimum execution time: 98_435 nanoseconds.
		Weight::from_parts(113_142_000, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Fiat::Providers` (r:1 w:1)
	/// Proof: `Fiat::Providers` (`max_values`: Some(1), `max_size`: Some(1313), added: 1808, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:0)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Totals` (r:1 w:1)
	/// Proof: `Fiat::Totals` (`max_values`: Some(1), `max_size`: Some(64), added: 559, mode: `MaxEncodedLen`)
	fn cover_deficit() -> Weight {
		// Minimum execution time: 94_537 nanoseconds.
		Weight::from_parts(147_647_000, 0)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Fiat::Providers` (r:1 w:1)
	/// Proof: `Fiat::Providers` (`max_values`: Some(1), `max_size`: Some(1313), added: 1808, mode: `MaxEncodedLen`)
	fn set_provider() -> Weight {
		// Minimum execution time: 25_328 nanoseconds.
		Weight::from_parts(28_703_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Fiat::Threshold` (r:1 w:1)
	/// Proof: `Fiat::Threshold` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn set_threshold() -> Weight {
		// Minimum execution time: 15_249 nanoseconds.
		Weight::from_parts(22_151_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::AgendaCursor` (r:1 w:0)
	/// Proof: `Fiat::AgendaCursor` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn agenda_base() -> Weight {
		// Minimum execution time: 8_706 nanoseconds.
		Weight::from_parts(15_069_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::AgendaCursor` (r:1 w:1)
	/// Proof: `Fiat::AgendaCursor` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Agenda` (r:2 w:1)
	/// Proof: `Fiat::Agenda` (`max_values`: None, `max_size`: Some(63), added: 2538, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Receipts` (r:1 w:1)
	/// Proof: `Fiat::Receipts` (`max_values`: None, `max_size`: Some(148), added: 2623, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Young` (r:2 w:1)
	/// Proof: `Fiat::Young` (`max_values`: None, `max_size`: Some(114), added: 2589, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Holders` (r:2 w:1)
	/// Proof: `Fiat::Holders` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:1 w:1)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(285), added: 2760, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Statements` (r:1 w:0)
	/// Proof: `Fiat::Statements` (`max_values`: None, `max_size`: Some(1459), added: 3934, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Reversals` (r:0 w:1)
	/// Proof: `Fiat::Reversals` (`max_values`: None, `max_size`: Some(563), added: 3038, mode: `MaxEncodedLen`)
	fn agenda_step() -> Weight {
		// Minimum execution time: 196_980 nanoseconds.
		Weight::from_parts(315_632_000, 0)
			.saturating_add(T::DbWeight::get().reads(17_u64))
			.saturating_add(T::DbWeight::get().writes(13_u64))
	}
	/// Storage: `Fiat::Providers` (r:1 w:0)
	/// Proof: `Fiat::Providers` (`max_values`: Some(1), `max_size`: Some(1313), added: 1808, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn queue_base() -> Weight {
		// Minimum execution time: 17_162 nanoseconds.
		Weight::from_parts(20_108_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
	/// Storage: `Fiat::Providers` (r:1 w:1)
	/// Proof: `Fiat::Providers` (`max_values`: Some(1), `max_size`: Some(1313), added: 1808, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Queue` (r:1 w:1)
	/// Proof: `Fiat::Queue` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Receipts` (r:1 w:1)
	/// Proof: `Fiat::Receipts` (`max_values`: None, `max_size`: Some(148), added: 2623, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:2 w:2)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Totals` (r:1 w:1)
	/// Proof: `Fiat::Totals` (`max_values`: Some(1), `max_size`: Some(64), added: 559, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:1 w:1)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(285), added: 2760, mode: `MaxEncodedLen`)
	fn queue_step() -> Weight {
		// Minimum execution time: 187_071 nanoseconds.
		Weight::from_parts(222_016_000, 0)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(11_u64))
	}
}

// For tests.
impl WeightInfo for () {
	fn attest_receipts(n: u32, ) -> Weight {
		Weight::from_parts(2_936_440, 0)
			.saturating_add(Weight::from_parts(23_818_779, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(n.into())))
	}
	fn attest_last(n: u32, ) -> Weight {
		Weight::from_parts(110_210_695, 0)
			.saturating_add(Weight::from_parts(170_790_157, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
			.saturating_add(ParityDbWeight::get().writes((4_u64).saturating_mul(n.into())))
	}
	fn reverse_receipt() -> Weight {
		Weight::from_parts(310_953_000, 0)
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn release() -> Weight {
		Weight::from_parts(292_359_000, 0)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn redeem() -> Weight {
		Weight::from_parts(186_059_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn cancel_redemption() -> Weight {
		Weight::from_parts(155_671_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn claim_redemption() -> Weight {
		Weight::from_parts(56_286_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn confirm_redemption() -> Weight {
		Weight::from_parts(143_659_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn reject_redemption() -> Weight {
		Weight::from_parts(113_142_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn cover_deficit() -> Weight {
		Weight::from_parts(147_647_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn set_provider() -> Weight {
		Weight::from_parts(28_703_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_threshold() -> Weight {
		Weight::from_parts(22_151_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn agenda_base() -> Weight {
		Weight::from_parts(15_069_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
	}
	fn agenda_step() -> Weight {
		Weight::from_parts(315_632_000, 0)
			.saturating_add(ParityDbWeight::get().reads(17_u64))
			.saturating_add(ParityDbWeight::get().writes(13_u64))
	}
	fn queue_base() -> Weight {
		Weight::from_parts(20_108_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
	}
	fn queue_step() -> Weight {
		Weight::from_parts(222_016_000, 0)
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().writes(11_u64))
	}
}

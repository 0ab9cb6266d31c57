
//! Weights of `pallet_bme`, measured by `scripts/weights`. Not to be edited.
//!
//! Date: 2026-11-28, steps: 20, repeats: 10, processor: AMD EPYC.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// Weights of `pallet_bme`.
pub trait WeightInfo {
	fn request_job(n: u32, l: u32, ) -> Weight;
	fn accept_job() -> Weight;
	fn cancel_job(n: u32, ) -> Weight;
	fn settle(n: u32, ) -> Weight;
	fn settle_young(n: u32, ) -> Weight;
	fn set_revenue_parts() -> Weight;
	fn pause() -> Weight;
	fn resume() -> Weight;
	fn payout(e: u32, p: u32, ) -> Weight;
	fn claim_owed() -> Weight;
	fn agenda_base() -> Weight;
	fn epoch_base() -> Weight;
	fn close_epoch() -> Weight;
	fn note_policy(t: u32, ) -> Weight;
	fn withdraw_policy() -> Weight;
	fn adopt_policy() -> Weight;
	fn cancel_policy() -> Weight;
	fn payout_base() -> Weight;
	fn payout_step() -> Weight;
}

/// Weights on the node's database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Pauses` (r:1 w:0)
	/// Proof: `Bme::Pauses` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	/// Storage: `Bme::TimeScale` (r:1 w:0)
	/// Proof: `Bme::TimeScale` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::EvidenceBases` (r:1 w:0)
	/// Proof: `Contribution::EvidenceBases` (`max_values`: Some(1), `max_size`: Some(2114), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Policy` (r:1 w:0)
	/// Proof: `Bme::Policy` (`max_values`: Some(1), `max_size`: Some(99106), added: 99601, mode: `MaxEncodedLen`)
	/// Storage: `Price::Current` (r:1 w:0)
	/// Proof: `Price::Current` (`max_values`: Some(1), `max_size`: Some(81), added: 576, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Receipts` (r:8 w:0)
	/// Proof: `Fiat::Receipts` (`max_values`: None, `max_size`: Some(148), added: 2623, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Young` (r:8 w:8)
	/// Proof: `Fiat::Young` (`max_values`: None, `max_size`: Some(114), added: 2589, mode: `MaxEncodedLen`)
	/// Storage: `Bme::RevenueParts` (r:1 w:0)
	/// Proof: `Bme::RevenueParts` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Bme::NextJobId` (r:1 w:1)
	/// Proof: `Bme::NextJobId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Bme::AgendaClock` (r:1 w:0)
	/// Proof: `Bme::AgendaClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:1 w:1)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(285), added: 2760, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Agenda` (r:0 w:1)
	/// Proof: `Bme::Agenda` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Jobs` (r:0 w:1)
	/// Proof: `Bme::Jobs` (`max_values`: None, `max_size`: Some(1369), added: 3844, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	/// The range of component `l` is `[0, 8]`.
	fn request_job(n: u32, l: u32, ) -> Weight {
		// Minimum execution time: 261_430 nanoseconds.
		Weight::from_parts(315_588_915, 0)
			// Standard error: 145_323
			.saturating_add(Weight::from_parts(1_499_939, 0).saturating_mul(n.into()))
			// Standard error: 264_677
			.saturating_add(Weight::from_parts(21_677_951, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes(10_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(l.into())))
	}
	/// Storage: `Bme::Jobs` (r:1 w:1)
	/// Proof: `Bme::Jobs` (`max_values`: None, `max_size`: Some(1369), added: 3844, mode: `MaxEncodedLen`)
	/// Storage: `Bme::AgendaClock` (r:1 w:0)
	/// Proof: `Bme::AgendaClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Suppliers` (r:1 w:1)
	/// Proof: `Contribution::Suppliers` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Agenda` (r:0 w:2)
	/// Proof: `Bme::Agenda` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Works` (r:0 w:1)
	/// Proof: `Contribution::Works` (`max_values`: None, `max_size`: Some(1805), added: 4280, mode: `MaxEncodedLen`)
	fn accept_job() -> Weight {
		// Minimum execution time: 45_188 nanoseconds.
		Weight::from_parts(85_557_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Bme::Jobs` (r:1 w:1)
	/// Proof: `Bme::Jobs` (`max_values`: None, `max_size`: Some(1369), added: 3844, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Suppliers` (r:15 w:15)
	/// Proof: `Contribution::Suppliers` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `Bme::BurnedTotal` (r:1 w:1)
	/// Proof: `Bme::BurnedTotal` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:1 w:1)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(285), added: 2760, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::BalancesOnHold` (r:1 w:1)
	/// Proof: `AssetsHolder::BalancesOnHold` (`max_values`: None, `max_size`: Some(84), added: 2559, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Receipts` (r:8 w:8)
	/// Proof: `Fiat::Receipts` (`max_values`: None, `max_size`: Some(148), added: 2623, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Young` (r:8 w:8)
	/// Proof: `Fiat::Young` (`max_values`: None, `max_size`: Some(114), added: 2589, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Agenda` (r:0 w:1)
	/// Proof: `Bme::Agenda` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[0, 15]`.
	fn cancel_job(n: u32, ) -> Weight {
		// Minimum execution time: 282_221 nanoseconds.
		Weight::from_parts(317_181_145, 0)
			// Standard error: 109_817
			.saturating_add(Weight::from_parts(4_560_237, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(26_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(26_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// Storage: `Bme::Jobs` (r:1 w:1)
	/// Proof: `Bme::Jobs` (`max_values`: None, `max_size`: Some(1369), added: 3844, mode: `MaxEncodedLen`)
	/// Storage: `Bme::AgendaClock` (r:1 w:0)
	/// Proof: `Bme::AgendaClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Works` (r:1 w:1)
	/// Proof: `Contribution::Works` (`max_values`: None, `max_size`: Some(1805), added: 4280, mode: `MaxEncodedLen`)
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
	/// Proof: `Verification::Panels` (`max_values`: None, `max_size`: Some(1408), added: 3883, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Suppliers` (r:16 w:16)
	/// Proof: `Contribution::Suppliers` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Agenda` (r:0 w:1)
	/// Proof: `Bme::Agenda` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn settle(n: u32, ) -> Weight {
		// Minimum execution time: 181_370 nanoseconds.
		Weight::from_parts(136_286_813, 0)
			// Standard error: 79_184
			.saturating_add(Weight::from_parts(54_119_702, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(11_u64))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(n.into())))
	}
	/// Storage: `Bme::Jobs` (r:1 w:1)
	/// Proof: `Bme::Jobs` (`max_values`: None, `max_size`: Some(1369), added: 3844, mode: `MaxEncodedLen`)
	/// Storage: `Bme::AgendaClock` (r:1 w:0)
	/// Proof: `Bme::AgendaClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Works` (r:1 w:1)
	/// Proof: `Contribution::Works` (`max_values`: None, `max_size`: Some(1805), added: 4280, mode: `MaxEncodedLen`)
	/// Storage: `Verification::SamplingTerms` (r:1 w:0)
	/// Proof: `Verification::SamplingTerms` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
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
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Receipts` (r:8 w:8)
	/// Proof: `Fiat::Receipts` (`max_values`: None, `max_size`: Some(148), added: 2623, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Young` (r:23 w:23)
	/// Proof: `Fiat::Young` (`max_values`: None, `max_size`: Some(114), added: 2589, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Rows` (r:16 w:16)
	/// Proof: `Contribution::Rows` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Totals` (r:1 w:1)
	/// Proof: `Contribution::Totals` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `Verification::Panels` (r:1 w:0)
	/// Proof: `Verification::Panels` (`max_values`: None, `max_size`: Some(1408), added: 3883, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Suppliers` (r:16 w:16)
	/// Proof: `Contribution::Suppliers` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Holders` (r:0 w:23)
	/// Proof: `Fiat::Holders` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Agenda` (r:0 w:1)
	/// Proof: `Bme::Agenda` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn settle_young(n: u32, ) -> Weight {
		// Minimum execution time: 316_441 nanoseconds.
		Weight::from_parts(307_293_471, 0)
			// Standard error: 76_704
			.saturating_add(Weight::from_parts(29_352_480, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(32_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(35_u64))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(n.into())))
	}
	/// Storage: `Bme::RevenueParts` (r:1 w:1)
	/// Proof: `Bme::RevenueParts` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	fn set_revenue_parts() -> Weight {
		// Minimum execution time: 9_294 nanoseconds.
		Weight::from_parts(10_676_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Bme::TimeScale` (r:1 w:0)
	/// Proof: `Bme::TimeScale` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Bme::CurrentEpoch` (r:1 w:0)
	/// Proof: `Bme::CurrentEpoch` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Pauses` (r:1 w:1)
	/// Proof: `Bme::Pauses` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	fn pause() -> Weight {
		// Minimum execution time: 15_002 nanoseconds.
		Weight::from_parts(26_560_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Pauses` (r:1 w:1)
	/// Proof: `Bme::Pauses` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	fn resume() -> Weight {
		// Minimum execution time: 12_088 nanoseconds.
		Weight::from_parts(22_504_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Bme::CurrentEpoch` (r:1 w:0)
	/// Proof: `Bme::CurrentEpoch` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	/// Storage: `Bme::EpochRecords` (r:8 w:8)
	/// Proof: `Bme::EpochRecords` (`max_values`: None, `max_size`: Some(200), added: 2675, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Rows` (r:8 w:8)
	/// Proof: `Contribution::Rows` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Totals` (r:8 w:8)
	/// Proof: `Contribution::Totals` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:4 w:4)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// The range of component `e` is `[1, 8]`.
	/// The range of component `p` is `[1, 3]`.
	fn payout(e: u32, p: u32, ) -> Weight {
		// Minimum execution time: 165_546 nanoseconds.
		Weight::from_parts(14_615_992, 0)
			// Standard error: 157_186
			.saturating_add(Weight::from_parts(20_233_430, 0).saturating_mul(e.into()))
			// Standard error: 467_393
			.saturating_add(Weight::from_parts(51_147_134, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(e.into())))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(e.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
	}
	/// Storage: `Bme::Owed` (r:1 w:1)
	/// Proof: `Bme::Owed` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
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
	fn claim_owed() -> Weight {
		// Minimum execution time: 92_057 nanoseconds.
		Weight::from_parts(98_958_000, 0)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `Bme::AgendaClock` (r:1 w:1)
	/// Proof: `Bme::AgendaClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Agenda` (r:2 w:0)
	/// Proof: `Bme::Agenda` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	fn agenda_base() -> Weight {
		// Minimum execution time: 11_387 nanoseconds.
		Weight::from_parts(12_499_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Bme::CurrentEpoch` (r:1 w:0)
	/// Proof: `Bme::CurrentEpoch` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Pauses` (r:1 w:0)
	/// Proof: `Bme::Pauses` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	fn epoch_base() -> Weight {
		// Minimum execution time: 8_222 nanoseconds.
		Weight::from_parts(9_094_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
	}
	/// Storage: `Bme::Policy` (r:1 w:1)
	/// Proof: `Bme::Policy` (`max_values`: Some(1), `max_size`: Some(99106), added: 99601, mode: `MaxEncodedLen`)
	/// Storage: `Bme::BurnedTotal` (r:5 w:1)
	/// Proof: `Bme::BurnedTotal` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Totals` (r:1 w:0)
	/// Proof: `Contribution::Totals` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `Bme::MintedTotal` (r:5 w:4)
	/// Proof: `Bme::MintedTotal` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Bme::RemintedTotal` (r:1 w:1)
	/// Proof: `Bme::RemintedTotal` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:4 w:4)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Bme::UnearnedTotal` (r:1 w:1)
	/// Proof: `Bme::UnearnedTotal` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Bme::PendingPolicy` (r:1 w:1)
	/// Proof: `Bme::PendingPolicy` (`max_values`: Some(1), `max_size`: Some(99110), added: 99605, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Anchors` (r:15 w:2)
	/// Proof: `Bme::Anchors` (`max_values`: None, `max_size`: Some(99118), added: 101593, mode: `MaxEncodedLen`)
	/// Storage: `Bme::EpochRecords` (r:1 w:2)
	/// Proof: `Bme::EpochRecords` (`max_values`: None, `max_size`: Some(200), added: 2675, mode: `MaxEncodedLen`)
	/// Storage: `Bme::CurrentEpoch` (r:0 w:1)
	/// Proof: `Bme::CurrentEpoch` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	fn close_epoch() -> Weight {
		// Minimum execution time: 13_953_540 nanoseconds.
		Weight::from_parts(14_920_709_000, 0)
			.saturating_add(T::DbWeight::get().reads(35_u64))
			.saturating_add(T::DbWeight::get().writes(18_u64))
	}
	/// Storage: `Bme::Policy` (r:1 w:0)
	/// Proof: `Bme::Policy` (`max_values`: Some(1), `max_size`: Some(99106), added: 99601, mode: `MaxEncodedLen`)
	/// Storage: `Bme::CurrentEpoch` (r:1 w:0)
	/// Proof: `Bme::CurrentEpoch` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Price::Current` (r:1 w:0)
	/// Proof: `Price::Current` (`max_values`: Some(1), `max_size`: Some(81), added: 576, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Anchors` (r:1 w:0)
	/// Proof: `Bme::Anchors` (`max_values`: None, `max_size`: Some(99118), added: 101593, mode: `MaxEncodedLen`)
	/// Storage: `Bme::MintedTotal` (r:2 w:0)
	/// Proof: `Bme::MintedTotal` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Bme::RemintedTotal` (r:1 w:0)
	/// Proof: `Bme::RemintedTotal` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Bme::PendingPolicy` (r:1 w:0)
	/// Proof: `Bme::PendingPolicy` (`max_values`: Some(1), `max_size`: Some(99110), added: 99605, mode: `MaxEncodedLen`)
	/// Storage: `Bme::TimeScale` (r:1 w:0)
	/// Proof: `Bme::TimeScale` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Candidates` (r:1 w:1)
	/// Proof: `Bme::Candidates` (`max_values`: None, `max_size`: Some(99222), added: 101697, mode: `MaxEncodedLen`)
	/// Storage: `Bme::EpochRecords` (r:1 w:0)
	/// Proof: `Bme::EpochRecords` (`max_values`: None, `max_size`: Some(200), added: 2675, mode: `MaxEncodedLen`)
	/// Storage: `Bme::BurnedTotal` (r:4 w:0)
	/// Proof: `Bme::BurnedTotal` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// The range of component `t` is `[1, 64]`.
	fn note_policy(t: u32, ) -> Weight {
		// Minimum execution time: 1_939_228 nanoseconds.
		Weight::from_parts(1_345_162_435, 0)
			// Standard error: 61_397_979
			.saturating_add(Weight::from_parts(1_731_495_296, 0).saturating_mul(t.into()))
			.saturating_add(T::DbWeight::get().reads(18_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Bme::Candidates` (r:1 w:1)
	/// Proof: `Bme::Candidates` (`max_values`: None, `max_size`: Some(99222), added: 101697, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Policy` (r:1 w:0)
	/// Proof: `Bme::Policy` (`max_values`: Some(1), `max_size`: Some(99106), added: 99601, mode: `MaxEncodedLen`)
	/// Storage: `Bme::CurrentEpoch` (r:1 w:0)
	/// Proof: `Bme::CurrentEpoch` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	fn withdraw_policy() -> Weight {
		// Minimum execution time: 116_254 nanoseconds.
		Weight::from_parts(125_587_000, 0)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Bme::Candidates` (r:1 w:1)
	/// Proof: `Bme::Candidates` (`max_values`: None, `max_size`: Some(99222), added: 101697, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Policy` (r:1 w:0)
	/// Proof: `Bme::Policy` (`max_values`: Some(1), `max_size`: Some(99106), added: 99601, mode: `MaxEncodedLen`)
	/// Storage: `Bme::CurrentEpoch` (r:1 w:0)
	/// Proof: `Bme::CurrentEpoch` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Price::Current` (r:1 w:0)
	/// Proof: `Price::Current` (`max_values`: Some(1), `max_size`: Some(81), added: 576, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Anchors` (r:1 w:0)
	/// Proof: `Bme::Anchors` (`max_values`: None, `max_size`: Some(99118), added: 101593, mode: `MaxEncodedLen`)
	/// Storage: `Bme::MintedTotal` (r:2 w:0)
	/// Proof: `Bme::MintedTotal` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Bme::RemintedTotal` (r:1 w:0)
	/// Proof: `Bme::RemintedTotal` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Bme::PendingPolicy` (r:1 w:1)
	/// Proof: `Bme::PendingPolicy` (`max_values`: Some(1), `max_size`: Some(99110), added: 99605, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	fn adopt_policy() -> Weight {
		// Minimum execution time: 93_706_976 nanoseconds.
		Weight::from_parts(95_032_740_000, 0)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Bme::PendingPolicy` (r:1 w:1)
	/// Proof: `Bme::PendingPolicy` (`max_values`: Some(1), `max_size`: Some(99110), added: 99605, mode: `MaxEncodedLen`)
	fn cancel_policy() -> Weight {
		// Minimum execution time: 16_955 nanoseconds.
		Weight::from_parts(19_128_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Bme::CurrentEpoch` (r:1 w:0)
	/// Proof: `Bme::CurrentEpoch` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	/// Storage: `Bme::PayoutCursor` (r:1 w:1)
	/// Proof: `Bme::PayoutCursor` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Rows` (r:1 w:0)
	/// Proof: `Contribution::Rows` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	fn payout_base() -> Weight {
		// Minimum execution time: 10_546 nanoseconds.
		Weight::from_parts(16_946_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Bme::CurrentEpoch` (r:1 w:0)
	/// Proof: `Bme::CurrentEpoch` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	/// Storage: `Bme::PayoutCursor` (r:1 w:1)
	/// Proof: `Bme::PayoutCursor` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Rows` (r:2 w:1)
	/// Proof: `Contribution::Rows` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Totals` (r:1 w:1)
	/// Proof: `Contribution::Totals` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `Bme::EpochRecords` (r:1 w:1)
	/// Proof: `Bme::EpochRecords` (`max_values`: None, `max_size`: Some(200), added: 2675, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:4 w:4)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn payout_step() -> Weight {
		// Minimum execution time: 169_452 nanoseconds.
		Weight::from_parts(185_416_000, 0)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
}

// For tests.
impl WeightInfo for () {
	fn request_job(n: u32, l: u32, ) -> Weight {
		Weight::from_parts(315_588_915, 0)
			.saturating_add(Weight::from_parts(1_499_939, 0).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(21_677_951, 0).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads(16_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(l.into())))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(l.into())))
	}
	fn accept_job() -> Weight {
		Weight::from_parts(85_557_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn cancel_job(n: u32, ) -> Weight {
		Weight::from_parts(317_181_145, 0)
			.saturating_add(Weight::from_parts(4_560_237, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(26_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(26_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	fn settle(n: u32, ) -> Weight {
		Weight::from_parts(136_286_813, 0)
			.saturating_add(Weight::from_parts(54_119_702, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(11_u64))
			.saturating_add(ParityDbWeight::get().writes((4_u64).saturating_mul(n.into())))
	}
	fn settle_young(n: u32, ) -> Weight {
		Weight::from_parts(307_293_471, 0)
			.saturating_add(Weight::from_parts(29_352_480, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(32_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(35_u64))
			.saturating_add(ParityDbWeight::get().writes((4_u64).saturating_mul(n.into())))
	}
	fn set_revenue_parts() -> Weight {
		Weight::from_parts(10_676_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn pause() -> Weight {
		Weight::from_parts(26_560_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn resume() -> Weight {
		Weight::from_parts(22_504_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn payout(e: u32, p: u32, ) -> Weight {
		Weight::from_parts(14_615_992, 0)
			.saturating_add(Weight::from_parts(20_233_430, 0).saturating_mul(e.into()))
			.saturating_add(Weight::from_parts(51_147_134, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(e.into())))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(e.into())))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(p.into())))
	}
	fn claim_owed() -> Weight {
		Weight::from_parts(98_958_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn agenda_base() -> Weight {
		Weight::from_parts(12_499_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn epoch_base() -> Weight {
		Weight::from_parts(9_094_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
	}
	fn close_epoch() -> Weight {
		Weight::from_parts(14_920_709_000, 0)
			.saturating_add(ParityDbWeight::get().reads(35_u64))
			.saturating_add(ParityDbWeight::get().writes(18_u64))
	}
	fn note_policy(t: u32, ) -> Weight {
		Weight::from_parts(1_345_162_435, 0)
			.saturating_add(Weight::from_parts(1_731_495_296, 0).saturating_mul(t.into()))
			.saturating_add(ParityDbWeight::get().reads(18_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn withdraw_policy() -> Weight {
		Weight::from_parts(125_587_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn adopt_policy() -> Weight {
		Weight::from_parts(95_032_740_000, 0)
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn cancel_policy() -> Weight {
		Weight::from_parts(19_128_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn payout_base() -> Weight {
		Weight::from_parts(16_946_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn payout_step() -> Weight {
		Weight::from_parts(185_416_000, 0)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
}

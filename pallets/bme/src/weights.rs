
//! Weights of `pallet_bme`, measured by `scripts/weights`. Not to be edited.
//!
//! Date: 2026-11-24, steps: 6, repeats: 4, processor: AMD EPYC.

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
	/// Storage: `Bme::Pauses` (r:1 w:0)
	/// Proof: `Bme::Pauses` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	/// Storage: `Bme::TimeScale` (r:1 w:0)
	/// Proof: `Bme::TimeScale` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::EvidenceBases` (r:1 w:0)
	/// Proof: `Contribution::EvidenceBases` (`max_values`: Some(1), `max_size`: Some(2114), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Policy` (r:1 w:0)
	/// Proof: `Bme::Policy` (`max_values`: Some(1), `max_size`: Some(99106), added: 99601, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Price::Current` (r:1 w:0)
	/// Proof: `Price::Current` (`max_values`: Some(1), `max_size`: Some(81), added: 576, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
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
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(231), added: 2706, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Agenda` (r:0 w:1)
	/// Proof: `Bme::Agenda` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Jobs` (r:0 w:1)
	/// Proof: `Bme::Jobs` (`max_values`: None, `max_size`: Some(1369), added: 3844, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	/// The range of component `l` is `[0, 8]`.
	fn request_job(n: u32, l: u32, ) -> Weight {
		// Minimum execution time: 169_562 picoseconds.
		Weight::from_parts(221_052_018, 0)
			// Standard error: 265_855
			.saturating_add(Weight::from_parts(1_950_384, 0).saturating_mul(n.into()))
			// Standard error: 476_245
			.saturating_add(Weight::from_parts(17_835_539, 0).saturating_mul(l.into()))
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
	/// Storage: `Bme::Agenda` (r:0 w:1)
	/// Proof: `Bme::Agenda` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Works` (r:0 w:1)
	/// Proof: `Contribution::Works` (`max_values`: None, `max_size`: Some(1799), added: 4274, mode: `MaxEncodedLen`)
	fn accept_job() -> Weight {
		// Minimum execution time: 41_962 picoseconds.
		Weight::from_parts(69_363_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Bme::Jobs` (r:1 w:1)
	/// Proof: `Bme::Jobs` (`max_values`: None, `max_size`: Some(1369), added: 3844, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Suppliers` (r:15 w:15)
	/// Proof: `Contribution::Suppliers` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `Bme::BurnedTotal` (r:1 w:1)
	/// Proof: `Bme::BurnedTotal` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Asset` (r:1 w:1)
	/// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	/// Storage: `Assets::Account` (r:1 w:1)
	/// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:1 w:1)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(231), added: 2706, mode: `MaxEncodedLen`)
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
		// Minimum execution time: 270_962 picoseconds.
		Weight::from_parts(367_630_194, 0)
			// Standard error: 283_850
			.saturating_add(Weight::from_parts(6_455_893, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(25_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(25_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// Storage: `Bme::Jobs` (r:1 w:1)
	/// Proof: `Bme::Jobs` (`max_values`: None, `max_size`: Some(1369), added: 3844, mode: `MaxEncodedLen`)
	/// Storage: `Bme::AgendaClock` (r:1 w:0)
	/// Proof: `Bme::AgendaClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Works` (r:1 w:1)
	/// Proof: `Contribution::Works` (`max_values`: None, `max_size`: Some(1799), added: 4274, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:17 w:17)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `Bme::BurnedTotal` (r:1 w:1)
	/// Proof: `Bme::BurnedTotal` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Bme::CurrentEpoch` (r:1 w:0)
	/// Proof: `Bme::CurrentEpoch` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:1 w:1)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(231), added: 2706, mode: `MaxEncodedLen`)
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
	/// Storage: `Contribution::Suppliers` (r:16 w:16)
	/// Proof: `Contribution::Suppliers` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Agenda` (r:0 w:1)
	/// Proof: `Bme::Agenda` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn settle(n: u32, ) -> Weight {
		// Minimum execution time: 165_465 picoseconds.
		Weight::from_parts(137_085_345, 0)
			// Standard error: 356_941
			.saturating_add(Weight::from_parts(57_738_904, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(10_u64))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(n.into())))
	}
	/// Storage: `Bme::Jobs` (r:1 w:1)
	/// Proof: `Bme::Jobs` (`max_values`: None, `max_size`: Some(1369), added: 3844, mode: `MaxEncodedLen`)
	/// Storage: `Bme::AgendaClock` (r:1 w:0)
	/// Proof: `Bme::AgendaClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Contribution::Works` (r:1 w:1)
	/// Proof: `Contribution::Works` (`max_values`: None, `max_size`: Some(1799), added: 4274, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `Bme::BurnedTotal` (r:1 w:1)
	/// Proof: `Bme::BurnedTotal` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Bme::CurrentEpoch` (r:1 w:0)
	/// Proof: `Bme::CurrentEpoch` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	/// Storage: `AssetsHolder::Holds` (r:1 w:1)
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(231), added: 2706, mode: `MaxEncodedLen`)
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
	/// Storage: `Contribution::Suppliers` (r:16 w:16)
	/// Proof: `Contribution::Suppliers` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `Fiat::Holders` (r:0 w:23)
	/// Proof: `Fiat::Holders` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Agenda` (r:0 w:1)
	/// Proof: `Bme::Agenda` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn settle_young(n: u32, ) -> Weight {
		// Minimum execution time: 307_116 picoseconds.
		Weight::from_parts(347_073_193, 0)
			// Standard error: 493_514
			.saturating_add(Weight::from_parts(34_269_948, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(29_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(34_u64))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(n.into())))
	}
	/// Storage: `Bme::RevenueParts` (r:1 w:1)
	/// Proof: `Bme::RevenueParts` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	fn set_revenue_parts() -> Weight {
		// Minimum execution time: 9_924 picoseconds.
		Weight::from_parts(19_860_000, 0)
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
		// Counted by hand: the time of the dearest neighbour that writes one item.
		Weight::from_parts(31_216_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Pauses` (r:1 w:1)
	/// Proof: `Bme::Pauses` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	fn resume() -> Weight {
		// Counted by hand: the time of the dearest neighbour that writes one item.
		Weight::from_parts(31_216_000, 0)
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
		// Minimum execution time: 170_884 picoseconds.
		Weight::from_parts(35_971_013, 0)
			// Standard error: 344_427
			.saturating_add(Weight::from_parts(24_107_585, 0).saturating_mul(e.into()))
			// Standard error: 1_039_336
			.saturating_add(Weight::from_parts(58_050_926, 0).saturating_mul(p.into()))
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
	/// Proof: `AssetsHolder::Holds` (`max_values`: None, `max_size`: Some(231), added: 2706, mode: `MaxEncodedLen`)
	fn claim_owed() -> Weight {
		// Minimum execution time: 93_509 picoseconds.
		Weight::from_parts(143_483_000, 0)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `Bme::AgendaClock` (r:1 w:1)
	/// Proof: `Bme::AgendaClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Bme::Agenda` (r:2 w:0)
	/// Proof: `Bme::Agenda` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	fn agenda_base() -> Weight {
		// Minimum execution time: 12_027 picoseconds.
		Weight::from_parts(17_466_000, 0)
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
		// Minimum execution time: 5_478 picoseconds.
		Weight::from_parts(7_612_000, 0)
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
		// Minimum execution time: 14_135_435 picoseconds.
		Weight::from_parts(20_327_322_000, 0)
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// The range of component `t` is `[1, 64]`.
	fn note_policy(t: u32, ) -> Weight {
		// Minimum execution time: 1_939_531 picoseconds.
		Weight::from_parts(1_374_813_006, 0)
			// Standard error: 16_514_102
			.saturating_add(Weight::from_parts(1_640_919_638, 0).saturating_mul(t.into()))
			.saturating_add(T::DbWeight::get().reads(17_u64))
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	fn withdraw_policy() -> Weight {
		// Minimum execution time: 108_381 picoseconds.
		Weight::from_parts(116_232_000, 0)
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
	/// Storage: `Bme::TimeScale` (r:1 w:0)
	/// Proof: `Bme::TimeScale` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Bme::PendingPolicy` (r:1 w:1)
	/// Proof: `Bme::PendingPolicy` (`max_values`: Some(1), `max_size`: Some(99110), added: 99605, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	fn adopt_policy() -> Weight {
		// Minimum execution time: 95_315_628 picoseconds.
		Weight::from_parts(127_241_673_000, 0)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Bme::PendingPolicy` (r:1 w:1)
	/// Proof: `Bme::PendingPolicy` (`max_values`: Some(1), `max_size`: Some(99110), added: 99605, mode: `MaxEncodedLen`)
	fn cancel_policy() -> Weight {
		// Minimum execution time: 17_255 picoseconds.
		Weight::from_parts(31_216_000, 0)
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
		// Minimum execution time: 10_385 picoseconds.
		Weight::from_parts(14_582_000, 0)
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
		// Minimum execution time: 174_088 picoseconds.
		Weight::from_parts(254_918_000, 0)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
}

// For tests.
impl WeightInfo for () {
	fn pause() -> Weight {
		Weight::from_parts(31_216_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn resume() -> Weight {
		Weight::from_parts(31_216_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn request_job(n: u32, l: u32, ) -> Weight {
		Weight::from_parts(221_052_018, 0)
			.saturating_add(Weight::from_parts(1_950_384, 0).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(17_835_539, 0).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads(16_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(l.into())))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(l.into())))
	}
	fn accept_job() -> Weight {
		Weight::from_parts(69_363_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn cancel_job(n: u32, ) -> Weight {
		Weight::from_parts(367_630_194, 0)
			.saturating_add(Weight::from_parts(6_455_893, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(25_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(25_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	fn settle(n: u32, ) -> Weight {
		Weight::from_parts(137_085_345, 0)
			.saturating_add(Weight::from_parts(57_738_904, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
			.saturating_add(ParityDbWeight::get().writes((4_u64).saturating_mul(n.into())))
	}
	fn settle_young(n: u32, ) -> Weight {
		Weight::from_parts(347_073_193, 0)
			.saturating_add(Weight::from_parts(34_269_948, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(29_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(34_u64))
			.saturating_add(ParityDbWeight::get().writes((4_u64).saturating_mul(n.into())))
	}
	fn set_revenue_parts() -> Weight {
		Weight::from_parts(19_860_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn payout(e: u32, p: u32, ) -> Weight {
		Weight::from_parts(35_971_013, 0)
			.saturating_add(Weight::from_parts(24_107_585, 0).saturating_mul(e.into()))
			.saturating_add(Weight::from_parts(58_050_926, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(e.into())))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(e.into())))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(p.into())))
	}
	fn claim_owed() -> Weight {
		Weight::from_parts(143_483_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn agenda_base() -> Weight {
		Weight::from_parts(17_466_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn epoch_base() -> Weight {
		Weight::from_parts(7_612_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
	}
	fn close_epoch() -> Weight {
		Weight::from_parts(20_327_322_000, 0)
			.saturating_add(ParityDbWeight::get().reads(35_u64))
			.saturating_add(ParityDbWeight::get().writes(18_u64))
	}
	fn note_policy(t: u32, ) -> Weight {
		Weight::from_parts(1_374_813_006, 0)
			.saturating_add(Weight::from_parts(1_640_919_638, 0).saturating_mul(t.into()))
			.saturating_add(ParityDbWeight::get().reads(17_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn withdraw_policy() -> Weight {
		Weight::from_parts(116_232_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn adopt_policy() -> Weight {
		Weight::from_parts(127_241_673_000, 0)
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn cancel_policy() -> Weight {
		Weight::from_parts(31_216_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn payout_base() -> Weight {
		Weight::from_parts(14_582_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn payout_step() -> Weight {
		Weight::from_parts(254_918_000, 0)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
}

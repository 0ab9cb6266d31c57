//! Money: jobs, epochs and the ledger.

use super::{contribution::MinLiability, governance::StorageDeposit};
use crate::{
	constants::{self, FIAT_ID, SLOT},
	governance::{
		origins::{EnsureEmission, RootOr},
		tracks,
	},
	AccountId, Assets, AssetsHolder, Balance, Balances, Contribution, Fiat, Moment, Price, Runtime, RuntimeHoldReason,
	Timestamp,
};
use bme_primitives::{ByClass, EpochIndex, Tick, USD};
use frame_support::{parameter_types, traits::fungible::HoldConsideration, PalletId};
use frame_system::EnsureRoot;
use sp_runtime::{traits::AccountIdConversion, Perbill};

/// Seed of the treasury's account.
pub const TREASURY: PalletId = PalletId(*b"py/trsry");

/// Ticks in an hour: one a block.
const HOUR: Tick = crate::constants::HOURS;
const DAY: Tick = 24 * HOUR;

parameter_types! {
	pub const FiatId: u32 = FIAT_ID;
	pub const BmePalletId: PalletId = PalletId(*b"bme/pots");
	pub TreasuryAccount: AccountId = TREASURY.into_account_truncating();
	pub const MinJobPrice: Balance = USD / 100;
	pub const MaxJobPrice: Balance = 1_000_000 * USD;
	pub const MaxAcceptWindow: Tick = HOUR;
	pub const MaxAttestWindow: ByClass<Tick> = ByClass { agent: HOUR, inference: DAY, training: 30 * DAY };
	pub const CancelFee: Perbill = Perbill::from_percent(1);
	pub const LiabilityRate: Perbill = Perbill::from_percent(5);
	pub const BlockTime: Moment = SLOT;
	pub const HistoryDepth: EpochIndex = 84;
	pub const PolicyDelay: EpochIndex = 7;
	pub const MaxPause: Moment = constants::DAY;
	pub const MinPauseGap: Moment = 7 * constants::DAY;
	pub const CandidateHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::Bme(pallet_bme::HoldReason::PolicyCandidate);
}

impl pallet_bme::Config for Runtime {
	type Currency = Balances;
	type Fiat = Assets;
	type FiatHolds = AssetsHolder;
	type FiatId = FiatId;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Judge = Contribution;
	type Points = Contribution;
	type Price = Price;
	type Time = Timestamp;
	type PalletId = BmePalletId;
	type TreasuryAccount = TreasuryAccount;
	type YoungFiat = Fiat;
	// The treasury has a part of it: who spends that does not set it.
	type RevenueOrigin = EnsureRoot<AccountId>;
	type MinJobPrice = MinJobPrice;
	type MaxJobPrice = MaxJobPrice;
	type MaxAcceptWindow = MaxAcceptWindow;
	type MaxAttestWindow = MaxAttestWindow;
	type CancelFee = CancelFee;
	type LiabilityRate = LiabilityRate;
	type MinLiability = MinLiability;
	type BlockTime = BlockTime;
	type HistoryDepth = HistoryDepth;
	type AdoptOrigin = EnsureEmission;
	type CancelOrigin = RootOr<{ tracks::EMERGENCY }>;
	type PolicyDelay = PolicyDelay;
	type PauseOrigin = RootOr<{ tracks::EMERGENCY }>;
	type MaxPause = MaxPause;
	type MinPauseGap = MinPauseGap;
	type CandidateConsideration = HoldConsideration<AccountId, Balances, CandidateHoldReason, StorageDeposit>;
	type WeightInfo = pallet_bme::weights::SubstrateWeight<Runtime>;
}

//! Money: jobs, epochs and the ledger.

use super::contribution::MinLiability;
use crate::{
	constants::{FIAT_ID, SLOT},
	AccountId, Assets, AssetsHolder, Balance, Balances, Contribution, Moment, Price, Runtime, RuntimeHoldReason,
	Timestamp,
};
use bme_primitives::{ByClass, EpochIndex, Tick, USD};
use frame_support::{parameter_types, PalletId};
use sp_runtime::{traits::AccountIdConversion, Perbill};

/// Ticks in an hour: one a block.
const HOUR: Tick = crate::constants::HOURS;
const DAY: Tick = 24 * HOUR;

parameter_types! {
	pub const FiatId: u32 = FIAT_ID;
	pub const BmePalletId: PalletId = PalletId(*b"bme/pots");
	pub TreasuryAccount: AccountId = PalletId(*b"py/trsry").into_account_truncating();
	pub const MinJobPrice: Balance = USD / 100;
	pub const MaxJobPrice: Balance = 1_000_000 * USD;
	pub const MaxAcceptWindow: Tick = HOUR;
	pub const MaxAttestWindow: ByClass<Tick> = ByClass { agent: HOUR, inference: DAY, training: 30 * DAY };
	pub const CancelFee: Perbill = Perbill::from_percent(1);
	pub const LiabilityRate: Perbill = Perbill::from_percent(5);
	pub const BlockTime: Moment = SLOT;
	pub const HistoryDepth: EpochIndex = 84;
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
	type MinJobPrice = MinJobPrice;
	type MaxJobPrice = MaxJobPrice;
	type MaxAcceptWindow = MaxAcceptWindow;
	type MaxAttestWindow = MaxAttestWindow;
	type CancelFee = CancelFee;
	type LiabilityRate = LiabilityRate;
	type MinLiability = MinLiability;
	type BlockTime = BlockTime;
	type HistoryDepth = HistoryDepth;
	type WeightInfo = pallet_bme::weights::SubstrateWeight<Runtime>;
}

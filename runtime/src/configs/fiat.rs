//! Fiat: the one asset there is, holds on it, and how it comes in and goes out. It belongs to an account without a key and answers to
//! no origin, so that nobody but `pallet-fiat` can mint or burn it, and nobody can freeze or seize it.

use super::{bme::FiatId, governance::ScaledTime};
use crate::{
	constants::{deposit, DAY},
	governance::{origins::RootOr, tracks},
	AccountId, Assets, AssetsHolder, Balance, Balances, GatewayMembership, Moment, Runtime, RuntimeEvent,
	RuntimeHoldReason, Timestamp,
};
use bme_primitives::USD;
use codec::Compact;
use frame_support::{parameter_types, traits::ConstU32, PalletId};
use frame_system::EnsureNever;
use sp_runtime::traits::AccountIdConversion;

/// Seed of the account that owns the asset.
pub const FIAT_ISSUER: PalletId = PalletId(*b"bme/issu");

/// The account, without a key, that is the asset's owner, issuer, admin and freezer.
pub fn fiat_issuer() -> AccountId {
	FIAT_ISSUER.into_account_truncating()
}

parameter_types! {
	pub const AssetDeposit: Balance = deposit(1, 190);
	pub const AssetAccountDeposit: Balance = deposit(1, 16);
	pub const ApprovalDeposit: Balance = deposit(1, 116);
	pub const MetadataDepositBase: Balance = deposit(1, 68);
	pub const MetadataDepositPerByte: Balance = deposit(0, 1);
}

impl pallet_assets::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Balance = Balance;
	type RemoveItemsLimit = ConstU32<1_000>;
	type AssetId = u32;
	type AssetIdParameter = Compact<u32>;
	type ReserveData = ();
	type Currency = Balances;
	// No assets of users: they would be a supply without a ledger.
	type CreateOrigin = EnsureNever<AccountId>;
	type ForceOrigin = EnsureNever<AccountId>;
	type AssetDeposit = AssetDeposit;
	type AssetAccountDeposit = AssetAccountDeposit;
	type MetadataDepositBase = MetadataDepositBase;
	type MetadataDepositPerByte = MetadataDepositPerByte;
	type ApprovalDeposit = ApprovalDeposit;
	type StringLimit = ConstU32<50>;
	type Freezer = ();
	type Holder = AssetsHolder;
	type Extra = ();
	type CallbackHandle = ();
	type AssetIdAllocator = ();
	type WeightInfo = pallet_assets::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = ();
}

impl pallet_assets_holder::Config for Runtime {
	type RuntimeHoldReason = RuntimeHoldReason;
	type RuntimeEvent = RuntimeEvent;
}

/// The most members of the gateway.
const MAX_MEMBERS: u32 = 16;

parameter_types! {
	pub const FiatPalletId: PalletId = PalletId(*b"bme/fiat");
	pub const MaxReceiptAge: Moment = 30 * DAY;
	pub const KeepReceipts: Moment = 31 * DAY;
	pub const MaxClockSkew: Moment = 10 * 60_000;
	pub const MaxMaturity: Moment = 180 * DAY;
	pub const MinRedemption: Balance = USD;
}

impl pallet_membership::Config<pallet_membership::Instance2> for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type AddOrigin = RootOr<{ tracks::FIAT_GATEWAY }>;
	type RemoveOrigin = RootOr<{ tracks::FIAT_GATEWAY }>;
	type SwapOrigin = RootOr<{ tracks::FIAT_GATEWAY }>;
	type ResetOrigin = RootOr<{ tracks::FIAT_GATEWAY }>;
	type PrimeOrigin = RootOr<{ tracks::FIAT_GATEWAY }>;
	type MembershipInitialized = ();
	type MembershipChanged = ();
	type MaxMembers = ConstU32<MAX_MEMBERS>;
	type WeightInfo = pallet_membership::weights::SubstrateWeight<Runtime>;
}

impl pallet_fiat::Config for Runtime {
	type Fiat = Assets;
	type FiatHolds = AssetsHolder;
	type FiatId = FiatId;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Time = Timestamp;
	type PalletId = FiatPalletId;
	type Members = GatewayMembership;
	type MaxMembers = ConstU32<MAX_MEMBERS>;
	type ManageOrigin = RootOr<{ tracks::FIAT_GATEWAY }>;
	type MaxReceiptAge = MaxReceiptAge;
	type KeepReceipts = KeepReceipts;
	type MaxClockSkew = MaxClockSkew;
	type MaxMaturity = MaxMaturity;
	type MinRedemption = MinRedemption;
	type RedemptionTimeout = ScaledTime<{ 3 * DAY }>;
	type WeightInfo = pallet_fiat::weights::SubstrateWeight<Runtime>;
}

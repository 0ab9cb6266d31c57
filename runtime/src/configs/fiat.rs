//! Fiat: the one asset there is, and holds on it. It belongs to an account without a key, so that nobody can mint, freeze or seize it.

use crate::{constants::deposit, AccountId, AssetsHolder, Balance, Balances, Runtime, RuntimeEvent, RuntimeHoldReason};
use codec::Compact;
use frame_support::{parameter_types, traits::ConstU32, PalletId};
use frame_system::{EnsureNever, EnsureRoot};
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
	type ForceOrigin = EnsureRoot<AccountId>;
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

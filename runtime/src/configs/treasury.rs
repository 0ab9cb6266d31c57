//! The treasury: a part of every emission, spent by referendum, in tokens and in the fiat that it has.

use super::{
	bme::{TreasuryAccount, TREASURY},
	governance::Scaled,
};
use crate::{
	constants::{DAYS, FIAT_ID},
	governance::{
		origins::{EnsureTrack, RootOr},
		tracks,
	},
	AccountId, Assets, Balance, Balances, Price, Runtime, RuntimeEvent, System,
};
use bme_economics::fiat_to_tokens;
use bme_primitives::{PriceSource, TOKEN};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	parameter_types,
	traits::{
		fungible::Mutate as _,
		fungibles,
		tokens::{ConversionFromAssetBalance, Pay, PaymentStatus, Preservation},
		ConstU32, EitherOf, MapSuccess,
	},
	PalletId,
};
use frame_system::EnsureRootWithSuccess;
use scale_info::TypeInfo;
use sp_runtime::{
	traits::{IdentityLookup, Replace},
	DispatchError, Permill,
};

parameter_types! {
	pub const TreasuryPalletId: PalletId = TREASURY;
	/// Nothing is burned for not being spent.
	pub const UnspentBurn: Permill = Permill::zero();
	/// The most that one referendum on the treasury's track spends, in tokens; more is root's.
	pub const MaxSpend: Balance = 1_000_000 * TOKEN;
	pub const AnySpend: Balance = Balance::MAX;
}

/// What the treasury has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum TreasuryAsset {
	/// The token.
	#[codec(index = 0)]
	Token,
	/// Fiat.
	#[codec(index = 1)]
	Fiat,
}

/// Pays at once, from the treasury's account.
pub struct TreasuryPay;
impl Pay for TreasuryPay {
	type Balance = Balance;
	type Beneficiary = AccountId;
	type AssetKind = TreasuryAsset;
	type Id = ();
	type Error = DispatchError;

	fn pay(who: &AccountId, asset: TreasuryAsset, amount: Balance) -> Result<(), DispatchError> {
		let treasury = TreasuryAccount::get();
		match asset {
			TreasuryAsset::Token => Balances::transfer(&treasury, who, amount, Preservation::Preserve),
			TreasuryAsset::Fiat => {
				let transfer = <Assets as fungibles::Mutate<AccountId>>::transfer;
				transfer(FIAT_ID, &treasury, who, amount, Preservation::Expendable)
			}
		}
		.map(|_| ())
	}

	fn check_payment((): ()) -> PaymentStatus {
		PaymentStatus::Success
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_successful(_: &AccountId, asset: TreasuryAsset, amount: Balance) {
		let treasury = TreasuryAccount::get();
		let minted = match asset {
			TreasuryAsset::Token => Balances::mint_into(&treasury, amount.saturating_mul(2)),
			TreasuryAsset::Fiat => <Assets as fungibles::Mutate<AccountId>>::mint_into(FIAT_ID, &treasury, amount),
		};
		frame_support::assert_ok!(minted);
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_concluded((): ()) {}
}

/// More than any track may spend, and many of it still a balance.
const BEYOND_TRACKS: Balance = Balance::MAX >> 32;

/// What a spend is in tokens, to be held against the most that an origin may spend: fiat at the token's average price. While there is no
/// price only those spend fiat that may spend anything.
pub struct InTokens;
impl ConversionFromAssetBalance<Balance, TreasuryAsset, Balance> for InTokens {
	type Error = DispatchError;

	fn from_asset_balance(amount: Balance, asset: TreasuryAsset) -> Result<Balance, DispatchError> {
		match asset {
			TreasuryAsset::Token => Ok(amount),
			TreasuryAsset::Fiat => {
				let price = Price::facts();
				Ok(price
					.and_then(|facts| fiat_to_tokens(amount, facts.ema).ok())
					.unwrap_or(BEYOND_TRACKS))
			}
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn ensure_successful(_: TreasuryAsset) {
		Price::benchmark_fresh();
	}
}

impl pallet_treasury::Config for Runtime {
	type Currency = Balances;
	type RejectOrigin = RootOr<{ tracks::TREASURY }>;
	type RuntimeEvent = RuntimeEvent;
	type SpendPeriod = Scaled<DAYS>;
	type Burn = UnspentBurn;
	type PalletId = TreasuryPalletId;
	type BurnDestination = ();
	type WeightInfo = pallet_treasury::weights::SubstrateWeight<Runtime>;
	type SpendFunds = ();
	type MaxApprovals = ConstU32<100>;
	type SpendOrigin = EitherOf<
		EnsureRootWithSuccess<AccountId, AnySpend>,
		MapSuccess<EnsureTrack<{ tracks::TREASURY }>, Replace<MaxSpend>>,
	>;
	type AssetKind = TreasuryAsset;
	type Beneficiary = AccountId;
	type BeneficiaryLookup = IdentityLookup<AccountId>;
	type Paymaster = TreasuryPay;
	type BalanceConverter = InTokens;
	type PayoutPeriod = Scaled<{ 30 * DAYS }>;
	type BlockNumberProvider = System;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = SpendArguments;
}

/// Spends of fiat to anyone.
#[cfg(feature = "runtime-benchmarks")]
pub struct SpendArguments;
#[cfg(feature = "runtime-benchmarks")]
impl pallet_treasury::ArgumentsFactory<TreasuryAsset, AccountId> for SpendArguments {
	fn create_asset_kind(_: u32) -> TreasuryAsset {
		TreasuryAsset::Fiat
	}

	fn create_beneficiary(seed: [u8; 32]) -> AccountId {
		seed.into()
	}
}

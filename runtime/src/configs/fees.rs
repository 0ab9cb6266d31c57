//! What a transaction costs. Fees and tips are burned through the ledger.

use crate::{constants::MICRO, Balance, Balances, Runtime, RuntimeEvent};
use frame_support::{
	parameter_types,
	traits::ConstU8,
	weights::{ConstantMultiplier, Weight},
};
use pallet_transaction_payment::{
	weights::{SubstrateWeight, WeightInfo},
	FungibleAdapter, Multiplier, TargetedFeeAdjustment,
};
use sp_runtime::{traits::Bounded, FixedPointNumber, Perquintill};

parameter_types! {
	/// Token base units for a picosecond: a transfer costs some thousandths of a token.
	pub const WeightFee: Balance = 10;
	/// Token base units for a byte.
	pub const LengthFee: Balance = 10 * MICRO;
	/// The fullness of blocks above which fees rise.
	pub const TargetBlockFullness: Perquintill = Perquintill::from_percent(25);
	/// How fast they follow: at most a few per cent in an hour of full blocks.
	pub AdjustmentVariable: Multiplier = Multiplier::saturating_from_rational(75, 1_000_000);
	/// Fees never fall below the base: what a transaction costs on an idle chain stays the same.
	pub MinimumMultiplier: Multiplier = Multiplier::saturating_from_integer(1);
	pub MaximumMultiplier: Multiplier = Bounded::max_value();
}

/// Charging a fee, and counting it in the ledger.
pub struct WithLedger;
impl WeightInfo for WithLedger {
	fn charge_transaction_payment() -> Weight {
		let ledger = <Runtime as frame_system::Config>::DbWeight::get().reads_writes(1, 1);
		SubstrateWeight::<Runtime>::charge_transaction_payment().saturating_add(ledger)
	}
}

// What is marked so costs no fee where the chain waits for it: a consumer's word on its job, unless it offers a tip.
impl pallet_skip_feeless_payment::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
}

impl pallet_transaction_payment::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type OnChargeTransaction = FungibleAdapter<Balances, pallet_bme::BurnFees<Runtime>>;
	type WeightToFee = ConstantMultiplier<Balance, WeightFee>;
	type LengthToFee = ConstantMultiplier<Balance, LengthFee>;
	type FeeMultiplierUpdate =
		TargetedFeeAdjustment<Self, TargetBlockFullness, AdjustmentVariable, MinimumMultiplier, MaximumMultiplier>;
	type OperationalFeeMultiplier = ConstU8<5>;
	type WeightInfo = WithLedger;
}

//! The token. Whatever leaves issuance here is burned through the ledger.

use crate::{
	constants::EXISTENTIAL_DEPOSIT, Balance, Bme, Runtime, RuntimeEvent, RuntimeFreezeReason, RuntimeHoldReason, System,
};
use bme_primitives::BurnCause;
use frame_support::{
	parameter_types,
	traits::{ConstU32, Imbalance, OnUnbalanced, VariantCountOf},
};
use pallet_balances::NegativeImbalance;

parameter_types! {
	pub const ExistentialDeposit: Balance = EXISTENTIAL_DEPOSIT;
}

impl pallet_balances::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeHoldReason = RuntimeHoldReason;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type WeightInfo = pallet_balances::weights::SubstrateWeight<Runtime>;
	type Balance = Balance;
	type DustRemoval = pallet_bme::BurnDust<Runtime>;
	type ExistentialDeposit = ExistentialDeposit;
	type AccountStore = System;
	type ReserveIdentifier = [u8; 8];
	type FreezeIdentifier = RuntimeFreezeReason;
	type MaxLocks = ConstU32<50>;
	type MaxReserves = ConstU32<50>;
	type MaxFreezes = VariantCountOf<RuntimeFreezeReason>;
	type DoneSlashHandler = ();
}

/// Burns through the ledger what a pallet of the older `Currency` trait slashed.
pub struct BurnSlashedDeposit;
impl OnUnbalanced<NegativeImbalance<Runtime>> for BurnSlashedDeposit {
	fn on_nonzero_unbalanced(slashed: NegativeImbalance<Runtime>) {
		Bme::note_burned(BurnCause::Slash, slashed.peek());
		drop(slashed);
	}
}

//! Merit: suppliers, their bonds and their work.

use crate::{
	constants::HOURS,
	governance::{origins::RootOr, tracks},
	Balance, Balances, Bme, Runtime, RuntimeHoldReason, Verification,
};
use bme_primitives::{ByClass, Tick, TOKEN};
use frame_support::parameter_types;

parameter_types! {
	pub const MinBond: Balance = 100 * TOKEN;
	/// The least liability of a job: a bond of the least size carries a hundred small jobs.
	pub const MinLiability: Balance = TOKEN;
	pub const UnbondingTicks: Tick = 7 * 24 * HOURS;
	pub const ChallengeWindow: ByClass<Tick> = ByClass { agent: HOURS / 2, inference: 2 * HOURS, training: 24 * HOURS };
}

impl pallet_contribution::Config for Runtime {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Jobs = Bme;
	type Epoch = Bme;
	type Panels = Verification;
	type Forfeited = pallet_bme::BurnForfeits<Runtime>;
	type ManageOrigin = RootOr<{ tracks::MERIT }>;
	type MinBond = MinBond;
	type UnbondingTicks = UnbondingTicks;
	type ChallengeWindow = ChallengeWindow;
	type WeightInfo = pallet_contribution::weights::SubstrateWeight<Runtime>;
}

//! Measured contributions: who reports them, and what they may earn.

use super::governance::Scaled;
use crate::{
	constants::{deposit, HOURS},
	governance::{origins::RootOr, tracks},
	Balance, Balances, Bme, Contribution, ReporterMembership, Runtime, RuntimeEvent, RuntimeHoldReason,
};
use bme_primitives::TOKEN;
use frame_support::{parameter_types, traits::ConstU32};
use sp_runtime::Perbill;

/// The most reporters.
const MAX_REPORTERS: u32 = 16;

parameter_types! {
	pub const ReporterBond: Balance = 1_000 * TOKEN;
	pub const DeviceDeposit: Balance = deposit(3, 260);
	/// Well above what honest measurements differ by, since a report beyond it costs a part of the bond.
	pub const ReportTolerance: Perbill = Perbill::from_percent(25);
	pub const ReporterSlash: Perbill = Perbill::from_percent(10);
	/// Points of a supplier in a day, at most, as a part of its bond.
	pub const ContributionCapRate: Perbill = Perbill::from_parts(2_000_000);
}

impl pallet_membership::Config<pallet_membership::Instance3> for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type AddOrigin = RootOr<{ tracks::MERIT }>;
	type RemoveOrigin = RootOr<{ tracks::MERIT }>;
	type SwapOrigin = RootOr<{ tracks::MERIT }>;
	type ResetOrigin = RootOr<{ tracks::MERIT }>;
	type PrimeOrigin = RootOr<{ tracks::MERIT }>;
	type MembershipInitialized = ();
	type MembershipChanged = ();
	type MaxMembers = ConstU32<MAX_REPORTERS>;
	type WeightInfo = pallet_membership::weights::SubstrateWeight<Runtime>;
}

impl pallet_measurement::Config for Runtime {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Epoch = Bme;
	type Points = Contribution;
	type Bonds = Contribution;
	type Members = ReporterMembership;
	type MaxReporters = ConstU32<MAX_REPORTERS>;
	type Quorum = ConstU32<3>;
	type ManageOrigin = RootOr<{ tracks::MERIT }>;
	type ReporterBond = ReporterBond;
	type DeviceDeposit = DeviceDeposit;
	type Tolerance = ReportTolerance;
	type Slash = ReporterSlash;
	type Slashed = pallet_bme::BurnSlashed<Runtime>;
	type CapRate = ContributionCapRate;
	type ProofWindow = Scaled<{ HOURS / 2 }>;
	type WeightInfo = pallet_measurement::weights::SubstrateWeight<Runtime>;
}

//! The token price: who feeds it and how feeds become a price.

use crate::{
	governance::{origins::RootOr, tracks},
	FeederMembership, Moment, Oracle, Price, Runtime, RuntimeEvent, Timestamp,
};
use frame_support::{parameter_types, traits::ConstU32, PalletId};
use pallet_price::{Feed, PriceKey};
use sp_runtime::Perbill;

/// The most feeders.
const MAX_FEEDERS: u32 = 16;
const MINUTE: Moment = 60_000;

parameter_types! {
	// The account under which root feeds. It is no feeder: what it says is ignored.
	pub const OraclePalletId: PalletId = PalletId(*b"bme/orcl");
	pub const MaxFeedAge: Moment = 10 * MINUTE;
	pub const OutlierBound: Perbill = Perbill::from_parts(15_000_000);
	pub const MaxStep: Perbill = Perbill::from_percent(10);
	pub const AverageWindow: Moment = 60 * MINUTE;
	pub const AgeingAfter: Moment = 10 * MINUTE;
	pub const StaleAfter: Moment = 60 * MINUTE;
	pub const MaxMargin: Perbill = Perbill::from_percent(10);
	pub const MaxUncertainty: Perbill = Perbill::from_percent(10);
	pub const Hysteresis: Perbill = Perbill::from_percent(10);
}

impl pallet_membership::Config<pallet_membership::Instance1> for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type AddOrigin = RootOr<{ tracks::PRICE_FEEDERS }>;
	type RemoveOrigin = RootOr<{ tracks::PRICE_FEEDERS }>;
	type SwapOrigin = RootOr<{ tracks::PRICE_FEEDERS }>;
	type ResetOrigin = RootOr<{ tracks::PRICE_FEEDERS }>;
	type PrimeOrigin = RootOr<{ tracks::PRICE_FEEDERS }>;
	type MembershipInitialized = ();
	type MembershipChanged = Oracle;
	type MaxMembers = ConstU32<MAX_FEEDERS>;
	type WeightInfo = pallet_membership::weights::SubstrateWeight<Runtime>;
}

impl pallet_oracle::Config for Runtime {
	type OnNewData = Price;
	type CombineData = pallet_price::NoCombine;
	type Time = Timestamp;
	type OracleKey = PriceKey;
	type OracleValue = Feed;
	type PalletId = OraclePalletId;
	type Members = FeederMembership;
	type WeightInfo = pallet_price::WithPrice<Runtime, pallet_oracle::weights::SubstrateWeight<Runtime>>;
	// Every feeder and the oracle's own account.
	type MaxHasDispatchedSize = ConstU32<{ MAX_FEEDERS + 1 }>;
	type MaxFeedValues = ConstU32<1>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = pallet_price::benchmarking::OracleHelper;
}

impl pallet_price::Config for Runtime {
	type Feeders = FeederMembership;
	type Time = Timestamp;
	type MaxFeeders = ConstU32<MAX_FEEDERS>;
	type Quorum = ConstU32<3>;
	type MaxFeedAge = MaxFeedAge;
	type OutlierBound = OutlierBound;
	type MaxStep = MaxStep;
	type AverageWindow = AverageWindow;
	type AgeingAfter = AgeingAfter;
	type StaleAfter = StaleAfter;
	type MaxMargin = MaxMargin;
	type MaxUncertainty = MaxUncertainty;
	type Hysteresis = Hysteresis;
	type WeightInfo = pallet_price::weights::SubstrateWeight<Runtime>;
}

//! The technical collective and what it whitelists. The pallets have the names by which wallets know such a collective: the fellowship.

use super::{
	governance::{AlarmInterval, Scaled},
	tokens::BurnSlashedDeposit,
};
use crate::{
	constants::DAYS,
	governance::{
		origins::RootOr,
		tracks::{self, FellowshipTracksInfo},
	},
	Balance, Balances, FellowshipReferenda, Preimage, Runtime, RuntimeCall, RuntimeEvent, Scheduler, System,
};
use bme_primitives::TOKEN;
use frame_support::{
	parameter_types,
	traits::{ConstU32, MapSuccess},
};
use pallet_ranked_collective::{EnsureMember, Geometric, Rank, TallyOf, Votes};
use sp_runtime::traits::{Convert, Replace};

/// The instance of referenda in which members of the collective vote.
pub type FellowshipInstance = pallet_referenda::Instance1;

/// The least rank of a member that votes; one of rank 0 is a candidate.
pub const VOTER: Rank = 1;

parameter_types! {
	pub const HighestRank: Rank = 9;
	pub const FellowshipDeposit: Balance = 10 * TOKEN;
}

/// Who says who belongs to the collective, up to which rank.
type EnsureAdmin = MapSuccess<RootOr<{ tracks::FELLOWSHIP_ADMIN }>, Replace<HighestRank>>;

/// Who votes on a track of the collective: every member but candidates.
pub struct Voters;
impl Convert<u16, Rank> for Voters {
	fn convert(_: u16) -> Rank {
		VOTER
	}
}

impl pallet_ranked_collective::Config for Runtime {
	type WeightInfo = pallet_ranked_collective::weights::SubstrateWeight<Runtime>;
	type RuntimeEvent = RuntimeEvent;
	type AddOrigin = RootOr<{ tracks::FELLOWSHIP_ADMIN }>;
	type RemoveOrigin = EnsureAdmin;
	type PromoteOrigin = EnsureAdmin;
	type DemoteOrigin = EnsureAdmin;
	type ExchangeOrigin = RootOr<{ tracks::FELLOWSHIP_ADMIN }>;
	type Polls = FellowshipReferenda;
	type MinRankOfClass = Voters;
	type MemberSwappedHandler = ();
	type VoteWeight = Geometric;
	type MaxMemberCount = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkSetup = ();
}

impl pallet_referenda::Config<FellowshipInstance> for Runtime {
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = pallet_referenda::weights::SubstrateWeight<Runtime>;
	type Scheduler = Scheduler;
	type Currency = Balances;
	type SubmitOrigin = EnsureMember<Runtime, (), VOTER>;
	type CancelOrigin = RootOr<{ tracks::REFERENDUM_CANCELLER }>;
	type KillOrigin = RootOr<{ tracks::REFERENDUM_KILLER }>;
	type Slash = BurnSlashedDeposit;
	type Votes = Votes;
	type Tally = TallyOf<Runtime>;
	type SubmissionDeposit = FellowshipDeposit;
	type MaxQueued = ConstU32<20>;
	type UndecidingTimeout = Scaled<{ 7 * DAYS }>;
	type AlarmInterval = AlarmInterval;
	type Tracks = FellowshipTracksInfo;
	type Preimages = Preimage;
	type BlockNumberProvider = System;
}

impl pallet_whitelist::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type WhitelistOrigin = RootOr<{ tracks::FELLOWS }>;
	type DispatchWhitelistedOrigin = RootOr<{ tracks::WHITELISTED_CALLER }>;
	type Preimages = Preimage;
	type DeferredDispatchExpiration = Scaled<{ 7 * DAYS }>;
	type BlockNumberProvider = System;
	type WeightInfo = pallet_whitelist::weights::SubstrateWeight<Runtime>;
}

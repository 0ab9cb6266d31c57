//! Governance: referenda on root's track and on one for each purpose; whoever holds tokens votes with conviction.

use super::{system::RuntimeBlockWeights, tokens::BurnSlashedDeposit};
use crate::{
	constants::{deposit, DAYS, SLOT},
	governance::{
		origins::RootOr,
		scaled,
		tracks::{self, TracksInfo},
	},
	AccountId, Balance, Balances, BlockNumber, Moment, OriginCaller, Preimage, Referenda, Runtime, RuntimeCall,
	RuntimeEvent, RuntimeHoldReason, RuntimeOrigin, Scheduler, System,
};
use bme_primitives::TOKEN;
use frame_support::{
	parameter_types,
	traits::{fungible::HoldConsideration, ConstU32, EqualPrivilegeOnly, Footprint, Get},
	weights::Weight,
};
use frame_system::{EnsureRoot, EnsureSigned};
use sp_runtime::{traits::Convert, Perbill};

parameter_types! {
	pub const PreimageHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::Preimage(pallet_preimage::HoldReason::Preimage);
	pub MaximumSchedulerWeight: Weight = Perbill::from_percent(80) * RuntimeBlockWeights::get().max_block;
	pub const SubmissionDeposit: Balance = 100 * TOKEN;
	pub const AlarmInterval: BlockNumber = 1;
}

/// The deposit for what is kept in storage, by its size.
pub struct StorageDeposit;
impl Convert<Footprint, Balance> for StorageDeposit {
	fn convert(footprint: Footprint) -> Balance {
		let items = Balance::from(footprint.count).saturating_mul(deposit(1, 0));
		let bytes = Balance::from(footprint.size).saturating_mul(deposit(0, 1));
		items.saturating_add(bytes)
	}
}

/// A span of blocks of a public network, shorter on a chain whose genesis says so.
pub struct Scaled<const BLOCKS: BlockNumber>;
impl<const BLOCKS: BlockNumber> Get<BlockNumber> for Scaled<BLOCKS> {
	fn get() -> BlockNumber {
		scaled(BLOCKS)
	}
}

/// The same of milliseconds.
pub struct ScaledTime<const MILLISECONDS: Moment>;
impl<const MILLISECONDS: Moment> Get<Moment> for ScaledTime<MILLISECONDS> {
	fn get() -> Moment {
		let blocks = BlockNumber::try_from(MILLISECONDS / SLOT).unwrap_or(BlockNumber::MAX);
		Moment::from(scaled(blocks)).saturating_mul(SLOT)
	}
}

impl pallet_preimage::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = pallet_preimage::weights::SubstrateWeight<Runtime>;
	type Currency = Balances;
	type ManagerOrigin = EnsureRoot<AccountId>;
	type Consideration = HoldConsideration<AccountId, Balances, PreimageHoldReason, StorageDeposit>;
}

impl pallet_scheduler::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeOrigin = RuntimeOrigin;
	type PalletsOrigin = OriginCaller;
	type RuntimeCall = RuntimeCall;
	type MaximumWeight = MaximumSchedulerWeight;
	type ScheduleOrigin = EnsureRoot<AccountId>;
	type OriginPrivilegeCmp = EqualPrivilegeOnly;
	type MaxScheduledPerBlock = ConstU32<50>;
	type WeightInfo = pallet_scheduler::weights::SubstrateWeight<Runtime>;
	type Preimages = Preimage;
	type BlockNumberProvider = System;
}

impl pallet_conviction_voting::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = pallet_conviction_voting::weights::SubstrateWeight<Runtime>;
	type Currency = Balances;
	type Polls = Referenda;
	type MaxTurnout = frame_support::traits::tokens::currency::ActiveIssuanceOf<Balances, AccountId>;
	type MaxVotes = ConstU32<512>;
	type VoteLockingPeriod = Scaled<{ 7 * DAYS }>;
	type BlockNumberProvider = System;
	type VotingHooks = ();
}

impl pallet_referenda::Config for Runtime {
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = pallet_referenda::weights::SubstrateWeight<Runtime>;
	type Scheduler = Scheduler;
	type Currency = Balances;
	type SubmitOrigin = EnsureSigned<AccountId>;
	type CancelOrigin = RootOr<{ tracks::REFERENDUM_CANCELLER }>;
	type KillOrigin = RootOr<{ tracks::REFERENDUM_KILLER }>;
	type Slash = BurnSlashedDeposit;
	type Votes = pallet_conviction_voting::VotesOf<Runtime>;
	type Tally = pallet_conviction_voting::TallyOf<Runtime>;
	type SubmissionDeposit = SubmissionDeposit;
	type MaxQueued = ConstU32<100>;
	type UndecidingTimeout = Scaled<{ 14 * DAYS }>;
	type AlarmInterval = AlarmInterval;
	type Tracks = TracksInfo;
	type Preimages = Preimage;
	type BlockNumberProvider = System;
}

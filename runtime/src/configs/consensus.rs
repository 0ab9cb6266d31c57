//! Who makes blocks, who finalizes them, and what happens to those who misbehave. All that only a chain of its own has is here.

use crate::{
	constants::{MILLI, SESSION_SLOTS, SLOT},
	governance::{origins::RootOr, tracks},
	AccountId, Babe, Balance, Balances, Contribution, Moment, Offences, Runtime, RuntimeEvent, RuntimeHoldReason,
	Session, SessionKeys, ValidatorSet,
};
use alloc::vec::Vec;
use bme_primitives::TOKEN;
use core::marker::PhantomData;
use frame_support::{parameter_types, traits::ConstU32};
use pallet_session::{
	historical::{IdentificationTuple, NoteHistoricalRoot},
	SessionManager,
};
use pallet_validator_set::{KeyOwners, UnitIdentificationOf};
use sp_consensus_babe::{AllowedSlots, BabeEpochConfiguration};
use sp_runtime::traits::{ConvertInto, OpaqueKeys};
use sp_session::MembershipProof;
use sp_staking::SessionIndex;

/// The chance that a slot has a primary author, as a fraction, and who authors the others: a second author, drawn by VRF as well, so
/// that every slot has a block.
pub const BABE_GENESIS_EPOCH_CONFIG: BabeEpochConfiguration = BabeEpochConfiguration {
	c: (1, 4),
	allowed_slots: AllowedSlots::PrimaryAndSecondaryVRFSlots,
};

/// The most validators.
pub type MaxValidators = ConstU32<100>;

parameter_types! {
	pub const EpochDuration: u64 = SESSION_SLOTS;
	pub const ExpectedBlockTime: Moment = SLOT;
	pub const MinimumPeriod: Moment = SLOT / 2;
	/// Held while an account has session keys.
	pub const KeyDeposit: Balance = 1_000 * MILLI;
	/// What a validator loses a part of if it provably misbehaves.
	pub const ValidatorBond: Balance = 10_000 * TOKEN;
	/// Sessions in seven days: how long it can be proven who held a key.
	pub const HistoricalSessions: SessionIndex = 7 * (24 * 60 * 60 * 1_000 / (SESSION_SLOTS * SLOT)) as SessionIndex;
	/// How long an equivocation can be reported, in blocks.
	pub const ReportLongevity: u64 = HistoricalSessions::get() as u64 * SESSION_SLOTS;
	/// Sets of voters to remember, if each session changes them: those that ended, the one in force, and the one before all.
	pub const MaxSetIdSessionEntries: u64 = HistoricalSessions::get() as u64 + 2;
}

impl pallet_babe::Config for Runtime {
	type EpochDuration = EpochDuration;
	type ExpectedBlockTime = ExpectedBlockTime;
	type EpochChangeTrigger = pallet_babe::ExternalTrigger;
	type DisabledValidators = Session;
	type WeightInfo = ();
	type MaxAuthorities = MaxValidators;
	type MaxNominators = ConstU32<0>;
	type KeyOwnerProof = MembershipProof;
	type EquivocationReportSystem =
		pallet_babe::EquivocationReportSystem<Self, Offences, KeyOwners<Self>, ReportLongevity>;
}

impl pallet_grandpa::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = ();
	type MaxAuthorities = MaxValidators;
	type MaxNominators = ConstU32<0>;
	type MaxSetIdSessionEntries = MaxSetIdSessionEntries;
	type KeyOwnerProof = MembershipProof;
	type EquivocationReportSystem =
		pallet_grandpa::EquivocationReportSystem<Self, Offences, KeyOwners<Self>, ReportLongevity>;
}

impl pallet_timestamp::Config for Runtime {
	type Moment = Moment;
	type OnTimestampSet = Babe;
	type MinimumPeriod = MinimumPeriod;
	type WeightInfo = pallet_timestamp::weights::SubstrateWeight<Runtime>;
}

impl pallet_authorship::Config for Runtime {
	type FindAuthor = pallet_session::FindAccountFromAuthorIndex<Self, Babe>;
	type EventHandler = Contribution;
}

impl pallet_session::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = AccountId;
	// Anyone may set keys, for a deposit: governance asks for keys before it adds an account.
	type ValidatorIdOf = ConvertInto;
	type ShouldEndSession = Babe;
	type NextSessionRotation = Babe;
	type SessionManager = WithRandomness<NoteHistoricalRoot<Self, ValidatorSet>>;
	type SessionHandler = <SessionKeys as OpaqueKeys>::KeyTypeIdProviders;
	type Keys = SessionKeys;
	type DisablingStrategy = pallet_session::disabling::UpToLimitWithReEnablingDisablingStrategy;
	type WeightInfo = pallet_session::weights::SubstrateWeight<Runtime>;
	type Currency = Balances;
	type KeyDeposit = KeyDeposit;
}

/// Sessions whose blocks all have their say in the randomness. BABE keeps what primary authors make known in segments of 256 and mixes the
/// full ones only, which sessions of this length do not come to: without this, nothing unknown would enter its randomness for hours.
pub struct WithRandomness<Manager>(PhantomData<Manager>);

impl<Manager: SessionManager<AccountId>> SessionManager<AccountId> for WithRandomness<Manager> {
	fn new_session(index: SessionIndex) -> Option<Vec<AccountId>> {
		Manager::new_session(index)
	}

	fn new_session_genesis(index: SessionIndex) -> Option<Vec<AccountId>> {
		Manager::new_session_genesis(index)
	}

	fn start_session(index: SessionIndex) {
		Manager::start_session(index)
	}

	fn end_session(index: SessionIndex) {
		// BABE mixes the segments before this one, a moment later, and begins with the first one again.
		pallet_babe::SegmentIndex::<Runtime>::mutate(|segment| *segment = segment.saturating_add(1));
		Manager::end_session(index)
	}
}

impl pallet_session::historical::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type FullIdentification = ();
	type FullIdentificationOf = UnitIdentificationOf;
}

impl pallet_offences::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type IdentificationTuple = IdentificationTuple<Self>;
	type OnOffenceHandler = ValidatorSet;
}

impl pallet_authority_discovery::Config for Runtime {
	type MaxAuthorities = MaxValidators;
}

impl pallet_validator_set::Config for Runtime {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Bond = ValidatorBond;
	type Slashed = pallet_bme::BurnSlashed<Runtime>;
	type AdminOrigin = RootOr<{ tracks::VALIDATORS }>;
	type MinValidators = ConstU32<1>;
	type MaxValidators = MaxValidators;
	type HistoryDepth = HistoricalSessions;
	type WeightInfo = pallet_validator_set::weights::SubstrateWeight<Runtime>;
}

//! Work that is checked: who checks it, how often, and what it costs to be wrong.

use crate::{
	constants::{HOURS, SESSION_SLOTS},
	governance::{origins::RootOr, tracks},
	AuditorMembership, Babe, Balance, Balances, BlockNumber, Bme, Contribution, Hash, Runtime, RuntimeEvent,
	RuntimeHoldReason,
};
use bme_primitives::{ByClass, Tick, MAX_PANEL, TOKEN};
use frame_support::{
	parameter_types,
	traits::{ConstU32, Get, Randomness},
};
use pallet_babe::{EpochStart, RandomnessFromOneEpochAgo};
use pallet_verification::Phase;
use sp_runtime::Perbill;

parameter_types! {
	pub const SeatBond: Balance = 1_000 * TOKEN;
	/// As long as running the work again may take.
	pub const CommitWindow: ByClass<Tick> = ByClass { agent: HOURS / 2, inference: HOURS, training: 6 * HOURS };
	/// Three sessions: whoever was away for one can still reveal.
	pub const RevealWindow: Tick = HOURS / 2;
	pub const ReviewWindow: Tick = 24 * HOURS;
	/// What honest verifiers differ by when they look at work that cannot be run again.
	pub const OpinionTolerance: Perbill = Perbill::from_percent(20);
	pub const QualityThreshold: Perbill = Perbill::from_percent(50);
	pub const VerifierSlash: Perbill = Perbill::from_percent(10);
	pub const DisputeRate: Perbill = Perbill::from_percent(10);
	/// A token for each member of a panel.
	pub const MinDisputeBond: Balance = MAX_PANEL as Balance * TOKEN;
}

impl pallet_membership::Config<pallet_membership::Instance4> for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type AddOrigin = RootOr<{ tracks::MERIT }>;
	type RemoveOrigin = RootOr<{ tracks::MERIT }>;
	type SwapOrigin = RootOr<{ tracks::MERIT }>;
	type ResetOrigin = RootOr<{ tracks::MERIT }>;
	type PrimeOrigin = RootOr<{ tracks::MERIT }>;
	type MembershipInitialized = ();
	type MembershipChanged = ();
	type MaxMembers = ConstU32<16>;
	type WeightInfo = pallet_membership::weights::SubstrateWeight<Runtime>;
}

impl pallet_verification::Config for Runtime {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Jobs = Bme;
	type Liabilities = Contribution;
	type Epoch = Bme;
	type Points = Contribution;
	type Randomness = SessionRandomness;
	type Phase = ThirdOfSession;
	type ManageOrigin = RootOr<{ tracks::MERIT }>;
	type Auditors = AuditorMembership;
	type SeatBond = SeatBond;
	type PanelSize = ConstU32<MAX_PANEL>;
	type Quorum = ConstU32<3>;
	type CommitWindow = CommitWindow;
	type RevealWindow = RevealWindow;
	type ReviewWindow = ReviewWindow;
	type Tolerance = OpinionTolerance;
	type Threshold = QualityThreshold;
	type Slash = VerifierSlash;
	type Slashed = pallet_bme::BurnSlashed<Runtime>;
	type DisputeRate = DisputeRate;
	type MinDisputeBond = MinDisputeBond;
	type WeightInfo = pallet_verification::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = AnEpochLater;
}

/// The randomness that the blocks of the last session made, and the block in which that session began: what was said before it, was
/// said when nobody could know any of it. (`RandomnessFromOneEpochAgo` itself names the block in which the session ended, when those who
/// authored its blocks knew their parts.)
pub struct SessionRandomness;
impl Randomness<Hash, BlockNumber> for SessionRandomness {
	fn random(subject: &[u8]) -> (Hash, BlockNumber) {
		let (random, _) = RandomnessFromOneEpochAgo::<Runtime>::random(subject);
		let (last_session, _) = EpochStart::<Runtime>::get();
		(random, last_session)
	}
}

const _: () = assert!(
	pallet_verification::REDRAW as u64 >= SESSION_SLOTS,
	"a failed panel is drawn in a later session"
);

/// Panels are drawn in the first third of a session, by what the session before made known, and seats change in the second: by the third,
/// in which most of those who make the next randomness have still to do so.
pub struct ThirdOfSession;
impl Get<Phase> for ThirdOfSession {
	fn get() -> Phase {
		let passed = Babe::current_slot().saturating_sub(*Babe::current_epoch_start());
		match passed.saturating_mul(3).checked_div(SESSION_SLOTS) {
			Some(0) => Phase::Drawing,
			Some(1) => Phase::Seating,
			_ => Phase::Waiting,
		}
	}
}

/// Lets the randomness be known, as if an epoch had passed.
#[cfg(feature = "runtime-benchmarks")]
pub struct AnEpochLater;
#[cfg(feature = "runtime-benchmarks")]
impl pallet_verification::BenchmarkHelper for AnEpochLater {
	fn begin_seating() {
		let begin = *Babe::current_epoch_start();
		pallet_babe::CurrentSlot::<Runtime>::put(sp_consensus_babe::Slot::from(
			begin.saturating_add(SESSION_SLOTS / 2),
		));
	}

	fn know_randomness() {
		pallet_babe::CurrentSlot::<Runtime>::put(Babe::current_epoch_start());
		let now = crate::System::block_number();
		EpochStart::<Runtime>::put((now.saturating_add(1), now.saturating_add(1)));
	}
}

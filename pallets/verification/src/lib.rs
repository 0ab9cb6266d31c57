//! # Verification
//!
//! Work that is checked: verifiers judge the jobs that somebody disputed and those that lots drew.
//!
//! ## Pallet API
//!
//! See the [`pallet`] module for more information about the interfaces this pallet exposes, including its configuration trait,
//! dispatchables, storage items, events and errors.
//!
//! ## Overview
//!
//! Nobody can see from outside whether an AI service was done well. So **verifiers**, whom governance admits and who bond tokens for each
//! **seat** they take, look at some of the work: at every job that its consumer or a supplier **disputes**, and at others, approved ones
//! too, that are **drawn by lots** which nobody could foresee when the review of the work ended. A supplier of whom no panel knows anything is
//! drawn most often, one that was always found good seldom.
//!
//! A **panel** of a few verifiers is drawn, none of them a party of the job. Each first **commits** to what it thinks, then **reveals**
//! it, so that nobody can copy. The lower **median** counts: how good the work of each supplier is, and, where the shares of an assessment
//! are disputed, the share of each. The job burns and pays by it.
//!
//! A verifier that is silent or far from the others loses a part of its bond. To find those that always say "good", auditors put
//! **ringers** among the jobs, whose quality they know: a wrong answer costs the bond of a seat.
//!
//! Whoever disputes bonds a tenth of what the job burns, and not less than a panel costs. The panel is paid by the loser: by that bond,
//! if the panel changes nothing; by the liability of a supplier whose work is bad; and else out of what the job burned and its suppliers
//! cannot earn. A supplier loses its liability only after a time in which governance can void that.
//!
//! ### Example
//!
//! ```text
//!   Ferdie disputes a job of Bob's that burns 40 tokens: 4 are bonded
//!   five verifiers say     0.3   0.4   0.4   0.5   1.0         median 0.4; the last is far off and loses 10 % of a seat's bond
//!   the job ends           16 tokens burned, 24 returned; 40 % of the fiat paid, 60 % returned
//!   below a half           Bob loses his liability: half to Ferdie, a quarter to the four, a quarter burned
//!   the 4 tokens           return to Ferdie, who was right
//! ```
//!
//! ## Low Level / Implementation Details
//!
//! ### Design Goals
//!
//! * Nobody can choose who judges: seats are drawn by randomness that was unknown when the panel was asked for, and when they last
//!   changed. Panels are drawn in the first third of a session, seats change in the second, and in the last nothing does.
//! * Drawing does not walk over the verifiers, however many there are; a panel moves on at the due tick of its job.
//! * What those who checked a job can earn because of it, and its suppliers, is together no more than it burned.
//! * Every panel ends by itself. Whoever is silent pays, and a job that no panel judged ends as it would have.
//!
//! ### Design
//!
//! ```text
//! dispute ─┐                 ┌─ silent members pay, others are drawn, twice at most ─▶ hung: the job ends without a panel
//!          ├─▶ drawing ─▶ committing ─▶ revealing ─▶ finding ─▶ the job ends ─▶ review ─▶ stands: liabilities are lost
//! lots ────┘                                                                      └─ void_slash, reveal_ringer
//! ```
//!
//! `seats` keeps verifiers, `lots` draws jobs and remembers suppliers, `panels` draws and hears verifiers, `opinions` takes what they
//! say, `findings` ends panels, `ringers` tests them.
//!
//! ### Terminology
//!
//! * **Seat**: a ticket in the lots of one class, with a bond of its own.
//! * **Finding**: what a panel found, while it is open to review.
//! * **Deserving**: of a panel, who was heard and is near the others.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod findings;
mod lots;
mod opinions;
mod panels;
mod ringers;
mod seam;
mod seats;
mod try_state;
mod types;
mod views;
pub mod weights;

#[cfg(test)]
mod tests;

pub use pallet::*;
pub use types::{
	Answer, Dispute, Fault, Finding, Member, Outcome, Panel, Phase, Queue, Reputation, Ringer, Seated, Stage, Verifier,
};
pub use weights::WeightInfo;

use bme_primitives::Tick;
use frame_support::traits::fungible;
use frame_system::pallet_prelude::BlockNumberFor;

/// Ticks after which randomness that was not known yet is asked for again.
pub const RETRY: Tick = 10;
/// Ticks after which a panel that failed is drawn again: a session, so that it is by what nobody knows yet, and those who were silent can
/// fill up before.
pub const REDRAW: Tick = 60;
/// How often a panel is drawn, at most.
pub const ROUNDS: u8 = 3;
/// The most ringers that an auditor has committed to and not revealed.
pub const MAX_RINGERS: u32 = 32;

/// The number of a block.
pub type BlockOf<T> = BlockNumberFor<T>;
/// A panel on a live job.
pub type PanelOf<T> = Panel<<T as frame_system::Config>::AccountId, BlockOf<T>>;
/// What a panel found.
pub type FindingOf<T> = Finding<<T as frame_system::Config>::AccountId, BlockOf<T>>;
/// Tokens on the way out of issuance.
pub type CreditOf<T> = fungible::Credit<<T as frame_system::Config>::AccountId, <T as Config>::Currency>;

/// What a benchmark needs of the runtime.
#[cfg(feature = "runtime-benchmarks")]
pub trait BenchmarkHelper {
	/// Let the randomness be known that was unknown at the present block, in the phase in which panels are drawn.
	fn know_randomness();
	/// Come to the phase in which seats change.
	fn begin_seating();
}

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use bme_primitives::{
		Balance, ByClass, Class, EpochClock, JobId, Jobs, Liabilities, Opinion, PointsBook, Sampling, Verdict,
		MAX_SUPPLIERS,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{OnUnbalanced, Randomness, SortedMembers, StorageVersion},
		weights::WeightMeter,
	};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;
	use sp_runtime::Perbill;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// The token.
		type Currency: fungible::Mutate<Self::AccountId, Balance = Balance>
			+ fungible::MutateHold<Self::AccountId, Reason = Self::RuntimeHoldReason>
			+ fungible::BalancedHold<Self::AccountId>;

		/// The runtime's reasons to hold.
		type RuntimeHoldReason: From<HoldReason>;

		/// Where jobs live.
		type Jobs: Jobs<Self::AccountId>;

		/// The bonds of suppliers.
		type Liabilities: Liabilities<Self::AccountId>;

		/// The running epoch.
		type Epoch: EpochClock;

		/// Where points are kept.
		type Points: PointsBook<Self::AccountId>;

		/// Randomness, and the block from which on it was known: whatever was said before it was said without knowing.
		type Randomness: Randomness<Self::Hash, BlockNumberFor<Self>>;

		/// What this part of the session is for. Draws begin when the randomness is known, and end before seats change.
		type Phase: Get<Phase>;

		/// Who admits verifiers, says how often jobs are checked, and voids slashes.
		type ManageOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The auditors that governance admitted.
		type Auditors: SortedMembers<Self::AccountId>;

		/// The bond of a seat, token base units.
		#[pallet::constant]
		type SeatBond: Get<Balance>;

		/// How many verifiers a panel has.
		#[pallet::constant]
		type PanelSize: Get<u32>;

		/// How many of them have to be heard.
		#[pallet::constant]
		type Quorum: Get<u32>;

		/// How long members have to commit, in ticks of a public network.
		#[pallet::constant]
		type CommitWindow: Get<ByClass<Tick>>;

		/// How long they have to reveal, in ticks of a public network.
		#[pallet::constant]
		type RevealWindow: Get<Tick>;

		/// How long a finding is open to review, in ticks of a public network.
		#[pallet::constant]
		type ReviewWindow: Get<Tick>;

		/// How far from the others an opinion may be, as a part of one.
		#[pallet::constant]
		type Tolerance: Get<Perbill>;

		/// A supplier whose quality is below this loses its liability.
		#[pallet::constant]
		type Threshold: Get<Perbill>;

		/// The part of a seat's bond that a verifier loses which is silent or far off.
		#[pallet::constant]
		type Slash: Get<Perbill>;

		/// What takes a slash.
		type Slashed: OnUnbalanced<CreditOf<Self>>;

		/// What a dispute takes as a bond, as a part of what the job burns.
		#[pallet::constant]
		type DisputeRate: Get<Perbill>;

		/// What a dispute takes as a bond at least, token base units: a panel that found nothing to change is paid by it.
		#[pallet::constant]
		type MinDisputeBond: Get<Balance>;

		/// Weights of this pallet's calls and steps.
		type WeightInfo: WeightInfo;

		/// Sets up what a benchmark needs of the runtime.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper;
	}

	/// Why this pallet holds tokens.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The bond of a verifier's seats.
		#[codec(index = 0)]
		SeatBond,
		/// The bond of a dispute.
		#[codec(index = 1)]
		DisputeBond,
	}

	/// The verifiers.
	// Blake2_128Concat: accounts are chosen by users.
	#[pallet::storage]
	pub type Verifiers<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Verifier>;

	/// The seats of each class, numbered from 0 without a gap.
	// Twox64Concat twice: there are three classes, and places are counted by the chain.
	#[pallet::storage]
	pub type Seats<T: Config> = StorageDoubleMap<_, Twox64Concat, Class, Twox64Concat, u32, T::AccountId>;

	/// How many seats each class has.
	#[pallet::storage]
	pub type SeatCounts<T> = StorageValue<_, ByClass<u32>, ValueQuery>;

	/// The panels on live jobs.
	// Twox64Concat: ids are counted by the chain.
	#[pallet::storage]
	pub type Panels<T: Config> = StorageMap<_, Twox64Concat, JobId, PanelOf<T>>;

	/// What panels found, while it is open to review.
	// Twox64Concat: ids are counted by the chain.
	#[pallet::storage]
	pub type Findings<T: Config> = StorageMap<_, Twox64Concat, JobId, FindingOf<T>>;

	/// The jobs of the findings, in the order in which their reviews end.
	// Twox64Concat: places are counted by the chain.
	#[pallet::storage]
	pub type Reviews<T> = StorageMap<_, Twox64Concat, u64, JobId>;

	/// Which places of the reviews are taken.
	#[pallet::storage]
	pub type FindingsQueue<T> = StorageValue<_, Queue, ValueQuery>;

	/// What panels found of suppliers.
	// Blake2_128Concat: accounts are chosen by users. Twox64Concat: there are three classes.
	#[pallet::storage]
	pub type Reputations<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Twox64Concat, Class, Reputation>;

	/// How often jobs are checked that nobody disputed.
	#[pallet::storage]
	pub type SamplingTerms<T> = StorageValue<_, Sampling, ValueQuery>;

	/// The ringers that auditors committed to and did not reveal.
	// Blake2_128Concat: accounts are chosen by users.
	#[pallet::storage]
	pub type Ringers<T: Config> = StorageMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		BoundedVec<Ringer<BlockNumberFor<T>>, ConstU32<MAX_RINGERS>>,
		ValueQuery,
	>;

	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Verifiers that have a seat in every class from the beginning.
		pub verifiers: Vec<T::AccountId>,
		/// How often jobs are checked that nobody disputed.
		pub sampling: Sampling,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			SamplingTerms::<T>::put(self.sampling);
			for verifier in &self.verifiers {
				let admitted = Pallet::<T>::do_admit(verifier.clone(), Class::ALL.len() as u32);
				assert_eq!(admitted, Ok(()), "a genesis verifier is named once");
				for class in Class::ALL {
					let taken = Pallet::<T>::do_take_seat(verifier.clone(), class);
					assert_eq!(taken, Ok(()), "a genesis verifier has its bond");
				}
			}
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Governance said how many seats a verifier may take.
		#[codec(index = 0)]
		VerifierAdmitted {
			/// Who.
			verifier: T::AccountId,
			/// Until now.
			before: u32,
			/// From now on. None: it is drawn no more.
			after: u32,
		},
		/// A verifier took a seat.
		#[codec(index = 1)]
		SeatTaken {
			/// Who.
			verifier: T::AccountId,
			/// In which class.
			class: Class,
			/// Its place.
			seat: u32,
		},
		/// A verifier left a seat.
		#[codec(index = 2)]
		SeatLeft {
			/// Who.
			verifier: T::AccountId,
			/// In which class.
			class: Class,
			/// Its place.
			seat: u32,
			/// Whose seat, the last of the class, has this place now.
			moved: Option<T::AccountId>,
		},
		/// A verifier bonded tokens, or took some back.
		#[codec(index = 3)]
		BondChanged {
			/// Who.
			verifier: T::AccountId,
			/// Bonded now, token base units.
			bond: Balance,
		},
		/// A panel will judge a job.
		#[codec(index = 4)]
		PanelConvened {
			/// The job.
			job: JobId,
			/// Whose tokens are bonded for it, and how many; nobody's if lots drew the job.
			dispute: Option<Dispute<T::AccountId>>,
			/// Whether it is asked for shares.
			asks_shares: bool,
		},
		/// The members of a panel were drawn.
		#[codec(index = 5)]
		PanelDrawn {
			/// The job.
			job: JobId,
			/// Which try it is, from 0.
			round: u8,
			/// Who.
			members: Vec<T::AccountId>,
			/// The tick before which they have to commit.
			commit_by: Tick,
		},
		/// A member committed to what it thinks.
		#[codec(index = 6)]
		Committed {
			/// The job.
			job: JobId,
			/// Which try it is.
			round: u8,
			/// Who.
			verifier: T::AccountId,
			/// The hash.
			commitment: H256,
		},
		/// Enough members committed: now they reveal.
		#[codec(index = 7)]
		RevealBegan {
			/// The job.
			job: JobId,
			/// Which try it is.
			round: u8,
			/// The tick before which they have to.
			reveal_by: Tick,
		},
		/// A member revealed what it thinks.
		#[codec(index = 8)]
		Revealed {
			/// The job.
			job: JobId,
			/// Which try it is.
			round: u8,
			/// Who.
			verifier: T::AccountId,
			/// What.
			opinion: Opinion,
		},
		/// A panel found how good the work of a job is.
		#[codec(index = 9)]
		PanelFound {
			/// The job.
			job: JobId,
			/// Which try it was.
			round: u8,
			/// By what the job ends.
			verdict: Verdict,
			/// Whether it would have ended otherwise without the panel.
			changed: bool,
			/// The members who are paid.
			deserving: Seated<T::AccountId>,
		},
		/// There was no panel with enough members: the job ends without.
		#[codec(index = 10)]
		PanelHung {
			/// The job.
			job: JobId,
		},
		/// A verifier lost a part of its bond.
		#[codec(index = 11)]
		VerifierSlashed {
			/// Who.
			verifier: T::AccountId,
			/// Why.
			fault: Fault,
			/// How much, token base units.
			slashed: Balance,
		},
		/// The bond of a dispute returned.
		#[codec(index = 12)]
		DisputeBondReturned {
			/// The job.
			job: JobId,
			/// To whom.
			who: T::AccountId,
			/// Token base units.
			bond: Balance,
		},
		/// The bond of a dispute that changed nothing was paid to the panel.
		#[codec(index = 13)]
		DisputeBondLost {
			/// The job.
			job: JobId,
			/// Whose it was.
			who: T::AccountId,
			/// Token base units.
			bond: Balance,
			/// What each deserving member has of it, unless it cannot be credited.
			to_each: Balance,
			/// What was left over and burned.
			burned: Balance,
		},
		/// A panel was paid out of what its job burned.
		#[codec(index = 14)]
		PanelPaid {
			/// The job.
			job: JobId,
			/// The deserving members.
			verifiers: Vec<T::AccountId>,
			/// Work points of each.
			points: Balance,
		},
		/// The review of a finding is over: whoever it condemned has lost its liability.
		#[codec(index = 15)]
		FindingStands {
			/// The job.
			job: JobId,
		},
		/// Governance voided what a supplier was to lose.
		#[codec(index = 16)]
		SlashVoided {
			/// The job.
			job: JobId,
			/// The supplier.
			supplier: T::AccountId,
			/// What it keeps, token base units.
			liability: Balance,
		},
		/// A panel changed what is known of a supplier.
		#[codec(index = 17)]
		ReputationChanged {
			/// The supplier.
			supplier: T::AccountId,
			/// In which class.
			class: Class,
			/// Its average quality now.
			accuracy: Perbill,
			/// Of how many verdicts.
			verdicts: u32,
		},
		/// It changed how often jobs are checked.
		#[codec(index = 18)]
		SamplingSet {
			/// Until now.
			before: Sampling,
			/// From now on.
			after: Sampling,
		},
		/// An auditor committed to the answer of a ringer.
		#[codec(index = 19)]
		RingerCommitted {
			/// Who.
			auditor: T::AccountId,
			/// The hash.
			commitment: H256,
		},
		/// An auditor gave a ringer up.
		#[codec(index = 20)]
		RingerWithdrawn {
			/// Who.
			auditor: T::AccountId,
			/// The hash.
			commitment: H256,
		},
		/// An auditor revealed that a job was a ringer.
		#[codec(index = 21)]
		RingerRevealed {
			/// The job.
			job: JobId,
			/// Who.
			auditor: T::AccountId,
			/// How good the work of each supplier is.
			answer: Answer,
			/// How many members of the panel were wrong, each of whom lost the bond of a seat.
			wrong: u32,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The account is no verifier: governance has to admit it.
		#[codec(index = 0)]
		NotVerifier,
		/// It is as it was.
		#[codec(index = 1)]
		NothingChanges,
		/// The verifier has as many seats as governance lets it take.
		#[codec(index = 2)]
		NoMoreSeats,
		/// The free tokens do not cover the bond and, beside it, the existential deposit.
		#[codec(index = 3)]
		InsufficientTokens,
		/// That seat is not the signer's.
		#[codec(index = 4)]
		NotYourSeat,
		/// The bond is whole.
		#[codec(index = 5)]
		AlreadyWhole,
		/// Nothing is bonded beyond the bond of the seats that are left.
		#[codec(index = 6)]
		NothingToWithdraw,
		/// The verifier has to answer for a panel: the bond stays until its finding was open to review.
		#[codec(index = 7)]
		Engaged,
		/// There is no panel on a job of this number.
		#[codec(index = 8)]
		PanelNotFound,
		/// The panel is at another round.
		#[codec(index = 9)]
		WrongRound,
		/// The signer is not a member of the panel.
		#[codec(index = 10)]
		NotMember,
		/// The time to commit has not come, or is over.
		#[codec(index = 11)]
		NotCommitting,
		/// The signer committed already.
		#[codec(index = 12)]
		AlreadyCommitted,
		/// The time to reveal has not come, or is over.
		#[codec(index = 13)]
		NotRevealing,
		/// The signer did not commit, so it has nothing to reveal.
		#[codec(index = 14)]
		NotCommitted,
		/// It was revealed already.
		#[codec(index = 15)]
		AlreadyRevealed,
		/// The hash of the opinion is not the one that the signer committed to.
		#[codec(index = 16)]
		WrongOpening,
		/// There is not one quality for each supplier.
		#[codec(index = 17)]
		WrongNumberOfQualities,
		/// Shares are missing, or there are some and the panel is not asked for any.
		#[codec(index = 18)]
		SharesMismatch,
		/// The shares go below a minimum, or do not sum to exactly one.
		#[codec(index = 19)]
		SharesDoNotFit,
		/// The hash of the output is missing, or there is one and the work cannot be run again.
		#[codec(index = 20)]
		OutputMismatch,
		/// There is no finding on a job of this number that is open to review.
		#[codec(index = 21)]
		FindingNotFound,
		/// The finding condemns nobody.
		#[codec(index = 22)]
		NothingToVoid,
		/// The account is no auditor: governance has to admit it.
		#[codec(index = 23)]
		NotAuditor,
		/// The auditor has as many ringers as may be.
		#[codec(index = 24)]
		TooManyRingers,
		/// The auditor did not commit to this.
		#[codec(index = 25)]
		RingerNotFound,
		/// The auditor committed to the answer when the panel had been asked for already.
		#[codec(index = 26)]
		RingerTooLate,
		/// Seats change in the second third of a session, so that nobody can choose a panel by them: wait for it.
		#[codec(index = 27)]
		SeatsFixed,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
			Self::process_reviews(meter);
		}

		fn integrity_test() {
			let (size, quorum) = (T::PanelSize::get(), T::Quorum::get());
			assert!(size <= bme_primitives::MAX_PANEL, "a panel has room for its members");
			assert!(
				quorum > size / 2 && quorum <= size,
				"more than a half of a panel has to be heard"
			);
			assert!(T::SeatBond::get() > 0, "a verifier without a bond has nothing to lose");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Say how many seats a verifier may take; none lets it go.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::ManageOrigin`].
		///
		/// ## Details
		///
		/// A verifier that is let go is drawn no more. It answers for the panels that it is a member of, and can leave its seats.
		///
		/// ## Errors
		///
		/// [`Error::NothingChanges`].
		///
		/// ## Events
		///
		/// [`Event::VerifierAdmitted`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::admit())]
		pub fn admit(origin: OriginFor<T>, verifier: T::AccountId, seats: u32) -> DispatchResult {
			T::ManageOrigin::ensure_origin(origin)?;
			Self::do_admit(verifier, seats)
		}

		/// Take a seat of a class, with its bond.
		///
		/// ## Dispatch Origin
		///
		/// The dispatch origin of this call must be Signed by a verifier.
		///
		/// ## Details
		///
		/// Each seat is a ticket in the lots. A verifier has one opinion in a panel however many seats it has.
		///
		/// ## Errors
		///
		/// [`Error::SeatsFixed`], [`Error::NotVerifier`], [`Error::NoMoreSeats`], [`Error::InsufficientTokens`].
		///
		/// ## Events
		///
		/// [`Event::BondChanged`], [`Event::SeatTaken`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::take_seat())]
		pub fn take_seat(origin: OriginFor<T>, class: Class) -> DispatchResult {
			let verifier = ensure_signed(origin)?;
			Self::ensure_seating()?;
			Self::do_take_seat(verifier, class)
		}

		/// Leave a seat. Its bond can be withdrawn when the verifier has to answer for no panel.
		///
		/// ## Dispatch Origin
		///
		/// The dispatch origin of this call must be Signed by the verifier whose seat it is.
		///
		/// ## Errors
		///
		/// [`Error::SeatsFixed`], [`Error::NotVerifier`], [`Error::NotYourSeat`].
		///
		/// ## Events
		///
		/// [`Event::SeatLeft`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::leave_seat())]
		pub fn leave_seat(origin: OriginFor<T>, class: Class, seat: u32) -> DispatchResult {
			let verifier = ensure_signed(origin)?;
			Self::ensure_seating()?;
			Self::do_leave_seat(verifier, class, seat)
		}

		/// Fill up the bond after a slash. Until it is whole the verifier is not drawn.
		///
		/// ## Dispatch Origin
		///
		/// The dispatch origin of this call must be Signed by a verifier.
		///
		/// ## Errors
		///
		/// [`Error::SeatsFixed`], [`Error::NotVerifier`], [`Error::AlreadyWhole`], [`Error::InsufficientTokens`].
		///
		/// ## Events
		///
		/// [`Event::BondChanged`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::bond())]
		pub fn bond(origin: OriginFor<T>) -> DispatchResult {
			let verifier = ensure_signed(origin)?;
			Self::ensure_seating()?;
			Self::do_bond(verifier)
		}

		/// Have what is bonded beyond the bond of the seats that are left.
		///
		/// ## Dispatch Origin
		///
		/// The dispatch origin of this call must be Signed by a verifier.
		///
		/// ## Errors
		///
		/// [`Error::NotVerifier`], [`Error::NothingToWithdraw`], [`Error::Engaged`].
		///
		/// ## Events
		///
		/// [`Event::BondChanged`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::withdraw_bond())]
		pub fn withdraw_bond(origin: OriginFor<T>) -> DispatchResult {
			let verifier = ensure_signed(origin)?;
			Self::do_withdraw_bond(verifier)
		}

		/// Commit to an opinion by its hash: see [`Pallet::commitment_of`].
		///
		/// ## Dispatch Origin
		///
		/// The dispatch origin of this call must be Signed by a member of the panel.
		///
		/// ## Details
		///
		/// Keep the opinion and the salt: without them nothing can be revealed. When the last member has committed, revealing begins.
		///
		/// ## Errors
		///
		/// [`Error::PanelNotFound`], [`Error::WrongRound`], [`Error::NotCommitting`], [`Error::NotMember`],
		/// [`Error::AlreadyCommitted`].
		///
		/// ## Events
		///
		/// [`Event::Committed`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::commit())]
		pub fn commit(origin: OriginFor<T>, job: JobId, round: u8, commitment: H256) -> DispatchResult {
			let verifier = ensure_signed(origin)?;
			Self::do_commit(verifier, job, round, commitment)
		}

		/// Reveal the opinion that the signer committed to.
		///
		/// ## Dispatch Origin
		///
		/// The dispatch origin of this call must be Signed by a member of the panel that committed.
		///
		/// ## Errors
		///
		/// [`Error::PanelNotFound`], [`Error::WrongRound`], [`Error::NotRevealing`], [`Error::NotMember`],
		/// [`Error::AlreadyRevealed`], [`Error::NotCommitted`], [`Error::WrongOpening`], [`Error::WrongNumberOfQualities`],
		/// [`Error::SharesMismatch`], [`Error::SharesDoNotFit`], [`Error::OutputMismatch`].
		///
		/// ## Events
		///
		/// [`Event::Revealed`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::reveal())]
		pub fn reveal(origin: OriginFor<T>, job: JobId, round: u8, opinion: Opinion, salt: [u8; 32]) -> DispatchResult {
			let verifier = ensure_signed(origin)?;
			Self::do_reveal(verifier, job, round, opinion, salt)
		}

		/// Say how often jobs are checked that nobody disputed.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::ManageOrigin`].
		///
		/// ## Events
		///
		/// [`Event::SamplingSet`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::set_sampling())]
		pub fn set_sampling(origin: OriginFor<T>, sampling: Sampling) -> DispatchResult {
			T::ManageOrigin::ensure_origin(origin)?;
			Self::do_set_sampling(sampling)
		}

		/// Void what the suppliers of a job are to lose by the finding of its panel. What was burned and paid stands.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::ManageOrigin`].
		///
		/// ## Errors
		///
		/// [`Error::FindingNotFound`], [`Error::NothingToVoid`].
		///
		/// ## Events
		///
		/// [`Event::SlashVoided`] for each supplier.
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::void_slash(MAX_SUPPLIERS))]
		pub fn void_slash(origin: OriginFor<T>, job: JobId) -> DispatchResult {
			T::ManageOrigin::ensure_origin(origin)?;
			Self::do_void_slash(job)
		}

		/// Commit to the answer of a ringer, before a panel is asked for: see [`Pallet::ringer_commitment`].
		///
		/// ## Dispatch Origin
		///
		/// The dispatch origin of this call must be Signed by an auditor.
		///
		/// ## Errors
		///
		/// [`Error::NotAuditor`], [`Error::AlreadyCommitted`], [`Error::TooManyRingers`].
		///
		/// ## Events
		///
		/// [`Event::RingerCommitted`].
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::commit_ringer())]
		pub fn commit_ringer(origin: OriginFor<T>, commitment: H256) -> DispatchResult {
			let auditor = ensure_signed(origin)?;
			Self::do_commit_ringer(auditor, commitment)
		}

		/// Give up a ringer that was never judged. Everybody sees it: an auditor that often does picks its answers.
		///
		/// ## Dispatch Origin
		///
		/// The dispatch origin of this call must be Signed by whoever committed to it.
		///
		/// ## Errors
		///
		/// [`Error::RingerNotFound`].
		///
		/// ## Events
		///
		/// [`Event::RingerWithdrawn`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::withdraw_ringer())]
		pub fn withdraw_ringer(origin: OriginFor<T>, commitment: H256) -> DispatchResult {
			let auditor = ensure_signed(origin)?;
			Self::do_withdraw_ringer(auditor, commitment)
		}

		/// Reveal that a job was a ringer. Each member of its panel that was wrong loses the bond of a seat.
		///
		/// ## Dispatch Origin
		///
		/// The dispatch origin of this call must be Signed by the auditor that committed to it.
		///
		/// ## Details
		///
		/// While the finding on the job is open to review, once. In the part of a session in which seats change: it takes verifiers out of
		/// the draw.
		///
		/// ## Errors
		///
		/// [`Error::NotAuditor`], [`Error::SeatsFixed`], [`Error::WrongNumberOfQualities`], [`Error::FindingNotFound`], [`Error::AlreadyRevealed`], [`Error::RingerNotFound`],
		/// [`Error::RingerTooLate`].
		///
		/// ## Events
		///
		/// [`Event::VerifierSlashed`] for each member that was wrong, [`Event::RingerRevealed`].
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::reveal_ringer())]
		pub fn reveal_ringer(origin: OriginFor<T>, job: JobId, answer: Answer, salt: [u8; 32]) -> DispatchResult {
			let auditor = ensure_signed(origin)?;
			Self::do_reveal_ringer(auditor, job, answer, salt)
		}
	}
}

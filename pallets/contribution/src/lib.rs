//! # Contribution
//!
//! Merit: who does the work, what they attest, and what they earn for it.
//!
//! ## Pallet API
//!
//! See the [`pallet`] module for more information about the interfaces this pallet exposes, including its configuration
//! trait, dispatchables, storage items, events and errors.
//!
//! ## Overview
//!
//! A **supplier** bonds tokens and says which classes of job it serves. When it accepts a job, part of its bond becomes
//! liable for it; a supplier that accepts and does not deliver loses that part, half of it to the payer.
//!
//! A supplier **attests** its work: how many units, the hash of the result, and evidence. When all have, or the time is
//! over, the job is in **review**. Where several suppliers share a job, an *assessor* states each one's share, never
//! below the minimum that it agreed to; each supplier can agree or dispute, the consumer can approve or dispute, and
//! silence is consent when the challenge window passes. A job that somebody disputes, and one that lots draw, is judged by a
//! panel of verifiers. The outcome is a **verdict**, by which the job burns and pays.
//!
//! **Points** say what an account earned in one pool of one epoch: entitlements of settled jobs, blocks authored.
//!
//! ### Example
//!
//! ```text
//!                                    Bob     Charlie   Dave
//!   agreed minima                    20 %    20 %      20 %
//!   the assessor states              50 %    30 %      20 %     what is above the minima, by measured work
//!   everybody agrees, or is silent   50 %    30 %      20 %
//!   anybody disputes                 a panel states shares and qualities
//!   there is no panel to be had      1/3     1/3       1/3      the minima, scaled to one
//!   Dave did not attest              its share burns and pays nothing, and its liability is forfeited
//! ```
//!
//! ## Low Level / Implementation Details
//!
//! ### Design Goals
//!
//! * An assessor cannot take what was agreed, whoever it is in league with: a panel stays above the agreed minima, and without one a
//!   dispute falls back to them.
//! * Nothing here knows what a token is worth, or how a job is paid.
//! * A job's work is one storage item, gone when the job ends.
//!
//! ### Design
//!
//! ```text
//! begin ─ attest × n ──▶ review ─ assess ─ agree × n ─ approve ──▶ settled at once
//!    │ time over            │ window passes ──────────────────────▶ settled by the assessment, or the minima
//!    ▼ nobody attested      │ dispute, or drawn by lots ─▶ panel ─▶ settled by what it found
//!  failed                                     └─ no panel ────────▶ settled by the minima if disputed, else as it stood
//! ```
//!
//! `suppliers` keeps bonds, `judge` their liabilities and what a job's due tick means; `work` is attestation and review;
//! `evidence` keeps the lists of what evidence may rest on;
//! `points` is the book of points.
//!
//! ### Terminology
//!
//! * **Liability**: the part of a bond that an accepted job may cost its supplier.
//! * **Fallback**: the agreed minima, scaled so that they sum to one.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod evidence;
mod judge;
mod points;
mod suppliers;
mod try_state;
mod types;
mod views;
pub mod weights;
mod work;

#[cfg(test)]
mod tests;

pub use pallet::*;
pub use types::{Attestation, Supplier, Unbonding, Work};
pub use weights::WeightInfo;

use frame_support::traits::fungible;
use frame_system::pallet_prelude::BlockNumberFor;

/// The most measurements and proof systems that are listed.
pub const MAX_BASES: u32 = 64;

/// The work on a live job.
pub type WorkOf<T> = Work<BlockNumberFor<T>>;
/// Tokens on the way out of issuance.
pub type CreditOf<T> = fungible::Credit<<T as frame_system::Config>::AccountId, <T as Config>::Currency>;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use bme_primitives::{
		Balance, ByClass, ByPool, EpochClock, EpochIndex, Evidence, EvidenceBasis, JobId, Jobs, Panels,
		Suppliers as PerSupplier, Tick, MAX_PAYEES,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{fungible, OnUnbalanced, StorageVersion},
	};
	use frame_system::pallet_prelude::*;
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

		/// The running epoch.
		type Epoch: EpochClock;

		/// Who checks work that is disputed or drawn by lots.
		type Panels: Panels<Self::AccountId, BlockNumberFor<Self>>;

		/// What takes the burned half of a forfeit.
		type Forfeited: OnUnbalanced<CreditOf<Self>>;

		/// The least bond, token base units.
		#[pallet::constant]
		type MinBond: Get<Balance>;

		/// How long tokens leaving a bond stay held, in ticks of a public network.
		#[pallet::constant]
		type UnbondingTicks: Get<Tick>;

		/// Who lists what evidence may rest on.
		type ManageOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// How long a job is in review, in ticks of a public network.
		#[pallet::constant]
		type ChallengeWindow: Get<ByClass<Tick>>;

		/// Weights of this pallet's calls.
		type WeightInfo: WeightInfo;
	}

	/// Why this pallet holds tokens.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// A supplier's bond, and what is leaving it.
		#[codec(index = 0)]
		SupplierBond,
	}

	/// The suppliers.
	// Blake2_128Concat: accounts are chosen by users.
	#[pallet::storage]
	pub type Suppliers<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Supplier>;

	/// The work on live jobs that began.
	// Twox64Concat: ids are counted by the chain.
	#[pallet::storage]
	pub type Works<T: Config> = StorageMap<_, Twox64Concat, JobId, WorkOf<T>>;

	/// Points that were not paid yet: one row for each account in each epoch, none of them all zero.
	// Twox64Concat: epochs are counted by the chain. Blake2_128Concat: accounts are chosen by users.
	#[pallet::storage]
	pub type Rows<T: Config> =
		StorageDoubleMap<_, Twox64Concat, EpochIndex, Blake2_128Concat, T::AccountId, ByPool<u128>, ValueQuery>;

	/// The sum of an epoch's rows.
	// Twox64Concat: epochs are counted by the chain.
	#[pallet::storage]
	pub type Totals<T> = StorageMap<_, Twox64Concat, EpochIndex, ByPool<u128>, ValueQuery>;

	/// What evidence may rest on: measurements of trusted execution environments, proof systems.
	#[pallet::storage]
	pub type EvidenceBases<T> = StorageValue<_, BoundedBTreeSet<EvidenceBasis, ConstU32<MAX_BASES>>, ValueQuery>;

	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Suppliers from the beginning: account, bond, classes.
		pub suppliers: alloc::vec::Vec<(T::AccountId, Balance, ByClass<bool>)>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			for (supplier, bond, classes) in &self.suppliers {
				let registered = Pallet::<T>::do_register(supplier.clone(), *bond, *classes);
				assert_eq!(registered, Ok(()), "a genesis supplier has its bond, and a class");
			}
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A supplier registered.
		#[codec(index = 0)]
		SupplierRegistered {
			/// The supplier.
			supplier: T::AccountId,
			/// Its bond, token base units.
			bond: Balance,
			/// The classes that it serves.
			classes: ByClass<bool>,
		},
		/// A bond changed.
		#[codec(index = 1)]
		BondChanged {
			/// The supplier.
			supplier: T::AccountId,
			/// The bond before, token base units.
			old: Balance,
			/// The bond now, token base units.
			new: Balance,
		},
		/// A supplier serves other classes.
		#[codec(index = 2)]
		ClassesChanged {
			/// The supplier.
			supplier: T::AccountId,
			/// Before.
			old: ByClass<bool>,
			/// Now.
			new: ByClass<bool>,
		},
		/// Tokens are leaving a bond.
		#[codec(index = 3)]
		UnbondingStarted {
			/// The supplier.
			supplier: T::AccountId,
			/// How many are leaving in all, base units.
			amount: Balance,
			/// The tick from which they can be withdrawn.
			at: Tick,
		},
		/// Tokens that left a bond are free.
		#[codec(index = 4)]
		Unbonded {
			/// The supplier.
			supplier: T::AccountId,
			/// How many, base units.
			amount: Balance,
		},
		/// A supplier attested its work.
		#[codec(index = 5)]
		Attested {
			/// The job.
			job: JobId,
			/// The supplier.
			supplier: T::AccountId,
			/// Units of work, in the measure of the class.
			units: u64,
			/// Hash of the result.
			result: [u8; 32],
			/// The evidence.
			evidence: Evidence,
		},
		/// The assessor stated the shares.
		#[codec(index = 6)]
		Assessed {
			/// The job.
			job: JobId,
			/// The assessor.
			assessor: T::AccountId,
			/// The share of each supplier, in their order.
			shares: PerSupplier<Perbill>,
		},
		/// A supplier agreed to the assessment.
		#[codec(index = 7)]
		Agreed {
			/// The job.
			job: JobId,
			/// The supplier.
			supplier: T::AccountId,
		},
		/// The consumer approved.
		#[codec(index = 8)]
		Approved {
			/// The job.
			job: JobId,
			/// The consumer.
			consumer: T::AccountId,
		},
		/// Someone disputed: a panel judges the job, or it ends by the agreed minima where there are not enough verifiers.
		#[codec(index = 9)]
		Disputed {
			/// The job.
			job: JobId,
			/// Who.
			by: T::AccountId,
		},
		/// A liability was forfeited.
		#[codec(index = 10)]
		LiabilityForfeited {
			/// The supplier.
			supplier: T::AccountId,
			/// Who has half of it, unless it cannot be credited.
			payee: T::AccountId,
			/// What the payee received, token base units.
			to_payee: Balance,
			/// What was burned, token base units.
			burned: Balance,
		},
		/// A panel found the work of a supplier bad, and the time to void that passed.
		#[codec(index = 13)]
		LiabilityLost {
			/// The supplier.
			supplier: T::AccountId,
			/// The consumer, who has half of it, unless it cannot be credited.
			harmed: T::AccountId,
			/// What the consumer and the panel received, token base units.
			given: Balance,
			/// Of it each deserving member of the panel, unless it cannot be credited.
			to_each_verifier: Balance,
			/// What was burned, token base units.
			burned: Balance,
		},
		/// Evidence may rest on this from now on.
		#[codec(index = 11)]
		BasisListed {
			/// What.
			basis: EvidenceBasis,
		},
		/// Evidence may rest on this no more.
		#[codec(index = 12)]
		BasisUnlisted {
			/// What.
			basis: EvidenceBasis,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The account is a supplier already.
		#[codec(index = 0)]
		AlreadyRegistered,
		/// The account is not a supplier.
		#[codec(index = 1)]
		NotRegistered,
		/// The bond would be below the least one.
		#[codec(index = 2)]
		BondTooLow,
		/// The account's free tokens do not cover the bond and, beside it, the existential deposit.
		#[codec(index = 3)]
		InsufficientTokens,
		/// A supplier serves at least one class.
		#[codec(index = 4)]
		NoClass,
		/// An amount of zero.
		#[codec(index = 5)]
		AmountZero,
		/// The part of the bond that no open liability needs is smaller.
		#[codec(index = 6)]
		BondInUse,
		/// Nothing is leaving the bond.
		#[codec(index = 7)]
		NothingUnbonding,
		/// The tokens that are leaving the bond are not free yet.
		#[codec(index = 8)]
		StillUnbonding,
		/// The supplier does not serve the class of the job.
		#[codec(index = 9)]
		ClassNotServed,
		/// There is no live job of this number whose work has begun.
		#[codec(index = 10)]
		WorkNotFound,
		/// The signer is not a supplier of the job.
		#[codec(index = 11)]
		NotSupplier,
		/// The signer is not the assessor of the job.
		#[codec(index = 12)]
		NotAssessor,
		/// The signer is not the consumer of the job.
		#[codec(index = 13)]
		NotConsumer,
		/// The signer is neither the consumer of the job nor one of its suppliers.
		#[codec(index = 14)]
		NotParty,
		/// The supplier attested already.
		#[codec(index = 15)]
		AlreadyAttested,
		/// The supplier did not attest, so it has no say.
		#[codec(index = 16)]
		NotAttested,
		/// Work is at least one unit.
		#[codec(index = 17)]
		NoUnits,
		/// The job demands another kind of evidence.
		#[codec(index = 18)]
		EvidenceMismatch,
		/// Evidence of this kind is not accepted yet.
		#[codec(index = 19)]
		EvidenceNotSupported,
		/// The time to attest is over.
		#[codec(index = 20)]
		AttestationOver,
		/// The job is not in review yet: suppliers may still attest.
		#[codec(index = 21)]
		NotInReview,
		/// The shares were stated already.
		#[codec(index = 22)]
		AlreadyAssessed,
		/// Nobody stated shares to agree to.
		#[codec(index = 23)]
		NotAssessed,
		/// There is not one share for each supplier.
		#[codec(index = 24)]
		WrongNumberOfShares,
		/// A share is below the minimum that its supplier agreed to.
		#[codec(index = 25)]
		ShareBelowMinimum,
		/// The shares do not sum to exactly one.
		#[codec(index = 26)]
		SharesNotOne,
		/// The supplier agreed already.
		#[codec(index = 27)]
		AlreadyAgreed,
		/// The consumer approved already.
		#[codec(index = 28)]
		AlreadyApproved,
		/// The job is disputed already.
		#[codec(index = 29)]
		AlreadyDisputed,
		/// What the evidence rests on is not listed.
		#[codec(index = 30)]
		NotListed,
		/// It is listed already.
		#[codec(index = 31)]
		AlreadyListed,
		/// As much as may be is listed.
		#[codec(index = 32)]
		TooManyBases,
		/// A panel judges the job: nothing more can be said of it.
		#[codec(index = 33)]
		InPanel,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MinBond::get() > 0, "a supplier without a bond has nothing to lose");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Become a supplier: bond tokens and say which classes to serve.
		///
		/// ## Dispatch Origin
		///
		/// The dispatch origin of this call must be Signed.
		///
		/// ## Errors
		///
		/// [`Error::AlreadyRegistered`], [`Error::NoClass`], [`Error::BondTooLow`], [`Error::InsufficientTokens`].
		///
		/// ## Events
		///
		/// [`Event::SupplierRegistered`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::register())]
		pub fn register(origin: OriginFor<T>, bond: Balance, classes: ByClass<bool>) -> DispatchResult {
			let supplier = ensure_signed(origin)?;
			Self::do_register(supplier, bond, classes)
		}

		/// Add to the bond.
		///
		/// ## Dispatch Origin
		///
		/// The dispatch origin of this call must be Signed by a supplier.
		///
		/// ## Details
		///
		/// A bond that a forfeit took below the least one is brought up to it at once, or not at all.
		///
		/// ## Errors
		///
		/// [`Error::NotRegistered`], [`Error::AmountZero`], [`Error::BondTooLow`], [`Error::InsufficientTokens`].
		///
		/// ## Events
		///
		/// [`Event::BondChanged`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::bond_extra())]
		pub fn bond_extra(origin: OriginFor<T>, amount: Balance) -> DispatchResult {
			let supplier = ensure_signed(origin)?;
			Self::do_bond_extra(supplier, amount)
		}

		/// Serve other classes. Jobs that were accepted go on.
		///
		/// ## Dispatch Origin
		///
		/// The dispatch origin of this call must be Signed by a supplier.
		///
		/// ## Errors
		///
		/// [`Error::NotRegistered`], [`Error::NoClass`].
		///
		/// ## Events
		///
		/// [`Event::ClassesChanged`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::set_classes())]
		pub fn set_classes(origin: OriginFor<T>, classes: ByClass<bool>) -> DispatchResult {
			let supplier = ensure_signed(origin)?;
			Self::do_set_classes(supplier, classes)
		}

		/// Take tokens out of the bond. They stay held for the unbonding time, and no liability counts on them.
		///
		/// ## Dispatch Origin
		///
		/// The dispatch origin of this call must be Signed by a supplier.
		///
		/// ## Details
		///
		/// What is left must be nothing, or at least the least bond, and cover every open liability. Tokens that are leaving
		/// already wait for the new ones.
		///
		/// ## Errors
		///
		/// [`Error::NotRegistered`], [`Error::AmountZero`], [`Error::BondInUse`], [`Error::BondTooLow`].
		///
		/// ## Events
		///
		/// [`Event::BondChanged`], [`Event::UnbondingStarted`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::unbond())]
		pub fn unbond(origin: OriginFor<T>, amount: Balance) -> DispatchResult {
			let supplier = ensure_signed(origin)?;
			Self::do_unbond(supplier, amount)
		}

		/// Have the tokens that left the bond. A supplier without a bond is forgotten.
		///
		/// ## Dispatch Origin
		///
		/// The dispatch origin of this call must be Signed by a supplier.
		///
		/// ## Errors
		///
		/// [`Error::NotRegistered`], [`Error::NothingUnbonding`], [`Error::StillUnbonding`].
		///
		/// ## Events
		///
		/// [`Event::Unbonded`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::withdraw_unbonded())]
		pub fn withdraw_unbonded(origin: OriginFor<T>) -> DispatchResult {
			let supplier = ensure_signed(origin)?;
			Self::do_withdraw_unbonded(supplier)
		}

		/// State what work was done for a job.
		///
		/// ## Dispatch Origin
		///
		/// The dispatch origin of this call must be Signed by a supplier of the job.
		///
		/// ## Details
		///
		/// `units` are tokens and requests for inference, interactions for agents, samples × epochs for training. The
		/// last attestation begins the review.
		///
		/// ## Errors
		///
		/// [`Error::WorkNotFound`], [`Error::NotSupplier`], [`Error::AttestationOver`], [`Error::AlreadyAttested`],
		/// [`Error::NoUnits`], [`Error::EvidenceMismatch`], [`Error::EvidenceNotSupported`], [`Error::NotListed`].
		///
		/// ## Events
		///
		/// [`Event::Attested`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::attest())]
		pub fn attest(
			origin: OriginFor<T>,
			job: JobId,
			units: u64,
			result: [u8; 32],
			evidence: Evidence,
		) -> DispatchResult {
			let supplier = ensure_signed(origin)?;
			Self::do_attest(
				supplier,
				job,
				Attestation {
					units,
					result,
					evidence,
				},
			)
		}

		/// State each supplier's share of a job, none below its minimum.
		///
		/// ## Dispatch Origin
		///
		/// The dispatch origin of this call must be Signed by the assessor of the job.
		///
		/// ## Details
		///
		/// Once, in review. It begins the challenge window anew, so that every supplier can object.
		///
		/// ## Errors
		///
		/// [`Error::WorkNotFound`], [`Error::NotAssessor`], [`Error::NotInReview`], [`Error::InPanel`],
		/// [`Error::AlreadyDisputed`], [`Error::AlreadyAssessed`], [`Error::WrongNumberOfShares`], [`Error::ShareBelowMinimum`],
		/// [`Error::SharesNotOne`].
		///
		/// ## Events
		///
		/// [`Event::Assessed`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::assess())]
		pub fn assess(origin: OriginFor<T>, job: JobId, shares: PerSupplier<Perbill>) -> DispatchResult {
			let assessor = ensure_signed(origin)?;
			Self::do_assess(assessor, job, shares)
		}

		/// Agree to the assessment. The last word that is needed settles the job.
		///
		/// ## Dispatch Origin
		///
		/// The dispatch origin of this call must be Signed by a supplier of the job that attested.
		///
		/// ## Errors
		///
		/// [`Error::WorkNotFound`], [`Error::NotSupplier`], [`Error::NotAttested`], [`Error::NotAssessed`],
		/// [`Error::InPanel`], [`Error::AlreadyDisputed`], [`Error::AlreadyAgreed`].
		///
		/// ## Events
		///
		/// [`Event::Agreed`], and those of a settlement.
		#[pallet::call_index(7)]
		#[pallet::weight(Pallet::<T>::weight_of_young(MAX_PAYEES, T::WeightInfo::agree))]
		pub fn agree(origin: OriginFor<T>, job: JobId) -> DispatchResultWithPostInfo {
			let supplier = ensure_signed(origin)?;
			let weight = Self::do_agree(supplier, job, T::WeightInfo::agree)?;
			Ok(Some(weight).into())
		}

		/// Approve the work: waive the consumer's own right to dispute. The last word that is needed settles the job.
		///
		/// ## Dispatch Origin
		///
		/// The dispatch origin of this call must be Signed by the consumer of the job.
		///
		/// ## Details
		///
		/// A job without an assessor settles; with one, when every supplier that attested agreed to its shares. Where jobs are drawn by
		/// lots it settles as soon as they can be drawn, unless they say that it is checked.
		///
		/// ## Errors
		///
		/// [`Error::WorkNotFound`], [`Error::NotConsumer`], [`Error::NotInReview`], [`Error::InPanel`],
		/// [`Error::AlreadyDisputed`], [`Error::AlreadyApproved`].
		///
		/// ## Events
		///
		/// [`Event::Approved`], and those of a settlement.
		#[pallet::call_index(8)]
		#[pallet::weight(Pallet::<T>::weight_of_young(MAX_PAYEES, T::WeightInfo::approve))]
		#[pallet::feeless_if(|origin: &OriginFor<T>, job: &JobId| -> bool {
			Pallet::<T>::awaits_word_of(origin.as_signer().cloned(), *job)
		})]
		pub fn approve(origin: OriginFor<T>, job: JobId) -> DispatchResultWithPostInfo {
			let consumer = ensure_signed(origin)?;
			let weight = Self::do_approve(consumer, job, T::WeightInfo::approve)?;
			Ok(Some(weight).into())
		}

		/// Dispute a job in review: a panel judges it.
		///
		/// ## Dispatch Origin
		///
		/// The dispatch origin of this call must be Signed by the consumer of the job, unless it approved, or by a supplier
		/// that attested, unless it agreed.
		///
		/// ## Details
		///
		/// It bonds a part of the tokens that the job burns, and not less than a panel costs: a supplier its own; for the consumer the payer,
		/// who signed the request. The bond returns if the panel changes how the job ends, and is the panel's if not. Where there are not enough verifiers nothing is
		/// bonded, and the job ends one tick later by the agreed minima.
		///
		/// ## Errors
		///
		/// [`Error::WorkNotFound`], [`Error::NotInReview`], [`Error::InPanel`], [`Error::AlreadyDisputed`], [`Error::NotParty`],
		/// [`Error::AlreadyApproved`], [`Error::AlreadyAgreed`], [`Error::NotAttested`], and the panels' if the bond is not there.
		///
		/// ## Events
		///
		/// [`Event::Disputed`].
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::dispute())]
		#[pallet::feeless_if(|origin: &OriginFor<T>, job: &JobId| -> bool {
			Pallet::<T>::awaits_dispute_of(origin.as_signer().cloned(), *job)
		})]
		pub fn dispute(origin: OriginFor<T>, job: JobId) -> DispatchResult {
			let by = ensure_signed(origin)?;
			Self::do_dispute(by, job)
		}

		/// List a measurement or a proof system, on which evidence may rest from now on.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::ManageOrigin`].
		///
		/// ## Errors
		///
		/// [`Error::AlreadyListed`], [`Error::TooManyBases`].
		///
		/// ## Events
		///
		/// [`Event::BasisListed`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::list_basis())]
		pub fn list_basis(origin: OriginFor<T>, basis: EvidenceBasis) -> DispatchResult {
			T::ManageOrigin::ensure_origin(origin)?;
			Self::do_list_basis(basis)
		}

		/// Take a measurement or a proof system off the list, because it turned out to be broken.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::ManageOrigin`].
		///
		/// ## Details
		///
		/// What was attested stands. Whoever accepted a job and did not attest yet needs another one that is listed.
		///
		/// ## Errors
		///
		/// [`Error::NotListed`].
		///
		/// ## Events
		///
		/// [`Event::BasisUnlisted`].
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::unlist_basis())]
		pub fn unlist_basis(origin: OriginFor<T>, basis: EvidenceBasis) -> DispatchResult {
			T::ManageOrigin::ensure_origin(origin)?;
			Self::do_unlist_basis(basis)
		}
	}
}

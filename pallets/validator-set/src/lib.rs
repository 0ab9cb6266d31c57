//! # Validator set
//!
//! Who produces blocks: a list that governance keeps.
//!
//! ## Pallet API
//!
//! See the [`pallet`] module for more information about the interfaces this pallet exposes, including its configuration
//! trait, dispatchables, storage items, events and errors.
//!
//! ## Overview
//!
//! A *validator* is an account on the **list**. [`Config::AdminOrigin`] adds and removes accounts; a change reaches block
//! production at the end of the next session. The list never falls below [`Config::MinValidators`]. A validator that
//! provably misbehaved is disabled at once and leaves the list when the next session is planned.
//!
//! To become a validator, an account sets its session keys (`session.set_keys`, against a deposit) and is then added by
//! governance.
//!
//! ## Low Level / Implementation Details
//!
//! ### Design Goals
//!
//! * Genesis is `session.keys` and nothing else, so that any tool that writes a chain specification can write it.
//! * A session without a change is no change: consensus sees a new set only when there is one.
//! * Every session from the second on has a historical root, so that an equivocation in it can be proven.
//!
//! ### Design
//!
//! ```text
//! session n − 1            session n                      session n + 1
//!   add, remove, offence ──▶ list planned for n + 1 ──────▶ list in force
//!                           │ Some(list), if the list or the keys of one on it changed; else None
//! ```
//!
//! `new_session` answers `None` where it can: `Some` re-enables disabled validators and makes GRANDPA change its set. It
//! must answer `Some` once before historical roots exist; it does so the first time that it is asked after genesis, for
//! session 2, because then there is nothing yet to compare with. `end_session` prunes historical roots, and the session
//! manager is the only one that does.
//!
//! ### Implementor's Guide
//!
//! * `SessionManager = historical::NoteHistoricalRoot<Runtime, ValidatorSet>`; `ValidatorId = AccountId`.
//! * `ValidatorIdOf = ConvertInto`: anyone may set session keys, since governance asks for keys before it adds an account.
//!   What keeps others from filling the state is `KeyDeposit`, which must not be zero.
//! * `FullIdentificationOf =` [`UnitIdentificationOf`], `FullIdentification = ()`.
//! * `OnOffenceHandler = ValidatorSet` in `pallet-offences`, which must know the same [`Config::HistoryDepth`] as the
//!   longevity of reports in BABE and GRANDPA.
//!
//! ### Limitations
//!
//! * A validator that purges its session keys stays on the list, produces nothing, and returns when it sets keys again.
//! * An account that was removed for an offence and then added again is removed again if another validator is reported for
//!   the very same offence, because reports repeat all their offenders.
//!
//! ### Terminology
//!
//! * **List**: the accounts that governance wants as validators.
//! * **Offender**: a listed validator that was reported for an offence and has not been removed yet.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod offences;
mod session;
mod try_state;
pub mod weights;

#[cfg(test)]
mod tests;

pub use pallet::*;
pub use session::UnitIdentificationOf;
pub use weights::WeightInfo;

const LOG_TARGET: &str = "runtime::validator-set";

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use frame_support::{pallet_prelude::*, traits::StorageVersion};
	use frame_system::pallet_prelude::*;
	use pallet_session::historical;
	use sp_runtime::Perbill;
	use sp_staking::SessionIndex;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config:
		frame_system::Config<RuntimeEvent: From<Event<Self>>>
		+ pallet_session::Config<ValidatorId = <Self as frame_system::Config>::AccountId>
		+ historical::Config<FullIdentification = ()>
	{
		/// Who adds and removes validators.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The list is never made shorter than this.
		#[pallet::constant]
		type MinValidators: Get<u32>;

		/// The list is never longer than this.
		#[pallet::constant]
		type MaxValidators: Get<u32>;

		/// For how many ended sessions an equivocation can be proven.
		#[pallet::constant]
		type HistoryDepth: Get<SessionIndex>;

		/// Weights of this pallet's calls.
		type WeightInfo: WeightInfo;
	}

	/// The list, in the order of joining.
	#[pallet::storage]
	pub type Validators<T: Config> = StorageValue<_, BoundedVec<T::AccountId, T::MaxValidators>, ValueQuery>;

	/// Those on the list who leave it when the next session is planned, unless it would become too short.
	#[pallet::storage]
	pub type Offenders<T: Config> = StorageValue<_, BoundedVec<T::AccountId, T::MaxValidators>, ValueQuery>;

	/// Hash of the validators and their keys that were last handed to the session pallet.
	#[pallet::storage]
	pub type Planned<T: Config> = StorageValue<_, T::Hash>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An account was added to the list.
		#[codec(index = 0)]
		ValidatorAdded {
			/// Who.
			validator: T::AccountId,
		},
		/// A validator was removed from the list by governance.
		#[codec(index = 1)]
		ValidatorRemoved {
			/// Who.
			validator: T::AccountId,
		},
		/// A listed validator was reported for an offence: it leaves the list when the next session is planned.
		#[codec(index = 2)]
		OffenceReported {
			/// Who.
			validator: T::AccountId,
			/// The session of the offence.
			session: SessionIndex,
			/// How severe it is, as a part of the validator's stake.
			fraction: Perbill,
		},
		/// An offender was removed from the list.
		#[codec(index = 3)]
		OffenderRemoved {
			/// Who.
			validator: T::AccountId,
		},
		/// An offender stays, because the list would become too short. Asked again for every session.
		#[codec(index = 4)]
		OffenderKept {
			/// Who.
			validator: T::AccountId,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The account is on the list.
		#[codec(index = 0)]
		AlreadyValidator,
		/// The account is not on the list.
		#[codec(index = 1)]
		NotValidator,
		/// The list is full.
		#[codec(index = 2)]
		TooManyValidators,
		/// The list would become shorter than its floor.
		#[codec(index = 3)]
		TooFewValidators,
		/// The account has not set its session keys.
		#[codec(index = 4)]
		NoSessionKeys,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(
				T::MinValidators::get() > 0,
				"an empty set of validators stops the chain"
			);
			assert!(
				T::MinValidators::get() <= T::MaxValidators::get(),
				"the floor must not exceed the maximum"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_n: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Add an account to the list.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::AdminOrigin`].
		///
		/// ## Details
		///
		/// The account produces blocks from the session after the next. It must have set its session keys.
		///
		/// ## Errors
		///
		/// * [`Error::AlreadyValidator`]: it is on the list.
		/// * [`Error::NoSessionKeys`]: it has no session keys.
		/// * [`Error::TooManyValidators`]: the list is full.
		///
		/// ## Events
		///
		/// * [`Event::ValidatorAdded`].
		#[pallet::call_index(0)]
		#[pallet::weight(<T as Config>::WeightInfo::add_validator())]
		pub fn add_validator(origin: OriginFor<T>, who: T::AccountId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_add(who)
		}

		/// Remove an account from the list.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::AdminOrigin`].
		///
		/// ## Details
		///
		/// The account stops producing blocks from the session after the next. It keeps its session keys and their deposit
		/// until it purges them itself.
		///
		/// ## Errors
		///
		/// * [`Error::NotValidator`]: it is not on the list.
		/// * [`Error::TooFewValidators`]: the list is at its floor.
		///
		/// ## Events
		///
		/// * [`Event::ValidatorRemoved`].
		#[pallet::call_index(1)]
		#[pallet::weight(<T as Config>::WeightInfo::remove_validator())]
		pub fn remove_validator(origin: OriginFor<T>, who: T::AccountId) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_remove(who)
		}
	}

	impl<T: Config> Pallet<T> {
		fn do_add(who: T::AccountId) -> DispatchResult {
			Validators::<T>::try_mutate(|list| {
				ensure!(!list.contains(&who), Error::<T>::AlreadyValidator);
				ensure!(
					pallet_session::NextKeys::<T>::contains_key(&who),
					Error::<T>::NoSessionKeys
				);
				list.try_push(who.clone()).map_err(|_| Error::<T>::TooManyValidators)
			})?;
			Self::deposit_event(Event::ValidatorAdded { validator: who });
			Ok(())
		}

		fn do_remove(who: T::AccountId) -> DispatchResult {
			Validators::<T>::try_mutate(|list| {
				ensure!(list.contains(&who), Error::<T>::NotValidator);
				ensure!(Self::above_floor(list.len()), Error::<T>::TooFewValidators);
				list.retain(|listed| *listed != who);
				Ok::<_, Error<T>>(())
			})?;
			Offenders::<T>::mutate(|offenders| offenders.retain(|offender| *offender != who));
			Self::deposit_event(Event::ValidatorRemoved { validator: who });
			Ok(())
		}

		/// Whether a list of this length may lose one.
		pub(crate) fn above_floor(len: usize) -> bool {
			len as u32 > T::MinValidators::get()
		}
	}
}

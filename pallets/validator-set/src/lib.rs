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
//! A *validator* is an account on the **list**. [`Config::AdminOrigin`] adds and removes accounts, and a validator may
//! leave by itself; a change reaches block production at the end of the next session. The list never falls below
//! [`Config::MinValidators`]. A validator that provably misbehaved loses a part of its **bond** at once, which is
//! burned, produces no more blocks unless a third of all are disabled already, and leaves the list when the next session is planned.
//!
//! To become a validator, an account sets its session keys (`session.set_keys`, against a deposit), bonds
//! ([`Call::bond`]), and is then added by governance. It has its bond back ([`Call::withdraw_bond`]) when it has left and
//! nothing of its time can be proven any more: after [`Config::HistoryDepth`] sessions.
//!
//! What an offence costs is known beforehand: of `n` validators of whom `k` equivocated in the same slot or round, each
//! loses `min((3k/n)², 1)` of its bond (`sp_consensus_babe` and `sp_consensus_grandpa`). One of four loses 56 %, one of a
//! hundred 0.09 %, a third of all of them everything: an accident is cheap, an attack is not.
//!
//! ## Low Level / Implementation Details
//!
//! ### Design Goals
//!
//! * Genesis is `session.keys` and nothing else, so that any tool that writes a chain specification can write it. Validators
//!   of genesis are bonded if they have the tokens; others may bond later.
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
//! A bond counts the worst fraction of all that was reported since it was bonded, so that several reports of one mistake
//! do not add up, in whatever order they come. It is not filled up: an account that was slashed waits like everybody,
//! withdraws what is left, and bonds anew.
//!
//! ### Implementor's Guide
//!
//! * `SessionManager = historical::NoteHistoricalRoot<Runtime, ValidatorSet>`; `ValidatorId = AccountId`.
//! * `ValidatorIdOf = ConvertInto`: anyone may set session keys, since governance asks for keys before it adds an account.
//!   What keeps others from filling the state is `KeyDeposit`, which must not be zero.
//! * `FullIdentificationOf =` [`UnitIdentificationOf`], `FullIdentification = ()`.
//! * `BaseFilter` denies `session.purge_keys`, for which there is [`Call::purge_keys`].
//! * [`KeyOwners`], and not `Historical`, is what BABE, GRANDPA and the runtime's API ask who owns a key.
//! * `OnOffenceHandler = ValidatorSet` in `pallet-offences`, which must know the same [`Config::HistoryDepth`] as the
//!   longevity of reports in BABE and GRANDPA.
//!
//! ### Limitations
//!
//! * A validator of genesis that had no tokens has no bond, and only leaves the list for an offence.
//! * An offender that stays because the list would become too short keeps what is left of its bond.
//! * Sessions are counted by the clock, and the voters for finality change only with a block that is final. If nothing is
//!   final for [`Config::HistoryDepth`] sessions, an account that left in the meantime has its bond back while it still votes.
//! * A disabled validator produces no blocks; it still votes until the set changes.
//!
//! ### Terminology
//!
//! * **List**: the accounts that governance wants as validators.
//! * **Bond**: tokens of a validator, held until nothing of its time can be proven.
//! * **Offender**: a listed validator that was reported for an offence and has not been removed yet.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod bonds;
mod keys;
mod offences;
mod session;
mod try_state;
mod types;
pub mod weights;

#[cfg(test)]
mod tests;

pub use keys::KeyOwners;
pub use pallet::*;
pub use session::UnitIdentificationOf;
pub use types::Bond;
pub use weights::WeightInfo;

use frame_support::traits::fungible::{Credit, Inspect};

const LOG_TARGET: &str = "runtime::validator-set";

type AccountIdOf<T> = <T as frame_system::Config>::AccountId;
type CurrencyOf<T> = <T as Config>::Currency;
/// Token base units.
pub type BalanceOf<T> = <CurrencyOf<T> as Inspect<AccountIdOf<T>>>::Balance;
type CreditOf<T> = Credit<AccountIdOf<T>, CurrencyOf<T>>;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use frame_support::{
		pallet_prelude::*,
		traits::{
			fungible::{BalancedHold, MutateHold},
			OnUnbalanced, StorageVersion,
		},
	};
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
		/// The token.
		type Currency: MutateHold<Self::AccountId, Reason = <Self as Config>::RuntimeHoldReason>
			+ BalancedHold<Self::AccountId>;

		/// The runtime's reasons to hold.
		type RuntimeHoldReason: From<HoldReason>;

		/// The bond of a validator, token base units.
		#[pallet::constant]
		type Bond: Get<BalanceOf<Self>>;

		/// What takes a slash.
		type Slashed: OnUnbalanced<CreditOf<Self>>;

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

	/// Why this pallet holds tokens.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// A validator's bond.
		#[codec(index = 0)]
		ValidatorBond,
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

	/// The validators of the running session, [`Config::MaxValidators`] at most, and the keys with which they take part.
	// The keys that a runtime declares are of no type that is known to be bounded, though they are.
	#[pallet::storage]
	#[pallet::unbounded]
	pub type KeysInForce<T: Config> = StorageValue<_, Vec<(T::AccountId, T::Keys)>, ValueQuery>;

	/// Who is bonded.
	// Blake2_128Concat: accounts are chosen by users.
	#[pallet::storage]
	pub type Bonds<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Bond<BalanceOf<T>>>;

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
			/// How severe it is, as a part of the validator's bond.
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
		/// A validator removed itself from the list.
		#[codec(index = 5)]
		ValidatorLeft {
			/// Who.
			validator: T::AccountId,
		},
		/// An account bonded.
		#[codec(index = 6)]
		ValidatorBonded {
			/// Who.
			validator: T::AccountId,
			/// Held, token base units.
			amount: BalanceOf<T>,
		},
		/// What was left of a bond was given back.
		#[codec(index = 7)]
		BondWithdrawn {
			/// Whose.
			validator: T::AccountId,
			/// Released, token base units.
			amount: BalanceOf<T>,
		},
		/// A part of a bond was taken for an offence, and burned.
		#[codec(index = 8)]
		ValidatorSlashed {
			/// Whose.
			validator: T::AccountId,
			/// The session of the offence.
			session: SessionIndex,
			/// Burned, token base units.
			amount: BalanceOf<T>,
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
		/// The account is bonded. A bond that was slashed is not filled up: withdraw it and bond anew.
		#[codec(index = 5)]
		AlreadyBonded,
		/// The account has not enough free tokens for the bond.
		#[codec(index = 6)]
		InsufficientTokens,
		/// The account is not bonded.
		#[codec(index = 7)]
		NotBonded,
		/// The bond is less than is asked of validators: it was slashed, or the bond was raised. Withdraw it and bond anew.
		#[codec(index = 8)]
		InsufficientBond,
		/// An offence of the account's time as a validator can still be proven.
		#[codec(index = 9)]
		BondLocked,
		/// The account takes part in this session or the next.
		#[codec(index = 10)]
		KeysInUse,
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
		/// The account produces blocks from the session after the next. It must have set its session keys and bonded.
		///
		/// ## Errors
		///
		/// * [`Error::AlreadyValidator`]: it is on the list.
		/// * [`Error::NoSessionKeys`]: it has no session keys.
		/// * [`Error::NotBonded`]: it has no bond.
		/// * [`Error::InsufficientBond`]: its bond was slashed, or is less than is asked now.
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
			Self::do_remove(who.clone())?;
			Self::deposit_event(Event::ValidatorRemoved { validator: who });
			Ok(())
		}

		/// Bond, to become a validator.
		///
		/// ## Dispatch Origin
		///
		/// Signed, by the account that owns the session keys.
		///
		/// ## Details
		///
		/// Holds [`Config::Bond`]. A validator of genesis that has no bond may bond too.
		///
		/// ## Errors
		///
		/// * [`Error::AlreadyBonded`]: it is bonded, slashed or not.
		/// * [`Error::InsufficientTokens`]: it has not enough free tokens.
		///
		/// ## Events
		///
		/// * [`Event::ValidatorBonded`].
		#[pallet::call_index(2)]
		#[pallet::weight(<T as Config>::WeightInfo::bond())]
		pub fn bond(origin: OriginFor<T>) -> DispatchResult {
			Self::do_bond(ensure_signed(origin)?)
		}

		/// Have what is left of the bond back.
		///
		/// ## Dispatch Origin
		///
		/// Signed, by the account that bonded.
		///
		/// ## Details
		///
		/// An account that was a validator waits until [`Config::HistoryDepth`] sessions have passed since its last one.
		///
		/// ## Errors
		///
		/// * [`Error::NotBonded`]: it has no bond.
		/// * [`Error::AlreadyValidator`]: it is on the list.
		/// * [`Error::BondLocked`]: an offence of its time can still be proven.
		///
		/// ## Events
		///
		/// * [`Event::BondWithdrawn`].
		#[pallet::call_index(3)]
		#[pallet::weight(<T as Config>::WeightInfo::withdraw_bond())]
		pub fn withdraw_bond(origin: OriginFor<T>) -> DispatchResult {
			Self::do_withdraw_bond(ensure_signed(origin)?)
		}

		/// Stop being a validator.
		///
		/// ## Dispatch Origin
		///
		/// Signed, by a validator.
		///
		/// ## Details
		///
		/// The account stops producing blocks from the session after the next: its node has to run until then. It keeps
		/// its session keys and their deposit until it purges them, and its bond until it withdraws it.
		///
		/// ## Errors
		///
		/// * [`Error::NotValidator`]: it is not on the list.
		/// * [`Error::TooFewValidators`]: the list is at its floor.
		///
		/// ## Events
		///
		/// * [`Event::ValidatorLeft`].
		#[pallet::call_index(4)]
		#[pallet::weight(<T as Config>::WeightInfo::leave())]
		pub fn leave(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_remove(who.clone())?;
			Self::deposit_event(Event::ValidatorLeft { validator: who });
			Ok(())
		}

		/// Purge the session keys, and have their deposit back.
		///
		/// ## Dispatch Origin
		///
		/// Signed, by the account that set them.
		///
		/// ## Details
		///
		/// In place of `session.purge_keys`, which the runtime denies: it would let those on the list stop the chain.
		///
		/// ## Errors
		///
		/// * [`Error::AlreadyValidator`]: it is on the list.
		/// * [`Error::KeysInUse`]: it was on it less than two sessions ago.
		/// * `session.NoKeys`: it has set none.
		#[pallet::call_index(5)]
		#[pallet::weight(<T as Config>::WeightInfo::purge_keys())]
		pub fn purge_keys(origin: OriginFor<T>) -> DispatchResult {
			Self::do_purge_keys(ensure_signed(origin)?)
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
				let bond = Bonds::<T>::get(&who).ok_or(Error::<T>::NotBonded)?;
				ensure!(bond.held() >= T::Bond::get(), Error::<T>::InsufficientBond);
				list.try_push(who.clone()).map_err(|_| Error::<T>::TooManyValidators)
			})?;
			Bonds::<T>::mutate_extant(&who, |bond| bond.left_in = None);
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
			Self::begin_wait(&who);
			Ok(())
		}

		/// Whether a list of this length may lose one.
		pub(crate) fn above_floor(len: usize) -> bool {
			len as u32 > T::MinValidators::get()
		}
	}
}

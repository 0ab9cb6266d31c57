//! What the session pallet asks for: the next set of validators, and the pruning of past ones.

use crate::{Config, Event, KeysInForce, Offenders, Pallet, Planned, Validators, LOG_TARGET};
use alloc::vec::Vec;
use frame_support::{
	traits::{DefensiveTruncateFrom, Get},
	BoundedVec,
};
use pallet_session::historical;
use sp_runtime::traits::{Convert, Hash};
use sp_staking::SessionIndex;

/// Every validator's full identification is `()`: there is no stake that a proof would have to carry.
pub struct UnitIdentificationOf;

impl<AccountId> Convert<AccountId, Option<()>> for UnitIdentificationOf {
	fn convert(_: AccountId) -> Option<()> {
		Some(())
	}
}

impl<T: Config> Pallet<T> {
	/// The validators of the session being planned, if they or their keys are not those of the plan before. Everybody on the
	/// list has keys.
	fn plan() -> Option<Vec<T::AccountId>> {
		Self::remove_offenders();
		let (validators, keys): (Vec<_>, Vec<_>) = Validators::<T>::get()
			.into_iter()
			.filter_map(|who| pallet_session::NextKeys::<T>::get(&who).map(|keys| (who, keys)))
			.unzip();
		let plan = T::Hashing::hash_of(&(&validators, &keys));
		if Planned::<T>::get() == Some(plan) {
			return None;
		}
		Planned::<T>::put(plan);
		Some(validators)
	}

	fn remove_offenders() {
		let offenders = Offenders::<T>::take();
		if offenders.is_empty() {
			return;
		}
		let mut list = Validators::<T>::get();
		let mut kept = BoundedVec::new();
		for validator in offenders {
			if Self::above_floor(list.len()) {
				list.retain(|listed| *listed != validator);
				Self::begin_wait(&validator);
				Self::deposit_event(Event::OffenderRemoved { validator });
			} else if kept.try_push(validator.clone()).is_ok() {
				Self::deposit_event(Event::OffenderKept { validator });
			}
		}
		Validators::<T>::put(list);
		Offenders::<T>::put(kept);
	}

	/// Note the keys that come into force: those that are queued, until the session pallet queues the next.
	///
	/// And take the list from it at genesis: it asks for session 0 when it has stored its own validators. Those who have
	/// the tokens are bonded.
	fn begin(started: SessionIndex) {
		KeysInForce::<T>::put(pallet_session::QueuedKeys::<T>::get());
		if started == 0 {
			let validators = pallet_session::Validators::<T>::get();
			for validator in &validators {
				if let Err(error) = Self::do_bond(validator.clone()) {
					log::warn!(target: LOG_TARGET, "{validator:?} of genesis has no bond: {error:?}");
				}
			}
			Validators::<T>::put(BoundedVec::<_, T::MaxValidators>::defensive_truncate_from(validators));
		}
	}

	/// Forget the roots of all but the newest [`Config::HistoryDepth`] ended sessions.
	fn prune(ended: SessionIndex) {
		let oldest_kept = ended.saturating_add(1).saturating_sub(T::HistoryDepth::get());
		if oldest_kept > 0 {
			historical::Pallet::<T>::prune_up_to(oldest_kept);
		}
	}
}

impl<T: Config> pallet_session::SessionManager<T::AccountId> for Pallet<T> {
	fn new_session(_: SessionIndex) -> Option<Vec<T::AccountId>> {
		Self::plan()
	}

	fn new_session_genesis(_: SessionIndex) -> Option<Vec<T::AccountId>> {
		None
	}

	fn start_session(index: SessionIndex) {
		Self::begin(index);
	}

	fn end_session(index: SessionIndex) {
		Self::prune(index);
	}
}

impl<T: Config> historical::SessionManager<T::AccountId, ()> for Pallet<T> {
	fn new_session(_: SessionIndex) -> Option<Vec<(T::AccountId, ())>> {
		Some(Self::plan()?.into_iter().map(|who| (who, ())).collect())
	}

	fn new_session_genesis(_: SessionIndex) -> Option<Vec<(T::AccountId, ())>> {
		None
	}

	fn start_session(index: SessionIndex) {
		Self::begin(index);
	}

	fn end_session(index: SessionIndex) {
		Self::prune(index);
	}
}

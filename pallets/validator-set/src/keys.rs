//! Session keys: whose they are while they are in force, and when they may be purged.

use crate::{Config, Error, KeysInForce, Pallet, Validators};
use core::marker::PhantomData;
use frame_support::{ensure, storage::transactional::with_transaction_unchecked, traits::KeyOwnerProofSystem};
use frame_system::RawOrigin;
use pallet_session::{
	historical::{self, IdentificationTuple},
	NextKeys, QueuedKeys,
};
use sp_runtime::{DispatchResult, KeyTypeId, TransactionOutcome};

/// Proves who owns a key that is in force, for reports of equivocations.
///
/// The session pallet's own proofs, [`historical::Pallet`], look up the keys that a validator has set last. They come into
/// force two sessions later, and until then nobody could prove who signed with those that are: whoever misbehaves would
/// set new keys, and not be reported. This one looks up the keys in force; a proof is the same, and so are the roots.
pub struct KeyOwners<T>(PhantomData<T>);

impl<T: Config> KeyOwners<T> {
	/// What `look_up` finds if validators have set no other keys than those in force. Changes nothing.
	fn in_force<R>(look_up: impl FnOnce() -> R) -> R {
		with_transaction_unchecked(|| {
			for (validator, keys) in KeysInForce::<T>::get() {
				NextKeys::<T>::insert(validator, keys);
			}
			TransactionOutcome::Rollback(look_up())
		})
	}
}

impl<T: Config, Key: AsRef<[u8]>> KeyOwnerProofSystem<(KeyTypeId, Key)> for KeyOwners<T> {
	type Proof = <historical::Pallet<T> as KeyOwnerProofSystem<(KeyTypeId, Key)>>::Proof;
	type IdentificationTuple = IdentificationTuple<T>;

	fn prove(key: (KeyTypeId, Key)) -> Option<Self::Proof> {
		Self::in_force(|| historical::Pallet::<T>::prove(key))
	}

	fn check_proof(key: (KeyTypeId, Key), proof: Self::Proof) -> Option<Self::IdentificationTuple> {
		Self::in_force(|| historical::Pallet::<T>::check_proof(key, proof))
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_purge_keys(who: T::AccountId) -> DispatchResult {
		ensure!(!Validators::<T>::get().contains(&who), Error::<T>::AlreadyValidator);
		let in_use = |keys: &[(T::AccountId, T::Keys)]| keys.iter().any(|(owner, _)| *owner == who);
		ensure!(
			!in_use(&KeysInForce::<T>::get()) && !in_use(&QueuedKeys::<T>::get()),
			Error::<T>::KeysInUse
		);
		pallet_session::Pallet::<T>::purge_keys(RawOrigin::Signed(who).into())
	}
}

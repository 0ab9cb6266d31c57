//! What holds after every block.

use crate::{Bonds, Config, CurrencyOf, HoldReason, KeysInForce, Offenders, Pallet, Validators};
use alloc::collections::BTreeSet;
use frame_support::{
	ensure,
	traits::{fungible::InspectHold, Get},
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// The invariants:
	///
	/// 1. no account is on the list twice;
	/// 2. the list is not shorter than its floor;
	/// 3. every offender is on the list, and noted once;
	/// 4. what is left of a bond is held;
	/// 5. a bond waits only if its account is not on the list;
	/// 6. everybody on the list has session keys;
	/// 7. the keys in force are those of the session's validators.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let list = Validators::<T>::get();
		let listed: BTreeSet<_> = list.iter().collect();
		ensure!(
			listed.len() == list.len(),
			"validator-set I1: an account is on the list twice"
		);
		ensure!(
			list.len() as u32 >= T::MinValidators::get(),
			"validator-set I2: the list is below its floor"
		);

		let offenders = Offenders::<T>::get();
		let noted: BTreeSet<_> = offenders.iter().collect();
		ensure!(
			noted.len() == offenders.len() && noted.is_subset(&listed),
			"validator-set I3: an offender is not on the list, or noted twice"
		);

		for (validator, bond) in Bonds::<T>::iter() {
			ensure!(
				CurrencyOf::<T>::balance_on_hold(&HoldReason::ValidatorBond.into(), &validator) == bond.held(),
				"validator-set I4: a bond is not what is held for it"
			);
			ensure!(
				bond.left_in.is_none() || !listed.contains(&validator),
				"validator-set I5: the bond of a listed validator waits"
			);
		}

		ensure!(
			list.iter().all(pallet_session::NextKeys::<T>::contains_key),
			"validator-set I6: an account on the list has no session keys"
		);
		ensure!(
			KeysInForce::<T>::get()
				.iter()
				.map(|(owner, _)| owner)
				.eq(&pallet_session::Validators::<T>::get()),
			"validator-set I7: the keys in force are not those of the session's validators"
		);
		Ok(())
	}
}

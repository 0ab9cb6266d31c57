//! What holds after every block.

use crate::{Config, Offenders, Pallet, Validators};
use alloc::collections::BTreeSet;
use frame_support::{ensure, traits::Get};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// The invariants:
	///
	/// 1. no account is on the list twice;
	/// 2. the list is not shorter than its floor;
	/// 3. every offender is on the list, and noted once.
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
		Ok(())
	}
}

//! The invariants of this pallet, numbered as in the design. Each has a test that breaks it.

use crate::{
	pallet::{Rows, Suppliers, Totals, Works},
	Config, HoldReason, Pallet,
};
use alloc::collections::BTreeMap;
use bme_primitives::{Balance, ByPool, EpochIndex, Jobs, Pool};
use frame_support::{ensure, traits::fungible::InspectHold};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Check every invariant of this pallet. Reads all rows, works and suppliers: for tests and for runtime APIs, not for
	/// blocks.
	///
	/// 7. the rows of an epoch sum to its total, pool by pool; no row and no total is zero.
	/// 8. no work outlives its job; it has one place for each supplier, and shares only as the suppliers agreed to.
	/// 9. a bond ≥ its open liabilities; what is held = the bond and what is leaving it, which no supplier lacks.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_points()?;
		Self::check_works()?;
		Self::check_bonds()
	}

	fn check_points() -> Result<(), TryRuntimeError> {
		let mut sums = BTreeMap::<EpochIndex, ByPool<u128>>::new();
		for (epoch, _, row) in Rows::<T>::iter() {
			ensure!(row != ByPool::default(), "invariant 7: a row without points");
			let sum = sums.entry(epoch).or_default();
			for pool in Pool::ALL {
				let value = pool.of_mut(sum);
				*value = value.saturating_add(*pool.of(&row));
			}
		}
		let totals: BTreeMap<_, _> = Totals::<T>::iter().collect();
		ensure!(
			totals == sums,
			"invariant 7: the rows of an epoch do not sum to its total"
		);
		Ok(())
	}

	fn check_works() -> Result<(), TryRuntimeError> {
		for (job, work) in Works::<T>::iter() {
			let parties = T::Jobs::parties(job).ok_or("invariant 8: work outlives its job")?;
			let suppliers = parties.suppliers.len();
			ensure!(
				work.attestations.len() == suppliers && work.agreed.len() == suppliers,
				"invariant 8: work has not one place for each supplier"
			);
			let shares = work
				.assessment
				.map_or(Ok(()), |shares| Self::ensure_shares(&parties.suppliers, &shares));
			ensure!(
				shares.is_ok(),
				"invariant 8: an assessment goes against what was agreed"
			);
		}
		Ok(())
	}

	fn check_bonds() -> Result<(), TryRuntimeError> {
		for (who, supplier) in Suppliers::<T>::iter() {
			ensure!(
				supplier.bond >= supplier.liabilities,
				"invariant 9: a bond does not cover its liabilities"
			);
			let leaving: Balance = supplier.unbonding.map_or(0, |unbonding| unbonding.amount);
			let total = supplier.bond.saturating_add(leaving);
			ensure!(total > 0, "invariant 9: a supplier without a bond");
			ensure!(
				T::Currency::balance_on_hold(&HoldReason::SupplierBond.into(), &who) == total,
				"invariant 9: what is held is not the bond and what is leaving it"
			);
		}
		Ok(())
	}
}

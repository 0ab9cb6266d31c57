//! Suppliers and their bonds.

use crate::{
	pallet::{Error, Event, Suppliers},
	Config, HoldReason, Pallet, Supplier, Unbonding,
};
use bme_primitives::{Balance, ByClass, Jobs, SupplierBonds};
use frame_support::{
	ensure,
	traits::{fungible::MutateHold as _, tokens::Precision, Get},
};
use sp_runtime::{traits::Zero, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_register(who: T::AccountId, bond: Balance, classes: ByClass<bool>) -> DispatchResult {
		ensure!(!Suppliers::<T>::contains_key(&who), Error::<T>::AlreadyRegistered);
		Self::ensure_some_class(&classes)?;
		ensure!(bond >= T::MinBond::get(), Error::<T>::BondTooLow);
		Self::hold_bond(&who, bond)?;
		Suppliers::<T>::insert(
			&who,
			Supplier {
				bond,
				liabilities: 0,
				unbonding: None,
				classes,
			},
		);
		Self::deposit_event(Event::SupplierRegistered {
			supplier: who,
			bond,
			classes,
		});
		Ok(())
	}

	pub(crate) fn do_bond_extra(who: T::AccountId, amount: Balance) -> DispatchResult {
		let mut supplier = Self::registered(&who)?;
		ensure!(!amount.is_zero(), Error::<T>::AmountZero);
		// Whatever can be held fits.
		let bond = supplier.bond.saturating_add(amount);
		ensure!(bond >= T::MinBond::get(), Error::<T>::BondTooLow);

		Self::hold_bond(&who, amount)?;
		Self::change_bond(&who, &mut supplier, bond);
		Suppliers::<T>::insert(who, supplier);
		Ok(())
	}

	pub(crate) fn do_set_classes(who: T::AccountId, classes: ByClass<bool>) -> DispatchResult {
		let mut supplier = Self::registered(&who)?;
		Self::ensure_some_class(&classes)?;
		let old = core::mem::replace(&mut supplier.classes, classes);
		Suppliers::<T>::insert(&who, supplier);
		Self::deposit_event(Event::ClassesChanged {
			supplier: who,
			old,
			new: classes,
		});
		Ok(())
	}

	pub(crate) fn do_unbond(who: T::AccountId, amount: Balance) -> DispatchResult {
		let mut supplier = Self::registered(&who)?;
		ensure!(!amount.is_zero(), Error::<T>::AmountZero);
		ensure!(amount <= supplier.free(), Error::<T>::BondInUse);
		let left = supplier.bond.saturating_sub(amount);
		ensure!(left.is_zero() || left >= T::MinBond::get(), Error::<T>::BondTooLow);

		Self::change_bond(&who, &mut supplier, left);
		let leaving = supplier
			.unbonding
			.map_or(0, |unbonding| unbonding.amount)
			.saturating_add(amount);
		let at = T::Jobs::now().saturating_add(T::Jobs::scaled(T::UnbondingTicks::get()));
		supplier.unbonding = Some(Unbonding { amount: leaving, at });
		Suppliers::<T>::insert(&who, supplier);
		Self::deposit_event(Event::UnbondingStarted {
			supplier: who,
			amount: leaving,
			at,
		});
		Ok(())
	}

	pub(crate) fn do_withdraw_unbonded(who: T::AccountId) -> DispatchResult {
		let mut supplier = Self::registered(&who)?;
		let Unbonding { amount, at } = supplier.unbonding.take().ok_or(Error::<T>::NothingUnbonding)?;
		ensure!(T::Jobs::now() >= at, Error::<T>::StillUnbonding);
		T::Currency::release(&HoldReason::SupplierBond.into(), &who, amount, Precision::Exact)?;
		Self::keep_or_forget(&who, supplier);
		Self::deposit_event(Event::Unbonded { supplier: who, amount });
		Ok(())
	}

	/// Change a bond, with its event. The caller stores the supplier.
	pub(crate) fn change_bond(who: &T::AccountId, supplier: &mut Supplier, new: Balance) {
		let old = core::mem::replace(&mut supplier.bond, new);
		Self::deposit_event(Event::BondChanged {
			supplier: who.clone(),
			old,
			new,
		});
	}

	/// Store a supplier, unless nothing is bonded or leaving.
	pub(crate) fn keep_or_forget(who: &T::AccountId, supplier: Supplier) {
		if supplier.bond.is_zero() && supplier.unbonding.is_none() {
			Suppliers::<T>::remove(who);
		} else {
			Suppliers::<T>::insert(who, supplier);
		}
	}

	pub(crate) fn registered(who: &T::AccountId) -> Result<Supplier, Error<T>> {
		Suppliers::<T>::get(who).ok_or(Error::<T>::NotRegistered)
	}

	fn hold_bond(who: &T::AccountId, amount: Balance) -> Result<(), Error<T>> {
		T::Currency::hold(&HoldReason::SupplierBond.into(), who, amount).map_err(|_| Error::<T>::InsufficientTokens)
	}

	fn ensure_some_class(classes: &ByClass<bool>) -> DispatchResult {
		ensure!(
			classes.agent || classes.inference || classes.training,
			Error::<T>::NoClass
		);
		Ok(())
	}
}

impl<T: Config> SupplierBonds<T::AccountId> for Pallet<T> {
	fn bond(who: &T::AccountId) -> Option<Balance> {
		Suppliers::<T>::get(who).map(|supplier| supplier.bond)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_bond(who: &T::AccountId) {
		crate::benchmarking::supplier::<T>(who);
	}
}

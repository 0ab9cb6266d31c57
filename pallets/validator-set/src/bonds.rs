//! Bonds: what a validator loses by a provable offence.

use crate::{BalanceOf, Bond, Bonds, Config, CurrencyOf, Error, Event, HoldReason, Pallet, Validators};
use frame_support::{
	ensure,
	traits::{
		fungible::{BalancedHold, MutateHold},
		tokens::{Imbalance, Precision},
		Get, OnUnbalanced,
	},
};
use sp_runtime::{
	traits::{Saturating, Zero},
	DispatchResult, Perbill,
};
use sp_staking::SessionIndex;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_bond(validator: T::AccountId) -> DispatchResult {
		ensure!(!Bonds::<T>::contains_key(&validator), Error::<T>::AlreadyBonded);
		let amount = T::Bond::get();
		CurrencyOf::<T>::hold(&HoldReason::ValidatorBond.into(), &validator, amount)
			.map_err(|_| Error::<T>::InsufficientTokens)?;
		let bond = Bond {
			amount,
			slashed: Perbill::zero(),
			left_in: None,
		};
		Bonds::<T>::insert(&validator, bond);
		Self::deposit_event(Event::ValidatorBonded { validator, amount });
		Ok(())
	}

	pub(crate) fn do_withdraw_bond(validator: T::AccountId) -> DispatchResult {
		let bond = Bonds::<T>::get(&validator).ok_or(Error::<T>::NotBonded)?;
		ensure!(
			!Validators::<T>::get().contains(&validator),
			Error::<T>::AlreadyValidator
		);
		ensure!(!Self::is_answerable(&bond), Error::<T>::BondLocked);
		let amount = bond.held();
		CurrencyOf::<T>::release(&HoldReason::ValidatorBond.into(), &validator, amount, Precision::Exact)?;
		Bonds::<T>::remove(&validator);
		Self::deposit_event(Event::BondWithdrawn { validator, amount });
		Ok(())
	}

	/// Whether an offence can still be proven of an account that left. It is in force for one more session than the one
	/// in which it leaves, and that session has to be forgotten.
	fn is_answerable(bond: &Bond<BalanceOf<T>>) -> bool {
		bond.left_in.is_some_and(|left_in| {
			let forgotten_in = left_in.saturating_add(T::HistoryDepth::get()).saturating_add(1);
			pallet_session::CurrentIndex::<T>::get() <= forgotten_in
		})
	}

	/// The account is no longer on the list: from now on its bond waits.
	pub(crate) fn begin_wait(validator: &T::AccountId) {
		Bonds::<T>::mutate_extant(validator, |bond| {
			bond.left_in = Some(pallet_session::CurrentIndex::<T>::get());
		});
	}

	/// Burn this part of a bond, less what worse offences took already: offences are counted by the worst of them, as one
	/// mistake often makes several.
	pub(crate) fn slash(validator: &T::AccountId, session: SessionIndex, fraction: Perbill) {
		let Some(bond) = Bonds::<T>::get(validator).filter(|bond| bond.slashed < fraction) else {
			return;
		};
		let after = Bond {
			slashed: fraction,
			..bond
		};
		let amount = Saturating::saturating_sub(bond.held(), after.held());
		let (credit, _) = CurrencyOf::<T>::slash(&HoldReason::ValidatorBond.into(), validator, amount);
		let amount = credit.peek();
		T::Slashed::on_unbalanced(credit);
		Bonds::<T>::insert(validator, after);
		if !amount.is_zero() {
			Self::deposit_event(Event::ValidatorSlashed {
				validator: validator.clone(),
				session,
				amount,
			});
		}
	}
}

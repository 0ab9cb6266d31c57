//! Verifiers, their seats and their bonds.

use crate::{
	pallet::{SeatCounts, Seats, Verifiers},
	Config, Error, Event, Fault, HoldReason, Pallet, Phase, Verifier,
};
use bme_primitives::{Balance, Class};
use frame_support::{
	ensure,
	traits::{
		fungible::{BalancedHold as _, MutateHold as _},
		tokens::Precision,
		Get, Imbalance as _, OnUnbalanced,
	},
};
use sp_runtime::{traits::Zero, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_admit(who: T::AccountId, seats: u32) -> DispatchResult {
		let mut verifier = Verifiers::<T>::get(&who).unwrap_or_default();
		ensure!(verifier.allowed != seats, Error::<T>::NothingChanges);
		let before = core::mem::replace(&mut verifier.allowed, seats);
		Self::keep_or_forget(&who, verifier);
		Self::deposit_event(Event::VerifierAdmitted {
			verifier: who,
			before,
			after: seats,
		});
		Ok(())
	}

	pub(crate) fn do_take_seat(who: T::AccountId, class: Class) -> DispatchResult {
		let mut verifier = Self::verifier(&who)?;
		ensure!(verifier.seats < verifier.allowed, Error::<T>::NoMoreSeats);
		Self::hold_bond(&who, &mut verifier, T::SeatBond::get())?;
		verifier.seats = verifier.seats.saturating_add(1);
		Verifiers::<T>::insert(&who, verifier);
		let index = SeatCounts::<T>::mutate(|counts| {
			let count = class.of_mut(counts);
			let index = *count;
			*count = count.saturating_add(1);
			index
		});
		Seats::<T>::insert(class, index, &who);
		Self::deposit_event(Event::SeatTaken {
			verifier: who,
			class,
			seat: index,
		});
		Ok(())
	}

	/// Fails while seats stay as they are.
	pub(crate) fn ensure_seating() -> DispatchResult {
		ensure!(T::Phase::get() == Phase::Seating, Error::<T>::SeatsFixed);
		Ok(())
	}

	/// The last seat of the class moves to the place of the one that is left.
	pub(crate) fn do_leave_seat(who: T::AccountId, class: Class, seat: u32) -> DispatchResult {
		let mut verifier = Self::verifier(&who)?;
		ensure!(
			Seats::<T>::get(class, seat).as_ref() == Some(&who),
			Error::<T>::NotYourSeat
		);
		let last = SeatCounts::<T>::mutate(|counts| {
			let count = class.of_mut(counts);
			*count = count.saturating_sub(1);
			*count
		});
		let moved = Seats::<T>::take(class, last).filter(|_| last != seat);
		match &moved {
			Some(other) => Seats::<T>::insert(class, seat, other),
			None => Seats::<T>::remove(class, seat),
		}
		verifier.seats = verifier.seats.saturating_sub(1);
		Verifiers::<T>::insert(&who, verifier);
		Self::deposit_event(Event::SeatLeft {
			verifier: who,
			class,
			seat,
			moved,
		});
		Ok(())
	}

	/// Fill up the bond.
	pub(crate) fn do_bond(who: T::AccountId) -> DispatchResult {
		let mut verifier = Self::verifier(&who)?;
		let missing = Self::whole_bond(&verifier).saturating_sub(verifier.bond);
		ensure!(!missing.is_zero(), Error::<T>::AlreadyWhole);
		Self::hold_bond(&who, &mut verifier, missing)?;
		Verifiers::<T>::insert(&who, verifier);
		Ok(())
	}

	pub(crate) fn do_withdraw_bond(who: T::AccountId) -> DispatchResult {
		let mut verifier = Self::verifier(&who)?;
		let over = verifier.bond.saturating_sub(Self::whole_bond(&verifier));
		ensure!(!over.is_zero(), Error::<T>::NothingToWithdraw);
		ensure!(verifier.engaged.is_zero(), Error::<T>::Engaged);
		T::Currency::release(&HoldReason::SeatBond.into(), &who, over, Precision::Exact)?;
		verifier.bond = verifier.bond.saturating_sub(over);
		let bond = verifier.bond;
		Self::keep_or_forget(&who, verifier);
		Self::deposit_event(Event::BondChanged { verifier: who, bond });
		Ok(())
	}

	/// The bond of every seat that it has.
	fn whole_bond(verifier: &Verifier) -> Balance {
		T::SeatBond::get().saturating_mul(verifier.seats.into())
	}

	/// Whether a class has as many seats as a panel needs at least.
	pub(crate) fn has_quorum(class: Class) -> bool {
		*class.of(&SeatCounts::<T>::get()) >= T::Quorum::get()
	}

	/// Whether a verifier can be drawn: governance lets it, and its bond is whole.
	pub(crate) fn can_be_drawn(who: &T::AccountId) -> bool {
		Verifiers::<T>::get(who)
			.is_some_and(|verifier| !verifier.allowed.is_zero() && verifier.bond >= Self::whole_bond(&verifier))
	}

	/// Keep the bond of a verifier while it has to answer for a panel.
	pub(crate) fn engage(who: &T::AccountId) {
		Verifiers::<T>::mutate_extant(who, |verifier| verifier.engaged = verifier.engaged.saturating_add(1));
	}

	/// It has to answer no more.
	pub(crate) fn disengage(who: &T::AccountId) {
		Verifiers::<T>::mutate_extant(who, |verifier| verifier.engaged = verifier.engaged.saturating_sub(1));
	}

	/// Take a part of the bond of one seat, or all of it for a ringer.
	pub(crate) fn slash(who: &T::AccountId, fault: Fault) {
		let Some(mut verifier) = Verifiers::<T>::get(who) else {
			return;
		};
		let seat = T::SeatBond::get();
		let amount = match fault {
			Fault::Silent | Fault::Far => T::Slash::get().mul_ceil(seat),
			Fault::Ringer => seat,
		};
		let (credit, _) = T::Currency::slash(&HoldReason::SeatBond.into(), who, amount.min(verifier.bond));
		let slashed = credit.peek();
		T::Slashed::on_unbalanced(credit);
		verifier.bond = verifier.bond.saturating_sub(slashed);
		verifier.faults = verifier.faults.saturating_add(1);
		Verifiers::<T>::insert(who, verifier);
		Self::deposit_event(Event::VerifierSlashed {
			verifier: who.clone(),
			fault,
			slashed,
		});
	}

	fn hold_bond(who: &T::AccountId, verifier: &mut Verifier, amount: Balance) -> DispatchResult {
		T::Currency::hold(&HoldReason::SeatBond.into(), who, amount).map_err(|_| Error::<T>::InsufficientTokens)?;
		verifier.bond = verifier.bond.saturating_add(amount);
		Self::deposit_event(Event::BondChanged {
			verifier: who.clone(),
			bond: verifier.bond,
		});
		Ok(())
	}

	fn verifier(who: &T::AccountId) -> Result<Verifier, Error<T>> {
		Verifiers::<T>::get(who).ok_or(Error::<T>::NotVerifier)
	}

	/// Whoever is let go, has no seat and nothing bonded is forgotten, unless it has faults that are to be remembered.
	fn keep_or_forget(who: &T::AccountId, verifier: Verifier) {
		if verifier == Verifier::default() {
			Verifiers::<T>::remove(who);
		} else {
			Verifiers::<T>::insert(who, verifier);
		}
	}
}

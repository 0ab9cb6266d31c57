//! Fiat on its way out: held, claimed by a member that pays it, burned when enough members say that it was paid.

use crate::{
	pallet::{NextRedemptionId, Redemptions, Totals},
	Config, Due, Error, Event, HoldReason, Outcome, Pallet, Redemption, RedemptionOf, ReturnedReason, LOG_TARGET,
};
use bme_primitives::{Balance, Reference};
use frame_support::{
	ensure,
	traits::{
		fungibles::MutateHold as _,
		tokens::{Fortitude, Precision},
		Get, Time,
	},
};
use sp_core::H256;
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_redeem(who: T::AccountId, amount: Balance, payout: H256) -> DispatchResult {
		ensure!(amount >= T::MinRedemption::get(), Error::<T>::AmountTooLow);
		T::FiatHolds::hold(T::FiatId::get(), &HoldReason::Redemption.into(), &who, amount)
			.map_err(|_| Error::<T>::InsufficientFiat)?;
		let id = NextRedemptionId::<T>::mutate(|next| {
			let id = *next;
			// One a nanosecond would wrap after five centuries.
			*next = next.wrapping_add(1);
			id
		});
		let expires = T::Time::now().saturating_add(T::RedemptionTimeout::get());
		Self::schedule(expires, Due::Redemption(id));
		Redemptions::<T>::insert(
			id,
			Redemption {
				who: who.clone(),
				amount,
				payout,
				expires,
				claimed_by: None,
				votes: Default::default(),
			},
		);
		Self::deposit_event(Event::RedemptionRequested {
			redemption: id,
			who,
			amount,
			payout,
			expires,
		});
		Ok(())
	}

	pub(crate) fn do_cancel(who: T::AccountId, id: u64) -> DispatchResult {
		let redemption = Redemptions::<T>::get(id).ok_or(Error::<T>::RedemptionNotFound)?;
		ensure!(redemption.who == who, Error::<T>::NotOwner);
		ensure!(redemption.claimed_by.is_none(), Error::<T>::AlreadyClaimed);
		Self::return_redemption(id, redemption, ReturnedReason::Cancelled);
		Ok(())
	}

	pub(crate) fn do_claim(member: T::AccountId, id: u64) -> DispatchResult {
		let members = Self::members_with(&member)?;
		Redemptions::<T>::try_mutate(id, |slot| {
			let redemption = slot.as_mut().ok_or(Error::<T>::RedemptionNotFound)?;
			// A claim ends with its membership: another has to find out whether it was paid.
			let is_claimed = |by: &T::AccountId| members.binary_search(by).is_ok();
			ensure!(
				!redemption.claimed_by.as_ref().is_some_and(is_claimed),
				Error::<T>::AlreadyClaimed
			);
			redemption.claimed_by = Some(member.clone());
			Ok::<_, DispatchError>(())
		})?;
		Self::deposit_event(Event::RedemptionClaimed { redemption: id, member });
		Ok(())
	}

	/// A member says that a redemption was paid, under this reference.
	pub(crate) fn do_confirm(member: T::AccountId, id: u64, reference: Reference) -> DispatchResult {
		let (redemption, votes) = Self::vote(&member, id, Outcome::Paid)?;
		ensure!(redemption.claimed_by.is_some(), Error::<T>::NotClaimed);
		Self::deposit_event(Event::RedemptionConfirmed {
			redemption: id,
			member,
			reference,
			votes,
		});
		if votes < Self::votes_needed() {
			Redemptions::<T>::insert(id, redemption);
			return Ok(());
		}
		Redemptions::<T>::remove(id);
		let Redemption { who, amount, .. } = redemption;
		T::FiatHolds::burn_held(
			T::FiatId::get(),
			&HoldReason::Redemption.into(),
			&who,
			amount,
			Precision::Exact,
			Fortitude::Force,
		)?;
		Totals::<T>::mutate(|totals| totals.redemptions = totals.redemptions.saturating_add(amount));
		Self::deposit_event(Event::RedemptionPaid {
			redemption: id,
			who,
			amount,
		});
		Ok(())
	}

	/// A member says that a redemption was not paid and will not be.
	pub(crate) fn do_reject(member: T::AccountId, id: u64) -> DispatchResult {
		let (redemption, votes) = Self::vote(&member, id, Outcome::NotPaid)?;
		Self::deposit_event(Event::RedemptionRejected {
			redemption: id,
			member,
			votes,
		});
		if votes < Self::votes_needed() {
			Redemptions::<T>::insert(id, redemption);
			return Ok(());
		}
		Self::return_redemption(id, redemption, ReturnedReason::Rejected);
		Ok(())
	}

	/// Count what a member says, in place of what it said before; returns how many members say the same. Stores nothing.
	fn vote(member: &T::AccountId, id: u64, outcome: Outcome) -> Result<(RedemptionOf<T>, u32), DispatchError> {
		let members = Self::members_with(member)?;
		let mut redemption = Redemptions::<T>::get(id).ok_or(Error::<T>::RedemptionNotFound)?;
		let votes = &mut redemption.votes;
		let is_repeated = votes.get(member) == Some(&outcome);
		votes.retain(|other, _| members.binary_search(other).is_ok());
		votes
			.try_insert(member.clone(), outcome)
			.map_err(|_| Error::<T>::TooManyMembers)?;
		let count = votes.values().filter(|other| **other == outcome).count() as u32;
		// Fewer may be needed than when the member first spoke.
		ensure!(!is_repeated || count >= Self::votes_needed(), Error::<T>::AlreadyVoted);
		Ok((redemption, count))
	}

	/// Give the fiat back to its owner.
	pub(crate) fn return_redemption(id: u64, redemption: RedemptionOf<T>, reason: ReturnedReason) {
		let Redemption { who, amount, .. } = redemption;
		let hold = HoldReason::Redemption.into();
		if let Err(error) = T::FiatHolds::release(T::FiatId::get(), &hold, &who, amount, Precision::Exact) {
			// Not to be seen while the invariants hold: what is held is there whole. It stays as it was.
			log::error!(target: LOG_TARGET, "redemption {id} could not be returned: {error:?}");
			return;
		}
		Redemptions::<T>::remove(id);
		Self::deposit_event(Event::RedemptionReturned {
			redemption: id,
			who,
			amount,
			reason,
		});
	}
}

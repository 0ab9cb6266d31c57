//! The fiat of a job that ends: what is held on the payer's account, and young fiat.

use crate::{Config, HoldReason, Job, Pallet};
use bme_primitives::{Balance, Debt, YoungFiat, YoungLot, YoungLots};
use frame_support::{
	storage::with_storage_layer,
	traits::{
		fungibles::MutateHold as _,
		tokens::{Fortitude, Precision, Restriction},
		Get,
	},
};
use sp_runtime::{traits::Zero, DispatchError, DispatchResult};

/// What a job has not paid yet. What is held is paid first, so that whoever did the work has it at once; young fiat that was taken back
/// meanwhile is missing at the end, where it is the payer's.
pub(crate) struct Purse<T: Config> {
	payer: T::AccountId,
	held: Balance,
	young: YoungLots,
}

impl<T: Config> Purse<T> {
	pub(crate) fn of(job: &Job<T::AccountId>) -> Self {
		Self {
			payer: job.payer.clone(),
			held: job.held_fiat(),
			young: job.young.clone(),
		}
	}

	/// Pay `amount`; returns how much there was. Fiat that cannot be credited is owed.
	pub(crate) fn pay(&mut self, to: &T::AccountId, amount: Balance) -> Result<Balance, DispatchError> {
		let held = amount.min(self.held);
		self.held = self.held.saturating_sub(held);
		if !held.is_zero() && self.move_held(to, held).is_err() {
			self.owe(to, held)?;
		}
		Ok(held.saturating_add(self.pay_young(to, amount.saturating_sub(held))))
	}

	/// Give everything that is left to the payer; returns how much there was.
	pub(crate) fn give_back(mut self) -> Result<Balance, DispatchError> {
		let payer = self.payer.clone();
		let held = core::mem::take(&mut self.held);
		if !held.is_zero() && self.release(held).is_err() {
			self.owe(&payer, held)?;
		}
		Ok(held.saturating_add(self.pay_young(&payer, Balance::MAX)))
	}

	fn pay_young(&mut self, to: &T::AccountId, amount: Balance) -> Balance {
		let mut left = amount;
		while let Some(lot) = self.young.last_mut().filter(|_| !left.is_zero()) {
			let part = lot.amount.min(left);
			let worth = T::YoungFiat::give(
				to,
				YoungLot {
					receipt: lot.receipt,
					amount: part,
				},
			);
			left = left.saturating_sub(worth);
			lot.amount = lot.amount.saturating_sub(part);
			if lot.amount.is_zero() || worth.is_zero() {
				self.young.pop();
			}
		}
		amount.saturating_sub(left)
	}

	/// Move held fiat to the fiat pot, where it waits for `creditor`.
	fn owe(&self, creditor: &T::AccountId, amount: Balance) -> DispatchResult {
		self.move_held(&Pallet::<T>::fiat_pot(), amount)?;
		Pallet::<T>::record_debt(creditor, Debt::Fiat, amount);
		Ok(())
	}

	fn release(&self, amount: Balance) -> DispatchResult {
		let reason = HoldReason::JobFiat.into();
		with_storage_layer(|| {
			T::FiatHolds::release(T::FiatId::get(), &reason, &self.payer, amount, Precision::Exact).map(|_| ())
		})
	}

	fn move_held(&self, to: &T::AccountId, amount: Balance) -> DispatchResult {
		with_storage_layer(|| {
			T::FiatHolds::transfer_on_hold(
				T::FiatId::get(),
				&HoldReason::JobFiat.into(),
				&self.payer,
				to,
				amount,
				Precision::Exact,
				Restriction::Free,
				Fortitude::Force,
			)
			.map(|_| ())
		})
	}
}

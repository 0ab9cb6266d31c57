//! Ending jobs. Money moves with [`Precision::Exact`] and [`Fortitude::Force`]: what is held is there whole, and a voting lock over
//! it must not stop a payer's own settlement.

use crate::{
	pallet::{Agenda, CurrentEpoch, Owed},
	Config, Error, Event, HoldReason, Job, Jobs, Pallet,
};
use alloc::vec::Vec;
use bme_economics::{Judged, Settlement, SupplierPay};
use bme_primitives::{Balance, BurnCause, Debt, EpochClock, EpochIndex, JobId, Judge, PointsBook, Pool, Verdict};
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::{
		fungible::MutateHold as _,
		fungibles::MutateHold as _,
		tokens::{Fortitude, Precision, Restriction},
		Get,
	},
};
use sp_runtime::{traits::Zero, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// End a request that its payer cancelled: the fee is burned, the rest returns.
	pub(crate) fn end_cancelled(id: JobId, job: Job<T::AccountId>) -> DispatchResult {
		Self::release_acceptances(&job);
		let burned = Self::cancel_fee(&job);
		let burn_returned = Self::burn_and_return(&job, burned, BurnCause::Cancel)?;
		let fiat_returned = Self::return_fiat(&job, job.quote.fiat)?;
		Self::forget(id, &job);
		Self::deposit_event(Event::JobCancelled {
			job: id,
			payer: job.payer,
			burned,
			burn_returned,
			fiat_returned,
		});
		Ok(())
	}

	/// End a request that not every supplier accepted in time: all returns.
	pub(crate) fn end_lapsed(id: JobId, job: Job<T::AccountId>) -> DispatchResult {
		Self::release_acceptances(&job);
		let burn_returned = Self::burn_and_return(&job, 0, BurnCause::Cancel)?;
		let fiat_returned = Self::return_fiat(&job, job.quote.fiat)?;
		Self::forget(id, &job);
		Self::deposit_event(Event::JobLapsed {
			job: id,
			payer: job.payer,
			burn_returned,
			fiat_returned,
		});
		Ok(())
	}

	/// End a job that had begun by its verdict.
	pub(crate) fn end_judged(id: JobId, job: Job<T::AccountId>, verdict: Verdict) -> DispatchResult {
		ensure!(verdict.len() == job.spec.suppliers.len(), Error::<T>::InvalidVerdict);
		T::Judge::close(id);
		Self::forget(id, &job);
		// Whoever attested for a share of nothing did not save the job.
		if verdict.iter().any(|judged| judged.attested && !judged.share.is_zero()) {
			Self::pay_judged(id, &job, &verdict)?;
		} else {
			Self::fail(id, &job)?;
		}
		// Last, so that a payer who is its own supplier meets its own forfeit with everything else done.
		Self::end_liabilities(id, &job, &verdict);
		Ok(())
	}

	fn pay_judged(id: JobId, job: &Job<T::AccountId>, verdict: &Verdict) -> DispatchResult {
		let judged: Vec<_> = verdict
			.iter()
			.map(|line| Judged {
				share: line.share,
				quality: line.quality,
			})
			.collect();
		let Settlement {
			burned,
			fiat_paid,
			suppliers,
		} = bme_economics::settle(job.quote.burn, job.quote.fiat, job.kappa, &judged)
			.map_err(|_| Error::<T>::InvalidVerdict)?;

		let burn_returned = Self::burn_and_return(job, burned, BurnCause::Job(job.spec.class))?;
		let fiat_returned = Self::return_fiat(job, job.quote.fiat.saturating_sub(fiat_paid))?;
		let epoch = <Self as EpochClock>::current();
		for (terms, pay) in job.spec.suppliers.iter().zip(&suppliers) {
			Self::pay_supplier(id, job, &terms.account, pay, epoch)?;
		}
		Self::deposit_event(Event::JobSettled {
			job: id,
			payer: job.payer.clone(),
			class: job.spec.class,
			burned,
			burn_returned,
			fiat_paid,
			fiat_returned,
			price_used: job.quote.price_used,
		});
		Ok(())
	}

	fn pay_supplier(
		id: JobId,
		job: &Job<T::AccountId>,
		supplier: &T::AccountId,
		pay: &SupplierPay,
		epoch: EpochIndex,
	) -> DispatchResult {
		if pay.burned.is_zero() && pay.fiat.is_zero() {
			return Ok(());
		}
		Self::pay_fiat(job, supplier, pay.fiat)?;
		T::Points::credit(epoch, Pool::Work, supplier, pay.entitlement);
		Self::deposit_event(Event::SupplierPaid {
			job: id,
			supplier: supplier.clone(),
			fiat: pay.fiat,
			entitlement: pay.entitlement,
		});
		Ok(())
	}

	/// Nobody attested: the payer loses the fee, which the liabilities repay.
	fn fail(id: JobId, job: &Job<T::AccountId>) -> DispatchResult {
		let burned = Self::cancel_fee(job);
		let burn_returned = Self::burn_and_return(job, burned, BurnCause::Cancel)?;
		let fiat_returned = Self::return_fiat(job, job.quote.fiat)?;
		Self::deposit_event(Event::JobFailed {
			job: id,
			payer: job.payer.clone(),
			burned,
			burn_returned,
			fiat_returned,
		});
		Ok(())
	}

	fn end_liabilities(id: JobId, job: &Job<T::AccountId>, verdict: &Verdict) {
		for (terms, judged) in job.spec.suppliers.iter().zip(verdict) {
			let supplier = &terms.account;
			if judged.attested {
				T::Judge::release(supplier, job.liability);
			} else {
				let to_payer = T::Judge::forfeit(supplier, job.liability, &job.payer);
				Self::deposit_event(Event::SupplierForfeited {
					job: id,
					supplier: supplier.clone(),
					liability: job.liability,
					to_payer,
				});
			}
		}
	}

	fn release_acceptances(job: &Job<T::AccountId>) {
		for (terms, accepted) in job.spec.suppliers.iter().zip(&job.accepted) {
			if *accepted {
				T::Judge::release(&terms.account, job.liability);
			}
		}
	}

	/// The fee for a job that came to nothing, rounded up.
	fn cancel_fee(job: &Job<T::AccountId>) -> Balance {
		T::CancelFee::get().mul_ceil(job.quote.burn)
	}

	/// Burn `burned` of the job's held tokens and return the rest, which is the result.
	fn burn_and_return(job: &Job<T::AccountId>, burned: Balance, cause: BurnCause) -> Result<Balance, DispatchError> {
		let reason = HoldReason::JobBurn.into();
		if !burned.is_zero() {
			T::Currency::burn_held(&reason, &job.payer, burned, Precision::Exact, Fortitude::Force)?;
			Self::note_burned(cause, burned);
		}
		let rest = job.quote.burn.saturating_sub(burned);
		T::Currency::release(&reason, &job.payer, rest, Precision::Exact)
	}

	/// Return held fiat to the payer, or owe it where the payer cannot be credited. The result is `amount`.
	fn return_fiat(job: &Job<T::AccountId>, amount: Balance) -> Result<Balance, DispatchError> {
		if !amount.is_zero() && Self::release_fiat(job, amount).is_err() {
			Self::owe_fiat(job, &job.payer, amount)?;
		}
		Ok(amount)
	}

	/// Pay held fiat to a supplier, or owe it where the supplier cannot be credited.
	fn pay_fiat(job: &Job<T::AccountId>, supplier: &T::AccountId, amount: Balance) -> DispatchResult {
		if !amount.is_zero() && Self::move_fiat(job, supplier, amount).is_err() {
			Self::owe_fiat(job, supplier, amount)?;
		}
		Ok(())
	}

	/// Move held fiat to the fiat pot, where it waits for `creditor`.
	fn owe_fiat(job: &Job<T::AccountId>, creditor: &T::AccountId, amount: Balance) -> DispatchResult {
		Self::move_fiat(job, &Self::fiat_pot(), amount)?;
		Self::record_debt(creditor, Debt::Fiat, amount);
		Ok(())
	}

	fn release_fiat(job: &Job<T::AccountId>, amount: Balance) -> DispatchResult {
		let reason = HoldReason::JobFiat.into();
		with_storage_layer(|| {
			T::FiatHolds::release(T::FiatId::get(), &reason, &job.payer, amount, Precision::Exact).map(|_| ())
		})
	}

	fn move_fiat(job: &Job<T::AccountId>, to: &T::AccountId, amount: Balance) -> DispatchResult {
		with_storage_layer(|| {
			T::FiatHolds::transfer_on_hold(
				T::FiatId::get(),
				&HoldReason::JobFiat.into(),
				&job.payer,
				to,
				amount,
				Precision::Exact,
				Restriction::Free,
				Fortitude::Force,
			)
			.map(|_| ())
		})
	}

	pub(crate) fn record_debt(account: &T::AccountId, debt: Debt, amount: Balance) {
		// No sum of debts exceeds the issuance of its asset, which fits.
		Owed::<T>::mutate(account, debt, |owed| *owed = owed.saturating_add(amount));
		Self::deposit_event(Event::DebtRecorded {
			account: account.clone(),
			debt,
			amount,
		});
	}

	fn forget(id: JobId, job: &Job<T::AccountId>) {
		Jobs::<T>::remove(id);
		Agenda::<T>::remove(job.due, id);
	}
}

impl<T: Config> EpochClock for Pallet<T> {
	fn current() -> EpochIndex {
		CurrentEpoch::<T>::get().map_or(0, |epoch| epoch.index)
	}
}

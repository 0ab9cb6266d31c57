//! Ending jobs. Money moves with [`Precision::Exact`] and [`Fortitude::Force`]: what is held is there whole, and a voting lock over
//! it must not stop a payer's own settlement.

use crate::{
	pallet::{Agenda, CurrentEpoch, Owed},
	purse::Purse,
	Config, Error, Event, HoldReason, Job, Jobs, Pallet,
};
use alloc::vec::Vec;
use bme_economics::{Judged, Settlement, SupplierPay};
use bme_primitives::{
	Balance, BurnCause, ByRole, Debt, EpochClock, EpochIndex, JobId, Judge, Moment, PointsBook, Pool, Role, Verdict,
};
use frame_support::{
	ensure,
	traits::{
		fungible::MutateHold as _,
		tokens::{Fortitude, Precision},
		Get,
	},
};
use sp_runtime::{traits::Zero, DispatchError, DispatchResult, PerThing};

impl<T: Config> Pallet<T> {
	/// End a request that its payer cancelled: the fee is burned, the rest returns.
	pub(crate) fn end_cancelled(id: JobId, job: Job<T::AccountId>) -> DispatchResult {
		Self::release_acceptances(&job);
		let burned = Self::cancel_fee(&job);
		let burn_returned = Self::burn_and_return(&job, burned, BurnCause::Cancel)?;
		let fiat_returned = Purse::<T>::of(&job).give_back()?;
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
		let fiat_returned = Purse::<T>::of(&job).give_back()?;
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
		// Whoever attested for a share of nothing did not save the job.
		let spare = if verdict.iter().any(|judged| judged.attested && !judged.share.is_zero()) {
			Self::pay_judged(id, &job, &verdict)?
		} else {
			Self::fail(id, &job)?;
			0
		};
		T::Judge::close(id, spare);
		Self::forget(id, &job);
		// Last, so that a payer who is its own supplier meets its own forfeit with everything else done.
		Self::end_liabilities(id, &job, &verdict);
		Ok(())
	}

	/// Returns what was burned and the suppliers cannot earn back, rounded down.
	fn pay_judged(id: JobId, job: &Job<T::AccountId>, verdict: &Verdict) -> Result<Balance, DispatchError> {
		let judged: Vec<_> = verdict
			.iter()
			.map(|line| Judged {
				share: line.share,
				quality: line.quality,
			})
			.collect();
		let Settlement {
			burned,
			roles,
			suppliers,
			..
		} = bme_economics::settle(job.quote.burn, job.quote.fiat, &job.roles, job.kappa, &judged)
			.map_err(|_| Error::<T>::InvalidVerdict)?;

		let burn_returned = Self::burn_and_return(job, burned, BurnCause::Job(job.spec.class))?;
		let epoch = <Self as EpochClock>::current();
		let mut purse = Purse::<T>::of(job);
		let mut fiat_paid: Balance = 0;
		for (terms, pay) in job.spec.suppliers.iter().zip(&suppliers) {
			let paid = Self::pay_supplier(id, &mut purse, &terms.account, pay, epoch)?;
			fiat_paid = fiat_paid.saturating_add(paid);
		}
		let roles = Self::pay_roles(&mut purse, job, &roles)?;
		for (_, _, paid) in &roles {
			fiat_paid = fiat_paid.saturating_add(*paid);
		}
		let fiat_returned = purse.give_back()?;
		Self::deposit_event(Event::JobSettled {
			job: id,
			payer: job.payer.clone(),
			class: job.spec.class,
			burned,
			burn_returned,
			fiat_paid,
			fiat_returned,
			price_used: job.quote.price_used,
			roles,
		});
		Ok(job.kappa.left_from_one().mul_floor(burned))
	}

	/// Returns the fiat that was paid.
	fn pay_supplier(
		id: JobId,
		purse: &mut Purse<T>,
		supplier: &T::AccountId,
		pay: &SupplierPay,
		epoch: EpochIndex,
	) -> Result<Balance, DispatchError> {
		if pay.burned.is_zero() && pay.fiat.is_zero() {
			return Ok(0);
		}
		let fiat = purse.pay(supplier, pay.fiat)?;
		T::Points::credit(epoch, Pool::Work, supplier, pay.entitlement);
		Self::deposit_event(Event::SupplierPaid {
			job: id,
			supplier: supplier.clone(),
			fiat,
			entitlement: pay.entitlement,
		});
		Ok(fiat)
	}

	/// Returns who was paid, and how much.
	fn pay_roles(
		purse: &mut Purse<T>,
		job: &Job<T::AccountId>,
		amounts: &ByRole<Balance>,
	) -> Result<Vec<(Role, T::AccountId, Balance)>, DispatchError> {
		let mut paid = Vec::new();
		for role in Role::ALL {
			let amount = *role.of(amounts);
			let account = Self::account_of(role, job).filter(|_| !amount.is_zero());
			if let Some(account) = account {
				let amount = purse.pay(&account, amount)?;
				paid.push((role, account, amount));
			}
		}
		Ok(paid)
	}

	fn account_of(role: Role, job: &Job<T::AccountId>) -> Option<T::AccountId> {
		let named = &job.spec.roles;
		match role {
			Role::Treasury => Some(T::TreasuryAccount::get()),
			Role::TemplateAuthor => named.template_author.clone(),
			Role::ToolProvider => named.tool_provider.clone(),
			Role::ModelOwner => named.model_owner.clone(),
		}
	}

	/// Nobody attested: the payer loses the fee, which the liabilities repay.
	fn fail(id: JobId, job: &Job<T::AccountId>) -> DispatchResult {
		let burned = Self::cancel_fee(job);
		let burn_returned = Self::burn_and_return(job, burned, BurnCause::Cancel)?;
		let fiat_returned = Purse::<T>::of(job).give_back()?;
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
			if judged.condemned {
				T::Judge::condemn(id, supplier, job.liability);
			} else if judged.attested {
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
		frame_system::Pallet::<T>::dec_sufficients(&job.spec.consumer);
	}
}

impl<T: Config> EpochClock for Pallet<T> {
	fn current() -> EpochIndex {
		CurrentEpoch::<T>::get().map_or(0, |epoch| epoch.index)
	}

	fn length() -> Moment {
		CurrentEpoch::<T>::get().map_or(0, |epoch| epoch.length)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_open() {
		crate::benchmarking::open_epoch::<T>(1);
	}
}

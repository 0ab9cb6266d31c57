//! The invariants of this pallet, numbered as in the design. Each has a test that breaks it.

use crate::{
	pallet::{
		Agenda, AgendaClock, BurnedTotal, CurrentEpoch, EpochRecords, GenesisIssuance, Jobs, MintedTotal, Owed,
		PayoutCursor, PendingPolicy, RemintedTotal,
	},
	Config, HoldReason, Pallet,
};
use alloc::collections::BTreeMap;
use bme_economics::{Parameter, LIFETIME_CAP};
use bme_primitives::{Balance, Debt, Pool};
use frame_support::{
	ensure,
	traits::{
		fungible::{Inspect as _, InspectHold as _},
		fungibles::{Inspect as _, InspectHold as _},
		Get,
	},
};
use sp_runtime::{PerThing, Perbill, TryRuntimeError};

impl<T: Config> Pallet<T> {
	/// Check every invariant of this pallet. Reads all live jobs, records and debts: for tests and for runtime APIs, not for blocks.
	///
	/// 1. issuance = genesis + minted − burned.
	/// 4. minted in an epoch ≤ what was scheduled for it and the re-mint's hard bound; lifetime minted − lifetime re-minted ≤
	///    [`LIFETIME_CAP`].
	/// 5. each pot ≥ existential deposit + Σ (minted − paid) of its records + what it owes; paid ≤ minted.
	/// 6. held fiat and held tokens of a payer = the sum over its live jobs.
	/// 8. each live job has one agenda entry, at its due tick, and each entry a job; none is behind the agenda.
	/// 10. records are of closed epochs only; the payout cursor is not ahead; a pending policy comes into force in the future.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_issuance()?;
		Self::check_ceilings()?;
		Self::check_pots()?;
		Self::check_holds()?;
		Self::check_agenda()?;
		Self::check_epochs()
	}

	fn check_issuance() -> Result<(), TryRuntimeError> {
		let minted = sum(MintedTotal::<T>::iter_values());
		let burned = sum(BurnedTotal::<T>::iter_values());
		let expected = GenesisIssuance::<T>::get()
			.checked_add(minted)
			.and_then(|sum| sum.checked_sub(burned));
		ensure!(
			expected == Some(T::Currency::total_issuance()),
			"invariant 1: issuance is not genesis + minted - burned"
		);
		Ok(())
	}

	fn check_ceilings() -> Result<(), TryRuntimeError> {
		let remint_bound = *Parameter::RemintCapPerDay.bounds().end();
		for record in EpochRecords::<T>::iter_values() {
			let remint = record.scheduled.saturating_mul(remint_bound) / u128::from(Perbill::ACCURACY);
			ensure!(
				record.minted.sum() <= record.scheduled.saturating_add(remint),
				"invariant 4: an epoch minted more than its ceiling"
			);
		}
		let minted = sum(MintedTotal::<T>::iter_values());
		let new = minted.checked_sub(RemintedTotal::<T>::get());
		ensure!(
			new.is_some_and(|new| new <= LIFETIME_CAP),
			"invariant 4: minted above the lifetime cap"
		);
		Ok(())
	}

	fn check_pots() -> Result<(), TryRuntimeError> {
		for pool in Pool::ALL {
			let mut needed = T::Currency::minimum_balance();
			for record in EpochRecords::<T>::iter_values() {
				let rest = pool.of(&record.minted).checked_sub(*pool.of(&record.paid));
				needed = needed.saturating_add(rest.ok_or("invariant 5: a record paid more than it minted")?);
			}
			needed = needed.saturating_add(Self::owed_in(Debt::Tokens(pool)));
			ensure!(
				T::Currency::balance(&Self::pot(pool)) >= needed,
				"invariant 5: a pot holds less than it owes"
			);
		}
		ensure!(
			T::Fiat::balance(T::FiatId::get(), &Self::fiat_pot()) >= Self::owed_in(Debt::Fiat),
			"invariant 5: the fiat pot holds less than it owes"
		);
		Ok(())
	}

	fn owed_in(debt: Debt) -> Balance {
		let of_kind = Owed::<T>::iter().filter(|(_, kind, _)| *kind == debt);
		sum(of_kind.map(|(_, _, amount)| amount))
	}

	fn check_holds() -> Result<(), TryRuntimeError> {
		let mut held = BTreeMap::<T::AccountId, (Balance, Balance)>::new();
		for job in Jobs::<T>::iter_values() {
			let (burn, fiat) = held.entry(job.payer.clone()).or_default();
			*burn = burn.saturating_add(job.quote.burn);
			*fiat = fiat.saturating_add(job.held_fiat());
		}
		for (payer, (burn, fiat)) in held {
			ensure!(
				T::Currency::balance_on_hold(&HoldReason::JobBurn.into(), &payer) == burn,
				"invariant 6: held tokens differ from the live jobs"
			);
			ensure!(
				T::FiatHolds::balance_on_hold(T::FiatId::get(), &HoldReason::JobFiat.into(), &payer) == fiat,
				"invariant 6: held fiat differs from the live jobs"
			);
		}
		Ok(())
	}

	fn check_agenda() -> Result<(), TryRuntimeError> {
		let worked_to = AgendaClock::<T>::get().worked_to;
		for (id, job) in Jobs::<T>::iter() {
			ensure!(
				Agenda::<T>::contains_key(job.due, id),
				"invariant 8: a live job is not on the agenda"
			);
			ensure!(job.due >= worked_to, "invariant 8: the agenda passed a live job");
		}
		let entries = Agenda::<T>::iter_keys().count();
		ensure!(
			entries == Jobs::<T>::iter_keys().count(),
			"invariant 8: an agenda entry has no live job"
		);
		Ok(())
	}

	fn check_epochs() -> Result<(), TryRuntimeError> {
		let current = CurrentEpoch::<T>::get().map_or(0, |epoch| epoch.index);
		ensure!(
			EpochRecords::<T>::iter_keys().all(|epoch| epoch < current),
			"invariant 10: a record of an epoch that has not closed"
		);
		ensure!(
			PayoutCursor::<T>::get() <= current,
			"invariant 10: the payout cursor is ahead of the epoch"
		);
		ensure!(
			PendingPolicy::<T>::get().is_none_or(|pending| pending.activates > current),
			"invariant 10: a pending policy should be in force"
		);
		Ok(())
	}
}

/// Saturates: a broken state is to be reported, not to panic.
fn sum(amounts: impl Iterator<Item = Balance>) -> Balance {
	amounts.fold(0, Balance::saturating_add)
}

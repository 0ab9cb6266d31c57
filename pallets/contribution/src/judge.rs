//! What `pallet-bme` asks: liabilities, and what happens to a job that is due.

use crate::{
	pallet::{Error, Event, Suppliers, Works},
	Config, CreditOf, HoldReason, Pallet, Supplier, Work, WorkOf,
};
use bme_primitives::{
	Balance, Class, Deliberation, Due, EvidenceKind, JobId, JobParties, Jobs, Judge, Liabilities, Panels, Verdict,
	MAX_SUPPLIERS,
};
use frame_support::{
	ensure,
	traits::{
		fungible::{Balanced as _, BalancedHold as _},
		Imbalance as _, OnUnbalanced,
	},
	weights::Weight,
};
use sp_runtime::DispatchResult;

impl<T: Config> Judge<T::AccountId> for Pallet<T> {
	fn accepts(evidence: EvidenceKind) -> bool {
		Self::is_supported(evidence)
	}

	fn open(who: &T::AccountId, class: Class, liability: Balance) -> DispatchResult {
		let mut supplier = Self::registered(who)?;
		ensure!(*class.of(&supplier.classes), Error::<T>::ClassNotServed);
		ensure!(supplier.free() >= liability, Error::<T>::BondInUse);
		supplier.liabilities = supplier.liabilities.saturating_add(liability);
		Suppliers::<T>::insert(who, supplier);
		Ok(())
	}

	fn release(who: &T::AccountId, liability: Balance) {
		Suppliers::<T>::mutate_extant(who, |supplier| Self::close_liability(supplier, liability));
	}

	fn forfeit(who: &T::AccountId, liability: Balance, payee: &T::AccountId) -> Balance {
		let (to_payee, burned) = Self::take_liability(who, liability, |credit| {
			let (half, rest) = credit.split(liability / 2);
			Self::give(half, payee, rest)
		});
		Self::deposit_event(Event::LiabilityForfeited {
			supplier: who.clone(),
			payee: payee.clone(),
			to_payee,
			burned,
		});
		to_payee
	}

	fn condemn(job: JobId, who: &T::AccountId, liability: Balance) {
		T::Panels::condemn(job, who, liability);
	}

	fn begin(job: JobId, suppliers: u32) {
		Works::<T>::insert(job, Work::new(suppliers));
	}

	fn due(job: JobId) -> (Due, Weight) {
		// Reading the work and ending the job is what whoever asks charges anyway; only verifiers cost more.
		let (Some(work), Some(parties)) = (Works::<T>::get(job), T::Jobs::parties(job)) else {
			return (Due::Settle(Verdict::new()), Weight::zero());
		};
		if work.in_panel {
			return Self::due_of_panel(job, &work, &parties);
		}
		if work.disputed || !work.any_attested() {
			return (Due::Settle(Self::verdict(&work, &parties)), Weight::zero());
		}
		if work.reviewing {
			return Self::due_of_lots(job, work, &parties);
		}
		Works::<T>::insert(
			job,
			Work {
				reviewing: true,
				..work
			},
		);
		(Due::Wait(Self::window(&parties)), Weight::zero())
	}

	fn due_weight() -> Weight {
		T::Panels::due_weight().max(T::Panels::lots_weight(MAX_SUPPLIERS))
	}

	fn close(job: JobId, spare: Balance) {
		Works::<T>::remove(job);
		T::Panels::close(job, spare);
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_supplier(who: &T::AccountId) {
		crate::benchmarking::supplier::<T>(who);
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_attest(job: JobId) {
		crate::benchmarking::attest_all::<T>(job);
	}
}

impl<T: Config> Pallet<T> {
	fn due_of_panel(job: JobId, work: &WorkOf<T>, parties: &JobParties<T::AccountId>) -> (Due, Weight) {
		let (deliberation, weight) = T::Panels::due(job, parties, &Self::standing(work, parties));
		let due = match deliberation {
			Deliberation::Wait(ticks) => Due::Wait(ticks),
			Deliberation::Found(verdict) => Due::Settle(verdict),
			Deliberation::Hung => Due::Settle(Self::verdict(work, parties)),
		};
		(due, weight)
	}

	/// Silence is consent, and lots are drawn on it as well.
	fn due_of_lots(job: JobId, work: WorkOf<T>, parties: &JobParties<T::AccountId>) -> (Due, Weight) {
		let verdict = Self::verdict(&work, parties);
		let due = Self::draw_lots(job, work, parties).map_or(Due::Settle(verdict), Due::Wait);
		(due, T::Panels::lots_weight(parties.suppliers.len() as u32))
	}

	fn close_liability(supplier: &mut Supplier, liability: Balance) {
		supplier.liabilities = supplier.liabilities.saturating_sub(liability);
	}

	/// Take a liability from a bond and have `divide` give parts of it away. What is left is burned through the ledger. Returns what was
	/// given, and what was burned.
	fn take_liability(
		who: &T::AccountId,
		liability: Balance,
		divide: impl FnOnce(CreditOf<T>) -> CreditOf<T>,
	) -> (Balance, Balance) {
		let Some(mut supplier) = Suppliers::<T>::get(who) else {
			return (0, 0);
		};
		Self::close_liability(&mut supplier, liability);
		let bond = supplier.bond.saturating_sub(liability);
		Self::change_bond(who, &mut supplier, bond);
		Self::keep_or_forget(who, supplier);

		// The bond covers every open liability, so the hold gives all of it.
		let (credit, _) = T::Currency::slash(&HoldReason::SupplierBond.into(), who, liability);
		let taken = credit.peek();
		let rest = divide(credit);
		let burned = rest.peek();
		T::Forfeited::on_unbalanced(rest);
		(taken.saturating_sub(burned), burned)
	}

	/// Give `part` to an account. If it cannot be credited it stays with the rest, which is returned.
	fn give(part: CreditOf<T>, to: &T::AccountId, rest: CreditOf<T>) -> CreditOf<T> {
		match T::Currency::resolve(to, part) {
			Ok(()) => rest,
			Err(part) => rest.merge(part),
		}
	}
}

impl<T: Config> Liabilities<T::AccountId> for Pallet<T> {
	fn pardon(who: &T::AccountId, liability: Balance) {
		<Self as Judge<T::AccountId>>::release(who, liability);
	}

	fn punish(who: &T::AccountId, liability: Balance, harmed: &T::AccountId, panel: &[T::AccountId]) {
		let to_each = (liability / 4).checked_div(panel.len() as u128).unwrap_or(0);
		let (given, burned) = Self::take_liability(who, liability, |credit| {
			let (half, rest) = credit.split(liability / 2);
			panel.iter().fold(Self::give(half, harmed, rest), |rest, verifier| {
				let (part, rest) = rest.split(to_each);
				Self::give(part, verifier, rest)
			})
		});
		Self::deposit_event(Event::LiabilityLost {
			supplier: who.clone(),
			harmed: harmed.clone(),
			given,
			to_each_verifier: to_each,
			burned,
		});
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_liable(who: &T::AccountId, liability: Balance) {
		crate::benchmarking::supplier::<T>(who);
		Suppliers::<T>::mutate_extant(who, |supplier| {
			supplier.liabilities = supplier.liabilities.saturating_add(liability)
		});
	}
}

//! What `pallet-bme` asks: liabilities, and what happens to a job that is due.

use crate::{
	pallet::{Error, Event, Suppliers, Works},
	Config, HoldReason, Pallet, Supplier, Work,
};
use bme_primitives::{Balance, Class, Due, EvidenceKind, JobId, Jobs, Judge, Verdict};
use frame_support::{
	ensure,
	traits::{
		fungible::{Balanced as _, BalancedHold as _},
		Imbalance as _, OnUnbalanced,
	},
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
		let Some(mut supplier) = Suppliers::<T>::get(who) else {
			return 0;
		};
		Self::close_liability(&mut supplier, liability);
		let bond = supplier.bond.saturating_sub(liability);
		Self::change_bond(who, &mut supplier, bond);
		Self::keep_or_forget(who, supplier);

		// The bond covers every open liability, so the hold gives all of it.
		let (credit, _) = T::Currency::slash(&HoldReason::SupplierBond.into(), who, liability);
		let (half, rest) = credit.split(liability / 2);
		let to_payee = half.peek();
		let (to_payee, rest) = match T::Currency::resolve(payee, half) {
			Ok(()) => (to_payee, rest),
			Err(half) => (0, rest.merge(half)),
		};
		let burned = rest.peek();
		T::Forfeited::on_unbalanced(rest);
		Self::deposit_event(Event::LiabilityForfeited {
			supplier: who.clone(),
			payee: payee.clone(),
			to_payee,
			burned,
		});
		to_payee
	}

	fn begin(job: JobId, suppliers: u32) {
		Works::<T>::insert(job, Work::new(suppliers));
	}

	fn due(job: JobId) -> Due {
		let (Some(mut work), Some(parties)) = (Works::<T>::get(job), T::Jobs::parties(job)) else {
			return Due::Settle(Verdict::new());
		};
		if work.reviewing || !work.any_attested() {
			return Due::Settle(Self::verdict(&work, &parties));
		}
		work.reviewing = true;
		Works::<T>::insert(job, work);
		Due::Wait(Self::window(&parties))
	}

	fn close(job: JobId) {
		Works::<T>::remove(job);
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
	fn close_liability(supplier: &mut Supplier, liability: Balance) {
		supplier.liabilities = supplier.liabilities.saturating_sub(liability);
	}
}

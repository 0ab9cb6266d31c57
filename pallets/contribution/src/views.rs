//! What the runtime APIs read.

use crate::{
	pallet::{Suppliers, Works},
	Config, Pallet,
};
use bme_primitives::{
	apis::{AttestationView, SupplierView, WorkView},
	Class, JobId,
};

impl<T: Config> Pallet<T> {
	/// A supplier.
	pub fn supplier_view(who: &T::AccountId) -> Option<SupplierView> {
		Suppliers::<T>::get(who).map(|supplier| SupplierView {
			bond: supplier.bond,
			liabilities: supplier.liabilities,
			unbonding: supplier.unbonding.map(|unbonding| (unbonding.amount, unbonding.at)),
			classes: Class::ALL
				.into_iter()
				.filter(|class| *class.of(&supplier.classes))
				.collect(),
		})
	}

	/// What is known of the work on a live job that began.
	pub fn work_view(job: JobId) -> Option<WorkView> {
		Works::<T>::get(job).map(|work| WorkView {
			attestations: work
				.attestations
				.into_iter()
				.map(|attestation| {
					attestation.map(|attestation| AttestationView {
						units: attestation.units,
						result: attestation.result,
						evidence: attestation.evidence,
					})
				})
				.collect(),
			assessment: work.assessment.map(|shares| shares.into_inner()),
			agreed: work.agreed.into_inner(),
			approved: work.approved,
			disputed: work.disputed,
			in_panel: work.in_panel,
		})
	}
}

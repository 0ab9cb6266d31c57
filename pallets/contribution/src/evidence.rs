//! What evidence may rest on: lists that governance keeps.

use crate::{
	pallet::{Error, Event, EvidenceBases},
	Config, Pallet,
};
use bme_primitives::{Evidence, EvidenceBasis, EvidenceKind};
use frame_support::ensure;
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_list_basis(basis: EvidenceBasis) -> DispatchResult {
		EvidenceBases::<T>::try_mutate(|listed| {
			let is_new = listed.try_insert(basis).map_err(|_| Error::<T>::TooManyBases)?;
			ensure!(is_new, Error::<T>::AlreadyListed);
			Ok::<_, Error<T>>(())
		})?;
		Self::deposit_event(Event::BasisListed { basis });
		Ok(())
	}

	pub(crate) fn do_unlist_basis(basis: EvidenceBasis) -> DispatchResult {
		let was_listed = EvidenceBases::<T>::mutate(|listed| listed.remove(&basis));
		ensure!(was_listed, Error::<T>::NotListed);
		Self::deposit_event(Event::BasisUnlisted { basis });
		Ok(())
	}

	/// Whether there is something that evidence of this kind can rest on.
	pub(crate) fn is_supported(kind: EvidenceKind) -> bool {
		match kind {
			EvidenceKind::None | EvidenceKind::Replay => true,
			EvidenceKind::Tee | EvidenceKind::Proof => {
				EvidenceBases::<T>::get().iter().any(|basis| basis.kind() == kind)
			}
			EvidenceKind::Metering => false,
		}
	}

	/// Whether what this evidence rests on is listed, if it rests on anything.
	pub(crate) fn is_listed(evidence: &Evidence) -> bool {
		evidence
			.basis()
			.is_none_or(|basis| EvidenceBases::<T>::get().contains(&basis))
	}
}

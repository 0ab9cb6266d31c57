//! Ringers: jobs whose quality an auditor knows, among all the others. Whoever judges them wrong did not look.

use crate::{
	pallet::{Findings, Ringers},
	Answer, Config, Error, Event, Fault, Pallet, Ringer,
};
use bme_economics::is_apart;
use bme_primitives::JobId;
use codec::Encode;
use frame_support::{
	ensure,
	traits::{Get, SortedMembers},
};
use sp_core::H256;
use sp_io::hashing::blake2_256;
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_commit_ringer(auditor: T::AccountId, commitment: H256) -> DispatchResult {
		ensure!(T::Auditors::contains(&auditor), Error::<T>::NotAuditor);
		Ringers::<T>::try_mutate(&auditor, |ringers| {
			let is_known = ringers.iter().any(|ringer| ringer.commitment == commitment);
			ensure!(!is_known, Error::<T>::AlreadyCommitted);
			let ringer = Ringer {
				commitment,
				at: frame_system::Pallet::<T>::block_number(),
			};
			ringers.try_push(ringer).map_err(|_| Error::<T>::TooManyRingers)
		})?;
		Self::deposit_event(Event::RingerCommitted { auditor, commitment });
		Ok(())
	}

	pub(crate) fn do_withdraw_ringer(auditor: T::AccountId, commitment: H256) -> DispatchResult {
		Self::take_ringer(&auditor, commitment)?;
		Self::deposit_event(Event::RingerWithdrawn { auditor, commitment });
		Ok(())
	}

	pub(crate) fn do_reveal_ringer(
		auditor: T::AccountId,
		job: JobId,
		answer: Answer,
		salt: [u8; 32],
	) -> DispatchResult {
		ensure!(T::Auditors::contains(&auditor), Error::<T>::NotAuditor);
		// It takes verifiers out of the draw.
		Self::ensure_seating()?;
		let mut finding = Self::finding(job)?;
		ensure!(!finding.is_ringer, Error::<T>::AlreadyRevealed);
		ensure!(
			answer.len() == finding.attested.len(),
			Error::<T>::WrongNumberOfQualities
		);
		let ringer = Self::take_ringer(&auditor, Self::ringer_commitment(job, &auditor, &answer, salt))?;
		// One committed to afterwards would be no answer that was known beforehand.
		ensure!(ringer.at < finding.since, Error::<T>::RingerTooLate);
		finding.is_ringer = true;
		let mut wrong: u32 = 0;
		for (who, opinion) in &finding.opinions {
			let is_wrong = opinion.as_ref().is_some_and(|opinion| {
				let mut said = opinion.qualities.iter().zip(&answer).zip(&finding.attested);
				said.any(|((said, known), attested)| *attested && is_apart(*said, *known, T::Tolerance::get()))
			});
			if is_wrong {
				wrong = wrong.saturating_add(1);
				Self::slash(who, Fault::Ringer);
			}
		}
		Findings::<T>::insert(job, finding);
		Self::deposit_event(Event::RingerRevealed {
			job,
			auditor,
			answer,
			wrong,
		});
		Ok(())
	}

	/// The hash that commits an auditor to the answer on a job.
	pub fn ringer_commitment(job: JobId, auditor: &T::AccountId, answer: &Answer, salt: [u8; 32]) -> H256 {
		blake2_256(&(b"bme/ringer", Self::genesis(), job, auditor, answer, salt).encode()).into()
	}

	fn take_ringer(auditor: &T::AccountId, commitment: H256) -> Result<Ringer<crate::BlockOf<T>>, Error<T>> {
		Ringers::<T>::mutate_exists(auditor, |stored| {
			let ringers = stored.as_mut().ok_or(Error::<T>::RingerNotFound)?;
			let place = ringers.iter().position(|ringer| ringer.commitment == commitment);
			let ringer = ringers.remove(place.ok_or(Error::<T>::RingerNotFound)?);
			if ringers.is_empty() {
				*stored = None;
			}
			Ok(ringer)
		})
	}
}

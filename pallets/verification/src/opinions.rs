//! What members of a panel say: first a hash of it, then itself.

use crate::{pallet::Panels, Config, Error, Event, Member, Pallet, PanelOf, Stage};
use alloc::vec::Vec;
use bme_economics::shares_fit;
use bme_primitives::{EvidenceKind, JobId, JobParties, Jobs, Opinion};
use codec::Encode;
use frame_support::ensure;
use sp_core::H256;
use sp_io::hashing::blake2_256;
use sp_runtime::{traits::Zero, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_commit(who: T::AccountId, job: JobId, round: u8, commitment: H256) -> DispatchResult {
		let mut panel = Self::panel(job, round)?;
		ensure!(panel.stage == Stage::Committing, Error::<T>::NotCommitting);
		let member = Self::member(&mut panel, &who)?;
		ensure!(member.commitment.is_none(), Error::<T>::AlreadyCommitted);
		member.commitment = Some(commitment);
		let is_last = panel.committed() as usize == panel.members.len();
		Self::say(job, panel, is_last);
		Self::deposit_event(Event::Committed {
			job,
			round,
			verifier: who,
			commitment,
		});
		Ok(())
	}

	pub(crate) fn do_reveal(
		who: T::AccountId,
		job: JobId,
		round: u8,
		opinion: Opinion,
		salt: [u8; 32],
	) -> DispatchResult {
		let mut panel = Self::panel(job, round)?;
		ensure!(panel.stage == Stage::Revealing, Error::<T>::NotRevealing);
		let asks_shares = panel.asks_shares;
		let member = Self::member(&mut panel, &who)?;
		ensure!(member.opinion.is_none(), Error::<T>::AlreadyRevealed);
		let commitment = member.commitment.ok_or(Error::<T>::NotCommitted)?;
		ensure!(
			commitment == Self::commitment_of(job, round, &who, &opinion, salt),
			Error::<T>::WrongOpening
		);
		let parties = T::Jobs::parties(job).ok_or(Error::<T>::PanelNotFound)?;
		Self::ensure_fits(&opinion, asks_shares, &parties)?;
		member.opinion = Some(opinion.clone());
		// Whoever did not commit cannot reveal.
		let is_last = panel.heard() == panel.committed();
		Self::say(job, panel, is_last);
		Self::deposit_event(Event::Revealed {
			job,
			round,
			verifier: who,
			opinion,
		});
		Ok(())
	}

	/// The hash that commits an account to an opinion in one round of one panel of this chain: nobody else can copy it.
	pub fn commitment_of(job: JobId, round: u8, who: &T::AccountId, opinion: &Opinion, salt: [u8; 32]) -> H256 {
		let genesis = Self::genesis();
		blake2_256(&(b"bme/opinion", genesis, job, round, who, opinion, salt).encode()).into()
	}

	/// The hash of block 0, which tells chains apart.
	pub(crate) fn genesis() -> T::Hash {
		frame_system::BlockHash::<T>::get(frame_system::pallet_prelude::BlockNumberFor::<T>::zero())
	}

	/// Store what was said; with the last word the panel moves on at once.
	fn say(job: JobId, panel: PanelOf<T>, is_last: bool) {
		Panels::<T>::insert(job, panel);
		if is_last {
			T::Jobs::due_in(job, 1);
		}
	}

	fn panel(job: JobId, round: u8) -> Result<PanelOf<T>, Error<T>> {
		let panel = Panels::<T>::get(job).ok_or(Error::<T>::PanelNotFound)?;
		ensure!(panel.round == round, Error::<T>::WrongRound);
		Ok(panel)
	}

	fn member<'a>(panel: &'a mut PanelOf<T>, who: &T::AccountId) -> Result<&'a mut Member<T::AccountId>, Error<T>> {
		let mut members = panel.members.iter_mut();
		members.find(|member| member.who == *who).ok_or(Error::<T>::NotMember)
	}

	fn ensure_fits(opinion: &Opinion, asks_shares: bool, parties: &JobParties<T::AccountId>) -> DispatchResult {
		ensure!(
			opinion.qualities.len() == parties.suppliers.len(),
			Error::<T>::WrongNumberOfQualities
		);
		ensure!(opinion.shares.is_some() == asks_shares, Error::<T>::SharesMismatch);
		let minima: Vec<_> = parties.suppliers.iter().map(|terms| terms.min_share).collect();
		let fit = opinion.shares.as_ref().is_none_or(|shares| shares_fit(&minima, shares));
		ensure!(fit, Error::<T>::SharesDoNotFit);
		let is_replayable = parties.evidence == EvidenceKind::Replay;
		ensure!(opinion.output.is_some() == is_replayable, Error::<T>::OutputMismatch);
		Ok(())
	}
}

//! Attestation and review.

use crate::{
	pallet::{Error, Event, Works},
	Attestation, Config, Pallet, WorkOf,
};
use alloc::vec::Vec;
use bme_economics::{scale_to_one, sums_to_one};
use bme_primitives::{
	Convened, EvidenceKind, JobId, JobParties, Jobs, Lots, Panels, SupplierTerms, SupplierVerdict,
	Suppliers as PerSupplier, Tick, Verdict,
};
use frame_support::{ensure, traits::Get, weights::Weight};
use sp_runtime::{DispatchError, DispatchResult, Perbill};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_attest(supplier: T::AccountId, job: JobId, attestation: Attestation) -> DispatchResult {
		let (mut work, parties) = Self::work(job)?;
		let position = Self::position(&parties, &supplier)?;
		ensure!(!work.reviewing, Error::<T>::AttestationOver);
		ensure!(attestation.units > 0, Error::<T>::NoUnits);
		let kind = attestation.evidence.kind();
		ensure!(kind == parties.evidence, Error::<T>::EvidenceMismatch);
		ensure!(kind != EvidenceKind::Metering, Error::<T>::EvidenceNotSupported);
		ensure!(Self::is_listed(&attestation.evidence), Error::<T>::NotListed);
		let place = work.attestations.get_mut(position).ok_or(Error::<T>::NotSupplier)?;
		ensure!(place.is_none(), Error::<T>::AlreadyAttested);

		let Attestation {
			units,
			result,
			evidence,
		} = attestation.clone();
		*place = Some(attestation);
		if work.all_attested() {
			work.reviewing = true;
			T::Jobs::due_in(job, Self::window(&parties));
		}
		Works::<T>::insert(job, work);
		Self::deposit_event(Event::Attested {
			job,
			supplier,
			units,
			result,
			evidence,
		});
		Ok(())
	}

	pub(crate) fn do_assess(assessor: T::AccountId, job: JobId, shares: PerSupplier<Perbill>) -> DispatchResult {
		let (mut work, parties) = Self::work(job)?;
		ensure!(parties.assessor.as_ref() == Some(&assessor), Error::<T>::NotAssessor);
		Self::ensure_open(&work)?;
		ensure!(work.assessment.is_none(), Error::<T>::AlreadyAssessed);
		// The review is over: lots are drawn on what stands.
		ensure!(work.reviewed_at.is_none(), Error::<T>::NotInReview);
		Self::ensure_shares(&parties.suppliers, &shares)?;

		work.assessment = Some(shares.clone());
		Works::<T>::insert(job, work);
		T::Jobs::due_in(job, Self::window(&parties));
		Self::deposit_event(Event::Assessed { job, assessor, shares });
		Ok(())
	}

	/// Returns the weight of it, where `weight` is by the number of payees.
	pub(crate) fn do_agree(
		supplier: T::AccountId,
		job: JobId,
		weight: fn(u32) -> Weight,
	) -> Result<Weight, DispatchError> {
		let (mut work, parties) = Self::work(job)?;
		let position = Self::position(&parties, &supplier)?;
		Self::ensure_open(&work)?;
		ensure!(work.assessment.is_some(), Error::<T>::NotAssessed);
		Self::ensure_attested(&work, position)?;
		let agreed = work.agreed.get_mut(position).ok_or(Error::<T>::NotSupplier)?;
		ensure!(!*agreed, Error::<T>::AlreadyAgreed);

		*agreed = true;
		Self::deposit_event(Event::Agreed { job, supplier });
		Self::settle_or_keep(job, work, &parties)?;
		Ok(Self::weight_of_word(&parties, weight))
	}

	/// Returns the weight of it, where `weight` is by the number of payees.
	pub(crate) fn do_approve(
		consumer: T::AccountId,
		job: JobId,
		weight: fn(u32) -> Weight,
	) -> Result<Weight, DispatchError> {
		let (mut work, parties) = Self::work(job)?;
		ensure!(parties.consumer == consumer, Error::<T>::NotConsumer);
		Self::ensure_open(&work)?;
		ensure!(!work.approved, Error::<T>::AlreadyApproved);

		work.approved = true;
		Self::deposit_event(Event::Approved { job, consumer });
		Self::settle_or_keep(job, work, &parties)?;
		Ok(Self::weight_of_word(&parties, weight))
	}

	/// What a word costs that may settle the job.
	fn weight_of_word(parties: &JobParties<T::AccountId>, weight: fn(u32) -> Weight) -> Weight {
		if parties.is_young {
			Self::weight_of_young(parties.payees, weight)
		} else {
			weight(parties.payees).saturating_add(T::Panels::lots_weight(parties.suppliers.len() as u32))
		}
	}

	/// The same, where young fiat is spent.
	pub(crate) fn weight_of_young(payees: u32, weight: fn(u32) -> Weight) -> Weight {
		weight(payees)
			.saturating_add(T::Panels::lots_weight(payees))
			.saturating_add(T::Jobs::young_weight(payees))
	}

	/// Whether this account is the consumer of this job and the job waits for its word: it may say it without a fee.
	pub(crate) fn awaits_word_of(who: Option<T::AccountId>, job: JobId) -> bool {
		Self::awaited(who.as_ref(), job).is_some()
	}

	/// The same of a dispute, whose bond has to be there: one that fails must not be free.
	pub(crate) fn awaits_dispute_of(who: Option<T::AccountId>, job: JobId) -> bool {
		Self::awaited(who.as_ref(), job).is_some_and(|parties| T::Panels::may_dispute(&parties, &parties.consumer))
	}

	/// The parties of a job that waits for the word of `who`, its consumer.
	fn awaited(who: Option<&T::AccountId>, job: JobId) -> Option<JobParties<T::AccountId>> {
		let (work, parties) = Self::work(job).ok()?;
		let awaits = who == Some(&parties.consumer) && Self::ensure_open(&work).is_ok() && !work.approved;
		awaits.then_some(parties)
	}

	pub(crate) fn do_dispute(by: T::AccountId, job: JobId) -> DispatchResult {
		let (mut work, parties) = Self::work(job)?;
		Self::ensure_open(&work)?;
		Self::ensure_may_dispute(&work, &parties, &by)?;

		work.disputed = true;
		// Shares are in dispute only where somebody was to state them.
		let asks_shares = parties.assessor.is_some();
		let due = match T::Panels::convene(job, &parties, Some(&by), asks_shares)? {
			Convened::Panel(ticks) => {
				work.in_panel = true;
				ticks
			}
			Convened::Nobody => 1,
		};
		Works::<T>::insert(job, work);
		T::Jobs::due_in(job, due);
		Self::deposit_event(Event::Disputed { job, by });
		Ok(())
	}

	/// The verdict of a job that no panel judged: the assessment if nobody disputes it, else the agreed minima.
	pub(crate) fn verdict(work: &WorkOf<T>, parties: &JobParties<T::AccountId>) -> Verdict {
		if work.disputed {
			Self::verdict_by(Self::fallback(&parties.suppliers), work)
		} else {
			Self::standing(work, parties)
		}
	}

	/// The verdict to which everybody would consent by silence: the assessment, else the agreed minima.
	pub(crate) fn standing(work: &WorkOf<T>, parties: &JobParties<T::AccountId>) -> Verdict {
		let stated = work.assessment.as_ref().map(|shares| shares.to_vec());
		Self::verdict_by(stated.unwrap_or_else(|| Self::fallback(&parties.suppliers)), work)
	}

	/// The verdict by these shares: full quality for those that attested, none for the others.
	fn verdict_by(shares: Vec<Perbill>, work: &WorkOf<T>) -> Verdict {
		let lines = shares.into_iter().zip(&work.attestations).map(|(share, attestation)| {
			let attested = attestation.is_some();
			SupplierVerdict {
				share,
				quality: if attested { Perbill::one() } else { Perbill::zero() },
				attested,
				condemned: false,
			}
		});
		// One line for each supplier of the job, of whom there are no more.
		Verdict::truncate_from(lines.collect())
	}

	/// How long a job of this class is in review.
	pub(crate) fn window(parties: &JobParties<T::AccountId>) -> Tick {
		T::Jobs::scaled(*parties.class.of(&T::ChallengeWindow::get()))
	}

	/// The agreed minima, scaled so that they sum to one. A request whose minima are all zero was refused.
	fn fallback(suppliers: &[SupplierTerms<T::AccountId>]) -> Vec<Perbill> {
		let minima: Vec<_> = suppliers.iter().map(|terms| terms.min_share).collect();
		scale_to_one(&minima).unwrap_or(minima)
	}

	/// Settle if every word that is needed was said and lots spare the job, else keep what was said.
	fn settle_or_keep(job: JobId, work: WorkOf<T>, parties: &JobParties<T::AccountId>) -> DispatchResult {
		if !work.is_consented(parties) {
			Works::<T>::insert(job, work);
			return Ok(());
		}
		let verdict = Self::verdict(&work, parties);
		match Self::draw_lots(job, work, parties) {
			Some(ticks) => T::Jobs::due_in(job, ticks),
			None => T::Jobs::settle(job, verdict)?,
		}
		Ok(())
	}

	/// Draw lots on a job whose review is over. Returns when to ask again, or nothing where it ends as it stands.
	pub(crate) fn draw_lots(job: JobId, mut work: WorkOf<T>, parties: &JobParties<T::AccountId>) -> Option<Tick> {
		let since = *work
			.reviewed_at
			.get_or_insert_with(frame_system::Pallet::<T>::block_number);
		let ticks = match T::Panels::lots(job, since, parties) {
			Lots::Spared => return None,
			Lots::Later(ticks) => ticks,
			// Lots bond nothing, so that only a lack of verifiers can be in the way.
			Lots::Drawn => match T::Panels::convene(job, parties, None, false) {
				Ok(Convened::Panel(ticks)) => {
					work.in_panel = true;
					ticks
				}
				Ok(Convened::Nobody) | Err(_) => return None,
			},
		};
		Works::<T>::insert(job, work);
		Some(ticks)
	}

	fn ensure_may_dispute(work: &WorkOf<T>, parties: &JobParties<T::AccountId>, by: &T::AccountId) -> DispatchResult {
		// One who is both consumer and supplier has whichever say it did not waive.
		if parties.consumer == *by && !work.approved {
			return Ok(());
		}
		match Self::position(parties, by) {
			Ok(position) => {
				Self::ensure_attested(work, position)?;
				ensure!(work.agreed.get(position) == Some(&false), Error::<T>::AlreadyAgreed);
				Ok(())
			}
			Err(_) if parties.consumer == *by => Err(Error::<T>::AlreadyApproved.into()),
			Err(_) => Err(Error::<T>::NotParty.into()),
		}
	}

	fn ensure_open(work: &WorkOf<T>) -> DispatchResult {
		ensure!(work.reviewing, Error::<T>::NotInReview);
		ensure!(!work.disputed, Error::<T>::AlreadyDisputed);
		ensure!(!work.in_panel, Error::<T>::InPanel);
		Ok(())
	}

	fn ensure_attested(work: &WorkOf<T>, position: usize) -> DispatchResult {
		ensure!(
			work.attestations.get(position).is_some_and(Option::is_some),
			Error::<T>::NotAttested
		);
		Ok(())
	}

	pub(crate) fn ensure_shares(suppliers: &[SupplierTerms<T::AccountId>], shares: &[Perbill]) -> DispatchResult {
		ensure!(shares.len() == suppliers.len(), Error::<T>::WrongNumberOfShares);
		let above = suppliers
			.iter()
			.zip(shares)
			.all(|(terms, share)| *share >= terms.min_share);
		ensure!(above, Error::<T>::ShareBelowMinimum);
		ensure!(sums_to_one(shares.iter().copied()), Error::<T>::SharesNotOne);
		Ok(())
	}

	fn work(job: JobId) -> Result<(WorkOf<T>, JobParties<T::AccountId>), DispatchError> {
		let work = Works::<T>::get(job).ok_or(Error::<T>::WorkNotFound)?;
		let parties = T::Jobs::parties(job).ok_or(Error::<T>::WorkNotFound)?;
		Ok((work, parties))
	}

	fn position(parties: &JobParties<T::AccountId>, supplier: &T::AccountId) -> Result<usize, Error<T>> {
		parties
			.suppliers
			.iter()
			.position(|terms| terms.account == *supplier)
			.ok_or(Error::<T>::NotSupplier)
	}
}

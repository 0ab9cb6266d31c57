//! The end of a panel: it is paid, and what it found is open to review before a supplier loses anything by it.

use crate::{
	pallet::{Findings, FindingsQueue, Panels, Reviews},
	Config, CreditOf, Error, Event, Finding, HoldReason, Outcome, Pallet, PanelOf, Seated, WeightInfo,
};
use alloc::vec::Vec;
use bme_primitives::{Balance, EpochClock, JobId, JobParties, Jobs, Liabilities, PointsBook, Pool, MAX_SUPPLIERS};
use frame_support::{
	ensure,
	traits::{
		fungible::{Balanced as _, BalancedHold as _, MutateHold as _},
		tokens::Precision,
		Get, Imbalance as _, OnUnbalanced,
	},
	weights::WeightMeter,
	BoundedVec,
};
use sp_runtime::{traits::Zero, DispatchResult};

impl<T: Config> Pallet<T> {
	/// The job of a panel has ended.
	pub(crate) fn do_close(job: JobId, spare: Balance) {
		let Some(mut panel) = Panels::<T>::take(job) else {
			return;
		};
		let outcome = panel.outcome.take();
		let is_lost = outcome.as_ref().is_some_and(|outcome| !outcome.changed);
		if let Some(dispute) = &panel.dispute {
			if is_lost {
				let deserving = outcome
					.as_ref()
					.map(|outcome| outcome.deserving.to_vec())
					.unwrap_or_default();
				Self::pay_bond(job, &dispute.bonded_by, dispute.bond, &deserving);
			} else {
				Self::return_bond(job, &dispute.bonded_by, dispute.bond);
			}
		}
		let Some(outcome) = outcome else { return };
		// The loser pays: of a dispute, by its bond; a supplier whose work is bad, by its liability. Else the job itself does.
		let has_loser = outcome.condemns || (panel.dispute.is_some() && is_lost);
		if !has_loser {
			Self::pay_points(job, spare, &outcome.deserving);
		}
		Self::open_to_review(job, panel, outcome);
	}

	fn return_bond(job: JobId, who: &T::AccountId, bond: Balance) {
		// It is held whole: nothing else takes from this hold.
		let _ = T::Currency::release(&HoldReason::DisputeBond.into(), who, bond, Precision::BestEffort);
		Self::deposit_event(Event::DisputeBondReturned {
			job,
			who: who.clone(),
			bond,
		});
	}

	/// In equal parts, rounded down; what is left over is burned.
	fn pay_bond(job: JobId, who: &T::AccountId, bond: Balance, deserving: &[T::AccountId]) {
		let (credit, _) = T::Currency::slash(&HoldReason::DisputeBond.into(), who, bond);
		let (to_each, burned) = Self::divide(credit, deserving);
		Self::deposit_event(Event::DisputeBondLost {
			job,
			who: who.clone(),
			bond,
			to_each,
			burned,
		});
	}

	/// Give equal parts of `credit` to `receivers` and burn the rest. Returns what each had, and what was burned.
	fn divide(credit: CreditOf<T>, receivers: &[T::AccountId]) -> (Balance, Balance) {
		let to_each = credit.peek().checked_div(receivers.len() as u128).unwrap_or(0);
		let rest = receivers.iter().fold(credit, |credit, receiver| {
			let (part, rest) = credit.split(to_each);
			match T::Currency::resolve(receiver, part) {
				Ok(()) => rest,
				Err(part) => rest.merge(part),
			}
		});
		let burned = rest.peek();
		T::Slashed::on_unbalanced(rest);
		(to_each, burned)
	}

	/// Points of the Work pool, in equal parts, rounded down: together no more than what the suppliers of the job cannot earn of it.
	fn pay_points(job: JobId, spare: Balance, deserving: &[T::AccountId]) {
		let each = spare.checked_div(deserving.len() as u128).unwrap_or(0);
		if each.is_zero() {
			return;
		}
		let epoch = T::Epoch::current();
		for who in deserving {
			T::Points::credit(epoch, Pool::Work, who, each);
		}
		Self::deposit_event(Event::PanelPaid {
			job,
			verifiers: deserving.to_vec(),
			points: each,
		});
	}

	fn open_to_review(job: JobId, panel: PanelOf<T>, outcome: Outcome<T::AccountId>) {
		// A panel is closed while its job is still known.
		let Some(JobParties { class, consumer, .. }) = T::Jobs::parties(job) else {
			return;
		};
		let opinions: Vec<_> = panel
			.members
			.into_iter()
			.map(|member| (member.who, member.opinion))
			.collect();
		let until = T::Jobs::now().saturating_add(T::Jobs::scaled(T::ReviewWindow::get()));
		Findings::<T>::insert(
			job,
			Finding {
				class,
				consumer,
				since: panel.since,
				until,
				opinions: Seated::truncate_from(opinions),
				attested: outcome.attested,
				deserving: outcome.deserving,
				condemned: BoundedVec::new(),
				is_ringer: false,
			},
		);
		FindingsQueue::<T>::mutate(|queue| {
			Reviews::<T>::insert(queue.end, job);
			queue.end = queue.end.saturating_add(1);
		});
	}

	pub(crate) fn do_condemn(job: JobId, who: &T::AccountId, liability: Balance) {
		let condemned = Findings::<T>::try_mutate(job, |finding| {
			let condemned = &mut finding.as_mut().ok_or(())?.condemned;
			condemned.try_push((who.clone(), liability)).map_err(drop)
		});
		// There is a finding, with a place for each supplier, whenever one condemns. A bond is never left liable for nothing.
		if condemned.is_err() {
			T::Liabilities::pardon(who, liability);
		}
	}

	pub(crate) fn do_void_slash(job: JobId) -> DispatchResult {
		let mut finding = Findings::<T>::get(job).ok_or(Error::<T>::FindingNotFound)?;
		ensure!(!finding.condemned.is_empty(), Error::<T>::NothingToVoid);
		for (supplier, liability) in core::mem::take(&mut finding.condemned) {
			T::Liabilities::pardon(&supplier, liability);
			Self::deposit_event(Event::SlashVoided {
				job,
				supplier,
				liability,
			});
		}
		Findings::<T>::insert(job, finding);
		Ok(())
	}

	/// Let findings stand whose review is over, while there is weight.
	pub(crate) fn process_reviews(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::review_base()).is_err() {
			return;
		}
		let mut queue = FindingsQueue::<T>::get();
		let first = queue.first;
		while queue.first != queue.end && meter.can_consume(T::WeightInfo::let_stand(MAX_SUPPLIERS)) {
			let Some(condemned) = Self::let_stand(queue.first) else {
				break;
			};
			meter.consume(T::WeightInfo::let_stand(condemned));
			queue.first = queue.first.saturating_add(1);
		}
		if queue.first != first {
			FindingsQueue::<T>::put(queue);
		}
	}

	/// Returns how many suppliers lost something by it; `None` if its review is not over.
	pub(crate) fn let_stand(place: u64) -> Option<u32> {
		let Some(job) = Reviews::<T>::get(place) else {
			return Some(0);
		};
		if Findings::<T>::get(job).is_some_and(|finding| T::Jobs::now() < finding.until) {
			return None;
		}
		Reviews::<T>::remove(place);
		let Some(finding) = Findings::<T>::take(job) else {
			return Some(0);
		};
		for (supplier, liability) in &finding.condemned {
			T::Liabilities::punish(supplier, *liability, &finding.consumer, &finding.deserving);
		}
		for (who, _) in &finding.opinions {
			Self::disengage(who);
		}
		Self::deposit_event(Event::FindingStands { job });
		Some(finding.condemned.len() as u32)
	}

	/// A finding that can still be questioned.
	pub(crate) fn finding(job: JobId) -> Result<crate::FindingOf<T>, Error<T>> {
		Findings::<T>::get(job).ok_or(Error::<T>::FindingNotFound)
	}
}

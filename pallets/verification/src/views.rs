//! What the runtime APIs read.

use crate::{
	pallet::{Panels, Reputations, SeatCounts, Seats, Verifiers},
	Config, Pallet, Stage,
};
use alloc::vec::Vec;
use bme_primitives::{
	apis::{Duty, DutyStep, MemberView, PanelView, ReputationView, VerifierView},
	ByClass, Class, JobId,
};

impl<T: Config> Pallet<T> {
	/// What a verifier has to do now. Reads all panels.
	pub fn duties_view(who: &T::AccountId) -> Vec<Duty> {
		let duty = |(job, panel): (JobId, crate::PanelOf<T>)| {
			let member = panel.members.iter().find(|member| member.who == *who)?;
			let step = match panel.stage {
				Stage::Committing if member.commitment.is_none() => DutyStep::Commit,
				Stage::Revealing if member.commitment.is_some() && member.opinion.is_none() => DutyStep::Reveal,
				_ => return None,
			};
			Some(Duty {
				job,
				round: panel.round,
				step,
				until: panel.until,
				asks_shares: panel.asks_shares,
			})
		};
		Panels::<T>::iter().filter_map(duty).collect()
	}

	/// The panel on a live job.
	pub fn panel_view(job: JobId) -> Option<PanelView<T::AccountId>> {
		Panels::<T>::get(job).map(|panel| PanelView {
			round: panel.round,
			is_drawn: panel.stage != Stage::Drawing,
			is_revealing: panel.stage == Stage::Revealing,
			until: panel.until,
			asks_shares: panel.asks_shares,
			bonded_by: panel.dispute.map(|dispute| (dispute.bonded_by, dispute.bond)),
			members: panel
				.members
				.into_iter()
				.map(|member| MemberView {
					who: member.who,
					committed: member.commitment.is_some(),
					opinion: member.opinion,
				})
				.collect(),
		})
	}

	/// A verifier, and its seats.
	pub fn verifier_view(who: &T::AccountId) -> Option<VerifierView> {
		let seats = |class: Class| {
			let places = 0..*class.of(&SeatCounts::<T>::get());
			places
				.filter(|place| Seats::<T>::get(class, place).as_ref() == Some(who))
				.collect()
		};
		Verifiers::<T>::get(who).map(|verifier| VerifierView {
			allowed: verifier.allowed,
			seats: ByClass {
				agent: seats(Class::Agent),
				inference: seats(Class::Inference),
				training: seats(Class::Training),
			},
			bond: verifier.bond,
			engaged: verifier.engaged,
			faults: verifier.faults,
		})
	}

	/// What panels found of a supplier, by class.
	pub fn reputation_view(supplier: &T::AccountId) -> ByClass<Option<ReputationView>> {
		let view = |class| {
			Reputations::<T>::get(supplier, class).map(|reputation| ReputationView {
				accuracy: reputation.accuracy,
				verdicts: reputation.verdicts,
			})
		};
		ByClass {
			agent: view(Class::Agent),
			inference: view(Class::Inference),
			training: view(Class::Training),
		}
	}
}

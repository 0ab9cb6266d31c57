//! The invariants of this pallet, numbered as in the design. Each has a test that breaks it.

use crate::{
	pallet::{Findings, FindingsQueue, Panels, Reviews, SeatCounts, Seats, Verifiers},
	Config, HoldReason, Pallet,
};
use alloc::collections::BTreeMap;
use bme_primitives::{Balance, Class, Jobs};
use frame_support::{ensure, traits::fungible::InspectHold as _};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Check every invariant of this pallet. Reads all panels, findings, seats and verifiers: for tests and for runtime APIs, not for
	/// blocks.
	///
	/// 8. no panel outlives its job, no finding its review; the tokens bonded for a dispute are those of its panel.
	/// 13. seats are numbered without a gap and are those that their verifiers have; what is held of a verifier is its bond, and it is
	///     engaged in as many panels and findings as name it.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_panels()?;
		Self::check_findings()?;
		Self::check_seats()?;
		Self::check_verifiers()
	}

	fn check_panels() -> Result<(), TryRuntimeError> {
		let mut bonds = BTreeMap::<T::AccountId, Balance>::new();
		for (job, panel) in Panels::<T>::iter() {
			let parties = T::Jobs::parties(job).ok_or("invariant 8: a panel outlives its job")?;
			ensure!(panel.outcome.is_none(), "invariant 8: a panel outlives its finding");
			let is_party = panel.members.iter().any(|member| parties.concerns(&member.who));
			ensure!(!is_party, "invariant 13: a member of a panel is a party of its job");
			if let Some(dispute) = panel.dispute {
				let bond = bonds.entry(dispute.bonded_by).or_default();
				*bond = bond.saturating_add(dispute.bond);
			}
		}
		for (who, bond) in bonds {
			ensure!(
				T::Currency::balance_on_hold(&HoldReason::DisputeBond.into(), &who) == bond,
				"invariant 8: what is bonded for disputes is not what is held"
			);
		}
		Ok(())
	}

	fn check_findings() -> Result<(), TryRuntimeError> {
		let queue = FindingsQueue::<T>::get();
		let open = queue
			.end
			.checked_sub(queue.first)
			.ok_or("invariant 8: the reviews end before they begin")?;
		ensure!(
			Reviews::<T>::iter().count() as u64 == open && Findings::<T>::iter().count() as u64 == open,
			"invariant 8: a finding is not in review"
		);
		let are_placed = Reviews::<T>::iter()
			.all(|(place, job)| (queue.first..queue.end).contains(&place) && Findings::<T>::contains_key(job));
		ensure!(are_placed, "invariant 8: a review is of no finding");
		Ok(())
	}

	fn check_seats() -> Result<(), TryRuntimeError> {
		let counts = SeatCounts::<T>::get();
		let mut seats = BTreeMap::<T::AccountId, u32>::new();
		for class in Class::ALL {
			let count = *class.of(&counts);
			ensure!(
				Seats::<T>::iter_prefix(class).count() as u32 == count,
				"invariant 13: seats are not counted right"
			);
			for seat in 0..count {
				let who = Seats::<T>::get(class, seat).ok_or("invariant 13: there is a gap between seats")?;
				let has = seats.entry(who).or_default();
				*has = has.saturating_add(1);
			}
		}
		let of_verifiers: BTreeMap<_, _> = Verifiers::<T>::iter()
			.map(|(who, verifier)| (who, verifier.seats))
			.filter(|(_, seats)| *seats > 0)
			.collect();
		ensure!(
			seats == of_verifiers,
			"invariant 13: a verifier has other seats than are its own"
		);
		Ok(())
	}

	fn check_verifiers() -> Result<(), TryRuntimeError> {
		let mut engaged = BTreeMap::<T::AccountId, u32>::new();
		let in_panels = Panels::<T>::iter_values()
			.flat_map(|panel| panel.members)
			.map(|member| member.who);
		let in_findings = Findings::<T>::iter_values()
			.flat_map(|finding| finding.opinions)
			.map(|(who, _)| who);
		for who in in_panels.chain(in_findings) {
			let times = engaged.entry(who).or_default();
			*times = times.saturating_add(1);
		}
		for (who, verifier) in Verifiers::<T>::iter() {
			ensure!(
				T::Currency::balance_on_hold(&HoldReason::SeatBond.into(), &who) == verifier.bond,
				"invariant 13: what is held of a verifier is not its bond"
			);
			ensure!(
				verifier.engaged == engaged.remove(&who).unwrap_or_default(),
				"invariant 13: a verifier is engaged in other panels than name it"
			);
		}
		ensure!(engaged.is_empty(), "invariant 13: a member of a panel is no verifier");
		Ok(())
	}
}

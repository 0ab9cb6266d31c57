//! How the policy changes: noted by anyone, adopted by governance, in force at an epoch boundary.
//!
//! What is wrong with a policy is said when it is noted, because a referendum never looks into its call.

use crate::{
	pallet::{
		Anchors, Candidates, CurrentEpoch, EpochRecords, MintedTotal, PendingPolicy, Policy, RemintedTotal, TimeScale,
	},
	types::{Candidate, Pending},
	CandidateOf, Config, Epoch, Error, Event, Pallet,
};
use alloc::vec::Vec;
use bme_economics::{
	project, project_all, Change, ChangeError, Direction, Outlook, Policy as PolicyRecord, PolicyError, DAY,
};
use bme_primitives::{
	apis::{ChangeView, PolicyRefusal, PolicyReview, PreviewError, Projected, Scenario},
	Balance, EpochIndex, Moment, PriceSource,
};
use codec::Encode;
use frame_support::{
	ensure,
	traits::{fungible::Inspect as _, Consideration, Footprint, Get},
};
use sp_core::H256;
use sp_io::hashing::blake2_256;
use sp_runtime::{DispatchError, DispatchResult};

/// How many epochs a candidate is projected under each scenario before it is stored.
pub(crate) const PROJECTED_EPOCHS: u32 = 32;
/// The most epochs of a preview.
const MAX_PREVIEW: u32 = 366;
/// An anchor is kept for each month of this length,
const MONTH: Moment = 30 * DAY;
/// and so many of them: a year.
const ANCHORS: u32 = 12;

/// What names a policy: blake2-256 of its encoding.
pub fn policy_hash(policy: &PolicyRecord) -> H256 {
	policy.using_encoded(blake2_256).into()
}

impl<T: Config> Pallet<T> {
	/// Returns the most terms of a schedule that it evaluated.
	pub(crate) fn do_note_policy(noter: T::AccountId, policy: PolicyRecord, base: H256) -> Result<u32, DispatchError> {
		let hash = policy_hash(&policy);
		let (direction, terms) = Self::ensure_change(&policy, base)?;
		if let Some(stale) = Candidates::<T>::get(hash) {
			ensure!(stale.base != base, Error::<T>::CandidateExists);
			stale.ticket.drop(&stale.noter)?;
		}
		project_all(&policy, &Self::outlook(), PROJECTED_EPOCHS).map_err(|_| Error::<T>::ProjectionBroken)?;
		let ticket = T::CandidateConsideration::new(&noter, Footprint::from_parts(1, policy.encoded_size()))?;
		Self::deposit_event(Event::PolicyNoted {
			policy_hash: hash,
			noter: noter.clone(),
			direction,
		});
		Candidates::<T>::insert(
			hash,
			Candidate {
				policy,
				base,
				noter,
				noted_in: Self::current_index(),
				ticket,
			},
		);
		Ok(terms)
	}

	pub(crate) fn do_withdraw_policy(noter: T::AccountId, hash: H256) -> DispatchResult {
		let candidate = Candidates::<T>::get(hash).ok_or(Error::<T>::CandidateNotFound)?;
		ensure!(candidate.noter == noter, Error::<T>::NotNoter);
		ensure!(!Self::may_be_voted_on(&candidate), Error::<T>::CandidateLocked);
		candidate.ticket.drop(&noter)?;
		Candidates::<T>::remove(hash);
		Self::deposit_event(Event::PolicyWithdrawn { policy_hash: hash });
		Ok(())
	}

	/// Whether a referendum on this candidate could still adopt it: it follows the policy in force, and was noted lately.
	fn may_be_voted_on(candidate: &CandidateOf<T>) -> bool {
		let follows = Policy::<T>::get().is_some_and(|policy| policy_hash(&policy) == candidate.base);
		let age = Self::current_index().saturating_sub(candidate.noted_in);
		follows && age < T::HistoryDepth::get()
	}

	/// `allowed` is the loosest change that the origin may make.
	pub(crate) fn do_adopt_policy(allowed: Direction, hash: H256) -> DispatchResult {
		let candidate = Candidates::<T>::get(hash).ok_or(Error::<T>::CandidateNotFound)?;
		let (direction, _) = Self::ensure_change(&candidate.policy, candidate.base)?;
		ensure!(
			direction == Direction::Tightens || allowed == Direction::Loosens,
			Error::<T>::MayOnlyTighten
		);
		if let Some(pending) = PendingPolicy::<T>::get() {
			let change = pending.policy.direction_to(&candidate.policy, Self::schedule_time());
			let is_tighter = change == Direction::Tightens && pending.policy != candidate.policy;
			ensure!(is_tighter, Error::<T>::PolicyPending);
		}
		candidate.ticket.drop(&candidate.noter)?;
		Candidates::<T>::remove(hash);
		let activates = Self::next_activation();
		PendingPolicy::<T>::put(Pending {
			policy: candidate.policy,
			activates,
		});
		Self::deposit_event(Event::PolicyAdopted {
			policy_hash: hash,
			direction,
			activates,
		});
		Ok(())
	}

	pub(crate) fn do_cancel_policy() -> DispatchResult {
		let pending = PendingPolicy::<T>::take().ok_or(Error::<T>::NoPolicyPending)?;
		Self::deposit_event(Event::PolicyCancelled {
			policy_hash: policy_hash(&pending.policy),
		});
		Ok(())
	}

	/// The policy of the epoch `index`, which begins at `start` (milliseconds since time zero), and its version: the one in
	/// force, or the pending one if its time has come.
	pub(crate) fn policy_of_next(
		policy: PolicyRecord,
		version: u32,
		index: EpochIndex,
		start: Moment,
	) -> (PolicyRecord, u32) {
		let Some(pending) = PendingPolicy::<T>::get().filter(|pending| pending.activates <= index) else {
			return (policy, version);
		};
		PendingPolicy::<T>::kill();
		// At most one an epoch, of which there are as many.
		let version = version.saturating_add(1);
		Self::deposit_event(Event::PolicyActivated {
			policy_hash: policy_hash(&pending.policy),
			version,
			epoch: index,
		});
		for change in policy.compare(&pending.policy, start) {
			Self::deposit_event(Event::ParameterChanged {
				parameter: change.parameter,
				before: change.before,
				after: change.after,
			});
		}
		Policy::<T>::put(&pending.policy);
		(pending.policy, version)
	}

	/// Keep the policy in force in a month, and forget that of more than a year ago.
	pub(crate) fn anchor(policy: &PolicyRecord, start: Moment) {
		let month = Self::month_of(start);
		if Anchors::<T>::contains_key(month) {
			return;
		}
		Anchors::<T>::insert(month, policy);
		let is_old = |kept: &u32| *kept < month.saturating_sub(ANCHORS);
		let old: Vec<_> = Anchors::<T>::iter_keys().filter(is_old).collect();
		old.into_iter().for_each(Anchors::<T>::remove);
	}

	/// Whether `new` may follow the policy in force; which way it goes, and the most terms of a schedule that were looked at.
	fn ensure_change(new: &PolicyRecord, base: H256) -> Result<(Direction, u32), Error<T>> {
		let policy = Policy::<T>::get().ok_or(Error::<T>::NoPolicy)?;
		ensure!(policy_hash(&policy) == base, Error::<T>::StaleBase);
		Self::change_of(&policy, new).map_err(|refusal| match refusal {
			PolicyRefusal::Policy(PolicyError::OutOfBounds(_)) => Error::<T>::PolicyOutOfBounds,
			PolicyRefusal::Policy(PolicyError::Schedule(_)) => Error::<T>::ScheduleMalformed,
			PolicyRefusal::Policy(PolicyError::SharesAboveOne) => Error::<T>::PoolSharesAboveOne,
			PolicyRefusal::Policy(PolicyError::LifetimeCapExceeded) => Error::<T>::LifetimeCapExceeded,
			PolicyRefusal::Change(ChangeError::Unchanged) => Error::<T>::PolicyUnchanged,
			PolicyRefusal::Change(ChangeError::StepTooLarge(_)) => Error::<T>::StepTooLarge,
			PolicyRefusal::Change(ChangeError::YearTooLarge(_)) => Error::<T>::YearTooLarge,
			PolicyRefusal::Change(ChangeError::FloorPriceTooHigh) => Error::<T>::FloorPriceTooHigh,
			PolicyRefusal::Projection(_) => Error::<T>::ProjectionBroken,
			PolicyRefusal::NoPolicy => Error::<T>::NoPolicy,
		})
	}

	/// Amounts of a schedule are looked at from now and from when the new one would rule: it could hold anything then.
	fn change_of(policy: &PolicyRecord, new: &PolicyRecord) -> Result<(Direction, u32), PolicyRefusal> {
		let now = Self::schedule_time();
		let average_price = T::Price::facts().map(|facts| facts.ema);
		let anchor = Self::a_year_ago(now).unwrap_or_else(|| policy.clone());
		new.validate_at(now, Self::minted_new())
			.map_err(PolicyRefusal::Policy)?;
		for at in [now, Self::next_activation_time()] {
			policy
				.step_ok(new, at, average_price)
				.and_then(|()| policy.year_ok(new, &anchor, at))
				.map_err(PolicyRefusal::Change)?;
		}
		let terms = [policy, new, &anchor].map(|policy| policy.schedule.terms.len());
		let most = terms.into_iter().max().unwrap_or_default();
		Ok((policy.direction_to(new, now), most as u32))
	}

	/// The policy that was in force a year ago, or the oldest one that is known since.
	fn a_year_ago(now: Moment) -> Option<PolicyRecord> {
		let month = Self::month_of(now);
		(month.saturating_sub(ANCHORS)..=month).find_map(Anchors::<T>::get)
	}

	fn month_of(time: Moment) -> u32 {
		// `u64` milliseconds are fewer months than `u32` holds.
		time.checked_div(MONTH).unwrap_or_default() as u32
	}

	fn current_index() -> EpochIndex {
		CurrentEpoch::<T>::get().map_or(0, |epoch| epoch.index)
	}

	/// The first epoch that a policy adopted now would rule: whole epochs lie in between. One that replaces a pending policy takes over
	/// its epoch, so that what was adopted is not postponed by what is tighter.
	fn next_activation() -> EpochIndex {
		if let Some(pending) = PendingPolicy::<T>::get() {
			return pending.activates;
		}
		let scale = TimeScale::<T>::get();
		let delay = T::PolicyDelay::get().checked_div(scale).unwrap_or_default().max(1);
		Self::current_index().saturating_add(delay).saturating_add(1)
	}

	/// When that epoch begins if none closes late, milliseconds since time zero.
	fn next_activation_time() -> Moment {
		CurrentEpoch::<T>::get().map_or(0, |epoch| {
			let epochs = Self::next_activation().saturating_sub(epoch.index);
			Self::schedule_time().saturating_add(epoch.length.saturating_mul(epochs.into()))
		})
	}

	/// When the open epoch began, milliseconds since time zero.
	fn schedule_time() -> Moment {
		CurrentEpoch::<T>::get().map_or(0, |epoch| epoch.start.saturating_sub(epoch.zero))
	}

	/// All that was minted, without what was minted again.
	pub(crate) fn minted_new() -> Balance {
		MintedTotal::<T>::iter_values()
			.fold(0, Balance::saturating_add)
			.saturating_sub(RemintedTotal::<T>::get())
	}

	/// Where a projection of this chain begins: at the beginning of the open epoch, with the use of the last one.
	pub(crate) fn outlook() -> Outlook {
		let epoch = CurrentEpoch::<T>::get();
		let last = epoch
			.as_ref()
			.and_then(|epoch| epoch.index.checked_sub(1))
			.and_then(EpochRecords::<T>::get);
		let burned_since = epoch
			.as_ref()
			.map_or(0, |epoch| Self::burned_by_use().saturating_sub(epoch.burned_before));
		Outlook {
			number: 0,
			index: epoch.as_ref().map_or(0, |epoch| epoch.index),
			start: Self::schedule_time(),
			measured: last.as_ref().map_or(0, |record| record.elapsed),
			burned: last.as_ref().map_or(0, |record| record.burned),
			points: last.map(|record| record.points).unwrap_or_default(),
			block_time: T::BlockTime::get(),
			issuance: T::Currency::total_issuance().saturating_add(burned_since),
			minted: Self::minted_new(),
			emission: epoch.map(|epoch: Epoch| epoch.emission).unwrap_or_default(),
		}
	}

	/// What a policy would change, and whether it could be noted now.
	pub fn review_policy(new: &PolicyRecord) -> Result<PolicyReview, PolicyRefusal> {
		let policy = Policy::<T>::get().ok_or(PolicyRefusal::NoPolicy)?;
		let (direction, _) = Self::change_of(&policy, new)?;
		project_all(new, &Self::outlook(), PROJECTED_EPOCHS).map_err(PolicyRefusal::Projection)?;
		Ok(PolicyReview {
			policy_hash: policy_hash(new),
			base: policy_hash(&policy),
			direction,
			changes: policy.compare(new, Self::schedule_time()),
		})
	}

	/// What a candidate would change in the policy in force, and how far each number could go.
	pub fn describe_change(candidate: H256) -> Result<Vec<ChangeView>, PreviewError> {
		let policy = Policy::<T>::get().ok_or(PreviewError::NoPolicy)?;
		let candidate = Candidates::<T>::get(candidate).ok_or(PreviewError::CandidateNotFound)?;
		let describe = |change: Change| {
			let (bounds, step) = (change.parameter.bounds(), change.parameter.step(change.before));
			ChangeView {
				parameter: change.parameter,
				before: change.before,
				after: change.after,
				direction: change.direction,
				least: *bounds.start(),
				most: *bounds.end(),
				step,
				step_left: step.saturating_sub(change.before.abs_diff(change.after)),
			}
		};
		let changes = policy.compare(&candidate.policy, Self::schedule_time());
		Ok(changes.into_iter().map(describe).collect())
	}

	/// The epochs ahead under the policy in force and whichever is pending; or under a candidate, as if it were adopted now.
	pub fn preview_policy(
		candidate: Option<H256>,
		scenario: Scenario,
		epochs: u32,
	) -> Result<Vec<Projected>, PreviewError> {
		ensure!(epochs <= MAX_PREVIEW, PreviewError::TooManyEpochs);
		let policy = Policy::<T>::get().ok_or(PreviewError::NoPolicy)?;
		let next = match candidate {
			None => PendingPolicy::<T>::get().map(|pending| (pending.policy, pending.activates)),
			Some(hash) => {
				let candidate = Candidates::<T>::get(hash).ok_or(PreviewError::CandidateNotFound)?;
				Some((candidate.policy, Self::next_activation()))
			}
		};
		let outlook = Self::outlook();
		let Some((next, activates)) = next else {
			return Ok(project(&policy, &outlook, scenario, epochs).0);
		};
		let before = activates.saturating_sub(outlook.index).min(epochs);
		let (mut rows, then) = project(&policy, &outlook, scenario, before);
		rows.extend(project(&next, &then, scenario, epochs.saturating_sub(before)).0);
		Ok(rows)
	}
}

//! Which jobs are checked that nobody disputed, and what is known of suppliers.

use crate::{
	pallet::{Reputations, SamplingTerms},
	BlockOf, Config, Event, Pallet, Reputation, RETRY,
};
use bme_economics::{accuracy_after, sampling_chance};
use bme_primitives::{Balance, Class, JobId, JobParties, Lots, Sampling};
use codec::Encode;
use frame_support::traits::Randomness;
use sp_io::hashing::blake2_256;
use sp_runtime::{DispatchResult, PerThing, Perbill};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_sampling(after: Sampling) -> DispatchResult {
		let before = SamplingTerms::<T>::mutate(|terms| core::mem::replace(terms, after));
		Self::deposit_event(Event::SamplingSet { before, after });
		Ok(())
	}

	/// A job that is never checked, or that nobody could check, does not wait for the randomness.
	pub(crate) fn draw_lots(job: JobId, since: BlockOf<T>, parties: &JobParties<T::AccountId>) -> Lots {
		let chance = Self::chance(parties);
		if chance.is_zero() || !Self::has_quorum(parties.class) {
			return Lots::Spared;
		}
		let Some(seed) = Self::seed(&(b"lots", job).encode(), since) else {
			return Lots::Later(RETRY);
		};
		if number(&seed) % u64::from(Perbill::ACCURACY) < u64::from(chance.deconstruct()) {
			Lots::Drawn
		} else {
			Lots::Spared
		}
	}

	/// The chance that a job is checked: by the supplier of whom the least good is known.
	fn chance(parties: &JobParties<T::AccountId>) -> Perbill {
		let Sampling {
			known,
			unknown,
			min_burn,
		} = SamplingTerms::<T>::get();
		let known = *parties.class.of(&known);
		if known.is_zero() && unknown.is_zero() {
			return Perbill::zero();
		}
		let burn: Balance = parties.burn;
		let chances = parties.suppliers.iter().map(|terms| {
			let accuracy = Self::accuracy(&terms.account, parties.class);
			sampling_chance(known, unknown, accuracy, burn, min_burn)
		});
		chances.max().unwrap_or_default()
	}

	/// A seed for `subject` that nobody knew at block `since`, if there is one yet.
	pub(crate) fn seed(subject: &[u8], since: BlockOf<T>) -> Option<[u8; 32]> {
		let (random, known_since) = T::Randomness::random(subject);
		(since < known_since).then(|| blake2_256(random.as_ref()))
	}

	/// What is known of a supplier; nothing of one that no panel judged.
	fn accuracy(who: &T::AccountId, class: Class) -> Perbill {
		Reputations::<T>::get(who, class).map_or(Perbill::zero(), |reputation| reputation.accuracy)
	}

	/// Remember what a panel found of a supplier, in a job that burns so much. Approvals do not count: they can be bought.
	pub(crate) fn learn(who: &T::AccountId, class: Class, quality: Perbill, burn: Balance, min_burn: Balance) {
		let reputation = Reputations::<T>::mutate(who, class, |reputation| {
			let before = reputation.unwrap_or_default();
			*reputation.insert(Reputation {
				accuracy: accuracy_after(before.accuracy, quality, burn, min_burn),
				verdicts: before.verdicts.saturating_add(1),
			})
		});
		Self::deposit_event(Event::ReputationChanged {
			supplier: who.clone(),
			class,
			accuracy: reputation.accuracy,
			verdicts: reputation.verdicts,
		});
	}
}

/// The first bytes of a seed as a number.
pub(crate) fn number(seed: &[u8; 32]) -> u64 {
	let mut bytes = [0; 8];
	bytes.copy_from_slice(&seed[..8]);
	u64::from_le_bytes(bytes)
}

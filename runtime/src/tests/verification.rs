//! By what panels are drawn, when, and when seats change.

use super::{genesis, on_development_chain};
use crate::{configs::verification::ThirdOfSession, constants::SESSION_SLOTS, Babe, Runtime, Session};
use frame_support::{
	traits::{ConstU32, Get},
	BoundedVec,
};
use pallet_babe::{NextRandomness, SegmentIndex, UnderConstruction};
use pallet_verification::Phase;
use sp_genesis_builder::DEV_RUNTIME_PRESET;

#[test]
fn session_should_have_a_third_for_draws_and_a_third_for_seats() {
	on_development_chain(|| {
		let begin = *Babe::current_epoch_start();
		let phases = (0..SESSION_SLOTS).map(|slot| {
			pallet_babe::CurrentSlot::<Runtime>::put(sp_consensus_babe::Slot::from(begin + slot));
			<ThirdOfSession as Get<Phase>>::get()
		});
		let third = SESSION_SLOTS as usize / 3;
		let expected = [Phase::Drawing, Phase::Seating, Phase::Waiting];
		assert!(phases.eq(expected.into_iter().flat_map(|phase| std::iter::repeat_n(phase, third))));
	});
}

#[test]
fn randomness_should_be_of_all_that_authors_made_known_when_a_session_ends() {
	// Of a session as it is, and of one that fills more than a segment of BABE's.
	for segments in [vec![15], vec![256, 3]] {
		let randomness_after = |last: u8| {
			genesis(DEV_RUNTIME_PRESET).execute_with(|| {
				for (segment, count) in (0..).zip(&segments) {
					let made = vec![[segment as u8; 32]; *count];
					UnderConstruction::<Runtime>::insert(segment, BoundedVec::<_, ConstU32<256>>::truncate_from(made));
					SegmentIndex::<Runtime>::put(segment);
				}
				UnderConstruction::<Runtime>::mutate(SegmentIndex::<Runtime>::get(), |made| made[0] = [last; 32]);
				Session::rotate_session();
				assert_eq!(
					(
						UnderConstruction::<Runtime>::iter().count(),
						SegmentIndex::<Runtime>::get()
					),
					(0, 0)
				);
				NextRandomness::<Runtime>::get()
			})
		};
		assert_ne!(randomness_after(7), randomness_after(8));
	}
}

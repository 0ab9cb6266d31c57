//! When panels are drawn and seats change.

use super::on_development_chain;
use crate::{configs::verification::ThirdOfSession, constants::SESSION_SLOTS, Babe, Runtime};
use frame_support::traits::Get;
use pallet_verification::Phase;

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

//! What happens to a validator that provably misbehaved.

use crate::{Config, Event, Offenders, Pallet, Validators, WeightInfo, LOG_TARGET};
use frame_support::weights::Weight;
use pallet_session::historical::IdentificationTuple;
use sp_runtime::Perbill;
use sp_staking::{
	offence::{OffenceDetails, OffenceSeverity, OnOffenceHandler},
	SessionIndex,
};

impl<T: Config> OnOffenceHandler<T::AccountId, IdentificationTuple<T>, Weight> for Pallet<T> {
	fn on_offence(
		offenders: &[OffenceDetails<T::AccountId, IdentificationTuple<T>>],
		slash_fraction: &[Perbill],
		session: SessionIndex,
	) -> Weight {
		for (details, fraction) in offenders.iter().zip(slash_fraction) {
			let (validator, ()) = &details.offender;
			pallet_session::Pallet::<T>::report_offence(validator.clone(), OffenceSeverity(*fraction));
			Self::note_offender(validator, session, *fraction);
			Self::slash(validator, session, *fraction);
		}
		<T as Config>::WeightInfo::on_offence().saturating_mul(offenders.len() as u64)
	}
}

impl<T: Config> Pallet<T> {
	/// Reports repeat offenders that were named before, so only one that is listed and not noted yet is noted.
	fn note_offender(who: &T::AccountId, session: SessionIndex, fraction: Perbill) {
		if !Validators::<T>::get().contains(who) {
			return;
		}
		let noted =
			Offenders::<T>::mutate(|offenders| !offenders.contains(who) && offenders.try_push(who.clone()).is_ok());
		if noted {
			log::warn!(target: LOG_TARGET, "{who:?} leaves the list for an offence in session {session}");
			Self::deposit_event(Event::OffenceReported {
				validator: who.clone(),
				session,
				fraction,
			});
		}
	}
}

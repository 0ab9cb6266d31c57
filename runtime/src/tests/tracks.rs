//! The periods of governance follow the genesis setting.

use super::on_development_chain;
use crate::{
	constants::{DAYS, HOURS, MINUTES},
	governance::{
		origins::Origin,
		scaled,
		tracks::{TracksInfo, EMERGENCY, EMISSION_LOOSENING, EMISSION_TIGHTENING, ROOT},
	},
	Runtime, RuntimeOrigin,
};
use frame_support::traits::OriginTrait;
use pallet_referenda::TracksInfo as _;
use sp_keyring::Sr25519Keyring::Alice;
use sp_runtime::Perbill;

#[test]
fn periods_should_be_divided_when_the_genesis_scales_time() {
	on_development_chain(|| {
		assert_eq!(scaled(14 * DAYS), 14 * DAYS / 60);
		assert_eq!(scaled(6 * HOURS), 6 * MINUTES);
		assert_eq!(scaled(HOURS), MINUTES);
		// Never shorter than a minute, and never longer than asked.
		assert_eq!(scaled(2 * MINUTES), MINUTES);
		assert_eq!(scaled(3), 3);
	});
}

#[test]
fn periods_should_be_whole_when_the_network_is_public() {
	on_development_chain(|| {
		pallet_bme::TimeScale::<Runtime>::put(1);
		let track = TracksInfo::info(ROOT).expect("there is a root track");
		assert_eq!(track.decision_period, 14 * DAYS);
		assert_eq!(track.confirm_period, 6 * HOURS);
	});
}

#[test]
fn track_should_be_found_when_the_origin_has_one() {
	on_development_chain(|| {
		assert_eq!(TracksInfo::track_for(RuntimeOrigin::root().caller()), Ok(ROOT));
		let tightening = RuntimeOrigin::from(Origin::EmissionTightening);
		assert_eq!(TracksInfo::track_for(tightening.caller()), Ok(EMISSION_TIGHTENING));
		let signed = RuntimeOrigin::signed(Alice.to_account_id());
		assert_eq!(TracksInfo::track_for(signed.caller()), Err(()));
		assert_eq!(TracksInfo::check_integrity(), Ok(()));
	});
}

/// What a track asks for at each hundredth of its decision period: approval and support.
fn curves_of(track: u16) -> Vec<(Perbill, Perbill)> {
	let track = TracksInfo::info(track).expect("the track exists");
	(0..=100)
		.map(|hundredth| {
			let at = Perbill::from_percent(hundredth);
			(track.min_approval.threshold(at), track.min_support.threshold(at))
		})
		.collect()
}

/// Whether a track asks for no more than another at a time, but for a rounding.
fn is_at_most((approval, support): (Perbill, Perbill), (most, most_support): (Perbill, Perbill)) -> bool {
	let is_below = |asked: Perbill, most: Perbill| asked.deconstruct() <= most.deconstruct() + 10;
	is_below(approval, most) && is_below(support, most_support)
}

#[test]
fn tightening_should_be_easier_than_loosening_when_at_any_time() {
	on_development_chain(|| {
		let pairs = curves_of(EMISSION_TIGHTENING)
			.into_iter()
			.zip(curves_of(EMISSION_LOOSENING));
		for (place, (tightening, loosening)) in pairs.enumerate() {
			assert!(is_at_most(tightening, loosening), "at {place} %");
			// In the end both need a bare majority of whoever votes.
			assert!(tightening.1 < loosening.1 || place == 100, "at {place} %");
		}
		let period = |track| TracksInfo::info(track).map(|track| track.decision_period);
		assert!(period(EMISSION_TIGHTENING) < period(EMISSION_LOOSENING));
	});
}

#[test]
fn track_should_ask_for_no_more_than_root_when_it_is_any_but_the_emergency() {
	on_development_chain(|| {
		let root = curves_of(ROOT);
		for track in TracksInfo::tracks().filter(|track| track.id != EMERGENCY) {
			let pairs = curves_of(track.id).into_iter().zip(&root);
			for (place, (asked, root)) in pairs.enumerate() {
				assert!(is_at_most(asked, *root), "track {} at {place} %", track.id);
			}
		}
	});
}

#[test]
fn emergency_should_be_over_within_an_hour_when_enough_agree() {
	on_development_chain(|| {
		pallet_bme::TimeScale::<Runtime>::put(1);
		let track = TracksInfo::info(EMERGENCY).expect("there is an emergency track");
		let least = track.prepare_period + track.confirm_period + track.min_enactment_period;
		assert!(least <= HOURS / 2);
		assert_eq!(
			curves_of(EMERGENCY)[100],
			(Perbill::from_percent(67), Perbill::from_percent(5))
		);
	});
}

//! The periods of governance follow the genesis setting.

use super::on_development_chain;
use crate::{
	constants::{DAYS, HOURS, MINUTES},
	governance::{
		scaled,
		tracks::{TracksInfo, ROOT},
	},
	OriginCaller, Runtime, RuntimeOrigin,
};
use frame_support::traits::OriginTrait;
use pallet_referenda::TracksInfo as _;
use sp_keyring::Sr25519Keyring::Alice;

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
fn track_should_be_found_when_the_origin_is_root_only() {
	on_development_chain(|| {
		assert_eq!(TracksInfo::track_for(RuntimeOrigin::root().caller()), Ok(ROOT));
		let signed = RuntimeOrigin::signed(Alice.to_account_id());
		assert_eq!(TracksInfo::track_for(signed.caller()), Err(()));
		assert_eq!(TracksInfo::check_integrity(), Ok(()));
		assert!(matches!(RuntimeOrigin::root().caller(), OriginCaller::system(_)));
	});
}

//! The tracks on which referenda are decided: root's, one for each origin of [`super::origins`], and the technical collective's own.
//!
//! A curve says what a referendum needs at each moment of its decision period: of the votes cast, how many are aye (approval), and of
//! all active tokens, how many voted aye (support). It falls over the period, so that what nearly everyone wants passes soon, and what
//! only a few care for passes late or not at all. A track that asked for more than root's could be evaded there; only the emergency's does,
//! which is over before root's begins to ask for less.

use super::{origins::Origin, scaled};
use crate::{
	constants::{DAYS, HOURS, MINUTES},
	Balance, BlockNumber, OriginCaller,
};
use alloc::borrow::Cow;
use bme_primitives::TOKEN;
use pallet_referenda::{Curve, Track, TrackInfo};
use sp_runtime::{str_array as s, FixedI64, Perbill};

/// Falls from `from` to `to` per cent of the votes, or of the active tokens, by the same amount every day.
const fn falling(from: u32, to: u32) -> Curve {
	Curve::LinearDecreasing {
		length: Perbill::from_percent(100),
		floor: Perbill::from_percent(to),
		ceil: Perbill::from_percent(from),
	}
}

/// Falls from `from` per cent, fast at first: to `at_a_quarter` per cent when a quarter of the period is over, and towards `to`.
const fn easing(from: u32, at_a_quarter: u32, to: u32) -> Curve {
	Curve::make_reciprocal(
		1,
		4,
		FixedI64::from_rational(at_a_quarter as u128, 100),
		FixedI64::from_rational(to as u128, 100),
		FixedI64::from_rational(from as u128, 100),
	)
}

/// Of nearly everyone at first, of a bare majority in the end: nothing that can change everything passes in a rush.
const APPROVAL_WEIGHTY: Curve = falling(100, 50);
/// Half of all active tokens at first, and nearly none in the end: a chain whose holders sleep can still be repaired.
const SUPPORT_WEIGHTY: Curve = falling(50, 1);

/// A bare majority from early on: what takes away from no one's tokens, and can be taken back on the loosening track, should not
/// hang on a few nays.
const APPROVAL_TIGHTENING: Curve = falling(60, 50);
/// A quarter of the active tokens at once, a twentieth after a quarter of the period.
const SUPPORT_TIGHTENING: Curve = easing(25, 5, 1);

/// Four fifths after a quarter of the period, then slowly a majority: who is to be trusted should not be contested.
const APPROVAL_OFFICE: Curve = easing(100, 80, 50);
/// A quarter of the active tokens at once, a tenth after a quarter of the period: an office concerns fewer than money does.
const SUPPORT_OFFICE: Curve = easing(25, 10, 1);

/// As for an office; spending is never urgent.
const APPROVAL_TREASURY: Curve = APPROVAL_OFFICE;
/// Half of the active tokens at first, falling evenly: what a few gain is paid by all.
const SUPPORT_TREASURY: Curve = falling(50, 1);

/// Nine tenths at once, two thirds in the end: an alarm that a third calls false is none.
const APPROVAL_EMERGENCY: Curve = falling(90, 67);
/// A quarter of the active tokens at once, a twentieth in the end: fast only where many see the danger.
const SUPPORT_EMERGENCY: Curve = falling(25, 5);

/// Four fifths after a quarter of the period: stopping what others vote on is not to be had by a slight majority.
const APPROVAL_STOP: Curve = easing(100, 80, 50);
/// A tenth of the active tokens after a quarter of the period: it has to be faster than what it stops.
const SUPPORT_STOP: Curve = easing(25, 10, 1);

/// As for an office, sooner: the technical collective has looked at it.
const APPROVAL_WHITELISTED: Curve = APPROVAL_OFFICE;
/// Half of the active tokens at once, a tenth after a quarter of the period: what root may do is not to be had by a few.
const SUPPORT_WHITELISTED: Curve = easing(50, 10, 1);

/// Two thirds of the votes of the technical collective, by rank.
const APPROVAL_FELLOWS: Curve = falling(67, 67);
/// Three quarters of its voters at once, a half in the end: silence is no word of experts.
const SUPPORT_FELLOWS: Curve = falling(75, 50);

/// Root: everything.
pub const ROOT: u16 = 0;
/// What the technical collective whitelisted, as root and sooner.
pub const WHITELISTED_CALLER: u16 = 1;
/// Adopt a policy that is provably tighter.
pub const EMISSION_TIGHTENING: u16 = 10;
/// Adopt any policy that can be noted.
pub const EMISSION_LOOSENING: u16 = 11;
/// Who feeds the token price.
pub const PRICE_FEEDERS: u16 = 12;
/// What is measured and who reports it; on what evidence may rest.
pub const MERIT: u16 = 13;
/// Who attests payments; the terms of their providers.
pub const FIAT_GATEWAY: u16 = 14;
/// Who makes blocks.
pub const VALIDATORS: u16 = 15;
/// Spending.
pub const TREASURY: u16 = 16;
/// Who belongs to the technical collective.
pub const FELLOWSHIP_ADMIN: u16 = 17;
/// Pauses, and stopping a policy that was adopted.
pub const EMERGENCY: u16 = 20;
/// Cancelling a referendum.
pub const REFERENDUM_CANCELLER: u16 = 21;
/// Killing a referendum and burning its deposits.
pub const REFERENDUM_KILLER: u16 = 22;
/// The technical collective's own, on which only its members vote.
pub const FELLOWS: u16 = 30;

/// An office: price feeders, merit, the gateway, validators, the technical collective. A week, for votes that come often and concern few.
const fn office(id: u16, name: [u8; 25]) -> Track<u16, Balance, BlockNumber> {
	Track {
		id,
		info: TrackInfo {
			name,
			max_deciding: 5,
			decision_deposit: 1_000 * TOKEN,
			prepare_period: HOURS,
			decision_period: 7 * DAYS,
			confirm_period: 3 * HOURS,
			min_enactment_period: HOURS,
			min_approval: APPROVAL_OFFICE,
			min_support: SUPPORT_OFFICE,
		},
	}
}

/// The tracks of a public network, by number.
static TRACKS: [Track<u16, Balance, BlockNumber>; 13] = [
	Track {
		id: ROOT,
		info: TrackInfo {
			name: s("root"),
			max_deciding: 1,
			decision_deposit: 10_000 * TOKEN,
			prepare_period: HOURS,
			decision_period: 14 * DAYS,
			confirm_period: 6 * HOURS,
			min_enactment_period: 6 * HOURS,
			min_approval: APPROVAL_WEIGHTY,
			min_support: SUPPORT_WEIGHTY,
		},
	},
	// A repair: hours instead of days where half of all tokens agree with the technical collective.
	Track {
		id: WHITELISTED_CALLER,
		info: TrackInfo {
			name: s("whitelisted_caller"),
			max_deciding: 5,
			decision_deposit: 5_000 * TOKEN,
			prepare_period: HOURS / 2,
			decision_period: 14 * DAYS,
			confirm_period: HOURS / 2,
			min_enactment_period: 10 * MINUTES,
			min_approval: APPROVAL_WHITELISTED,
			min_support: SUPPORT_WHITELISTED,
		},
	},
	// Half of the time of loosening: less can go wrong.
	Track {
		id: EMISSION_TIGHTENING,
		info: TrackInfo {
			name: s("emission_tightening"),
			max_deciding: 5,
			decision_deposit: 1_000 * TOKEN,
			prepare_period: HOURS,
			decision_period: 7 * DAYS,
			confirm_period: 3 * HOURS,
			min_enactment_period: HOURS,
			min_approval: APPROVAL_TIGHTENING,
			min_support: SUPPORT_TIGHTENING,
		},
	},
	// As weighty as root, but with places of its own: more tokens dilute every holder.
	Track {
		id: EMISSION_LOOSENING,
		info: TrackInfo {
			name: s("emission_loosening"),
			max_deciding: 2,
			decision_deposit: 5_000 * TOKEN,
			prepare_period: 6 * HOURS,
			decision_period: 14 * DAYS,
			confirm_period: 6 * HOURS,
			min_enactment_period: 6 * HOURS,
			min_approval: APPROVAL_WEIGHTY,
			min_support: SUPPORT_WEIGHTY,
		},
	},
	office(PRICE_FEEDERS, s("price_feeders")),
	office(MERIT, s("merit")),
	office(FIAT_GATEWAY, s("fiat_gateway")),
	office(VALIDATORS, s("validators")),
	Track {
		id: TREASURY,
		info: TrackInfo {
			name: s("treasury"),
			max_deciding: 10,
			decision_deposit: 500 * TOKEN,
			prepare_period: 2 * HOURS,
			decision_period: 14 * DAYS,
			confirm_period: 6 * HOURS,
			min_enactment_period: 6 * HOURS,
			min_approval: APPROVAL_TREASURY,
			min_support: SUPPORT_TREASURY,
		},
	},
	office(FELLOWSHIP_ADMIN, s("fellowship_admin")),
	// Minutes, where enough agree; a pause does little and ends by itself.
	Track {
		id: EMERGENCY,
		info: TrackInfo {
			name: s("emergency"),
			max_deciding: 3,
			decision_deposit: 5_000 * TOKEN,
			prepare_period: 10 * MINUTES,
			decision_period: DAYS,
			confirm_period: 10 * MINUTES,
			min_enactment_period: MINUTES,
			min_approval: APPROVAL_EMERGENCY,
			min_support: SUPPORT_EMERGENCY,
		},
	},
	Track {
		id: REFERENDUM_CANCELLER,
		info: TrackInfo {
			name: s("referendum_canceller"),
			max_deciding: 20,
			decision_deposit: 2_000 * TOKEN,
			prepare_period: HOURS / 2,
			decision_period: 3 * DAYS,
			confirm_period: HOURS,
			min_enactment_period: 10 * MINUTES,
			min_approval: APPROVAL_STOP,
			min_support: SUPPORT_STOP,
		},
	},
	// Dearer than cancelling: it takes the deposits of others.
	Track {
		id: REFERENDUM_KILLER,
		info: TrackInfo {
			name: s("referendum_killer"),
			max_deciding: 20,
			decision_deposit: 10_000 * TOKEN,
			prepare_period: HOURS / 2,
			decision_period: 7 * DAYS,
			confirm_period: 3 * HOURS,
			min_enactment_period: 10 * MINUTES,
			min_approval: APPROVAL_STOP,
			min_support: SUPPORT_STOP,
		},
	},
];

/// The track of the technical collective.
static FELLOWSHIP_TRACKS: [Track<u16, Balance, BlockNumber>; 1] = [Track {
	id: FELLOWS,
	info: TrackInfo {
		name: s("fellows"),
		max_deciding: 10,
		decision_deposit: 10 * TOKEN,
		prepare_period: 10 * MINUTES,
		decision_period: 7 * DAYS,
		confirm_period: HOURS / 2,
		min_enactment_period: MINUTES,
		min_approval: APPROVAL_FELLOWS,
		min_support: SUPPORT_FELLOWS,
	},
}];

/// These tracks with their periods on this chain.
fn on_this_chain(
	tracks: &'static [Track<u16, Balance, BlockNumber>],
) -> impl Iterator<Item = Cow<'static, Track<u16, Balance, BlockNumber>>> {
	tracks.iter().cloned().map(|mut track| {
		let info = &mut track.info;
		for period in [
			&mut info.prepare_period,
			&mut info.decision_period,
			&mut info.confirm_period,
			&mut info.min_enactment_period,
		] {
			*period = scaled(*period);
		}
		Cow::Owned(track)
	})
}

/// The track among these that is of an origin of this pallet.
fn track_of(tracks: &[Track<u16, Balance, BlockNumber>], origin: Origin) -> Result<u16, ()> {
	let of_origin = |track: &&Track<u16, Balance, BlockNumber>| track.id == origin.track();
	tracks.iter().find(of_origin).map(|track| track.id).ok_or(())
}

/// The tracks on which token holders vote.
pub struct TracksInfo;
impl pallet_referenda::TracksInfo<Balance, BlockNumber> for TracksInfo {
	type Id = u16;
	type RuntimeOrigin = OriginCaller;

	fn tracks() -> impl Iterator<Item = Cow<'static, Track<Self::Id, Balance, BlockNumber>>> {
		on_this_chain(&TRACKS)
	}

	fn track_for(origin: &Self::RuntimeOrigin) -> Result<Self::Id, ()> {
		match origin {
			OriginCaller::system(frame_system::RawOrigin::Root) => Ok(ROOT),
			OriginCaller::Origins(origin) => track_of(&TRACKS, *origin),
			_ => Err(()),
		}
	}
}

/// The track on which the technical collective votes.
pub struct FellowshipTracksInfo;
impl pallet_referenda::TracksInfo<Balance, BlockNumber> for FellowshipTracksInfo {
	type Id = u16;
	type RuntimeOrigin = OriginCaller;

	fn tracks() -> impl Iterator<Item = Cow<'static, Track<Self::Id, Balance, BlockNumber>>> {
		on_this_chain(&FELLOWSHIP_TRACKS)
	}

	fn track_for(origin: &Self::RuntimeOrigin) -> Result<Self::Id, ()> {
		match origin {
			OriginCaller::Origins(origin) => track_of(&FELLOWSHIP_TRACKS, *origin),
			_ => Err(()),
		}
	}
}

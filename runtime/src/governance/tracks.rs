//! The tracks on which referenda are decided. There is one, for root.

use super::scaled;
use crate::{
	constants::{DAYS, HOURS},
	Balance, BlockNumber, OriginCaller,
};
use alloc::borrow::Cow;
use bme_primitives::TOKEN;
use pallet_referenda::{Curve, Track, TrackInfo};
use sp_runtime::{str_array as s, Perbill};

/// More ayes than nays, of nearly everyone at first and of a bare majority in the end.
const APPROVAL_ROOT: Curve = Curve::LinearDecreasing {
	length: Perbill::from_percent(100),
	floor: Perbill::from_percent(50),
	ceil: Perbill::from_percent(100),
};
/// Half of all active tokens at first, and nearly none in the end.
const SUPPORT_ROOT: Curve = Curve::LinearDecreasing {
	length: Perbill::from_percent(100),
	floor: Perbill::from_percent(1),
	ceil: Perbill::from_percent(50),
};

/// The number of the root track.
pub const ROOT: u16 = 0;

/// The tracks, with their periods on this chain.
pub struct TracksInfo;
impl pallet_referenda::TracksInfo<Balance, BlockNumber> for TracksInfo {
	type Id = u16;
	type RuntimeOrigin = OriginCaller;

	fn tracks() -> impl Iterator<Item = Cow<'static, Track<Self::Id, Balance, BlockNumber>>> {
		core::iter::once(Cow::Owned(Track {
			id: ROOT,
			info: TrackInfo {
				name: s("root"),
				max_deciding: 1,
				decision_deposit: 10_000 * TOKEN,
				prepare_period: scaled(HOURS),
				decision_period: scaled(14 * DAYS),
				confirm_period: scaled(6 * HOURS),
				min_enactment_period: scaled(6 * HOURS),
				min_approval: APPROVAL_ROOT,
				min_support: SUPPORT_ROOT,
			},
		}))
	}

	fn track_for(origin: &Self::RuntimeOrigin) -> Result<Self::Id, ()> {
		match origin {
			OriginCaller::system(frame_system::RawOrigin::Root) => Ok(ROOT),
			_ => Err(()),
		}
	}
}

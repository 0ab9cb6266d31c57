//! The origins that referenda dispatch with, beside root: one for each track, and who takes which.

use super::tracks;
use crate::{AccountId, OriginCaller, RuntimeOrigin};
use bme_economics::Direction;
use frame_support::{
	parameter_types,
	traits::{EitherOf, EnsureOrigin, MapSuccess, OriginTrait},
};
use frame_system::EnsureRoot;
pub use pallet_origins::Origin;
use sp_runtime::traits::Replace;

/// Origins without calls or storage: a referendum that passed on a track carries the track's.
#[frame_support::pallet]
pub mod pallet_origins {
	use frame_support::pallet_prelude::*;

	#[pallet::config]
	pub trait Config: frame_system::Config {}

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	/// What a referendum may do that is not root's.
	#[pallet::origin]
	#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
	pub enum Origin {
		/// Adopt a policy that is provably tighter.
		#[codec(index = 0)]
		EmissionTightening,
		/// Adopt any policy that can be noted.
		#[codec(index = 1)]
		EmissionLoosening,
		/// Say who feeds the token price.
		#[codec(index = 2)]
		PriceFeeders,
		/// Say what merit is: what is measured and who reports it, and on what evidence may rest.
		#[codec(index = 3)]
		Merit,
		/// Say who attests payments, and the terms of their providers.
		#[codec(index = 4)]
		FiatGateway,
		/// Say who makes blocks.
		#[codec(index = 5)]
		Validators,
		/// Spend of the treasury.
		#[codec(index = 6)]
		Treasury,
		/// Pause new jobs or the mint, and stop a policy that was adopted.
		#[codec(index = 7)]
		Emergency,
		/// Cancel a referendum; its deposits return.
		#[codec(index = 8)]
		ReferendumCanceller,
		/// Kill a referendum; its deposits are burned.
		#[codec(index = 9)]
		ReferendumKiller,
		/// Make a call as root that the technical collective whitelisted.
		#[codec(index = 10)]
		WhitelistedCaller,
		/// Say who belongs to the technical collective, and of which rank.
		#[codec(index = 11)]
		FellowshipAdmin,
		/// What the technical collective itself decided: whitelist a call.
		#[codec(index = 12)]
		Fellows,
	}
}

impl pallet_origins::Config for crate::Runtime {}

impl Origin {
	/// All of them, in order.
	pub const ALL: [Self; 13] = [
		Self::EmissionTightening,
		Self::EmissionLoosening,
		Self::PriceFeeders,
		Self::Merit,
		Self::FiatGateway,
		Self::Validators,
		Self::Treasury,
		Self::Emergency,
		Self::ReferendumCanceller,
		Self::ReferendumKiller,
		Self::WhitelistedCaller,
		Self::FellowshipAdmin,
		Self::Fellows,
	];

	/// The track on which it is voted for.
	pub const fn track(self) -> u16 {
		match self {
			Self::EmissionTightening => tracks::EMISSION_TIGHTENING,
			Self::EmissionLoosening => tracks::EMISSION_LOOSENING,
			Self::PriceFeeders => tracks::PRICE_FEEDERS,
			Self::Merit => tracks::MERIT,
			Self::FiatGateway => tracks::FIAT_GATEWAY,
			Self::Validators => tracks::VALIDATORS,
			Self::Treasury => tracks::TREASURY,
			Self::Emergency => tracks::EMERGENCY,
			Self::ReferendumCanceller => tracks::REFERENDUM_CANCELLER,
			Self::ReferendumKiller => tracks::REFERENDUM_KILLER,
			Self::WhitelistedCaller => tracks::WHITELISTED_CALLER,
			Self::FellowshipAdmin => tracks::FELLOWSHIP_ADMIN,
			Self::Fellows => tracks::FELLOWS,
		}
	}
}

/// What passed on the track of this number.
pub struct EnsureTrack<const TRACK: u16>;
impl<const TRACK: u16> EnsureOrigin<RuntimeOrigin> for EnsureTrack<TRACK> {
	type Success = ();

	fn try_origin(origin: RuntimeOrigin) -> Result<(), RuntimeOrigin> {
		match origin.caller() {
			OriginCaller::Origins(passed) if passed.track() == TRACK => Ok(()),
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		let of_track = |origin: &Origin| origin.track() == TRACK;
		Origin::ALL.into_iter().find(of_track).map(Into::into).ok_or(())
	}
}

/// Root, or what passed on the track of this number.
pub type RootOr<const TRACK: u16> = EitherOf<EnsureRoot<AccountId>, EnsureTrack<TRACK>>;

parameter_types! {
	/// The loosest change that the tightening track makes,
	pub const Tightest: Direction = Direction::Tightens;
	/// and that the loosening track and root make.
	pub const Loosest: Direction = Direction::Loosens;
}

/// Who adopts a policy, and the loosest change that it may make.
pub type EnsureEmission = EitherOf<
	MapSuccess<RootOr<{ tracks::EMISSION_LOOSENING }>, Replace<Loosest>>,
	MapSuccess<EnsureTrack<{ tracks::EMISSION_TIGHTENING }>, Replace<Tightest>>,
>;

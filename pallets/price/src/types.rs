//! What is fed, what is known, and why a feed is refused.

use bme_primitives::{apis::PriceCondition, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::FixedU128;

/// What is priced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum PriceKey {
	/// One whole token, in US dollars.
	#[codec(index = 0)]
	Bme,
}

/// An observation of the price. Ordered by the price first.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Feed {
	/// USD per whole token.
	pub price: FixedU128,
	/// When it was observed, milliseconds.
	pub observed_at: Moment,
}

/// Why an observation was ignored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum RefusedReason {
	/// It is not a feeder's.
	#[codec(index = 0)]
	NotFeeder,
	/// The price is zero.
	#[codec(index = 1)]
	PriceZero,
	/// It was observed after this block.
	#[codec(index = 2)]
	FromFuture,
	/// It was observed too long ago.
	#[codec(index = 3)]
	TooOld,
	/// It is not newer than the feeder's last.
	#[codec(index = 4)]
	NotNewer,
	/// There are feeds of as many feeders as there may be.
	#[codec(index = 5)]
	TooManyFeeders,
}

/// Whether the price can be used.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Condition {
	/// Young enough.
	#[codec(index = 0)]
	Fresh,
	/// Too old, or never known.
	#[default]
	#[codec(index = 1)]
	Stale,
}

impl From<Condition> for PriceCondition {
	fn from(condition: Condition) -> Self {
		match condition {
			Condition::Fresh => Self::Fresh,
			Condition::Stale => Self::Stale,
		}
	}
}

/// The price that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct KnownPrice {
	/// USD per whole token.
	pub price: FixedU128,
	/// When it was observed, milliseconds; 0 from genesis until the first block is known.
	pub observed_at: Moment,
}

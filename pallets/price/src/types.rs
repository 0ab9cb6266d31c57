//! What is priced, what is known, and why a feed is refused.

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

/// The price that is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct KnownPrice {
	/// USD per whole token, moved by bounded steps.
	pub price: FixedU128,
	/// What the feeders last agreed on, USD per whole token.
	pub median: FixedU128,
	/// The average of the price, USD per whole token.
	pub average: FixedU128,
	/// How far apart the feeds were, USD per whole token.
	pub confidence: FixedU128,
	/// When it was observed, milliseconds; 0 from genesis until the first block is known.
	pub observed_at: Moment,
	/// When it was last moved, milliseconds.
	pub updated_at: Moment,
	/// The condition that was last announced.
	pub condition: PriceCondition,
}

/// How often a feeder failed, of the blocks in which a price was looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Standing {
	/// How many there were since it is a feeder,
	pub rounds: u32,
	/// how many without a fresh feed of it,
	pub absent: u32,
	/// and how many with a feed that was dropped as an outlier.
	pub outliers: u32,
}

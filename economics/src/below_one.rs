//! A part that cannot be the whole.

use codec::{Decode, DecodeWithMemTracking, Encode, Error, Input, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_arithmetic::Perbill;

/// A part that is below one, always: one cannot be written down, decoded or read from JSON.
///
/// With κ = 1 a job that serves nobody would cost nothing; with ρ = 1 the only value of a token in equilibrium is zero.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Encode, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
)]
#[serde(try_from = "Perbill", into = "Perbill")]
pub struct BelowOne(Perbill);

impl BelowOne {
	/// A percentage; above 99 it counts as 99.
	pub const fn from_percent(percent: u32) -> Self {
		Self(Perbill::from_percent(if percent < 100 { percent } else { 99 }))
	}

	/// The part.
	pub const fn get(self) -> Perbill {
		self.0
	}
}

impl TryFrom<Perbill> for BelowOne {
	type Error = &'static str;

	fn try_from(part: Perbill) -> Result<Self, Self::Error> {
		// JSON can hold more than one.
		if part >= Perbill::one() {
			return Err("the part is not below one");
		}
		Ok(Self(part))
	}
}

impl From<BelowOne> for Perbill {
	fn from(part: BelowOne) -> Self {
		part.get()
	}
}

impl Decode for BelowOne {
	fn decode<I: Input>(input: &mut I) -> Result<Self, Error> {
		Self::try_from(Perbill::decode(input)?).map_err(Error::from)
	}
}

impl DecodeWithMemTracking for BelowOne {}

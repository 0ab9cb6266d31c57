//! The record that this pallet stores. No logic but what it knows of itself.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::{traits::AtLeast32BitUnsigned, Perbill};
use sp_staking::SessionIndex;

/// A validator's bond.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Bond<Balance> {
	/// What was bonded, token base units.
	pub amount: Balance,
	/// The part of it that the worst offence since has cost.
	pub slashed: Perbill,
	/// In which session the account left the list, if it was on it and is not now.
	pub left_in: Option<SessionIndex>,
}

impl<Balance: AtLeast32BitUnsigned + Copy> Bond<Balance> {
	/// What is left of it, token base units: what was slashed is rounded down.
	pub fn held(&self) -> Balance {
		self.amount.saturating_sub(self.slashed.mul_floor(self.amount))
	}
}

//! Receipts of payments, and fiat that is too young to leave.

use crate::Balance;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::{ConstU32, H256};
use sp_runtime::BoundedVec;

/// A payment provider's number.
pub type ProviderId = u16;

/// Blake2-256 of the name that a provider gave to a payment: nothing personal is on chain.
pub type Reference = H256;

/// A payment, as a provider knows it.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct ReceiptKey {
	/// Who took the payment.
	pub provider: ProviderId,
	/// Which one it is.
	pub reference: Reference,
}

/// From how many receipts the young fiat of one job may come.
pub const MAX_LOTS: u32 = 8;

/// The receipts whose young fiat a job is to spend, in this order.
pub type ReceiptKeys = BoundedVec<ReceiptKey, ConstU32<MAX_LOTS>>;

/// Young fiat of one receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct YoungLot {
	/// The receipt that it was issued against.
	pub receipt: ReceiptKey,
	/// Fiat base units.
	pub amount: Balance,
}

/// The young fiat that one job spends.
pub type YoungLots = BoundedVec<YoungLot, ConstU32<MAX_LOTS>>;

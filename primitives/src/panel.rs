//! What verifiers say, and when they are asked.

use crate::{Balance, ByClass, Suppliers};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::Perbill;

/// The most members of a panel.
pub const MAX_PANEL: u32 = 5;

/// What a verifier thinks of a job, in the order of its suppliers.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Opinion {
	/// How good the work of each supplier is, 0 to 1. Of one that did not attest it does not count.
	pub qualities: Suppliers<Perbill>,
	/// The share of each supplier, exactly where the panel was asked for shares.
	pub shares: Option<Suppliers<Perbill>>,
	/// Hash of what the verifier found when it ran the work again, exactly where the evidence is that this can be done.
	pub output: Option<[u8; 32]>,
}

/// How often jobs are checked that nobody disputes.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Sampling {
	/// The part of jobs whose suppliers panels have always found good.
	pub known: ByClass<Perbill>,
	/// The part of jobs of suppliers whom no panel has judged.
	pub unknown: Perbill,
	/// A job that burns less than this, token base units, is checked less often.
	pub min_burn: Balance,
}

//! # BME primitives
//!
//! The ids and words of the chain, the traits through which its pallets meet, and the runtime APIs that clients call. Nothing here
//! knows a pallet: `pallet-bme` (money) and `pallet-contribution` (merit) depend on this crate and never on each other.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

pub mod apis;
mod fiat;
mod job;
mod ledger;
mod measurement;
mod panel;
mod traits;

pub use bme_economics::{ByClass, ByPool, ByRole};
pub use fiat::{ProviderId, ReceiptKey, ReceiptKeys, Reference, YoungLot, YoungLots, MAX_LOTS};
pub use job::{
	Evidence, EvidenceBasis, EvidenceKind, JobSpec, JobSpecV1, Role, Roles, SupplierTerms, SupplierVerdict, Suppliers,
	Verdict, MAX_PAYEES, MAX_SUPPLIERS,
};
pub use ledger::{BurnCause, Debt, MintCause};
pub use measurement::{Item, ItemId, ItemKind, MAX_UNIT};
pub use panel::{Opinion, Sampling, MAX_PANEL};
pub use traits::{
	Convened, Deliberation, Due, EpochClock, JobParties, Jobs, Judge, Liabilities, Lots, Panels, PointsBook,
	PriceSource, SupplierBonds, YoungFiat,
};

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// Tokens in base units (12 decimals) or fiat in base units (6 decimals), as the name beside it says.
pub type Balance = u128;
/// A job's number, counted from 0 and never used twice.
pub type JobId = u64;
/// An epoch's number, counted from 0.
pub type EpochIndex = u32;
/// Blocks in which the agenda ran. Stops while the chain stalls or migrates, so that no window passes unseen.
pub type Tick = u32;
/// Milliseconds since the Unix epoch.
pub type Moment = u64;

/// One token in base units.
pub const TOKEN: Balance = 1_000_000_000_000;
/// One US dollar in base units of fiat.
pub const USD: Balance = 1_000_000;

/// What kind of AI service a job is.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub enum Class {
	/// An interaction with an agent.
	#[codec(index = 0)]
	Agent,
	/// Inference on a model.
	#[codec(index = 1)]
	Inference,
	/// Training of a model.
	#[codec(index = 2)]
	Training,
}

impl Class {
	/// Every class, in the order of its encoding.
	pub const ALL: [Self; 3] = [Self::Agent, Self::Inference, Self::Training];

	/// This class's entry of `values`.
	pub const fn of<T>(self, values: &ByClass<T>) -> &T {
		match self {
			Self::Agent => &values.agent,
			Self::Inference => &values.inference,
			Self::Training => &values.training,
		}
	}

	/// This class's entry of `values`, to change it.
	pub const fn of_mut<T>(self, values: &mut ByClass<T>) -> &mut T {
		match self {
			Self::Agent => &mut values.agent,
			Self::Inference => &mut values.inference,
			Self::Training => &mut values.training,
		}
	}
}

/// A part of an epoch's emission that is shared by points.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub enum Pool {
	/// Points are the entitlements of settled jobs.
	#[codec(index = 0)]
	Work,
	/// Points are the measured contributions of suppliers.
	#[codec(index = 1)]
	Contribution,
	/// Points are the blocks authored.
	#[codec(index = 2)]
	Security,
}

impl Pool {
	/// Every pool, in the order of its encoding.
	pub const ALL: [Self; 3] = [Self::Work, Self::Contribution, Self::Security];

	/// This pool's entry of `values`.
	pub const fn of<T>(self, values: &ByPool<T>) -> &T {
		match self {
			Self::Work => &values.work,
			Self::Contribution => &values.contribution,
			Self::Security => &values.security,
		}
	}

	/// This pool's entry of `values`, to change it.
	pub const fn of_mut<T>(self, values: &mut ByPool<T>) -> &mut T {
		match self {
			Self::Work => &mut values.work,
			Self::Contribution => &mut values.contribution,
			Self::Security => &mut values.security,
		}
	}
}

//! Contribution items: what is measured and earns points.

use crate::Balance;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_core::ConstU32;
use sp_runtime::BoundedVec;

/// A contribution item's number.
pub type ItemId = u16;
/// The longest name of a unit, bytes.
pub const MAX_UNIT: u32 = 32;

/// What kind of contribution an item is.
#[derive(
	Clone,
	Copy,
	Debug,
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
pub enum ItemKind {
	/// Time that devices were there and ready.
	#[codec(index = 0)]
	DeviceTime,
	/// Adoption of an agent's template.
	#[codec(index = 1)]
	AgentTemplate,
	/// Adoption of an application.
	#[codec(index = 2)]
	Application,
	/// A service that others build on.
	#[codec(index = 3)]
	ServiceModule,
	/// A model that is deployed.
	#[codec(index = 4)]
	Model,
	/// Data.
	#[codec(index = 5)]
	Data,
	/// Annotation of data.
	#[codec(index = 6)]
	Annotation,
}

/// A contribution item: something that is measured and earns points.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Item {
	/// What it is.
	pub kind: ItemKind,
	/// What is counted, in words: "hour of an H100".
	pub unit: BoundedVec<u8, ConstU32<MAX_UNIT>>,
	/// The most that a unit earns, token base units.
	pub price: Balance,
	/// The most units of a supplier that count in an epoch; of each of its devices, where it needs any.
	pub cap: u64,
	/// Whether only registered devices provide it.
	pub device_bound: bool,
}

impl Item {
	/// The most units that count in an epoch for a supplier with so many devices for it.
	pub fn most(&self, devices: u32) -> u64 {
		if self.device_bound {
			self.cap.saturating_mul(devices.into())
		} else {
			self.cap
		}
	}
}

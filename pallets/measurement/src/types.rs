//! The records that this pallet stores. No logic but what a record knows of itself.

use crate::DeviceId;
use bme_primitives::{Balance, EpochIndex, Item, ItemId};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::MultiSignature;

/// The most items of one supplier in one report.
pub const MAX_ITEMS: u32 = 8;
/// The most devices that an answer says did not answer.
pub const MAX_ABSENT: u32 = 16;
/// The most reporters who demand a proof of one answer.
pub const MAX_DEMANDS: u32 = 16;
/// How many devices are drawn for a demand.
pub const SAMPLES: u32 = 8;
/// The levels of the largest tree: for a million devices.
pub const MAX_DEPTH: u32 = 20;
/// How much of each item a supplier contributed, in units.
pub type Quantities = BoundedVec<(ItemId, u64), ConstU32<MAX_ITEMS>>;

/// What a reporter measured of a supplier.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Report<AccountId> {
	/// Whose contribution.
	pub supplier: AccountId,
	/// How much of each item.
	pub quantities: Quantities,
}

/// What one reporter said of a supplier in an epoch.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Statement<AccountId> {
	/// Who said so.
	pub reporter: AccountId,
	/// How much of each item.
	pub quantities: Quantities,
}

impl<AccountId> Statement<AccountId> {
	/// What it says of an item: nothing is zero.
	pub fn quantity(&self, item: ItemId) -> u64 {
		let mut quantities = self.quantities.iter();
		quantities
			.find(|(id, _)| *id == item)
			.map_or(0, |(_, quantity)| *quantity)
	}
}

/// A listed item.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Listed {
	/// What it is now.
	pub item: Item,
	/// In which epoch it was listed or last changed: reports of that epoch may not know it.
	pub since: EpochIndex,
}

/// What counts of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Counted {
	/// Which.
	pub item: ItemId,
	/// What more than a half of all reporters say at least, units.
	pub median: u64,
	/// What counts of it, within the item's cap, units.
	pub units: u64,
}

/// Where a report was far off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Fault {
	/// Which item.
	pub item: ItemId,
	/// What it said, units.
	pub quantity: u64,
	/// What more than a half of all reporters agree on, units.
	pub median: u64,
}

/// A reporter. Its record is kept while anything is bonded, or if it was ever far off.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Reporter {
	/// Bonded, token base units.
	pub bond: Balance,
	/// The last epoch in which it reported.
	pub reported_in: Option<EpochIndex>,
	/// In how many epochs it was far off.
	pub faults: u32,
	/// The last of them.
	pub faulty_in: Option<EpochIndex>,
}

/// A device that provides an item.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Device<AccountId, BlockNumber> {
	/// Whose it is.
	pub supplier: AccountId,
	/// What it provides.
	pub item: ItemId,
	/// Held for it, token base units.
	pub deposit: Balance,
	/// Its place among the devices of its supplier for the item.
	pub place: u32,
	/// The block in which it was registered.
	pub since: BlockNumber,
}

/// What the devices of suppliers sign in an epoch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Challenge {
	/// Which epoch.
	pub epoch: EpochIndex,
	/// Nobody knew it before the epoch began.
	pub seed: H256,
}

/// A supplier's answer to an epoch's challenge, for all its devices.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Answer<AccountId, BlockNumber> {
	/// What they signed.
	pub seed: H256,
	/// Root of the Merkle tree of their signatures.
	pub root: H256,
	/// How many signatures are in it.
	pub leaves: u32,
	/// How many devices answered, by item.
	pub items: BoundedVec<(ItemId, u32), ConstU32<MAX_ITEMS>>,
	/// Devices that did not, in order.
	pub absent: BoundedVec<DeviceId, ConstU32<MAX_ABSENT>>,
	/// The block of the answer.
	pub at: BlockNumber,
	/// What has to be proven of it.
	pub demands: BoundedVec<Demand<AccountId, BlockNumber>, ConstU32<MAX_DEMANDS>>,
}

impl<AccountId, BlockNumber: PartialOrd> Answer<AccountId, BlockNumber> {
	/// Whether it counts this device, registered at block `since`.
	pub(crate) fn counts(&self, device: &DeviceId, since: &BlockNumber) -> bool {
		*since <= self.at && self.absent.binary_search(device).is_err()
	}
}

/// A demand to prove that some devices answered.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Demand<AccountId, BlockNumber> {
	/// Whose.
	pub reporter: AccountId,
	/// Which devices, drawn.
	pub devices: BoundedVec<DeviceId, ConstU32<SAMPLES>>,
	/// From this block on it is too late.
	pub until: BlockNumber,
	/// Whether it was met.
	pub is_met: bool,
}

/// What a device signed, and where in the tree that is.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct DeviceProof {
	/// The device's signature.
	pub signature: MultiSignature,
	/// The place of the leaf, which is the encoded signature.
	pub leaf: u32,
	/// The hashes beside the way from the leaf to the root.
	pub path: BoundedVec<H256, ConstU32<MAX_DEPTH>>,
}

/// Why a report of a batch does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum RefusedReason {
	/// It has no quantity.
	#[codec(index = 0)]
	NoQuantity,
	/// It names an item twice.
	#[codec(index = 1)]
	DuplicateItem,
	/// Governance listed no such item.
	#[codec(index = 2)]
	UnknownItem,
	/// The account is no supplier with a bond.
	#[codec(index = 3)]
	UnknownSupplier,
	/// The reporter reported on this supplier in this epoch before.
	#[codec(index = 4)]
	AlreadyReported,
	/// As many as there may be reported on this supplier in this epoch; some of them are reporters no more.
	#[codec(index = 5)]
	TooManyReporters,
}

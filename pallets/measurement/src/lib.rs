//! # Measurement
//!
//! Measured contributions: what reporters agree on earns points.
//!
//! ## Pallet API
//!
//! See the [`pallet`] module for more information about the interfaces this pallet exposes, including its configuration trait,
//! dispatchables, storage items, events and errors.
//!
//! ## Overview
//!
//! A network needs more than jobs that were done: devices that are ready, templates that others adopt, data. Governance lists such
//! **items**, each with a unit and a **price**, the most that a unit may earn. Bonded **reporters** measure, each on its own, how much of
//! each item every supplier contributed, and report it in every epoch. When the epoch is over the **lower median** over all reporters counts,
//! silence being zero: what more than a half of them say at least. What it is worth is the published model, `C = Σ price · quantity`, in
//! points of the epoch's Contribution pool, which never mints more than its points.
//!
//! Where more than a half of all reporters agree, a reporter that is far off loses a part of its bond. A supplier earns at most a part of
//! its own bond in an epoch: what is invented is bounded by capital that everybody sees.
//!
//! Items such as device time count by **device**: a key that signed for the supplier to which it belongs, and is no other's. In each
//! epoch there is a **challenge** that nobody knew before; what a supplier's devices sign of it, it answers with one hash, and has to
//! prove on demand.
//!
//! ### Example
//!
//! ```text
//!   item 1: an hour of an H100, price 2 tokens, at most 24 a device and epoch; 2 devices of Dana answered
//!   reports on Dana     A: 46   B: 47   C: 47   D: 900      lower median 47, within 2 · 24
//!   points              47 · 2 = 94 tokens at most, D is slashed
//! ```
//!
//! ## Low Level / Implementation Details
//!
//! ### Design Goals
//!
//! * Reporters who are no more than a half of all can make nothing count that not one of the others says at least, and cost nobody a bond.
//! * A majority of reporters takes no more than the pool, which is capped, and what suppliers' bonds allow.
//! * The cost of a report does not grow with suppliers, items or epochs; an epoch is counted a row at a time.
//!
//! ### Design
//!
//! ```text
//! report ─▶ row (epoch, supplier) ─ epoch over ─▶ median of each item ─ caps ─▶ points of the open epoch
//!                                                        └─ far off ─▶ slashed
//! ```
//!
//! `reports` keeps reporters and takes reports, `tally` counts them, `devices` keeps items and devices, `challenges` asks whether the
//! devices are there.
//!
//! What a report does not name is zero. Reports of an epoch are counted in the next, and the points are the next one's.
//!
//! ### Terminology
//!
//! * **Item**, **unit**, **price**: what is counted, how, and what a unit earns at most.
//! * **Row**: all reports on one supplier in one epoch.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod challenges;
mod devices;
mod reports;
mod tally;
mod try_state;
mod types;
mod views;
pub mod weights;

#[cfg(test)]
mod tests;

pub use pallet::*;
pub use types::{
	Answer, Challenge, Counted, Demand, Device, DeviceProof, Fault, Listed, Quantities, RefusedReason, Report,
	Reporter, Statement, MAX_ABSENT, MAX_DEMANDS, MAX_DEPTH, MAX_ITEMS, SAMPLES,
};
pub use weights::WeightInfo;

use frame_support::{
	traits::{fungible, ConstU32},
	BoundedVec,
};
use sp_runtime::AccountId32;

/// The most reports in one batch.
pub const MAX_BATCH: u32 = 100;

/// A device's public key.
pub type DeviceId = AccountId32;
/// A batch of reports.
pub type BatchOf<T> = BoundedVec<Report<<T as frame_system::Config>::AccountId>, ConstU32<MAX_BATCH>>;
/// All reports on one supplier in one epoch.
pub type RowOf<T> = BoundedVec<Statement<<T as frame_system::Config>::AccountId>, <T as Config>::MaxReporters>;
/// A supplier's answer to a challenge.
pub type AnswerOf<T> = Answer<<T as frame_system::Config>::AccountId, frame_system::pallet_prelude::BlockNumberFor<T>>;
/// Tokens on the way out of issuance.
pub type CreditOf<T> = fungible::Credit<<T as frame_system::Config>::AccountId, <T as Config>::Currency>;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use bme_primitives::{Balance, EpochClock, EpochIndex, Item, ItemId, PointsBook, SupplierBonds};
	use frame_support::{
		pallet_prelude::*,
		traits::{OnUnbalanced, SortedMembers, StorageVersion},
		weights::WeightMeter,
	};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;
	use sp_runtime::{MultiSignature, Perbill};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// The token.
		type Currency: fungible::Mutate<Self::AccountId, Balance = Balance>
			+ fungible::MutateHold<Self::AccountId, Reason = Self::RuntimeHoldReason>
			+ fungible::BalancedHold<Self::AccountId>;

		/// The runtime's reasons to hold.
		type RuntimeHoldReason: From<HoldReason>;

		/// The running epoch.
		type Epoch: EpochClock;

		/// Where points are kept.
		type Points: PointsBook<Self::AccountId>;

		/// The bonds of suppliers.
		type Bonds: SupplierBonds<Self::AccountId>;

		/// The reporters that governance admitted.
		type Members: SortedMembers<Self::AccountId>;

		/// The most reporters.
		#[pallet::constant]
		type MaxReporters: Get<u32>;

		/// How many reporters have to report on a supplier at least, beside more than a half of all.
		#[pallet::constant]
		type Quorum: Get<u32>;

		/// Who lists items.
		type ManageOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The bond of a reporter, token base units.
		#[pallet::constant]
		type ReporterBond: Get<Balance>;

		/// What is held for a device, token base units.
		#[pallet::constant]
		type DeviceDeposit: Get<Balance>;

		/// How far off the median a report may be, as a part of it.
		#[pallet::constant]
		type Tolerance: Get<Perbill>;

		/// The part of the bond that a reporter loses for an epoch in which it was far off.
		#[pallet::constant]
		type Slash: Get<Perbill>;

		/// What takes a slash.
		type Slashed: OnUnbalanced<CreditOf<Self>>;

		/// The most points of a supplier in a day, as a part of its bond.
		#[pallet::constant]
		type CapRate: Get<Perbill>;

		/// In how many blocks a supplier has to prove what is demanded.
		#[pallet::constant]
		type ProofWindow: Get<BlockNumberFor<Self>>;

		/// Weights of this pallet's calls and steps.
		type WeightInfo: WeightInfo;
	}

	/// Why this pallet holds tokens.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// A reporter's bond.
		#[codec(index = 0)]
		ReporterBond,
		/// A deposit for each registered device.
		#[codec(index = 1)]
		Device,
	}

	/// The contribution items.
	// Twox64Concat: governance numbers them.
	#[pallet::storage]
	pub type Items<T> = StorageMap<_, Twox64Concat, ItemId, Listed>;

	/// The reporters that have a bond.
	// Blake2_128Concat: accounts are chosen by users.
	#[pallet::storage]
	pub type Reporters<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Reporter>;

	/// What was reported and is not counted yet, by the epoch in which it was.
	// Twox64Concat: epochs are counted by the chain. Blake2_128Concat: accounts are chosen by users.
	#[pallet::storage]
	pub type Reports<T: Config> =
		StorageDoubleMap<_, Twox64Concat, EpochIndex, Blake2_128Concat, T::AccountId, RowOf<T>, ValueQuery>;

	/// Every report of an earlier epoch is counted.
	#[pallet::storage]
	pub type TallyCursor<T> = StorageValue<_, EpochIndex, ValueQuery>;

	/// The registered devices.
	// Blake2_128Concat: keys are chosen by users.
	#[pallet::storage]
	pub type Devices<T: Config> = StorageMap<_, Blake2_128Concat, DeviceId, Device<T::AccountId, BlockNumberFor<T>>>;

	/// How many devices a supplier has for an item.
	// Blake2_128Concat: accounts are chosen by users. Twox64Concat: governance numbers items.
	#[pallet::storage]
	pub type DeviceCounts<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Twox64Concat, ItemId, u32, ValueQuery>;

	/// The devices of a supplier for an item, by their places, without a gap: so that one can be drawn.
	// Blake2_128Concat: accounts are chosen by users. Twox64Concat: governance numbers items, and the chain counts places.
	#[pallet::storage]
	pub type DevicePlaces<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Blake2_128Concat, T::AccountId>,
			NMapKey<Twox64Concat, ItemId>,
			NMapKey<Twox64Concat, u32>,
		),
		DeviceId,
	>;

	/// The challenge of the open epoch.
	#[pallet::storage]
	pub type OpenChallenge<T> = StorageValue<_, Challenge>;

	/// The answers to challenges, by epoch, until what was measured of it is counted.
	// Twox64Concat: epochs are counted by the chain. Blake2_128Concat: accounts are chosen by users.
	#[pallet::storage]
	pub type Answers<T: Config> =
		StorageDoubleMap<_, Twox64Concat, EpochIndex, Blake2_128Concat, T::AccountId, AnswerOf<T>>;

	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The first items.
		pub items: Vec<(ItemId, Item)>,
		/// Reporters that have their bond from the beginning.
		pub reporters: Vec<T::AccountId>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			for (id, item) in &self.items {
				let set = Pallet::<T>::do_set_item(*id, Some(item.clone()));
				assert_eq!(set, Ok(()), "genesis items have numbers of their own");
			}
			for reporter in &self.reporters {
				let bonded = Pallet::<T>::do_bond(reporter.clone());
				assert_eq!(bonded, Ok(()), "a genesis reporter is a member and has its bond");
			}
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A reporter has its bond.
		#[codec(index = 0)]
		ReporterBonded {
			/// Who.
			reporter: T::AccountId,
			/// Token base units.
			bond: Balance,
		},
		/// A reporter took its bond back.
		#[codec(index = 1)]
		ReporterWithdrawn {
			/// Who.
			reporter: T::AccountId,
			/// Token base units.
			bond: Balance,
		},
		/// A reporter reported.
		#[codec(index = 2)]
		Reported {
			/// Who.
			reporter: T::AccountId,
			/// In which epoch.
			epoch: EpochIndex,
			/// How many reports of the batch count.
			counted: u32,
		},
		/// A report of a batch does not count.
		#[codec(index = 3)]
		ReportRefused {
			/// Whose.
			reporter: T::AccountId,
			/// On whom.
			supplier: T::AccountId,
			/// Why.
			reason: RefusedReason,
		},
		/// What was reported on a supplier earned it points in the open epoch.
		#[codec(index = 4)]
		ContributionCounted {
			/// Who.
			supplier: T::AccountId,
			/// In which epoch it was reported.
			reported_in: EpochIndex,
			/// What counts of each item.
			counted: Vec<Counted>,
			/// Points, token base units.
			points: u128,
			/// Whether the supplier's bond allowed no more.
			capped: bool,
		},
		/// Too few reporters reported on a supplier: nothing counts.
		#[codec(index = 5)]
		ContributionUncounted {
			/// Who.
			supplier: T::AccountId,
			/// In which epoch it was reported.
			reported_in: EpochIndex,
			/// By how many.
			reports: u32,
		},
		/// A reporter was far off what more than a half of all reporters measured.
		#[codec(index = 6)]
		ReporterSlashed {
			/// Who.
			reporter: T::AccountId,
			/// In which epoch it reported.
			reported_in: EpochIndex,
			/// On whom.
			supplier: T::AccountId,
			/// Where it was far off first.
			fault: Fault,
			/// Taken of its bond, token base units.
			slashed: Balance,
		},
		/// A device was registered.
		#[codec(index = 7)]
		DeviceRegistered {
			/// Whose it is.
			supplier: T::AccountId,
			/// What it provides.
			item: ItemId,
			/// Its key.
			device: DeviceId,
		},
		/// A device was removed.
		#[codec(index = 8)]
		DeviceRemoved {
			/// Whose it was.
			supplier: T::AccountId,
			/// What it provided.
			item: ItemId,
			/// Its key.
			device: DeviceId,
		},
		/// An item was listed, changed, or removed.
		#[codec(index = 9)]
		ItemSet {
			/// Which.
			item: ItemId,
			/// Until now.
			before: Option<Item>,
			/// From now on.
			after: Option<Item>,
		},
		/// An epoch began: this is what its devices sign.
		#[codec(index = 10)]
		ChallengeOpened {
			/// Which.
			epoch: EpochIndex,
			/// What they sign.
			seed: H256,
		},
		/// A supplier answered for its devices.
		#[codec(index = 11)]
		ChallengeAnswered {
			/// Who.
			supplier: T::AccountId,
			/// The challenge of which epoch.
			epoch: EpochIndex,
			/// How many devices answered, by item.
			present: Vec<(ItemId, u32)>,
		},
		/// A supplier has to prove that these devices answered.
		#[codec(index = 12)]
		ProofDemanded {
			/// Who.
			supplier: T::AccountId,
			/// The challenge of which epoch.
			epoch: EpochIndex,
			/// Who demands it.
			reporter: T::AccountId,
			/// Which, in the order in which they have to be proven.
			devices: Vec<DeviceId>,
			/// From this block on it is too late.
			until: BlockNumberFor<T>,
		},
		/// A supplier proved what was demanded.
		#[codec(index = 13)]
		ProofGiven {
			/// Who.
			supplier: T::AccountId,
			/// The challenge of which epoch.
			epoch: EpochIndex,
			/// Who demanded it.
			reporter: T::AccountId,
		},
		/// A supplier did not prove in time what was demanded: none of its devices counts for the epoch.
		#[codec(index = 14)]
		DevicesUnproven {
			/// Who.
			supplier: T::AccountId,
			/// The challenge of which epoch.
			epoch: EpochIndex,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// Governance did not admit the signer as a reporter.
		#[codec(index = 0)]
		NotReporter,
		/// The reporter has its whole bond.
		#[codec(index = 1)]
		AlreadyBonded,
		/// The reporter's bond is not whole.
		#[codec(index = 2)]
		NotBonded,
		/// The account's free tokens do not suffice.
		#[codec(index = 3)]
		InsufficientTokens,
		/// What the reporter reported is not counted yet.
		#[codec(index = 4)]
		ReportsPending,
		/// The batch has no report.
		#[codec(index = 5)]
		NothingToReport,
		/// Governance listed no such item.
		#[codec(index = 6)]
		UnknownItem,
		/// The item needs no devices.
		#[codec(index = 7)]
		NotDeviceBound,
		/// The account is no supplier.
		#[codec(index = 8)]
		NotSupplier,
		/// The device is registered, here or with somebody else.
		#[codec(index = 9)]
		DeviceTaken,
		/// The signature is not the device's over this supplier and item.
		#[codec(index = 10)]
		BadSignature,
		/// No such device is registered.
		#[codec(index = 11)]
		UnknownDevice,
		/// The device is somebody else's.
		#[codec(index = 12)]
		NotOwner,
		/// It is so already.
		#[codec(index = 13)]
		NothingChanged,
		/// The reports are not of the open epoch.
		#[codec(index = 14)]
		WrongEpoch,
		/// The device's statement was good until an earlier epoch.
		#[codec(index = 15)]
		StatementExpired,
		/// The supplier answered in this epoch before.
		#[codec(index = 16)]
		AlreadyAnswered,
		/// Items or devices are not in ascending order, each once.
		#[codec(index = 17)]
		NotSorted,
		/// The supplier has no device for the item, or names no item.
		#[codec(index = 18)]
		NoDevices,
		/// The supplier did not answer in that epoch, or what was measured of it is counted.
		#[codec(index = 19)]
		NoAnswer,
		/// The reporter demanded a proof of this answer before.
		#[codec(index = 20)]
		AlreadyDemanded,
		/// As many as there may be demanded a proof of this answer.
		#[codec(index = 21)]
		TooManyDemands,
		/// No device counts that could be proven.
		#[codec(index = 22)]
		NothingToProve,
		/// The answer is of this very block: what is drawn would have been known.
		#[codec(index = 23)]
		TooEarly,
		/// This reporter demands no proof of this answer.
		#[codec(index = 24)]
		NoDemand,
		/// It was proven before.
		#[codec(index = 25)]
		AlreadyProven,
		/// There is not one proof for each device that was drawn.
		#[codec(index = 26)]
		WrongNumberOfProofs,
		/// The signature is not in the tree of the answer.
		#[codec(index = 27)]
		BadProof,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_poll(_n: BlockNumberFor<T>, meter: &mut WeightMeter) {
			if meter.try_consume(T::WeightInfo::open_challenge()).is_ok() {
				Self::open_challenge();
			}
		}

		fn on_idle(_n: BlockNumberFor<T>, limit: Weight) -> Weight {
			let mut meter = WeightMeter::with_limit(limit);
			Self::process_tally(&mut meter);
			meter.consumed()
		}

		fn integrity_test() {
			assert!(
				T::Quorum::get() > 0 && T::Quorum::get() <= T::MaxReporters::get(),
				"a quorum is somebody, and there may be as many reporters"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_n: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Report what suppliers contributed.
		///
		/// ## Dispatch Origin
		///
		/// Signed, by a reporter that governance admitted and whose bond is whole.
		///
		/// ## Details
		///
		/// One report on each supplier in each epoch. `epoch` is the open one, so that reports that come late are refused and not taken for
		/// the next one's. A report that does not count is left out and told by [`Event::ReportRefused`]; the others count when the
		/// epoch is over.
		///
		/// ## Errors
		///
		/// [`Error::NothingToReport`], [`Error::WrongEpoch`], [`Error::NotReporter`], [`Error::NotBonded`].
		///
		/// ## Events
		///
		/// [`Event::Reported`], [`Event::ReportRefused`]; later [`Event::ContributionCounted`] or [`Event::ContributionUncounted`], and
		/// [`Event::ReporterSlashed`].
		#[pallet::call_index(0)]
		#[pallet::weight(reports::weight_of::<T>(reports))]
		pub fn report(origin: OriginFor<T>, epoch: EpochIndex, reports: BatchOf<T>) -> DispatchResult {
			let reporter = ensure_signed(origin)?;
			Self::do_report(reporter, epoch, reports.into_inner())
		}

		/// Bond what is missing of a reporter's bond.
		///
		/// ## Dispatch Origin
		///
		/// Signed, by a reporter that governance admitted.
		///
		/// ## Errors
		///
		/// [`Error::NotReporter`], [`Error::AlreadyBonded`], [`Error::InsufficientTokens`].
		///
		/// ## Events
		///
		/// [`Event::ReporterBonded`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::bond())]
		pub fn bond(origin: OriginFor<T>) -> DispatchResult {
			let reporter = ensure_signed(origin)?;
			Self::do_bond(reporter)
		}

		/// Take the bond back, once all that was reported is counted.
		///
		/// ## Dispatch Origin
		///
		/// Signed, by whoever has a bond, still admitted or not.
		///
		/// ## Errors
		///
		/// [`Error::NotBonded`], [`Error::ReportsPending`].
		///
		/// ## Events
		///
		/// [`Event::ReporterWithdrawn`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::withdraw_bond())]
		pub fn withdraw_bond(origin: OriginFor<T>) -> DispatchResult {
			let reporter = ensure_signed(origin)?;
			Self::do_withdraw_bond(reporter)
		}

		/// Register a device that provides an item.
		///
		/// ## Dispatch Origin
		///
		/// Signed, by the supplier.
		///
		/// ## Details
		///
		/// `signature` is the device's, over the SCALE encoding of `(b"bme/device", genesis hash, supplier, item, until)`: ed25519, sr25519
		/// or ECDSA. It is good until the epoch `until`, so that a device that was sold cannot be taken back with an old one. A deposit is
		/// held. A device belongs to one supplier and provides one item.
		///
		/// ## Errors
		///
		/// [`Error::UnknownItem`], [`Error::NotDeviceBound`], [`Error::NotSupplier`], [`Error::DeviceTaken`], [`Error::StatementExpired`],
		/// [`Error::BadSignature`], [`Error::InsufficientTokens`].
		///
		/// ## Events
		///
		/// [`Event::DeviceRegistered`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::register_device())]
		pub fn register_device(
			origin: OriginFor<T>,
			item: ItemId,
			device: DeviceId,
			until: EpochIndex,
			signature: MultiSignature,
		) -> DispatchResult {
			let supplier = ensure_signed(origin)?;
			Self::do_register_device(supplier, item, device, until, signature)
		}

		/// Remove a device; its deposit returns.
		///
		/// ## Dispatch Origin
		///
		/// Signed, by the supplier to which it belongs.
		///
		/// ## Errors
		///
		/// [`Error::UnknownDevice`], [`Error::NotOwner`].
		///
		/// ## Events
		///
		/// [`Event::DeviceRemoved`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::remove_device())]
		pub fn remove_device(origin: OriginFor<T>, device: DeviceId) -> DispatchResult {
			let supplier = ensure_signed(origin)?;
			Self::do_remove_device(supplier, device)
		}

		/// List an item, change it, or, with none, remove it.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::ManageOrigin`].
		///
		/// ## Details
		///
		/// Reports are counted by the items as they are when the epoch is over. Of an item that was removed nothing counts, and nobody is
		/// slashed over one that was listed or changed in the epoch of the report.
		///
		/// ## Errors
		///
		/// [`Error::NothingChanged`].
		///
		/// ## Events
		///
		/// [`Event::ItemSet`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::set_item())]
		pub fn set_item(origin: OriginFor<T>, item: ItemId, after: Option<Item>) -> DispatchResult {
			T::ManageOrigin::ensure_origin(origin)?;
			Self::do_set_item(item, after)
		}

		/// Answer the challenge of the open epoch, once for all devices.
		///
		/// ## Dispatch Origin
		///
		/// Signed, by the supplier.
		///
		/// ## Details
		///
		/// Each device signs the SCALE encoding of `(b"bme/challenge", genesis hash, supplier, seed)`, with the seed of
		/// [`OpenChallenge`]. `root` is that of the binary Merkle tree (BLAKE2-256) of the encoded signatures, `leaves` how many
		/// they are. All devices that are registered for `items` are said to have signed, but for `absent`; both ascend. In the next epoch
		/// reports on these items count for as many devices; without an answer for none.
		///
		/// ## Errors
		///
		/// [`Error::WrongEpoch`], [`Error::AlreadyAnswered`], [`Error::NotSorted`], [`Error::UnknownDevice`], [`Error::NoDevices`].
		///
		/// ## Events
		///
		/// [`Event::ChallengeAnswered`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::answer_challenge())]
		pub fn answer_challenge(
			origin: OriginFor<T>,
			epoch: EpochIndex,
			root: H256,
			leaves: u32,
			items: BoundedVec<ItemId, ConstU32<MAX_ITEMS>>,
			absent: BoundedVec<DeviceId, ConstU32<MAX_ABSENT>>,
		) -> DispatchResult {
			let supplier = ensure_signed(origin)?;
			Self::do_answer(supplier, epoch, root, leaves, items.into_inner(), absent.into_inner())
		}

		/// Demand that a supplier proves some of its devices, drawn by the hash of the last block.
		///
		/// ## Dispatch Origin
		///
		/// Signed, by a reporter that governance admitted and whose bond is whole.
		///
		/// ## Details
		///
		/// Once for each answer. Whoever does not prove in time has no device counted for that epoch: with eight drawn, saying that more
		/// devices answered than did costs more than it brings once one answer in eight is looked at.
		///
		/// ## Errors
		///
		/// [`Error::NotReporter`], [`Error::NotBonded`], [`Error::NoAnswer`], [`Error::AlreadyDemanded`], [`Error::TooEarly`],
		/// [`Error::NothingToProve`], [`Error::TooManyDemands`].
		///
		/// ## Events
		///
		/// [`Event::ProofDemanded`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::demand_proof())]
		pub fn demand_proof(origin: OriginFor<T>, epoch: EpochIndex, supplier: T::AccountId) -> DispatchResult {
			let reporter = ensure_signed(origin)?;
			Self::do_demand(reporter, epoch, supplier)
		}

		/// Prove that the devices which a reporter's demand drew answered, in their order.
		///
		/// ## Dispatch Origin
		///
		/// Signed, by the supplier.
		///
		/// ## Errors
		///
		/// [`Error::NoAnswer`], [`Error::NoDemand`], [`Error::AlreadyProven`], [`Error::WrongNumberOfProofs`],
		/// [`Error::BadSignature`], [`Error::BadProof`].
		///
		/// ## Events
		///
		/// [`Event::ProofGiven`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::prove_devices())]
		pub fn prove_devices(
			origin: OriginFor<T>,
			epoch: EpochIndex,
			reporter: T::AccountId,
			proofs: BoundedVec<DeviceProof, ConstU32<SAMPLES>>,
		) -> DispatchResult {
			let supplier = ensure_signed(origin)?;
			Self::do_prove(supplier, epoch, reporter, proofs.into_inner())
		}
	}
}

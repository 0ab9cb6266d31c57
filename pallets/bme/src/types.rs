//! The records that this pallet stores. No logic.

use bme_economics::{EmissionState, Quote};
use bme_primitives::{Balance, ByPool, EpochIndex, JobSpecV1, Moment, Suppliers, Tick};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::Perbill;

/// A live job.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Job<AccountId> {
	/// Who signed and pays.
	pub payer: AccountId,
	/// What was asked.
	pub spec: JobSpecV1<AccountId>,
	/// What it costs, locked at the request: all of it is held from the payer.
	pub quote: Quote,
	/// The part of what is burned that the suppliers may earn, locked at the request.
	pub kappa: Perbill,
	/// What each supplier forfeits if it accepts and does not attest, token base units.
	pub liability: Balance,
	/// Which suppliers accepted, in their order. Work begins when all did.
	pub accepted: Suppliers<bool>,
	/// The tick at which the job moves on by itself.
	pub due: Tick,
}

impl<AccountId> Job<AccountId> {
	/// Whether every supplier accepted.
	pub fn has_begun(&self) -> bool {
		self.accepted.iter().all(|accepted| *accepted)
	}

	/// How many suppliers accepted.
	pub fn acceptances(&self) -> u32 {
		self.accepted.iter().filter(|accepted| **accepted).count() as u32
	}
}

/// The tick count, and how far the agenda is worked off.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Clock {
	/// Blocks in which the agenda ran.
	pub tick: Tick,
	/// Every agenda entry of an earlier tick is gone.
	pub worked_to: Tick,
}

/// The open epoch.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Epoch {
	/// Its number.
	pub index: EpochIndex,
	/// When it began.
	pub start: Moment,
	/// Its length, frozen when it opened.
	pub length: Moment,
	/// When epoch 0 began: time zero of the schedule.
	pub zero: Moment,
	/// The ledger's sum of job and channel burns when it opened, token base units.
	pub burned_before: Balance,
	/// What one epoch hands to the next.
	pub emission: EmissionState,
}

/// An epoch that closed. `paid` never exceeds `minted`, pool by pool.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct EpochRecord {
	/// Minted into each pool's pot, token base units.
	pub minted: ByPool<Balance>,
	/// Paid out of it, or owed by it, token base units.
	pub paid: ByPool<Balance>,
	/// The points that share it, frozen at the close.
	pub points: ByPool<u128>,
}

//! The records that this pallet stores. No logic beyond reading them.

use bme_primitives::{Balance, ByClass, Evidence, JobParties, Suppliers, Tick};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::Perbill;

/// Leaving the bond.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Unbonding {
	/// How much, token base units. Still held.
	pub amount: Balance,
	/// The tick from which it can be withdrawn.
	pub at: Tick,
}

/// A supplier. Its record is kept while anything is bonded or leaving.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Supplier {
	/// Bonded, token base units.
	pub bond: Balance,
	/// Of the bond, the sum of its open liabilities.
	pub liabilities: Balance,
	/// Beside the bond, what is leaving it.
	pub unbonding: Option<Unbonding>,
	/// The classes that it serves.
	pub classes: ByClass<bool>,
}

impl Supplier {
	/// The part of the bond that no open liability needs.
	pub fn free(&self) -> Balance {
		self.bond.saturating_sub(self.liabilities)
	}
}

/// A supplier's signed statement of the work it did.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Attestation {
	/// Units of work, in the measure of the class.
	pub units: u64,
	/// Hash of the result.
	pub result: [u8; 32],
	/// The evidence.
	pub evidence: Evidence,
}

/// The work on a live job that began. Its lists are in the order of the job's suppliers.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Work<BlockNumber> {
	/// What each supplier attested.
	pub attestations: Suppliers<Option<Attestation>>,
	/// The shares that the assessor stated.
	pub assessment: Option<Suppliers<Perbill>>,
	/// Which suppliers agreed to them.
	pub agreed: Suppliers<bool>,
	/// Whether the consumer approved.
	pub approved: bool,
	/// Whether anyone disputed.
	pub disputed: bool,
	/// Whether the time to attest is over.
	pub reviewing: bool,
	/// The block in which its review ended: lots on the work are drawn by randomness that nobody knew then, so that nobody speaks, or
	/// is silent, because of them.
	pub reviewed_at: Option<BlockNumber>,
	/// Whether a panel judges it.
	pub in_panel: bool,
}

impl<BlockNumber> Work<BlockNumber> {
	/// Work of `suppliers` suppliers that has just begun.
	pub fn new(suppliers: u32) -> Self {
		let suppliers = suppliers as usize;
		Self {
			attestations: Suppliers::truncate_from(alloc::vec![None; suppliers]),
			assessment: None,
			agreed: Suppliers::truncate_from(alloc::vec![false; suppliers]),
			approved: false,
			disputed: false,
			reviewing: false,
			reviewed_at: None,
			in_panel: false,
		}
	}

	/// Whether every supplier attested.
	pub fn all_attested(&self) -> bool {
		self.attestations.iter().all(Option::is_some)
	}

	/// Whether any supplier attested.
	pub fn any_attested(&self) -> bool {
		self.attestations.iter().any(Option::is_some)
	}

	/// Whether every word that ends the job was said: the consumer's, and, where somebody states shares, the suppliers'.
	pub fn is_consented<AccountId>(&self, parties: &JobParties<AccountId>) -> bool {
		self.approved && (parties.assessor.is_none() || self.all_agreed())
	}

	/// Whether every supplier that attested agreed: to an assessment, since there is nothing else to agree to.
	pub fn all_agreed(&self) -> bool {
		let mut words = self.attestations.iter().zip(&self.agreed);
		words.all(|(attestation, agreed)| attestation.is_none() || *agreed)
	}
}

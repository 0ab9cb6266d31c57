//! The records that this pallet stores. No logic but what a record knows of itself.

use bme_economics::DailyUse;
use bme_primitives::{Balance, Moment, ProviderId, ReceiptKey, Reference};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_core::H256;

/// A payment that a provider took, as a member knows it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Receipt<AccountId> {
	/// Who took the payment.
	pub provider: ProviderId,
	/// Blake2-256 of the provider's own name for it.
	pub reference: Reference,
	/// Who has the fiat.
	pub beneficiary: AccountId,
	/// Fiat base units.
	pub amount: Balance,
	/// When it was paid, milliseconds.
	pub paid_at: Moment,
}

impl<AccountId> Receipt<AccountId> {
	/// Which payment it is of, and what it says of it.
	pub fn into_parts(self) -> (ReceiptKey, Statement<AccountId>) {
		let Self {
			provider,
			reference,
			beneficiary,
			amount,
			paid_at,
		} = self;
		let statement = Statement {
			beneficiary,
			amount,
			paid_at,
		};
		(ReceiptKey { provider, reference }, statement)
	}
}

/// What a member says of a payment.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Statement<AccountId> {
	/// Who has the fiat.
	pub beneficiary: AccountId,
	/// Fiat base units.
	pub amount: Balance,
	/// When it was paid, milliseconds.
	pub paid_at: Moment,
}

/// A member's statement.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Attested<AccountId> {
	/// Who says so.
	pub member: AccountId,
	/// What.
	pub statement: Statement<AccountId>,
}

/// A receipt that enough members attested.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct ReceiptRecord<AccountId> {
	/// Who has the fiat.
	pub beneficiary: AccountId,
	/// What was paid, fiat base units.
	pub amount: Balance,
	/// Issued of it so far: less than the amount while the receipt is queued.
	pub issued: Balance,
	/// Of what was issued, what is young and still in the vault.
	pub held: Balance,
	/// From when on it cannot be taken back, milliseconds.
	pub matures: Moment,
	/// Until when the record is kept at least: as long as the same receipt could be attested again, or reversed.
	pub keep_until: Moment,
	/// Whether the payment was taken back.
	pub reversed: bool,
	/// Whether it was taken back before it matured: what was young of it is burned, and no row or job has any of it.
	pub void: bool,
}

impl<AccountId> ReceiptRecord<AccountId> {
	/// What is still to be issued.
	pub fn queued(&self) -> Balance {
		if self.reversed {
			return 0;
		}
		self.amount.saturating_sub(self.issued)
	}
}

/// What governance says of a payment provider.
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
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProviderTerms {
	/// How long after it was paid a payment can be taken back, milliseconds.
	pub maturity: Moment,
	/// The most that is issued against its receipts a day, fiat base units. What is above it waits.
	pub daily_limit: Balance,
}

/// A payment provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Provider {
	/// What governance says of it.
	pub terms: ProviderTerms,
	/// How much of its daily limit is used.
	pub used: DailyUse,
	/// Taken back after it was out of reach, fiat base units. While there is any, nothing is issued.
	pub deficit: Balance,
	/// The first receipt in the queue,
	pub first: u64,
	/// and the number of the next that will queue.
	pub next: u64,
}

impl Provider {
	/// One of which nothing is known but its terms.
	pub const fn new(terms: ProviderTerms) -> Self {
		Self {
			terms,
			used: DailyUse { used: 0, at: 0 },
			deficit: 0,
			first: 0,
			next: 0,
		}
	}

	/// Whether a receipt waits.
	pub const fn has_queue(&self) -> bool {
		self.first < self.next
	}
}

/// What a member says of a redemption.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Outcome {
	/// It was paid.
	#[codec(index = 0)]
	Paid,
	/// It was not, and will not be.
	#[codec(index = 1)]
	NotPaid,
}

/// Fiat on its way out.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Redemption<AccountId, Votes> {
	/// Whose fiat it is.
	pub who: AccountId,
	/// Held, fiat base units.
	pub amount: Balance,
	/// Blake2-256 of the instructions where to pay, which members have off chain.
	pub payout: H256,
	/// When it returns unless a member claimed it, milliseconds.
	pub expires: Moment,
	/// The member that pays it.
	pub claimed_by: Option<AccountId>,
	/// What members say of it.
	pub votes: Votes,
}

/// Why the fiat of a redemption returned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum ReturnedReason {
	/// Its owner cancelled it.
	#[codec(index = 0)]
	Cancelled,
	/// No member claimed it in time.
	#[codec(index = 1)]
	TimedOut,
	/// Enough members said that it was not paid.
	#[codec(index = 2)]
	Rejected,
}

/// Why a receipt of a batch does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum RefusedReason {
	/// Governance admitted no such provider.
	#[codec(index = 0)]
	UnknownProvider,
	/// The amount is zero.
	#[codec(index = 1)]
	AmountZero,
	/// It was paid too long ago.
	#[codec(index = 2)]
	TooOld,
	/// It is to be paid in the future.
	#[codec(index = 3)]
	FromFuture,
	/// The member said the same before.
	#[codec(index = 4)]
	AlreadyAttested,
	/// Enough members attested it: its fiat is issued or waits to be.
	#[codec(index = 5)]
	AlreadyIssued,
	/// The payment was taken back.
	#[codec(index = 6)]
	Reversed,
}

/// What happens by itself at some time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum Due {
	/// A receipt lapses, matures, or is forgotten.
	#[codec(index = 0)]
	Receipt(ReceiptKey),
	/// A redemption that nobody claimed returns.
	#[codec(index = 1)]
	Redemption(u64),
}

/// All fiat that was ever issued and taken out of issuance, base units. No number falls.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct FiatTotals {
	/// In existence when the chain began.
	pub genesis: Balance,
	/// Issued against receipts.
	pub receipts: Balance,
	/// Burned for redemptions that were paid.
	pub redemptions: Balance,
	/// Burned because payments were taken back.
	pub reversals: Balance,
}

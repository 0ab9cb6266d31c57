//! The records that this pallet stores. No logic but what a record knows of itself.

use bme_primitives::{Balance, Class, Opinion, Suppliers, Tick, MAX_PANEL, MAX_SUPPLIERS};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::Perbill;

/// One entry for each member of a panel.
pub type Seated<T> = BoundedVec<T, ConstU32<MAX_PANEL>>;

/// A verifier.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Verifier {
	/// How many seats governance lets it take. None: it is drawn no more.
	pub allowed: u32,
	/// How many it has.
	pub seats: u32,
	/// Bonded, token base units. Whole while it is the bond of every seat.
	pub bond: Balance,
	/// Panels that it is a member of, or whose finding is open to review: the bond stays until then.
	pub engaged: u32,
	/// How often it was silent, far off, or wrong on a ringer.
	pub faults: u32,
}

/// A member of a panel.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Member<AccountId> {
	/// Who.
	pub who: AccountId,
	/// The hash that it committed to.
	pub commitment: Option<H256>,
	/// What it revealed.
	pub opinion: Option<Opinion>,
}

impl<AccountId> Member<AccountId> {
	/// One that said nothing yet.
	pub(crate) fn new(who: AccountId) -> Self {
		Self {
			who,
			commitment: None,
			opinion: None,
		}
	}

	/// Whether it did not do what this stage asks of it.
	pub(crate) fn is_silent(&self, stage: Stage) -> bool {
		match stage {
			Stage::Drawing => false,
			Stage::Committing => self.commitment.is_none(),
			Stage::Revealing => self.opinion.is_none(),
		}
	}
}

/// How far a panel is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Stage {
	/// It is drawn when the randomness is known.
	#[codec(index = 0)]
	Drawing,
	/// Its members commit to what they think.
	#[codec(index = 1)]
	Committing,
	/// They reveal it.
	#[codec(index = 2)]
	Revealing,
}

/// Whoever demanded a panel, and what it bonded.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Dispute<AccountId> {
	/// Whose tokens are bonded.
	pub bonded_by: AccountId,
	/// How many, base units.
	pub bond: Balance,
}

/// A panel on a live job.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Panel<AccountId, BlockNumber> {
	/// Which try it is, from 0.
	pub round: u8,
	/// How far it is.
	pub stage: Stage,
	/// The block in which it was asked for. Nobody then knew by what it is drawn.
	pub since: BlockNumber,
	/// The tick at which the stage ends.
	pub until: Tick,
	/// Whether it is asked for shares.
	pub asks_shares: bool,
	/// Who demanded it; nobody where lots did.
	pub dispute: Option<Dispute<AccountId>>,
	/// Its members, once they are drawn.
	pub members: Seated<Member<AccountId>>,
	/// What came of it, between its finding and the end of the job, in the same block.
	pub outcome: Option<Outcome<AccountId>>,
}

impl<AccountId, BlockNumber> Panel<AccountId, BlockNumber> {
	/// How many members committed.
	pub fn committed(&self) -> u32 {
		let committed = self.members.iter().filter(|member| member.commitment.is_some());
		committed.count() as u32
	}

	/// How many members revealed.
	pub fn heard(&self) -> u32 {
		self.members.iter().filter(|member| member.opinion.is_some()).count() as u32
	}
}

/// What came of a panel.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Outcome<AccountId> {
	/// Whether the job ends otherwise than it would have without the panel.
	pub changed: bool,
	/// Whether the work of any supplier was found bad.
	pub condemns: bool,
	/// Which suppliers attested: nothing is judged of the others.
	pub attested: Suppliers<bool>,
	/// The members who are paid: those who were heard and are near the others.
	pub deserving: Seated<AccountId>,
}

/// What a panel found, while it is open to review. Its job has ended.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Finding<AccountId, BlockNumber> {
	/// What kind of service the job was.
	pub class: Class,
	/// Who has a part of what bad suppliers lose.
	pub consumer: AccountId,
	/// The block in which the panel was asked for.
	pub since: BlockNumber,
	/// The tick at which it stands.
	pub until: Tick,
	/// Who said what.
	pub opinions: Seated<(AccountId, Option<Opinion>)>,
	/// Which suppliers attested: what was said of the others does not count.
	pub attested: Suppliers<bool>,
	/// The members who are paid.
	pub deserving: Seated<AccountId>,
	/// Whether an auditor knew the answer, and said so.
	pub is_ringer: bool,
	/// Suppliers that lose this much of their bond when it stands.
	pub condemned: BoundedVec<(AccountId, Balance), ConstU32<MAX_SUPPLIERS>>,
}

/// The findings that are open to review, in the order in which they end.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Queue {
	/// The place of the first.
	pub first: u64,
	/// The place after the last.
	pub end: u64,
}

/// What panels found of a supplier in one class.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Reputation {
	/// The average quality, from nothing on: each verdict on a job that burned enough counts an eighth, on a smaller one less.
	pub accuracy: Perbill,
	/// How many verdicts.
	pub verdicts: u32,
}

/// What a part of a session is for. Nobody can choose a panel by a seat that is taken, left or filled up once it is known by what is
/// drawn, nor while the last parts of it are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Phase {
	/// Panels are drawn, and seats stay as they are.
	#[codec(index = 0)]
	Drawing,
	/// Seats change, and no panel is drawn.
	#[codec(index = 1)]
	Seating,
	/// Neither: the randomness of the next session is made.
	#[codec(index = 2)]
	Waiting,
}

/// Why a verifier lost a part of its bond.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Fault {
	/// It did not commit, or did not reveal, in time.
	#[codec(index = 0)]
	Silent,
	/// It is far from what the panel found.
	#[codec(index = 1)]
	Far,
	/// It was wrong on a job whose quality an auditor knew beforehand.
	#[codec(index = 2)]
	Ringer,
}

/// A job whose quality an auditor knows, by the hash of its answer.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Ringer<BlockNumber> {
	/// Hash of the job and the answer.
	pub commitment: H256,
	/// The block in which it was committed to.
	pub at: BlockNumber,
}

/// The answer of a ringer: how good the work of each supplier is.
pub type Answer = Suppliers<Perbill>;

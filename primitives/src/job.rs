//! The words of a job: what is asked for, by whom, and how it is judged.

use crate::{Balance, ByRole, Class, Tick};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::Perbill;

/// The most suppliers that one job may have.
pub const MAX_SUPPLIERS: u32 = 16;
/// The most accounts that one job pays: its suppliers, and those in its roles.
pub const MAX_PAYEES: u32 = MAX_SUPPLIERS + Role::ALL.len() as u32;

/// One entry for each supplier of a job, in the order of its specification.
pub type Suppliers<T> = BoundedVec<T, ConstU32<MAX_SUPPLIERS>>;

/// The judgement of a job: one entry for each of its suppliers, in their order; the shares sum to exactly one.
pub type Verdict = Suppliers<SupplierVerdict>;

/// A supplier asked for, and the least part of the job that it is paid for.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct SupplierTerms<AccountId> {
	/// The supplier.
	pub account: AccountId,
	/// The share that no assessment may go below. Without an assessor the minima are the shares and sum to exactly one.
	pub min_share: Perbill,
}

/// Others whose work a job uses, who have a part of its fiat. A model without an owner is open: its part is the suppliers'.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Roles<AccountId> {
	/// Author of the agent template.
	pub template_author: Option<AccountId>,
	/// Provider of a tool that the agent calls.
	pub tool_provider: Option<AccountId>,
	/// Owner of the model.
	pub model_owner: Option<AccountId>,
}

impl<AccountId: PartialEq> Roles<AccountId> {
	/// Whether `who` is in any of them.
	pub fn names(&self, who: &AccountId) -> bool {
		[&self.template_author, &self.tool_provider, &self.model_owner]
			.into_iter()
			.flatten()
			.any(|named| named == who)
	}
}

impl<AccountId> Default for Roles<AccountId> {
	fn default() -> Self {
		Self {
			template_author: None,
			tool_provider: None,
			model_owner: None,
		}
	}
}

/// Who shares in a job's fiat beside its suppliers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Role {
	/// The treasury of the chain.
	#[codec(index = 0)]
	Treasury,
	/// The author of the agent template.
	#[codec(index = 1)]
	TemplateAuthor,
	/// The provider of a tool that the agent calls.
	#[codec(index = 2)]
	ToolProvider,
	/// The owner of the model.
	#[codec(index = 3)]
	ModelOwner,
}

impl Role {
	/// Every role, in the order of its encoding.
	pub const ALL: [Self; 4] = [
		Self::Treasury,
		Self::TemplateAuthor,
		Self::ToolProvider,
		Self::ModelOwner,
	];

	/// This role's entry of `values`.
	pub const fn of<T>(self, values: &ByRole<T>) -> &T {
		match self {
			Self::Treasury => &values.treasury,
			Self::TemplateAuthor => &values.template_author,
			Self::ToolProvider => &values.tool_provider,
			Self::ModelOwner => &values.model_owner,
		}
	}
}

/// The evidence that a job demands of its suppliers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum EvidenceKind {
	/// Nothing beside the result's hash.
	#[codec(index = 0)]
	None,
	/// What another needs to run the work again and find the same result.
	#[codec(index = 1)]
	Replay,
	/// The quote of a trusted execution environment.
	#[codec(index = 2)]
	Tee,
	/// A proof of the computation.
	#[codec(index = 3)]
	Proof,
	/// The vouchers of a channel.
	#[codec(index = 4)]
	Metering,
}

/// What evidence can rest on, once governance has listed it.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum EvidenceBasis {
	/// The measurement of what runs in a trusted execution environment.
	#[codec(index = 0)]
	Measurement([u8; 32]),
	/// A proof system, by the blake2-256 hash of its verifier.
	#[codec(index = 1)]
	ProofSystem([u8; 32]),
}

impl EvidenceBasis {
	/// The kind of evidence that rests on it.
	pub const fn kind(&self) -> EvidenceKind {
		match self {
			Self::Measurement(_) => EvidenceKind::Tee,
			Self::ProofSystem(_) => EvidenceKind::Proof,
		}
	}
}

/// Evidence that a supplier attaches to its attestation. All hashes are blake2-256 of what is kept off chain.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Evidence {
	/// Nothing beside the result's hash.
	#[codec(index = 0)]
	None,
	/// Deterministic work: run it again from `seed` in `environment` and the result is the same.
	#[codec(index = 1)]
	Replay {
		/// The seed of every random choice.
		seed: [u8; 32],
		/// Hash of the environment: image, weights, inputs.
		environment: [u8; 32],
	},
	/// A quote of a trusted execution environment.
	#[codec(index = 2)]
	Tee {
		/// Hash of the quote.
		quote: [u8; 32],
		/// The measurement of what ran.
		measurement: [u8; 32],
	},
	/// A proof of the computation.
	#[codec(index = 3)]
	Proof {
		/// The proof system, by the hash under which it is listed.
		system: [u8; 32],
		/// Hash of the proof.
		proof: [u8; 32],
	},
	/// The vouchers of a channel.
	#[codec(index = 4)]
	Metering {
		/// Root of the tree of vouchers.
		root: [u8; 32],
		/// How many vouchers there are.
		vouchers: u64,
	},
}

impl Evidence {
	/// Its kind.
	pub const fn kind(&self) -> EvidenceKind {
		match self {
			Self::None => EvidenceKind::None,
			Self::Replay { .. } => EvidenceKind::Replay,
			Self::Tee { .. } => EvidenceKind::Tee,
			Self::Proof { .. } => EvidenceKind::Proof,
			Self::Metering { .. } => EvidenceKind::Metering,
		}
	}

	/// What it rests on that governance has to list.
	pub const fn basis(&self) -> Option<EvidenceBasis> {
		match self {
			Self::Tee { measurement, .. } => Some(EvidenceBasis::Measurement(*measurement)),
			Self::Proof { system, .. } => Some(EvidenceBasis::ProofSystem(*system)),
			Self::None | Self::Replay { .. } | Self::Metering { .. } => None,
		}
	}
}

/// What a payer asks for. The encoding is final; what comes later is a new variant.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum JobSpec<AccountId> {
	/// The first version.
	#[codec(index = 1)]
	V1(JobSpecV1<AccountId>),
}

impl<AccountId> JobSpec<AccountId> {
	/// How many suppliers are asked.
	pub fn suppliers(&self) -> u32 {
		let Self::V1(spec) = self;
		spec.suppliers.len() as u32
	}
}

/// The first version of a job's specification.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct JobSpecV1<AccountId> {
	/// The account that the job is for: it approves and disputes. The payer is whoever signs.
	pub consumer: AccountId,
	/// What kind of service.
	pub class: Class,
	/// The price of the whole job, in fiat base units (6 decimals).
	pub price: Balance,
	/// Who is asked, and the least share of each.
	pub suppliers: Suppliers<SupplierTerms<AccountId>>,
	/// Who states the shares above the minima. Needed where the minima do not sum to one.
	pub assessor: Option<AccountId>,
	/// Others whose work the job uses.
	pub roles: Roles<AccountId>,
	/// The evidence that every attestation must carry.
	pub evidence: EvidenceKind,
	/// Hash of the full specification, kept off chain.
	pub spec_hash: [u8; 32],
	/// Ticks in which every supplier must accept.
	pub accept_within: Tick,
	/// Ticks from the last acceptance in which every supplier must attest.
	pub attest_within: Tick,
	/// The most tokens, in base units, that the payer agrees to burn. A dearer quote is refused.
	pub max_burn: Balance,
}

/// The judgement of one supplier's work in a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct SupplierVerdict {
	/// Its share of the job.
	pub share: Perbill,
	/// The quality of its work, 0 to 1.
	pub quality: Perbill,
	/// Whether it attested at all. One that did not forfeits its liability and has quality 0.
	pub attested: bool,
	/// Whether a panel found its work so bad that it is to lose its liability, once the finding was open to review.
	pub condemned: bool,
}

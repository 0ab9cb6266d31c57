//! Runtime APIs: everything that a dApp reads. In polkadot.js they are `api.call.bmeApi.*` and so on.

use crate::{
	Balance, BurnCause, ByClass, ByPool, ByRole, Class, Debt, EpochIndex, Evidence, Item, ItemId, JobId, JobSpecV1,
	MintCause, Moment, Opinion, ProviderId, ReceiptKey, Sampling, Tick, YoungLot,
};
use alloc::vec::Vec;
use bme_economics::{Change, ChangeError, Direction, Feed, Policy, PolicyError, ProjectionError, Quote};
pub use bme_economics::{Projected, Scenario};
use codec::{Codec, Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::{FixedU128, Perbill};

/// Why there is no quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum QuoteError {
	/// The token price is stale: no new jobs until it is fresh again.
	#[codec(index = 0)]
	PriceStale,
	/// Below the least price of a job.
	#[codec(index = 1)]
	PriceTooLow,
	/// Above the highest price of a job.
	#[codec(index = 2)]
	PriceTooHigh,
	/// The numbers are out of range.
	#[codec(index = 3)]
	Overflow,
	/// The chain has no policy.
	#[codec(index = 4)]
	NoPolicy,
}

/// Where a live job stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum JobStage {
	/// Waiting for every supplier to accept.
	#[codec(index = 0)]
	Requested,
	/// Accepted by all: attested, assessed and approved until it is due.
	#[codec(index = 1)]
	Working,
}

/// A live job. An ended one is found in the events only.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct JobView<AccountId> {
	/// Who pays.
	pub payer: AccountId,
	/// What was asked.
	pub spec: JobSpecV1<AccountId>,
	/// Fiat held, base units.
	pub fiat: Balance,
	/// The young fiat in it: whoever is paid with it has it when its receipt matures, or never, if that is reversed before.
	pub young: Vec<YoungLot>,
	/// The parts of the fiat that others than the suppliers have.
	pub roles: ByRole<Perbill>,
	/// Tokens held to be burned, base units.
	pub burn: Balance,
	/// The price used, USD per whole token.
	pub price_used: FixedU128,
	/// The part of what is burned that the suppliers may earn.
	pub kappa: Perbill,
	/// The liability of each supplier, token base units.
	pub liability: Balance,
	/// Which suppliers accepted, in their order.
	pub accepted: Vec<bool>,
	/// Where it stands.
	pub stage: JobStage,
	/// The tick at which it moves on by itself.
	pub due: Tick,
}

/// The running epoch.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct EpochView {
	/// Its number.
	pub index: EpochIndex,
	/// When it began, milliseconds; 0 until the first block is known.
	pub start: Moment,
	/// Its length, milliseconds.
	pub length: Moment,
	/// The policy that rules it: how many came into force before it.
	pub policy: u32,
	/// The part of the schedule that it may mint beside work.
	pub multiplier: FixedU128,
	/// The average of what an epoch burned beyond what its work may earn, token base units.
	pub average_net_burn: Balance,
	/// Tokens burned in it so far by jobs and channels, base units.
	pub burned: Balance,
	/// Points earned in it so far.
	pub points: ByPool<u128>,
}

/// An epoch that closed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct EpochRecordView {
	/// The policy that it minted by.
	pub policy: u32,
	/// How much of its time counted, milliseconds.
	pub elapsed: Moment,
	/// What the schedule held for that time, token base units.
	pub scheduled: Balance,
	/// Burned in it by jobs and channels, token base units.
	pub burned: Balance,
	/// Minted into each pool, token base units.
	pub minted: ByPool<Balance>,
	/// Paid out of each pool so far, token base units.
	pub paid: ByPool<Balance>,
	/// The points that share each pool.
	pub points: ByPool<u128>,
}

/// The supply and why it is what it is. `issuance = genesis + Σ minted − Σ burned`, exactly.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct SupplyView {
	/// Tokens in existence, base units.
	pub issuance: Balance,
	/// Tokens that existed at genesis, base units.
	pub genesis: Balance,
	/// Minted since, by cause.
	pub minted: Vec<(MintCause, Balance)>,
	/// Burned since, by cause.
	pub burned: Vec<(BurnCause, Balance)>,
	/// Of what was minted, what only came back from the burn.
	pub reminted: Balance,
	/// What the schedule held and nobody earned.
	pub unearned: Balance,
}

/// A policy that comes into force.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct PendingPolicyView {
	/// Blake2-256 of its encoding.
	pub policy_hash: H256,
	/// The first epoch that it rules.
	pub activates: EpochIndex,
	/// What comes into force.
	pub policy: Policy,
}

/// What a policy would change.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct PolicyReview {
	/// Blake2-256 of its encoding.
	pub policy_hash: H256,
	/// The policy in force, by its hash: the `base` to note it with.
	pub base: H256,
	/// Which way it goes.
	pub direction: Direction,
	/// Each number that it changes.
	pub changes: Vec<Change>,
}

/// Why a policy cannot be noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum PolicyRefusal {
	/// It is no valid policy.
	#[codec(index = 0)]
	Policy(PolicyError),
	/// It is too far from the policy in force, or of a year ago.
	#[codec(index = 1)]
	Change(ChangeError),
	/// Projected ahead, it breaks a bound.
	#[codec(index = 2)]
	Projection(ProjectionError),
	/// The chain has no policy.
	#[codec(index = 3)]
	NoPolicy,
}

/// Why there is no preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum PreviewError {
	/// There is no candidate of this hash.
	#[codec(index = 0)]
	CandidateNotFound,
	/// More than 366 epochs.
	#[codec(index = 1)]
	TooManyEpochs,
	/// The chain has no policy.
	#[codec(index = 2)]
	NoPolicy,
}

/// A supplier.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct SupplierView {
	/// Bonded, token base units.
	pub bond: Balance,
	/// Of the bond, the sum of its open liabilities.
	pub liabilities: Balance,
	/// Leaving the bond: amount, and the tick from which it can be withdrawn.
	pub unbonding: Option<(Balance, Tick)>,
	/// The classes that it serves.
	pub classes: Vec<Class>,
}

/// One supplier's attestation.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct AttestationView {
	/// Units of work, in the measure of the class.
	pub units: u64,
	/// Hash of the result.
	pub result: [u8; 32],
	/// The evidence.
	pub evidence: Evidence,
}

/// What is known of the work on a live job.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct WorkView {
	/// The attestation of each supplier, in their order.
	pub attestations: Vec<Option<AttestationView>>,
	/// The shares that the assessor stated.
	pub assessment: Option<Vec<Perbill>>,
	/// Which suppliers agreed.
	pub agreed: Vec<bool>,
	/// Whether the consumer approved.
	pub approved: bool,
	/// Whether anyone disputed.
	pub disputed: bool,
	/// Whether a panel judges it.
	pub in_panel: bool,
}

/// What a member of a panel has to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum DutyStep {
	/// Commit to an opinion.
	#[codec(index = 0)]
	Commit,
	/// Reveal it.
	#[codec(index = 1)]
	Reveal,
}

/// Something that a verifier has to do now.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Duty {
	/// The job.
	pub job: JobId,
	/// Which try of its panel it is, from 0.
	pub round: u8,
	/// What is to be done.
	pub step: DutyStep,
	/// The tick before which it has to be done.
	pub until: Tick,
	/// Whether the panel is asked for shares.
	pub asks_shares: bool,
}

/// A member of a panel.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct MemberView<AccountId> {
	/// Who.
	pub who: AccountId,
	/// Whether it committed.
	pub committed: bool,
	/// What it revealed.
	pub opinion: Option<Opinion>,
}

/// The panel on a live job.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct PanelView<AccountId> {
	/// Which try it is, from 0.
	pub round: u8,
	/// Whether its members are drawn.
	pub is_drawn: bool,
	/// Whether they reveal; before, they commit.
	pub is_revealing: bool,
	/// The tick at which it moves on.
	pub until: Tick,
	/// Whether it is asked for shares.
	pub asks_shares: bool,
	/// Whose tokens are bonded for it, and how many, base units.
	pub bonded_by: Option<(AccountId, Balance)>,
	/// Its members.
	pub members: Vec<MemberView<AccountId>>,
}

/// A verifier.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct VerifierView {
	/// How many seats governance lets it take.
	pub allowed: u32,
	/// The places of its seats, by class.
	pub seats: ByClass<Vec<u32>>,
	/// Bonded, token base units.
	pub bond: Balance,
	/// Panels and findings that it has to answer for.
	pub engaged: u32,
	/// How often it was silent, far off, or wrong on a ringer.
	pub faults: u32,
}

/// What panels found of a supplier in one class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ReputationView {
	/// The average quality, of which the newest verdict is an eighth.
	pub accuracy: Perbill,
	/// How many verdicts.
	pub verdicts: u32,
}

/// Whether the price can be used.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum PriceCondition {
	/// Young enough.
	#[codec(index = 0)]
	Fresh,
	/// Usable, at a margin that widens with its age.
	#[codec(index = 1)]
	Ageing,
	/// Not usable, for a [`StaleReason`]: new jobs are refused.
	#[default]
	#[codec(index = 2)]
	Stale,
}

/// Why a price cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum StaleReason {
	/// There never was one.
	#[codec(index = 0)]
	NeverKnown,
	/// Too old: for too long no quorum of feeders agreed.
	#[codec(index = 1)]
	TooOld,
	/// The feeds are too far apart.
	#[codec(index = 2)]
	TooUncertain,
}

/// The token price.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct PriceView {
	/// USD per whole token, moved by bounded steps; 0 if it was never known, as all the numbers then.
	pub price: FixedU128,
	/// What the feeders last agreed on, which the price follows.
	pub median: FixedU128,
	/// The average of the price.
	pub average: FixedU128,
	/// How far apart the feeds were.
	pub confidence: FixedU128,
	/// What quotes take off for its age.
	pub margin: Perbill,
	/// What quotes use, unless the policy's floor price is above it.
	pub cautious: FixedU128,
	/// When it was observed, milliseconds.
	pub observed_at: Moment,
	/// Whether it can be used.
	pub condition: PriceCondition,
	/// Why it cannot be used, if it is stale.
	pub stale: Option<StaleReason>,
	/// How many feeds are fresh now,
	pub fresh_feeds: u32,
	/// how many of them agree,
	pub agreeing_feeds: u32,
	/// and how many must agree to make a new price.
	pub quorum: u32,
}

/// How one feeder feeds.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct FeederView<AccountId> {
	/// Who.
	pub feeder: AccountId,
	/// What it fed last, if that is still fresh.
	pub feed: Option<Feed>,
	/// In how many blocks a price was looked for since it is a feeder;
	pub rounds: u32,
	/// in how many of them it had no fresh feed,
	pub absent: u32,
	/// and in how many its feed was dropped as an outlier.
	pub outliers: u32,
}

/// Where a receipt stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum ReceiptStage {
	/// Not enough members said the same yet.
	#[codec(index = 0)]
	Attested,
	/// Accepted; some of it waits for its provider's limit.
	#[codec(index = 1)]
	Queued,
	/// Issued; it can still be taken back.
	#[codec(index = 2)]
	Young,
	/// Issued for good.
	#[codec(index = 3)]
	Mature,
	/// The payment was taken back.
	#[codec(index = 4)]
	Reversed,
}

/// A receipt of a payment.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ReceiptView<AccountId> {
	/// Where it stands.
	pub stage: ReceiptStage,
	/// Who has the fiat; while not enough members agree, as the first of them says, as all that follows.
	pub beneficiary: AccountId,
	/// What was paid, fiat base units.
	pub amount: Balance,
	/// Issued of it so far, fiat base units.
	pub issued: Balance,
	/// Young of it, fiat base units.
	pub held: Balance,
	/// From when on it cannot be taken back, milliseconds; none before it is accepted.
	pub matures: Option<Moment>,
	/// The members that attested it, while that is not enough of them.
	pub members: Vec<AccountId>,
}

/// Young fiat of one receipt.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct YoungView {
	/// The receipt that it was issued against.
	pub receipt: ReceiptKey,
	/// Fiat base units.
	pub amount: Balance,
	/// When it matures, milliseconds.
	pub matures: Moment,
}

/// A reporter.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ReporterView {
	/// Bonded, token base units.
	pub bond: Balance,
	/// The last epoch in which it reported.
	pub reported_in: Option<EpochIndex>,
	/// In how many epochs it was far off what the others measured.
	pub faults: u32,
}

/// A payment provider.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ProviderView {
	/// Its number.
	pub provider: ProviderId,
	/// How long after it was paid a payment can be taken back, milliseconds.
	pub maturity: Moment,
	/// The most that is issued against its receipts a day, fiat base units;
	pub daily_limit: Balance,
	/// and what of that may be issued now.
	pub room: Balance,
	/// Taken back after it was out of reach, fiat base units. While there is any, nothing is issued.
	pub deficit: Balance,
	/// How many receipts wait.
	pub queued: u64,
}

/// All fiat. `issuance = genesis + receipts − redemptions − reversals`, exactly.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct FiatView {
	/// In existence, base units.
	pub issuance: Balance,
	/// In existence when the chain began.
	pub genesis: Balance,
	/// Issued against receipts.
	pub receipts: Balance,
	/// Burned for redemptions that were paid.
	pub redemptions: Balance,
	/// Burned because payments were taken back.
	pub reversals: Balance,
	/// How many members of the gateway have to say the same.
	pub threshold: u32,
	/// The payment providers.
	pub providers: Vec<ProviderView>,
}

sp_api::decl_runtime_apis! {
	/// Money: quotes, jobs, epochs, debts and supply.
	pub trait BmeApi<AccountId> where AccountId: Codec {
		/// What a job of this class and price (fiat base units) costs now.
		fn quote(class: Class, price: Balance) -> Result<Quote, QuoteError>;
		/// A live job.
		fn job(job: JobId) -> Option<JobView<AccountId>>;
		/// The running epoch.
		fn epoch() -> EpochView;
		/// An epoch that closed and did not expire yet.
		fn epoch_record(epoch: EpochIndex) -> Option<EpochRecordView>;
		/// What the chain owes an account.
		fn owed(account: AccountId) -> Vec<(Debt, Balance)>;
		/// The policy in force, if the chain has one.
		fn policy() -> Option<Policy>;
		/// The policy that comes into force next, if one was adopted.
		fn pending_policy() -> Option<PendingPolicyView>;
		/// What a policy would change, and whether it could be noted now.
		fn review_policy(policy: Policy) -> Result<PolicyReview, PolicyRefusal>;
		/// The epochs ahead, at most 366, by the code that will close them: under the policy in force and whichever is pending, or
		/// under a candidate, as if it were adopted now. The first row is of the open epoch.
		fn preview_policy(
			candidate: Option<H256>,
			scenario: Scenario,
			epochs: u32,
		) -> Result<Vec<Projected>, PreviewError>;
		/// The supply, by cause.
		fn supply() -> SupplyView;
	}

	/// Merit: suppliers, their work and their points.
	pub trait ContributionApi<AccountId> where AccountId: Codec {
		/// A supplier.
		fn supplier(account: AccountId) -> Option<SupplierView>;
		/// What is known of the work on a live job that began.
		fn work(job: JobId) -> Option<WorkView>;
		/// Points of an account in an epoch that it was not paid for yet.
		fn points(epoch: EpochIndex, account: AccountId) -> ByPool<u128>;
	}

	/// The token price.
	pub trait PriceApi<AccountId> where AccountId: Codec {
		/// The price, its condition and why. Never fails.
		fn price() -> PriceView;
		/// How each feeder feeds.
		fn feeders() -> Vec<FeederView<AccountId>>;
	}

	/// Fiat in and out.
	pub trait FiatApi<AccountId> where AccountId: Codec {
		/// All fiat, and the providers of payments.
		fn fiat() -> FiatView;
		/// A receipt of a payment, unless it is forgotten.
		fn receipt(receipt: ReceiptKey) -> Option<ReceiptView<AccountId>>;
		/// The young fiat of an account, the largest first: it can be spent on jobs, and not taken out before it matures.
		fn young(account: AccountId) -> Vec<YoungView>;
	}

	/// Measured contributions.
	pub trait MeasurementApi<AccountId> where AccountId: Codec {
		/// The contribution items, by their numbers.
		fn items() -> Vec<(ItemId, Item)>;
		/// A reporter, while it has a bond.
		fn reporter(account: AccountId) -> Option<ReporterView>;
		/// How many devices a supplier has for an item.
		fn devices(supplier: AccountId, item: ItemId) -> u32;
	}

	/// Work that is checked.
	pub trait VerificationApi<AccountId> where AccountId: Codec {
		/// What a verifier has to do now.
		fn duties(verifier: AccountId) -> Vec<Duty>;
		/// The panel on a live job.
		fn panel(job: JobId) -> Option<PanelView<AccountId>>;
		/// A verifier.
		fn verifier(account: AccountId) -> Option<VerifierView>;
		/// What panels found of a supplier, by class; nothing where none judged it.
		fn reputation(supplier: AccountId) -> ByClass<Option<ReputationView>>;
		/// How often jobs are checked that nobody disputed.
		fn sampling() -> Sampling;
	}

	/// The invariants of the whole chain.
	pub trait InvariantsApi {
		/// `Ok`, or the invariant that does not hold.
		fn check() -> Result<(), Vec<u8>>;
	}
}

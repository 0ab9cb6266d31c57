//! The seams between the pallets.

use crate::{
	Balance, ByPool, Class, EpochIndex, EvidenceKind, JobId, Moment, Pool, ReceiptKeys, Roles, SupplierTerms,
	Suppliers, Tick, Verdict, YoungLot, YoungLots,
};
use bme_economics::PriceFacts;
use frame_support::weights::Weight;
use sp_runtime::{DispatchError, DispatchResult};

/// What happens to a job whose due tick came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Due {
	/// Nothing yet: ask again after this many ticks.
	Wait(Tick),
	/// It ends, so judged.
	Settle(Verdict),
}

/// What money asks of merit. Implemented by `pallet-contribution`.
pub trait Judge<AccountId> {
	/// Whether evidence of this kind can be judged. No job may demand what nobody could attest.
	fn accepts(evidence: EvidenceKind) -> bool;

	/// Open `liability` (token base units) on the bond of `who` for a job of `class`. Fails, changing nothing, where `who` is not a
	/// supplier of that class or its bond does not cover one more liability.
	fn open(who: &AccountId, class: Class, liability: Balance) -> DispatchResult;

	/// End a liability that [`Self::open`] opened, leaving the bond whole.
	fn release(who: &AccountId, liability: Balance);

	/// Take a liability that [`Self::open`] opened from the bond: half, rounded down, to `payee`, the rest burned through the ledger.
	/// Returns what `payee` received.
	fn forfeit(who: &AccountId, liability: Balance, payee: &AccountId) -> Balance;

	/// Keep a liability that [`Self::open`] opened until the finding of the panel on `job` was open to review, then take it.
	fn condemn(job: JobId, who: &AccountId, liability: Balance);

	/// Every supplier of `job` accepted: work starts.
	fn begin(job: JobId, suppliers: u32);

	/// The due tick of `job`, which had begun, came. Returns what it cost beside what ending the job costs.
	fn due(job: JobId) -> (Due, Weight);

	/// The most that [`Self::due`] costs.
	fn due_weight() -> Weight;

	/// `job`, which had begun, ended: forget it. `spare` is what it burned and its suppliers cannot earn back, token base units: the most
	/// that those who checked it may earn because of it.
	fn close(job: JobId, spare: Balance);

	/// Make `who` a supplier of every class with a bond that covers any liability.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_supplier(who: &AccountId);

	/// Bring `job` to its review with all its suppliers attested.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_attest(job: JobId);
}

/// Who takes part in a job, as merit sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobParties<AccountId> {
	/// Who signed the request and pays.
	pub payer: AccountId,
	/// Approves and disputes.
	pub consumer: AccountId,
	/// States the shares above the minima.
	pub assessor: Option<AccountId>,
	/// Kind of service.
	pub class: Class,
	/// Evidence that every attestation must carry.
	pub evidence: EvidenceKind,
	/// The suppliers and their least shares.
	pub suppliers: Suppliers<SupplierTerms<AccountId>>,
	/// Others whose work it uses, where they have a part of its fiat.
	pub roles: Roles<AccountId>,
	/// How many accounts it pays: its suppliers, and those in roles that have a part.
	pub payees: u32,
	/// Whether it spends young fiat.
	pub is_young: bool,
	/// The most that it burns, token base units.
	pub burn: Balance,
}

impl<AccountId: PartialEq> JobParties<AccountId> {
	/// Whether `who` pays for the job, or has a say or a part in it.
	pub fn concerns(&self, who: &AccountId) -> bool {
		self.payer == *who
			|| self.consumer == *who
			|| self.assessor.as_ref() == Some(who)
			|| self.roles.names(who)
			|| self.suppliers.iter().any(|terms| terms.account == *who)
	}
}

/// What merit asks of money. Implemented by `pallet-bme`.
pub trait Jobs<AccountId> {
	/// The parties of a live job.
	fn parties(job: JobId) -> Option<JobParties<AccountId>>;

	/// Move the due tick of a live job to `ticks` from now.
	fn due_in(job: JobId, ticks: Tick);

	/// End a live job now by this verdict.
	fn settle(job: JobId, verdict: Verdict) -> DispatchResult;

	/// What it costs to end a job of so many payees that spends young fiat, beside what one costs that does not.
	fn young_weight(payees: u32) -> Weight;

	/// The number by which windows are divided: 1 on a public network, more on a developer chain.
	fn scaled(window: Tick) -> Tick;

	/// Ticks since genesis.
	fn now() -> Tick;

	/// Make a live job of these suppliers, all of whom accepted.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_job(consumer: &AccountId, assessor: Option<&AccountId>, suppliers: &[AccountId]) -> JobId;
}

/// The running epoch. Implemented by `pallet-bme`.
pub trait EpochClock {
	/// The epoch that is open now.
	fn current() -> EpochIndex;

	/// How long the open epoch lasts, milliseconds.
	fn length() -> Moment;

	/// Open an epoch of a day.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_open();
}

/// The bonds of suppliers. Implemented by `pallet-contribution`.
pub trait SupplierBonds<AccountId> {
	/// What a supplier has bonded, token base units; none of whoever is no supplier.
	fn bond(who: &AccountId) -> Option<Balance>;

	/// Make `who` a supplier with a bond that no cap here meets, and free tokens beside it.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_bond(who: &AccountId);
}

/// What lots say of a job whose review is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lots {
	/// It ends as it stands.
	Spared,
	/// A panel checks it.
	Drawn,
	/// They cannot be drawn yet: ask again after this many ticks.
	Later(Tick),
}

/// What became of asking for a panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Convened {
	/// There will be one: ask what it found after this many ticks.
	Panel(Tick),
	/// There are not enough verifiers.
	Nobody,
}

/// How far a panel is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deliberation {
	/// Ask again after this many ticks.
	Wait(Tick),
	/// It found this.
	Found(Verdict),
	/// No panel gave enough opinions: the job ends without one.
	Hung,
}

/// What merit asks of verifiers. Implemented by `pallet-verification`.
pub trait Panels<AccountId, BlockNumber> {
	/// Draw lots whether `job` is checked, by randomness that nobody knew at block `since`, when its review ended.
	fn lots(job: JobId, since: BlockNumber, parties: &JobParties<AccountId>) -> Lots;

	/// What it costs to draw them for a job of so many suppliers, and to ask for a panel if they say so.
	fn lots_weight(suppliers: u32) -> Weight;

	/// Whether `by`, a party of the job, can have a panel: there is one to be had, and the bond that it takes.
	fn may_dispute(parties: &JobParties<AccountId>, by: &AccountId) -> bool;

	/// Ask for a panel on `job`, drawn by randomness that nobody knows yet. Whoever disputes it bonds tokens: a supplier its own; for the
	/// consumer the payer, who signed the request.
	///
	/// Fails, changing nothing, where the bond is not there.
	fn convene(
		job: JobId,
		parties: &JobParties<AccountId>,
		disputed_by: Option<&AccountId>,
		asks_shares: bool,
	) -> Result<Convened, DispatchError>;

	/// The due tick of a job with a panel came. `standing` is how the job would end without one. Returns what it cost.
	fn due(job: JobId, parties: &JobParties<AccountId>, standing: &Verdict) -> (Deliberation, Weight);

	/// The most that [`Self::due`] costs.
	fn due_weight() -> Weight;

	/// `job` ended, with a panel or without one. Pay it, `spare` token base units at most beside what the loser of a dispute loses.
	fn close(job: JobId, spare: Balance);

	/// The panel on `job`, which has just ended, found the work of `who` bad: it is to lose this liability when the finding was open to
	/// review.
	fn condemn(job: JobId, who: &AccountId, liability: Balance);
}

/// What verifiers ask of merit: the end of a liability that a finding left open. Implemented by `pallet-contribution`.
pub trait Liabilities<AccountId> {
	/// Leave the bond of `who` whole.
	fn pardon(who: &AccountId, liability: Balance);

	/// Take the liability from the bond of `who`: half, rounded down, to `harmed`, a quarter, rounded down, to the `panel` in equal
	/// parts, and the rest burned through the ledger.
	fn punish(who: &AccountId, liability: Balance, harmed: &AccountId, panel: &[AccountId]);

	/// Make `who` a supplier with this liability.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_liable(who: &AccountId, liability: Balance);
}

/// Points by epoch, pool and account. Implemented by `pallet-contribution`; read and taken by `pallet-bme` when it pays.
pub trait PointsBook<AccountId> {
	/// Add points. Saturates at the top of `u128`, which no sum of entitlements reaches: issuance itself fits.
	fn credit(epoch: EpochIndex, pool: Pool, who: &AccountId, points: u128);

	/// The points of an epoch that were not taken yet, by pool.
	fn totals(epoch: EpochIndex) -> ByPool<u128>;

	/// The points of one account in an epoch.
	fn points(epoch: EpochIndex, who: &AccountId) -> ByPool<u128>;

	/// Remove the row of one account in an epoch and return its points.
	fn take(epoch: EpochIndex, who: &AccountId) -> ByPool<u128>;

	/// Some account that has a row in this epoch.
	fn first(epoch: EpochIndex) -> Option<AccountId>;
}

/// The token price. Implemented by `pallet-price`.
pub trait PriceSource {
	/// The facts that a quote needs, or `None` while the price is stale.
	fn facts() -> Option<PriceFacts>;

	/// Make the price fresh at one fiat unit per token.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_fresh();
}

/// Fiat that its receipt may still take back: it can be spent on jobs and not taken out. Implemented by `pallet-fiat`.
pub trait YoungFiat<AccountId> {
	/// Take at most `amount` (fiat base units) of the young fiat that `who` has of these receipts, in their order.
	fn take(who: &AccountId, receipts: &ReceiptKeys, amount: Balance) -> YoungLots;

	/// Give to `who` what was taken, or a part of it: at once if it matured meanwhile. Returns what it was still worth: nothing if its
	/// receipt was reversed.
	fn give(who: &AccountId, lot: YoungLot) -> Balance;

	/// Make `who` have young fiat of as many receipts as one job may spend, `amount` of each; returns which.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_issue(who: &AccountId, amount: Balance) -> ReceiptKeys;
}

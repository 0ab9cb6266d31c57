//! The seams between the pallets.

use crate::{
	Balance, ByPool, Class, EpochIndex, EvidenceKind, JobId, Moment, Pool, ReceiptKeys, SupplierTerms, Suppliers, Tick,
	Verdict, YoungLot, YoungLots,
};
use bme_economics::PriceFacts;
use frame_support::weights::Weight;
use sp_runtime::DispatchResult;

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

	/// Every supplier of `job` accepted: work starts.
	fn begin(job: JobId, suppliers: u32);

	/// The due tick of `job`, which had begun, came.
	fn due(job: JobId) -> Due;

	/// `job`, which had begun, ended: forget it.
	fn close(job: JobId);

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
	/// How many accounts it pays: its suppliers, and those in roles that have a part.
	pub payees: u32,
	/// Whether it spends young fiat.
	pub is_young: bool,
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

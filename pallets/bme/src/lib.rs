//! # BME
//!
//! Money: a job burns tokens, an epoch mints them.
//!
//! ## Pallet API
//!
//! See the [`pallet`] module for more information about the interfaces this pallet exposes, including its configuration trait,
//! dispatchables, storage items, events and errors.
//!
//! ## Overview
//!
//! A *payer* asks for a **job** at a price in fiat. Part of the price is paid to the *suppliers* in fiat; the rest of it is paid in
//! tokens at the price of that moment, and those tokens are burned. Both are **held** when the job is requested and move only when
//! its work was judged: bad work burns less and pays less, and what was not used returns to the payer. Nobody but the account that
//! signed a request is ever charged for it, and every job ends by itself.
//!
//! Parts of a job's fiat go to those whose work it uses: the author of the agent's template, the provider of a tool, the owner of the
//! model, if the job names them, and the treasury. Fiat whose payment can still be taken back is **young**: it pays for a job, and whoever
//! is paid with it has it when it matures.
//!
//! A settled job gives its suppliers an **entitlement**: the most tokens it may ever earn them, always less than what it burned. At
//! the end of each **epoch** the chain mints tokens by a schedule, at most what was earned, into one pot for each **pool**, and pays
//! everyone by points. A supplier need do nothing: payment comes by itself, and anyone may call [`Pallet::payout`] to have it sooner.
//!
//! All that is ever burned or minted is counted in the **ledger** by its cause, so that
//! `issuance = genesis + minted − burned` holds at every block.
//!
//! The **policy** is every emission parameter in one record. Anyone may note another one; its numbers stay within hard bounds, and one
//! vote moves each only by a step. Once adopted it rules from the beginning of a later epoch, never before. What it would do can be
//! seen first, computed by the code that would run.
//!
//! ### Example
//!
//! ```text
//! price 10.00 USD, burn share 20 %, token price 0.50 − 2 × 0.01 = 0.48 USD
//!   held     8.00 USD and 4.166666666667 BME
//!   settled  8.00 USD to the supplier, 4.166666666667 BME burned
//!   earns    at most 95 % of it: 3.958333333333 BME, from the epoch's Work pool
//! ```
//!
//! ## Low Level / Implementation Details
//!
//! ### Design Goals
//!
//! * Wrong by one unit is wrong: every rounding is stated and goes against whoever would gain from it.
//! * Closing an epoch costs the same whatever happened in it; a job leaves no storage behind.
//! * Settlement cannot fail for a reason that a party controls: voting locks, accounts that are gone, blocked assets.
//! * The mint reads no price.
//!
//! ### Design
//!
//! ```text
//! request_job ─ accept_job × n ─ work ─ settlement ─▶ points ─▶ epoch closes ─▶ payout
//!      │ cancel_job / nobody accepts      │ nobody attests           one mint per pool, one record
//!      ▼                                  ▼
//!   all returns (cancel: − 1 %)     1 % burned, liabilities forfeited
//! ```
//!
//! `jobs` opens jobs, `settlement` ends them and pays from a `purse`, `agenda` sees to it that they end; `epochs` closes and expires epochs, `payouts` pays;
//! `policies` changes the policy; `pause` stops new jobs or the mint for a while; `ledger` counts. The arithmetic is in `bme-economics`; who did the work and how well is asked of [`Config::Judge`].
//!
//! Windows are counted in ticks, blocks in which the agenda ran, so that they stop in a stall; epochs are spans of time.
//!
//! ### Terminology
//!
//! * **Quote**: what a job costs now: fiat, tokens to burn and the price used.
//! * **Liability**: the part of its bond that a supplier forfeits if it accepts a job and does not attest.
//! * **Candidate**: a policy that was noted and can be adopted. **Pending**: one that was adopted and is not in force yet.
//! * **Debt**: what an account is owed that could not be credited. It does not expire: [`Pallet::claim_owed`].

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod agenda;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod epochs;
mod jobs;
mod ledger;
mod pause;
mod payouts;
mod policies;
mod purse;
mod settlement;
mod try_state;
mod types;
mod views;
pub mod weights;

#[cfg(test)]
mod tests;

pub use ledger::{BurnAs, BurnDust, BurnFees, BurnForfeits, BurnSlashed};
pub use pallet::*;
pub use policies::policy_hash;
pub use types::{Candidate, Clock, Epoch, EpochRecord, Job, Pausable, Pause, Pending};

/// A policy that may be voted on.
pub type CandidateOf<T> = Candidate<<T as frame_system::Config>::AccountId, <T as Config>::CandidateConsideration>;
pub use weights::WeightInfo;

const LOG_TARGET: &str = "runtime::bme";

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::{boxed::Box, vec::Vec};
	use bme_economics::{parts_fit, Direction, Parameter, Policy as PolicyRecord, MAX_TERMS};
	use bme_primitives::{
		Balance, BurnCause, ByClass, ByPool, ByRole, Class, Debt, EpochIndex, JobId, JobSpec, Judge, MintCause, Moment,
		PointsBook, Pool, PriceSource, ReceiptKeys, Role, Tick, YoungFiat, YoungLots,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{fungible, fungibles, Consideration, Footprint, StorageVersion, Time},
		weights::WeightMeter,
		PalletId,
	};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;
	use sp_runtime::{FixedU128, Perbill};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// The token.
		type Currency: fungible::Mutate<Self::AccountId, Balance = Balance>
			+ fungible::MutateHold<Self::AccountId, Reason = Self::RuntimeHoldReason>
			+ fungible::Balanced<Self::AccountId>;

		/// Assets, of which one is fiat.
		type Fiat: fungibles::Mutate<Self::AccountId, AssetId = u32, Balance = Balance>;

		/// Holds on the same assets.
		type FiatHolds: fungibles::MutateHold<
			Self::AccountId,
			AssetId = u32,
			Balance = Balance,
			Reason = Self::RuntimeHoldReason,
		>;

		/// The id of fiat in [`Self::Fiat`].
		#[pallet::constant]
		type FiatId: Get<u32>;

		/// The runtime's reasons to hold.
		type RuntimeHoldReason: From<HoldReason>;

		/// Who judges work.
		type Judge: Judge<Self::AccountId>;

		/// Who keeps points.
		type Points: PointsBook<Self::AccountId>;

		/// The token price.
		type Price: PriceSource;

		/// The clock of epochs.
		type Time: Time<Moment = Moment>;

		/// Seed of the pots' accounts.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// Where the treasury's part of an emission goes.
		type TreasuryAccount: Get<Self::AccountId>;

		/// The least price of a job, fiat base units.
		#[pallet::constant]
		type MinJobPrice: Get<Balance>;

		/// The highest price of a job, fiat base units.
		#[pallet::constant]
		type MaxJobPrice: Get<Balance>;

		/// The longest window for acceptance, in ticks of a public network.
		#[pallet::constant]
		type MaxAcceptWindow: Get<Tick>;

		/// The longest window from acceptance to attestation by class, in ticks of a public network.
		#[pallet::constant]
		type MaxAttestWindow: Get<ByClass<Tick>>;

		/// Fiat that can be spent on jobs and not be taken out yet.
		type YoungFiat: YoungFiat<Self::AccountId>;

		/// Who sets the parts of a job's fiat that go to others than its suppliers.
		type RevenueOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The part of the held tokens that is burned when a request is cancelled, or accepted work is never attested.
		#[pallet::constant]
		type CancelFee: Get<Perbill>;

		/// A supplier's liability as a part of the job's price in tokens.
		#[pallet::constant]
		type LiabilityRate: Get<Perbill>;

		/// The least liability, token base units.
		#[pallet::constant]
		type MinLiability: Get<Balance>;

		/// How long a block takes when nothing is wrong, milliseconds: what the Security pool expects.
		#[pallet::constant]
		type BlockTime: Get<Moment>;

		/// How many closed epochs can be claimed; older ones expire.
		#[pallet::constant]
		type HistoryDepth: Get<EpochIndex>;

		/// Who may adopt a policy, and the loosest change that it may make.
		type AdoptOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Direction>;

		/// Who may cancel an adopted policy before it comes into force.
		type CancelOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// How many whole epochs lie between the adoption of a policy and its first, on a public network; at least one anywhere.
		#[pallet::constant]
		type PolicyDelay: Get<EpochIndex>;

		/// Who may pause new jobs or the mint.
		type PauseOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The longest pause, milliseconds of a public network.
		#[pallet::constant]
		type MaxPause: Get<Moment>;

		/// The least time from the end of a pause to the next one of its kind, milliseconds of a public network.
		#[pallet::constant]
		type MinPauseGap: Get<Moment>;

		/// What keeping a candidate costs, until it is adopted or withdrawn.
		type CandidateConsideration: Consideration<Self::AccountId, Footprint>;

		/// Weights of this pallet's calls and steps.
		type WeightInfo: WeightInfo;
	}

	/// Why this pallet holds funds.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// Tokens that a live job may burn.
		#[codec(index = 0)]
		JobBurn,
		/// Fiat that a live job may pay.
		#[codec(index = 1)]
		JobFiat,
		/// A candidate policy is kept.
		#[codec(index = 2)]
		PolicyCandidate,
	}

	/// Live jobs. A job is removed when it ends.
	// Twox64Concat: ids are counted by the chain, nobody chooses them.
	#[pallet::storage]
	pub type Jobs<T: Config> = StorageMap<_, Twox64Concat, JobId, Job<T::AccountId>>;

	/// The number of the next job.
	#[pallet::storage]
	pub type NextJobId<T> = StorageValue<_, JobId, ValueQuery>;

	/// What is due when: one entry for each live job.
	// Twox64Concat twice: both keys are counted by the chain.
	#[pallet::storage]
	pub type Agenda<T> = StorageDoubleMap<_, Twox64Concat, Tick, Twox64Concat, JobId, ()>;

	/// The tick count and the agenda's progress.
	#[pallet::storage]
	pub type AgendaClock<T> = StorageValue<_, Clock, ValueQuery>;

	/// By what windows are divided: 1 on a public network. Set at genesis.
	#[pallet::storage]
	pub type TimeScale<T> = StorageValue<_, u32, ValueQuery, ConstU32<1>>;

	/// The parts of a job's fiat that go to others than its suppliers, by class. Each class's sum to at most one.
	#[pallet::storage]
	pub type RevenueParts<T> = StorageValue<_, ByClass<ByRole<Perbill>>, ValueQuery>;

	/// The emission parameters in force.
	#[pallet::storage]
	pub type Policy<T> = StorageValue<_, PolicyRecord>;

	/// Policies that were noted and can be adopted, by hash.
	// Identity: keys are hashes.
	#[pallet::storage]
	pub type Candidates<T: Config> = StorageMap<_, Identity, H256, CandidateOf<T>>;

	/// The policy that was adopted and comes into force next. At most one.
	#[pallet::storage]
	pub type PendingPolicy<T> = StorageValue<_, Pending>;

	/// The policies that were in force at the beginning of each of the last months: a vote moves no number too far in a year.
	// Twox64Concat: months are counted by the chain.
	#[pallet::storage]
	pub type Anchors<T> = StorageMap<_, Twox64Concat, u32, PolicyRecord>;

	/// The newest pause of each kind, running or over.
	// Twox64Concat: there are two kinds.
	#[pallet::storage]
	pub type Pauses<T> = StorageMap<_, Twox64Concat, Pausable, Pause>;

	/// The open epoch; none before the first block's time is known.
	#[pallet::storage]
	pub type CurrentEpoch<T> = StorageValue<_, Epoch>;

	/// Closed epochs that can still be claimed.
	// Twox64Concat: epochs are counted by the chain.
	#[pallet::storage]
	pub type EpochRecords<T> = StorageMap<_, Twox64Concat, EpochIndex, EpochRecord>;

	/// The oldest epoch that may have unpaid rows.
	#[pallet::storage]
	pub type PayoutCursor<T> = StorageValue<_, EpochIndex, ValueQuery>;

	/// What could not be credited, until it can.
	// Blake2_128Concat: accounts are chosen by users. Twox64Concat: there are four kinds of debt.
	#[pallet::storage]
	pub type Owed<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Twox64Concat, Debt, Balance, ValueQuery>;

	/// The ledger: tokens burned since genesis, by cause. Never falls.
	// Twox64Concat: causes are fixed.
	#[pallet::storage]
	pub type BurnedTotal<T> = StorageMap<_, Twox64Concat, BurnCause, Balance, ValueQuery>;

	/// The ledger: tokens minted since genesis, by cause. Never falls.
	// Twox64Concat: causes are fixed.
	#[pallet::storage]
	pub type MintedTotal<T> = StorageMap<_, Twox64Concat, MintCause, Balance, ValueQuery>;

	/// The ledger: of all that was minted, what only came back from the burn. Never falls.
	#[pallet::storage]
	pub type RemintedTotal<T> = StorageValue<_, Balance, ValueQuery>;

	/// The ledger: what the schedule held and nobody earned, so that it was never minted. Never falls.
	#[pallet::storage]
	pub type UnearnedTotal<T> = StorageValue<_, Balance, ValueQuery>;

	/// Issuance when the chain began, token base units.
	#[pallet::storage]
	pub type GenesisIssuance<T> = StorageValue<_, Balance, ValueQuery>;

	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The first policy. A chain without one mints nothing.
		pub policy: Option<PolicyRecord>,
		/// By what windows are divided; 0 counts as 1.
		pub time_scale: u32,
		/// The parts of a job's fiat that go to others than its suppliers.
		pub revenue_parts: ByClass<ByRole<Perbill>>,
		/// Nothing else.
		#[serde(skip)]
		pub _config: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			if let Some(policy) = &self.policy {
				assert_eq!(
					policy.validate(),
					Ok(()),
					"the genesis policy is within its hard bounds"
				);
				Policy::<T>::put(policy);
			}
			TimeScale::<T>::put(self.time_scale.max(1));
			assert!(
				self.revenue_parts.each().into_iter().all(parts_fit),
				"the roles have at most all of a job's fiat"
			);
			RevenueParts::<T>::put(self.revenue_parts);
			Pallet::<T>::endow_pots();
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A job was requested; its fiat and tokens are held.
		#[codec(index = 0)]
		JobRequested {
			/// The job.
			job: JobId,
			/// Who pays.
			payer: T::AccountId,
			/// Who it is for.
			consumer: T::AccountId,
			/// Kind of service.
			class: Class,
			/// The price, fiat base units.
			price: Balance,
			/// Fiat held, the young included, base units.
			fiat: Balance,
			/// Tokens held, base units.
			burn: Balance,
			/// The token price that the quote used, USD per whole token.
			price_used: FixedU128,
			/// The tick at which the request lapses: suppliers accept before it.
			accept_by: Tick,
			/// The young fiat in it, and of which receipts.
			young: YoungLots,
		},
		/// A supplier accepted a job.
		#[codec(index = 1)]
		JobAccepted {
			/// The job.
			job: JobId,
			/// The supplier.
			supplier: T::AccountId,
			/// What it forfeits if it does not attest, token base units.
			liability: Balance,
		},
		/// Every supplier accepted: work begins.
		#[codec(index = 2)]
		JobStarted {
			/// The job.
			job: JobId,
			/// The tick at which the job moves on: suppliers attest before it.
			attest_by: Tick,
		},
		/// The payer cancelled a request.
		#[codec(index = 3)]
		JobCancelled {
			/// The job.
			job: JobId,
			/// Who paid.
			payer: T::AccountId,
			/// Burned as the price of cancelling, token base units.
			burned: Balance,
			/// Tokens returned, base units. All fiat returns too, but for young fiat that was taken back meanwhile.
			burn_returned: Balance,
			/// Fiat returned, or owed, base units.
			fiat_returned: Balance,
		},
		/// Not every supplier accepted in time: all that was held returned.
		#[codec(index = 4)]
		JobLapsed {
			/// The job.
			job: JobId,
			/// Who gets it back.
			payer: T::AccountId,
			/// Tokens returned, base units.
			burn_returned: Balance,
			/// Fiat returned, or owed, base units.
			fiat_returned: Balance,
		},
		/// A job was judged and settled.
		#[codec(index = 5)]
		JobSettled {
			/// The job.
			job: JobId,
			/// Who paid.
			payer: T::AccountId,
			/// Kind of service.
			class: Class,
			/// Tokens burned, base units.
			burned: Balance,
			/// Tokens returned to the payer, base units.
			burn_returned: Balance,
			/// Fiat paid to suppliers and roles, base units.
			fiat_paid: Balance,
			/// Fiat returned to the payer, base units.
			fiat_returned: Balance,
			/// The token price that the quote used, USD per whole token.
			price_used: FixedU128,
			/// Paid of the fiat to others than the suppliers, fiat base units.
			roles: Vec<(Role, T::AccountId, Balance)>,
		},
		/// A supplier's part of a settled job.
		#[codec(index = 6)]
		SupplierPaid {
			/// The job.
			job: JobId,
			/// The supplier.
			supplier: T::AccountId,
			/// Fiat paid, or owed, base units.
			fiat: Balance,
			/// Work points earned: the most tokens, base units, that the job may earn it.
			entitlement: Balance,
		},
		/// An accepted job ended without any attestation.
		#[codec(index = 7)]
		JobFailed {
			/// The job.
			job: JobId,
			/// Who paid.
			payer: T::AccountId,
			/// Tokens burned, base units.
			burned: Balance,
			/// Tokens returned, base units.
			burn_returned: Balance,
			/// Fiat returned, or owed, base units.
			fiat_returned: Balance,
		},
		/// A supplier accepted and did not attest.
		#[codec(index = 8)]
		SupplierForfeited {
			/// The job.
			job: JobId,
			/// The supplier.
			supplier: T::AccountId,
			/// What it forfeited, token base units.
			liability: Balance,
			/// The part of it that the payer received; the rest was burned.
			to_payer: Balance,
		},
		/// Tokens left issuance. The sum of these events by cause is the ledger.
		#[codec(index = 9)]
		Burned {
			/// Why.
			cause: BurnCause,
			/// How many, base units.
			amount: Balance,
		},
		/// Tokens entered issuance. The sum of these events by cause is the ledger.
		#[codec(index = 10)]
		Minted {
			/// Why.
			cause: MintCause,
			/// Into which account.
			to: T::AccountId,
			/// How many, base units.
			amount: Balance,
		},
		/// An epoch closed and its emission was minted.
		#[codec(index = 11)]
		EpochClosed {
			/// The epoch.
			epoch: EpochIndex,
			/// When it began, milliseconds.
			start: Moment,
			/// How much of its time counted, milliseconds: at most twice its length.
			elapsed: Moment,
			/// What the schedule gave for that time, token base units.
			scheduled: Balance,
			/// Tokens burned in it by jobs and channels, base units.
			burned: Balance,
			/// Of what was minted, what only came back from the burn, token base units.
			reminted: Balance,
			/// Minted by pool, token base units.
			minted: ByPool<Balance>,
			/// Minted to the treasury, token base units.
			treasury: Balance,
			/// When the next epoch began, milliseconds.
			next_start: Moment,
			/// The part of the schedule that could be minted beside work.
			multiplier: FixedU128,
			/// What the schedule allowed all pools and the treasury to mint, token base units. What of it is in none, nobody earned.
			budget: Balance,
			/// The policy that it minted by.
			policy: u32,
		},
		/// An account was paid for an epoch.
		#[codec(index = 12)]
		PaidOut {
			/// The account.
			account: T::AccountId,
			/// The epoch.
			epoch: EpochIndex,
			/// Paid, or owed, by pool, token base units.
			amounts: ByPool<Balance>,
		},
		/// A payee could not be credited: the chain owes it.
		#[codec(index = 13)]
		DebtRecorded {
			/// The account.
			account: T::AccountId,
			/// What kind of debt.
			debt: Debt,
			/// How much, base units.
			amount: Balance,
		},
		/// A debt was paid.
		#[codec(index = 14)]
		DebtPaid {
			/// The account.
			account: T::AccountId,
			/// What kind of debt.
			debt: Debt,
			/// How much, base units.
			amount: Balance,
		},
		/// An epoch expired: what nobody claimed of it was burned.
		#[codec(index = 15)]
		EpochExpired {
			/// The epoch.
			epoch: EpochIndex,
			/// Burned by pool, token base units.
			burned: ByPool<Balance>,
		},
		/// A policy was noted: governance may adopt it.
		#[codec(index = 16)]
		PolicyNoted {
			/// Blake2-256 of its encoding.
			policy_hash: H256,
			/// Who noted it and keeps a deposit.
			noter: T::AccountId,
			/// Which way it goes from the policy in force.
			direction: Direction,
		},
		/// A candidate was withdrawn, and its deposit returned.
		#[codec(index = 17)]
		PolicyWithdrawn {
			/// The candidate.
			policy_hash: H256,
		},
		/// A candidate was adopted, and its deposit returned.
		#[codec(index = 18)]
		PolicyAdopted {
			/// The candidate.
			policy_hash: H256,
			/// Which way it goes from the policy in force.
			direction: Direction,
			/// The first epoch that it rules.
			activates: EpochIndex,
		},
		/// An adopted policy was cancelled before it came into force.
		#[codec(index = 19)]
		PolicyCancelled {
			/// The policy.
			policy_hash: H256,
		},
		/// A policy came into force.
		#[codec(index = 20)]
		PolicyActivated {
			/// The policy.
			policy_hash: H256,
			/// Its version: how many came into force before it.
			version: u32,
			/// The first epoch that it rules.
			epoch: EpochIndex,
		},
		/// A number of the policy changed.
		#[codec(index = 21)]
		ParameterChanged {
			/// Which.
			parameter: Parameter,
			/// What it was: parts in 10⁻⁹, ratios and prices in 10⁻¹⁸, times in milliseconds, amounts in base units.
			before: u128,
			/// What it is.
			after: u128,
		},
		/// The parts of a job's fiat that go to others than its suppliers changed. Live jobs keep theirs.
		#[codec(index = 22)]
		RevenuePartsSet {
			/// Of which class.
			class: Class,
			/// Until now.
			before: ByRole<Perbill>,
			/// From now on.
			after: ByRole<Perbill>,
		},
		/// New jobs, or the mint, are paused.
		#[codec(index = 23)]
		Paused {
			/// Which.
			what: Pausable,
			/// When it ends by itself, milliseconds.
			until: Moment,
		},
		/// A pause was ended before its time.
		#[codec(index = 24)]
		Resumed {
			/// Of what.
			what: Pausable,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The price of the job is below the least one.
		#[codec(index = 0)]
		PriceTooLow,
		/// The price of the job is above the highest one.
		#[codec(index = 1)]
		PriceTooHigh,
		/// The token price is stale. Try again when the feeders are back; running jobs are not concerned.
		#[codec(index = 2)]
		TokenPriceStale,
		/// The job would burn more than `max_burn`. Ask for a new quote.
		#[codec(index = 3)]
		BurnAboveMaximum,
		/// The payer's free tokens do not cover the burn and, beside it, the existential deposit.
		#[codec(index = 4)]
		InsufficientTokens,
		/// The payer's free fiat and the young fiat of the receipts that it names do not cover the suppliers' part and, beside it, the
		/// least balance of the asset.
		#[codec(index = 5)]
		InsufficientFiat,
		/// A job needs at least one supplier.
		#[codec(index = 6)]
		NoSuppliers,
		/// A supplier is named twice.
		#[codec(index = 7)]
		DuplicateSupplier,
		/// Without an assessor the least shares have to sum to exactly one.
		#[codec(index = 8)]
		SharesNotOne,
		/// The least shares sum to more than one.
		#[codec(index = 9)]
		SharesAboveOne,
		/// Every least share is zero: there would be nothing to fall back on.
		#[codec(index = 10)]
		NoMinimumShare,
		/// The window for acceptance is zero or too long.
		#[codec(index = 11)]
		AcceptWindowOutOfBounds,
		/// The window for attestation is shorter than ten ticks or too long for the class.
		#[codec(index = 12)]
		AttestWindowOutOfBounds,
		/// There is no live job of this number. An ended one is found in the events.
		#[codec(index = 13)]
		JobNotFound,
		/// The signer is not a supplier of the job.
		#[codec(index = 14)]
		NotSupplier,
		/// The signer is not the payer of the job.
		#[codec(index = 15)]
		NotPayer,
		/// The supplier accepted already.
		#[codec(index = 16)]
		AlreadyAccepted,
		/// Every supplier accepted: work has begun.
		#[codec(index = 17)]
		AlreadyBegun,
		/// The window for acceptance has passed.
		#[codec(index = 18)]
		WindowPassed,
		/// The least share differs from the one in the job's specification.
		#[codec(index = 19)]
		MinShareMismatch,
		/// The job is not due yet.
		#[codec(index = 20)]
		NotDue,
		/// The verdict does not fit the job's suppliers.
		#[codec(index = 21)]
		InvalidVerdict,
		/// The epoch has not closed yet.
		#[codec(index = 22)]
		EpochOpen,
		/// The epoch has expired.
		#[codec(index = 23)]
		EpochExpired,
		/// The account has no unpaid points in these epochs.
		#[codec(index = 24)]
		NothingToPay,
		/// The account is not owed anything of this kind.
		#[codec(index = 25)]
		NothingOwed,
		/// The account still cannot be credited: for tokens, the debt is below the existential deposit and the account is empty.
		#[codec(index = 26)]
		CannotCredit,
		/// The numbers are out of range.
		#[codec(index = 27)]
		ArithmeticOverflow,
		/// The chain has no policy, so there are no quotes.
		#[codec(index = 28)]
		NoPolicy,
		/// Evidence of this kind cannot be judged yet.
		#[codec(index = 29)]
		EvidenceNotSupported,
		/// The policy in force is not the one that was to be changed: somebody else's change came first. Note it again.
		#[codec(index = 30)]
		StaleBase,
		/// The policy is a candidate already.
		#[codec(index = 31)]
		CandidateExists,
		/// There is no candidate of this hash.
		#[codec(index = 32)]
		CandidateNotFound,
		/// The signer did not note the candidate.
		#[codec(index = 33)]
		NotNoter,
		/// A number of the policy is outside its hard bounds. `BmeApi_review_policy` says which.
		#[codec(index = 34)]
		PolicyOutOfBounds,
		/// A term of the policy's schedule is malformed. `BmeApi_review_policy` says how.
		#[codec(index = 35)]
		ScheduleMalformed,
		/// The shares of the pools and the treasury sum to more than one.
		#[codec(index = 36)]
		PoolSharesAboveOne,
		/// What was minted and what the policy's schedule still holds are more than may ever be minted.
		#[codec(index = 37)]
		LifetimeCapExceeded,
		/// The policy is the one in force.
		#[codec(index = 38)]
		PolicyUnchanged,
		/// A number moves too far for one vote. `BmeApi_review_policy` says which.
		#[codec(index = 39)]
		StepTooLarge,
		/// A number moves too far from where it was a year ago. `BmeApi_review_policy` says which.
		#[codec(index = 40)]
		YearTooLarge,
		/// The floor price rises above a quarter of the token's average price, or there is no price.
		#[codec(index = 41)]
		FloorPriceTooHigh,
		/// Projected ahead, the policy breaks a bound. `BmeApi_review_policy` says which.
		#[codec(index = 42)]
		ProjectionBroken,
		/// The policy is not provably tighter, and this origin may only tighten.
		#[codec(index = 43)]
		MayOnlyTighten,
		/// Another policy is pending, and this one is not tighter than it.
		#[codec(index = 44)]
		PolicyPending,
		/// No policy is pending.
		#[codec(index = 45)]
		NoPolicyPending,
		/// The candidate can still be voted on: it can be withdrawn once another policy is in force, or after
		/// [`Config::HistoryDepth`] epochs.
		#[codec(index = 46)]
		CandidateLocked,
		/// The parts of the roles sum to more than one.
		#[codec(index = 47)]
		PartsAboveOne,
		/// New jobs are paused for a while; running ones are not concerned. `BmeApi_pauses` says until when.
		#[codec(index = 48)]
		JobsPaused,
		/// The pause is of no time, or longer than it may be; one of the mint is at most as long as the open epoch.
		#[codec(index = 49)]
		PauseOutOfBounds,
		/// The last pause of this kind is running, or was over only lately.
		#[codec(index = 50)]
		PausedLately,
		/// It is not paused.
		#[codec(index = 51)]
		NotPaused,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
			Self::process_epoch(meter);
			Self::process_agenda(meter);
		}

		fn on_idle(_: BlockNumberFor<T>, limit: Weight) -> Weight {
			let mut meter = WeightMeter::with_limit(limit);
			Self::process_payouts(&mut meter);
			meter.consumed()
		}

		fn integrity_test() {
			assert!(T::MinJobPrice::get() > 0 && T::MinJobPrice::get() <= T::MaxJobPrice::get());
			assert!(T::HistoryDepth::get() > 0);
			assert!(T::BlockTime::get() > 0);
			assert!(T::PolicyDelay::get() > 0);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Request a job: hold its fiat and its tokens until the work is judged.
		///
		/// ## Dispatch Origin
		///
		/// The dispatch origin of this call must be Signed: the signer is the payer.
		///
		/// ## Details
		///
		/// The price is split by the class's burn share. The tokens to burn are rounded up. The quote is locked for the job.
		///
		/// `receipts` says of which receipts the payer's young fiat is spent, in this order; what it does not cover is free fiat. A receipt
		/// of which the payer has nothing any more, because it came to it or was taken back, is passed over. Whoever is paid with young fiat has it when it matures; suppliers see it
		/// in `BmeApi_job` before they accept.
		///
		/// ## Errors
		///
		/// [`Error::PriceTooLow`], [`Error::PriceTooHigh`], [`Error::NoSuppliers`], [`Error::DuplicateSupplier`],
		/// [`Error::SharesNotOne`], [`Error::SharesAboveOne`], [`Error::NoMinimumShare`], [`Error::AcceptWindowOutOfBounds`],
		/// [`Error::AttestWindowOutOfBounds`], [`Error::TokenPriceStale`], [`Error::BurnAboveMaximum`],
		/// [`Error::InsufficientTokens`], [`Error::InsufficientFiat`], [`Error::JobsPaused`].
		///
		/// ## Events
		///
		/// [`Event::JobRequested`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::request_job(spec.suppliers(), receipts.len() as u32))]
		pub fn request_job(origin: OriginFor<T>, spec: JobSpec<T::AccountId>, receipts: ReceiptKeys) -> DispatchResult {
			let payer = ensure_signed(origin)?;
			Self::ensure_jobs_open()?;
			let JobSpec::V1(spec) = spec;
			Self::do_request(payer, spec, &receipts)
		}

		/// Accept a job: agree to the least share and open a liability on the bond.
		///
		/// ## Dispatch Origin
		///
		/// The dispatch origin of this call must be Signed by a supplier of the job.
		///
		/// ## Details
		///
		/// `min_share` repeats the specification, so that a supplier never agrees to a share that it did not see. The last
		/// acceptance begins the work.
		///
		/// ## Errors
		///
		/// [`Error::JobNotFound`], [`Error::NotSupplier`], [`Error::AlreadyAccepted`], [`Error::WindowPassed`],
		/// [`Error::MinShareMismatch`], and the judge's own where the signer is not a bonded supplier of the class.
		///
		/// ## Events
		///
		/// [`Event::JobAccepted`], [`Event::JobStarted`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::accept_job())]
		pub fn accept_job(origin: OriginFor<T>, job: JobId, min_share: Perbill) -> DispatchResult {
			let supplier = ensure_signed(origin)?;
			Self::do_accept(supplier, job, min_share)
		}

		/// Cancel a request that not every supplier has accepted.
		///
		/// ## Dispatch Origin
		///
		/// The dispatch origin of this call must be Signed by the payer.
		///
		/// ## Details
		///
		/// [`Config::CancelFee`] of the held tokens is burned, rounded up; everything else returns.
		///
		/// ## Errors
		///
		/// [`Error::JobNotFound`], [`Error::NotPayer`], [`Error::AlreadyBegun`].
		///
		/// ## Events
		///
		/// [`Event::JobCancelled`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::cancel_job(bme_primitives::MAX_SUPPLIERS))]
		pub fn cancel_job(origin: OriginFor<T>, job: JobId) -> DispatchResultWithPostInfo {
			let payer = ensure_signed(origin)?;
			let acceptances = Self::do_cancel(payer, job)?;
			Ok(Some(T::WeightInfo::cancel_job(acceptances)).into())
		}

		/// Move on a job that is due, in case the agenda has not come to it.
		///
		/// ## Dispatch Origin
		///
		/// The dispatch origin of this call must be Signed, by anyone.
		///
		/// ## Errors
		///
		/// [`Error::JobNotFound`], [`Error::NotDue`].
		///
		/// ## Events
		///
		/// Those of the job's end: [`Event::JobLapsed`], [`Event::JobFailed`] or [`Event::JobSettled`].
		#[pallet::call_index(3)]
		#[pallet::weight(Pallet::<T>::most_weight_of_entry())]
		pub fn settle(origin: OriginFor<T>, job: JobId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let weight = Self::do_settle_due(job)?;
			Ok(Some(weight).into())
		}

		/// Pay an account what it earned in these epochs.
		///
		/// ## Dispatch Origin
		///
		/// The dispatch origin of this call must be Signed, by anyone, for any account.
		///
		/// ## Details
		///
		/// `floor(minted · points / total points)` from each pool. What cannot be credited becomes a debt. Epochs in which the
		/// account has nothing are passed over.
		///
		/// ## Errors
		///
		/// [`Error::EpochOpen`], [`Error::EpochExpired`], [`Error::NothingToPay`].
		///
		/// ## Events
		///
		/// [`Event::PaidOut`] for each epoch, [`Event::DebtRecorded`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::payout(epochs.len() as u32, Pool::ALL.len() as u32))]
		pub fn payout(
			origin: OriginFor<T>,
			account: T::AccountId,
			epochs: BoundedVec<EpochIndex, ConstU32<MAX_PAYOUT_EPOCHS>>,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let pools = Self::do_payout(&account, &epochs)?;
			Ok(Some(T::WeightInfo::payout(epochs.len() as u32, pools)).into())
		}

		/// Pay a debt that can be credited now.
		///
		/// ## Dispatch Origin
		///
		/// The dispatch origin of this call must be Signed, by anyone, for any account.
		///
		/// ## Errors
		///
		/// [`Error::NothingOwed`], [`Error::CannotCredit`].
		///
		/// ## Events
		///
		/// [`Event::DebtPaid`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::claim_owed())]
		pub fn claim_owed(origin: OriginFor<T>, account: T::AccountId, debt: Debt) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_claim_owed(&account, debt)
		}

		/// Note a policy, so that governance can adopt it.
		///
		/// ## Dispatch Origin
		///
		/// The dispatch origin of this call must be Signed, by anyone. A deposit is held until the policy is adopted or withdrawn.
		///
		/// ## Details
		///
		/// `base` is the hash of the policy in force that this one was written against. The policy must lie within the hard bounds, within
		/// one step of the one in force and near enough to the one of a year ago, and no bound may break when it is projected ahead.
		/// `BmeApi_review_policy` says the same, free of charge, and names the number.
		///
		/// ## Errors
		///
		/// [`Error::CandidateExists`], [`Error::NoPolicy`], [`Error::StaleBase`], [`Error::PolicyOutOfBounds`], [`Error::ScheduleMalformed`],
		/// [`Error::PoolSharesAboveOne`], [`Error::LifetimeCapExceeded`], [`Error::PolicyUnchanged`], [`Error::StepTooLarge`],
		/// [`Error::YearTooLarge`], [`Error::FloorPriceTooHigh`], [`Error::ProjectionBroken`].
		///
		/// ## Events
		///
		/// [`Event::PolicyNoted`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::note_policy(MAX_TERMS))]
		pub fn note_policy(origin: OriginFor<T>, policy: Box<PolicyRecord>, base: H256) -> DispatchResultWithPostInfo {
			let noter = ensure_signed(origin)?;
			let terms = Self::do_note_policy(noter, *policy, base)?;
			Ok(Some(T::WeightInfo::note_policy(terms)).into())
		}

		/// Withdraw a candidate and have the deposit back.
		///
		/// ## Dispatch Origin
		///
		/// The dispatch origin of this call must be Signed by who noted it.
		///
		/// ## Details
		///
		/// A candidate that may be voted on stays: until its base is no longer the policy in force, or for [`Config::HistoryDepth`]
		/// epochs.
		///
		/// ## Errors
		///
		/// [`Error::CandidateNotFound`], [`Error::NotNoter`], [`Error::CandidateLocked`].
		///
		/// ## Events
		///
		/// [`Event::PolicyWithdrawn`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::withdraw_policy())]
		pub fn withdraw_policy(origin: OriginFor<T>, hash: H256) -> DispatchResult {
			let noter = ensure_signed(origin)?;
			Self::do_withdraw_policy(noter, hash)
		}

		/// Adopt a candidate: it rules from an epoch at least [`Config::PolicyDelay`] whole epochs later.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::AdoptOrigin`]; one that may only tighten adopts only what is provably tighter.
		///
		/// ## Details
		///
		/// Everything that was checked when it was noted is checked again, but the projection. While another policy is pending, only a
		/// tighter one replaces it, and rules from the epoch from which that would have: nobody postpones a policy by ever tighter ones.
		///
		/// ## Errors
		///
		/// [`Error::CandidateNotFound`], [`Error::MayOnlyTighten`], [`Error::PolicyPending`], and those of [`Pallet::note_policy`].
		///
		/// ## Events
		///
		/// [`Event::PolicyAdopted`]; later [`Event::PolicyActivated`] and [`Event::ParameterChanged`] for each number.
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::adopt_policy())]
		pub fn adopt_policy(origin: OriginFor<T>, hash: H256) -> DispatchResult {
			let allowed = T::AdoptOrigin::ensure_origin(origin)?;
			Self::do_adopt_policy(allowed, hash)
		}

		/// Cancel the pending policy.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::CancelOrigin`].
		///
		/// ## Errors
		///
		/// [`Error::NoPolicyPending`].
		///
		/// ## Events
		///
		/// [`Event::PolicyCancelled`].
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::cancel_policy())]
		pub fn cancel_policy(origin: OriginFor<T>) -> DispatchResult {
			T::CancelOrigin::ensure_origin(origin)?;
			Self::do_cancel_policy()
		}

		/// Set the parts of a job's fiat that go to others than its suppliers. The suppliers have the rest, and the part of every role
		/// that a job names nobody for.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::RevenueOrigin`].
		///
		/// ## Details
		///
		/// Live jobs keep the parts that they were requested with.
		///
		/// ## Errors
		///
		/// [`Error::PartsAboveOne`].
		///
		/// ## Events
		///
		/// [`Event::RevenuePartsSet`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::set_revenue_parts())]
		pub fn set_revenue_parts(origin: OriginFor<T>, class: Class, parts: ByRole<Perbill>) -> DispatchResult {
			T::RevenueOrigin::ensure_origin(origin)?;
			Self::do_set_revenue_parts(class, parts)
		}

		/// Pause new jobs or the mint for `duration` milliseconds.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::PauseOrigin`].
		///
		/// ## Details
		///
		/// It ends by itself, after [`Config::MaxPause`] at the latest, and cannot follow another of its kind within
		/// [`Config::MinPauseGap`] of its end. Running jobs go on to their end, points are earned and payouts paid. A pause of the mint is at most as long as
		/// the open epoch; an epoch that would end in it closes one length late and counts two, so that nothing earned is lost.
		///
		/// ## Errors
		///
		/// [`Error::PauseOutOfBounds`], [`Error::PausedLately`].
		///
		/// ## Events
		///
		/// [`Event::Paused`].
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::pause())]
		pub fn pause(origin: OriginFor<T>, what: Pausable, duration: Moment) -> DispatchResult {
			T::PauseOrigin::ensure_origin(origin)?;
			Self::do_pause(what, duration)
		}

		/// End a pause before its time.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::PauseOrigin`].
		///
		/// ## Errors
		///
		/// [`Error::NotPaused`].
		///
		/// ## Events
		///
		/// [`Event::Resumed`].
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::resume())]
		pub fn resume(origin: OriginFor<T>, what: Pausable) -> DispatchResult {
			T::PauseOrigin::ensure_origin(origin)?;
			Self::do_resume(what)
		}
	}

	/// The most epochs that one [`Pallet::payout`] takes.
	pub const MAX_PAYOUT_EPOCHS: u32 = 8;
}

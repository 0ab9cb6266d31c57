//! # Fiat
//!
//! Fiat in and out: receipts of real payments, redemptions.
//!
//! ## Pallet API
//!
//! See the [`pallet`] module for more information about the interfaces this pallet exposes, including its configuration trait,
//! dispatchables, storage items, events and errors.
//!
//! ## Overview
//!
//! Fiat on the chain is money that somebody really paid. A payment **provider** (card, bank transfer, stablecoin elsewhere) takes a
//! payment; the **members** of the gateway, each on its own, learn of it and attest its **receipt**: who has the fiat, how much, when it
//! was paid. When enough of them said the same, the fiat is issued to the beneficiary, once.
//!
//! Payments can be taken back. So every provider has a **maturity**: until its receipt matures the fiat is **young**. It can be spent on
//! jobs at once, but whoever is paid with it has it only when it matures. A receipt that enough members **reverse** before that is
//! undone: what is young of it is burned, wherever it is. What is not young any more is the provider's **deficit**, and while a provider
//! has one, nothing is issued for it.
//!
//! Each provider has a **daily limit**. A receipt above it is not refused: it waits in a queue.
//!
//! Whoever has fiat may **redeem** it: it is held, a member **claims** the redemption and pays it outside the chain, and the fiat is
//! burned when enough members say that it was paid. What nobody claims returns by itself; what somebody claimed returns only when enough
//! members say that it was not paid, so that nothing is paid twice.
//!
//! ### Example
//!
//! ```text
//! 3 members, 2 must agree; card payments mature after 60 days
//!   day 0   members A and B attest card payment 0x12…: 100.00 USD to Carol      Carol: 100.00 young
//!   day 1   Carol pays a job of 40.00 to Dave                                   Carol: 60.00 young, Dave: 40.00 young
//!   day 60  the receipt matures                                                 Carol: 60.00, Dave: 40.00
//!   … or, on day 30, A and B say that it was charged back                       Carol: 0, Dave: 0, nobody owes anything
//! ```
//!
//! ## Low Level / Implementation Details
//!
//! ### Design Goals
//!
//! * Fewer members than the threshold issue, burn and return nothing; the threshold of them is bounded by the daily limits.
//! * `issuance = genesis + receipts − redemptions − reversals`, at every block, to the unit.
//! * Nothing personal is on chain: payments and instructions are known by hashes.
//! * Everything ends by itself, one bounded step at a time.
//!
//! ### Design
//!
//! ```text
//! attest_receipts ─ threshold ─▶ record ─ limit ─▶ issued ── young: a row, the fiat in the vault ─ matures ─▶ the account
//!                                    └─ above it ─▶ queue ─┘        └─ reverse_receipt ─▶ burned, rest is a deficit
//! redeem ─▶ held ─ claim ─▶ confirm ─ threshold ─▶ burned
//!             └─ nobody claims, cancel, reject ─ threshold ─▶ returned
//! ```
//!
//! `receipts` issues and reverses, `young` keeps rows, `redemptions` pays out, `providers` keeps terms and deficits, `agenda` sees to it
//! that everything ends.
//!
//! The fiat asset belongs to an account without a key; only this pallet mints and burns it. A row `(account, receipt)` says how much young
//! fiat of which receipt is whose; jobs take it and give it through [`bme_primitives::YoungFiat`].
//!
//! A receipt can be attested for [`Config::MaxReceiptAge`] after it was paid and its record is kept for [`Config::KeepReceipts`], which is
//! longer, or until it matures if that is later: the same one never counts twice. One that was taken back while it was young is kept for
//! twice as long from then on, which is longer than a job lives that has some of it.
//!
//! ### Terminology
//!
//! * **Member**: an account that governance trusts to watch payment providers.
//! * **Threshold**: how many members have to say the same.
//! * **Vault**: the account in which young fiat lies.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod agenda;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod providers;
mod receipts;
mod redemptions;
mod try_state;
mod types;
mod views;
pub mod weights;
mod young;

#[cfg(test)]
mod tests;

pub use pallet::*;
pub use types::{
	Attested, Due, FiatTotals, Outcome, Provider, ProviderTerms, Receipt, ReceiptRecord, Redemption, RefusedReason,
	ReturnedReason, Statement,
};
pub use weights::WeightInfo;

use bme_primitives::ProviderId;
use frame_support::{traits::ConstU32, BoundedBTreeMap, BoundedVec};

const LOG_TARGET: &str = "runtime::fiat";

/// The most receipts in one batch.
pub const MAX_BATCH: u32 = 100;
/// The most providers.
pub const MAX_PROVIDERS: u32 = 16;

/// Minutes since the Unix epoch.
pub type Minute = u32;

/// A batch of receipts.
pub type BatchOf<T> = BoundedVec<Receipt<<T as frame_system::Config>::AccountId>, ConstU32<MAX_BATCH>>;
/// The providers.
pub type ProviderMap = BoundedBTreeMap<ProviderId, Provider, ConstU32<MAX_PROVIDERS>>;
/// What members said of a redemption.
pub type VotesOf<T> = BoundedBTreeMap<<T as frame_system::Config>::AccountId, Outcome, <T as Config>::MaxMembers>;
/// A redemption.
pub type RedemptionOf<T> = Redemption<<T as frame_system::Config>::AccountId, VotesOf<T>>;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use bme_primitives::{Balance, Moment, ProviderId, ReceiptKey, Reference};
	use frame_support::{
		pallet_prelude::*,
		traits::{fungibles, SortedMembers, StorageVersion, Time},
		weights::WeightMeter,
		PalletId,
	};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
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

		/// The clock.
		type Time: Time<Moment = Moment>;

		/// Seed of the vault's account.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// The members of the gateway.
		type Members: SortedMembers<Self::AccountId>;

		/// The most members.
		#[pallet::constant]
		type MaxMembers: Get<u32>;

		/// Who sets providers and the threshold.
		type ManageOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// How old a payment may be to be attested, milliseconds.
		#[pallet::constant]
		type MaxReceiptAge: Get<Moment>;

		/// How long after the payment a receipt is remembered at least, milliseconds: longer than it may be attested, and not less than half
		/// as long as a job can live.
		#[pallet::constant]
		type KeepReceipts: Get<Moment>;

		/// How far a provider's clock may be ahead of the chain's, milliseconds.
		#[pallet::constant]
		type MaxClockSkew: Get<Moment>;

		/// The longest maturity, milliseconds.
		#[pallet::constant]
		type MaxMaturity: Get<Moment>;

		/// The least that can be redeemed, fiat base units.
		#[pallet::constant]
		type MinRedemption: Get<Balance>;

		/// When a redemption that nobody claimed returns, milliseconds.
		type RedemptionTimeout: Get<Moment>;

		/// Weights of this pallet's calls and steps.
		type WeightInfo: WeightInfo;
	}

	/// Why this pallet holds funds.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// Fiat that is on its way out.
		#[codec(index = 0)]
		Redemption,
	}

	/// The payment providers.
	#[pallet::storage]
	pub type Providers<T> = StorageValue<_, ProviderMap, ValueQuery>;

	/// How many members have to say the same.
	#[pallet::storage]
	pub type Threshold<T> = StorageValue<_, u32, ValueQuery, ConstU32<2>>;

	/// What members said of receipts that not enough of them agree on yet.
	// Blake2_128Concat: members choose the references.
	#[pallet::storage]
	pub type Statements<T: Config> =
		StorageMap<_, Blake2_128Concat, ReceiptKey, BoundedVec<Attested<T::AccountId>, T::MaxMembers>, ValueQuery>;

	/// Receipts that enough members attested.
	// Blake2_128Concat: members choose the references.
	#[pallet::storage]
	pub type Receipts<T: Config> = StorageMap<_, Blake2_128Concat, ReceiptKey, ReceiptRecord<T::AccountId>>;

	/// Which members said that a payment was taken back, until enough of them did.
	// Blake2_128Concat: members choose the references.
	#[pallet::storage]
	pub type Reversals<T: Config> =
		StorageMap<_, Blake2_128Concat, ReceiptKey, BoundedVec<T::AccountId, T::MaxMembers>, ValueQuery>;

	/// Receipts that wait for their provider's limit, in their order.
	// Twox64Concat twice: governance numbers providers, the chain counts the rest.
	#[pallet::storage]
	pub type Queue<T> = StorageDoubleMap<_, Twox64Concat, ProviderId, Twox64Concat, u64, ReceiptKey>;

	/// Young fiat: how much of which receipt is whose, base units.
	// Blake2_128Concat twice: users choose accounts, members references.
	#[pallet::storage]
	pub type Young<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Blake2_128Concat, ReceiptKey, Balance, ValueQuery>;

	/// Who has young fiat of a receipt, beside its beneficiary.
	// Blake2_128Concat twice: users choose accounts, members references.
	#[pallet::storage]
	pub type Holders<T: Config> = StorageDoubleMap<_, Blake2_128Concat, ReceiptKey, Blake2_128Concat, T::AccountId, ()>;

	/// Redemptions that did not end yet.
	// Twox64Concat: the chain counts them.
	#[pallet::storage]
	pub type Redemptions<T: Config> = StorageMap<_, Twox64Concat, u64, RedemptionOf<T>>;

	/// The number of the next redemption.
	#[pallet::storage]
	pub type NextRedemptionId<T> = StorageValue<_, u64, ValueQuery>;

	/// What happens by itself, and in which minute.
	// Twox64Concat: minutes are counted by the clock. Blake2_128Concat: members choose the references.
	#[pallet::storage]
	pub type Agenda<T> = StorageDoubleMap<_, Twox64Concat, Minute, Blake2_128Concat, Due, ()>;

	/// Every agenda entry of an earlier minute is gone.
	#[pallet::storage]
	pub type AgendaCursor<T> = StorageValue<_, Minute, ValueQuery>;

	/// All fiat that was ever issued and taken out of issuance.
	#[pallet::storage]
	pub type Totals<T> = StorageValue<_, FiatTotals, ValueQuery>;

	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The first providers.
		pub providers: Vec<(ProviderId, ProviderTerms)>,
		/// How many members have to say the same.
		pub threshold: Option<u32>,
		#[serde(skip)]
		#[doc(hidden)]
		pub _config: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			let count = self.providers.len();
			let map = self.providers.iter().map(|(id, terms)| (*id, Provider::new(*terms)));
			let providers = ProviderMap::try_from(map.collect::<alloc::collections::BTreeMap<_, _>>());
			assert!(
				providers.as_ref().is_ok_and(|providers| providers.len() == count),
				"at most 16 providers, each with a number of its own"
			);
			Providers::<T>::put(providers.unwrap_or_default());
			if let Some(threshold) = self.threshold {
				assert!(
					(1..=T::MaxMembers::get()).contains(&threshold),
					"the threshold is at least one member and at most all that there may be"
				);
				Threshold::<T>::put(threshold);
			}
			Totals::<T>::put(FiatTotals {
				genesis: <T::Fiat as fungibles::Inspect<_>>::total_issuance(T::FiatId::get()),
				..Default::default()
			});
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A member attested a receipt.
		#[codec(index = 0)]
		ReceiptAttested {
			/// Of which provider.
			provider: ProviderId,
			/// Which payment.
			reference: Reference,
			/// Who.
			member: T::AccountId,
			/// How many members say the same.
			votes: u32,
		},
		/// A member attested a receipt otherwise than another did.
		#[codec(index = 1)]
		ReceiptConflict {
			/// Of which provider.
			provider: ProviderId,
			/// Which payment.
			reference: Reference,
			/// Who came last.
			member: T::AccountId,
		},
		/// A receipt of a batch does not count.
		#[codec(index = 2)]
		ReceiptRefused {
			/// Of which provider.
			provider: ProviderId,
			/// Which payment.
			reference: Reference,
			/// Whose.
			member: T::AccountId,
			/// Why.
			reason: RefusedReason,
		},
		/// Enough members attested a receipt.
		#[codec(index = 3)]
		ReceiptAccepted {
			/// Of which provider.
			provider: ProviderId,
			/// Which payment.
			reference: Reference,
			/// Who has the fiat.
			beneficiary: T::AccountId,
			/// Fiat base units.
			amount: Balance,
			/// From when on it cannot be taken back, milliseconds.
			matures: Moment,
		},
		/// A receipt is above its provider's daily limit, or its provider has a deficit: it waits.
		#[codec(index = 4)]
		ReceiptQueued {
			/// Of which provider.
			provider: ProviderId,
			/// Which payment.
			reference: Reference,
			/// What is still to be issued, fiat base units.
			amount: Balance,
		},
		/// Fiat was issued against a receipt, or a part of it.
		#[codec(index = 5)]
		FiatIssued {
			/// Of which provider.
			provider: ProviderId,
			/// Which payment.
			reference: Reference,
			/// Who has the fiat.
			beneficiary: T::AccountId,
			/// Fiat base units.
			amount: Balance,
		},
		/// Not enough members attested a receipt in time: what was said of it is forgotten.
		#[codec(index = 6)]
		ReceiptLapsed {
			/// Of which provider.
			provider: ProviderId,
			/// Which payment.
			reference: Reference,
		},
		/// A member said that a payment was taken back.
		#[codec(index = 7)]
		ReversalVoted {
			/// Of which provider.
			provider: ProviderId,
			/// Which payment.
			reference: Reference,
			/// Who.
			member: T::AccountId,
			/// How many members say so.
			votes: u32,
		},
		/// A payment was taken back.
		#[codec(index = 8)]
		ReceiptReversed {
			/// Of which provider.
			provider: ProviderId,
			/// Which payment.
			reference: Reference,
			/// Burned of what was young, fiat base units.
			burned: Balance,
			/// What was out of reach: the provider owes it, fiat base units.
			deficit: Balance,
		},
		/// An account has more young fiat.
		#[codec(index = 9)]
		FiatHeld {
			/// Who.
			account: T::AccountId,
			/// Of which provider.
			provider: ProviderId,
			/// Of which payment.
			reference: Reference,
			/// Fiat base units.
			amount: Balance,
			/// When it matures, milliseconds.
			matures: Moment,
		},
		/// Young fiat of an account matured and is its own.
		#[codec(index = 10)]
		FiatReleased {
			/// Who.
			account: T::AccountId,
			/// Of which provider.
			provider: ProviderId,
			/// Of which payment.
			reference: Reference,
			/// Fiat base units.
			amount: Balance,
		},
		/// Young fiat of an account, or that a job was to give it, is gone: the payment was taken back. It was burned then.
		#[codec(index = 11)]
		FiatTakenBack {
			/// Who.
			account: T::AccountId,
			/// Of which provider.
			provider: ProviderId,
			/// Of which payment.
			reference: Reference,
			/// Fiat base units.
			amount: Balance,
		},
		/// Fiat was burned for what a provider owes.
		#[codec(index = 12)]
		DeficitCovered {
			/// Which provider.
			provider: ProviderId,
			/// Whose fiat.
			by: T::AccountId,
			/// Fiat base units.
			amount: Balance,
			/// What it still owes, fiat base units.
			left: Balance,
		},
		/// Somebody wants money for fiat.
		#[codec(index = 13)]
		RedemptionRequested {
			/// Its number.
			redemption: u64,
			/// Who.
			who: T::AccountId,
			/// Held, fiat base units.
			amount: Balance,
			/// Blake2-256 of the instructions where to pay.
			payout: H256,
			/// When it returns unless a member claimed it, milliseconds.
			expires: Moment,
		},
		/// A member is going to pay a redemption.
		#[codec(index = 14)]
		RedemptionClaimed {
			/// Which.
			redemption: u64,
			/// Who.
			member: T::AccountId,
		},
		/// A member said that a redemption was paid.
		#[codec(index = 15)]
		RedemptionConfirmed {
			/// Which.
			redemption: u64,
			/// Who.
			member: T::AccountId,
			/// Blake2-256 of the provider's name for the payment.
			reference: Reference,
			/// How many members say so.
			votes: u32,
		},
		/// A member said that a redemption was not paid and will not be.
		#[codec(index = 16)]
		RedemptionRejected {
			/// Which.
			redemption: u64,
			/// Who.
			member: T::AccountId,
			/// How many members say so.
			votes: u32,
		},
		/// A redemption was paid: its fiat is burned.
		#[codec(index = 17)]
		RedemptionPaid {
			/// Which.
			redemption: u64,
			/// Whose.
			who: T::AccountId,
			/// Burned, fiat base units.
			amount: Balance,
		},
		/// A redemption ended unpaid: its fiat is free again.
		#[codec(index = 18)]
		RedemptionReturned {
			/// Which.
			redemption: u64,
			/// Whose.
			who: T::AccountId,
			/// Fiat base units.
			amount: Balance,
			/// Why.
			reason: ReturnedReason,
		},
		/// The terms of a provider changed.
		#[codec(index = 19)]
		ProviderSet {
			/// Which.
			provider: ProviderId,
			/// Until now; none if it is new.
			before: Option<ProviderTerms>,
			/// From now on.
			after: ProviderTerms,
		},
		/// How many members have to say the same changed.
		#[codec(index = 20)]
		ThresholdSet {
			/// Until now.
			before: u32,
			/// From now on.
			after: u32,
		},
		/// Fiat came to an account at once, since its receipt had matured: it was never young there.
		#[codec(index = 21)]
		FiatPaid {
			/// Who.
			account: T::AccountId,
			/// Of which provider.
			provider: ProviderId,
			/// Of which payment.
			reference: Reference,
			/// Fiat base units.
			amount: Balance,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The signer is no member of the gateway.
		#[codec(index = 0)]
		NotMember,
		/// The batch has no receipt.
		#[codec(index = 1)]
		NothingToAttest,
		/// More members spoke than there may be.
		#[codec(index = 2)]
		TooManyMembers,
		/// Not enough members attested such a receipt, or it is forgotten.
		#[codec(index = 3)]
		ReceiptNotFound,
		/// The payment was taken back before.
		#[codec(index = 4)]
		AlreadyReversed,
		/// The member said so before.
		#[codec(index = 5)]
		AlreadyVoted,
		/// The receipt does not mature until later.
		#[codec(index = 6)]
		NotMature,
		/// The account has no fiat of this receipt that waits.
		#[codec(index = 7)]
		NothingHeld,
		/// The account cannot be credited.
		#[codec(index = 8)]
		CannotCredit,
		/// Less than the least that can be redeemed.
		#[codec(index = 9)]
		AmountTooLow,
		/// Too little free fiat. Young fiat is not free, and one base unit has to stay.
		#[codec(index = 10)]
		InsufficientFiat,
		/// There is no such redemption, or it ended.
		#[codec(index = 11)]
		RedemptionNotFound,
		/// The redemption is somebody else's.
		#[codec(index = 12)]
		NotOwner,
		/// A member claimed the redemption.
		#[codec(index = 13)]
		AlreadyClaimed,
		/// No member claimed the redemption yet.
		#[codec(index = 14)]
		NotClaimed,
		/// There is no such provider.
		#[codec(index = 15)]
		UnknownProvider,
		/// There are as many providers as there may be.
		#[codec(index = 16)]
		TooManyProviders,
		/// The maturity is longer than it may be.
		#[codec(index = 17)]
		MaturityTooLong,
		/// The threshold is not between one and the most members.
		#[codec(index = 18)]
		ThresholdOutOfBounds,
		/// The provider owes nothing, or the amount is zero.
		#[codec(index = 19)]
		NothingToCover,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_idle(_n: BlockNumberFor<T>, limit: Weight) -> Weight {
			let mut meter = WeightMeter::with_limit(limit);
			Self::process_agenda(&mut meter);
			Self::process_queues(&mut meter);
			meter.consumed()
		}

		fn integrity_test() {
			assert!(
				T::KeepReceipts::get() > T::MaxReceiptAge::get(),
				"a receipt must be remembered for longer than it can be attested"
			);
			assert!(T::MaxMembers::get() > 0, "somebody must be able to attest");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_n: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Attest receipts of payments. The last word that is needed issues the fiat.
		///
		/// ## Dispatch Origin
		///
		/// Signed, by a member.
		///
		/// ## Details
		///
		/// A receipt that does not count is left out and told by [`Event::ReceiptRefused`]; the others count. Until a receipt is decided a
		/// member may attest it again with other words, which replace its first.
		///
		/// ## Errors
		///
		/// [`Error::NotMember`], [`Error::NothingToAttest`].
		///
		/// ## Events
		///
		/// [`Event::ReceiptAttested`], [`Event::ReceiptConflict`], [`Event::ReceiptRefused`], [`Event::ReceiptAccepted`],
		/// [`Event::FiatIssued`], [`Event::FiatHeld`] or [`Event::FiatPaid`], [`Event::ReceiptQueued`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::attest_last(receipts.len() as u32))]
		pub fn attest_receipts(origin: OriginFor<T>, receipts: BatchOf<T>) -> DispatchResultWithPostInfo {
			let member = ensure_signed(origin)?;
			let count = receipts.len() as u32;
			let decided = Self::do_attest(&member, receipts.into_inner())?;
			let weight = T::WeightInfo::attest_receipts(count.saturating_sub(decided));
			Ok(Some(weight.saturating_add(T::WeightInfo::attest_last(decided))).into())
		}

		/// Say that a payment was taken back. The last word that is needed burns what is young of it.
		///
		/// ## Dispatch Origin
		///
		/// Signed, by a member.
		///
		/// ## Details
		///
		/// Only a whole receipt can be reversed. What is not young any more becomes the provider's deficit.
		///
		/// ## Errors
		///
		/// [`Error::NotMember`], [`Error::ReceiptNotFound`], [`Error::AlreadyReversed`], [`Error::AlreadyVoted`].
		///
		/// ## Events
		///
		/// [`Event::ReversalVoted`], [`Event::ReceiptReversed`]; later [`Event::FiatTakenBack`] for each account.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::reverse_receipt())]
		pub fn reverse_receipt(origin: OriginFor<T>, receipt: ReceiptKey) -> DispatchResult {
			let member = ensure_signed(origin)?;
			Self::do_reverse(member, receipt)
		}

		/// Release fiat of a receipt that matured, for whoever it belongs to. It comes by itself, too.
		///
		/// ## Dispatch Origin
		///
		/// Signed, by anyone.
		///
		/// ## Errors
		///
		/// [`Error::ReceiptNotFound`], [`Error::NotMature`], [`Error::NothingHeld`], [`Error::CannotCredit`].
		///
		/// ## Events
		///
		/// [`Event::FiatReleased`], or [`Event::FiatTakenBack`] if the payment was taken back.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::release())]
		pub fn release(origin: OriginFor<T>, account: T::AccountId, receipt: ReceiptKey) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_release(&account, receipt)
		}

		/// Ask for money for fiat: it is held, and burned when it was paid.
		///
		/// ## Dispatch Origin
		///
		/// Signed, by whoever has the fiat.
		///
		/// ## Details
		///
		/// `payout` is the blake2-256 hash of instructions that members have off chain. Unless a member claims the redemption in time, the
		/// fiat returns by itself.
		///
		/// ## Errors
		///
		/// [`Error::AmountTooLow`], [`Error::InsufficientFiat`].
		///
		/// ## Events
		///
		/// [`Event::RedemptionRequested`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::redeem())]
		pub fn redeem(origin: OriginFor<T>, amount: Balance, payout: H256) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_redeem(who, amount, payout)
		}

		/// Take back a redemption that no member claimed.
		///
		/// ## Dispatch Origin
		///
		/// Signed, by its owner.
		///
		/// ## Errors
		///
		/// [`Error::RedemptionNotFound`], [`Error::NotOwner`], [`Error::AlreadyClaimed`].
		///
		/// ## Events
		///
		/// [`Event::RedemptionReturned`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::cancel_redemption())]
		pub fn cancel_redemption(origin: OriginFor<T>, redemption: u64) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_cancel(who, redemption)
		}

		/// Claim a redemption before paying it, so that nobody else pays it as well.
		///
		/// ## Dispatch Origin
		///
		/// Signed, by a member.
		///
		/// ## Errors
		///
		/// [`Error::NotMember`], [`Error::RedemptionNotFound`], [`Error::AlreadyClaimed`].
		///
		/// ## Events
		///
		/// [`Event::RedemptionClaimed`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::claim_redemption())]
		pub fn claim_redemption(origin: OriginFor<T>, redemption: u64) -> DispatchResult {
			let member = ensure_signed(origin)?;
			Self::do_claim(member, redemption)
		}

		/// Say that a redemption was paid, under this reference. The last word that is needed burns its fiat.
		///
		/// ## Dispatch Origin
		///
		/// Signed, by a member.
		///
		/// ## Details
		///
		/// Members say the same, that it was paid, whatever name each gives to the payment: a bank and its customer may have different ones.
		///
		/// ## Errors
		///
		/// [`Error::NotMember`], [`Error::RedemptionNotFound`], [`Error::NotClaimed`], [`Error::AlreadyVoted`].
		///
		/// ## Events
		///
		/// [`Event::RedemptionConfirmed`], [`Event::RedemptionPaid`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::confirm_redemption())]
		pub fn confirm_redemption(origin: OriginFor<T>, redemption: u64, reference: Reference) -> DispatchResult {
			let member = ensure_signed(origin)?;
			Self::do_confirm(member, redemption, reference)
		}

		/// Say that a redemption was not paid and will not be. The last word that is needed returns its fiat.
		///
		/// ## Dispatch Origin
		///
		/// Signed, by a member.
		///
		/// ## Errors
		///
		/// [`Error::NotMember`], [`Error::RedemptionNotFound`], [`Error::AlreadyVoted`].
		///
		/// ## Events
		///
		/// [`Event::RedemptionRejected`], [`Event::RedemptionReturned`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::reject_redemption())]
		pub fn reject_redemption(origin: OriginFor<T>, redemption: u64) -> DispatchResult {
			let member = ensure_signed(origin)?;
			Self::do_reject(member, redemption)
		}

		/// Burn fiat of one's own for what a provider owes, at most all of it.
		///
		/// ## Dispatch Origin
		///
		/// Signed, by whoever has the fiat.
		///
		/// ## Errors
		///
		/// [`Error::UnknownProvider`], [`Error::NothingToCover`], [`Error::InsufficientFiat`].
		///
		/// ## Events
		///
		/// [`Event::DeficitCovered`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::cover_deficit())]
		pub fn cover_deficit(origin: OriginFor<T>, provider: ProviderId, amount: Balance) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_cover_deficit(who, provider, amount)
		}

		/// Admit a provider, or change its terms.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::ManageOrigin`].
		///
		/// ## Details
		///
		/// Receipts that were accepted keep the maturity that they had. A daily limit of zero stops a provider: its receipts wait.
		///
		/// ## Errors
		///
		/// [`Error::MaturityTooLong`], [`Error::TooManyProviders`].
		///
		/// ## Events
		///
		/// [`Event::ProviderSet`].
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::set_provider())]
		pub fn set_provider(origin: OriginFor<T>, provider: ProviderId, terms: ProviderTerms) -> DispatchResult {
			T::ManageOrigin::ensure_origin(origin)?;
			Self::do_set_provider(provider, terms)
		}

		/// Set how many members have to say the same.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::ManageOrigin`].
		///
		/// ## Errors
		///
		/// [`Error::ThresholdOutOfBounds`].
		///
		/// ## Events
		///
		/// [`Event::ThresholdSet`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::set_threshold())]
		pub fn set_threshold(origin: OriginFor<T>, threshold: u32) -> DispatchResult {
			T::ManageOrigin::ensure_origin(origin)?;
			Self::do_set_threshold(threshold)
		}
	}
}

//! Receipts: attested by enough members they are issued, within the provider's daily limit; the rest waits in its queue.

use crate::{
	pallet::{Providers, Queue, Receipts, Reversals, Statements, Threshold, Totals},
	Attested, Config, Due, Error, Event, Pallet, Provider, ProviderMap, Receipt, ReceiptRecord, RefusedReason,
	Statement, WeightInfo,
};
use alloc::vec::Vec;
use bme_primitives::{Balance, Moment, ReceiptKey};
use frame_support::{
	ensure,
	traits::{
		fungibles::Mutate as _,
		tokens::{Fortitude, Precision, Preservation},
		Get, SortedMembers, Time,
	},
	weights::WeightMeter,
};
use sp_runtime::{
	traits::{UniqueSaturatedInto, Zero},
	DispatchError, DispatchResult,
};

/// A queued receipt is issued in parts of no less than the daily limit by this.
const SMALLEST_PART: Balance = 100;

type RecordOf<T> = ReceiptRecord<<T as frame_system::Config>::AccountId>;
type StatementOf<T> = Statement<<T as frame_system::Config>::AccountId>;

impl<T: Config> Pallet<T> {
	/// Returns how many of the receipts this was the last word for.
	pub(crate) fn do_attest(member: &T::AccountId, batch: Vec<Receipt<T::AccountId>>) -> Result<u32, DispatchError> {
		let members = Self::members_with(member)?;
		ensure!(!batch.is_empty(), Error::<T>::NothingToAttest);
		let mut providers = Providers::<T>::get();
		let mut decided: u32 = 0;
		for receipt in batch {
			let (key, statement) = receipt.into_parts();
			let provider = providers.get_mut(&key.provider);
			match Self::attest(member, &members, provider, key, statement)? {
				Ok(true) => decided = decided.saturating_add(1),
				Ok(false) => (),
				Err(reason) => Self::deposit_event(Event::ReceiptRefused {
					provider: key.provider,
					reference: key.reference,
					member: member.clone(),
					reason,
				}),
			}
		}
		if decided > 0 {
			Providers::<T>::put(providers);
		}
		Ok(decided)
	}

	/// Count a member's statement; returns whether it was the last that was needed, or why it does not count.
	fn attest(
		member: &T::AccountId,
		members: &[T::AccountId],
		provider: Option<&mut Provider>,
		key: ReceiptKey,
		statement: StatementOf<T>,
	) -> Result<Result<bool, RefusedReason>, DispatchError> {
		let Some(provider) = provider else {
			return Ok(Err(RefusedReason::UnknownProvider));
		};
		if let Err(reason) = Self::check(&key, &statement) {
			return Ok(Err(reason));
		}
		let mut said = Statements::<T>::get(key);
		let is_first = said.is_empty();
		let is_repeated = said
			.iter()
			.any(|other| other.member == *member && other.statement == statement);
		said.retain(|other| other.member != *member && members.binary_search(&other.member).is_ok());
		let agreeing = said.iter().filter(|other| other.statement == statement).count();
		let conflicting = agreeing < said.len();
		let votes = (agreeing as u32).saturating_add(1);
		// Fewer may be needed than when the member first spoke.
		if is_repeated && votes < Self::votes_needed() {
			return Ok(Err(RefusedReason::AlreadyAttested));
		}
		Self::deposit_event(Event::ReceiptAttested {
			provider: key.provider,
			reference: key.reference,
			member: member.clone(),
			votes,
		});
		if conflicting {
			Self::deposit_event(Event::ReceiptConflict {
				provider: key.provider,
				reference: key.reference,
				member: member.clone(),
			});
		}
		if is_first {
			Self::schedule(
				statement.paid_at.saturating_add(T::KeepReceipts::get()),
				Due::Receipt(key),
			);
		}
		if votes >= Self::votes_needed() {
			if !is_first {
				Statements::<T>::remove(key);
			}
			Self::accept(key, statement, provider)?;
			return Ok(Ok(true));
		}
		let attested = Attested {
			member: member.clone(),
			statement,
		};
		said.try_push(attested).map_err(|_| Error::<T>::TooManyMembers)?;
		Statements::<T>::insert(key, said);
		Ok(Ok(false))
	}

	fn check(key: &ReceiptKey, statement: &StatementOf<T>) -> Result<(), RefusedReason> {
		let now = T::Time::now();
		let paid_at = statement.paid_at;
		ensure!(!statement.amount.is_zero(), RefusedReason::AmountZero);
		ensure!(
			paid_at <= now.saturating_add(T::MaxClockSkew::get()),
			RefusedReason::FromFuture
		);
		ensure!(
			now.saturating_sub(paid_at) <= T::MaxReceiptAge::get(),
			RefusedReason::TooOld
		);
		match Receipts::<T>::get(key) {
			None => Ok(()),
			Some(record) if record.reversed => Err(RefusedReason::Reversed),
			Some(_) => Err(RefusedReason::AlreadyIssued),
		}
	}

	/// Enough members said the same: issue what the provider's limit leaves, and queue the rest.
	fn accept(key: ReceiptKey, statement: StatementOf<T>, provider: &mut Provider) -> DispatchResult {
		let Statement {
			beneficiary,
			amount,
			paid_at,
		} = statement;
		let matures = paid_at.saturating_add(provider.terms.maturity);
		let mut record = ReceiptRecord {
			beneficiary,
			amount,
			issued: 0,
			held: 0,
			matures,
			keep_until: paid_at.saturating_add(T::KeepReceipts::get()).max(matures),
			reversed: false,
			void: false,
		};
		Self::deposit_event(Event::ReceiptAccepted {
			provider: key.provider,
			reference: key.reference,
			beneficiary: record.beneficiary.clone(),
			amount,
			matures,
		});
		let now = T::Time::now();
		if matures > now {
			Self::schedule(matures, Due::Receipt(key));
		}
		if !provider.has_queue() && provider.deficit.is_zero() {
			let part = provider.used.take(amount, provider.terms.daily_limit, now);
			Self::issue(key, &mut record, part)?;
		}
		if !record.queued().is_zero() {
			Queue::<T>::insert(key.provider, provider.next, key);
			// At a thousand receipts a second `u64` lasts longer than the sun.
			provider.next = provider.next.saturating_add(1);
			Self::deposit_event(Event::ReceiptQueued {
				provider: key.provider,
				reference: key.reference,
				amount: record.queued(),
			});
		}
		Receipts::<T>::insert(key, record);
		Ok(())
	}

	/// Issue a part of a receipt to its beneficiary. The caller stores the record.
	fn issue(key: ReceiptKey, record: &mut RecordOf<T>, amount: Balance) -> DispatchResult {
		if amount.is_zero() {
			return Ok(());
		}
		T::Fiat::mint_into(T::FiatId::get(), &Self::vault(), amount)?;
		Totals::<T>::mutate(|totals| totals.receipts = totals.receipts.saturating_add(amount));
		record.issued = record.issued.saturating_add(amount);
		record.held = record.held.saturating_add(amount);
		Self::deposit_event(Event::FiatIssued {
			provider: key.provider,
			reference: key.reference,
			beneficiary: record.beneficiary.clone(),
			amount,
		});
		let beneficiary = record.beneficiary.clone();
		Self::grant(&beneficiary, key, record, amount);
		Ok(())
	}

	/// Issue what waits in the queues, as far as limits and weight allow.
	pub(crate) fn process_queues(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::queue_base()).is_err() {
			return;
		}
		let mut providers = Providers::<T>::get();
		let mut moved = false;
		while Self::issue_round(&mut providers, meter) {
			moved = true;
		}
		if moved {
			Providers::<T>::put(providers);
		}
	}

	/// Issue from each queue once; returns whether one moved. Another queue is the first in every block, so that no provider waits for
	/// another's where there is weight for few.
	fn issue_round(providers: &mut ProviderMap, meter: &mut WeightMeter) -> bool {
		let now = T::Time::now();
		let waits = |provider: &Provider| provider.has_queue() && provider.deficit.is_zero();
		let mut waiting: Vec<_> = providers.iter_mut().filter(|(_, provider)| waits(provider)).collect();
		let block: u32 = frame_system::Pallet::<T>::block_number().unique_saturated_into();
		let first = block.checked_rem(waiting.len() as u32).unwrap_or_default();
		waiting.rotate_left(first as usize);
		let mut moved = false;
		for (id, provider) in waiting {
			if meter.try_consume(T::WeightInfo::queue_step()).is_err() {
				break;
			}
			moved |= Self::issue_first(*id, provider, now);
		}
		moved
	}

	fn issue_first(id: u16, provider: &mut Provider, now: Moment) -> bool {
		let limit = provider.terms.daily_limit;
		let entry = Queue::<T>::get(id, provider.first).and_then(|key| Some((key, Receipts::<T>::get(key)?)));
		if let Some((key, mut record)) = entry {
			let part = record.queued().min(provider.used.room(limit, now));
			let is_rest = part == record.queued();
			if !is_rest && part < limit.div_ceil(SMALLEST_PART).max(1) {
				return false;
			}
			if Self::issue(key, &mut record, part).is_err() {
				return false;
			}
			provider.used.take(part, limit, now);
			Receipts::<T>::insert(key, record);
			if !is_rest {
				return true;
			}
		}
		Queue::<T>::remove(id, provider.first);
		provider.first = provider.first.saturating_add(1);
		true
	}

	pub(crate) fn do_reverse(member: T::AccountId, key: ReceiptKey) -> DispatchResult {
		let members = Self::members_with(&member)?;
		let record = Receipts::<T>::get(key).ok_or(Error::<T>::ReceiptNotFound)?;
		ensure!(!record.reversed, Error::<T>::AlreadyReversed);
		let mut said = Reversals::<T>::get(key);
		let is_repeated = said.contains(&member);
		said.retain(|other| *other != member && members.binary_search(other).is_ok());
		said.try_push(member.clone()).map_err(|_| Error::<T>::TooManyMembers)?;
		let votes = said.len() as u32;
		// Fewer may be needed than when the member first spoke.
		ensure!(!is_repeated || votes >= Self::votes_needed(), Error::<T>::AlreadyVoted);
		Self::deposit_event(Event::ReversalVoted {
			provider: key.provider,
			reference: key.reference,
			member,
			votes,
		});
		if votes >= Self::votes_needed() {
			Reversals::<T>::remove(key);
			return Self::reverse(key, record);
		}
		Reversals::<T>::insert(key, said);
		Ok(())
	}

	/// Burn what is young; what is not is the provider's deficit. Whoever has rows of it has nothing any more: they are cleared one by
	/// one. A receipt that matured keeps its word, wherever its fiat still waits: all of it is the deficit.
	fn reverse(key: ReceiptKey, mut record: RecordOf<T>) -> DispatchResult {
		let burned = if Self::is_mature(&record) { 0 } else { record.held };
		let deficit = record.issued.saturating_sub(burned);
		Self::burn_from_vault(burned)?;
		Totals::<T>::mutate(|totals| totals.reversals = totals.reversals.saturating_add(burned));
		Providers::<T>::mutate(|providers| {
			if let Some(provider) = providers.get_mut(&key.provider) {
				provider.deficit = provider.deficit.saturating_add(deficit);
			}
		});
		record.void = !Self::is_mature(&record);
		if record.void {
			// A job may have some of it, which must stay worth nothing whatever is attested under the same reference.
			let long = T::KeepReceipts::get().saturating_mul(2);
			record.keep_until = record.keep_until.max(T::Time::now().saturating_add(long));
		}
		record.held = record.held.saturating_sub(burned);
		record.reversed = true;
		Receipts::<T>::insert(key, record);
		Self::schedule(T::Time::now(), Due::Receipt(key));
		Self::deposit_event(Event::ReceiptReversed {
			provider: key.provider,
			reference: key.reference,
			burned,
			deficit,
		});
		Ok(())
	}

	fn burn_from_vault(amount: Balance) -> DispatchResult {
		if amount.is_zero() {
			return Ok(());
		}
		T::Fiat::burn_from(
			T::FiatId::get(),
			&Self::vault(),
			amount,
			Preservation::Expendable,
			Precision::Exact,
			Fortitude::Force,
		)
		.map(|_| ())
	}

	/// How many members have to say the same.
	pub(crate) fn votes_needed() -> u32 {
		Threshold::<T>::get()
	}

	/// All members, if `who` is one.
	pub(crate) fn members_with(who: &T::AccountId) -> Result<Vec<T::AccountId>, Error<T>> {
		let members = T::Members::sorted_members();
		ensure!(members.binary_search(who).is_ok(), Error::<T>::NotMember);
		Ok(members)
	}
}

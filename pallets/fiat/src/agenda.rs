//! What happens by itself: receipts lapse, mature and are forgotten, redemptions return. Everything has an entry at its minute, and
//! the entries of past minutes are worked off one bounded step at a time.

use crate::{
	pallet::{Agenda, AgendaCursor, Holders, Receipts, Redemptions, Reversals, Statements},
	Config, Due, Event, Minute, Pallet, ReturnedReason, WeightInfo,
};
use bme_primitives::{Moment, ReceiptKey};
use frame_support::{
	traits::{Get, Time},
	weights::WeightMeter,
};
use sp_runtime::traits::Zero;

const MINUTE: Moment = 60_000;
/// When a receipt that could not be forgotten is looked at again.
const LATER: Moment = 24 * 60 * MINUTE;
/// The most steps in one block. To find the next entry is to pass over those removed in the same block: without a cap the cost would
/// grow with their square.
const MAX_STEPS: u32 = 64;

/// The minute in which this moment is.
fn minute_of(moment: Moment) -> Minute {
	// Saturates in the year 10136.
	Minute::try_from(moment / MINUTE).unwrap_or(Minute::MAX)
}

impl<T: Config> Pallet<T> {
	/// Have `due` looked at in the first whole minute after `at`.
	pub(crate) fn schedule(at: Moment, due: Due) {
		let minute = minute_of(at).saturating_add(1).max(AgendaCursor::<T>::get());
		Agenda::<T>::insert(minute, due, ());
	}

	/// Work off the entries of past minutes while there is weight.
	pub(crate) fn process_agenda(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::agenda_base()).is_err() {
			return;
		}
		let now = minute_of(T::Time::now());
		let first = AgendaCursor::<T>::get();
		// Before the first block nothing was scheduled.
		let mut cursor = if first.is_zero() { now } else { first };
		for _ in 0..MAX_STEPS {
			if cursor > now || meter.try_consume(T::WeightInfo::agenda_step()).is_err() {
				break;
			}
			match Agenda::<T>::iter_key_prefix(cursor).next() {
				Some(due) => Self::process_due(cursor, due),
				None => cursor = cursor.saturating_add(1),
			}
		}
		if cursor != first {
			AgendaCursor::<T>::put(cursor);
		}
	}

	/// One step of what is due. The entry goes when there is nothing left to do.
	fn process_due(minute: Minute, due: Due) {
		let is_done = match due {
			Due::Receipt(key) => Self::end_next_row(key),
			Due::Redemption(_) => true,
		};
		if !is_done {
			return;
		}
		Agenda::<T>::remove(minute, due);
		match due {
			Due::Receipt(key) => Self::forget_receipt(key),
			Due::Redemption(id) => Self::time_out(id),
		}
	}

	/// End one row of a receipt that matured or is void; returns whether there was none. A row whose account cannot be credited is
	/// not looked at again: its owner can have it by [`Pallet::release`].
	fn end_next_row(key: ReceiptKey) -> bool {
		let Some(mut record) = Receipts::<T>::get(key).filter(|record| record.void || Self::is_mature(record)) else {
			return true;
		};
		let Some(holder) = Holders::<T>::iter_key_prefix(key).next() else {
			return true;
		};
		if Self::end_row(&holder, key, &mut record).is_ok() {
			Receipts::<T>::insert(key, record);
		} else {
			Holders::<T>::remove(key, holder);
		}
		false
	}

	/// Forget a receipt if nothing can be said of it any more, or look again when that may be.
	fn forget_receipt(key: ReceiptKey) {
		let now = T::Time::now();
		let keep_until = if let Some(record) = Receipts::<T>::get(key) {
			let settled = record.queued().is_zero() && record.held.is_zero();
			if settled || record.keep_until > now {
				record.keep_until
			} else {
				now.saturating_add(LATER)
			}
		} else {
			let said = Statements::<T>::get(key);
			let last = said.iter().map(|attested| attested.statement.paid_at).max();
			last.map_or(now, |last| last.saturating_add(T::KeepReceipts::get()))
		};
		if keep_until > now {
			return Self::schedule(keep_until, Due::Receipt(key));
		}
		Receipts::<T>::remove(key);
		Reversals::<T>::remove(key);
		if !Statements::<T>::take(key).is_empty() {
			Self::deposit_event(Event::ReceiptLapsed {
				provider: key.provider,
				reference: key.reference,
			});
		}
	}

	/// Return a redemption that nobody claimed.
	fn time_out(id: u64) {
		let now = T::Time::now();
		let unclaimed = Redemptions::<T>::get(id).filter(|one| one.claimed_by.is_none() && one.expires <= now);
		if let Some(redemption) = unclaimed {
			Self::return_redemption(id, redemption, ReturnedReason::TimedOut);
		}
	}
}

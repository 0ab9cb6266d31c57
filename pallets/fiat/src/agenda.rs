//! What happens by itself: receipts lapse, mature and are forgotten, redemptions return. Everything has an entry at its minute, and
//! the entries of past minutes are worked off in their order while there is weight.

use crate::{
	pallet::{Agenda, AgendaCursor, Holders, Receipts, Redemptions, Reversals, Statements, Young},
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

	/// Work off the entries of past minutes, with at most half of what the meter has left.
	pub(crate) fn process_agenda(meter: &mut WeightMeter) {
		let mut share = WeightMeter::with_limit(meter.remaining() / 2);
		if share.try_consume(T::WeightInfo::agenda_base()).is_err() {
			return;
		}
		let now = minute_of(T::Time::now());
		let first = AgendaCursor::<T>::get();
		// Before the first block nothing was scheduled.
		let mut cursor = if first.is_zero() { now } else { first };
		while cursor <= now && Self::process_minute(cursor, &mut share) {
			cursor = cursor.saturating_add(1);
		}
		if cursor != first {
			AgendaCursor::<T>::put(cursor);
		}
		meter.consume(share.consumed());
	}

	/// Work off one minute; returns whether nothing is left of it.
	fn process_minute(minute: Minute, meter: &mut WeightMeter) -> bool {
		// One walk over the minute: each entry is removed only after the walk has passed it.
		for due in Agenda::<T>::iter_key_prefix(minute) {
			if !Self::process_due(due, meter) {
				return false;
			}
			Agenda::<T>::remove(minute, due);
		}
		meter.try_consume(T::WeightInfo::agenda_base()).is_ok()
	}

	/// Do what is due; returns whether there was weight for all of it.
	fn process_due(due: Due, meter: &mut WeightMeter) -> bool {
		if let Due::Receipt(key) = due {
			if !Self::end_rows(key, meter) {
				return false;
			}
		}
		if meter.try_consume(T::WeightInfo::agenda_step()).is_err() {
			return false;
		}
		match due {
			Due::Receipt(key) => Self::forget_receipt(key),
			Due::Redemption(id) => Self::time_out(id),
		}
		true
	}

	/// End the rows of a receipt that matured or is void; returns whether there was weight for all of them. A row whose account cannot
	/// be credited waits: its owner can have it by [`Pallet::release`].
	fn end_rows(key: ReceiptKey, meter: &mut WeightMeter) -> bool {
		let Some(mut record) = Receipts::<T>::get(key).filter(|record| record.void || Self::is_mature(record)) else {
			return true;
		};
		let beneficiary = record.beneficiary.clone();
		if Young::<T>::contains_key(&beneficiary, key) {
			if meter.try_consume(T::WeightInfo::agenda_step()).is_err() {
				return false;
			}
			if Self::end_row(&beneficiary, key, &mut record).is_ok() {
				Receipts::<T>::insert(key, &record);
			}
		}
		for holder in Holders::<T>::iter_key_prefix(key) {
			if meter.try_consume(T::WeightInfo::agenda_step()).is_err() {
				return false;
			}
			if Self::end_row(&holder, key, &mut record).is_ok() {
				Receipts::<T>::insert(key, &record);
			} else {
				Holders::<T>::remove(key, holder);
			}
		}
		true
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

//! What holds after every block.

use crate::{
	pallet::{Agenda, AgendaCursor, Holders, Providers, Queue, Receipts, Redemptions, Statements, Totals, Young},
	Config, Due, HoldReason, Pallet,
};
use alloc::collections::{BTreeMap, BTreeSet};
use bme_primitives::{Balance, ReceiptKey};
use frame_support::{
	ensure,
	traits::{
		fungibles::{Inspect as _, InspectHold as _},
		Get,
	},
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Check every invariant of this pallet. Reads all receipts, rows and redemptions: for tests and for runtime APIs, not for blocks.
	///
	/// 6. held fiat = the sum over the redemptions of an account.
	/// 8. every receipt, decided or not, and every unclaimed redemption is on the agenda; none is behind it; every row has a receipt.
	/// 11. fiat issuance = genesis + receipts − redemptions − reversals.
	/// 12. the rows of a receipt sum to at most what is held of it, and the vault holds it; of one that is void nothing is held.
	/// 13. no receipt issued more than its amount, and what is still to be issued is in the queue.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_issuance()?;
		Self::check_vault()?;
		Self::check_queues()?;
		Self::check_redemptions()?;
		Self::check_agenda()
	}

	fn check_issuance() -> Result<(), TryRuntimeError> {
		let totals = Totals::<T>::get();
		let expected = totals
			.genesis
			.checked_add(totals.receipts)
			.and_then(|sum| sum.checked_sub(totals.redemptions))
			.and_then(|sum| sum.checked_sub(totals.reversals));
		ensure!(
			expected == Some(T::Fiat::total_issuance(T::FiatId::get())),
			"invariant 11: fiat issuance is not genesis + receipts - redemptions - reversals"
		);
		Ok(())
	}

	fn check_vault() -> Result<(), TryRuntimeError> {
		let mut rows = BTreeMap::<ReceiptKey, Balance>::new();
		for (_, key, amount) in Young::<T>::iter() {
			let sum = rows.entry(key).or_default();
			*sum = sum.saturating_add(amount);
		}
		let mut held: Balance = 0;
		for (key, record) in Receipts::<T>::iter() {
			ensure!(
				!record.void || record.held == 0,
				"invariant 12: something is held of a receipt that is void"
			);
			let sum = rows.remove(&key).unwrap_or_default();
			ensure!(
				record.void || sum <= record.held,
				"invariant 12: rows of a receipt exceed what is held of it"
			);
			held = held.saturating_add(record.held);
		}
		ensure!(rows.is_empty(), "invariant 8: a row of a receipt that is forgotten");
		ensure!(
			Holders::<T>::iter_keys().all(|(key, who)| Young::<T>::contains_key(who, key)),
			"invariant 8: a holder without a row"
		);
		ensure!(
			T::Fiat::balance(T::FiatId::get(), &Self::vault()) >= held,
			"invariant 12: the vault holds less than is young"
		);
		Ok(())
	}

	fn check_queues() -> Result<(), TryRuntimeError> {
		let queued: BTreeSet<ReceiptKey> = Queue::<T>::iter_values().collect();
		ensure!(
			queued.len() == Queue::<T>::iter_keys().count(),
			"invariant 13: a receipt is queued twice"
		);
		for (key, record) in Receipts::<T>::iter() {
			ensure!(
				record.issued <= record.amount,
				"invariant 13: a receipt issued more than its amount"
			);
			ensure!(
				record.queued() == 0 || queued.contains(&key),
				"invariant 13: a receipt is neither issued nor queued"
			);
		}
		for (id, number, _) in Queue::<T>::iter() {
			let is_within = Providers::<T>::get()
				.get(&id)
				.is_some_and(|provider| (provider.first..provider.next).contains(&number));
			ensure!(is_within, "invariant 13: a receipt is behind its queue");
		}
		let waiting = Providers::<T>::get().values().fold(0, |sum: u64, provider| {
			sum.saturating_add(provider.next.saturating_sub(provider.first))
		});
		ensure!(waiting == queued.len() as u64, "invariant 13: a queue has a gap");
		Ok(())
	}

	fn check_redemptions() -> Result<(), TryRuntimeError> {
		let mut held = BTreeMap::<T::AccountId, Balance>::new();
		for redemption in Redemptions::<T>::iter_values() {
			let sum = held.entry(redemption.who).or_default();
			*sum = sum.saturating_add(redemption.amount);
		}
		for (who, amount) in held {
			ensure!(
				T::FiatHolds::balance_on_hold(T::FiatId::get(), &HoldReason::Redemption.into(), &who) == amount,
				"invariant 6: held fiat differs from the redemptions"
			);
		}
		Ok(())
	}

	fn check_agenda() -> Result<(), TryRuntimeError> {
		let cursor = AgendaCursor::<T>::get();
		let mut due = BTreeSet::new();
		for (minute, what) in Agenda::<T>::iter_keys() {
			ensure!(minute >= cursor, "invariant 8: the agenda passed an entry");
			due.insert(what);
		}
		let receipts = Receipts::<T>::iter_keys().chain(Statements::<T>::iter_keys());
		for key in receipts {
			ensure!(
				due.contains(&Due::Receipt(key)),
				"invariant 8: a receipt is not on the agenda"
			);
		}
		for (id, redemption) in Redemptions::<T>::iter() {
			ensure!(
				redemption.claimed_by.is_some() || due.contains(&Due::Redemption(id)),
				"invariant 8: a redemption is not on the agenda"
			);
		}
		Ok(())
	}
}

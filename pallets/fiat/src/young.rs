//! Young fiat: issued against receipts that can still be taken back. It lies in the vault, and a row says how much of which receipt is
//! whose. It moves to its account when the receipt matures.

use crate::{
	pallet::{Holders, Receipts, Young},
	Config, Error, Event, Pallet, ReceiptRecord,
};
use bme_primitives::{Balance, ReceiptKey, ReceiptKeys, YoungFiat, YoungLot, YoungLots};
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::{fungibles::Mutate as _, tokens::Preservation, Get, Time},
};
use sp_runtime::{
	traits::{AccountIdConversion, Zero},
	DispatchResult,
};

type RecordOf<T> = ReceiptRecord<<T as frame_system::Config>::AccountId>;

impl<T: Config> Pallet<T> {
	/// The account, without a key, in which young fiat lies.
	pub fn vault() -> T::AccountId {
		T::PalletId::get().into_sub_account_truncating(b"vault")
	}

	/// Give a part of what is held of a receipt to an account: fiat if the receipt matured and the account can be credited, else a row.
	/// The caller stores the record.
	pub(crate) fn grant(who: &T::AccountId, key: ReceiptKey, record: &mut RecordOf<T>, amount: Balance) {
		if Self::is_mature(record) && Self::pay_out(who, record, amount).is_ok() {
			return Self::deposit_event(Event::FiatPaid {
				account: who.clone(),
				provider: key.provider,
				reference: key.reference,
				amount,
			});
		}
		Young::<T>::mutate(who, key, |row| *row = row.saturating_add(amount));
		if *who != record.beneficiary {
			Holders::<T>::insert(key, who, ());
		}
		Self::deposit_event(Event::FiatHeld {
			account: who.clone(),
			provider: key.provider,
			reference: key.reference,
			amount,
			matures: record.matures,
		});
	}

	pub(crate) fn is_mature(record: &RecordOf<T>) -> bool {
		T::Time::now() >= record.matures
	}

	/// Move fiat out of the vault. The caller stores the record.
	fn pay_out(who: &T::AccountId, record: &mut RecordOf<T>, amount: Balance) -> DispatchResult {
		with_storage_layer(|| {
			T::Fiat::transfer(T::FiatId::get(), &Self::vault(), who, amount, Preservation::Expendable)
		})?;
		record.held = record.held.saturating_sub(amount);
		Ok(())
	}

	pub(crate) fn do_release(who: &T::AccountId, key: ReceiptKey) -> DispatchResult {
		let mut record = Receipts::<T>::get(key).ok_or(Error::<T>::ReceiptNotFound)?;
		ensure!(record.void || Self::is_mature(&record), Error::<T>::NotMature);
		ensure!(Young::<T>::contains_key(who, key), Error::<T>::NothingHeld);
		Self::end_row(who, key, &mut record)?;
		Receipts::<T>::insert(key, record);
		Ok(())
	}

	/// End a row of a receipt that matured or is void. The caller stores the record. Fails, changing nothing, where the account
	/// cannot be credited.
	pub(crate) fn end_row(who: &T::AccountId, key: ReceiptKey, record: &mut RecordOf<T>) -> DispatchResult {
		let amount = Young::<T>::get(who, key);
		let (account, ReceiptKey { provider, reference }) = (who.clone(), key);
		Self::deposit_event(if record.void {
			Event::FiatTakenBack {
				account,
				provider,
				reference,
				amount,
			}
		} else {
			Self::pay_out(who, record, amount).map_err(|_| Error::<T>::CannotCredit)?;
			Event::FiatReleased {
				account,
				provider,
				reference,
				amount,
			}
		});
		Self::remove_row(who, key, record);
		Ok(())
	}

	fn remove_row(who: &T::AccountId, key: ReceiptKey, record: &RecordOf<T>) {
		Young::<T>::remove(who, key);
		if *who != record.beneficiary {
			Holders::<T>::remove(key, who);
		}
	}

	fn take_from_row(who: &T::AccountId, key: ReceiptKey, record: &RecordOf<T>, row: Balance, part: Balance) {
		let rest = row.saturating_sub(part);
		if rest.is_zero() {
			Self::remove_row(who, key, record);
		} else {
			Young::<T>::insert(who, key, rest);
		}
	}
}

impl<T: Config> YoungFiat<T::AccountId> for Pallet<T> {
	fn take(who: &T::AccountId, receipts: &ReceiptKeys, amount: Balance) -> YoungLots {
		let mut left = amount;
		let mut lots = YoungLots::default();
		for receipt in receipts {
			let Some(record) = Receipts::<T>::get(receipt).filter(|record| !record.void) else {
				continue;
			};
			let row = Young::<T>::get(who, receipt);
			let part = row.min(left);
			let lot = YoungLot {
				receipt: *receipt,
				amount: part,
			};
			// There is room for as many lots as receipts may be named.
			if !part.is_zero() && lots.try_push(lot).is_ok() {
				Self::take_from_row(who, *receipt, &record, row, part);
				left = left.saturating_sub(part);
			}
		}
		lots
	}

	fn give(who: &T::AccountId, lot: YoungLot) -> Balance {
		let YoungLot { receipt, amount } = lot;
		if amount.is_zero() {
			return 0;
		}
		// Only one that is void is forgotten while a job has some of it.
		let Some(mut record) = Receipts::<T>::get(receipt).filter(|record| !record.void) else {
			Self::deposit_event(Event::FiatTakenBack {
				account: who.clone(),
				provider: receipt.provider,
				reference: receipt.reference,
				amount,
			});
			return 0;
		};
		Self::grant(who, receipt, &mut record, amount);
		Receipts::<T>::insert(receipt, record);
		amount
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_issue(who: &T::AccountId, amount: Balance) -> ReceiptKeys {
		crate::benchmarking::issue_lots::<T>(who, amount)
	}
}

//! Paying closed epochs. The row is taken before the money moves, so that nobody is paid twice; what cannot be credited becomes a
//! debt, so that nothing is lost.

use crate::{
	pallet::{EpochRecords, Owed, PayoutCursor},
	Config, Error, Event, Pallet, WeightInfo,
};
use bme_economics::pro_rata;
use bme_primitives::{Balance, ByPool, Debt, EpochClock, EpochIndex, PointsBook, Pool};
use core::cmp::Reverse;
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::{fungible::Mutate as _, fungibles::Mutate as _, tokens::Preservation, Get},
	weights::WeightMeter,
};
use sp_runtime::{traits::Zero, DispatchError, DispatchResult};

/// The most rows paid unasked in one block. To find the next row is to pass over those taken in the same block: without a cap the
/// cost would grow with their square.
const MAX_STEPS: u32 = 64;

impl<T: Config> Pallet<T> {
	/// Returns from how many pools it paid.
	pub(crate) fn do_payout(account: &T::AccountId, epochs: &[EpochIndex]) -> Result<u32, DispatchError> {
		let current = <Self as EpochClock>::current();
		let mut due = ByPool::<Balance>::default();
		let mut paid_any = false;
		for epoch in epochs {
			ensure!(*epoch < current, Error::<T>::EpochOpen);
			ensure!(EpochRecords::<T>::contains_key(epoch), Error::<T>::EpochExpired);
			paid_any |= Self::take_row(account, *epoch, &mut due);
		}
		ensure!(paid_any, Error::<T>::NothingToPay);
		Self::pay_from_pots(account, &due);
		Ok(due.each().into_iter().filter(|amount| !amount.is_zero()).count() as u32)
	}

	/// Pay rows that nobody asked for, oldest first, while there is weight; drop the rows of epochs that expired.
	pub(crate) fn process_payouts(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::payout_base()).is_err() {
			return;
		}
		let current = <Self as EpochClock>::current();
		let first = PayoutCursor::<T>::get();
		let mut cursor = first;
		for _ in 0..MAX_STEPS {
			if cursor >= current || !meter.can_consume(T::WeightInfo::payout_step()) {
				break;
			}
			match T::Points::first(cursor) {
				Some(account) => {
					meter.consume(T::WeightInfo::payout_step());
					let mut due = ByPool::default();
					Self::take_row(&account, cursor, &mut due);
					Self::pay_from_pots(&account, &due);
				}
				None => {
					meter.consume(T::WeightInfo::payout_base());
					cursor = cursor.saturating_add(1);
				}
			}
		}
		if cursor != first {
			PayoutCursor::<T>::put(cursor);
		}
	}

	/// Take an account's row of a closed epoch and add what it is worth to `due`. Returns whether there was a row.
	fn take_row(account: &T::AccountId, epoch: EpochIndex, due: &mut ByPool<Balance>) -> bool {
		let points = T::Points::take(epoch, account);
		if points == ByPool::default() {
			return false;
		}
		// No record: the epoch expired, and what it minted was burned.
		let Some(mut record) = EpochRecords::<T>::get(epoch) else {
			return true;
		};
		let mut amounts = ByPool::<Balance>::default();
		for pool in Pool::ALL {
			let amount = pro_rata(*pool.of(&record.minted), *pool.of(&points), *pool.of(&record.points));
			let paid = pool.of_mut(&mut record.paid);
			// Σ points ≤ the record's points, so Σ floors ≤ minted.
			*paid = paid.saturating_add(amount);
			*pool.of_mut(&mut amounts) = amount;
			let sum = pool.of_mut(due);
			*sum = sum.saturating_add(amount);
		}
		EpochRecords::<T>::insert(epoch, record);
		Self::deposit_event(Event::PaidOut {
			account: account.clone(),
			epoch,
			amounts,
		});
		true
	}

	/// Pay the largest amount first: it may bring an empty account into being for the smaller ones.
	fn pay_from_pots(account: &T::AccountId, due: &ByPool<Balance>) {
		let mut order = Pool::ALL;
		order.sort_by_key(|pool| Reverse(*pool.of(due)));
		for pool in order {
			let amount = *pool.of(due);
			if !amount.is_zero() && Self::pay_tokens(account, pool, amount).is_err() {
				Self::record_debt(account, Debt::Tokens(pool), amount);
			}
		}
	}

	pub(crate) fn do_claim_owed(account: &T::AccountId, debt: Debt) -> DispatchResult {
		let amount = Owed::<T>::take(account, debt);
		ensure!(!amount.is_zero(), Error::<T>::NothingOwed);
		match debt {
			Debt::Fiat => Self::pay_fiat_debt(account, amount),
			Debt::Tokens(pool) => Self::pay_tokens(account, pool, amount),
		}
		.map_err(|_| Error::<T>::CannotCredit)?;
		Self::deposit_event(Event::DebtPaid {
			account: account.clone(),
			debt,
			amount,
		});
		Ok(())
	}

	fn pay_tokens(account: &T::AccountId, pool: Pool, amount: Balance) -> DispatchResult {
		with_storage_layer(|| {
			T::Currency::transfer(&Self::pot(pool), account, amount, Preservation::Preserve).map(|_| ())
		})
	}

	fn pay_fiat_debt(account: &T::AccountId, amount: Balance) -> DispatchResult {
		with_storage_layer(|| {
			T::Fiat::transfer(
				T::FiatId::get(),
				&Self::fiat_pot(),
				account,
				amount,
				Preservation::Expendable,
			)
			.map(|_| ())
		})
	}
}

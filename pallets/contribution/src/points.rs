//! The book of points: one row for each account in each epoch, with the points of all pools.

use crate::{
	pallet::{Rows, Totals},
	Config, Pallet, WeightInfo,
};
use bme_primitives::{ByPool, EpochClock, EpochIndex, PointsBook, Pool};
use frame_support::dispatch::DispatchClass;
use frame_system::pallet_prelude::BlockNumberFor;

impl<T: Config> PointsBook<T::AccountId> for Pallet<T> {
	fn credit(epoch: EpochIndex, pool: Pool, who: &T::AccountId, points: u128) {
		if points == 0 {
			return;
		}
		let add = |values: &mut ByPool<u128>| {
			let value = pool.of_mut(values);
			*value = value.saturating_add(points);
		};
		Rows::<T>::mutate(epoch, who, add);
		Totals::<T>::mutate(epoch, add);
	}

	fn totals(epoch: EpochIndex) -> ByPool<u128> {
		Totals::<T>::get(epoch)
	}

	fn points(epoch: EpochIndex, who: &T::AccountId) -> ByPool<u128> {
		Rows::<T>::get(epoch, who)
	}

	fn take(epoch: EpochIndex, who: &T::AccountId) -> ByPool<u128> {
		let row = Rows::<T>::take(epoch, who);
		if row == ByPool::default() {
			return row;
		}
		Totals::<T>::mutate_exists(epoch, |totals| {
			let mut left = totals.unwrap_or_default();
			for pool in Pool::ALL {
				let value = pool.of_mut(&mut left);
				*value = value.saturating_sub(*pool.of(&row));
			}
			*totals = Some(left).filter(|left| *left != ByPool::default());
		});
		row
	}

	fn first(epoch: EpochIndex) -> Option<T::AccountId> {
		Rows::<T>::iter_key_prefix(epoch).next()
	}
}

/// A block authored is a point in the Security pool.
impl<T: Config> pallet_authorship::EventHandler<T::AccountId, BlockNumberFor<T>> for Pallet<T> {
	fn note_author(author: T::AccountId) {
		Self::credit(T::Epoch::current(), Pool::Security, &author, 1);
		// Nobody else counts it: the caller reports no weight.
		frame_system::Pallet::<T>::register_extra_weight_unchecked(
			T::WeightInfo::note_author(),
			DispatchClass::Mandatory,
		);
	}
}

//! What holds after every block.

use crate::{Announced, Config, Current, Feeds, NextPoll, Pallet};
use frame_support::{ensure, traits::Time};
use sp_runtime::{traits::Zero, TryRuntimeError};

impl<T: Config> Pallet<T> {
	/// The invariants, beside what the types hold (at most one feed of a feeder, at most `MaxFeeders`):
	///
	/// 1. no feed is zero or from the future;
	/// 2. the price is neither zero nor from the future;
	/// 3. the announced condition is that of the price now, or the step that announces it is due.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let now = T::Time::now();
		let feeds_hold = Feeds::<T>::get()
			.values()
			.all(|feed| !feed.price.is_zero() && feed.observed_at <= now);
		ensure!(feeds_hold, "price I1: a feed is zero or from the future");

		let known = Current::<T>::get();
		let price_holds = known.is_none_or(|known| !known.price.is_zero() && known.observed_at <= now);
		ensure!(price_holds, "price I2: the price is zero or from the future");

		let due = now >= NextPoll::<T>::get();
		ensure!(
			due || Announced::<T>::get() == Self::condition_of(known, now),
			"price I3: the announced condition is not that of the price"
		);
		Ok(())
	}
}

//! What holds after every block.

use crate::{Config, Current, Feeds, NextPoll, Pallet, Standings};
use frame_support::{ensure, traits::Time};
use sp_runtime::{traits::Zero, TryRuntimeError};

impl<T: Config> Pallet<T> {
	/// The invariants, beside what the types hold (at most one feed of a feeder, at most `MaxFeeders`):
	///
	/// 1. no feed is zero or from the future;
	/// 2. the price, its median and its average are neither zero nor from the future;
	/// 3. the announced condition is that of the price now, or the step that announces it is due;
	/// 4. no feeder failed in more rounds than there were.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let now = T::Time::now();
		let feeds_hold = Feeds::<T>::get()
			.values()
			.all(|feed| !feed.price.is_zero() && feed.observed_at <= now);
		ensure!(feeds_hold, "price I1: a feed is zero or from the future");

		let known = Current::<T>::get();
		let price_holds = known.is_none_or(|known| {
			let prices = [known.price, known.median, known.average];
			!prices.iter().any(Zero::is_zero) && known.observed_at.max(known.updated_at) <= now
		});
		ensure!(price_holds, "price I2: the price is zero or from the future");

		let due = now >= NextPoll::<T>::get();
		ensure!(
			due || known.is_none_or(|known| known.condition == Self::condition_of(&known, now)),
			"price I3: the announced condition is not that of the price"
		);

		let standings_hold = Standings::<T>::get()
			.values()
			.all(|standing| standing.absent.saturating_add(standing.outliers) <= standing.rounds);
		ensure!(
			standings_hold,
			"price I4: a feeder failed in more rounds than there were"
		);
		Ok(())
	}
}

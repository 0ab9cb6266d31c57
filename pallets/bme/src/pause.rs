//! Pauses: for a short time no new jobs, or no mint. A pause ends by itself, changes no number, and stops nothing that runs: jobs are
//! attested, judged, settled and refunded, points are earned and payouts paid.
//!
//! A pause of the mint holds back the close of an epoch that would end in it. It then closes one whole length late, for two lengths:
//! the same points of work share the same schedule as if it had closed in time, and none of it is lost (of the other pools decision 18
//! says what differs). So a pause of the mint is never longer than the open epoch.

use crate::{
	pallet::{CurrentEpoch, Pauses, TimeScale},
	Config, Epoch, Error, Event, Pallet, Pausable, Pause,
};
use bme_primitives::Moment;
use frame_support::{
	ensure,
	traits::{Get, Time},
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_pause(what: Pausable, duration: Moment) -> DispatchResult {
		let now = T::Time::now();
		let within = (1..=Self::longest_pause(what)).contains(&duration);
		ensure!(within, Error::<T>::PauseOutOfBounds);
		if let Some(last) = Pauses::<T>::get(what) {
			let again = last.until.saturating_add(Self::scaled_time(T::MinPauseGap::get()));
			ensure!(now >= again, Error::<T>::PausedLately);
		}
		let until = now.saturating_add(duration);
		Pauses::<T>::insert(what, Pause { since: now, until });
		Self::deposit_event(Event::Paused { what, until });
		Ok(())
	}

	/// The record stays, with the time at which the pause really ended.
	pub(crate) fn do_resume(what: Pausable) -> DispatchResult {
		let now = T::Time::now();
		Pauses::<T>::try_mutate(what, |pause| {
			let pause = pause.as_mut().filter(|pause| pause.holds_at(now));
			pause.ok_or(Error::<T>::NotPaused)?.until = now;
			Self::deposit_event(Event::Resumed { what });
			Ok(())
		})
	}

	/// Until when it is paused, if it is.
	pub fn paused_until(what: Pausable) -> Option<Moment> {
		let now = T::Time::now();
		Pauses::<T>::get(what)
			.filter(|pause| pause.holds_at(now))
			.map(|pause| pause.until)
	}

	pub(crate) fn ensure_jobs_open() -> DispatchResult {
		ensure!(Self::paused_until(Pausable::Jobs).is_none(), Error::<T>::JobsPaused);
		Ok(())
	}

	/// Whether an epoch may close at `now`: its time is over, and no pause of the mint holds it back.
	pub(crate) fn may_close(epoch: &Epoch, now: Moment) -> bool {
		let end = epoch.start.saturating_add(epoch.length);
		if now < end {
			return false;
		}
		let Some(pause) = Pauses::<T>::get(Pausable::Mint).filter(|pause| pause.until > end) else {
			return true;
		};
		!pause.holds_at(now) && now >= end.saturating_add(epoch.length)
	}

	/// A pause of the mint is no longer than the open epoch: two lengths are the most that a late close counts.
	fn longest_pause(what: Pausable) -> Moment {
		let most = Self::scaled_time(T::MaxPause::get());
		match (what, CurrentEpoch::<T>::get()) {
			(Pausable::Mint, Some(epoch)) => most.min(epoch.length),
			_ => most,
		}
	}

	fn scaled_time(time: Moment) -> Moment {
		time.checked_div(TimeScale::<T>::get().into()).unwrap_or(time)
	}
}

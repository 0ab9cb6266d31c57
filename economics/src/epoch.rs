//! The grid of epochs.

use crate::Moment;

/// How much of the schedule an epoch that began at `start` counts when it closes at `now`: the time that passed, at most twice its
/// `length`. What a late close leaves out is forfeited. Zero if `now` is before `start`.
pub fn clamped_elapsed(start: Moment, now: Moment, length: Moment) -> Moment {
	now.saturating_sub(start).min(length.saturating_mul(2))
}

/// Where the next epoch starts when one that began at `start` closes at `now`: the newest point of the grid `start + k · length` that is
/// not after `now`. It is `start` itself if `now` is before the first such point, or if `length` is zero.
pub fn next_start(start: Moment, now: Moment, length: Moment) -> Moment {
	let passed = now.saturating_sub(start);
	let beyond = passed.checked_rem(length).unwrap_or(passed);
	start.saturating_add(passed.saturating_sub(beyond))
}

//! The grid of epochs: `start`, `start + length`, `start + 2 · length` and so on.

use crate::Moment;

/// How much of the schedule an epoch that began at `start` counts when it closes at `now`: the whole lengths that
/// passed, at most two. What a late close leaves out is forfeited. What passed of the next length belongs to the next
/// epoch, which begins at [`next_start`], so that no time is counted twice however late each epoch closes.
pub fn clamped_elapsed(start: Moment, now: Moment, length: Moment) -> Moment {
	next_start(start, now, length)
		.saturating_sub(start)
		.min(length.saturating_mul(2))
}

/// Where the next epoch starts when one that began at `start` closes at `now`: the newest point of the grid that is not
/// after `now`. It is `start` itself if `now` is before the second point, or if `length` is zero.
pub fn next_start(start: Moment, now: Moment, length: Moment) -> Moment {
	let passed = now.saturating_sub(start);
	let beyond = passed.checked_rem(length).unwrap_or(passed);
	start.saturating_add(passed.saturating_sub(beyond))
}

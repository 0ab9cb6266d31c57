//! From feeds to a price: what feeders agree on, how fast it may move, its average, and what its age costs.

use crate::{exponential::decayed, mul_div, Moment};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use primitive_types::U512;
use scale_info::TypeInfo;
use sp_arithmetic::{FixedU128, PerThing, Perbill, Rounding};

const MINUTE: Moment = 60_000;

/// An observation of the price. Ordered by the price first.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Feed {
	/// USD per whole token.
	pub price: FixedU128,
	/// When it was observed, milliseconds.
	pub observed_at: Moment,
}

/// What feeds agree on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agreement {
	/// The median of the feeds that agree: as old as the older of the middle two, if their number is even.
	pub median: Feed,
	/// How far apart all the feeds are: their median distance from their own median, **rounded up**.
	pub confidence: FixedU128,
	/// How many feeds agree.
	pub feeds: u32,
}

/// What `feeds` agree on: the median of those that are no outliers from the median of all. `None` of nothing.
///
/// Liars who are fewer than half of the feeds that agree cannot move the result beyond what the others say: so fewer than a
/// quorum cannot beside a quorum of others who are within the `outlier` bound of each other, nor can they keep those from
/// agreeing. However many they are, as long as anyone else agrees with them, the result is within twice the bound of what
/// that one says.
pub fn agreement(feeds: &[Feed], outlier: Perbill) -> Option<Agreement> {
	let middle = median(feeds.to_vec())?.price;
	let distances = feeds.iter().map(|feed| distance(feed.price, middle)).collect();
	let agreeing: Vec<_> = feeds
		.iter()
		.copied()
		.filter(|feed| !is_outlier(feed.price, middle, outlier))
		.collect();
	Some(Agreement {
		feeds: agreeing.len() as u32,
		// The middle two of an even number may both be outliers; then nobody agrees.
		median: median(agreeing)?,
		confidence: median_distance(distances)?,
	})
}

/// Whether `price` is farther from `middle` than the part `bound` of it.
pub fn is_outlier(price: FixedU128, middle: FixedU128, bound: Perbill) -> bool {
	distance(price, middle) > bound.mul_floor(middle.into_inner())
}

/// The median feed. Of an even number: the mean of the middle two prices, **rounded down**, with the older of their times.
/// `None` of nothing.
pub fn median(mut feeds: Vec<Feed>) -> Option<Feed> {
	feeds.sort_unstable();
	let (lower, upper) = middle_two(&feeds)?;
	Some(Feed {
		price: FixedU128::from_inner(lower.price.into_inner().midpoint(upper.price.into_inner())),
		observed_at: lower.observed_at.min(upper.observed_at),
	})
}

fn median_distance(mut distances: Vec<u128>) -> Option<FixedU128> {
	distances.sort_unstable();
	let (lower, upper) = middle_two(&distances)?;
	let rounded_down = lower.midpoint(upper);
	let is_odd = lower.abs_diff(upper) & 1;
	Some(FixedU128::from_inner(rounded_down.saturating_add(is_odd)))
}

/// The middle two of what is sorted: the same one twice, if there is one in the middle.
fn middle_two<T: Copy>(sorted: &[T]) -> Option<(T, T)> {
	let lower = sorted.get(sorted.len().saturating_sub(1) / 2)?;
	let upper = sorted.get(sorted.len() / 2)?;
	Some((*lower, *upper))
}

fn distance(a: FixedU128, b: FixedU128) -> u128 {
	a.into_inner().abs_diff(b.into_inner())
}

/// `price`, moved towards `target` by at most what `elapsed` milliseconds allow, of which at most a minute counts:
///
/// ```text
/// floor(price · r · elapsed / minute),   r = most / (1 + most)
/// ```
///
/// Steps whose times sum to a minute multiply the price by at most `e^r ≤ 1 + most` and by at least
/// `1 − r = 1 / (1 + most)`, however many they are.
pub fn step_towards(price: FixedU128, target: FixedU128, most: Perbill, elapsed: Moment) -> FixedU128 {
	let one = u128::from(Perbill::ACCURACY);
	let most = u128::from(most.deconstruct());
	// At most 10⁹ · 60,000 and twice that.
	let part = most.saturating_mul(elapsed.min(MINUTE).into());
	let whole = one.saturating_add(most).saturating_mul(MINUTE.into());
	let (price, target) = (price.into_inner(), target.into_inner());
	let step = mul_div(price, part, whole, Rounding::Down).unwrap_or_default();
	FixedU128::from_inner(target.clamp(price.saturating_sub(step), price.saturating_add(step)))
}

/// The average `elapsed` milliseconds later, in which the price was `price`:
///
/// ```text
/// price + (average − price) · e^(−elapsed / window)
/// ```
///
/// What is left of the distance is **rounded down**, towards the price, to the unit (see `exponential` for the error). A
/// `window` of zero has no average.
pub fn smoothed(average: FixedU128, price: FixedU128, elapsed: Moment, window: Moment) -> FixedU128 {
	// `elapsed · 2¹²⁸ / window`, below `2¹⁹²`.
	let scaled = U512([0, 0, elapsed, 0, 0, 0, 0, 0]);
	let Some(exponent) = scaled.checked_div(window.into()) else {
		return price;
	};
	let left = decayed(distance(average, price), exponent);
	let price = price.into_inner();
	FixedU128::from_inner(if average.into_inner() >= price {
		price.saturating_add(left)
	} else {
		price.saturating_sub(left)
	})
}

/// What is taken off a price for its `age`: nothing up to `from`, `most` from `to` on, in between in proportion, **rounded
/// up**. All are milliseconds.
pub fn margin(age: Moment, from: Moment, to: Moment, most: Perbill) -> Perbill {
	let over = age.saturating_sub(from);
	let span = to.saturating_sub(from);
	if over >= span {
		return if over == 0 { Perbill::zero() } else { most };
	}
	let parts = mul_div(most.deconstruct().into(), over.into(), span.into(), Rounding::Up).unwrap_or_default();
	// At most `most`.
	Perbill::from_parts(parts as u32)
}

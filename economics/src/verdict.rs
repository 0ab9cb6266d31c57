//! Judging work: what a panel finds, who of it is far off, how often jobs are checked, what is known of a supplier.

use crate::{lower_median, scale_to_one, sums_to_one, Balance, Error, Judged};
use alloc::vec::Vec;
use sp_arithmetic::{traits::Saturating, PerThing, Perbill};

/// The weight of the newest verdict in what is known of a supplier: an eighth.
const NEWEST: Perbill = Perbill::from_parts(125_000_000);

/// The lower median of each column. `None` if there are no rows, or they are not equally long.
///
/// With fewer than a half of the rows of a column lying, its median is between the lowest and the highest of the others.
pub fn median_of_each(rows: &[Vec<Perbill>]) -> Option<Vec<Perbill>> {
	let length = rows.first()?.len();
	if rows.iter().any(|row| row.len() != length) {
		return None;
	}
	(0..length)
		.map(|column| lower_median(rows.iter().filter_map(|row| row.get(column).copied()).collect()))
		.collect()
}

/// Whether two values of a part of one are farther apart than `tolerance`, a part of one as well.
pub fn is_apart(one: Perbill, another: Perbill, tolerance: Perbill) -> bool {
	one.max(another).saturating_sub(one.min(another)) > tolerance
}

/// Whether each share is at least its minimum, and they sum to exactly one.
pub fn shares_fit(minima: &[Perbill], shares: &[Perbill]) -> bool {
	shares.len() == minima.len()
		&& shares.iter().zip(minima).all(|(share, minimum)| share >= minimum)
		&& sums_to_one(shares.iter().copied())
}

/// The shares that a panel finds: what the minima leave of one, divided by what the median opinion has above each minimum.
///
/// ```text
/// left    = 1 − Σ minimum_i
/// above_i = max(median_i − minimum_i, 0)
/// share_i = minimum_i + floor(left · above_i / Σ above)        the first of the largest takes the rest
/// ```
///
/// Where nothing is above a minimum, the minima scaled to one.
///
/// # Errors
///
/// [`Error::SharesZero`] if there is nothing to scale.
pub fn shares_of_panel(minima: &[Perbill], medians: &[Perbill]) -> Result<Vec<Perbill>, Error> {
	let left = minima
		.iter()
		.fold(Perbill::one(), |left, minimum| left.saturating_sub(*minimum));
	let above: Vec<_> = minima
		.iter()
		.zip(medians)
		.map(|(minimum, median)| median.saturating_sub(*minimum))
		.collect();
	let Ok(parts) = scale_to_one(&above) else {
		return scale_to_one(minima);
	};
	let mut shares: Vec<_> = minima
		.iter()
		.zip(&parts)
		.map(|(minimum, part)| minimum.saturating_add(left.saturating_mul(*part)))
		.collect();
	let rest = shares
		.iter()
		.fold(Perbill::one(), |rest, share| rest.saturating_sub(*share));
	let largest = parts.iter().copied().max().unwrap_or_default();
	if let Some((share, _)) = shares.iter_mut().zip(&parts).find(|(_, part)| **part == largest) {
		*share = share.saturating_add(rest);
	}
	Ok(shares)
}

/// Whether two judgements of the same job give any supplier a part that is farther apart than `tolerance`.
pub fn differs(one: &[Judged], another: &[Judged], tolerance: Perbill) -> bool {
	let part = |judged: &Judged| judged.share.saturating_mul(judged.quality);
	one.iter()
		.zip(another)
		.any(|(one, another)| is_apart(part(one), part(another), tolerance))
}

/// What is known of a supplier after one more verdict: an average in which each verdict counts seven eighths of the one after
/// it, **rounded down**. The first verdict is all that is known.
pub fn accuracy_after(before: Option<Perbill>, quality: Perbill) -> Perbill {
	let Some(before) = before else {
		return quality;
	};
	// The two parts sum to one, so the sum of the products does not exceed it.
	let old = NEWEST.left_from_one().saturating_mul(before);
	old.saturating_add(NEWEST.saturating_mul(quality))
}

/// The chance that a job is checked which nobody disputed:
///
/// ```text
/// rate   = known + (unknown − known) · (1 − accuracy)        unknown where there is no accuracy
/// chance = min(rate, burn / min_burn)                        rounded down
/// ```
pub fn sampling_chance(
	known: Perbill,
	unknown: Perbill,
	accuracy: Option<Perbill>,
	burn: Balance,
	min_burn: Balance,
) -> Perbill {
	let doubt = accuracy.map_or(Perbill::one(), PerThing::left_from_one);
	let rate = known.saturating_add(unknown.saturating_sub(known).saturating_mul(doubt));
	if burn >= min_burn {
		return rate;
	}
	rate.min(Perbill::from_rational(burn, min_burn))
}

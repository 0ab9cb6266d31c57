//! Judging work: what a panel finds, who of it is far off, how often jobs are checked, what is known of a supplier.

use crate::{lower_median, scale_to_one, sums_to_one, Balance, Error, Judged};
use alloc::vec::Vec;
use sp_arithmetic::{traits::Saturating, PerThing, Perbill};

/// The most that the newest verdict weighs in what is known of a supplier: an eighth.
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

/// Whether two judgements of the same job give its suppliers parts that are together farther apart than `tolerance`, a part of one:
///
/// ```text
/// part_i = share_i · quality_i                                                    each product rounded down
/// max(Σ max(part_i − part'_i, 0), Σ max(part'_i − part_i, 0)) > tolerance
/// ```
///
/// Together, since no part of a supplier with a small share could differ by much; what some have more and what others have less apart, so
/// that what moves from one to another is counted once.
pub fn differs(one: &[Judged], another: &[Judged], tolerance: Perbill) -> bool {
	// Shares sum to one, so that parts do to one at most.
	let sum_of = |more: &[Judged], less: &[Judged]| {
		more.iter().zip(less).fold(Perbill::zero(), |sum, (more, less)| {
			sum.saturating_add(part(more).saturating_sub(part(less)))
		})
	};
	sum_of(one, another).max(sum_of(another, one)) > tolerance
}

fn part(judged: &Judged) -> Perbill {
	judged.share.saturating_mul(judged.quality)
}

/// What is known of a supplier after one more verdict, of a job that burned `burn`:
///
/// ```text
/// newest   = min(burn / min_burn, 1) / 8
/// accuracy = (1 − newest) · before + newest · quality        each product rounded down
/// ```
///
/// It begins with nothing, and a small job teaches little: a name for good work takes as many verdicts as one that was lost, and cannot
/// be had by jobs that cost nothing.
pub fn accuracy_after(before: Perbill, quality: Perbill, burn: Balance, min_burn: Balance) -> Perbill {
	let newest = NEWEST.saturating_mul(part_of_least(burn, min_burn));
	// The two parts sum to one, so the sum of the products does not exceed it.
	let old = newest.left_from_one().saturating_mul(before);
	old.saturating_add(newest.saturating_mul(quality))
}

/// What a burn is of the least that counts whole, one at most, rounded down.
fn part_of_least(burn: Balance, min_burn: Balance) -> Perbill {
	if burn >= min_burn {
		return Perbill::one();
	}
	Perbill::from_rational(burn, min_burn)
}

/// The chance that a job is checked which nobody disputed:
///
/// ```text
/// rate   = known + (unknown − known) · (1 − accuracy)
/// chance = min(rate, burn / min_burn)                        rounded down
/// ```
pub fn sampling_chance(
	known: Perbill,
	unknown: Perbill,
	accuracy: Perbill,
	burn: Balance,
	min_burn: Balance,
) -> Perbill {
	let doubt = accuracy.left_from_one();
	let rate = known.saturating_add(unknown.saturating_sub(known).saturating_mul(doubt));
	rate.min(part_of_least(burn, min_burn))
}

//! What feeds agree on, how fast a price moves, its average and what its age costs: worked examples.

use bme_economics::*;

const MINUTE: Moment = 60_000;
const HOUR: Moment = 60 * MINUTE;
const OUTLIER: Perbill = Perbill::from_parts(15_000_000);

fn price(inner: u128) -> FixedU128 {
	FixedU128::from_inner(inner)
}

fn feeds(prices: &[(u128, Moment)]) -> Vec<Feed> {
	prices
		.iter()
		.map(|&(inner, observed_at)| Feed {
			price: price(inner),
			observed_at,
		})
		.collect()
}

/// The median and the confidence of feeds at these prices, and how many agree.
fn agreed(prices: &[u128]) -> Option<(u128, u128, u32)> {
	let feeds = feeds(&prices.iter().map(|&inner| (inner, 0)).collect::<Vec<_>>());
	let Agreement {
		median,
		confidence,
		feeds,
	} = agreement(&feeds, OUTLIER)?;
	Some((median.price.into_inner(), confidence.into_inner(), feeds))
}

fn assert_median(prices: &[(u128, Moment)], expected: (u128, Moment)) {
	assert_eq!(median(feeds(prices)), feeds(&[expected]).pop());
}

#[test]
fn median_should_be_none_when_there_is_nothing() {
	assert_eq!(median(vec![]), None);
	assert_eq!(agreement(&[], OUTLIER), None);
}

#[test]
fn median_should_be_the_middle_feed_when_their_number_is_odd() {
	assert_median(&[(7, 1)], (7, 1));
	assert_median(&[(30, 3), (10, 1), (20, 2)], (20, 2));
	assert_median(&[(1, 9), (1, 9), (5, 4), (9, 9), (u128::MAX, 9)], (5, 4));
}

#[test]
fn median_should_be_the_mean_rounded_down_when_their_number_is_even() {
	assert_median(&[(40, 1), (10, 1), (30, 1), (20, 1)], (25, 1));
	assert_median(&[(1, 1), (2, 1)], (1, 1));
	assert_median(&[(u128::MAX, 1), (u128::MAX - 1, 1)], (u128::MAX - 1, 1));
}

#[test]
fn median_should_be_as_old_as_the_older_when_their_number_is_even() {
	assert_median(&[(10, 0), (20, 8), (30, 5), (40, 0)], (25, 5));
	assert_median(&[(10, 0), (20, 5), (30, 8), (40, 0)], (25, 5));
}

#[test]
fn feed_should_be_an_outlier_when_it_is_farther_than_the_bound() {
	let is = |inner| is_outlier(price(inner), price(1_000), OUTLIER);
	assert!(![985, 1_000, 1_015].into_iter().any(is));
	assert!([0, 984, 1_016, u128::MAX].into_iter().all(is));
}

#[test]
fn agreement_should_leave_out_outliers_when_most_agree() {
	assert_eq!(agreed(&[1_000, 1_004, 1_010, 1_020, 9_999]), Some((1_007, 10, 4)));
	assert_eq!(agreed(&[1_000, 1_000, 1_000, 1, 5_000]), Some((1_000, 0, 3)));
	assert_eq!(agreed(&[1_000]), Some((1_000, 0, 1)));
}

#[test]
fn agreement_should_be_none_when_the_middle_two_are_far_apart() {
	assert_eq!(agreed(&[1_000, 2_000]), None);
	assert_eq!(agreed(&[1, 1_000, 2_000, 5_000]), None);
}

#[test]
fn confidence_should_be_wide_when_more_than_half_are_outliers() {
	// 1,000 in the middle; distances 0, 0, 100, 200 and 300.
	assert_eq!(agreed(&[1_000, 1_000, 1_100, 800, 700]), Some((1_000, 100, 2)));
}

#[test]
fn confidence_should_be_rounded_up_when_the_number_of_feeds_is_even() {
	// The middle is 1,001, rounded down; the distances are 1, 2, 1 and 2.
	assert_eq!(agreed(&[1_000, 1_003, 1_000, 1_003]), Some((1_001, 2, 4)));
}

#[test]
fn step_should_reach_the_target_when_it_is_near() {
	let most = Perbill::from_percent(10);
	for target in [910, 1_000, 1_090] {
		assert_eq!(step_towards(price(1_000), price(target), most, MINUTE), price(target));
	}
}

#[test]
fn step_should_be_bounded_when_the_target_is_far() {
	let step = |target, elapsed| {
		step_towards(price(1_100_000), price(target), Perbill::from_percent(10), elapsed).into_inner()
	};
	for (elapsed, most) in [
		(0, 0),
		(1, 1),
		(MINUTE / 2, 50_000),
		(MINUTE - 1, 99_998),
		(MINUTE, 100_000),
		(MINUTE + 1, 100_000),
		(Moment::MAX, 100_000),
	] {
		assert_eq!(step(u128::MAX, elapsed), 1_100_000 + most, "up in {elapsed} ms");
		assert_eq!(step(0, elapsed), 1_100_000 - most, "down in {elapsed} ms");
	}
}

#[test]
fn average_should_keep_the_part_e_of_its_distance_when_a_window_passes() {
	let (one, half) = (1_000_000_000_000_000_000, 500_000_000_000_000_000);
	// floor(10¹⁸ / 2 / e)
	let left = 183_939_720_585_721_160;
	assert_eq!(smoothed(price(half), price(one), HOUR, HOUR), price(one - left));
	assert_eq!(smoothed(price(one), price(half), HOUR, HOUR), price(half + left));
}

#[test]
fn average_should_be_the_price_when_time_has_no_end_or_the_window_no_length() {
	assert_eq!(
		smoothed(price(1), price(u128::MAX), Moment::MAX, HOUR),
		price(u128::MAX)
	);
	assert_eq!(smoothed(price(u128::MAX), price(1), Moment::MAX, 1), price(1));
	assert_eq!(smoothed(price(5), price(9), 0, 0), price(9));
	assert_eq!(smoothed(price(5), price(9), 0, HOUR), price(5));
}

#[test]
fn margin_should_widen_linearly_when_a_price_ages() {
	let margin = |age| margin(age, 10 * MINUTE, HOUR, Perbill::from_percent(10)).deconstruct();
	assert_eq!([0, 10 * MINUTE - 1, 10 * MINUTE].map(margin), [0; 3]);
	// 10⁸ parts over 3,000,000 ms: 33.3 a millisecond, rounded up.
	assert_eq!(margin(10 * MINUTE + 1), 34);
	assert_eq!(margin(35 * MINUTE), 50_000_000);
	assert_eq!(margin(HOUR - 1), 99_999_967);
	assert_eq!([HOUR, HOUR + 1, Moment::MAX].map(margin), [100_000_000; 3]);
}

#[test]
fn margin_should_be_whole_at_once_when_there_is_nothing_to_widen_over() {
	let most = Perbill::from_percent(10);
	assert_eq!(margin(5, 5, 5, most), Perbill::zero());
	assert_eq!(margin(6, 5, 5, most), most);
	assert_eq!(margin(6, 5, 0, most), most);
}

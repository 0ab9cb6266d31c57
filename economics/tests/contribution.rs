//! What reporters agree on, what it earns and what a bond allows: worked examples.

use bme_economics::*;

const TOLERANCE: Perbill = Perbill::from_percent(10);

#[test]
fn median_should_be_the_lower_one_when_their_number_is_even() {
	assert_eq!(lower_median::<u64>(vec![]), None);
	assert_eq!(lower_median(vec![7]), Some(7));
	assert_eq!(lower_median(vec![9, 2]), Some(2));
	assert_eq!(lower_median(vec![30, 10, 20]), Some(20));
	assert_eq!(lower_median(vec![40, 10, 30, 20]), Some(20));
	assert_eq!(lower_median(vec![u64::MAX, 0, u64::MAX]), Some(u64::MAX));
}

#[test]
fn quantity_should_be_far_when_it_is_beyond_the_tolerance_and_a_unit() {
	for (quantity, median, far) in [
		(90, 100, false),
		(110, 100, false),
		(89, 100, true),
		(111, 100, true),
		(1, 0, false),
		(2, 0, true),
		(2, 1, false),
		(0, 1, false),
		(0, 2, true),
		(u64::MAX, 0, true),
		(0, u64::MAX, true),
		(u64::MAX, u64::MAX, false),
	] {
		assert_eq!(is_far(quantity, median, TOLERANCE), far, "{quantity} beside {median}");
	}
	assert!(!is_far(101, 100, Perbill::zero()));
	assert!(is_far(102, 100, Perbill::zero()));
}

#[test]
fn contribution_should_be_the_sum_of_price_times_quantity() {
	assert_eq!(contribution([]), 0);
	assert_eq!(contribution([(3, 5), (7, 11), (0, 9), (9, 0)]), 92);
	assert_eq!(contribution([(u128::MAX, 2)]), u128::MAX);
	assert_eq!(contribution([(u128::MAX, 1), (1, 1)]), u128::MAX);
}

#[test]
fn cap_should_be_a_part_of_the_bond_by_the_time() {
	// 0.2 % a day, which is what the design begins with.
	let rate = Perbill::from_parts(2_000_000);
	assert_eq!(contribution_cap(1_000_000, rate, DAY), 2_000);
	assert_eq!(contribution_cap(1_000_000, rate, DAY / 2), 1_000);
	assert_eq!(contribution_cap(1_000_000, rate, 7 * DAY), 14_000);
	assert_eq!(contribution_cap(499, rate, DAY), 0);
	assert_eq!(contribution_cap(500, rate, DAY), 1);
	assert_eq!(contribution_cap(1_000_000, rate, 0), 0);
	assert_eq!(contribution_cap(u128::MAX, Perbill::one(), DAY), u128::MAX);
	assert_eq!(contribution_cap(u128::MAX, Perbill::one(), u64::MAX), u128::MAX);
}

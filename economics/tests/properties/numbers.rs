//! Proportions, averages, the grid of epochs.

use crate::{balance, big, ceil_div, moment};
use bme_economics::*;
use proptest::prelude::*;

proptest! {
	#![proptest_config(ProptestConfig::with_cases(20_000))]

	#[test]
	fn mul_div_should_be_exact_when_the_result_fits(a in balance(), b in balance(), c in balance()) {
		let down = (c > 0).then(|| (big(a) * big(b) / big(c)).try_into().ok()).flatten();
		let up = (c > 0).then(|| ceil_div(big(a) * big(b), big(c)).try_into().ok()).flatten();
		prop_assert_eq!(mul_div(a, b, c, Rounding::Down), down);
		prop_assert_eq!(mul_div(a, b, c, Rounding::Up), up);
	}

	#[test]
	fn pro_rata_should_be_exact_when_points_are_within_the_total(amount in balance(), a in balance(), b in balance()) {
		let (points, total) = (a.min(b), a.max(b));
		let exact = if total == 0 { big(0u8) } else { big(amount) * big(points) / big(total) };
		prop_assert_eq!(big(pro_rata(amount, points, total)), exact);
		prop_assert_eq!(pro_rata(amount, total, points), if points == 0 { 0 } else { amount });
	}

	#[test]
	fn payouts_should_sum_to_the_minted_at_most_when_points_sum_to_the_total(
		minted in balance(),
		points in prop::collection::vec(0..u128::MAX >> 5, 1..32),
	) {
		let total = points.iter().sum();
		let payouts = points.iter().map(|points| big(pro_rata(minted, *points, total)));
		prop_assert!(payouts.sum::<num_bigint::BigUint>() <= big(minted));
	}

	#[test]
	fn payout_should_not_grow_when_an_account_is_split(
		minted in balance(),
		a in balance(),
		b in balance(),
		others in balance(),
	) {
		let whole = (a >> 2) + (b >> 2);
		let total = whole + (others >> 1);
		let split = big(pro_rata(minted, a >> 2, total)) + big(pro_rata(minted, b >> 2, total));
		prop_assert!(split <= big(pro_rata(minted, whole, total)));
	}

	#[test]
	fn ema_should_be_the_exact_average_rounded_down(average in balance(), value in balance(), periods in 1..=u32::MAX) {
		let exact = (big(average) * big(periods - 1) + big(value) * 2u32) / (big(periods) + 1u32);
		let next = ema(average, value, periods);
		prop_assert_eq!(big(next), exact);
		prop_assert!(next >= average.min(value) && next <= average.max(value));
		prop_assert_eq!(ema(average, value, 0), value);
	}

	#[test]
	fn epochs_should_never_count_a_moment_twice_when_they_close_at_any_time(
		start in moment(),
		length in prop_oneof![moment(), 1..1_000u64],
		waits in prop::collection::vec(0..5_000u64, 1..20),
	) {
		let mut epoch = start;
		let mut now = start;
		for wait in waits {
			now = now.saturating_add(wait);
			let (elapsed, next) = (clamped_elapsed(epoch, now, length), next_start(epoch, now, length));
			prop_assert!(u128::from(epoch) + u128::from(elapsed) <= u128::from(next));
			prop_assert!(elapsed <= length.saturating_mul(2));
			prop_assert!(next <= now);
			if length > 0 {
				prop_assert_eq!((next - start) % length, 0);
				prop_assert!(now - next < length);
			}
			epoch = next;
		}
	}
}

//! Measured contributions.

use crate::{balance, big, moment, parts, ratio, saturated, ONE};
use bme_economics::*;
use proptest::{collection::vec, prelude::*};

proptest! {
	#![proptest_config(ProptestConfig::with_cases(5_000))]

	#[test]
	fn cap_should_equal_the_reference(bond in balance(), rate in ratio(), elapsed in moment()) {
		let reference = big(bond) * parts(rate) * big(elapsed) / big(ONE) / big(DAY);
		prop_assert_eq!(contribution_cap(bond, rate, elapsed), saturated(reference));
	}

	#[test]
	fn cap_should_not_rise_when_a_bond_is_split(
		one in balance(),
		other in balance(),
		rate in ratio(),
		elapsed in moment(),
	) {
		if let Some(whole) = one.checked_add(other) {
			let split = contribution_cap(one, rate, elapsed).saturating_add(contribution_cap(other, rate, elapsed));
			prop_assert!(split <= contribution_cap(whole, rate, elapsed));
		}
	}

	#[test]
	fn median_should_be_within_what_the_honest_say_when_liars_are_fewer(
		honest in vec(any::<u64>(), 1..16),
		lies in vec(any::<u64>(), 0..16),
	) {
		let lies = lies.get(..honest.len().saturating_sub(1).min(lies.len())).unwrap_or_default();
		let all = honest.iter().chain(lies).copied().collect();
		let median = lower_median(all).unwrap();
		prop_assert!(honest.iter().any(|least| *least <= median) && honest.iter().any(|most| median <= *most));
	}

	#[test]
	fn contribution_should_equal_the_reference(measured in vec((balance(), any::<u64>()), 0..16)) {
		let reference = measured
			.iter()
			.fold(big(0u128), |sum, (price, quantity)| sum + big(*price) * big(*quantity));
		prop_assert_eq!(contribution(measured), saturated(reference));
	}
}

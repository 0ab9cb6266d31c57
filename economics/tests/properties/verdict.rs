//! What a panel finds.

use crate::{balance, big, parts, ratio, shares, ONE};
use bme_economics::*;
use proptest::{collection::vec, prelude::*};
use sp_arithmetic::traits::{Saturating, Zero};

proptest! {
	#![proptest_config(ProptestConfig::with_cases(5_000))]

	#[test]
	fn median_should_be_within_what_the_honest_say_when_liars_are_fewer(
		honest in vec(ratio(), 1..6),
		lies in vec(ratio(), 0..6),
	) {
		let lies = lies.get(..honest.len().saturating_sub(1).min(lies.len())).unwrap_or_default();
		let rows: Vec<_> = honest.iter().chain(lies).map(|said| vec![*said]).collect();
		let median = median_of_each(&rows).unwrap()[0];
		prop_assert!(honest.iter().any(|least| *least <= median) && honest.iter().any(|most| median <= *most));
	}

	#[test]
	fn shares_should_sum_to_one_above_the_minima(stated in shares(16), cut in ratio(), medians in vec(ratio(), 16)) {
		// Minima that sum to one at most.
		let minima: Vec<_> = stated.iter().map(|share| cut.saturating_mul(*share)).collect();
		let medians = &medians[..minima.len()];
		if minima.iter().chain(medians).all(Zero::is_zero) {
			prop_assert_eq!(shares_of_panel(&minima, medians), Err(Error::SharesZero));
			return Ok(());
		}
		let found = shares_of_panel(&minima, medians).unwrap();
		prop_assert_eq!(found.iter().map(|share| u128::from(share.deconstruct())).sum::<u128>(), ONE);
		prop_assert!(found.iter().zip(&minima).all(|(share, minimum)| share >= minimum));
		prop_assert!(shares_fit(&minima, &found));
	}

	#[test]
	fn accuracy_should_be_between_what_was_known_and_what_was_found(before in ratio(), quality in ratio()) {
		let after = accuracy_after(Some(before), quality);
		// Each of two products is rounded down.
		let reference = (parts(before) * 7u32 + parts(quality)) / 8u32;
		prop_assert!(parts(after) <= reference && parts(after) + 2u32 > reference);
		prop_assert_eq!(accuracy_after(None, quality), quality);
	}

	#[test]
	fn chance_should_be_the_reference_when_burn_is_below_the_least(
		known in ratio(),
		unknown in ratio(),
		accuracy in ratio(),
		burn in balance(),
		min_burn in balance(),
	) {
		let chance = sampling_chance(known, unknown, Some(accuracy), burn, min_burn);
		let doubt = big(ONE) - parts(accuracy);
		let more = parts(unknown).max(parts(known)) - parts(known);
		let rate = parts(known) + more * doubt / ONE;
		let expected = if burn >= min_burn { rate } else { rate.min(big(burn) * ONE / big(min_burn)) };
		prop_assert_eq!(parts(chance), expected);
		prop_assert!(sampling_chance(known, unknown, None, burn, min_burn) >= chance);
	}

	#[test]
	fn judgements_should_differ_only_beyond_the_tolerance(one in ratio(), another in ratio(), tolerance in ratio()) {
		let of = |quality| [Judged { share: Perbill::one(), quality }];
		let apart = parts(one).max(parts(another)) - parts(one).min(parts(another)) > parts(tolerance);
		prop_assert_eq!(differs(&of(one), &of(another), tolerance), apart);
		prop_assert_eq!(is_apart(one, another, tolerance), apart);
	}
}

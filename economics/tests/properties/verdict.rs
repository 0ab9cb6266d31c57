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
	fn accuracy_should_be_the_reference_when_a_job_of_any_size_was_judged(
		before in ratio(),
		quality in ratio(),
		burn in balance(),
		min_burn in balance(),
	) {
		let after = accuracy_after(before, quality, burn, min_burn);
		let counts = if burn >= min_burn { big(ONE) } else { big(burn) * ONE / big(min_burn) };
		// A weight and two products are rounded down.
		let newest = counts / 8u32;
		let exact = (parts(before) * (big(ONE) - &newest) + parts(quality) * newest) / ONE;
		prop_assert!(parts(after) <= exact && parts(after) + 2u32 > exact);
		prop_assert!(after <= before.max(quality));
	}

	#[test]
	fn chance_should_be_the_reference_when_burn_is_below_the_least(
		known in ratio(),
		unknown in ratio(),
		accuracy in ratio(),
		burn in balance(),
		min_burn in balance(),
	) {
		let chance = sampling_chance(known, unknown, accuracy, burn, min_burn);
		let doubt = big(ONE) - parts(accuracy);
		let more = parts(unknown).max(parts(known)) - parts(known);
		let rate = parts(known) + more * doubt / ONE;
		let expected = if burn >= min_burn { rate } else { rate.min(big(burn) * ONE / big(min_burn)) };
		prop_assert_eq!(parts(chance), expected);
		prop_assert!(sampling_chance(known, unknown, Perbill::zero(), burn, min_burn) >= chance);
	}

	#[test]
	fn values_should_be_apart_only_beyond_the_tolerance(one in ratio(), another in ratio(), tolerance in ratio()) {
		let apart = parts(one).max(parts(another)) - parts(one).min(parts(another)) > parts(tolerance);
		prop_assert_eq!(is_apart(one, another, tolerance), apart);
	}

	#[test]
	fn judgements_should_differ_only_when_their_parts_together_do(
		one in shares(16),
		another in shares(16),
		qualities in vec((ratio(), ratio()), 16),
		tolerance in ratio(),
	) {
		let length = one.len().min(another.len());
		let of = |shares: &[Perbill], first: bool| -> Vec<_> {
			let lines = shares.iter().zip(&qualities).take(length);
			lines
				.map(|(share, said)| Judged { share: *share, quality: if first { said.0 } else { said.1 } })
				.collect()
		};
		let (one, another) = (of(&one, true), of(&another, false));
		let part = |judged: &Judged| parts(judged.share) * parts(judged.quality) / ONE;
		let surplus = |more: &[Judged], less: &[Judged]| {
			let pairs = more.iter().zip(less);
			pairs.fold(big(0u128), |sum, (more, less)| sum + part(more).max(part(less)) - part(less))
		};
		let apart = surplus(&one, &another).max(surplus(&another, &one));
		prop_assert_eq!(differs(&one, &another, tolerance), apart > parts(tolerance));
		prop_assert_eq!(differs(&another, &one, tolerance), apart > parts(tolerance));
		prop_assert!(!differs(&one, &one, tolerance));
	}
}

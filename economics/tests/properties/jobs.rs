//! Quotes, settlements, shares.

use crate::{balance, big, ceil_div, parts, ratio, saturated, shares, ONE};
use bme_economics::*;
use num_bigint::BigUint;
use proptest::{collection::vec, prelude::*};

const FIXED: u128 = 1_000_000_000_000_000_000;

fn price() -> impl Strategy<Value = FixedU128> {
	balance().prop_map(FixedU128::from_inner)
}

fn facts() -> impl Strategy<Value = PriceFacts> {
	(price(), price(), price(), ratio()).prop_map(|(median, ema, confidence, margin)| PriceFacts {
		median,
		ema,
		confidence,
		margin,
	})
}

/// A judgement whose shares sum to exactly one.
fn judgement() -> impl Strategy<Value = Vec<Judged>> {
	shares(16).prop_flat_map(|shares| {
		vec(ratio(), shares.len()).prop_map(move |qualities| {
			shares
				.iter()
				.zip(qualities)
				.map(|(&share, quality)| Judged { share, quality })
				.collect()
		})
	})
}

/// `share · quality`, in parts of 10^18.
fn merit(judged: &Judged) -> BigUint {
	parts(judged.share) * parts(judged.quality)
}

/// Parts of the roles that sum to at most one.
fn role_parts() -> impl Strategy<Value = ByRole<Perbill>> {
	(ratio(), shares(5)).prop_map(|(most, shares)| {
		let part = |index: usize| shares.get(index).map_or(Perbill::zero(), |share| most * *share);
		ByRole {
			treasury: part(0),
			template_author: part(1),
			tool_provider: part(2),
			model_owner: part(3),
		}
	})
}

fn total<T: Into<u128>>(amounts: impl Iterator<Item = T>) -> BigUint {
	amounts.map(big).sum()
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(20_000))]

	#[test]
	fn quote_should_equal_the_reference(value in balance(), share in ratio(), facts in facts(), floor in price()) {
		let lower = big(facts.ema.min(facts.median).into_inner());
		let left = lower * (big(ONE) - parts(facts.margin)) / ONE;
		let spread = big(facts.confidence.into_inner()) * 2u32;
		let cautious = if left > spread { left - spread } else { big(0u8) };
		let price_used = cautious.max(big(floor.into_inner()));
		let burn_value = ceil_div(big(value) * parts(share), big(ONE));

		let quoted = quote(value, share, &facts, floor);
		if price_used == big(0u8) {
			prop_assert_eq!(quoted, Err(Error::DivisionByZero));
			return Ok(());
		}
		let burn = ceil_div(&burn_value * 1_000_000u32 * FIXED, price_used.clone());
		if burn > big(Balance::MAX) {
			prop_assert_eq!(quoted, Err(Error::Overflow));
			return Ok(());
		}
		let price_used = FixedU128::from_inner(saturated(price_used));
		let fiat = saturated(big(value) - burn_value);
		prop_assert_eq!(quoted, Ok(Quote { fiat, burn: saturated(burn), price_used }));
	}

	#[test]
	fn burn_should_not_grow_when_the_token_price_rises(fiat in 0..u128::MAX >> 64, a in 1u128.., b in 1u128..) {
		let at = |inner| fiat_to_tokens(fiat, FixedU128::from_inner(inner)).unwrap_or(Balance::MAX);
		prop_assert!(at(a.min(b)) >= at(a.max(b)));
	}

	#[test]
	fn settlement_should_equal_the_reference(
		burn in balance(),
		fiat in balance(),
		roles in role_parts(),
		kappa in ratio(),
		judged in judgement(),
	) {
		let all: BigUint = judged.iter().map(merit).sum();
		let settled = settle(burn, fiat, &roles, kappa, &judged).unwrap();
		let one = big(FIXED);
		prop_assert_eq!(big(settled.burned), ceil_div(big(burn) * &all, one.clone()));
		prop_assert!(settled.burned <= burn);
		let role_shares = roles.map(|part| saturated(big(fiat) * parts(part) / ONE));
		for (paid, share) in settled.roles.each().into_iter().zip(role_shares.each()) {
			prop_assert_eq!(big(*paid), big(*share) * &all / &one);
		}
		let to_roles = settled.roles.sum();
		let fiat = fiat - role_shares.sum();
		prop_assert_eq!(big(settled.fiat_paid - to_roles), big(fiat) * &all / &one);
		prop_assert_eq!(total(settled.suppliers.iter().map(|pay| pay.fiat)), big(settled.fiat_paid - to_roles));
		let last = judged.iter().rposition(|judged| merit(judged) > big(0u8));
		for (index, (pay, judged)) in settled.suppliers.iter().zip(&judged).enumerate() {
			let merit = merit(judged);
			let burned = if all == big(0u8) { big(0u8) } else { big(settled.burned) * &merit / &all };
			let entitlement = &burned * parts(kappa.min(KAPPA_MAX)) / ONE;
			prop_assert_eq!((big(pay.burned), big(pay.entitlement)), (burned, entitlement));
			let least = big(fiat) * &merit / &one;
			prop_assert!(big(pay.fiat) == least || Some(index) == last && big(pay.fiat) > least);
		}
	}

	#[test]
	fn suppliers_should_earn_less_than_was_burned_when_a_job_settles(
		burn in balance(),
		kappa in ratio(),
		judged in judgement(),
	) {
		let settled = settle(burn, 0, &ByRole::default(), kappa, &judged).unwrap();
		let earned = total(settled.suppliers.iter().map(|pay| pay.entitlement));
		prop_assert!(earned <= big(kappa.min(KAPPA_MAX).mul_floor(settled.burned)));
		prop_assert!(total(settled.suppliers.iter().map(|pay| pay.burned)) <= big(settled.burned));
		prop_assert!(settled.burned == 0 || earned < big(settled.burned));
	}

	#[test]
	fn supplier_should_not_gain_when_it_splits_into_two(
		burn in balance(),
		fiat in balance(),
		kappa in ratio(),
		judged in judgement(),
		which in any::<prop::sample::Index>(),
		part in ratio(),
	) {
		let which = which.index(judged.len());
		let share = part * judged[which].share;
		let (mut first, mut second) = (judged[which], judged[which]);
		first.share = share;
		second.share = second.share - share;
		let mut split = judged.clone();
		split.splice(which..=which, [first, second]);

		let one = settle(burn, fiat, &ByRole::default(), kappa, &judged).unwrap();
		let two = settle(burn, fiat, &ByRole::default(), kappa, &split).unwrap();
		prop_assert_eq!((two.burned, two.fiat_paid), (one.burned, one.fiat_paid));
		let [a, b] = [two.suppliers[which], two.suppliers[which + 1]];
		prop_assert!(a.entitlement + b.entitlement <= one.suppliers[which].entitlement);
		prop_assert!(a.fiat + b.fiat <= one.suppliers[which].fiat);
	}

	#[test]
	fn settlement_should_be_refused_when_shares_do_not_sum_to_one(judged in vec((ratio(), ratio()), 0..8)) {
		let judged: Vec<_> = judged.into_iter().map(|(share, quality)| Judged { share, quality }).collect();
		let is_one = judged.iter().map(|judged| parts(judged.share)).sum::<BigUint>() == big(ONE);
		prop_assert_eq!(settle(1, 1, &ByRole::default(), KAPPA_MAX, &judged).err(), (!is_one).then_some(Error::SharesNotOne));
	}

	#[test]
	fn settlement_should_be_refused_when_the_roles_have_more_than_all(widths in vec(0..ONE as u64 / 2, 4)) {
		let part = |index: usize| Perbill::from_parts(widths[index] as u32);
		let roles = ByRole { treasury: part(0), template_author: part(1), tool_provider: part(2), model_owner: part(3) };
		let sum: u64 = widths.iter().sum();
		let fits = u128::from(sum) <= ONE;
		prop_assert_eq!(parts_fit(&roles), fits);
		let sole = [Judged { share: Perbill::one(), quality: Perbill::one() }];
		prop_assert_eq!(settle(1, 1, &roles, KAPPA_MAX, &sole).err(), (!fits).then_some(Error::PartsAboveOne));
	}

	#[test]
	fn shares_should_sum_to_one_when_scaled(weights in vec(ratio(), 0..32)) {
		let sum: BigUint = weights.iter().copied().map(parts).sum();
		if sum == big(0u8) {
			prop_assert_eq!(scale_to_one(&weights), Err(Error::SharesZero));
			return Ok(());
		}
		let scaled = scale_to_one(&weights).unwrap();
		prop_assert!(sums_to_one(scaled.iter().copied()));
		let largest = weights.iter().max();
		let taker = weights.iter().position(|weight| Some(weight) == largest);
		for (index, (weight, scaled)) in weights.iter().zip(&scaled).enumerate() {
			let floor = parts(*weight) * ONE / &sum;
			prop_assert!(parts(*scaled) == floor || Some(index) == taker && parts(*scaled) > floor);
		}
	}
}

#[test]
fn shares_should_stay_when_they_sum_to_one_already() {
	let shares = [30, 70, 0].map(Perbill::from_percent);
	assert_eq!(scale_to_one(&shares), Ok(shares.to_vec()));
	let thirds = scale_to_one(&[Perbill::from_percent(1); 3]).unwrap();
	assert_eq!(
		thirds.iter().map(|share| share.deconstruct()).collect::<Vec<_>>(),
		[333_333_334, 333_333_333, 333_333_333]
	);
}

#[test]
fn nothing_should_be_burned_or_paid_when_no_work_was_good() {
	let judged = [Judged {
		share: Perbill::one(),
		quality: Perbill::zero(),
	}];
	let settled = settle(Balance::MAX, Balance::MAX, &ByRole::default(), KAPPA_MAX, &judged).unwrap();
	assert_eq!(
		settled,
		Settlement {
			burned: 0,
			fiat_paid: 0,
			roles: ByRole::default(),
			suppliers: vec![SupplierPay::default()]
		}
	);
}

#[test]
fn last_supplier_with_merit_should_take_the_rest_when_fiat_does_not_divide() {
	let third = Perbill::from_parts(333_333_333);
	let rest = Perbill::from_parts(333_333_334);
	let judged = [
		(third, Perbill::one()),
		(rest, Perbill::one()),
		(third, Perbill::zero()),
	];
	let judged = judged.map(|(share, quality)| Judged { share, quality });
	let settled = settle(100, 100, &ByRole::default(), KAPPA_MAX, &judged).unwrap();
	assert_eq!((settled.burned, settled.fiat_paid), (67, 66));
	assert_eq!(
		settled.suppliers.iter().map(|pay| pay.fiat).collect::<Vec<_>>(),
		[33, 33, 0]
	);
	assert_eq!(
		settled.suppliers.iter().map(|pay| pay.burned).collect::<Vec<_>>(),
		[33, 33, 0]
	);
}

#[test]
fn parts_should_fit_when_they_are_all_and_not_when_they_are_more() {
	let roles = |treasury| ByRole {
		treasury: Perbill::from_parts(treasury),
		template_author: Perbill::from_parts(ONE as u32 - 5),
		..ByRole::default()
	};
	assert!(parts_fit(&roles(5)));
	assert!(!parts_fit(&roles(6)));
}

#[test]
fn suppliers_should_have_the_remainder_exactly_when_roles_share_the_fiat() {
	let percent = Perbill::from_percent;
	let roles = ByRole {
		treasury: percent(1),
		template_author: percent(10),
		tool_provider: percent(0),
		model_owner: percent(33),
	};
	let judged = |quality| {
		[Judged {
			share: Perbill::one(),
			quality,
		}]
	};
	let settled = settle(0, 101, &roles, KAPPA_MAX, &judged(percent(100))).unwrap();
	assert_eq!(settled.roles.each(), [&1, &10, &0, &33]);
	assert_eq!((settled.suppliers[0].fiat, settled.fiat_paid), (57, 101));

	let half = settle(0, 101, &roles, KAPPA_MAX, &judged(percent(50))).unwrap();
	assert_eq!(half.roles.each(), [&0, &5, &0, &16]);
	assert_eq!((half.suppliers[0].fiat, half.fiat_paid), (28, 49));
}

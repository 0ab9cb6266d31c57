//! The price: who can move it, and how fast.

use crate::{balance, big, ceil_div, moment, parts, ratio, terms::decayed, ONE};
use bme_economics::*;
use num_bigint::BigUint;
use proptest::{collection::vec, prelude::*};

const MINUTE: Moment = 60_000;

fn price() -> impl Strategy<Value = FixedU128> {
	balance().prop_map(FixedU128::from_inner)
}

fn feed() -> impl Strategy<Value = Feed> {
	(price(), moment()).prop_map(|(price, observed_at)| Feed { price, observed_at })
}

/// Feeds within a few parts of a common price.
fn honest() -> impl Strategy<Value = Vec<Feed>> {
	let around = (any::<u128>(), 0..100u32, 0..100_000_000u32);
	around.prop_flat_map(|(value, shift, spread)| {
		let middle = value >> shift;
		let feed = move |(part, observed_at)| Feed {
			price: FixedU128::from_inner(middle.saturating_sub(Perbill::from_parts(part).mul_floor(middle))),
			observed_at,
		};
		vec((0..=spread, moment()).prop_map(feed), 1..12)
	})
}

/// Liars: anything, or near enough to somebody honest to be believed.
fn liars(honest: &[Feed]) -> impl Strategy<Value = Vec<Feed>> {
	let near = (
		proptest::sample::select(honest.to_vec()),
		960_000_000..1_040_000_000u128,
	)
		.prop_map(|(feed, parts)| Feed {
			price: FixedU128::from_inner(
				mul_div(feed.price.into_inner(), parts, ONE, Rounding::Down).unwrap_or(u128::MAX),
			),
			..feed
		});
	vec(prop_oneof![feed(), near], 0..12)
}

fn both() -> impl Strategy<Value = (Vec<Feed>, Vec<Feed>)> {
	honest().prop_flat_map(|honest| (Just(honest.clone()), liars(&honest)))
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(2_000))]

	/// The first theorem: liars who are fewer than half of those that agree move the price no further than to somebody
	/// honest.
	#[test]
	fn price_should_stay_within_the_honest_when_liars_are_a_minority(
		(honest, liars) in both(),
		outlier in ratio(),
	) {
		let all = [honest.clone(), liars.clone()].concat();
		let Some(agreed) = agreement(&all, outlier) else { return Ok(()) };
		if liars.len() * 2 >= agreed.feeds as usize {
			return Ok(());
		}
		let prices = honest.iter().map(|feed| feed.price);
		prop_assert!(agreed.median.price >= prices.clone().min().unwrap());
		prop_assert!(agreed.median.price <= prices.max().unwrap());
	}

	/// The second: however many liars there are, if fewer agree than feeds do, somebody honest is within twice the bound.
	#[test]
	fn price_should_be_near_somebody_honest_when_liars_are_fewer_than_the_feeds_that_agree(
		(honest, liars) in both(),
		outlier in ratio(),
	) {
		let all = [honest.clone(), liars.clone()].concat();
		let Some(agreed) = agreement(&all, outlier) else { return Ok(()) };
		if liars.len() >= agreed.feeds as usize {
			return Ok(());
		}
		let middle = median(all).unwrap().price.into_inner();
		let bound = big(middle) * 2u32 * parts(outlier) / big(ONE);
		let nearest = honest.iter().map(|feed| feed.price.into_inner().abs_diff(agreed.median.price.into_inner())).min();
		prop_assert!(big(nearest.unwrap()) <= bound);
	}

	/// The third: fewer than a quorum of liars, beside a quorum of honest feeders no farther apart than the bound, neither stop the price
	/// nor move it further than to somebody honest.
	#[test]
	fn price_should_stay_within_the_honest_when_liars_are_fewer_than_a_quorum(
		(honest, mut liars) in both(),
		outlier in ratio(),
		quorum in 1..12usize,
	) {
		liars.truncate(quorum - 1);
		let prices = honest.iter().map(|feed| feed.price);
		let (lowest, highest) = (prices.clone().min().unwrap(), prices.max().unwrap());
		if honest.len() < quorum || is_outlier(highest, lowest, outlier) {
			return Ok(());
		}
		let agreed = agreement(&[honest.clone(), liars].concat(), outlier).unwrap();
		prop_assert!(agreed.feeds as usize >= honest.len());
		prop_assert!((lowest..=highest).contains(&agreed.median.price));
	}

	/// Nor do they make it look younger or older than somebody honest says, or the feeds further apart than they are.
	#[test]
	fn confidence_should_be_bounded_by_the_honest_when_liars_are_fewer_than_half(
		(honest, mut liars) in both(),
		outlier in ratio(),
	) {
		liars.truncate(honest.len() - 1);
		let all = [honest.clone(), liars].concat();
		let prices = honest.iter().map(|feed| feed.price.into_inner());
		let spread = prices.clone().max().unwrap() - prices.min().unwrap();
		if let Some(agreed) = agreement(&all, outlier) {
			// One more for the mean that is rounded down, and one for that rounded up.
			prop_assert!(agreed.confidence.into_inner() <= spread.saturating_add(2));
		}
	}

	#[test]
	fn agreement_should_be_the_same_when_the_order_is_another(
		(honest, liars) in both(),
		outlier in ratio(),
		turn in 0..24usize,
	) {
		let mut all = [honest, liars].concat();
		let before = agreement(&all, outlier);
		let turn = turn % all.len();
		all.rotate_left(turn);
		prop_assert_eq!(agreement(&all, outlier), before);
		all.reverse();
		prop_assert_eq!(agreement(&all, outlier), before);
	}

	/// Whatever the targets are and however a minute is divided.
	#[test]
	fn price_should_move_at_most_by_the_bound_when_a_minute_passes(
		start in price(),
		most in ratio(),
		steps in vec((price(), any::<u16>()), 1..40),
	) {
		let whole: u64 = steps.iter().map(|(_, weight)| u64::from(*weight)).sum();
		let mut price = start;
		for (target, weight) in steps {
			let elapsed = MINUTE * u64::from(weight) / whole.max(1);
			let next = step_towards(price, target, most, elapsed);
			let within = if target >= price { price..=target } else { target..=price };
			prop_assert!(within.contains(&next));
			price = next;
		}
		let (one, most) = (big(ONE), parts(most));
		let (start, end) = (big(start.into_inner()), big(price.into_inner()));
		prop_assert!(&end * &one <= &start * (&one + &most));
		prop_assert!(&end * (&one + &most) >= &start * &one);
	}

	#[test]
	fn step_should_be_the_exact_one_when_the_target_is_beyond_it(start in balance(), most in ratio(), elapsed in 0..=MINUTE) {
		let whole = (big(ONE) + parts(most)) * big(MINUTE);
		let step = big(start) * parts(most) * big(elapsed) / whole;
		let up = step_towards(FixedU128::from_inner(start), FixedU128::from_inner(u128::MAX), most, elapsed);
		let down = step_towards(FixedU128::from_inner(start), FixedU128::from_inner(0), most, elapsed);
		prop_assert_eq!(big(up.into_inner()), (big(start) + &step).min(big(u128::MAX)));
		prop_assert_eq!(big(down.into_inner()), big(start) - step);
	}

	#[test]
	fn average_should_equal_the_reference_when_time_passes(
		average in price(),
		price in price(),
		elapsed in moment(),
		window in 1..=Moment::MAX,
	) {
		let (before, now) = (average.into_inner(), price.into_inner());
		let exponent = (big(elapsed) << 128) / big(window);
		let left = decayed(before.abs_diff(now), exponent);
		let after = smoothed(average, price, elapsed, window).into_inner();
		prop_assert!(left.contains(&big(after.abs_diff(now))));
		prop_assert!(after == now || (after > now) == (before > now));
	}

	/// Two spans of time are one, but for two roundings.
	#[test]
	fn average_should_be_the_same_when_its_time_is_divided(
		average in price(),
		price in price(),
		first in 0..MINUTE * 600,
		second in 0..MINUTE * 600,
		window in MINUTE..MINUTE * 600,
	) {
		let whole = smoothed(average, price, first + second, window);
		let divided = smoothed(smoothed(average, price, first, window), price, second, window);
		let off = whole.into_inner().abs_diff(divided.into_inner());
		prop_assert!(off <= 2, "{off}");
	}

	#[test]
	fn margin_should_be_exact_and_never_above_the_most_when_a_price_ages(
		age in moment(),
		from in moment(),
		span in 1..=Moment::MAX,
		most in ratio(),
	) {
		let to = from.saturating_add(span);
		prop_assume!(to > from);
		let over = BigUint::min(big(age.saturating_sub(from)), big(to - from));
		let exact = ceil_div(parts(most) * over, big(to - from));
		prop_assert_eq!(parts(margin(age, from, to, most)), exact);
	}

	/// The price used is never above what the feeds, their average and their spread allow.
	#[test]
	fn quote_should_never_use_more_than_the_confidence_allows_when_feeds_are_any(
		(honest, liars) in both(),
		average in price(),
		off in ratio(),
		floor in price(),
	) {
		let Some(agreed) = agreement(&[honest, liars].concat(), Perbill::from_percent(2)) else { return Ok(()) };
		let facts = PriceFacts { median: agreed.median.price, ema: average, confidence: agreed.confidence, margin: off };
		let Ok(quoted) = quote(1_000_000, Perbill::from_percent(20), &facts, floor) else { return Ok(()) };
		let lower = big(average.min(agreed.median.price).into_inner());
		let spread = big(agreed.confidence.into_inner()) * 2u32;
		let left = lower * (big(ONE) - parts(off)) / big(ONE);
		let allowed = if left > spread { left - spread } else { big(0u32) };
		prop_assert!(big(quoted.price_used.into_inner()) <= allowed.max(big(floor.into_inner())));
	}
}

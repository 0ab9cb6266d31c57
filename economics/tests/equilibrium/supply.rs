//! What moves the supply: burn and points, and through them the price.

use crate::{close, percent, policy, BLOCKS, SCHEDULED};
use bme_economics::*;
use proptest::prelude::*;

/// Nothing enters an emission but these: were a price, a fee or another counter added, this would not compile, and none
/// of the numbers of a policy that price a job changes what is minted for the same burn and points.
#[test]
fn emission_should_read_only_the_burn_of_use_when_it_is_computed() {
	let EpochInput {
		index: _,
		scheduled: _,
		burned: _,
		points: ByPool {
			work: _,
			contribution: _,
			security: _,
		},
		expected_blocks: _,
	} = EpochInput::default();
	let EmissionState {
		ema_burn: _,
		allowance: _,
		multiplier: _,
		recent_minted: _,
		recent_scheduled: _,
	} = EmissionState::default();

	let input = EpochInput {
		index: 100,
		scheduled: SCHEDULED,
		burned: SCHEDULED / 2,
		points: ByPool {
			work: SCHEDULED / 3,
			contribution: SCHEDULED,
			security: BLOCKS,
		},
		expected_blocks: BLOCKS,
	};
	let expected = epoch_emission(&policy(), &input, &EmissionState::default());
	for (floor_price, share) in [(1, 1), (1_000, 20), (u64::MAX.into(), 50)] {
		let mut policy = policy();
		policy.floor_price = FixedU128::from_inner(floor_price);
		policy.burn_share = ByClass {
			agent: percent(share),
			inference: percent(share),
			training: percent(share),
		};
		assert_eq!(epoch_emission(&policy, &input, &EmissionState::default()), expected);
	}
}

/// What the supply grows by in an epoch of constant use at rest, negative where it shrinks.
fn growth(policy: &Policy, burned: Balance) -> i128 {
	let mut state = EmissionState::default();
	let mut last = 0;
	for index in 0..600 {
		let (emission, next) = close(policy, index, burned, &state);
		(last, state) = (emission.total() as i128 - burned as i128, next);
	}
	last
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(300))]

	/// The same jobs at a lower price burn more tokens. Where the target's band ends at one or above, that never grows
	/// the supply faster, beyond rounding.
	#[test]
	fn supply_should_not_grow_faster_when_the_price_falls_and_the_band_ends_above_one(
		burned in 0..SCHEDULED * 2,
		fall in 1..=1_000u128,
		floor in 10..=100u32,
		window in 3..=60u32,
	) {
		let mut policy = policy();
		policy.controller.target = FixedU128::from_rational(10, 9);
		policy.controller.floor = percent(floor);
		policy.controller.warm_up = 3 * window;
		policy.burn_ema_epochs = window;
		policy.rho = BelowOne::from_percent(0);
		let (before, after) = (growth(&policy, burned), growth(&policy, burned + burned / 1_000 * fall));
		prop_assert!(after <= before.max(0) + 1_000, "{before} {after}");
	}
}

/// A finding against `economics.md` §6: below that the multiplier follows the burn up by more than the burn, so that
/// the supply grows faster the lower the price.
#[test]
fn finding_supply_should_grow_faster_when_the_price_halves_and_the_band_ends_below_one() {
	let mut policy = policy();
	policy.rho = BelowOne::from_percent(0);
	let burned = SCHEDULED / 100 * 31;
	assert!(growth(&policy, burned) > burned as i128 / 10);
	assert!(growth(&policy, 2 * burned) > 7 * growth(&policy, burned) / 5);
	policy.controller.target = FixedU128::from_rational(1, 2);
	policy.controller.dead_band = percent(1);
	let burned = SCHEDULED / 100 * 20;
	assert!(growth(&policy, burned) > burned as i128);
	assert!(growth(&policy, 2 * burned) > 19 * growth(&policy, burned) / 10);
}

//! How the multiplier comes to rest. Its limit for a constant burn `B` is `(1 − κ)·B / (target · others)`, clamped.

use crate::{close, policy, resting, LATE, SCHEDULED};
use bme_economics::*;

const CRASHES: [[Balance; 3]; 8] = [
	[100, 50, 100],
	[60, 5, 60],
	[30, 300, 30],
	[100, 0, 80],
	[1_000, 0, 2_000],
	[2_000, 600, 2_000],
	[1_200, 1_300, 1_200],
	[5_000, 700, 5_000],
];

/// The multiplier of each epoch.
fn run(policy: &Policy, burns: impl Iterator<Item = Balance>) -> Vec<u128> {
	let mut state = EmissionState::default();
	let one = |(index, burned)| {
		let (emission, next) = close(policy, index, (burned, SCHEDULED), &state);
		state = next;
		emission.multiplier.into_inner()
	};
	(0..).zip(burns).map(one).collect()
}

fn limit(policy: &Policy, burned: Balance) -> u128 {
	policy
		.multiplier(LATE, resting(policy, burned).average_net_burn, SCHEDULED)
		.into_inner()
}

/// Within a tenth of its limit.
fn rests(multiplier: u128, limit: u128) -> bool {
	multiplier.abs_diff(limit) <= limit / 10
}

/// How many epochs after the warm-up it takes to come into its band, and how often it leaves it.
fn approach(policy: &Policy, multipliers: &[u128], limit: u128) -> (usize, usize) {
	let inside: Vec<_> = multipliers[policy.controller.warm_up as usize..]
		.iter()
		.map(|multiplier| rests(*multiplier, limit))
		.collect();
	let first = inside.iter().position(|inside| *inside).unwrap_or(usize::MAX);
	(first, inside.windows(2).filter(|pair| pair[0] && !pair[1]).count())
}

#[test]
fn multiplier_should_come_to_rest_once_when_burn_is_constant() {
	let (mut longest, mut between) = (0, 0);
	for window in 3..=60 {
		for part in (30..=100).chain((2..=20).map(|part| part * 100)) {
			for kappa in [50, 90, 95, 98] {
				let mut policy = policy();
				policy.kappa.agent = BelowOne::from_percent(kappa);
				policy.burn_ema_epochs = window;
				let burned = SCHEDULED / 100 * part;
				let limit = limit(&policy, burned);
				let rows = run(&policy, std::iter::repeat_n(burned, 200));
				let (epochs, left) = approach(&policy, &rows, limit);
				assert_eq!(left, 0, "{window} {part} {kappa}");
				longest = longest.max(epochs);
				let floor = FixedU128::from(policy.controller.floor).into_inner();
				between += u32::from(limit > floor && limit < FixedU128::from_u32(1).into_inner());
			}
		}
	}
	assert!(longest <= 11 && between > 1_000, "{longest} {between}");
}

/// With a warm-up too short for the window the average is below its limit still, so the multiplier falls below it first
/// and returns as the average does: late, but no lower than the average, and once.
#[test]
fn multiplier_should_return_once_when_warm_up_is_short_for_the_window() {
	for window in 3..=60 {
		for part in (200..=2_000).step_by(50) {
			let mut policy = policy();
			policy.burn_ema_epochs = window;
			policy.controller.warm_up = 0;
			let burned = SCHEDULED / 100 * part;
			let limit = limit(&policy, burned);
			let rows = run(&policy, std::iter::repeat_n(burned, 400));
			let turn = rows
				.iter()
				.enumerate()
				.min_by_key(|(_, multiplier)| **multiplier)
				.unwrap()
				.0;
			assert!(
				rows[..=turn].windows(2).all(|pair| pair[0] >= pair[1]),
				"{window} {part}"
			);
			assert!(
				rows[turn..].windows(2).all(|pair| pair[0] <= pair[1]),
				"{window} {part}"
			);
			let settled = 12 + 2 * window as usize;
			assert!(
				rows[settled..].iter().all(|multiplier| rests(*multiplier, limit)),
				"{window} {part}"
			);
		}
	}
}

/// It follows the average, which needs `n/2 · ln(step / band)` epochs: three windows for the worst step here.
#[test]
fn multiplier_should_settle_one_way_when_use_steps_crashes_and_recovers() {
	for window in [3, 7, 20, 60] {
		for levels in CRASHES {
			let mut policy = policy();
			policy.burn_ema_epochs = window;
			let level = |part: Balance| SCHEDULED / 100 * part;
			let burns = levels.iter().flat_map(|part| std::iter::repeat_n(level(*part), 400));
			let rows = run(&policy, burns);
			for (number, rows) in rows.chunks(400).enumerate() {
				let from = if number == 0 { 90 + 20 } else { 20 + 3 * window as usize };
				let limit = limit(&policy, level(levels[number]));
				let rests = |multiplier: &u128| rests(*multiplier, limit);
				assert!(rows[from..].iter().all(rests), "{window} {levels:?} {number}");
				// After the warm-up it goes one way.
				let after = if number == 0 { continue } else { &rows[1..] };
				let falls = after.windows(2).all(|pair| pair[0] >= pair[1]);
				let rises = after.windows(2).all(|pair| pair[0] <= pair[1]);
				assert!(falls || rises, "{window} {levels:?} {number}");
			}
		}
	}
}

/// Nothing winds up: however long it was at a clamp, only the average counts.
#[test]
fn multiplier_should_not_depend_on_how_long_it_was_saturated() {
	let mut policy = policy();
	policy.controller.warm_up = 0;
	// An average that stands still after few epochs.
	policy.burn_ema_epochs = 3;
	for (saturated, then) in [(0, 800), (SCHEDULED / 10_000, 800), (SCHEDULED / 100 * 5_000, 500)] {
		let after = |epochs: usize| {
			let burns = std::iter::repeat_n(saturated, epochs);
			let rows = run(&policy, burns.chain(std::iter::repeat_n(SCHEDULED / 100 * then, 50)));
			rows[epochs..].to_vec()
		};
		let expected = after(200);
		assert!(expected.first() != expected.last());
		assert!([201, 500, 5_000].into_iter().all(|epochs| after(epochs) == expected));
	}
	// The same average, whatever came before it.
	for average in [0, 1, SCHEDULED / 10, SCHEDULED / 2, SCHEDULED, SCHEDULED * 100] {
		let of = |index| policy.multiplier(index, average, SCHEDULED);
		assert!((LATE..LATE + 1_000).all(|index| of(index) == of(LATE)));
	}
}

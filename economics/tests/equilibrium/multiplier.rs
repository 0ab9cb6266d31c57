//! How the multiplier comes to rest.

use crate::{close, percent, policy, ONE, SCHEDULED};
use bme_economics::*;

/// The multiplier before each epoch, and burned to minted in it, in `10⁻⁹`.
fn run(policy: &Policy, burns: impl Iterator<Item = Balance>) -> Vec<(u128, u128)> {
	let mut state = EmissionState::default();
	let one = |(index, burned)| {
		let multiplier = state.multiplier.into_inner();
		let (emission, next) = close(policy, index, burned, &state);
		state = next;
		let measured = mul_div(next.ema_burn, ONE, emission.total().max(1), Rounding::Down);
		(multiplier, measured.unwrap_or(u128::MAX))
	};
	(0..).zip(burns).map(one).collect()
}

/// Whether it needs no move: inside the band, or on a clamp and beyond the band in its direction.
fn rests(policy: &Policy, (multiplier, measured): (u128, u128)) -> bool {
	let target = policy.controller.target.into_inner() / ONE;
	let width = policy.controller.dead_band.mul_floor(target);
	let floor = FixedU128::from(policy.controller.floor).into_inner();
	(target - width..=target + width).contains(&measured)
		|| (multiplier == floor && measured < target)
		|| (multiplier == ONE * ONE && measured > target)
}

/// How many epochs after warm-up it takes to rest for good, and whether it went one way only until then.
fn approach(policy: &Policy, rows: &[(u128, u128)]) -> (usize, bool) {
	let rows = &rows[policy.controller.warm_up as usize..];
	let moved = rows
		.iter()
		.rposition(|row| !rests(policy, *row))
		.map_or(0, |last| last + 1);
	let falls = rows.windows(2).all(|pair| pair[0].0 >= pair[1].0);
	let rises = rows.windows(2).all(|pair| pair[0].0 <= pair[1].0);
	(moved, falls || rises)
}

#[test]
fn multiplier_should_come_to_rest_once_and_one_way_when_burn_is_constant() {
	let mut longest = 0;
	for window in 3..=60 {
		for part in 30..=100 {
			let mut policy = policy();
			policy.burn_ema_epochs = window;
			let burns = std::iter::repeat_n(SCHEDULED / 100 * part, 500);
			let (epochs, one_way) = approach(&policy, &run(&policy, burns));
			assert!(one_way, "{window} {part}");
			longest = longest.max(epochs);
		}
	}
	assert!(longest <= 10, "{longest}");
}

/// The bounds of a policy allow what does not come to rest so. The average starts at zero; while it still misses more
/// of the burn than the dead band is wide, the multiplier follows it down, and up again long after. With a warm-up of
/// three windows it misses less than `e^−6`, a quarter of a hundredth, and every policy comes to rest within 11 epochs.
#[test]
fn multiplier_should_turn_back_when_warm_up_is_short_for_the_window() {
	let with = |window, warm_up, band| {
		let mut policy = policy();
		policy.burn_ema_epochs = window;
		policy.controller.warm_up = warm_up;
		policy.controller.dead_band = percent(band);
		assert_eq!(policy.validate(), Ok(()));
		policy
	};
	for (window, warm_up, band, part, epochs) in [
		(3, 0, 10, 80, 7),
		(60, 60, 10, 70, 185),
		(53, 60, 10, 105, 82),
		(57, 90, 1, 60, 207),
		(40, 90, 1, 105, 86),
	] {
		let policy = with(window, warm_up, band);
		let burns = || std::iter::repeat_n(SCHEDULED / 100 * part, 800);
		assert_eq!(
			approach(&policy, &run(&policy, burns())),
			(epochs, false),
			"{window} {warm_up}"
		);
		let policy = with(window, 3 * window, band);
		let (epochs, one_way) = approach(&policy, &run(&policy, burns()));
		assert!(one_way && epochs <= 11, "{window}");
	}
	for window in 3..=60 {
		for (band, target) in [(1, 1), (1, 4), (10, 2), (30, 3)] {
			let mut policy = with(window, 3 * window, band);
			policy.controller.target = FixedU128::from_rational(target, 2);
			for part in (5..=300).step_by(5) {
				let burns = std::iter::repeat_n(SCHEDULED / 100 * part, 300);
				let (epochs, one_way) = approach(&policy, &run(&policy, burns));
				assert!(one_way && epochs <= 11, "{window} {band} {target} {part} {epochs}");
			}
		}
	}
}

/// After a step the average reaches the new burn first. It needs `n/2 · ln(step / d)` epochs for that, the multiplier a
/// dozen more.
#[test]
fn multiplier_should_settle_when_use_steps_crashes_and_recovers() {
	for window in [3, 7, 20, 60] {
		for levels in [
			[100, 50, 100],
			[60, 5, 60],
			[30, 300, 30],
			[100, 0, 80],
			[40, 44, 40],
			[90, 30, 100],
		] {
			let mut policy = policy();
			policy.burn_ema_epochs = window;
			let settled = 20 + 4 * window as usize;
			let burns: Vec<_> = levels
				.iter()
				.flat_map(|part| std::iter::repeat_n(SCHEDULED / 100 * part, 400))
				.collect();
			let rows = run(&policy, burns.into_iter());
			for (number, rows) in rows.chunks(400).enumerate() {
				let from = if number == 0 { 90 + 20 } else { settled };
				let still = &rows[from..];
				assert!(
					still.iter().all(|row| rests(&policy, *row)),
					"{window} {levels:?} {number}"
				);
				assert!(
					still.windows(2).all(|pair| pair[0].0 == pair[1].0),
					"{window} {levels:?}"
				);
			}
		}
	}
}

#[test]
fn multiplier_should_react_in_the_next_epoch_however_long_it_was_saturated() {
	let mut policy = policy();
	policy.controller.warm_up = 0;
	let floor = FixedU128::from(policy.controller.floor);
	let one = FixedU128::from_u32(1);
	let saturated = |burned, epochs, multiplier| {
		let mut state = EmissionState {
			ema_burn: burned,
			multiplier,
			..Default::default()
		};
		(0..epochs).for_each(|index| state = close(&policy, index, burned, &state).1);
		state
	};
	for epochs in [1, 10, 200, 2_000] {
		let low = saturated(SCHEDULED / 100, epochs, floor);
		assert_eq!(low.multiplier, floor);
		let next = close(&policy, epochs, SCHEDULED * 4, &low).1.multiplier;
		let (once, fastest) = (floor.into_inner(), mul_div(floor.into_inner(), 8, 7, Rounding::Down));
		assert!(
			next.into_inner() > once && Some(next.into_inner()) == fastest,
			"{epochs}"
		);

		let high = saturated(SCHEDULED * 4 / 3, epochs, one);
		assert_eq!(high.multiplier, one);
		let mut state = high;
		// As the average falls from 1.33 it is below 0.9 of what is minted after as many epochs, however long it was
		// there.
		let silent = (0..).take_while(|index| {
			state = close(&policy, epochs + index, SCHEDULED / 10, &state).1;
			state.multiplier == one
		});
		assert_eq!(silent.count(), 3, "{epochs}");
	}
}

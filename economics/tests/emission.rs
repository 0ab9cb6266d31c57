//! Epochs in numbers that can be followed by hand: what is minted, how the controller moves, when the breaker acts.

use bme_economics::*;

const BLOCKS: u128 = 14_400;

fn policy() -> Policy {
	Policy::default_for(LIFETIME_CAP, DAY, FixedU128::from_u32(1))
}

fn by_pool(values: [u128; 3]) -> ByPool<u128> {
	ByPool {
		work: values[0],
		contribution: values[1],
		security: values[2],
	}
}

fn input(scheduled: Balance, points: [u128; 3]) -> EpochInput {
	EpochInput {
		index: 0,
		scheduled,
		burned: 0,
		points: by_pool(points),
		expected_blocks: BLOCKS,
	}
}

fn multiplier(percent: u32) -> FixedU128 {
	Perbill::from_percent(percent).into()
}

#[test]
fn allowance_should_pay_only_for_what_was_minted_again_when_points_limit_work() {
	let state = EmissionState {
		ema_burn: 10_000_000,
		allowance: 10_000_000,
		..Default::default()
	};
	// The work share is 500,000 and the re-mint cap 50,000.
	for (work, minted, reminted) in [
		(400_000, 400_000, 0),
		(500_000, 500_000, 0),
		(500_001, 500_001, 1),
		(550_000, 550_000, 50_000),
		(550_001, 550_000, 50_000),
	] {
		let (emission, next) = epoch_emission(&policy(), &input(1_000_000, [work, 0, BLOCKS]), &state);
		assert_eq!((emission.minted.work, emission.reminted), (minted, reminted), "{work}");
		assert_eq!(next.allowance, 10_000_000 - reminted);
		assert_eq!(emission.minted.security, 200_000);
		assert_eq!(emission.treasury, ((minted + 200_000) * 5 / 95).min(50_000));
	}
}

#[test]
fn security_should_follow_the_blocks_when_some_are_missing() {
	for (blocks, expected_blocks, security) in [
		(0, BLOCKS, 0),
		(BLOCKS / 2, BLOCKS, 100_000),
		(BLOCKS, BLOCKS, 200_000),
		(BLOCKS + 1, BLOCKS, 200_000),
		(9, 0, 0),
	] {
		let input = EpochInput {
			expected_blocks,
			..input(1_000_000, [0, 0, blocks])
		};
		let (emission, _) = epoch_emission(&policy(), &input, &EmissionState::default());
		assert_eq!(emission.minted.security, security, "{blocks} of {expected_blocks}");
	}
}

#[test]
fn base_should_be_the_multipliers_part_when_it_is_below_one() {
	for (percent, base) in [(100, 1_000_000), (50, 500_000), (25, 250_000), (0, 0)] {
		let state = EmissionState {
			multiplier: multiplier(percent),
			..Default::default()
		};
		let (emission, _) = epoch_emission(&policy(), &input(1_000_000, [u128::MAX; 3]), &state);
		assert_eq!((emission.scheduled, emission.base), (1_000_000, base));
		assert_eq!(emission.total(), base);
	}
	let above = EmissionState {
		multiplier: FixedU128::from_u32(3),
		..Default::default()
	};
	assert_eq!(epoch_emission(&policy(), &input(7, [0; 3]), &above).0.base, 7);
}

/// From a half, at a target of one and a dead band of a tenth, with a floor of a quarter.
#[test]
fn multiplier_should_move_as_defined_when_the_burn_is_off_the_target() {
	let moved = |burned| policy().controller.next(multiplier(50), 90, burned, 1_000).into_inner();
	for (burned, expected) in [
		(0, 437_500_000_000_000_000),
		(874, 437_500_000_000_000_000),
		(875, 437_500_000_000_000_000),
		(876, 438_000_000_000_000_000),
		(899, 449_500_000_000_000_000),
		(900, 500_000_000_000_000_000),
		(1_000, 500_000_000_000_000_000),
		(1_100, 500_000_000_000_000_000),
		(1_101, 550_500_000_000_000_000),
		(1_142, 571_000_000_000_000_000),
		(1_143, 571_428_571_428_571_428),
		(u128::MAX, 571_428_571_428_571_428),
	] {
		assert_eq!(moved(burned), expected, "burned {burned}");
	}
}

#[test]
fn multiplier_should_stay_within_its_bounds_when_it_would_leave_them() {
	let controller = policy().controller;
	for (percent, burned, minted, expected) in [
		(26, 0, 1_000, 25),
		(25, 0, 1_000, 25),
		(10, 1_000, 1_000, 25),
		(90, 2_000, 1_000, 100),
		(100, 2_000, 1_000, 100),
		(60, 2_000, 0, 60),
		(60, 0, 0, 60),
		(10, 0, 0, 25),
	] {
		let next = controller.next(multiplier(percent), 90, burned, minted);
		assert_eq!(next, multiplier(expected), "from {percent} %");
	}
}

#[test]
fn multiplier_should_be_one_when_the_controller_has_not_started() {
	let controller = policy().controller;
	for (index, expected) in [(0, 1_000), (89, 1_000), (90, 875), (u32::MAX, 875)] {
		let next = controller.next(FixedU128::from_u32(1), index, 0, 1_000);
		assert_eq!(next, FixedU128::from_rational(expected, 1_000), "epoch {index}");
	}
	assert_eq!(controller.next(multiplier(50), 89, 0, 1_000), FixedU128::from_u32(1));
}

/// A constant burn, from a third to all of the schedule: once it has started, the multiplier falls until what is minted
/// is in the band, within ten epochs, and never leaves it again.
#[test]
fn multiplier_should_settle_from_one_side_when_the_burn_is_constant() {
	const SCHEDULED: Balance = 100_000_000_000_000_000;
	for burn_ema_epochs in 3..=60 {
		for percent in (30..=100).step_by(5) {
			let policy = Policy {
				burn_ema_epochs,
				..policy()
			};
			let burned = SCHEDULED / 100 * percent;
			let mut state = EmissionState::default();
			let mut settled = None;
			for index in 0..300 {
				let input = EpochInput {
					index,
					burned,
					..input(SCHEDULED, [u128::MAX; 3])
				};
				let (emission, next) = epoch_emission(&policy, &input, &state);
				if index >= policy.controller.warm_up {
					assert!(
						next.multiplier <= state.multiplier,
						"window {burn_ema_epochs}, burn {percent} %"
					);
					let minted = emission.total();
					let is_in_band = (minted * 9 / 10..=minted * 11 / 10).contains(&next.ema_burn);
					assert!(
						is_in_band || settled.is_none(),
						"window {burn_ema_epochs}, burn {percent} %"
					);
					settled = settled.or(is_in_band.then_some(index));
				}
				state = next;
			}
			let epochs = settled.map(|index| index - policy.controller.warm_up);
			assert!(
				epochs.is_some_and(|epochs| epochs <= 10),
				"window {burn_ema_epochs}, burn {percent} %"
			);
		}
	}
}

/// What a mistake elsewhere could ask for.
fn absurd(scheduled: Balance, minted: [Balance; 3], treasury: Balance, reminted: Balance) -> Emission {
	Emission {
		scheduled,
		base: scheduled,
		reminted,
		minted: by_pool(minted),
		treasury,
	}
}

#[test]
fn breaker_should_admit_five_scheduled_days_when_more_is_asked() {
	for (asked, minted, treasury) in [
		([250, 150, 60], 40, ([250, 150, 60], 40)),
		([251, 150, 60], 40, ([250, 149, 59], 39)),
		([500, 300, 120], 80, ([250, 150, 60], 40)),
		([0, 0, 0], 501, ([0, 0, 0], 500)),
		([Balance::MAX, 0, 0], 0, ([500, 0, 0], 0)),
	]
	.map(|(minted, treasury, expected)| (absurd(100, minted, treasury, 0), expected.0, expected.1))
	{
		let mut state = EmissionState::default();
		let admitted = state.admit(asked, DAY);
		assert_eq!(
			(admitted.minted, admitted.treasury),
			(by_pool(minted), treasury),
			"{asked:?}"
		);
		assert_eq!(
			(state.recent_minted, state.recent_scheduled),
			(admitted.total(), 100),
			"{asked:?}"
		);
	}
}

#[test]
fn breaker_should_admit_nothing_when_nothing_is_scheduled() {
	let mut state = EmissionState::default();
	let admitted = state.admit(absurd(0, [7, 7, 7], 7, 7), DAY);
	assert_eq!(admitted, absurd(0, [0; 3], 0, 0));
	assert_eq!(state, EmissionState::default());
}

/// Of 600 minted by work the schedule's part paid 400: less than that leaves nothing that was minted again.
#[test]
fn breaker_should_lower_what_was_minted_again_when_it_lowers_work() {
	for (scheduled, work, reminted) in [(120, 600, 200), (100, 500, 100), (80, 400, 0), (79, 395, 0)] {
		let admitted = EmissionState::default().admit(absurd(scheduled, [600, 0, 0], 0, 200), DAY);
		assert_eq!(
			(admitted.minted.work, admitted.reminted),
			(work, reminted),
			"{scheduled}"
		);
	}
}

#[test]
fn breaker_should_forget_evenly_when_time_passes() {
	let before = EmissionState {
		recent_minted: 2_401,
		recent_scheduled: 2_401,
		..Default::default()
	};
	for (elapsed, minted, scheduled) in [
		(0, 2_401, 2_401),
		(1, 2_400, 2_401),
		(DAY / 4, 1_800, 1_801),
		(DAY / 2, 1_200, 1_201),
		(DAY - 1, 0, 1),
		(DAY, 0, 0),
		(DAY + 1, 0, 0),
		(Moment::MAX, 0, 0),
	] {
		let mut state = before;
		state.admit(Emission::default(), elapsed);
		assert_eq!(
			(state.recent_minted, state.recent_scheduled),
			(minted, scheduled),
			"{elapsed}"
		);
	}
}

#[test]
fn breaker_should_count_what_was_minted_before_when_a_day_has_not_passed() {
	let mut state = EmissionState::default();
	let ask = absurd(100, [1_000, 0, 0], 0, 0);
	let admitted = [(); 4].map(|()| state.admit(ask, DAY / 2).minted.work);
	// 5 · 100, then 5 · 150 − 250, 5 · 175 − 375, 5 · 188 − 437.
	assert_eq!(admitted, [500, 500, 500, 503]);
	assert_eq!(state.admit(absurd(100, [1_000, 0, 0], 0, 0), 2 * DAY).minted.work, 500);
}

/// A minute's part of a thousand units is less than one, and both sums lose one. What is scheduled fades the slower of
/// the two, so that what was minted never outlives it.
#[test]
fn breaker_should_admit_dust_when_a_schedule_drops_to_nothing_and_comes_back() {
	let mut state = EmissionState::default();
	for (scheduled, minutes) in [(10, 144), (0, 1_300), (1, 60)] {
		for _ in 0..minutes {
			let emission = absurd(scheduled, [scheduled + scheduled / 10, 0, 0], 0, 0);
			assert_eq!(state.admit(emission, DAY / 1_440), emission, "{state:?}");
		}
	}
}

#[test]
fn emission_should_stay_as_it_is_when_the_lifetime_cap_leaves_room() {
	let emission = absurd(100, [60, 20, 10], 10, 30);
	for (minted, expected) in [
		(0, emission),
		(LIFETIME_CAP - 70, emission),
		(LIFETIME_CAP - 50, absurd(100, [30, 10, 5], 5, 0)),
		(LIFETIME_CAP, absurd(100, [0; 3], 0, 0)),
		(LIFETIME_CAP + 1, absurd(100, [0; 3], 0, 0)),
	] {
		assert_eq!(emission.within_lifetime(minted), expected, "{minted}");
	}
}

//! Epochs in numbers that can be followed by hand: what is minted, what the multiplier is, when the breaker acts.

use bme_economics::*;

const BLOCKS: u128 = 14_400;
const ONE: u128 = 1_000_000_000_000_000_000;

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

fn averaging(average_net_burn: Balance) -> EmissionState {
	EmissionState {
		average_net_burn,
		..Default::default()
	}
}

fn rational(part: u128, whole: u128) -> FixedU128 {
	FixedU128::from_rational(part, whole)
}

#[test]
fn allowance_should_pay_only_for_what_was_minted_again_when_points_limit_work() {
	let state = EmissionState {
		allowance: 10_000_000,
		..averaging(10_000_000)
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
		// 50,000 · 200,000 / 450,000, whatever work mints.
		assert_eq!(emission.treasury, 22_222);
	}
}

/// The budgets are 250,000 of contribution, 200,000 of security and 50,000 of the treasury.
#[test]
fn treasury_should_follow_contribution_and_security_when_work_earns_anything() {
	for (items, blocks, treasury) in [
		(0, 0, 0),
		(1, 0, 0),
		(9, 0, 1),
		(125_000, BLOCKS / 2, 25_000),
		(250_000, 0, 27_777),
		(249_990, BLOCKS, 49_998),
		(250_000, BLOCKS, 50_000),
		(u128::MAX, u128::MAX, 50_000),
	] {
		for work in [0, 1, 500_000, u128::MAX] {
			let (emission, _) = epoch_emission(&policy(), &input(1_000_000, [work, items, blocks]), &averaging(0));
			assert_eq!(emission.treasury, treasury, "{work} {items} {blocks}");
		}
	}
	// Without another pool to follow there is nothing, and all of it where these are whole.
	let of_shares = |contribution, security, treasury| {
		let [contribution, security, treasury] = [contribution, security, treasury].map(Perbill::from_percent);
		let shares = PoolShares {
			contribution,
			security,
			treasury,
		};
		let policy = Policy { shares, ..policy() };
		let input = input(1_000_000, [u128::MAX; 3]);
		epoch_emission(&policy, &input, &averaging(0)).0.treasury
	};
	assert_eq!(of_shares(0, 0, 20), 0);
	assert_eq!(of_shares(1, 0, 20), 200_000);
	assert_eq!(of_shares(0, 50, 0), 0);
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

/// Half of the schedule is the work pool's, whatever the multiplier is; of the other half a part is minted.
#[test]
fn multiplier_should_lower_all_but_work_when_it_is_below_one() {
	for (average, percent, expected) in [
		(0, 25, [500_000, 62_500, 50_000, 12_500]),
		(625_000, 50, [500_000, 125_000, 100_000, 25_000]),
		(1_250_000, 100, [500_000, 250_000, 200_000, 50_000]),
		(Balance::MAX, 100, [500_000, 250_000, 200_000, 50_000]),
	] {
		let policy = Policy {
			rho: BelowOne::from_percent(0),
			..policy()
		};
		let input = EpochInput {
			index: u32::MAX,
			..input(1_000_000, [u128::MAX; 3])
		};
		let (emission, _) = epoch_emission(&policy, &input, &averaging(average));
		let [work, contribution, security, treasury] = expected;
		let expected = Emission {
			scheduled: 1_000_000,
			multiplier: Perbill::from_percent(percent).into(),
			budget: expected.iter().sum(),
			reminted: 0,
			minted: by_pool([work, contribution, security]),
			treasury,
		};
		assert_eq!(emission, expected, "{average}");
		assert_eq!(emission.total(), emission.budget);
	}
}

/// The budget is what could be minted, not what is.
#[test]
fn budget_should_stay_when_less_is_earned() {
	for points in [[0; 3], [1, 2, 3], [400_000, 0, BLOCKS], [u128::MAX; 3]] {
		for (index, budget) in [(0, 1_000_000), (90, 937_500), (u32::MAX, 625_000)] {
			let input = EpochInput {
				index,
				..input(1_000_000, points)
			};
			let (emission, _) = epoch_emission(&policy(), &input, &EmissionState::default());
			assert_eq!(emission.budget, budget, "epoch {index}, {points:?}");
		}
	}
}

/// What work may earn of a burn is minted for work: it neither raises the average nor what may be minted again.
#[test]
fn burn_should_count_once_when_work_earns_it_back() {
	for (burned, work, average, allowance) in [
		(0, 0, 0, 0),
		(4_000, 0, 1_000, 400),
		(4_000, 3_800, 50, 20),
		(4_000, 3_999, 0, 0),
		(4_000, 4_000, 0, 0),
		(4_000, 4_001, 0, 0),
		(Balance::MAX, Balance::MAX, 0, 0),
	] {
		let input = EpochInput {
			burned,
			// Nothing is scheduled, so that nothing is minted again at once.
			..input(0, [work, 0, 0])
		};
		let (_, next) = epoch_emission(&policy(), &input, &EmissionState::default());
		assert_eq!(
			(next.average_net_burn, next.allowance),
			(average, allowance),
			"{work} of {burned}"
		);
	}
}

/// Of 1,000, half is not work's; the target is two and a half, the floor a quarter.
#[test]
fn multiplier_should_follow_the_average_as_defined_when_it_is_off_its_bounds() {
	let multiplier = |average, scheduled| policy().multiplier(u32::MAX, average, scheduled);
	for (average, expected) in [
		(0, rational(1, 4)),
		// 312 / 2.5 is 124, rounded down.
		(312, rational(1, 4)),
		(313, rational(125, 500)),
		(314, rational(125, 500)),
		(315, rational(126, 500)),
		(625, rational(250, 500)),
		(1_249, rational(499, 500)),
		(1_250, rational(1, 1)),
		(1_253, rational(1, 1)),
		(Balance::MAX, rational(1, 1)),
	] {
		assert_eq!(multiplier(average, 1_000), expected, "an average of {average}");
	}
	for (average, scheduled, expected) in [
		(0, 0, rational(1, 1)),
		// Half of it is nothing.
		(0, 1, rational(1, 1)),
		(2, 7, rational(1, 4)),
		(3, 7, FixedU128::from_inner(333_333_333_333_333_333)),
		(5, 7, FixedU128::from_inner(666_666_666_666_666_666)),
		(8, 7, rational(1, 1)),
		(
			Balance::MAX,
			Balance::MAX,
			FixedU128::from_inner(800_000_000_000_000_000),
		),
	] {
		assert_eq!(multiplier(average, scheduled), expected, "{average} of {scheduled}");
	}
}

#[test]
fn multiplier_should_be_one_when_all_of_the_schedule_is_the_work_pools() {
	let none = Perbill::zero();
	let shares = PoolShares {
		contribution: none,
		security: none,
		treasury: none,
	};
	let policy = Policy { shares, ..policy() };
	assert_eq!(policy.multiplier(u32::MAX, 0, LIFETIME_CAP), rational(1, 1));
}

/// Without any burn: an eighth less each epoch from the warm-up on, rounded down, until the floor.
#[test]
fn least_multiplier_should_fall_by_eighths_when_the_warm_up_is_over() {
	let at = |index| policy().multiplier(index, 0, 1_000).into_inner();
	assert_eq!((0..90).map(at).collect::<Vec<_>>(), [1_000_000_000_000_000_000; 90]);
	let falls = [
		875_000_000_000_000_000,
		765_625_000_000_000_000,
		669_921_875_000_000_000,
		586_181_640_625_000_000,
		512_908_935_546_875_000,
		448_795_318_603_515_625,
		392_695_903_778_076_171,
		343_608_915_805_816_649,
		300_657_801_330_089_567,
		263_075_576_163_828_371,
		250_000_000_000_000_000,
	];
	assert_eq!((90..101).map(at).collect::<Vec<_>>(), falls);
	for index in [101, 1_000, u32::MAX - 1, u32::MAX] {
		assert_eq!(at(index), 250_000_000_000_000_000, "epoch {index}");
	}
}

/// So many epochs that following them one by one would never end.
#[test]
fn least_multiplier_should_be_found_at_once_when_a_chain_is_old() {
	let least = |floor, warm_up, index| {
		let mut policy = policy();
		(policy.controller.floor, policy.controller.warm_up) = (Perbill::from_parts(floor), warm_up);
		policy.multiplier(index, 0, 1_000)
	};
	for floor in (0..=1_000_000_000).step_by(100_000) {
		let expected = rational(floor.into(), 1_000_000_000);
		assert_eq!(least(floor, 0, u32::MAX), expected, "{floor}");
	}
	for index in [0, 1, 89, 90, 91, u32::MAX] {
		for warm_up in [0, 90, u32::MAX] {
			assert_eq!(least(1_000_000_000, warm_up, index), rational(1, 1), "epoch {index}");
		}
	}
	let never = u32::MAX;
	assert_eq!(least(250_000_000, never, never - 1), rational(1, 1));
	assert_eq!(least(250_000_000, never, never), rational(7, 8));
	assert_eq!(least(900_000_000, 0, 0), rational(9, 10));
}

/// A constant net burn, from nothing to more than the target: once it has started, the multiplier falls until the other
/// pools mint what the average lets them, and from then on only rises with the average to where the burn is.
#[test]
fn multiplier_should_settle_from_one_side_when_the_burn_is_constant() {
	const SCHEDULED: Balance = 100_000_000_000_000_000;
	// What the other pools would need to mint all of their half.
	const WHOLE: Balance = SCHEDULED / 2 / 2 * 5;
	for burn_ema_epochs in 3..=60 {
		for percent in (0..=120).step_by(5) {
			let here = format!("window {burn_ema_epochs}, burn {percent} %");
			let policy = Policy {
				burn_ema_epochs,
				..policy()
			};
			let mut state = EmissionState::default();
			let mut multipliers = Vec::new();
			for index in 0..400 {
				let input = EpochInput {
					index,
					burned: WHOLE / 100 * percent + 7,
					..input(SCHEDULED, [7, u128::MAX, BLOCKS])
				};
				let (emission, next) = epoch_emission(&policy, &input, &state);
				multipliers.push(emission.multiplier.into_inner());
				state = next;
			}
			let (warm, rest) = multipliers.split_at(89);
			assert!(warm.iter().all(|multiplier| *multiplier == ONE), "{here}");
			let turn = rest.windows(2).take_while(|pair| pair[1] < pair[0]).count();
			assert!(turn <= 11 && rest[turn..].is_sorted(), "{here}: {turn}");
			let end = ONE / 100 * percent.clamp(25, 100);
			assert!(rest.last().unwrap().abs_diff(end) <= ONE / 10_000, "{here}: {rest:?}");
		}
	}
}

/// Two histories that lead to the same average mint the same: what the multiplier was does not matter.
#[test]
fn multiplier_should_forget_what_it_was_when_the_average_comes_back() {
	let epoch = |burned, state: &EmissionState| {
		let input = EpochInput {
			index: u32::MAX,
			burned,
			..input(1_000, [0; 3])
		};
		epoch_emission(&policy(), &input, state)
	};
	let (mut busy, quiet) = (averaging(1_000_000), averaging(0));
	assert_eq!(epoch(0, &busy).0.multiplier, rational(1, 1));
	for _ in 0..100 {
		busy = epoch(0, &busy).1;
	}
	assert_eq!((busy.average_net_burn, quiet.average_net_burn), (0, 0));
	assert_eq!(epoch(500, &busy).0, epoch(500, &quiet).0);
}

/// What a mistake elsewhere could ask for.
fn absurd(scheduled: Balance, minted: [Balance; 3], treasury: Balance, reminted: Balance) -> Emission {
	Emission {
		scheduled,
		multiplier: rational(1, 1),
		budget: scheduled,
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

/// As a ratio to the most that a balance holds; what is left goes to the first.
#[test]
fn breaker_should_admit_no_more_than_allowed_when_the_sum_does_not_fit() {
	const MAX: Balance = Balance::MAX;
	for (scheduled, asked, expected) in [
		(100, [MAX, MAX, MAX, MAX], [500, 0, 0, 0]),
		(100, [MAX / 2, MAX / 2, MAX / 2, 1], [249, 249, 2, 0]),
		(100, [0, 0, MAX, MAX], [0, 0, 500, 0]),
		(MAX, [MAX / 2, MAX / 2, 2, 1], [MAX / 2, MAX / 2, 1, 0]),
		(MAX, [MAX, 0, 0, 1], [MAX, 0, 0, 0]),
		(MAX, [MAX - 1, 0, 0, 1], [MAX - 1, 0, 0, 1]),
		(0, [MAX, MAX, MAX, MAX], [0; 4]),
	] {
		let [work, contribution, security, treasury] = asked;
		let mut state = EmissionState::default();
		let admitted = state.admit(absurd(scheduled, [work, contribution, security], treasury, 0), DAY);
		let [work, contribution, security, treasury] = expected;
		let expected = absurd(scheduled, [work, contribution, security], treasury, 0);
		assert_eq!(admitted, expected, "{asked:?}");
		assert_eq!(state.recent_minted, expected.total(), "{asked:?}");
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

#[test]
fn emission_should_stay_within_the_lifetime_cap_when_its_sum_does_not_fit() {
	const MAX: Balance = Balance::MAX;
	let within = |minted: [Balance; 3], treasury, reminted| {
		let emission = absurd(100, minted, treasury, reminted).within_lifetime(LIFETIME_CAP - 70);
		(emission.minted, emission.treasury, emission.reminted)
	};
	assert_eq!(within([MAX, MAX, 0], MAX, 0), (by_pool([70, 0, 0]), 0, 0));
	// 70 and 71 are new.
	assert_eq!(within([MAX, 0, 70], 0, MAX), (by_pool([MAX, 0, 70]), 0, MAX));
	assert_eq!(within([MAX, 0, 71], 0, MAX), (by_pool([70, 0, 0]), 0, 70));
}

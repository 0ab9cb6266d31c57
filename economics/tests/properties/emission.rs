//! Epochs, one and many, and who gains from them.

use crate::{
	balance, big, ceil_div, moment, parts, ratio, saturated, shares,
	terms::{of, valid},
	ONE,
};
use bme_economics::*;
use num_bigint::BigUint;
use proptest::{
	array::{uniform3, uniform4},
	collection::vec,
	prelude::*,
};

/// One, of a fixed number.
const FIXED: u128 = 1_000_000_000_000_000_000;

fn by_pool(values: [u128; 3]) -> ByPool<u128> {
	ByPool {
		work: values[0],
		contribution: values[1],
		security: values[2],
	}
}

fn default_policy() -> Policy {
	Policy::default_for(0, DAY, FixedU128::from_u32(1))
}

fn below_one(part: Perbill) -> BelowOne {
	BelowOne::try_from(part).unwrap_or(BelowOne::from_percent(99))
}

/// Shares of pools, of which the last is the work pool's.
fn pool_shares() -> impl Strategy<Value = PoolShares> {
	shares(4).prop_map(|mut shares| {
		shares.resize(4, Perbill::zero());
		PoolShares {
			contribution: shares[0],
			security: shares[1],
			treasury: shares[2],
		}
	})
}

fn any_controller() -> impl Strategy<Value = Controller> {
	let targets = prop_oneof![balance(), FIXED / 2..=FIXED * 2];
	(targets, ratio(), ratio(), 0..4u32).prop_map(|(target, dead_band, floor, warm_up)| Controller {
		target: FixedU128::from_inner(target),
		dead_band,
		floor,
		warm_up,
	})
}

/// Policies with any numbers, except that the pools' shares sum to one at most.
fn any_policy() -> impl Strategy<Value = Policy> {
	(pool_shares(), ratio(), ratio(), any::<u32>(), any_controller()).prop_map(
		|(shares, rho, remint_cap_per_day, burn_ema_epochs, controller)| Policy {
			shares,
			rho: below_one(rho),
			remint_cap_per_day,
			burn_ema_epochs,
			controller,
			..default_policy()
		},
	)
}

/// Controllers within the hard bounds.
fn valid_controller() -> impl Strategy<Value = Controller> {
	(FIXED / 2..=FIXED * 2, 1..=30u32, 10..=100u32, 0..20u32).prop_map(|(target, band, floor, warm_up)| Controller {
		target: FixedU128::from_inner(target),
		dead_band: Perbill::from_percent(band),
		floor: Perbill::from_percent(floor),
		warm_up,
	})
}

/// Policies within the hard bounds, whose schedule flows evenly for a century.
fn valid_policy() -> impl Strategy<Value = Policy> {
	let numbers = (0..=500_000_000u32, 0..=100_000_000u32, 3..=60u32);
	(numbers, valid_controller(), 0..LIFETIME_CAP / 100).prop_map(|((rho, cap, burn_ema_epochs), controller, first)| {
		let term = Term::Geometric {
			start: 0,
			first,
			ratio: Perbill::one(),
			period: 365 * DAY,
			terms: 100,
		};
		let policy = Policy {
			schedule: of([term]),
			rho: below_one(Perbill::from_parts(rho)),
			remint_cap_per_day: Perbill::from_parts(cap),
			burn_ema_epochs,
			controller,
			..default_policy()
		};
		assert_eq!(policy.validate(), Ok(()));
		policy
	})
}

fn state() -> impl Strategy<Value = EmissionState> {
	let multiplier = prop_oneof![balance(), 0..=FIXED];
	(uniform4(balance()), multiplier).prop_map(|(amounts, multiplier)| EmissionState {
		ema_burn: amounts[0],
		allowance: amounts[1],
		multiplier: FixedU128::from_inner(multiplier),
		recent_minted: amounts[2],
		recent_scheduled: amounts[3],
	})
}

fn input() -> impl Strategy<Value = EpochInput> {
	(0..6u32, balance(), balance(), uniform3(balance()), balance()).prop_map(
		|(index, scheduled, burned, points, expected_blocks)| EpochInput {
			index,
			scheduled,
			burned,
			points: by_pool(points),
			expected_blocks,
		},
	)
}

/// Amounts of any size, as a mistake could ask for them.
fn any_emission() -> impl Strategy<Value = Emission> {
	(uniform4(balance()), uniform3(balance())).prop_map(|(minted, [scheduled, base, reminted])| Emission {
		scheduled,
		base,
		reminted: reminted.min(minted[0]),
		minted: by_pool([minted[0], minted[1], minted[2]]),
		treasury: minted[3],
	})
}

/// Schedules with amounts as small as those that a policy may hold, so that nothing saturates.
fn bounded() -> impl Strategy<Value = Schedule> {
	let most = |amount: &mut Balance| *amount %= LIFETIME_CAP;
	let bounded = move |mut term| {
		match &mut term {
			Term::Table { rows, .. } => rows.iter_mut().for_each(|row| most(&mut row.amount)),
			Term::Geometric { first: amount, .. }
			| Term::Halving { first: amount, .. }
			| Term::Exponential { total: amount, .. }
			| Term::Remaining { amount, .. }
			| Term::Taper { rate: amount, .. } => most(amount),
		}
		term
	};
	valid()
		.prop_map(move |schedule| of(schedule.terms.into_iter().map(bounded)))
		.prop_filter("it nearly saturates", |schedule| schedule.total() < Balance::MAX / 8)
}

/// A job of a random graph: what it burns, at which κ, and whether it is the attacker's own.
fn jobs() -> impl Strategy<Value = Vec<(Balance, Perbill, bool)>> {
	vec((0..1_000_000_000_000_000_000u128, ratio(), any::<bool>()), 0..12)
}

fn floor(ratio: Perbill, value: &BigUint) -> BigUint {
	value * parts(ratio) / ONE
}

/// Everything minted, also where it is more than a balance holds.
fn sum(emission: &Emission) -> BigUint {
	let pools = emission.minted.each().into_iter().map(|amount| big(*amount));
	pools.sum::<BigUint>() + emission.treasury
}

/// The multiplier of the next epoch, by its definition.
fn controlled(controller: &Controller, index: u32, multiplier: u128, burned: &BigUint, minted: &BigUint) -> BigUint {
	let (zero, one, most) = (big(0u8), big(FIXED), big(Balance::MAX));
	if index < controller.warm_up {
		return one;
	}
	// What nothing divides counts as the most.
	let ratio = |value: &BigUint, by: &BigUint| {
		if *by == zero {
			most.clone()
		} else {
			(value * FIXED / by).min(most.clone())
		}
	};
	let target = big(controller.target.into_inner());
	let width = floor(controller.dead_band, &target);
	let measured = ratio(burned, minted);
	let lowest = if target > width { &target - &width } else { zero.clone() };
	let highest = (&target + width).min(most.clone());
	let is_kept = *minted == zero || (lowest..=highest).contains(&measured);
	let factor = ratio(&measured, &target).clamp(big(875_000_000_000_000_000u64), big(1_142_857_142_857_142_857u64));
	let moved = if is_kept {
		big(multiplier)
	} else {
		big(multiplier) * factor / FIXED
	};
	moved.min(one).max(parts(controller.floor) * ONE)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(20_000))]

	#[test]
	fn emission_should_equal_the_reference(policy in any_policy(), input in input(), state in state()) {
		let (emission, next) = epoch_emission(&policy, &input, &state);
		prop_assert_eq!(emission.scheduled, input.scheduled);
		let scheduled = big(input.scheduled);
		let base = &scheduled * big(state.multiplier.into_inner()).min(big(FIXED)) / FIXED;
		prop_assert_eq!(big(emission.base), base.clone());

		let rho = policy.rho.get().min(RHO_MAX);
		prop_assert_eq!(next.ema_burn, ema(state.ema_burn, input.burned, policy.burn_ema_epochs));
		let allowance = (big(state.allowance) + floor(rho, &big(input.burned))).min(big(Balance::MAX));
		let cap = floor(policy.remint_cap_per_day, &scheduled);
		let remint = floor(rho, &big(next.ema_burn)).min(cap).min(allowance.clone());

		let others = [policy.shares.contribution, policy.shares.security, policy.shares.treasury];
		let work_share = big(ONE) - others.into_iter().map(parts).sum::<BigUint>();
		prop_assert_eq!(parts(policy.shares.work()), work_share.clone());
		let work_base = &base * work_share / ONE;
		let work = (&work_base + remint).min(big(input.points.work));
		let contribution = floor(policy.shares.contribution, &base).min(big(input.points.contribution));
		let budget = floor(policy.shares.security, &base);
		let blocks = big(input.points.security.min(input.expected_blocks));
		let security = if input.expected_blocks == 0 { big(0u8) } else { budget * blocks / big(input.expected_blocks) };
		let earned = (&work + &contribution + &security).min(big(Balance::MAX));
		let others = ONE - u128::from(policy.shares.treasury.deconstruct());
		let most = floor(policy.shares.treasury, &base);
		let treasury = match others {
			0 if earned == big(0u8) => earned.clone(),
			0 => most,
			_ => (&earned * parts(policy.shares.treasury) / others).min(most),
		};
		prop_assert_eq!(emission.minted.each().map(|amount| big(*amount)), [work.clone(), contribution, security]);
		prop_assert_eq!(big(emission.treasury), treasury.clone());

		let reminted = if work > work_base { work - work_base } else { big(0u8) };
		prop_assert_eq!(big(emission.reminted), reminted.clone());
		prop_assert_eq!(big(next.allowance), allowance - reminted);
		let (multiplier, burned) = (state.multiplier.into_inner(), big(next.ema_burn));
		let minted = big(saturated(earned + treasury));
		let controlled = controlled(&policy.controller, input.index, multiplier, &burned, &minted);
		prop_assert_eq!(big(next.multiplier.into_inner()), controlled);
		// The breaker's numbers are its own.
		let recent = |state: EmissionState| (state.recent_minted, state.recent_scheduled);
		prop_assert_eq!(recent(next), recent(state));
	}

	#[test]
	fn multiplier_should_stay_between_its_floor_and_one_when_bounds_hold(
		controller in valid_controller(),
		multiplier in balance(),
		index in 0..40u32,
		burned in balance(),
		minted in balance(),
	) {
		let next = controller.next(FixedU128::from_inner(multiplier), index, burned, minted);
		prop_assert!(next >= controller.floor.into() && next <= FixedU128::from_u32(1));
		let exact = controlled(&controller, index, multiplier, &big(burned), &big(minted));
		prop_assert_eq!(big(next.into_inner()), exact);
	}

	#[test]
	fn multiplier_should_rise_with_the_burn_and_fall_with_the_minted(
		controller in valid_controller(),
		multiplier in 0..=FIXED,
		burned in uniform3(balance()),
		minted in 1..=Balance::MAX,
		more in balance(),
	) {
		let next = |burned, minted| controller.next(FixedU128::from_inner(multiplier), u32::MAX, burned, minted);
		let (less, most) = (burned[0].min(burned[1]), burned[0].max(burned[1]));
		prop_assert!(next(less, minted) <= next(most, minted));
		prop_assert!(next(burned[2], minted) >= next(burned[2], minted.saturating_add(more)));
	}

	#[test]
	fn admitted_should_equal_the_reference_when_anything_is_asked(
		emission in any_emission(),
		state in state(),
		elapsed in prop_oneof![moment(), 0..=DAY],
	) {
		let mut next = state;
		let admitted = next.admit(emission, elapsed);
		let left = DAY - elapsed.min(DAY);
		let before = big(state.recent_minted) * left / DAY;
		let faded = ceil_div(big(state.recent_scheduled) * left, big(DAY));
		let scheduled = (faded + emission.scheduled).min(big(Balance::MAX));
		let most = (&scheduled * 5u8).min(big(Balance::MAX));
		let allowed = if most > before { most.clone() - &before } else { big(0u8) };
		let asked = big(emission.total());
		let limited = |amount: u128| {
			if asked > allowed {
				big(amount) * &allowed / &asked
			} else {
				big(amount)
			}
		};
		prop_assert_eq!(admitted.minted.map(big), emission.minted.map(limited));
		prop_assert_eq!(big(admitted.treasury), limited(emission.treasury));
		let lost = emission.minted.work - admitted.minted.work;
		prop_assert_eq!(admitted.reminted, emission.reminted.saturating_sub(lost));
		prop_assert_eq!((admitted.scheduled, admitted.base), (emission.scheduled, emission.base));
		prop_assert_eq!(big(next.recent_scheduled), scheduled);
		prop_assert_eq!(big(next.recent_minted), (&before + admitted.total()).min(big(Balance::MAX)));
		// More than a balance holds counts as the most that it holds.
		if sum(&emission) <= big(Balance::MAX) {
			prop_assert!(sum(&admitted) <= allowed);
			prop_assert!(big(next.recent_minted) <= before.max(most));
		}
		let others = |state: EmissionState| (state.ema_burn, state.allowance, state.multiplier);
		prop_assert_eq!(others(next), others(state));
	}

	#[test]
	fn emission_should_stay_within_the_lifetime_cap_when_anything_is_asked(
		emission in any_emission().prop_filter("it does not fit", |emission| sum(emission) <= big(Balance::MAX)),
		minted in prop_oneof![balance(), 0..=LIFETIME_CAP],
	) {
		let room = big(LIFETIME_CAP.saturating_sub(minted));
		let within = emission.within_lifetime(minted);
		let new = |emission: &Emission| big(emission.total()) - emission.reminted;
		prop_assert!(new(&within) <= room);
		if new(&emission) <= room {
			prop_assert_eq!(within, emission);
		} else {
			let lowered = |amount| big(amount) * &room / emission.total();
			prop_assert_eq!(within.minted.map(big), emission.minted.map(lowered));
			prop_assert_eq!(big(within.treasury), lowered(emission.treasury));
		}
	}

	#[test]
	fn minted_should_stay_within_base_and_remint_when_shares_sum_to_one(
		policy in any_policy(),
		input in input(),
		state in state(),
	) {
		let (emission, _) = epoch_emission(&policy, &input, &state);
		prop_assert!(sum(&emission) <= big(emission.base) + big(emission.reminted));
		prop_assert!(emission.base <= emission.scheduled);
		prop_assert!(emission.reminted <= policy.remint_cap_per_day.mul_floor(emission.scheduled));
		prop_assert!(emission.minted.work <= input.points.work);
	}

	#[test]
	fn nothing_should_be_minted_when_nothing_was_earned(
		policy in any_policy(),
		mut input in input(),
		state in state(),
	) {
		input.points = ByPool::default();
		let (emission, _) = epoch_emission(&policy, &input, &state);
		prop_assert_eq!((emission.minted, emission.treasury, emission.reminted), (ByPool::default(), 0, 0));
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(2_000))]

	#[test]
	fn remint_should_stay_within_its_part_of_the_burn_over_any_epochs(
		policy in valid_policy(),
		epochs in vec((0..LIFETIME_CAP, uniform3(0..LIFETIME_CAP), 1..=2u64), 1..60),
	) {
		let mut state = EmissionState::default();
		let (mut start, mut burned, mut reminted, mut base) = (0, 0, 0, 0);
		for (index, (burn, points, lengths)) in (0..).zip(epochs) {
			let elapsed = lengths * DAY;
			let scheduled = policy.schedule.scheduled(start, start + elapsed);
			let points = by_pool(points);
			let input = EpochInput { index, scheduled, burned: burn, points, expected_blocks: 14_400 };
			let (emission, next) = epoch_emission(&policy, &input, &state);
			burned += burn;
			reminted += emission.reminted;
			base += emission.minted.each().into_iter().sum::<Balance>() + emission.treasury - emission.reminted;
			prop_assert!(reminted + next.allowance <= policy.rho.get().mul_floor(burned));
			prop_assert!(emission.reminted <= policy.rho.get().mul_floor(next.ema_burn));
			start += elapsed;
			state = next;
		}
		prop_assert!(base <= policy.schedule.cumulative(start));
	}

	/// Over any history, with epochs that close late or not at all, jobs that come and go, and schedules that jump and
	/// drop to nothing.
	#[test]
	fn breaker_should_admit_everything_when_emissions_are_the_formulas(
		policy in any_policy(),
		cap in 0..=10u32,
		schedule in bounded(),
		length in prop_oneof![Just(60_000), 60_000..=7 * DAY],
		start in moment(),
		epochs in vec((balance(), uniform3(balance()), 0..4u64, 0..100_000u64), 1..80),
	) {
		let policy = Policy {
			remint_cap_per_day: Perbill::from_percent(cap),
			epoch_length: length,
			schedule,
			..policy
		};
		let mut state = EmissionState::default();
		let mut start = start;
		for (index, (burned, points, lengths, late)) in (0..).zip(epochs) {
			let now = start.saturating_add(length * lengths + late);
			let elapsed = clamped_elapsed(start, now, length);
			let scheduled = policy.schedule.scheduled(start, start.saturating_add(elapsed));
			let input = EpochInput { index, scheduled, burned, points: by_pool(points), expected_blocks: 14_400 };
			let (emission, mut next) = epoch_emission(&policy, &input, &state);
			let admitted = next.admit(emission, elapsed);
			prop_assert_eq!(admitted, emission);
			start = next_start(start, now, length);
			state = next;
		}
	}

	/// An attacker is on every side of some jobs, beside honest ones. Whatever the pool, it takes out less than its own
	/// jobs burned.
	#[test]
	fn attacker_should_lose_when_it_is_on_every_side_of_its_jobs(
		policy in valid_policy(),
		epochs in vec((jobs(), shares(16)), 1..10),
	) {
		let mut state = EmissionState::default();
		let (mut start, mut spent, mut received) = (0, 0, 0);
		for (index, (jobs, shares)) in (0..).zip(epochs) {
			let judged: Vec<_> = shares.iter().map(|&share| Judged { share, quality: Perbill::one() }).collect();
			let (mut burned, mut own, mut work) = (0, vec![0; shares.len()], 0);
			for (burn, kappa, is_own) in jobs {
				let settled = settle(burn, 0, kappa, &judged).unwrap();
				burned += settled.burned;
				work += settled.suppliers.iter().map(|pay| pay.entitlement).sum::<u128>();
				if is_own {
					spent += settled.burned;
					own.iter_mut().zip(&settled.suppliers).for_each(|(own, pay)| *own += pay.entitlement);
				}
			}
			let points = by_pool([work, 0, 0]);
			let scheduled = policy.schedule.scheduled(start, start + DAY);
			let input = EpochInput { index, scheduled, burned, points, expected_blocks: 14_400 };
			let (emission, next) = epoch_emission(&policy, &input, &state);
			received += own.iter().map(|own| pro_rata(emission.minted.work, *own, work)).sum::<u128>();
			start += DAY;
			state = next;
		}
		prop_assert!(received <= KAPPA_MAX.mul_floor(spent));
	}
}

//! Epochs, one and many, and who gains from them.

use crate::{
	balance, big, ceil_div, moment, parts, ratio, shares,
	terms::{of, valid},
	ONE,
};
use bme_economics::*;
use num_bigint::BigUint;
use proptest::{
	array::{uniform2, uniform3, uniform4},
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
	let targets = prop_oneof![balance(), FIXED / 2 * 5..=FIXED * 10];
	(targets, ratio(), prop_oneof![0..4u32, any::<u32>()]).prop_map(|(target, floor, warm_up)| Controller {
		target: FixedU128::from_inner(target),
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
	let targets = prop_oneof![FIXED / 2 * 5..=FIXED * 10, Just(FIXED / 2 * 5), Just(FIXED * 10)];
	(targets, 10..=100u32, 0..20u32).prop_map(|(target, floor, warm_up)| Controller {
		target: FixedU128::from_inner(target),
		floor: Perbill::from_percent(floor),
		warm_up,
	})
}

/// Shares within the hard bounds.
fn valid_shares() -> impl Strategy<Value = PoolShares> {
	(0..=25u32, 0..=20u32, 0..=70u32).prop_map(|(contribution, treasury, most)| PoolShares {
		contribution: Perbill::from_percent(contribution),
		security: Perbill::from_percent(most.min(70 - contribution - treasury)),
		treasury: Perbill::from_percent(treasury),
	})
}

/// Policies within the hard bounds, whose schedule flows evenly for a century.
fn valid_policy() -> impl Strategy<Value = Policy> {
	let numbers = (0..=500_000_000u32, 0..=100_000_000u32, 3..=60u32);
	let policies = (numbers, valid_shares(), valid_controller(), 0..LIFETIME_CAP / 100);
	policies.prop_map(|((rho, cap, burn_ema_epochs), shares, controller, first)| {
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
			shares,
			controller,
			..default_policy()
		};
		assert_eq!(policy.validate(), Ok(()));
		policy
	})
}

fn state() -> impl Strategy<Value = EmissionState> {
	uniform4(balance()).prop_map(|amounts| EmissionState {
		average_net_burn: amounts[0],
		allowance: amounts[1],
		recent_minted: amounts[2],
		recent_scheduled: amounts[3],
	})
}

/// Epochs early in the life of a chain, at any time of it, and at the end of it.
fn index() -> impl Strategy<Value = u32> {
	prop_oneof![0..40u32, any::<u32>(), Just(u32::MAX)]
}

fn input() -> impl Strategy<Value = EpochInput> {
	(index(), balance(), balance(), uniform3(balance()), balance()).prop_map(
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
	let others = (uniform3(balance()), 0..=FIXED);
	(uniform4(balance()), others).prop_map(|(minted, ([scheduled, budget, reminted], multiplier))| Emission {
		scheduled,
		multiplier: FixedU128::from_inner(multiplier),
		budget,
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

/// What is admitted of each part: the same ratio of all, and no more than is left where they do not fit a balance.
fn limited(emission: &Emission, allowed: &BigUint) -> [BigUint; 4] {
	let asked = sum(emission).min(big(Balance::MAX));
	let [work, contribution, security] = emission.minted.each();
	let mut left = allowed.clone().min(asked.clone());
	[work, contribution, security, &emission.treasury].map(|amount| {
		let part = if asked > *allowed {
			big(*amount) * allowed / &asked
		} else {
			big(*amount)
		};
		let part = part.min(left.clone());
		left -= &part;
		part
	})
}

/// What all but the work pool may mint of a schedule at most.
fn others(shares: &PoolShares, scheduled: Balance) -> BigUint {
	let parts = [shares.contribution, shares.security, shares.treasury].map(parts);
	parts.iter().sum::<BigUint>() * scheduled / ONE
}

/// The least multiplier of an epoch, by its definition: step by step, until nothing is left of it.
fn least(controller: &Controller, index: u32) -> BigUint {
	let steps = match index.checked_sub(controller.warm_up) {
		Some(after) => after.saturating_add(1).min(1_000),
		None => 0,
	};
	let fallen = (0..steps).fold(big(FIXED), |least, _| least * 7u8 / 8u8);
	fallen.max(parts(controller.floor) * ONE)
}

/// The multiplier of an epoch, by its definition.
fn multiplier(policy: &Policy, index: u32, average: Balance, scheduled: Balance) -> BigUint {
	// What nothing divides counts as the most.
	let ratio = |value: BigUint, by: BigUint| {
		let most = big(Balance::MAX);
		if by == big(0u8) {
			most
		} else {
			(value * FIXED / by).min(most)
		}
	};
	let follow = ratio(big(average), big(policy.controller.target.into_inner()));
	let part = ratio(follow, others(&policy.shares, scheduled));
	part.clamp(least(&policy.controller, index), big(FIXED))
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(20_000))]

	#[test]
	fn emission_should_equal_the_reference(policy in any_policy(), input in input(), state in state()) {
		let (emission, next) = epoch_emission(&policy, &input, &state);
		prop_assert_eq!(emission.scheduled, input.scheduled);
		let scheduled = big(input.scheduled);
		let multiplier = multiplier(&policy, input.index, state.average_net_burn, input.scheduled);
		prop_assert_eq!(big(emission.multiplier.into_inner()), multiplier.clone());
		let base = &scheduled * multiplier / FIXED;

		let rho = policy.rho.get().min(RHO_MAX);
		let net_burn = input.burned.saturating_sub(input.points.work);
		prop_assert_eq!(next.average_net_burn, ema(state.average_net_burn, net_burn, policy.burn_ema_epochs));
		let allowance = (big(state.allowance) + floor(rho, &big(net_burn))).min(big(Balance::MAX));
		let cap = floor(policy.remint_cap_per_day, &scheduled);
		let remint = floor(rho, &big(next.average_net_burn)).min(cap).min(allowance.clone());

		let others = [policy.shares.contribution, policy.shares.security, policy.shares.treasury];
		let work_share = big(ONE) - others.into_iter().map(parts).sum::<BigUint>();
		prop_assert_eq!(parts(policy.shares.work()), work_share.clone());
		let work_budget = &scheduled * work_share / ONE;
		let work = (&work_budget + remint).min(big(input.points.work));
		let [for_contribution, for_security, for_treasury] = others.map(|share| floor(share, &base));
		let budget = &work_budget + &for_contribution + &for_security + &for_treasury;
		prop_assert_eq!(big(emission.budget), budget);
		let contribution = big(input.points.contribution).min(for_contribution.clone());
		let blocks = big(input.points.security.min(input.expected_blocks));
		let security = match input.expected_blocks {
			0 => big(0u8),
			expected => &for_security * blocks / big(expected),
		};
		let earned = (&contribution + &security).min(big(Balance::MAX));
		let treasury = match (for_contribution + for_security).min(big(Balance::MAX)) {
			none if none == big(0u8) => none,
			budgets => for_treasury * earned / budgets,
		};
		prop_assert_eq!(emission.minted.each().map(|amount| big(*amount)), [work.clone(), contribution, security]);
		prop_assert_eq!(big(emission.treasury), treasury.clone());

		let reminted = if work > work_budget { work - work_budget } else { big(0u8) };
		prop_assert_eq!(big(emission.reminted), reminted.clone());
		prop_assert_eq!(big(next.allowance), allowance - reminted);
		// The breaker's numbers are its own.
		let recent = |state: EmissionState| (state.recent_minted, state.recent_scheduled);
		prop_assert_eq!(recent(next), recent(state));
	}

	#[test]
	fn multiplier_should_equal_the_reference(
		policy in any_policy(),
		index in index(),
		average in balance(),
		scheduled in balance(),
	) {
		let exact = multiplier(&policy, index, average, scheduled);
		prop_assert_eq!(big(policy.multiplier(index, average, scheduled).into_inner()), exact);
	}

	#[test]
	fn multiplier_should_stay_between_its_floor_and_one(
		policy in any_policy(),
		index in index(),
		average in balance(),
		scheduled in balance(),
	) {
		let multiplier = policy.multiplier(index, average, scheduled);
		let one = FixedU128::from_u32(1);
		prop_assert!(multiplier >= policy.controller.floor.into() && multiplier <= one);
		prop_assert!(multiplier == one || index >= policy.controller.warm_up);
	}

	#[test]
	fn multiplier_should_rise_with_the_average_and_fall_with_the_schedule_and_time(
		policy in any_policy(),
		index in uniform2(index()),
		average in uniform2(balance()),
		scheduled in uniform2(balance()),
	) {
		let less = |pair: [u128; 2]| pair[0].min(pair[1]);
		let more = |pair: [u128; 2]| pair[0].max(pair[1]);
		let (early, late) = (index[0].min(index[1]), index[0].max(index[1]));
		let highest = policy.multiplier(early, more(average), less(scheduled));
		for (index, average, scheduled) in [
			(early, less(average), less(scheduled)),
			(early, more(average), more(scheduled)),
			(late, more(average), less(scheduled)),
		] {
			prop_assert!(policy.multiplier(index, average, scheduled) <= highest);
		}
	}

	/// What the other pools may mint grows by at most a part of what the average does: nothing amplifies a burn.
	#[test]
	fn multiplier_should_let_grow_by_the_targets_part_when_the_average_grows(
		policy in any_policy(),
		index in index(),
		average in uniform2(balance()),
		scheduled in balance(),
	) {
		prop_assume!(policy.controller.target != FixedU128::default());
		let others = others(&policy.shares, scheduled);
		let least_part = least(&policy.controller, index) * &others / FIXED;
		let minted = |average| big(policy.multiplier(index, average, scheduled).into_inner()) * &others / FIXED;
		let follow = |average: u128| ceil_div(big(average) * FIXED, big(policy.controller.target.into_inner()));
		let (low, high) = (average[0].min(average[1]), average[0].max(average[1]));
		// One unit for each amount rounded down, and for the multiplier a unit of each 10⁻¹⁸ of the others.
		let rounding = 2u8 + ceil_div(others.clone(), big(FIXED));
		prop_assert!(minted(high) - minted(low) <= follow(high - low) + rounding);
		prop_assert!(minted(high) <= follow(high).max(least_part));
	}

	/// The work pool has its whole share, whatever the multiplier is.
	#[test]
	fn work_should_be_the_earned_of_its_whole_share_when_nothing_is_minted_again(
		policy in any_policy(),
		input in input(),
		state in state(),
	) {
		let share = policy.shares.work().mul_floor(input.scheduled);
		let (emission, _) = epoch_emission(&policy, &input, &state);
		prop_assert_eq!(emission.minted.work - emission.reminted, share.min(input.points.work));
		let policy = Policy { rho: below_one(Perbill::zero()), ..policy };
		let (emission, _) = epoch_emission(&policy, &input, &state);
		prop_assert_eq!((emission.minted.work, emission.reminted), (share.min(input.points.work), 0));
	}

	/// Nothing is missing where everything is earned, but for a treasury that has no pool to follow.
	#[test]
	fn budget_should_be_minted_when_all_of_it_is_earned(
		policy in valid_policy(),
		index in index(),
		scheduled in balance(),
		burned in balance(),
		blocks in 1..=Balance::MAX,
		state in state(),
	) {
		let points = by_pool([Balance::MAX, Balance::MAX, blocks]);
		let input = EpochInput { index, scheduled, burned, points, expected_blocks: blocks };
		let (emission, _) = epoch_emission(&policy, &input, &state);
		let most = big(emission.budget) + emission.reminted;
		let minted = sum(&emission);
		if emission.minted.contribution == 0 && emission.minted.security == 0 {
			prop_assert_eq!(emission.treasury, 0);
			prop_assert!(minted <= most);
		} else {
			prop_assert_eq!(minted, most, "{:?}", emission);
		}
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
		let [work, contribution, security, treasury] = limited(&emission, &allowed);
		prop_assert_eq!(admitted.minted.each().map(|amount| big(*amount)), [work, contribution, security]);
		prop_assert_eq!(big(admitted.treasury), treasury);
		let lost = emission.minted.work - admitted.minted.work;
		prop_assert_eq!(admitted.reminted, emission.reminted.saturating_sub(lost));
		let same = |emission: Emission| (emission.scheduled, emission.multiplier, emission.budget);
		prop_assert_eq!(same(admitted), same(emission));
		prop_assert_eq!(big(next.recent_scheduled), scheduled);
		prop_assert_eq!(big(next.recent_minted), (&before + admitted.total()).min(big(Balance::MAX)));
		prop_assert!(sum(&admitted) <= allowed);
		prop_assert!(big(next.recent_minted) <= before.max(most));
		if sum(&emission) <= allowed {
			prop_assert_eq!(admitted, emission);
		}
		let others = |state: EmissionState| (state.average_net_burn, state.allowance);
		prop_assert_eq!(others(next), others(state));
	}

	#[test]
	fn emission_should_stay_within_the_lifetime_cap_when_anything_is_asked(
		emission in any_emission(),
		minted in prop_oneof![balance(), 0..=LIFETIME_CAP],
	) {
		let room = big(LIFETIME_CAP.saturating_sub(minted));
		let within = emission.within_lifetime(minted);
		let new = |emission: &Emission| sum(emission) - emission.reminted;
		prop_assert!(new(&within) <= room);
		if new(&emission) <= room {
			prop_assert_eq!(within, emission);
		} else {
			let [work, contribution, security, treasury] = limited(&emission, &room);
			prop_assert_eq!(within.minted.each().map(|amount| big(*amount)), [work, contribution, security]);
			prop_assert_eq!(big(within.treasury), treasury);
			prop_assert!(sum(&within) <= room);
		}
	}

	#[test]
	fn minted_should_stay_within_budget_and_remint_when_shares_sum_to_one(
		policy in any_policy(),
		input in input(),
		state in state(),
	) {
		let (emission, next) = epoch_emission(&policy, &input, &state);
		prop_assert!(sum(&emission) <= big(emission.budget) + big(emission.reminted));
		prop_assert!(emission.budget <= emission.scheduled);
		prop_assert!(emission.reminted <= policy.rho.get().min(RHO_MAX).mul_floor(next.average_net_burn));
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
	fn remint_should_stay_within_its_part_of_the_net_burn_over_any_epochs(
		policy in valid_policy(),
		epochs in vec((0..LIFETIME_CAP, uniform3(0..LIFETIME_CAP), 1..=2u64), 1..60),
	) {
		let mut state = EmissionState::default();
		let (mut start, mut net_burn, mut reminted, mut new) = (0, 0, 0, 0);
		for (index, (burn, points, lengths)) in (0..).zip(epochs) {
			let elapsed = lengths * DAY;
			let scheduled = policy.schedule.scheduled(start, start + elapsed);
			let points = by_pool(points);
			let input = EpochInput { index, scheduled, burned: burn, points, expected_blocks: 14_400 };
			let (emission, next) = epoch_emission(&policy, &input, &state);
			net_burn += burn.saturating_sub(points.work);
			reminted += emission.reminted;
			new += emission.minted.each().into_iter().sum::<Balance>() + emission.treasury - emission.reminted;
			prop_assert!(reminted + next.allowance <= policy.rho.get().mul_floor(net_burn));
			start += elapsed;
			state = next;
		}
		prop_assert!(new <= policy.schedule.cumulative(start));
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
				let settled = settle(burn, 0, &ByRole::default(), kappa, &judged).unwrap();
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

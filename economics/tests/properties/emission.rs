//! Epochs, one and many, and who gains from them.

use crate::{balance, big, moment, parts, ratio, shares, ONE};
use bme_economics::*;
use bounded_collections::BoundedVec;
use num_bigint::BigUint;
use proptest::{array::uniform3, collection::vec, prelude::*};

fn by_pool(values: [u128; 3]) -> ByPool<u128> {
	ByPool {
		work: values[0],
		contribution: values[1],
		security: values[2],
	}
}

/// Policies with any numbers, except that the pools' shares sum to one.
fn any_policy() -> impl Strategy<Value = Policy> {
	let shares = shares(4).prop_map(|mut shares| {
		shares.resize(4, Perbill::zero());
		PoolShares {
			work: shares[0],
			contribution: shares[1],
			security: shares[2],
			treasury: shares[3],
		}
	});
	let term = (moment(), balance(), ratio(), moment(), 0..200u32).prop_map(|(start, first, ratio, period, terms)| {
		Term::Geometric {
			start,
			first,
			ratio,
			period,
			terms,
		}
	});
	(shares, ratio(), ratio(), any::<u32>(), term).prop_map(
		|(shares, rho, remint_cap_per_day, burn_ema_epochs, term)| {
			let schedule = Schedule {
				terms: BoundedVec::truncate_from(vec![term]),
			};
			let default = Policy::default_for(0, DAY, FixedU128::from_u32(1));
			Policy {
				shares,
				rho,
				remint_cap_per_day,
				burn_ema_epochs,
				schedule,
				..default
			}
		},
	)
}

/// Policies within the hard bounds, whose schedule flows evenly for a century.
fn valid_policy() -> impl Strategy<Value = Policy> {
	let numbers = (0..=500_000_000u32, 0..=100_000_000u32, 3..=60u32);
	(numbers, 0..LIFETIME_CAP / 100).prop_map(|((rho, cap, burn_ema_epochs), first)| {
		let mut policy = Policy::default_for(0, DAY, FixedU128::from_u32(1));
		let term = Term::Geometric {
			start: 0,
			first,
			ratio: Perbill::one(),
			period: 365 * DAY,
			terms: 100,
		};
		policy.schedule.terms = BoundedVec::truncate_from(vec![term]);
		policy.rho = Perbill::from_parts(rho);
		policy.remint_cap_per_day = Perbill::from_parts(cap);
		policy.burn_ema_epochs = burn_ema_epochs;
		assert_eq!(policy.validate(), Ok(()));
		policy
	})
}

fn state() -> impl Strategy<Value = EmissionState> {
	(balance(), balance(), balance()).prop_map(|(ema_burn, allowance, multiplier)| EmissionState {
		ema_burn,
		allowance,
		multiplier: FixedU128::from_inner(multiplier),
	})
}

fn input() -> impl Strategy<Value = EpochInput> {
	(moment(), moment(), balance(), uniform3(balance()), balance()).prop_map(
		|(start, elapsed, burned, points, expected_blocks)| EpochInput {
			start,
			elapsed,
			burned,
			points: by_pool(points),
			expected_blocks,
		},
	)
}

/// A job of a random graph: what it burns, at which κ, and whether it is the attacker's own.
fn jobs() -> impl Strategy<Value = Vec<(Balance, Perbill, bool)>> {
	vec((0..1_000_000_000_000_000_000u128, ratio(), any::<bool>()), 0..12)
}

fn floor(ratio: Perbill, value: &BigUint) -> BigUint {
	value * parts(ratio) / ONE
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(20_000))]

	#[test]
	fn emission_should_equal_the_reference(policy in any_policy(), input in input(), state in state()) {
		let (emission, next) = epoch_emission(&policy, &input, &state);
		let fixed = big(1_000_000_000_000_000_000u128);
		let end = input.start.saturating_add(input.elapsed);
		prop_assert_eq!(emission.scheduled, policy.schedule.scheduled(input.start, end));
		let scheduled = big(emission.scheduled);
		let base = &scheduled * big(state.multiplier.into_inner()).min(fixed.clone()) / fixed;
		prop_assert_eq!(big(emission.base), base.clone());

		let rho = policy.rho.min(RHO_MAX);
		prop_assert_eq!(next.ema_burn, ema(state.ema_burn, input.burned, policy.burn_ema_epochs));
		let allowance = (big(state.allowance) + floor(rho, &big(input.burned))).min(big(Balance::MAX));
		let cap = floor(policy.remint_cap_per_day, &scheduled);
		let remint = floor(rho, &big(next.ema_burn)).min(cap).min(allowance.clone());

		let work_base = floor(policy.shares.work, &base);
		let work = (&work_base + remint).min(big(input.points.work));
		let contribution = floor(policy.shares.contribution, &base).min(big(input.points.contribution));
		let budget = floor(policy.shares.security, &base);
		let blocks = big(input.points.security.min(input.expected_blocks));
		let security = if input.expected_blocks == 0 { big(0u8) } else { budget * blocks / big(input.expected_blocks) };
		let earned = &work + &contribution + &security;
		let others = ONE - u128::from(policy.shares.treasury.deconstruct());
		let most = floor(policy.shares.treasury, &base);
		let treasury = match others {
			0 if earned == big(0u8) => earned,
			0 => most,
			_ => (earned * parts(policy.shares.treasury) / others).min(most),
		};
		prop_assert_eq!(emission.minted.each().map(|amount| big(*amount)), [work.clone(), contribution, security]);
		prop_assert_eq!(big(emission.treasury), treasury);

		let reminted = if work > work_base { work - work_base } else { big(0u8) };
		prop_assert_eq!(big(emission.reminted), reminted.clone());
		prop_assert_eq!(big(next.allowance), allowance - reminted);
		prop_assert_eq!(next.multiplier, state.multiplier);
	}

	#[test]
	fn minted_should_stay_within_base_and_remint_when_shares_sum_to_one(
		policy in any_policy(),
		input in input(),
		state in state(),
	) {
		let (emission, _) = epoch_emission(&policy, &input, &state);
		let minted: BigUint = emission.minted.each().into_iter().map(|amount| big(*amount)).sum();
		prop_assert!(minted + big(emission.treasury) <= big(emission.base) + big(emission.reminted));
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
		for (burn, points, lengths) in epochs {
			let elapsed = lengths * DAY;
			let input = EpochInput { start, elapsed, burned: burn, points: by_pool(points), expected_blocks: 14_400 };
			let (emission, next) = epoch_emission(&policy, &input, &state);
			burned += burn;
			reminted += emission.reminted;
			base += emission.minted.each().into_iter().sum::<Balance>() + emission.treasury - emission.reminted;
			prop_assert!(reminted + next.allowance <= policy.rho.mul_floor(burned));
			prop_assert!(emission.reminted <= policy.rho.mul_floor(next.ema_burn));
			start += elapsed;
			state = next;
		}
		prop_assert!(base <= policy.schedule.cumulative(start));
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
		for (jobs, shares) in epochs {
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
			let input = EpochInput { start, elapsed: DAY, burned, points, expected_blocks: 14_400 };
			let (emission, next) = epoch_emission(&policy, &input, &state);
			received += own.iter().map(|own| pro_rata(emission.minted.work, *own, work)).sum::<u128>();
			start += DAY;
			state = next;
		}
		prop_assert!(received <= KAPPA_MAX.mul_floor(spent));
	}
}

#[test]
fn allowance_should_pay_only_for_what_was_minted_again_when_points_limit_work() {
	let mut policy = Policy::default_for(0, DAY, FixedU128::from_u32(1));
	let term = Term::Geometric {
		start: 0,
		first: 1_000_000,
		ratio: Perbill::one(),
		period: DAY,
		terms: 2,
	};
	policy.schedule.terms = BoundedVec::truncate_from(vec![term]);
	let state = EmissionState {
		ema_burn: 10_000_000,
		allowance: 10_000_000,
		..Default::default()
	};
	let emit = |work| {
		let points = by_pool([work, 0, 14_400]);
		epoch_emission(
			&policy,
			&EpochInput {
				start: 0,
				elapsed: DAY,
				burned: 0,
				points,
				expected_blocks: 14_400,
			},
			&state,
		)
	};
	// The work share is 500,000 and the re-mint cap 50,000.
	for (work, minted, reminted) in [
		(400_000, 400_000, 0),
		(500_000, 500_000, 0),
		(500_001, 500_001, 1),
		(550_000, 550_000, 50_000),
		(550_001, 550_000, 50_000),
	] {
		let (emission, next) = emit(work);
		assert_eq!((emission.minted.work, emission.reminted), (minted, reminted), "{work}");
		assert_eq!(next.allowance, 10_000_000 - reminted);
		assert_eq!(emission.minted.security, 200_000);
		assert_eq!(emission.treasury, ((minted + 200_000) * 5 / 95).min(50_000));
	}
}

#[test]
fn security_should_follow_the_blocks_when_some_are_missing() {
	let policy = Policy::default_for(LIFETIME_CAP, DAY, FixedU128::from_u32(1));
	let emit = |blocks, expected_blocks| {
		let input = EpochInput {
			start: 0,
			elapsed: DAY,
			burned: 0,
			points: by_pool([0, 0, blocks]),
			expected_blocks,
		};
		epoch_emission(&policy, &input, &EmissionState::default()).0
	};
	let budget = policy.shares.security.mul_floor(emit(0, 0).base);
	assert!(budget > 0);
	for (blocks, expected, security) in [
		(0, 14_400, 0),
		(7_200, 14_400, budget / 2),
		(14_400, 14_400, budget),
		(14_401, 14_400, budget),
		(9, 0, 0),
	] {
		assert_eq!(
			emit(blocks, expected).minted.security,
			security,
			"{blocks} of {expected}"
		);
	}
}

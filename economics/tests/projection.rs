//! Projections: the epochs of a chain ahead, what holds for every projection of a valid policy, and what breaks it.

use bme_economics::*;
use bounded_collections::BoundedVec;
use proptest::prelude::*;

const TOKEN: Balance = 1_000_000_000_000;
const ONE: u128 = 1_000_000_000_000_000_000;
const BLOCKS: u128 = 14_400;
const EPOCHS: u32 = 32;

fn policy() -> Policy {
	Policy::default_for(LIFETIME_CAP, DAY, FixedU128::from_u32(1))
}

fn outlook() -> Outlook {
	Outlook {
		number: 0,
		index: 200,
		start: 200 * DAY,
		measured: DAY,
		burned: 50_000 * TOKEN,
		points: ByPool {
			work: 40_000 * TOKEN,
			contribution: 20_000 * TOKEN,
			security: BLOCKS,
		},
		block_time: 6_000,
		issuance: LIFETIME_CAP,
		minted: 0,
		emission: EmissionState::default(),
	}
}

#[test]
fn rows_should_be_the_chains_own_when_its_use_stays() {
	let (rows, next) = project(&policy(), &outlook(), Scenario::Flat, 40);
	let (policy, outlook) = (policy(), outlook());
	let (mut state, mut issuance, mut minted) = (outlook.emission, outlook.issuance, outlook.minted);
	for (number, row) in (0..).zip(&rows) {
		let start = outlook.start + number * DAY;
		let input = EpochInput {
			index: outlook.index + number as u32,
			scheduled: policy.schedule.scheduled(start, start + DAY),
			burned: outlook.burned,
			points: outlook.points,
			expected_blocks: BLOCKS,
		};
		let (emission, mut next) = epoch_emission(&policy, &input, &state);
		let admitted = next.admit(emission, DAY);
		issuance = issuance + admitted.total() - input.burned;
		minted += admitted.total() - admitted.reminted;
		let expected = Projected {
			epoch: input.index,
			scheduled: input.scheduled,
			multiplier: emission.multiplier,
			burned: input.burned,
			reminted: admitted.reminted,
			minted: admitted.minted,
			treasury: admitted.treasury,
			issuance,
		};
		assert_eq!(*row, expected);
		state = next;
	}
	assert_eq!(rows.len(), 40);
	let expected = Outlook {
		number: 40,
		index: 240,
		start: 240 * DAY,
		issuance,
		minted,
		emission: state,
		..outlook
	};
	assert_eq!(next, expected);
}

#[test]
fn projection_should_be_the_same_when_it_is_repeated_or_cut() {
	let (policy, outlook) = (policy(), outlook());
	for scenario in Scenario::ALL {
		let first = project(&policy, &outlook, scenario, EPOCHS);
		assert_eq!(project(&policy, &outlook, scenario, EPOCHS), first, "{scenario:?}");
		let (all, end) = project(&policy, &outlook, scenario, EPOCHS);
		for cut in 0..=EPOCHS {
			let (mut rows, middle) = project(&policy, &outlook, scenario, cut);
			let (rest, last) = project(&policy, &middle, scenario, EPOCHS - cut);
			rows.extend(rest);
			assert_eq!((rows, last), (all.clone(), end), "{scenario:?} at {cut}");
		}
	}
}

/// Of a burn of 100 a day, by the number of the epoch.
#[test]
fn burn_should_follow_the_scenario_when_epochs_pass() {
	let from = Outlook {
		burned: 100,
		..outlook()
	};
	for (scenario, epochs, expected) in [
		(Scenario::Flat, 4, vec![100; 4]),
		(Scenario::BoomAndBust, 4, vec![400; 4]),
		(Scenario::BoomAndBust, 18, [vec![400; 16], vec![40; 2]].concat()),
		(Scenario::PriceHalves, 3, vec![100, 200, 200]),
		(Scenario::DemandFalls, 92, [vec![45; 90], vec![100; 2]].concat()),
		(Scenario::PriceStale, 9, [vec![0; 7], vec![100; 2]].concat()),
		(Scenario::SuppliersLeave, 3, vec![75; 3]),
	] {
		let (rows, _) = project(&policy(), &from, scenario, epochs);
		assert_eq!(
			rows.iter().map(|row| row.burned).collect::<Vec<_>>(),
			expected,
			"{scenario:?}"
		);
	}
	let washed = |burned| project(&policy(), &Outlook { burned, ..from }, Scenario::Wash, 1).0[0];
	let scheduled = washed(0).scheduled;
	for (burned, expected) in [
		(100, 100 + 10 * scheduled),
		(0, 10 * scheduled),
		(2 * scheduled, 22 * scheduled),
	] {
		assert_eq!(washed(burned).burned, expected);
	}
}

/// A washer earns at most κ of what it burns, at the best class.
#[test]
fn washer_should_earn_less_than_it_burns_when_it_washes() {
	let alone = Outlook {
		burned: 0,
		points: ByPool::default(),
		..outlook()
	};
	let (rows, _) = project(&policy(), &alone, Scenario::Wash, 32);
	for row in rows {
		assert!(row.minted.work > 0 && row.minted.work < row.burned, "{row:?}");
	}
}

#[test]
fn use_should_follow_the_time_when_the_epoch_before_was_of_another_length() {
	let burned = |measured, epoch_length| {
		let policy = Policy {
			epoch_length,
			..policy()
		};
		let from = Outlook {
			measured,
			burned: 100,
			..outlook()
		};
		project(&policy, &from, Scenario::Flat, 1).0[0].burned
	};
	for (measured, length, expected) in [
		(DAY, DAY, 100),
		(2 * DAY, DAY, 50),
		(DAY, 7 * DAY, 700),
		(3 * DAY, DAY, 33),
		(0, DAY, 100),
	] {
		assert_eq!(burned(measured, length), expected, "{measured} before {length}");
	}
}

#[test]
fn projection_should_earn_as_its_scenario_says() {
	let minted = |scenario| {
		let mut outlook = outlook();
		// Less than every budget, at the least multiplier too: all that is earned is minted.
		outlook.points.work = 1_000 * TOKEN;
		outlook.points.contribution = 100 * TOKEN;
		project(&policy(), &outlook, scenario, 2).0[1].minted
	};
	let flat = minted(Scenario::Flat);
	assert_eq!((flat.work, flat.contribution), (1_000 * TOKEN, 100 * TOKEN));
	for (scenario, work, contribution) in [
		(Scenario::BoomAndBust, 4_000, 100),
		(Scenario::PriceHalves, 2_000, 100),
		(Scenario::DemandFalls, 450, 100),
		(Scenario::PriceStale, 0, 100),
		(Scenario::SuppliersLeave, 750, 75),
	] {
		let minted = minted(scenario);
		assert_eq!(
			(minted.work, minted.contribution),
			(work * TOKEN, contribution * TOKEN),
			"{scenario:?}"
		);
	}
	let washed = minted(Scenario::Wash);
	assert!(washed.work > 50_000 * TOKEN);
	assert_eq!(washed.contribution, 100 * TOKEN);
}

#[test]
fn projection_should_pass_when_the_policy_is_the_default() {
	assert_eq!(project_all(&policy(), &outlook(), 32), Ok(()));
	for average_net_burn in [0, 20_000 * TOKEN, 100_000 * TOKEN, LIFETIME_CAP] {
		let emission = EmissionState {
			average_net_burn,
			allowance: LIFETIME_CAP,
			..Default::default()
		};
		assert_eq!(project_all(&policy(), &Outlook { emission, ..outlook() }, 32), Ok(()));
	}
	assert_eq!(project_all(&policy(), &outlook(), 0), Ok(()));
}

#[test]
fn projection_should_be_refused_when_a_bound_breaks() {
	let mut lifetime = outlook();
	let broken = ProjectionError::LifetimeCapExceeded;
	for minted in [LIFETIME_CAP - 10 * TOKEN, LIFETIME_CAP] {
		lifetime.minted = minted;
		let refused = policy().validate_at(lifetime.start, minted);
		assert_eq!(refused, Err(PolicyError::LifetimeCapExceeded));
		assert_eq!(project_all(&policy(), &lifetime, 32), Err(broken(Scenario::Flat)));
	}
	// It counts what is new only, and names the first scenario that breaks: without use nothing is minted.
	lifetime.points = ByPool::default();
	assert_eq!(project_all(&policy(), &lifetime, 32), Err(broken(Scenario::Wash)));
	assert_eq!(project_all(&policy(), &lifetime, 0), Ok(()));

	let mut minted_before = outlook();
	minted_before.emission.recent_minted = LIFETIME_CAP;
	let hourly = Policy {
		epoch_length: DAY / 24,
		..policy()
	};
	let broken = ProjectionError::BreakerTripped(Scenario::Flat);
	assert_eq!(project_all(&hourly, &minted_before, 32), Err(broken));
	let (rows, end) = project(&hourly, &minted_before, Scenario::Flat, 1);
	assert_eq!(rows[0].minted.sum() + rows[0].treasury, 0);
	assert_eq!(end.minted, minted_before.minted);
	// After a whole day nothing of it counts.
	assert_eq!(project_all(&policy(), &minted_before, 32), Ok(()));

	// Parts that no valid policy has: pools of more than everything.
	let shares = PoolShares {
		contribution: Perbill::one(),
		security: Perbill::one(),
		treasury: Perbill::zero(),
	};
	let mut earned = outlook();
	earned.points.contribution = LIFETIME_CAP;
	let mut greedy = Policy { shares, ..policy() };
	greedy.controller.floor = Perbill::one();
	let broken = ProjectionError::CeilingExceeded(Scenario::Flat);
	assert_eq!(project_all(&greedy, &earned, 32), Err(broken));
}

#[test]
fn projection_should_mint_nothing_when_the_schedule_is_empty() {
	let policy = Policy {
		schedule: Schedule {
			terms: BoundedVec::default(),
		},
		..policy()
	};
	for scenario in Scenario::ALL {
		let (rows, next) = project(&policy, &outlook(), scenario, 8);
		assert!(
			rows.iter().all(|row| row.minted.sum() + row.treasury == 0),
			"{scenario:?}"
		);
		assert_eq!(next.minted, 0, "{scenario:?}");
	}
	assert_eq!(project_all(&policy, &outlook(), 8), Ok(()));
}

/// A valid policy, with every number anywhere within its bounds.
fn any_policy() -> impl Strategy<Value = Policy> {
	let parts = (50..=98u32, 0..=50u32, 0..=10u32, 3..=60u32);
	let shares = (0..=25u32, 0..=20u32, 0..=70u32);
	let controller = (2_500..=10_000u128, 10..=100u32, 0..200u32);
	let time = (60_000..=7 * DAY, 0..LIFETIME_CAP, 0..=100u32, DAY..4_000 * DAY);
	(parts, shares, controller, time).prop_map(
		|((kappa, rho, cap, window), (contribution, treasury, most), (target, floor, warm_up), time)| {
			let mut policy = policy();
			let kappa = BelowOne::from_percent(kappa);
			policy.kappa = ByClass {
				agent: kappa,
				inference: kappa,
				training: kappa,
			};
			policy.rho = BelowOne::from_percent(rho);
			policy.remint_cap_per_day = Perbill::from_percent(cap);
			policy.burn_ema_epochs = window;
			policy.shares = PoolShares {
				contribution: Perbill::from_percent(contribution),
				security: Perbill::from_percent(most.min(70 - contribution - treasury)),
				treasury: Perbill::from_percent(treasury),
			};
			policy.controller = Controller {
				target: FixedU128::from_rational(target, 1_000),
				floor: Perbill::from_percent(floor),
				warm_up,
			};
			let (epoch_length, first, ratio, period) = time;
			policy.epoch_length = epoch_length;
			for term in policy.schedule.terms.iter_mut() {
				let ratio = Perbill::from_percent(ratio.min(99));
				*term = Term::Geometric {
					start: 0,
					first: (Perbill::one() - ratio).mul_floor(first),
					ratio,
					period,
					terms: 128,
				};
			}
			policy
		},
	)
}

/// Where a chain can be: the state is one that epochs left, under any policy.
fn any_outlook() -> impl Strategy<Value = Outlook> {
	let use_of = (0..LIFETIME_CAP, 0..=100u32, 0..LIFETIME_CAP, 0..=BLOCKS);
	let before = (any_policy(), 0..60u32, 0..Scenario::ALL.len());
	let chain = (0..3_000 * DAY, 1..=14 * DAY, 1..=12_000 as Moment);
	(use_of, before, chain).prop_map(|(used, (policy, epochs, scenario), (start, measured, block_time))| {
		let (burned, part, contribution, security) = used;
		let outlook = Outlook {
			number: 0,
			index: 0,
			start,
			measured,
			burned,
			points: ByPool {
				work: Perbill::from_percent(part).mul_floor(burned),
				contribution,
				security,
			},
			block_time,
			issuance: LIFETIME_CAP,
			minted: 0,
			emission: EmissionState::default(),
		};
		project(&policy, &outlook, Scenario::ALL[scenario], epochs).1
	})
}

proptest! {
	#![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

	/// Neither error can occur for a policy that `validate_at` passes. The ceiling and the entitlements:
	/// `epoch_emission` takes minima with both, for any numbers at all (`properties/emission.rs`). The cap: what is new
	/// in an epoch is at most `budget`, hence at most scheduled, and `validate_at` holds all that is still scheduled
	/// and all that was minted below it. The breaker: an epoch mints at most 1.1 times its schedule, both sums fade
	/// alike, and so the one stays below 1.1 times the other, under any policies one after the other.
	#[test]
	fn projection_should_hold_every_bound_when_the_policy_is_valid(
		policy in any_policy(),
		outlook in any_outlook(),
		epochs in 0..=EPOCHS,
	) {
		prop_assume!(policy.validate_at(outlook.start, outlook.minted).is_ok());
		prop_assert_eq!(project_all(&policy, &outlook, epochs), Ok(()));
		let state = outlook.emission;
		prop_assert!(state.recent_minted <= state.recent_scheduled.saturating_mul(11) / 10 + 2_000);
		for scenario in Scenario::ALL {
			let (rows, end) = project(&policy, &outlook, scenario, epochs);
			prop_assert_eq!(rows.len(), epochs as usize);
			prop_assert_eq!(end.index, outlook.index + epochs);
			prop_assert_eq!(end.start, outlook.start + Moment::from(epochs) * policy.epoch_length);
			prop_assert_eq!((end.burned, end.points, end.measured), (outlook.burned, outlook.points, outlook.measured));
			let new: Balance = rows.iter().map(|row| row.minted.sum() + row.treasury - row.reminted).sum();
			prop_assert_eq!(end.minted, outlook.minted + new);
			let scheduled: Balance = rows.iter().map(|row| row.scheduled).sum();
			prop_assert_eq!(scheduled, policy.schedule.scheduled(outlook.start, end.start));
			prop_assert!(new <= scheduled);
			for row in &rows {
				let others = (Perbill::one() - policy.shares.work()).mul_floor(row.scheduled);
				let others = mul_div(others, row.multiplier.into_inner(), ONE, Rounding::Up).unwrap();
				let ceiling = policy.shares.work().mul_floor(row.scheduled) + others + row.reminted;
				prop_assert!(row.minted.sum() + row.treasury <= ceiling, "{:?} of {}", row, ceiling);
			}
		}
	}
}

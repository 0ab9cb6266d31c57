//! What holds for every projection of a valid policy, and what breaks it; `projection.rs` has its rows.

use bme_economics::*;
use proptest::prelude::*;

const TOKEN: Balance = 1_000_000_000_000;
const BLOCK: Moment = 6_000;
const BLOCKS: u128 = 14_400;
const EPOCHS: u32 = 32;

fn policy() -> Policy {
	Policy::default_for(LIFETIME_CAP, DAY, FixedU128::from_u32(1))
}

/// A day of half the schedule's burn, all of it earned by work, some of the items and all blocks.
fn outlook() -> Outlook {
	let burned = 70_000 * TOKEN;
	Outlook {
		index: 100,
		start: 100 * DAY,
		measured: DAY,
		burned,
		points: ByPool {
			work: Perbill::from_percent(95).mul_floor(burned),
			contribution: 20_000 * TOKEN,
			security: BLOCKS,
		},
		block_time: BLOCK,
		issuance: LIFETIME_CAP,
		minted: 10_000_000 * TOKEN,
		emission: EmissionState::default(),
	}
}

#[test]
fn projection_should_be_the_same_when_it_is_repeated_or_cut() {
	let (policy, outlook) = (policy(), outlook());
	for scenario in Scenario::ALL {
		let first = project(&policy, &outlook, scenario, EPOCHS);
		assert_eq!(project(&policy, &outlook, scenario, EPOCHS), first, "{scenario:?}");
	}
	// Use that changes with the number of the epoch begins anew where a projection does: flat use can be cut anywhere.
	let (all, end) = project(&policy, &outlook, Scenario::Flat, EPOCHS);
	for cut in 0..=EPOCHS {
		let (mut rows, middle) = project(&policy, &outlook, Scenario::Flat, cut);
		let (rest, last) = project(&policy, &middle, Scenario::Flat, EPOCHS - cut);
		rows.extend(rest);
		assert_eq!((rows, last), (all.clone(), end), "{cut}");
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
		(Scenario::BoomAndBust, 400, 100),
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
	assert!(minted(Scenario::Wash).work > 50_000 * TOKEN);
}

#[test]
fn projection_should_fail_when_all_that_may_ever_be_minted_was() {
	let mut outlook = outlook();
	outlook.minted = LIFETIME_CAP;
	assert_eq!(
		policy().validate_at(outlook.start, outlook.minted),
		Err(PolicyError::LifetimeCapExceeded)
	);
	assert_eq!(
		project_all(&policy(), &outlook, EPOCHS),
		Err(ProjectionError::LifetimeCapExceeded(Scenario::Flat))
	);
	// It counts what is new only, and names the first scenario that breaks: without use nothing is minted.
	outlook.points = ByPool::default();
	assert_eq!(
		project_all(&policy(), &outlook, EPOCHS),
		Err(ProjectionError::LifetimeCapExceeded(Scenario::Wash))
	);
	assert_eq!(project_all(&policy(), &outlook, 0), Ok(()));
}

#[test]
fn projection_should_fail_when_the_breaker_would_act() {
	let mut outlook = outlook();
	// An epoch of a day remembers nothing of the day before: shorter ones do.
	let mut policy = policy();
	outlook.emission.recent_minted = LIFETIME_CAP;
	assert_eq!(project_all(&policy, &outlook, EPOCHS), Ok(()));
	policy.epoch_length = DAY / 24;
	assert_eq!(
		project_all(&policy, &outlook, EPOCHS),
		Err(ProjectionError::BreakerTripped(Scenario::Flat))
	);
	let (rows, end) = project(&policy, &outlook, Scenario::Flat, 1);
	assert_eq!(rows[0].minted.sum() + rows[0].treasury, 0);
	assert_eq!(end.minted, outlook.minted);
}

/// A valid policy, with every number anywhere within its bounds.
fn any_policy() -> impl Strategy<Value = Policy> {
	let parts = (50..=98u32, 0..=50u32, 0..=10u32, 3..=60u32);
	let shares = (0..=25u32, 0..=20u32, 0..=70u32);
	let controller = (500..=2_000u128, 1..=30u32, 10..=100u32, 0..200u32);
	let time = (60_000..=7 * DAY, 0..LIFETIME_CAP, 0..=100u32, DAY..4_000 * DAY);
	(parts, shares, controller, time).prop_map(
		|((kappa, rho, cap, window), (contribution, treasury, most), (target, band, floor, warm_up), time)| {
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
				dead_band: Perbill::from_percent(band),
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
	/// in an epoch is at most `base`, hence at most scheduled, and `validate_at` holds all that is still scheduled and
	/// all that was minted below it. The breaker: an epoch mints at most 1.1 times its schedule, both sums fade alike,
	/// and so the one stays below 1.1 times the other, under any policies one after the other.
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
		}
	}
}

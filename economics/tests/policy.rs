//! Every hard bound of a policy, one below it, at it and one above it; and a policy's encodings.

use bme_economics::*;
use bounded_collections::BoundedVec;
use codec::{Decode, Encode};

const MINUTE: Moment = 60_000;
const WEEK: Moment = 7 * DAY;

fn policy() -> Policy {
	Policy::default_for(LIFETIME_CAP, DAY, FixedU128::from_rational(1, 2))
}

fn with(change: impl FnOnce(&mut Policy)) -> Result<(), PolicyError> {
	let mut policy = policy();
	change(&mut policy);
	policy.validate()
}

/// A ratio this many parts (of 10^9) off a whole percentage.
fn percent(percent: u32, parts: i32) -> Perbill {
	Perbill::from_parts((percent * 10_000_000).checked_add_signed(parts).unwrap())
}

/// Check one below, at and one above a lower bound.
fn check_lowest(set: impl Fn(&mut Policy, i32), error: PolicyError) {
	let checked = [-1, 0, 1].map(|off| with(|policy| set(policy, off)));
	assert_eq!(checked, [Err(error), Ok(()), Ok(())]);
}

/// Check one below, at and one above an upper bound.
fn check_highest(set: impl Fn(&mut Policy, i32), error: PolicyError) {
	let checked = [-1, 0, 1].map(|off| with(|policy| set(policy, off)));
	assert_eq!(checked, [Ok(()), Ok(()), Err(error)]);
}

const CLASSES: [fn(&mut ByClass<Perbill>) -> &mut Perbill; 3] = [
	|values| &mut values.agent,
	|values| &mut values.inference,
	|values| &mut values.training,
];

#[test]
fn defaults_should_be_the_documented_ones() {
	let policy = policy();
	assert_eq!(policy.validate(), Ok(()));
	let percents = |values: ByClass<Perbill>| values.each().map(|value| value.deconstruct() / 10_000_000);
	assert_eq!(percents(policy.burn_share), [20, 20, 15]);
	assert_eq!(percents(policy.kappa), [95, 95, 90]);
	assert_eq!((policy.rho, policy.remint_cap_per_day), (percent(10, 0), percent(5, 0)));
	assert_eq!((policy.burn_ema_epochs, policy.epoch_length), (7, DAY));
	let shares = policy.shares;
	assert_eq!(
		[shares.work, shares.contribution, shares.security, shares.treasury],
		[50, 25, 20, 5].map(|share| percent(share, 0))
	);
	let controller = Controller {
		target: FixedU128::from_u32(1),
		dead_band: percent(10, 0),
		floor: percent(25, 0),
		warm_up: 90,
	};
	assert_eq!(policy.controller, controller);
	assert_eq!(policy.floor_price, FixedU128::from_rational(1, 20));
	assert_eq!(policy.schedule.scheduled(0, 365 * DAY), LIFETIME_CAP / 20);
}

#[test]
fn burn_share_should_be_refused_when_out_of_bounds() {
	for class in CLASSES {
		check_lowest(
			|policy, off| *class(&mut policy.burn_share) = percent(1, off),
			PolicyError::BurnShareOutOfBounds,
		);
		check_highest(
			|policy, off| *class(&mut policy.burn_share) = percent(50, off),
			PolicyError::BurnShareOutOfBounds,
		);
	}
}

#[test]
fn kappa_should_be_refused_when_out_of_bounds() {
	for class in CLASSES {
		check_lowest(
			|policy, off| *class(&mut policy.kappa) = percent(50, off),
			PolicyError::KappaOutOfBounds,
		);
		check_highest(
			|policy, off| *class(&mut policy.kappa) = percent(98, off),
			PolicyError::KappaOutOfBounds,
		);
	}
	assert_eq!(KAPPA_MAX, percent(98, 0));
}

#[test]
fn remint_should_be_refused_when_above_its_bounds() {
	check_highest(|policy, off| policy.rho = percent(50, off), PolicyError::RhoTooHigh);
	check_highest(
		|policy, off| policy.remint_cap_per_day = percent(10, off),
		PolicyError::RemintCapTooHigh,
	);
	assert_eq!(with(|policy| policy.rho = Perbill::zero()), Ok(()));
	assert_eq!(with(|policy| policy.remint_cap_per_day = Perbill::zero()), Ok(()));
	assert_eq!(RHO_MAX, percent(50, 0));
}

#[test]
fn burn_average_should_be_refused_when_out_of_bounds() {
	let set = |bound: u32| move |policy: &mut Policy, off| policy.burn_ema_epochs = bound.saturating_add_signed(off);
	check_lowest(set(3), PolicyError::BurnEmaOutOfBounds);
	check_highest(set(60), PolicyError::BurnEmaOutOfBounds);
}

#[test]
fn epoch_length_should_be_refused_when_out_of_bounds() {
	let set = |bound: Moment| {
		move |policy: &mut Policy, off: i32| policy.epoch_length = bound.saturating_add_signed(off.into())
	};
	check_lowest(set(MINUTE), PolicyError::EpochLengthOutOfBounds);
	check_highest(set(WEEK), PolicyError::EpochLengthOutOfBounds);
}

#[test]
fn shares_should_be_refused_when_they_do_not_sum_to_one() {
	let set = |off| with(|policy| policy.shares.security = percent(20, off));
	assert_eq!(
		[-1, 0, 1].map(set),
		[Err(PolicyError::SharesNotOne), Ok(()), Err(PolicyError::SharesNotOne)]
	);
}

#[test]
fn shares_should_be_refused_when_out_of_bounds() {
	let set = |work, contribution, treasury, off: [i32; 3]| {
		move |policy: &mut Policy, step: i32| {
			let shares = &mut policy.shares;
			shares.work = percent(work, off[0] * step);
			shares.contribution = percent(contribution, off[1] * step);
			shares.treasury = percent(treasury, off[2] * step);
			let others = shares.work + shares.contribution + shares.treasury;
			shares.security = Perbill::one() - others;
		}
	};
	check_lowest(set(30, 25, 5, [1, 0, 0]), PolicyError::WorkShareTooLow);
	check_highest(set(50, 25, 5, [0, 1, 0]), PolicyError::ContributionShareTooHigh);
	check_highest(set(50, 25, 20, [0, 0, 1]), PolicyError::TreasuryShareTooHigh);
}

#[test]
fn controller_should_be_refused_when_out_of_bounds() {
	let target = |bound: u128| {
		move |policy: &mut Policy, off: i32| {
			policy.controller.target = FixedU128::from_inner(bound.saturating_add_signed(off.into()))
		}
	};
	check_lowest(target(500_000_000_000_000_000), PolicyError::TargetOutOfBounds);
	check_highest(target(2_000_000_000_000_000_000), PolicyError::TargetOutOfBounds);
	let band = |bound| move |policy: &mut Policy, off| policy.controller.dead_band = percent(bound, off);
	check_lowest(band(1), PolicyError::DeadBandOutOfBounds);
	check_highest(band(30), PolicyError::DeadBandOutOfBounds);
	check_lowest(
		|policy, off| policy.controller.floor = percent(10, off),
		PolicyError::ControllerFloorTooLow,
	);
}

#[test]
fn schedule_should_be_refused_when_its_total_exceeds_the_lifetime_cap() {
	let set = |policy: &mut Policy, off: i32| {
		let first = LIFETIME_CAP.saturating_add_signed(off.into());
		let term = Term::Geometric {
			start: 0,
			first,
			ratio: Perbill::zero(),
			period: DAY,
			terms: 2,
		};
		policy.schedule.terms = BoundedVec::truncate_from(vec![term]);
	};
	check_highest(set, PolicyError::LifetimeCapExceeded);
	assert_eq!(LIFETIME_CAP, 1_000_000_000_000_000_000_000);
}

#[test]
fn schedule_should_be_refused_when_a_table_never_ends_or_is_malformed() {
	let set = |rows: &[(Moment, Balance)], period| {
		let rows = rows.iter().map(|&(from, amount)| TableRow { from, amount }).collect();
		let term = Term::Table {
			rows: BoundedVec::truncate_from(rows),
			period,
		};
		with(|policy| policy.schedule.terms = BoundedVec::truncate_from(vec![term]))
	};
	assert_eq!(set(&[(0, 1_000_000)], 1), Err(PolicyError::LifetimeCapExceeded));
	assert_eq!(set(&[(0, 1_000_000), (WEEK, 0)], 1), Ok(()));
	assert_eq!(set(&[], 1), Err(PolicyError::Schedule(ScheduleError::RowsEmpty)));
}

#[test]
fn policy_should_be_itself_when_encoded_and_decoded() {
	let mut policy = policy();
	let rows = vec![
		TableRow {
			from: 0,
			amount: Balance::MAX,
		},
		TableRow { from: DAY, amount: 0 },
	];
	let table = Term::Table {
		rows: BoundedVec::truncate_from(rows),
		period: DAY,
	};
	policy.schedule.terms.try_push(table).unwrap();
	assert_eq!(Policy::decode(&mut &policy.encode()[..]), Ok(policy.clone()));
	let json = serde_json::to_string(&policy).unwrap();
	assert!(json.contains(r#""burnShare":{"agent":200000000"#), "{json}");
	assert!(json.contains(r#"{"geometric":{"start":0"#), "{json}");
	assert_eq!(serde_json::from_str::<Policy>(&json).unwrap(), policy);
}

#[test]
fn policy_should_be_refused_when_its_json_names_an_unknown_field() {
	let json = serde_json::to_string(&policy())
		.unwrap()
		.replacen("burnShare", "burn_share", 1);
	assert!(serde_json::from_str::<Policy>(&json).is_err());
}

//! Changes of a policy: what differs, which way, and how far one vote and one year may go.

use bme_economics::*;
use bounded_collections::BoundedVec;

const POINT: u128 = 10_000_000;
const ONE: u128 = 1_000_000_000_000_000_000;
const TOKEN: Balance = 1_000_000_000_000;
const YEAR: Moment = 365 * DAY;

/// The horizons of a schedule, each with a moment that only it and longer ones see.
const HORIZONS: [(Parameter, Moment); 6] = [
	(Parameter::ScheduledDay, DAY),
	(Parameter::ScheduledWeek, 7 * DAY),
	(Parameter::ScheduledMonth, 30 * DAY),
	(Parameter::ScheduledYear, YEAR),
	(Parameter::ScheduledDecade, 10 * YEAR),
	(Parameter::ScheduledEver, 10 * YEAR + 1),
];

fn of(terms: impl IntoIterator<Item = Term>) -> Schedule {
	Schedule {
		terms: BoundedVec::truncate_from(terms.into_iter().collect()),
	}
}

/// A single payment.
fn once(at: Moment, amount: Balance) -> Term {
	let row = |from, amount| TableRow { from, amount };
	Term::Table {
		rows: BoundedVec::truncate_from(vec![row(at, amount), row(at + 1, 0)]),
		period: 1,
	}
}

/// A policy with every number in the middle of its bounds, and payments within a day and at each horizon.
fn policy() -> Policy {
	let shares = PoolShares {
		contribution: Perbill::from_percent(15),
		security: Perbill::from_percent(20),
		treasury: Perbill::from_percent(10),
	};
	let kappa = BelowOne::from_percent(75);
	Policy {
		kappa: ByClass {
			agent: kappa,
			inference: kappa,
			training: kappa,
		},
		rho: BelowOne::from_percent(25),
		shares,
		burn_ema_epochs: 30,
		schedule: of(HORIZONS.map(|(_, at)| once(at, 100 * TOKEN))),
		..Policy::default_for(LIFETIME_CAP, DAY, FixedU128::from_u32(1))
	}
}

/// The policy with another value of a parameter that is not the schedule's.
fn with(parameter: Parameter, value: u128) -> Policy {
	let mut policy = policy();
	set(&mut policy, parameter, value);
	assert_eq!(parameter.of(&policy, 0), value, "{parameter:?}");
	policy
}

fn set(policy: &mut Policy, parameter: Parameter, value: u128) {
	let part = Perbill::from_parts(value.try_into().unwrap_or(u32::MAX));
	let below_one = || BelowOne::try_from(part).unwrap();
	let fixed = FixedU128::from_inner(value);
	match parameter {
		Parameter::BurnShareAgent => policy.burn_share.agent = part,
		Parameter::BurnShareInference => policy.burn_share.inference = part,
		Parameter::BurnShareTraining => policy.burn_share.training = part,
		Parameter::KappaAgent => policy.kappa.agent = below_one(),
		Parameter::KappaInference => policy.kappa.inference = below_one(),
		Parameter::KappaTraining => policy.kappa.training = below_one(),
		Parameter::Rho => policy.rho = below_one(),
		Parameter::RemintCapPerDay => policy.remint_cap_per_day = part,
		Parameter::BurnEmaEpochs => policy.burn_ema_epochs = value.try_into().unwrap(),
		Parameter::EpochLength => policy.epoch_length = value.try_into().unwrap(),
		Parameter::ContributionShare => policy.shares.contribution = part,
		Parameter::SecurityShare => policy.shares.security = part,
		Parameter::TreasuryShare => policy.shares.treasury = part,
		Parameter::Target => policy.controller.target = fixed,
		Parameter::ControllerFloor => policy.controller.floor = part,
		Parameter::WarmUp => policy.controller.warm_up = value.try_into().unwrap(),
		Parameter::FloorPrice => policy.floor_price = fixed,
		_ => panic!("{parameter:?} is not a field"),
	}
}

/// The numbers that differ, and the way of each.
fn ways(old: &Policy, new: &Policy) -> Vec<(Parameter, Direction)> {
	let changes = old.compare(new, 0);
	for change in &changes {
		let values = [old, new].map(|policy| change.parameter.of(policy, 0));
		assert_eq!([change.before, change.after], values, "{change:?}");
	}
	changes
		.iter()
		.map(|change| (change.parameter, change.direction))
		.collect()
}

/// The fields of a policy, each with the way of less and of more of it.
const WAYS: [(Parameter, Direction, Direction); 17] = {
	use Direction::*;
	use Parameter::*;
	[
		(BurnShareAgent, Loosens, Tightens),
		(BurnShareInference, Loosens, Tightens),
		(BurnShareTraining, Loosens, Tightens),
		(KappaAgent, Loosens, Loosens),
		(KappaInference, Loosens, Loosens),
		(KappaTraining, Loosens, Loosens),
		(Rho, Tightens, Loosens),
		(RemintCapPerDay, Tightens, Loosens),
		(BurnEmaEpochs, Loosens, Loosens),
		(EpochLength, Loosens, Loosens),
		(ContributionShare, Loosens, Loosens),
		(SecurityShare, Loosens, Loosens),
		(TreasuryShare, Loosens, Loosens),
		(Target, Loosens, Tightens),
		(ControllerFloor, Tightens, Loosens),
		(WarmUp, Tightens, Loosens),
		(FloorPrice, Tightens, Loosens),
	]
};

#[test]
fn change_should_go_the_documented_way_when_one_number_moves() {
	for (parameter, less, more) in WAYS {
		let value = parameter.of(&policy(), 0);
		for (value, way) in [(value - 1, less), (value + 1, more)] {
			let new = with(parameter, value);
			let work = (Parameter::WorkShare, Direction::Loosens);
			let is_share = (10..=13).contains(&(parameter as u8));
			let expected: Vec<_> = is_share.then_some(work).into_iter().chain([(parameter, way)]).collect();
			assert_eq!(ways(&policy(), &new), expected, "{parameter:?} of {value}");
			assert_eq!(policy().direction_to(&new, 0), way, "{parameter:?} of {value}");
		}
	}
}

#[test]
fn change_should_tighten_when_every_part_of_it_does() {
	let mut new = with(Parameter::Rho, 24 * POINT);
	set(&mut new, Parameter::BurnShareAgent, 21 * POINT);
	new.schedule.terms[5] = once(10 * YEAR + 1, 99 * TOKEN);
	assert_eq!(policy().direction_to(&new, 0), Direction::Tightens);
	let rho = (Parameter::Rho, Direction::Tightens);
	let burn = (Parameter::BurnShareAgent, Direction::Tightens);
	let ever = (Parameter::ScheduledEver, Direction::Tightens);
	assert_eq!(ways(&policy(), &new), [burn, rho, ever]);

	set(&mut new, Parameter::BurnEmaEpochs, 31);
	assert_eq!(policy().direction_to(&new, 0), Direction::Loosens);
	assert_eq!(
		ways(&policy(), &new),
		[burn, rho, (Parameter::BurnEmaEpochs, Direction::Loosens), ever]
	);
}

#[test]
fn change_of_the_schedule_should_be_seen_at_every_longer_horizon() {
	for (index, (_, at)) in HORIZONS.iter().enumerate() {
		for (amount, way) in [(99 * TOKEN, Direction::Tightens), (101 * TOKEN, Direction::Loosens)] {
			let mut new = policy();
			new.schedule.terms[index] = once(*at, amount);
			let seen = HORIZONS[index..].iter().map(|(parameter, _)| (*parameter, way));
			assert_eq!(ways(&policy(), &new), seen.collect::<Vec<_>>());
			assert_eq!(policy().direction_to(&new, 0), way);
		}
	}
}

/// Less at every horizon, and still not less in every span of time.
#[test]
fn change_of_the_schedule_should_loosen_when_it_only_comes_later() {
	let mut later = policy();
	later.schedule.terms[0] = once(DAY + 1, 99 * TOKEN);
	let seen = HORIZONS.map(|(parameter, _)| (parameter, Direction::Loosens));
	assert_eq!(ways(&policy(), &later), seen);
	assert_eq!(policy().direction_to(&later, 0), Direction::Loosens);
}

#[test]
fn change_of_the_schedule_should_loosen_when_no_horizon_sees_it() {
	let mut turned = policy();
	let last = turned.schedule.terms.pop().unwrap();
	turned.schedule.terms.try_insert(0, last).unwrap();
	let mut past = policy();
	past.schedule.terms[0] = once(DAY, 101 * TOKEN);
	for (new, now) in [(turned, 0), (past, DAY)] {
		assert_eq!(policy().compare(&new, now), []);
		assert_eq!(policy().direction_to(&new, now), Direction::Loosens);
		assert_eq!(policy().step_ok(&new, now, None), Ok(()));
	}
}

#[test]
fn change_should_be_refused_when_it_changes_nothing() {
	assert_eq!(policy().step_ok(&policy(), 0, None), Err(ChangeError::Unchanged));
	assert_eq!(policy().compare(&policy(), 0), []);
	assert_eq!(policy().direction_to(&policy(), 0), Direction::Tightens);
	assert_eq!(policy().year_ok(&policy(), &policy(), 0), Ok(()));
}

/// Five points of a part, a tenth of anything else, one of a count.
#[test]
fn step_should_be_refused_when_one_beyond_its_limit() {
	let far = FixedU128::from_inner(u128::MAX);
	for (parameter, ..) in WAYS {
		let value = parameter.of(&policy(), 0);
		let step = match parameter {
			Parameter::BurnEmaEpochs => 3,
			Parameter::WarmUp => 9,
			Parameter::EpochLength => DAY as u128 / 10,
			Parameter::Target => ONE / 4,
			Parameter::FloorPrice => ONE / 100,
			_ => 5 * POINT,
		};
		assert_eq!(parameter.step(value), step, "{parameter:?}");
		let too_large = Err(ChangeError::StepTooLarge(parameter));
		for (value, expected) in [
			(value.checked_sub(step + 1), too_large),
			(value.checked_sub(step), Ok(())),
			(value.checked_add(step), Ok(())),
			(value.checked_add(step + 1), too_large),
		] {
			let Some(value) = value else { continue };
			let checked = policy().step_ok(&with(parameter, value), 0, Some(far));
			// The work share moves with the others, and is looked at first.
			let is_work = checked == Err(ChangeError::StepTooLarge(Parameter::WorkShare));
			assert!(
				checked == expected || is_work && expected.is_err(),
				"{parameter:?} of {value}: {checked:?}"
			);
		}
	}
}

#[test]
fn step_of_a_share_should_be_refused_when_only_it_goes_too_far() {
	let moved = |contribution: u128, security: u128, treasury: u128| {
		let mut new = policy();
		set(&mut new, Parameter::ContributionShare, 15 * POINT + contribution);
		set(&mut new, Parameter::SecurityShare, 20 * POINT - security);
		set(&mut new, Parameter::TreasuryShare, 10 * POINT + treasury);
		policy().step_ok(&new, 0, None)
	};
	let limit = 5 * POINT;
	assert_eq!(moved(limit, limit, 0), Ok(()));
	assert_eq!(moved(limit, limit, limit), Ok(()));
	let too_large = |parameter| Err(ChangeError::StepTooLarge(parameter));
	assert_eq!(moved(limit + 1, limit, 0), too_large(Parameter::ContributionShare));
	assert_eq!(moved(limit, limit + 1, 0), too_large(Parameter::SecurityShare));
	assert_eq!(moved(limit, limit, limit + 1), too_large(Parameter::WorkShare));
	assert_eq!(moved(0, limit, limit + 1), too_large(Parameter::TreasuryShare));
}

#[test]
fn step_should_be_one_at_least_when_a_count_is_small() {
	let mut old = policy();
	for (value, step) in [(0, 1), (1, 1), (9, 1), (10, 1), (19, 1), (20, 2), (60, 6)] {
		set(&mut old, Parameter::WarmUp, value);
		assert_eq!(Parameter::WarmUp.step(value), step);
		let too_large = Err(ChangeError::StepTooLarge(Parameter::WarmUp));
		assert_eq!(old.step_ok(&with(Parameter::WarmUp, value + step), 0, None), Ok(()));
		assert_eq!(
			old.step_ok(&with(Parameter::WarmUp, value + step + 1), 0, None),
			too_large
		);
	}
	assert_eq!(Parameter::FloorPrice.step(9), 0);
}

#[test]
fn step_of_the_schedule_should_be_refused_when_a_horizon_moves_by_more_than_a_tenth() {
	for (index, (parameter, at)) in HORIZONS.iter().enumerate() {
		// All payments until then are seen, this one included.
		let limit = 100 * TOKEN * (index as u128 + 1) / 10;
		let too_large = Err(ChangeError::StepTooLarge(*parameter));
		for (amount, expected) in [
			(100 * TOKEN - limit - 1, too_large),
			(100 * TOKEN - limit, Ok(())),
			(100 * TOKEN + limit, Ok(())),
			(100 * TOKEN + limit + 1, too_large),
		] {
			let mut new = policy();
			new.schedule.terms[index] = once(*at, amount);
			assert_eq!(policy().step_ok(&new, 0, None), expected, "{parameter:?} of {amount}");
		}
	}
}

#[test]
fn floor_price_should_be_refused_when_raised_above_a_quarter_of_the_price() {
	let price = |inner| Some(FixedU128::from_inner(inner));
	let old = Parameter::FloorPrice.of(&policy(), 0);
	let raised = old + 1;
	let too_high = Err(ChangeError::FloorPriceTooHigh);
	for (value, average, expected) in [
		(raised, price(4 * raised), Ok(())),
		(raised, price(4 * raised - 1), too_high),
		(raised, price(0), too_high),
		(raised, None, too_high),
		(raised, price(u128::MAX), Ok(())),
		// It is no higher than before.
		(old - 1, None, Ok(())),
		(old - 1, price(1), Ok(())),
		(old - 1, price(0), Ok(())),
	] {
		let new = with(Parameter::FloorPrice, value);
		assert_eq!(policy().step_ok(&new, 0, average), expected, "{value} at {average:?}");
	}
	// Another change does not ask for a price.
	assert_eq!(policy().step_ok(&with(Parameter::WarmUp, 89), 0, None), Ok(()));
}

/// Three halves of the value of a year ago, or two thirds of it; or one step.
#[test]
fn year_should_be_refused_when_one_beyond_its_limit() {
	use Parameter::*;
	let cases = [
		// A step is more than the third of a small part.
		(TreasuryShare, 5 * POINT, 15 * POINT),
		(RemintCapPerDay, 0, 10 * POINT),
		(BurnShareAgent, 20 * POINT * 2 / 3 + 1, 30 * POINT),
		(KappaAgent, 50 * POINT, 999_999_999),
		(Rho, 25 * POINT * 2 / 3 + 1, 75 * POINT / 2),
		(ControllerFloor, 25 * POINT * 2 / 3 + 1, 75 * POINT / 2),
		(BurnEmaEpochs, 20, 45),
		(WarmUp, 60, 135),
		(EpochLength, DAY as u128 * 2 / 3, DAY as u128 * 3 / 2),
		(Target, ONE * 5 / 3 + 1, ONE * 15 / 4),
		(FloorPrice, ONE / 10 * 2 / 3 + 1, ONE / 10 * 3 / 2),
	];
	for (parameter, lowest, highest) in cases {
		let year = |value| policy().year_ok(&with(parameter, value), &policy(), 0);
		let too_large = Err(ChangeError::YearTooLarge(parameter));
		assert_eq!([lowest, highest].map(year), [Ok(()); 2], "{parameter:?}");
		assert!(lowest == 0 || year(lowest - 1) == too_large, "{parameter:?}");
		assert!(
			highest == 999_999_999 || year(highest + 1) == too_large,
			"{parameter:?}"
		);
	}
}

#[test]
fn year_should_allow_one_step_when_a_number_is_small() {
	let mut old = policy();
	for (value, lowest, highest) in [(0, 0, 1), (1, 0, 2), (2, 1, 3), (3, 2, 4), (4, 3, 6)] {
		set(&mut old, Parameter::WarmUp, value);
		for new in 0..9 {
			let expected = if (lowest..=highest).contains(&new) {
				Ok(())
			} else {
				Err(ChangeError::YearTooLarge(Parameter::WarmUp))
			};
			assert_eq!(
				old.year_ok(&with(Parameter::WarmUp, new), &old, 0),
				expected,
				"from {value} to {new}"
			);
		}
	}
}

#[test]
fn year_of_the_schedule_should_be_refused_when_a_horizon_moves_by_more_than_a_half() {
	for (index, (parameter, at)) in HORIZONS.iter().enumerate() {
		let before = 100 * TOKEN * index as u128;
		let sum = before + 100 * TOKEN;
		let too_large = Err(ChangeError::YearTooLarge(*parameter));
		let lowest = (sum * 2).div_ceil(3);
		for (sum, expected) in [
			(lowest - 1, too_large),
			(lowest, Ok(())),
			(sum * 3 / 2, Ok(())),
			(sum * 3 / 2 + 1, too_large),
		] {
			// What came before cannot be taken back by less than nothing.
			let Some(amount) = sum.checked_sub(before) else {
				continue;
			};
			let mut new = policy();
			new.schedule.terms[index] = once(*at, amount);
			assert_eq!(policy().year_ok(&new, &policy(), 0), expected, "{parameter:?} of {sum}");
		}
	}
}

#[test]
fn year_should_not_hold_up_a_vote_when_a_number_is_far_off_and_stays_or_comes_nearer() {
	let far = with(Parameter::WarmUp, 300);
	let change = |warm_up| far.year_ok(&with(Parameter::WarmUp, warm_up), &policy(), 0);
	assert_eq!([change(300), change(299)], [Ok(()); 2]);
	assert_eq!(change(301), Err(ChangeError::YearTooLarge(Parameter::WarmUp)));
}

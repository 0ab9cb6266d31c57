//! Every hard bound of a policy, one below it, at it and one above it; and a policy's encodings.

use bme_economics::*;
use bounded_collections::BoundedVec;
use codec::{Decode, Encode, MaxEncodedLen};

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

fn percent(percent: u32) -> Perbill {
	Perbill::from_percent(percent)
}

fn percent_below_one(percent: u32) -> BelowOne {
	BelowOne::from_percent(percent)
}

fn table(rows: &[(Moment, Balance)], period: Moment) -> Schedule {
	let rows = rows.iter().map(|&(from, amount)| TableRow { from, amount }).collect();
	let term = Term::Table {
		rows: BoundedVec::truncate_from(rows),
		period,
	};
	Schedule {
		terms: BoundedVec::truncate_from(vec![term]),
	}
}

/// A single payment.
fn once(at: Moment, amount: Balance) -> Schedule {
	table(&[(at, amount), (at + 1, 0)], 1)
}

/// A policy in which the parameter has this value, and every other one a value within its bounds.
fn set(parameter: Parameter, value: u128) -> Policy {
	let mut policy = policy();
	let part = Perbill::from_parts(value.try_into().unwrap_or(u32::MAX));
	let below_one = || BelowOne::try_from(part).unwrap();
	let count = || value.try_into().unwrap();
	let none = Perbill::zero();
	let shares = &mut policy.shares;
	match parameter {
		Parameter::BurnShareAgent => policy.burn_share.agent = part,
		Parameter::BurnShareInference => policy.burn_share.inference = part,
		Parameter::BurnShareTraining => policy.burn_share.training = part,
		Parameter::KappaAgent => policy.kappa.agent = below_one(),
		Parameter::KappaInference => policy.kappa.inference = below_one(),
		Parameter::KappaTraining => policy.kappa.training = below_one(),
		Parameter::Rho => policy.rho = below_one(),
		Parameter::RemintCapPerDay => policy.remint_cap_per_day = part,
		Parameter::BurnEmaEpochs => policy.burn_ema_epochs = count(),
		Parameter::EpochLength => policy.epoch_length = value.try_into().unwrap(),
		// The work pool has what the others leave.
		Parameter::WorkShare => {
			let given = Perbill::one() - part;
			(shares.treasury, shares.contribution) = (given.min(percent(20)), none);
			shares.security = given - shares.treasury;
		}
		Parameter::ContributionShare => (shares.contribution, shares.security) = (part, none),
		Parameter::SecurityShare => (shares.contribution, shares.security, shares.treasury) = (none, part, none),
		Parameter::TreasuryShare => shares.treasury = part,
		Parameter::Target => policy.controller.target = FixedU128::from_inner(value),
		Parameter::ControllerFloor => policy.controller.floor = part,
		Parameter::WarmUp => policy.controller.warm_up = count(),
		Parameter::FloorPrice => policy.floor_price = FixedU128::from_inner(value),
		Parameter::ScheduledDay => policy.schedule = once(DAY, value),
		Parameter::ScheduledWeek => policy.schedule = once(WEEK, value),
		Parameter::ScheduledMonth => policy.schedule = once(30 * DAY, value),
		Parameter::ScheduledYear => policy.schedule = once(365 * DAY, value),
		Parameter::ScheduledDecade => policy.schedule = once(3_650 * DAY, value),
		Parameter::ScheduledEver => policy.schedule = once(3_651 * DAY, value),
	}
	assert_eq!(parameter.of(&policy, 0), value, "{parameter:?}");
	policy
}

#[test]
fn defaults_should_be_the_documented_ones() {
	let policy = policy();
	assert_eq!(policy.validate(), Ok(()));
	assert_eq!(policy.burn_share.each().map(|share| *share), [20, 20, 15].map(percent));
	assert_eq!(
		policy.kappa.each().map(|kappa| *kappa),
		[95, 95, 90].map(percent_below_one)
	);
	assert_eq!(
		(policy.rho, policy.remint_cap_per_day),
		(percent_below_one(10), percent(5))
	);
	assert_eq!((policy.burn_ema_epochs, policy.epoch_length), (7, DAY));
	let shares = policy.shares;
	assert_eq!(
		[shares.work(), shares.contribution, shares.security, shares.treasury],
		[50, 25, 20, 5].map(percent)
	);
	let controller = Controller {
		target: FixedU128::from_rational(5, 2),
		floor: percent(25),
		warm_up: 90,
	};
	assert_eq!(policy.controller, controller);
	assert_eq!(policy.floor_price, FixedU128::from_rational(1, 20));
	assert_eq!(policy.schedule.scheduled(0, 365 * DAY), LIFETIME_CAP / 20);
}

/// The documented bounds of each parameter; `None` where its type ends.
const BOUNDS: [(Parameter, u128, Option<u128>); 24] = {
	use Parameter::*;
	const POINT: u128 = 10_000_000;
	const ONE: u128 = 1_000_000_000_000_000_000;
	[
		(BurnShareAgent, POINT, Some(50 * POINT)),
		(BurnShareInference, POINT, Some(50 * POINT)),
		(BurnShareTraining, POINT, Some(50 * POINT)),
		(KappaAgent, 50 * POINT, Some(98 * POINT)),
		(KappaInference, 50 * POINT, Some(98 * POINT)),
		(KappaTraining, 50 * POINT, Some(98 * POINT)),
		(Rho, 0, Some(50 * POINT)),
		(RemintCapPerDay, 0, Some(10 * POINT)),
		(BurnEmaEpochs, 3, Some(60)),
		(EpochLength, MINUTE as u128, Some(WEEK as u128)),
		(WorkShare, 30 * POINT, None),
		(ContributionShare, 0, Some(25 * POINT)),
		(SecurityShare, 0, Some(70 * POINT)),
		(TreasuryShare, 0, Some(20 * POINT)),
		(Target, ONE / 2 * 5, Some(10 * ONE)),
		(ControllerFloor, 10 * POINT, None),
		(WarmUp, 0, None),
		(FloorPrice, 0, None),
		(ScheduledDay, 0, Some(LIFETIME_CAP)),
		(ScheduledWeek, 0, Some(LIFETIME_CAP)),
		(ScheduledMonth, 0, Some(LIFETIME_CAP)),
		(ScheduledYear, 0, Some(LIFETIME_CAP)),
		(ScheduledDecade, 0, Some(LIFETIME_CAP)),
		(ScheduledEver, 0, Some(LIFETIME_CAP)),
	]
};

/// The most that the type of a parameter holds.
fn type_ends(parameter: Parameter) -> u128 {
	match parameter {
		Parameter::WorkShare | Parameter::ControllerFloor => 1_000_000_000,
		Parameter::WarmUp => u32::MAX.into(),
		_ => u128::MAX,
	}
}

#[test]
fn parameters_should_be_refused_when_one_beyond_their_bounds() {
	assert_eq!(BOUNDS.map(|(parameter, ..)| parameter), Parameter::ALL);
	for (parameter, lowest, highest) in BOUNDS {
		let bounds = parameter.bounds();
		assert_eq!(*bounds.start(), lowest, "{parameter:?}");
		assert_eq!(*bounds.end(), highest.unwrap_or(type_ends(parameter)), "{parameter:?}");
		let beyond = match parameter {
			// Whatever is scheduled soon is also scheduled ever, of which the cap is looked at first.
			_ if *bounds.end() == LIFETIME_CAP => PolicyError::LifetimeCapExceeded,
			// The work pool is left too little, which is looked at first.
			Parameter::SecurityShare => PolicyError::OutOfBounds(Parameter::WorkShare),
			_ => PolicyError::OutOfBounds(parameter),
		};
		let below = lowest
			.checked_sub(1)
			.map(|value| (value, Err(PolicyError::OutOfBounds(parameter))));
		let above = highest.map(|highest| (highest + 1, Err(beyond)));
		let within = [lowest, lowest + 1, bounds.end() - 1, *bounds.end()].map(|value| (value, Ok(())));
		for (value, expected) in below.into_iter().chain(within).chain(above) {
			assert_eq!(set(parameter, value).validate(), expected, "{parameter:?} of {value}");
		}
	}
	assert_eq!((KAPPA_MAX, RHO_MAX), (percent(98), percent(50)));
	assert_eq!(LIFETIME_CAP, 1_000_000_000_000_000_000_000);
}

#[test]
fn shares_should_be_refused_when_they_sum_to_more_than_one() {
	let shares = |contribution, security, treasury| {
		let [contribution, security, treasury] = [contribution, security, treasury].map(Perbill::from_parts);
		with(|policy| {
			policy.shares = PoolShares {
				contribution,
				security,
				treasury,
			}
		})
	};
	const PERCENT: u32 = 10_000_000;
	let too_little = Err(PolicyError::OutOfBounds(Parameter::WorkShare));
	for (security, expected) in [
		(40 * PERCENT - 1, Ok(())),
		(40 * PERCENT, Ok(())),
		(40 * PERCENT + 1, too_little),
		(70 * PERCENT, too_little),
		(70 * PERCENT + 1, Err(PolicyError::SharesAboveOne)),
		(100 * PERCENT, Err(PolicyError::SharesAboveOne)),
	] {
		assert_eq!(shares(25 * PERCENT, security, 5 * PERCENT), expected, "{security}");
	}
	let whole = PoolShares {
		contribution: Perbill::one(),
		security: Perbill::one(),
		treasury: Perbill::one(),
	};
	assert_eq!(whole.work(), Perbill::zero());
}

#[test]
fn schedule_should_be_refused_when_it_and_the_minted_exceed_the_lifetime_cap() {
	let policy = set(Parameter::ScheduledYear, LIFETIME_CAP - 7);
	let exceeded = Err(PolicyError::LifetimeCapExceeded);
	let (before, after) = (365 * DAY - 1, 365 * DAY);
	for (now, minted, expected) in [
		(0, 0, Ok(())),
		(0, 7, Ok(())),
		(0, 8, exceeded),
		(before, 7, Ok(())),
		(before, 8, exceeded),
		(before, u128::MAX, exceeded),
		// What was scheduled before is no longer.
		(after, 8, Ok(())),
		(after, LIFETIME_CAP, Ok(())),
		(after, LIFETIME_CAP + 1, exceeded),
		(Moment::MAX, LIFETIME_CAP, Ok(())),
	] {
		assert_eq!(policy.validate_at(now, minted), expected, "at {now} after {minted}");
	}
}

#[test]
fn schedule_should_be_refused_when_a_table_never_ends_or_is_malformed() {
	let set = |rows: &[_], period| with(|policy| policy.schedule = table(rows, period));
	assert_eq!(set(&[(0, 1_000_000)], 1), Err(PolicyError::LifetimeCapExceeded));
	assert_eq!(set(&[(0, 1_000_000), (WEEK, 0)], 1), Ok(()));
	assert_eq!(set(&[], 1), Err(PolicyError::Schedule(ScheduleError::RowsEmpty)));
}

#[test]
fn part_below_one_should_be_refused_when_it_is_one() {
	let almost = Perbill::from_parts(999_999_999);
	let below_one = BelowOne::try_from(almost).unwrap();
	assert_eq!((below_one.get(), Perbill::from(below_one)), (almost, almost));
	assert!(BelowOne::try_from(Perbill::one()).is_err());

	assert_eq!(below_one.encode(), almost.encode());
	assert_eq!(BelowOne::decode(&mut &almost.encode()[..]), Ok(below_one));
	for parts in [1_000_000_000u32, 1_000_000_001, u32::MAX] {
		assert!(BelowOne::decode(&mut &parts.encode()[..]).is_err(), "{parts}");
	}

	assert_eq!(serde_json::from_str::<BelowOne>("999999999").unwrap(), below_one);
	assert_eq!(serde_json::to_string(&below_one).unwrap(), "999999999");
	for json in ["1000000000", "1000000001", "4294967295", "4294967296", "-1", "null"] {
		assert!(serde_json::from_str::<BelowOne>(json).is_err(), "{json}");
	}

	let percents = [0, 99, 100, u32::MAX].map(|percent| BelowOne::from_percent(percent).get());
	assert_eq!(percents, [0, 99, 99, 99].map(percent));
	assert_eq!(BelowOne::default().get(), Perbill::zero());
}

#[test]
fn policy_should_be_refused_when_its_kappa_or_rho_is_one() {
	let json = serde_json::to_string(&policy()).unwrap();
	for (old, new) in [
		(r#""kappa":{"agent":950000000"#, r#""kappa":{"agent":1000000000"#),
		(r#""training":900000000"#, r#""training":1000000000"#),
		(r#""rho":100000000"#, r#""rho":1000000000"#),
	] {
		assert!(json.contains(old), "{json}");
		assert!(
			serde_json::from_str::<Policy>(&json.replace(old, new)).is_err(),
			"{new}"
		);
	}
}

/// A part above one has no encoding that a chain could read back.
#[test]
fn policy_should_be_refused_when_a_part_in_its_json_is_above_one() {
	let schedule = Schedule {
		terms: BoundedVec::truncate_from(terms()[1..].to_vec()),
	};
	let json = serde_json::to_string(&Policy { schedule, ..policy() }).unwrap();
	let out_of_bounds = PolicyError::OutOfBounds;
	let part_above_one = PolicyError::Schedule(ScheduleError::PartAboveOne);
	for (field, expected) in [
		(
			r#""burnShare":{"agent":200000000"#,
			out_of_bounds(Parameter::BurnShareAgent),
		),
		(
			r#""remintCapPerDay":50000000"#,
			out_of_bounds(Parameter::RemintCapPerDay),
		),
		(r#""floor":250000000"#, out_of_bounds(Parameter::ControllerFloor)),
		(r#""contribution":250000000"#, PolicyError::SharesAboveOne),
		(r#""security":200000000"#, PolicyError::SharesAboveOne),
		(r#""treasury":50000000"#, PolicyError::SharesAboveOne),
		(r#""ratio":50000000"#, part_above_one),
		(r#""part":50000000"#, part_above_one),
	] {
		let (name, _) = field.rsplit_once(':').unwrap();
		for parts in [1_000_000_001, u32::MAX] {
			let json = json.replacen(field, &format!("{name}:{parts}"), 1);
			let policy: Policy = serde_json::from_str(&json).unwrap();
			assert_eq!(policy.validate(), Err(expected), "{name} of {parts}");
		}
	}
}

/// Events and storage of a chain hold these numbers.
#[test]
fn encodings_should_stay_as_they_are() {
	let names = Parameter::ALL.map(|parameter| format!("{parameter:?}"));
	let expected = "BurnShareAgent BurnShareInference BurnShareTraining KappaAgent KappaInference KappaTraining \
		Rho RemintCapPerDay BurnEmaEpochs EpochLength WorkShare ContributionShare SecurityShare TreasuryShare \
		Target ControllerFloor WarmUp FloorPrice ScheduledDay ScheduledWeek ScheduledMonth ScheduledYear \
		ScheduledDecade ScheduledEver";
	assert_eq!(names.join(" "), expected);
	for (index, parameter) in (0u8..).zip(Parameter::ALL) {
		assert_eq!(parameter.encode(), [index]);
		assert_eq!(Parameter::decode(&mut &[index][..]), Ok(parameter));
	}
	assert!(Parameter::decode(&mut &[24u8][..]).is_err());

	let rho = Parameter::Rho;
	let encodings = [
		(PolicyError::OutOfBounds(rho).encode(), vec![0, 6]),
		(PolicyError::Schedule(ScheduleError::PeriodZero).encode(), vec![1, 0]),
		(PolicyError::SharesAboveOne.encode(), vec![2]),
		(PolicyError::LifetimeCapExceeded.encode(), vec![3]),
		(ScheduleError::RowsEmpty.encode(), vec![1]),
		(ScheduleError::RowsUnordered.encode(), vec![2]),
		(ScheduleError::PeriodsOutOfBounds.encode(), vec![3]),
		(ScheduleError::TaperUnordered.encode(), vec![4]),
		(ScheduleError::PartAboveOne.encode(), vec![5]),
		(ChangeError::Unchanged.encode(), vec![0]),
		(ChangeError::StepTooLarge(rho).encode(), vec![1, 6]),
		(ChangeError::YearTooLarge(rho).encode(), vec![2, 6]),
		(ChangeError::FloorPriceTooHigh.encode(), vec![3]),
		(Direction::Tightens.encode(), vec![0]),
		(Direction::Loosens.encode(), vec![1]),
		(ProjectionError::CeilingExceeded(Scenario::Flat).encode(), vec![0, 0]),
		(
			ProjectionError::EntitlementsExceeded(Scenario::Wash).encode(),
			vec![1, 5],
		),
		(
			ProjectionError::LifetimeCapExceeded(Scenario::PriceStale).encode(),
			vec![2, 4],
		),
		(
			ProjectionError::BreakerTripped(Scenario::SuppliersLeave).encode(),
			vec![3, 6],
		),
	];
	for (encoded, expected) in encodings {
		assert_eq!(encoded, expected);
	}
}

/// A term of each kind, in the order of their indexes.
fn terms() -> [Term; 6] {
	let rows = vec![
		TableRow {
			from: 1,
			amount: Balance::MAX,
		},
		TableRow { from: DAY, amount: 0 },
	];
	let (start, amount, period, part) = (2, 3, 4, percent(5));
	[
		Term::Table {
			rows: BoundedVec::truncate_from(rows),
			period,
		},
		Term::Geometric {
			start,
			first: amount,
			ratio: part,
			period,
			terms: 6,
		},
		Term::Halving {
			start,
			first: amount,
			step: period,
			steps: 6,
		},
		Term::Exponential {
			start,
			total: amount,
			lambda: u128::MAX,
			period,
		},
		Term::Remaining {
			start,
			amount,
			part,
			step: period,
		},
		Term::Taper {
			from: start,
			to: 7,
			rate: amount,
			period,
		},
	]
}

#[test]
fn policy_should_be_itself_when_encoded_and_decoded() {
	let mut policy = policy();
	for (index, term) in (0u8..).zip(terms()) {
		assert_eq!(term.encode()[0], index, "{term:?}");
		policy.schedule.terms.try_push(term).unwrap();
	}
	assert_eq!(Policy::decode(&mut &policy.encode()[..]), Ok(policy.clone()));
	let json = serde_json::to_string(&policy).unwrap();
	for part in [
		r#""burnShare":{"agent":200000000"#,
		r#""shares":{"contribution":250000000,"security":200000000,"treasury":50000000}"#,
		r#""controller":{"target":"2500000000000000000","floor":250000000,"warmUp":90}"#,
		r#"{"table":{"rows":[{"from":1,"amount":340282366920938463463374607431768211455}"#,
		r#"{"geometric":{"start":2,"first":3,"ratio":50000000,"period":4,"terms":6}}"#,
		r#"{"halving":{"start":2,"first":3,"step":4,"steps":6}}"#,
		r#"{"exponential":{"start":2,"total":3,"lambda":340282366920938463463374607431768211455,"period":4}}"#,
		r#"{"remaining":{"start":2,"amount":3,"part":50000000,"step":4}}"#,
		r#"{"taper":{"from":2,"to":7,"rate":3,"period":4}}"#,
	] {
		assert!(json.contains(part), "{part} in {json}");
	}
	assert_eq!(serde_json::from_str::<Policy>(&json).unwrap(), policy);
}

#[test]
fn policy_should_fit_its_longest_encoding_when_it_is_full() {
	let mut policy = policy();
	let row = |from| TableRow { from, amount: 0 };
	let table = Term::Table {
		rows: BoundedVec::truncate_from((0..Moment::from(MAX_ROWS)).map(row).collect()),
		period: 1,
	};
	policy.schedule.terms = BoundedVec::truncate_from(vec![table; MAX_TERMS as usize]);
	assert!(policy.encoded_size() <= Policy::max_encoded_len());
	let longer = vec![policy.schedule.terms[0].clone(); MAX_TERMS as usize + 1];
	assert!(Schedule::decode(&mut &longer.encode()[..]).is_err());
}

#[test]
fn policy_should_be_refused_when_its_json_names_an_unknown_field() {
	let json = serde_json::to_string(&policy())
		.unwrap()
		.replacen("burnShare", "burn_share", 1);
	assert!(serde_json::from_str::<Policy>(&json).is_err());
}

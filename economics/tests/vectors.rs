//! The published schedules and worked cases, to the last base unit.

use bme_economics::*;
use bounded_collections::BoundedVec;
use num_bigint::BigUint;
use serde_json::Value;

fn vectors() -> Value {
	serde_json::from_str(include_str!("vectors/schedules.json")).unwrap()
}

fn text(value: &Value) -> &str {
	value.as_str().unwrap()
}

fn integer(value: &Value) -> u128 {
	text(value).parse().unwrap()
}

/// Milliseconds since 1970 of a moment written as `2025-08-01T00:00:01Z`.
fn moment(value: &Value) -> Moment {
	let fields: Vec<u64> = text(value)
		.split(|c: char| !c.is_ascii_digit())
		.filter_map(|part| part.parse().ok())
		.collect();
	let [year, month, day, hour, minute, second] = fields[..] else {
		panic!("not a moment: {value}")
	};
	let is_leap = |year: u64| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
	let february = if is_leap(year) { 29 } else { 28 };
	let months = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
	let days = (1970..year)
		.map(|year| if is_leap(year) { 366 } else { 365 })
		.sum::<u64>()
		+ months[..month as usize - 1].iter().sum::<u64>()
		+ day - 1;
	days * DAY + ((hour * 60 + minute) * 60 + second) * 1_000
}

fn schedule(term: Term) -> Schedule {
	let schedule = Schedule {
		terms: BoundedVec::truncate_from(vec![term]),
	};
	assert_eq!(schedule.validate(), Ok(()));
	schedule
}

fn helium(vector: &Value) -> Schedule {
	let row = |row: &Value| TableRow {
		from: moment(&row[0]),
		amount: integer(&row[1]),
	};
	let rows = vector["rows"].as_array().unwrap().iter().map(row).collect();
	schedule(Term::Table {
		rows: BoundedVec::truncate_from(rows),
		period: DAY,
	})
}

#[test]
fn table_should_equal_heliums_when_epochs_are_days() {
	let vector = &vectors()["helium_table"];
	let schedule = helium(vector);
	for case in vector["cases"].as_array().unwrap() {
		let end = moment(&case["end"]);
		assert_eq!(schedule.scheduled(end - DAY, end), integer(&case["amount"]), "{case}");
	}
}

#[test]
fn table_should_sum_to_heliums_year_when_it_is_cut_anyhow() {
	let vector = &vectors()["helium_table"];
	let schedule = helium(vector);
	let first_end = moment(&"2024-08-02T00:00:00Z".into());
	let (from, to) = (first_end - DAY, first_end + 364 * DAY);
	let year = integer(&vector["sum_365_epochs_from_2024_08_02"]);
	assert_eq!(schedule.scheduled(from, to), year);
	for epochs in [365, 365 * 24, 73, 7] {
		let cut = |index| from + (to - from) * index / epochs;
		let sum: Balance = (0..epochs)
			.map(|index| schedule.scheduled(cut(index), cut(index + 1)))
			.sum();
		assert_eq!(sum, year, "{epochs} epochs");
	}
}

#[test]
fn geometric_should_equal_dimos_when_periods_are_years_of_52_weeks() {
	const DIMO: Balance = 1_000_000_000_000_000_000;
	let vector = &vectors()["dimo_geometric"];
	let (week, weeks) = (7 * DAY, vector["weeks_per_year"].as_u64().unwrap());
	let weekly = integer(&vector["weekly_first"]) * DIMO;
	assert_eq!(text(&vector["ratio"]), "0.85");
	let schedule = schedule(Term::Geometric {
		start: 0,
		first: weekly * Balance::from(weeks),
		ratio: Perbill::from_percent(85),
		period: weeks * week,
		terms: vector["years"].as_u64().unwrap() as u32,
	});
	assert_eq!(schedule.total() / DIMO, integer(&vector["total_whole_tokens_floor"]));
	assert_eq!(schedule.scheduled(0, week), weekly);
	assert_eq!(schedule.scheduled((weeks - 1) * week, weeks * week), weekly);
	assert_eq!(schedule.scheduled(weeks * week, (weeks + 1) * week), weekly / 100 * 85);
}

#[test]
fn halving_should_equal_bitcoins_when_a_step_is_a_block() {
	const BLOCK: Moment = 600_000;
	let vector = &vectors()["bitcoin_halving"];
	let (first, blocks) = (integer(&vector["first"]), vector["period_blocks"].as_u64().unwrap());
	let schedule = schedule(Term::Halving {
		start: DAY,
		first,
		step: BLOCK,
		steps: blocks as u32,
	});
	assert_eq!(schedule.total(), integer(&vector["total"]));
	let block = |height: u64| schedule.scheduled(DAY + height * BLOCK, DAY + (height + 1) * BLOCK);
	for halvings in 0..40 {
		let subsidy = first.checked_shr(halvings).unwrap_or(0);
		let (begin, end) = (u64::from(halvings) * blocks, u64::from(halvings + 1) * blocks);
		assert_eq!([begin, end - 1].map(block), [subsidy; 2], "after {halvings} halvings");
	}
}

/// The rewards are published as exact floors, while a term rounds what it holds until each end of a period. So its
/// total is in units of 2^-39 atto: too fine to reach the whole attos.
#[test]
fn exponential_should_equal_filecoins_when_periods_are_its_epochs() {
	const EPOCH: Moment = 30_000;
	const FINER: u32 = 39;
	let vector = &vectors()["filecoin_exponential"];
	// reward(x) = floor(330e6 · 1e18 · (e^λ − 1) · e^(−λx)) is what a total of 330e6 · 1e18 · e^λ holds for period x.
	let rise = BigUint::from(integer(&vector["exp_lambda_minus_one_q128"]));
	let simple_minting = BigUint::from(330_000_000_000_000_000_000_000_000u128) << FINER;
	let total: BigUint = (simple_minting * ((BigUint::from(1u8) << 128) + rise)) >> 128;
	let schedule = schedule(Term::Exponential {
		start: DAY,
		total: total.try_into().unwrap(),
		lambda: integer(&vector["lambda_q128"]),
		period: EPOCH,
	});
	for case in vector["cases"].as_array().unwrap() {
		let begin = DAY + case["x"].as_u64().unwrap() * EPOCH;
		let reward = schedule.scheduled(begin, begin + EPOCH) >> FINER;
		assert_eq!(reward, integer(&case["atto"]), "{case}");
	}
}

#[test]
fn remaining_should_equal_polkadots_when_a_step_is_two_years() {
	let vector = &vectors()["polkadot_remaining"];
	let two_years = 2 * 365 * DAY + DAY / 2;
	let percent: u32 = text(&vector["percent"]).replace('.', "").parse().unwrap();
	let schedule = schedule(Term::Remaining {
		start: DAY,
		amount: integer(&vector["target"]) - integer(&vector["issuance_start"]),
		part: Perbill::from_parts(percent * 100_000),
		step: two_years,
	});
	for case in vector["cases"].as_array().unwrap() {
		let begin = DAY + case["step"].as_u64().unwrap() * two_years;
		assert_eq!(schedule.scheduled(begin, begin + two_years), integer(&case["two_year"]));
		assert_eq!(schedule.scheduled(begin, begin + DAY), integer(&case["per_day"]));
	}
}

/// 98,000 whole tokens twice a day.
const CRANK: Balance = 98_000 * 100_000_000;

#[test]
fn table_should_sum_to_heliums_flat_supplement_when_it_pays_twice_a_day() {
	let vector = &vectors()["helium_taper"];
	let row = |from, amount| TableRow { from, amount };
	let flat = schedule(Term::Table {
		rows: BoundedVec::truncate_from(vec![row(DAY, CRANK), row(361 * DAY, 0)]),
		period: DAY / 2,
	});
	assert_eq!(flat.total(), integer(&vector["flat_total_whole_tokens"]) * 100_000_000);
	assert_eq!(flat.scheduled(7 * DAY, 8 * DAY), 2 * CRANK);
}

#[test]
fn taper_should_equal_heliums_when_it_pays_twice_a_day() {
	const DAYS: Moment = 720;
	assert!(text(&vectors()["helium_taper"]["kind"]).contains("floor(98000e8 * remaining / 720 days) twice a day"));
	let (from, half) = (361 * DAY, DAY / 2);
	let taper = schedule(Term::Taper {
		from,
		to: from + DAYS * DAY,
		rate: CRANK,
		period: half,
	});
	let mut paid = 0;
	for crank in 0..2 * DAYS {
		let at = from + crank * half;
		let due = CRANK * Balance::from(DAYS * DAY - crank * half) / Balance::from(DAYS * DAY);
		assert_eq!(taper.scheduled(at - 1, at), due, "crank {crank}");
		assert_eq!(taper.scheduled(at, at + half - 1), 0, "crank {crank}");
		paid += due;
		assert_eq!(taper.cumulative(at), paid, "crank {crank}");
	}
	assert_eq!(taper.total(), paid);
}

#[test]
fn quote_should_equal_the_worked_case() {
	let case = &vectors()["quote"]["cases"][0];
	let half = FixedU128::from_rational(1, 2);
	let confidence = FixedU128::from_rational(1, 100);
	let facts = PriceFacts {
		median: half,
		ema: half,
		confidence,
		margin: Perbill::zero(),
	};
	let quoted = quote(10_000_000, Perbill::from_percent(20), &facts, FixedU128::from_u32(0)).unwrap();
	let price_used = FixedU128::from_rational(48, 100);
	assert_eq!(
		quoted,
		Quote {
			fiat: 8_000_000,
			burn: integer(&case["burn"]),
			price_used
		}
	);

	let sole = Judged {
		share: Perbill::one(),
		quality: Perbill::one(),
	};
	let settled = settle(
		quoted.burn,
		quoted.fiat,
		&ByRole::default(),
		Perbill::from_percent(95),
		&[sole],
	)
	.unwrap();
	assert_eq!(settled.burned, quoted.burn);
	assert_eq!(settled.fiat_paid, quoted.fiat);
	assert_eq!(
		settled.suppliers[0].entitlement,
		integer(&case["entitlement_at_kappa_95"])
	);
}

/// The vector `wash`, in whole tokens: the pool is 100, honest users burned 50, an attacker burns 49 on both sides of
/// its own job. No function of the way from burn to payout takes a price, so that no later one can matter.
#[test]
fn wash_should_lose_when_the_pool_exceeds_the_burn() {
	const TOKEN: Balance = 1_000_000_000_000;
	assert!(text(&vectors()["wash"]["kind"]).starts_with("pool 100, honest burn 50, an attacker burns 49"));
	for kappa in [
		Perbill::from_percent(50),
		Perbill::from_percent(95),
		KAPPA_MAX,
		Perbill::one(),
	] {
		let sole = Judged {
			share: Perbill::one(),
			quality: Perbill::one(),
		};
		let entitlement = |burn| settle(burn, 0, &ByRole::default(), kappa, &[sole]).unwrap().suppliers[0].entitlement;
		let (honest, attacker) = (entitlement(50 * TOKEN), entitlement(49 * TOKEN));

		let mut policy = Policy::default_for(0, DAY, FixedU128::from_u32(1));
		let table = TableRow {
			from: DAY,
			amount: 200 * TOKEN,
		};
		policy.schedule = schedule(Term::Table {
			rows: BoundedVec::truncate_from(vec![table]),
			period: DAY,
		});
		let points = ByPool {
			work: honest + attacker,
			contribution: 0,
			security: 0,
		};
		let input = EpochInput {
			index: 0,
			scheduled: policy.schedule.scheduled(0, DAY),
			burned: 99 * TOKEN,
			points,
			expected_blocks: 14_400,
		};
		let (emission, _) = epoch_emission(&policy, &input, &EmissionState::default());
		assert_eq!(policy.shares.work().mul_floor(emission.scheduled), 100 * TOKEN);

		let received = pro_rata(emission.minted.work, attacker, points.work);
		assert!(received <= KAPPA_MAX.mul_floor(49 * TOKEN), "{received}");
		assert!(received < 49 * TOKEN, "{received}");
	}
}

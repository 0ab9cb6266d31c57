//! The published schedules and worked cases, to the last base unit.

use bme_economics::*;
use bounded_collections::BoundedVec;
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
	let settled = settle(quoted.burn, quoted.fiat, Perbill::from_percent(95), &[sole]).unwrap();
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
		let entitlement = |burn| settle(burn, 0, kappa, &[sole]).unwrap().suppliers[0].entitlement;
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
			start: 0,
			elapsed: DAY,
			burned: 99 * TOKEN,
			points,
			expected_blocks: 14_400,
		};
		let (emission, _) = epoch_emission(&policy, &input, &EmissionState::default());
		assert_eq!(policy.shares.work.mul_floor(emission.base), 100 * TOKEN);

		let received = pro_rata(emission.minted.work, attacker, points.work);
		assert!(received <= KAPPA_MAX.mul_floor(49 * TOKEN), "{received}");
	}
}

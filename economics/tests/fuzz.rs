//! Policies, schedules and numbers of any form through every public function, for as many seconds as
//! `BME_FUZZ_SECONDS` says (60 if it says nothing). What fails is printed as small as it still fails.

use bme_economics::*;
use bounded_collections::BoundedVec;
use codec::{Decode, Encode};
use proptest::{
	array::uniform6,
	collection::vec,
	prelude::*,
	sample::Index,
	test_runner::{Config, TestCaseResult, TestRunner},
};
use std::time::{Duration, Instant};

/// Numbers of every size, with those near which something may break.
fn number() -> impl Strategy<Value = u128> {
	let edges = [
		0,
		1,
		1_000_000_000,
		DAY.into(),
		u32::MAX.into(),
		u64::MAX.into(),
		LIFETIME_CAP,
		u128::MAX,
	];
	prop_oneof![
		(any::<u128>(), 0u32..128).prop_map(|(value, shift)| value >> shift),
		(proptest::sample::select(edges.to_vec()), 0..3u128).prop_map(|(edge, below)| edge.saturating_sub(below)),
		0..4u128,
	]
}

fn time() -> impl Strategy<Value = Moment> {
	number().prop_map(|number| number.try_into().unwrap_or(number as Moment))
}

fn count(number: u128) -> u32 {
	number.try_into().unwrap_or(number as u32)
}

fn part(number: u128) -> Perbill {
	Perbill::from_parts(count(number))
}

fn below_one(number: u128) -> BelowOne {
	BelowOne::try_from(part(number)).unwrap_or(BelowOne::from_percent(100))
}

fn fixed(number: u128) -> FixedU128 {
	FixedU128::from_inner(number)
}

fn by_pool(values: &[u128]) -> ByPool<u128> {
	ByPool {
		work: values[0],
		contribution: values[1],
		security: values[2],
	}
}

/// Rows in any order, and terms of any kind: well formed only by chance.
fn term() -> impl Strategy<Value = Term> {
	let row = (time(), number()).prop_map(|(from, amount)| TableRow { from, amount });
	let rows = vec(row, 0..=8);
	(0..6u8, time(), time(), uniform6(number()), rows).prop_map(|(kind, start, period, numbers, rows)| {
		let [amount, rate, many, ..] = numbers;
		match kind {
			0 => Term::Table {
				rows: BoundedVec::truncate_from(rows),
				period,
			},
			1 => Term::Geometric {
				start,
				first: amount,
				ratio: part(rate),
				period,
				terms: count(many),
			},
			2 => Term::Halving {
				start,
				first: amount,
				step: period,
				steps: count(many),
			},
			3 => Term::Exponential {
				start,
				total: amount,
				lambda: rate,
				period,
			},
			4 => Term::Remaining {
				start,
				amount,
				part: part(rate),
				step: period,
			},
			_ => Term::Taper {
				from: start,
				to: start.wrapping_add(many as Moment),
				rate: amount,
				period,
			},
		}
	})
}

fn schedule() -> impl Strategy<Value = Schedule> {
	let few = vec(term(), 0..4);
	let many = (term(), 0..=MAX_TERMS as usize).prop_map(|(term, count)| vec![term; count]);
	prop_oneof![9 => few, 1 => many].prop_map(|terms| Schedule {
		terms: BoundedVec::truncate_from(terms),
	})
}

/// The default policy, with any number in some of its fields.
fn policy() -> impl Strategy<Value = Policy> {
	(schedule(), vec((0..18u8, number()), 0..12)).prop_map(|(schedule, changes)| {
		let mut policy = Policy::default_for(LIFETIME_CAP, DAY, FixedU128::from_u32(1));
		policy.schedule = schedule;
		for (field, number) in changes {
			match field {
				0 => policy.burn_share.agent = part(number),
				1 => policy.burn_share.inference = part(number),
				2 => policy.burn_share.training = part(number),
				3 => policy.kappa.agent = below_one(number),
				4 => policy.kappa.inference = below_one(number),
				5 => policy.kappa.training = below_one(number),
				6 => policy.rho = below_one(number),
				7 => policy.remint_cap_per_day = part(number),
				8 => policy.burn_ema_epochs = count(number),
				9 => policy.epoch_length = number as Moment,
				10 => policy.shares.contribution = part(number),
				11 => policy.shares.security = part(number),
				12 => policy.shares.treasury = part(number),
				13 => policy.controller.target = fixed(number),
				14 => policy.controller.floor = part(number),
				15 => policy.controller.warm_up = count(number),
				16 => policy.floor_price = fixed(number),
				_ => policy.schedule = Schedule::default(),
			}
		}
		policy
	})
}

/// Numbers, policies, and bytes for what they decode to.
#[derive(Debug)]
struct Case {
	policy: Policy,
	/// Another one, or the same with some bytes of its encoding changed.
	other: Policy,
	bytes: Vec<u8>,
	numbers: Vec<u128>,
	times: Vec<Moment>,
	epochs: u32,
}

fn case() -> impl Strategy<Value = Case> {
	let bytes = vec(any::<u8>(), 0..600);
	let changes = vec((any::<Index>(), any::<u8>()), 0..6);
	let policies = (policy(), policy(), changes);
	(policies, bytes, vec(number(), 16), vec(time(), 6), 0..5u32).prop_map(
		|((policy, other, changes), bytes, numbers, times, epochs)| {
			let mut encoded = policy.encode();
			for (index, byte) in changes {
				let index = index.index(encoded.len());
				encoded[index] = byte;
			}
			let other = Policy::decode(&mut &encoded[..]).unwrap_or(other);
			Case {
				policy,
				other,
				bytes,
				numbers,
				times,
				epochs,
			}
		},
	)
}

fn check(case: Case) -> TestCaseResult {
	check_numbers(&case.numbers, &case.times)?;
	check_jobs(&case.policy, &case.numbers, &case.bytes)?;
	let decoded = Schedule::decode(&mut &case.bytes[..]).unwrap_or_default();
	for schedule in [&case.policy.schedule, &case.other.schedule, &decoded] {
		check_schedule(schedule, &case.times)?;
	}
	for (old, new) in [
		(&case.policy, &case.other),
		(&case.other, &case.policy),
		(&case.policy, &case.policy),
	] {
		check_change(old, new, &case)?;
	}
	for policy in [&case.policy, &case.other] {
		check_epochs(policy, &case)?;
		check_projection(policy, &case)?;
	}
	Ok(())
}

fn check_numbers(numbers: &[u128], times: &[Moment]) -> TestCaseResult {
	let [a, b, c] = [numbers[0], numbers[1], numbers[2]];
	let down = mul_div(a, b, c, Rounding::Down);
	let up = mul_div(a, b, c, Rounding::Up);
	prop_assert!(up.is_none() || down <= up && up <= down.and_then(|down| down.checked_add(1)).or(up));
	prop_assert!(pro_rata(a, b, c) <= a);
	let average = ema(a, b, count(c));
	prop_assert!(average >= a.min(b) && average <= a.max(b));

	let (start, now, length) = (times[0], times[1], times[2]);
	let (elapsed, next) = (clamped_elapsed(start, now, length), next_start(start, now, length));
	prop_assert!(elapsed <= length.saturating_mul(2));
	prop_assert!(next >= start && next <= start.max(now));
	prop_assert!(u128::from(start) + u128::from(elapsed) <= next.into());
	Ok(())
}

fn check_jobs(policy: &Policy, numbers: &[u128], bytes: &[u8]) -> TestCaseResult {
	let [price, median, average, confidence, held, fiat] = [0, 1, 2, 3, 4, 5].map(|index| numbers[index]);
	let facts = PriceFacts {
		median: fixed(median),
		ema: fixed(average),
		confidence: fixed(confidence),
		margin: part(held),
	};
	let burn_share = policy.burn_share.agent;
	prop_assert!(facts.cautious() <= facts.median.min(facts.ema));
	if let Ok(quoted) = quote(price, burn_share, &facts, policy.floor_price) {
		prop_assert!(quoted.fiat <= price && quoted.price_used >= policy.floor_price);
		prop_assert_eq!(fiat_to_tokens(price - quoted.fiat, quoted.price_used), Ok(quoted.burn));
	}

	// The bytes as shares, as they are and scaled.
	let parts: Vec<_> = bytes
		.chunks(2)
		.map(|pair| part(u128::from(pair[0]) * 3_906_250))
		.take(32)
		.collect();
	let scaled = scale_to_one(&parts);
	prop_assert_eq!(scaled.is_ok(), parts.iter().any(|part| !part.is_zero()));
	for shares in [&parts, scaled.as_ref().unwrap_or(&parts)] {
		let judged = |(&share, &byte): (&Perbill, &u8)| Judged {
			share,
			quality: part(u128::from(byte) * 3_921_569),
		};
		let judged: Vec<_> = shares.iter().zip(bytes).map(judged).collect();
		let settled = settle(held, fiat, &ByRole::default(), policy.kappa.agent.into(), &judged);
		prop_assert_eq!(
			settled.is_ok(),
			sums_to_one(judged.iter().map(|supplier| supplier.share))
		);
		let Ok(settled) = settled else { continue };
		prop_assert!(settled.burned <= held && settled.fiat_paid <= fiat);
		let sum = |of: fn(&SupplierPay) -> u128| settled.suppliers.iter().map(of).fold(0, u128::saturating_add);
		prop_assert_eq!(sum(|pay| pay.fiat), settled.fiat_paid);
		prop_assert!(sum(|pay| pay.burned) <= settled.burned);
		prop_assert!(sum(|pay| pay.entitlement) <= KAPPA_MAX.mul_floor(settled.burned));
	}
	Ok(())
}

fn check_schedule(schedule: &Schedule, times: &[Moment]) -> TestCaseResult {
	let _ = schedule.validate();
	let mut times = times.to_vec();
	times.sort();
	let cumulative: Vec<_> = times.iter().map(|&t| schedule.cumulative(t)).collect();
	prop_assert!(cumulative.is_sorted(), "{cumulative:?} at {times:?}");
	prop_assert!(cumulative.iter().all(|cumulative| *cumulative <= schedule.total()));
	for (span, ends) in times.windows(2).zip(cumulative.windows(2)) {
		prop_assert_eq!(schedule.scheduled(span[0], span[1]), ends[1] - ends[0]);
		prop_assert_eq!(schedule.scheduled(span[1], span[0]), 0);
	}
	for term in &schedule.terms {
		prop_assert!(times.iter().all(|&t| term.cumulative(t) <= schedule.cumulative(t)));
	}
	Ok(())
}

fn check_change(old: &Policy, new: &Policy, case: &Case) -> TestCaseResult {
	let (now, minted, price) = (case.times[0], case.numbers[6], fixed(case.numbers[7]));
	let _ = (old.validate(), old.year_ok(new, old, now));
	let is_valid = old.validate_at(now, minted).is_ok();
	prop_assert!(!is_valid || old.schedule.scheduled(now, Moment::MAX) <= LIFETIME_CAP);
	let changes = old.compare(new, now);
	for change in &changes {
		let values = [old, new].map(|policy| change.parameter.of(policy, now));
		prop_assert_eq!([change.before, change.after], values);
		prop_assert_ne!(change.before, change.after);
		prop_assert!(!is_valid || change.parameter.bounds().contains(&change.before));
	}
	let tightens = old.direction_to(new, now) == Direction::Tightens;
	let loosens = |change: &Change| change.direction == Direction::Loosens;
	prop_assert!(!tightens || !changes.iter().any(loosens));
	if old.step_ok(new, now, Some(price)).is_ok() {
		let is_step = |change: &Change| change.before.abs_diff(change.after) <= change.parameter.step(change.before);
		prop_assert!(old != new && changes.iter().all(is_step));
		prop_assert_eq!(old.year_ok(new, old, now), Ok(()));
	}
	// Less in every span is less at every horizon, but for the rounding of each term.
	if new.schedule.is_below(&old.schedule) {
		let rounding = old.schedule.terms.len() as u128;
		let ahead = |policy: &Policy| policy.schedule.scheduled(now, now.saturating_add(DAY));
		prop_assert!(ahead(new) <= ahead(old).saturating_add(rounding));
	}
	Ok(())
}

fn sum(emission: &Emission) -> Option<u128> {
	let pools = emission.minted.each().into_iter().chain([&emission.treasury]);
	pools.copied().try_fold(0, u128::checked_add)
}

fn check_epochs(policy: &Policy, case: &Case) -> TestCaseResult {
	let state = EmissionState::decode(&mut &case.bytes[..]).unwrap_or_default();
	let shares = [
		policy.shares.contribution,
		policy.shares.security,
		policy.shares.treasury,
	];
	let is_whole = shares.map(|share| u64::from(share.deconstruct())).iter().sum::<u64>() <= 1_000_000_000;
	let mut state = state;
	for (number, span) in (0..).zip(case.times.windows(2)) {
		let input = EpochInput {
			index: count(case.numbers[number]),
			scheduled: policy.schedule.scheduled(span[0], span[1]),
			burned: case.numbers[number + 1],
			points: by_pool(&case.numbers[number + 2..]),
			expected_blocks: case.numbers[number + 5],
		};
		let (emission, mut next) = epoch_emission(policy, &input, &state);
		prop_assert_eq!(emission.scheduled, input.scheduled);
		prop_assert!(!is_whole || emission.budget <= emission.scheduled);
		prop_assert!(emission.minted.work <= input.points.work);
		prop_assert!(emission.minted.contribution <= input.points.contribution);
		if let (true, Some(most)) = (is_whole, emission.budget.checked_add(emission.reminted)) {
			prop_assert!(sum(&emission).is_some_and(|minted| minted <= most), "{emission:?}");
		}
		let one = FixedU128::from_u32(1);
		prop_assert!(emission.multiplier <= one && emission.multiplier >= policy.controller.floor.into());
		prop_assert!(emission.multiplier == one || input.index >= policy.controller.warm_up);

		let minted = case.numbers[number + 6];
		let within = emission.within_lifetime(minted);
		let admitted = next.admit(within, span[1]);
		for limited in [within, admitted] {
			let pools = limited.minted.each().into_iter().zip(emission.minted.each());
			prop_assert!(pools.clone().all(|(limited, asked)| limited <= asked));
			prop_assert!(limited.treasury <= emission.treasury && limited.reminted <= emission.reminted);
		}
		let new = sum(&within).map(|total| total - within.reminted);
		prop_assert!(
			new.is_none_or(|new| new <= LIFETIME_CAP.saturating_sub(minted)),
			"{within:?}"
		);
		// What is minted again may be more than a balance holds, together with what is new; never what is admitted.
		prop_assert!(sum(&admitted).is_some(), "{admitted:?}");
		prop_assert!(next.recent_minted >= admitted.total());
		state = next;
	}
	Ok(())
}

fn check_projection(policy: &Policy, case: &Case) -> TestCaseResult {
	let numbers = &case.numbers;
	let outlook = Outlook {
		number: count(numbers[7]),
		index: count(numbers[8]),
		start: case.times[3],
		measured: case.times[4],
		burned: numbers[9],
		points: by_pool(&numbers[10..]),
		block_time: case.times[5],
		issuance: numbers[13],
		minted: numbers[14],
		emission: EmissionState::decode(&mut &case.bytes[..]).unwrap_or_default(),
	};
	for scenario in Scenario::ALL {
		let (rows, next) = project(policy, &outlook, scenario, case.epochs);
		prop_assert_eq!(rows.len(), case.epochs as usize);
		prop_assert_eq!(next.index, outlook.index.saturating_add(case.epochs));
		prop_assert!(next.start >= outlook.start && next.minted >= outlook.minted);
		for (row, number) in rows.iter().zip(0..) {
			prop_assert_eq!(row.epoch, outlook.index.saturating_add(number));
			prop_assert!(row.reminted <= row.minted.work);
		}
		prop_assert_eq!(rows.last().map_or(outlook.issuance, |row| row.issuance), next.issuance);
	}
	let _ = project_all(policy, &outlook, case.epochs);
	Ok(())
}

#[test]
fn functions_should_neither_panic_nor_break_a_bound_when_given_anything() {
	let seconds = std::env::var("BME_FUZZ_SECONDS").map_or(60, |text| text.parse().expect("a number of seconds"));
	let end = Instant::now() + Duration::from_secs(seconds);
	let mut cases = 0;
	while Instant::now() < end {
		let config = Config {
			cases: 500,
			failure_persistence: None,
			..Config::default()
		};
		cases += u64::from(config.cases);
		if let Err(error) = TestRunner::new(config).run(&case(), check) {
			panic!("{error}");
		}
	}
	println!("{cases} cases");
}

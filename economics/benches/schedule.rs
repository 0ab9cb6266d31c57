//! What schedules and epochs cost, early and late in the life of a chain.

use bme_economics::*;
use bounded_collections::BoundedVec;
use criterion::{criterion_group, criterion_main, Criterion};
use std::hint::black_box;

const TOKEN: Balance = 1_000_000_000_000;
const YEAR: Moment = 365 * DAY;
const AGES: [(&str, Moment); 2] = [("1 year", YEAR), ("500 years", 500 * YEAR)];

/// A term of each kind. Those that end do so only after the later age, so that none is cheap there for being over.
fn terms() -> [(&'static str, Term); 6] {
	let row = |index: Moment| TableRow {
		from: index * 10 * YEAR,
		amount: TOKEN,
	};
	let table = Term::Table {
		rows: BoundedVec::truncate_from((0..Moment::from(MAX_ROWS)).map(row).collect()),
		period: DAY,
	};
	let geometric = Term::Geometric {
		start: 0,
		first: 50_000_000 * TOKEN,
		ratio: Perbill::from_percent(99),
		period: 4 * YEAR,
		terms: MAX_PERIODS,
	};
	let halving = Term::Halving {
		start: 0,
		first: 50 * TOKEN,
		step: 600_000,
		steps: 210_000,
	};
	let exponential = Term::Exponential {
		start: 0,
		total: LIFETIME_CAP,
		lambda: u128::MAX / 1_000_000_000,
		period: 30_000,
	};
	let remaining = Term::Remaining {
		start: 0,
		amount: LIFETIME_CAP,
		part: Perbill::from_percent(5),
		step: 4 * YEAR,
	};
	let taper = Term::Taper {
		from: 0,
		to: 600 * YEAR,
		rate: 98_000 * TOKEN,
		period: DAY / 2,
	};
	[
		("table", table),
		("geometric", geometric),
		("halving", halving),
		("exponential", exponential),
		("remaining", remaining),
		("taper", taper),
	]
}

/// As many terms as a schedule has, of these kinds in turn.
fn full(terms: &[Term]) -> Schedule {
	let terms = terms.iter().cloned().cycle().take(MAX_TERMS as usize).collect();
	Schedule {
		terms: BoundedVec::truncate_from(terms),
	}
}

fn mixed() -> Schedule {
	full(&terms().map(|(_, term)| term))
}

fn policy() -> Policy {
	Policy {
		schedule: mixed(),
		..Policy::default_for(LIFETIME_CAP, DAY, FixedU128::from_u32(1))
	}
}

fn points() -> ByPool<u128> {
	ByPool {
		work: 40_000 * TOKEN,
		contribution: 20_000 * TOKEN,
		security: 14_400,
	}
}

fn scheduled(criterion: &mut Criterion) {
	let kinds = terms().map(|(kind, term)| (kind, full(&[term])));
	for (kind, schedule) in kinds.into_iter().chain([("mixed", mixed())]) {
		let mut group = criterion.benchmark_group(format!("scheduled, 64 terms, {kind}"));
		for (age, at) in AGES {
			group.bench_function(age, |bencher| {
				bencher.iter(|| black_box(&schedule).scheduled(black_box(at), black_box(at + DAY)))
			});
		}
	}
}

fn epoch(criterion: &mut Criterion) {
	let policy = policy();
	let mut group = criterion.benchmark_group("epoch, 64 terms, mixed");
	for (age, at) in AGES {
		group.bench_function(age, |bencher| {
			bencher.iter(|| {
				let input = EpochInput {
					index: 1_000,
					scheduled: black_box(&policy)
						.schedule
						.scheduled(black_box(at), black_box(at + DAY)),
					burned: 50_000 * TOKEN,
					points: points(),
					expected_blocks: 14_400,
				};
				let (emission, mut state) = epoch_emission(&policy, &input, &black_box(EmissionState::default()));
				(state.admit(emission, DAY), state)
			})
		});
	}
}

fn projection(criterion: &mut Criterion) {
	let policy = policy();
	let mut group = criterion.benchmark_group("project_all, 32 epochs, 64 terms, mixed");
	for (age, start) in AGES {
		let outlook = Outlook {
			number: 0,
			index: 1_000,
			start,
			measured: DAY,
			burned: 50_000 * TOKEN,
			points: points(),
			block_time: 6_000,
			issuance: LIFETIME_CAP,
			minted: 0,
			emission: EmissionState::default(),
		};
		assert_eq!(project_all(&policy, &outlook, 32), Ok(()), "it would end early");
		group.bench_function(age, |bencher| {
			bencher.iter(|| project_all(black_box(&policy), black_box(&outlook), 32))
		});
	}
}

criterion_group!(benches, scheduled, epoch, projection);
criterion_main!(benches);

//! Thousands of random steps. Whether a step succeeds does not matter; what holds after each of them does.

use super::mock::*;
use frame_support::traits::UnfilteredDispatchable;
use std::collections::BTreeMap;

const ACCOUNTS: core::ops::RangeInclusive<AccountId> = ALICE..=GRACE;
const STEPS: usize = 500;
const SCALE: Tick = 20;

/// SplitMix64: the same steps for the same seed, everywhere.
struct Random(u64);

impl Random {
	fn next(&mut self) -> u64 {
		self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
		let mut value = self.0;
		value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
		value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
		value ^ (value >> 31)
	}

	fn below(&mut self, limit: u64) -> u64 {
		self.next() % limit
	}

	fn chance(&mut self, percent: u64) -> bool {
		self.below(100) < percent
	}

	fn account(&mut self) -> AccountId {
		ALICE + self.below(GRACE)
	}

	fn class(&mut self) -> Class {
		Class::ALL[self.below(3) as usize]
	}

	fn classes(&mut self) -> ByClass<bool> {
		ByClass {
			agent: self.chance(80),
			inference: self.chance(80),
			training: self.chance(80),
		}
	}

	/// From nothing to more than anyone has.
	fn amount(&mut self) -> Balance {
		match self.below(6) {
			0 => Balance::from(self.below(3)),
			1 => MIN_BOND,
			2 => BOND,
			3 => TOKENS + 1,
			_ => Balance::from(self.below(300)) * TOKEN,
		}
	}

	/// A live job, mostly.
	fn job(&mut self) -> JobId {
		let live: Vec<_> = Live::iter_keys().collect();
		match live.len() as u64 {
			0 => self.below(5),
			_ if self.chance(5) => NextJob::get(),
			count => live[self.below(count) as usize],
		}
	}

	/// A party of the job that may have this say, mostly.
	fn party(&mut self, job: JobId, role: impl Fn(&Job) -> Vec<AccountId>) -> AccountId {
		let parties = Live::get(job).map(|job| role(&job)).unwrap_or_default();
		if parties.is_empty() || self.chance(10) {
			return self.account();
		}
		parties[self.below(parties.len() as u64) as usize]
	}

	/// Shares that mostly keep to the minima and sum to one.
	fn shares(&mut self, job: JobId) -> PerSupplier<Perbill> {
		let Some(job) = Live::get(job) else {
			return percents(&[100]);
		};
		let mut shares: Vec<_> = job.suppliers.iter().map(|terms| terms.min_share).collect();
		let left = shares.iter().fold(Perbill::one(), |left, share| left - *share);
		let lucky = self.below(shares.len() as u64) as usize;
		shares[lucky] = shares[lucky] + left;
		if self.chance(10) {
			let other = self.below(shares.len() as u64) as usize;
			shares[other] = Perbill::from_parts(self.below(1_000_000_001) as u32);
		}
		shares.try_into().unwrap()
	}
}

fn suppliers_of(job: &Job) -> Vec<AccountId> {
	job.suppliers.iter().map(|terms| terms.account).collect()
}

fn parties_of(job: &Job) -> Vec<AccountId> {
	[suppliers_of(job), vec![job.consumer]].concat()
}

/// Call as a transaction does: what fails leaves nothing.
fn call(who: AccountId, call: crate::Call<Test>) -> bool {
	call.dispatch_bypass_filter(signed(who)).is_ok()
}

/// Begin a job of up to four suppliers. One that cannot be opened leaves nothing, as in a transaction.
fn begin(random: &mut Random) -> bool {
	let count = 1 + random.below(4) as usize;
	let first = random.below(GRACE);
	let minimum = Perbill::from_rational(1, 1 + count as u32 + random.below(3) as u32);
	let suppliers: Vec<_> = (0..count as u64)
		.map(|index| (ALICE + (first + index) % GRACE, minimum))
		.collect();
	let mut build = Build {
		consumer: random.account(),
		class: random.class(),
		evidence: if random.chance(5) {
			EvidenceKind::Tee
		} else {
			EvidenceKind::None
		},
		..Build::new(&suppliers)
	};
	if random.chance(70) {
		build.assessor = Some(random.account());
	} else {
		let left = build
			.suppliers
			.iter()
			.fold(Perbill::one(), |left, (_, share)| left - *share);
		build.suppliers[0].1 = build.suppliers[0].1 + left;
	}
	frame_support::storage::with_storage_layer(|| build.try_begin()).is_ok()
}

/// Take one step; returns its name, and whether it succeeded.
fn step(random: &mut Random) -> (&'static str, bool) {
	use crate::Call;
	let who = random.account();
	let job = random.job();
	match random.below(100) {
		0..=3 => {
			let (bond, classes) = (random.amount(), random.classes());
			("register", call(who, Call::register { bond, classes }))
		}
		4..=7 => (
			"bond_extra",
			call(
				who,
				Call::bond_extra {
					amount: random.amount(),
				},
			),
		),
		8..=9 => (
			"set_classes",
			call(
				who,
				Call::set_classes {
					classes: random.classes(),
				},
			),
		),
		10..=13 => (
			"unbond",
			call(
				who,
				Call::unbond {
					amount: random.amount(),
				},
			),
		),
		14..=16 => ("withdraw_unbonded", call(who, Call::withdraw_unbonded {})),
		17..=31 => ("begin", begin(random)),
		32..=56 => {
			let who = random.party(job, suppliers_of);
			let units = u64::from(!random.chance(3));
			(
				"attest",
				call(
					who,
					Call::attest {
						job,
						units,
						result: RESULT,
						evidence: Evidence::None,
					},
				),
			)
		}
		57..=65 => {
			let who = random.party(job, |job| job.assessor.into_iter().collect());
			(
				"assess",
				call(
					who,
					Call::assess {
						job,
						shares: random.shares(job),
					},
				),
			)
		}
		66..=77 => {
			let who = random.party(job, suppliers_of);
			("agree", call(who, Call::agree { job }))
		}
		78..=83 => {
			let who = random.party(job, |job| vec![job.consumer]);
			("approve", call(who, Call::approve { job }))
		}
		84..=86 => {
			let who = random.party(job, parties_of);
			("dispute", call(who, Call::dispute { job }))
		}
		87..=91 => {
			let epoch = random.below(u64::from(Epoch::get()) + 1) as EpochIndex;
			("take", Contribution::take(epoch, &who) != ByPool::default())
		}
		92..=93 => {
			Epoch::set(&(Epoch::get() + 1));
			("epoch", true)
		}
		_ => {
			pass(1 + random.below(40) as Tick);
			("pass", true)
		}
	}
}

/// What holds beside the invariants of the pallet: tokens, liabilities and verdicts.
fn check(issuance: Balance) {
	assert_ok!(Pallet::<Test>::do_try_state());
	assert_eq!(
		Balances::total_issuance() + Burned::get(),
		issuance,
		"tokens left by the ledger only"
	);

	let mut open = BTreeMap::<AccountId, Balance>::new();
	for job in Live::iter_values() {
		for who in suppliers_of(&job) {
			*open.entry(who).or_default() += job.liability;
		}
	}
	for who in ACCOUNTS {
		let liabilities = Suppliers::<Test>::get(who).map_or(0, |supplier| supplier.liabilities);
		assert_eq!(
			liabilities,
			open.get(&who).copied().unwrap_or_default(),
			"liabilities are of live jobs"
		);
	}
	assert_eq!(
		Works::<Test>::iter().count(),
		Live::iter().count(),
		"work and jobs end together"
	);
	for verdict in Ended::iter_values() {
		assert!(
			bme_economics::sums_to_one(verdict.iter().map(|line| line.share)),
			"shares sum to one"
		);
		assert!(verdict.iter().all(|line| line.attested != line.quality.is_zero()));
	}
}

#[test]
fn invariants_should_hold_when_everybody_acts_at_random() {
	let mut succeeded = BTreeMap::<&str, u32>::new();
	for seed in 0..20 {
		ext().execute_with(|| {
			let random = &mut Random(seed);
			let issuance = Balances::total_issuance();
			// So that tokens that are leaving a bond leave it within the steps.
			Scale::set(&SCALE);
			for _ in 0..STEPS {
				let (name, success) = step(random);
				*succeeded.entry(name).or_default() += u32::from(success);
				check(issuance);
			}
			pass(ATTEST_WITHIN + 2 * WINDOWS[2] / SCALE);
			check(issuance);
			assert_eq!(Live::iter().count(), 0, "every job ends by itself");
		});
	}
	assert!(
		succeeded.values().all(|count| *count > 20),
		"every step is taken: {succeeded:?}"
	);
}

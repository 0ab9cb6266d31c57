//! Thousands of random commands. Whether one succeeds does not matter; what must hold after each does.

use super::*;
use bme_economics::DAY;
use bme_primitives::{Verdict, MAX_SUPPLIERS};
use proptest::{
	collection::vec,
	prelude::*,
	test_runner::{RngSeed, TestRunner},
};

const PEOPLE: [u128; 6] = [ALICE, BOB, CHARLIE, DAVE, EVE, FERDIE];
const CASES: u32 = 48;
const STEPS: usize = 120;

#[derive(Clone, Debug)]
enum Command {
	Request {
		payer: u128,
		spec: JobSpecV1<u128>,
	},
	Accept {
		job: JobId,
		who: u128,
	},
	AcceptByAll {
		job: JobId,
	},
	Cancel {
		job: JobId,
	},
	Judge {
		job: JobId,
		qualities: Vec<u32>,
		at_due: bool,
	},
	Settle {
		job: JobId,
	},
	Payout {
		who: u128,
		epoch: EpochIndex,
	},
	Claim {
		who: u128,
		debt: Debt,
	},
	Earn {
		who: u128,
		pool: Pool,
		points: u128,
	},
	Price {
		cents: u32,
	},
	Stale,
	Ticks {
		blocks: u32,
		weight: u64,
	},
	Idle {
		weight: u64,
	},
	Wait {
		hours: u64,
	},
	Lock {
		who: u128,
	},
	Unlock {
		who: u128,
	},
	Block {
		who: u128,
	},
	Thaw {
		who: u128,
	},
	Send {
		from: u128,
		to: u128,
		keep: Balance,
	},
	Donate {
		pool: Pool,
	},
}

fn person() -> impl Strategy<Value = u128> {
	proptest::sample::select(&PEOPLE[..])
}

fn pool() -> impl Strategy<Value = Pool> {
	proptest::sample::select(&Pool::ALL[..])
}

fn debt() -> impl Strategy<Value = Debt> {
	prop_oneof![Just(Debt::Fiat), pool().prop_map(Debt::Tokens)]
}

fn job_spec() -> impl Strategy<Value = JobSpecV1<u128>> {
	let suppliers = proptest::sample::subsequence(PEOPLE.to_vec(), 1..=4);
	let class = proptest::sample::select(&Class::ALL[..]);
	(
		person(),
		class,
		10_000u128..100_000_000,
		suppliers,
		any::<bool>(),
		1u32..20,
		10u32..30,
	)
		.prop_map(
			|(consumer, class, price, suppliers, assessed, accept_within, attest_within)| {
				let shares = equal_shares(suppliers.len() as u32);
				let terms = suppliers.into_iter().zip(shares).map(|(account, share)| SupplierTerms {
					account,
					min_share: share,
				});
				JobSpecV1 {
					consumer,
					class,
					price,
					suppliers: Suppliers::truncate_from(terms.collect()),
					assessor: assessed.then_some(EVE),
					accept_within,
					attest_within,
					..spec()
				}
			},
		)
}

/// Jobs are few, so that commands meet each other.
fn job() -> impl Strategy<Value = JobId> {
	0u64..20
}

fn command() -> impl Strategy<Value = Command> {
	let qualities = || vec(0u32..=120, MAX_SUPPLIERS as usize);
	prop_oneof![
		6 => (person(), job_spec()).prop_map(|(payer, spec)| Command::Request { payer, spec }),
		2 => (job(), person()).prop_map(|(job, who)| Command::Accept { job, who }),
		6 => job().prop_map(|job| Command::AcceptByAll { job }),
		2 => job().prop_map(|job| Command::Cancel { job }),
		6 => (job(), qualities(), any::<bool>())
			.prop_map(|(job, qualities, at_due)| Command::Judge { job, qualities, at_due }),
		2 => job().prop_map(|job| Command::Settle { job }),
		4 => (person(), 0u32..8).prop_map(|(who, epoch)| Command::Payout { who, epoch }),
		3 => (person(), debt()).prop_map(|(who, debt)| Command::Claim { who, debt }),
		3 => (person(), pool(), 1u128..TOKEN).prop_map(|(who, pool, points)| Command::Earn { who, pool, points }),
		2 => (1u32..200).prop_map(|cents| Command::Price { cents }),
		1 => Just(Command::Stale),
		5 => (1u32..12, 0u64..4_000_000_000).prop_map(|(blocks, weight)| Command::Ticks { blocks, weight }),
		3 => (0u64..2_000_000_000).prop_map(|weight| Command::Idle { weight }),
		4 => (1u64..60).prop_map(|hours| Command::Wait { hours }),
		1 => person().prop_map(|who| Command::Lock { who }),
		1 => person().prop_map(|who| Command::Unlock { who }),
		1 => person().prop_map(|who| Command::Block { who }),
		1 => person().prop_map(|who| Command::Thaw { who }),
		1 => (person(), person(), 0..TOKEN).prop_map(|(from, to, keep)| Command::Send { from, to, keep }),
		1 => pool().prop_map(|pool| Command::Donate { pool }),
	]
}

/// A verdict with the shares that the job's suppliers agreed to; a quality above 100 stands for one that did not attest.
fn random_verdict(job: JobId, qualities: &[u32]) -> Option<Verdict> {
	let suppliers = crate::Jobs::<Test>::get(job)?.spec.suppliers;
	let line = |(terms, quality): (&SupplierTerms<u128>, &u32)| SupplierVerdict {
		share: terms.min_share,
		quality: Perbill::from_percent(if *quality > 100 { 0 } else { *quality }),
		attested: *quality <= 100,
		condemned: false,
	};
	Some(Verdict::truncate_from(
		suppliers.iter().zip(qualities).map(line).collect(),
	))
}

fn apply(command: Command) {
	let outcome = match command {
		Command::Request { payer, spec } => request_job(payer, spec),
		Command::Accept { job, who } => accept_job(who, job, Perbill::one()),
		Command::AcceptByAll { job } => {
			let suppliers = crate::Jobs::<Test>::get(job)
				.map(|job| job.spec.suppliers)
				.unwrap_or_default();
			suppliers
				.into_iter()
				.try_for_each(|terms| accept_job(terms.account, job, terms.min_share))
		}
		Command::Cancel { job } => match crate::Jobs::<Test>::get(job) {
			Some(live) => cancel_job(live.payer, job),
			None => Ok(()),
		},
		Command::Judge { job, qualities, at_due } => match random_verdict(job, &qualities) {
			Some(verdict) if !Begun::contains_key(job) => {
				// Merit judges only what began.
				drop(verdict);
				Ok(())
			}
			Some(verdict) if at_due => {
				Verdicts::insert(job, verdict);
				Ok(())
			}
			Some(verdict) => judged(job, verdict),
			None => Ok(()),
		},
		Command::Settle { job } => settle(EVE, job),
		Command::Payout { who, epoch } => payout(who, &[epoch]),
		Command::Claim { who, debt } => claim_owed(who, debt),
		Command::Earn { who, pool, points } => {
			credit(Bme::epoch_view().index, pool, who, points);
			Ok(())
		}
		Command::Price { cents } => {
			let price = f64::from(cents) / 100.0;
			Facts::set(&Some(facts(price, price, price / 50.0, 0)));
			Ok(())
		}
		Command::Stale => {
			Facts::set(&None);
			Ok(())
		}
		Command::Ticks { blocks, weight } => {
			(0..blocks).for_each(|_| poll(Weight::from_parts(weight, 0)));
			Ok(())
		}
		Command::Idle { weight } => {
			idle(Weight::from_parts(weight, 0));
			Ok(())
		}
		Command::Wait { hours } => {
			Now::set(&(Now::get() + hours * DAY / 24));
			ticks(1);
			Ok(())
		}
		Command::Lock { who } => {
			if System::account_exists(&who) {
				Balances::set_lock(*b"pyconvot", &who, Balance::MAX, WithdrawReasons::all());
			}
			Ok(())
		}
		Command::Unlock { who } => {
			Balances::remove_lock(*b"pyconvot", &who);
			Ok(())
		}
		Command::Block { who } => Assets::block(RuntimeOrigin::signed(ADMIN), FIAT, who),
		Command::Thaw { who } => Assets::thaw(RuntimeOrigin::signed(ADMIN), FIAT, who),
		Command::Send { from, to, keep } => {
			let amount = tokens(from).saturating_sub(keep);
			Balances::transfer_allow_death(RuntimeOrigin::signed(from), to, amount)
		}
		Command::Donate { pool } => {
			Balances::transfer(&ALICE, &Bme::pot(pool), TOKEN, Preservation::Preserve).map(|_| ())
		}
	};
	// A refusal is as good as a success.
	let _ = outcome;
}

/// What the counters said before a command: they never fall.
#[derive(Default)]
struct Before {
	burned: Balance,
	minted: Balance,
	fiat: Balance,
}

fn check(before: &mut Before) {
	assert_ok!(Bme::do_try_state());

	let burned = BurnedTotal::<Test>::iter_values().sum();
	let minted = MintedTotal::<Test>::iter_values().sum();
	assert!(burned >= before.burned && minted >= before.minted);
	let fiat = <Assets as frame_support::traits::fungibles::Inspect<u128>>::total_issuance(FIAT);
	assert!(
		before.fiat == 0 || before.fiat == fiat,
		"a job neither makes nor destroys fiat"
	);
	*before = Before { burned, minted, fiat };

	// Each open liability is of a live job, and each live job's acceptance is open.
	for who in PEOPLE {
		let of_jobs: Balance = crate::Jobs::<Test>::iter_values()
			.flat_map(|job| {
				job.spec
					.suppliers
					.into_iter()
					.zip(job.accepted)
					.map(move |pair| (pair, job.liability))
			})
			.filter(|((terms, accepted), _)| *accepted && terms.account == who)
			.map(|(_, liability)| liability)
			.sum();
		assert_eq!(Liabilities::get(who), of_jobs);
	}
	let begun = crate::Jobs::<Test>::iter().filter(|(_, job)| job.has_begun()).count();
	assert_eq!(Begun::iter().count(), begun);
}

/// Whatever happened, every job ends by itself, and every closed epoch is paid.
fn let_everything_end() {
	ticks(60);
	assert_no_job_left();
	assert_eq!((held_tokens(FERDIE), held_fiat(FERDIE)), (0, 0));
	for epoch in 0..=Bme::epoch_view().index {
		idle(Weight::MAX);
		let closed = epoch < Bme::epoch_view().index;
		assert!(!closed || Rows::iter_prefix(epoch).count() == 0);
	}
}

#[test]
fn invariants_should_hold_after_each_step_when_commands_are_random() {
	let mut runner = TestRunner::new(ProptestConfig {
		cases: CASES,
		failure_persistence: None,
		rng_seed: RngSeed::Fixed(2609),
		..ProptestConfig::default()
	});
	let commands = vec(command(), STEPS..=STEPS);
	runner
		.run(&commands, |commands| {
			new_test_ext().execute_with(|| {
				let mut before = Before::default();
				block_at(0);
				for command in commands {
					apply(command);
					check(&mut before);
				}
				let_everything_end();
				check(&mut before);
			});
			Ok(())
		})
		.unwrap();
}

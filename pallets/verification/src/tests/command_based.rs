//! Random commands, most of them wrong. Whatever fails changes nothing, and every invariant holds after each.

use super::mock::*;
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Command {
	Dispute { by: AccountId, shared: bool },
	Draw,
	Commit { who: usize, job: u64, quality: u32 },
	Reveal { who: usize, job: u64, quality: u32 },
	Take { who: usize },
	Leave { who: usize, seat: u32 },
	Bond { who: usize },
	Withdraw { who: usize },
	Admit { who: usize, seats: u32 },
	Void { job: u64 },
	Pass { ticks: Tick },
}

/// Qualities that most agree on, so that most panels find something.
fn said() -> impl Strategy<Value = u32> {
	prop_oneof![8 => Just(100u32), 4 => Just(30u32), 1 => 0..100u32]
}

fn command() -> impl Strategy<Value = Command> {
	let who = || 0..VERIFIERS.len();
	let job = || 0..6u64;
	prop_oneof![
		3 => (prop_oneof![Just(CONSUMER), Just(BOB)], any::<bool>()).prop_map(|(by, shared)| Command::Dispute { by, shared }),
		3 => Just(Command::Draw),
		12 => (who(), job(), said()).prop_map(|(who, job, quality)| Command::Commit { who, job, quality }),
		12 => (who(), job(), said()).prop_map(|(who, job, quality)| Command::Reveal { who, job, quality }),
		1 => who().prop_map(|who| Command::Take { who }),
		1 => (who(), 0..6u32).prop_map(|(who, seat)| Command::Leave { who, seat }),
		3 => who().prop_map(|who| Command::Bond { who }),
		1 => who().prop_map(|who| Command::Withdraw { who }),
		1 => (who(), 0..5u32).prop_map(|(who, seats)| Command::Admit { who, seats }),
		1 => job().prop_map(|job| Command::Void { job }),
		4 => prop_oneof![4 => 1..20u32, 1 => Just(REVIEW)].prop_map(|ticks| Command::Pass { ticks }),
	]
}

/// What a member says of a job with as many suppliers as it has.
fn opinion(job: JobId, said: u32) -> Opinion {
	let shares = Panels::<Test>::get(job).is_some_and(|panel| panel.asks_shares);
	let suppliers = Live::get(job).map_or(1, |live| live.minima.len());
	Opinion {
		qualities: Suppliers::truncate_from(vec![percent(said); suppliers]),
		shares: shares.then(|| percents(&[40, 60])),
		output: None,
	}
}

fn apply(command: Command) {
	// Whether it is refused does not matter here: every refusal has a test of its own.
	let _ = match command {
		Command::Dispute { by, shared } => {
			let build = if shared { Build::shared() } else { Build::default() };
			convene(build.begin(), Some(by)).map(drop)
		}
		Command::Draw => {
			know_randomness();
			Ok(())
		}
		Command::Commit { who, job, quality } => commit(VERIFIERS[who], job, 0, &opinion(job, quality)),
		Command::Reveal { who, job, quality } => reveal(VERIFIERS[who], job, 0, &opinion(job, quality)),
		Command::Take { who } => take_seat(VERIFIERS[who], Class::Agent),
		Command::Leave { who, seat } => leave_seat(VERIFIERS[who], Class::Agent, seat),
		Command::Bond { who } => bond(VERIFIERS[who]),
		Command::Withdraw { who } => Verification::withdraw_bond(signed(VERIFIERS[who])),
		Command::Admit { who, seats } => Verification::admit(RuntimeOrigin::root(), VERIFIERS[who], seats),
		Command::Void { job } => Verification::void_slash(RuntimeOrigin::root(), job),
		Command::Pass { ticks } => {
			pass(ticks);
			Ok(())
		}
	};
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	#[test]
	fn invariants_should_hold_when_commands_are_random(commands in proptest::collection::vec(command(), 1..120)) {
		ext().execute_with(|| {
			let issuance = || Balances::total_issuance() + Burned::get();
			let before = issuance();
			for command in commands {
				apply(command.clone());
				prop_assert!(Pallet::<Test>::do_try_state().is_ok(), "{command:?}: {:?}", Pallet::<Test>::do_try_state());
				prop_assert_eq!(issuance(), before);
			}
			// Every panel ends by itself, and every finding stands.
			know_randomness();
			pass(3 * (REDRAW + COMMIT + REVEAL) + REVIEW);
			prop_assert_eq!(Panels::<Test>::iter().count() + Findings::<Test>::iter().count(), 0);
			Ok(())
		})?;
	}
}

//! Random histories of everything that can be called, with every invariant after each step.

use super::mock::*;
use crate::Call;
use bme_primitives::Balance;
use frame_support::{
	assert_ok,
	traits::{fungible::Inspect, Hooks},
	weights::Weight,
};
use proptest::{collection::vec, prelude::*};

#[derive(Clone, Debug)]
enum Command {
	/// Of both items on one supplier, and of data on the other.
	Report(AccountId, AccountId, u64, u64),
	Bond(AccountId),
	Withdraw(AccountId),
	Register(AccountId, u8),
	Remove(AccountId, u8),
	/// With the signatures of the first devices, that many.
	Answer(AccountId, u8),
	Demand(AccountId, AccountId, u32),
	Block,
	/// The next epoch begins, in a block with so much room.
	Epoch(u64),
	/// Governance admits all reporters but one, or all.
	Admit(usize),
}

fn command() -> impl Strategy<Value = Command> {
	let reporter = || proptest::sample::select(REPORTERS.to_vec());
	let supplier = || proptest::sample::select(vec![SUPPLIER, OTHER, STRANGER]);
	prop_oneof![
		8 => (reporter(), supplier(), 0..150u64, 0..30u64)
			.prop_map(|(who, on, data, hours)| Command::Report(who, on, data, hours)),
		1 => reporter().prop_map(Command::Bond),
		1 => reporter().prop_map(Command::Withdraw),
		1 => (supplier(), 1..6u8).prop_map(|(who, device)| Command::Register(who, device)),
		1 => (supplier(), 1..6u8).prop_map(|(who, device)| Command::Remove(who, device)),
		2 => (supplier(), 1..6u8).prop_map(|(who, devices)| Command::Answer(who, devices)),
		2 => (reporter(), supplier(), 0..2u32).prop_map(|(who, on, ago)| Command::Demand(who, on, ago)),
		4 => Just(Command::Block),
		2 => (0..20_000_000_000u64).prop_map(Command::Epoch),
		1 => (0..6usize).prop_map(Command::Admit),
	]
}

/// What is refused is refused; nothing more is asked of a command.
fn run(command: Command) {
	let _ = match command {
		Command::Report(who, supplier, data, hours) => report(
			who,
			&[
				on(supplier, &[(DATA, data), (HOURS, hours)]),
				on(OTHER, &[(DATA, data)]),
			],
		),
		Command::Bond(who) => signed(who, Call::bond {}),
		Command::Withdraw(who) => signed(who, Call::withdraw_bond {}),
		Command::Register(who, seed) => register(who, HOURS, &device(seed), who),
		Command::Remove(who, seed) => {
			let device = id_of(&device(seed));
			signed(who, Call::remove_device { device })
		}
		Command::Answer(who, devices) => {
			let devices: Vec<_> = (1..=devices).collect();
			answer(who, &leaves_of(who, &devices), &[])
		}
		Command::Demand(who, supplier, ago) => {
			let epoch = Epoch::get().saturating_sub(ago);
			signed(who, Call::demand_proof { epoch, supplier })
		}
		Command::Block => {
			next_block();
			Ok(())
		}
		Command::Epoch(room) => {
			Epoch::set(&(Epoch::get() + 1));
			next_block();
			Measurement::on_idle(1, Weight::from_parts(room, u64::MAX));
			Ok(())
		}
		Command::Admit(without) => {
			let admitted = REPORTERS.iter().enumerate().filter(|(index, _)| *index != without);
			Members::set(&admitted.map(|(_, who)| *who).collect());
			Ok(())
		}
	};
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(200))]

	#[test]
	fn history_should_hold_every_invariant_when_random(commands in vec(command(), 1..100)) {
		build_and_execute(|| {
			for command in commands {
				run(command);
				assert_ok!(Measurement::do_try_state());
			}
			next_epoch();
			assert_eq!(crate::Reports::<Test>::iter().count(), 0);
			next_epoch();
			next_epoch();
			assert_eq!(crate::Answers::<Test>::iter().count(), 0);
			// What was taken of bonds is all that is missing.
			let all: Balance = REPORTERS.iter().map(Balances::total_balance).sum();
			assert_eq!(all + Burned::get(), 5 * FUNDS);
		});
	}
}

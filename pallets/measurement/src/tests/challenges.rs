//! Challenges: what is answered counts, what is not proven on demand does not.

use super::mock::*;
use crate::{Answers, Call, DeviceCounts, Error, Event, OpenChallenge, SAMPLES};
use bme_primitives::{EpochIndex, ItemId, TOKEN};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchResult;

const REPORTER: AccountId = REPORTERS[0];

fn demand(reporter: AccountId, epoch: EpochIndex) -> DispatchResult {
	let supplier = SUPPLIER;
	signed(reporter, Call::demand_proof { epoch, supplier })
}

fn register_all(devices: &[u8]) {
	for seed in devices {
		assert_ok!(register(SUPPLIER, HOURS, &device(*seed), SUPPLIER));
	}
}

/// The supplier with these devices answered for all of them, and the reporter demands a proof.
fn demanded(devices: &[u8], leaves: &[Vec<u8>]) -> EpochIndex {
	register_all(devices);
	assert_ok!(answer(SUPPLIER, leaves, &[]));
	next_block();
	let epoch = Epoch::get();
	assert_ok!(demand(REPORTER, epoch));
	epoch
}

/// The seeds of the devices that were drawn, in order.
fn drawn(epoch: EpochIndex) -> Vec<u8> {
	let demand = &Answers::<Test>::get(epoch, SUPPLIER).unwrap().demands[0];
	let seed_of = |id| (1..=40).find(|seed| id_of(&device(*seed)) == id).unwrap();
	demand.devices.iter().cloned().map(seed_of).collect()
}

/// What the hours of the supplier earn, of 1,000 that are reported of the epoch that is open.
fn earned() -> u128 {
	next_epoch();
	report_all(HOURS, &[1_000, 1_000, 1_000]);
	for _ in 0..WINDOW {
		next_block();
	}
	next_epoch();
	points(SUPPLIER)
}

#[test]
fn challenge_should_be_another_when_an_epoch_begins() {
	build_and_execute(|| {
		let first = OpenChallenge::<Test>::get().unwrap();
		next_block();
		assert_eq!(OpenChallenge::<Test>::get(), Some(first));
		next_epoch();
		let second = OpenChallenge::<Test>::get().unwrap();
		assert_eq!((first.epoch + 1, first.seed == second.seed), (second.epoch, false));
		assert_event(Event::ChallengeOpened {
			epoch: second.epoch,
			seed: second.seed,
		});
	});
}

#[test]
fn devices_should_count_when_their_supplier_answered_for_them() {
	build_and_execute(|| {
		register_all(&[1, 2, 3]);
		assert_ok!(answer(SUPPLIER, &leaves_of(SUPPLIER, &[1, 3]), &[2]));
		assert_event(Event::ChallengeAnswered {
			supplier: SUPPLIER,
			epoch: 1,
			present: vec![(HOURS, 2)],
		});
		assert_eq!(earned(), 20 * TOKEN);
		// Another epoch is another challenge.
		assert_eq!(earned(), 0);
		assert_eq!(Answers::<Test>::iter().count(), 0);
	});
}

#[test]
fn answer_should_be_refused_when_it_is_late_repeated_or_of_devices_that_are_not_there() {
	build_and_execute(|| {
		let root = Default::default();
		let say = |who, epoch, items: &[ItemId], absent: &[u8]| {
			let mut absent: Vec<_> = absent.iter().map(|seed| id_of(&device(*seed))).collect();
			absent.sort();
			let call = Call::answer_challenge {
				epoch,
				root,
				leaves: 1,
				items: items.to_vec().try_into().unwrap(),
				absent: absent.try_into().unwrap(),
			};
			signed(who, call)
		};
		assert_noop!(say(SUPPLIER, 1, &[HOURS], &[]), Error::<Test>::NoDevices);
		register_all(&[1]);
		assert_noop!(say(SUPPLIER, 0, &[HOURS], &[]), Error::<Test>::WrongEpoch);
		assert_noop!(say(SUPPLIER, 2, &[HOURS], &[]), Error::<Test>::WrongEpoch);
		assert_noop!(say(SUPPLIER, 1, &[], &[]), Error::<Test>::NoDevices);
		assert_noop!(say(SUPPLIER, 1, &[HOURS, HOURS], &[]), Error::<Test>::NotSorted);
		assert_noop!(say(SUPPLIER, 1, &[HOURS], &[1, 1]), Error::<Test>::NotSorted);
		assert_noop!(say(SUPPLIER, 1, &[HOURS], &[2]), Error::<Test>::UnknownDevice);
		assert_ok!(register(OTHER, HOURS, &device(2), OTHER));
		assert_noop!(say(SUPPLIER, 1, &[HOURS], &[2]), Error::<Test>::UnknownDevice);
		assert_ok!(say(SUPPLIER, 1, &[HOURS], &[1]));
		assert_noop!(say(SUPPLIER, 1, &[HOURS], &[]), Error::<Test>::AlreadyAnswered);
	});
}

#[test]
fn demand_should_be_refused_when_nobody_answered_or_it_is_no_reporters() {
	build_and_execute(|| {
		assert_noop!(demand(REPORTER, 1), Error::<Test>::NoAnswer);
		register_all(&[1]);
		assert_ok!(answer(SUPPLIER, &leaves_of(SUPPLIER, &[1]), &[]));
		// In the block of the answer the hash that draws is known.
		assert_noop!(demand(REPORTER, 1), Error::<Test>::TooEarly);
		next_block();
		assert_noop!(demand(STRANGER, 1), Error::<Test>::NotReporter);
		assert_ok!(signed(REPORTERS[1], Call::withdraw_bond {}));
		assert_noop!(demand(REPORTERS[1], 1), Error::<Test>::NotBonded);
		assert_ok!(demand(REPORTER, 1));
		assert_noop!(demand(REPORTER, 1), Error::<Test>::AlreadyDemanded);
	});
}

#[test]
fn demand_should_be_refused_when_every_device_was_said_to_be_away() {
	build_and_execute(|| {
		register_all(&[1]);
		assert_ok!(answer(SUPPLIER, &[vec![0]], &[1]));
		next_block();
		assert_noop!(demand(REPORTER, 1), Error::<Test>::NothingToProve);
	});
}

#[test]
fn devices_should_count_when_what_was_demanded_is_proven() {
	build_and_execute(|| {
		let all: Vec<u8> = (1..=20).collect();
		let leaves = leaves_of(SUPPLIER, &all);
		let epoch = demanded(&all, &leaves);
		let drawn = drawn(epoch);
		assert_eq!(drawn.len() as u32, SAMPLES);
		let places: Vec<_> = drawn.iter().map(|seed| u32::from(*seed) - 1).collect();
		let proofs = proofs_of(&leaves, &places);
		assert_noop!(
			prove(SUPPLIER, epoch, REPORTERS[1], proofs.clone()),
			Error::<Test>::NoDemand
		);
		assert_noop!(prove(OTHER, epoch, REPORTER, proofs.clone()), Error::<Test>::NoAnswer);
		assert_noop!(
			prove(SUPPLIER, epoch, REPORTER, proofs[1..].to_vec()),
			Error::<Test>::WrongNumberOfProofs
		);
		let mut swapped = proofs.clone();
		swapped.swap(0, 1);
		assert_noop!(prove(SUPPLIER, epoch, REPORTER, swapped), Error::<Test>::BadSignature);
		let mut elsewhere = proofs.clone();
		elsewhere[0].leaf = elsewhere[1].leaf;
		assert_noop!(prove(SUPPLIER, epoch, REPORTER, elsewhere), Error::<Test>::BadProof);
		assert_ok!(prove(SUPPLIER, epoch, REPORTER, proofs.clone()));
		assert_noop!(prove(SUPPLIER, epoch, REPORTER, proofs), Error::<Test>::AlreadyProven);
		assert_eq!(earned(), 200 * TOKEN);
	});
}

#[test]
fn no_device_should_count_when_one_that_was_drawn_did_not_sign() {
	build_and_execute(|| {
		// One of twenty signs in the place of all.
		let all: Vec<u8> = (1..=20).collect();
		let leaves = leaves_of(SUPPLIER, &[1; 20]);
		let epoch = demanded(&all, &leaves);
		let proofs = proofs_of(&leaves, &vec![0; SAMPLES as usize]);
		assert_noop!(prove(SUPPLIER, epoch, REPORTER, proofs), Error::<Test>::BadSignature);
		assert_eq!(earned(), 0);
		assert_event(Event::DevicesUnproven {
			supplier: SUPPLIER,
			epoch,
		});
	});
}

#[test]
fn signatures_of_another_epoch_or_supplier_should_prove_nothing() {
	build_and_execute(|| {
		let old = leaves_of(SUPPLIER, &[1]);
		next_epoch();
		let epoch = demanded(&[1], &old);
		assert_noop!(
			prove(SUPPLIER, epoch, REPORTER, proofs_of(&old, &[0])),
			Error::<Test>::BadSignature
		);
		next_epoch();
		let others = leaves_of(OTHER, &[1]);
		assert_ok!(answer(SUPPLIER, &others, &[]));
		next_block();
		assert_ok!(demand(REPORTER, Epoch::get()));
		assert_noop!(
			prove(SUPPLIER, Epoch::get(), REPORTER, proofs_of(&others, &[0])),
			Error::<Test>::BadSignature
		);
	});
}

#[test]
fn devices_should_count_when_a_demand_came_too_late_to_be_met() {
	build_and_execute(|| {
		register_all(&[1]);
		assert_ok!(answer(SUPPLIER, &leaves_of(SUPPLIER, &[1]), &[]));
		next_epoch();
		report_all(HOURS, &[5, 5, 5]);
		assert_ok!(demand(REPORTER, 1));
		next_epoch();
		assert_eq!(points(SUPPLIER), 5 * TOKEN);
	});
}

#[test]
fn device_should_not_count_when_it_was_removed_after_the_answer() {
	build_and_execute(|| {
		register_all(&[1, 2, 3]);
		assert_ok!(answer(SUPPLIER, &leaves_of(SUPPLIER, &[1, 2, 3]), &[]));
		let device = id_of(&device(1));
		assert_ok!(signed(SUPPLIER, Call::remove_device { device }));
		assert_eq!(DeviceCounts::<Test>::get(SUPPLIER, HOURS), 2);
		// One that comes after the answer is not of it, and is not drawn.
		next_block();
		register_all(&[4]);
		for reporter in REPORTERS {
			assert_ok!(demand(reporter, 1));
		}
		let demands = Answers::<Test>::get(1, SUPPLIER).unwrap().demands;
		let latest = id_of(&super::mock::device(4));
		assert!(demands.iter().all(|demand| !demand.devices.contains(&latest)));
		let until = demands[0].until;
		assert_eq!(until, System::block_number() + WINDOW);
		Answers::<Test>::mutate(1, SUPPLIER, |answer| {
			let demands = answer.as_mut().unwrap().demands.iter_mut();
			demands.for_each(|demand| demand.is_met = true);
		});
		assert_eq!(earned(), 20 * TOKEN);
	});
}

#[test]
fn answers_should_be_forgotten_in_steps_when_there_is_little_room() {
	build_and_execute(|| {
		register_all(&[1]);
		assert_ok!(register(OTHER, HOURS, &device(2), OTHER));
		for (who, seed) in [(SUPPLIER, 1), (OTHER, 2)] {
			assert_ok!(answer(who, &leaves_of(who, &[seed]), &[]));
		}
		next_epoch();
		Epoch::set(&(Epoch::get() + 1));
		use crate::WeightInfo;
		use frame_support::traits::Hooks;
		let step = <() as WeightInfo>::tally_base().saturating_add(<() as WeightInfo>::forget_answer());
		Measurement::on_idle(System::block_number(), step);
		assert_eq!(Answers::<Test>::iter().count(), 1);
		Measurement::on_idle(System::block_number(), step.saturating_mul(2));
		assert_eq!(Answers::<Test>::iter().count(), 0);
	});
}

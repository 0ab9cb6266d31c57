//! What attackers try, each by name.

use super::mock::*;

#[test]
fn minority_should_move_nothing_when_it_colludes() {
	build_and_execute(|| {
		for lie in [0, 100] {
			let job = disputed();
			judge_by(job, &[lie, lie, 60, 62, 64]);
			let quality = verdict(job)[0].quality;
			assert!((percent(60)..=percent(64)).contains(&quality));
			for who in VERIFIERS {
				let _ = bond(who);
			}
		}
	});
}

#[test]
fn always_saying_good_should_cost_when_the_work_is_bad() {
	build_and_execute(|| {
		let job = drawn(Build::default(), None);
		let lazy = members(job)[0];
		judge_by(job, &[100, 0, 0, 0, 0]);
		assert_eq!(lost(lazy), SLASH);
		assert!(!Findings::<Test>::get(job).unwrap().deserving.contains(&lazy));
	});
}

#[test]
fn disputing_should_cost_when_the_work_is_good() {
	build_and_execute(|| {
		judge_by(disputed(), &[100; 5]);
		assert_eq!(free(PAYER), TOKENS - DISPUTE_BOND);
	});
}

#[test]
fn panel_should_not_be_chosen_when_somebody_waits_for_its_randomness() {
	build_and_execute(|| {
		// Whoever disputes knows the present randomness. The panel is drawn by a later one.
		know_randomness();
		let job = Build::default().begin();
		assert_ok!(convene(job, Some(CONSUMER)));
		pass(2 * RETRY);
		assert_eq!(stage(job), Some(Stage::Drawing));
		know_randomness();
		pass(RETRY);
		assert_eq!(stage(job), Some(Stage::Committing));
	});
}

#[test]
fn panel_should_not_be_chosen_when_somebody_moves_seats() {
	build_and_execute(|| {
		let moves = || {
			[
				Verification::take_seat(signed(VERIFIER), Class::Agent),
				Verification::leave_seat(signed(VERIFIER), Class::Agent, 0),
				Verification::bond(signed(VERIFIER)),
			]
		};
		// Where draws are made, and where what they are made by is almost known.
		for phase in [Phase::Drawing, Phase::Waiting] {
			FixedPhase::put(phase);
			for moved in moves() {
				assert_noop!(moved, Error::<Test>::SeatsFixed);
			}
		}
		FixedPhase::put(Phase::Seating);
		assert!(moves()
			.iter()
			.all(|moved| *moved != Err(Error::<Test>::SeatsFixed.into())));
	});
}

#[test]
fn disputing_should_cost_what_a_panel_costs_when_a_job_burns_next_to_nothing() {
	build_and_execute(|| {
		let job = Build::default().begin();
		Live::mutate_extant(job, |job| job.burn = 1);
		assert_ok!(convene(job, Some(CONSUMER)));
		assert_eq!(held(HoldReason::DisputeBond, PAYER), MIN_DISPUTE_BOND);
	});
}

#[test]
fn dispute_should_be_won_when_many_small_parts_are_bad() {
	build_and_execute(|| {
		let suppliers: Vec<AccountId> = (200..206).collect();
		let sixth = Perbill::from_rational(1u32, 6);
		// All of six, none bad enough to be condemned; or one that is.
		for qualities in [[60; 6], [0, 100, 100, 100, 100, 100]] {
			let minima = suppliers.iter().map(|who| (*who, sixth)).collect();
			let job = drawn(
				Build {
					minima,
					..Build::default()
				},
				Some(CONSUMER),
			);
			let opinions: [_; 5] = core::array::from_fn(|_| Opinion {
				qualities: percents(&qualities),
				shares: None,
				output: None,
			});
			judge(job, &opinions);
			assert!(events().contains(&Event::DisputeBondReturned {
				job,
				who: PAYER,
				bond: DISPUTE_BOND
			}));
		}
	});
}

#[test]
fn panel_should_earn_no_more_than_the_job_left_when_one_person_has_every_seat() {
	build_and_execute(|| {
		for spare in [0, 1, 4, 5, SPARE] {
			let before: u128 = VERIFIERS.iter().map(Points::get).sum();
			let job = drawn(Build::default(), None);
			for who in members(job) {
				assert_ok!(commit(who, job, 0, &quality(100)));
			}
			pass(1);
			for who in members(job) {
				assert_ok!(reveal(who, job, 0, &quality(100)));
			}
			let live = Live::get(job).unwrap();
			let panel = Panels::<Test>::get(job).unwrap();
			let found = Verification::conclude(job, panel, &parties(job), &live.standing);
			Verification::close(job, spare);
			Live::remove(job);
			assert!(found[0].quality == WHOLE);
			let after: u128 = VERIFIERS.iter().map(Points::get).sum();
			assert!(after - before <= spare);
		}
	});
}

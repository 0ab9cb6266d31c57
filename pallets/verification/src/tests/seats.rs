//! Verifiers, their seats and their bonds.

use super::mock::*;

fn admit(who: AccountId, seats: u32) -> DispatchResult {
	Verification::admit(RuntimeOrigin::root(), who, seats)
}

#[test]
fn seats_should_be_numbered_without_a_gap_when_they_are_taken_and_left() {
	build_and_execute(|| {
		assert_ok!(admit(STRANGER, 2));
		assert_ok!(take_seat(STRANGER, Class::Agent));
		assert_eq!(
			last_event(),
			Event::SeatTaken {
				verifier: STRANGER,
				class: Class::Agent,
				seat: 5
			}
		);
		assert_eq!(verifier(STRANGER).bond, SEAT);
		assert_ok!(leave_seat(VERIFIER, Class::Agent, 0));
		let moved = Some(STRANGER);
		assert_eq!(
			last_event(),
			Event::SeatLeft {
				verifier: VERIFIER,
				class: Class::Agent,
				seat: 0,
				moved
			}
		);
		assert_eq!(Seats::<Test>::get(Class::Agent, 0), Some(STRANGER));
		assert_eq!(
			SeatCounts::<Test>::get(),
			ByClass {
				agent: 5,
				inference: 5,
				training: 5
			}
		);
		assert_ok!(leave_seat(VERIFIERS[4], Class::Training, 4));
		assert_eq!(SeatCounts::<Test>::get().training, 4);
	});
}

#[test]
fn seat_should_be_refused_when_it_may_not_be_had() {
	build_and_execute(|| {
		assert_noop!(admit(VERIFIER, 3), Error::<Test>::NothingChanges);
		assert_noop!(
			Verification::admit(signed(VERIFIER), VERIFIER, 9),
			DispatchError::BadOrigin
		);
		assert_noop!(take_seat(STRANGER, Class::Agent), Error::<Test>::NotVerifier);
		assert_noop!(take_seat(VERIFIER, Class::Agent), Error::<Test>::NoMoreSeats);
		assert_ok!(admit(STRANGER, 20));
		for _ in 0..9 {
			assert_ok!(take_seat(STRANGER, Class::Agent));
		}
		assert_noop!(take_seat(STRANGER, Class::Agent), Error::<Test>::InsufficientTokens);
		assert_noop!(leave_seat(STRANGER, Class::Agent, 0), Error::<Test>::NotYourSeat);
		assert_noop!(leave_seat(PAYER, Class::Agent, 0), Error::<Test>::NotVerifier);
	});
}

#[test]
fn bond_should_be_filled_up_when_a_part_of_it_is_lost() {
	build_and_execute(|| {
		assert_noop!(bond(VERIFIER), Error::<Test>::AlreadyWhole);
		Verification::slash(&VERIFIER, Fault::Far);
		assert!(!Verification::can_be_drawn(&VERIFIER));
		assert_eq!((lost(VERIFIER), Burned::get()), (SLASH, SLASH));
		assert_ok!(bond(VERIFIER));
		assert!(Verification::can_be_drawn(&VERIFIER));
		assert_eq!((lost(VERIFIER), verifier(VERIFIER).faults), (0, 1));
	});
}

#[test]
fn bond_should_return_when_the_seat_is_left_and_nothing_has_to_be_answered_for() {
	build_and_execute(|| {
		let job = disputed();
		assert_noop!(
			Verification::withdraw_bond(signed(VERIFIER)),
			Error::<Test>::NothingToWithdraw
		);
		assert_ok!(leave_seat(VERIFIER, Class::Agent, 0));
		assert_noop!(Verification::withdraw_bond(signed(VERIFIER)), Error::<Test>::Engaged);
		// It is still a member of the panel, and has to say something.
		judge_by(job, &[40, 40, 40, 40, 40]);
		assert_noop!(Verification::withdraw_bond(signed(VERIFIER)), Error::<Test>::Engaged);
		pass(REVIEW);
		assert_ok!(Verification::withdraw_bond(signed(VERIFIER)));
		assert_eq!(verifier(VERIFIER).bond, 2 * SEAT);
		assert_eq!(held(HoldReason::SeatBond, VERIFIER), 2 * SEAT);
	});
}

#[test]
fn verifier_should_be_forgotten_when_it_is_let_go_without_a_seat() {
	build_and_execute(|| {
		assert_ok!(admit(STRANGER, 1));
		assert_ok!(take_seat(STRANGER, Class::Agent));
		assert_ok!(admit(STRANGER, 0));
		assert!(!Verification::can_be_drawn(&STRANGER));
		assert_ok!(leave_seat(STRANGER, Class::Agent, 5));
		assert_ok!(Verification::withdraw_bond(signed(STRANGER)));
		assert_eq!(Verifiers::<Test>::get(STRANGER), None);
		assert_eq!(free(STRANGER), TOKENS);
	});
}

#[test]
fn faults_should_be_remembered_when_a_verifier_is_let_go() {
	build_and_execute(|| {
		assert_ok!(admit(STRANGER, 1));
		Verification::slash(&STRANGER, Fault::Silent);
		assert_ok!(admit(STRANGER, 0));
		assert_eq!(verifier(STRANGER).faults, 1);
	});
}

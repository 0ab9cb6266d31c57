//! Each invariant, broken once.

use super::mock::*;

fn assert_broken(what: &str, break_it: impl FnOnce()) {
	ext().execute_with(|| {
		assert_ok!(Pallet::<Test>::do_try_state());
		break_it();
		assert_eq!(
			Pallet::<Test>::do_try_state(),
			Err(DispatchError::Other(Box::leak(what.into())))
		);
	});
}

#[test]
fn panel_should_be_found_when_its_job_is_gone() {
	assert_broken("invariant 8: a panel outlives its job", || Live::remove(disputed()));
}

#[test]
fn panel_should_be_found_when_it_outlives_its_finding() {
	assert_broken("invariant 8: a panel outlives its finding", || {
		Panels::<Test>::mutate_extant(disputed(), |panel| {
			panel.outcome = Some(crate::Outcome {
				changed: false,
				condemns: false,
				attested: Default::default(),
				deserving: Default::default(),
			})
		});
	});
}

#[test]
fn dispute_should_be_found_when_its_bond_is_not_held() {
	assert_broken("invariant 8: what is bonded for disputes is not what is held", || {
		Panels::<Test>::mutate_extant(disputed(), |panel| panel.dispute.as_mut().unwrap().bond += 1);
	});
}

#[test]
fn party_should_be_found_when_it_judges() {
	assert_broken("invariant 13: a member of a panel is a party of its job", || {
		Panels::<Test>::mutate_extant(disputed(), |panel| panel.members[0].who = BOB);
	});
}

#[test]
fn finding_should_be_found_when_it_is_not_in_review() {
	assert_broken("invariant 8: a finding is not in review", || {
		judge_by(disputed(), &[40; 5]);
		Reviews::<Test>::remove(0);
	});
	assert_broken("invariant 8: a review is of no finding", || {
		judge_by(disputed(), &[40; 5]);
		Reviews::<Test>::insert(0, 99);
	});
	assert_broken("invariant 8: the reviews end before they begin", || {
		FindingsQueue::<Test>::put(crate::Queue { first: 1, end: 0 });
	});
}

#[test]
fn seats_should_be_found_when_they_are_not_those_of_the_verifiers() {
	assert_broken("invariant 13: seats are not counted right", || {
		SeatCounts::<Test>::mutate(|counts| counts.agent += 1);
	});
	assert_broken("invariant 13: there is a gap between seats", || {
		let moved = Seats::<Test>::take(Class::Agent, 0).unwrap();
		Seats::<Test>::insert(Class::Agent, 9, moved);
	});
	assert_broken("invariant 13: a verifier has other seats than are its own", || {
		Verifiers::<Test>::mutate_extant(VERIFIER, |verifier| verifier.seats += 1);
	});
}

#[test]
fn verifier_should_be_found_when_its_bond_or_its_duties_are_wrong() {
	assert_broken("invariant 13: what is held of a verifier is not its bond", || {
		Verifiers::<Test>::mutate_extant(VERIFIER, |verifier| verifier.bond += 1);
	});
	assert_broken(
		"invariant 13: a verifier is engaged in other panels than name it",
		|| {
			Verifiers::<Test>::mutate_extant(VERIFIER, |verifier| verifier.engaged += 1);
		},
	);
	assert_broken("invariant 13: a member of a panel is no verifier", || {
		Panels::<Test>::mutate_extant(disputed(), |panel| panel.members[0].who = STRANGER);
		for who in VERIFIERS {
			Verification::disengage(&who);
		}
		let members = members(0);
		for who in members {
			Verification::engage(&who);
		}
	});
}

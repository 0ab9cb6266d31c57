//! `assess`: who may state shares, when, and which.

use super::mock::*;

#[test]
fn assess_should_state_the_shares_when_they_keep_to_the_minima() {
	build_and_execute(|| {
		let job = shared_in_review();
		pass(100);
		assert_ok!(assess(EVE, job, &[50, 30, 20]));
		let shares = percents(&[50, 30, 20]);
		assert_eq!(Contribution::work_view(job).unwrap().assessment, Some(shares.to_vec()));
		assert_eq!(
			last_event(),
			Event::Assessed {
				job,
				assessor: EVE,
				shares
			}
		);
	});
}

#[test]
fn assess_should_begin_the_window_anew_when_it_comes_late() {
	build_and_execute(|| {
		let job = shared_in_review();
		pass(WINDOWS[2] - 1);
		assert_ok!(assess(EVE, job, &[50, 30, 20]));
		assert_eq!(due(job), Now::get() + WINDOWS[2]);
		pass(WINDOWS[2] - 1);
		assert_eq!(ended(job), None);
		assert_ok!(Contribution::dispute(signed(DAVE), job));
	});
}

#[test]
fn assess_should_be_refused_when_there_is_no_work() {
	build_and_execute(|| {
		assert_noop!(assess(EVE, 0, &[100]), Error::<Test>::WorkNotFound);
	});
}

#[test]
fn assess_should_be_refused_when_the_signer_is_not_the_assessor() {
	build_and_execute(|| {
		let job = shared_in_review();
		for stranger in [ALICE, BOB, FERDIE, PAYER] {
			assert_noop!(assess(stranger, job, &[50, 30, 20]), Error::<Test>::NotAssessor);
		}
		let unassessed = solo();
		attest_all(unassessed);
		assert_noop!(assess(EVE, unassessed, &[100]), Error::<Test>::NotAssessor);
	});
}

#[test]
fn assess_should_be_refused_when_suppliers_may_still_attest() {
	build_and_execute(|| {
		let job = shared();
		assert_ok!(attest(BOB, job));
		assert_noop!(assess(EVE, job, &[50, 30, 20]), Error::<Test>::NotInReview);
	});
}

#[test]
fn assess_should_be_refused_when_the_shares_were_stated() {
	build_and_execute(|| {
		let job = shared_and_assessed();
		assert_noop!(assess(EVE, job, &[50, 30, 20]), Error::<Test>::AlreadyAssessed);
		assert_noop!(assess(EVE, job, &[40, 40, 20]), Error::<Test>::AlreadyAssessed);
	});
}

#[test]
fn assess_should_be_refused_when_the_job_is_disputed() {
	build_and_execute(|| {
		let job = shared_in_review();
		assert_ok!(Contribution::dispute(signed(BOB), job));
		assert_noop!(assess(EVE, job, &[50, 30, 20]), Error::<Test>::AlreadyDisputed);
	});
}

#[test]
fn assess_should_be_refused_when_the_shares_are_wrong() {
	build_and_execute(|| {
		let job = shared_in_review();
		let refused = |shares: &[u32], error: Error<Test>| {
			assert_noop!(assess(EVE, job, shares), error);
		};
		refused(&[], Error::WrongNumberOfShares);
		refused(&[60, 40], Error::WrongNumberOfShares);
		refused(&[40, 20, 20, 20], Error::WrongNumberOfShares);
		refused(&[100, 0, 0], Error::ShareBelowMinimum);
		refused(&[41, 40, 19], Error::ShareBelowMinimum);
		refused(&[20, 20, 20], Error::SharesNotOne);
		refused(&[41, 40, 20], Error::SharesNotOne);
		refused(&[100, 100, 100], Error::SharesNotOne);
	});
}

#[test]
fn assess_should_be_exact_when_one_part_in_a_billion_is_missing() {
	build_and_execute(|| {
		let job = shared_in_review();
		let part = |parts| Perbill::from_parts(parts);
		let shares = |last| {
			let shares = vec![part(333_333_333), part(333_333_333), part(last)];
			Contribution::assess(signed(EVE), job, shares.try_into().unwrap())
		};
		assert_noop!(shares(333_333_333), Error::<Test>::SharesNotOne);
		assert_noop!(shares(333_333_335), Error::<Test>::SharesNotOne);
		assert_ok!(shares(333_333_334));
	});
}

#[test]
fn assess_should_take_the_minima_when_they_leave_nothing_to_state() {
	build_and_execute(|| {
		let job = Build::new(&[(BOB, percent(60)), (CHARLIE, percent(40))])
			.assessed_by(EVE)
			.begin();
		attest_all(job);
		assert_noop!(assess(EVE, job, &[61, 39]), Error::<Test>::ShareBelowMinimum);
		assert_ok!(assess(EVE, job, &[60, 40]));
	});
}

#[test]
fn assess_should_take_sixteen_shares_when_a_job_has_as_many_suppliers() {
	build_and_execute(|| {
		let suppliers: Vec<AccountId> = (100..116).collect();
		for who in &suppliers {
			frame_support::assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), *who, TOKENS));
			assert_ok!(Contribution::register(signed(*who), MIN_BOND, EVERY_CLASS));
		}
		let minima: Vec<_> = suppliers.iter().map(|who| (*who, percent(5))).collect();
		let job = Build::new(&minima).assessed_by(EVE).begin();
		attest_all(job);
		let mut shares = [5; 16];
		shares[15] = 25;
		assert_ok!(assess(EVE, job, &shares));
		suppliers.iter().for_each(|who| {
			assert_ok!(Contribution::agree(signed(*who), job));
		});
		assert_ok!(Contribution::approve(signed(ALICE), job));
		assert_eq!(ended(job), Some(percents(&shares).to_vec()));
		assert_eq!(Contribution::points(0, &115).work, ENTITLEMENT / 4);
	});
}

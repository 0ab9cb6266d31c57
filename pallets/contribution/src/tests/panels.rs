//! What verifiers do to a job: here they are told what to say.

use super::mock::*;

fn verdict(lines: &[(u32, u32, bool)]) -> Verdict {
	let line = |(share, quality, condemned): &(u32, u32, bool)| SupplierVerdict {
		share: percent(*share),
		quality: percent(*quality),
		attested: true,
		condemned: *condemned,
	};
	Verdict::truncate_from(lines.iter().map(line).collect())
}

fn dispute(who: AccountId, job: JobId) -> DispatchResult {
	Contribution::dispute(signed(who), job)
}

fn approve(job: JobId) -> DispatchResult {
	Contribution::approve(signed(ALICE), job)
		.map(|_| ())
		.map_err(|error| error.error)
}

/// A job of Bob's that is attested, on a chain with verifiers.
fn attested() -> JobId {
	Convenes::put(true);
	let job = solo();
	attest_all(job);
	job
}

#[test]
fn dispute_should_be_judged_by_a_panel_when_there_is_one() {
	build_and_execute(|| {
		let job = attested();
		assert_ok!(dispute(ALICE, job));
		assert_eq!(Convoked::get(job), Some((Some(ALICE), false)));
		assert_eq!(due(job), Now::get() + PANEL);
		Findings::insert(job, verdict(&[(100, 40, true)]));
		pass(PANEL);
		assert_eq!(Ended::get(job), Some(verdict(&[(100, 40, true)])));
		assert_eq!(Standing::get(job), Some(verdict(&[(100, 100, false)])));
		assert_eq!(Closed::get(job), Some(SPARE));
		// The liability stays open until the finding was open to review.
		assert_eq!(Condemned::get(job), Some((BOB, LIABILITY)));
		assert_eq!(supplier(BOB).liabilities, LIABILITY);
	});
}

#[test]
fn dispute_should_ask_for_shares_when_somebody_was_to_state_them() {
	build_and_execute(|| {
		Convenes::put(true);
		let job = shared_and_assessed();
		assert_ok!(dispute(CHARLIE, job));
		assert_eq!(Convoked::get(job), Some((Some(CHARLIE), true)));
		let found = verdict(&[(20, 100, false), (60, 100, false), (20, 100, false)]);
		Findings::insert(job, found.clone());
		pass(PANEL);
		assert_eq!(Ended::get(job), Some(found));
		// What the panel is compared with is what the assessor stated.
		let standing = Standing::get(job).unwrap();
		assert_eq!(standing[0].share, percent(50));
	});
}

#[test]
fn dispute_should_end_by_the_minima_when_the_panel_is_hung() {
	build_and_execute(|| {
		Convenes::put(true);
		let job = shared_and_assessed();
		assert_ok!(dispute(CHARLIE, job));
		pass(PANEL);
		let third = Perbill::from_parts(333_333_333);
		assert_eq!(ended(job), Some(vec![Perbill::from_parts(333_333_334), third, third]));
	});
}

#[test]
fn dispute_should_change_nothing_when_its_bond_is_not_there() {
	build_and_execute(|| {
		Convenes::put(true);
		let job = shared_and_assessed();
		assert_noop!(dispute(BROKE, job), NO_BOND);
	});
}

#[test]
fn words_should_be_refused_when_a_panel_judges_the_job() {
	build_and_execute(|| {
		let job = attested();
		Drawn::insert(job, true);
		assert_ok!(approve(job));
		System::set_block_number(9);
		pass(PANEL);
		assert_eq!(Convoked::get(job), Some((None, false)));
		assert_noop!(approve(job), Error::<Test>::InPanel);
		assert_noop!(dispute(BOB, job), Error::<Test>::InPanel);
	});
}

#[test]
fn approved_job_should_wait_when_lots_cannot_be_drawn_yet() {
	build_and_execute(|| {
		let job = attested();
		Drawn::insert(job, false);
		assert_ok!(approve(job));
		assert_eq!(ended(job), None);
		assert_eq!(due(job), Now::get() + PANEL);
		pass(PANEL);
		assert_eq!(ended(job), None);
		System::set_block_number(9);
		pass(PANEL);
		assert_eq!(ended(job), Some(vec![Perbill::one()]));
	});
}

#[test]
fn lots_should_be_drawn_by_what_nobody_knew_when_the_last_word_was_said() {
	build_and_execute(|| {
		let job = attested();
		Drawn::insert(job, false);
		// What is known by now, long after the attestation, does not count.
		System::set_block_number(20);
		assert_ok!(approve(job));
		assert_eq!(Works::<Test>::get(job).unwrap().reviewed_at, Some(20));
		pass(PANEL);
		assert_eq!(ended(job), None);
	});
}

#[test]
fn lots_should_not_be_drawn_anew_when_somebody_speaks_after_the_window() {
	build_and_execute(|| {
		let job = attested();
		Drawn::insert(job, false);
		pass(WINDOWS[0]);
		let reviewed_at = Works::<Test>::get(job).unwrap().reviewed_at;
		assert!(reviewed_at.is_some());
		System::set_block_number(System::block_number() + 1);
		assert_ok!(approve(job));
		assert_eq!(Works::<Test>::get(job).unwrap().reviewed_at, reviewed_at);
	});
}

#[test]
fn assess_should_be_refused_when_the_review_is_over() {
	build_and_execute(|| {
		Convenes::put(true);
		let job = shared_in_review();
		Drawn::insert(job, false);
		pass(WINDOWS[2]);
		assert!(Works::<Test>::get(job).unwrap().reviewed_at.is_some());
		// It would begin a window in which lots are drawn anew.
		assert_noop!(assess(EVE, job, &[50, 30, 20]), Error::<Test>::NotInReview);
	});
}

#[test]
fn silent_consent_should_be_drawn_by_lots_when_the_window_passed() {
	build_and_execute(|| {
		let job = attested();
		Drawn::insert(job, true);
		pass(WINDOWS[0]);
		System::set_block_number(9);
		pass(PANEL);
		assert_eq!(Convoked::get(job), Some((None, false)));
		Findings::insert(job, verdict(&[(100, 70, false)]));
		pass(PANEL);
		assert_eq!(Ended::get(job), Some(verdict(&[(100, 70, false)])));
		assert_eq!(supplier(BOB).liabilities, 0);
	});
}

#[test]
fn drawn_job_should_end_as_it_stands_when_there_are_no_verifiers() {
	build_and_execute(|| {
		let job = attested();
		Convenes::kill();
		Drawn::insert(job, true);
		assert_ok!(approve(job));
		System::set_block_number(9);
		pass(PANEL);
		assert_eq!(ended(job), Some(vec![Perbill::one()]));
	});
}

#[test]
fn drawn_job_should_end_as_it_stands_when_the_panel_is_hung() {
	build_and_execute(|| {
		Convenes::put(true);
		let job = shared_and_assessed();
		Drawn::insert(job, true);
		pass(WINDOWS[2]);
		System::set_block_number(9);
		pass(PANEL);
		assert_eq!(Convoked::get(job), Some((None, false)));
		pass(PANEL);
		assert_eq!(ended(job), Some(vec![percent(50), percent(30), percent(20)]));
	});
}

#[test]
fn dispute_should_be_free_only_when_its_bond_is_there() {
	build_and_execute(|| {
		let job = attested();
		assert!(Contribution::awaits_dispute_of(Some(ALICE), job));
		assert!(!Contribution::awaits_dispute_of(Some(BOB), job));
		assert!(!Contribution::awaits_dispute_of(None, job));
		let poor = Build {
			consumer: BROKE,
			..Build::new(&[(BOB, percent(100))])
		}
		.begin();
		attest_all(poor);
		assert!(Contribution::awaits_word_of(Some(BROKE), poor));
		assert!(!Contribution::awaits_dispute_of(Some(BROKE), poor));
	});
}

#[test]
fn due_should_say_what_it_cost_when_a_panel_was_asked() {
	build_and_execute(|| {
		let job = attested();
		assert_ok!(dispute(ALICE, job));
		assert_eq!(Contribution::due(job).1, Verifiers::due_weight());
	});
}

#[test]
fn liability_should_be_divided_when_a_supplier_is_punished() {
	build_and_execute(|| {
		solo();
		let before = [ALICE, EVE, FERDIE].map(free);
		Contribution::punish(&BOB, LIABILITY, &ALICE, &[EVE, FERDIE]);
		let (half, eighth) = (LIABILITY / 2, LIABILITY / 4 / 2);
		let after = [ALICE, EVE, FERDIE].map(free);
		assert_eq!(after, [before[0] + half, before[1] + eighth, before[2] + eighth]);
		let given = half + 2 * eighth;
		assert_eq!(Burned::get(), LIABILITY - given);
		assert_eq!((supplier(BOB).bond, supplier(BOB).liabilities), (BOND - LIABILITY, 0));
		assert_eq!(
			last_event(),
			Event::LiabilityLost {
				supplier: BOB,
				harmed: ALICE,
				given,
				to_each_verifier: eighth,
				burned: LIABILITY - given,
			}
		);
	});
}

#[test]
fn liability_should_be_burned_when_those_who_have_a_part_cannot_be_credited() {
	build_and_execute(|| {
		solo();
		// An account that does not exist cannot have less than the existential deposit.
		Contribution::punish(&BOB, EXISTENTIAL_DEPOSIT, &NOBODY, &[]);
		assert_eq!(Burned::get(), EXISTENTIAL_DEPOSIT);
		assert_eq!(supplier(BOB).liabilities, LIABILITY - EXISTENTIAL_DEPOSIT);
	});
}

#[test]
fn bond_should_be_whole_when_a_condemned_liability_is_released() {
	build_and_execute(|| {
		solo();
		Contribution::pardon(&BOB, LIABILITY);
		assert_eq!((supplier(BOB).bond, supplier(BOB).liabilities), (BOND, 0));
	});
}

//! The review: `agree`, `approve`, `dispute`, silence, and the verdict that each leads to.

use super::mock::*;
use crate::WeightInfo;
use frame_support::dispatch::{DispatchResultWithPostInfo, GetDispatchInfo};

fn agree(who: AccountId, job: JobId) -> DispatchResultWithPostInfo {
	Contribution::agree(signed(who), job)
}

fn approve(who: AccountId, job: JobId) -> DispatchResultWithPostInfo {
	Contribution::approve(signed(who), job)
}

fn dispute(who: AccountId, job: JobId) -> DispatchResult {
	Contribution::dispute(signed(who), job)
}

/// The assessment of [`shared_and_assessed`].
fn assessed() -> Option<Vec<Perbill>> {
	Some(percents(&[50, 30, 20]).to_vec())
}

/// The minima of [`shared`], scaled to one: the first of the largest takes the rest of the division.
fn fallback() -> Option<Vec<Perbill>> {
	Some(
		[333_333_334, 333_333_333, 333_333_333]
			.map(Perbill::from_parts)
			.to_vec(),
	)
}

fn assert_nothing_left_of(job: JobId) {
	assert_eq!(Works::<Test>::get(job), None);
	assert!(Suppliers::<Test>::iter_values().all(|supplier| supplier.liabilities == 0));
}

mod agreeing {
	use super::*;

	#[test]
	fn agree_should_wait_for_the_others_when_it_is_not_the_last_word() {
		build_and_execute(|| {
			let job = shared_and_assessed();
			assert_ok!(agree(CHARLIE, job));
			assert_eq!(last_event(), Event::Agreed { job, supplier: CHARLIE });
			assert_eq!(Contribution::work_view(job).unwrap().agreed, [false, true, false]);
			assert_ok!(agree(BOB, job));
			assert_ok!(agree(DAVE, job));
			assert_eq!(ended(job), None);
		});
	}

	#[test]
	fn agree_should_settle_when_it_is_the_last_word() {
		build_and_execute(|| {
			let job = shared_and_assessed();
			assert_ok!(approve(ALICE, job));
			assert_ok!(agree(BOB, job));
			assert_ok!(agree(CHARLIE, job));
			assert_eq!(ended(job), None);
			assert_ok!(agree(DAVE, job));
			assert_eq!(ended(job), assessed());
			assert_nothing_left_of(job);
		});
	}

	#[test]
	fn agree_should_be_refused_when_there_is_no_work() {
		build_and_execute(|| {
			assert_noop!(agree(BOB, 0), Error::<Test>::WorkNotFound);
		});
	}

	#[test]
	fn agree_should_be_refused_when_the_signer_is_no_supplier_of_the_job() {
		build_and_execute(|| {
			let job = shared_and_assessed();
			for stranger in [ALICE, EVE, FERDIE, PAYER] {
				assert_noop!(agree(stranger, job), Error::<Test>::NotSupplier);
			}
		});
	}

	#[test]
	fn agree_should_be_refused_when_the_job_is_in_another_state() {
		build_and_execute(|| {
			let job = shared();
			assert_ok!(attest(BOB, job));
			assert_noop!(agree(BOB, job), Error::<Test>::NotInReview);
			pass(ATTEST_WITHIN);
			assert_noop!(agree(BOB, job), Error::<Test>::NotAssessed);
			assert_ok!(assess(EVE, job, &[50, 30, 20]));
			assert_noop!(agree(CHARLIE, job), Error::<Test>::NotAttested);
			assert_ok!(agree(BOB, job));
			assert_noop!(agree(BOB, job), Error::<Test>::AlreadyAgreed);
			assert_ok!(dispute(ALICE, job));
			assert_noop!(agree(BOB, job), Error::<Test>::AlreadyDisputed);
		});
	}

	#[test]
	fn agree_should_be_refused_when_nobody_states_shares() {
		build_and_execute(|| {
			let job = solo();
			attest_all(job);
			assert_noop!(agree(BOB, job), Error::<Test>::NotAssessed);
		});
	}
}

mod approving {
	use super::*;

	#[test]
	fn approve_should_settle_at_once_when_there_is_no_assessor() {
		build_and_execute(|| {
			let job = solo();
			attest_all(job);
			assert_ok!(approve(ALICE, job));
			assert!(events().contains(&Event::Approved { job, consumer: ALICE }));
			let line = SupplierVerdict {
				share: Perbill::one(),
				quality: Perbill::one(),
				attested: true,
				condemned: false,
			};
			assert_eq!(Ended::get(job).unwrap().to_vec(), [line]);
			assert_nothing_left_of(job);
		});
	}

	#[test]
	fn approve_should_settle_by_the_agreed_shares_when_several_suppliers_have_no_assessor() {
		build_and_execute(|| {
			let job = Build::new(&[(BOB, percent(70)), (CHARLIE, percent(30))]).begin();
			attest_all(job);
			assert_ok!(approve(ALICE, job));
			assert_eq!(ended(job), Some(percents(&[70, 30]).to_vec()));
		});
	}

	#[test]
	fn approve_should_not_shorten_a_suppliers_right_when_there_is_an_assessor() {
		build_and_execute(|| {
			let job = shared_in_review();
			assert_ok!(approve(ALICE, job));
			assert_eq!(last_event(), Event::Approved { job, consumer: ALICE });
			assert_eq!(due(job), Now::get() + WINDOWS[2]);
			assert_ok!(assess(EVE, job, &[50, 30, 20]));
			assert_ok!(agree(BOB, job));
			assert_ok!(agree(CHARLIE, job));
			assert_eq!(ended(job), None);
			assert_ok!(dispute(DAVE, job));
		});
	}

	#[test]
	fn approve_should_settle_when_every_supplier_agreed() {
		build_and_execute(|| {
			let job = shared_and_assessed();
			for who in [BOB, CHARLIE, DAVE] {
				assert_ok!(agree(who, job));
			}
			assert_ok!(approve(ALICE, job));
			assert_eq!(ended(job), assessed());
		});
	}

	#[test]
	fn approve_should_not_wait_for_a_supplier_when_it_did_not_attest() {
		build_and_execute(|| {
			let job = shared();
			assert_ok!(attest(BOB, job));
			assert_ok!(attest(DAVE, job));
			pass(ATTEST_WITHIN);
			assert_ok!(assess(EVE, job, &[50, 30, 20]));
			assert_ok!(agree(BOB, job));
			assert_ok!(agree(DAVE, job));
			assert_ok!(approve(ALICE, job));
			let verdict = Ended::get(job).unwrap();
			assert_eq!(
				verdict.iter().map(|line| line.attested).collect::<Vec<_>>(),
				[true, false, true]
			);
			assert_eq!(verdict[1].quality, Perbill::zero());
			assert_eq!(supplier(CHARLIE).bond, BOND - LIABILITY);
			assert_eq!(supplier(BOB).bond, BOND);
		});
	}

	#[test]
	fn approve_should_be_refused_when_there_is_no_work() {
		build_and_execute(|| {
			assert_noop!(approve(ALICE, 0), Error::<Test>::WorkNotFound);
			let job = solo();
			attest_all(job);
			assert_ok!(approve(ALICE, job));
			assert_noop!(approve(ALICE, job), Error::<Test>::WorkNotFound);
		});
	}

	#[test]
	fn approve_should_be_refused_when_the_signer_is_not_the_consumer() {
		build_and_execute(|| {
			let job = shared_in_review();
			for stranger in [BOB, EVE, FERDIE, PAYER] {
				assert_noop!(approve(stranger, job), Error::<Test>::NotConsumer);
			}
		});
	}

	#[test]
	fn approve_should_be_refused_when_the_job_is_in_another_state() {
		build_and_execute(|| {
			let job = shared();
			assert_noop!(approve(ALICE, job), Error::<Test>::NotInReview);
			attest_all(job);
			assert_ok!(approve(ALICE, job));
			assert_noop!(approve(ALICE, job), Error::<Test>::AlreadyApproved);
			assert_ok!(dispute(BOB, job));
			assert_noop!(approve(ALICE, job), Error::<Test>::AlreadyDisputed);
		});
	}

	#[test]
	fn approve_should_cost_by_its_suppliers_when_they_are_fewer_than_the_most() {
		build_and_execute(|| {
			let job = solo();
			attest_all(job);
			let declared = crate::Call::<Test>::approve { job }.get_dispatch_info().call_weight;
			let paid = approve(ALICE, job).unwrap().actual_weight.unwrap();
			assert_eq!(paid, <() as WeightInfo>::approve(1) + Verifiers::lots_weight(1));
			assert!(paid.ref_time() < declared.ref_time());

			let job = shared_and_assessed();
			assert_eq!(
				agree(BOB, job).unwrap().actual_weight,
				Some(<() as WeightInfo>::agree(3) + Verifiers::lots_weight(3))
			);
		});
	}
}

mod disputing {
	use super::*;

	#[test]
	fn dispute_should_end_the_job_by_the_minima_when_the_consumer_objects() {
		build_and_execute(|| {
			let job = shared_and_assessed();
			assert_ok!(dispute(ALICE, job));
			assert_eq!(last_event(), Event::Disputed { job, by: ALICE });
			assert_eq!(due(job), Now::get() + 1);
			pass(1);
			assert_eq!(ended(job), fallback());
			assert_nothing_left_of(job);
		});
	}

	#[test]
	fn dispute_should_end_the_job_by_the_minima_when_a_supplier_objects() {
		build_and_execute(|| {
			let job = shared_and_assessed();
			assert_ok!(agree(BOB, job));
			assert_ok!(agree(CHARLIE, job));
			assert_ok!(approve(ALICE, job));
			assert_ok!(dispute(DAVE, job));
			pass(1);
			assert_eq!(ended(job), fallback());
		});
	}

	#[test]
	fn dispute_should_be_possible_when_nobody_has_stated_shares() {
		build_and_execute(|| {
			let job = shared_in_review();
			assert_ok!(dispute(BOB, job));
			pass(1);
			assert_eq!(ended(job), fallback());
		});
	}

	#[test]
	fn dispute_should_be_refused_when_there_is_no_work() {
		build_and_execute(|| {
			assert_noop!(dispute(ALICE, 0), Error::<Test>::WorkNotFound);
		});
	}

	#[test]
	fn dispute_should_be_refused_when_the_signer_is_no_party() {
		build_and_execute(|| {
			let job = shared_and_assessed();
			for stranger in [EVE, FERDIE, PAYER] {
				assert_noop!(dispute(stranger, job), Error::<Test>::NotParty);
			}
		});
	}

	#[test]
	fn dispute_should_be_refused_when_the_right_was_waived() {
		build_and_execute(|| {
			let job = shared_and_assessed();
			assert_ok!(approve(ALICE, job));
			assert_noop!(dispute(ALICE, job), Error::<Test>::AlreadyApproved);
			assert_ok!(agree(BOB, job));
			assert_noop!(dispute(BOB, job), Error::<Test>::AlreadyAgreed);
		});
	}

	#[test]
	fn dispute_should_be_refused_when_the_job_is_in_another_state() {
		build_and_execute(|| {
			let job = shared();
			assert_ok!(attest(BOB, job));
			assert_noop!(dispute(BOB, job), Error::<Test>::NotInReview);
			assert_noop!(dispute(ALICE, job), Error::<Test>::NotInReview);
			pass(ATTEST_WITHIN);
			assert_noop!(dispute(CHARLIE, job), Error::<Test>::NotAttested);
			assert_ok!(dispute(BOB, job));
			assert_noop!(dispute(BOB, job), Error::<Test>::AlreadyDisputed);
			assert_noop!(dispute(ALICE, job), Error::<Test>::AlreadyDisputed);
		});
	}

	#[test]
	fn dispute_should_use_either_right_when_the_consumer_is_a_supplier_too() {
		build_and_execute(|| {
			let fifth = percent(20);
			let begin = || {
				let build = Build::new(&[(BOB, fifth), (CHARLIE, fifth)]).assessed_by(EVE);
				let job = Build { consumer: BOB, ..build }.begin();
				attest_all(job);
				assert_ok!(assess(EVE, job, &[40, 60]));
				job
			};
			let as_supplier = begin();
			assert_ok!(approve(BOB, as_supplier));
			assert_ok!(dispute(BOB, as_supplier));

			let as_consumer = begin();
			assert_ok!(agree(BOB, as_consumer));
			assert_ok!(dispute(BOB, as_consumer));

			let neither = begin();
			assert_ok!(agree(BOB, neither));
			assert_ok!(approve(BOB, neither));
			assert_noop!(dispute(BOB, neither), Error::<Test>::AlreadyAgreed);
		});
	}
}

mod silence {
	use super::*;

	#[test]
	fn silence_should_settle_by_the_assessment_when_the_window_passes() {
		build_and_execute(|| {
			let job = shared_and_assessed();
			pass(WINDOWS[2] - 1);
			assert_eq!(ended(job), None);
			pass(1);
			assert_eq!(ended(job), assessed());
			assert_nothing_left_of(job);
		});
	}

	#[test]
	fn silence_should_settle_by_the_minima_when_the_assessor_vanishes() {
		build_and_execute(|| {
			let job = shared_in_review();
			assert_ok!(approve(ALICE, job));
			pass(WINDOWS[2]);
			assert_eq!(ended(job), fallback());
			assert_nothing_left_of(job);
		});
	}

	#[test]
	fn silence_should_settle_when_the_consumer_vanishes() {
		build_and_execute(|| {
			let job = solo();
			attest_all(job);
			pass(WINDOWS[0]);
			assert_eq!(ended(job), Some(vec![Perbill::one()]));
			assert_nothing_left_of(job);
		});
	}

	#[test]
	fn silence_should_pay_the_others_when_one_of_four_suppliers_vanishes() {
		build_and_execute(|| {
			let quarter = percent(25);
			let job = Build::new(&[BOB, CHARLIE, DAVE, EVE].map(|who| (who, quarter))).begin();
			for who in [BOB, CHARLIE, DAVE] {
				assert_ok!(attest(who, job));
			}
			pass(ATTEST_WITHIN + WINDOWS[0]);
			let verdict = Ended::get(job).unwrap();
			let one = |attested: bool| SupplierVerdict {
				share: quarter,
				quality: if attested { Perbill::one() } else { Perbill::zero() },
				attested,
				condemned: false,
			};
			assert_eq!(verdict.to_vec(), [one(true), one(true), one(true), one(false)]);
			assert_eq!(supplier(EVE).bond, BOND - LIABILITY);
			assert_eq!(free(PAYER), TOKENS + LIABILITY / 2);
			assert_nothing_left_of(job);
		});
	}
}

/// Scenario A37: one person owns the consumer, the assessor and one of five suppliers.
mod theft {
	use super::*;

	const THIEF: AccountId = ALICE;
	const ACCOMPLICE: AccountId = GRACE;

	/// A job in which each of five suppliers agreed to a tenth at least, assessed and approved by the thief.
	fn heist() -> JobId {
		assert_ok!(Contribution::register(signed(ACCOMPLICE), MIN_BOND, EVERY_CLASS));
		let tenth = percent(10);
		let build = Build::new(&[BOB, CHARLIE, DAVE, EVE, ACCOMPLICE].map(|who| (who, tenth)));
		let job = Build {
			consumer: THIEF,
			..build.assessed_by(THIEF)
		}
		.begin();
		attest_all(job);
		assert_noop!(assess(THIEF, job, &[0, 0, 0, 0, 100]), Error::<Test>::ShareBelowMinimum);
		assert_ok!(assess(THIEF, job, &[10, 10, 10, 10, 60]));
		assert_ok!(approve(THIEF, job));
		assert_ok!(agree(ACCOMPLICE, job));
		job
	}

	#[test]
	fn theft_should_not_settle_when_the_honest_have_not_agreed() {
		build_and_execute(|| {
			let job = heist();
			assert_eq!(ended(job), None);
			pass(WINDOWS[0] - 1);
			assert_eq!(ended(job), None);
		});
	}

	#[test]
	fn theft_should_end_by_the_minima_when_one_honest_supplier_disputes() {
		build_and_execute(|| {
			let job = heist();
			assert_ok!(dispute(BOB, job));
			pass(1);
			assert_eq!(ended(job), Some(percents(&[20; 5]).to_vec()));
			assert_eq!(Contribution::points(0, &BOB).work, ENTITLEMENT / 5);
			assert_eq!(Contribution::points(0, &ACCOMPLICE).work, ENTITLEMENT / 5);
		});
	}

	#[test]
	fn theft_should_never_take_a_minimum_when_all_the_honest_sleep() {
		build_and_execute(|| {
			let job = heist();
			pass(WINDOWS[0]);
			assert_eq!(ended(job), Some(percents(&[10, 10, 10, 10, 60]).to_vec()));
		});
	}
}

#[test]
fn view_should_show_the_review_when_words_were_said() {
	build_and_execute(|| {
		let job = shared_and_assessed();
		assert_ok!(agree(CHARLIE, job));
		assert_ok!(approve(ALICE, job));
		let view = Contribution::work_view(job).unwrap();
		assert_eq!(view.assessment, assessed());
		assert_eq!(
			(view.agreed, view.approved, view.disputed),
			(vec![false, true, false], true, false)
		);
		assert!(view.attestations.iter().all(Option::is_some));
		assert_eq!(Contribution::work_view(job + 1), None);
	});
}

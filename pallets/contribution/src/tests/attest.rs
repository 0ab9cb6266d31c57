//! `attest`, and what the end of the time to attest brings.

use super::mock::*;

const REPLAY: Evidence = Evidence::Replay {
	seed: [1; 32],
	environment: [2; 32],
};

#[test]
fn attest_should_record_the_work_when_a_supplier_states_it() {
	build_and_execute(|| {
		let job = shared();
		let before = due(job);
		assert_ok!(Contribution::attest(signed(CHARLIE), job, 42, RESULT, Evidence::None));
		let view = Contribution::work_view(job).unwrap();
		let [None, Some(attestation), None] = view.attestations.as_slice() else {
			panic!("one attested")
		};
		assert_eq!((attestation.units, attestation.result), (42, RESULT));
		assert!(!Works::<Test>::get(job).unwrap().reviewing);
		assert_eq!(due(job), before);
		assert_eq!(
			events(),
			[Event::Attested {
				job,
				supplier: CHARLIE,
				units: 42,
				result: RESULT,
				evidence: Evidence::None
			}]
		);
	});
}

#[test]
fn attest_should_begin_the_review_when_the_last_supplier_attests() {
	build_and_execute(|| {
		for (class, window) in Class::ALL.into_iter().zip(WINDOWS) {
			let half = percent(50);
			let job = Build {
				class,
				..Build::new(&[(BOB, half), (CHARLIE, half)])
			}
			.begin();
			pass(5);
			assert_ok!(attest(CHARLIE, job));
			assert!(!Works::<Test>::get(job).unwrap().reviewing);
			assert_ok!(attest(BOB, job));
			assert!(Works::<Test>::get(job).unwrap().reviewing);
			assert_eq!(due(job), Now::get() + window);
		}
	});
}

#[test]
fn attest_should_begin_a_shorter_review_when_time_is_scaled() {
	build_and_execute(|| {
		Scale::set(&60);
		let job = shared_in_review();
		assert_eq!(due(job), Now::get() + WINDOWS[2] / 60);
	});
}

#[test]
fn attest_should_be_refused_when_there_is_no_work() {
	build_and_execute(|| {
		assert_noop!(attest(BOB, 0), Error::<Test>::WorkNotFound);
		let job = solo();
		assert_noop!(attest(BOB, job + 1), Error::<Test>::WorkNotFound);
		attest_all(job);
		assert_ok!(Contribution::approve(signed(ALICE), job));
		assert_noop!(attest(BOB, job), Error::<Test>::WorkNotFound);
	});
}

#[test]
fn attest_should_be_refused_when_the_signer_is_no_supplier_of_the_job() {
	build_and_execute(|| {
		let job = shared();
		for stranger in [ALICE, EVE, FERDIE, PAYER] {
			assert_noop!(attest(stranger, job), Error::<Test>::NotSupplier);
		}
	});
}

#[test]
fn attest_should_be_refused_when_the_supplier_attested() {
	build_and_execute(|| {
		let job = shared();
		assert_ok!(attest(BOB, job));
		assert_noop!(attest(BOB, job), Error::<Test>::AlreadyAttested);
	});
}

#[test]
fn attest_should_be_refused_when_no_work_was_done() {
	build_and_execute(|| {
		let job = solo();
		assert_noop!(
			Contribution::attest(signed(BOB), job, 0, RESULT, Evidence::None),
			Error::<Test>::NoUnits
		);
		assert_ok!(Contribution::attest(signed(BOB), job, u64::MAX, RESULT, Evidence::None));
	});
}

#[test]
fn attest_should_take_replay_evidence_when_the_job_demands_it() {
	build_and_execute(|| {
		assert!(Contribution::accepts(EvidenceKind::None) && Contribution::accepts(EvidenceKind::Replay));
		let job = of_kind(EvidenceKind::Replay);
		assert_noop!(attest(BOB, job), Error::<Test>::EvidenceMismatch);
		assert_ok!(Contribution::attest(signed(BOB), job, 1, RESULT, REPLAY));
		let view = Contribution::work_view(job).unwrap();
		assert_eq!(view.attestations[0].as_ref().unwrap().evidence, REPLAY);
	});
}

#[test]
fn attest_should_be_refused_when_the_evidence_is_not_what_the_job_demands() {
	build_and_execute(|| {
		let job = solo();
		assert_noop!(
			Contribution::attest(signed(BOB), job, 1, RESULT, REPLAY),
			Error::<Test>::EvidenceMismatch
		);
	});
}

#[test]
fn attest_should_be_refused_when_evidence_of_the_kind_cannot_be_checked_yet() {
	build_and_execute(|| {
		assert!(!Contribution::accepts(EvidenceKind::Metering));
		let evidence = Evidence::Metering {
			root: [1; 32],
			vouchers: 1,
		};
		let job = of_kind(EvidenceKind::Metering);
		assert_noop!(
			Contribution::attest(signed(BOB), job, 1, RESULT, evidence),
			Error::<Test>::EvidenceNotSupported
		);
	});
}

#[test]
fn attest_should_be_refused_when_the_time_is_over() {
	build_and_execute(|| {
		let job = shared();
		assert_ok!(attest(BOB, job));
		pass(ATTEST_WITHIN);
		assert_noop!(attest(CHARLIE, job), Error::<Test>::AttestationOver);
		assert_noop!(attest(BOB, job), Error::<Test>::AttestationOver);
	});
}

#[test]
fn deadline_should_begin_the_review_when_some_attested() {
	build_and_execute(|| {
		let job = shared();
		assert_ok!(attest(BOB, job));
		pass(ATTEST_WITHIN - 1);
		assert!(!Works::<Test>::get(job).unwrap().reviewing);
		pass(1);
		assert!(Works::<Test>::get(job).unwrap().reviewing);
		assert_eq!(due(job), Now::get() + WINDOWS[2]);
		assert_eq!(ended(job), None);
	});
}

#[test]
fn deadline_should_forfeit_every_liability_when_nobody_attested() {
	build_and_execute(|| {
		let job = shared();
		pass(ATTEST_WITHIN);
		let verdict = Ended::get(job).unwrap();
		assert!(verdict.iter().all(|line| !line.attested && line.quality.is_zero()));
		assert!(bme_economics::sums_to_one(verdict.iter().map(|line| line.share)));
		assert_eq!(Works::<Test>::iter().count(), 0);
		for who in [BOB, CHARLIE, DAVE] {
			assert_eq!((supplier(who).bond, supplier(who).liabilities), (BOND - LIABILITY, 0));
		}
		assert_eq!(free(PAYER), TOKENS + 3 * (LIABILITY / 2));
		assert_eq!(Rows::<Test>::iter().count(), 0);
	});
}

#[test]
fn deadline_should_settle_nothing_when_there_is_no_work() {
	build_and_execute(|| assert_eq!(Contribution::due(0).0, Due::Settle(Verdict::new())));
}

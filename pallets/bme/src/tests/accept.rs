//! `accept_job`, `cancel_job` and requests that lapse.

use super::*;

/// One per cent of [`BURN`], rounded up.
const CANCEL_FEE: Balance = 41_666_666_667;

#[test]
fn acceptance_should_open_a_liability_when_the_supplier_is_bonded() {
	build_and_execute(|| {
		let job = requested(ALICE, spec_of(&[(BOB, 60), (CHARLIE, 40)]));
		assert_ok!(accept_job(CHARLIE, job, Perbill::from_percent(40)));

		assert_eq!(Liabilities::get(CHARLIE), LEAST_LIABILITY);
		assert_event(Event::JobAccepted {
			job,
			supplier: CHARLIE,
			liability: LEAST_LIABILITY,
		});
		assert_eq!(Begun::get(job), None);
		assert!(!crate::Jobs::<Test>::get(job).unwrap().has_begun());
	});
}

#[test]
fn work_should_begin_when_the_last_supplier_accepts() {
	build_and_execute(|| {
		let job = requested(ALICE, spec_of(&[(BOB, 60), (CHARLIE, 40)]));
		ticks(3);
		assert_ok!(accept_job(CHARLIE, job, Perbill::from_percent(40)));
		assert_ok!(accept_job(BOB, job, Perbill::from_percent(60)));

		assert_event(Event::JobStarted { job, attest_by: 203 });
		assert_eq!(Begun::get(job), Some(2));
		assert_eq!(Agenda::<Test>::iter_keys().collect::<Vec<_>>(), vec![(203, job)]);
	});
}

#[test]
fn acceptance_should_be_possible_when_it_is_the_last_block_before_the_window_ends() {
	build_and_execute(|| {
		let job = requested(ALICE, spec());
		ticks(99);
		assert_ok!(accept_job(BOB, job, Perbill::one()));
	});
}

#[test]
fn acceptance_should_be_refused_when_the_window_passed_before_the_agenda_came() {
	build_and_execute(|| {
		let job = requested(ALICE, spec());
		ticks(99);
		// Weight for the tick, not for the job.
		poll(<() as WeightInfo>::epoch_base() + <() as WeightInfo>::agenda_base());
		assert_noop!(accept_job(BOB, job, Perbill::one()), Error::<Test>::WindowPassed);
	});
}

#[test]
fn acceptance_should_be_refused_when_job_signer_share_or_bond_do_not_fit() {
	build_and_execute(|| {
		let (forty, sixty) = (Perbill::from_percent(40), Perbill::from_percent(60));
		assert_noop!(accept_job(BOB, 0, sixty), Error::<Test>::JobNotFound);

		let job = requested(ALICE, spec_of(&[(BOB, 60), (CHARLIE, 40)]));
		assert_noop!(accept_job(BOB, job + 1, sixty), Error::<Test>::JobNotFound);
		assert_noop!(accept_job(DAVE, job, sixty), Error::<Test>::NotSupplier);
		assert_noop!(accept_job(ALICE, job, sixty), Error::<Test>::NotSupplier);
		assert_noop!(accept_job(BOB, job, forty), Error::<Test>::MinShareMismatch);
		Bond::set(&(LEAST_LIABILITY - 1));
		assert_noop!(accept_job(BOB, job, sixty), BOND_TOO_LOW);
		Bond::set(&LEAST_LIABILITY);
		assert_ok!(accept_job(BOB, job, sixty));
		assert_noop!(accept_job(BOB, job, sixty), Error::<Test>::AlreadyAccepted);
		assert_ok!(accept_job(CHARLIE, job, forty));
		assert_noop!(accept_job(CHARLIE, job, forty), Error::<Test>::AlreadyAccepted);

		assert_ok!(judged(job, verdict([(60, 100), (40, 100)])));
		assert_noop!(accept_job(BOB, job, sixty), Error::<Test>::JobNotFound);
	});
}

#[test]
fn acceptance_should_be_refused_when_nobody_signed() {
	build_and_execute(|| {
		let job = requested(ALICE, spec());
		let min_share = Perbill::one();
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
			assert_noop!(
				dispatch(origin, Call::accept_job { job, min_share }),
				DispatchError::BadOrigin
			);
		}
	});
}

#[test]
fn cancelling_should_burn_one_per_cent_rounded_up_when_the_job_has_not_begun() {
	build_and_execute(|| {
		let job = requested(ALICE, spec_of(&[(BOB, 60), (CHARLIE, 40)]));
		assert_ok!(accept_job(BOB, job, Perbill::from_percent(60)));
		assert_ok!(cancel_job(ALICE, job));

		assert_eq!(tokens(ALICE), TOKENS - CANCEL_FEE);
		assert_eq!(fiat(ALICE), FIAT_FUNDS);
		assert_eq!(BurnedTotal::<Test>::get(BurnCause::Cancel), CANCEL_FEE);
		assert_event(Event::JobCancelled {
			job,
			payer: ALICE,
			burned: CANCEL_FEE,
			burn_returned: BURN - CANCEL_FEE,
			fiat_returned: PAID,
		});
		assert_no_job_left();
	});
}

#[test]
fn cancelling_should_be_refused_when_job_signer_or_state_do_not_fit() {
	build_and_execute(|| {
		assert_noop!(cancel_job(ALICE, 0), Error::<Test>::JobNotFound);

		let for_alice = requested(EVE, spec());
		for who in [ALICE, BOB] {
			assert_noop!(cancel_job(who, for_alice), Error::<Test>::NotPayer);
		}
		assert_ok!(accept_job(BOB, for_alice, Perbill::one()));
		assert_noop!(cancel_job(EVE, for_alice), Error::<Test>::AlreadyBegun);

		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
			assert_noop!(
				dispatch(origin, Call::cancel_job { job: for_alice }),
				DispatchError::BadOrigin
			);
		}
	});
}

#[test]
fn cancelling_should_return_everything_else_to_the_payer_when_it_is_not_the_consumer() {
	build_and_execute(|| {
		let job = requested(EVE, spec());
		assert_ok!(cancel_job(EVE, job));

		assert_eq!((tokens(EVE), fiat(EVE)), (TOKENS - CANCEL_FEE, FIAT_FUNDS));
		assert_eq!((tokens(ALICE), fiat(ALICE)), (TOKENS, FIAT_FUNDS));
	});
}

#[test]
fn request_should_lapse_and_return_everything_when_a_supplier_never_accepts() {
	build_and_execute(|| {
		let job = requested(ALICE, spec_of(&[(BOB, 60), (CHARLIE, 40)]));
		assert_ok!(accept_job(BOB, job, Perbill::from_percent(60)));
		ticks(99);
		assert_eq!(held_tokens(ALICE), BURN);
		ticks(1);

		assert_eq!((tokens(ALICE), fiat(ALICE)), (TOKENS, FIAT_FUNDS));
		assert_event(Event::JobLapsed {
			job,
			payer: ALICE,
			burn_returned: BURN,
			fiat_returned: PAID,
		});
		assert_eq!(BurnedTotal::<Test>::iter().count(), 0);
		assert_no_job_left();
	});
}

//! How jobs end: verdicts, failures, debts, and parties that get in the way.

use super::*;
use bme_primitives::Verdict;
use sp_runtime::traits::Dispatchable as _;

#[test]
fn settlement_should_burn_and_pay_exactly_the_quote_when_the_work_is_perfect() {
	build_and_execute(|| {
		let job = begun(ALICE, spec());
		assert_ok!(judged(job, verdict([(100, 100)])));

		assert_eq!(Balances::total_issuance(), GenesisIssuance::<Test>::get() - BURN);
		assert_eq!((tokens(ALICE), fiat(ALICE)), (TOKENS - BURN, FIAT_FUNDS - PAID));
		assert_eq!((tokens(BOB), fiat(BOB)), (TOKENS, PAID));
		assert_eq!(Rows::get(0, BOB), work(ENTITLEMENT));
		assert_event(Event::JobSettled {
			job,
			payer: ALICE,
			class: Class::Agent,
			burned: BURN,
			burn_returned: 0,
			fiat_paid: PAID,
			fiat_returned: 0,
			price_used: FixedU128::from_rational(48, 100),
			roles: vec![],
		});
		assert_event(Event::SupplierPaid {
			job,
			supplier: BOB,
			fiat: PAID,
			entitlement: ENTITLEMENT,
		});
		assert_event(Event::Burned {
			cause: BurnCause::Job(Class::Agent),
			amount: BURN,
		});
		assert_no_job_left();
	});
}

#[test]
fn settlement_should_burn_and_pay_in_proportion_when_the_verdict_is_two_fifths() {
	build_and_execute(|| {
		let job = begun(ALICE, spec());
		assert_ok!(judged(job, verdict([(100, 40)])));

		// ceil(BURN · 0.4), and what it returns.
		let burned = 1_666_666_666_667;
		assert_eq!(tokens(ALICE), TOKENS - burned);
		assert_eq!((fiat(ALICE), fiat(BOB)), (FIAT_FUNDS - 3_200_000, 3_200_000));
		assert_eq!(Rows::get(0, BOB), work(1_583_333_333_333));
		assert_event(Event::JobSettled {
			job,
			payer: ALICE,
			class: Class::Agent,
			burned,
			burn_returned: 2_500_000_000_000,
			fiat_paid: 3_200_000,
			fiat_returned: 4_800_000,
			price_used: FixedU128::from_rational(48, 100),
			roles: vec![],
		});
	});
}

#[test]
fn settlement_should_return_everything_when_the_verdict_is_zero() {
	build_and_execute(|| {
		let job = begun(ALICE, spec());
		assert_ok!(judged(job, verdict([(100, 0)])));

		assert_eq!((tokens(ALICE), fiat(ALICE), fiat(BOB)), (TOKENS, FIAT_FUNDS, 0));
		assert_eq!(BurnedTotal::<Test>::iter().count(), 0);
		assert_eq!(Rows::iter().count(), 0);
		// Bob attested: bad work is not absence.
		assert_eq!(tokens(BONDS), TOKENS);
		assert_event(Event::JobSettled {
			job,
			payer: ALICE,
			class: Class::Agent,
			burned: 0,
			burn_returned: BURN,
			fiat_paid: 0,
			fiat_returned: PAID,
			price_used: FixedU128::from_rational(48, 100),
			roles: vec![],
		});
		assert_no_job_left();
	});
}

#[test]
fn settlement_should_pay_each_by_share_and_quality_when_there_are_several_suppliers() {
	build_and_execute(|| {
		let job = begun(ALICE, spec_of(&[(BOB, 50), (CHARLIE, 30), (DAVE, 20)]));
		assert_ok!(judged(job, verdict([(50, 100), (30, 80), (20, 50)])));

		// Σ share · quality = 0.84.
		assert_eq!(
			BurnedTotal::<Test>::get(BurnCause::Job(Class::Agent)),
			3_500_000_000_001
		);
		assert_eq!((fiat(BOB), fiat(CHARLIE), fiat(DAVE)), (4_000_000, 1_920_000, 800_000));
		assert_eq!(fiat(ALICE), FIAT_FUNDS - 6_720_000);
		let earned = [BOB, CHARLIE, DAVE].map(|who| Rows::get(0, who).work);
		assert_eq!(earned, [1_979_166_666_666, 950_000_000_000, 395_833_333_332]);
		assert_no_job_left();
	});
}

#[test]
fn settlement_should_pay_the_others_when_one_of_four_suppliers_vanished() {
	build_and_execute(|| {
		let job = begun(ALICE, spec_of(&[(BOB, 25), (CHARLIE, 25), (DAVE, 25), (EVE, 25)]));
		let mut verdict = verdict([(25, 100), (25, 100), (25, 100), (25, 0)]);
		verdict[3].attested = false;
		assert_ok!(judged(job, verdict));

		let burned = 3_125_000_000_001;
		let to_payer = LEAST_LIABILITY / 2;
		assert_eq!(BurnedTotal::<Test>::get(BurnCause::Job(Class::Agent)), burned);
		assert_eq!(BurnedTotal::<Test>::get(BurnCause::Forfeit), LEAST_LIABILITY - to_payer);
		assert_eq!(tokens(ALICE), TOKENS - burned + to_payer);
		assert_eq!(tokens(BONDS), TOKENS - LEAST_LIABILITY);
		assert_eq!([BOB, CHARLIE, DAVE].map(fiat), [2 * USD; 3]);
		assert_eq!(fiat(EVE), FIAT_FUNDS);
		assert_eq!(Rows::get(0, EVE), ByPool::default());
		assert_event(Event::SupplierForfeited {
			job,
			supplier: EVE,
			liability: LEAST_LIABILITY,
			to_payer,
		});
		assert_no_job_left();
	});
}

#[test]
fn job_should_fail_and_its_liabilities_be_forfeited_when_nobody_attests() {
	build_and_execute(|| {
		let job = begun(ALICE, spec_of(&[(BOB, 60), (CHARLIE, 40)]));
		ticks(200);

		let (fee, to_payer) = (41_666_666_667, LEAST_LIABILITY / 2);
		assert_event(Event::JobFailed {
			job,
			payer: ALICE,
			burned: fee,
			burn_returned: BURN - fee,
			fiat_returned: PAID,
		});
		for supplier in [BOB, CHARLIE] {
			assert_event(Event::SupplierForfeited {
				job,
				supplier,
				liability: LEAST_LIABILITY,
				to_payer,
			});
		}
		assert_eq!(tokens(BONDS), TOKENS - 2 * LEAST_LIABILITY);
		// The forfeits repay an honest payer.
		assert_eq!(tokens(ALICE), TOKENS - fee + 2 * to_payer);
		assert_eq!(fiat(ALICE), FIAT_FUNDS);
		assert_eq!(BurnedTotal::<Test>::get(BurnCause::Cancel), fee);
		assert_eq!(
			BurnedTotal::<Test>::get(BurnCause::Forfeit),
			2 * (LEAST_LIABILITY - to_payer)
		);
		assert_eq!(Rows::iter().count(), 0);
		assert_no_job_left();
	});
}

#[test]
fn settlement_should_burn_more_than_it_earns_when_payer_consumer_and_supplier_are_one() {
	build_and_execute(|| {
		let job = begun(ALICE, spec_of(&[(ALICE, 100)]));
		assert_ok!(judged(job, verdict([(100, 100)])));

		assert_eq!((tokens(ALICE), fiat(ALICE)), (TOKENS - BURN, FIAT_FUNDS));
		assert_eq!(Rows::get(0, ALICE), work(ENTITLEMENT));
		assert_no_job_left();
	});
}

#[test]
fn failure_should_cost_half_the_liability_when_payer_and_supplier_are_one() {
	build_and_execute(|| {
		begun(ALICE, spec_of(&[(ALICE, 100)]));
		ticks(200);

		assert_eq!(
			tokens(ALICE) + tokens(BONDS),
			2 * TOKENS - 41_666_666_667 - (LIABILITY - LIABILITY / 2)
		);
		assert_eq!(fiat(ALICE), FIAT_FUNDS);
		assert_no_job_left();
	});
}

#[test]
fn jobs_should_end_when_the_payer_locked_all_its_tokens_in_a_vote() {
	build_and_execute(|| {
		let settled = begun(ALICE, spec());
		let cancelled = requested(ALICE, spec());
		let failed = begun(ALICE, spec_of(&[(CHARLIE, 100)]));
		let lapsed = requested(ALICE, spec());
		Balances::set_lock(*b"pyconvot", &ALICE, Balance::MAX, WithdrawReasons::all());

		assert_ok!(judged(settled, verdict([(100, 40)])));
		assert_ok!(cancel_job(ALICE, cancelled));
		ticks(200);

		assert_event(Event::JobLapsed {
			job: lapsed,
			payer: ALICE,
			burn_returned: BURN,
			fiat_returned: PAID,
		});
		assert!(events()
			.iter()
			.any(|event| matches!(event, Event::JobFailed { job, .. } if *job == failed)));
		assert_no_job_left();
	});
}

#[test]
fn settlement_should_owe_a_supplier_that_cannot_be_credited_when_its_fiat_is_blocked() {
	build_and_execute(|| {
		assert_ok!(Assets::transfer_keep_alive(RuntimeOrigin::signed(ALICE), FIAT, BOB, 5));
		let job = begun(ALICE, spec_of(&[(BOB, 50), (CHARLIE, 50)]));
		block_fiat(BOB);
		assert_ok!(judged(job, verdict([(50, 100), (50, 100)])));

		assert_eq!((fiat(BOB), fiat(CHARLIE)), (5, PAID / 2));
		assert_eq!(Bme::owed_view(&BOB), vec![(Debt::Fiat, PAID / 2)]);
		assert_eq!(fiat(Bme::fiat_pot()), PAID / 2);
		assert_event(Event::DebtRecorded {
			account: BOB,
			debt: Debt::Fiat,
			amount: PAID / 2,
		});
		assert_no_job_left();

		assert_noop!(claim_owed(BOB, Debt::Fiat), Error::<Test>::CannotCredit);
		thaw_fiat(BOB);
		assert_ok!(claim_owed(BOB, Debt::Fiat));
		assert_eq!((fiat(BOB), fiat(Bme::fiat_pot())), (5 + PAID / 2, 0));
		assert_event(Event::DebtPaid {
			account: BOB,
			debt: Debt::Fiat,
			amount: PAID / 2,
		});
		assert_noop!(claim_owed(BOB, Debt::Fiat), Error::<Test>::NothingOwed);
	});
}

#[test]
fn jobs_should_end_and_owe_the_payer_when_its_own_fiat_is_blocked() {
	build_and_execute(|| {
		let settled = begun(ALICE, spec());
		let cancelled = requested(ALICE, spec());
		let lapsed = requested(ALICE, spec());
		let fiat_left = fiat(ALICE);
		block_fiat(ALICE);

		assert_ok!(judged(settled, verdict([(100, 40)])));
		assert_ok!(cancel_job(ALICE, cancelled));
		ticks(100);

		assert_event(Event::JobLapsed {
			job: lapsed,
			payer: ALICE,
			burn_returned: BURN,
			fiat_returned: PAID,
		});
		assert_eq!(fiat(BOB), 3_200_000);
		assert_eq!(fiat(ALICE), fiat_left);
		assert_eq!(Owed::<Test>::get(ALICE, Debt::Fiat), 4_800_000 + 2 * PAID);
		assert_no_job_left();

		thaw_fiat(ALICE);
		assert_ok!(claim_owed(ALICE, Debt::Fiat));
		assert_eq!(fiat(ALICE), FIAT_FUNDS - 3_200_000);
	});
}

#[test]
fn settlement_should_pay_a_supplier_in_fiat_when_its_account_is_gone() {
	build_and_execute(|| {
		let job = begun(ALICE, spec());
		assert_ok!(Balances::transfer(&BOB, &EVE, TOKENS, Preservation::Expendable));
		assert!(!System::account_exists(&BOB));
		assert_ok!(judged(job, verdict([(100, 100)])));

		assert_eq!(fiat(BOB), PAID);
		assert_eq!(Rows::get(0, BOB), work(ENTITLEMENT));
	});
}

#[test]
fn settlement_should_be_refused_when_the_verdict_does_not_fit_the_job() {
	build_and_execute(|| {
		let job = begun(ALICE, spec_of(&[(BOB, 60), (CHARLIE, 40)]));

		for verdict in [
			Verdict::default(),
			verdict([(100, 100)]),
			verdict([(60, 100), (39, 100)]),
			verdict([(60, 100), (20, 100), (20, 100)]),
		] {
			assert_noop!(judged(job, verdict), Error::<Test>::InvalidVerdict);
		}
		assert_noop!(
			judged(job + 1, verdict([(60, 100), (40, 100)])),
			Error::<Test>::JobNotFound
		);
		assert_ok!(judged(job, verdict([(60, 100), (40, 100)])));
	});
}

#[test]
fn settle_should_move_on_a_due_job_when_anyone_calls() {
	build_and_execute(|| {
		let (lapsing, ending) = (requested(ALICE, spec()), begun(ALICE, spec()));
		Verdicts::insert(ending, verdict([(100, 100)]));
		for job in [lapsing, ending] {
			assert_noop!(settle(DAVE, job), Error::<Test>::NotDue);
		}
		ticks(99);
		assert_noop!(settle(DAVE, lapsing), Error::<Test>::NotDue);
		tick_without_work();
		assert_ok!(settle(DAVE, lapsing));
		assert_noop!(settle(DAVE, lapsing), Error::<Test>::JobNotFound);
		assert_noop!(settle(DAVE, ending), Error::<Test>::NotDue);
		(0..100).for_each(|_| tick_without_work());
		assert_ok!(settle(DAVE, ending));

		assert_eq!((tokens(ALICE), fiat(BOB)), (TOKENS - BURN, PAID));
		assert_no_job_left();
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
			assert_noop!(dispatch(origin, Call::settle { job: ending }), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn claim_should_be_refused_when_nothing_is_owed_or_nobody_signed() {
	build_and_execute(|| {
		for debt in [Debt::Fiat, Debt::Tokens(Pool::Work)] {
			assert_noop!(claim_owed(BOB, debt), Error::<Test>::NothingOwed);
			for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
				assert_noop!(
					dispatch(origin, Call::claim_owed { account: BOB, debt }),
					DispatchError::BadOrigin
				);
			}
		}
	});
}

fn work(points: u128) -> ByPool<u128> {
	ByPool {
		work: points,
		..Default::default()
	}
}

/// A block with weight for the tick, not for any job.
fn tick_without_work() {
	poll(<() as WeightInfo>::epoch_base() + <() as WeightInfo>::agenda_base());
}

#[test]
fn job_should_fail_when_only_a_share_of_nothing_was_attested() {
	build_and_execute(|| {
		let job = begun(ALICE, spec_of(&[(BOB, 60), (CHARLIE, 40)]));
		let mut verdict = verdict([(100, 0), (0, 100)]);
		verdict[0].attested = false;
		assert_ok!(judged(job, verdict));

		assert_eq!(BurnedTotal::<Test>::get(BurnCause::Cancel), 41_666_666_667);
		assert_eq!(tokens(BONDS), TOKENS - LEAST_LIABILITY);
		assert_no_job_left();
	});
}

#[test]
fn ending_a_job_should_cost_what_was_done_when_it_has_few_suppliers() {
	build_and_execute(|| {
		let weight_of = |call: Call<Test>| {
			let outcome = RuntimeCall::from(call).dispatch(RuntimeOrigin::signed(ALICE));
			outcome.unwrap().actual_weight.unwrap()
		};
		let cancelled = requested(ALICE, spec());
		let cost = weight_of(Call::cancel_job { job: cancelled });
		assert_eq!(cost, <() as WeightInfo>::cancel_job(0));

		let (lapsed, settled) = (requested(ALICE, spec()), begun(ALICE, spec()));
		(0..200).for_each(|_| tick_without_work());
		assert_eq!(
			weight_of(Call::settle { job: lapsed }),
			<() as WeightInfo>::cancel_job(0)
		);
		assert_eq!(
			weight_of(Call::settle { job: settled }),
			<() as WeightInfo>::settle(1) + JUDGING
		);
	});
}

#[test]
fn judge_should_be_told_what_the_suppliers_cannot_earn_when_a_job_is_settled() {
	build_and_execute(|| {
		let job = begun(ALICE, spec());
		let (burn, kappa) = crate::Jobs::<Test>::get(job)
			.map(|job| (job.quote.burn, job.kappa))
			.unwrap();
		assert_ok!(judged(job, verdict([(100, 100)])));
		let spare = Spare::get(job).unwrap();
		assert_eq!(spare, sp_runtime::PerThing::left_from_one(kappa).mul_floor(burn));
		// What checking a job earns and what it earns its suppliers is together no more than it burned.
		assert!(spare + kappa.mul_floor(burn) <= burn);
	});
}

#[test]
fn liability_should_stay_open_when_a_supplier_is_condemned() {
	build_and_execute(|| {
		let job = begun(ALICE, spec());
		let liability = crate::Jobs::<Test>::get(job).unwrap().liability;
		let mut found = verdict([(100, 40)]);
		found[0].condemned = true;
		assert_ok!(judged(job, found));
		assert_eq!(Condemned::get(BOB), liability);
		assert_eq!(Liabilities::get(BOB), liability);
	});
}

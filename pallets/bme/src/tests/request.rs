//! `request_job` and quotes.

use super::*;

#[test]
fn request_should_hold_exactly_the_quote_when_the_numbers_are_the_design_s() {
	build_and_execute(|| {
		let job = requested(ALICE, spec());

		assert_eq!((held_tokens(ALICE), tokens(ALICE)), (BURN, TOKENS - BURN));
		assert_eq!((held_fiat(ALICE), fiat(ALICE)), (PAID, FIAT_FUNDS - PAID));
		assert_event(Event::JobRequested {
			job,
			payer: ALICE,
			consumer: ALICE,
			class: Class::Agent,
			price: 10 * USD,
			fiat: PAID,
			burn: BURN,
			price_used: FixedU128::from_rational(48, 100),
			accept_by: 100,
			young: Default::default(),
		});
		let stored = crate::Jobs::<Test>::get(job).unwrap();
		assert_eq!(stored.liability, LIABILITY);
		assert_eq!(stored.kappa, Perbill::from_percent(95));
		assert!(Agenda::<Test>::contains_key(100, job));
	});
}

#[test]
fn request_should_record_payer_and_consumer_when_they_differ() {
	build_and_execute(|| {
		let for_consumer = JobSpecV1 {
			consumer: FERDIE,
			..spec()
		};
		let job = requested(EVE, for_consumer);

		let stored = crate::Jobs::<Test>::get(job).unwrap();
		assert_eq!((stored.payer, stored.spec.consumer), (EVE, FERDIE));
		assert_eq!((held_tokens(EVE), held_fiat(EVE)), (BURN, PAID));
		assert_eq!((tokens(FERDIE), fiat(FERDIE)), (0, 0));
		assert_eq!(<Bme as Jobs<_>>::parties(job).unwrap().consumer, FERDIE);
	});
}

#[test]
fn request_should_use_the_burn_share_and_kappa_of_the_class_when_it_is_training() {
	build_and_execute(|| {
		let training = JobSpecV1 {
			class: Class::Training,
			..spec()
		};
		let job = crate::Jobs::<Test>::get(requested(ALICE, training)).unwrap();

		// 15 % of 10.00 USD at 0.48.
		assert_eq!((job.quote.burn, job.quote.fiat), (3_125_000_000_000, 8_500_000));
		assert_eq!(job.kappa, Perbill::from_percent(90));
	});
}

#[test]
fn request_should_use_the_lesser_price_when_average_and_median_differ() {
	build_and_execute(|| {
		Facts::set(&Some(facts(0.60, 0.50, 0.01, 0)));
		assert_eq!(burn_of(requested(ALICE, spec())), BURN);

		Facts::set(&Some(facts(0.40, 0.50, 0.01, 0)));
		assert_eq!(burn_of(requested(ALICE, spec())), 5_263_157_894_737);
	});
}

#[test]
fn request_should_burn_more_when_the_margin_is_wide() {
	build_and_execute(|| {
		Facts::set(&Some(facts(0.50, 0.50, 0.01, 10)));
		assert_eq!(burn_of(requested(ALICE, spec())), 4_651_162_790_698);
	});
}

#[test]
fn request_should_use_the_floor_price_when_the_price_is_below_it() {
	build_and_execute(|| {
		Facts::set(&Some(facts(0.01, 0.01, 0.50, 0)));
		assert_eq!(burn_of(requested(ALICE, spec())), 40 * TOKEN);
	});
}

#[test]
fn request_should_round_against_the_payer_when_the_price_does_not_divide() {
	build_and_execute(|| {
		let odd = JobSpecV1 {
			price: 10_001,
			..spec()
		};
		let job = crate::Jobs::<Test>::get(requested(ALICE, odd)).unwrap();

		// 20 % of it is 2000.2 units, hence 2001 are burned.
		assert_eq!((job.quote.burn, job.quote.fiat), (4_168_750_000, 8_000));
	});
}

#[test]
fn request_should_open_the_least_liability_when_the_job_is_small() {
	build_and_execute(|| {
		let small = JobSpecV1 {
			price: 9 * USD,
			..spec()
		};
		assert_eq!(
			crate::Jobs::<Test>::get(requested(ALICE, small)).unwrap().liability,
			TOKEN
		);
	});
}

#[test]
fn request_should_give_each_job_its_own_number_when_one_account_asks_ten_in_a_block() {
	build_and_execute(|| {
		let jobs: Vec<_> = (0..10).map(|_| requested(ALICE, spec())).collect();

		assert_eq!(jobs, (0..10).collect::<Vec<JobId>>());
		assert_eq!((held_tokens(ALICE), held_fiat(ALICE)), (10 * BURN, 10 * PAID));
	});
}

#[test]
fn request_should_be_refused_when_the_price_is_out_of_bounds() {
	build_and_execute(|| {
		let at = |price| request_job(ALICE, JobSpecV1 { price, ..spec() });

		for price in [0, 1, USD / 100 - 1] {
			assert_noop!(at(price), Error::<Test>::PriceTooLow);
		}
		for price in [1_000_000 * USD + 1, Balance::MAX] {
			assert_noop!(at(price), Error::<Test>::PriceTooHigh);
		}
		assert_ok!(at(USD / 100));
		assert_ok!(at(1_000_000 * USD));
	});
}

#[test]
fn request_should_be_refused_when_its_suppliers_do_not_fit() {
	build_and_execute(|| {
		let alone = |suppliers: &[_]| request_job(ALICE, spec_of(suppliers));
		let assessed = |suppliers: &[_]| request_job(ALICE, assessed(suppliers));

		assert_noop!(alone(&[]), Error::<Test>::NoSuppliers);
		assert_noop!(alone(&[(BOB, 50), (BOB, 50)]), Error::<Test>::DuplicateSupplier);
		assert_noop!(alone(&[(BOB, 50), (CHARLIE, 49)]), Error::<Test>::SharesNotOne);
		assert_noop!(alone(&[(BOB, 50), (CHARLIE, 51)]), Error::<Test>::SharesNotOne);
		assert_noop!(assessed(&[]), Error::<Test>::NoSuppliers);
		assert_noop!(assessed(&[(BOB, 10), (BOB, 10)]), Error::<Test>::DuplicateSupplier);
		assert_noop!(assessed(&[(BOB, 50), (CHARLIE, 51)]), Error::<Test>::SharesAboveOne);
		assert_noop!(assessed(&[(BOB, 0), (CHARLIE, 0)]), Error::<Test>::NoMinimumShare);

		assert_ok!(alone(&[(BOB, 50), (CHARLIE, 50)]));
		assert_ok!(alone(&[(BOB, 100), (CHARLIE, 0)]));
		assert_ok!(assessed(&[(BOB, 50), (CHARLIE, 50)]));
		assert_ok!(assessed(&[(BOB, 1), (CHARLIE, 0)]));
	});
}

#[test]
fn request_should_be_refused_when_a_window_is_out_of_bounds() {
	build_and_execute(|| {
		let accept = |accept_within| {
			request_job(
				ALICE,
				JobSpecV1 {
					accept_within,
					..spec()
				},
			)
		};
		let attest = |class, attest_within| {
			request_job(
				ALICE,
				JobSpecV1 {
					class,
					attest_within,
					..spec()
				},
			)
		};

		for window in [0, 601, Tick::MAX] {
			assert_noop!(accept(window), Error::<Test>::AcceptWindowOutOfBounds);
		}
		assert_ok!(accept(1));
		assert_ok!(accept(600));
		for (class, longest) in [
			(Class::Agent, 600),
			(Class::Inference, 14_400),
			(Class::Training, 432_000),
		] {
			assert_noop!(attest(class, 9), Error::<Test>::AttestWindowOutOfBounds);
			assert_noop!(attest(class, longest + 1), Error::<Test>::AttestWindowOutOfBounds);
			assert_ok!(attest(class, 10));
			assert_ok!(attest(class, longest));
		}
	});
}

#[test]
fn windows_should_be_divided_when_time_is_scaled() {
	build_and_execute(|| {
		TimeScale::<Test>::put(20);
		let accept = |accept_within| {
			request_job(
				ALICE,
				JobSpecV1 {
					accept_within,
					attest_within: 30,
					..spec()
				},
			)
		};

		assert_noop!(accept(31), Error::<Test>::AcceptWindowOutOfBounds);
		assert_ok!(accept(30));
		assert_eq!(<Bme as Jobs<_>>::scaled(14_400), 720);
		// However much time is scaled, a window has ten ticks.
		assert_eq!(<Bme as Jobs<_>>::scaled(199), 10);
		TimeScale::<Test>::put(Tick::MAX);
		assert_eq!(<Bme as Jobs<_>>::scaled(432_000), 10);
	});
}

#[test]
fn request_should_be_refused_when_the_token_price_is_stale() {
	build_and_execute(|| {
		Facts::set(&None);
		assert_noop!(request_job(ALICE, spec()), Error::<Test>::TokenPriceStale);
	});
}

#[test]
fn request_should_be_refused_when_the_chain_has_no_policy() {
	build_and_execute(|| {
		Policy::<Test>::kill();
		assert_noop!(request_job(ALICE, spec()), Error::<Test>::NoPolicy);
	});
}

#[test]
fn request_should_be_refused_when_a_number_is_out_of_range() {
	build_and_execute(|| {
		Policy::<Test>::mutate_extant(|policy| policy.floor_price = FixedU128::from_u32(0));
		Facts::set(&Some(facts(0.0, 0.0, 0.0, 0)));
		assert_noop!(request_job(ALICE, spec()), Error::<Test>::ArithmeticOverflow);
	});
}

#[test]
fn request_should_be_refused_when_it_burns_more_than_the_payer_allows() {
	build_and_execute(|| {
		let at_most = |max_burn| request_job(ALICE, JobSpecV1 { max_burn, ..spec() });

		assert_noop!(at_most(BURN - 1), Error::<Test>::BurnAboveMaximum);
		assert_ok!(at_most(BURN));
	});
}

#[test]
fn request_should_be_refused_when_the_tokens_do_not_cover_the_burn_and_the_existential_deposit() {
	build_and_execute(|| {
		let give = |amount| {
			assert_ok!(Balances::transfer(&EVE, &FERDIE, amount, Preservation::Preserve));
		};

		assert_noop!(request_job(FERDIE, spec()), Error::<Test>::InsufficientTokens);
		give(BURN + EXISTENTIAL_DEPOSIT - 1);
		assert_noop!(request_job(FERDIE, spec()), Error::<Test>::InsufficientTokens);
		give(1);
		// The tokens suffice: what is missing now is fiat, and no token stays held.
		assert_noop!(request_job(FERDIE, spec()), Error::<Test>::InsufficientFiat);
		assert_eq!(held_tokens(FERDIE), 0);
	});
}

#[test]
fn request_should_be_refused_when_all_tokens_would_be_held_of_an_account_that_something_else_keeps_alive() {
	build_and_execute(|| {
		assert_ok!(Balances::transfer(&EVE, &FERDIE, BURN, Preservation::Preserve));
		System::inc_providers(&FERDIE);
		assert_noop!(request_job(FERDIE, spec()), Error::<Test>::InsufficientTokens);
	});
}

#[test]
fn request_should_be_refused_when_the_fiat_does_not_cover_the_price_and_the_least_balance() {
	build_and_execute(|| {
		let give = |who, amount| {
			assert_ok!(Assets::transfer_keep_alive(
				RuntimeOrigin::signed(ALICE),
				FIAT,
				who,
				amount
			));
		};

		assert_noop!(request_job(BOB, spec()), Error::<Test>::InsufficientFiat);
		give(BOB, PAID);
		assert_noop!(request_job(BOB, spec()), Error::<Test>::InsufficientFiat);
		give(BOB, 1);
		assert_ok!(request_job(BOB, spec()));
		assert_eq!((fiat(BOB), held_fiat(BOB)), (1, PAID));
	});
}

#[test]
fn request_should_be_refused_when_nobody_signed() {
	build_and_execute(|| {
		let call = Call::request_job {
			spec: bme_primitives::JobSpec::V1(spec()),
			receipts: Default::default(),
		};
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
			assert_noop!(dispatch(origin, call.clone()), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn quote_should_stay_locked_when_price_and_policy_move() {
	build_and_execute(|| {
		let job = begun(ALICE, spec());

		Facts::set(&Some(facts(0.10, 0.10, 0.01, 0)));
		Policy::<Test>::mutate_extant(|policy| {
			policy.kappa.agent = BelowOne::from_percent(50);
			policy.burn_share.agent = Perbill::from_percent(50);
		});
		assert_ok!(judged(job, verdict([(100, 100)])));

		assert_eq!(BurnedTotal::<Test>::get(BurnCause::Job(Class::Agent)), BURN);
		assert_eq!(Rows::get(0, BOB).work, ENTITLEMENT);
		assert_eq!(fiat(BOB), PAID);
	});
}

#[test]
fn burn_should_halve_when_the_price_doubles_and_double_when_it_halves() {
	build_and_execute(|| {
		Facts::set(&Some(facts(0.50, 0.50, 0.0, 0)));
		assert_eq!(burn_of(requested(ALICE, spec())), 4 * TOKEN);
		Facts::set(&Some(facts(1.00, 1.00, 0.0, 0)));
		assert_eq!(burn_of(requested(ALICE, spec())), 2 * TOKEN);
		Facts::set(&Some(facts(0.25, 0.25, 0.0, 0)));
		assert_eq!(burn_of(requested(ALICE, spec())), 8 * TOKEN);
	});
}

fn burn_of(job: JobId) -> Balance {
	crate::Jobs::<Test>::get(job).unwrap().quote.burn
}

fn assessed(suppliers: &[(u128, u32)]) -> JobSpecV1<u128> {
	JobSpecV1 {
		assessor: Some(DAVE),
		..spec_of(suppliers)
	}
}

#[test]
fn liability_should_be_divided_when_a_job_has_several_suppliers() {
	build_and_execute(|| {
		let job = requested(
			ALICE,
			JobSpecV1 {
				price: 100 * USD,
				max_burn: Balance::MAX,
				..spec_of(&[(BOB, 60), (CHARLIE, 40)])
			},
		);
		// 5 % of 100 USD at 0.48 is 10.416666666667; half of it, rounded up.
		assert_eq!(crate::Jobs::<Test>::get(job).unwrap().liability, 5_208_333_333_334);
	});
}

#[test]
fn request_should_be_refused_when_nobody_can_judge_its_evidence() {
	build_and_execute(|| {
		let evidence = |evidence| request_job(ALICE, JobSpecV1 { evidence, ..spec() });
		assert_noop!(evidence(EvidenceKind::Tee), Error::<Test>::EvidenceNotSupported);
		assert_ok!(evidence(EvidenceKind::Replay));
	});
}

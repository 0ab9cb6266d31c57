//! Payouts: shares to the unit, debts, and payment that comes by itself.

use super::*;

fn by_pool(work: u128, contribution: u128, security: u128) -> ByPool<u128> {
	ByPool {
		work,
		contribution,
		security,
	}
}

/// Open epoch 0, let these accounts earn these points in it, and close it.
fn closed_epoch_with(rows: &[(u128, ByPool<u128>)]) {
	block_at(0);
	for (who, points) in rows {
		Rows::insert(0, who, points);
	}
	close_epoch();
}

/// Three suppliers, of whom the Work pool cannot pay all that they earned.
fn worked_example() {
	closed_epoch_with(&[
		(BOB, by_pool(400 * TOKEN + 1, 100 * TOKEN, 2_399)),
		(CHARLIE, by_pool(350 * TOKEN, 33 * TOKEN + 1, 0)),
		(DAVE, by_pool(333 * TOKEN + 7, 0, 7_200)),
	]);
}

#[test]
fn payouts_should_be_exact_to_the_unit_when_three_suppliers_share() {
	build_and_execute(|| {
		worked_example();
		// 500 tokens of Work for points of 1,083; 133.3 tokens of Security for 9,599 of 14,400 blocks.
		let minted = by_pool(500 * TOKEN, 133 * TOKEN + 1, 133_319_444_444_444);
		assert_eq!(EpochRecords::<Test>::get(0).unwrap().minted, minted);
		assert_eq!(tokens(TREASURY), EXISTENTIAL_DEPOSIT + 29_591_049_382_716);

		let shares = [
			(BOB, by_pool(184_672_206_832_870, 100 * TOKEN, 33_319_444_444_444)),
			(CHARLIE, by_pool(161_588_180_978_761, 33 * TOKEN + 1, 0)),
			(DAVE, by_pool(153_739_612_188_367, 0, 99_999_999_999_999)),
		];
		for (who, amounts) in shares {
			assert_ok!(payout(who, &[0]));
			assert_eq!(tokens(who), TOKENS + sum(&amounts));
			assert_event(Event::PaidOut {
				account: who,
				epoch: 0,
				amounts,
			});
		}

		// What the floors leave stays in the pots until the epoch expires.
		let paid = EpochRecords::<Test>::get(0).unwrap().paid;
		assert_eq!(sum(&minted) - sum(&paid), 2 + 1);
		for pool in Pool::ALL {
			let dust = *pool.of(&minted) - *pool.of(&paid);
			assert_eq!(tokens(Bme::pot(pool)), EXISTENTIAL_DEPOSIT + dust);
		}
		assert_eq!(Rows::iter().count(), 0);
	});
}

#[test]
fn payout_should_be_refused_when_it_was_paid_already() {
	build_and_execute(|| {
		worked_example();
		assert_ok!(payout(BOB, &[0]));
		assert_noop!(payout(BOB, &[0]), Error::<Test>::NothingToPay);
		assert_noop!(payout(BOB, &[0, 0]), Error::<Test>::NothingToPay);
	});
}

#[test]
fn payout_should_pay_once_when_the_same_epoch_is_named_twice() {
	build_and_execute(|| {
		worked_example();
		assert_ok!(payout(CHARLIE, &[0, 0, 0]));
		assert_eq!(tokens(CHARLIE), TOKENS + 161_588_180_978_761 + 33 * TOKEN + 1);
	});
}

#[test]
fn payout_should_pay_several_epochs_when_some_of_them_have_nothing() {
	build_and_execute(|| {
		block_at(0);
		credit(0, Pool::Work, BOB, TOKEN);
		close_epoch();
		close_epoch();
		credit(2, Pool::Work, BOB, 2 * TOKEN);
		close_epoch();
		assert_ok!(payout(BOB, &[2, 1, 0]));
		assert_eq!(tokens(BOB), TOKENS + 3 * TOKEN);
	});
}

#[test]
fn payout_should_be_refused_when_epoch_or_account_do_not_fit() {
	build_and_execute(|| {
		assert_noop!(payout(BOB, &[0]), Error::<Test>::EpochOpen);
		worked_example();

		assert_noop!(payout(BOB, &[]), Error::<Test>::NothingToPay);
		assert_noop!(payout(BOB, &[1]), Error::<Test>::EpochOpen);
		assert_noop!(payout(BOB, &[0, 1]), Error::<Test>::EpochOpen);
		assert_noop!(payout(BOB, &[EpochIndex::MAX]), Error::<Test>::EpochOpen);
		assert_noop!(payout(FERDIE, &[0]), Error::<Test>::NothingToPay);
		for _ in 0..3 {
			close_epoch();
		}
		assert_noop!(payout(BOB, &[0]), Error::<Test>::EpochExpired);
		assert_noop!(payout(BOB, &[1, 0]), Error::<Test>::EpochExpired);

		let epochs = vec![1].try_into().unwrap();
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
			let call = Call::payout {
				account: BOB,
				epochs: Clone::clone(&epochs),
			};
			assert_noop!(dispatch(origin, call), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn payout_should_become_a_debt_when_it_is_below_the_existential_deposit() {
	build_and_execute(|| {
		let small = EXISTENTIAL_DEPOSIT - 1;
		closed_epoch_with(&[(FERDIE, by_pool(small, 0, 0))]);
		assert_ok!(payout(FERDIE, &[0]));

		let debt = Debt::Tokens(Pool::Work);
		assert_eq!(tokens(FERDIE), 0);
		assert_event(Event::DebtRecorded {
			account: FERDIE,
			debt,
			amount: small,
		});
		assert_noop!(claim_owed(FERDIE, debt), Error::<Test>::CannotCredit);
		assert_noop!(
			claim_owed(FERDIE, Debt::Tokens(Pool::Security)),
			Error::<Test>::NothingOwed
		);
		assert_noop!(payout(FERDIE, &[0]), Error::<Test>::NothingToPay);

		assert_ok!(Balances::transfer(
			&EVE,
			&FERDIE,
			EXISTENTIAL_DEPOSIT,
			Preservation::Preserve
		));
		assert_ok!(claim_owed(FERDIE, debt));
		assert_eq!(tokens(FERDIE), EXISTENTIAL_DEPOSIT + small);
		assert_event(Event::DebtPaid {
			account: FERDIE,
			debt,
			amount: small,
		});
		assert_eq!(Owed::<Test>::iter().count(), 0);
	});
}

#[test]
fn debts_should_add_up_until_they_can_be_paid_when_they_are_of_several_epochs() {
	build_and_execute(|| {
		let most = EXISTENTIAL_DEPOSIT * 6 / 10;
		closed_epoch_with(&[(FERDIE, by_pool(most, 0, 0))]);
		assert_ok!(payout(FERDIE, &[0]));
		credit(1, Pool::Work, FERDIE, most);
		close_epoch();
		assert_ok!(payout(FERDIE, &[1]));
		assert_ok!(claim_owed(FERDIE, Debt::Tokens(Pool::Work)));
		assert_eq!(tokens(FERDIE), 2 * most);
	});
}

#[test]
fn payout_should_create_the_account_by_the_largest_amount_when_the_others_are_too_small() {
	build_and_execute(|| {
		closed_epoch_with(&[(FERDIE, by_pool(5, EXISTENTIAL_DEPOSIT, 0))]);
		assert_ok!(payout(FERDIE, &[0]));
		assert_eq!(tokens(FERDIE), EXISTENTIAL_DEPOSIT + 5);
		assert_eq!(Owed::<Test>::iter().count(), 0);
	});
}

#[test]
fn payouts_should_come_by_themselves_when_blocks_have_idle_weight() {
	build_and_execute(|| {
		worked_example();
		idle(Weight::MAX);

		assert_eq!(Rows::iter().count(), 0);
		assert_eq!(tokens(DAVE), TOKENS + 153_739_612_188_367 + 99_999_999_999_999);
		assert_eq!(PayoutCursor::<Test>::get(), 1);
		// The open epoch is not paid.
		credit(1, Pool::Work, BOB, TOKEN);
		idle(Weight::MAX);
		assert_eq!(Rows::iter().count(), 1);
	});
}

#[test]
fn payouts_should_pay_what_the_idle_weight_allows_when_there_is_little_of_it() {
	build_and_execute(|| {
		worked_example();
		let (base, step) = (<() as WeightInfo>::payout_base(), <() as WeightInfo>::payout_step());
		assert_eq!(idle(Weight::zero()), Weight::zero());
		assert_eq!(idle(base), base);
		assert_eq!(Rows::iter().count(), 3);
		for left in [2, 1, 0] {
			assert_eq!(idle(base + step), base + step);
			assert_eq!(Rows::iter().count(), left);
		}
		assert_eq!(PayoutCursor::<Test>::get(), 0);
		idle(base + step);
		assert_eq!(PayoutCursor::<Test>::get(), 1);
	});
}

#[test]
fn payouts_should_be_capped_in_one_block_when_there_are_many_rows() {
	build_and_execute(|| {
		let rows: Vec<_> = (0..70).map(|who| (1_000 + who, by_pool(TOKEN, 0, 0))).collect();
		closed_epoch_with(&rows);
		idle(Weight::MAX);
		assert_eq!(Rows::iter().count(), 6);
		idle(Weight::MAX);
		assert_eq!(Rows::iter().count(), 0);
		assert!(rows.iter().all(|(who, _)| tokens(*who) == TOKEN));
	});
}

#[test]
fn payouts_should_pass_on_when_an_account_cannot_be_credited() {
	build_and_execute(|| {
		closed_epoch_with(&[(BOB, by_pool(TOKEN, 0, 0)), (FERDIE, by_pool(1, 0, 0))]);
		idle(Weight::MAX);
		assert_eq!(tokens(BOB), TOKENS + TOKEN);
		assert_eq!(Owed::<Test>::get(FERDIE, Debt::Tokens(Pool::Work)), 1);
		assert_eq!(PayoutCursor::<Test>::get(), 1);
	});
}

fn sum(amounts: &ByPool<u128>) -> u128 {
	amounts.work + amounts.contribution + amounts.security
}

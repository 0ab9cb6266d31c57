use super::mock::*;
use crate::{Error, Event, Holders, Receipts, WeightInfo, Young};
use bme_primitives::{Balance, ReceiptKeys, YoungFiat, YoungLot, USD};
use frame_support::{assert_noop, assert_ok, traits::Hooks};

#[test]
fn fiat_should_be_young_when_its_receipt_can_be_taken_back() {
	build_and_execute(|| {
		let key = accept(receipt(CARD, 1, 10 * USD));
		assert_eq!((fiat(BOB), young(BOB, key), record(key).held), (0, 10 * USD, 10 * USD));
		assert_eq!(fiat(Fiat::vault()), 10 * USD);
		assert_event(Event::FiatHeld {
			account: BOB,
			provider: CARD,
			reference: reference(1),
			amount: 10 * USD,
			matures: START + MATURITY,
		});
		assert_noop!(redeem(BOB, USD), Error::<Test>::InsufficientFiat);
	});
}

#[test]
fn fiat_should_come_by_itself_when_its_receipt_matures() {
	build_and_execute(|| {
		let key = accept(receipt(CARD, 1, 10 * USD));
		run_to(START + MATURITY - MINUTE);
		assert_eq!(fiat(BOB), 0);
		run_to(START + MATURITY + 2 * MINUTE);
		assert_eq!((fiat(BOB), young(BOB, key)), (10 * USD, 0));
		assert_event(Event::FiatReleased {
			account: BOB,
			provider: CARD,
			reference: reference(1),
			amount: 10 * USD,
		});
		assert_eq!(
			Receipts::<Test>::iter().count(),
			0,
			"it is older than it could be attested"
		);
		assert_eq!(
			(Holders::<Test>::iter().count(), crate::Agenda::<Test>::iter().count()),
			(0, 0)
		);
	});
}

#[test]
fn fiat_should_be_released_when_anyone_asks_for_it() {
	build_and_execute(|| {
		let key = accept(receipt(CARD, 1, 10 * USD));
		assert_noop!(release(BOB, key), Error::<Test>::NotMature);
		Now::set(&(START + MATURITY - 1));
		assert_noop!(release(BOB, key), Error::<Test>::NotMature);
		Now::set(&(START + MATURITY));
		assert_noop!(release(ALICE, key), Error::<Test>::NothingHeld);
		assert_ok!(release(BOB, key));
		assert_eq!(fiat(BOB), 10 * USD);
		assert_noop!(release(BOB, key), Error::<Test>::NothingHeld);
		assert_noop!(release(BOB, super::mock::key(CARD, 2)), Error::<Test>::ReceiptNotFound);
	});
}

#[test]
fn fiat_should_wait_when_its_account_cannot_be_credited() {
	build_and_execute(|| {
		accept(receipt(TRANSFER, 1, USD));
		let key = accept(receipt(CARD, 1, 10 * USD));
		block_fiat(BOB);
		run_to(START + MATURITY + 2 * MINUTE);
		assert_eq!(young(BOB, key), 10 * USD);
		assert_noop!(release(BOB, key), Error::<Test>::CannotCredit);
		thaw_fiat(BOB);
		assert_ok!(release(BOB, key));
		assert_eq!((fiat(BOB), record(key).held), (11 * USD, 0));
		run_to(START + MATURITY + 3 * DAY);
		assert_eq!(Receipts::<Test>::iter().count(), 0);
	});
}

#[test]
fn mature_fiat_should_become_a_row_when_its_account_cannot_be_credited() {
	build_and_execute(|| {
		accept(receipt(TRANSFER, 1, USD));
		block_fiat(BOB);
		let key = accept(receipt(TRANSFER, 2, USD));
		assert_eq!((fiat(BOB), young(BOB, key)), (USD, USD));
		thaw_fiat(BOB);
		assert_ok!(release(BOB, key));
		assert_eq!(fiat(BOB), 2 * USD);
	});
}

#[test]
fn young_fiat_should_be_spent_when_a_job_takes_it() {
	build_and_execute(|| {
		let key = accept(receipt(CARD, 1, 10 * USD));
		let lots = take(BOB, 4 * USD);
		let lot = YoungLot {
			receipt: key,
			amount: 4 * USD,
		};
		assert_eq!(lots, [lot]);
		assert_eq!((young(BOB, key), record(key).held), (6 * USD, 10 * USD));
		let half = YoungLot { amount: 2 * USD, ..lot };
		assert_eq!((give(CHARLIE, half), give(STRANGER, half)), (2 * USD, 2 * USD));
		assert_eq!(
			[BOB, CHARLIE, STRANGER].map(|who| young(who, key)),
			[6 * USD, 2 * USD, 2 * USD]
		);
		run_to(START + MATURITY + 2 * MINUTE);
		assert_eq!([BOB, CHARLIE, STRANGER].map(fiat), [6 * USD, 2 * USD, 2 * USD]);
	});
}

#[test]
fn young_fiat_should_come_from_several_receipts_when_one_is_too_small() {
	build_and_execute(|| {
		for index in 0..4 {
			accept(receipt(CARD, index, USD));
		}
		// In the order in which they are named; what is unknown or spent already is passed over.
		let named = [2, 2, 9, 1, 3].map(|index| key(CARD, index));
		let named = ReceiptKeys::truncate_from(named.to_vec());
		let lots = <Fiat as YoungFiat<_>>::take(&BOB, &named, 3 * USD / 2);
		let taken = |index, amount| YoungLot {
			receipt: key(CARD, index),
			amount,
		};
		assert_eq!(lots[..], [taken(2, USD), taken(1, USD / 2)]);
		assert!(take(BOB, 0).is_empty());
		assert!(take(ALICE, USD).is_empty());
	});
}

#[test]
fn lot_should_be_paid_at_once_when_it_matured_meanwhile() {
	build_and_execute(|| {
		let key = accept(receipt(CARD, 1, 10 * USD));
		let lots = take(BOB, 10 * USD);
		run_to(START + MATURITY + 2 * MINUTE);
		assert_eq!(
			record(key).held,
			10 * USD,
			"a receipt is kept while a job has some of it"
		);
		assert_eq!(give(CHARLIE, lots[0]), 10 * USD);
		assert_eq!((fiat(CHARLIE), record(key).held), (10 * USD, 0));
		run_to(START + MATURITY + 3 * DAY);
		assert_eq!(Receipts::<Test>::iter().count(), 0);
	});
}

#[test]
fn lot_should_be_worth_nothing_when_its_receipt_was_taken_back() {
	build_and_execute(|| {
		let key = accept(receipt(CARD, 1, 10 * USD));
		let lots = take(BOB, 4 * USD);
		assert_ok!(reverse(ONE, key));
		assert_ok!(reverse(TWO, key));
		assert_eq!(give(CHARLIE, lots[0]), 0);
		let gone = Event::FiatTakenBack {
			account: CHARLIE,
			provider: CARD,
			reference: key.reference,
			amount: 4 * USD,
		};
		assert_eq!(events().last(), Some(&gone));
		assert_eq!((young(CHARLIE, key), issuance()), (0, FUNDS));
		// The job may live long, and nothing is attested under that reference meanwhile.
		run_to(START + KEEP + DAY);
		assert!(crate::Receipts::<Test>::contains_key(key));
		assert_eq!(give(CHARLIE, lots[0]), 0);
		// Long after it is forgotten as well.
		run_to(START + 2 * KEEP + DAY);
		assert!(!crate::Receipts::<Test>::contains_key(key));
		assert_eq!(give(CHARLIE, lots[0]), 0);
	});
}

#[test]
fn young_fiat_should_not_be_taken_when_its_receipt_was_taken_back() {
	build_and_execute(|| {
		let key = accept(receipt(CARD, 1, 10 * USD));
		let good = accept(receipt(CARD, 2, USD));
		assert_ok!(reverse(ONE, key));
		assert_ok!(reverse(TWO, key));
		let lots = take(BOB, Balance::MAX);
		assert_eq!(lots.iter().map(|lot| lot.receipt).collect::<Vec<_>>(), [good]);
	});
}

#[test]
fn rows_should_be_ended_step_by_step_when_many_accounts_have_some() {
	build_and_execute(|| {
		let key = accept(receipt(CARD, 1, 1_000 * USD));
		for who in 1_000..1_200 {
			let lots = take(BOB, USD);
			give(who, lots[0]);
		}
		assert_eq!(Young::<Test>::iter().count(), 201);
		block_at(START + MATURITY - MINUTE);
		Now::set(&(START + MATURITY + 2 * MINUTE));
		// The agenda has a half of it.
		let limit = <() as WeightInfo>::agenda_step() * 200;
		Fiat::on_idle(3, limit);
		assert!(
			(80..=100).contains(&(201 - Young::<Test>::iter().count())),
			"not all in one block"
		);
		run_to(START + MATURITY + 2 * MINUTE);
		assert_eq!(Young::<Test>::iter().count(), 0);
		assert_eq!((fiat(1_000), fiat(1_199), fiat(BOB)), (USD, USD, 800 * USD));
		assert_eq!(Receipts::<Test>::get(key), None);
	});
}

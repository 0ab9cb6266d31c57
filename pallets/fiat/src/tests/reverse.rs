use super::mock::*;
use crate::{Error, Event, Holders, Young};
use bme_primitives::USD;
use frame_support::{assert_noop, assert_ok};

#[test]
fn receipt_should_stand_when_fewer_than_enough_members_take_it_back() {
	build_and_execute(|| {
		let key = accept(receipt(CARD, 1, 10 * USD));
		assert_ok!(reverse(ONE, key));
		assert_event(Event::ReversalVoted {
			provider: CARD,
			reference: reference(1),
			member: ONE,
			votes: 1,
		});
		assert_eq!((young(BOB, key), issuance()), (10 * USD, FUNDS + 10 * USD));
		assert_noop!(reverse(ONE, key), Error::<Test>::AlreadyVoted);
	});
}

#[test]
fn young_fiat_should_be_burned_when_its_receipt_is_taken_back() {
	build_and_execute(|| {
		let key = accept(receipt(CARD, 1, 10 * USD));
		let lots = take(BOB, 4 * USD);
		give(CHARLIE, lots[0]);
		assert_ok!(reverse(ONE, key));
		assert_ok!(reverse(TWO, key));
		assert_event(Event::ReceiptReversed {
			provider: CARD,
			reference: reference(1),
			burned: 10 * USD,
			deficit: 0,
		});
		assert_eq!((issuance(), fiat(Fiat::vault())), (FUNDS, 0));

		run_to(START + 2 * MINUTE);
		for (account, amount) in [(BOB, 6 * USD), (CHARLIE, 4 * USD)] {
			assert_event(Event::FiatTakenBack {
				account,
				provider: CARD,
				reference: reference(1),
				amount,
			});
		}
		assert_eq!((Young::<Test>::iter().count(), Holders::<Test>::iter().count()), (0, 0));
	});
}

#[test]
fn provider_should_owe_and_stop_when_what_is_taken_back_is_out_of_reach() {
	build_and_execute(|| {
		let gone = accept(receipt(TRANSFER, 1, 10 * USD));
		assert_ok!(reverse(ONE, gone));
		assert_ok!(reverse(THREE, gone));
		assert_event(Event::ReceiptReversed {
			provider: TRANSFER,
			reference: reference(1),
			burned: 0,
			deficit: 10 * USD,
		});
		assert_eq!((provider(TRANSFER).deficit, fiat(BOB)), (10 * USD, 10 * USD));

		// It stops, and no other does.
		let waiting = accept(receipt(TRANSFER, 2, USD));
		block_at(START + DAY);
		assert_eq!((record(waiting).issued, fiat(BOB)), (0, 10 * USD));
		assert_eq!(record(accept(receipt(CARD, 1, USD))).issued, USD);
	});
}

#[test]
fn provider_should_go_on_when_its_deficit_is_covered() {
	build_and_execute(|| {
		let gone = accept(receipt(TRANSFER, 1, 10 * USD));
		assert_ok!(reverse(ONE, gone));
		assert_ok!(reverse(TWO, gone));
		accept(receipt(TRANSFER, 2, USD));
		let cover = |who, provider, amount| signed(who, crate::Call::cover_deficit { provider, amount });
		assert_noop!(cover(ALICE, 9, USD), Error::<Test>::UnknownProvider);
		assert_noop!(cover(ALICE, CARD, USD), Error::<Test>::NothingToCover);
		assert_noop!(cover(ALICE, TRANSFER, 0), Error::<Test>::NothingToCover);
		assert_noop!(cover(CHARLIE, TRANSFER, USD), Error::<Test>::InsufficientFiat);

		let supply = issuance();
		assert_ok!(cover(ALICE, TRANSFER, 4 * USD));
		block_at(START + MINUTE);
		assert_eq!((provider(TRANSFER).deficit, fiat(BOB)), (6 * USD, 10 * USD));
		assert_ok!(cover(ALICE, TRANSFER, 400 * USD));
		assert_eq!((fiat(ALICE), issuance()), (FUNDS - 10 * USD, supply - 10 * USD));
		assert_event(Event::DeficitCovered {
			provider: TRANSFER,
			by: ALICE,
			amount: 6 * USD,
			left: 0,
		});
		block_at(START + MINUTE);
		assert_eq!(fiat(BOB), 11 * USD);
	});
}

#[test]
fn receipt_should_not_be_taken_back_when_it_cannot_be() {
	build_and_execute(|| {
		let key = accept(receipt(CARD, 1, USD));
		assert_noop!(reverse(ALICE, key), Error::<Test>::NotMember);
		assert_noop!(reverse(ONE, super::mock::key(CARD, 2)), Error::<Test>::ReceiptNotFound);
		assert_ok!(attest(ONE, &[receipt(CARD, 3, USD)]));
		assert_noop!(reverse(ONE, super::mock::key(CARD, 3)), Error::<Test>::ReceiptNotFound);
		assert_ok!(reverse(ONE, key));
		assert_ok!(reverse(TWO, key));
		assert_noop!(reverse(THREE, key), Error::<Test>::AlreadyReversed);
	});
}

#[test]
fn vote_should_not_count_when_its_member_was_removed() {
	build_and_execute(|| {
		let key = accept(receipt(CARD, 1, USD));
		assert_ok!(reverse(ONE, key));
		Members::set(&vec![TWO, THREE]);
		assert_ok!(reverse(TWO, key));
		assert!(!record(key).reversed);
		assert_ok!(reverse(THREE, key));
		assert!(record(key).reversed);
	});
}

#[test]
fn rest_should_not_be_issued_when_a_receipt_issued_in_part_is_taken_back() {
	build_and_execute(|| {
		let key = accept(receipt(CARD, 1, 3 * LIMIT));
		assert_ok!(reverse(ONE, key));
		assert_ok!(reverse(TWO, key));
		assert_eq!(issuance(), FUNDS);
		run_to(START + 3 * DAY);
		assert_eq!((issuance(), record(key).issued), (FUNDS, LIMIT));
		assert!(!provider(CARD).has_queue());
	});
}

#[test]
fn mature_receipt_should_keep_its_word_when_it_is_taken_back() {
	build_and_execute(|| {
		let key = accept(receipt(CARD, 1, 10 * USD));
		let lots = take(BOB, 4 * USD);
		Now::set(&(START + MATURITY));
		assert_ok!(reverse(ONE, key));
		assert_ok!(reverse(TWO, key));
		assert_event(Event::ReceiptReversed {
			provider: CARD,
			reference: reference(1),
			burned: 0,
			deficit: 10 * USD,
		});
		assert_noop!(reverse(THREE, key), Error::<Test>::AlreadyReversed);
		// What a job has of it, and what waits in a row, comes all the same.
		assert_eq!(give(CHARLIE, lots[0]), 4 * USD);
		run_to(START + MATURITY + 2 * MINUTE);
		assert_eq!((fiat(BOB), fiat(CHARLIE)), (6 * USD, 4 * USD));
		assert_eq!(provider(CARD).deficit, 10 * USD);
	});
}

#[test]
fn vote_should_count_again_when_fewer_are_needed() {
	build_and_execute(|| {
		let set = |threshold| dispatch(RuntimeOrigin::root(), crate::Call::set_threshold { threshold });
		assert_ok!(set(3));
		let paid = receipt(CARD, 1, USD);
		assert_ok!(attest_one(ONE, &paid));
		assert_ok!(attest_one(TWO, &paid));
		assert_ok!(attest_one(TWO, &paid));
		assert_eq!(issuance(), FUNDS);
		assert_ok!(set(2));
		assert_ok!(attest_one(TWO, &paid));
		assert_eq!(issuance(), FUNDS + USD);

		assert_ok!(set(3));
		let key = super::mock::key(CARD, 1);
		assert_ok!(reverse(ONE, key));
		assert_ok!(reverse(TWO, key));
		assert_noop!(reverse(TWO, key), Error::<Test>::AlreadyVoted);
		assert_ok!(set(2));
		assert_ok!(reverse(TWO, key));
		assert!(record(key).reversed);
	});
}

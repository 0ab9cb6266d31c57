use super::mock::*;
use crate::{Agenda, Error, Event, Redemptions, ReturnedReason};
use bme_primitives::USD;
use frame_support::{assert_noop, assert_ok};

fn cancel(who: AccountId, redemption: u64) -> sp_runtime::DispatchResult {
	signed(who, crate::Call::cancel_redemption { redemption })
}

fn returned(redemption: u64, reason: ReturnedReason) -> Event<Test> {
	Event::RedemptionReturned {
		redemption,
		who: ALICE,
		amount: 10 * USD,
		reason,
	}
}

#[test]
fn fiat_should_be_held_when_it_is_redeemed() {
	build_and_execute(|| {
		assert_ok!(redeem(ALICE, 10 * USD));
		assert_eq!(
			(fiat(ALICE), held(ALICE), issuance()),
			(FUNDS - 10 * USD, 10 * USD, FUNDS)
		);
		assert_event(Event::RedemptionRequested {
			redemption: 0,
			who: ALICE,
			amount: 10 * USD,
			payout: reference(77),
			expires: START + TIMEOUT,
		});
		assert_ok!(redeem(ALICE, USD));
		assert_eq!(held(ALICE), 11 * USD);
	});
}

#[test]
fn redemption_should_be_refused_when_the_amount_cannot_be_held() {
	build_and_execute(|| {
		assert_noop!(redeem(ALICE, USD - 1), Error::<Test>::AmountTooLow);
		assert_noop!(redeem(ALICE, 0), Error::<Test>::AmountTooLow);
		// One base unit has to stay.
		assert_noop!(redeem(ALICE, FUNDS), Error::<Test>::InsufficientFiat);
		assert_noop!(redeem(ALICE, u128::MAX), Error::<Test>::InsufficientFiat);
		assert_noop!(redeem(BOB, USD), Error::<Test>::InsufficientFiat);
		assert_ok!(redeem(ALICE, FUNDS - 1));
	});
}

#[test]
fn fiat_should_be_burned_when_enough_members_say_that_it_was_paid() {
	build_and_execute(|| {
		assert_ok!(redeem(ALICE, 10 * USD));
		assert_ok!(claim(ONE, 0));
		assert_ok!(confirm(ONE, 0));
		assert_eq!(issuance(), FUNDS);
		assert_ok!(confirm(THREE, 0));
		assert_eq!(
			(fiat(ALICE), held(ALICE), issuance()),
			(FUNDS - 10 * USD, 0, FUNDS - 10 * USD)
		);
		assert_event(Event::RedemptionPaid {
			redemption: 0,
			who: ALICE,
			amount: 10 * USD,
		});
		assert_noop!(confirm(TWO, 0), Error::<Test>::RedemptionNotFound);
		run_to(START + TIMEOUT + 2 * MINUTE);
		assert_eq!((fiat(ALICE), Agenda::<Test>::iter().count()), (FUNDS - 10 * USD, 0));
	});
}

#[test]
fn redemption_should_return_by_itself_when_nobody_claims_it() {
	build_and_execute(|| {
		assert_ok!(redeem(ALICE, 10 * USD));
		run_to(START + TIMEOUT - MINUTE);
		assert_eq!(held(ALICE), 10 * USD);
		run_to(START + TIMEOUT + 2 * MINUTE);
		assert_eq!((fiat(ALICE), held(ALICE)), (FUNDS, 0));
		assert_event(returned(0, ReturnedReason::TimedOut));
		assert_noop!(claim(ONE, 0), Error::<Test>::RedemptionNotFound);
	});
}

#[test]
fn redemption_should_not_return_by_itself_when_a_member_claimed_it() {
	build_and_execute(|| {
		assert_ok!(redeem(ALICE, 10 * USD));
		assert_ok!(claim(ONE, 0));
		run_to(START + 100 * DAY);
		assert_eq!(held(ALICE), 10 * USD);
		assert_noop!(cancel(ALICE, 0), Error::<Test>::AlreadyClaimed);
		assert_noop!(claim(TWO, 0), Error::<Test>::AlreadyClaimed);
		assert_noop!(claim(ONE, 0), Error::<Test>::AlreadyClaimed);

		assert_ok!(reject(TWO, 0));
		assert_eq!(held(ALICE), 10 * USD);
		assert_ok!(reject(THREE, 0));
		assert_eq!((fiat(ALICE), held(ALICE), issuance()), (FUNDS, 0, FUNDS));
		assert_event(returned(0, ReturnedReason::Rejected));
	});
}

#[test]
fn redemption_should_be_cancelled_when_its_owner_says_so_in_time() {
	build_and_execute(|| {
		assert_ok!(redeem(ALICE, 10 * USD));
		assert_noop!(cancel(BOB, 0), Error::<Test>::NotOwner);
		assert_noop!(cancel(ALICE, 1), Error::<Test>::RedemptionNotFound);
		assert_ok!(cancel(ALICE, 0));
		assert_eq!((fiat(ALICE), held(ALICE)), (FUNDS, 0));
		assert_event(returned(0, ReturnedReason::Cancelled));
	});
}

#[test]
fn vote_should_count_once_when_a_member_repeats_it() {
	build_and_execute(|| {
		assert_ok!(redeem(ALICE, 10 * USD));
		assert_noop!(confirm(ONE, 0), Error::<Test>::NotClaimed);
		assert_ok!(claim(ONE, 0));
		assert_ok!(confirm(ONE, 0));
		assert_noop!(confirm(ONE, 0), Error::<Test>::AlreadyVoted);
		// It may think again: its first word does not count any more.
		assert_ok!(reject(ONE, 0));
		assert_noop!(reject(ONE, 0), Error::<Test>::AlreadyVoted);
		assert_ok!(confirm(TWO, 0));
		assert!(Redemptions::<Test>::contains_key(0));
		assert_ok!(confirm(ONE, 0));
		assert!(!Redemptions::<Test>::contains_key(0));
	});
}

#[test]
fn votes_should_add_up_when_members_have_different_names_for_the_payment() {
	build_and_execute(|| {
		assert_ok!(redeem(ALICE, 10 * USD));
		assert_ok!(claim(ONE, 0));
		assert_ok!(confirm(ONE, 0));
		let call = crate::Call::confirm_redemption {
			redemption: 0,
			reference: reference(89),
		};
		assert_ok!(signed(TWO, call));
		assert!(!Redemptions::<Test>::contains_key(0));
	});
}

#[test]
fn vote_should_not_count_when_its_member_was_removed() {
	build_and_execute(|| {
		assert_ok!(redeem(ALICE, 10 * USD));
		assert_ok!(claim(ONE, 0));
		assert_ok!(confirm(ONE, 0));
		Members::set(&vec![TWO, THREE]);
		assert_ok!(confirm(TWO, 0));
		assert!(Redemptions::<Test>::contains_key(0));
		assert_ok!(confirm(THREE, 0));
		assert!(!Redemptions::<Test>::contains_key(0));
	});
}

#[test]
fn redemption_should_be_none_of_their_business_when_they_are_no_members() {
	build_and_execute(|| {
		assert_ok!(redeem(ALICE, 10 * USD));
		for attempt in [claim(ALICE, 0), confirm(ALICE, 0), reject(ALICE, 0)] {
			assert_noop!(attempt, Error::<Test>::NotMember);
		}
		for attempt in [claim(ONE, 5), confirm(ONE, 5), reject(ONE, 5)] {
			assert_noop!(attempt, Error::<Test>::RedemptionNotFound);
		}
	});
}

#[test]
fn unclaimed_redemption_should_return_when_enough_members_reject_it() {
	build_and_execute(|| {
		assert_ok!(redeem(ALICE, 10 * USD));
		assert_ok!(reject(ONE, 0));
		assert_ok!(reject(TWO, 0));
		assert_eq!(held(ALICE), 0);
	});
}

#[test]
fn fiat_should_be_burned_when_its_owner_was_blocked_meanwhile() {
	build_and_execute(|| {
		assert_ok!(redeem(ALICE, 10 * USD));
		assert_ok!(claim(ONE, 0));
		block_fiat(ALICE);
		assert_ok!(confirm(ONE, 0));
		assert_ok!(confirm(TWO, 0));
		assert_eq!(issuance(), FUNDS - 10 * USD);
	});
}

#[test]
fn claim_should_pass_to_another_when_its_member_was_removed() {
	build_and_execute(|| {
		assert_ok!(redeem(ALICE, 10 * USD));
		assert_ok!(claim(ONE, 0));
		Members::set(&vec![TWO, THREE]);
		assert_ok!(claim(TWO, 0));
		assert_noop!(claim(THREE, 0), Error::<Test>::AlreadyClaimed);
		assert_eq!(Redemptions::<Test>::get(0).unwrap().claimed_by, Some(TWO));
	});
}

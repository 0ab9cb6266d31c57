//! What members, alone or together, and users cannot do.

use super::mock::*;
use crate::{Error, Receipts, Statements};
use bme_primitives::{ReceiptKeys, YoungFiat, USD};
use frame_support::{assert_noop, assert_ok};

#[test]
fn single_member_should_issue_nothing_when_it_invents_receipts() {
	build_and_execute(|| {
		for round in 0..10 {
			let batch: Vec<_> = (0..100)
				.map(|index| receipt(TRANSFER, 100 * round + index, LIMIT))
				.collect();
			assert_ok!(attest(ONE, &batch));
		}
		assert_eq!(issuance(), FUNDS);
		run_to(START + KEEP + 2 * MINUTE);
		assert_eq!(Statements::<Test>::iter().count(), 0, "it leaves nothing behind");
	});
}

#[test]
fn single_member_should_not_hinder_a_receipt_when_it_says_something_else_first() {
	build_and_execute(|| {
		let mut lie = receipt(TRANSFER, 1, USD);
		lie.paid_at = START - MAX_AGE;
		lie.beneficiary = ALICE;
		assert_ok!(attest(ONE, &[lie]));
		// The lie would lapse in a day; what an honest member said is kept as long as it needs.
		let honest = receipt(TRANSFER, 1, 10 * USD);
		assert_ok!(attest_one(TWO, &honest));
		run_to(START + 2 * DAY);
		assert_ok!(attest(THREE, &[honest]));
		assert_eq!((fiat(BOB), fiat(ALICE)), (10 * USD, FUNDS));
	});
}

#[test]
fn colluding_members_should_stay_within_the_limits_when_they_invent_receipts() {
	build_and_execute(|| {
		for index in 0..50 {
			accept(receipt(TRANSFER, index, LIMIT));
			accept(receipt(CARD, index, LIMIT));
		}
		assert_eq!(issuance(), FUNDS + 2 * LIMIT);
		run_to(START + DAY);
		assert_eq!(issuance(), FUNDS + 4 * LIMIT);
		// Governance stops them, and what waited never comes.
		set_provider(TRANSFER, terms(0, 0));
		set_provider(CARD, terms(MATURITY, 0));
		run_to(START + 10 * DAY);
		assert_eq!(issuance(), FUNDS + 4 * LIMIT);
	});
}

#[test]
fn receipt_should_issue_once_when_it_is_replayed_at_any_time() {
	build_and_execute(|| {
		let paid = receipt(TRANSFER, 1, USD);
		accept(paid.clone());
		for later in [0, DAY, MAX_AGE, MAX_AGE + 1, KEEP, KEEP + 3 * MINUTE, 2 * KEEP] {
			run_to(START + later);
			for member in [ONE, TWO, THREE] {
				assert_ok!(attest_one(member, &paid));
			}
			assert_eq!(fiat(BOB), USD);
		}
	});
}

#[test]
fn redemption_should_be_paid_once_when_two_members_want_to_pay_it() {
	build_and_execute(|| {
		assert_ok!(redeem(ALICE, 10 * USD));
		assert_ok!(claim(ONE, 0));
		assert_noop!(claim(TWO, 0), Error::<Test>::AlreadyClaimed);
	});
}

#[test]
fn claimer_should_gain_nothing_when_it_does_not_pay() {
	build_and_execute(|| {
		assert_ok!(redeem(ALICE, 10 * USD));
		assert_ok!(claim(ONE, 0));
		assert_ok!(confirm(ONE, 0));
		assert_eq!(issuance(), FUNDS, "its word alone burns nothing");
		assert_ok!(reject(TWO, 0));
		assert_ok!(reject(THREE, 0));
		assert_eq!(fiat(ALICE), FUNDS);
	});
}

#[test]
fn young_fiat_should_stay_when_its_owner_wants_it_out() {
	build_and_execute(|| {
		let key = accept(receipt(CARD, 1, 10 * USD));
		assert_noop!(redeem(BOB, USD), Error::<Test>::InsufficientFiat);
		assert_noop!(
			Assets::transfer(RuntimeOrigin::signed(BOB), FIAT, ALICE, USD),
			pallet_assets::Error::<Test>::NoAccount
		);
		assert_noop!(release(BOB, key), Error::<Test>::NotMature);
	});
}

#[test]
fn dust_should_not_hinder_a_payer_when_somebody_sends_it_much() {
	build_and_execute(|| {
		let own = accept(receipt(CARD, 0, 10 * USD));
		for index in 1..=100 {
			accept(receipt(CARD, index, 1));
		}
		let named = ReceiptKeys::truncate_from(vec![own]);
		let lots = <Fiat as YoungFiat<_>>::take(&BOB, &named, 8 * USD);
		assert_eq!(lots.iter().map(|lot| lot.amount).collect::<Vec<_>>(), [8 * USD]);
	});
}

#[test]
fn releases_should_not_wait_when_a_member_fills_the_minute_before() {
	build_and_execute(|| {
		// What one member says lapses in the minute in which an honest receipt matures.
		let lapses = START + MATURITY;
		for round in 0..10 {
			let lies = (0..100).map(|index| crate::Receipt {
				paid_at: lapses - KEEP,
				..receipt(TRANSFER, 1_000 + 100 * round + index, USD)
			});
			Now::set(&(lapses - KEEP));
			assert_ok!(attest(ONE, &lies.collect::<Vec<_>>()));
		}
		Now::set(&START);
		accept(receipt(CARD, 1, 10 * USD));
		block_at(lapses + 2 * MINUTE);
		assert_eq!((fiat(BOB), Statements::<Test>::iter().count()), (10 * USD, 0));
	});
}

#[test]
fn charge_back_should_find_everything_when_it_was_spent_through_many_hands() {
	build_and_execute(|| {
		let key = accept(receipt(CARD, 1, 64 * USD));
		let mut owners = vec![BOB];
		// Each owner gives a half of what it has to somebody new.
		for _ in 0..6 {
			for who in owners.clone() {
				let to = 1_000 + owners.len() as AccountId;
				let lots = take(who, young(who, key) / 2);
				give(to, lots[0]);
				owners.push(to);
			}
		}
		assert_eq!(owners.iter().map(|who| young(*who, key)).sum::<u128>(), 64 * USD);
		assert_ok!(reverse(ONE, key));
		assert_ok!(reverse(TWO, key));
		assert_eq!((issuance(), provider(CARD).deficit), (FUNDS, 0));
		run_to(START + MATURITY + 2 * MINUTE);
		assert_eq!(owners.iter().map(|who| young(*who, key)).sum::<u128>(), 0);
		run_to(START + 2 * KEEP + DAY);
		assert_eq!(Receipts::<Test>::iter().count(), 0);
		assert!(owners.iter().all(|who| fiat(*who) == 0));
	});
}

#[test]
fn donation_to_the_vault_should_change_nothing_when_somebody_makes_one() {
	build_and_execute(|| {
		let key = accept(receipt(CARD, 1, 10 * USD));
		assert_ok!(Assets::transfer(RuntimeOrigin::signed(ALICE), FIAT, Fiat::vault(), USD));
		assert_ok!(reverse(ONE, key));
		assert_ok!(reverse(TWO, key));
		assert_eq!((issuance(), fiat(Fiat::vault())), (FUNDS, USD));
	});
}

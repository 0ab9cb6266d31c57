use super::mock::*;
use crate::{Error, Event, Receipt, Receipts, RefusedReason, Statements, MAX_BATCH};
use bme_primitives::USD;
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};

fn assert_refused(member: AccountId, receipt: Receipt<AccountId>, reason: RefusedReason) {
	let (before, supply) = (Statements::<Test>::iter().count(), issuance());
	assert_ok!(attest_one(member, &receipt));
	assert_event(Event::ReceiptRefused {
		provider: receipt.provider,
		reference: receipt.reference,
		member,
		reason,
	});
	assert_eq!((Statements::<Test>::iter().count(), issuance()), (before, supply));
}

#[test]
fn receipt_should_issue_nothing_when_fewer_than_enough_members_attest_it() {
	build_and_execute(|| {
		assert_ok!(attest(ONE, &[receipt(TRANSFER, 1, 10 * USD)]));
		assert_eq!((fiat(BOB), issuance()), (0, FUNDS));
		assert_event(Event::ReceiptAttested {
			provider: TRANSFER,
			reference: reference(1),
			member: ONE,
			votes: 1,
		});
	});
}

#[test]
fn receipt_should_issue_once_when_enough_members_attest_it() {
	build_and_execute(|| {
		let paid = receipt(TRANSFER, 1, 10 * USD);
		accept(paid.clone());
		assert_eq!((fiat(BOB), issuance()), (10 * USD, FUNDS + 10 * USD));
		assert_event(Event::FiatIssued {
			provider: TRANSFER,
			reference: reference(1),
			beneficiary: BOB,
			amount: 10 * USD,
		});
		assert!(Statements::<Test>::get(key(TRANSFER, 1)).is_empty());

		for member in [ONE, TWO, THREE] {
			assert_refused(member, paid.clone(), RefusedReason::AlreadyIssued);
		}
		assert_eq!(fiat(BOB), 10 * USD);
	});
}

#[test]
fn receipt_should_be_refused_when_a_member_says_the_same_twice() {
	build_and_execute(|| {
		let paid = receipt(TRANSFER, 1, 10 * USD);
		assert_ok!(attest_one(ONE, &paid));
		assert_refused(ONE, paid, RefusedReason::AlreadyAttested);
	});
}

#[test]
fn receipt_should_be_refused_when_it_cannot_be() {
	build_and_execute(|| {
		let good = receipt(TRANSFER, 1, 10 * USD);
		let at = |paid_at| Receipt {
			paid_at,
			..good.clone()
		};
		assert_refused(ONE, receipt(9, 1, USD), RefusedReason::UnknownProvider);
		assert_refused(ONE, receipt(TRANSFER, 1, 0), RefusedReason::AmountZero);
		assert_refused(ONE, at(START + SKEW + 1), RefusedReason::FromFuture);
		assert_refused(ONE, at(u64::MAX), RefusedReason::FromFuture);
		assert_refused(ONE, at(START - MAX_AGE - 1), RefusedReason::TooOld);
		assert_refused(ONE, at(0), RefusedReason::TooOld);

		for (index, paid_at) in [START + SKEW, START - MAX_AGE].into_iter().enumerate() {
			let edge = Receipt {
				reference: reference(10 + index as u64),
				..at(paid_at)
			};
			accept(edge);
		}
		assert_eq!(issuance(), FUNDS + 20 * USD);
	});
}

#[test]
fn conflict_should_be_told_when_members_disagree() {
	build_and_execute(|| {
		let (paid, other) = (receipt(TRANSFER, 1, 10 * USD), receipt(TRANSFER, 1, 11 * USD));
		assert_ok!(attest_one(ONE, &paid));
		assert_ok!(attest(TWO, &[other]));
		assert_event(Event::ReceiptConflict {
			provider: TRANSFER,
			reference: reference(1),
			member: TWO,
		});
		assert_eq!(fiat(BOB), 0);

		// Two of three say the same: it counts, whatever the third says.
		assert_ok!(attest(THREE, &[paid]));
		assert_eq!(fiat(BOB), 10 * USD);
	});
}

#[test]
fn statement_should_be_replaced_when_a_member_was_mistaken() {
	build_and_execute(|| {
		let right = receipt(TRANSFER, 1, 10 * USD);
		assert_ok!(attest(ONE, &[receipt(TRANSFER, 1, 11 * USD)]));
		assert_ok!(attest_one(TWO, &right));
		assert_ok!(attest(ONE, &[right]));
		assert_eq!(fiat(BOB), 10 * USD);
	});
}

#[test]
fn statement_should_not_count_when_its_member_was_removed() {
	build_and_execute(|| {
		let paid = receipt(TRANSFER, 1, 10 * USD);
		assert_ok!(attest_one(ONE, &paid));
		Members::set(&vec![TWO, THREE]);
		assert_ok!(attest_one(TWO, &paid));
		assert_eq!(fiat(BOB), 0);
		assert_ok!(attest(THREE, &[paid]));
		assert_eq!(fiat(BOB), 10 * USD);
	});
}

#[test]
fn receipt_should_differ_when_the_provider_does() {
	build_and_execute(|| {
		accept(receipt(TRANSFER, 1, 10 * USD));
		accept(receipt(CARD, 1, 10 * USD));
		assert_eq!(issuance(), FUNDS + 20 * USD);
	});
}

#[test]
fn batch_should_count_what_is_good_when_some_of_it_is_not() {
	build_and_execute(|| {
		let batch: Vec<_> = (0..MAX_BATCH as u64)
			.map(|index| receipt(TRANSFER, index, if index % 2 == 0 { USD } else { 0 }))
			.collect();
		assert_ok!(attest(ONE, &batch));
		assert_ok!(attest(TWO, &batch));
		assert_eq!(fiat(BOB), 50 * USD);
		assert_eq!(Receipts::<Test>::iter().count(), 50);
	});
}

#[test]
fn batch_should_count_a_receipt_once_when_it_is_in_it_twice() {
	build_and_execute(|| {
		let twice = vec![receipt(TRANSFER, 1, USD); 2];
		assert_ok!(attest(ONE, &twice));
		assert_ok!(attest(TWO, &twice));
		assert_eq!(fiat(BOB), USD);
	});
}

#[test]
fn attestation_should_fail_when_the_signer_is_no_member() {
	build_and_execute(|| {
		assert_noop!(attest(ALICE, &[receipt(TRANSFER, 1, USD)]), Error::<Test>::NotMember);
		assert_noop!(attest(ONE, &[]), Error::<Test>::NothingToAttest);
	});
}

#[test]
fn attestation_should_cost_less_when_it_is_not_the_last_word() {
	build_and_execute(|| {
		use sp_runtime::traits::Dispatchable;
		let receipts = vec![receipt(TRANSFER, 1, USD)].try_into().unwrap();
		let call = RuntimeCall::from(crate::Call::<Test>::attest_receipts { receipts });
		let weight_of = |member| {
			let info = call.clone().dispatch(RuntimeOrigin::signed(member)).unwrap();
			info.actual_weight.unwrap()
		};
		let (first, last) = (weight_of(ONE), weight_of(TWO));
		assert_ne!(first, last);
		for weight in [first, last] {
			assert!(
				weight.all_lte(call.get_dispatch_info().call_weight + <() as crate::WeightInfo>::attest_receipts(0))
			);
		}
	});
}

#[test]
fn receipt_should_lapse_when_too_few_members_attest_it_in_time() {
	build_and_execute(|| {
		assert_ok!(attest(ONE, &[receipt(TRANSFER, 1, USD)]));
		run_to(START + KEEP - MINUTE);
		assert_eq!(Statements::<Test>::iter().count(), 1);
		run_to(START + KEEP + 2 * MINUTE);
		assert_eq!(Statements::<Test>::iter().count(), 0);
		assert_event(Event::ReceiptLapsed {
			provider: TRANSFER,
			reference: reference(1),
		});
		assert_eq!(crate::Agenda::<Test>::iter().count(), 0);
	});
}

#[test]
fn receipt_should_be_remembered_when_it_could_be_attested_again() {
	build_and_execute(|| {
		let paid = receipt(TRANSFER, 1, USD);
		let key = accept(paid.clone());
		run_to(START + MAX_AGE);
		assert_refused(THREE, paid.clone(), RefusedReason::AlreadyIssued);
		run_to(START + KEEP + 2 * MINUTE);
		assert_eq!(Receipts::<Test>::get(key), None);
		for member in [ONE, TWO] {
			assert_refused(member, paid.clone(), RefusedReason::TooOld);
		}
		assert_eq!(fiat(BOB), USD);
		assert_eq!(crate::Agenda::<Test>::iter().count(), 0);
	});
}

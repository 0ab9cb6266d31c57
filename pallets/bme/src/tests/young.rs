//! Jobs that are paid with young fiat, in part or altogether.

use super::mock::*;
use crate::{Error, Jobs, WeightInfo};
use bme_primitives::{ReceiptKeys, YoungLot, USD};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};

/// Alice has young fiat of so many receipts.
fn issue(amounts: &[u128]) {
	for (index, amount) in amounts.iter().enumerate() {
		Young::insert(ALICE, receipt(index as u8), amount);
	}
}

#[test]
fn young_fiat_should_be_spent_first_when_there_is_some() {
	build_and_execute(|| {
		issue(&[3 * USD]);
		let before = fiat(ALICE);
		let job = begun(ALICE, spec());
		assert_eq!((young(ALICE), held_fiat(ALICE)), (0, 5 * USD));
		assert_eq!(fiat(ALICE), before - 5 * USD);

		// What is held goes first: it is free at once.
		assert_ok!(judged(job, verdict([(100, 100)])));
		assert_eq!((fiat(BOB), young(BOB)), (5 * USD, 3 * USD));
		assert_no_job_left();
	});
}

#[test]
fn young_fiat_should_be_of_the_receipts_that_the_payer_names_when_it_has_others() {
	build_and_execute(|| {
		issue(&[USD, USD, 3 * USD]);
		let named: ReceiptKeys = vec![receipt(2), receipt(0), receipt(9)].try_into().unwrap();
		let call = crate::Call::request_job {
			spec: bme_primitives::JobSpec::V1(spec()),
			receipts: named,
		};
		assert_ok!(dispatch(RuntimeOrigin::signed(ALICE), call));
		let lot = |index, amount| YoungLot {
			receipt: receipt(index),
			amount,
		};
		let lots = [lot(2, 3 * USD), lot(0, USD)];
		assert!(events()
			.iter()
			.any(|event| matches!(event, crate::Event::JobRequested { young, .. } if young[..] == lots)));
		assert_eq!((young(ALICE), held_fiat(ALICE)), (USD, 4 * USD));
	});
}

#[test]
fn payer_should_need_no_free_fiat_when_the_young_suffices() {
	build_and_execute(|| {
		Young::insert(DAVE, receipt(1), 8 * USD);
		assert_eq!(fiat(DAVE), 0);
		let job = begun(DAVE, spec());
		assert_eq!((young(DAVE), held_fiat(DAVE)), (0, 0));
		assert_ok!(judged(job, verdict([(100, 100)])));
		assert_eq!((fiat(BOB), young(BOB)), (0, 8 * USD));
	});
}

#[test]
fn young_fiat_should_return_young_when_the_job_ends_without_work() {
	build_and_execute(|| {
		issue(&[3 * USD, 2 * USD]);
		let before = fiat(ALICE);
		let job = requested(ALICE, spec());
		assert_eq!(young(ALICE), 0);
		assert_ok!(cancel_job(ALICE, job));
		assert_eq!((fiat(ALICE), young(ALICE)), (before, 5 * USD));
		assert_no_job_left();
	});
}

#[test]
fn young_fiat_should_return_when_the_work_was_bad() {
	build_and_execute(|| {
		issue(&[3 * USD]);
		let before = fiat(ALICE);
		let job = begun(ALICE, spec());
		assert_ok!(judged(job, verdict([(100, 25)])));
		assert_eq!((fiat(BOB), young(BOB)), (2 * USD, 0));
		assert_eq!((fiat(ALICE), young(ALICE)), (before - 2 * USD, 3 * USD));
	});
}

#[test]
fn loss_should_be_the_payers_first_when_a_receipt_was_taken_back() {
	build_and_execute(|| {
		issue(&[3 * USD]);
		let job = begun(ALICE, spec());
		TakenBack::insert(receipt(0), ());
		// The verdict pays less than the five dollars that are held.
		assert_ok!(judged(job, verdict([(100, 62)])));
		assert_eq!((fiat(BOB), young(BOB), young(ALICE)), (4_960_000, 0, 0));
	});
}

#[test]
fn settlement_should_pay_what_there_is_when_a_receipt_was_taken_back() {
	build_and_execute(|| {
		issue(&[3 * USD, 2 * USD]);
		let job = begun(ALICE, spec_of(&[(BOB, 50), (CHARLIE, 50)]));
		TakenBack::insert(receipt(0), ());
		assert_ok!(judged(job, verdict([(50, 100), (50, 100)])));
		let received = |who| fiat(who) + young(who);
		assert_eq!((received(BOB), received(CHARLIE)), (4 * USD, USD));
		assert!(events().iter().any(|event| matches!(
			event,
			crate::Event::JobSettled { fiat_paid, fiat_returned: 0, .. } if *fiat_paid == 5 * USD
		)));
		assert_no_job_left();
	});
}

#[test]
fn request_should_take_nothing_when_free_and_young_fiat_do_not_suffice() {
	build_and_execute(|| {
		Young::insert(DAVE, receipt(1), 7 * USD);
		assert_noop!(request_job(DAVE, spec()), Error::<Test>::InsufficientFiat);
		assert_eq!(young(DAVE), 7 * USD);
	});
}

#[test]
fn view_should_show_young_fiat_when_a_job_spends_some() {
	build_and_execute(|| {
		issue(&[3 * USD]);
		let job = requested(ALICE, spec());
		let view = Bme::job_view(job).unwrap();
		assert_eq!(view.young.iter().map(|lot| lot.amount).collect::<Vec<_>>(), [3 * USD]);
		assert_eq!(view.fiat, 8 * USD);
	});
}

#[test]
fn weight_should_be_by_the_receipts_when_a_job_spends_young_fiat() {
	build_and_execute(|| {
		let weight_of = || {
			let (spec, receipts) = (bme_primitives::JobSpec::V1(spec()), young_receipts(ALICE));
			let call = RuntimeCall::from(crate::Call::<Test>::request_job { spec, receipts });
			call.get_dispatch_info().call_weight
		};
		assert_eq!(weight_of(), <() as WeightInfo>::request_job(1, 0));
		issue(&[USD, USD]);
		assert_eq!(weight_of(), <() as WeightInfo>::request_job(1, 2));
	});
}

#[test]
fn consumer_should_be_able_to_sign_when_it_has_nothing() {
	build_and_execute(|| {
		let consumer = 1_000;
		let spec = bme_primitives::JobSpecV1 { consumer, ..spec() };
		let (first, second) = (begun(ALICE, spec.clone()), begun(ALICE, spec));
		assert_eq!(System::sufficients(&consumer), 2);
		assert_ok!(judged(first, verdict([(100, 100)])));
		assert!(frame_system::Account::<Test>::contains_key(consumer));
		assert_ok!(judged(second, verdict([(100, 100)])));
		assert!(
			!frame_system::Account::<Test>::contains_key(consumer),
			"nothing is left of it"
		);
		assert_eq!(Jobs::<Test>::iter().count(), 0);
	});
}

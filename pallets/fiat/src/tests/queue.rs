use super::mock::*;
use crate::{Event, WeightInfo};
use bme_primitives::USD;
use frame_support::{
	assert_ok,
	traits::Hooks,
	weights::{Weight, WeightMeter},
};

#[test]
fn receipt_should_wait_when_it_is_above_the_daily_limit() {
	build_and_execute(|| {
		accept(receipt(TRANSFER, 1, LIMIT));
		assert_eq!(fiat(BOB), LIMIT);
		let waiting = accept(receipt(TRANSFER, 2, USD));
		assert_eq!(fiat(BOB), LIMIT);
		assert_event(Event::ReceiptQueued {
			provider: TRANSFER,
			reference: reference(2),
			amount: USD,
		});
		// A hundredth of a day of a thousand dollars is ten.
		block_at(START + DAY / 1_000);
		assert_eq!(fiat(BOB), LIMIT + USD);
		assert_eq!(record(waiting).queued(), 0);
		assert!(!provider(TRANSFER).has_queue());
		assert_eq!(crate::Queue::<Test>::iter().count(), 0);
	});
}

#[test]
fn receipt_should_be_issued_in_parts_when_it_alone_is_above_the_limit() {
	build_and_execute(|| {
		let big = accept(receipt(TRANSFER, 1, 3 * LIMIT));
		assert_eq!(fiat(BOB), LIMIT);
		// Less than a hundredth of the limit is no part.
		block_at(START + DAY / 200);
		assert_eq!(fiat(BOB), LIMIT);
		for day in 1..=2 {
			block_at(START + day * DAY);
			assert_eq!(fiat(BOB), LIMIT * u128::from(day + 1));
		}
		assert_eq!((record(big).issued, record(big).queued()), (3 * LIMIT, 0));
		assert!(!provider(TRANSFER).has_queue());
	});
}

#[test]
fn receipts_should_be_issued_in_their_order_when_several_wait() {
	build_and_execute(|| {
		accept(receipt(TRANSFER, 1, LIMIT));
		accept(receipt(TRANSFER, 2, LIMIT / 2));
		let small = accept(receipt(TRANSFER, 3, 1));
		block_at(START + DAY / 4);
		assert_eq!(record(small).issued, 0, "the one before it goes first");
		block_at(START + DAY);
		assert_eq!(fiat(BOB), LIMIT + LIMIT / 2 + 1);
	});
}

#[test]
fn providers_should_not_wait_for_one_another_when_one_is_at_its_limit() {
	build_and_execute(|| {
		accept(receipt(TRANSFER, 1, 2 * LIMIT));
		let other = accept(receipt(CARD, 1, USD));
		assert_eq!(record(other).issued, USD);
	});
}

#[test]
fn every_provider_should_have_its_turn_when_a_block_has_room_for_one() {
	build_and_execute(|| {
		for (provider, terms) in [(CARD, terms(MATURITY, LIMIT)), (TRANSFER, terms(0, LIMIT))] {
			set_provider(provider, terms);
			for index in 1..=3 {
				accept(receipt(provider, index, LIMIT));
			}
		}
		let left = |provider| super::mock::provider(provider).next - super::mock::provider(provider).first;
		assert_eq!((left(CARD), left(TRANSFER)), (2, 2));
		Now::set(&(START + DAY));
		// The agenda has little to do, and leaves a half.
		let one = <() as WeightInfo>::queue_base() + <() as WeightInfo>::queue_step();
		for block in 10..12 {
			System::set_block_number(block);
			Fiat::process_queues(&mut WeightMeter::with_limit(one));
		}
		assert_eq!((left(CARD), left(TRANSFER)), (1, 1));
	});
}

#[test]
fn provider_should_issue_nothing_when_its_limit_is_zero() {
	build_and_execute(|| {
		set_provider(TRANSFER, terms(0, 0));
		accept(receipt(TRANSFER, 1, USD));
		run_to(START + 3 * DAY);
		assert_eq!(fiat(BOB), 0);
		set_provider(TRANSFER, terms(0, LIMIT));
		block_at(START + 3 * DAY);
		assert_eq!(fiat(BOB), USD);
	});
}

#[test]
fn receipt_should_leave_the_queue_when_it_is_taken_back() {
	build_and_execute(|| {
		accept(receipt(TRANSFER, 1, LIMIT));
		let taken = accept(receipt(TRANSFER, 2, USD));
		let next = accept(receipt(TRANSFER, 3, USD));
		assert_ok!(reverse(ONE, taken));
		assert_ok!(reverse(TWO, taken));
		block_at(START + DAY);
		assert_eq!(fiat(BOB), LIMIT + USD);
		assert_eq!((record(taken).issued, record(next).issued), (0, USD));
		assert_eq!(provider(TRANSFER).deficit, 0);
	});
}

#[test]
fn queue_should_stand_when_the_block_has_no_room() {
	build_and_execute(|| {
		accept(receipt(TRANSFER, 1, LIMIT));
		accept(receipt(TRANSFER, 2, USD));
		Now::set(&(START + DAY));
		assert_eq!(Fiat::on_idle(2, Weight::zero()), Weight::zero());
		assert_eq!(fiat(BOB), LIMIT);
		block_at(START + DAY);
		assert_eq!(fiat(BOB), LIMIT + USD);
	});
}

#[test]
fn day_should_see_no_more_than_its_limit_when_receipts_keep_coming() {
	build_and_execute(|| {
		for hour in 0..48 {
			block_at(START + hour * HOUR);
			accept(receipt(TRANSFER, hour, LIMIT));
		}
		// The limit at once, and what faded of it since.
		assert!(fiat(BOB) <= LIMIT + LIMIT * 47 / 24);
		assert!(fiat(BOB) >= LIMIT + LIMIT * 46 / 24);
	});
}

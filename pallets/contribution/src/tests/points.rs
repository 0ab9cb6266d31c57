//! The book of points.

use super::mock::*;
use pallet_authorship::EventHandler;

fn by_pool(work: u128, contribution: u128, security: u128) -> ByPool<u128> {
	ByPool {
		work,
		contribution,
		security,
	}
}

#[test]
fn credit_should_add_to_row_and_total_when_points_are_earned() {
	build_and_execute(|| {
		Contribution::credit(3, Pool::Work, &BOB, 5);
		Contribution::credit(3, Pool::Work, &BOB, 6);
		Contribution::credit(3, Pool::Contribution, &BOB, 7);
		Contribution::credit(3, Pool::Security, &CHARLIE, 1);
		assert_eq!(Contribution::points(3, &BOB), by_pool(11, 7, 0));
		assert_eq!(Contribution::points(3, &CHARLIE), by_pool(0, 0, 1));
		assert_eq!(Contribution::totals(3), by_pool(11, 7, 1));
		assert_eq!(Contribution::totals(4), by_pool(0, 0, 0));
	});
}

#[test]
fn credit_should_store_nothing_when_there_are_no_points() {
	build_and_execute(|| {
		Contribution::credit(0, Pool::Work, &BOB, 0);
		assert_eq!((Rows::<Test>::iter().count(), Totals::<Test>::iter().count()), (0, 0));
	});
}

#[test]
fn credit_should_saturate_when_points_reach_the_top() {
	build_and_execute(|| {
		Contribution::credit(0, Pool::Work, &BOB, u128::MAX);
		Contribution::credit(0, Pool::Work, &BOB, 1);
		assert_eq!(Contribution::points(0, &BOB).work, u128::MAX);
		assert_eq!(Contribution::totals(0).work, u128::MAX);
	});
}

#[test]
fn take_should_remove_the_row_when_an_account_is_paid() {
	build_and_execute(|| {
		Contribution::credit(0, Pool::Work, &BOB, 5);
		Contribution::credit(0, Pool::Security, &BOB, 1);
		Contribution::credit(0, Pool::Work, &CHARLIE, 7);
		Contribution::credit(1, Pool::Work, &BOB, 9);
		assert_eq!(Contribution::take(0, &BOB), by_pool(5, 0, 1));
		assert_eq!(Contribution::take(0, &BOB), by_pool(0, 0, 0));
		assert_eq!(Contribution::totals(0), by_pool(7, 0, 0));
		assert_eq!(Contribution::points(1, &BOB), by_pool(9, 0, 0));
	});
}

#[test]
fn take_should_change_nothing_when_there_is_no_row() {
	build_and_execute(|| {
		Contribution::credit(0, Pool::Work, &BOB, 5);
		assert_eq!(Contribution::take(0, &FERDIE), by_pool(0, 0, 0));
		assert_eq!(Contribution::take(1, &BOB), by_pool(0, 0, 0));
		assert_eq!(Contribution::totals(0), by_pool(5, 0, 0));
	});
}

#[test]
fn take_should_leave_no_total_when_the_row_was_the_last() {
	build_and_execute(|| {
		Contribution::credit(0, Pool::Work, &BOB, 5);
		Contribution::credit(0, Pool::Security, &CHARLIE, 1);
		Contribution::take(0, &BOB);
		assert!(Totals::<Test>::contains_key(0));
		Contribution::take(0, &CHARLIE);
		assert!(!Totals::<Test>::contains_key(0));
	});
}

#[test]
fn first_should_find_every_row_when_each_is_taken_in_turn() {
	build_and_execute(|| {
		for who in 1..=20 {
			Contribution::credit(5, Pool::Work, &who, 1);
		}
		Contribution::credit(6, Pool::Work, &ALICE, 1);
		let mut taken = 0;
		while let Some(who) = Contribution::first(5) {
			assert_eq!(Contribution::take(5, &who).work, 1);
			taken += 1;
		}
		assert_eq!(taken, 20);
		assert_eq!(Contribution::first(6), Some(ALICE));
	});
}

#[test]
fn author_should_earn_a_point_when_it_makes_a_block() {
	build_and_execute(|| {
		let author = <Contribution as EventHandler<_, _>>::note_author;
		author(BOB);
		Epoch::set(&4);
		author(BOB);
		author(BOB);
		assert_eq!(Contribution::points(0, &BOB), by_pool(0, 0, 1));
		assert_eq!(Contribution::points(4, &BOB), by_pool(0, 0, 2));
	});
}

#[test]
fn author_should_be_counted_in_the_weight_of_the_block_when_it_earns() {
	build_and_execute(|| {
		let before = System::block_weight().total();
		<Contribution as EventHandler<_, _>>::note_author(BOB);
		let weight = <() as crate::WeightInfo>::note_author();
		assert_eq!(System::block_weight().total(), before + weight);
	});
}

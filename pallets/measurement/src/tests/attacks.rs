//! What reporters, alone or together, and suppliers cannot do.

use super::mock::*;
use bme_primitives::TOKEN;
use frame_support::assert_ok;

#[test]
fn single_liar_should_move_nothing_when_it_reports_what_it_likes() {
	for lie in [0, 1, 41, u64::MAX] {
		build_and_execute(|| {
			report_all(DATA, &[40, 40, 40, 40, lie]);
			next_epoch();
			assert_eq!(points(SUPPLIER), 80 * TOKEN);
		});
	}
}

#[test]
fn colluding_minority_should_stay_within_what_the_honest_say_when_it_lies_together() {
	for lie in [0, 10, 90, u64::MAX] {
		build_and_execute(|| {
			report_all(DATA, &[38, 40, 42, lie, lie]);
			next_epoch();
			assert!((76 * TOKEN..=84 * TOKEN).contains(&points(SUPPLIER)));
		});
	}
}

#[test]
fn minority_should_earn_nothing_when_it_reports_on_a_supplier_that_the_others_do_not_know() {
	build_and_execute(|| {
		for who in [11, 12] {
			assert_ok!(report(who, &[on(OTHER, &[(DATA, 100)])]));
		}
		next_epoch();
		assert_eq!(points(OTHER), 0);
	});
}

#[test]
fn minority_should_earn_what_the_one_honest_reporter_says_when_the_others_are_silent() {
	build_and_execute(|| {
		for (who, quantity) in [(11, 100), (12, 100), (13, 10)] {
			assert_ok!(report(who, &[on(OTHER, &[(DATA, quantity)])]));
		}
		next_epoch();
		assert_eq!(points(OTHER), 20 * TOKEN);
		assert_eq!(Burned::get(), 0, "the honest one keeps its bond");
	});
}

#[test]
fn half_of_the_reporters_should_take_nobody_s_bond_when_they_lie_together() {
	build_and_execute(|| {
		let six: Vec<_> = REPORTERS.into_iter().chain([16]).collect();
		Members::set(&six);
		report_all(DATA, &[100, 100, 100, 10, 10]);
		next_epoch();
		assert_eq!((points(SUPPLIER), Burned::get()), (20 * TOKEN, 0));
	});
}

#[test]
fn majority_should_take_no_more_than_the_bond_allows_when_it_lies() {
	build_and_execute(|| {
		Bonds::insert(SUPPLIER, 100 * TOKEN);
		report_all(DATA, &[u64::MAX, u64::MAX, u64::MAX, 1, 1]);
		next_epoch();
		assert_eq!(points(SUPPLIER), TOKEN);
	});
}

#[test]
fn splitting_should_earn_nothing_more_when_a_supplier_splits_its_bond() {
	build_and_execute(|| {
		let whole = 1_000 * TOKEN;
		Bonds::insert(SUPPLIER, whole);
		report_all(DATA, &[100, 100, 100]);
		for part in 100..110 {
			Bonds::insert(part, whole / 10);
		}
		let reports: Vec<_> = (100..110).map(|part| on(part, &[(DATA, 100)])).collect();
		for who in [11, 12, 13] {
			assert_ok!(report(who, &reports));
		}
		next_epoch();
		assert_eq!((100..110).map(points).sum::<u128>(), points(SUPPLIER));
	});
}

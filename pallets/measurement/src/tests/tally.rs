use super::mock::*;
use crate::{Counted, Event, Reports, TallyCursor, WeightInfo};
use bme_primitives::TOKEN;
use frame_support::{
	assert_ok,
	traits::{
		fungible::{InspectHold, MutateHold},
		tokens::Precision,
		Hooks,
	},
	weights::Weight,
};

#[test]
fn points_should_be_the_lower_median_s_when_enough_reported() {
	build_and_execute(|| {
		report_all(DATA, &[40, 42, 43, 44]);
		assert_eq!(points(SUPPLIER), 0, "the epoch is not over");
		next_epoch();
		assert_eq!(points(SUPPLIER), 84 * TOKEN);
		assert_event(Event::ContributionCounted {
			supplier: SUPPLIER,
			reported_in: 1,
			counted: vec![Counted {
				item: DATA,
				median: 42,
				units: 42,
			}],
			points: 84 * TOKEN,
			capped: false,
		});
		assert_eq!((Reports::<Test>::iter().count(), TallyCursor::<Test>::get()), (0, 2));
		next_epoch();
		assert_eq!(points(SUPPLIER), 0, "it counts once");
	});
}

#[test]
fn nothing_should_count_when_a_half_of_the_reporters_is_silent() {
	build_and_execute(|| {
		let extra: Vec<_> = REPORTERS.into_iter().chain([16]).collect();
		Members::set(&extra);
		report_all(DATA, &[40, 40, 40]);
		next_epoch();
		assert_eq!(points(SUPPLIER), 0);
		assert_event(Event::ContributionUncounted {
			supplier: SUPPLIER,
			reported_in: 1,
			reports: 3,
		});
	});
}

#[test]
fn nothing_should_count_when_fewer_than_the_quorum_are_admitted() {
	build_and_execute(|| {
		Members::set(&vec![11, 12]);
		report_all(DATA, &[40, 40]);
		next_epoch();
		assert_eq!(points(SUPPLIER), 0);
	});
}

#[test]
fn silence_should_be_zero_when_some_reporters_do_not_report() {
	build_and_execute(|| {
		report_all(DATA, &[10, 20, 30]);
		next_epoch();
		assert_eq!(points(SUPPLIER), 20 * TOKEN, "three of five say at least ten");
		report_all(DATA, &[10, 20, 30, 30]);
		next_epoch();
		assert_eq!(points(SUPPLIER), 40 * TOKEN);
	});
}

#[test]
fn report_should_not_count_when_its_reporter_was_removed() {
	build_and_execute(|| {
		report_all(DATA, &[10, 10, 20, 20, 20]);
		Members::set(&vec![11, 12, 13]);
		next_epoch();
		assert_eq!(points(SUPPLIER), 20 * TOKEN);
	});
}

#[test]
fn reporter_should_answer_for_its_report_when_it_was_removed() {
	build_and_execute(|| {
		report_all(DATA, &[10, 10, 10, 900]);
		Members::set(&vec![11, 12, 13]);
		next_epoch();
		assert_eq!((reporter(14).faults, Burned::get()), (1, 100 * TOKEN));
	});
}

#[test]
fn quantity_should_be_zero_when_a_report_does_not_name_the_item() {
	build_and_execute(|| {
		for (who, quantities) in [
			(11, vec![(DATA, 9)]),
			(12, vec![(HOURS, 1)]),
			(13, vec![(HOURS, 1)]),
			(14, vec![(HOURS, 1)]),
		] {
			assert_ok!(report(who, &[on(SUPPLIER, &quantities)]));
		}
		next_epoch();
		assert_eq!(points(SUPPLIER), 0);
		assert_eq!(reporter(11).faults, 1);
	});
}

#[test]
fn quantity_should_be_capped_when_it_is_above_the_item_s_cap() {
	build_and_execute(|| {
		report_all(DATA, &[1_000, 1_000, 1_000]);
		next_epoch();
		assert_eq!(points(SUPPLIER), 200 * TOKEN);
	});
}

#[test]
fn points_should_be_capped_when_the_bond_is_small() {
	build_and_execute(|| {
		Bonds::insert(SUPPLIER, 1_000 * TOKEN);
		report_all(DATA, &[50, 50, 50]);
		next_epoch();
		assert_eq!(points(SUPPLIER), 10 * TOKEN);
		assert!(events()
			.iter()
			.any(|event| matches!(event, Event::ContributionCounted { capped: true, .. })));
	});
}

#[test]
fn points_should_be_nothing_when_the_supplier_left() {
	build_and_execute(|| {
		report_all(DATA, &[50, 50, 50]);
		Bonds::remove(SUPPLIER);
		next_epoch();
		assert_eq!(points(SUPPLIER), 0);
	});
}

#[test]
fn points_should_be_within_the_cap_of_one_epoch_when_two_are_counted_in_it() {
	build_and_execute(|| {
		Bonds::insert(SUPPLIER, 1_000 * TOKEN);
		report_all(DATA, &[50, 50, 50]);
		Epoch::set(&2);
		report_all(DATA, &[50, 50, 50]);
		next_epoch();
		assert_eq!(points(SUPPLIER), 10 * TOKEN);
	});
}

#[test]
fn reporter_should_be_slashed_once_an_epoch_when_it_is_far_off() {
	build_and_execute(|| {
		for who in [11, 12, 13, 14] {
			let quantity = if who == 14 { 80 } else { 50 };
			assert_ok!(report(
				who,
				&[
					on(SUPPLIER, &[(DATA, quantity), (HOURS, quantity)]),
					on(OTHER, &[(DATA, quantity)])
				]
			));
		}
		next_epoch();
		assert_eq!((reporter(14).bond, reporter(14).faults), (BOND - 100 * TOKEN, 1));
		assert_eq!(
			(Burned::get(), Balances::total_balance_on_hold(&14)),
			(100 * TOKEN, BOND - 100 * TOKEN)
		);
		let slashes = events()
			.into_iter()
			.filter(|event| matches!(event, Event::ReporterSlashed { .. }))
			.collect::<Vec<_>>();
		let [Event::ReporterSlashed {
			reporter: 14,
			reported_in: 1,
			fault,
			slashed,
			..
		}] = slashes[..]
		else {
			panic!("{slashes:?}");
		};
		assert_eq!((fault.item, fault.quantity, fault.median), (DATA, 80, 50));
		assert_eq!(slashed, 100 * TOKEN);
		assert_eq!(reporter(11).faults + reporter(12).faults + reporter(13).faults, 0);
	});
}

#[test]
fn reporter_should_keep_its_bond_when_it_is_within_the_tolerance() {
	build_and_execute(|| {
		for odd in [50 - 5, 50 + 5] {
			report_all(DATA, &[50, 50, 50, odd]);
			next_epoch();
		}
		// One unit is no sign of anything.
		report_all(DATA, &[1, 1, 1, 2]);
		next_epoch();
		assert_eq!(Burned::get(), 0);
		report_all(DATA, &[50, 50, 50, 56]);
		next_epoch();
		assert_eq!(Burned::get(), 100 * TOKEN);
	});
}

#[test]
fn nobody_should_be_slashed_when_no_more_than_a_half_agree() {
	build_and_execute(|| {
		// Two beside one honest reporter, and two that are silent.
		report_all(DATA, &[90, 90, 10]);
		next_epoch();
		assert_eq!((points(SUPPLIER), Burned::get()), (20 * TOKEN, 0));
	});
}

#[test]
fn nobody_should_be_slashed_when_the_item_changed_in_that_epoch() {
	build_and_execute(|| {
		let call = crate::Call::set_item {
			item: DATA,
			after: Some(item(3 * TOKEN, 100, false)),
		};
		report_all(DATA, &[50, 50]);
		assert_ok!(dispatch(RuntimeOrigin::root(), call));
		// Those who come later count in other units.
		for who in [13, 14, 15] {
			assert_ok!(report(who, &[on(SUPPLIER, &[(DATA, 5)])]));
		}
		next_epoch();
		assert_eq!((points(SUPPLIER), Burned::get()), (15 * TOKEN, 0));
		report_all(DATA, &[50, 5, 5, 5]);
		next_epoch();
		assert_eq!(Burned::get(), 100 * TOKEN);
	});
}

#[test]
fn slash_should_take_what_is_left_when_the_bond_is_nearly_gone() {
	build_and_execute(|| {
		report_all(DATA, &[50, 50, 50, 99]);
		let reason = crate::HoldReason::ReporterBond.into();
		assert_ok!(Balances::release(&reason, &14, BOND - TOKEN, Precision::Exact));
		crate::Reporters::<Test>::mutate(14, |one| one.as_mut().unwrap().bond = TOKEN);
		next_epoch();
		assert_eq!((reporter(14).bond, Burned::get()), (0, TOKEN));
	});
}

#[test]
fn rows_should_be_counted_step_by_step_when_a_block_has_little_room() {
	build_and_execute(|| {
		for supplier in 100..200 {
			Bonds::insert(supplier, 100_000 * TOKEN);
		}
		let reports: Vec<_> = (100..200).map(|supplier| on(supplier, &[(DATA, 1)])).collect();
		for who in [11, 12, 13] {
			assert_ok!(report(who, &reports));
		}
		Epoch::set(&2);
		// There has to be room for the dearest row; what an ordinary one costs is counted.
		let dearest = <() as WeightInfo>::tally_row(128) + <() as WeightInfo>::slash() * 16;
		let limit = <() as WeightInfo>::tally_base() + <() as WeightInfo>::tally_row(1) * 29 + dearest;
		for left in [70, 40, 10] {
			Measurement::on_idle(1, limit);
			assert!(Reports::<Test>::iter().count().abs_diff(left) < 30);
			assert_eq!(TallyCursor::<Test>::get(), 1);
		}
		assert_eq!(Measurement::on_idle(1, Weight::zero()), Weight::zero());
		Measurement::on_idle(1, Weight::MAX);
		assert_eq!((Reports::<Test>::iter().count(), TallyCursor::<Test>::get()), (0, 2));
		assert!((100..200).all(|supplier| points(supplier) == 2 * TOKEN));
	});
}

use super::mock::*;
use crate::{Error, Event, RefusedReason, Reporters, Reports};
use bme_primitives::TOKEN;
use frame_support::{assert_noop, assert_ok, traits::fungible::InspectHold};
use sp_runtime::DispatchError;

fn bond(who: AccountId) -> sp_runtime::DispatchResult {
	signed(who, crate::Call::bond {})
}

fn withdraw(who: AccountId) -> sp_runtime::DispatchResult {
	signed(who, crate::Call::withdraw_bond {})
}

#[test]
fn report_should_be_kept_when_a_reporter_makes_it() {
	build_and_execute(|| {
		assert_ok!(report(
			11,
			&[on(SUPPLIER, &[(DATA, 5)]), on(OTHER, &[(DATA, 7), (HOURS, 1)])]
		));
		assert_event(Event::Reported {
			reporter: 11,
			epoch: 1,
			counted: 2,
		});
		assert_eq!(
			Reports::<Test>::get(1, OTHER)[0].quantities[..],
			[(DATA, 7), (HOURS, 1)]
		);
		assert_eq!(reporter(11).reported_in, Some(1));
	});
}

#[test]
fn report_should_be_left_out_when_it_is_bad() {
	build_and_execute(|| {
		let bad = [
			(on(SUPPLIER, &[]), RefusedReason::NoQuantity),
			(on(SUPPLIER, &[(DATA, 1), (DATA, 2)]), RefusedReason::DuplicateItem),
			(on(SUPPLIER, &[(DATA, 1), (77, 2)]), RefusedReason::UnknownItem),
			(on(STRANGER, &[(DATA, 1)]), RefusedReason::UnknownSupplier),
		];
		let mut batch: Vec<_> = bad.iter().map(|(report, _)| report.clone()).collect();
		batch.push(on(SUPPLIER, &[(DATA, 3)]));
		batch.push(on(SUPPLIER, &[(DATA, 4)]));
		assert_ok!(report(11, &batch));
		for (report, reason) in bad {
			assert_event(Event::ReportRefused {
				reporter: 11,
				supplier: report.supplier,
				reason,
			});
		}
		assert_event(Event::ReportRefused {
			reporter: 11,
			supplier: SUPPLIER,
			reason: RefusedReason::AlreadyReported,
		});
		assert_event(Event::Reported {
			reporter: 11,
			epoch: 1,
			counted: 1,
		});
		assert_eq!(Reports::<Test>::iter().count(), 1);
	});
}

#[test]
fn report_should_be_refused_when_its_signer_may_not_report() {
	build_and_execute(|| {
		let reports = [on(SUPPLIER, &[(DATA, 1)])];
		assert_noop!(report(11, &[]), Error::<Test>::NothingToReport);
		assert_noop!(report(STRANGER, &reports), Error::<Test>::NotReporter);
		assert_ok!(withdraw(12));
		assert_noop!(report(12, &reports), Error::<Test>::NotBonded);
		Members::set(&vec![12, 13]);
		assert_noop!(report(11, &reports), Error::<Test>::NotReporter);
		let of_epoch = |epoch| crate::Call::report {
			epoch,
			reports: reports.to_vec().try_into().unwrap(),
		};
		assert_noop!(dispatch(RuntimeOrigin::root(), of_epoch(1)), DispatchError::BadOrigin);
		Members::set(&REPORTERS.to_vec());
		Epoch::set(&5);
		for epoch in [4, 6] {
			assert_noop!(signed(11, of_epoch(epoch)), Error::<Test>::WrongEpoch);
		}
		Epoch::set(&1);
	});
}

#[test]
fn report_should_take_the_place_of_one_that_counts_no_more_when_the_row_is_full() {
	build_and_execute(|| {
		let many: Vec<AccountId> = (100..117).collect();
		Members::set(&many);
		for who in many.clone() {
			assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), who, FUNDS));
			assert_ok!(bond(who));
		}
		for who in 100..117 {
			assert_ok!(report(who, &[on(SUPPLIER, &[(DATA, 1)])]));
		}
		assert_event(Event::ReportRefused {
			reporter: 116,
			supplier: SUPPLIER,
			reason: RefusedReason::TooManyReporters,
		});
		Members::set(&many[1..].to_vec());
		assert_ok!(report(116, &[on(SUPPLIER, &[(DATA, 1)])]));
		assert!(Reports::<Test>::get(1, SUPPLIER)
			.iter()
			.any(|statement| statement.reporter == 116));
	});
}

#[test]
fn bond_should_return_when_all_that_was_reported_is_counted() {
	build_and_execute(|| {
		assert_noop!(bond(11), Error::<Test>::AlreadyBonded);
		assert_noop!(bond(SUPPLIER), Error::<Test>::NotReporter);
		report_all(DATA, &[5, 5, 5]);
		assert_noop!(withdraw(11), Error::<Test>::ReportsPending);
		Epoch::set(&2);
		assert_noop!(withdraw(11), Error::<Test>::ReportsPending);
		Epoch::set(&1);
		next_epoch();
		// Whoever is admitted no more has its bond back all the same.
		Members::set(&vec![12, 13]);
		assert_ok!(withdraw(11));
		assert_event(Event::ReporterWithdrawn {
			reporter: 11,
			bond: BOND,
		});
		assert_eq!(Balances::total_balance_on_hold(&11), 0);
		assert!(!Reporters::<Test>::contains_key(11));
		assert_noop!(withdraw(11), Error::<Test>::NotBonded);
		assert_noop!(bond(11), Error::<Test>::NotReporter);
	});
}

#[test]
fn bond_should_be_filled_up_when_a_part_of_it_was_taken() {
	build_and_execute(|| {
		report_all(DATA, &[5, 5, 50, 5]);
		next_epoch();
		assert_eq!(reporter(13).bond, BOND - 100 * TOKEN);
		assert_noop!(report(13, &[on(SUPPLIER, &[(DATA, 1)])]), Error::<Test>::NotBonded);
		assert_ok!(bond(13));
		assert_event(Event::ReporterBonded {
			reporter: 13,
			bond: BOND,
		});
		assert_ok!(report(13, &[on(SUPPLIER, &[(DATA, 1)])]));
	});
}

#[test]
fn bond_should_be_refused_when_it_cannot_be_held() {
	build_and_execute(|| {
		Members::set(&vec![11, STRANGER]);
		assert_noop!(bond(STRANGER), Error::<Test>::InsufficientTokens);
	});
}

#[test]
fn faults_should_be_remembered_when_the_bond_is_withdrawn() {
	build_and_execute(|| {
		report_all(DATA, &[5, 5, 50, 5]);
		next_epoch();
		assert_ok!(withdraw(13));
		assert_noop!(withdraw(13), Error::<Test>::NotBonded);
		assert_eq!((reporter(13).bond, reporter(13).faults), (0, 1));
		assert_ok!(bond(13));
		assert_eq!((reporter(13).bond, reporter(13).faults), (BOND, 1));
	});
}

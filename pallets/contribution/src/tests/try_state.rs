//! Each invariant, broken.

use super::mock::*;
use frame_support::traits::{fungible::MutateHold, tokens::Precision};

/// Break an invariant and expect that it is found.
fn broken(by: impl FnOnce(), invariant: &'static str) {
	ext().execute_with(|| {
		shared_in_review();
		Contribution::credit(0, Pool::Work, &BOB, 5);
		Contribution::credit(0, Pool::Security, &CHARLIE, 1);
		assert_ok!(Pallet::<Test>::do_try_state());
		by();
		assert_eq!(Pallet::<Test>::do_try_state(), Err(DispatchError::Other(invariant)));
	});
}

#[test]
fn invariant_7_should_fail_when_a_row_is_not_in_its_total() {
	let expected = "invariant 7: the rows of an epoch do not sum to its total";
	broken(|| Rows::<Test>::mutate(0, BOB, |row| row.work += 1), expected);
	broken(|| Rows::<Test>::remove(0, BOB), expected);
	broken(|| Totals::<Test>::mutate(0, |total| total.security += 1), expected);
	broken(|| Totals::<Test>::remove(0), expected);
	broken(|| Totals::<Test>::insert(1, ByPool::default()), expected);
}

#[test]
fn invariant_7_should_fail_when_a_row_has_no_points() {
	broken(
		|| Rows::<Test>::insert(0, FERDIE, ByPool::default()),
		"invariant 7: a row without points",
	);
}

#[test]
fn invariant_8_should_fail_when_work_outlives_its_job() {
	broken(|| Live::remove(0), "invariant 8: work outlives its job");
}

#[test]
fn invariant_8_should_fail_when_a_supplier_has_no_place() {
	let expected = "invariant 8: work has not one place for each supplier";
	broken(|| Contribution::begin(0, 2), expected);
	let shorten = || {
		Works::<Test>::mutate_extant(0, |work| {
			work.agreed.pop();
		});
	};
	broken(shorten, expected);
}

#[test]
fn invariant_8_should_fail_when_shares_are_not_as_agreed() {
	let expected = "invariant 8: an assessment goes against what was agreed";
	let state = |shares: &[u32]| Works::<Test>::mutate_extant(0, |work| work.assessment = Some(percents(shares)));
	broken(|| state(&[70, 20, 10]), expected);
	broken(|| state(&[50, 30, 30]), expected);
}

#[test]
fn invariant_9_should_fail_when_a_bond_does_not_cover_its_liabilities() {
	broken(
		|| Suppliers::<Test>::mutate_extant(BOB, |supplier| supplier.liabilities = BOND + 1),
		"invariant 9: a bond does not cover its liabilities",
	);
}

#[test]
fn invariant_9_should_fail_when_what_is_held_is_not_the_bond() {
	let expected = "invariant 9: what is held is not the bond and what is leaving it";
	let release = || {
		let reason = HoldReason::SupplierBond.into();
		assert_ok!(Balances::release(&reason, &BOB, 1, Precision::Exact));
	};
	broken(release, expected);
	broken(
		|| Suppliers::<Test>::mutate_extant(BOB, |supplier| supplier.bond += 1),
		expected,
	);
	let forget = || {
		assert_ok!(Contribution::unbond(signed(BOB), TOKEN));
		Suppliers::<Test>::mutate_extant(BOB, |supplier| supplier.unbonding = None);
	};
	broken(forget, expected);
}

#[test]
fn invariant_9_should_fail_when_a_supplier_has_no_bond() {
	let empty = || {
		let supplier = Supplier {
			bond: 0,
			liabilities: 0,
			unbonding: None,
			classes: EVERY_CLASS,
		};
		Suppliers::<Test>::insert(FERDIE, supplier);
	};
	broken(empty, "invariant 9: a supplier without a bond");
}

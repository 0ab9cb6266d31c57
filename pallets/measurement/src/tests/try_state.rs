//! Each invariant, broken on purpose.

use super::mock::*;
use crate::{Answers, DeviceCounts, DevicePlaces, Devices, Reporters, Reports};
use frame_support::assert_ok;

fn assert_broken(invariant: &str, break_it: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		report_all(DATA, &[5, 5]);
		assert_ok!(register(SUPPLIER, HOURS, &device(1), SUPPLIER));
		assert_ok!(Measurement::do_try_state());
		break_it();
		let broken = format!("{:?}", Measurement::do_try_state().unwrap_err());
		assert!(broken.contains(invariant), "{broken}");
	});
}

#[test]
fn invariant_14_should_break_when_what_is_held_is_something_else() {
	assert_broken("invariant 14: what is held of a reporter", || {
		Reporters::<Test>::mutate(11, |one| one.as_mut().unwrap().bond += 1);
	});
	assert_broken("invariant 14: devices are counted wrong", || {
		DeviceCounts::<Test>::insert(SUPPLIER, HOURS, 2);
	});
	assert_broken("invariant 14: what is held of a supplier", || {
		let record = Devices::<Test>::iter_values().next().unwrap();
		Devices::<Test>::insert(id_of(&device(2)), record);
		DeviceCounts::<Test>::insert(SUPPLIER, HOURS, 2);
	});
	assert_broken("invariant 14: a device is not at its place", || {
		DevicePlaces::<Test>::insert((SUPPLIER, HOURS, 0), id_of(&device(2)));
	});
	assert_broken("invariant 14: a device is not at its place", || {
		DevicePlaces::<Test>::insert((SUPPLIER, HOURS, 1), id_of(&device(1)));
	});
}

#[test]
fn invariant_15_should_break_when_a_row_is_out_of_its_time() {
	assert_broken("invariant 15: a row", || crate::TallyCursor::<Test>::put(2));
	assert_broken("invariant 15: a row", || {
		let row = Reports::<Test>::get(1, SUPPLIER);
		Reports::<Test>::insert(2, SUPPLIER, row);
	});
	assert_broken("invariant 15: a report", || {
		Reporters::<Test>::mutate(11, |one| one.as_mut().unwrap().reported_in = None);
	});
	assert_broken("invariant 15: an answer", || {
		assert_ok!(answer(SUPPLIER, &leaves_of(SUPPLIER, &[1]), &[]));
		let answer = Answers::<Test>::take(1, SUPPLIER).unwrap();
		Answers::<Test>::insert(2, SUPPLIER, answer);
	});
}

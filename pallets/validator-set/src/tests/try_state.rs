use super::mock::*;
use crate::{Bonds, KeysInForce, Offenders, Pallet, Validators};
use sp_runtime::{BoundedVec, TryRuntimeError};

/// The list and the offenders so written; what the invariants say of it.
fn check(list: Vec<u64>, offenders: Vec<u64>) -> Result<(), TryRuntimeError> {
	ext(&[1, 2, 3]).execute_with(|| {
		Validators::<Test>::put(BoundedVec::truncate_from(list));
		Offenders::<Test>::put(BoundedVec::truncate_from(offenders));
		Pallet::<Test>::do_try_state()
	})
}

#[test]
fn try_state_should_pass_when_an_offender_is_listed() {
	assert_eq!(check(vec![1, 2, 3], vec![2]), Ok(()));
}

#[test]
fn try_state_should_name_i1_when_an_account_is_listed_twice() {
	assert_eq!(
		check(vec![1, 2, 1], vec![]),
		Err("validator-set I1: an account is on the list twice".into())
	);
}

#[test]
fn try_state_should_name_i2_when_the_list_is_too_short() {
	assert_eq!(
		check(vec![1], vec![]),
		Err("validator-set I2: the list is below its floor".into())
	);
}

#[test]
fn try_state_should_name_i3_when_an_offender_is_not_listed_or_noted_twice() {
	let broken = Err("validator-set I3: an offender is not on the list, or noted twice".into());
	assert_eq!(check(vec![1, 2], vec![3]), broken);
	assert_eq!(check(vec![1, 2], vec![1, 1]), broken);
}

#[test]
fn try_state_should_name_i4_when_a_bond_is_not_what_is_held() {
	ext(&[1, 2, 3]).execute_with(|| {
		Bonds::<Test>::mutate_extant(1, |bond| bond.amount += 1);
		assert_eq!(
			Pallet::<Test>::do_try_state(),
			Err("validator-set I4: a bond is not what is held for it".into())
		);
	});
}

#[test]
fn try_state_should_name_i5_when_the_bond_of_a_listed_validator_waits() {
	ext(&[1, 2, 3]).execute_with(|| {
		Bonds::<Test>::mutate_extant(1, |bond| bond.left_in = Some(0));
		assert_eq!(
			Pallet::<Test>::do_try_state(),
			Err("validator-set I5: the bond of a listed validator waits".into())
		);
	});
}

#[test]
fn try_state_should_name_i6_when_a_listed_account_has_no_keys() {
	ext(&[1, 2, 3]).execute_with(|| {
		Session::purge_keys(RuntimeOrigin::signed(3)).unwrap();
		assert_eq!(
			Pallet::<Test>::do_try_state(),
			Err("validator-set I6: an account on the list has no session keys".into())
		);
	});
}

#[test]
fn try_state_should_name_i7_when_the_keys_in_force_are_of_others() {
	ext(&[1, 2, 3]).execute_with(|| {
		KeysInForce::<Test>::mutate(|keys| keys.swap(0, 1));
		assert_eq!(
			Pallet::<Test>::do_try_state(),
			Err("validator-set I7: the keys in force are not those of the session's validators".into())
		);
	});
}

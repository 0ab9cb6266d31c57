use super::mock::*;
use crate::{Error, Event, Offenders, Validators};
use frame_support::{assert_noop, assert_ok, traits::fungible::InspectHold};
use sp_runtime::{DispatchError::BadOrigin, DispatchResult, Perbill};

mod add_validator {
	use super::*;

	#[test]
	fn add_validator_should_append_to_the_list_when_the_account_has_keys_and_a_bond() {
		build_and_execute(|| {
			set_keys(4, 4);
			bond(4);
			assert_ok!(ValidatorSet::add_validator(RuntimeOrigin::root(), 4));
			assert_eq!(list(), vec![1, 2, 3, 4]);
			assert_eq!(events().last(), Some(&Event::ValidatorAdded { validator: 4 }));
		});
	}

	#[test]
	fn add_validator_should_fail_when_the_origin_is_not_the_admin() {
		build_and_execute(|| {
			set_keys(4, 4);
			assert_noop!(ValidatorSet::add_validator(RuntimeOrigin::signed(4), 4), BadOrigin);
			assert_noop!(ValidatorSet::add_validator(RuntimeOrigin::none(), 4), BadOrigin);
		});
	}

	#[test]
	fn add_validator_should_fail_when_the_account_is_listed() {
		build_and_execute(|| {
			assert_noop!(
				ValidatorSet::add_validator(RuntimeOrigin::root(), 1),
				Error::<Test>::AlreadyValidator
			);
		});
	}

	#[test]
	fn add_validator_should_fail_when_the_account_has_no_keys() {
		build_and_execute(|| {
			assert_noop!(
				ValidatorSet::add_validator(RuntimeOrigin::root(), 4),
				Error::<Test>::NoSessionKeys
			);
		});
	}

	#[test]
	fn add_validator_should_fail_when_the_list_is_full() {
		build_and_execute(|| {
			join(4);
			join(5);
			assert_eq!(list().len() as u32, MAX);
			set_keys(6, 6);
			bond(6);
			assert_noop!(
				ValidatorSet::add_validator(RuntimeOrigin::root(), 6),
				Error::<Test>::TooManyValidators
			);
		});
	}

	#[test]
	fn add_validator_should_fail_when_the_account_has_no_bond_or_a_slashed_one() {
		build_and_execute(|| {
			set_keys(4, 4);
			assert_noop!(
				ValidatorSet::add_validator(RuntimeOrigin::root(), 4),
				Error::<Test>::NotBonded
			);
			bond(4);
			ValidatorSet::slash(&4, 0, Perbill::from_percent(50));
			assert_noop!(
				ValidatorSet::add_validator(RuntimeOrigin::root(), 4),
				Error::<Test>::InsufficientBond
			);
		});
	}

	#[test]
	fn set_keys_should_hold_the_deposit_when_a_stranger_sets_them() {
		build_and_execute(|| {
			set_keys(9, 9);
			assert_eq!(
				Balances::balance_on_hold(&pallet_session::HoldReason::Keys.into(), &9),
				DEPOSIT
			);
			rotate(3);
			assert!(!Session::validators().contains(&9));
		});
	}
}

mod remove_validator {
	use super::*;

	#[test]
	fn remove_validator_should_shorten_the_list_when_it_is_above_the_floor() {
		build_and_execute(|| {
			assert_ok!(ValidatorSet::remove_validator(RuntimeOrigin::root(), 2));
			assert_eq!(list(), vec![1, 3]);
			assert_eq!(events(), vec![Event::ValidatorRemoved { validator: 2 }]);
		});
	}

	#[test]
	fn remove_validator_should_fail_when_the_origin_is_not_the_admin() {
		build_and_execute(|| {
			assert_noop!(ValidatorSet::remove_validator(RuntimeOrigin::signed(1), 1), BadOrigin);
		});
	}

	#[test]
	fn remove_validator_should_fail_when_the_account_is_not_listed() {
		build_and_execute(|| {
			assert_noop!(
				ValidatorSet::remove_validator(RuntimeOrigin::root(), 4),
				Error::<Test>::NotValidator
			);
		});
	}

	#[test]
	fn remove_validator_should_fail_when_the_list_is_at_its_floor() {
		build_and_execute(|| {
			leave(3);
			assert_eq!(list().len() as u32, MIN);
			assert_noop!(
				ValidatorSet::remove_validator(RuntimeOrigin::root(), 1),
				Error::<Test>::TooFewValidators
			);
		});
	}

	#[test]
	fn remove_validator_should_forget_the_offence_when_the_validator_is_an_offender() {
		build_and_execute(|| {
			Offenders::<Test>::try_append(1).unwrap();
			leave(1);
			assert!(Offenders::<Test>::get().is_empty());
		});
	}

	#[test]
	fn removed_validator_should_be_able_to_join_again_when_it_kept_its_keys() {
		build_and_execute(|| {
			leave(1);
			assert_ok!(ValidatorSet::add_validator(RuntimeOrigin::root(), 1));
			assert_eq!(Validators::<Test>::get().into_inner(), vec![2, 3, 1]);
		});
	}
}

mod purge_keys {
	use super::*;

	fn purge(who: u64) -> DispatchResult {
		ValidatorSet::purge_keys(RuntimeOrigin::signed(who))
	}

	#[test]
	fn purge_keys_should_return_the_deposit_when_two_sessions_ended_since_the_account_left() {
		build_and_execute(|| {
			join(4);
			rotate(2);
			leave(4);
			assert_noop!(purge(4), Error::<Test>::KeysInUse);
			rotate(1);
			assert_noop!(purge(4), Error::<Test>::KeysInUse);
			rotate(1);
			let free = Balances::free_balance(4);
			assert_ok!(purge(4));
			assert_eq!(Balances::free_balance(4), free + DEPOSIT);
			assert!(!pallet_session::NextKeys::<Test>::contains_key(4));
		});
	}

	#[test]
	fn purge_keys_should_fail_when_the_account_is_listed() {
		build_and_execute(|| {
			assert_noop!(purge(1), Error::<Test>::AlreadyValidator);
		});
	}

	#[test]
	fn purge_keys_should_fail_when_the_account_was_planned_and_left() {
		build_and_execute(|| {
			rotate(2);
			join(4);
			rotate(1);
			leave(4);
			assert_noop!(purge(4), Error::<Test>::KeysInUse);
		});
	}

	#[test]
	fn purge_keys_should_return_the_deposit_when_the_account_was_never_listed() {
		build_and_execute(|| {
			set_keys(4, 4);
			assert_ok!(purge(4));
			assert_eq!(Balances::free_balance(4), 1_000);
		});
	}

	#[test]
	fn purge_keys_should_fail_when_the_account_has_none() {
		build_and_execute(|| {
			assert_noop!(purge(4), pallet_session::Error::<Test>::NoKeys);
		});
	}

	#[test]
	fn purge_keys_should_fail_when_the_origin_is_not_signed() {
		build_and_execute(|| {
			assert_noop!(ValidatorSet::purge_keys(RuntimeOrigin::root()), BadOrigin);
		});
	}
}

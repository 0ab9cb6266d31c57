use super::mock::*;
use crate::{Bonds, Error, Event, Pallet};
use frame_support::{assert_noop, assert_ok, traits::fungible::Inspect};
use sp_runtime::{Perbill, TokenError};

/// Slash `who` for an offence in session 2.
fn slash(who: u64, percent: u32) {
	Pallet::<Test>::slash(&who, 2, Perbill::from_percent(percent));
}

fn withdraw(who: u64) -> sp_runtime::DispatchResult {
	ValidatorSet::withdraw_bond(RuntimeOrigin::signed(who))
}

mod genesis {
	use super::*;

	#[test]
	fn validators_of_genesis_should_be_bonded_when_they_have_the_tokens() {
		build_and_execute(|| {
			assert_eq!([1, 2, 3, 4].map(held), [BOND, BOND, BOND, 0]);
		});
	}

	#[test]
	fn validator_of_genesis_should_be_listed_without_a_bond_when_it_has_no_tokens() {
		ext(&[1, 2, 99]).execute_with(|| {
			assert_eq!(list(), vec![1, 2, 99]);
			assert!(!Bonds::<Test>::contains_key(99));
			slash(99, 50);
			assert_noop!(
				ValidatorSet::bond(RuntimeOrigin::signed(99)),
				Error::<Test>::InsufficientTokens
			);
			assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), 99, 1_000));
			bond(99);
			assert_eq!(held(99), BOND);
		});
	}
}

mod bond {
	use super::*;

	#[test]
	fn bond_should_be_held_when_the_account_has_none() {
		build_and_execute(|| {
			bond(4);
			assert_eq!(held(4), BOND);
			assert_eq!(
				events(),
				vec![Event::ValidatorBonded {
					validator: 4,
					amount: BOND
				}]
			);
			let more_than_free = Balances::free_balance(4) + 1;
			assert_noop!(
				Balances::transfer_allow_death(RuntimeOrigin::signed(4), 5, more_than_free),
				TokenError::FundsUnavailable
			);
		});
	}

	#[test]
	fn bond_should_fail_when_the_account_is_bonded_even_if_it_was_slashed() {
		build_and_execute(|| {
			slash(1, 10);
			assert_noop!(
				ValidatorSet::bond(RuntimeOrigin::signed(1)),
				Error::<Test>::AlreadyBonded
			);
		});
	}
}

mod withdraw {
	use super::*;

	#[test]
	fn bond_should_be_returned_at_once_when_its_account_never_was_a_validator() {
		build_and_execute(|| {
			bond(4);
			assert_ok!(withdraw(4));
			assert_eq!(held(4), 0);
			assert_noop!(withdraw(4), Error::<Test>::NotBonded);
		});
	}

	#[test]
	fn bond_should_stay_when_its_account_is_on_the_list() {
		build_and_execute(|| {
			assert_noop!(withdraw(1), Error::<Test>::AlreadyValidator);
		});
	}

	#[test]
	fn bond_should_wait_when_an_offence_of_its_account_can_still_be_proven() {
		build_and_execute(|| {
			join(4);
			rotate(3);
			leave(4);
			// The last session in which it is in force is the next one. It is forgotten at the end of the last of as many
			// sessions as are kept.
			let last = Session::current_index() + 1;
			while Session::current_index() <= last + HISTORY {
				assert_noop!(withdraw(4), Error::<Test>::BondLocked);
				let provable = pallet_session::historical::HistoricalSessions::<Test>::contains_key(last);
				assert_eq!(provable, Session::current_index() >= last - 1, "of the last session");
				rotate(1);
			}
			assert!(!pallet_session::historical::HistoricalSessions::<Test>::contains_key(
				last
			));
			assert_ok!(withdraw(4));
			assert_eq!(held(4), 0);
		});
	}

	#[test]
	fn bond_should_be_good_again_when_its_account_is_added_before_it_withdrew() {
		build_and_execute(|| {
			join(4);
			leave(4);
			rotate(1);
			assert_ok!(ValidatorSet::add_validator(RuntimeOrigin::root(), 4));
			rotate(9);
			assert_noop!(withdraw(4), Error::<Test>::AlreadyValidator);
		});
	}

	#[test]
	fn offender_should_wait_and_bond_anew_when_it_was_removed() {
		build_and_execute(|| {
			join(4);
			rotate(3);
			slash(4, 50);
			crate::Offenders::<Test>::try_append(4).unwrap();
			rotate(1);
			assert_eq!(list(), vec![1, 2, 3]);
			assert_noop!(withdraw(4), Error::<Test>::BondLocked);
			rotate(HISTORY + 2);
			assert_ok!(withdraw(4));
			assert_eq!(Balances::total_balance(&4), 1_000 - 49);
			bond(4);
			assert_ok!(ValidatorSet::add_validator(RuntimeOrigin::root(), 4));
		});
	}
}

mod leave {
	use super::*;

	#[test]
	fn validator_should_leave_when_it_says_so() {
		build_and_execute(|| {
			assert_ok!(ValidatorSet::leave(RuntimeOrigin::signed(3)));
			assert_eq!(list(), vec![1, 2]);
			assert_eq!(events(), vec![Event::ValidatorLeft { validator: 3 }]);
			assert_noop!(withdraw(3), Error::<Test>::BondLocked);
		});
	}

	#[test]
	fn leave_should_fail_when_the_list_would_become_too_short_or_the_account_is_not_on_it() {
		build_and_execute(|| {
			assert_noop!(
				ValidatorSet::leave(RuntimeOrigin::signed(4)),
				Error::<Test>::NotValidator
			);
			leave(3);
			assert_noop!(
				ValidatorSet::leave(RuntimeOrigin::signed(1)),
				Error::<Test>::TooFewValidators
			);
		});
	}
}

mod slash {
	use super::*;

	#[test]
	fn slash_should_take_the_worst_fraction_when_several_are_reported_in_any_order() {
		for order in [[10, 56, 30], [56, 10, 30], [30, 10, 56]] {
			build_and_execute(|| {
				let issuance = Balances::total_issuance();
				order.into_iter().for_each(|percent| slash(1, percent));
				// 99 · 0.56 = 55.44.
				assert_eq!(held(1), BOND - 55);
				assert_eq!(Balances::total_issuance(), issuance - 55);
			});
		}
	}

	#[test]
	fn slash_should_take_everything_when_the_fraction_is_one() {
		build_and_execute(|| {
			slash(1, 100);
			assert_eq!(held(1), 0);
			slash(1, 100);
			assert_eq!(events().len(), 1);
		});
	}

	#[test]
	fn slash_should_reach_the_bond_when_its_account_left_and_waits() {
		build_and_execute(|| {
			leave(3);
			slash(3, 50);
			assert_eq!(held(3), BOND - 49);
		});
	}
}

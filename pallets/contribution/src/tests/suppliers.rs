//! Bonds: `register`, `bond_extra`, `set_classes`, `unbond`, `withdraw_unbonded`, and the suppliers of genesis.

use super::mock::*;
use crate::Unbonding;
use sp_runtime::BuildStorage;

mod register {
	use super::*;

	#[test]
	fn register_should_hold_the_bond_when_the_account_has_it() {
		build_and_execute(|| {
			assert_ok!(Contribution::register(signed(FERDIE), MIN_BOND, ONLY_AGENT));
			let expected = Supplier {
				bond: MIN_BOND,
				liabilities: 0,
				unbonding: None,
				classes: ONLY_AGENT,
			};
			assert_eq!(supplier(FERDIE), expected);
			assert_eq!((held(FERDIE), free(FERDIE)), (MIN_BOND, TOKENS - MIN_BOND));
			assert_eq!(
				events(),
				[Event::SupplierRegistered {
					supplier: FERDIE,
					bond: MIN_BOND,
					classes: ONLY_AGENT
				}]
			);
		});
	}

	#[test]
	fn register_should_leave_the_existential_deposit_when_all_else_is_bonded() {
		build_and_execute(|| {
			let all = TOKENS - EXISTENTIAL_DEPOSIT;
			let register = |bond| Contribution::register(signed(FERDIE), bond, EVERY_CLASS);
			assert_noop!(register(all + 1), Error::<Test>::InsufficientTokens);
			assert_noop!(register(Balance::MAX), Error::<Test>::InsufficientTokens);
			assert_ok!(register(all));
			assert_eq!(free(FERDIE), EXISTENTIAL_DEPOSIT);
		});
	}

	#[test]
	fn register_should_be_refused_when_an_argument_is_wrong() {
		build_and_execute(|| {
			let register = |who, bond, classes| Contribution::register(signed(who), bond, classes);
			assert_noop!(register(BOB, MIN_BOND, EVERY_CLASS), Error::<Test>::AlreadyRegistered);
			assert_noop!(register(FERDIE, MIN_BOND, NO_CLASS), Error::<Test>::NoClass);
			assert_noop!(register(FERDIE, MIN_BOND - 1, EVERY_CLASS), Error::<Test>::BondTooLow);
			assert_noop!(register(FERDIE, 0, EVERY_CLASS), Error::<Test>::BondTooLow);
			assert_noop!(
				register(NOBODY, MIN_BOND, EVERY_CLASS),
				Error::<Test>::InsufficientTokens
			);
		});
	}
}

mod bond_extra {
	use super::*;

	#[test]
	fn bond_extra_should_hold_more_when_the_account_has_it() {
		build_and_execute(|| {
			assert_ok!(Contribution::bond_extra(signed(BOB), 1));
			assert_eq!((supplier(BOB).bond, held(BOB)), (BOND + 1, BOND + 1));
			assert_eq!(
				events(),
				[Event::BondChanged {
					supplier: BOB,
					old: BOND,
					new: BOND + 1
				}]
			);
		});
	}

	#[test]
	fn bond_extra_should_be_refused_when_an_argument_is_wrong() {
		build_and_execute(|| {
			let bond_extra = |who, amount| Contribution::bond_extra(signed(who), amount);
			assert_noop!(bond_extra(FERDIE, 1), Error::<Test>::NotRegistered);
			assert_noop!(bond_extra(BOB, 0), Error::<Test>::AmountZero);
			let all = TOKENS - BOND - EXISTENTIAL_DEPOSIT;
			assert_noop!(bond_extra(BOB, all + 1), Error::<Test>::InsufficientTokens);
			assert_noop!(bond_extra(BOB, Balance::MAX), Error::<Test>::InsufficientTokens);
			assert_ok!(bond_extra(BOB, all));
		});
	}

	#[test]
	fn bond_extra_should_reach_the_least_bond_when_the_bond_is_below_it() {
		build_and_execute(|| {
			assert_ok!(Contribution::unbond(signed(BOB), BOND));
			assert_noop!(
				Contribution::bond_extra(signed(BOB), MIN_BOND - 1),
				Error::<Test>::BondTooLow
			);
			assert_ok!(Contribution::bond_extra(signed(BOB), MIN_BOND));
			assert_eq!(held(BOB), BOND + MIN_BOND);
		});
	}
}

mod set_classes {
	use super::*;

	#[test]
	fn set_classes_should_refuse_new_jobs_only_when_a_class_is_dropped() {
		build_and_execute(|| {
			let job = shared();
			assert_ok!(Contribution::set_classes(signed(BOB), ONLY_AGENT));
			assert_eq!(
				events(),
				[Event::ClassesChanged {
					supplier: BOB,
					old: EVERY_CLASS,
					new: ONLY_AGENT
				}]
			);
			assert_noop!(
				Contribution::open(&BOB, Class::Training, 1),
				Error::<Test>::ClassNotServed
			);
			assert_noop!(
				Contribution::open(&BOB, Class::Inference, 1),
				Error::<Test>::ClassNotServed
			);
			assert_ok!(Contribution::open(&BOB, Class::Agent, 1));
			assert_ok!(attest(BOB, job));
		});
	}

	#[test]
	fn set_classes_should_be_refused_when_an_argument_is_wrong() {
		build_and_execute(|| {
			let set_classes = |who, classes| Contribution::set_classes(signed(who), classes);
			assert_noop!(set_classes(FERDIE, ONLY_AGENT), Error::<Test>::NotRegistered);
			assert_noop!(set_classes(BOB, NO_CLASS), Error::<Test>::NoClass);
		});
	}
}

mod unbond {
	use super::*;

	#[test]
	fn unbond_should_keep_tokens_held_when_the_unbonding_time_runs() {
		build_and_execute(|| {
			let amount = BOND - MIN_BOND;
			assert_ok!(Contribution::unbond(signed(BOB), amount));
			let at = Now::get() + UNBONDING;
			let expected = Supplier {
				bond: MIN_BOND,
				liabilities: 0,
				unbonding: Some(Unbonding { amount, at }),
				classes: EVERY_CLASS,
			};
			assert_eq!(supplier(BOB), expected);
			assert_eq!(held(BOB), BOND);
			assert_eq!(
				events(),
				[
					Event::BondChanged {
						supplier: BOB,
						old: BOND,
						new: MIN_BOND
					},
					Event::UnbondingStarted {
						supplier: BOB,
						amount,
						at
					},
				]
			);
		});
	}

	#[test]
	fn unbond_should_end_sooner_when_time_is_scaled() {
		build_and_execute(|| {
			Scale::set(&60);
			assert_ok!(Contribution::unbond(signed(BOB), BOND));
			assert_eq!(supplier(BOB).unbonding.unwrap().at, Now::get() + UNBONDING / 60);
		});
	}

	#[test]
	fn unbond_should_begin_anew_when_tokens_are_leaving_already() {
		build_and_execute(|| {
			assert_ok!(Contribution::unbond(signed(BOB), TOKEN));
			pass(UNBONDING - 1);
			assert_ok!(Contribution::unbond(signed(BOB), 2 * TOKEN));
			let at = Now::get() + UNBONDING;
			assert_eq!(
				last_event(),
				Event::UnbondingStarted {
					supplier: BOB,
					amount: 3 * TOKEN,
					at
				}
			);
			pass(UNBONDING - 1);
			assert_noop!(
				Contribution::withdraw_unbonded(signed(BOB)),
				Error::<Test>::StillUnbonding
			);
		});
	}

	#[test]
	fn unbond_should_be_refused_when_an_argument_is_wrong() {
		build_and_execute(|| {
			let unbond = |who, amount| Contribution::unbond(signed(who), amount);
			assert_noop!(unbond(FERDIE, 1), Error::<Test>::NotRegistered);
			assert_noop!(unbond(BOB, 0), Error::<Test>::AmountZero);
			assert_noop!(unbond(BOB, BOND + 1), Error::<Test>::BondInUse);
			assert_noop!(unbond(BOB, Balance::MAX), Error::<Test>::BondInUse);
			assert_noop!(unbond(BOB, BOND - MIN_BOND + 1), Error::<Test>::BondTooLow);
			assert_noop!(unbond(BOB, BOND - 1), Error::<Test>::BondTooLow);
			assert_ok!(unbond(BOB, BOND - MIN_BOND));
			assert_ok!(unbond(BOB, MIN_BOND));
		});
	}

	#[test]
	fn unbond_should_be_refused_when_a_liability_needs_the_bond() {
		build_and_execute(|| {
			solo();
			assert_noop!(Contribution::unbond(signed(BOB), BOND), Error::<Test>::BondInUse);
			let liability = BOND - 2 * MIN_BOND - LIABILITY;
			assert_ok!(Contribution::open(&BOB, Class::Agent, liability));
			assert_noop!(
				Contribution::unbond(signed(BOB), 2 * MIN_BOND + 1),
				Error::<Test>::BondInUse
			);
			assert_ok!(Contribution::unbond(signed(BOB), 2 * MIN_BOND));
			Contribution::release(&BOB, liability);
		});
	}
}

mod withdraw_unbonded {
	use super::*;

	#[test]
	fn withdraw_unbonded_should_free_tokens_when_the_time_is_over() {
		build_and_execute(|| {
			assert_ok!(Contribution::unbond(signed(BOB), TOKEN));
			pass(UNBONDING);
			assert_ok!(Contribution::withdraw_unbonded(signed(BOB)));
			assert_eq!((held(BOB), free(BOB)), (BOND - TOKEN, TOKENS - BOND + TOKEN));
			assert_eq!(supplier(BOB).unbonding, None);
			assert_eq!(
				last_event(),
				Event::Unbonded {
					supplier: BOB,
					amount: TOKEN
				}
			);
		});
	}

	#[test]
	fn withdraw_unbonded_should_forget_the_supplier_when_no_bond_is_left() {
		build_and_execute(|| {
			assert_ok!(Contribution::unbond(signed(BOB), BOND));
			assert_noop!(
				Contribution::register(signed(BOB), MIN_BOND, EVERY_CLASS),
				Error::<Test>::AlreadyRegistered
			);
			pass(UNBONDING);
			assert_ok!(Contribution::withdraw_unbonded(signed(BOB)));
			assert_eq!(Suppliers::<Test>::get(BOB), None);
			assert_eq!((held(BOB), free(BOB)), (0, TOKENS));
			assert_ok!(Contribution::register(signed(BOB), MIN_BOND, EVERY_CLASS));
		});
	}

	#[test]
	fn withdraw_unbonded_should_be_refused_when_nothing_is_free() {
		build_and_execute(|| {
			let withdraw = |who| Contribution::withdraw_unbonded(signed(who));
			assert_noop!(withdraw(FERDIE), Error::<Test>::NotRegistered);
			assert_noop!(withdraw(BOB), Error::<Test>::NothingUnbonding);
			assert_ok!(Contribution::unbond(signed(BOB), TOKEN));
			pass(UNBONDING - 1);
			assert_noop!(withdraw(BOB), Error::<Test>::StillUnbonding);
			pass(1);
			assert_ok!(withdraw(BOB));
			assert_noop!(withdraw(BOB), Error::<Test>::NothingUnbonding);
		});
	}
}

#[test]
fn calls_should_be_refused_when_nobody_signed() {
	build_and_execute(|| {
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
			let bad = DispatchError::BadOrigin;
			assert_noop!(Contribution::register(origin.clone(), MIN_BOND, EVERY_CLASS), bad);
			assert_noop!(Contribution::bond_extra(origin.clone(), 1), bad);
			assert_noop!(Contribution::set_classes(origin.clone(), EVERY_CLASS), bad);
			assert_noop!(Contribution::unbond(origin.clone(), 1), bad);
			assert_noop!(Contribution::withdraw_unbonded(origin.clone()), bad);
			assert_noop!(Contribution::attest(origin.clone(), 0, 1, RESULT, Evidence::None), bad);
			assert_noop!(Contribution::assess(origin.clone(), 0, percents(&[100])), bad);
			assert_noop!(Contribution::agree(origin.clone(), 0), bad);
			assert_noop!(Contribution::approve(origin.clone(), 0), bad);
			assert_noop!(Contribution::dispute(origin, 0), bad);
		}
	});
}

#[test]
fn genesis_suppliers_should_be_bonded_when_the_chain_begins() {
	build_and_execute(|| {
		assert_eq!(Suppliers::<Test>::iter().count(), 4);
		for who in [BOB, CHARLIE, DAVE, EVE] {
			assert_eq!((supplier(who).bond, held(who), free(who)), (BOND, BOND, TOKENS - BOND));
		}
	});
}

#[test]
#[should_panic(expected = "a genesis supplier has its bond, and a class")]
fn genesis_should_panic_when_a_supplier_has_no_tokens() {
	let suppliers = vec![(NOBODY, BOND, EVERY_CLASS)];
	let _ = crate::GenesisConfig::<Test> { suppliers }.build_storage();
}

#[test]
fn view_should_show_the_supplier_when_it_is_registered() {
	build_and_execute(|| {
		assert_ok!(Contribution::set_classes(signed(BOB), ONLY_AGENT));
		assert_ok!(Contribution::unbond(signed(BOB), TOKEN));
		solo();
		let view = Contribution::supplier_view(&BOB).unwrap();
		assert_eq!((view.bond, view.liabilities), (BOND - TOKEN, LIABILITY));
		assert_eq!(view.unbonding, Some((TOKEN, Now::get() + UNBONDING)));
		assert_eq!(view.classes, [Class::Agent]);
		assert_eq!(Contribution::supplier_view(&FERDIE), None);
	});
}

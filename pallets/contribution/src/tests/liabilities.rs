//! What a job asks of a bond: `open`, `release`, `forfeit`.

use super::mock::*;

/// Open all of Bob's bond, and no more.
fn open_all_of_bob() {
	assert_ok!(Contribution::open(&BOB, Class::Agent, BOND));
}

#[test]
fn open_should_count_liabilities_when_the_bond_covers_them() {
	build_and_execute(|| {
		assert_ok!(Contribution::open(&BOB, Class::Training, TOKEN));
		assert_ok!(Contribution::open(&BOB, Class::Agent, 2 * TOKEN));
		assert_eq!(supplier(BOB).liabilities, 3 * TOKEN);
		assert_eq!(held(BOB), BOND);
	});
}

#[test]
fn open_should_be_refused_when_the_bond_does_not_cover_one_more() {
	build_and_execute(|| {
		assert_noop!(
			Contribution::open(&FERDIE, Class::Agent, 1),
			Error::<Test>::NotRegistered
		);
		assert_noop!(
			Contribution::open(&BOB, Class::Agent, BOND + 1),
			Error::<Test>::BondInUse
		);
		assert_noop!(
			Contribution::open(&BOB, Class::Agent, Balance::MAX),
			Error::<Test>::BondInUse
		);
		open_all_of_bob();
		assert_noop!(Contribution::open(&BOB, Class::Agent, 1), Error::<Test>::BondInUse);
	});
}

#[test]
fn open_should_not_count_tokens_when_they_are_leaving_the_bond() {
	build_and_execute(|| {
		assert_ok!(Contribution::unbond(signed(BOB), BOND - MIN_BOND));
		assert_noop!(
			Contribution::open(&BOB, Class::Agent, MIN_BOND + 1),
			Error::<Test>::BondInUse
		);
		assert_ok!(Contribution::open(&BOB, Class::Agent, MIN_BOND));
	});
}

#[test]
fn release_should_leave_the_bond_whole_when_a_job_ends() {
	build_and_execute(|| {
		open_all_of_bob();
		Contribution::release(&BOB, BOND);
		assert_eq!(
			(supplier(BOB).liabilities, supplier(BOB).bond, held(BOB)),
			(0, BOND, BOND)
		);
	});
}

#[test]
fn forfeit_should_pay_half_rounded_down_when_the_payee_exists() {
	build_and_execute(|| {
		assert_ok!(Contribution::open(&BOB, Class::Agent, LIABILITY));
		let (half, rest) = (LIABILITY / 2, LIABILITY - LIABILITY / 2);
		assert_eq!(rest, half + 1);
		let issuance = Balances::total_issuance();

		assert_eq!(Contribution::forfeit(&BOB, LIABILITY, &PAYER), half);

		assert_eq!(
			(supplier(BOB).bond, supplier(BOB).liabilities, held(BOB)),
			(BOND - LIABILITY, 0, BOND - LIABILITY)
		);
		assert_eq!(free(PAYER), TOKENS + half);
		assert_eq!(Burned::get(), rest);
		assert_eq!(Balances::total_issuance(), issuance - rest);
		assert_eq!(
			events(),
			[
				Event::BondChanged {
					supplier: BOB,
					old: BOND,
					new: BOND - LIABILITY
				},
				Event::LiabilityForfeited {
					supplier: BOB,
					payee: PAYER,
					to_payee: half,
					burned: rest
				},
			]
		);
	});
}

#[test]
fn forfeit_should_burn_all_when_the_payee_cannot_be_credited() {
	build_and_execute(|| {
		let dust = 2 * EXISTENTIAL_DEPOSIT - 1;
		assert_ok!(Contribution::open(&BOB, Class::Agent, dust));
		assert_eq!(Contribution::forfeit(&BOB, dust, &NOBODY), 0);
		assert_eq!(Burned::get(), dust);
		assert_eq!(
			last_event(),
			Event::LiabilityForfeited {
				supplier: BOB,
				payee: NOBODY,
				to_payee: 0,
				burned: dust
			}
		);
	});
}

#[test]
fn forfeit_should_not_touch_other_liabilities_when_the_whole_bond_is_liable() {
	build_and_execute(|| {
		assert_ok!(Contribution::open(&BOB, Class::Agent, BOND - LIABILITY));
		assert_ok!(Contribution::open(&BOB, Class::Agent, LIABILITY));
		Contribution::forfeit(&BOB, BOND - LIABILITY, &PAYER);
		assert_eq!((supplier(BOB).bond, supplier(BOB).liabilities), (LIABILITY, LIABILITY));
		Contribution::forfeit(&BOB, LIABILITY, &PAYER);
		assert_eq!((Suppliers::<Test>::get(BOB), held(BOB)), (None, 0));
	});
}

#[test]
fn forfeit_should_not_touch_what_is_leaving_when_the_bond_is_gone() {
	build_and_execute(|| {
		assert_ok!(Contribution::open(&BOB, Class::Agent, MIN_BOND));
		assert_ok!(Contribution::unbond(signed(BOB), BOND - MIN_BOND));
		Contribution::forfeit(&BOB, MIN_BOND, &PAYER);
		assert_eq!((supplier(BOB).bond, held(BOB)), (0, BOND - MIN_BOND));
		pass(UNBONDING);
		assert_ok!(Contribution::withdraw_unbonded(signed(BOB)));
		assert_eq!(Suppliers::<Test>::get(BOB), None);
	});
}

#[test]
fn forfeit_should_take_the_bond_when_it_is_locked_in_a_vote() {
	use frame_support::traits::{LockableCurrency, WithdrawReasons};
	build_and_execute(|| {
		Balances::set_lock(*b"convictn", &BOB, TOKENS, WithdrawReasons::all());
		assert_ok!(Contribution::open(&BOB, Class::Agent, LIABILITY));
		assert_eq!(Contribution::forfeit(&BOB, LIABILITY, &PAYER), LIABILITY / 2);
		assert_eq!(held(BOB), BOND - LIABILITY);
	});
}

#[test]
fn forfeit_should_return_half_when_the_supplier_pays_itself() {
	build_and_execute(|| {
		assert_ok!(Contribution::open(&BOB, Class::Agent, LIABILITY));
		assert_eq!(Contribution::forfeit(&BOB, LIABILITY, &BOB), LIABILITY / 2);
		assert_eq!(
			(held(BOB), free(BOB)),
			(BOND - LIABILITY, TOKENS - BOND + LIABILITY / 2)
		);
	});
}

#[test]
fn forfeit_should_take_nothing_when_there_is_no_supplier() {
	build_and_execute(|| {
		assert_eq!(Contribution::forfeit(&FERDIE, LIABILITY, &PAYER), 0);
		assert_eq!((free(FERDIE), free(PAYER), Burned::get()), (TOKENS, TOKENS, 0));
	});
}

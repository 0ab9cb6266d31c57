//! Each invariant, broken on purpose.

use super::mock::*;
use crate::{Agenda, AgendaCursor, Holders, Providers, Queue, Receipts, Redemptions, Totals, Young};
use bme_primitives::USD;
use frame_support::{assert_ok, traits::fungibles::Mutate};

/// A chain with a young receipt, a queued one and a redemption, broken so.
fn assert_broken(invariant: &str, break_it: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		block_at(START);
		accept(receipt(CARD, 1, LIMIT));
		accept(receipt(CARD, 2, USD));
		assert_ok!(attest(ONE, &[receipt(CARD, 3, USD)]));
		assert_ok!(redeem(ALICE, 10 * USD));
		assert_ok!(Fiat::do_try_state());
		break_it();
		let broken = format!("{:?}", Fiat::do_try_state().unwrap_err());
		assert!(broken.contains(invariant), "{broken}");
	});
}

#[test]
fn invariant_11_should_break_when_fiat_is_minted_elsewhere() {
	assert_broken("invariant 11", || {
		assert_ok!(<Assets as Mutate<_>>::mint_into(FIAT, &ALICE, 1));
	});
	assert_broken("invariant 11", || {
		Totals::<Test>::mutate(|totals| totals.redemptions += 1)
	});
}

#[test]
fn invariant_12_should_break_when_rows_exceed_what_is_held() {
	assert_broken("invariant 12: rows", || {
		Young::<Test>::mutate(BOB, key(CARD, 1), |row| *row += 1)
	});
	assert_broken("invariant 12: the vault", || {
		Receipts::<Test>::mutate_extant(key(CARD, 1), |record| record.held += 1);
	});
	assert_broken("invariant 12: something", || {
		Receipts::<Test>::mutate_extant(key(CARD, 1), |record| record.void = true);
	});
}

#[test]
fn invariant_13_should_break_when_a_receipt_leaves_its_queue() {
	assert_broken("invariant 13: a receipt is neither", || Queue::<Test>::remove(CARD, 0));
	assert_broken("invariant 13: a receipt issued", || {
		Receipts::<Test>::mutate_extant(key(CARD, 1), |record| record.issued += 1);
	});
	assert_broken("invariant 13: a receipt is behind", || {
		Providers::<Test>::mutate(|providers| providers.get_mut(&CARD).unwrap().first = 1);
	});
	assert_broken("invariant 13: a receipt is queued twice", || {
		Queue::<Test>::insert(CARD, 1, key(CARD, 2));
	});
	assert_broken("invariant 13: a queue has a gap", || {
		Providers::<Test>::mutate(|providers| providers.get_mut(&CARD).unwrap().next += 1);
	});
}

#[test]
fn invariant_6_should_break_when_a_redemption_is_not_what_is_held() {
	assert_broken("invariant 6", || {
		Redemptions::<Test>::mutate_extant(0, |redemption| redemption.amount += 1);
	});
}

#[test]
fn invariant_8_should_break_when_something_would_never_end() {
	assert_broken("invariant 8: a row", || {
		Receipts::<Test>::remove(key(CARD, 1));
	});
	assert_broken("invariant 8: a holder", || {
		Holders::<Test>::insert(key(CARD, 1), ALICE, ())
	});
	assert_broken("invariant 8: the agenda", || AgendaCursor::<Test>::put(u32::MAX));
	for due in [
		crate::Due::Receipt(key(CARD, 1)),
		crate::Due::Receipt(key(CARD, 3)),
		crate::Due::Redemption(0),
	] {
		assert_broken("is not on the agenda", || {
			let entries: Vec<_> = Agenda::<Test>::iter_keys().filter(|(_, what)| *what == due).collect();
			entries
				.into_iter()
				.for_each(|(minute, what)| Agenda::<Test>::remove(minute, what));
		});
	}
}

//! Every invariant of `do_try_state` is broken once, and says so.

use super::*;
use crate::EpochRecord;
use bme_economics::LIFETIME_CAP;
use frame_support::traits::{fungible::MutateHold as _, fungibles::MutateHold as _, tokens::Precision};

/// A sound chain in the middle of its life, then broken.
fn expect(message: &'static str, break_it: impl FnOnce(JobId)) {
	new_test_ext().execute_with(|| {
		block_at(0);
		credit(0, Pool::Work, BOB, TOKEN);
		close_epoch();
		let job = begun(ALICE, spec());
		assert_ok!(Bme::do_try_state());

		break_it(job);
		assert_eq!(Bme::do_try_state(), Err(message.into()));
	});
}

fn record(change: impl FnOnce(&mut EpochRecord)) {
	EpochRecords::<Test>::mutate_extant(0, change);
}

#[test]
fn invariant_1_should_break_when_a_burn_is_not_in_the_ledger() {
	expect("invariant 1: issuance is not genesis + minted - burned", |_| {
		assert_ok!(Balances::burn(RuntimeOrigin::signed(ALICE), 1, false));
	});
}

#[test]
fn invariant_1_should_break_when_a_mint_is_not_in_the_ledger() {
	expect("invariant 1: issuance is not genesis + minted - burned", |_| {
		assert_ok!(Balances::mint_into(&ALICE, 1));
	});
}

#[test]
fn invariant_1_should_break_when_a_counter_is_wrong() {
	expect("invariant 1: issuance is not genesis + minted - burned", |_| {
		BurnedTotal::<Test>::insert(BurnCause::Slash, Balance::MAX);
	});
}

#[test]
fn invariant_4_should_break_when_more_is_minted_than_the_lifetime_cap() {
	expect("invariant 4: minted above the lifetime cap", |_| {
		assert_ok!(Balances::mint_into(&ALICE, LIFETIME_CAP));
		MintedTotal::<Test>::mutate(MintCause::Treasury, |total| *total += LIFETIME_CAP);
	});
}

#[test]
fn invariant_4_should_break_when_more_came_back_than_was_minted() {
	expect("invariant 4: minted above the lifetime cap", |_| {
		RemintedTotal::<Test>::put(TOKENS)
	});
}

#[test]
fn invariant_5_should_break_when_a_record_paid_more_than_it_minted() {
	expect("invariant 5: a record paid more than it minted", |_| {
		record(|record| record.paid.work = record.minted.work + 1)
	});
}

#[test]
fn invariant_5_should_break_when_a_pot_holds_less_than_its_records() {
	expect("invariant 5: a pot holds less than it owes", |_| {
		record(|record| record.minted.work += 1)
	});
}

#[test]
fn invariant_5_should_break_when_a_pot_holds_less_than_its_debts() {
	expect("invariant 5: a pot holds less than it owes", |_| {
		Owed::<Test>::insert(BOB, Debt::Tokens(Pool::Security), 1)
	});
}

#[test]
fn invariant_5_should_break_when_the_fiat_pot_holds_less_than_its_debts() {
	expect("invariant 5: the fiat pot holds less than it owes", |_| {
		Owed::<Test>::insert(BOB, Debt::Fiat, 1)
	});
}

#[test]
fn invariant_6_should_break_when_held_tokens_differ_from_the_live_jobs() {
	expect("invariant 6: held tokens differ from the live jobs", |_| {
		let reason = HoldReason::JobBurn.into();
		assert_ok!(Balances::release(&reason, &ALICE, 1, Precision::Exact));
	});
}

#[test]
fn invariant_6_should_break_when_held_fiat_differs_from_the_live_jobs() {
	expect("invariant 6: held fiat differs from the live jobs", |_| {
		assert_ok!(AssetsHolder::hold(FIAT, &HoldReason::JobFiat.into(), &ALICE, 1));
	});
}

#[test]
fn invariant_8_should_break_when_a_live_job_is_not_on_the_agenda() {
	expect("invariant 8: a live job is not on the agenda", |job| {
		Agenda::<Test>::remove(202, job)
	});
}

#[test]
fn invariant_8_should_break_when_the_agenda_passed_a_live_job() {
	expect("invariant 8: the agenda passed a live job", |_| {
		AgendaClock::<Test>::mutate(|clock| clock.worked_to = 203)
	});
}

#[test]
fn invariant_8_should_break_when_an_agenda_entry_has_no_job() {
	expect("invariant 8: an agenda entry has no live job", |job| {
		Agenda::<Test>::insert(500, job + 1, ())
	});
}

#[test]
fn invariant_8_should_break_when_a_job_is_on_the_agenda_twice() {
	expect("invariant 8: an agenda entry has no live job", |job| {
		Agenda::<Test>::insert(500, job, ())
	});
}

#[test]
fn invariant_10_should_break_when_a_record_is_of_an_open_epoch() {
	expect("invariant 10: a record of an epoch that has not closed", |_| {
		let nothing = EpochRecord {
			policy: 0,
			elapsed: 0,
			scheduled: 0,
			burned: 0,
			minted: ByPool::default(),
			paid: ByPool::default(),
			points: ByPool::default(),
		};
		EpochRecords::<Test>::insert(1, nothing)
	});
}

#[test]
fn invariant_10_should_break_when_a_pending_policy_should_be_in_force() {
	expect("invariant 10: a pending policy should be in force", |_| {
		let activates = CurrentEpoch::<Test>::get().unwrap().index;
		PendingPolicy::<Test>::put(Pending {
			policy: policy(),
			activates,
		})
	});
}

#[test]
fn invariant_4_should_break_when_an_epoch_minted_more_than_its_ceiling() {
	expect("invariant 4: an epoch minted more than its ceiling", |_| {
		EpochRecords::<Test>::mutate_extant(0, |record| {
			// The most that is minted again is a tenth.
			record.scheduled = record.minted.sum() * 10 / 11 - 1
		})
	});
}

#[test]
fn invariant_10_should_break_when_the_payout_cursor_is_ahead() {
	expect("invariant 10: the payout cursor is ahead of the epoch", |_| {
		PayoutCursor::<Test>::put(2)
	});
}

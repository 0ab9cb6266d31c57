//! The ledger: every token that enters or leaves issuance has a cause and an event.

use super::*;
use frame_support::traits::{
	fungible::{Balanced as _, Credit},
	tokens::Precision,
	Imbalance as _, OnUnbalanced,
};
use std::collections::BTreeMap;

fn withdraw(who: u128, amount: Balance) -> Credit<u128, Balances> {
	Balances::withdraw(
		&who,
		amount,
		Precision::Exact,
		Preservation::Preserve,
		Fortitude::Polite,
	)
	.unwrap()
}

#[test]
fn genesis_should_endow_the_pots_and_note_the_issuance_when_the_chain_begins() {
	build_and_execute(|| {
		for account in Pool::ALL.map(Bme::pot).into_iter().chain([TREASURY]) {
			assert_eq!(tokens(account), EXISTENTIAL_DEPOSIT);
		}
		let issuance = 6 * TOKENS + 4 * EXISTENTIAL_DEPOSIT;
		assert_eq!(GenesisIssuance::<Test>::get(), issuance);
		assert_eq!(Balances::total_issuance(), issuance);
		assert_eq!(TimeScale::<Test>::get(), 1);
		assert_eq!(Policy::<Test>::get(), Some(policy()));
	});
}

#[test]
#[should_panic(expected = "the genesis policy is within its hard bounds")]
fn genesis_should_panic_when_its_policy_is_out_of_bounds() {
	new_test_ext().execute_with(|| {
		let genesis = crate::GenesisConfig::<Test> {
			policy: Some(bme_economics::Policy {
				rho: BelowOne::from_percent(51),
				..policy()
			}),
			..Default::default()
		};
		frame_support::traits::BuildGenesisConfig::build(&genesis);
	});
}

#[test]
fn pots_should_have_accounts_of_their_own_when_there_are_four() {
	build_and_execute(|| {
		let mut accounts = Pool::ALL.map(Bme::pot).to_vec();
		accounts.extend([Bme::fiat_pot(), TREASURY]);
		accounts.sort();
		accounts.dedup();
		assert_eq!(accounts.len(), 5);
	});
}

#[test]
fn fees_should_be_burned_through_the_ledger_when_they_are_paid() {
	build_and_execute(|| {
		BurnFees::<Test>::on_unbalanced(withdraw(ALICE, 12_345));
		// A fee and its tip.
		BurnFees::<Test>::on_unbalanceds([withdraw(ALICE, 5), withdraw(ALICE, 6)].into_iter());

		assert_eq!(BurnedTotal::<Test>::get(BurnCause::Fee), 12_356);
		assert_eq!(Balances::total_issuance(), GenesisIssuance::<Test>::get() - 12_356);
		assert_event(Event::Burned {
			cause: BurnCause::Fee,
			amount: 12_345,
		});
	});
}

#[test]
fn slashes_and_forfeits_should_have_their_own_cause_when_they_are_burned() {
	build_and_execute(|| {
		BurnSlashed::<Test>::on_unbalanced(withdraw(ALICE, 100));
		BurnForfeits::<Test>::on_unbalanced(withdraw(BOB, 10));
		assert_eq!(BurnedTotal::<Test>::get(BurnCause::Slash), 100);
		assert_eq!(BurnedTotal::<Test>::get(BurnCause::Forfeit), 10);
	});
}

#[test]
fn ledger_should_be_silent_when_nothing_is_burned() {
	build_and_execute(|| {
		BurnFees::<Test>::on_unbalanced(Credit::<u128, Balances>::zero());
		Bme::note_burned(BurnCause::Fee, 0);
		assert_eq!(events(), vec![]);
		assert_eq!(BurnedTotal::<Test>::iter().count(), 0);
	});
}

#[test]
fn dust_should_be_burned_through_the_ledger_when_an_account_falls_below_the_existential_deposit() {
	build_and_execute(|| {
		let dust = EXISTENTIAL_DEPOSIT - 1;
		assert_ok!(Balances::transfer_allow_death(
			RuntimeOrigin::signed(EVE),
			ALICE,
			TOKENS - dust
		));
		assert_eq!(tokens(EVE), 0);
		assert_eq!(BurnedTotal::<Test>::get(BurnCause::Dust), dust);
	});
}

#[test]
fn events_should_rebuild_the_ledger_when_all_of_them_are_added_up() {
	build_and_execute(|| {
		a_long_story();

		let (mut burned, mut minted) = (BTreeMap::new(), BTreeMap::new());
		for event in events() {
			match event {
				Event::Burned { cause, amount } => *burned.entry(cause).or_insert(0) += amount,
				Event::Minted { cause, amount, .. } => *minted.entry(cause).or_insert(0) += amount,
				_ => (),
			}
		}
		assert_eq!(burned, BurnedTotal::<Test>::iter().collect());
		assert_eq!(minted, MintedTotal::<Test>::iter().collect());
		// Every cause that this pallet has a way to was met.
		assert_eq!(burned.len(), 8);
		assert_eq!(minted.len(), 4);

		let expected =
			GenesisIssuance::<Test>::get() + minted.values().sum::<Balance>() - burned.values().sum::<Balance>();
		assert_eq!(Balances::total_issuance(), expected);
	});
}

/// Jobs of two classes that end in every way, an epoch that is paid and one that expires, fees, dust and a slash.
fn a_long_story() {
	block_at(0);
	for (class, quality) in [(Class::Agent, 100), (Class::Training, 40)] {
		let job = begun(ALICE, JobSpecV1 { class, ..spec() });
		assert_ok!(judged(job, verdict([(100, quality)])));
	}
	assert_ok!(cancel_job(ALICE, requested(ALICE, spec())));
	begun(ALICE, spec_of(&[(CHARLIE, 100)]));
	ticks(200);
	credit(0, Pool::Contribution, FERDIE, 9);
	credit(0, Pool::Security, DAVE, 3);
	close_epoch();
	assert_ok!(payout(BOB, &[0]));
	assert_ok!(payout(FERDIE, &[0]));
	(0..3).for_each(|_| close_epoch());
	idle(Weight::MAX);
	BurnFees::<Test>::on_unbalanced(withdraw(ALICE, 1_000));
	BurnSlashed::<Test>::on_unbalanced(withdraw(DAVE, 7));
	assert_ok!(Balances::transfer_allow_death(
		RuntimeOrigin::signed(EVE),
		ALICE,
		TOKENS - 1
	));
}

//! One job from its request to its payment, and what stands in the way of payment.

use crate::chain::{accept, account, approve, attest, key, request, spec, Chain};
use bme_primitives::{BurnCause, ByPool, Class, Debt, EpochClock, PointsBook, Pool, TOKEN, USD};
use bme_runtime::{
	configs::fiat::fiat_issuer, constants::FIAT_ID, Assets, Balances, Bme, Contribution, ConvictionVoting, Runtime,
	RuntimeOrigin,
};
use frame_support::{
	assert_err, assert_ok,
	traits::fungible::{Inspect, InspectHold},
};
use pallet_bme::{BurnedTotal, Error, Event, Jobs, MintedTotal, Owed};
use pallet_conviction_voting::Conviction;
use sp_core::sr25519::Pair;
use sp_runtime::{AccountId32, Perbill};

/// The first job, requested by `//Alice`, accepted and attested by `//Bob`.
fn attested_job(chain: &mut Chain) -> (Pair, Pair) {
	let (alice, bob) = (key("Alice"), key("Bob"));
	assert_ok!(chain.send(&alice, request(spec(&alice, &bob))));
	assert_ok!(chain.send(&bob, accept(0, Perbill::one())));
	assert_ok!(chain.send(&bob, attest(0)));
	(alice, bob)
}

#[test]
fn supplier_should_be_paid_to_the_unit_when_its_job_is_approved() {
	let mut chain = Chain::new();
	let (genesis, bob_before) = chain.with(|| {
		(
			Balances::total_issuance(),
			Balances::total_balance(&account(&key("Bob"))),
		)
	});
	let (alice, bob) = attested_job(&mut chain);

	// 10.00 USD, of which 20 % are burned at 0.50 USD a token.
	chain.with(|| {
		assert_eq!(Balances::total_balance_on_hold(&account(&alice)), 4 * TOKEN);
		assert_eq!(Assets::balance(FIAT_ID, account(&alice)), 99_992 * USD);
	});
	assert_ok!(chain.send(&alice, approve(0)));

	assert_eq!(
		chain.bme_said(|event| match event {
			Event::JobSettled {
				burned,
				burn_returned,
				fiat_paid,
				fiat_returned,
				..
			} => Some((*burned, *burn_returned, *fiat_paid, *fiat_returned)),
			_ => None,
		}),
		[(4 * TOKEN, 0, 8 * USD, 0)]
	);
	chain.with(|| {
		assert_eq!(BurnedTotal::<Runtime>::get(BurnCause::Job(Class::Agent)), 4 * TOKEN);
		assert_eq!(Assets::balance(FIAT_ID, account(&bob)), 100_008 * USD);
		assert_eq!(Balances::total_balance_on_hold(&account(&alice)), 0);
		assert_eq!(Jobs::<Runtime>::iter().count(), 0);
		assert_eq!(pallet_contribution::Works::<Runtime>::iter().count(), 0);
		assert_eq!(
			MintedTotal::<Runtime>::iter().count(),
			0,
			"nothing is minted before an epoch ends"
		);
	});

	chain.close_epoch();
	// Payment comes by itself: 95 % of what was burned.
	let earned = 38 * TOKEN / 10;
	let paid = chain.bme_said(|event| match event {
		Event::PaidOut {
			account: to,
			epoch: 0,
			amounts,
		} if *to == account(&bob) => Some(*amounts),
		_ => None,
	});
	assert_eq!(
		paid,
		[ByPool {
			work: earned,
			contribution: 0,
			security: 0
		}]
	);
	let (fees, all_fees) = (
		chain.fees_of(&account(&bob)),
		[&alice, &bob].map(|who| chain.fees_of(&account(who))),
	);
	chain.with(|| {
		assert_eq!(Balances::total_balance(&account(&bob)), bob_before - fees + earned);
		let minted: u128 = MintedTotal::<Runtime>::iter_values().sum();
		let fees: u128 = all_fees.iter().sum();
		assert_eq!(Balances::total_issuance(), genesis - 4 * TOKEN - fees + minted);
	});
}

#[test]
fn fee_should_be_some_thousandths_of_a_token_when_the_chain_is_idle() {
	let mut chain = Chain::new();
	let (alice, bob) = (key("Alice"), key("Bob"));
	let call = pallet_balances::Call::transfer_keep_alive {
		dest: account(&bob).into(),
		value: TOKEN,
	};
	assert_ok!(chain.send(&alice, call));

	let fee = chain.fees_of(&account(&alice));
	assert!((TOKEN / 1_000..TOKEN / 100).contains(&fee), "a transfer costs {fee}");
	chain.with(|| assert_eq!(BurnedTotal::<Runtime>::get(BurnCause::Fee), fee));
}

#[test]
fn job_should_settle_when_its_payer_locked_all_tokens_in_a_vote() {
	let mut chain = Chain::new();
	let (alice, bob) = attested_job(&mut chain);
	// The lock covers the held tokens.
	chain.with(|| {
		let (to, all) = (account(&key("Charlie")), Balances::total_balance(&account(&alice)));
		let origin = RuntimeOrigin::signed(account(&alice));
		assert_ok!(ConvictionVoting::delegate(
			origin,
			0,
			to.into(),
			Conviction::Locked6x,
			all
		));
	});

	// Nobody says a word: the challenge window passes.
	chain.blocks(12);

	chain.with(|| {
		assert_eq!(Jobs::<Runtime>::iter().count(), 0);
		assert_eq!(BurnedTotal::<Runtime>::get(BurnCause::Job(Class::Agent)), 4 * TOKEN);
		assert_eq!(Assets::balance(FIAT_ID, account(&bob)), 100_008 * USD);
	});
}

#[test]
fn fiat_should_be_owed_when_the_supplier_cannot_be_credited() {
	let mut chain = Chain::new();
	let (alice, bob) = attested_job(&mut chain);
	let issuer = || RuntimeOrigin::signed(fiat_issuer());
	chain.with(|| {
		assert_ok!(Assets::block(issuer(), FIAT_ID.into(), account(&bob).into()));
	});

	assert_ok!(chain.send(&alice, approve(0)));
	chain.with(|| {
		assert_eq!(Jobs::<Runtime>::iter().count(), 0);
		assert_eq!(Owed::<Runtime>::get(account(&bob), Debt::Fiat), 8 * USD);
	});
	let claim = || pallet_bme::Call::claim_owed {
		account: account(&bob),
		debt: Debt::Fiat,
	};
	assert_err!(chain.send(&alice, claim()), Error::<Runtime>::CannotCredit);

	chain.with(|| {
		assert_ok!(Assets::thaw(issuer(), FIAT_ID.into(), account(&bob).into()));
	});
	assert_ok!(chain.send(&alice, claim()));
	chain.with(|| {
		assert_eq!(Assets::balance(FIAT_ID, account(&bob)), 100_008 * USD);
		assert_eq!(Owed::<Runtime>::iter().count(), 0);
	});
}

#[test]
fn payout_should_be_owed_when_it_is_below_the_existential_deposit() {
	let mut chain = Chain::new();
	chain.blocks(1);
	let nobody = AccountId32::new([9; 32]);
	chain.with(|| Contribution::credit(Bme::current(), Pool::Work, &nobody, 5));

	chain.close_epoch();
	let work = Debt::Tokens(Pool::Work);
	chain.with(|| {
		assert_eq!(Owed::<Runtime>::get(&nobody, work), 5);
		assert_eq!(Balances::total_balance(&nobody), 0);
	});
	let alice = key("Alice");
	let claim = || pallet_bme::Call::claim_owed {
		account: nobody.clone(),
		debt: work,
	};
	assert_err!(chain.send(&alice, claim()), Error::<Runtime>::CannotCredit);

	// The account comes into being, and is paid.
	let dest = nobody.clone().into();
	assert_ok!(chain.send(
		&alice,
		pallet_balances::Call::transfer_keep_alive { dest, value: TOKEN }
	));
	assert_ok!(chain.send(&alice, claim()));
	chain.with(|| assert_eq!(Balances::total_balance(&nobody), TOKEN + 5));
}

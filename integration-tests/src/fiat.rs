//! Payments that come in as fiat, are spent on jobs, and are taken back; consumers that have nothing.

use crate::chain::{accept, account, approve, attest, key, request, spec, Chain};
use bme_primitives::{Balance, JobSpec, JobSpecV1, ProviderId, ReceiptKey, TOKEN, USD};
use bme_runtime::{constants::FIAT_ID, AccountId, Assets, AssetsHolder, Balances, Runtime, System};
use frame_support::{
	assert_ok,
	traits::{fungible, fungibles::MutateHold as _},
};
use pallet_fiat::Receipt;
use sp_core::{sr25519::Pair, H256};
use sp_runtime::{BoundedVec, Perbill};

const CARD: ProviderId = 1;

fn fiat(chain: &mut Chain, who: &Pair) -> Balance {
	chain.with(|| Assets::balance(FIAT_ID, account(who)))
}

fn young(chain: &mut Chain, who: &Pair) -> Balance {
	chain.with(|| pallet_fiat::Young::<Runtime>::iter_prefix_values(account(who)).sum())
}

/// Two of three members attest a payment.
fn issue(chain: &mut Chain, provider: ProviderId, to: &Pair, amount: Balance) -> ReceiptKey {
	let receipt = Receipt {
		provider,
		reference: H256::repeat_byte(7),
		beneficiary: account(to),
		amount,
		paid_at: chain.next_moment(),
	};
	for member in ["Gateway1", "Gateway2"].map(key) {
		let receipts = BoundedVec::truncate_from(vec![receipt.clone()]);
		assert_ok!(chain.send(&member, pallet_fiat::Call::attest_receipts { receipts }));
	}
	receipt.into_parts().0
}

fn reverse(chain: &mut Chain, receipt: ReceiptKey) {
	for member in ["Gateway1", "Gateway3"].map(key) {
		assert_ok!(chain.send(&member, pallet_fiat::Call::reverse_receipt { receipt }));
	}
}

/// Alice's job of ten dollars, of which she pays three with young fiat; Bob accepted it.
fn job_with_young_fiat(chain: &mut Chain) -> ReceiptKey {
	let (alice, bob) = (key("Alice"), key("Bob"));
	let receipt = issue(chain, CARD, &alice, 3 * USD);
	let call = pallet_bme::Call::request_job {
		spec: JobSpec::V1(spec(&alice, &bob)),
		receipts: BoundedVec::truncate_from(vec![receipt]),
	};
	assert_ok!(chain.send(&alice, call));
	assert_ok!(chain.send(&bob, accept(0, Perbill::one())));
	receipt
}

#[test]
fn supplier_should_have_young_fiat_when_the_payer_spent_some() {
	let mut chain = Chain::new();
	let (alice, bob) = (key("Alice"), key("Bob"));
	job_with_young_fiat(&mut chain);
	let before = fiat(&mut chain, &bob);
	assert_ok!(chain.send(&bob, attest(0)));
	assert_ok!(chain.send(&alice, approve(0)));
	assert_eq!(fiat(&mut chain, &bob), before + 5 * USD);
	assert_eq!((young(&mut chain, &alice), young(&mut chain, &bob)), (0, 3 * USD));
}

#[test]
fn job_should_end_when_its_young_fiat_was_taken_back() {
	let mut chain = Chain::new();
	let (alice, bob) = (key("Alice"), key("Bob"));
	let receipt = job_with_young_fiat(&mut chain);
	let before = fiat(&mut chain, &bob);
	reverse(&mut chain, receipt);
	assert_ok!(chain.send(&bob, attest(0)));
	assert_ok!(chain.send(&alice, approve(0)));
	assert_eq!(fiat(&mut chain, &bob), before + 5 * USD);
	assert_eq!(young(&mut chain, &bob), 0);
}

#[test]
fn word_should_be_free_when_a_job_waits_for_its_consumer() {
	let mut chain = Chain::new();
	let (alice, bob, nobody) = (key("Alice"), key("Bob"), key("Nobody"));
	let spec = |chain: &mut Chain| -> JobSpecV1<AccountId> {
		assert_eq!(chain.with(|| System::account(account(&nobody)).data.free), 0);
		JobSpecV1 {
			consumer: account(&nobody),
			..spec(&alice, &bob)
		}
	};
	let asked = spec(&mut chain);
	assert_ok!(chain.send(&alice, request(asked)));
	assert_ok!(chain.send(&bob, accept(0, Perbill::one())));
	assert_ok!(chain.send(&bob, attest(0)));
	assert_ok!(chain.send(&nobody, approve(0)));
	assert_eq!(chain.fees_of(&account(&nobody)), 0);
	assert!(chain.with(|| !frame_system::Account::<Runtime>::contains_key(account(&nobody))));

	let asked = spec(&mut chain);
	assert_ok!(chain.send(&alice, request(asked)));
	assert_ok!(chain.send(&bob, accept(1, Perbill::one())));
	assert_ok!(chain.send(&bob, attest(1)));
	assert_ok!(chain.send(&nobody, pallet_contribution::Call::dispute { job: 1 }));
	// A panel of verifiers who say nothing is drawn when the randomness is known, and given up.
	chain.blocks(300);
	assert!(chain.with(|| pallet_bme::Jobs::<Runtime>::get(1).is_none()));
	assert!(chain.with(|| !frame_system::Account::<Runtime>::contains_key(account(&nobody))));
}

#[test]
fn word_should_outbid_others_when_it_offers_a_tip() {
	let mut chain = Chain::new();
	let (alice, bob) = (key("Alice"), key("Bob"));
	assert_ok!(chain.send(&alice, request(spec(&alice, &bob))));
	assert_ok!(chain.send(&bob, accept(0, Perbill::one())));
	assert_ok!(chain.send(&bob, attest(0)));
	let others = chain.priority(&bob, frame_system::Call::remark { remark: vec![] });
	assert!(chain.priority(&alice, approve(0)) < others);

	let before = chain.fees_of(&account(&alice));
	chain.tip = TOKEN;
	assert!(chain.priority(&alice, approve(0)) > others);
	assert_ok!(chain.send(&alice, approve(0)));
	assert!(chain.fees_of(&account(&alice)) > before + TOKEN);
}

#[test]
fn word_should_cost_a_fee_when_no_job_waits_for_it() {
	let mut chain = Chain::new();
	let (alice, bob) = (key("Alice"), key("Bob"));
	assert_ok!(chain.send(&alice, request(spec(&alice, &bob))));
	let before = chain.fees_of(&account(&alice));
	assert!(chain.send(&alice, approve(0)).is_err());
	assert!(chain.fees_of(&account(&alice)) > before);
	assert!(chain.send(&bob, approve(0)).is_err());
	assert!(chain.fees_of(&account(&bob)) > 0);
}

#[test]
fn invariant_12_should_break_when_young_fiat_is_nowhere() {
	let mut chain = Chain::new();
	let receipt = job_with_young_fiat(&mut chain);
	chain.with(|| {
		pallet_bme::Jobs::<Runtime>::mutate_extant(0, |job| {
			job.young.clear();
			job.quote.fiat -= 3 * USD;
		});
		use bme_primitives::apis::runtime_decl_for_invariants_api::InvariantsApiV1;
		let broken = Runtime::check().unwrap_err();
		assert!(String::from_utf8_lossy(&broken).contains("invariant 12"));
		assert_eq!(pallet_fiat::Receipts::<Runtime>::get(receipt).unwrap().held, 3 * USD);
	});
}

#[test]
fn invariant_6_should_break_when_something_is_held_for_nothing() {
	let mut chain = Chain::new();
	job_with_young_fiat(&mut chain);
	let broken = |chain: &mut Chain, break_it: &dyn Fn()| {
		chain.with(|| {
			frame_support::storage::with_transaction(|| {
				break_it();
				use bme_primitives::apis::runtime_decl_for_invariants_api::InvariantsApiV1;
				let broken = Runtime::check().unwrap_err();
				sp_runtime::TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(broken))
			})
		})
	};
	let bob = account(&key("Bob"));
	let fiat = broken(&mut chain, &|| {
		let reason = pallet_fiat::HoldReason::Redemption.into();
		assert_ok!(AssetsHolder::hold(FIAT_ID, &reason, &bob, USD));
	});
	assert_eq!(
		String::from_utf8(fiat.unwrap()).unwrap(),
		"invariant 6: fiat is held for no job and no redemption"
	);
	let tokens = broken(&mut chain, &|| {
		let reason = pallet_bme::HoldReason::JobBurn.into();
		assert_ok!(<Balances as fungible::MutateHold<_>>::hold(&reason, &bob, USD));
	});
	assert_eq!(
		String::from_utf8(tokens.unwrap()).unwrap(),
		"invariant 6: tokens are held for no job"
	);
}

//! Anything privileged is done by a referendum.

use crate::chain::{account, key, Chain};
use bme_primitives::{BurnCause, TOKEN};
use bme_runtime::{
	configs::governance::SubmissionDeposit, FeederMembership, OriginCaller, Referenda, Runtime, RuntimeCall,
	RuntimeOrigin,
};
use codec::Encode;
use frame_support::{
	assert_ok,
	traits::{schedule::DispatchTime, Bounded},
};
use pallet_bme::BurnedTotal;
use pallet_conviction_voting::{AccountVote, Conviction, Vote};
use sp_runtime::BoundedVec;

/// Seven of the twelve well-known accounts: most tokens.
const VOTERS: [&str; 7] = ["Alice", "Bob", "Charlie", "Dave", "Eve", "Ferdie", "Alice//stash"];

/// `//Alice` proposes that root makes this call, and pays both deposits.
fn propose(chain: &mut Chain, call: impl Into<RuntimeCall>) {
	let alice = key("Alice");
	let root = OriginCaller::system(frame_system::RawOrigin::Root);
	let proposal = Bounded::Inline(BoundedVec::truncate_from(call.into().encode()));
	let submit = pallet_referenda::Call::<Runtime>::submit {
		proposal_origin: Box::new(root),
		proposal,
		enactment_moment: DispatchTime::After(0),
	};
	assert_ok!(chain.send(&alice, submit));
	let place_deposit = pallet_referenda::Call::<Runtime>::place_decision_deposit { index: 0 };
	assert_ok!(chain.send(&alice, place_deposit));
}

fn vote_aye(chain: &mut Chain) {
	let vote = |balance| -> RuntimeCall {
		let vote = AccountVote::Standard {
			vote: Vote {
				aye: true,
				conviction: Conviction::None,
			},
			balance,
		};
		pallet_conviction_voting::Call::vote { poll_index: 0, vote }.into()
	};
	for voter in VOTERS {
		assert_ok!(chain.send(&key(voter), vote(75_000_000 * TOKEN)));
	}
}

#[test]
fn root_call_should_be_made_when_most_tokens_vote_for_it() {
	let mut chain = Chain::new();
	let ferdie = account(&key("Ferdie"));
	propose(
		&mut chain,
		pallet_membership::Call::<Runtime, pallet_membership::Instance1>::add_member {
			who: ferdie.clone().into(),
		},
	);
	vote_aye(&mut chain);

	// A minute to prepare, six to confirm, six until it is done: what are hours on a public network.
	chain.blocks(140);
	chain.with(|| assert!(FeederMembership::members().contains(&ferdie)));
}

#[test]
fn deposits_should_be_burned_through_the_ledger_when_a_referendum_is_killed() {
	let mut chain = Chain::new();
	propose(&mut chain, frame_system::Call::remark { remark: vec![] });

	let decision_deposit = 10_000 * TOKEN;
	chain.with(|| {
		assert_ok!(Referenda::kill(RuntimeOrigin::root(), 0));
		assert_eq!(
			BurnedTotal::<Runtime>::get(BurnCause::Slash),
			SubmissionDeposit::get() + decision_deposit
		);
	});
	// The block's own check finds the ledger exact.
	chain.blocks(1);
}

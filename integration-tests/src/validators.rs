//! Whoever produces two blocks for one slot is found out and leaves.

use crate::chain::{account, key, Chain};
use bme_primitives::BurnCause;
use bme_runtime::{configs::consensus::ValidatorBond, Balances, Header, Runtime, RuntimeEvent, Session};
use codec::Encode;
use frame_support::{
	assert_ok,
	traits::{fungible::InspectHold, KeyOwnerProofSystem},
};
use pallet_validator_set::{HoldReason, KeyOwners};
use sp_consensus_babe::{
	digests::{CompatibleDigestItem, PreDigest, SecondaryPlainPreDigest},
	AuthorityId, AuthorityPair, EquivocationProof, BABE_ENGINE_ID, KEY_TYPE,
};
use sp_core::Pair;
use sp_genesis_builder::LOCAL_TESTNET_RUNTIME_PRESET;
use sp_runtime::{
	generic::{Digest, DigestItem},
	traits::Header as _,
	Perbill,
};

/// The place of `//Bob//stash` among the validators.
const BOB: u32 = 1;

/// A block of `//Bob` for this slot.
fn sealed(slot: u64, number: u32, key: &AuthorityPair) -> Header {
	let digest = PreDigest::SecondaryPlain(SecondaryPlainPreDigest {
		authority_index: BOB,
		slot: slot.into(),
	});
	let digest = Digest {
		logs: vec![DigestItem::PreRuntime(BABE_ENGINE_ID, digest.encode())],
	};
	let mut header = Header::new(
		number,
		Default::default(),
		Default::default(),
		Default::default(),
		digest,
	);
	let seal = <DigestItem as CompatibleDigestItem>::babe_seal(key.sign(header.hash().as_ref()));
	header.digest_mut().push(seal);
	header
}

#[test]
fn validator_should_be_slashed_and_leave_when_it_equivocates() {
	let mut chain = Chain::at_genesis(LOCAL_TESTNET_RUNTIME_PRESET);
	// Sessions can be proven from the second on.
	while chain.with(Session::current_index) < 3 {
		chain.blocks(1);
	}
	let (slot, bob) = (chain.last_slot(), account(&key("Bob//stash")));
	let pair = AuthorityPair::from_string("//Bob", None).expect("a derivation");
	let offender = AuthorityId::from(pair.public());
	let key_owner_proof = chain
		.with(|| KeyOwners::<Runtime>::prove((KEY_TYPE, offender.clone())))
		.expect("the session has a historical root");
	let equivocation_proof = Box::new(EquivocationProof {
		offender,
		slot: slot.into(),
		first_header: sealed(slot, 1, &pair),
		second_header: sealed(slot, 2, &pair),
	});

	assert_ok!(
		chain.send_unsigned(pallet_babe::Call::<Runtime>::report_equivocation_unsigned {
			equivocation_proof,
			key_owner_proof,
		})
	);
	let reported = chain.said(|event| match event {
		RuntimeEvent::ValidatorSet(pallet_validator_set::Event::OffenceReported { validator, .. }) => {
			Some(validator.clone())
		}
		_ => None,
	});
	assert_eq!(reported, std::slice::from_ref(&bob));
	chain.with(|| assert_eq!(Session::disabled_validators(), [BOB]));
	// One of four: (3/4)² of its bond, burned through the ledger.
	let bond = ValidatorBond::get();
	let slashed = Perbill::from_rational(9u32, 16).mul_floor(bond);
	chain.with(|| {
		assert_eq!(
			Balances::balance_on_hold(&HoldReason::ValidatorBond.into(), &bob),
			bond - slashed
		);
		assert_eq!(pallet_bme::BurnedTotal::<Runtime>::get(BurnCause::Slash), slashed);
	});

	while chain.with(Session::current_index) < 5 {
		chain.blocks(1);
	}
	chain.with(|| {
		assert_eq!(Session::validators().len(), 3);
		assert!(!Session::validators().contains(&bob));
	});
}

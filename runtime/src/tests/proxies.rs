//! What each kind of delegate may do.

use crate::{configs::utility::ProxyType, RuntimeCall};
use bme_primitives::{Evidence, TOKEN};
use codec::Decode;
use frame_support::traits::InstanceFilter;
use sp_keyring::Sr25519Keyring::Bob;
use sp_runtime::{traits::TrailingZeroInput, Perbill};
use ProxyType::{Any, Governance, NonTransfer, Work};

const ALL: [ProxyType; 4] = [Any, NonTransfer, Governance, Work];

fn allowed(call: impl Into<RuntimeCall>) -> Vec<ProxyType> {
	let call = call.into();
	ALL.into_iter().filter(|delegate| delegate.filter(&call)).collect()
}

#[test]
fn transfer_should_be_allowed_when_the_delegate_may_do_anything() {
	let dest = Bob.to_account_id().into();
	let transfer = pallet_balances::Call::transfer_keep_alive { dest, value: TOKEN };
	assert_eq!(allowed(transfer), [Any]);
}

#[test]
fn stake_should_be_put_at_risk_when_the_delegate_serves_jobs() {
	let accept = pallet_bme::Call::accept_job {
		job: 0,
		min_share: Perbill::one(),
	};
	assert_eq!(allowed(accept), [Any, Work]);
	assert_eq!(allowed(pallet_contribution::Call::bond_extra { amount: TOKEN }), [Any]);
}

#[test]
fn work_should_be_attested_when_the_delegate_serves_jobs() {
	let attest = pallet_contribution::Call::attest {
		job: 0,
		units: 1,
		result: [0; 32],
		evidence: Evidence::None,
	};
	assert_eq!(allowed(attest), [Any, NonTransfer, Work]);
}

#[test]
fn contributions_should_be_reported_when_the_delegate_works() {
	let report = pallet_measurement::Call::report {
		epoch: 0,
		reports: Default::default(),
	};
	assert_eq!(allowed(report), [Any, Work]);
	assert_eq!(allowed(pallet_measurement::Call::bond {}), [Any]);
}

#[test]
fn validators_bond_should_be_out_of_reach_when_the_delegate_moves_no_tokens() {
	// Keys can be made to equivocate, at the cost of the bond.
	let set_keys = pallet_session::Call::set_keys {
		keys: crate::SessionKeys::decode(&mut TrailingZeroInput::zeroes()).expect("zeroes are keys"),
		proof: Default::default(),
	};
	assert_eq!(allowed(set_keys), [Any]);
	assert_eq!(allowed(pallet_validator_set::Call::bond {}), [Any]);
}

#[test]
fn identity_should_be_set_when_the_delegate_may_do_anything() {
	// A sub-account that quits is given the owner's deposit.
	assert_eq!(allowed(pallet_identity::Call::quit_sub {}), [Any]);
	let sub = Bob.to_account_id().into();
	let data = Default::default();
	assert_eq!(allowed(pallet_identity::Call::add_sub { sub, data }), [Any]);
}

#[test]
fn devices_should_be_answered_for_when_the_delegate_works() {
	let supplier = Bob.to_account_id();
	let demand = pallet_measurement::Call::demand_proof { epoch: 0, supplier };
	assert_eq!(allowed(demand), [Any, NonTransfer, Work]);
}

#[test]
fn vote_should_be_allowed_when_the_delegate_governs() {
	assert_eq!(
		allowed(pallet_conviction_voting::Call::undelegate { class: 0 }),
		[Any, NonTransfer, Governance]
	);
}

#[test]
fn delegate_should_contain_another_when_it_may_do_all_that_the_other_may() {
	let contained = |delegate: ProxyType| {
		ALL.into_iter()
			.filter(|other| delegate.is_superset(other))
			.collect::<Vec<_>>()
	};
	assert_eq!(contained(Any), ALL);
	assert_eq!(contained(NonTransfer), [NonTransfer, Governance]);
	assert_eq!(contained(Governance), [Governance]);
	assert_eq!(contained(Work), [Work]);
}

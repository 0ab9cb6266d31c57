//! Each preset is a chain that can begin.

use super::genesis;
use crate::{
	configs::fiat::fiat_issuer, constants::FIAT_ID, genesis_config_presets::preset_names, invariants::check_invariants,
	Assets, Balances, FeederMembership, Runtime, Session,
};
use bme_primitives::{TOKEN, USD};
use frame_support::traits::{
	fungible::Inspect as _,
	fungibles::{metadata::Inspect as _, roles::Inspect as _},
};
use sp_keyring::Sr25519Keyring;

#[test]
fn preset_should_build_a_sound_state_when_any() {
	let names = preset_names();
	assert_eq!(names.len(), 2);
	for name in names {
		genesis(name.as_ref()).execute_with(|| {
			check_invariants().expect("every invariant holds at genesis");
			assert_eq!(
				pallet_bme::GenesisIssuance::<Runtime>::get(),
				pallet_balances::TotalIssuance::<Runtime>::get(),
			);
		});
	}
}

#[test]
fn preset_should_have_its_validators_when_built() {
	let stashes = [
		Sr25519Keyring::AliceStash,
		Sr25519Keyring::BobStash,
		Sr25519Keyring::CharlieStash,
		Sr25519Keyring::DaveStash,
	]
	.map(|stash| stash.to_account_id());
	genesis("development").execute_with(|| assert_eq!(Session::validators(), stashes[..1]));
	genesis("local_testnet").execute_with(|| assert_eq!(Session::validators(), stashes));
}

#[test]
fn preset_should_endow_the_well_known_accounts_when_built() {
	genesis("development").execute_with(|| {
		for account in Sr25519Keyring::well_known().map(|account| account.to_account_id()) {
			assert_eq!(Balances::total_balance(&account), 80_000_000 * TOKEN);
			assert_eq!(Assets::balance(FIAT_ID, &account), 100_000 * USD);
		}
	});
}

#[test]
fn preset_should_have_suppliers_and_feeders_when_built() {
	genesis("development").execute_with(|| {
		assert_eq!(FeederMembership::members().len(), 3);
		assert_eq!(pallet_contribution::Suppliers::<Runtime>::iter().count(), 4);
		assert_eq!(pallet_bme::TimeScale::<Runtime>::get(), 60);
	});
}

#[test]
fn fiat_should_be_the_us_dollar_when_built() {
	genesis("development").execute_with(|| {
		assert_eq!(Assets::symbol(FIAT_ID), b"USD");
		assert_eq!(Assets::decimals(FIAT_ID), 6);
		assert_eq!(Assets::issuer(FIAT_ID), Some(fiat_issuer()));
	});
}

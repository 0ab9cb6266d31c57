//! Fiat changes through `pallet-fiat` only: no call of `pallet-assets` mints, burns, freezes or seizes it, whoever makes it.

use super::on_development_chain;
use crate::{configs::fiat::fiat_issuer, constants::FIAT_ID, AccountId, Assets, Runtime, RuntimeCall, RuntimeOrigin};
use bme_primitives::USD;
use codec::Compact;
use pallet_assets::Call;
use scale_info::{TypeDef, TypeInfo};
use sp_keyring::Sr25519Keyring::{Alice, Bob, Charlie};
use sp_runtime::{traits::Dispatchable, MultiAddress};

/// Calls by which whoever has fiat moves it, allows another to, or has an account for it.
const OWNERS: [&str; 9] = [
	"transfer",
	"transfer_keep_alive",
	"transfer_all",
	"approve_transfer",
	"cancel_approval",
	"transfer_approved",
	"touch",
	"touch_other",
	"refund",
];

fn address(who: AccountId) -> MultiAddress<AccountId, ()> {
	MultiAddress::Id(who)
}

/// Every other call, for fiat or, where it makes an asset, for one beside it.
fn privileged() -> Vec<(&'static str, Call<Runtime>)> {
	let id: Compact<u32> = FIAT_ID.into();
	let other: Compact<u32> = (FIAT_ID + 1).into();
	let alice = || address(Alice.to_account_id());
	let bob = || address(Bob.to_account_id());
	let text = || b"x".to_vec();
	vec![
		(
			"create",
			Call::create {
				id: other,
				admin: alice(),
				min_balance: 1,
			},
		),
		(
			"force_create",
			Call::force_create {
				id: other,
				owner: alice(),
				is_sufficient: true,
				min_balance: 1,
			},
		),
		("start_destroy", Call::start_destroy { id }),
		("destroy_accounts", Call::destroy_accounts { id }),
		("destroy_approvals", Call::destroy_approvals { id }),
		("finish_destroy", Call::finish_destroy { id }),
		(
			"mint",
			Call::mint {
				id,
				beneficiary: alice(),
				amount: USD,
			},
		),
		(
			"burn",
			Call::burn {
				id,
				who: bob(),
				amount: USD,
			},
		),
		(
			"force_transfer",
			Call::force_transfer {
				id,
				source: bob(),
				dest: alice(),
				amount: USD,
			},
		),
		("freeze", Call::freeze { id, who: bob() }),
		("thaw", Call::thaw { id, who: bob() }),
		("freeze_asset", Call::freeze_asset { id }),
		("thaw_asset", Call::thaw_asset { id }),
		("transfer_ownership", Call::transfer_ownership { id, owner: alice() }),
		(
			"set_team",
			Call::set_team {
				id,
				issuer: alice(),
				admin: alice(),
				freezer: alice(),
			},
		),
		(
			"set_metadata",
			Call::set_metadata {
				id,
				name: text(),
				symbol: text(),
				decimals: 0,
			},
		),
		("clear_metadata", Call::clear_metadata { id }),
		(
			"force_set_metadata",
			Call::force_set_metadata {
				id,
				name: text(),
				symbol: text(),
				decimals: 0,
				is_frozen: false,
			},
		),
		("force_clear_metadata", Call::force_clear_metadata { id }),
		(
			"force_asset_status",
			Call::force_asset_status {
				id,
				owner: alice(),
				issuer: alice(),
				admin: alice(),
				freezer: alice(),
				min_balance: 1,
				is_sufficient: true,
				is_frozen: false,
			},
		),
		(
			"force_cancel_approval",
			Call::force_cancel_approval {
				id,
				owner: bob(),
				delegate: alice(),
			},
		),
		("set_min_balance", Call::set_min_balance { id, min_balance: 2 }),
		("refund_other", Call::refund_other { id, who: bob() }),
		("block", Call::block { id, who: bob() }),
		(
			"set_reserves",
			Call::set_reserves {
				id,
				reserves: Default::default(),
			},
		),
	]
}

#[test]
fn fiat_should_stay_as_it_is_when_anyone_calls_what_is_privileged() {
	on_development_chain(|| {
		let state = || {
			(
				Assets::total_supply(FIAT_ID),
				[Alice, Bob, Charlie].map(|who| Assets::balance(FIAT_ID, who.to_account_id())),
				pallet_assets::Asset::<Runtime>::get(FIAT_ID),
				pallet_assets::Asset::<Runtime>::iter_keys().count(),
			)
		};
		let before = state();
		for (name, call) in privileged() {
			let call = RuntimeCall::Assets(call);
			for origin in [RuntimeOrigin::signed(Alice.to_account_id()), RuntimeOrigin::root()] {
				let result = call.clone().dispatch(origin);
				assert!(result.is_err(), "{name} is allowed");
				assert_eq!(state(), before, "{name}");
			}
		}
	});
}

#[test]
fn call_should_be_on_a_list_when_the_asset_pallet_has_it() {
	let TypeDef::Variant(variants) = Call::<Runtime>::type_info().type_def else {
		panic!("calls are variants");
	};
	let privileged = privileged();
	for variant in &variants.variants {
		let listed = OWNERS.contains(&variant.name) || privileged.iter().any(|(name, _)| *name == variant.name);
		assert!(listed, "{} is new: say whose it is", variant.name);
	}
	assert_eq!(variants.variants.len(), OWNERS.len() + privileged.len());
}

#[test]
fn issuer_should_have_no_key_when_its_account_is_derived() {
	// The seed of a pallet's account is text; no public key begins so but by a chance of one in 2⁹⁶.
	let issuer: &[u8; 32] = &fiat_issuer().into();
	assert!(issuer.starts_with(b"modlbme/issu"));
}

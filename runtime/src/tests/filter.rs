//! Issuance changes through the ledger only.

use super::on_development_chain;
use crate::{
	configs::fiat::fiat_issuer, constants::FIAT_ID, invariants::check_invariants, Assets, Balances, FeederMembership,
	GatewayMembership, ReporterMembership, Runtime, RuntimeCall, RuntimeOrigin, System, Utility,
};
use bme_primitives::TOKEN;
use frame_support::{assert_noop, assert_ok, storage::with_transaction, traits::Currency};
use pallet_membership::{Instance1, Instance2, Instance3};
use sp_keyring::Sr25519Keyring::{Alice, Bob};
use sp_runtime::{traits::Dispatchable, DispatchError, MultiAddress, TransactionOutcome};

fn burn() -> RuntimeCall {
	RuntimeCall::Balances(pallet_balances::Call::burn {
		value: TOKEN,
		keep_alive: true,
	})
}

fn filtered() -> DispatchError {
	frame_system::Error::<crate::Runtime>::CallFiltered.into()
}

#[test]
fn burn_should_be_filtered_when_signed() {
	on_development_chain(|| {
		let signed = RuntimeOrigin::signed(Alice.to_account_id());
		assert_eq!(burn().dispatch(signed).map_err(|error| error.error), Err(filtered()));
	});
}

#[test]
fn burn_should_be_filtered_when_in_a_batch() {
	on_development_chain(|| {
		let before = Balances::total_issuance();
		let result = Utility::batch_all(RuntimeOrigin::signed(Alice.to_account_id()), vec![burn()]);
		assert_eq!(result.map_err(|error| error.error), Err(filtered()));
		assert_eq!(Balances::total_issuance(), before);
	});
}

#[test]
fn refund_should_be_filtered_when_it_burns_fiat() {
	on_development_chain(|| {
		let refund = |allow_burn| {
			RuntimeCall::Assets(pallet_assets::Call::refund {
				id: FIAT_ID.into(),
				allow_burn,
			})
			.dispatch(RuntimeOrigin::signed(Alice.to_account_id()))
			.map_err(|error| error.error)
		};
		assert_eq!(refund(true), Err(filtered()));
		assert_ne!(refund(false), Err(filtered()));
	});
}

#[test]
fn key_should_stay_when_a_member_wants_another() {
	on_development_chain(|| {
		let new = MultiAddress::Id(Alice.to_account_id());
		let calls: [RuntimeCall; 3] = [
			pallet_membership::Call::<Runtime, Instance1>::change_key { new: new.clone() }.into(),
			pallet_membership::Call::<Runtime, Instance2>::change_key { new: new.clone() }.into(),
			pallet_membership::Call::<Runtime, Instance3>::change_key { new }.into(),
		];
		let members = [
			FeederMembership::members(),
			GatewayMembership::members(),
			ReporterMembership::members(),
		];
		for (call, members) in calls.into_iter().zip(members) {
			let signed = RuntimeOrigin::signed(members[0].clone());
			assert_eq!(call.dispatch(signed).map_err(|error| error.error), Err(filtered()));
		}
	});
}

#[test]
fn keys_should_stay_when_a_validator_purges_them_in_the_session_pallet() {
	on_development_chain(|| {
		let validator = pallet_session::Validators::<Runtime>::get().remove(0);
		let call = RuntimeCall::Session(pallet_session::Call::purge_keys {});
		let result = call.dispatch(RuntimeOrigin::signed(validator.clone()));
		assert_eq!(result.map_err(|error| error.error), Err(filtered()));
		assert!(pallet_session::NextKeys::<Runtime>::contains_key(validator));
	});
}

#[test]
fn asset_should_not_be_created_when_signed() {
	on_development_chain(|| {
		assert_noop!(
			Assets::create(
				RuntimeOrigin::signed(Alice.to_account_id()),
				2.into(),
				Alice.to_account_id().into(),
				1
			),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn fiat_should_belong_to_an_account_without_a_key_when_at_genesis() {
	on_development_chain(|| {
		use frame_support::traits::fungibles::roles::Inspect;
		let roles = [
			<Assets as Inspect<_>>::owner(FIAT_ID),
			<Assets as Inspect<_>>::issuer(FIAT_ID),
			<Assets as Inspect<_>>::admin(FIAT_ID),
			<Assets as Inspect<_>>::freezer(FIAT_ID),
		];
		assert_eq!(roles, [(); 4].map(|()| Some(fiat_issuer())));
	});
}

#[test]
fn dust_should_be_counted_when_an_account_is_removed() {
	on_development_chain(|| {
		System::set_block_number(1);
		let stranger = sp_runtime::AccountId32::new([7; 32]);
		let amount = crate::constants::EXISTENTIAL_DEPOSIT;
		assert_ok!(Balances::transfer_allow_death(
			RuntimeOrigin::signed(Alice.to_account_id()),
			stranger.clone().into(),
			amount + 5
		));
		assert_ok!(Balances::transfer_allow_death(
			RuntimeOrigin::signed(stranger),
			Bob.to_account_id().into(),
			10
		));
		assert_eq!(
			pallet_bme::BurnedTotal::<crate::Runtime>::get(bme_primitives::BurnCause::Dust),
			amount - 5,
		);
	});
}

#[test]
fn slashed_deposit_should_be_counted_when_of_the_older_currency_trait() {
	use crate::configs::tokens::BurnSlashedDeposit;
	use frame_support::traits::OnUnbalanced;

	on_development_chain(|| {
		let (slashed, rest) = <Balances as Currency<_>>::slash(&Alice.to_account_id(), 3 * TOKEN);
		assert_eq!(rest, 0);
		BurnSlashedDeposit::on_unbalanced(slashed);
		assert_eq!(
			pallet_bme::BurnedTotal::<crate::Runtime>::get(bme_primitives::BurnCause::Slash),
			3 * TOKEN
		);
	});
}

/// Root escapes every filter. These are the calls by which a referendum could break the ledger; whoever votes on one has to know
/// what it does. `system.set_code` and what follows from it can of course do anything.
#[test]
fn ledger_should_break_when_root_calls_what_is_listed() {
	use frame_system::Call as System;
	use pallet_balances::{AdjustmentDirection, Call as Balances};

	let issuance = pallet_balances::TotalIssuance::<crate::Runtime>::hashed_key().to_vec();
	let alice = || Alice.to_account_id();
	let listed: Vec<RuntimeCall> = vec![
		Balances::force_set_balance {
			who: alice().into(),
			new_free: TOKEN,
		}
		.into(),
		Balances::force_adjust_total_issuance {
			direction: AdjustmentDirection::Increase,
			delta: TOKEN,
		}
		.into(),
		System::set_storage {
			items: vec![(issuance.clone(), vec![0; 16])],
		}
		.into(),
		System::kill_storage {
			keys: vec![issuance.clone()],
		}
		.into(),
		System::kill_prefix {
			prefix: issuance,
			subkeys: 1,
		}
		.into(),
		pallet_utility::Call::dispatch_as {
			as_origin: Box::new(frame_system::RawOrigin::Signed(alice()).into()),
			call: Box::new(burn()),
		}
		.into(),
	];

	on_development_chain(|| {
		for call in listed {
			let broken = with_transaction(|| {
				let result = call.clone().dispatch(RuntimeOrigin::root());
				assert!(result.is_ok(), "{call:?} is refused: {result:?}");
				TransactionOutcome::Rollback(Ok::<_, DispatchError>(check_invariants().is_err()))
			});
			assert_eq!(
				broken,
				Ok(true),
				"{call:?} does not break the ledger: take it off the list"
			);
		}
	});
}

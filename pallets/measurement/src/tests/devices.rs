use super::mock::*;
use crate::{Call, DeviceCounts, Error, Event};
use bme_primitives::TOKEN;
use frame_support::{assert_noop, assert_ok, traits::fungible::InspectHold};

fn remove(who: AccountId, seed: u8) -> sp_runtime::DispatchResult {
	let device = id_of(&device(seed));
	signed(who, Call::remove_device { device })
}

#[test]
fn device_bound_item_should_count_by_devices_when_it_is_reported() {
	build_and_execute(|| {
		report_all(HOURS, &[25, 25, 25]);
		next_epoch();
		assert_eq!(points(SUPPLIER), 0, "without a device nothing counts");
		for seed in [1, 2] {
			assert_ok!(register(SUPPLIER, HOURS, &device(seed), SUPPLIER));
		}
		assert_ok!(answer(SUPPLIER, &leaves_of(SUPPLIER, &[1, 2]), &[]));
		next_epoch();
		report_all(HOURS, &[25, 25, 25]);
		next_epoch();
		assert_eq!(points(SUPPLIER), 20 * TOKEN);
	});
}

#[test]
fn device_should_add_nothing_when_it_is_registered_twice() {
	build_and_execute(|| {
		assert_ok!(register(SUPPLIER, HOURS, &device(1), SUPPLIER));
		assert_event(Event::DeviceRegistered {
			supplier: SUPPLIER,
			item: HOURS,
			device: id_of(&device(1)),
		});
		for who in [SUPPLIER, OTHER] {
			assert_noop!(register(who, HOURS, &device(1), who), Error::<Test>::DeviceTaken);
		}
		assert_eq!(DeviceCounts::<Test>::get(SUPPLIER, HOURS), 1);
		assert_ok!(answer(SUPPLIER, &leaves_of(SUPPLIER, &[1, 1]), &[]));
		next_epoch();
		report_all(HOURS, &[25, 25, 25]);
		next_epoch();
		assert_eq!(points(SUPPLIER), 10 * TOKEN);
	});
}

#[test]
fn device_should_be_refused_when_it_did_not_sign_for_this() {
	build_and_execute(|| {
		assert_noop!(
			register(SUPPLIER, HOURS, &device(1), OTHER),
			Error::<Test>::BadSignature
		);
		assert_noop!(
			register(SUPPLIER, DATA, &device(1), SUPPLIER),
			Error::<Test>::NotDeviceBound
		);
		assert_noop!(register(SUPPLIER, 77, &device(1), SUPPLIER), Error::<Test>::UnknownItem);
		assert_noop!(
			register(STRANGER, HOURS, &device(1), STRANGER),
			Error::<Test>::NotSupplier
		);
		Bonds::insert(STRANGER, TOKEN);
		assert_noop!(
			register(STRANGER, HOURS, &device(1), STRANGER),
			Error::<Test>::InsufficientTokens
		);
		// A signature for one item is none for another.
		list(3, item(1, 1, true));
		let statement = Measurement::device_statement(&SUPPLIER, 3, UNTIL);
		use sp_core::Pair;
		let call = Call::register_device {
			item: HOURS,
			device: id_of(&device(1)),
			until: UNTIL,
			signature: sp_runtime::MultiSignature::Sr25519(device(1).sign(&statement)),
		};
		assert_noop!(signed(SUPPLIER, call), Error::<Test>::BadSignature);
	});
}

#[test]
fn device_should_be_refused_when_what_it_signed_is_too_old() {
	build_and_execute(|| {
		Epoch::set(&UNTIL);
		assert_ok!(register(SUPPLIER, HOURS, &device(1), SUPPLIER));
		assert_ok!(remove(SUPPLIER, 1));
		Epoch::set(&(UNTIL + 1));
		// It was sold: with what it signed once nobody takes it back.
		assert_noop!(
			register(SUPPLIER, HOURS, &device(1), SUPPLIER),
			Error::<Test>::StatementExpired
		);
		Epoch::set(&1);
	});
}

#[test]
fn device_should_be_refused_when_it_signs_as_another_account_of_its_key() {
	build_and_execute(|| {
		use sp_core::{ecdsa::KeccakPair, Pair};
		let pair = KeccakPair::from_seed(&[1; 32]);
		let statement = Measurement::device_statement(&SUPPLIER, HOURS, UNTIL);
		let signer = sp_runtime::MultiSigner::Eth(pair.public());
		let call = Call::register_device {
			item: HOURS,
			device: sp_runtime::traits::IdentifyAccount::into_account(signer),
			until: UNTIL,
			signature: sp_runtime::MultiSignature::Eth(pair.sign(&statement)),
		};
		assert_noop!(signed(SUPPLIER, call), Error::<Test>::BadSignature);
	});
}

#[test]
fn device_should_be_free_for_another_when_it_was_removed() {
	build_and_execute(|| {
		assert_ok!(register(SUPPLIER, HOURS, &device(1), SUPPLIER));
		assert_eq!(Balances::total_balance_on_hold(&SUPPLIER), DEPOSIT);
		assert_noop!(remove(OTHER, 1), Error::<Test>::NotOwner);
		assert_noop!(remove(SUPPLIER, 2), Error::<Test>::UnknownDevice);
		assert_ok!(remove(SUPPLIER, 1));
		assert_event(Event::DeviceRemoved {
			supplier: SUPPLIER,
			item: HOURS,
			device: id_of(&device(1)),
		});
		assert_eq!(Balances::total_balance_on_hold(&SUPPLIER), 0);
		assert_eq!(DeviceCounts::<Test>::iter().count(), 0);
		assert_ok!(register(OTHER, HOURS, &device(1), OTHER));
	});
}

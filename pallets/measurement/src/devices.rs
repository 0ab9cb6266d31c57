//! Devices: what proves that a supplier has one is the device's own signature, and each counts once.

use crate::{
	pallet::{DeviceCounts, DevicePlaces, Devices, Items},
	Config, Device, DeviceId, Error, Event, HoldReason, Listed, Pallet,
};
use alloc::vec::Vec;
use bme_primitives::{EpochClock, EpochIndex, Item, ItemId, SupplierBonds};
use codec::Encode;
use frame_support::{
	ensure,
	traits::{fungible::MutateHold as _, tokens::Precision, Get},
};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::{
	traits::{Verify, Zero},
	DispatchResult, MultiSignature,
};

impl<T: Config> Pallet<T> {
	/// What a device signs: it belongs to this supplier of this chain, for this item, if it is registered by this epoch.
	pub fn device_statement(supplier: &T::AccountId, item: ItemId, until: EpochIndex) -> Vec<u8> {
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
		(b"bme/device", genesis, supplier, item, until).encode()
	}

	pub(crate) fn do_register_device(
		who: T::AccountId,
		item: ItemId,
		device: DeviceId,
		until: EpochIndex,
		signature: MultiSignature,
	) -> DispatchResult {
		let listed = Items::<T>::get(item).ok_or(Error::<T>::UnknownItem)?;
		ensure!(listed.item.device_bound, Error::<T>::NotDeviceBound);
		ensure!(T::Bonds::bond(&who).is_some(), Error::<T>::NotSupplier);
		ensure!(!Devices::<T>::contains_key(&device), Error::<T>::DeviceTaken);
		ensure!(T::Epoch::current() <= until, Error::<T>::StatementExpired);
		// One secp256k1 key has two accounts, by the two ways to sign with it: only one of them is a device.
		ensure!(!matches!(signature, MultiSignature::Eth(_)), Error::<T>::BadSignature);
		let statement = Self::device_statement(&who, item, until);
		ensure!(signature.verify(&statement[..], &device), Error::<T>::BadSignature);
		let deposit = T::DeviceDeposit::get();
		T::Currency::hold(&HoldReason::Device.into(), &who, deposit).map_err(|_| Error::<T>::InsufficientTokens)?;
		let place = DeviceCounts::<T>::get(&who, item);
		DeviceCounts::<T>::insert(&who, item, place.saturating_add(1));
		DevicePlaces::<T>::insert((&who, item, place), &device);
		let record = Device {
			supplier: who.clone(),
			item,
			deposit,
			place,
			since: frame_system::Pallet::<T>::block_number(),
		};
		Devices::<T>::insert(&device, record);
		Self::deposit_event(Event::DeviceRegistered {
			supplier: who,
			item,
			device,
		});
		Ok(())
	}

	pub(crate) fn do_remove_device(who: T::AccountId, device: DeviceId) -> DispatchResult {
		let Device {
			supplier,
			item,
			deposit,
			place,
			since,
		} = Devices::<T>::get(&device).ok_or(Error::<T>::UnknownDevice)?;
		ensure!(supplier == who, Error::<T>::NotOwner);
		T::Currency::release(&HoldReason::Device.into(), &who, deposit, Precision::Exact)?;
		Devices::<T>::remove(&device);
		Self::leave_place(&who, item, place);
		Self::forget_device(&who, item, &device, since);
		Self::deposit_event(Event::DeviceRemoved {
			supplier: who,
			item,
			device,
		});
		Ok(())
	}

	/// The last device of the item takes the place that was left.
	fn leave_place(who: &T::AccountId, item: ItemId, place: u32) {
		let last = DeviceCounts::<T>::get(who, item).saturating_sub(1);
		let moved = DevicePlaces::<T>::take((who, item, last)).filter(|_| last != place);
		if let Some(moved) = moved {
			Devices::<T>::mutate_extant(&moved, |device| device.place = place);
			DevicePlaces::<T>::insert((who, item, place), moved);
		}
		if last.is_zero() {
			DeviceCounts::<T>::remove(who, item);
		} else {
			DeviceCounts::<T>::insert(who, item, last);
		}
	}

	pub(crate) fn do_set_item(id: ItemId, after: Option<Item>) -> DispatchResult {
		let before = Items::<T>::get(id).map(|listed| listed.item);
		ensure!(before != after, Error::<T>::NothingChanged);
		let since = T::Epoch::current();
		Items::<T>::set(id, after.clone().map(|item| Listed { item, since }));
		Self::deposit_event(Event::ItemSet {
			item: id,
			before,
			after,
		});
		Ok(())
	}
}

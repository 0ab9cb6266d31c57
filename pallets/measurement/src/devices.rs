//! Devices: what proves that a supplier has one is the device's own signature, and each counts once.

use crate::{
	pallet::{DeviceCounts, Devices, Items},
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
		DeviceCounts::<T>::mutate(&who, item, |count| *count = count.saturating_add(1));
		let record = Device {
			supplier: who.clone(),
			item,
			deposit,
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
		} = Devices::<T>::get(&device).ok_or(Error::<T>::UnknownDevice)?;
		ensure!(supplier == who, Error::<T>::NotOwner);
		T::Currency::release(&HoldReason::Device.into(), &who, deposit, Precision::Exact)?;
		Devices::<T>::remove(&device);
		DeviceCounts::<T>::mutate_exists(&who, item, |count| {
			*count = count
				.map(|count| count.saturating_sub(1))
				.filter(|left| !left.is_zero());
		});
		Self::deposit_event(Event::DeviceRemoved {
			supplier: who,
			item,
			device,
		});
		Ok(())
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

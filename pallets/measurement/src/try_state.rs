//! What holds after every block.

use crate::{
	pallet::{Answers, DeviceCounts, DevicePlaces, Devices, Reporters, Reports, TallyCursor},
	Config, HoldReason, Pallet,
};
use alloc::collections::BTreeMap;
use bme_primitives::{Balance, EpochClock, ItemId};
use frame_support::{ensure, traits::fungible::InspectHold as _};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Check every invariant of this pallet. Reads all reporters, rows and devices: for tests and for runtime APIs, not for blocks.
	///
	/// 14. what is held of a reporter is its bond, and of a supplier a deposit for each of its devices; devices are counted right.
	///     Each stands at its place, and nothing else does.
	/// 15. every row is of the open epoch or of one that is still to be counted, and of reporters whose bond is there; every answer is of one
	///     of these or of the one before.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_bonds()?;
		Self::check_devices()?;
		Self::check_rows()
	}

	fn check_bonds() -> Result<(), TryRuntimeError> {
		for (who, reporter) in Reporters::<T>::iter() {
			ensure!(
				T::Currency::balance_on_hold(&HoldReason::ReporterBond.into(), &who) == reporter.bond,
				"invariant 14: what is held of a reporter is not its bond"
			);
		}
		Ok(())
	}

	fn check_devices() -> Result<(), TryRuntimeError> {
		let mut counts = BTreeMap::<(T::AccountId, ItemId), u32>::new();
		let mut deposits = BTreeMap::<T::AccountId, Balance>::new();
		for device in Devices::<T>::iter_values() {
			let count = counts.entry((device.supplier.clone(), device.item)).or_default();
			*count = count.saturating_add(1);
			let deposit = deposits.entry(device.supplier).or_default();
			*deposit = deposit.saturating_add(device.deposit);
		}
		let stored: BTreeMap<_, _> = DeviceCounts::<T>::iter()
			.map(|(who, item, count)| ((who, item), count))
			.collect();
		ensure!(stored == counts, "invariant 14: devices are counted wrong");
		for (who, deposit) in deposits {
			ensure!(
				T::Currency::balance_on_hold(&HoldReason::Device.into(), &who) == deposit,
				"invariant 14: what is held of a supplier is not a deposit for each device"
			);
		}
		let is_placed = |id, device: &crate::Device<T::AccountId, _>| {
			DevicePlaces::<T>::get((&device.supplier, device.item, device.place)) == Some(id)
		};
		ensure!(
			Devices::<T>::iter().all(|(id, device)| is_placed(id, &device))
				&& DevicePlaces::<T>::iter_keys().count() == Devices::<T>::iter_keys().count(),
			"invariant 14: a device is not at its place"
		);
		Ok(())
	}

	fn check_rows() -> Result<(), TryRuntimeError> {
		let still_open = TallyCursor::<T>::get()..=T::Epoch::current();
		for (epoch, _, row) in Reports::<T>::iter() {
			ensure!(
				still_open.contains(&epoch),
				"invariant 15: a row of an epoch that was counted, or that did not begin"
			);
			let is_there = |who| Reporters::<T>::get(who).is_some_and(|one| one.reported_in >= Some(epoch));
			ensure!(
				row.iter().all(|statement| is_there(&statement.reporter)),
				"invariant 15: a report of somebody without a bond"
			);
		}
		let measured = TallyCursor::<T>::get().saturating_sub(1)..=T::Epoch::current();
		ensure!(
			Answers::<T>::iter_keys().all(|(epoch, _)| measured.contains(&epoch)),
			"invariant 15: an answer of an epoch that was counted, or that did not begin"
		);
		Ok(())
	}
}

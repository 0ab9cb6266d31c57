//! What the runtime APIs read.

use crate::{
	pallet::{DeviceCounts, Items, Reporters},
	Config, Pallet,
};
use alloc::vec::Vec;
use bme_primitives::{apis::ReporterView, Item, ItemId};

impl<T: Config> Pallet<T> {
	/// The contribution items, by their numbers.
	pub fn items_view() -> Vec<(ItemId, Item)> {
		let mut items: Vec<_> = Items::<T>::iter().map(|(id, listed)| (id, listed.item)).collect();
		items.sort_by_key(|(id, _)| *id);
		items
	}

	/// A reporter, while it has a bond.
	pub fn reporter_view(who: &T::AccountId) -> Option<ReporterView> {
		Reporters::<T>::get(who).map(|reporter| ReporterView {
			bond: reporter.bond,
			reported_in: reporter.reported_in,
			faults: reporter.faults,
		})
	}

	/// How many devices a supplier has for an item.
	pub fn devices_view(supplier: &T::AccountId, item: ItemId) -> u32 {
		DeviceCounts::<T>::get(supplier, item)
	}
}

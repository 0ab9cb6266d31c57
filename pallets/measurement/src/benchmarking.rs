//! Benchmarks of every call and of every step of the hooks, at their worst.

use crate::{
	pallet::{Call, Devices, Items, Reporters, Reports, TallyCursor},
	BatchOf, Config, DeviceId, Fault, Listed, Pallet, Quantities, Report, RowOf, Statement, WeightInfo, MAX_BATCH,
	MAX_ITEMS,
};
use alloc::vec::Vec;
use bme_primitives::{EpochClock, EpochIndex, Item, ItemId, ItemKind, SupplierBonds, MAX_UNIT, TOKEN};
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	traits::{fungible::Mutate as _, EnsureOrigin, Get, SortedMembers},
	weights::WeightMeter,
	BoundedVec,
};
use frame_system::RawOrigin;
use sp_core::crypto::KeyTypeId;
use sp_runtime::{traits::IdentifyAccount, MultiSignature, MultiSigner};

const KEY: KeyTypeId = KeyTypeId(*b"benc");
/// More than any bond and deposit here.
const FUNDS: u128 = 1_000_000 * TOKEN;

fn item(device_bound: bool) -> Item {
	Item {
		kind: ItemKind::DeviceTime,
		unit: BoundedVec::truncate_from(alloc::vec![b'h'; MAX_UNIT as usize]),
		price: TOKEN,
		cap: 1_000_000,
		device_bound,
	}
}

fn list_items<T: Config>(count: u32) {
	for id in 0..count {
		let listed = Listed {
			item: item(false),
			since: 0,
		};
		Items::<T>::insert(id as ItemId, listed);
	}
}

fn list_device_item<T: Config>() {
	let listed = Listed {
		item: item(true),
		since: 0,
	};
	Items::<T>::insert(0, listed);
}

/// As many reporters as there may be, all with their bond, in an open epoch.
fn reporters<T: Config>() -> Vec<T::AccountId> {
	T::Epoch::benchmark_open();
	for index in T::Members::count() as u32..T::MaxReporters::get() {
		T::Members::add(&account("reporter", index, 0));
	}
	let reporters = T::Members::sorted_members();
	for reporter in &reporters {
		T::Currency::set_balance(reporter, FUNDS);
		if !Reporters::<T>::contains_key(reporter) {
			assert_ok!(Pallet::<T>::do_bond(reporter.clone()));
		}
	}
	reporters
}

fn supplier<T: Config>(index: u32) -> T::AccountId {
	let supplier = account("supplier", index, 0);
	T::Bonds::benchmark_bond(&supplier);
	supplier
}

/// One unit of each of as many items as a report may have, beginning with this one, of so many items in all.
fn quantities(first: u32, items: u32) -> Quantities {
	let quantities = (first..first + MAX_ITEMS).map(|item| ((item % items) as ItemId, 1));
	Quantities::truncate_from(quantities.collect())
}

/// Reports of these reporters on one supplier, of so many items in all.
fn row<T: Config>(reporters: &[T::AccountId], items: u32) -> RowOf<T> {
	let statements = reporters.iter().zip(0..).map(|(reporter, index)| Statement {
		reporter: reporter.clone(),
		quantities: quantities(index * MAX_ITEMS, items),
	});
	RowOf::<T>::truncate_from(statements.collect())
}

fn signed_by_device<T: Config>(supplier: &T::AccountId, item: ItemId) -> (DeviceId, MultiSignature) {
	let key = sp_io::crypto::sr25519_generate(KEY, None);
	let statement = Pallet::<T>::device_statement(supplier, item, EpochIndex::MAX);
	let signature = sp_io::crypto::sr25519_sign(KEY, &key, &statement).expect("the key was made here");
	(
		MultiSigner::Sr25519(key).into_account(),
		MultiSignature::Sr25519(signature),
	)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// Reports of as many items each as there may be, of `i` in all, each the last on its supplier.
	#[benchmark]
	fn report(n: Linear<1, MAX_BATCH>, i: Linear<MAX_ITEMS, 128>) {
		list_items::<T>(i);
		let reporters = reporters::<T>();
		let (last, others) = reporters.split_last().expect("there are reporters");
		let epoch = T::Epoch::current();
		let reports = (0..n).map(|index| {
			let supplier = supplier::<T>(index);
			Reports::<T>::insert(epoch, &supplier, row::<T>(others, i));
			Report {
				supplier,
				quantities: quantities(index * MAX_ITEMS, i),
			}
		});
		let reports = BatchOf::<T>::truncate_from(reports.collect());

		#[extrinsic_call]
		_(RawOrigin::Signed(last.clone()), epoch, reports);

		assert!(Reports::<T>::iter_values().all(|row| row.is_full()));
	}

	#[benchmark]
	fn bond() {
		let reporter = reporters::<T>().swap_remove(0);
		assert_ok!(Pallet::<T>::do_withdraw_bond(reporter.clone()));

		#[extrinsic_call]
		_(RawOrigin::Signed(reporter.clone()));

		assert!(Reporters::<T>::contains_key(reporter));
	}

	#[benchmark]
	fn withdraw_bond() {
		let reporter = reporters::<T>().swap_remove(0);

		#[extrinsic_call]
		_(RawOrigin::Signed(reporter.clone()));

		assert!(!Reporters::<T>::contains_key(reporter));
	}

	#[benchmark]
	fn register_device() {
		list_device_item::<T>();
		let supplier = supplier::<T>(0);
		let (device, signature) = signed_by_device::<T>(&supplier, 0);

		#[extrinsic_call]
		_(
			RawOrigin::Signed(supplier),
			0,
			device.clone(),
			EpochIndex::MAX,
			signature,
		);

		assert!(Devices::<T>::contains_key(device));
	}

	#[benchmark]
	fn remove_device() {
		list_device_item::<T>();
		let supplier = supplier::<T>(0);
		let (device, signature) = signed_by_device::<T>(&supplier, 0);
		assert_ok!(Pallet::<T>::do_register_device(
			supplier.clone(),
			0,
			device.clone(),
			EpochIndex::MAX,
			signature
		));

		#[extrinsic_call]
		_(RawOrigin::Signed(supplier), device.clone());

		assert!(!Devices::<T>::contains_key(device));
	}

	#[benchmark]
	fn set_item() -> Result<(), BenchmarkError> {
		let origin = T::ManageOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		list_device_item::<T>();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, 0, Some(item(false)));

		assert_eq!(Items::<T>::get(0).map(|listed| listed.item), Some(item(false)));
		Ok(())
	}

	/// Nobody reported in the epoch that is over.
	#[benchmark]
	fn tally_base() {
		T::Epoch::benchmark_open();
		let current = T::Epoch::current();

		#[block]
		{
			Pallet::<T>::process_tally(&mut WeightMeter::new());
		}

		assert_eq!(TallyCursor::<T>::get(), current);
	}

	/// All reporters named as many items as they may, `i` in all.
	#[benchmark]
	fn tally_row(i: Linear<1, { MAX_ITEMS * 16 }>) {
		list_items::<T>(i);
		let reporters = reporters::<T>();
		let supplier = supplier::<T>(0);
		let epoch = T::Epoch::current();
		let row = row::<T>(&reporters, i);
		Reports::<T>::insert(epoch, &supplier, &row);
		let weight;

		#[block]
		{
			Reports::<T>::remove(epoch, &supplier);
			weight = Pallet::<T>::tally_row(epoch, supplier, &row, &reporters);
		}

		assert_eq!(weight, <T as Config>::WeightInfo::tally_row(i));
	}

	#[benchmark]
	fn slash() {
		let reporter = reporters::<T>().swap_remove(0);
		let supplier = supplier::<T>(0);
		let fault = Fault {
			item: 0,
			quantity: 1_000,
			median: 1,
		};
		let epoch = T::Epoch::current();

		#[block]
		{
			Pallet::<T>::slash(epoch, &supplier, &reporter, fault);
		}

		assert!(Reporters::<T>::get(reporter).is_some_and(|one| one.faults == 1));
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::new_test_ext(), crate::tests::mock::Test);
}

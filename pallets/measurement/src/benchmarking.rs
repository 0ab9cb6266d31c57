//! Benchmarks of every call and of every step of the hooks, at their worst.

use crate::{
	pallet::{Answers, Call, Devices, Items, OpenChallenge, Reporters, Reports, TallyCursor},
	BatchOf, Config, Demand, DeviceId, DeviceProof, Fault, Listed, Pallet, Quantities, Report, RowOf, Statement,
	WeightInfo, MAX_ABSENT, MAX_BATCH, MAX_DEMANDS, MAX_DEPTH, MAX_ITEMS, SAMPLES,
};
use alloc::{vec, vec::Vec};
use bme_primitives::{EpochClock, EpochIndex, Item, ItemId, ItemKind, SupplierBonds, MAX_UNIT, TOKEN};
use codec::Encode;
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	traits::{fungible::Mutate as _, EnsureOrigin, Get, SortedMembers},
	weights::WeightMeter,
	BoundedVec,
};
use frame_system::{pallet_prelude::BlockNumberFor, RawOrigin};
use sp_core::{crypto::KeyTypeId, sr25519, H256};
use sp_runtime::{
	traits::{BlakeTwo256, Bounded, Hash, IdentifyAccount, One, Saturating},
	MultiSignature, MultiSigner,
};

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
			item: item(true),
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

/// So many reports, of so many items in all.
fn batch<T: Config>(count: u32, items: u32) -> BatchOf<T> {
	let reports = (0..count).map(|index| Report {
		supplier: supplier::<T>(index),
		quantities: quantities(index * MAX_ITEMS, items),
	});
	BatchOf::<T>::truncate_from(reports.collect())
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

/// So many devices of a supplier for each of as many items as an answer may be for, with their keys.
fn devices<T: Config>(supplier: &T::AccountId, each: u32) -> Vec<(DeviceId, sr25519::Public)> {
	let mut devices = Vec::new();
	for id in 0..MAX_ITEMS as ItemId {
		let listed = Listed {
			item: item(true),
			since: 0,
		};
		Items::<T>::insert(id, listed);
		for _ in 0..each {
			let key = sp_io::crypto::sr25519_generate(KEY, None);
			let statement = Pallet::<T>::device_statement(supplier, id, EpochIndex::MAX);
			let signature = sp_io::crypto::sr25519_sign(KEY, &key, &statement).expect("the key was made here");
			let device = MultiSigner::Sr25519(key).into_account();
			let signature = MultiSignature::Sr25519(signature);
			let registered =
				Pallet::<T>::do_register_device(supplier.clone(), id, device.clone(), EpochIndex::MAX, signature);
			assert_ok!(registered);
			devices.push((device, key));
		}
	}
	devices
}

/// An epoch that is not the first, with its challenge.
fn open<T: Config>() {
	T::Epoch::benchmark_open();
	Pallet::<T>::open_challenge();
}

/// The supplier answered for all its devices but these.
fn answered<T: Config>(supplier: &T::AccountId, absent: Vec<DeviceId>) {
	open::<T>();
	let (epoch, items) = (T::Epoch::current(), (0..MAX_ITEMS as ItemId).collect());
	assert_ok!(Pallet::<T>::do_answer(
		supplier.clone(),
		epoch,
		H256::zero(),
		1,
		items,
		absent
	));
}

fn demand<T: Config>(reporter: T::AccountId, devices: &[DeviceId]) -> Demand<T::AccountId, BlockNumberFor<T>> {
	Demand {
		reporter,
		devices: BoundedVec::truncate_from(devices.to_vec()),
		until: Bounded::max_value(),
		is_met: false,
	}
}

fn next_block<T: Config>() {
	let next = frame_system::Pallet::<T>::block_number().saturating_add(One::one());
	frame_system::Pallet::<T>::set_block_number(next);
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
		let reports = batch::<T>(n, i);
		for one in &reports {
			Reports::<T>::insert(epoch, &one.supplier, row::<T>(others, i));
		}

		#[extrinsic_call]
		_(RawOrigin::Signed(last.clone()), epoch, reports);

		assert!(Reports::<T>::iter_values().all(|row| row.is_full()));
	}

	/// The same, each the first on its supplier.
	#[benchmark]
	fn first_report(n: Linear<1, MAX_BATCH>, i: Linear<MAX_ITEMS, 128>) {
		list_items::<T>(i);
		let reporter = reporters::<T>().swap_remove(0);
		let epoch = T::Epoch::current();
		let reports = batch::<T>(n, i);

		#[extrinsic_call]
		Pallet::<T>::report(RawOrigin::Signed(reporter), epoch, reports);

		assert_eq!(Reports::<T>::iter_values().count() as u32, n);
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

	/// Not the last of its item, and of two answers that are open.
	#[benchmark]
	fn remove_device() {
		let supplier = supplier::<T>(0);
		let devices = devices::<T>(&supplier, 1);
		answered::<T>(&supplier, Vec::new());
		let answer = Answers::<T>::get(T::Epoch::current(), &supplier).expect("it answered");
		Answers::<T>::insert(T::Epoch::current() - 1, &supplier, answer);

		#[extrinsic_call]
		_(RawOrigin::Signed(supplier), devices[0].0.clone());

		assert!(!Devices::<T>::contains_key(&devices[0].0));
	}

	#[benchmark]
	fn open_challenge() {
		T::Epoch::benchmark_open();
		OpenChallenge::<T>::kill();
		#[block]
		{
			Pallet::<T>::open_challenge();
		}
		assert!(OpenChallenge::<T>::exists());
	}

	/// For as many items, and without as many devices, as may be.
	#[benchmark]
	fn answer_challenge() {
		let supplier = supplier::<T>(0);
		let mut absent: Vec<_> = devices::<T>(&supplier, 2)
			.into_iter()
			.map(|(device, _)| device)
			.collect();
		absent.sort();
		absent.truncate(MAX_ABSENT as usize);
		open::<T>();
		let items: Vec<ItemId> = (0..MAX_ITEMS as ItemId).collect();
		let epoch = T::Epoch::current();

		#[extrinsic_call]
		_(
			RawOrigin::Signed(supplier.clone()),
			epoch,
			H256::zero(),
			1,
			BoundedVec::truncate_from(items),
			BoundedVec::truncate_from(absent),
		);

		assert!(Answers::<T>::contains_key(epoch, supplier));
	}

	/// The last of as many as there may be, of an answer that leaves out most devices that are drawn.
	#[benchmark]
	fn demand_proof() {
		let reporter = reporters::<T>().swap_remove(0);
		let supplier = supplier::<T>(0);
		let mut absent: Vec<_> = devices::<T>(&supplier, 3)
			.into_iter()
			.map(|(device, _)| device)
			.collect();
		absent.sort();
		absent.truncate(MAX_ABSENT as usize);
		answered::<T>(&supplier, absent);
		let epoch = T::Epoch::current();
		Answers::<T>::mutate(epoch, &supplier, |answer| {
			let answer = answer.as_mut().expect("it answered");
			answer.demands = (1..MAX_DEMANDS)
				.map(|index| demand::<T>(account("other", index, 0), &[]))
				.collect::<Vec<_>>()
				.try_into()
				.expect("there is room for one more");
		});
		next_block::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(reporter), epoch, supplier.clone());

		let demands = Answers::<T>::get(epoch, supplier).map(|answer| answer.demands.len() as u32);
		assert_eq!(demands, Some(MAX_DEMANDS));
	}

	/// As many devices as may be drawn, in a tree as deep as it may be: which hashes are beside the way does not matter.
	#[benchmark]
	fn prove_devices() {
		let reporter: T::AccountId = account("reporter", 0, 0);
		let supplier = supplier::<T>(0);
		let devices = devices::<T>(&supplier, 1);
		answered::<T>(&supplier, Vec::new());
		let epoch = T::Epoch::current();
		let mut answer = Answers::<T>::get(epoch, &supplier).expect("it answered");
		let (device, key) = &devices[0];
		let statement = Pallet::<T>::challenge_statement(&supplier, answer.seed);
		let signature = sp_io::crypto::sr25519_sign(KEY, key, &statement).expect("the key was made here");
		let signature = MultiSignature::Sr25519(signature);
		let leaf = BlakeTwo256::hash(&signature.encode());
		answer.root = (0..MAX_DEPTH).fold(leaf, |node, _| BlakeTwo256::hash(&(node, H256::zero()).encode()));
		answer.leaves = 1 << MAX_DEPTH;
		let drawn = vec![device.clone(); SAMPLES as usize];
		answer.demands.force_push(demand::<T>(reporter.clone(), &drawn));
		Answers::<T>::insert(epoch, &supplier, answer);
		let proof = DeviceProof {
			signature,
			leaf: 0,
			path: BoundedVec::truncate_from(vec![H256::zero(); MAX_DEPTH as usize]),
		};
		let proofs = BoundedVec::truncate_from(vec![proof; SAMPLES as usize]);

		#[extrinsic_call]
		_(RawOrigin::Signed(supplier.clone()), epoch, reporter, proofs);

		assert!(Answers::<T>::get(epoch, supplier).is_some_and(|answer| answer.demands[0].is_met));
	}

	#[benchmark]
	fn forget_answer() {
		let supplier = supplier::<T>(0);
		devices::<T>(&supplier, 1);
		answered::<T>(&supplier, Vec::new());
		let epoch = T::Epoch::current();
		#[block]
		{
			let first = Answers::<T>::iter_key_prefix(epoch).next().expect("it answered");
			Answers::<T>::remove(epoch, first);
		}
		assert!(!Answers::<T>::contains_key(epoch, supplier));
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

	/// All reporters named as many items as they may, `i` in all, each of devices.
	#[benchmark]
	fn tally_row(i: Linear<1, { MAX_ITEMS * 16 }>) {
		list_items::<T>(i);
		let reporters = reporters::<T>();
		let supplier = supplier::<T>(0);
		let epoch = T::Epoch::current();
		let row = row::<T>(&reporters, i);
		Reports::<T>::insert(epoch, &supplier, &row);
		// Of the epoch before.
		devices::<T>(&supplier, 1);
		answered::<T>(&supplier, Vec::new());
		let answer = Answers::<T>::take(epoch, &supplier).expect("it answered");
		Answers::<T>::insert(epoch - 1, &supplier, answer);
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

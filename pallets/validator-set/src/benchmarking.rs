//! Benchmarks: each call at its dearest.

use crate::{Bonds, Call, Config, CurrencyOf, KeysInForce, Offenders, Pallet, Validators};
use alloc::{vec, vec::Vec};
use codec::Decode;
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	traits::{
		fungible::{Mutate, MutateHold},
		EnsureOrigin, Get,
	},
	BoundedVec,
};
use frame_system::RawOrigin;
use sp_runtime::{
	traits::{OpaqueKeys, Saturating, TrailingZeroInput},
	Perbill,
};
use sp_staking::offence::{OffenceDetails, OnOffenceHandler};

/// A list of `len` accounts, none of which has keys.
fn fill<T: Config>(len: u32) -> BoundedVec<T::AccountId, T::MaxValidators> {
	let validators: Vec<T::AccountId> = (0..len).map(|i| account("validator", i, 0)).collect();
	let list = BoundedVec::truncate_from(validators);
	Validators::<T>::put(&list);
	list
}

/// The account, with its bond.
fn bonded<T: Config>(who: T::AccountId) -> T::AccountId
where
	CurrencyOf<T>: Mutate<T::AccountId>,
{
	endow::<T>(&who);
	assert_ok!(Pallet::<T>::do_bond(who.clone()));
	who
}

/// Keys of zeroes: of nobody.
fn no_keys<T: Config>() -> Result<T::Keys, BenchmarkError> {
	T::Keys::decode(&mut TrailingZeroInput::zeroes()).map_err(|_| "keys of zeroes".into())
}

/// The state after `session.set_keys` of the account, without the proof that the keys are its own.
fn set_keys<T: Config>(who: &T::AccountId, keys: T::Keys) -> Result<(), BenchmarkError> {
	pallet_session::Pallet::<T>::ensure_can_pay_key_deposit(who)?;
	<T as pallet_session::Config>::Currency::hold(&pallet_session::HoldReason::Keys.into(), who, T::KeyDeposit::get())?;
	frame_system::Pallet::<T>::inc_consumers(who)?;
	for id in T::Keys::key_ids() {
		pallet_session::KeyOwner::<T>::insert((*id, keys.get_raw(*id)), who);
	}
	pallet_session::NextKeys::<T>::insert(who, keys);
	Ok(())
}

/// Twice the bond.
fn endow<T: Config>(who: &T::AccountId)
where
	CurrencyOf<T>: Mutate<T::AccountId>,
{
	CurrencyOf::<T>::set_balance(who, T::Bond::get().saturating_add(T::Bond::get()));
}

fn admin<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

#[benchmarks(where CurrencyOf<T>: Mutate<T::AccountId>)]
mod benches {
	use super::*;

	#[benchmark]
	fn add_validator() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		fill::<T>(T::MaxValidators::get().saturating_sub(1));
		let who = bonded::<T>(account("new", 0, 0));
		let keys = no_keys::<T>()?;
		pallet_session::NextKeys::<T>::insert(&who, keys);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, who.clone());

		assert!(Validators::<T>::get().contains(&who));
		Ok(())
	}

	#[benchmark]
	fn remove_validator() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		let list = fill::<T>(T::MaxValidators::get());
		Offenders::<T>::put(&list);
		let who = bonded::<T>(list.last().cloned().ok_or("an empty list")?);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, who.clone());

		assert!(!Validators::<T>::get().contains(&who));
		Ok(())
	}

	#[benchmark]
	fn bond() {
		let who: T::AccountId = account("new", 0, 0);
		endow::<T>(&who);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert!(Bonds::<T>::contains_key(&who));
	}

	#[benchmark]
	fn withdraw_bond() {
		fill::<T>(T::MaxValidators::get());
		let who = bonded::<T>(account("new", 0, 0));
		Bonds::<T>::mutate_extant(&who, |held| held.left_in = Some(0));
		pallet_session::CurrentIndex::<T>::put(T::HistoryDepth::get().saturating_add(2));

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert!(!Bonds::<T>::contains_key(&who));
	}

	#[benchmark]
	fn leave() -> Result<(), BenchmarkError> {
		let list = fill::<T>(T::MaxValidators::get());
		Offenders::<T>::put(&list);
		let who = bonded::<T>(list.last().cloned().ok_or("an empty list")?);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert!(!Validators::<T>::get().contains(&who));
		Ok(())
	}

	/// With as many others on the list, in force and queued as there can be.
	#[benchmark]
	fn purge_keys() -> Result<(), BenchmarkError> {
		let list = fill::<T>(T::MaxValidators::get());
		let keys = no_keys::<T>()?;
		let others: Vec<_> = list.into_iter().map(|validator| (validator, keys.clone())).collect();
		KeysInForce::<T>::put(&others);
		pallet_session::QueuedKeys::<T>::put(others);
		let who: T::AccountId = account("old", 0, 0);
		endow::<T>(&who);
		set_keys::<T>(&who, keys)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert!(!pallet_session::NextKeys::<T>::contains_key(&who));
		Ok(())
	}

	/// The last of the list, which is in force, is the first that is reported.
	#[benchmark]
	fn on_offence() -> Result<(), BenchmarkError> {
		let list = fill::<T>(T::MaxValidators::get());
		pallet_session::Validators::<T>::put(list.to_vec());
		let who = bonded::<T>(list.last().cloned().ok_or("an empty list")?);
		let details = OffenceDetails {
			offender: (who.clone(), ()),
			reporters: vec![],
		};

		#[block]
		{
			Pallet::<T>::on_offence(&[details], &[Perbill::from_percent(50)], 0);
		}

		assert!(Bonds::<T>::get(&who).is_some_and(|kept| kept.held() < kept.amount));
		assert_eq!(Offenders::<T>::get().into_inner(), vec![who]);
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::ext(&[1, 2, 3]), crate::tests::mock::Test);
}

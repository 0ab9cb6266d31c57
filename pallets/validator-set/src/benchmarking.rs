//! Benchmarks: each call at its dearest.

use crate::{Call, Config, Offenders, Pallet, Validators};
use alloc::vec::Vec;
use codec::Decode;
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{EnsureOrigin, Get},
	BoundedVec,
};
use sp_runtime::traits::TrailingZeroInput;

/// A list of `len` accounts, none of which has keys.
fn fill<T: Config>(len: u32) -> BoundedVec<T::AccountId, T::MaxValidators> {
	let validators: Vec<T::AccountId> = (0..len).map(|i| account("validator", i, 0)).collect();
	let list = BoundedVec::truncate_from(validators);
	Validators::<T>::put(&list);
	list
}

fn admin<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

#[benchmarks]
mod benches {
	use super::*;

	#[benchmark]
	fn add_validator() -> Result<(), BenchmarkError> {
		let origin = admin::<T>()?;
		fill::<T>(T::MaxValidators::get().saturating_sub(1));
		let who: T::AccountId = account("new", 0, 0);
		let keys = T::Keys::decode(&mut TrailingZeroInput::zeroes()).map_err(|_| "keys of zeroes")?;
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
		let who = list.last().cloned().ok_or("an empty list")?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, who.clone());

		assert!(!Validators::<T>::get().contains(&who));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::ext(&[1, 2, 3]), crate::tests::mock::Test);
}

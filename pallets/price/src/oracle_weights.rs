//! What a feed weighs where the oracle tells this pallet of it. `weights` is written by a program.

use crate::{Config, WeightInfo};
use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// The weights of `pallet-oracle` on a chain where it tells this pallet of every value: those of the oracle alone, and for
/// each value what this pallet does with it and the raw values of all feeders, which the oracle reads once more.
pub struct WithPrice<T, Oracle>(PhantomData<(T, Oracle)>);

impl<T: Config, Oracle: pallet_oracle::WeightInfo> pallet_oracle::WeightInfo for WithPrice<T, Oracle> {
	fn feed_values(values: u32) -> Weight {
		// The oracle's own account is read beside the feeders'.
		let raw_values = T::DbWeight::get().reads(u64::from(T::MaxFeeders::get()).saturating_add(1));
		let each = T::WeightInfo::on_new_data().saturating_add(raw_values);
		Oracle::feed_values(values).saturating_add(each.saturating_mul(values.into()))
	}

	fn on_finalize() -> Weight {
		Oracle::on_finalize()
	}
}

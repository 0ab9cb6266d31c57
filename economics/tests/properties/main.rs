//! Properties over random and extreme inputs, against exact references in arbitrary precision.

mod contribution;
mod emission;
mod jobs;
mod limit;
mod numbers;
mod price;
mod schedule;
mod terms;
mod verdict;

use bme_economics::*;
use num_bigint::BigUint;
use proptest::prelude::*;

/// One, in parts.
const ONE: u128 = 1_000_000_000;

/// Balances of every size, with both ends.
fn balance() -> impl Strategy<Value = Balance> {
	prop_oneof![
		3 => (any::<u128>(), 0u32..128).prop_map(|(value, shift)| value >> shift),
		1 => 0..100u128,
		1 => (0..100u128).prop_map(|below| Balance::MAX - below),
	]
}

/// Moments of every size, with both ends.
fn moment() -> impl Strategy<Value = Moment> {
	prop_oneof![
		3 => (any::<u64>(), 0u32..64).prop_map(|(value, shift)| value >> shift),
		1 => 0..100u64,
		1 => (0..100u64).prop_map(|below| Moment::MAX - below),
	]
}

/// Ratios of every size, with both ends.
fn ratio() -> impl Strategy<Value = Perbill> {
	prop_oneof![
		4 => (0..=ONE as u32).prop_map(Perbill::from_parts),
		1 => Just(Perbill::zero()),
		1 => Just(Perbill::one()),
		1 => Just(Perbill::from_parts(1)),
	]
}

/// Shares that sum to exactly one.
fn shares(most: usize) -> impl Strategy<Value = Vec<Perbill>> {
	let weights = proptest::collection::vec(ratio(), 1..=most);
	weights.prop_filter_map("every share is zero", |weights| scale_to_one(&weights).ok())
}

fn big(value: impl Into<u128>) -> BigUint {
	value.into().into()
}

fn parts(ratio: Perbill) -> BigUint {
	big(ratio.deconstruct())
}

fn ceil_div(dividend: BigUint, divisor: BigUint) -> BigUint {
	(dividend + &divisor - 1u32) / divisor
}

/// The reference's value as a balance, at the top of it if it does not fit.
fn saturated(value: BigUint) -> Balance {
	value.try_into().unwrap_or(Balance::MAX)
}

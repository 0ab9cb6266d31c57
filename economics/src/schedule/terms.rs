//! What each kind of term schedules, in the time that passed since its start.

use super::{TableRow, MAX_PERIODS};
use crate::{exponential::decayed, pro_rata, Balance, Moment};
use primitive_types::{U256, U512};
use sp_arithmetic::Perbill;

/// Time in whole periods, and what passed of the running one. `None` if the period is zero.
fn periods(passed: Moment, period: Moment) -> Option<(Moment, Moment)> {
	Some((passed.checked_div(period)?, passed.checked_rem(period)?))
}

/// The payments of a table until `t`. Whole amounts: nothing is rounded.
pub(super) fn table(rows: &[TableRow], period: Moment, t: Moment) -> Balance {
	let ends = rows
		.iter()
		.skip(1)
		.map(|next| next.from.saturating_sub(1))
		.chain([Moment::MAX]);
	let paid = rows.iter().zip(ends).map(|(row, end)| {
		let passed = end
			.min(t)
			.checked_sub(row.from)
			.and_then(|passed| passed.checked_div(period));
		let payments = passed.map_or(0, |periods| u128::from(periods).saturating_add(1));
		row.amount.saturating_mul(payments)
	});
	paid.fold(0, Balance::saturating_add)
}

/// Amounts that flow evenly, each within one period, until the amounts end: whole periods, and the part of the running
/// one, **rounded down**.
fn flowing(amounts: impl Iterator<Item = Balance>, period: Moment, passed: Moment) -> Balance {
	let Some((whole, rest)) = periods(passed, period) else {
		return 0;
	};
	let mut sum: Balance = 0;
	for (index, amount) in (0..).zip(amounts) {
		if index == whole {
			return sum.saturating_add(pro_rata(amount, rest.into(), period.into()));
		}
		sum = sum.saturating_add(amount);
	}
	sum
}

/// Each period's amount is `ratio` of the one before, **rounded down**.
pub(super) fn geometric(first: Balance, ratio: Perbill, period: Moment, terms: u32, passed: Moment) -> Balance {
	let amounts = core::iter::successors(Some(first), |amount| Some(ratio.mul_floor(*amount)));
	flowing(amounts.take(terms.min(MAX_PERIODS) as usize), period, passed)
}

/// Each period's amount is `part` of what was left before it, **rounded down**.
pub(super) fn remaining(amount: Balance, part: Perbill, step: Moment, passed: Moment) -> Balance {
	let lefts = core::iter::successors(Some(amount), |left| Some(left.saturating_sub(part.mul_floor(*left))));
	let amounts = lefts.map(|left| part.mul_floor(left));
	flowing(amounts.take(MAX_PERIODS as usize), step, passed)
}

/// `first` each step, and half of it, **rounded down**, each time that so many steps have passed.
pub(super) fn halving(first: Balance, step: Moment, steps: u32, passed: Moment) -> Balance {
	let Some((whole, rest)) = periods(passed, step) else {
		return 0;
	};
	let Some((halvings, steps_in)) = periods(whole, steps.into()) else {
		return 0;
	};
	let amount = |halvings| first.checked_shr(halvings).unwrap_or(0);
	// The amount is gone after as many halvings as a balance has bits.
	let halvings = u32::try_from(halvings).unwrap_or(u32::MAX).min(Balance::BITS);
	let before = (0..halvings).map(|index| amount(index).saturating_mul(steps.into()));
	before
		.chain([
			amount(halvings).saturating_mul(steps_in.into()),
			pro_rata(amount(halvings), rest.into(), step.into()),
		])
		.fold(0, Balance::saturating_add)
}

/// What of `total` has decayed: `total − floor(total · e^(−lambda · passed / period))`, with `lambda` in `2⁻¹²⁸`.
pub(super) fn exponential(total: Balance, lambda: u128, period: Moment, passed: Moment) -> Balance {
	let y = U512::from(lambda)
		.saturating_mul(passed.into())
		.checked_div(period.into());
	y.map_or(0, |y| total.saturating_sub(decayed(total, y)))
}

/// The payments of `floor(rate · left / whole)` each period, where `left` falls evenly from `whole` to nothing.
pub(super) fn taper(rate: Balance, whole: Moment, period: Moment, passed: Moment) -> Balance {
	// The payment at the end itself is of nothing.
	let Some(last) = passed.min(whole).checked_div(period) else {
		return 0;
	};
	// Counted from the last payment back, the amounts rise: floor((rate · period · i + rate · left) / whole).
	let left = whole.saturating_sub(last.saturating_mul(period));
	let rate = U256::from(rate);
	let sum = floor_sum(
		U256::from(last).saturating_add(U256::one()),
		whole.into(),
		rate.saturating_mul(period.into()),
		rate.saturating_mul(left.into()),
	);
	sum.try_into().unwrap_or(Balance::MAX)
}

/// `Σ floor((slope · i + offset) / divisor)` over `i` from 0 to `count − 1`, in as many steps as Euclid's algorithm:
/// what is whole in `slope` and `offset` is summed at once, and counting the lattice points under the rest by rows
/// instead of columns is the same problem, smaller. Zero if the divisor is zero.
fn floor_sum(mut count: U256, mut divisor: U256, mut slope: U256, mut offset: U256) -> U256 {
	let mut sum = U256::zero();
	while !divisor.is_zero() && !count.is_zero() {
		let (whole, rest) = slope.div_mod(divisor);
		let pairs = count
			.saturating_mul(count.saturating_sub(U256::one()))
			.div_mod(2.into())
			.0;
		sum = sum.saturating_add(pairs.saturating_mul(whole));
		slope = rest;
		let (whole, rest) = offset.div_mod(divisor);
		sum = sum.saturating_add(count.saturating_mul(whole));
		let top = slope.saturating_mul(count).saturating_add(rest);
		(count, offset) = top.div_mod(divisor);
		(divisor, slope) = (slope, divisor);
	}
	sum
}

/// Whether each amount of `new` is at most that of `old`, at the same times.
pub(super) fn rows_below(new: &[TableRow], old: &[TableRow]) -> bool {
	new.len() == old.len()
		&& new
			.iter()
			.zip(old)
			.all(|(new, old)| new.from == old.from && new.amount <= old.amount)
}

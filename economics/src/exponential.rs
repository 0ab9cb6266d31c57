//! `e^−y` in whole numbers, for what decays for ever.
//!
//! `y` is a whole number of `2⁻¹²⁸`. It is reduced to `k · ln 2 + r`, so that `e^−y = 2^−k · e^−r` with `r < ln 2`, and
//! `e^−r` is the Taylor series in whole numbers of `2⁻¹⁹²`, until its terms vanish.
//!
//! Error: each of at most 40 terms is rounded down (below `2⁻¹⁹¹` with what the last term leaves out), and `k ≤ 192`
//! copies of a rounded `ln 2` add at most `192 · 2⁻¹⁹²`. So `e^−r` is off by less than `2⁻¹⁸³`, and a total below
//! `2¹²⁸` by less than `2⁻⁵⁵` of its base unit: the whole units are exact, unless the true number lies closer than that
//! to a whole one. Two different `y` differ by more than this error, so the result never rises with `y`.

use primitive_types::U512;

/// One, in the fixed point of the series.
const ONE_BITS: usize = 192;
/// `floor(ln 2 · 2¹⁹²)`.
const LN_2: U512 = U512([
	0x40f3_4326_7298_b62d,
	0xc9e3_b398_03f2_f6af,
	0xb172_17f7_d1cf_79ab,
	0,
	0,
	0,
	0,
	0,
]);

/// `floor(total · e^−y)`, where `y` is in `2⁻¹²⁸` and below `2¹⁹²`.
pub(crate) fn decayed(total: u128, y: U512) -> u128 {
	let y = shifted_left(y, ONE_BITS - 128);
	let (halvings, rest) = y.div_mod(LN_2);
	// Beyond, less than one unit of any total is left.
	if halvings >= U512::from(ONE_BITS) {
		return 0;
	}
	let scaled = U512::from(total).saturating_mul(exp_negative(rest));
	let left = shifted_right(scaled, ONE_BITS.saturating_add(halvings.as_usize()));
	// At most `total`, since `e^−r` is at most one.
	left.low_u128()
}

/// `e^−r` for `r` below `ln 2`: `1 − r + r²/2! − r³/3! + …`
fn exp_negative(r: U512) -> U512 {
	let one = shifted_left(U512::one(), ONE_BITS);
	let (mut positive, mut negative) = (one, U512::zero());
	let mut term = one;
	let mut index = 1u64;
	loop {
		term = shifted_right(term.saturating_mul(r), ONE_BITS)
			.checked_div(index.into())
			.unwrap_or_default();
		if term.is_zero() {
			return positive.saturating_sub(negative);
		}
		let sum = if index.is_multiple_of(2) {
			&mut positive
		} else {
			&mut negative
		};
		*sum = sum.saturating_add(term);
		index = index.saturating_add(1);
	}
}

fn shifted_left(value: U512, bits: usize) -> U512 {
	#[allow(clippy::arithmetic_side_effects)] // A shift of this type cannot panic; bits beyond its end are dropped.
	let shifted = value << bits;
	shifted
}

fn shifted_right(value: U512, bits: usize) -> U512 {
	#[allow(clippy::arithmetic_side_effects)] // As above.
	let shifted = value >> bits;
	shifted
}

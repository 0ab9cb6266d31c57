//! What a job costs now.

use crate::{mul_div, Balance, Error};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_arithmetic::{FixedPointNumber, FixedU128, PerThing, Perbill, Rounding};

/// Token base units (12 decimals) in one fiat base unit (6 decimals), at a price of one.
const TOKEN_PER_FIAT: u128 = 1_000_000;
/// [`TOKEN_PER_FIAT`], times the accuracy of [`FixedU128`].
const TOKEN_PER_FIAT_FIXED: u128 = TOKEN_PER_FIAT * FixedU128::DIV;

/// What is known of the token price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PriceFacts {
	/// The median of the fresh feeds.
	pub median: FixedU128,
	/// The smoothed price.
	pub ema: FixedU128,
	/// How far off the price may be, either way.
	pub confidence: FixedU128,
	/// How much is taken off for the age of the price.
	pub margin: Perbill,
}

impl PriceFacts {
	/// The lowest price that the facts allow: `min(ema, median) · (1 − margin) − 2 · confidence`, **rounded down**, at
	/// least zero. The lower of two prices, because a price that lags behind a crash would be a discount.
	pub fn cautious(&self) -> FixedU128 {
		let lower = self.ema.min(self.median).into_inner();
		let left = self.margin.left_from_one().mul_floor(lower);
		let spread = self.confidence.into_inner().saturating_mul(2);
		FixedU128::from_inner(left.saturating_sub(spread))
	}
}

/// What a job costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Quote {
	/// Paid to the suppliers and roles, fiat base units.
	pub fiat: Balance,
	/// Burned, token base units.
	pub burn: Balance,
	/// The price used, fiat per whole token.
	pub price_used: FixedU128,
}

/// What a job of `price` (fiat base units) costs, where `burn_share` of it is burned in tokens:
///
/// ```text
/// burn_value = ceil(price · burn_share)
/// fiat       = price − burn_value
/// price_used = max(floor_price, min(ema, median) · (1 − margin) − 2 · confidence)
/// burn       = ceil(burn_value · 10^6 / price_used)
/// ```
///
/// Everything rounds towards more burned.
///
/// # Errors
///
/// * [`Error::DivisionByZero`] if `floor_price` is zero and the facts allow a price of zero.
/// * [`Error::Overflow`] if the burn does not fit.
pub fn quote(price: Balance, burn_share: Perbill, facts: &PriceFacts, floor_price: FixedU128) -> Result<Quote, Error> {
	let burn_value = burn_share.mul_ceil(price);
	let price_used = facts.cautious().max(floor_price);
	let burn = fiat_to_tokens(burn_value, price_used)?;
	Ok(Quote {
		fiat: price.saturating_sub(burn_value),
		burn,
		price_used,
	})
}

/// The tokens (base units) worth `fiat` (base units): `ceil(fiat · 10^6 / price)`, always **rounded up**.
///
/// # Errors
///
/// * [`Error::DivisionByZero`] if `price` is zero.
/// * [`Error::Overflow`] if the result does not fit.
pub fn fiat_to_tokens(fiat: Balance, price: FixedU128) -> Result<Balance, Error> {
	match price.into_inner() {
		0 => Err(Error::DivisionByZero),
		inner => mul_div(fiat, TOKEN_PER_FIAT_FIXED, inner, Rounding::Up).ok_or(Error::Overflow),
	}
}

//! The end of a job: what is burned, who is paid, and what is earned.

use crate::{mul_div, pro_rata, Balance, ByRole, Error, KAPPA_MAX};
use alloc::vec::Vec;
use sp_arithmetic::{traits::Saturating, PerThing, Perbill, Rounding};

/// One, in parts.
const ONE: u128 = Perbill::ACCURACY as u128;
/// One, in parts of parts: the scale of `share · quality`.
const ONE_SQUARED: u128 = ONE * ONE;

/// The judgement of one supplier's work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged {
	/// Its share of the job.
	pub share: Perbill,
	/// The quality of its work.
	pub quality: Perbill,
}

impl Judged {
	/// `share · quality`, exactly, in parts of [`ONE_SQUARED`].
	fn merit(&self) -> u128 {
		u128::from(self.share.deconstruct()).saturating_mul(u128::from(self.quality.deconstruct()))
	}
}

/// What a settled job brings one supplier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SupplierPay {
	/// Its part of what is burned, token base units.
	pub burned: Balance,
	/// The most tokens that the job may ever earn it, base units.
	pub entitlement: Balance,
	/// Paid to it now, fiat base units.
	pub fiat: Balance,
}

/// What a settled job burns and pays. What was held beyond it returns to the payer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settlement {
	/// Burned of the held tokens, base units.
	pub burned: Balance,
	/// Paid of the held fiat, base units: exactly the sum over the suppliers and the roles.
	pub fiat_paid: Balance,
	/// Paid of it to each role, fiat base units.
	pub roles: ByRole<Balance>,
	/// One entry for each supplier, in the order of the judgement.
	pub suppliers: Vec<SupplierPay>,
}

/// Settle a job that holds `held_burn` tokens and `held_fiat` fiat, by the judgement of its suppliers with shares `s`
/// and qualities `q`, where the roles `r` have the parts `p` of its fiat:
///
/// ```text
/// burned        = ceil(held_burn · Σ s·q)
/// burned_i      = floor(burned · s_i·q_i / Σ s·q)
/// entitlement_i = floor(κ · burned_i)                κ is capped at KAPPA_MAX
/// share_r       = floor(held_fiat · p_r)
/// fiat_r        = floor(share_r · Σ s·q)
/// fiat          = held_fiat − Σ share_r              the suppliers' remainder, exactly
/// fiat_i        = floor(fiat · s_i·q_i)              the last supplier with s·q > 0 takes the rest of floor(fiat · Σ s·q)
/// ```
///
/// If `Σ s·q` is zero, nothing is burned, paid or earned. The entitlements sum to at most `floor(κ · burned)`: whoever
/// is on every side of a job ends with fewer tokens than it began with.
///
/// # Errors
///
/// [`Error::SharesNotOne`] if the shares do not sum to exactly one, [`Error::PartsAboveOne`] if the roles' parts sum to
/// more.
pub fn settle(
	held_burn: Balance,
	held_fiat: Balance,
	parts: &ByRole<Perbill>,
	kappa: Perbill,
	judged: &[Judged],
) -> Result<Settlement, Error> {
	if !parts_fit(parts) {
		return Err(Error::PartsAboveOne);
	}
	if !sums_to_one(judged.iter().map(|supplier| supplier.share)) {
		return Err(Error::SharesNotOne);
	}
	let merit = judged.iter().map(Judged::merit).fold(0, u128::saturating_add);
	let burned = mul_div(held_burn, merit, ONE_SQUARED, Rounding::Up).ok_or(Error::Overflow)?;
	let shares = parts.map(|part| part.mul_floor(held_fiat));
	let fiat = held_fiat.saturating_sub(shares.sum());
	let roles = shares.map(|share| pro_rata(share, merit, ONE_SQUARED));
	let to_suppliers = pro_rata(fiat, merit, ONE_SQUARED);
	let kappa = kappa.min(KAPPA_MAX);
	let pay = |supplier: &Judged| {
		let burned = pro_rata(burned, supplier.merit(), merit);
		let fiat = pro_rata(fiat, supplier.merit(), ONE_SQUARED);
		SupplierPay {
			burned,
			entitlement: kappa.mul_floor(burned),
			fiat,
		}
	};
	let mut suppliers: Vec<_> = judged.iter().map(pay).collect();
	pay_rest(&mut suppliers, judged, to_suppliers);
	Ok(Settlement {
		burned,
		fiat_paid: to_suppliers.saturating_add(roles.sum()),
		roles,
		suppliers,
	})
}

/// Give what `to_suppliers` is above the suppliers' fiat to the last of them with merit.
fn pay_rest(suppliers: &mut [SupplierPay], judged: &[Judged], to_suppliers: Balance) {
	let rest = suppliers
		.iter()
		.fold(to_suppliers, |rest, pay| rest.saturating_sub(pay.fiat));
	if let Some((last, _)) = suppliers
		.iter_mut()
		.zip(judged)
		.rev()
		.find(|(_, judged)| judged.merit() > 0)
	{
		last.fiat = last.fiat.saturating_add(rest);
	}
}

/// Whether the roles' parts of a job's fiat sum to one at most: what is left of it is the suppliers'.
pub fn parts_fit(parts: &ByRole<Perbill>) -> bool {
	sum(parts.each().into_iter().copied()) <= ONE
}

/// Whether the shares sum to exactly one.
pub fn sums_to_one(shares: impl Iterator<Item = Perbill>) -> bool {
	sum(shares) == ONE
}

/// Scale shares so that they sum to exactly one: each part of the sum is **rounded down**, and the first of the largest
/// takes the rest.
///
/// # Errors
///
/// [`Error::SharesZero`] if every share is zero, or there is none.
pub fn scale_to_one(shares: &[Perbill]) -> Result<Vec<Perbill>, Error> {
	let total = sum(shares.iter().copied());
	let largest = shares
		.iter()
		.copied()
		.max()
		.filter(|largest| !largest.is_zero())
		.ok_or(Error::SharesZero)?;
	let mut scaled: Vec<_> = shares
		.iter()
		.map(|share| Perbill::from_rational(u128::from(share.deconstruct()), total))
		.collect();
	let rest = scaled
		.iter()
		.fold(Perbill::one(), |rest, share| rest.saturating_sub(*share));
	if let Some((first, _)) = scaled.iter_mut().zip(shares).find(|(_, share)| **share == largest) {
		*first = first.saturating_add(rest);
	}
	Ok(scaled)
}

/// The sum of shares, in parts of [`ONE`].
fn sum(shares: impl Iterator<Item = Perbill>) -> u128 {
	shares.fold(0, |sum: u128, share| sum.saturating_add(share.deconstruct().into()))
}

//! # BME economics
//!
//! Every formula of the chain, as pure functions on plain numbers.
//!
//! ## Overview
//!
//! A job burns tokens ([`quote()`], [`settle()`]) and earns its suppliers entitlements. An epoch mints what was earned,
//! up to a [`Schedule`] and a bounded part of what was burned ([`epoch_emission`]), and each account is paid by its
//! points ([`pro_rata`]). The [`Policy`] holds every parameter that governance votes on, and [`Policy::validate`] the
//! hard bounds that no vote can pass.
//!
//! The crate knows no accounts, blocks or storage, uses no floats, and never panics: whatever cannot be computed is an
//! [`Error`] or saturates where its documentation says so. Every function states how it rounds. The rule is *against
//! whoever receives; what is left over stays where it was*.
//!
//! ## Terminology
//!
//! * **Token**: the native currency, base units of 12 decimals. **Fiat**: base units of 6 decimals.
//! * **Price**: fiat per whole token, as [`FixedU128`].
//! * **Time**: milliseconds. A [`Schedule`] counts them from time zero, the beginning of epoch 0.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]
#![deny(
	clippy::arithmetic_side_effects,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::panic,
	clippy::unwrap_used
)]

extern crate alloc;

mod below_one;
mod breaker;
mod by;
mod contribution;
mod controller;
mod emission;
mod epoch;
mod exponential;
mod limit;
mod payout;
mod policy;
mod price;
mod projection;
mod quote;
mod schedule;
mod settle;
mod verdict;

pub use below_one::BelowOne;
pub use by::{ByClass, ByPool, ByRole};
pub use contribution::{contribution, contribution_cap, is_far, lower_median};
pub use emission::{epoch_emission, Emission, EmissionState, EpochInput};
pub use epoch::{clamped_elapsed, next_start};
pub use limit::DailyUse;
pub use payout::{ema, mul_div, pro_rata};
pub use policy::{
	Change, ChangeError, Controller, Direction, Parameter, Policy, PolicyError, PoolShares, DAY, KAPPA_MAX,
	LIFETIME_CAP, RHO_MAX,
};
pub use price::{agreement, is_outlier, margin, median, smoothed, step_towards, Agreement, Feed};
pub use projection::{project, project_all, Outlook, Projected, ProjectionError, Scenario};
pub use quote::{fiat_to_tokens, quote, PriceFacts, Quote};
pub use schedule::{Schedule, ScheduleError, TableRow, Term, MAX_PERIODS, MAX_ROWS, MAX_TERMS};
pub use settle::{parts_fit, scale_to_one, settle, sums_to_one, Judged, Settlement, SupplierPay};
pub use sp_arithmetic::{FixedU128, Perbill, Rounding};
pub use verdict::{accuracy_after, differs, is_apart, median_of_each, sampling_chance, shares_fit, shares_of_panel};

use codec::{Decode, DecodeWithMemTracking, Encode};
use scale_info::TypeInfo;

/// Tokens or fiat, in base units.
pub type Balance = u128;
/// Milliseconds.
pub type Moment = u64;

/// Why a formula has no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub enum Error {
	/// The price is zero.
	#[codec(index = 0)]
	DivisionByZero,
	/// The result does not fit into a balance.
	#[codec(index = 1)]
	Overflow,
	/// The shares do not sum to exactly one.
	#[codec(index = 2)]
	SharesNotOne,
	/// Every share is zero.
	#[codec(index = 3)]
	SharesZero,
	/// The parts sum to more than one.
	#[codec(index = 4)]
	PartsAboveOne,
}

//! Every parameter that governance votes on, and the bounds that no vote can pass.

use crate::{sums_to_one, Balance, ByClass, Moment, Schedule, ScheduleError, Term, MAX_PERIODS};
use bounded_collections::BoundedVec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::ops::RangeInclusive;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_arithmetic::{FixedPointNumber, FixedU128, Perbill};

/// One day in milliseconds.
pub const DAY: Moment = 24 * 60 * MINUTE;
/// The most of what a job burned that its suppliers may ever earn.
pub const KAPPA_MAX: Perbill = Perbill::from_percent(98);
/// The most of what was burned that may be minted again. At one, the only value of a token in equilibrium is zero.
pub const RHO_MAX: Perbill = Perbill::from_percent(50);
/// The most that all schedules, one after the other, may ever mint: a thousand million tokens.
pub const LIFETIME_CAP: Balance = 1_000_000_000 * TOKEN;

const MINUTE: Moment = 60_000;
const YEAR: Moment = 365 * DAY;
const TOKEN: Balance = 1_000_000_000_000;

const BURN_SHARE: RangeInclusive<Perbill> = Perbill::from_percent(1)..=Perbill::from_percent(50);
const KAPPA: RangeInclusive<Perbill> = Perbill::from_percent(50)..=KAPPA_MAX;
const REMINT_CAP_MAX: Perbill = Perbill::from_percent(10);
const BURN_EMA_EPOCHS: RangeInclusive<u32> = 3..=60;
const EPOCH_LENGTH: RangeInclusive<Moment> = MINUTE..=7 * DAY;
const WORK_SHARE_MIN: Perbill = Perbill::from_percent(30);
const CONTRIBUTION_SHARE_MAX: Perbill = Perbill::from_percent(25);
const TREASURY_SHARE_MAX: Perbill = Perbill::from_percent(20);
const TARGET: RangeInclusive<FixedU128> = FixedU128::from_inner(FixedU128::DIV / 2)..=FixedU128::from_u32(2);
const DEAD_BAND: RangeInclusive<Perbill> = Perbill::from_percent(1)..=Perbill::from_percent(30);
const CONTROLLER_FLOOR_MIN: Perbill = Perbill::from_percent(10);

/// How an epoch's emission is divided. The shares sum to exactly one.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PoolShares {
	/// Of the work pool.
	pub work: Perbill,
	/// Of the contribution pool.
	pub contribution: Perbill,
	/// Of the security pool.
	pub security: Perbill,
	/// Of the treasury.
	pub treasury: Perbill,
}

/// How the part of the schedule that may be minted follows the burn.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Controller {
	/// The ratio of burned to minted that it steers to.
	pub target: FixedU128,
	/// How far off the target nothing changes.
	pub dead_band: Perbill,
	/// The least part of the schedule that may be minted.
	pub floor: Perbill,
	/// The epochs before it starts.
	pub warm_up: u32,
}

/// Every emission parameter.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Policy {
	/// The part of a job's price that is burned in tokens.
	pub burn_share: ByClass<Perbill>,
	/// κ: the part of what a job burned that its suppliers may ever earn.
	pub kappa: ByClass<Perbill>,
	/// ρ: the part of what was burned that may be minted again.
	pub rho: Perbill,
	/// The most that may be minted again in a day, as a part of what is scheduled for it.
	pub remint_cap_per_day: Perbill,
	/// The epochs over which the burn is averaged.
	pub burn_ema_epochs: u32,
	/// The length of an epoch, milliseconds.
	pub epoch_length: Moment,
	/// How the emission is divided.
	pub shares: PoolShares,
	/// How it follows the burn.
	pub controller: Controller,
	/// How much may be minted until when.
	pub schedule: Schedule,
	/// The least token price that a quote uses.
	pub floor_price: FixedU128,
}

/// Why a policy is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub enum PolicyError {
	/// A burn share is outside 1 % to 50 %.
	#[codec(index = 0)]
	BurnShareOutOfBounds,
	/// A κ is outside 50 % to [`KAPPA_MAX`].
	#[codec(index = 1)]
	KappaOutOfBounds,
	/// ρ is above [`RHO_MAX`].
	#[codec(index = 2)]
	RhoTooHigh,
	/// The re-mint cap is above 10 %.
	#[codec(index = 3)]
	RemintCapTooHigh,
	/// The burn average is not over 3 to 60 epochs.
	#[codec(index = 4)]
	BurnEmaOutOfBounds,
	/// An epoch is shorter than a minute or longer than 7 days.
	#[codec(index = 5)]
	EpochLengthOutOfBounds,
	/// The shares of the emission do not sum to exactly one.
	#[codec(index = 6)]
	SharesNotOne,
	/// The work share is below 30 %.
	#[codec(index = 7)]
	WorkShareTooLow,
	/// The contribution share is above 25 %.
	#[codec(index = 8)]
	ContributionShareTooHigh,
	/// The treasury share is above 20 %.
	#[codec(index = 9)]
	TreasuryShareTooHigh,
	/// The controller's target is outside 0.5 to 2.
	#[codec(index = 10)]
	TargetOutOfBounds,
	/// The controller's dead band is outside 1 % to 30 %.
	#[codec(index = 11)]
	DeadBandOutOfBounds,
	/// The controller's floor is below 10 %.
	#[codec(index = 12)]
	ControllerFloorTooLow,
	/// A term of the schedule is malformed.
	#[codec(index = 13)]
	Schedule(ScheduleError),
	/// The schedule's total is above [`LIFETIME_CAP`].
	#[codec(index = 14)]
	LifetimeCapExceeded,
}

impl Policy {
	/// Whether every parameter is within its hard bounds.
	///
	/// # Errors
	///
	/// The first [`PolicyError`] found.
	pub fn validate(&self) -> Result<(), PolicyError> {
		self.validate_jobs()?;
		self.validate_emission()?;
		self.shares.validate()?;
		self.controller.validate()?;
		self.schedule.validate().map_err(PolicyError::Schedule)?;
		ensure(self.schedule.total() <= LIFETIME_CAP, PolicyError::LifetimeCapExceeded)
	}

	fn validate_jobs(&self) -> Result<(), PolicyError> {
		let within = |values: &ByClass<Perbill>, bounds: RangeInclusive<_>| {
			values.each().into_iter().all(|value| bounds.contains(value))
		};
		ensure(within(&self.burn_share, BURN_SHARE), PolicyError::BurnShareOutOfBounds)?;
		ensure(within(&self.kappa, KAPPA), PolicyError::KappaOutOfBounds)
	}

	fn validate_emission(&self) -> Result<(), PolicyError> {
		ensure(self.rho <= RHO_MAX, PolicyError::RhoTooHigh)?;
		ensure(self.remint_cap_per_day <= REMINT_CAP_MAX, PolicyError::RemintCapTooHigh)?;
		ensure(
			BURN_EMA_EPOCHS.contains(&self.burn_ema_epochs),
			PolicyError::BurnEmaOutOfBounds,
		)?;
		ensure(
			EPOCH_LENGTH.contains(&self.epoch_length),
			PolicyError::EpochLengthOutOfBounds,
		)
	}

	/// The defaults, for a chain that begins with `genesis_issuance` tokens (base units) at `genesis_price`. In the
	/// first year 5 % of the issuance is scheduled, then 15 % less each year; the least price of a quote is a tenth of
	/// the first.
	pub fn default_for(genesis_issuance: Balance, epoch_length: Moment, genesis_price: FixedU128) -> Self {
		let by_class = |interactive, training| ByClass {
			agent: Perbill::from_percent(interactive),
			inference: Perbill::from_percent(interactive),
			training: Perbill::from_percent(training),
		};
		Self {
			burn_share: by_class(20, 15),
			kappa: by_class(95, 90),
			rho: Perbill::from_percent(10),
			remint_cap_per_day: Perbill::from_percent(5),
			burn_ema_epochs: 7,
			epoch_length,
			shares: PoolShares::DEFAULT,
			controller: Controller::DEFAULT,
			schedule: declining(Perbill::from_percent(5).mul_floor(genesis_issuance)),
			floor_price: FixedU128::from_inner(genesis_price.into_inner() / 10),
		}
	}
}

impl PoolShares {
	const DEFAULT: Self = Self {
		work: Perbill::from_percent(50),
		contribution: Perbill::from_percent(25),
		security: Perbill::from_percent(20),
		treasury: Perbill::from_percent(5),
	};

	fn validate(&self) -> Result<(), PolicyError> {
		let all = [self.work, self.contribution, self.security, self.treasury];
		ensure(sums_to_one(all.into_iter()), PolicyError::SharesNotOne)?;
		ensure(self.work >= WORK_SHARE_MIN, PolicyError::WorkShareTooLow)?;
		ensure(
			self.contribution <= CONTRIBUTION_SHARE_MAX,
			PolicyError::ContributionShareTooHigh,
		)?;
		ensure(self.treasury <= TREASURY_SHARE_MAX, PolicyError::TreasuryShareTooHigh)
	}
}

impl Controller {
	const DEFAULT: Self = Self {
		target: FixedU128::from_u32(1),
		dead_band: Perbill::from_percent(10),
		floor: Perbill::from_percent(25),
		warm_up: 90,
	};

	fn validate(&self) -> Result<(), PolicyError> {
		ensure(TARGET.contains(&self.target), PolicyError::TargetOutOfBounds)?;
		ensure(DEAD_BAND.contains(&self.dead_band), PolicyError::DeadBandOutOfBounds)?;
		ensure(self.floor >= CONTROLLER_FLOOR_MIN, PolicyError::ControllerFloorTooLow)
	}
}

/// `first` in the first year, 15 % less each year, for as long as a term can go on.
fn declining(first: Balance) -> Schedule {
	let ratio = Perbill::from_percent(85);
	let term = Term::Geometric {
		start: 0,
		first,
		ratio,
		period: YEAR,
		terms: MAX_PERIODS,
	};
	Schedule {
		terms: BoundedVec::truncate_from([term].into()),
	}
}

fn ensure(holds: bool, error: PolicyError) -> Result<(), PolicyError> {
	holds.then_some(()).ok_or(error)
}

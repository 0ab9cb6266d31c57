//! Every parameter that governance votes on, and the bounds that no vote can pass.

mod change;
mod parameter;

pub use change::{Change, ChangeError, Direction};
pub use parameter::Parameter;

use crate::{Balance, BelowOne, ByClass, Moment, Schedule, ScheduleError, Term, MAX_PERIODS};
use bounded_collections::BoundedVec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_arithmetic::{FixedPointNumber, FixedU128, PerThing, Perbill};

/// One day in milliseconds.
pub const DAY: Moment = 24 * 60 * 60 * 1_000;
/// The most of what a job burned that its suppliers may ever earn.
pub const KAPPA_MAX: Perbill = Perbill::from_percent(98);
/// The most of the net burn that may be minted again. At one, the only value of a token in equilibrium is zero.
pub const RHO_MAX: Perbill = Perbill::from_percent(50);
/// The most that all schedules, one after the other, may ever mint: a thousand million tokens.
pub const LIFETIME_CAP: Balance = 1_000_000_000 * TOKEN;

const YEAR: Moment = 365 * DAY;
const TOKEN: Balance = 1_000_000_000_000;

/// How an epoch's emission is divided. The work pool has what the others leave, so that all sum to exactly one.
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
	/// Of the contribution pool.
	pub contribution: Perbill,
	/// Of the security pool.
	pub security: Perbill,
	/// Of the treasury.
	pub treasury: Perbill,
}

/// How the part of the schedule that is minted beside work follows the burn.
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
	/// How many tokens have to be burned for good for each that the other pools mint above their floor.
	pub target: FixedU128,
	/// The least part of the schedule that the other pools may mint.
	pub floor: Perbill,
	/// The epochs in which they may mint all of it.
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
	pub kappa: ByClass<BelowOne>,
	/// ρ: the part of the net burn that may be minted again.
	pub rho: BelowOne,
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
	/// This number is outside its hard bounds: [`Parameter::bounds`].
	#[codec(index = 0)]
	OutOfBounds(Parameter),
	/// A term of the schedule is malformed.
	#[codec(index = 1)]
	Schedule(ScheduleError),
	/// The shares of the contribution and security pools and of the treasury sum to more than one.
	#[codec(index = 2)]
	SharesAboveOne,
	/// What was minted so far and what the schedule still holds are together above [`LIFETIME_CAP`].
	#[codec(index = 3)]
	LifetimeCapExceeded,
}

impl Policy {
	/// Whether every number is within its hard bounds, on a chain that has minted nothing yet.
	///
	/// # Errors
	///
	/// The first [`PolicyError`] found.
	pub fn validate(&self) -> Result<(), PolicyError> {
		self.validate_at(0, 0)
	}

	/// Whether every number is within its hard bounds at `now` (milliseconds since time zero), on a chain that has
	/// minted `minted` so far, without what it minted again.
	///
	/// # Errors
	///
	/// The first [`PolicyError`] found.
	pub fn validate_at(&self, now: Moment, minted: Balance) -> Result<(), PolicyError> {
		self.schedule.validate().map_err(PolicyError::Schedule)?;
		ensure(self.shares.others().is_some(), PolicyError::SharesAboveOne)?;
		let ever = Parameter::ScheduledEver.of(self, now).saturating_add(minted);
		ensure(ever <= LIFETIME_CAP, PolicyError::LifetimeCapExceeded)?;
		Parameter::ALL.into_iter().try_for_each(|parameter| {
			let within = parameter.bounds().contains(&parameter.of(self, now));
			ensure(within, PolicyError::OutOfBounds(parameter))
		})
	}

	/// The defaults, for a chain that begins with `genesis_issuance` tokens (base units) at `genesis_price`. In the
	/// first year 5 % of the issuance is scheduled, then 15 % less each year; the least price of a quote is a tenth of
	/// the first.
	pub fn default_for(genesis_issuance: Balance, epoch_length: Moment, genesis_price: FixedU128) -> Self {
		Self {
			burn_share: by_class(Perbill::from_percent(20), Perbill::from_percent(15)),
			kappa: by_class(BelowOne::from_percent(95), BelowOne::from_percent(90)),
			rho: BelowOne::from_percent(10),
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
		contribution: Perbill::from_percent(25),
		security: Perbill::from_percent(20),
		treasury: Perbill::from_percent(5),
	};

	/// Of the work pool: what the others leave.
	pub fn work(&self) -> Perbill {
		self.others().unwrap_or(Perbill::one()).left_from_one()
	}

	/// All but the work pool's. `None` if they are more than one.
	fn others(&self) -> Option<Perbill> {
		let sum = [self.contribution, self.security, self.treasury]
			.into_iter()
			.fold(0u32, |sum, share| sum.saturating_add(share.deconstruct()));
		(sum <= Perbill::one().deconstruct()).then_some(Perbill::from_parts(sum))
	}
}

impl Controller {
	const DEFAULT: Self = Self {
		target: FixedU128::from_inner(FixedU128::DIV / 2 * 5),
		floor: Perbill::from_percent(25),
		warm_up: 90,
	};
}

fn by_class<T: Copy>(interactive: T, training: T) -> ByClass<T> {
	ByClass {
		agent: interactive,
		inference: interactive,
		training,
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

//! What an epoch mints.

use crate::{ema, mul_div, pro_rata, Balance, ByPool, Policy, PoolShares, RHO_MAX};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_arithmetic::{traits::One, FixedPointNumber, FixedU128, PerThing, Perbill, Rounding};

/// What the emission remembers from one epoch to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct EmissionState {
	/// The exponential average of the tokens burned in an epoch.
	pub ema_burn: Balance,
	/// The part of everything burned so far that may still be minted again.
	pub allowance: Balance,
	/// The part of the schedule that may be minted.
	pub multiplier: FixedU128,
	/// What was minted in the last day, fading evenly: the breaker's measure.
	pub recent_minted: Balance,
	/// What was scheduled in the last day, fading alike.
	pub recent_scheduled: Balance,
}

impl Default for EmissionState {
	fn default() -> Self {
		Self {
			ema_burn: 0,
			allowance: 0,
			multiplier: FixedU128::one(),
			recent_minted: 0,
			recent_scheduled: 0,
		}
	}
}

/// What happened in an epoch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EpochInput {
	/// Its number.
	pub index: u32,
	/// What the schedule holds for the time that it counts: see [`clamped_elapsed`](crate::clamped_elapsed()).
	pub scheduled: Balance,
	/// Tokens burned by jobs and channels.
	pub burned: Balance,
	/// Points earned: entitlements, contribution points and blocks authored.
	pub points: ByPool<u128>,
	/// The blocks that a chain without a gap authors in this time.
	pub expected_blocks: u128,
}

/// What an epoch mints.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Emission {
	/// What the schedule holds for it.
	pub scheduled: Balance,
	/// The part of the schedule that may be minted.
	pub base: Balance,
	/// The part of `minted.work` that came from tokens burned before.
	pub reminted: Balance,
	/// Minted into each pool.
	pub minted: ByPool<Balance>,
	/// Minted to the treasury.
	pub treasury: Balance,
}

impl Emission {
	/// Everything minted.
	pub fn total(&self) -> Balance {
		self.minted.sum().saturating_add(self.treasury)
	}
}

impl EmissionState {
	/// The state once `burned` is counted.
	fn with_burned(&self, policy: &Policy, burned: Balance) -> Self {
		let gained = rho(policy).mul_floor(burned);
		Self {
			ema_burn: ema(self.ema_burn, burned, policy.burn_ema_epochs),
			allowance: self.allowance.saturating_add(gained),
			..*self
		}
	}

	/// The most that may be minted again in an epoch for which so much is scheduled.
	fn remint(&self, policy: &Policy, scheduled: Balance) -> Balance {
		let cap = policy.remint_cap_per_day.mul_floor(scheduled);
		rho(policy).mul_floor(self.ema_burn).min(cap).min(self.allowance)
	}
}

/// The emission of an epoch, and the state after it:
///
/// ```text
/// base         = floor(m · scheduled)                                   m is capped at 1
/// ema_burn     = exponential average of what was burned
/// allowance   += floor(ρ · burned)                                      ρ is capped at RHO_MAX
/// remint       = min(floor(ρ · ema_burn), floor(cap · scheduled), allowance)
/// work         = min(floor(work_share · base) + remint, Σ entitlements)
/// reminted     = what of work is beyond floor(work_share · base)
/// allowance   −= reminted
/// contribution = min(floor(contribution_share · base), Σ contribution points)
/// security     = min(budget, floor(budget · blocks / expected_blocks))  budget = floor(security_share · base)
/// treasury     = min(floor(t / (1 − t) · (work + contribution + security)), floor(t · base))
/// m            = what the controller makes of ema_burn and of all that is minted
/// ```
///
/// The re-mint cap is a part of the scheduled day for each day that passed, hence the same part of what is scheduled
/// for the epoch. Burned tokens are minted again into the work pool only, where entitlements bound them, and only once
/// the schedule's own part of that pool is used up: the allowance pays for what was minted again, not for what could
/// have been. What nobody earned is not minted; with no blocks expected, none is earned. Everything **rounds down**:
/// under a valid policy `work + contribution + security + treasury ≤ base + reminted`.
///
/// Whoever mints asks the breaker first: [`EmissionState::admit`].
pub fn epoch_emission(policy: &Policy, input: &EpochInput, state: &EmissionState) -> (Emission, EmissionState) {
	let base = pro_rata(input.scheduled, state.multiplier.into_inner(), FixedU128::DIV);
	let mut next = state.with_burned(policy, input.burned);
	let remint = next.remint(policy, input.scheduled);
	let minted = minted(&policy.shares, base, remint, input);
	let emission = Emission {
		scheduled: input.scheduled,
		base,
		reminted: minted.work.saturating_sub(policy.shares.work().mul_floor(base)),
		minted,
		treasury: treasury(policy.shares.treasury, base, &minted),
	};
	next.allowance = next.allowance.saturating_sub(emission.reminted);
	next.multiplier = policy
		.controller
		.next(state.multiplier, input.index, next.ema_burn, emission.total());
	(emission, next)
}

/// What each pool mints: what was earned of its budget.
fn minted(shares: &PoolShares, base: Balance, remint: Balance, input: &EpochInput) -> ByPool<Balance> {
	let work_budget = shares.work().mul_floor(base).saturating_add(remint);
	let security_budget = shares.security.mul_floor(base);
	ByPool {
		work: work_budget.min(input.points.work),
		contribution: shares.contribution.mul_floor(base).min(input.points.contribution),
		security: pro_rata(security_budget, input.points.security, input.expected_blocks),
	}
}

/// The treasury's part, which follows what was earned: nothing without it, and its whole share where following it has
/// no bound.
fn treasury(share: Perbill, base: Balance, minted: &ByPool<Balance>) -> Balance {
	let earned = minted.sum();
	if earned == 0 {
		return 0;
	}
	let (part, others) = (share.deconstruct(), share.left_from_one().deconstruct());
	let following = mul_div(earned, part.into(), others.into(), Rounding::Down).unwrap_or(Balance::MAX);
	following.min(share.mul_floor(base))
}

/// The part of what was burned that may be minted again.
fn rho(policy: &Policy) -> Perbill {
	policy.rho.get().min(RHO_MAX)
}

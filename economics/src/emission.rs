//! What an epoch mints.

use crate::{ema, mul_div, pro_rata, Balance, ByPool, Moment, Policy, RHO_MAX};
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
}

impl Default for EmissionState {
	fn default() -> Self {
		Self {
			ema_burn: 0,
			allowance: 0,
			multiplier: FixedU128::one(),
		}
	}
}

/// What happened in an epoch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EpochInput {
	/// When it began, milliseconds since time zero.
	pub start: Moment,
	/// How long it counts, milliseconds, as [`clamped_elapsed`](crate::clamped_elapsed) gives it.
	pub elapsed: Moment,
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

/// The emission of an epoch, and the state after it:
///
/// ```text
/// base         = floor(m · scheduled)                                   m ≤ 1
/// ema_burn     = exponential average of what was burned
/// allowance   += floor(ρ · burned)                                      ρ is capped at RHO_MAX
/// remint       = min(floor(ρ · ema_burn), floor(cap · scheduled), allowance)
/// work         = min(floor(work_share · base) + remint, Σ entitlements)
/// reminted     = what of work is beyond floor(work_share · base);       allowance −= reminted
/// contribution = min(floor(contribution_share · base), Σ contribution points)
/// security     = min(budget, floor(budget · blocks / expected blocks))  budget = floor(security_share · base)
/// treasury     = floor(t / (1 − t) · (work + contribution + security)), at most floor(t · base)
/// ```
///
/// The cap is a part of a scheduled day for each day, hence the same part of what is scheduled for the elapsed time. Burned tokens are minted again
/// into the work pool only, where entitlements bound them, and only once the schedule's own part of it is used up: the allowance pays for
/// what was minted, not for what could have been. What nobody earned is not minted; without expected blocks no block is earned. Everything
/// **rounds down**, so that under a valid policy `Σ minted + treasury ≤ base + reminted`. The multiplier is passed on as it is.
pub fn epoch_emission(policy: &Policy, input: &EpochInput, state: &EmissionState) -> (Emission, EmissionState) {
	let scheduled = policy
		.schedule
		.scheduled(input.start, input.start.saturating_add(input.elapsed));
	let multiplier = state.multiplier.min(FixedU128::one()).into_inner();
	let base = pro_rata(scheduled, multiplier, FixedU128::DIV);

	let rho = policy.rho.min(RHO_MAX);
	let ema_burn = ema(state.ema_burn, input.burned, policy.burn_ema_epochs);
	let allowance = state.allowance.saturating_add(rho.mul_floor(input.burned));
	let cap = policy.remint_cap_per_day.mul_floor(scheduled);
	let remint = rho.mul_floor(ema_burn).min(cap).min(allowance);

	let shares = &policy.shares;
	let work_base = shares.work.mul_floor(base);
	let security_budget = shares.security.mul_floor(base);
	let minted = ByPool {
		work: work_base.saturating_add(remint).min(input.points.work),
		contribution: shares.contribution.mul_floor(base).min(input.points.contribution),
		security: pro_rata(security_budget, input.points.security, input.expected_blocks),
	};
	let reminted = minted.work.saturating_sub(work_base);
	let treasury = treasury(shares.treasury, base, &minted);
	let next = EmissionState {
		ema_burn,
		allowance: allowance.saturating_sub(reminted),
		..*state
	};
	(
		Emission {
			scheduled,
			base,
			reminted,
			minted,
			treasury,
		},
		next,
	)
}

/// The treasury's part, which follows what was earned. A share of one, which no policy allows, has nothing to follow and gets nothing.
fn treasury(share: Perbill, base: Balance, minted: &ByPool<Balance>) -> Balance {
	let earned = minted.each().into_iter().copied().fold(0, Balance::saturating_add);
	let others = share.left_from_one().deconstruct();
	mul_div(earned, share.deconstruct().into(), others.into(), Rounding::Down)
		.unwrap_or(0)
		.min(share.mul_floor(base))
}

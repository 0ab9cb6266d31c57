//! What an epoch mints.

use crate::{ema, pro_rata, Balance, ByPool, Policy, PoolShares, RHO_MAX};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_arithmetic::{FixedPointNumber, FixedU128, Perbill};

/// What the emission remembers from one epoch to the next.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct EmissionState {
	/// The exponential average of the net burn of an epoch: what it burned beyond what its work may earn.
	pub average_net_burn: Balance,
	/// The part of all net burn so far that may still be minted again.
	pub allowance: Balance,
	/// What was minted in the last day, fading evenly: the breaker's measure.
	pub recent_minted: Balance,
	/// What was scheduled in the last day, fading alike.
	pub recent_scheduled: Balance,
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
	/// The part of it that the other pools and the treasury may mint; the work pool may mint its whole share.
	pub multiplier: FixedU128,
	/// What the pools and the treasury may mint of it together.
	pub budget: Balance,
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
	/// The state once the net burn of an epoch is counted.
	fn with_net_burn(&self, policy: &Policy, net_burn: Balance) -> Self {
		let gained = rho(policy).mul_floor(net_burn);
		Self {
			average_net_burn: ema(self.average_net_burn, net_burn, policy.burn_ema_epochs),
			allowance: self.allowance.saturating_add(gained),
			..*self
		}
	}

	/// The most that may be minted again in an epoch for which so much is scheduled.
	fn remint(&self, policy: &Policy, scheduled: Balance) -> Balance {
		let cap = policy.remint_cap_per_day.mul_floor(scheduled);
		rho(policy)
			.mul_floor(self.average_net_burn)
			.min(cap)
			.min(self.allowance)
	}
}

/// The emission of an epoch, and the state after it:
///
/// ```text
/// m            = Policy::multiplier, from the average before this epoch
/// base         = floor(m · scheduled)
/// net_burn     = burned − Σ entitlements
/// average      = exponential average of net_burn
/// allowance   += floor(ρ · net_burn)                                    ρ is capped at RHO_MAX
/// remint       = min(floor(ρ · average), floor(cap · scheduled), allowance)
/// work         = min(floor(work_share · scheduled) + remint, Σ entitlements)
/// reminted     = what of work is beyond floor(work_share · scheduled)
/// allowance   −= reminted
/// contribution = min(floor(contribution_share · base), Σ contribution points)
/// security     = min(budget, floor(budget · blocks / expected_blocks))  budget = floor(security_share · base)
/// treasury     = floor(floor(t · base) · (contribution + security) / their budgets)
/// ```
///
/// Work needs no multiplier: entitlements bound it by what was burned. What else follows the burn follows the *net*
/// burn, at most ρ of it into work and `1 / target` of it into the other pools. So of each token burned, all that is
/// ever minted because of it is at most `κ + (ρ + 1 / target) · (1 − κ) < 1`, whoever owns the pools.
///
/// The re-mint cap is a part of the scheduled day for each day that passed, hence the same part of what is scheduled
/// for the epoch. The allowance pays for what was minted again, not for what could have been. What nobody earned is not
/// minted; with no blocks expected, none is earned. Everything **rounds down**: under a valid policy
/// `work + contribution + security + treasury ≤ budget + reminted`.
///
/// Whoever mints asks the breaker first: [`EmissionState::admit`].
pub fn epoch_emission(policy: &Policy, input: &EpochInput, state: &EmissionState) -> (Emission, EmissionState) {
	let multiplier = policy.multiplier(input.index, state.average_net_burn, input.scheduled);
	let base = pro_rata(input.scheduled, multiplier.into_inner(), FixedU128::DIV);
	let mut next = state.with_net_burn(policy, input.burned.saturating_sub(input.points.work));
	let (budgets, treasury_budget) = budgets(&policy.shares, input.scheduled, base);
	let minted = minted(&budgets, next.remint(policy, input.scheduled), input);
	let emission = Emission {
		scheduled: input.scheduled,
		multiplier,
		budget: budgets.sum().saturating_add(treasury_budget),
		reminted: minted.work.saturating_sub(budgets.work),
		minted,
		treasury: treasury(treasury_budget, &minted, &budgets),
	};
	next.allowance = next.allowance.saturating_sub(emission.reminted);
	(emission, next)
}

/// What each pool and the treasury may mint by the schedule.
fn budgets(shares: &PoolShares, scheduled: Balance, base: Balance) -> (ByPool<Balance>, Balance) {
	let pools = ByPool {
		work: shares.work().mul_floor(scheduled),
		contribution: shares.contribution.mul_floor(base),
		security: shares.security.mul_floor(base),
	};
	(pools, shares.treasury.mul_floor(base))
}

/// What each pool mints: what was earned of its budget.
fn minted(budgets: &ByPool<Balance>, remint: Balance, input: &EpochInput) -> ByPool<Balance> {
	ByPool {
		work: budgets.work.saturating_add(remint).min(input.points.work),
		contribution: budgets.contribution.min(input.points.contribution),
		security: pro_rata(budgets.security, input.points.security, input.expected_blocks),
	}
}

/// The treasury's part follows what the pools beside work earned of their budgets. It does not follow work: a treasury
/// that grew by every entitlement would mint more for a burn than was burned.
fn treasury(budget: Balance, minted: &ByPool<Balance>, budgets: &ByPool<Balance>) -> Balance {
	let beside_work = |pools: &ByPool<Balance>| pools.contribution.saturating_add(pools.security);
	pro_rata(budget, beside_work(minted), beside_work(budgets))
}

/// The part of the net burn that may be minted again.
fn rho(policy: &Policy) -> Perbill {
	policy.rho.get().min(RHO_MAX)
}

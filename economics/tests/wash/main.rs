//! # Washing
//!
//! A *coalition* is any set of accounts, with any part of the validators, the contribution items, the treasury and the
//! work for jobs of others. Its *own* jobs are those that it pays for.
//!
//! **Theorem 1: jobs never leave a coalition richer.** Over any history, whatever accounts form the coalition, in
//! whatever roles, all tokens ever paid because of the jobs that it pays for are at most what these jobs burned, and
//! fewer unless its own panel seats take all of the rest.
//!
//! *Proof.* A job that burns `b` gives its suppliers points of at most `⌊κ·b⌋` together ([`settle()`]: `Σ burned_i ≤ b`
//! and floors only lower), in the one epoch in which it ends. An epoch mints for Work at most the sum of its points
//! ([`epoch_emission()`]), and [`pro_rata()`] of at most the sum of the points is at most the points, so a point never
//! pays more than one unit, once. A panel takes at most `⌊(1 − κ)·b⌋`. The sum is at most `b`. No price, epoch, pool
//! size or number of accounts is in the argument. ∎ Tested in `graphs`; what happened elsewhere in `attacks`.
//!
//! **Theorem 2: nor does anything else that they move.** Take two histories of one policy that differ only by the own
//! jobs of a coalition: the same jobs of others, blocks, items and closes. Let these jobs burn `w` in all and give
//! entitlements of `ε ≤ κ·w`. With them the coalition ends with fewer tokens than without them, by at least
//! `(1 − ρ − 1 / target)·(w − ε) ≥ (1 − κ)·w / 10`, but for roundings ([`roundings`]): even if it owns all pools and
//! the treasury.
//!
//! *Proof.* Dashes mark the history without, Δ what the own jobs add, sums run over epochs; at first without roundings.
//!
//! 1. *The average is a linear filter of gain one.* `a ← (1 − α)·a + α·n`, `α = 2 / (window + 1)`, from zero, so that
//!    `a / α = Σ n − Σ of the averages before`. The net burn of own jobs is never negative, so `Δa ≥ 0`, and
//!    `Σ Δa ≤ Σ Δn = w − ε`.
//! 2. *Contribution, Security and the treasury.* `m·(1 − work_share)·S` is `a / target` clamped between bounds that
//!    depend on time alone. A clamp, a minimum with fixed points and a fixed part of blocks never fall and have slopes
//!    of at most one. The treasury mints a fixed part of what both pools mint, `t / (c + s)` by their shares, and none
//!    of work; so all three mint more by at most what their budgets grow. The coalition's part of each is the same. So
//!    these bring it at most `Σ Δa / target` more.
//! 3. *The allowance is never the least.* What was minted again before an epoch is at most `ρ` of the averages before
//!    it. By 1, what is left is at least `ρ·a / α ≥ 2·ρ·a`. So the re-mint is `R = min(ρ·a, cap·S)`, and
//!    `0 ≤ ΔR ≤ ρ·Δa`.
//! 4. *Work.* Let `e` be what the own jobs add to the points `E'` of an epoch, and let a point be paid `r` and `r'`. If
//!    `r ≤ r'`, the coalition gets at most `e` more. Otherwise it gets at most
//!    `r·e + (r − r')·E' = min(B + R, E' + e) − min(B + R', E') ≤ e + ΔR`: the points of others rise at most by the
//!    extra re-mint, and `B` depends on time alone. In all it gets at most `ε + ρ·Σ Δa` more.
//!
//! So it gets at most `ε + (ρ + 1 / target)·(w − ε)` more and pays `w`. Bounds: `ρ + 1 / target ≤ 9/10`. ∎ Tested in
//! `graphs` on whole histories, in `feedback` on epochs with anything anybody may own, and hunted for in `search`.
//!
//! *Roundings.* `average` loses `δ < 1` a step, so `Σ Δa` may be above by `Σ δ' / α`, half the window and a half an
//! epoch: from below the average of an even burn stops so many units short, and a wash lifts it over. `follow`, the
//! multiplier (`S / 10¹⁸` units), `base` and two budgets lose one each, the re-mint one, and its allowance one an
//! epoch, which can then be short, in all by two an epoch, where the average is as small. The treasury's budget and its
//! part lose one each, and it multiplies by `t / (c + s)` what is lost of the budgets that it follows, by which it
//! divides, and of blocks: five. Each payment loses one.
//!
//! **Not covered.**
//!
//! * *A change of policy in between.* After a vote for a longer window, what is in the average counts for longer; after
//!   one for a higher ρ the allowance can be the least, and others then lose what the coalition wins.
//! * *Panels*, when there are any: their pay must come off the net burn as entitlements do.
//!
//! Not modelled: fees, bonds, slashes and the fee for cancelling, which only cost.

mod attacks;
mod feedback;
mod graphs;
mod history;
mod search;
mod treasury;

use bme_economics::*;

const TOKEN: Balance = 1_000_000_000_000;
/// One, as a fixed-point number.
const ONE: u128 = FixedU128::from_u32(1).into_inner();

/// The hard bounds of a policy, at the loosest end where `loose`: what a hostile vote could reach in time.
fn policy(loose: bool) -> Policy {
	let mut policy = Policy::default_for(LIFETIME_CAP, DAY, FixedU128::from_u32(1));
	if loose {
		let kappa = BelowOne::from_percent(98);
		policy.kappa = ByClass {
			agent: kappa,
			inference: kappa,
			training: kappa,
		};
		policy.rho = BelowOne::from_percent(50);
		policy.remint_cap_per_day = Perbill::from_percent(10);
		policy.burn_ema_epochs = 3;
		policy.shares = PoolShares {
			contribution: Perbill::from_percent(25),
			security: Perbill::from_percent(25),
			treasury: Perbill::from_percent(20),
		};
		policy.controller = Controller {
			target: FixedU128::from_rational(5, 2),
			floor: Perbill::from_percent(10),
			warm_up: 0,
		};
	}
	assert_eq!(policy.validate(), Ok(()));
	policy
}

/// What a coalition loses of each token of its net burn by theorem 2, before roundings: `1 − ρ − 1 / target`.
fn lost(policy: &Policy, net_burn: Balance) -> Balance {
	let kept = (Perbill::one() - policy.rho.get()).mul_floor(net_burn);
	let target = policy.controller.target.into_inner();
	kept.saturating_sub(mul_div(net_burn, ONE, target, Rounding::Up).unwrap())
}

/// The units that theorem 2 may be off by in epochs of so much scheduled, for a coalition of so many accounts.
fn roundings(policy: &Policy, scheduled: impl Iterator<Item = Balance>, accounts: u128) -> Balance {
	let average = u128::from(policy.burn_ema_epochs).div_ceil(2) + 1;
	let [followed, treasury] = [
		policy.shares.contribution + policy.shares.security,
		policy.shares.treasury,
	]
	.map(|share| u128::from(share.deconstruct()));
	// Where there is nothing to follow, nothing is minted.
	let treasury = 2 + (5 * treasury).checked_div(followed).map_or(0, |part| part + 1) + 1;
	let of_epoch = |scheduled: Balance| average + 5 + scheduled / ONE + 3 + treasury + 3 * accounts;
	// The two of `lost`.
	scheduled.map(of_epoch).sum::<Balance>() + 2
}

//! # Washing
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
//! **Theorem 2: without feedback from the burn, washing loses.** If the multiplier does not follow the burn (before
//! `warm_up`, or with a floor of one) and κ + ρ ≤ 1, a coalition that owns any part of everything (validators, items,
//! suppliers of the honest jobs) and washes `w` gains at most `(κ + ρ − 1)·w ≤ 0`, up to a unit an epoch.
//!
//! *Proof.* Contribution and Security are as without its jobs. An epoch's Work is `min(budget + remint, Σ points)`,
//! which its jobs raise by at most `κ·wₑ` plus what they raise the re-mint by. The latter is at most `ρ` of what they
//! raise the average by, and the weights of an average that starts at zero sum to at most one. ∎ Tested in `feedback`.
//!
//! **What does not hold**: that buying the multiplier up loses (`economics.md` §6), and that the re-mint is harmless
//! where κ + ρ > 1. `feedback` pins the smallest histories found in which washing pays.
//!
//! Not modelled: fees, bonds, slashes and the fee for cancelling, which only cost.

mod attacks;
mod feedback;
mod graphs;

use bme_economics::*;

const TOKEN: Balance = 1_000_000_000_000;

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
			target: FixedU128::from_rational(1, 2),
			dead_band: Perbill::from_percent(1),
			floor: Perbill::from_percent(10),
			warm_up: 0,
		};
	}
	assert_eq!(policy.validate(), Ok(()));
	policy
}

//! The burn at which the supply stays as it is, by bisection over the functions and by the closed forms.

use crate::{close, percent, policy, resting, LATE, ONE, SCHEDULED};
use bme_economics::*;

/// What is minted in an epoch after endless ones of the same burn and items.
fn at_rest(policy: &Policy, burned: Balance, items: u128) -> Emission {
	close(policy, LATE, (burned, items), &resting(policy, burned)).0
}

fn minted(policy: &Policy, burned: Balance, items: u128) -> Balance {
	at_rest(policy, burned, items).total()
}

/// The highest burn that is not above what it mints.
fn break_even(policy: &Policy, items: u128) -> Balance {
	let (mut low, mut high) = (0, SCHEDULED * 100);
	while high - low > 1 {
		let middle = low + (high - low) / 2;
		if minted(policy, middle, items) >= middle {
			low = middle;
		} else {
			high = middle;
		}
	}
	low
}

/// `amount / (1 − slope)`, the slope in `10⁻¹⁸`.
fn crossing(amount: Balance, slope: u128) -> Balance {
	mul_div(amount, ONE * ONE, ONE * ONE - slope, Rounding::Down).unwrap()
}

/// `B*`, first bound by use and then by the schedule: the least of either is where burn equals mint. Of the schedule
/// `S`, let `c`, `s` and `t` be the shares of contribution, security and the treasury, `e` what is earned of `c + s`,
/// `A = floor·e·(1 + t / (c + s))·S` all that the others mint at the multiplier's floor, and
/// `W = work_share·S + min(ρ·(1 − κ)·B, cap·S)` what work may.
///
/// The multiplier is always at its floor there: work mints at most `κ·B*`, so the others mint at least the net burn,
/// and what follows the burn is the target's part of that. Above its floor, hence, the supply shrinks.
///
/// * `A / (1 − κ)`, if `κ·A / (1 − κ) ≤ W`.
/// * `A + W`, else: `(A + work_share·S) / (1 − ρ·(1 − κ))`, or `A + (work_share + cap)·S`.
fn closed_form(policy: &Policy, items: u128) -> [Balance; 2] {
	let shares = policy.shares;
	let parts = |part: Perbill| u128::from(part.deconstruct());
	let floor = policy.controller.floor;
	let kappa = parts(policy.kappa.agent.get());
	let [contribution, security, treasury] = [shares.contribution, shares.security, shares.treasury]
		.map(|share| floor.mul_floor(share.mul_floor(SCHEDULED)));
	let earned = security + contribution.min(items);
	let others = earned + pro_rata(treasury, earned, contribution + security);
	let full = crossing(others, kappa * ONE);

	let again = (ONE - kappa) * parts(policy.rho.get());
	let cap = policy.remint_cap_per_day.mul_floor(SCHEDULED);
	let budgets = others + shares.work().mul_floor(SCHEDULED);
	[full, crossing(budgets, again).min(budgets + cap)]
}

/// Policies at and within the bounds.
fn policies() -> impl Iterator<Item = Policy> {
	let shares = [0, 5, 10, 25].into_iter().flat_map(|contribution| {
		[0, 1, 5, 20, 45]
			.into_iter()
			.flat_map(move |security| [0, 1, 5, 20].map(|treasury| (contribution, security, treasury)))
	});
	// Without any other pool, the multiplier is one.
	let shares = shares.filter(|(c, s, t)| (1..=70).contains(&(c + s + t)));
	let feedback = [(0, 0), (10, 5), (50, 10), (2, 10)];
	let controller = [(5, 10), (5, 25), (20, 10), (8, 100)];
	shares.flat_map(move |(contribution, security, treasury)| {
		[50, 75, 90, 95, 98].into_iter().flat_map(move |kappa| {
			feedback.into_iter().flat_map(move |(rho, cap)| {
				controller.into_iter().map(move |(halves, floor)| {
					let mut policy = policy();
					policy.kappa.agent = BelowOne::from_percent(kappa);
					policy.shares = PoolShares {
						contribution: percent(contribution),
						security: percent(security),
						treasury: percent(treasury),
					};
					policy.rho = BelowOne::from_percent(rho);
					policy.remint_cap_per_day = percent(cap);
					policy.controller.target = FixedU128::from_rational(halves, 2);
					policy.controller.floor = percent(floor);
					assert_eq!(policy.validate(), Ok(()));
					policy
				})
			})
		})
	})
}

#[test]
fn burn_should_equal_mint_at_the_closed_form_in_both_cases() {
	let mut cases = [0; 2];
	for policy in policies() {
		for items in [SCHEDULED, 0] {
			let [by_use, by_schedule] = closed_form(&policy, items);
			let (found, expected) = (break_even(&policy, items), by_use.min(by_schedule));
			// A unit of rounding in what is minted moves the crossing by up to 1 / (1 − κ) units.
			assert!(found.abs_diff(expected) <= 1_000, "{policy:?} {found} {expected}");
			cases[usize::from(by_use < by_schedule)] += 1;
			assert_eq!(
				at_rest(&policy, found, items).multiplier,
				policy.controller.floor.into()
			);
			// Above it the supply shrinks, below it grows.
			let minted = |burned| minted(&policy, burned, items);
			assert!(minted(found + 2_000) < found + 2_000);
			assert!(found < 2_000 || minted(found - 2_000) > found - 2_000);
		}
	}
	assert!(cases.iter().all(|cases| *cases > 1_000), "{cases:?}");
}

/// With the floor's eighth of the schedule for the others: `B* = 0.625 / (1 − 0.005)` of it.
#[test]
fn break_even_should_be_five_eighths_of_the_schedule_at_the_defaults() {
	let policy = policy();
	let found = break_even(&policy, SCHEDULED);
	assert!(found.abs_diff(SCHEDULED / 995 * 625) <= 1_000, "{found}");
	let emission = at_rest(&policy, found, SCHEDULED);
	assert_eq!(emission.multiplier, FixedU128::from_rational(1, 4));
	// Suppliers get back four fifths of what is burned.
	let returned = emission.minted.work * 10_000 / found;
	assert!((8_009..=8_010).contains(&returned), "{returned}");
}

/// As where nothing is measured yet: security mints a quarter of its fifth of the schedule, and the treasury as much of
/// its twentieth as security is of both pools. `B* = (0.5 + 0.05 + 0.0125·4/9) / (1 − 0.005)` of it.
#[test]
fn break_even_should_be_lower_when_contribution_mints_nothing() {
	let policy = policy();
	let found = break_even(&policy, 0);
	assert!(found.abs_diff(SCHEDULED / 8_955 * 5_000) <= 10_000, "{found}");
	let returned = at_rest(&policy, found, 0).minted.work * 10_000 / found;
	assert!((9_004..=9_005).contains(&returned), "{returned}");
}

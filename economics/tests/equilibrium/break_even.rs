//! The burn at which the supply stays as it is, by bisection over the functions and by the closed form.

use crate::{close, percent, policy, ONE, SCHEDULED};
use bme_economics::*;

/// What is minted in an epoch after endless ones of the same burn, at a multiplier of one.
fn minted(policy: &Policy, burned: Balance) -> Balance {
	let state = EmissionState {
		ema_burn: burned,
		allowance: burned,
		..Default::default()
	};
	close(policy, 0, burned, &state).0.total()
}

/// The highest burn that is not above what it mints. What is minted grows by less than the burn, so there is one.
fn break_even(policy: &Policy) -> Balance {
	let (mut low, mut high) = (0, SCHEDULED * 100);
	while high - low > 1 {
		let middle = low + (high - low) / 2;
		if minted(policy, middle) >= middle {
			low = middle;
		} else {
			high = middle;
		}
	}
	low
}

/// `B*`, first bound by use and then by the schedule, and how often by either. What is minted is the least of several
/// lines in the burn, each of a slope below one, hence `B*` is the least of their crossings:
///
/// * `A / (1 − κ)` where the treasury mints all of its share, `A = others + t·S`;
/// * `others / (1 − κ − t)` where it follows what is earned: the same, as `A` is `others + t·B*` then. There is none if
///   κ + t is one or more, as at the defaults;
/// * `A + W = S + remint`: `S / (1 − ρ)`, or `S` and the cap of what is minted again.
fn closed_form(policy: &Policy) -> [Balance; 2] {
	let shares = policy.shares;
	let others = (shares.contribution + shares.security).mul_floor(SCHEDULED);
	let kappa = policy.kappa.agent.get().deconstruct();
	let crossing = |amount, slope: u32| match u32::try_from(ONE).unwrap().saturating_sub(slope) {
		0 => Balance::MAX,
		left => mul_div(amount, ONE, left.into(), Rounding::Down).unwrap(),
	};
	let following = crossing(others, kappa + shares.treasury.deconstruct());
	let full = crossing(others + shares.treasury.mul_floor(SCHEDULED), kappa);
	let again = SCHEDULED + policy.remint_cap_per_day.mul_floor(SCHEDULED);
	let by_schedule = crossing(SCHEDULED, policy.rho.get().deconstruct()).min(again);
	[following.min(full), by_schedule]
}

#[test]
fn burn_should_equal_mint_at_the_closed_form_in_both_cases() {
	let mut cases = [0; 2];
	for kappa in [50, 60, 75, 90, 95, 98] {
		for contribution in [0, 5, 10, 25] {
			for security in [0, 1, 5, 20, 45] {
				for treasury in [0, 1, 5, 10, 20] {
					// With κ + t of one and nothing else, every burn mints itself.
					let is_any = contribution + security == 0 && kappa + treasury == 100;
					if contribution + security + treasury > 70 || is_any {
						continue;
					}
					for (rho, cap) in [(0, 0), (10, 5), (50, 10), (2, 10)] {
						let mut policy = policy();
						policy.kappa.agent = BelowOne::from_percent(kappa);
						policy.shares = PoolShares {
							contribution: percent(contribution),
							security: percent(security),
							treasury: percent(treasury),
						};
						policy.rho = BelowOne::from_percent(rho);
						policy.remint_cap_per_day = percent(cap);
						assert_eq!(policy.validate(), Ok(()));
						let [by_use, by_schedule] = closed_form(&policy);
						let (found, expected) = (break_even(&policy), by_use.min(by_schedule));
						// A unit of rounding in what is minted moves the crossing by up to 1 / (1 − κ − t) units.
						assert!(found.abs_diff(expected) <= 1_000, "{policy:?} {found} {expected}");
						cases[usize::from(by_use < by_schedule)] += 1;
						// Above it the supply shrinks, below it grows.
						assert!(minted(&policy, found + 2_000) < found + 2_000);
						assert!(found < 2_000 || minted(&policy, found - 2_000) > found - 2_000);
					}
				}
			}
		}
	}
	assert!(cases[0] > 100 && cases[1] > 100, "{cases:?}");
}

#[test]
fn break_even_should_be_the_schedule_and_its_remint_at_the_defaults() {
	let found = break_even(&policy());
	assert!(found.abs_diff(SCHEDULED / 100 * 105) <= 100, "{found}");
	let (emission, _) = close(
		&policy(),
		0,
		found,
		&EmissionState {
			ema_burn: found,
			allowance: found,
			..Default::default()
		},
	);
	// Suppliers get back a little more than half of what is burned.
	let returned = emission.minted.work * 1_000 / found;
	assert!((520..=525).contains(&returned), "{returned}");
}

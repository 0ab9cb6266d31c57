//! The treasury's part of a wash, which theorem 2 leaves out.

use crate::{
	history::{Epoch, History, EVERYTHING},
	policy, TOKEN,
};
use bme_economics::*;

/// What the coalition gains if the treasury is its own, and what it washes.
fn gain_with_treasury(history: &History) -> (i128, i128) {
	let treasury = |washes| history.income(washes).treasury as i128;
	(
		history.gain() + treasury(true) - treasury(false),
		history.washed() as i128,
	)
}

fn washed_once(policy: Policy, items: u128) -> History {
	let mut epoch = Epoch::of(0, 1_000 * TOKEN);
	epoch.items = items;
	History {
		policy,
		epochs: vec![epoch],
		owns: EVERYTHING,
	}
}

/// A finding: the treasury mints `t / (1 − t)` of all that is earned, of work too, while its own part is not full. So
/// one wash in one epoch mints `κ / (1 − t)`, more than it burned where κ + t is above one: 1.225 at the hard bounds.
/// At the defaults it is one, to the unit.
#[test]
fn finding_wash_should_pay_whoever_owns_the_treasury_when_its_part_is_not_full() {
	let (gained, washed) = gain_with_treasury(&washed_once(policy(true), 0));
	assert!(gained > washed / 1_000 * 224, "{gained}");
	let (gained, _) = gain_with_treasury(&washed_once(policy(false), 0));
	assert!((-3..=0).contains(&gained), "{gained}");
}

#[test]
fn wash_should_lose_when_the_treasury_is_full_whoever_owns_it() {
	let mut history = washed_once(policy(true), Balance::MAX / 2);
	// What others do fills it, with and without.
	history.epochs[0].honest = 1_000_000 * TOKEN;
	let (gained, washed) = gain_with_treasury(&history);
	assert!(gained < 0 && gained >= -washed, "{gained}");
}

//! The treasury's part of a wash.

use crate::{
	history::{Epoch, History, BLOCKS, EVERYTHING},
	policy, TOKEN,
};
use bme_economics::*;

/// 1,000 tokens washed in one of so many epochs, in each of which so much is earned.
fn washed_once(policy: &Policy, epochs: usize, (honest, items, blocks): (Balance, u128, u128)) -> History {
	let mut epochs = vec![Epoch::of(honest, 0); epochs];
	epochs
		.iter_mut()
		.for_each(|epoch| (epoch.items, epoch.blocks) = (items, blocks));
	epochs[0].washed = 1_000 * TOKEN;
	History {
		policy: policy.clone(),
		epochs,
		owns: EVERYTHING,
	}
}

/// A finding once: a treasury that followed all that is earned minted `t / (1 − t)` of each entitlement besides while
/// its part was not full, so that one wash in one epoch brought who owned it `κ / (1 − t)`: 1.225 at the hard bounds.
#[test]
fn wash_should_lose_when_its_owner_owns_the_treasury_and_its_part_is_not_full() {
	for policy in [policy(true), policy(false)] {
		for earned in [(0, 0, 0), (0, 0, BLOCKS), (0, 1_000 * TOKEN, 0), (0, 0, BLOCKS / 2)] {
			let history = washed_once(&policy, 1, earned);
			let back = policy.kappa.agent.get().mul_floor(history.washed());
			// All entitlements are paid, and nothing else.
			assert_eq!(history.gain(), back as i128 - history.washed() as i128, "{earned:?}");
			let history = washed_once(&policy, 400, earned);
			let gain = history.gain();
			assert!(gain < 0 && gain <= history.bound(), "{gain} {earned:?}");
		}
	}
}

/// Nor where work is full, and what others do fills the treasury's part with and without.
#[test]
fn wash_should_lose_when_the_treasury_is_full_whoever_owns_it() {
	for policy in [policy(true), policy(false)] {
		for epochs in [1, 400] {
			let history = washed_once(&policy, epochs, (1_000_000 * TOKEN, Balance::MAX / 2, BLOCKS));
			let gain = history.gain();
			assert!(gain < 0 && gain <= history.bound(), "{gain}");
			assert!(gain >= -(history.washed() as i128));
		}
	}
}

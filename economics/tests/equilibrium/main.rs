//! Where burn equals mint, and how the multiplier comes to rest. Use is constant here unless a test says otherwise:
//! work earns κ of what is burned, every block is authored and every item measured.

mod break_even;
mod multiplier;
mod supply;

use bme_economics::*;

const SCHEDULED: Balance = 1_000_000_000_000_000_000;
const BLOCKS: u128 = 14_400;
const ONE: u128 = 1_000_000_000;
/// An epoch after the warm-up of the defaults and the steps to any floor.
const LATE: u32 = 200;

fn policy() -> Policy {
	Policy::default_for(LIFETIME_CAP, DAY, FixedU128::from_u32(1))
}

fn percent(parts: u32) -> Perbill {
	Perbill::from_percent(parts)
}

/// An epoch in which so much is burned, and so many contribution points are earned.
fn close(
	policy: &Policy,
	index: u32,
	(burned, contribution): (Balance, u128),
	state: &EmissionState,
) -> (Emission, EmissionState) {
	let points = ByPool {
		work: policy.kappa.agent.get().mul_floor(burned),
		contribution,
		security: BLOCKS,
	};
	let input = EpochInput {
		index,
		scheduled: SCHEDULED,
		burned,
		points,
		expected_blocks: BLOCKS,
	};
	epoch_emission(policy, &input, state)
}

/// The state after endless epochs of the same burn.
fn resting(policy: &Policy, burned: Balance) -> EmissionState {
	EmissionState {
		average_net_burn: burned - policy.kappa.agent.get().mul_floor(burned),
		allowance: burned,
		..Default::default()
	}
}

//! What moves the supply: burn and points, and through them the price.

use crate::{close, percent, policy, BLOCKS, SCHEDULED};
use bme_economics::*;
use proptest::{collection::vec, prelude::*};

/// Nothing enters an emission but these: were a price, a fee or another counter added, this would not compile, and none
/// of the numbers of a policy that price a job changes what is minted for the same burn and points.
#[test]
fn emission_should_read_only_the_burn_of_use_when_it_is_computed() {
	let EpochInput {
		index: _,
		scheduled: _,
		burned: _,
		points: ByPool {
			work: _,
			contribution: _,
			security: _,
		},
		expected_blocks: _,
	} = EpochInput::default();
	let EmissionState {
		average_net_burn: _,
		allowance: _,
		recent_minted: _,
		recent_scheduled: _,
	} = EmissionState::default();

	let input = EpochInput {
		index: 100,
		scheduled: SCHEDULED,
		burned: SCHEDULED / 2,
		points: ByPool {
			work: SCHEDULED / 3,
			contribution: SCHEDULED,
			security: BLOCKS,
		},
		expected_blocks: BLOCKS,
	};
	let expected = epoch_emission(&policy(), &input, &EmissionState::default());
	for (floor_price, share) in [(1, 1), (1_000, 20), (u64::MAX.into(), 50)] {
		let mut policy = policy();
		policy.floor_price = FixedU128::from_inner(floor_price);
		policy.burn_share = ByClass {
			agent: percent(share),
			inference: percent(share),
			training: percent(share),
		};
		assert_eq!(epoch_emission(&policy, &input, &EmissionState::default()), expected);
	}
}

/// What epochs of these burns and items mint beside the treasury and to it.
fn minted(policy: &Policy, burns: &[Balance], items: &[u128]) -> [Balance; 2] {
	let mut state = EmissionState::default();
	let mut sums = [0; 2];
	for (index, (burned, contribution)) in (0..).zip(burns.iter().zip(items)) {
		let (emission, next) = close(policy, index, (*burned, *contribution), &state);
		state = next;
		sums[0] += emission.minted.sum();
		sums[1] += emission.treasury;
	}
	sums
}

/// How much more there is in the end, beside the treasury's and with it, if the same jobs burn `fall / 1000` more from
/// an epoch on.
fn growth(policy: &Policy, burns: &[Balance], items: &[u128], (from, fall): (usize, u128)) -> [i128; 2] {
	let mut more = burns.to_vec();
	more[from..].iter_mut().for_each(|burn| *burn += *burn / 1_000 * fall);
	let sum = |burns: &[Balance]| burns.iter().sum::<Balance>();
	let burned = (sum(&more) - sum(burns)) as i128;
	let (before, after) = (minted(policy, burns, items), minted(policy, &more, items));
	let pools = after[0] as i128 - before[0] as i128 - burned;
	[pools, pools + after[1] as i128 - before[1] as i128]
}

const EPOCHS: usize = 40;

fn burns() -> impl Strategy<Value = Vec<Balance>> {
	let burn = prop_oneof![
		1 => Just(0),
		2 => 0..SCHEDULED,
		1 => 0..SCHEDULED * 40,
	];
	prop_oneof![vec(burn.clone(), EPOCHS), burn.prop_map(|burn| vec![burn; EPOCHS]),]
}

fn items() -> impl Strategy<Value = Vec<u128>> {
	let item = prop_oneof![Just(SCHEDULED), Just(0), 0..SCHEDULED / 4];
	prop_oneof![vec(item.clone(), EPOCHS), item.prop_map(|item| vec![item; EPOCHS])]
}

fn any_policy() -> impl Strategy<Value = Policy> {
	let edge = |from: u32, to: u32| prop_oneof![Just(from), Just(to), from..=to];
	let feedback = (edge(50, 98), edge(0, 50), edge(0, 10), edge(3, 60));
	let controller = (edge(250, 1_000), edge(10, 100), edge(0, 50));
	(feedback, controller, edge(0, 25), edge(0, 25), edge(0, 20)).prop_map(
		|((kappa, rho, cap, window), (target, floor, warm_up), contribution, security, treasury)| {
			let mut policy = policy();
			policy.kappa.agent = BelowOne::from_percent(kappa);
			policy.rho = BelowOne::from_percent(rho);
			policy.remint_cap_per_day = percent(cap);
			policy.burn_ema_epochs = window;
			policy.controller = Controller {
				target: FixedU128::from_rational(target.into(), 100),
				floor: percent(floor),
				warm_up,
			};
			policy.shares = PoolShares {
				contribution: percent(contribution),
				security: percent(security),
				treasury: percent(treasury),
			};
			assert_eq!(policy.validate(), Ok(()));
			policy
		},
	)
}

/// All that is ever minted because of a token burned, in `10⁻⁹`, rounded up: `κ + (ρ + 1 / target)·(1 − κ)`.
fn returned(policy: &Policy) -> u128 {
	let parts = |part: BelowOne| u128::from(part.get().deconstruct());
	let kappa = parts(policy.kappa.agent);
	let target = mul_div(
		1_000_000_000,
		1_000_000_000_000_000_000,
		policy.controller.target.into_inner(),
		Rounding::Up,
	);
	kappa + (parts(policy.rho) + target.unwrap()) * (1_000_000_000 - kappa) / 1_000_000_000 + 1
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(8_000))]

	/// A token's price that falls never raises the supply, whatever the history: the same jobs burn twice as much, or
	/// any more, and of what they burn more at most its part is minted. Up to the roundings of `wash`.
	#[test]
	fn supply_should_not_be_larger_in_the_end_when_the_price_falls(
		policy in any_policy(),
		(burns, items) in (burns(), items()),
		(from, fall) in (0..EPOCHS, prop_oneof![2 => Just(1_000), 1 => 1..=9_000u128]),
	) {
		let [pools, all] = growth(&policy, &burns, &items, (from, fall));
		let more = burns[from..].iter().sum::<Balance>() / 1_000 * fall;
		let lost = more / 1_000_000_000 * (1_000_000_000 - returned(&policy));
		let roundings = (EPOCHS * 160) as i128;
		for growth in [pools, all] {
			prop_assert!(growth <= roundings - lost as i128, "{growth} {lost}");
			prop_assert!(growth < 0 || more < 1_000_000_000_000, "{growth}");
		}
	}
}

#[test]
fn supply_should_not_grow_faster_when_the_price_halves_at_the_defaults() {
	for part in (1..=400).chain((5..100).map(|part| part * 100)) {
		let burns = vec![SCHEDULED / 100 * part; 400];
		let items = vec![SCHEDULED; 400];
		let [pools, all] = growth(&policy(), &burns, &items, (100, 1_000));
		assert!(pools < 0 && all < 0, "{part} {pools} {all}");
	}
}

/// A finding once: a treasury that followed all that is earned minted `t / (1 − t)` of each entitlement besides while
/// its part was not full. With κ + t above one the supply grew faster the lower the price was.
#[test]
fn supply_should_not_grow_faster_when_the_price_halves_and_the_treasury_is_not_full() {
	let mut policy = policy();
	policy.shares.treasury = percent(20);
	policy.kappa.agent = BelowOne::from_percent(98);
	assert_eq!(policy.validate(), Ok(()));
	let burns = vec![SCHEDULED / 100; 200];
	let burned: Balance = burns.iter().sum();
	for items in [0, SCHEDULED / 100, SCHEDULED] {
		// The multiplier does not move, so all that is minted more is the entitlements.
		let lost = burned as i128 / 100 * 2;
		let growth = growth(&policy, &burns, &[items; 200], (0, 1_000));
		assert_eq!(growth, [-lost; 2], "{items}");
	}
}

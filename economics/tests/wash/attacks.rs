//! The attacks of `economics.md` §1, each with the numbers that it had.

use crate::{policy, TOKEN};
use bme_economics::*;
use serde_json::Value;

const SOLE: Judged = Judged {
	share: Perbill::one(),
	quality: Perbill::one(),
};

/// What one account earns by a job that burns so much.
fn entitlement(burn: Balance, kappa: Perbill) -> Balance {
	let settled = settle(burn, 0, &ByRole::default(), kappa, &[SOLE]).unwrap();
	assert_eq!(settled.burned, burn);
	settled.suppliers[0].entitlement
}

/// What the points `own` are paid in an epoch whose Work budget is `pool` and in which `burned` was burned.
fn paid(pool: Balance, burned: Balance, own: Balance, others: Balance) -> Balance {
	let policy = policy(true);
	let work = own + others;
	let points = ByPool {
		work,
		..Default::default()
	};
	let input = EpochInput {
		scheduled: pool * 10 / 3,
		burned,
		points,
		..Default::default()
	};
	let (emission, _) = epoch_emission(&policy, &input, &EmissionState::default());
	let budget = policy.shares.work().mul_floor(emission.scheduled);
	assert!(budget.abs_diff(pool) <= 10 && emission.minted.work <= work);
	pro_rata(emission.minted.work, own, work)
}

fn facts(price: FixedU128) -> PriceFacts {
	PriceFacts {
		median: price,
		ema: price,
		confidence: FixedU128::from_u32(0),
		margin: Perbill::zero(),
	}
}

/// HIP-10: 145 dollars of a hotspot's own traffic earned 21,000, its part of a fixed pool by use.
#[test]
fn own_traffic_should_lose_when_the_pool_is_a_hundred_times_the_burn() {
	let price = FixedU128::from_rational(1, 4);
	let free = FixedU128::from_u32(0);
	let own = quote(145_000_000, Perbill::from_percent(50), &facts(price), free)
		.unwrap()
		.burn;
	for kappa in [50, 95, 98].map(Perbill::from_percent) {
		for honest in [0, own / 10, own, own * 10] {
			let (earned, others) = (entitlement(own, kappa), entitlement(honest, kappa));
			let received = paid(84_000 * TOKEN, own + honest, earned, others);
			assert_eq!(received, earned, "the pool exceeds what was earned: all is paid");
			assert_eq!(received, kappa.mul_floor(own));
		}
	}
}

/// HIP-18: 27 thousand tokens burned brought 29 thousand, because rewards counted in dollars at a later price. Here the
/// same tokens burned bring the same tokens whatever they were worth: at no price of the request do they bring more.
#[test]
fn tokens_should_not_come_back_when_the_price_falls_after_the_burn() {
	let free = FixedU128::from_u32(0);
	for parts in [1, 27, 29, 1_000, 1_000_000, 1_000_000_000] {
		let at_request = FixedU128::from_rational(parts, 1_000);
		let own = quote(27_000_000_000, Perbill::from_percent(20), &facts(at_request), free)
			.unwrap()
			.burn;
		let received = paid(LIFETIME_CAP, own, entitlement(own, KAPPA_MAX), 0);
		assert!(received < own && received <= KAPPA_MAX.mul_floor(own), "{parts}");
	}
}

/// Render paid up to all of what was spent as a rebate, on top of rewards. Here whatever is paid because of a job, a
/// panel of its own seats included, comes out of one bound.
#[test]
fn payer_should_not_gain_when_it_also_holds_every_seat_of_the_panel() {
	for kappa in (50..=98).map(Perbill::from_percent) {
		for burned in (1..2_000).chain([TOKEN - 1, 27_000 * TOKEN + 7, LIFETIME_CAP]) {
			let panel = (Perbill::one() - kappa).mul_floor(burned);
			let received = paid(LIFETIME_CAP, burned, entitlement(burned, kappa), 0) + panel;
			assert!(received <= burned, "{burned}");
		}
	}
}

/// The vector `wash`: the pool is 100, honest users burned 50, an attacker burns 49 on both sides of its own job in the
/// last second.
#[test]
fn wash_vector_should_lose_at_every_price_and_split() {
	let vectors: Value = serde_json::from_str(include_str!("../vectors/schedules.json")).unwrap();
	let kind = vectors["wash"]["kind"].as_str().unwrap();
	assert!(kind.starts_with("pool 100, honest burn 50, an attacker burns 49"));
	let (pool, honest, own) = (100 * TOKEN, 50 * TOKEN, 49 * TOKEN);
	for kappa in [50, 90, 95, 98, 100].map(Perbill::from_percent) {
		for accounts in [1u32, 2, 3, 16] {
			let shares = scale_to_one(&vec![Perbill::from_percent(1); accounts as usize]).unwrap();
			let judged: Vec<_> = shares.into_iter().map(|share| Judged { share, ..SOLE }).collect();
			let settled = settle(own, 0, &ByRole::default(), kappa, &judged).unwrap();
			let earned: Vec<_> = settled.suppliers.iter().map(|pay| pay.entitlement).collect();
			let (all, others) = (earned.iter().sum::<Balance>(), entitlement(honest, kappa));
			let received: Balance = earned
				.iter()
				.map(|earned| paid(pool, own + honest, *earned, others + all - earned))
				.sum();
			assert!(received <= KAPPA_MAX.mul_floor(settled.burned));
			assert!(
				received <= paid(pool, own + honest, entitlement(own, kappa), others),
				"splitting pays"
			);
			// Valued at any later price, what came back is worth less than what was burned would be.
			for price in [1u128, 27, 1_000, 1_000_000_007] {
				assert!(received * price < settled.burned * price);
			}
		}
	}
	// The best attack on a pool shared pro rata without κ would gain (√100 − √50)² ≈ 8.58: burning 20.71 brings 29.29.
	let greedy = 20_710_678_118_655;
	assert!(pro_rata(pool, greedy, greedy + honest) > greedy + 8 * TOKEN);
	assert!(
		paid(
			pool,
			greedy + honest,
			entitlement(greedy, KAPPA_MAX),
			entitlement(honest, KAPPA_MAX)
		) < greedy
	);
}

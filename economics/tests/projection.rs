//! Projections: the epochs of a chain ahead, and what a candidate policy must not break.

use bme_economics::*;
use bounded_collections::BoundedVec;

const TOKEN: Balance = 1_000_000_000_000;

fn policy() -> Policy {
	Policy::default_for(LIFETIME_CAP, DAY, FixedU128::from_u32(1))
}

fn outlook() -> Outlook {
	Outlook {
		index: 200,
		start: 200 * DAY,
		measured: DAY,
		burned: 50_000 * TOKEN,
		points: ByPool {
			work: 40_000 * TOKEN,
			contribution: 20_000 * TOKEN,
			security: 14_400,
		},
		block_time: 6_000,
		issuance: LIFETIME_CAP,
		minted: 0,
		emission: EmissionState::default(),
	}
}

#[test]
fn rows_should_be_the_chains_own_when_its_use_stays() {
	let (rows, next) = project(&policy(), &outlook(), Scenario::Flat, 40);
	let (policy, outlook) = (policy(), outlook());
	let (mut state, mut issuance, mut minted) = (outlook.emission, outlook.issuance, outlook.minted);
	for (number, row) in (0..).zip(&rows) {
		let start = outlook.start + number * DAY;
		let input = EpochInput {
			index: outlook.index + number as u32,
			scheduled: policy.schedule.scheduled(start, start + DAY),
			burned: outlook.burned,
			points: outlook.points,
			expected_blocks: 14_400,
		};
		let (emission, mut next) = epoch_emission(&policy, &input, &state);
		let admitted = next.admit(emission, DAY);
		issuance = issuance + admitted.total() - input.burned;
		minted += admitted.total() - admitted.reminted;
		let expected = Projected {
			epoch: input.index,
			scheduled: input.scheduled,
			multiplier: state.multiplier,
			burned: input.burned,
			reminted: admitted.reminted,
			minted: admitted.minted,
			treasury: admitted.treasury,
			issuance,
		};
		assert_eq!(*row, expected);
		state = next;
	}
	assert_eq!(rows.len(), 40);
	let expected = Outlook {
		index: 240,
		start: 240 * DAY,
		issuance,
		minted,
		emission: state,
		..outlook
	};
	assert_eq!(next, expected);
}

#[test]
fn rows_should_go_on_when_a_projection_is_cut() {
	let (rows, _) = project(&policy(), &outlook(), Scenario::SuppliersLeave, 32);
	let (mut first, between) = project(&policy(), &outlook(), Scenario::SuppliersLeave, 20);
	let (rest, _) = project(&policy(), &between, Scenario::SuppliersLeave, 12);
	first.extend(rest);
	assert_eq!(first, rows);
}

/// Of a burn of 100 a day, by the number of the epoch.
#[test]
fn burn_should_follow_the_scenario_when_epochs_pass() {
	let from = Outlook {
		burned: 100,
		..outlook()
	};
	for (scenario, epochs, expected) in [
		(Scenario::Flat, 4, vec![100; 4]),
		(Scenario::BoomAndBust, 4, vec![400, 400, 40, 40]),
		(Scenario::BoomAndBust, 5, vec![400, 400, 40, 40, 40]),
		(Scenario::PriceHalves, 3, vec![100, 200, 200]),
		(Scenario::DemandFalls, 92, [vec![45; 90], vec![100; 2]].concat()),
		(Scenario::PriceStale, 9, [vec![0; 7], vec![100; 2]].concat()),
		(Scenario::SuppliersLeave, 3, vec![75; 3]),
	] {
		let (rows, _) = project(&policy(), &from, scenario, epochs);
		assert_eq!(
			rows.iter().map(|row| row.burned).collect::<Vec<_>>(),
			expected,
			"{scenario:?}"
		);
	}
	let washed = |burned| project(&policy(), &Outlook { burned, ..from }, Scenario::Wash, 1).0[0];
	let scheduled = washed(0).scheduled;
	for (burned, expected) in [
		(100, 100 + 10 * scheduled),
		(0, 10 * scheduled),
		(2 * scheduled, 22 * scheduled),
	] {
		assert_eq!(washed(burned).burned, expected);
	}
}

/// A washer earns at most κ of what it burns, at the best class.
#[test]
fn washer_should_earn_less_than_it_burns_when_it_washes() {
	let alone = Outlook {
		burned: 0,
		points: ByPool::default(),
		..outlook()
	};
	let (rows, _) = project(&policy(), &alone, Scenario::Wash, 32);
	for row in rows {
		assert!(row.minted.work > 0 && row.minted.work < row.burned, "{row:?}");
	}
}

#[test]
fn use_should_follow_the_time_when_the_epoch_before_was_of_another_length() {
	let burned = |measured, epoch_length| {
		let policy = Policy {
			epoch_length,
			..policy()
		};
		let from = Outlook {
			measured,
			burned: 100,
			..outlook()
		};
		project(&policy, &from, Scenario::Flat, 1).0[0].burned
	};
	for (measured, length, expected) in [
		(DAY, DAY, 100),
		(2 * DAY, DAY, 50),
		(DAY, 7 * DAY, 700),
		(3 * DAY, DAY, 33),
		(0, DAY, 100),
	] {
		assert_eq!(burned(measured, length), expected, "{measured} before {length}");
	}
}

#[test]
fn contribution_should_fall_only_when_suppliers_leave() {
	let contribution = |scenario| project(&policy(), &outlook(), scenario, 1).0[0].minted.contribution;
	for scenario in Scenario::ALL {
		let part = if scenario == Scenario::SuppliersLeave { 3 } else { 4 };
		assert_eq!(contribution(scenario), 20_000 * TOKEN * part / 4, "{scenario:?}");
	}
}

#[test]
fn projection_should_pass_when_the_policy_is_the_default() {
	assert_eq!(project_all(&policy(), &outlook(), 32), Ok(()));
	for multiplier in [0, 25, 50] {
		let emission = EmissionState {
			multiplier: Perbill::from_percent(multiplier).into(),
			allowance: LIFETIME_CAP,
			ema_burn: LIFETIME_CAP,
			..Default::default()
		};
		assert_eq!(project_all(&policy(), &Outlook { emission, ..outlook() }, 32), Ok(()));
	}
	assert_eq!(project_all(&policy(), &outlook(), 0), Ok(()));
}

#[test]
fn projection_should_be_refused_when_a_bound_breaks() {
	let lifetime = Outlook {
		minted: LIFETIME_CAP - 10 * TOKEN,
		..outlook()
	};
	let broken = ProjectionError::LifetimeCapExceeded(Scenario::Flat);
	assert_eq!(project_all(&policy(), &lifetime, 32), Err(broken));

	let mut minted_before = outlook();
	minted_before.emission.recent_minted = LIFETIME_CAP;
	let hourly = Policy {
		epoch_length: DAY / 24,
		..policy()
	};
	let broken = ProjectionError::BreakerTripped(Scenario::Flat);
	assert_eq!(project_all(&hourly, &minted_before, 32), Err(broken));
	// After a whole day nothing of it counts.
	assert_eq!(project_all(&policy(), &minted_before, 32), Ok(()));

	// Parts that no valid policy has: pools of more than everything.
	let shares = PoolShares {
		contribution: Perbill::one(),
		security: Perbill::one(),
		treasury: Perbill::zero(),
	};
	let earned = Outlook {
		points: ByPool {
			contribution: LIFETIME_CAP,
			..outlook().points
		},
		..outlook()
	};
	let broken = ProjectionError::CeilingExceeded(Scenario::Flat);
	assert_eq!(project_all(&Policy { shares, ..policy() }, &earned, 32), Err(broken));
}

#[test]
fn projection_should_mint_nothing_when_the_schedule_is_empty() {
	let policy = Policy {
		schedule: Schedule {
			terms: BoundedVec::default(),
		},
		..policy()
	};
	for scenario in Scenario::ALL {
		let (rows, next) = project(&policy, &outlook(), scenario, 8);
		assert!(
			rows.iter().all(|row| row.minted.sum() + row.treasury == 0),
			"{scenario:?}"
		);
		assert_eq!(next.minted, 0, "{scenario:?}");
	}
	assert_eq!(project_all(&policy, &outlook(), 8), Ok(()));
}

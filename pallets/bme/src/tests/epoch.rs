//! Epochs: when they open, close and expire, and what they mint.

use super::*;
use crate::{Epoch, EpochRecord};
use bme_economics::{EmissionState, DAY};
use bme_primitives::Moment;

fn open_epoch() -> Epoch {
	CurrentEpoch::<Test>::get().unwrap()
}

/// Index, start after [`START`] and length of the open epoch.
fn open() -> (EpochIndex, Moment, Moment) {
	let epoch = open_epoch();
	(epoch.index, epoch.start - START, epoch.length)
}

fn record(epoch: EpochIndex) -> EpochRecord {
	EpochRecords::<Test>::get(epoch).unwrap()
}

#[test]
fn first_epoch_should_open_when_the_time_is_first_known() {
	build_and_execute(|| {
		Now::set(&0);
		ticks(3);
		assert_eq!(CurrentEpoch::<Test>::get(), None);

		block_at(0);
		let first = Epoch {
			index: 0,
			start: START,
			length: DAY,
			zero: START,
			policy: 0,
			burned_before: 0,
			emission: EmissionState::default(),
		};
		assert_eq!(open_epoch(), first);
	});
}

#[test]
fn epoch_should_not_open_when_the_chain_has_no_policy() {
	build_and_execute(|| {
		Policy::<Test>::kill();
		block_at(0);
		assert_eq!(CurrentEpoch::<Test>::get(), None);
		assert_eq!(Bme::epoch_view().index, 0);
	});
}

#[test]
fn epoch_should_stay_open_when_its_length_lacks_a_millisecond() {
	build_and_execute(|| {
		block_at(0);
		block_at(DAY - 1);
		assert_eq!(open(), (0, 0, DAY));
		assert_eq!(EpochRecords::<Test>::iter().count(), 0);
	});
}

#[test]
fn epoch_should_close_for_one_length_when_its_length_is_over() {
	for late in [0, 1, DAY - 1] {
		build_and_execute(|| {
			block_at(0);
			credit(0, Pool::Work, BOB, Balance::MAX);
			block_at(DAY + late);

			assert_eq!(open(), (1, DAY, DAY));
			assert_eq!(record(0).minted.work, SCHEDULED / 2);
			assert_closed(0, DAY, SCHEDULED);
			// Once is enough.
			ticks(1);
			assert_eq!(open(), (1, DAY, DAY));
		});
	}
}

#[test]
fn epoch_should_close_once_for_two_lengths_when_the_chain_stopped_for_ten() {
	build_and_execute(|| {
		block_at(0);
		credit(0, Pool::Work, BOB, Balance::MAX);
		credit(0, Pool::Security, DAVE, 7_200);
		block_at(10 * DAY + 5);

		assert_eq!(open(), (1, 10 * DAY, DAY));
		assert_closed(0, 2 * DAY, 2 * SCHEDULED);
		assert_eq!(record(0).minted.work, SCHEDULED);
		// Half a day of blocks is a quarter of two days: nobody gets more than its share per block.
		assert_eq!(record(0).minted.security, 2 * SCHEDULED / 5 / 4);
		ticks(3);
		assert_eq!(open().0, 1);

		// The eight lengths in between are forfeited.
		credit(1, Pool::Work, BOB, Balance::MAX);
		block_at(11 * DAY);
		assert_eq!(record(1).minted.work, SCHEDULED / 2);
	});
}

#[test]
fn nothing_should_be_minted_when_nobody_earned_points() {
	build_and_execute(|| {
		block_at(0);
		close_epoch();

		assert_eq!(Balances::total_issuance(), GenesisIssuance::<Test>::get());
		assert_eq!(MintedTotal::<Test>::iter().count(), 0);
		assert_eq!(
			record(0),
			EpochRecord {
				policy: 0,
				elapsed: DAY,
				scheduled: SCHEDULED,
				burned: 0,
				minted: ByPool::default(),
				paid: ByPool::default(),
				points: ByPool::default(),
			}
		);
		assert_closed(0, DAY, SCHEDULED);
		assert_eq!(Balances::free_balance(TREASURY), EXISTENTIAL_DEPOSIT);
	});
}

#[test]
fn nothing_should_be_minted_when_the_epoch_is_open() {
	build_and_execute(|| {
		block_at(0);
		credit(0, Pool::Work, BOB, TOKEN);
		block_at(DAY - 1);
		assert_eq!(MintedTotal::<Test>::iter().count(), 0);
		assert_noop!(payout(BOB, &[0]), Error::<Test>::EpochOpen);
	});
}

#[test]
fn epoch_should_mint_what_was_earned_when_it_is_less_than_scheduled() {
	build_and_execute(|| {
		block_at(0);
		credit(0, Pool::Work, BOB, 40 * TOKEN);
		credit(0, Pool::Contribution, CHARLIE, 30 * TOKEN);
		credit(0, Pool::Security, DAVE, 7_200);
		close_epoch();

		let minted = ByPool {
			work: 40 * TOKEN,
			contribution: 30 * TOKEN,
			security: 100 * TOKEN,
		};
		// Of its 50 tokens, as much as of the 450 beside work.
		let treasury = 14_444_444_444_444;
		assert_eq!(record(0).minted, minted);
		for pool in Pool::ALL {
			assert_eq!(tokens(Bme::pot(pool)), EXISTENTIAL_DEPOSIT + *pool.of(&minted));
			assert_eq!(MintedTotal::<Test>::get(MintCause::Pool(pool)), *pool.of(&minted));
		}
		assert_eq!(tokens(TREASURY), EXISTENTIAL_DEPOSIT + treasury);
		assert_event(Event::EpochClosed {
			epoch: 0,
			start: START,
			elapsed: DAY,
			scheduled: SCHEDULED,
			burned: 0,
			reminted: 0,
			minted,
			treasury,
			next_start: START + DAY,
			multiplier: FixedU128::from_u32(1),
			budget: SCHEDULED,
			policy: 0,
		});
		// Of the thousand tokens, what no pool and no treasury got.
		assert_eq!(UnearnedTotal::<Test>::get(), SCHEDULED - 170 * TOKEN - treasury);
	});
}

#[test]
fn burned_tokens_should_be_minted_again_within_the_cap_when_more_was_earned_than_scheduled() {
	build_and_execute(|| {
		let scheduled = TOKEN / 100;
		Policy::<Test>::mutate_extant(|policy| policy.schedule = daily(scheduled));
		block_at(0);
		let job = begun(ALICE, spec());
		assert_ok!(judged(job, verdict([(100, 100)])));
		close_epoch();

		// Half of it is the Work pool's; a twentieth comes back from the net burn, of which a tenth may.
		assert_eq!(record(0).minted.work, scheduled / 2 + scheduled / 20);
		assert_eq!(RemintedTotal::<Test>::get(), scheduled / 20);
		let epoch = open_epoch();
		assert_eq!(epoch.burned_before, BURN);
		assert_eq!(epoch.emission.allowance, (BURN - ENTITLEMENT) / 10 - scheduled / 20);
	});
}

#[test]
fn only_jobs_should_count_as_burn_when_an_epoch_closes() {
	build_and_execute(|| {
		block_at(0);
		let (job, cancelled) = (begun(ALICE, spec()), requested(ALICE, spec()));
		assert_ok!(judged(job, verdict([(100, 100)])));
		assert_ok!(cancel_job(ALICE, cancelled));
		Bme::note_burned(BurnCause::Fee, 0);
		assert_eq!(Bme::epoch_view().burned, BURN);
		close_epoch();
		assert_eq!(burned_in(0), BURN);

		assert_eq!(Bme::epoch_view().burned, 0);
		close_epoch();
		assert_eq!(burned_in(1), 0);
	});
}

#[test]
fn epoch_should_close_and_mint_when_there_is_no_price() {
	build_and_execute(|| {
		block_at(0);
		credit(0, Pool::Work, BOB, TOKEN);
		Facts::set(&None);
		close_epoch();
		assert_eq!(record(0).minted.work, TOKEN);
	});
}

#[test]
fn epoch_should_close_in_a_later_block_when_there_is_no_weight_for_it() {
	build_and_execute(|| {
		block_at(0);
		Now::set(&(START + DAY));
		poll(Weight::zero());
		poll(<() as WeightInfo>::epoch_base() + <() as WeightInfo>::close_epoch() - Weight::from_parts(1, 0));
		assert_eq!(open().0, 0);
		poll(<() as WeightInfo>::epoch_base() + <() as WeightInfo>::close_epoch());
		assert_eq!(open(), (1, DAY, DAY));
	});
}

#[test]
fn epoch_should_keep_its_length_when_the_policy_changes_meanwhile() {
	build_and_execute(|| {
		block_at(0);
		Policy::<Test>::mutate_extant(|policy| policy.epoch_length = DAY / 2);
		block_at(DAY / 2);
		assert_eq!(open(), (0, 0, DAY));
		block_at(DAY);
		assert_eq!(open(), (1, DAY, DAY / 2));
	});
}

#[test]
fn work_should_earn_in_the_epoch_of_its_settlement_when_the_job_spans_two() {
	build_and_execute(|| {
		block_at(0);
		let job = begun(ALICE, spec());
		close_epoch();
		assert_ok!(judged(job, verdict([(100, 100)])));
		assert_eq!(Rows::get(0, BOB), ByPool::default());
		assert_eq!(Rows::get(1, BOB).work, ENTITLEMENT);
	});
}

#[test]
fn expiry_should_burn_exactly_what_was_minted_and_not_paid_when_the_history_is_full() {
	build_and_execute(|| {
		block_at(0);
		credit(0, Pool::Work, BOB, 10 * TOKEN);
		credit(0, Pool::Work, CHARLIE, 30 * TOKEN);
		credit(0, Pool::Work, FERDIE, 500);
		credit(0, Pool::Contribution, CHARLIE, 7 * TOKEN);
		close_epoch();
		assert_ok!(payout(BOB, &[0]));
		assert_ok!(payout(FERDIE, &[0]));
		// A gift to the pot is nobody's to burn.
		let donation = 3 * TOKEN;
		assert_ok!(Balances::transfer(
			&EVE,
			&Bme::pot(Pool::Work),
			donation,
			Preservation::Preserve
		));
		(0..2).for_each(|_| close_epoch());
		assert!(EpochRecords::<Test>::contains_key(0));
		close_epoch();

		assert!(!EpochRecords::<Test>::contains_key(0));
		assert_event(Event::EpochExpired {
			epoch: 0,
			burned: ByPool {
				work: 30 * TOKEN,
				contribution: 7 * TOKEN,
				security: 0,
			},
		});
		assert_eq!(BurnedTotal::<Test>::get(BurnCause::Expired), 37 * TOKEN);
		assert_eq!(tokens(Bme::pot(Pool::Work)), EXISTENTIAL_DEPOSIT + donation + 500);
		assert_eq!(Owed::<Test>::get(FERDIE, Debt::Tokens(Pool::Work)), 500);
		assert_noop!(payout(CHARLIE, &[0]), Error::<Test>::EpochExpired);

		// What is left of its rows goes, unpaid.
		idle(Weight::MAX);
		assert_eq!(Rows::iter_prefix(0).count(), 0);
		assert_eq!(tokens(CHARLIE), TOKENS);
		assert_eq!(PayoutCursor::<Test>::get(), 4);
	});
}

fn assert_closed(epoch: EpochIndex, elapsed: Moment, scheduled: Balance) {
	let closed: Vec<_> = events()
		.into_iter()
		.filter_map(|event| match event {
			Event::EpochClosed {
				epoch,
				elapsed,
				scheduled,
				..
			} => Some((epoch, elapsed, scheduled)),
			_ => None,
		})
		.collect();
	assert_eq!(closed, vec![(epoch, elapsed, scheduled)]);
}

fn burned_in(index: EpochIndex) -> Balance {
	let burned = events().into_iter().find_map(|event| match event {
		Event::EpochClosed { epoch, burned, .. } if epoch == index => Some(burned),
		_ => None,
	});
	burned.unwrap()
}

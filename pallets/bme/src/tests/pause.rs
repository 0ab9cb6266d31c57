//! Pauses: what stops, what goes on, and that each ends by itself.

use super::*;
use crate::{Pausable, Pause};
use bme_economics::DAY;
use bme_primitives::{
	apis::{PausesView, QuoteError},
	Moment,
};

const HOUR: Moment = DAY / 24;

fn pause(what: Pausable, duration: Moment) -> DispatchResult {
	dispatch(RuntimeOrigin::root(), Call::pause { what, duration })
}

fn resume(what: Pausable) -> DispatchResult {
	dispatch(RuntimeOrigin::root(), Call::resume { what })
}

fn open_index() -> EpochIndex {
	CurrentEpoch::<Test>::get().unwrap().index
}

#[test]
fn request_should_be_refused_when_jobs_are_paused_until_the_pause_ends_by_itself() {
	build_and_execute(|| {
		block_at(0);
		assert_ok!(pause(Pausable::Jobs, HOUR));
		let until = START + HOUR;
		assert_event(Event::Paused {
			what: Pausable::Jobs,
			until,
		});
		let view = PausesView {
			jobs: Some(until),
			mint: None,
		};
		assert_eq!(Bme::pauses_view(), view);
		assert_noop!(request_job(ALICE, spec()), Error::<Test>::JobsPaused);
		assert_eq!(Bme::quote_view(Class::Agent, 10 * USD), Err(QuoteError::JobsPaused));

		block_at(HOUR - 1);
		assert_noop!(request_job(ALICE, spec()), Error::<Test>::JobsPaused);
		block_at(HOUR);
		assert_ok!(request_job(ALICE, spec()));
		assert_eq!(Bme::pauses_view(), PausesView::default());
	});
}

#[test]
fn running_jobs_should_go_on_when_new_ones_are_paused() {
	build_and_execute(|| {
		block_at(0);
		let (working, requested_only, cancelled) =
			(begun(ALICE, spec()), requested(ALICE, spec()), requested(ALICE, spec()));
		assert_ok!(pause(Pausable::Jobs, DAY));

		assert_ok!(judged(working, verdict([(100, 100)])));
		assert_eq!(BurnedTotal::<Test>::get(BurnCause::Job(Class::Agent)), BURN);
		assert_eq!(fiat(BOB), PAID);
		assert_ok!(accept_job(BOB, requested_only, Perbill::one()));
		assert_ok!(cancel_job(ALICE, cancelled));
		assert_ok!(judged(requested_only, verdict([(100, 0)])));
		assert_no_job_left();
		close_epoch();
		assert_ok!(payout(BOB, &[0]));
	});
}

#[test]
fn pause_should_be_refused_when_it_has_no_time_or_is_too_long() {
	build_and_execute(|| {
		block_at(0);
		for what in [Pausable::Jobs, Pausable::Mint] {
			for duration in [0, DAY + 1, Moment::MAX] {
				assert_noop!(pause(what, duration), Error::<Test>::PauseOutOfBounds);
			}
		}
		assert_ok!(pause(Pausable::Jobs, DAY));

		// A shorter epoch allows a shorter pause of the mint only.
		CurrentEpoch::<Test>::mutate_extant(|epoch| epoch.length = HOUR);
		assert_noop!(pause(Pausable::Mint, HOUR + 1), Error::<Test>::PauseOutOfBounds);
		assert_ok!(pause(Pausable::Mint, HOUR));
	});
}

#[test]
fn pause_should_be_refused_when_it_would_renew_another() {
	build_and_execute(|| {
		block_at(0);
		assert_ok!(pause(Pausable::Jobs, DAY));
		for since in [0, DAY - 1, DAY, 8 * DAY - 1] {
			block_at(since);
			assert_noop!(pause(Pausable::Jobs, 1), Error::<Test>::PausedLately);
		}
		// Each kind has a gap of its own.
		assert_ok!(pause(Pausable::Mint, 1));
		block_at(8 * DAY);
		assert_ok!(pause(Pausable::Jobs, DAY));
	});
}

#[test]
fn pause_should_be_shorter_when_time_is_scaled() {
	build_and_execute(|| {
		TimeScale::<Test>::put(24);
		block_at(0);
		assert_noop!(pause(Pausable::Jobs, HOUR + 1), Error::<Test>::PauseOutOfBounds);
		assert_ok!(pause(Pausable::Jobs, HOUR));
		block_at(8 * HOUR - 1);
		assert_noop!(pause(Pausable::Jobs, HOUR), Error::<Test>::PausedLately);
		block_at(8 * HOUR);
		assert_ok!(pause(Pausable::Jobs, HOUR));
	});
}

#[test]
fn pause_should_be_refused_when_the_origin_is_another() {
	build_and_execute(|| {
		block_at(0);
		for origin in [
			RuntimeOrigin::signed(ALICE),
			RuntimeOrigin::signed(CHARLIE),
			RuntimeOrigin::none(),
		] {
			let what = Pausable::Jobs;
			let pause = Call::pause { what, duration: 1 };
			assert_noop!(dispatch(origin.clone(), pause), DispatchError::BadOrigin);
			assert_noop!(dispatch(origin, Call::resume { what }), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn pause_should_end_at_once_when_it_is_resumed_and_count_from_then() {
	build_and_execute(|| {
		block_at(0);
		let what = Pausable::Jobs;
		assert_noop!(resume(what), Error::<Test>::NotPaused);
		assert_ok!(pause(what, DAY));
		block_at(HOUR);
		assert_ok!(resume(what));
		assert_event(Event::Resumed { what });
		assert_noop!(resume(what), Error::<Test>::NotPaused);
		assert_ok!(request_job(ALICE, spec()));
		let (since, until) = (START, START + HOUR);
		assert_eq!(crate::pallet::Pauses::<Test>::get(what), Some(Pause { since, until }));
		block_at(HOUR + 7 * DAY - 1);
		assert_noop!(pause(what, DAY), Error::<Test>::PausedLately);
		block_at(HOUR + 7 * DAY);
		assert_ok!(pause(what, DAY));
	});
}

/// Two days in which each block is authored, contributions are measured and jobs settled, with the close of the first held back by a
/// pause that begins after `since`, or not: what the second day's end leaves minted, by pool, and to the treasury.
fn minted_in_two_days(paused: Option<(Moment, Moment)>) -> (ByPool<Balance>, Balance) {
	let mut minted = (ByPool::default(), 0);
	build_and_execute(|| {
		block_at(0);
		let use_half_a_day = || {
			let epoch = open_index();
			credit(epoch, Pool::Work, BOB, 200 * TOKEN);
			credit(epoch, Pool::Security, DAVE, 7_200);
			credit(epoch, Pool::Contribution, CHARLIE, 100 * TOKEN);
		};
		use_half_a_day();
		if let Some((since, duration)) = paused {
			block_at(since);
			assert_ok!(pause(Pausable::Mint, duration));
		}
		block_at(DAY - 1);
		use_half_a_day();
		block_at(DAY);
		// While it waits points keep accruing, jobs begin and end, and what was closed is paid.
		use_half_a_day();
		let job = begun(ALICE, spec());
		assert_ok!(judged(job, verdict([(100, 0)])));
		block_at(2 * DAY - 1);
		use_half_a_day();
		block_at(2 * DAY);

		let paid = |who: AccountId| {
			let epochs = (0..open_index()).collect::<Vec<_>>();
			let before = tokens(who);
			assert_ok!(payout(who, &epochs));
			tokens(who) - before
		};
		let closed = open_index();
		assert_eq!(closed, if paused.is_some() { 1 } else { 2 });
		minted = (
			ByPool {
				work: paid(BOB),
				contribution: paid(CHARLIE),
				security: paid(DAVE),
			},
			tokens(TREASURY),
		);
	});
	minted
}

#[test]
fn nothing_earned_should_be_lost_when_the_mint_was_paused() {
	let (expected, treasury) = minted_in_two_days(None);
	assert!(expected.work > 0 && expected.contribution > 0 && expected.security > 0);
	// From before the end of the epoch for an hour, or for as long as may be.
	for pause in [(DAY - HOUR, 2 * HOUR), (DAY - 1, DAY), (HOUR, DAY)] {
		assert_eq!(minted_in_two_days(Some(pause)), (expected, treasury), "{pause:?}");
	}
}

#[test]
fn epoch_should_wait_for_its_second_length_when_a_pause_holds_it_back() {
	build_and_execute(|| {
		block_at(0);
		block_at(DAY - 2 * HOUR);
		assert_ok!(pause(Pausable::Mint, 3 * HOUR));
		for since in [DAY, DAY + HOUR - 1, DAY + HOUR, 2 * DAY - 1] {
			block_at(since);
			assert_eq!(open_index(), 0, "{since}");
			assert_eq!(MintedTotal::<Test>::iter().count(), 0);
		}
		block_at(2 * DAY);
		let epoch = CurrentEpoch::<Test>::get().unwrap();
		assert_eq!((epoch.index, epoch.start), (1, START + 2 * DAY));
		let record = EpochRecords::<Test>::get(0).unwrap();
		assert_eq!((record.elapsed, record.scheduled), (2 * DAY, 2 * SCHEDULED));
		// The next one is not concerned.
		block_at(3 * DAY);
		assert_eq!(open_index(), 2);
	});
}

#[test]
fn epoch_should_close_in_time_when_a_pause_of_the_mint_is_over_before() {
	build_and_execute(|| {
		block_at(0);
		assert_ok!(pause(Pausable::Mint, DAY));
		// It would end with the epoch; another, ended early.
		block_at(DAY);
		assert_eq!(open_index(), 1);
		block_at(8 * DAY + HOUR);
		assert_ok!(pause(Pausable::Mint, DAY));
		block_at(9 * DAY - HOUR);
		assert_ok!(resume(Pausable::Mint));
		let before = open_index();
		block_at(9 * DAY);
		assert_eq!(open_index(), before + 1);
	});
}

#[test]
fn jobs_should_begin_and_payouts_be_made_when_only_the_mint_is_paused() {
	build_and_execute(|| {
		block_at(0);
		credit(0, Pool::Work, BOB, TOKEN);
		close_epoch();
		assert_ok!(pause(Pausable::Mint, DAY));
		assert_ok!(payout(BOB, &[0]));
		let job = begun(ALICE, spec());
		assert_ok!(judged(job, verdict([(100, 100)])));
		assert!(<Merit as bme_primitives::PointsBook<AccountId>>::totals(1).work > 0);
	});
}

#[test]
fn chain_should_not_mint_when_a_pause_meets_a_close_that_is_late() {
	build_and_execute(|| {
		block_at(0);
		// No weight was left for the close when its time came.
		Now::set(&(START + DAY));
		poll(Weight::zero());
		assert_ok!(pause(Pausable::Mint, DAY));
		for since in [DAY, 2 * DAY - 1] {
			block_at(since);
			assert_eq!(open_index(), 0);
		}
		block_at(2 * DAY);
		assert_eq!(open_index(), 1);
		assert_eq!(EpochRecords::<Test>::get(0).unwrap().elapsed, 2 * DAY);
	});
}

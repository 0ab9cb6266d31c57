//! The agenda: every job ends by itself, and no crowd of them takes the block.

use super::*;

fn base() -> Weight {
	<() as WeightInfo>::epoch_base() + <() as WeightInfo>::agenda_base()
}

/// Weight for a block in which the agenda has room for exactly one of these jobs: its half holds one full job.
fn room_for_one() -> Weight {
	base() + (<() as WeightInfo>::settle_young(bme_primitives::MAX_PAYEES) + JUDGING) * 2
}

fn live_jobs() -> Vec<JobId> {
	let mut jobs: Vec<_> = crate::Jobs::<Test>::iter_keys().collect();
	jobs.sort();
	jobs
}

#[test]
fn agenda_should_go_on_in_the_next_block_when_the_weight_is_used_up() {
	build_and_execute(|| {
		for _ in 0..4 {
			requested(ALICE, spec());
		}
		ticks(99);
		assert_eq!(live_jobs().len(), 4);
		for left in [3, 2, 1, 0] {
			poll(room_for_one());
			assert_eq!(live_jobs().len(), left);
			assert_ok!(Bme::do_try_state());
		}
		assert_no_job_left();
	});
}

#[test]
fn agenda_should_keep_the_order_of_the_ticks_when_it_is_behind() {
	build_and_execute(|| {
		let late = requested(
			ALICE,
			JobSpecV1 {
				accept_within: 12,
				..spec()
			},
		);
		let early = requested(
			ALICE,
			JobSpecV1 {
				accept_within: 10,
				..spec()
			},
		);
		(0..20).for_each(|_| poll(base()));
		assert_eq!(live_jobs(), vec![late, early]);

		// Ten ticks without jobs lie before the first.
		poll(room_for_one() + <() as WeightInfo>::agenda_base() * 20);
		assert_eq!(live_jobs(), vec![late]);
	});
}

#[test]
fn agenda_should_take_half_of_the_weight_when_many_jobs_are_due() {
	build_and_execute(|| {
		for _ in 0..50 {
			begun(ALICE, spec());
		}
		ticks(199);
		let one = <() as WeightInfo>::settle(1);
		let room = one * 60;
		let mut meter = WeightMeter::with_limit(base() + room);
		Bme::on_poll(System::block_number(), &mut meter);

		assert!(!live_jobs().is_empty() && live_jobs().len() < 50);
		assert!(meter.consumed().all_lte(base() + room / 2));
	});
}

#[test]
fn windows_should_stop_when_the_agenda_does_not_run() {
	build_and_execute(|| {
		let job = requested(ALICE, spec());
		ticks(50);
		// A migration: blocks and time pass, the hook gets nothing.
		Now::set(&(START + 30 * bme_economics::DAY));
		(0..1000).for_each(|_| poll(Weight::zero()));
		assert_eq!(<Bme as Jobs<_>>::now(), 50);
		ticks(49);
		assert_eq!(live_jobs(), vec![job]);
		ticks(1);
		assert_no_job_left();
	});
}

#[test]
fn job_should_wait_when_the_judge_asks_for_time() {
	build_and_execute(|| {
		let job = begun(ALICE, spec());
		Waits::insert(job, 30);
		Verdicts::insert(job, verdict([(100, 100)]));
		ticks(200);
		assert_eq!(crate::Jobs::<Test>::get(job).unwrap().due, 230);
		ticks(29);
		assert_eq!(live_jobs(), vec![job]);
		ticks(1);
		assert_eq!(fiat(BOB), PAID);
		assert_no_job_left();
	});
}

#[test]
fn job_should_come_at_the_next_tick_when_the_judge_asks_for_no_time() {
	build_and_execute(|| {
		let job = begun(ALICE, spec());
		Waits::insert(job, 0);
		ticks(200);
		assert_eq!(crate::Jobs::<Test>::get(job).unwrap().due, 201);
		<Bme as Jobs<_>>::due_in(job, 0);
		assert_eq!(crate::Jobs::<Test>::get(job).unwrap().due, 201);
		ticks(1);
		assert_no_job_left();
	});
}

#[test]
fn due_tick_should_move_when_merit_says_so() {
	build_and_execute(|| {
		let job = begun(ALICE, spec());
		ticks(10);
		<Bme as Jobs<_>>::due_in(job, 5);
		assert_eq!(Agenda::<Test>::iter_keys().collect::<Vec<_>>(), vec![(15, job)]);
		// An unknown job is passed over.
		<Bme as Jobs<_>>::due_in(job + 1, 5);
		ticks(5);
		assert_no_job_left();
	});
}

#[test]
fn agenda_should_try_again_when_a_verdict_is_invalid() {
	build_and_execute(|| {
		let broken = begun(ALICE, spec());
		let sound = begun(ALICE, spec());
		Verdicts::insert(broken, verdict([(99, 100)]));
		Verdicts::insert(sound, verdict([(100, 100)]));
		ticks(200);

		// The others do not wait for it, and it loses nothing.
		assert_eq!(live_jobs(), vec![broken]);
		assert_eq!(held_tokens(ALICE), BURN);
		assert_eq!(Begun::get(broken), Some(1));
		assert_ok!(Bme::do_try_state());

		Verdicts::insert(broken, verdict([(100, 100)]));
		ticks(10);
		assert_eq!(fiat(BOB), 2 * PAID);
		assert_no_job_left();
	});
}

#[test]
fn agenda_should_drop_an_entry_when_its_job_is_gone() {
	build_and_execute(|| {
		Agenda::<Test>::insert(5, 77, ());
		let job = requested(
			ALICE,
			JobSpecV1 {
				accept_within: 6,
				..spec()
			},
		);
		ticks(6);
		assert!(!live_jobs().contains(&job));
		assert_eq!(Agenda::<Test>::iter().count(), 0);
	});
}

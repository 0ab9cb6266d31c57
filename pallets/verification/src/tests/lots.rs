//! Which jobs are checked, and what is known of suppliers.

use super::mock::*;

const TERMS: Sampling = Sampling {
	known: ByClass {
		agent: Perbill::from_percent(1),
		inference: Perbill::from_percent(2),
		training: Perbill::from_percent(10),
	},
	unknown: Perbill::from_percent(25),
	min_burn: BURN,
};

fn lots(job: JobId) -> Lots {
	Verification::lots(job, System::block_number(), &parties(job))
}

/// How many of a thousand jobs are drawn.
fn drawn_of_thousand(build: impl Fn() -> Build, burn: Balance) -> usize {
	let drawn = |_: &u32| {
		let job = build().begin();
		Live::mutate_extant(job, |job| job.burn = burn);
		Verification::lots(job, 0, &parties(job)) == Lots::Drawn
	};
	(0..1_000).filter(drawn).count()
}

fn known(quality: u32) {
	for class in Class::ALL {
		let reputation = Reputation {
			accuracy: percent(quality),
			verdicts: 1,
		};
		Reputations::<Test>::insert(BOB, class, reputation);
	}
}

#[test]
fn job_should_be_spared_at_once_when_nothing_is_sampled() {
	build_and_execute(|| assert_eq!(lots(Build::default().begin()), Lots::Spared));
}

#[test]
fn job_should_be_spared_at_once_when_there_are_fewer_seats_than_a_panel_needs() {
	build_and_execute(|| {
		assert_ok!(Verification::set_sampling(RuntimeOrigin::root(), TERMS));
		KnownSince::set(&0);
		let job = Build::default().begin();
		assert_eq!(lots(job), Lots::Later(RETRY));
		for who in &VERIFIERS[2..] {
			while let Some(seat) = (0..10).find(|seat| Seats::<Test>::get(Class::Agent, seat) == Some(*who)) {
				assert_ok!(leave_seat(*who, Class::Agent, seat));
			}
		}
		assert_eq!(lots(job), Lots::Spared);
	});
}

#[test]
fn job_should_wait_when_the_randomness_was_not_unknown_when_it_was_attested() {
	build_and_execute(|| {
		assert_ok!(Verification::set_sampling(RuntimeOrigin::root(), TERMS));
		let job = Build::default().begin();
		let attested_at = System::block_number();
		let at = |known_since: u64| {
			KnownSince::set(&known_since);
			Verification::lots(job, attested_at, &parties(job))
		};
		assert_eq!(at(attested_at - 1), Lots::Later(RETRY));
		assert_eq!(at(attested_at), Lots::Later(RETRY));
		assert_ne!(at(attested_at + 1), Lots::Later(RETRY));
	});
}

#[test]
fn jobs_should_be_drawn_by_what_is_known_of_the_supplier_when_they_burn_enough() {
	build_and_execute(|| {
		SamplingTerms::<Test>::put(TERMS);
		know_randomness();
		let near = |drawn: usize, percent: usize| (percent * 10).abs_diff(drawn) < 45;
		assert!(near(drawn_of_thousand(Build::default, BURN), 25));
		// A tenth of the least burn: a tenth at most.
		assert!(near(drawn_of_thousand(Build::default, BURN / 10), 10));
		assert_eq!(drawn_of_thousand(Build::default, 0), 0);
		known(100);
		assert!(near(drawn_of_thousand(Build::default, BURN), 1));
		let training = || Build {
			class: Class::Training,
			..Build::default()
		};
		assert!(near(drawn_of_thousand(training, BURN), 10));
		// Charlie is unknown, and the job is checked as often as his.
		assert!(near(drawn_of_thousand(Build::shared, BURN), 25));
		known(0);
		assert!(drawn_of_thousand(Build::default, BURN) > 100);
	});
}

#[test]
fn sampling_should_be_refused_when_it_is_not_governance() {
	build_and_execute(|| {
		assert_noop!(
			Verification::set_sampling(signed(VERIFIER), TERMS),
			DispatchError::BadOrigin
		);
		assert_ok!(Verification::set_sampling(RuntimeOrigin::root(), TERMS));
		assert_eq!(
			last_event(),
			Event::SamplingSet {
				before: Sampling::default(),
				after: TERMS
			}
		);
	});
}

#[test]
fn reputation_should_be_of_panels_only_when_a_job_was_judged() {
	build_and_execute(|| {
		judge_by(disputed(), &[40, 40, 40, 40, 40]);
		let reputation = |class| Reputations::<Test>::get(BOB, class);
		// It begins with nothing: 1/8 · 0.4
		let first = Reputation {
			accuracy: percent(5),
			verdicts: 1,
		};
		assert_eq!(reputation(Class::Agent), Some(first));
		assert_eq!(reputation(Class::Inference), None);
		judge_by(disputed(), &[80, 80, 80, 80, 80]);
		// 7/8 · 0.05 + 1/8 · 0.8
		assert_eq!(
			reputation(Class::Agent),
			Some(Reputation {
				accuracy: Perbill::from_parts(143_750_000),
				verdicts: 2
			})
		);
	});
}

#[test]
fn reputation_should_hardly_change_when_jobs_burn_next_to_nothing() {
	build_and_execute(|| {
		SamplingTerms::<Test>::put(TERMS);
		for _ in 0..8 {
			let job = disputed();
			Live::mutate_extant(job, |job| job.burn = BURN / 10_000);
			judge_by(job, &[100; 5]);
		}
		let known = Reputations::<Test>::get(BOB, Class::Agent).unwrap();
		assert_eq!(known.verdicts, 8);
		assert!(known.accuracy < Perbill::from_parts(200_000));
	});
}

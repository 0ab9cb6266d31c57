//! Ringers: jobs whose quality an auditor knows.

use super::mock::*;

fn commitment(job: JobId, answer: &Answer) -> H256 {
	Verification::ringer_commitment(job, &AUDITOR, answer, SALT)
}

fn commit_to(job: JobId, answer: &Answer) -> DispatchResult {
	Verification::commit_ringer(signed(AUDITOR), commitment(job, answer))
}

fn reveal_answer(job: JobId, answer: &Answer) -> DispatchResult {
	seating(|| Verification::reveal_ringer(signed(AUDITOR), job, answer.clone(), SALT))
}

/// A job whose answer the auditor committed to, and a panel on it that says this.
fn judged(known: u32, said: &[u32]) -> (JobId, Answer) {
	let (job, answer) = (NextJob::get(), percents(&[known]));
	assert_ok!(commit_to(job, &answer));
	System::set_block_number(System::block_number() + 1);
	assert_eq!(disputed(), job);
	judge_by(job, said);
	(job, answer)
}

#[test]
fn seat_should_be_forfeited_when_a_ringer_was_judged_wrong() {
	build_and_execute(|| {
		// Four say "good" without looking, and slash the one who did.
		let (job, answer) = judged(0, &[100, 100, 100, 100, 0]);
		let members: Vec<_> = Findings::<Test>::get(job)
			.unwrap()
			.opinions
			.iter()
			.map(|(who, _)| *who)
			.collect();
		assert_eq!(lost(members[4]), SLASH);
		assert_ok!(reveal_answer(job, &answer));
		assert_eq!(
			members.iter().map(|who| lost(*who)).collect::<Vec<_>>(),
			[SEAT, SEAT, SEAT, SEAT, SLASH]
		);
		assert!(!Verification::can_be_drawn(&members[0]));
		assert_eq!(
			last_event(),
			Event::RingerRevealed {
				job,
				auditor: AUDITOR,
				answer,
				wrong: 4
			}
		);
		assert_eq!(Ringers::<Test>::get(AUDITOR).len(), 0);
	});
}

#[test]
fn nobody_should_lose_a_seat_when_a_ringer_was_judged_right() {
	build_and_execute(|| {
		let (job, answer) = judged(40, &[20, 40, 40, 40, 60]);
		assert_ok!(reveal_answer(job, &answer));
		assert_eq!(Burned::get(), 0);
	});
}

#[test]
fn nobody_should_lose_a_seat_over_a_supplier_that_did_not_attest() {
	build_and_execute(|| {
		let (job, answer) = (NextJob::get(), percents(&[100, 100]));
		assert_ok!(commit_to(job, &answer));
		System::set_block_number(System::block_number() + 1);
		let minima = vec![(BOB, percent(50)), (CHARLIE, percent(50))];
		let begun = Build {
			minima,
			..Build::default()
		};
		assert_eq!(drawn(begun, Some(CONSUMER)), job);
		Live::mutate_extant(job, |job| job.standing[1].attested = false);
		let opinion = Opinion {
			qualities: percents(&[100, 0]),
			shares: None,
			output: None,
		};
		judge(job, &core::array::from_fn::<_, 5, _>(|_| opinion.clone()));
		assert_ok!(reveal_answer(job, &answer));
		assert_eq!(Burned::get(), 0);
	});
}

#[test]
fn ringer_should_be_refused_when_it_was_no_answer_beforehand() {
	build_and_execute(|| {
		let job = disputed();
		let answer = percents(&[0]);
		assert_ok!(commit_to(job, &answer));
		assert_noop!(reveal_answer(job, &answer), Error::<Test>::FindingNotFound);
		judge_by(job, &[100; 5]);
		assert_noop!(reveal_answer(job, &answer), Error::<Test>::RingerTooLate);
		assert_noop!(reveal_answer(job, &percents(&[1])), Error::<Test>::RingerNotFound);
		assert_noop!(
			reveal_answer(job, &percents(&[0, 0])),
			Error::<Test>::WrongNumberOfQualities
		);
		pass(REVIEW);
		assert_noop!(reveal_answer(job, &answer), Error::<Test>::FindingNotFound);
	});
}

#[test]
fn ringer_should_be_refused_when_another_answer_was_revealed() {
	build_and_execute(|| {
		let job = NextJob::get();
		for known in [0, 100] {
			assert_ok!(commit_to(job, &percents(&[known])));
		}
		System::set_block_number(5);
		disputed();
		judge_by(job, &[100; 5]);
		assert_ok!(reveal_answer(job, &percents(&[100])));
		assert_noop!(reveal_answer(job, &percents(&[0])), Error::<Test>::AlreadyRevealed);
		assert_ok!(Verification::withdraw_ringer(
			signed(AUDITOR),
			commitment(job, &percents(&[0]))
		));
		assert_eq!(Burned::get(), 0);
	});
}

#[test]
fn ringers_should_be_bounded_and_the_auditors_only() {
	build_and_execute(|| {
		let hash = H256::repeat_byte;
		assert_noop!(
			Verification::commit_ringer(signed(VERIFIER), hash(1)),
			Error::<Test>::NotAuditor
		);
		assert_noop!(
			Verification::reveal_ringer(signed(VERIFIER), 0, percents(&[0]), SALT),
			Error::<Test>::NotAuditor
		);
		for number in 0..crate::MAX_RINGERS {
			assert_ok!(Verification::commit_ringer(signed(AUDITOR), hash(number as u8)));
		}
		assert_noop!(
			Verification::commit_ringer(signed(AUDITOR), hash(99)),
			Error::<Test>::TooManyRingers
		);
		assert_noop!(
			Verification::commit_ringer(signed(AUDITOR), hash(1)),
			Error::<Test>::AlreadyCommitted
		);
		let withdraw = |number| Verification::withdraw_ringer(signed(AUDITOR), hash(number));
		assert_noop!(withdraw(99), Error::<Test>::RingerNotFound);
		for number in 0..crate::MAX_RINGERS {
			assert_ok!(withdraw(number as u8));
		}
		assert!(!Ringers::<Test>::contains_key(AUDITOR));
	});
}

#[test]
fn ringer_should_be_refused_when_panels_are_drawn() {
	build_and_execute(|| {
		let (job, answer) = judged(0, &[100; 5]);
		for phase in [Phase::Drawing, Phase::Waiting] {
			FixedPhase::put(phase);
			let revealed = Verification::reveal_ringer(signed(AUDITOR), job, answer.clone(), SALT);
			assert_noop!(revealed, Error::<Test>::SeatsFixed);
		}
		FixedPhase::kill();
		assert_ok!(reveal_answer(job, &answer));
	});
}

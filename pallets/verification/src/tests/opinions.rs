//! What members of a panel say, and what is refused.

use super::mock::*;

#[test]
fn commit_should_be_refused_when_it_cannot_be_made() {
	build_and_execute(|| {
		let job = Build::default().begin();
		assert_noop!(commit(VERIFIER, job, 0, &quality(1)), Error::<Test>::PanelNotFound);
		assert_ok!(convene(job, Some(CONSUMER)));
		assert_noop!(commit(VERIFIER, job, 0, &quality(1)), Error::<Test>::NotCommitting);
		know_randomness();
		pass(RETRY);
		assert_noop!(commit(VERIFIER, job, 1, &quality(1)), Error::<Test>::WrongRound);
		assert_noop!(commit(STRANGER, job, 0, &quality(1)), Error::<Test>::NotMember);
		assert_noop!(reveal(VERIFIER, job, 0, &quality(1)), Error::<Test>::NotRevealing);
		assert_ok!(commit(VERIFIER, job, 0, &quality(1)));
		assert_noop!(commit(VERIFIER, job, 0, &quality(2)), Error::<Test>::AlreadyCommitted);
	});
}

#[test]
fn reveal_should_be_refused_when_it_is_not_what_was_committed_to() {
	build_and_execute(|| {
		let job = disputed();
		let members = members(job);
		for who in &members[..4] {
			assert_ok!(commit(*who, job, 0, &quality(40)));
		}
		pass(COMMIT + 1);
		let who = members[0];
		assert_noop!(reveal(who, job, 0, &quality(41)), Error::<Test>::WrongOpening);
		let salted = Verification::reveal(signed(who), job, 0, quality(40), [2; 32]);
		assert_noop!(salted, Error::<Test>::WrongOpening);
		assert_noop!(reveal(members[4], job, 0, &quality(40)), Error::<Test>::NotCommitted);
		assert_noop!(reveal(STRANGER, job, 0, &quality(40)), Error::<Test>::NotMember);
		assert_ok!(reveal(who, job, 0, &quality(40)));
		assert_noop!(reveal(who, job, 0, &quality(40)), Error::<Test>::AlreadyRevealed);
		assert_noop!(commit(members[4], job, 0, &quality(40)), Error::<Test>::NotCommitting);
	});
}

#[test]
fn copied_commitment_should_be_worthless_when_it_is_another_account_s() {
	build_and_execute(|| {
		let job = disputed();
		let members = members(job);
		let copied = Verification::commitment_of(job, 0, &members[0], &quality(40), SALT);
		assert_ok!(commit(members[0], job, 0, &quality(40)));
		for who in &members[1..] {
			assert_ok!(Verification::commit(signed(*who), job, 0, copied));
		}
		pass(1);
		assert_ok!(reveal(members[0], job, 0, &quality(40)));
		assert_noop!(reveal(members[1], job, 0, &quality(40)), Error::<Test>::WrongOpening);
	});
}

#[test]
fn commitment_should_differ_when_anything_in_it_does() {
	build_and_execute(|| {
		let of =
			|job, round, who, opinion: &Opinion, salt| Verification::commitment_of(job, round, &who, opinion, salt);
		let all = [
			of(0, 0, 1, &quality(1), SALT),
			of(1, 0, 1, &quality(1), SALT),
			of(0, 1, 1, &quality(1), SALT),
			of(0, 0, 2, &quality(1), SALT),
			of(0, 0, 1, &quality(2), SALT),
			of(0, 0, 1, &quality(1), RESULT),
		];
		let distinct: std::collections::BTreeSet<_> = all.iter().collect();
		assert_eq!(distinct.len(), all.len());
	});
}

#[test]
fn opinion_should_be_refused_when_it_does_not_fit_the_job() {
	build_and_execute(|| {
		let refused = |build: Build, by: AccountId, opinion: Opinion, error: Error<Test>| {
			let job = drawn(build, Some(by));
			let members = members(job);
			for who in &members {
				assert_ok!(commit(*who, job, 0, &opinion));
			}
			pass(1);
			assert_noop!(reveal(members[0], job, 0, &opinion), error);
			end(job, None);
			members.iter().for_each(Verification::disengage);
		};
		let with = |shares: Option<&[u32]>, output| Opinion {
			qualities: percents(&[50, 50]),
			shares: shares.map(percents),
			output,
		};
		let one = || Build::default();
		refused(one(), CONSUMER, with(None, None), Error::WrongNumberOfQualities);
		let shares = Opinion {
			shares: Some(percents(&[100])),
			..quality(1)
		};
		refused(one(), CONSUMER, shares, Error::SharesMismatch);
		let output = Opinion {
			output: Some(RESULT),
			..quality(1)
		};
		refused(one(), CONSUMER, output, Error::OutputMismatch);
		refused(Build::shared(), BOB, with(None, None), Error::SharesMismatch);
		refused(Build::shared(), BOB, with(Some(&[19, 81]), None), Error::SharesDoNotFit);
		refused(Build::shared(), BOB, with(Some(&[50, 49]), None), Error::SharesDoNotFit);
		refused(Build::shared(), BOB, with(Some(&[100]), None), Error::SharesDoNotFit);
		let replay = || Build {
			evidence: EvidenceKind::Replay,
			..Build::default()
		};
		refused(replay(), CONSUMER, quality(1), Error::OutputMismatch);
	});
}

#[test]
fn duties_should_be_what_a_member_has_to_do_now() {
	use bme_primitives::apis::DutyStep;
	build_and_execute(|| {
		let job = disputed();
		let steps = |who: AccountId| -> Vec<_> {
			let duties = Verification::duties_view(&who);
			duties.iter().map(|duty| (duty.job, duty.round, duty.step)).collect()
		};
		assert_eq!(steps(VERIFIER), [(job, 0, DutyStep::Commit)]);
		assert_eq!(steps(STRANGER), []);
		assert_ok!(commit(VERIFIER, job, 0, &quality(40)));
		assert_eq!(steps(VERIFIER), []);
		for who in &VERIFIERS[1..4] {
			assert_ok!(commit(*who, job, 0, &quality(40)));
		}
		pass(COMMIT);
		assert_eq!(steps(VERIFIER), [(job, 0, DutyStep::Reveal)]);
		// It did not commit, and there is nothing that it could do.
		assert_eq!(steps(VERIFIERS[4]), []);
		assert_ok!(reveal(VERIFIER, job, 0, &quality(40)));
		assert_eq!(steps(VERIFIER), []);
		let panel = Verification::panel_view(job).unwrap();
		assert!(panel.is_revealing && panel.bonded_by == Some((PAYER, DISPUTE_BOND)));
		assert_eq!(
			panel.members.iter().filter(|member| member.opinion.is_some()).count(),
			1
		);
	});
}

//! Panels: asked for, drawn, heard.

use super::mock::*;
use frame_support::traits::fungible::Mutate as _;

fn lost_by_each(job_members: &[AccountId]) -> Vec<Balance> {
	job_members.iter().map(|who| lost(*who)).collect()
}

mod asking {
	use super::*;

	#[test]
	fn dispute_should_bond_the_payer_s_tokens_when_the_consumer_disputes() {
		build_and_execute(|| {
			let job = Build::default().begin();
			assert_eq!(convene(job, Some(CONSUMER)), Ok(Convened::Panel(RETRY)));
			assert_eq!(held(HoldReason::DisputeBond, PAYER), DISPUTE_BOND);
			assert_eq!(held(HoldReason::DisputeBond, CONSUMER), 0);
		});
	}

	#[test]
	fn dispute_should_bond_the_supplier_s_own_tokens_when_it_disputes() {
		build_and_execute(|| {
			let job = Build::shared().begin();
			assert_ok!(convene(job, Some(CHARLIE)));
			assert_eq!(held(HoldReason::DisputeBond, CHARLIE), DISPUTE_BOND);
		});
	}

	#[test]
	fn bond_should_be_rounded_up_when_the_burn_does_not_divide() {
		build_and_execute(|| {
			let job = Build::default().begin();
			Live::mutate_extant(job, |job| job.burn = 10 * TOKEN + 1);
			assert_ok!(convene(job, Some(CONSUMER)));
			assert_eq!(held(HoldReason::DisputeBond, PAYER), TOKEN + 1);
		});
	}

	#[test]
	fn dispute_should_be_refused_when_the_bond_is_not_there() {
		build_and_execute(|| {
			let job = Build::default().begin();
			Live::mutate_extant(job, |job| job.burn = 10 * TOKENS);
			assert!(!Verification::may_dispute(&parties(job), &CONSUMER));
			assert_noop!(convene(job, Some(CONSUMER)), Error::<Test>::InsufficientTokens);
			Live::mutate_extant(job, |job| job.burn = TOKENS);
			assert!(Verification::may_dispute(&parties(job), &CONSUMER));
		});
	}

	#[test]
	fn panel_should_bond_nothing_when_lots_ask_for_it() {
		build_and_execute(|| {
			let job = Build::default().begin();
			assert_ok!(convene(job, None));
			assert_eq!(held(HoldReason::DisputeBond, PAYER), 0);
		});
	}

	#[test]
	fn nobody_should_be_convened_when_there_are_fewer_seats_than_a_quorum() {
		build_and_execute(|| {
			for seat in [4, 3, 2] {
				let who = VERIFIERS[seat as usize];
				assert_ok!(leave_seat(who, Class::Agent, seat));
			}
			let job = Build::default().begin();
			assert!(Verification::may_dispute(&parties(job), &CONSUMER));
			assert_eq!(convene(job, Some(CONSUMER)), Ok(Convened::Nobody));
			assert_eq!(held(HoldReason::DisputeBond, PAYER), 0);
		});
	}
}

mod drawing {
	use super::*;

	#[test]
	fn panel_should_not_be_drawn_when_the_randomness_is_not_known() {
		build_and_execute(|| {
			let job = Build::default().begin();
			let asked_in = System::block_number();
			assert_ok!(convene(job, Some(CONSUMER)));
			for known_since in [0, asked_in] {
				KnownSince::set(&known_since);
				pass(3 * RETRY);
				assert_eq!(stage(job), Some(Stage::Drawing));
			}
			KnownSince::set(&(asked_in + 1));
			pass(RETRY);
			assert_eq!(stage(job), Some(Stage::Committing));
			assert_eq!(members(job).len(), 5);
		});
	}

	#[test]
	fn panel_should_be_drawn_only_in_the_part_of_a_session_that_is_for_it() {
		build_and_execute(|| {
			let job = Build::default().begin();
			assert_ok!(convene(job, Some(CONSUMER)));
			know_randomness();
			for phase in [Phase::Seating, Phase::Waiting] {
				FixedPhase::put(phase);
				pass(2 * RETRY);
				assert_eq!(stage(job), Some(Stage::Drawing));
			}
			FixedPhase::put(Phase::Drawing);
			pass(RETRY);
			assert_eq!(stage(job), Some(Stage::Committing));
		});
	}

	#[test]
	fn party_should_not_be_drawn_when_it_has_a_seat() {
		build_and_execute(|| {
			for who in [PAYER, CONSUMER, BOB, CHARLIE, ASSESSOR, STRANGER, AUDITOR, OWNER] {
				Balances::set_balance(&who, TOKENS);
				assert_ok!(Verification::admit(RuntimeOrigin::root(), who, 1));
				assert_ok!(take_seat(who, Class::Training));
			}
			for _ in 0..20 {
				let roles = Roles {
					template_author: Some(STRANGER),
					tool_provider: Some(AUDITOR),
					model_owner: Some(OWNER),
				};
				let shared = Build {
					roles,
					..Build::shared()
				};
				let job = drawn(shared, Some(BOB));
				let mut members = members(job);
				members.sort();
				// Every seat is looked at where there are so few.
				assert_eq!(members, VERIFIERS);
				end(job, None);
				for who in members {
					Verification::disengage(&who);
				}
			}
		});
	}

	#[test]
	fn verifier_should_be_a_member_once_when_it_has_many_seats() {
		build_and_execute(|| {
			assert_ok!(Verification::admit(RuntimeOrigin::root(), VERIFIER, 9));
			for _ in 0..6 {
				assert_ok!(take_seat(VERIFIER, Class::Agent));
			}
			let job = disputed();
			let members = members(job);
			let distinct: std::collections::BTreeSet<_> = members.iter().collect();
			assert_eq!((members.len(), distinct.len()), (5, 5));
		});
	}

	#[test]
	fn verifier_should_not_be_drawn_when_its_bond_is_not_whole_or_it_is_let_go() {
		build_and_execute(|| {
			Verification::slash(&VERIFIERS[0], Fault::Far);
			assert_ok!(Verification::admit(RuntimeOrigin::root(), VERIFIERS[1], 0));
			let job = disputed();
			let mut members = members(job);
			members.sort();
			assert_eq!(members, VERIFIERS[2..]);
		});
	}

	#[test]
	fn panel_should_be_hung_when_too_few_can_be_drawn() {
		build_and_execute(|| {
			for who in &VERIFIERS[..3] {
				Verification::slash(who, Fault::Far);
			}
			let job = disputed();
			assert_eq!(Ended::get(job), Some(None));
			assert_eq!(held(HoldReason::DisputeBond, PAYER), 0);
		});
	}

	#[test]
	fn seats_should_be_drawn_as_often_as_any_other_when_there_are_many() {
		build_and_execute(|| {
			let crowd: Vec<AccountId> = (1_000..1_045).collect();
			for who in &crowd {
				Balances::set_balance(who, TOKENS);
				assert_ok!(Verification::admit(RuntimeOrigin::root(), *who, 1));
				assert_ok!(take_seat(*who, Class::Agent));
			}
			let mut times = std::collections::BTreeMap::<AccountId, u32>::new();
			for _ in 0..1_000 {
				let job = disputed();
				for who in members(job) {
					*times.entry(who).or_default() += 1;
					Verification::disengage(&who);
				}
				end(job, None);
			}
			// Fifty seats, five of which are drawn a thousand times: a hundred each.
			assert_eq!(times.len(), 50);
			assert!(times.values().all(|count| (60..140).contains(count)), "{times:?}");
		});
	}
}

mod hearing {
	use super::*;

	#[test]
	fn verdict_should_be_the_median_when_one_is_far_off() {
		build_and_execute(|| {
			let job = disputed();
			let members = members(job);
			judge_by(job, &[30, 40, 40, 50, 100]);
			assert_eq!(
				verdict(job),
				[SupplierVerdict {
					share: WHOLE,
					quality: percent(40),
					attested: true,
					condemned: true
				}]
			);
			assert_eq!(lost_by_each(&members), [0, 0, 0, 0, SLASH]);
			assert_eq!(Burned::get(), SLASH);
			let finding = Findings::<Test>::get(job).unwrap();
			assert_eq!(finding.deserving.to_vec(), members[..4]);
		});
	}

	#[test]
	fn opinion_should_be_near_when_it_is_at_the_tolerance() {
		build_and_execute(|| {
			let job = disputed();
			let members = members(job);
			judge_by(job, &[40, 60, 60, 60, 80]);
			assert_eq!(lost_by_each(&members), [0; 5]);
			let job = disputed();
			judge_by(job, &[39, 60, 60, 60, 81]);
			assert_eq!(lost_by_each(&members).iter().filter(|lost| **lost > 0).count(), 2);
		});
	}

	#[test]
	fn quality_should_condemn_when_it_is_below_the_threshold() {
		build_and_execute(|| {
			for (quality, condemned) in [(49, true), (50, false), (51, false)] {
				let job = disputed();
				judge_by(job, &[quality; 5]);
				assert_eq!(verdict(job)[0].condemned, condemned);
			}
		});
	}

	#[test]
	fn panel_should_close_early_when_everybody_was_heard() {
		build_and_execute(|| {
			let job = disputed();
			let before = Now::get();
			judge_by(job, &[80; 5]);
			assert_eq!(Now::get() - before, 2);
		});
	}

	#[test]
	fn silent_member_should_pay_when_the_others_are_a_quorum() {
		build_and_execute(|| {
			let job = disputed();
			let members = members(job);
			for who in &members[..4] {
				assert_ok!(commit(*who, job, 0, &quality(40)));
			}
			pass(COMMIT);
			for who in &members[..3] {
				assert_ok!(reveal(*who, job, 0, &quality(40)));
			}
			pass(REVEAL);
			assert_eq!(verdict(job)[0].quality, percent(40));
			// One committed and did not reveal, one did neither.
			assert_eq!(lost_by_each(&members), [0, 0, 0, SLASH, SLASH]);
			assert_eq!(verifier(members[4]).faults, 1);
		});
	}

	#[test]
	fn panel_should_be_drawn_again_when_too_few_commit_or_reveal() {
		build_and_execute(|| {
			let job = disputed();
			let first = members(job);
			for who in &first[..2] {
				assert_ok!(commit(*who, job, 0, &quality(40)));
			}
			pass(COMMIT);
			assert_eq!(lost_by_each(&first), [0, 0, SLASH, SLASH, SLASH]);
			pass(REDRAW);
			// Those who were silent and did not fill up have no whole bond: there are too few to draw from.
			assert_eq!(Ended::get(job), Some(None));

			for who in &first[2..] {
				assert_ok!(bond(*who));
			}
			let job = disputed();
			let members = members(job);
			for who in &members {
				assert_ok!(commit(*who, job, 0, &quality(40)));
			}
			pass(1);
			for who in &members[..2] {
				assert_ok!(reveal(*who, job, 0, &quality(40)));
				assert_noop!(reveal(*who, job, 1, &quality(40)), Error::<Test>::WrongRound);
			}
			pass(REVEAL);
			pass(REDRAW);
			assert!(members[2..].iter().any(|who| verifier(*who).faults == 2));
			assert_eq!(Ended::get(job), Some(None));
		});
	}

	#[test]
	fn round_should_have_members_when_the_silent_fill_up_before_it() {
		build_and_execute(|| {
			let job = disputed();
			pass(COMMIT);
			for who in VERIFIERS {
				assert_ok!(bond(who));
			}
			pass(REDRAW);
			assert_eq!((stage(job), members(job).len()), (Some(Stage::Committing), 5));
		});
	}

	#[test]
	fn panel_should_be_hung_when_three_rounds_failed() {
		build_and_execute(|| {
			for who in 1_000..1_040 {
				Balances::set_balance(&who, TOKENS);
				assert_ok!(Verification::admit(RuntimeOrigin::root(), who, 1));
				assert_ok!(take_seat(who, Class::Agent));
			}
			let job = disputed();
			for round in 0..ROUNDS {
				assert_eq!(Panels::<Test>::get(job).unwrap().round, round);
				assert_eq!(members(job).len(), 5);
				pass(COMMIT);
				// Others are drawn when panels are.
				if round + 1 < ROUNDS {
					pass(REDRAW - 1);
					assert_eq!((stage(job), members(job)), (Some(Stage::Drawing), vec![]));
					pass(1);
				}
			}
			assert_eq!(Ended::get(job), Some(None));
			assert!(events().contains(&Event::PanelHung { job }));
			// Whoever disputed harmed nobody by it.
			assert!(events().contains(&Event::DisputeBondReturned {
				job,
				who: PAYER,
				bond: DISPUTE_BOND
			}));
			assert_eq!(Burned::get(), 15 * SLASH);
		});
	}

	#[test]
	fn panel_should_be_hung_when_nobody_can_be_drawn() {
		build_and_execute(|| {
			for who in VERIFIERS {
				Verification::slash(&who, crate::Fault::Far);
			}
			let job = Build::default().begin();
			assert_ok!(convene(job, Some(CONSUMER)));
			know_randomness();
			pass(RETRY);
			assert_eq!(Ended::get(job), Some(None));
			assert!(events().contains(&Event::PanelHung { job }));
		});
	}

	#[test]
	fn shares_should_be_the_panel_s_when_an_assessment_is_disputed() {
		build_and_execute(|| {
			let job = drawn(Build::shared(), Some(CHARLIE));
			let says = |bob: u32, charlie: u32| Opinion {
				qualities: percents(&[100, 100]),
				shares: Some(percents(&[bob, charlie])),
				output: None,
			};
			judge(
				job,
				&[says(20, 80), says(25, 75), says(20, 80), says(20, 80), says(80, 20)],
			);
			let shares: Vec<_> = verdict(job).iter().map(|line| line.share).collect();
			assert_eq!(shares, percents(&[20, 80]).to_vec());
			// Charlie was right: its bond returns. The last member is far off.
			assert_eq!(held(HoldReason::DisputeBond, CHARLIE), 0);
			assert_eq!(free(CHARLIE), TOKENS);
			assert_eq!(Burned::get(), SLASH);
		});
	}

	#[test]
	fn supplier_should_have_no_quality_when_it_did_not_attest() {
		build_and_execute(|| {
			let job = Build::shared().begin();
			Live::mutate_extant(job, |live| {
				let line = live.standing.get_mut(1).unwrap();
				(line.attested, line.quality) = (false, Perbill::zero());
			});
			assert_ok!(convene(job, None));
			know_randomness();
			pass(RETRY);
			let says = |of_absent: u32| Opinion {
				qualities: percents(&[90, of_absent]),
				shares: None,
				output: None,
			};
			judge(job, &[says(0), says(100), says(0), says(100), says(100)]);
			let lines = verdict(job);
			assert_eq!((lines[1].quality, lines[1].condemned), (Perbill::zero(), false));
			assert_eq!(Burned::get(), 0);
			assert_eq!(Reputations::<Test>::get(CHARLIE, Class::Training), None);
		});
	}

	#[test]
	fn member_should_be_far_off_when_it_found_another_output_than_most() {
		build_and_execute(|| {
			let replay = Build {
				evidence: EvidenceKind::Replay,
				..Build::default()
			};
			let job = drawn(replay, Some(CONSUMER));
			let members = members(job);
			let says = |output| Opinion {
				output: Some([output; 32]),
				..quality(0)
			};
			judge(job, &[says(1), says(1), says(1), says(2), says(3)]);
			assert_eq!(lost_by_each(&members), [0, 0, 0, SLASH, SLASH]);
		});
	}

	#[test]
	fn output_should_not_matter_when_no_more_than_a_half_found_it() {
		build_and_execute(|| {
			let replay = Build {
				evidence: EvidenceKind::Replay,
				..Build::default()
			};
			let job = drawn(replay, Some(CONSUMER));
			let says = |output| Opinion {
				output: Some([output; 32]),
				..quality(0)
			};
			judge(job, &[says(1), says(1), says(2), says(2), says(3)]);
			assert_eq!(Burned::get(), 0);
		});
	}
}

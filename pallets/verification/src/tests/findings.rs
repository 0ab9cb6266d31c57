//! The end of a panel: who pays it, and what happens to those that it condemned.

use super::mock::*;

fn paid(who: &[AccountId]) -> Vec<u128> {
	who.iter().map(Points::get).collect()
}

#[test]
fn bond_should_be_the_panel_s_when_the_dispute_changed_nothing() {
	build_and_execute(|| {
		let job = disputed();
		let members = members(job);
		let before: Vec<_> = members.iter().map(|who| free(*who)).collect();
		judge_by(job, &[100, 100, 90, 100, 30]);
		let gains: Vec<_> = members
			.iter()
			.zip(before)
			.map(|(who, before)| free(*who) - before)
			.collect();
		assert_eq!(
			gains,
			[
				DISPUTE_BOND / 4,
				DISPUTE_BOND / 4,
				DISPUTE_BOND / 4,
				DISPUTE_BOND / 4,
				0
			]
		);
		assert_eq!(free(PAYER), TOKENS - DISPUTE_BOND);
		assert_eq!(held(HoldReason::DisputeBond, PAYER), 0);
		assert_eq!(paid(&members), [0; 5]);
	});
}

#[test]
fn bond_should_be_burned_to_the_last_unit_when_it_does_not_divide() {
	build_and_execute(|| {
		let job = Build::default().begin();
		Live::mutate_extant(job, |job| job.burn = 70 * TOKEN + 20);
		assert_ok!(convene(job, Some(CONSUMER)));
		know_randomness();
		pass(RETRY);
		judge_by(job, &[100, 100, 100]);
		// 7 tokens and 2 units among three; two were silent.
		let bond = 7 * TOKEN + 2;
		let lost = events()
			.into_iter()
			.find(|event| matches!(event, Event::DisputeBondLost { .. }));
		let expected = Event::DisputeBondLost {
			job,
			who: PAYER,
			bond,
			to_each: bond / 3,
			burned: bond % 3,
		};
		assert_eq!(lost, Some(expected));
		assert_eq!(Burned::get(), 2 * SLASH + bond % 3);
	});
}

#[test]
fn panel_should_be_paid_by_the_job_when_nobody_loses() {
	build_and_execute(|| {
		let job = drawn(Build::default(), None);
		let members = members(job);
		judge_by(job, &[100; 5]);
		// What its suppliers cannot earn, in equal parts, rounded down.
		assert_eq!(paid(&members), [SPARE / 5; 5]);
		assert!(paid(&members).iter().sum::<u128>() <= SPARE);
		// A dispute that was right, and no work that is bad.
		let job = disputed();
		judge_by(job, &[70; 5]);
		assert_eq!(paid(&members), [2 * (SPARE / 5); 5]);
		assert_eq!(free(PAYER), TOKENS);
	});
}

#[test]
fn panel_should_be_paid_by_the_supplier_when_its_work_is_bad() {
	build_and_execute(|| {
		let job = disputed();
		let members = members(job);
		judge_by(job, &[10, 10, 10, 10, 90]);
		assert_eq!(paid(&members), [0; 5]);
		assert_eq!(
			Findings::<Test>::get(job).unwrap().condemned.to_vec(),
			[(BOB, LIABILITY)]
		);
		assert_eq!(Punished::get(BOB), None);
		pass(REVIEW - 1);
		assert_eq!(Punished::get(BOB), None);
		pass(1);
		assert_eq!(Punished::get(BOB), Some((LIABILITY, CONSUMER, members[..4].to_vec())));
		assert_eq!(last_event(), Event::FindingStands { job });
		assert_eq!(
			(verifier(members[0]).engaged, FindingsQueue::<Test>::get().first),
			(0, 1)
		);
	});
}

#[test]
fn slash_should_be_voided_when_governance_does_in_time() {
	build_and_execute(|| {
		let job = disputed();
		let void = || Verification::void_slash(RuntimeOrigin::root(), job);
		assert_noop!(void(), Error::<Test>::FindingNotFound);
		judge_by(job, &[10; 5]);
		assert_noop!(Verification::void_slash(signed(BOB), job), DispatchError::BadOrigin);
		assert_ok!(void());
		assert_eq!(Released::get(BOB), Some(LIABILITY));
		assert_noop!(void(), Error::<Test>::NothingToVoid);
		pass(REVIEW);
		assert_eq!(Punished::get(BOB), None);
		assert_noop!(void(), Error::<Test>::FindingNotFound);
	});
}

#[test]
fn findings_should_wait_for_the_next_block_when_there_is_no_weight() {
	build_and_execute(|| {
		use crate::WeightInfo;
		use frame_support::weights::{Weight, WeightMeter};
		let jobs: Vec<_> = (0..3).map(|_| disputed()).collect();
		for job in &jobs {
			judge_by(*job, &[80; 5]);
		}
		Now::set(&(Now::get() + REVIEW));
		let (base, most) = (<() as WeightInfo>::review_base(), <() as WeightInfo>::let_stand(16));
		let spent = |limit| {
			let mut meter = WeightMeter::with_limit(limit);
			Verification::process_reviews(&mut meter);
			meter.consumed()
		};
		assert_eq!(spent(base - Weight::from_parts(1, 0)), Weight::zero());
		assert_eq!(spent(base + most - Weight::from_parts(1, 0)), base);
		assert_eq!(Findings::<Test>::iter().count(), 3);
		let one = <() as WeightInfo>::let_stand(0);
		assert_eq!(spent(base + most), base + one);
		assert_eq!(Findings::<Test>::iter().count(), 2);
		pass(1);
		assert_eq!(Findings::<Test>::iter().count(), 0);
	});
}

#[test]
fn liability_should_be_released_when_there_is_no_finding_to_condemn_by() {
	build_and_execute(|| {
		Verification::condemn(7, &BOB, LIABILITY);
		assert_eq!(Released::get(BOB), Some(LIABILITY));
	});
}

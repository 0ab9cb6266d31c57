use super::mock::*;
use crate::{Event, Offenders};
use sp_runtime::Perbill;
use sp_staking::offence::{OffenceDetails, OnOffenceHandler};

const FRACTION: Perbill = Perbill::from_percent(50);

/// Report these validators for an offence in session 2.
fn report(offenders: &[u64]) {
	let details: Vec<_> = offenders
		.iter()
		.map(|who| OffenceDetails {
			offender: (*who, ()),
			reporters: vec![],
		})
		.collect();
	let fractions = vec![FRACTION; offenders.len()];
	<ValidatorSet as OnOffenceHandler<_, _, _>>::on_offence(&details, &fractions, 2);
}

/// Four validators, of whom the disabling strategy may disable one.
fn with_four(test: impl FnOnce()) {
	build_and_execute(|| {
		join(4);
		rotate(3);
		System::reset_events();
		test();
	});
}

#[test]
fn offender_should_be_disabled_at_once_when_reported() {
	with_four(|| {
		report(&[2]);
		assert_eq!(Session::disabled_validators(), vec![1]);
		assert_eq!(list(), vec![1, 2, 3, 4]);
		assert_eq!(
			events(),
			vec![
				Event::OffenceReported {
					validator: 2,
					session: 2,
					fraction: FRACTION
				},
				Event::ValidatorSlashed {
					validator: 2,
					session: 2,
					amount: 49
				}
			]
		);
	});
}

#[test]
fn offender_should_leave_the_list_when_the_next_session_is_planned() {
	with_four(|| {
		report(&[2]);
		rotate(1);
		assert_eq!(list(), vec![1, 3, 4]);
		assert!(Offenders::<Test>::get().is_empty());
		assert_eq!(events().last(), Some(&Event::OffenderRemoved { validator: 2 }));
		assert_eq!(Session::disabled_validators(), vec![1]);

		rotate(1);
		assert_eq!(Session::validators(), vec![1, 3, 4]);
		assert!(Session::disabled_validators().is_empty());
	});
}

#[test]
fn offender_should_be_noted_once_when_reported_twice() {
	with_four(|| {
		report(&[2]);
		report(&[2, 3]);
		assert_eq!(Offenders::<Test>::get().into_inner(), vec![2, 3]);
		let reported = |event: &Event<Test>| matches!(event, Event::OffenceReported { .. });
		assert_eq!(events().iter().filter(|event| reported(event)).count(), 2);
	});
}

#[test]
fn offender_should_stay_when_the_list_would_fall_below_its_floor() {
	with_four(|| {
		report(&[1, 2, 3, 4]);
		rotate(1);
		assert_eq!(list(), vec![3, 4]);
		assert_eq!(Offenders::<Test>::get().into_inner(), vec![3, 4]);
		assert!(events().contains(&Event::OffenderKept { validator: 3 }));
	});
}

#[test]
fn offender_should_leave_later_when_others_have_joined() {
	with_four(|| {
		leave(4);
		leave(3);
		report(&[2]);
		rotate(1);
		assert_eq!(list(), vec![1, 2]);
		join(5);
		rotate(1);
		assert_eq!(list(), vec![1, 5]);
	});
}

#[test]
fn offender_should_only_be_disabled_and_slashed_when_it_has_left_the_list() {
	with_four(|| {
		leave(2);
		System::reset_events();
		report(&[2]);
		assert_eq!(Session::disabled_validators(), vec![1]);
		assert!(Offenders::<Test>::get().is_empty());
		let slashed = Event::ValidatorSlashed {
			validator: 2,
			session: 2,
			amount: 49,
		};
		assert_eq!(events(), vec![slashed]);
	});
}

#[test]
fn report_should_change_nothing_when_the_offender_is_a_stranger() {
	with_four(|| {
		report(&[9]);
		assert!(Session::disabled_validators().is_empty());
		assert!(Offenders::<Test>::get().is_empty());
	});
}

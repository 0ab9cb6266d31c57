//! Policies: noted, adopted, in force; and what they would do.

use super::*;
use bme_economics::{Change, ChangeError, Direction, Parameter, Policy as PolicyRecord, PolicyError, DAY};
use bme_primitives::apis::{ChangeView, PolicyRefusal, PreviewError, Projected, Scenario};
use sp_core::H256;

/// The policy of the mock with one thing changed.
fn with(change: impl FnOnce(&mut PolicyRecord)) -> PolicyRecord {
	let mut policy = Policy::<Test>::get().unwrap();
	change(&mut policy);
	policy
}

fn tighter() -> PolicyRecord {
	with(|policy| policy.rho = BelowOne::from_percent(9))
}

fn looser() -> PolicyRecord {
	with(|policy| policy.rho = BelowOne::from_percent(11))
}

fn base() -> H256 {
	policy_hash(&Policy::<Test>::get().unwrap())
}

fn note_policy(who: AccountId, policy: &PolicyRecord) -> DispatchResult {
	let (policy, base) = (Box::new(policy.clone()), base());
	dispatch(RuntimeOrigin::signed(who), Call::note_policy { policy, base })
}

fn noted(policy: &PolicyRecord) -> H256 {
	assert_ok!(note_policy(ALICE, policy));
	policy_hash(policy)
}

fn adopt(origin: RuntimeOrigin, hash: H256) -> DispatchResult {
	dispatch(origin, Call::adopt_policy { hash })
}

fn withdraw(who: AccountId, hash: H256) -> DispatchResult {
	dispatch(RuntimeOrigin::signed(who), Call::withdraw_policy { hash })
}

fn deposit() -> Balance {
	Balances::balance_on_hold(&HoldReason::PolicyCandidate.into(), &ALICE)
}

#[test]
fn candidate_should_be_kept_for_a_deposit_when_it_is_noted() {
	build_and_execute(|| {
		block_at(0);
		let hash = noted(&tighter());

		let candidate = Candidates::<Test>::get(hash).unwrap();
		assert_eq!(
			(candidate.policy, candidate.base, candidate.noter),
			(tighter(), base(), ALICE)
		);
		assert_eq!(
			deposit(),
			TOKEN + TOKEN / 1000 * codec::Encode::encoded_size(&tighter()) as Balance
		);
		let direction = Direction::Tightens;
		assert_event(Event::PolicyNoted {
			policy_hash: hash,
			noter: ALICE,
			direction,
		});
		assert_noop!(note_policy(BOB, &tighter()), Error::<Test>::CandidateExists);
	});
}

#[test]
fn candidate_should_be_refused_when_its_noter_cannot_keep_the_deposit() {
	build_and_execute(|| {
		block_at(0);
		assert!(note_policy(FERDIE, &tighter()).is_err());
		assert_eq!(Candidates::<Test>::iter().count(), 0);
	});
}

#[test]
fn candidate_should_return_the_deposit_when_it_is_withdrawn_by_its_noter() {
	build_and_execute(|| {
		block_at(0);
		let hash = noted(&tighter());
		assert_noop!(withdraw(BOB, hash), Error::<Test>::NotNoter);
		// Another policy came into force.
		Policy::<Test>::put(with(|policy| policy.controller.warm_up = 91));
		assert_ok!(withdraw(ALICE, hash));
		assert_eq!((deposit(), Candidates::<Test>::iter().count()), (0, 0));
		assert_event(Event::PolicyWithdrawn { policy_hash: hash });
		assert_noop!(withdraw(ALICE, hash), Error::<Test>::CandidateNotFound);
	});
}

#[test]
fn candidate_should_stay_when_it_may_still_be_voted_on() {
	build_and_execute(|| {
		block_at(0);
		close_epoch();
		let hash = noted(&tighter());
		let at = |index| CurrentEpoch::<Test>::mutate_extant(|epoch| epoch.index = index);
		for index in [1, HistoryDepth::get()] {
			at(index);
			assert_noop!(withdraw(ALICE, hash), Error::<Test>::CandidateLocked);
		}
		at(HistoryDepth::get() + 1);
		assert_ok!(withdraw(ALICE, hash));
		at(1);
	});
}

#[test]
fn candidate_should_be_refused_with_the_reason_when_it_is_wrong() {
	build_and_execute(|| {
		block_at(0);
		let double = daily(2 * SCHEDULED);
		let endless = with(|policy| policy.schedule = daily(100_000 * SCHEDULED));
		let malformed = with(|policy| policy.schedule.terms[0] = malformed_term());
		let cases = [
			(with(|_| ()), Error::<Test>::PolicyUnchanged),
			(
				with(|policy| policy.rho = BelowOne::from_percent(51)),
				Error::<Test>::PolicyOutOfBounds,
			),
			(
				with(|policy| policy.rho = BelowOne::from_percent(16)),
				Error::<Test>::StepTooLarge,
			),
			(with(|policy| policy.schedule = double), Error::<Test>::StepTooLarge),
			(endless, Error::<Test>::LifetimeCapExceeded),
			(malformed, Error::<Test>::ScheduleMalformed),
			(
				with(|policy| policy.shares.security = Perbill::from_percent(71)),
				Error::<Test>::PoolSharesAboveOne,
			),
		];
		for (policy, error) in cases {
			assert_noop!(note_policy(ALICE, &policy), error);
			assert!(Bme::review_policy(&policy).is_err());
		}
	});
}

fn malformed_term() -> bme_economics::Term {
	bme_economics::Term::Halving {
		start: 0,
		first: TOKEN,
		step: 0,
		steps: 1,
	}
}

#[test]
fn candidate_should_be_refused_when_it_raises_the_floor_price_too_far_or_without_a_price() {
	build_and_execute(|| {
		block_at(0);
		// The floor is 0.05; a tenth more may be a quarter of 0.22 at most.
		let higher = with(|policy| policy.floor_price = FixedU128::from_rational(55, 1000));
		for price in [None, Some(facts(0.21, 0.21, 0.0, 0))] {
			Facts::set(&price);
			assert_noop!(note_policy(ALICE, &higher), Error::<Test>::FloorPriceTooHigh);
		}
		Facts::set(&Some(facts(0.22, 0.22, 0.0, 0)));
		assert_ok!(note_policy(ALICE, &higher));
	});
}

#[test]
fn candidate_should_be_refused_when_a_year_of_steps_goes_too_far() {
	build_and_execute(|| {
		block_at(0);
		// Each vote raises the warm-up by a tenth; after four it is above three halves of the first.
		for (step, result) in [
			(99, Ok(())),
			(108, Ok(())),
			(118, Ok(())),
			(129, Ok(())),
			(136, Err(())),
		] {
			let policy = with(|policy| policy.controller.warm_up = step);
			if result.is_err() {
				assert_noop!(note_policy(ALICE, &policy), Error::<Test>::YearTooLarge);
				break;
			}
			let hash = noted(&policy);
			assert_ok!(adopt(RuntimeOrigin::root(), hash));
			(0..3).for_each(|_| close_epoch());
			assert_eq!(Policy::<Test>::get().unwrap().controller.warm_up, step);
		}
		// A year later the measure is the policy of that time.
		block_at(14 * 30 * DAY);
		assert_eq!(Anchors::<Test>::iter_keys().count(), 1);
		(0..13).for_each(|month| block_at((15 + month) * 30 * DAY));
		assert_ok!(note_policy(ALICE, &with(|policy| policy.controller.warm_up = 136)));
		assert!(Anchors::<Test>::iter_keys().count() <= 13);
	});
}

#[test]
fn policy_should_rule_from_its_epoch_on_when_it_was_adopted() {
	build_and_execute(|| {
		block_at(0);
		let hash = noted(&tighter());
		assert_ok!(adopt(RuntimeOrigin::root(), hash));
		assert_event(Event::PolicyAdopted {
			policy_hash: hash,
			direction: Direction::Tightens,
			activates: 3,
		});
		assert_eq!((deposit(), Candidates::<Test>::iter().count()), (0, 0));
		let (old, new) = (Policy::<Test>::get().unwrap(), tighter());
		let pending = Bme::pending_policy_view().unwrap();
		assert_eq!((pending.policy_hash, pending.activates), (hash, 3));

		for epoch in 0..3 {
			assert_eq!(Policy::<Test>::get(), Some(old.clone()), "epoch {epoch}");
			close_epoch();
			assert_eq!(EpochRecords::<Test>::get(epoch).unwrap().policy, 0);
		}
		assert_eq!(Policy::<Test>::get(), Some(new));
		assert_eq!(Bme::pending_policy_view(), None);
		assert_event(Event::PolicyActivated {
			policy_hash: hash,
			version: 1,
			epoch: 3,
		});
		assert_event(Event::ParameterChanged {
			parameter: Parameter::Rho,
			before: 100_000_000,
			after: 90_000_000,
		});
		close_epoch();
		assert_eq!(EpochRecords::<Test>::get(3).unwrap().policy, 1);
	});
}

#[test]
fn policy_should_be_refused_when_another_change_came_first() {
	build_and_execute(|| {
		block_at(0);
		let (first, second) = (noted(&tighter()), noted(&looser()));
		assert_ok!(adopt(RuntimeOrigin::root(), first));
		(0..3).for_each(|_| close_epoch());

		assert_noop!(adopt(RuntimeOrigin::root(), second), Error::<Test>::StaleBase);
		let base = H256::zero();
		let policy = Box::new(tighter());
		assert_noop!(
			dispatch(RuntimeOrigin::signed(ALICE), Call::note_policy { policy, base }),
			Error::<Test>::StaleBase
		);
		// It can be noted again, by anyone, and its deposit is not lost.
		let again = Candidates::<Test>::get(second).unwrap().policy;
		assert_ok!(note_policy(BOB, &again));
		assert_eq!(deposit(), 0);
		assert_eq!(Candidates::<Test>::get(second).unwrap().noter, BOB);
	});
}

#[test]
fn policy_should_be_refused_when_its_origin_may_only_tighten_or_may_nothing() {
	build_and_execute(|| {
		block_at(0);
		let (tight, loose) = (noted(&tighter()), noted(&looser()));
		let tightener = || RuntimeOrigin::signed(CHARLIE);
		assert_noop!(adopt(tightener(), loose), Error::<Test>::MayOnlyTighten);
		for origin in [RuntimeOrigin::signed(ALICE), RuntimeOrigin::none()] {
			assert_noop!(adopt(origin.clone(), tight), DispatchError::BadOrigin);
			assert_noop!(dispatch(origin, Call::cancel_policy {}), DispatchError::BadOrigin);
		}
		assert_noop!(adopt(tightener(), H256::zero()), Error::<Test>::CandidateNotFound);
		assert_ok!(adopt(tightener(), tight));
	});
}

#[test]
fn pending_policy_should_be_replaced_only_when_the_other_is_tighter() {
	build_and_execute(|| {
		block_at(0);
		let tightest = noted(&with(|policy| policy.rho = BelowOne::from_percent(8)));
		let (tight, loose) = (noted(&tighter()), noted(&looser()));
		assert_ok!(adopt(RuntimeOrigin::root(), tight));
		assert_noop!(adopt(RuntimeOrigin::root(), loose), Error::<Test>::PolicyPending);
		close_epoch();
		// The same again would only postpone it.
		let same = noted(&tighter());
		assert_noop!(adopt(RuntimeOrigin::root(), same), Error::<Test>::PolicyPending);
		assert_ok!(adopt(RuntimeOrigin::root(), tightest));

		// It rules from when the other would have.
		let pending = PendingPolicy::<Test>::get().unwrap();
		assert_eq!((policy_hash(&pending.policy), pending.activates), (tightest, 3));
	});
}

#[test]
fn pending_policy_should_not_be_postponed_when_ever_tighter_ones_replace_it() {
	build_and_execute(|| {
		block_at(0);
		let tightener = || RuntimeOrigin::signed(CHARLIE);
		let candidate = |step: u32| with(|policy| policy.controller.floor = Perbill::from_parts(250_000_000 - step));
		for step in 1..=3 {
			let hash = noted(&candidate(step));
			assert_ok!(adopt(tightener(), hash));
			assert_eq!(PendingPolicy::<Test>::get().unwrap().activates, 3);
			let last = candidate(step);
			close_epoch();
			if step == 3 {
				assert_eq!(Policy::<Test>::get(), Some(last));
			}
		}
		assert_eq!(Bme::pending_policy_view(), None);
	});
}

#[test]
fn change_should_be_described_with_bounds_and_what_is_left_of_the_step_when_it_is_a_candidate() {
	build_and_execute(|| {
		block_at(0);
		let hash = noted(&with(|policy| {
			policy.rho = BelowOne::from_percent(9);
			policy.controller.warm_up = 99;
		}));
		let change = |parameter, before, after, direction, bounds: (u128, u128), step, step_left| ChangeView {
			parameter,
			before,
			after,
			direction,
			least: bounds.0,
			most: bounds.1,
			step,
			step_left,
		};
		let percent = 10_000_000;
		let warm_up = Parameter::WarmUp.bounds();
		assert_eq!(
			Bme::describe_change(hash),
			Ok(vec![
				change(
					Parameter::Rho,
					10 * percent,
					9 * percent,
					Direction::Tightens,
					(0, 50 * percent),
					5 * percent,
					4 * percent
				),
				change(
					Parameter::WarmUp,
					90,
					99,
					Direction::Loosens,
					(*warm_up.start(), *warm_up.end()),
					9,
					0
				),
			])
		);
		assert_eq!(Bme::describe_change(H256::zero()), Err(PreviewError::CandidateNotFound));
	});
}

#[test]
fn pending_policy_should_never_rule_when_it_is_cancelled() {
	build_and_execute(|| {
		block_at(0);
		let cancel = || dispatch(RuntimeOrigin::root(), Call::cancel_policy {});
		assert_noop!(cancel(), Error::<Test>::NoPolicyPending);
		let hash = noted(&tighter());
		assert_ok!(adopt(RuntimeOrigin::root(), hash));
		assert_ok!(cancel());
		assert_event(Event::PolicyCancelled { policy_hash: hash });
		let policy = Policy::<Test>::get();
		(0..4).for_each(|_| close_epoch());
		assert_eq!(Policy::<Test>::get(), policy);
	});
}

#[test]
fn policy_should_rule_after_one_whole_epoch_when_time_is_scaled() {
	build_and_execute(|| {
		TimeScale::<Test>::put(60);
		block_at(0);
		let hash = noted(&tighter());
		assert_ok!(adopt(RuntimeOrigin::root(), hash));
		assert_eq!(PendingPolicy::<Test>::get().unwrap().activates, 2);
	});
}

#[test]
fn running_jobs_should_settle_as_quoted_when_burn_shares_change() {
	build_and_execute(|| {
		block_at(0);
		let job = begun(ALICE, spec());
		let hash = noted(&with(|policy| policy.burn_share.agent = Perbill::from_percent(25)));
		assert_ok!(adopt(RuntimeOrigin::root(), hash));
		// The job outlives the change: its window counts ticks, of which an epoch has one here.
		(0..3).for_each(|_| close_epoch());
		assert_eq!(Bme::quote_view(Class::Agent, 10 * USD).unwrap().fiat, 7_500_000);

		assert_ok!(judged(job, verdict([(100, 100)])));
		assert_eq!(BurnedTotal::<Test>::get(BurnCause::Job(Class::Agent)), BURN);
		assert_eq!(fiat(BOB), PAID);
	});
}

#[test]
fn review_should_name_each_number_and_its_direction_when_a_policy_could_be_noted() {
	build_and_execute(|| {
		block_at(0);
		let policy = with(|policy| {
			policy.rho = BelowOne::from_percent(9);
			policy.controller.floor = Perbill::from_percent(26);
		});
		let review = Bme::review_policy(&policy).unwrap();
		assert_eq!((review.policy_hash, review.base), (policy_hash(&policy), base()));
		assert_eq!(review.direction, Direction::Loosens);
		let change = |parameter, before, after, direction| Change {
			parameter,
			before,
			after,
			direction,
		};
		assert_eq!(
			review.changes,
			[
				change(Parameter::Rho, 100_000_000, 90_000_000, Direction::Tightens),
				change(Parameter::ControllerFloor, 250_000_000, 260_000_000, Direction::Loosens),
			]
		);
		let refused = |policy: &PolicyRecord| Bme::review_policy(policy).unwrap_err();
		assert_eq!(
			refused(&with(|policy| policy.rho = BelowOne::from_percent(51))),
			PolicyRefusal::Policy(PolicyError::OutOfBounds(Parameter::Rho))
		);
		assert_eq!(
			refused(&with(|policy| policy.burn_ema_epochs = 9)),
			PolicyRefusal::Change(ChangeError::StepTooLarge(Parameter::BurnEmaEpochs))
		);
	});
}

/// One job is settled and every block authored.
fn use_an_epoch() {
	let job = begun(ALICE, spec());
	assert_ok!(judged(job, verdict([(100, 100)])));
	let epoch = CurrentEpoch::<Test>::get().unwrap().index;
	credit(epoch, Pool::Security, DAVE, 14_000);
	credit(epoch, Pool::Contribution, CHARLIE, 20 * TOKEN);
}

fn closed_as(epoch: EpochIndex) -> Projected {
	let closed = events().into_iter().find_map(|event| match event {
		Event::EpochClosed {
			epoch: index,
			scheduled,
			multiplier,
			burned,
			reminted,
			minted,
			treasury,
			..
		} if index == epoch => Some(Projected {
			epoch,
			scheduled,
			multiplier,
			burned,
			reminted,
			minted,
			treasury,
			issuance: Balances::total_issuance(),
		}),
		_ => None,
	});
	closed.unwrap()
}

#[test]
fn preview_should_equal_what_the_chain_does_when_its_use_goes_on() {
	build_and_execute(|| {
		// The controller begins within the preview, and a small schedule makes the re-mint matter.
		Policy::<Test>::mutate_extant(|policy| {
			policy.controller.warm_up = 5;
			policy.schedule = daily(3 * TOKEN);
		});
		block_at(0);
		use_an_epoch();
		close_epoch();
		idle(Weight::MAX);
		let hash = noted(&with(|policy| policy.controller.floor = Perbill::from_percent(24)));
		assert_ok!(adopt(RuntimeOrigin::root(), hash));

		let preview = Bme::preview_policy(None, Scenario::Flat, 20).unwrap();
		assert_eq!(preview.len(), 20);
		assert!(preview.iter().any(|row| row.reminted > 0));
		for row in preview {
			use_an_epoch();
			close_epoch();
			assert_eq!(closed_as(row.epoch), row);
			// Nothing expires, which a projection does not foresee.
			idle(Weight::MAX);
		}
		assert!(CurrentEpoch::<Test>::get().unwrap().policy == 1);
	});
}

#[test]
fn preview_should_begin_with_the_policy_in_force_when_it_is_of_a_candidate() {
	build_and_execute(|| {
		block_at(0);
		use_an_epoch();
		close_epoch();
		let hash = noted(&with(|policy| policy.schedule = daily(SCHEDULED / 100 * 95)));
		for scenario in Scenario::ALL {
			// A candidate that changes nothing here does not begin the scenario anew.
			let warm_up = noted(&with(|policy| policy.controller.warm_up = 91));
			let rows = |candidate| Bme::preview_policy(candidate, scenario, 40).unwrap();
			assert_eq!(rows(Some(warm_up)), rows(None), "{scenario:?}");
			Candidates::<Test>::remove(warm_up);
		}
		let current = Bme::preview_policy(None, Scenario::Wash, 6).unwrap();
		let candidate = Bme::preview_policy(Some(hash), Scenario::Wash, 6).unwrap();
		// Two whole epochs after the open one.
		assert_eq!(current[..3], candidate[..3]);
		assert_eq!(candidate[3].scheduled, SCHEDULED / 100 * 95);

		let preview = |hash, epochs| Bme::preview_policy(hash, Scenario::Flat, epochs);
		assert_eq!(preview(Some(H256::zero()), 1), Err(PreviewError::CandidateNotFound));
		assert_eq!(preview(None, 367), Err(PreviewError::TooManyEpochs));
		assert_eq!(preview(None, 0), Ok(vec![]));
	});
}

#[test]
fn mint_should_stop_at_the_breaker_when_it_is_asked_for_more_than_five_days_in_one() {
	build_and_execute(|| {
		block_at(0);
		// As if a mistake had minted almost all that a day may see.
		CurrentEpoch::<Test>::mutate(|epoch| {
			let emission = &mut epoch.as_mut().unwrap().emission;
			(emission.recent_minted, emission.recent_scheduled) = (29 * SCHEDULED / 2, SCHEDULED);
		});
		credit(0, Pool::Work, BOB, Balance::MAX);
		Policy::<Test>::mutate_extant(|policy| policy.epoch_length = DAY / 2);
		CurrentEpoch::<Test>::mutate(|epoch| epoch.as_mut().unwrap().length = DAY / 2);
		Policy::<Test>::mutate_extant(|policy| policy.schedule = daily_at(DAY / 2));
		close_epoch();

		// Half of what was minted has faded: seven days and a quarter. Five times the day and a half that is scheduled leaves a
		// quarter of a day, where the Work pool asks for a half.
		assert_eq!(EpochRecords::<Test>::get(0).unwrap().minted.work, SCHEDULED / 4);
		let emission = CurrentEpoch::<Test>::get().unwrap().emission;
		assert_eq!(emission.recent_minted, 5 * emission.recent_scheduled);
	});
}

/// A schedule of [`SCHEDULED`] tokens each time that so much has passed.
fn daily_at(period: bme_primitives::Moment) -> bme_economics::Schedule {
	let mut schedule = daily(SCHEDULED);
	if let bme_economics::Term::Table { rows, period: every } = &mut schedule.terms[0] {
		(rows[0].from, *every) = (period, period);
	}
	schedule
}

use super::mock::*;
use crate::{Call, Error, Event, MAX_PROVIDERS};
use bme_primitives::USD;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

fn root(call: Call<Test>) -> sp_runtime::DispatchResult {
	dispatch(RuntimeOrigin::root(), call)
}

#[test]
fn provider_should_have_new_terms_when_governance_says_so() {
	build_and_execute(|| {
		let young = accept(receipt(CARD, 1, USD));
		set_provider(CARD, terms(DAY, 2 * LIMIT));
		assert_event(Event::ProviderSet {
			provider: CARD,
			before: Some(terms(MATURITY, LIMIT)),
			after: terms(DAY, 2 * LIMIT),
		});
		assert_eq!(record(young).matures, START + MATURITY, "it keeps what it had");
		assert_eq!(record(accept(receipt(CARD, 2, USD))).matures, START + DAY);
		assert_eq!(provider(CARD).used.used, 2 * USD, "what was used is used");
	});
}

#[test]
fn provider_should_be_admitted_when_there_is_room() {
	build_and_execute(|| {
		for id in 3..=MAX_PROVIDERS as u16 {
			set_provider(id, terms(0, LIMIT));
		}
		let provider = MAX_PROVIDERS as u16 + 1;
		let call = Call::set_provider {
			provider,
			terms: terms(0, LIMIT),
		};
		assert_noop!(root(call), Error::<Test>::TooManyProviders);
		set_provider(3, terms(0, 0));
	});
}

#[test]
fn provider_should_be_refused_when_it_matures_too_late() {
	build_and_execute(|| {
		let call = |maturity| Call::set_provider {
			provider: CARD,
			terms: terms(maturity, LIMIT),
		};
		assert_noop!(root(call(180 * DAY + 1)), Error::<Test>::MaturityTooLong);
		assert_ok!(root(call(180 * DAY)));
	});
}

#[test]
fn threshold_should_be_within_its_bounds_when_set() {
	build_and_execute(|| {
		let call = |threshold| Call::set_threshold { threshold };
		assert_noop!(root(call(0)), Error::<Test>::ThresholdOutOfBounds);
		assert_noop!(root(call(17)), Error::<Test>::ThresholdOutOfBounds);
		assert_ok!(root(call(3)));
		assert_event(Event::ThresholdSet { before: 2, after: 3 });
		let paid = receipt(TRANSFER, 1, USD);
		accept(paid.clone());
		assert_eq!(fiat(BOB), 0);
		assert_ok!(attest(THREE, &[paid]));
		assert_eq!(fiat(BOB), USD);
	});
}

#[test]
fn terms_should_be_governances_when_anyone_else_tries() {
	build_and_execute(|| {
		for who in [ALICE, ONE] {
			let provider = Call::set_provider {
				provider: CARD,
				terms: terms(0, LIMIT),
			};
			assert_noop!(signed(who, provider), DispatchError::BadOrigin);
			assert_noop!(
				signed(who, Call::set_threshold { threshold: 1 }),
				DispatchError::BadOrigin
			);
		}
	});
}

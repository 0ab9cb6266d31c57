//! Who shares in a job's fiat beside its suppliers.

use super::mock::*;
use crate::{Call, Error, Event, RevenueParts};
use bme_primitives::{ByRole, Class, JobSpecV1, Role, Roles, USD};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{DispatchError, Perbill};

const AUTHOR: AccountId = 101;
const TOOLS: AccountId = 102;
const OWNER: AccountId = 103;

fn parts(treasury: u32, template_author: u32, tool_provider: u32, model_owner: u32) -> ByRole<Perbill> {
	ByRole {
		treasury: Perbill::from_percent(treasury),
		template_author: Perbill::from_percent(template_author),
		tool_provider: Perbill::from_percent(tool_provider),
		model_owner: Perbill::from_percent(model_owner),
	}
}

fn set(class: Class, parts: ByRole<Perbill>) -> sp_runtime::DispatchResult {
	dispatch(RuntimeOrigin::root(), Call::set_revenue_parts { class, parts })
}

fn spec_with(roles: Roles<AccountId>) -> JobSpecV1<AccountId> {
	JobSpecV1 { roles, ..spec() }
}

fn all_roles() -> Roles<AccountId> {
	Roles {
		template_author: Some(AUTHOR),
		tool_provider: Some(TOOLS),
		model_owner: Some(OWNER),
	}
}

#[test]
fn roles_should_be_paid_when_a_job_names_them() {
	build_and_execute(|| {
		assert_ok!(set(Class::Agent, parts(1, 10, 5, 20)));
		let job = begun(ALICE, spec_with(all_roles()));
		assert_ok!(judged(job, verdict([(100, 100)])));
		// Eight dollars of fiat.
		assert_eq!(
			[TREASURY, AUTHOR, TOOLS, OWNER, BOB].map(fiat),
			[80_000, 800_000, 400_000, 1_600_000, 5_120_000]
		);
		assert!(events().iter().any(|event| matches!(
			event,
			Event::JobSettled { fiat_paid, fiat_returned: 0, roles, .. }
				if *fiat_paid == 8 * USD && *roles == [
					(Role::Treasury, TREASURY, 80_000),
					(Role::TemplateAuthor, AUTHOR, 800_000),
					(Role::ToolProvider, TOOLS, 400_000),
					(Role::ModelOwner, OWNER, 1_600_000),
				]
		)));
		assert_no_job_left();
	});
}

#[test]
fn part_should_be_the_suppliers_when_the_model_is_open() {
	build_and_execute(|| {
		assert_ok!(set(Class::Agent, parts(0, 10, 0, 20)));
		let roles = Roles {
			model_owner: None,
			..all_roles()
		};
		let job = begun(ALICE, spec_with(roles));
		assert_ok!(judged(job, verdict([(100, 100)])));
		assert_eq!([AUTHOR, OWNER, BOB].map(fiat), [800_000, 0, 7_200_000]);
	});
}

#[test]
fn roles_should_have_less_when_the_work_was_bad() {
	build_and_execute(|| {
		assert_ok!(set(Class::Agent, parts(0, 10, 0, 0)));
		let before = fiat(ALICE);
		let job = begun(ALICE, spec_with(all_roles()));
		assert_ok!(judged(job, verdict([(100, 40)])));
		assert_eq!([AUTHOR, BOB].map(fiat), [320_000, 2_880_000]);
		assert_eq!(fiat(ALICE), before - 3_200_000);
	});
}

#[test]
fn suppliers_should_share_the_remainder_exactly_when_it_does_not_divide() {
	build_and_execute(|| {
		assert_ok!(set(Class::Agent, parts(0, 33, 0, 33)));
		let spec = JobSpecV1 {
			roles: all_roles(),
			price: 10_007,
			..spec_of(&[(BOB, 34), (CHARLIE, 66)])
		};
		let before = fiat(ALICE);
		let job = begun(ALICE, spec);
		assert_ok!(judged(job, verdict([(34, 100), (66, 100)])));
		let received: Vec<_> = [AUTHOR, OWNER, BOB, CHARLIE].map(fiat).to_vec();
		assert_eq!(received[..2], [2_641, 2_641]);
		assert_eq!(received.iter().sum::<u128>(), 8_005);
		assert_eq!(fiat(ALICE), before - 8_005);
	});
}

#[test]
fn job_should_keep_its_parts_when_they_change_meanwhile() {
	build_and_execute(|| {
		assert_ok!(set(Class::Agent, parts(0, 10, 0, 0)));
		let job = begun(ALICE, spec_with(all_roles()));
		assert_ok!(set(Class::Agent, parts(0, 90, 0, 0)));
		assert_ok!(judged(job, verdict([(100, 100)])));
		assert_eq!(fiat(AUTHOR), 800_000);
	});
}

#[test]
fn role_should_be_owed_when_it_cannot_be_credited() {
	build_and_execute(|| {
		assert_ok!(set(Class::Agent, parts(0, 10, 0, 0)));
		let roles = Roles {
			template_author: Some(EVE),
			..Roles::default()
		};
		let job = begun(ALICE, spec_with(roles));
		block_fiat(EVE);
		assert_ok!(judged(job, verdict([(100, 100)])));
		thaw_fiat(EVE);
		let before = fiat(EVE);
		assert_ok!(claim_owed(EVE, bme_primitives::Debt::Fiat));
		assert_eq!(fiat(EVE), before + 800_000);
	});
}

#[test]
fn role_should_be_no_party_when_it_has_no_part() {
	build_and_execute(|| {
		assert_ok!(set(Class::Agent, parts(0, 10, 0, 0)));
		let job = begun(ALICE, spec_with(all_roles()));
		let parties = <Bme as bme_primitives::Jobs<_>>::parties(job).unwrap();
		assert_eq!(
			parties.roles,
			Roles {
				template_author: Some(AUTHOR),
				..Roles::default()
			}
		);
		assert!(parties.concerns(&AUTHOR) && !parties.concerns(&TOOLS) && !parties.concerns(&OWNER));
	});
}

#[test]
fn parts_should_be_set_by_class_when_they_fit() {
	build_and_execute(|| {
		assert_ok!(set(Class::Inference, parts(25, 25, 25, 25)));
		assert_noop!(set(Class::Agent, parts(25, 25, 25, 26)), Error::<Test>::PartsAboveOne);
		assert_event(Event::RevenuePartsSet {
			class: Class::Inference,
			before: ByRole::default(),
			after: parts(25, 25, 25, 25),
		});
		let set = RevenueParts::<Test>::get();
		assert_eq!((set.agent, set.inference), (ByRole::default(), parts(25, 25, 25, 25)));
		let call = Call::set_revenue_parts {
			class: Class::Agent,
			parts: parts(0, 0, 0, 0),
		};
		assert_noop!(dispatch(RuntimeOrigin::signed(ALICE), call), DispatchError::BadOrigin);
	});
}

#[test]
fn suppliers_should_have_nothing_when_the_roles_have_all() {
	build_and_execute(|| {
		assert_ok!(set(Class::Agent, parts(0, 50, 0, 50)));
		let job = begun(ALICE, spec_with(all_roles()));
		assert_ok!(judged(job, verdict([(100, 100)])));
		assert_eq!([AUTHOR, OWNER, BOB].map(fiat), [4 * USD, 4 * USD, 0]);
	});
}

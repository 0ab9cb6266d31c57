//! What evidence may rest on.

use super::mock::*;
use crate::{Call, Error, Event, EvidenceBases, MAX_BASES};
use bme_primitives::{Evidence, EvidenceBasis, EvidenceKind, Judge};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{traits::Dispatchable, DispatchError, DispatchResult};

const ENCLAVE: EvidenceBasis = EvidenceBasis::Measurement([2; 32]);
const CIRCUIT: EvidenceBasis = EvidenceBasis::ProofSystem([2; 32]);
const QUOTE: Evidence = Evidence::Tee {
	quote: [1; 32],
	measurement: [2; 32],
};
const PROOF: Evidence = Evidence::Proof {
	system: [2; 32],
	proof: [3; 32],
};

fn dispatch(origin: RuntimeOrigin, call: Call<Test>) -> DispatchResult {
	RuntimeCall::from(call)
		.dispatch(origin)
		.map(|_| ())
		.map_err(|failed| failed.error)
}

fn list(basis: EvidenceBasis) -> DispatchResult {
	dispatch(RuntimeOrigin::root(), Call::list_basis { basis })
}

fn unlist(basis: EvidenceBasis) -> DispatchResult {
	dispatch(RuntimeOrigin::root(), Call::unlist_basis { basis })
}

fn attest_with(job: bme_primitives::JobId, evidence: Evidence) -> DispatchResult {
	Contribution::attest(signed(BOB), job, 1, RESULT, evidence)
}

#[test]
fn evidence_should_be_accepted_when_what_it_rests_on_is_listed() {
	build_and_execute(|| {
		for (kind, basis, evidence) in [
			(EvidenceKind::Tee, ENCLAVE, QUOTE),
			(EvidenceKind::Proof, CIRCUIT, PROOF),
		] {
			assert!(!Contribution::accepts(kind));
			let job = of_kind(kind);
			assert_noop!(attest_with(job, evidence.clone()), Error::<Test>::NotListed);
			assert_ok!(list(basis));
			System::assert_last_event(Event::BasisListed { basis }.into());
			assert!(Contribution::accepts(kind));
			assert_ok!(attest_with(job, evidence));
		}
	});
}

#[test]
fn evidence_should_be_refused_when_it_rests_on_something_else() {
	build_and_execute(|| {
		assert_ok!(list(ENCLAVE));
		assert!(
			!Contribution::accepts(EvidenceKind::Proof),
			"the same hash is another thing"
		);
		let job = of_kind(EvidenceKind::Proof);
		assert_noop!(attest_with(job, PROOF), Error::<Test>::NotListed);
		let other = Evidence::Tee {
			quote: [1; 32],
			measurement: [9; 32],
		};
		let job = of_kind(EvidenceKind::Tee);
		assert_noop!(attest_with(job, other), Error::<Test>::NotListed);
	});
}

#[test]
fn basis_should_be_refused_when_it_was_unlisted() {
	build_and_execute(|| {
		assert_ok!(list(ENCLAVE));
		let job = of_kind(EvidenceKind::Tee);
		assert_ok!(unlist(ENCLAVE));
		System::assert_last_event(Event::BasisUnlisted { basis: ENCLAVE }.into());
		assert_noop!(attest_with(job, QUOTE), Error::<Test>::NotListed);
		assert!(!Contribution::accepts(EvidenceKind::Tee));
		assert_noop!(unlist(ENCLAVE), Error::<Test>::NotListed);
	});
}

#[test]
fn list_should_be_governance_s_when_anybody_else_tries() {
	build_and_execute(|| {
		assert_ok!(list(ENCLAVE));
		assert_noop!(list(ENCLAVE), Error::<Test>::AlreadyListed);
		for call in [
			Call::list_basis { basis: CIRCUIT },
			Call::unlist_basis { basis: ENCLAVE },
		] {
			assert_noop!(dispatch(signed(BOB), call), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn list_should_be_full_when_as_much_as_may_be_is_listed() {
	build_and_execute(|| {
		for index in 0..MAX_BASES as u8 {
			assert_ok!(list(EvidenceBasis::Measurement([index; 32])));
		}
		assert_noop!(list(CIRCUIT), Error::<Test>::TooManyBases);
		assert_eq!(EvidenceBases::<Test>::get().len() as u32, MAX_BASES);
	});
}

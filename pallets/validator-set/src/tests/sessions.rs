use super::mock::*;
use crate::{KeyOwners, Planned};
use codec::Encode;
use frame_support::traits::KeyOwnerProofSystem;
use pallet_session::{historical, SessionManager};
use sp_runtime::{key_types::DUMMY, testing::UintAuthorityId};
use sp_session::MembershipProof;

/// A proof of who owns this key in the running session.
fn prove(key: u64) -> MembershipProof {
	KeyOwners::<Test>::prove((DUMMY, &UintAuthorityId(key).encode()[..])).unwrap()
}

/// Whose the key was, if the proof is good.
fn owner(key: u64, proof: MembershipProof) -> Option<u64> {
	KeyOwners::<Test>::check_proof((DUMMY, &UintAuthorityId(key).encode()[..]), proof).map(|(owner, ())| owner)
}

fn proven(who: u64, proof: MembershipProof) -> bool {
	owner(who, proof) == Some(who)
}

fn roots() -> Vec<u32> {
	let mut sessions: Vec<_> = historical::HistoricalSessions::<Test>::iter_keys().collect();
	sessions.sort_unstable();
	sessions
}

mod genesis {
	use super::*;

	#[test]
	fn list_should_equal_the_session_keys_when_the_chain_starts() {
		build_and_execute(|| {
			assert_eq!(list(), vec![1, 2, 3]);
			assert_eq!(Session::validators(), vec![1, 2, 3]);
		});
	}

	#[test]
	fn list_should_stay_empty_when_genesis_has_no_keys() {
		ext(&[]).execute_with(|| assert!(list().is_empty()));
	}

	#[test]
	fn manager_should_leave_the_set_to_the_session_pallet_when_at_genesis() {
		build_and_execute(|| {
			assert_eq!(<ValidatorSet as SessionManager<u64>>::new_session_genesis(0), None);
			assert_eq!(Planned::<Test>::get(), None);
		});
	}
}

mod new_session {
	use super::*;

	#[test]
	fn manager_should_plan_the_list_when_asked_for_session_two() {
		build_and_execute(|| {
			rotate(1);
			assert!(planned_a_change());
			assert_eq!(roots(), vec![2]);
		});
	}

	#[test]
	fn manager_should_plan_nothing_when_nothing_changed() {
		build_and_execute(|| {
			rotate(1);
			for _ in 0..5 {
				rotate(1);
				assert!(!planned_a_change());
				assert_eq!(Session::validators(), vec![1, 2, 3]);
			}
		});
	}

	#[test]
	fn added_validator_should_produce_when_two_sessions_ended() {
		build_and_execute(|| {
			rotate(2);
			join(4);
			rotate(1);
			assert!(planned_a_change());
			assert_eq!(Session::validators(), vec![1, 2, 3]);
			rotate(1);
			assert_eq!(Session::validators(), vec![1, 2, 3, 4]);
			assert!(!planned_a_change());
		});
	}

	#[test]
	fn removed_validator_should_stop_producing_when_two_sessions_ended() {
		build_and_execute(|| {
			rotate(2);
			leave(2);
			rotate(1);
			assert_eq!(Session::validators(), vec![1, 2, 3]);
			rotate(1);
			assert_eq!(Session::validators(), vec![1, 3]);
		});
	}

	#[test]
	fn manager_should_plan_nothing_when_a_change_was_undone_within_the_session() {
		build_and_execute(|| {
			rotate(2);
			join(4);
			leave(4);
			rotate(1);
			assert!(!planned_a_change());
		});
	}

	#[test]
	fn manager_should_plan_the_list_when_a_validator_changed_its_keys() {
		build_and_execute(|| {
			rotate(2);
			set_keys(2, 22);
			rotate(1);
			assert!(planned_a_change());
			rotate(1);
			assert!(!planned_a_change());
			let proof = prove(22);
			rotate(1);
			assert_eq!(owner(22, proof), Some(2));
		});
	}

	#[test]
	fn manager_should_plan_nothing_when_a_stranger_changed_its_keys() {
		build_and_execute(|| {
			rotate(2);
			set_keys(9, 9);
			rotate(1);
			assert!(!planned_a_change());
		});
	}

	#[test]
	fn disabled_validator_should_stay_disabled_when_nothing_changes() {
		build_and_execute(|| {
			rotate(2);
			assert!(Session::disable_index(1));
			rotate(4);
			assert_eq!(Session::disabled_validators(), vec![1]);
		});
	}
}

mod history {
	use super::*;

	#[test]
	fn key_should_be_provable_when_its_session_ended() {
		build_and_execute(|| {
			rotate(2);
			let proof = prove(2);
			rotate(1);
			assert!(proven(2, proof));
		});
	}

	#[test]
	fn key_should_be_provable_when_its_validator_was_removed() {
		build_and_execute(|| {
			rotate(2);
			let proof = prove(2);
			leave(2);
			rotate(2);
			assert!(proven(2, proof));
		});
	}

	#[test]
	fn key_should_be_provable_while_it_is_in_force_when_its_validator_set_another() {
		build_and_execute(|| {
			rotate(2);
			let before = prove(2);
			set_keys(2, 22);
			assert_eq!(prove(2), before);
			assert!(proven(2, before.clone()));
			assert_eq!(owner(22, prove(22)), None);
			rotate(1);
			assert!(proven(2, prove(2)));
			assert!(proven(2, before.clone()));
			assert_eq!(owner(22, prove(22)), None);
			rotate(1);
			assert_eq!(owner(2, prove(2)), None);
			assert_eq!(owner(22, prove(22)), Some(2));
			assert!(proven(2, before));
		});
	}

	#[test]
	fn key_should_be_provable_when_another_validator_sets_keys_after_the_proof() {
		build_and_execute(|| {
			rotate(2);
			let proof = prove(2);
			set_keys(3, 33);
			assert!(proven(2, proof.clone()));
			rotate(1);
			set_keys(3, 34);
			assert!(proven(2, proof));
			let proof = prove(2);
			rotate(1);
			assert!(proven(2, proof));
		});
	}

	#[test]
	fn key_should_be_provable_when_the_chain_is_in_its_first_sessions() {
		build_and_execute(|| {
			set_keys(2, 22);
			assert!(proven(2, prove(2)));
			rotate(1);
			assert!(proven(2, prove(2)));
		});
	}

	#[test]
	fn keys_should_stay_as_they_were_set_when_a_proof_was_made_and_checked() {
		build_and_execute(|| {
			rotate(2);
			set_keys(2, 22);
			assert!(proven(2, prove(2)));
			assert_eq!(pallet_session::NextKeys::<Test>::get(2), Some(keys(22)));
		});
	}

	#[test]
	fn roots_should_be_kept_for_the_history_depth_when_sessions_end() {
		build_and_execute(|| {
			// Running: 9. Planned: 10. Ended and kept: 6, 7 and 8.
			rotate(9);
			assert_eq!(roots(), vec![6, 7, 8, 9, 10]);
			assert_eq!(historical::StoredRange::<Test>::get(), Some((6, 11)));
		});
	}

	#[test]
	fn key_should_not_be_provable_when_its_session_is_older_than_the_history() {
		build_and_execute(|| {
			rotate(2);
			let proof = prove(2);
			rotate(HISTORY);
			assert!(proven(2, proof.clone()));
			rotate(1);
			assert!(!proven(2, proof));
		});
	}
}

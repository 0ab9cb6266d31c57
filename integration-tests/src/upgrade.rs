//! The rehearsal of an upgrade with a migration of storage: on a chain with live jobs, and with what would be a wrong one.

use crate::chain::{accept, account, approve, attest, key, request, spec, Chain};
use bme_primitives::{BurnCause, Class, PointsBook, TOKEN};
use bme_runtime::{
	rehearsal::{renamed, Rename, RenameSpecifications, NEXT, NOW},
	Balances, Bme, Contribution, Runtime, RuntimeOrigin, System, VERSION,
};
use frame_support::{
	assert_noop, assert_ok,
	migrations::VersionedMigration,
	traits::{GetStorageVersion, OnRuntimeUpgrade, StorageVersion},
	weights::Weight,
};
use pallet_bme::{BurnedTotal, Event, Jobs};
use sp_runtime::{traits::Hash as _, Perbill};

type DbWeight = <Runtime as frame_system::Config>::DbWeight;

fn version() -> StorageVersion {
	Bme::on_chain_storage_version()
}

/// A chain in whose second epoch a job is requested and another attested, after one that was settled in the first.
fn chain_with_live_jobs() -> Chain {
	let mut chain = Chain::new();
	let (alice, bob) = (key("Alice"), key("Bob"));
	for job in 0..2 {
		assert_ok!(chain.send(&alice, request(spec(&alice, &bob))));
		assert_ok!(chain.send(&bob, accept(job, Perbill::one())));
		assert_ok!(chain.send(&bob, attest(job)));
		if job == 0 {
			assert_ok!(chain.send(&alice, approve(job)));
			chain.close_epoch();
		}
	}
	assert_ok!(chain.send(&alice, request(spec(&alice, &bob))));
	chain
}

#[test]
fn jobs_counters_and_points_should_be_intact_when_storage_was_migrated() {
	let mut chain = chain_with_live_jobs();
	let (alice, bob) = (key("Alice"), key("Bob"));
	let epoch = chain.epoch();
	let facts = || {
		let burned = BurnedTotal::<Runtime>::get(BurnCause::Job(Class::Agent));
		let points = [0, epoch].map(|epoch| Contribution::points(epoch, &account(&key("Bob"))));
		(burned, Balances::total_issuance(), points, Contribution::totals(epoch))
	};
	chain.with(|| {
		let (jobs, before) = (Jobs::<Runtime>::iter().collect::<Vec<_>>(), facts());
		assert_eq!((jobs.len(), version()), (2, StorageVersion::new(NOW)));
		assert_ne!(RenameSpecifications::on_runtime_upgrade(), Weight::zero());
		// Each job has what the migration gave it, and everything else is as it was.
		assert_eq!(version(), StorageVersion::new(NEXT));
		for (id, job) in jobs {
			assert_eq!(Jobs::<Runtime>::get(id), Some(renamed(job)));
		}
		assert_eq!(facts(), before);
	});

	// They go on to their end under the new version. Each block checks every invariant.
	assert_ok!(chain.send(&alice, approve(1)));
	assert_ok!(chain.send(&bob, accept(2, Perbill::one())));
	assert_ok!(chain.send(&bob, attest(2)));
	assert_ok!(chain.send(&alice, approve(2)));
	chain.with(|| assert_eq!(Jobs::<Runtime>::iter().count(), 0));
	chain.close_epoch();
	chain.blocks(2);
	let paid = chain.bme_said(|event| match event {
		Event::PaidOut {
			account: to, amounts, ..
		} if *to == account(&bob) => Some(amounts.work),
		_ => None,
	});
	assert_eq!(paid.into_iter().sum::<u128>(), 3 * 38 * TOKEN / 10);
}

#[test]
fn migration_should_do_nothing_when_it_ran_already_or_begins_elsewhere() {
	type FromElsewhere = VersionedMigration<{ NEXT + 4 }, { NEXT + 5 }, Rename, Bme, DbWeight>;

	let mut chain = chain_with_live_jobs();
	chain.with(|| {
		let state = || (version(), Jobs::<Runtime>::iter().collect::<Vec<_>>());
		let before = state();
		FromElsewhere::on_runtime_upgrade();
		assert_eq!(state(), before);
		RenameSpecifications::on_runtime_upgrade();
		let after = state();
		assert_ne!(after, before);
		RenameSpecifications::on_runtime_upgrade();
		assert_eq!(state(), after);
	});
}

#[test]
fn upgrade_should_be_refused_when_its_code_is_none_or_was_not_voted_for() {
	let mut chain = Chain::new();
	chain.with(|| {
		let voted = vec![0, 97, 115, 109];
		let hash = <Runtime as frame_system::Config>::Hashing::hash(&voted);
		assert_ok!(System::authorize_upgrade(RuntimeOrigin::root(), hash));
		let apply = |code| System::apply_authorized_upgrade(RuntimeOrigin::none(), code);
		assert_noop!(apply(vec![1]), frame_system::Error::<Runtime>::Unauthorized);
		assert!(System::set_code(RuntimeOrigin::signed(account(&key("Alice"))), voted).is_err());
		assert_eq!(System::runtime_version().spec_version, VERSION.spec_version);
	});
}

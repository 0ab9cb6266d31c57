//! The version after this one, as upgrades are rehearsed: its `spec_version` is one higher, and it changes every live job. The build makes it
//! with the feature `rehearsal`, as `rehearsal.compact.compressed.wasm`; no node has it.

use crate::{AccountId, Bme, Runtime};
use frame_support::{migrations::VersionedMigration, traits::UncheckedOnRuntimeUpgrade, weights::Weight};
use pallet_bme::{Job, Jobs};
use sp_runtime::traits::{BlakeTwo256, Hash};

/// The version of the storage of pallet-bme that this runtime writes, and the one after it.
pub const NOW: u16 = 1;
/// See [`NOW`].
pub const NEXT: u16 = 2;

type DbWeight = <Runtime as frame_system::Config>::DbWeight;

/// Names the specification of every live job by the hash of its hash, once.
pub type RenameSpecifications = VersionedMigration<NOW, NEXT, Rename, Bme, DbWeight>;

/// What the migration does, whatever the version.
pub struct Rename;
impl UncheckedOnRuntimeUpgrade for Rename {
	fn on_runtime_upgrade() -> Weight {
		let mut translated: u64 = 0;
		Jobs::<Runtime>::translate_values(|job: Job<AccountId>| {
			translated = translated.saturating_add(1);
			Some(renamed(job))
		});
		DbWeight::get().reads_writes(translated, translated)
	}
}

/// A job as it is after the migration.
pub fn renamed(mut job: Job<AccountId>) -> Job<AccountId> {
	job.spec.spec_hash = BlakeTwo256::hash(&job.spec.spec_hash).into();
	job
}

//! What is benchmarked on this runtime, and how the bench tool reaches it.

use crate::*;
use alloc::{string::String, vec::Vec};
use frame_benchmarking::{baseline::Pallet as BaselineBench, BenchmarkBatch, BenchmarkConfig, BenchmarkList};
use frame_support::traits::{StorageInfo, StorageInfoTrait, WhitelistedStorageKeys};
use frame_system_benchmarking::{extensions::Pallet as SystemExtensionsBench, Pallet as SystemBench};

frame_benchmarking::define_benchmarks!(
	[frame_benchmarking, BaselineBench::<Runtime>]
	[frame_system, SystemBench::<Runtime>]
	[frame_system_extensions, SystemExtensionsBench::<Runtime>]
	[pallet_assets, Assets]
	[pallet_balances, Balances]
	[pallet_bme, Bme]
	[pallet_contribution, Contribution]
	[pallet_conviction_voting, ConvictionVoting]
	[pallet_fiat, Fiat]
	[pallet_identity, Identity]
	[pallet_measurement, Measurement]
	[pallet_membership, FeederMembership]
	[pallet_migrations, Migrations]
	[pallet_multisig, Multisig]
	[pallet_oracle, Oracle]
	[pallet_preimage, Preimage]
	[pallet_price, Price]
	[pallet_proxy, Proxy]
	[pallet_ranked_collective, FellowshipCollective]
	[pallet_referenda, Referenda]
	[pallet_scheduler, Scheduler]
	[pallet_timestamp, Timestamp]
	[pallet_transaction_payment, TransactionPayment]
	[pallet_treasury, Treasury]
	[pallet_utility, Utility]
	[pallet_validator_set, ValidatorSet]
	[pallet_verification, Verification]
	[pallet_whitelist, Whitelist]
);

impl frame_system_benchmarking::Config for Runtime {}
impl frame_benchmarking::baseline::Config for Runtime {}
impl pallet_transaction_payment::BenchmarkConfig for Runtime {}

/// The benchmarks there are, and the storage that they may touch.
pub fn metadata(extra: bool) -> (Vec<BenchmarkList>, Vec<StorageInfo>) {
	let mut list = Vec::<BenchmarkList>::new();
	list_benchmarks!(list, extra);
	(list, AllPalletsWithSystem::storage_info())
}

/// Run one.
pub fn dispatch(config: BenchmarkConfig) -> Result<Vec<BenchmarkBatch>, String> {
	let whitelist = AllPalletsWithSystem::whitelisted_storage_keys();
	let mut batches = Vec::<BenchmarkBatch>::new();
	let params = (&config, &whitelist);
	add_benchmarks!(params, batches);
	Ok(batches)
}

//! Blocks, calls and migrations.

use crate::{
	AccountId, Balance, Block, BlockNumber, Hash, Migrations, Nonce, PalletInfo, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeOrigin, RuntimeTask, VERSION,
};
use frame_support::{
	derive_impl,
	dispatch::DispatchClass,
	parameter_types,
	traits::{ConstU16, ConstU32, Contains},
	weights::{
		constants::{ParityDbWeight, WEIGHT_REF_TIME_PER_SECOND},
		Weight,
	},
};
use frame_system::limits::{BlockLength, BlockWeights};
use sp_runtime::{
	traits::{AccountIdLookup, BlakeTwo256},
	Perbill,
};
use sp_version::RuntimeVersion;

/// What users can fill of a block; the rest is kept for inherents and operational calls.
const NORMAL_RATIO: Perbill = Perbill::from_percent(75);
/// Bytes.
const MAX_BLOCK_LENGTH: u32 = 5 * 1024 * 1024;
/// A third of a slot.
const MAX_BLOCK_WEIGHT: Weight = Weight::from_parts(2 * WEIGHT_REF_TIME_PER_SECOND, u64::MAX);

parameter_types! {
	pub const BlockHashCount: BlockNumber = 4096;
	pub const Version: RuntimeVersion = VERSION;
	pub RuntimeBlockWeights: BlockWeights = BlockWeights::with_sensible_defaults(MAX_BLOCK_WEIGHT, NORMAL_RATIO);
	pub RuntimeBlockLength: BlockLength = BlockLength::builder()
		.max_length(MAX_BLOCK_LENGTH)
		.modify_max_length_for_class(DispatchClass::Normal, |max| *max = NORMAL_RATIO * MAX_BLOCK_LENGTH)
		.build();
	pub MaxServiceWeight: Weight = Perbill::from_percent(80) * RuntimeBlockWeights::get().max_block;
}

/// Denies the signed calls that change the issuance of tokens or fiat outside the ledger: `balances.burn`, and `assets.refund` where it
/// burns what is left. And a member's own `change_key`: who feeds, attests payments or reports is governance's word alone, and nobody
/// slips out of what it said under another key.
///
/// `session.purge_keys`, with which validators would stop the chain: `validator_set.purge_keys` stands for it. And the signed reports of
/// equivocations, which are free and of which a validator can make any number about itself: nodes report without a signature.
pub struct BaseFilter;
impl Contains<RuntimeCall> for BaseFilter {
	fn contains(call: &RuntimeCall) -> bool {
		!matches!(
			call,
			RuntimeCall::Balances(pallet_balances::Call::burn { .. })
				| RuntimeCall::Assets(pallet_assets::Call::refund { allow_burn: true, .. })
				| RuntimeCall::FeederMembership(pallet_membership::Call::change_key { .. })
				| RuntimeCall::GatewayMembership(pallet_membership::Call::change_key { .. })
				| RuntimeCall::ReporterMembership(pallet_membership::Call::change_key { .. })
				| RuntimeCall::AuditorMembership(pallet_membership::Call::change_key { .. })
				| RuntimeCall::Session(pallet_session::Call::purge_keys { .. })
				| RuntimeCall::Babe(pallet_babe::Call::report_equivocation { .. })
				| RuntimeCall::Grandpa(pallet_grandpa::Call::report_equivocation { .. })
		)
	}
}

/// What this version does to storage that an earlier one wrote, at once: nothing, it is the first.
#[cfg(not(feature = "rehearsal"))]
type SingleBlockMigrations = ();
#[cfg(feature = "rehearsal")]
type SingleBlockMigrations = crate::rehearsal::RenameSpecifications;

#[derive_impl(frame_system::config_preludes::SolochainDefaultConfig)]
impl frame_system::Config for Runtime {
	type BaseCallFilter = BaseFilter;
	type Block = Block;
	type BlockWeights = RuntimeBlockWeights;
	type BlockLength = RuntimeBlockLength;
	type AccountId = AccountId;
	type Nonce = Nonce;
	type Hash = Hash;
	type Hashing = BlakeTwo256;
	type Lookup = AccountIdLookup<AccountId, ()>;
	type BlockHashCount = BlockHashCount;
	type DbWeight = ParityDbWeight;
	type Version = Version;
	type AccountData = pallet_balances::AccountData<Balance>;
	type SystemWeightInfo = frame_system::weights::SubstrateWeight<Runtime>;
	type ExtensionsWeightInfo = frame_system::SubstrateExtensionsWeight<Runtime>;
	type SS58Prefix = ConstU16<42>;
	type MaxConsumers = ConstU32<128>;
	type SingleBlockMigrations = SingleBlockMigrations;
	type MultiBlockMigrator = Migrations;
}

impl pallet_migrations::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	#[cfg(not(feature = "runtime-benchmarks"))]
	type Migrations = ();
	#[cfg(feature = "runtime-benchmarks")]
	type Migrations = pallet_migrations::mock_helpers::MockedMigrations;
	type CursorMaxLen = ConstU32<65_536>;
	type IdentifierMaxLen = ConstU32<256>;
	type MigrationStatusHandler = ();
	// A half-migrated state must not be used.
	type FailedMigrationHandler = frame_support::migrations::FreezeChainOnFailedMigration;
	type MaxServiceWeight = MaxServiceWeight;
	type WeightInfo = pallet_migrations::weights::SubstrateWeight<Runtime>;
}

//! # The BME runtime
//!
//! The wiring of the chain: which pallets there are and what each is told. One file for each concern under [`configs`]; the rules
//! themselves are in the pallets, the arithmetic in `bme-economics`.

#![cfg_attr(not(feature = "std"), no_std)]
#![recursion_limit = "256"]

#[cfg(feature = "std")]
include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));

extern crate alloc;

mod apis;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarks;
pub mod configs;
pub mod constants;
pub mod extensions;
pub mod genesis_config_presets;
pub mod governance;
mod invariants;
#[cfg(any(feature = "std", feature = "rehearsal"))]
pub mod rehearsal;
#[cfg(test)]
mod tests;

pub use apis::{RuntimeApi, RUNTIME_API_VERSIONS};
pub use bme_primitives::{Balance, Moment};

use alloc::{borrow::Cow, vec::Vec};
use governance::origins::pallet_origins;
use pallet_session::historical as pallet_session_historical;
use sp_runtime::{
	generic, impl_opaque_keys,
	traits::{BlakeTwo256, IdentifyAccount, Verify},
	MultiAddress, MultiSignature,
};
use sp_version::RuntimeVersion;

/// The signature of a transaction, under any of the three key types.
pub type Signature = MultiSignature;
/// An account: the public key, or the hash of what stands for it.
pub type AccountId = <<Signature as Verify>::Signer as IdentifyAccount>::AccountId;
/// How a transaction names an account.
pub type Address = MultiAddress<AccountId, ()>;
/// How many transactions an account has sent.
pub type Nonce = u32;
/// The hash of everything.
pub type Hash = sp_core::H256;
/// The number of a block.
pub type BlockNumber = u32;
/// The header of a block.
pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
/// A block.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;
/// What a transaction carries beside its call. The names are those that polkadot.js knows.
pub type TxExtension = (
	frame_system::CheckNonZeroSender<Runtime>,
	frame_system::CheckSpecVersion<Runtime>,
	frame_system::CheckTxVersion<Runtime>,
	frame_system::CheckGenesis<Runtime>,
	frame_system::CheckEra<Runtime>,
	frame_system::CheckNonce<Runtime>,
	frame_system::CheckWeight<Runtime>,
	extensions::ChargeUnlessFree,
	frame_metadata_hash_extension::CheckMetadataHash<Runtime>,
	frame_system::WeightReclaim<Runtime>,
);
/// A transaction or inherent as it comes in a block.
pub type UncheckedExtrinsic = generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, TxExtension>;
/// What a transaction's signature covers.
pub type SignedPayload = generic::SignedPayload<RuntimeCall, TxExtension>;
/// Executes blocks.
pub type Executive =
	frame_executive::Executive<Runtime, Block, frame_system::ChainContext<Runtime>, Runtime, AllPalletsWithSystem>;

/// What a node needs to know of blocks without knowing the calls in them, so that its database outlives upgrades.
pub mod opaque {
	use super::*;
	pub use sp_runtime::OpaqueExtrinsic as UncheckedExtrinsic;

	/// The header of a block.
	pub type Header = super::Header;
	/// A block of opaque extrinsics.
	pub type Block = generic::Block<Header, UncheckedExtrinsic>;
}

impl_opaque_keys! {
	/// The keys with which a validator takes part.
	pub struct SessionKeys {
		/// Authors blocks.
		pub babe: Babe,
		/// Finalizes them.
		pub grandpa: Grandpa,
		/// Makes the validator's address known to the others.
		pub authority_discovery: AuthorityDiscovery,
	}
}

macro_rules! version {
	($spec_version:tt) => {
		/// The version of this runtime.
		#[sp_version::runtime_version]
		pub const VERSION: RuntimeVersion = RuntimeVersion {
			spec_name: Cow::Borrowed("bme"),
			impl_name: Cow::Borrowed("bme-node"),
			authoring_version: 1,
			spec_version: $spec_version,
			impl_version: 1,
			apis: RUNTIME_API_VERSIONS,
			transaction_version: 1,
			system_version: 1,
		};
	};
}
#[cfg(not(feature = "rehearsal"))]
version!(1);
#[cfg(feature = "rehearsal")]
version!(2);

// The order is that of the indexes; it is also the order of hooks and of the genesis build. Timestamp comes before whatever reads
// the time, Authorship and ValidatorSet before Session, Contribution and Bme after the balances that they hold.
#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Runtime;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;

	// Consensus, time and tokens.
	#[runtime::pallet_index(1)]
	pub type Babe = pallet_babe;
	#[runtime::pallet_index(2)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(3)]
	pub type Authorship = pallet_authorship;
	#[runtime::pallet_index(4)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(5)]
	pub type TransactionPayment = pallet_transaction_payment;
	#[runtime::pallet_index(6)]
	pub type Assets = pallet_assets;
	#[runtime::pallet_index(7)]
	pub type AssetsHolder = pallet_assets_holder;
	#[runtime::pallet_index(8)]
	pub type Offences = pallet_offences;
	#[runtime::pallet_index(9)]
	pub type ValidatorSet = pallet_validator_set;
	#[runtime::pallet_index(10)]
	pub type Session = pallet_session;
	#[runtime::pallet_index(11)]
	pub type Historical = pallet_session_historical;
	#[runtime::pallet_index(12)]
	pub type Grandpa = pallet_grandpa;
	#[runtime::pallet_index(13)]
	pub type AuthorityDiscovery = pallet_authority_discovery;
	#[runtime::pallet_index(14)]
	pub type SkipFeelessPayment = pallet_skip_feeless_payment;

	// Accounts and governance.
	#[runtime::pallet_index(20)]
	pub type Utility = pallet_utility;
	#[runtime::pallet_index(21)]
	pub type Multisig = pallet_multisig;
	#[runtime::pallet_index(22)]
	pub type Proxy = pallet_proxy;
	#[runtime::pallet_index(23)]
	pub type Preimage = pallet_preimage;
	#[runtime::pallet_index(24)]
	pub type Scheduler = pallet_scheduler;
	#[runtime::pallet_index(25)]
	pub type ConvictionVoting = pallet_conviction_voting;
	#[runtime::pallet_index(26)]
	pub type Referenda = pallet_referenda;
	#[runtime::pallet_index(28)]
	pub type Migrations = pallet_migrations;

	// The price.
	#[runtime::pallet_index(30)]
	pub type FeederMembership = pallet_membership<Instance1>;
	#[runtime::pallet_index(31)]
	pub type Oracle = pallet_oracle;
	#[runtime::pallet_index(32)]
	pub type Price = pallet_price;

	// Fiat in and out.
	#[runtime::pallet_index(35)]
	pub type GatewayMembership = pallet_membership<Instance2>;
	#[runtime::pallet_index(36)]
	pub type Fiat = pallet_fiat;

	// Merit and money.
	#[runtime::pallet_index(40)]
	pub type Contribution = pallet_contribution;
	#[runtime::pallet_index(41)]
	pub type Bme = pallet_bme;
	#[runtime::pallet_index(42)]
	pub type ReporterMembership = pallet_membership<Instance3>;
	#[runtime::pallet_index(43)]
	pub type Measurement = pallet_measurement;

	// What referenda may do beside root, and who makes them.
	#[runtime::pallet_index(45)]
	pub type Origins = pallet_origins;
	#[runtime::pallet_index(46)]
	pub type Treasury = pallet_treasury;
	#[runtime::pallet_index(47)]
	pub type FellowshipCollective = pallet_ranked_collective;
	#[runtime::pallet_index(48)]
	pub type FellowshipReferenda = pallet_referenda<Instance1>;
	#[runtime::pallet_index(49)]
	pub type Whitelist = pallet_whitelist;
	#[runtime::pallet_index(50)]
	pub type Identity = pallet_identity;

	// Work that is checked.
	#[runtime::pallet_index(60)]
	pub type Verification = pallet_verification;
	#[runtime::pallet_index(61)]
	pub type AuditorMembership = pallet_membership<Instance4>;
}

impl<LocalCall> frame_system::offchain::CreateTransactionBase<LocalCall> for Runtime
where
	RuntimeCall: From<LocalCall>,
{
	type Extrinsic = UncheckedExtrinsic;
	type RuntimeCall = RuntimeCall;
}

impl<LocalCall> frame_system::offchain::CreateBare<LocalCall> for Runtime
where
	RuntimeCall: From<LocalCall>,
{
	fn create_bare(call: RuntimeCall) -> UncheckedExtrinsic {
		UncheckedExtrinsic::new_bare(call)
	}
}

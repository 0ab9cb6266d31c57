//! The runtime APIs: what nodes and dApps ask of the chain.

use crate::{
	configs::consensus::{EpochDuration, BABE_GENESIS_EPOCH_CONFIG},
	genesis_config_presets,
	invariants::check_invariants,
	AccountId, AuthorityDiscovery, Babe, Balance, Block, Bme, Contribution, Executive, Fiat, Grandpa, InherentDataExt,
	Measurement, Nonce, Price, Runtime, RuntimeCall, RuntimeGenesisConfig, SessionKeys, System, TransactionPayment,
	Verification, VERSION,
};
use alloc::{format, vec::Vec};
use bme_economics::{Policy, Quote};
use bme_primitives::{
	apis::{
		ChangeView, Duty, EpochRecordView, EpochView, FeederView, FiatView, JobView, PanelView, PausesView,
		PendingPolicyView, PolicyRefusal, PolicyReview, PreviewError, PriceView, Projected, QuoteError, ReceiptView,
		ReporterView, ReputationView, Scenario, SupplierView, SupplyView, VerifierView, WorkView, YoungView,
	},
	ByClass, ByPool, Class, Debt, EpochIndex, Item, ItemId, JobId, PointsBook, ReceiptKey, Sampling,
};
use codec::Encode;
use frame_support::{
	genesis_builder_helper::{build_state, get_preset},
	traits::KeyOwnerProofSystem,
	view_functions::{ViewFunctionDispatchError, ViewFunctionId},
	weights::Weight,
};
use pallet_validator_set::KeyOwners;
use sp_api::impl_runtime_apis;
use sp_authority_discovery::AuthorityId as AuthorityDiscoveryId;
use sp_consensus_babe::{AuthorityId as BabeId, BabeConfiguration, Epoch, Slot};
use sp_consensus_grandpa::{AuthorityId as GrandpaId, AuthorityList, SetId};
use sp_core::{crypto::KeyTypeId, OpaqueMetadata, H256};
use sp_genesis_builder::PresetId;
use sp_inherents::{CheckInherentsResult, InherentData};
use sp_runtime::{
	traits::{Block as BlockT, NumberFor},
	transaction_validity::{TransactionSource, TransactionValidity},
	ApplyExtrinsicResult, DispatchError, ExtrinsicInclusionMode,
};
use sp_session::OpaqueGeneratedSessionKeys;
use sp_version::RuntimeVersion;

impl_runtime_apis! {
	impl sp_api::Core<Block> for Runtime {
		fn version() -> RuntimeVersion {
			VERSION
		}

		fn execute_block(block: <Block as BlockT>::LazyBlock) {
			Executive::execute_block(block)
		}

		fn initialize_block(header: &<Block as BlockT>::Header) -> ExtrinsicInclusionMode {
			Executive::initialize_block(header)
		}
	}

	impl sp_api::Metadata<Block> for Runtime {
		fn metadata() -> OpaqueMetadata {
			OpaqueMetadata::new(Runtime::metadata().into())
		}

		fn metadata_at_version(version: u32) -> Option<OpaqueMetadata> {
			Runtime::metadata_at_version(version)
		}

		fn metadata_versions() -> Vec<u32> {
			Runtime::metadata_versions()
		}
	}

	impl frame_support::view_functions::runtime_api::RuntimeViewFunction<Block> for Runtime {
		fn execute_view_function(
			id: ViewFunctionId,
			input: Vec<u8>,
		) -> Result<Vec<u8>, ViewFunctionDispatchError> {
			Runtime::execute_view_function(id, input)
		}
	}

	impl sp_block_builder::BlockBuilder<Block> for Runtime {
		fn apply_extrinsic(extrinsic: <Block as BlockT>::Extrinsic) -> ApplyExtrinsicResult {
			Executive::apply_extrinsic(extrinsic)
		}

		fn finalize_block() -> <Block as BlockT>::Header {
			Executive::finalize_block()
		}

		fn inherent_extrinsics(data: InherentData) -> Vec<<Block as BlockT>::Extrinsic> {
			data.create_extrinsics()
		}

		fn check_inherents(block: <Block as BlockT>::LazyBlock, data: InherentData) -> CheckInherentsResult {
			data.check_extrinsics(&block)
		}
	}

	impl sp_transaction_pool::runtime_api::TaggedTransactionQueue<Block> for Runtime {
		fn validate_transaction(
			source: TransactionSource,
			transaction: <Block as BlockT>::Extrinsic,
			at: <Block as BlockT>::Hash,
		) -> TransactionValidity {
			Executive::validate_transaction(source, transaction, at)
		}
	}

	impl sp_offchain::OffchainWorkerApi<Block> for Runtime {
		fn offchain_worker(header: &<Block as BlockT>::Header) {
			Executive::offchain_worker(header)
		}
	}

	impl sp_consensus_babe::BabeApi<Block> for Runtime {
		fn configuration() -> BabeConfiguration {
			let config = Babe::epoch_config().unwrap_or(BABE_GENESIS_EPOCH_CONFIG);
			BabeConfiguration {
				slot_duration: Babe::slot_duration(),
				epoch_length: EpochDuration::get(),
				c: config.c,
				authorities: Babe::authorities().to_vec(),
				randomness: Babe::randomness(),
				allowed_slots: config.allowed_slots,
			}
		}

		fn current_epoch_start() -> Slot {
			Babe::current_epoch_start()
		}

		fn current_epoch() -> Epoch {
			Babe::current_epoch()
		}

		fn next_epoch() -> Epoch {
			Babe::next_epoch()
		}

		fn generate_key_ownership_proof(
			_slot: Slot,
			authority: BabeId,
		) -> Option<sp_consensus_babe::OpaqueKeyOwnershipProof> {
			let proof = KeyOwners::<Self>::prove((sp_consensus_babe::KEY_TYPE, authority))?;
			Some(sp_consensus_babe::OpaqueKeyOwnershipProof::new(proof.encode()))
		}

		fn submit_report_equivocation_unsigned_extrinsic(
			equivocation_proof: sp_consensus_babe::EquivocationProof<<Block as BlockT>::Header>,
			key_owner_proof: sp_consensus_babe::OpaqueKeyOwnershipProof,
		) -> Option<()> {
			Babe::submit_unsigned_equivocation_report(equivocation_proof, key_owner_proof.decode()?)
		}
	}

	impl sp_consensus_grandpa::GrandpaApi<Block> for Runtime {
		fn grandpa_authorities() -> AuthorityList {
			Grandpa::grandpa_authorities()
		}

		fn current_set_id() -> SetId {
			Grandpa::current_set_id()
		}

		fn generate_key_ownership_proof(
			_set: SetId,
			authority: GrandpaId,
		) -> Option<sp_consensus_grandpa::OpaqueKeyOwnershipProof> {
			let proof = KeyOwners::<Self>::prove((sp_consensus_grandpa::KEY_TYPE, authority))?;
			Some(sp_consensus_grandpa::OpaqueKeyOwnershipProof::new(proof.encode()))
		}

		fn submit_report_equivocation_unsigned_extrinsic(
			equivocation_proof: sp_consensus_grandpa::EquivocationProof<<Block as BlockT>::Hash, NumberFor<Block>>,
			key_owner_proof: sp_consensus_grandpa::OpaqueKeyOwnershipProof,
		) -> Option<()> {
			Grandpa::submit_unsigned_equivocation_report(equivocation_proof, key_owner_proof.decode()?)
		}
	}

	impl sp_session::SessionKeys<Block> for Runtime {
		fn generate_session_keys(owner: Vec<u8>, seed: Option<Vec<u8>>) -> OpaqueGeneratedSessionKeys {
			SessionKeys::generate(&owner, seed).into()
		}

		fn decode_session_keys(encoded: Vec<u8>) -> Option<Vec<(Vec<u8>, KeyTypeId)>> {
			SessionKeys::decode_into_raw_public_keys(&encoded)
		}
	}

	impl sp_authority_discovery::AuthorityDiscoveryApi<Block> for Runtime {
		fn authorities() -> Vec<AuthorityDiscoveryId> {
			AuthorityDiscovery::authorities()
		}
	}

	impl frame_system_rpc_runtime_api::AccountNonceApi<Block, AccountId, Nonce> for Runtime {
		fn account_nonce(account: AccountId) -> Nonce {
			System::account_nonce(account)
		}
	}

	impl pallet_transaction_payment_rpc_runtime_api::TransactionPaymentApi<Block, Balance> for Runtime {
		fn query_info(
			extrinsic: <Block as BlockT>::Extrinsic,
			len: u32,
		) -> pallet_transaction_payment_rpc_runtime_api::RuntimeDispatchInfo<Balance> {
			TransactionPayment::query_info(extrinsic, len)
		}

		fn query_fee_details(
			extrinsic: <Block as BlockT>::Extrinsic,
			len: u32,
		) -> pallet_transaction_payment::FeeDetails<Balance> {
			TransactionPayment::query_fee_details(extrinsic, len)
		}

		fn query_weight_to_fee(weight: Weight) -> Balance {
			TransactionPayment::weight_to_fee(weight)
		}

		fn query_length_to_fee(length: u32) -> Balance {
			TransactionPayment::length_to_fee(length)
		}
	}

	impl pallet_transaction_payment_rpc_runtime_api::TransactionPaymentCallApi<Block, Balance, RuntimeCall>
		for Runtime
	{
		fn query_call_info(
			call: RuntimeCall,
			len: u32,
		) -> pallet_transaction_payment::RuntimeDispatchInfo<Balance> {
			TransactionPayment::query_call_info(call, len)
		}

		fn query_call_fee_details(
			call: RuntimeCall,
			len: u32,
		) -> pallet_transaction_payment::FeeDetails<Balance> {
			TransactionPayment::query_call_fee_details(call, len)
		}

		fn query_weight_to_fee(weight: Weight) -> Balance {
			TransactionPayment::weight_to_fee(weight)
		}

		fn query_length_to_fee(length: u32) -> Balance {
			TransactionPayment::length_to_fee(length)
		}
	}

	impl bme_primitives::apis::BmeApi<Block, AccountId> for Runtime {
		fn quote(class: Class, price: Balance) -> Result<Quote, QuoteError> {
			Bme::quote_view(class, price)
		}

		fn job(job: JobId) -> Option<JobView<AccountId>> {
			Bme::job_view(job)
		}

		fn epoch() -> EpochView {
			Bme::epoch_view()
		}

		fn epoch_record(epoch: EpochIndex) -> Option<EpochRecordView> {
			Bme::epoch_record_view(epoch)
		}

		fn owed(account: AccountId) -> Vec<(Debt, Balance)> {
			Bme::owed_view(&account)
		}

		fn policy() -> Option<Policy> {
			pallet_bme::Policy::<Runtime>::get()
		}

		fn pending_policy() -> Option<PendingPolicyView> {
			Bme::pending_policy_view()
		}

		fn review_policy(policy: Policy) -> Result<PolicyReview, PolicyRefusal> {
			Bme::review_policy(&policy)
		}

		fn describe_change(candidate: H256) -> Result<Vec<ChangeView>, PreviewError> {
			Bme::describe_change(candidate)
		}

		fn preview_policy(
			candidate: Option<H256>,
			scenario: Scenario,
			epochs: u32,
		) -> Result<Vec<Projected>, PreviewError> {
			Bme::preview_policy(candidate, scenario, epochs)
		}

		fn supply() -> SupplyView {
			Bme::supply_view()
		}

		fn pauses() -> PausesView {
			Bme::pauses_view()
		}
	}

	impl bme_primitives::apis::ContributionApi<Block, AccountId> for Runtime {
		fn supplier(account: AccountId) -> Option<SupplierView> {
			Contribution::supplier_view(&account)
		}

		fn work(job: JobId) -> Option<WorkView> {
			Contribution::work_view(job)
		}

		fn points(epoch: EpochIndex, account: AccountId) -> ByPool<u128> {
			<Contribution as PointsBook<AccountId>>::points(epoch, &account)
		}
	}

	impl bme_primitives::apis::PriceApi<Block, AccountId> for Runtime {
		fn price() -> PriceView {
			Price::price_view()
		}

		fn feeders() -> Vec<FeederView<AccountId>> {
			Price::feeders_view()
		}
	}

	impl bme_primitives::apis::FiatApi<Block, AccountId> for Runtime {
		fn fiat() -> FiatView {
			Fiat::fiat_view()
		}

		fn receipt(receipt: ReceiptKey) -> Option<ReceiptView<AccountId>> {
			Fiat::receipt_view(receipt)
		}

		fn young(account: AccountId) -> Vec<YoungView> {
			Fiat::young_view(&account)
		}
	}

	impl bme_primitives::apis::MeasurementApi<Block, AccountId> for Runtime {
		fn items() -> Vec<(ItemId, Item)> {
			Measurement::items_view()
		}

		fn reporter(account: AccountId) -> Option<ReporterView> {
			Measurement::reporter_view(&account)
		}

		fn devices(supplier: AccountId, item: ItemId) -> u32 {
			Measurement::devices_view(&supplier, item)
		}
	}

	impl bme_primitives::apis::VerificationApi<Block, AccountId> for Runtime {
		fn duties(verifier: AccountId) -> Vec<Duty> {
			Verification::duties_view(&verifier)
		}

		fn panel(job: JobId) -> Option<PanelView<AccountId>> {
			Verification::panel_view(job)
		}

		fn verifier(account: AccountId) -> Option<VerifierView> {
			Verification::verifier_view(&account)
		}

		fn reputation(supplier: AccountId) -> ByClass<Option<ReputationView>> {
			Verification::reputation_view(&supplier)
		}

		fn sampling() -> Sampling {
			pallet_verification::SamplingTerms::<Runtime>::get()
		}
	}

	impl bme_primitives::apis::InvariantsApi<Block> for Runtime {
		fn check() -> Result<(), Vec<u8>> {
			check_invariants().map_err(|error| match error {
				DispatchError::Other(broken) => broken.as_bytes().to_vec(),
				other => format!("{other:?}").into_bytes(),
			})
		}
	}

	impl sp_genesis_builder::GenesisBuilder<Block> for Runtime {
		fn build_state(config: Vec<u8>) -> sp_genesis_builder::Result {
			build_state::<RuntimeGenesisConfig>(config)
		}

		fn get_preset(id: &Option<PresetId>) -> Option<Vec<u8>> {
			get_preset::<RuntimeGenesisConfig>(id, genesis_config_presets::get_preset)
		}

		fn preset_names() -> Vec<PresetId> {
			genesis_config_presets::preset_names()
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	impl frame_benchmarking::Benchmark<Block> for Runtime {
		fn benchmark_metadata(
			extra: bool,
		) -> (Vec<frame_benchmarking::BenchmarkList>, Vec<frame_support::traits::StorageInfo>) {
			crate::benchmarks::metadata(extra)
		}

		fn dispatch_benchmark(
			config: frame_benchmarking::BenchmarkConfig,
		) -> Result<Vec<frame_benchmarking::BenchmarkBatch>, alloc::string::String> {
			crate::benchmarks::dispatch(config)
		}
	}

	#[cfg(feature = "try-runtime")]
	impl frame_try_runtime::TryRuntime<Block> for Runtime {
		fn on_runtime_upgrade(checks: frame_try_runtime::UpgradeCheckSelect) -> (Weight, Weight) {
			// The tool shows the panic's message: there is nowhere else to report to.
			match Executive::try_runtime_upgrade(checks) {
				Ok(weight) => (weight, crate::configs::system::RuntimeBlockWeights::get().max_block),
				Err(error) => panic!("the upgrade failed: {error:?}"),
			}
		}

		fn execute_block(
			block: <Block as BlockT>::LazyBlock,
			state_root_check: bool,
			signature_check: bool,
			select: frame_try_runtime::TryStateSelect,
		) -> Weight {
			match Executive::try_execute_block(block, state_root_check, signature_check, select) {
				Ok(weight) => weight,
				Err(error) => panic!("the block failed: {error:?}"),
			}
		}
	}
}

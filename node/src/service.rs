//! Builds a node from its configuration.

use crate::{
	consensus::{self, Links, Votes},
	executor::{self, Executor},
	hardware, preflight, rpc,
	sealing::{self, Sealing},
};
use bme_runtime::{opaque::Block, Hash, RuntimeApi};
use futures::FutureExt;
use sc_authority_discovery::WorkerConfig;
use sc_basic_authorship::ProposerFactory;
use sc_chain_spec::GenesisBlockBuilder;
use sc_client_api::{Backend, HeaderBackend};
use sc_consensus::DefaultImportQueue;
use sc_consensus_grandpa::{
	warp_proof::NetworkProvider, FinalityProofProvider, GrandpaPruningFilter, SharedVoterState,
};
use sc_network::{
	config::FullNetworkConfiguration, service::traits::NetworkService, NetworkBackend, NotificationMetrics,
};
use sc_network_sync::SyncingService;
use sc_offchain::{OffchainWorkerOptions, OffchainWorkers};
use sc_service::{
	BuildNetworkParams, Configuration, Error, KeystoreContainer, Role, SpawnTasksParams, TaskManager, WarpSyncConfig,
};
use sc_storage_monitor::{StorageMonitorParams, StorageMonitorService};
use sc_telemetry::{Telemetry, TelemetryHandle, TelemetryWorker};
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_api::ProvideRuntimeApi;
use sp_consensus_babe::BabeApi;
use sp_core::crypto::{key_types, ByteArray};
use sp_keystore::KeystorePtr;
use std::{path::Path, sync::Arc};
use substrate_prometheus_endpoint::Registry;

pub type FullClient = sc_service::TFullClient<Block, RuntimeApi, Executor>;
pub type FullBackend = sc_service::TFullBackend<Block>;
pub type SelectChain = sc_consensus::LongestChain<FullBackend, Block>;
pub type TransactionPool = sc_transaction_pool::TransactionPoolHandle<Block, FullClient>;

/// What the command line says beyond the configuration that every Substrate node has.
pub struct Options {
	pub sealing: Option<Sealing>,
	pub hardware_benchmarks: bool,
	pub storage_monitor: StorageMonitorParams,
}

/// A node without its network: enough for the commands that work on the database.
pub struct Parts {
	pub client: Arc<FullClient>,
	pub backend: Arc<FullBackend>,
	pub task_manager: TaskManager,
	pub keystore: KeystorePtr,
	pub select_chain: SelectChain,
	pub pool: Arc<TransactionPool>,
	pub import_queue: DefaultImportQueue<Block>,
	pub links: Links,
	pub telemetry: Option<Telemetry>,
}

/// What the tasks of a running node share.
pub struct Context {
	pub client: Arc<FullClient>,
	pub keystore: KeystorePtr,
	pub select_chain: SelectChain,
	pub pool: Arc<TransactionPool>,
	pub network: Arc<dyn NetworkService>,
	pub sync: Arc<SyncingService<Block>>,
	pub role: Role,
	pub name: String,
	pub registry: Option<Registry>,
	pub telemetry: Option<TelemetryHandle>,
}

/// Opens the database and builds everything up to the import queue.
pub fn parts(config: &Configuration, sealing: Option<Sealing>) -> Result<Parts, Error> {
	let telemetry = config
		.telemetry_endpoints
		.clone()
		.filter(|endpoints| !endpoints.is_empty())
		.map(|endpoints| -> Result<_, sc_telemetry::Error> {
			let worker = TelemetryWorker::new(16)?;
			let telemetry = worker.handle().new_telemetry(endpoints);
			Ok((worker, telemetry))
		})
		.transpose()?;

	let handle = telemetry.as_ref().map(|(_, telemetry)| telemetry.handle());
	let (client, backend, keystore_container, task_manager) = open(config, handle)?;
	let client = Arc::new(client);

	let telemetry = telemetry.map(|(worker, telemetry)| {
		task_manager.spawn_handle().spawn("telemetry", None, worker.run());
		telemetry
	});

	let select_chain = SelectChain::new(backend.clone());
	let pool = Arc::new(
		sc_transaction_pool::Builder::new(
			task_manager.spawn_essential_handle(),
			client.clone(),
			config.role.is_authority().into(),
		)
		.with_options(config.transaction_pool.clone())
		.with_prometheus(config.prometheus_registry())
		.build(),
	);

	let (import_queue, links) = consensus::import(
		client.clone(),
		select_chain.clone(),
		pool.clone(),
		|slot_duration| match sealing {
			Some(_) => sealing::chain_clock(client.clone(), slot_duration),
			None => consensus::wall_clock(slot_duration),
		},
		&task_manager,
		config.prometheus_registry(),
		telemetry.as_ref().map(Telemetry::handle),
	)?;

	Ok(Parts {
		client,
		backend,
		task_manager,
		keystore: keystore_container.keystore(),
		select_chain,
		pool,
		import_queue,
		links,
		telemetry,
	})
}

/// Opens the database, begins it with the genesis block if it is new, and fails if it began with another one.
fn open(
	config: &Configuration,
	telemetry: Option<TelemetryHandle>,
) -> Result<(FullClient, Arc<FullBackend>, KeystoreContainer, TaskManager), Error> {
	let is_known = config.database.path().is_some_and(Path::exists);
	let executor = executor::new(config);
	let mut database = config.db_config();
	// Blocks that prove a change of voters serve warp sync, so pruning spares them.
	database.pruning_filters = vec![Arc::new(GrandpaPruningFilter)];
	let backend =
		sc_service::new_db_backend(database).map_err(|error| preflight::explain_database(config, error.into()))?;
	// Built once for both, since a specification that is not raw compiles the runtime for it.
	let storage = config
		.chain_spec
		.as_storage_builder()
		.build_storage()
		.map_err(Error::Other)?;
	let genesis = |is_written| {
		GenesisBlockBuilder::<Block, _, _>::new_with_storage(
			storage.clone(),
			is_written,
			backend.clone(),
			executor.clone(),
		)
	};
	let parts = sc_service::new_full_parts_with_genesis_builder::<Block, RuntimeApi, _, _>(
		config,
		telemetry,
		executor.clone(),
		backend.clone(),
		genesis(!config.no_genesis())?,
		false,
	)?;
	if is_known {
		preflight::check_genesis(config, &parts.0, genesis(false)?)?;
	}
	Ok(parts)
}

/// Starts a node on the network backend `N`.
pub fn start<N: NetworkBackend<Block, Hash>>(
	mut config: Configuration,
	options: Options,
) -> Result<TaskManager, Error> {
	preflight::check_ports(&config)?;
	let sealing = options.sealing;
	if sealing.is_some() {
		sealing::prepare(&mut config)?;
	}

	let Parts {
		client,
		backend,
		mut task_manager,
		keystore,
		select_chain,
		pool,
		import_queue,
		links,
		mut telemetry,
	} = parts(&config, sealing)?;
	let Links {
		block_import,
		babe,
		babe_worker,
		grandpa,
	} = links;
	if sealing.is_none() {
		preflight::check_clock(&client, babe.config().slot_duration())?;
	}
	spawn_storage_monitor(&config, options.storage_monitor, &task_manager)?;
	if options.hardware_benchmarks {
		hardware::measure(&config, &task_manager, telemetry.as_ref().map(Telemetry::handle));
	}

	let metrics = N::register_notification_metrics(config.prometheus_registry());
	let mut network_config =
		FullNetworkConfiguration::<Block, Hash, N>::new(&config.network, config.prometheus_registry().cloned());
	let votes = (sealing.is_none() && !config.disable_grandpa)
		.then(|| add_votes(&mut network_config, &config, &client, metrics.clone()));

	let (network, system_rpc_tx, tx_handler_controller, sync_service, _bitswap) =
		sc_service::build_network(BuildNetworkParams {
			config: &config,
			net_config: network_config,
			client: client.clone(),
			transaction_pool: pool.clone(),
			spawn_handle: task_manager.spawn_handle(),
			spawn_essential_handle: task_manager.spawn_essential_handle(),
			import_queue,
			block_announce_validator_builder: None,
			warp_sync_config: Some(WarpSyncConfig::WithProvider(Arc::new(NetworkProvider::new(
				backend.clone(),
				grandpa.shared_authority_set().clone(),
				Vec::new(),
			)))),
			block_relay: None,
			metrics,
			gap_sync_body_policy: None,
		})?;

	let context = Context {
		client,
		keystore,
		select_chain,
		pool,
		network,
		sync: sync_service,
		role: config.role,
		name: config.network.node_name.clone(),
		registry: config.prometheus_registry().cloned(),
		telemetry: telemetry.as_ref().map(Telemetry::handle),
	};
	if config.offchain_worker.enabled {
		spawn_offchain_workers(&context, &backend, &task_manager)?;
	}

	let voter_state = SharedVoterState::empty();
	let (engine, commands) = sealing.map(|_| sealing::commands()).unzip();
	let rpc = rpc::Deps {
		client: context.client.clone(),
		pool: context.pool.clone(),
		select_chain: context.select_chain.clone(),
		keystore: context.keystore.clone(),
		chain_spec: config.chain_spec.cloned_box(),
		babe_worker,
		voter_set: grandpa.shared_authority_set().clone(),
		voter_state: voter_state.clone(),
		justifications: grandpa.justification_stream(),
		finality_proofs: FinalityProofProvider::new_for_service(
			backend.clone(),
			Some(grandpa.shared_authority_set().clone()),
		),
		engine,
	};
	let force_authoring = config.force_authoring;
	let discovery = discovery_config(&config);
	if config.role.is_authority() {
		preflight::check_keys(&context.keystore, config.keystore.path())?;
	}

	// This also puts the development keys into the keystore, which the tasks below look for.
	sc_service::spawn_tasks(SpawnTasksParams {
		config,
		client: context.client.clone(),
		backend,
		task_manager: &mut task_manager,
		keystore: context.keystore.clone(),
		transaction_pool: context.pool.clone(),
		rpc_builder: Box::new(move |executor| rpc.module(executor).map_err(Error::Application)),
		network: context.network.clone(),
		system_rpc_tx,
		tx_handler_controller,
		sync_service: context.sync.clone(),
		telemetry: telemetry.as_mut(),
		tracing_execute_block: None,
	})?;

	let proposer = ProposerFactory::new(
		task_manager.spawn_handle(),
		context.client.clone(),
		context.pool.clone(),
		context.registry.as_ref(),
		context.telemetry.clone(),
	);
	if let Some((sealing, commands)) = sealing.zip(commands) {
		sealing::spawn(&context, &task_manager, sealing, commands, block_import, babe, proposer)?;
	} else if context.role.is_authority() {
		warn_without_keys(&context)?;
		consensus::spawn_author(&context, &task_manager, block_import, babe, proposer, force_authoring)?;
		consensus::spawn_discovery(&context, &task_manager, discovery);
	}
	if let Some(votes) = votes {
		consensus::spawn_voter(&context, &task_manager, grandpa, votes, voter_state)?;
	}

	Ok(task_manager)
}

/// Adds GRANDPA's protocol to the network.
fn add_votes<N: NetworkBackend<Block, Hash>>(
	network_config: &mut FullNetworkConfiguration<Block, Hash, N>,
	config: &Configuration,
	client: &FullClient,
	metrics: NotificationMetrics,
) -> Votes {
	let protocol = sc_consensus_grandpa::protocol_standard_name(&client.info().genesis_hash, &config.chain_spec);
	let (protocol_config, notifications) = sc_consensus_grandpa::grandpa_peers_set_config::<_, N>(
		protocol.clone(),
		metrics,
		network_config.peer_store_handle(),
	);
	network_config.add_notification_protocol(protocol_config);
	Votes {
		protocol,
		notifications,
	}
}

fn discovery_config(config: &Configuration) -> WorkerConfig {
	WorkerConfig {
		publish_non_global_ips: config.network.allow_non_globals_in_dht,
		public_addresses: config.network.public_addresses.clone(),
		// Every node of this chain signs its record.
		strict_record_validation: true,
		persisted_cache_directory: config.network.net_config_path.clone(),
		..WorkerConfig::default()
	}
}

/// Stops the node before its disk is full.
fn spawn_storage_monitor(
	config: &Configuration,
	params: StorageMonitorParams,
	task_manager: &TaskManager,
) -> Result<(), Error> {
	let Some(path) = config.database.path() else {
		return Ok(());
	};
	StorageMonitorService::try_spawn(params, path.to_path_buf(), &task_manager.spawn_essential_handle()).map_err(
		|error| {
			Error::Other(format!(
				"{error}. Free some space at `{}`, or lower `--db-storage-threshold`",
				path.display()
			))
		},
	)
}

/// The runtime has no offchain workers today; an upgrade that brings some needs no new node.
fn spawn_offchain_workers(context: &Context, backend: &FullBackend, task_manager: &TaskManager) -> Result<(), Error> {
	let workers = OffchainWorkers::new(OffchainWorkerOptions {
		runtime_api_provider: context.client.clone(),
		keystore: Some(context.keystore.clone()),
		offchain_db: backend.offchain_storage(),
		transaction_pool: Some(OffchainTransactionPoolFactory::new(context.pool.clone())),
		network_provider: Arc::new(context.network.clone()),
		is_validator: context.role.is_authority(),
		enable_http_requests: true,
		custom_extensions: |_| Vec::new(),
	})?;
	task_manager.spawn_handle().spawn(
		"offchain-workers-runner",
		"offchain-worker",
		workers.run(context.client.clone(), task_manager.spawn_handle()).boxed(),
	);
	Ok(())
}

/// Says why a validator will author nothing. It may start: its keys may be about to be set, or be in force after a block that it lacks.
fn warn_without_keys(context: &Context) -> Result<(), Error> {
	let keys = context.keystore.sr25519_public_keys(key_types::BABE);
	if keys.is_empty() {
		log::warn!(
			"This validator has no session keys and will author nothing: call `author_rotateKeysWithOwner` on it, then \
			 sign `session.set_keys` with what it returns"
		);
		return Ok(());
	}
	let chain = context.client.info();
	let epoch = context
		.client
		.runtime_api()
		.current_epoch(chain.best_hash)
		.map_err(|error| Error::Application(error.into()))?;
	let is_held = |key: &[u8]| keys.iter().any(|held| held.as_slice() == key);
	if !epoch.authorities.iter().any(|(key, _)| is_held(key.as_slice())) {
		log::warn!(
			"None of this validator's session keys is in force at block {}, so it authors nothing there. Compare those of its \
			 owner, `session.nextKeys`, with `author_hasSessionKeys`",
			chain.best_number
		);
	}
	Ok(())
}

//! Who authors, and what is final: BABE, GRANDPA, and how authorities find each other.

use crate::{
	equivocation::{NoReports, Reporting},
	service::{Context, FullBackend, FullClient, SelectChain, TransactionPool},
};
use bme_runtime::opaque::Block;
use futures::StreamExt;
use sc_authority_discovery::{new_worker_and_service_with_config, Role as DiscoveryRole, WorkerConfig};
use sc_basic_authorship::ProposerFactory;
use sc_consensus::DefaultImportQueue;
use sc_consensus_babe::{BabeBlockImport, BabeLink, BabeParams, BabeWorkerHandle, ImportQueueParams, SlotProportion};
use sc_consensus_grandpa::{GrandpaBlockImport, GrandpaParams, LinkHalf, SharedVoterState, VotingRulesBuilder};
use sc_network::{Event, NetworkEventStream, NotificationService, ProtocolName};
use sc_service::{Error, TaskManager};
use sc_telemetry::TelemetryHandle;
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_consensus_babe::{
	inherents::{BabeCreateInherentDataProviders, InherentDataProvider as SlotInherent},
	SlotDuration,
};
use sp_timestamp::InherentDataProvider as TimestampInherent;
use std::{sync::Arc, time::Duration};
use substrate_prometheus_endpoint::Registry;

/// A justification is kept, and one that comes with a block is checked, at least once in so many blocks.
const JUSTIFICATION_PERIOD: u32 = 512;

/// How long a vote needs to reach the other voters.
const GOSSIP_DURATION: Duration = Duration::from_millis(333);

/// The part of a slot in which a block is filled; the rest is for sending it round.
const PROPOSAL_PORTION: f32 = 0.5;

/// Through this every block enters the chain.
pub type BlockImport = Reporting<BabeBlockImport<Block, FullClient, FinalityImport, Inherents, SelectChain>>;

type FinalityImport = GrandpaBlockImport<FullBackend, Block, FullClient, SelectChain>;

/// What tells the time and the slot of a new block.
pub type Inherents = BabeCreateInherentDataProviders<Block>;

/// The ends of the block import to which authors, voters and RPC tie themselves.
pub struct Links {
	pub block_import: BlockImport,
	pub babe: BabeLink<Block>,
	pub babe_worker: BabeWorkerHandle<Block>,
	pub grandpa: LinkHalf<Block, FullClient, SelectChain>,
}

/// Time as the clock of the machine has it.
pub fn wall_clock(slot_duration: SlotDuration) -> Inherents {
	Arc::new(move |_, ()| async move {
		let timestamp = TimestampInherent::from_system_time();
		let slot = SlotInherent::from_timestamp_and_slot_duration(*timestamp, slot_duration);
		Ok((slot, timestamp))
	})
}

/// Builds the import queue: BABE checks the author, GRANDPA follows the voters, equivocations are reported.
pub fn import(
	client: Arc<FullClient>,
	select_chain: SelectChain,
	pool: Arc<TransactionPool>,
	inherents: impl FnOnce(SlotDuration) -> Inherents,
	task_manager: &TaskManager,
	registry: Option<&Registry>,
	telemetry: Option<TelemetryHandle>,
) -> Result<(DefaultImportQueue<Block>, Links), Error> {
	let (finality_import, grandpa) = sc_consensus_grandpa::block_import(
		client.clone(),
		JUSTIFICATION_PERIOD,
		&client,
		select_chain.clone(),
		telemetry.clone(),
	)?;

	let config = sc_consensus_babe::configuration(&*client)?;
	let slot_duration = config.slot_duration();
	let (block_import, babe) = sc_consensus_babe::block_import(
		config,
		finality_import.clone(),
		client.clone(),
		inherents(slot_duration),
		select_chain,
		OffchainTransactionPoolFactory::new(NoReports),
	)?;
	let block_import = Reporting::new(block_import, client.clone(), OffchainTransactionPoolFactory::new(pool));

	let (queue, babe_worker) = sc_consensus_babe::import_queue(ImportQueueParams {
		link: babe.clone(),
		block_import: block_import.clone(),
		justification_import: Some(Box::new(finality_import)),
		client,
		slot_duration,
		spawner: &task_manager.spawn_essential_handle(),
		registry,
		telemetry,
	})?;

	Ok((
		queue,
		Links {
			block_import,
			babe,
			babe_worker,
			grandpa,
		},
	))
}

/// Starts authoring, whenever the keystore holds a key that may.
pub fn spawn_author(
	context: &Context,
	task_manager: &TaskManager,
	block_import: BlockImport,
	link: BabeLink<Block>,
	proposer: ProposerFactory<TransactionPool, FullClient>,
	force_authoring: bool,
) -> Result<(), Error> {
	let author = sc_consensus_babe::start_babe(BabeParams {
		keystore: context.keystore.clone(),
		client: context.client.clone(),
		select_chain: context.select_chain.clone(),
		env: proposer,
		block_import,
		sync_oracle: context.sync.clone(),
		justification_sync_link: context.sync.clone(),
		create_inherent_data_providers: wall_clock(link.config().slot_duration()),
		force_authoring,
		// The way out of a finality stall is a referendum, which is counted in blocks: they must not become fewer.
		backoff_authoring_blocks: None::<()>,
		babe_link: link,
		block_proposal_slot_portion: SlotProportion::new(PROPOSAL_PORTION),
		max_block_proposal_slot_portion: None,
		telemetry: context.telemetry.clone(),
	})?;

	task_manager
		.spawn_essential_handle()
		.spawn_blocking("babe-proposer", Some("block-authoring"), author);
	Ok(())
}

/// GRANDPA's place on the network.
pub struct Votes {
	pub protocol: ProtocolName,
	pub notifications: Box<dyn NotificationService>,
}

/// Starts GRANDPA: authorities vote, everybody else follows the votes.
pub fn spawn_voter(
	context: &Context,
	task_manager: &TaskManager,
	link: LinkHalf<Block, FullClient, SelectChain>,
	votes: Votes,
	shared_voter_state: SharedVoterState,
) -> Result<(), Error> {
	let config = sc_consensus_grandpa::Config {
		gossip_duration: GOSSIP_DURATION,
		justification_generation_period: JUSTIFICATION_PERIOD,
		observer_enabled: false,
		local_role: context.role,
		name: Some(context.name.clone()),
		keystore: context.role.is_authority().then(|| context.keystore.clone()),
		telemetry: context.telemetry.clone(),
		protocol_name: votes.protocol,
	};
	let voter = sc_consensus_grandpa::run_grandpa_voter(GrandpaParams {
		config,
		link,
		network: context.network.clone(),
		sync: context.sync.clone(),
		notification_service: votes.notifications,
		voting_rule: VotingRulesBuilder::default().build(),
		prometheus_registry: context.registry.clone(),
		shared_voter_state,
		telemetry: context.telemetry.clone(),
		offchain_tx_pool_factory: OffchainTransactionPoolFactory::new(context.pool.clone()),
	})?;

	task_manager
		.spawn_essential_handle()
		.spawn_blocking("grandpa-voter", None, voter);
	Ok(())
}

/// Publishes the address of this authority, and looks up those of the others.
pub fn spawn_discovery(context: &Context, task_manager: &TaskManager, config: WorkerConfig) {
	let dht_events = context
		.network
		.event_stream("authority-discovery")
		.filter_map(|event| async move {
			match event {
				Event::Dht(event) => Some(event),
				_ => None,
			}
		});
	let (worker, _service) = new_worker_and_service_with_config(
		config,
		context.client.clone(),
		Arc::new(context.network.clone()),
		Box::pin(dht_events),
		DiscoveryRole::PublishAndDiscover(context.keystore.clone()),
		context.registry.clone(),
		task_manager.spawn_handle(),
	);

	task_manager
		.spawn_handle()
		.spawn("authority-discovery-worker", Some("networking"), worker.run());
}

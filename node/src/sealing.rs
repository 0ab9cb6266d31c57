//! Sealing on demand: a developer chain that moves when told, or faster than the clock.
//!
//! The one node is the only author and the only judge of finality. It seals with the development key, finalizes every
//! block at once, and lets the time of the chain advance by one slot a block whatever the clock says. The blocks carry
//! BABE's digests but no seal, so no other node can follow, and the database is of no use to a node without `--sealing`.

use crate::{
	consensus::{BlockImport, Inherents},
	service::{Context, FullClient, TransactionPool},
};
use async_trait::async_trait;
use bme_runtime::{opaque::Block, Hash};
use futures::{channel::mpsc, stream, Stream, StreamExt};
use sc_basic_authorship::ProposerFactory;
use sc_client_api::Finalizer;
use sc_consensus::{BlockCheckParams, BlockImportParams, ImportResult};
use sc_consensus_babe::BabeLink;
use sc_consensus_manual_seal::{
	consensus::{babe::BabeConsensusDataProvider, timestamp::SlotTimestampProvider},
	run_manual_seal, EngineCommand, ManualSealParams,
};
use sc_service::{ChainSpec, ChainType, Configuration, Error, TaskManager};
use sc_transaction_pool_api::TransactionPool as _;
use sp_consensus::Error as ConsensusError;
use sp_consensus_babe::{inherents::InherentDataProvider as SlotInherent, SlotDuration};
use sp_timestamp::InherentDataProvider as TimestampInherent;
use std::{num::NonZeroU64, str::FromStr, sync::Arc, time::Duration};
use tokio::time::MissedTickBehavior;

/// The key that seals when no other development key is named.
const DEVELOPMENT_SEED: &str = "//Alice";

/// How many requests by RPC may wait.
const WAITING_COMMANDS: usize = 16;

/// When a block is sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sealing {
	/// When `engine_createBlock` asks for it.
	Manual,
	/// For each transaction that enters the pool.
	Instant,
	/// Every so many milliseconds.
	Every(NonZeroU64),
}

impl FromStr for Sealing {
	type Err = String;

	fn from_str(value: &str) -> Result<Self, Self::Err> {
		match value {
			"manual" => Ok(Self::Manual),
			"instant" => Ok(Self::Instant),
			milliseconds => milliseconds
				.parse()
				.map(Self::Every)
				.map_err(|_| "give `manual`, `instant`, or a whole number of milliseconds above 0, such as 200".into()),
		}
	}
}

/// The way in which requests by RPC reach the sealing task.
pub type CommandSender = mpsc::Sender<EngineCommand<Hash>>;

/// The sealing task's end of it.
pub type CommandReceiver = mpsc::Receiver<EngineCommand<Hash>>;

/// The two ends of the way from RPC to the sealing task.
pub fn commands() -> (CommandSender, CommandReceiver) {
	mpsc::channel(WAITING_COMMANDS)
}

/// Refuses any chain but a developer's, and sees to it that there is a key to seal with.
pub fn prepare(config: &mut Configuration) -> Result<(), Error> {
	ensure_developer_chain(&*config.chain_spec)?;
	config.dev_key_seed.get_or_insert_with(|| DEVELOPMENT_SEED.into());
	Ok(())
}

fn ensure_developer_chain(chain_spec: &dyn ChainSpec) -> Result<(), Error> {
	match chain_spec.chain_type() {
		ChainType::Development => Ok(()),
		other => Err(Error::Other(format!(
			"`--sealing` works on developer chains only, and `{}` is of type {other:?}: add `--dev` or `--chain dev`, or \
			 leave `--sealing` out",
			chain_spec.name(),
		))),
	}
}

/// Time as the chain counts it: the next block is one slot after the best one, the first is now.
pub fn chain_clock(client: Arc<FullClient>, slot_duration: SlotDuration) -> Inherents {
	Arc::new(move |_, ()| {
		let slot = SlotTimestampProvider::new_babe::<Block, _>(client.clone()).map(|clock| clock.slot());
		async move {
			let slot = slot?;
			// The start of the slot, so that two blocks are exactly a slot apart.
			let timestamp = slot
				.timestamp(slot_duration)
				.ok_or("the slot is past the end of time")?;
			Ok((SlotInherent::new(slot), TimestampInherent::new(timestamp)))
		}
	})
}

/// Starts the sealing task.
pub fn spawn(
	context: &Context,
	task_manager: &TaskManager,
	sealing: Sealing,
	commands: CommandReceiver,
	block_import: BlockImport,
	babe: BabeLink<Block>,
	proposer: ProposerFactory<TransactionPool, FullClient>,
) -> Result<(), Error> {
	let digests = BabeConsensusDataProvider::new(
		context.client.clone(),
		context.keystore.clone(),
		babe.epoch_changes().clone(),
		babe.config().authorities.clone(),
	)
	.map_err(|error| Error::Application(error.into()))?;

	let seal = run_manual_seal(ManualSealParams {
		block_import: FinalizeAfterImport {
			inner: block_import,
			client: context.client.clone(),
		},
		env: proposer,
		client: context.client.clone(),
		pool: context.pool.clone(),
		commands_stream: stream::select(commands, own_commands(sealing, &context.pool)),
		select_chain: context.select_chain.clone(),
		consensus_data_provider: Some(Box::new(digests)),
		create_inherent_data_providers: chain_clock(context.client.clone(), babe.config().slot_duration()),
	});
	task_manager
		.spawn_essential_handle()
		.spawn_blocking("sealing", Some("block-authoring"), seal);
	Ok(())
}

/// Stores a block before it makes it final: BABE's bookkeeping looks up the header of every block that becomes final.
struct FinalizeAfterImport {
	inner: BlockImport,
	client: Arc<FullClient>,
}

#[async_trait]
impl sc_consensus::BlockImport<Block> for FinalizeAfterImport {
	type Error = ConsensusError;

	async fn check_block(&self, block: BlockCheckParams<Block>) -> Result<ImportResult, ConsensusError> {
		self.inner.check_block(block).await
	}

	async fn import_block(&self, mut block: BlockImportParams<Block>) -> Result<ImportResult, ConsensusError> {
		let hash = block.post_hash();
		let finalize = std::mem::take(&mut block.finalized);
		let imported = self.inner.import_block(block).await?;
		if finalize {
			self.client
				.finalize_block(hash, None, true)
				.map_err(|error| ConsensusError::ClientImport(error.to_string()))?;
		}
		Ok(imported)
	}
}

/// The commands that the node gives itself.
fn own_commands(
	sealing: Sealing,
	pool: &TransactionPool,
) -> impl Stream<Item = EngineCommand<Hash>> + Send + Unpin + 'static {
	match sealing {
		Sealing::Manual => stream::pending().boxed(),
		Sealing::Instant => pool.import_notification_stream().map(|_| seal_block()).boxed(),
		Sealing::Every(milliseconds) => every(Duration::from_millis(milliseconds.get()))
			.map(|()| seal_block())
			.boxed(),
	}
}

fn every(period: Duration) -> impl Stream<Item = ()> {
	let mut interval = tokio::time::interval(period);
	// A block that took long must not be followed by a burst.
	interval.set_missed_tick_behavior(MissedTickBehavior::Delay);

	stream::unfold(interval, |mut interval| async move {
		interval.tick().await;
		Some(((), interval))
	})
}

fn seal_block() -> EngineCommand<Hash> {
	EngineCommand::SealNewBlock {
		create_empty: true,
		finalize: true,
		parent_hash: None,
		sender: None,
	}
}

//! Reports of authors with two blocks in one slot.
//!
//! BABE's own import makes such reports from headers without their seals (sc-consensus-babe 0.60), and the runtime takes nothing for proven
//! that nobody signed. Here they are made from the headers as they were signed; [`NoReports`] is where the others go.

use crate::service::FullClient;
use async_trait::async_trait;
use bme_runtime::{
	opaque::{Block, Header},
	Hash,
};
use sc_client_api::HeaderBackend;
use sc_consensus::{BlockCheckParams, BlockImport, BlockImportParams, ImportResult};
use sc_transaction_pool_api::{
	error::Error as PoolError, LocalTransactionFor, LocalTransactionPool, OffchainTransactionPoolFactory,
};
use sp_api::{ApiExt, ProvideRuntimeApi};
use sp_consensus::{BlockOrigin, Error as ConsensusError};
use sp_consensus_babe::{AuthorityId, BabeApi, EquivocationProof, Slot};
use std::{
	collections::BTreeMap,
	error::Error,
	sync::{Arc, Mutex, PoisonError},
};

/// For how many slots the headers of authors are kept in mind: 100 minutes.
const KEPT_SLOTS: u64 = 1_000;

/// Imports a block, and reports its author if it made another in the same slot.
#[derive(Clone)]
pub struct Reporting<I> {
	inner: I,
	client: Arc<FullClient>,
	pool: OffchainTransactionPoolFactory<Block>,
	seen: Arc<Mutex<BTreeMap<(Slot, AuthorityId), Header>>>,
}

impl<I> Reporting<I> {
	pub fn new(inner: I, client: Arc<FullClient>, pool: OffchainTransactionPoolFactory<Block>) -> Self {
		Self {
			inner,
			client,
			pool,
			seen: Arc::default(),
		}
	}

	fn watch(&self, header: Header) -> Result<(), Box<dyn Error + Send + Sync>> {
		let digest = sc_consensus_babe::find_pre_digest::<Block>(&header)?;
		let (slot, index) = (digest.slot(), digest.authority_index());
		// The block is imported: its state knows the authors of its own epoch, and who holds their keys.
		let hash = header.hash();
		let epoch = self.client.runtime_api().current_epoch(hash)?;
		let (offender, _) = epoch
			.authorities
			.get(index as usize)
			.ok_or("its author is none of its epoch's")?;
		let Some(first_header) = self.other_header(slot, offender, &header) else {
			return Ok(());
		};

		log::warn!(
			"{offender:?} made two blocks in slot {slot}: {:?} and {hash:?}",
			first_header.hash()
		);
		let owner = self
			.client
			.runtime_api()
			.generate_key_ownership_proof(hash, slot, offender.clone())?
			.ok_or("nobody is known to hold the key of its author")?;
		let proof = EquivocationProof {
			offender: offender.clone(),
			slot,
			first_header,
			second_header: header,
		};
		let best = self.client.info().best_hash;
		let mut api = self.client.runtime_api();
		api.register_extension(self.pool.offchain_transaction_pool(best));
		api.submit_report_equivocation_unsigned_extrinsic(best, proof, owner)?;
		Ok(())
	}

	/// The header of another block by this author in this slot, if there was one.
	fn other_header(&self, slot: Slot, author: &AuthorityId, header: &Header) -> Option<Header> {
		let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
		let oldest = slot.saturating_sub(KEPT_SLOTS);
		seen.retain(|(slot, _), _| *slot >= oldest);
		let first = seen.entry((slot, author.clone())).or_insert_with(|| header.clone());
		(first != header).then(|| first.clone())
	}
}

#[async_trait]
impl<I> BlockImport<Block> for Reporting<I>
where
	I: BlockImport<Block, Error = ConsensusError> + Send + Sync,
{
	type Error = ConsensusError;

	async fn check_block(&self, block: BlockCheckParams<Block>) -> Result<ImportResult, ConsensusError> {
		self.inner.check_block(block).await
	}

	async fn import_block(&self, block: BlockImportParams<Block>) -> Result<ImportResult, ConsensusError> {
		// Blocks of the past are others' to report, who were there.
		let is_recent = matches!(
			block.origin,
			BlockOrigin::NetworkBroadcast | BlockOrigin::ConsensusBroadcast | BlockOrigin::Own
		);
		let header = block.post_header();
		let result = self.inner.import_block(block).await?;
		if is_recent && matches!(result, ImportResult::Imported(_)) {
			if let Err(error) = self.watch(header) {
				log::warn!("A block was not checked for equivocation: {error}");
			}
		}
		Ok(result)
	}
}

/// Takes reports that prove nothing, and drops them: in the pool they would stand in the way of those that do.
pub struct NoReports;

impl LocalTransactionPool for NoReports {
	type Block = Block;
	type Hash = Hash;
	type Error = PoolError;

	fn submit_local(&self, _: Hash, _: LocalTransactionFor<Self>) -> Result<Hash, PoolError> {
		Ok(Hash::default())
	}
}

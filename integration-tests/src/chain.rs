//! A chain to drive.

use bme_primitives::{
	apis::runtime_decl_for_invariants_api::InvariantsApiV1, Balance, Evidence, EvidenceKind, JobId, JobSpec, JobSpecV1,
	Moment, Roles, SupplierTerms, USD,
};
use bme_runtime::{
	constants::SLOT, genesis_config_presets, AccountId, Bme, Executive, Header, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeGenesisConfig, SignedPayload, System, TxExtension, UncheckedExtrinsic,
};
use codec::Encode;
use frame_support::{genesis_builder_helper::get_preset, storage::with_transaction};
use serde_json::Value;
use sp_consensus_babe::{
	digests::{PreDigest, SecondaryPlainPreDigest},
	BABE_ENGINE_ID,
};
use sp_core::{crypto::Pair as _, sr25519::Pair};
use sp_genesis_builder::{runtime_decl_for_genesis_builder::GenesisBuilderV1, PresetId, DEV_RUNTIME_PRESET};
use sp_io::TestExternalities;
use sp_runtime::{
	generic::{Digest, DigestItem, Era},
	traits::Header as _,
	transaction_validity::{InvalidTransaction, TransactionPriority, TransactionSource, TransactionValidityError},
	BoundedVec, DispatchError, DispatchResult, FixedU128, MultiSignature, Perbill, TransactionOutcome,
};

use std::collections::VecDeque;

/// The slot of block 1. Any will do that is not 0.
const FIRST_SLOT: u64 = 1_000_000;

/// A chain that begins with a preset.
pub struct Chain {
	ext: TestExternalities,
	slot: u64,
	header: Header,
	log: Vec<RuntimeEvent>,
	/// What every transaction offers.
	pub tip: Balance,
}

impl Chain {
	/// The development chain before its first block. Its price is fresh for an hour.
	pub fn new() -> Self {
		Self::at_genesis(DEV_RUNTIME_PRESET)
	}

	/// A chain before its first block.
	pub fn at_genesis(preset: &str) -> Self {
		let defaults = get_preset::<RuntimeGenesisConfig>(&None, |_| None).expect("the defaults are JSON");
		let patch = genesis_config_presets::get_preset(&PresetId::from(preset)).expect("the preset exists");
		let mut config: Value = serde_json::from_slice(&defaults).expect("JSON");
		merge(&mut config, serde_json::from_slice(&patch).expect("JSON"));

		let mut ext = TestExternalities::default();
		let config = serde_json::to_vec(&config).expect("JSON");
		ext.execute_with(|| Runtime::build_state(config).expect("the preset is valid"));
		ext.commit_all().expect("genesis commits");
		let header = Header::new(
			0,
			Default::default(),
			Default::default(),
			Default::default(),
			Digest::default(),
		);
		Self {
			ext,
			slot: FIRST_SLOT,
			header,
			log: Vec::new(),
			tip: 0,
		}
	}

	/// Read or prepare the state between blocks.
	pub fn with<R>(&mut self, run: impl FnOnce() -> R) -> R {
		self.ext.execute_with(run)
	}

	/// Blocks until all of these transactions are in: one, or two where the first begins a session and has no weight left. Each has to
	/// be valid; what its call returned is the answer.
	pub fn block(&mut self, transactions: Vec<(&Pair, RuntimeCall)>) -> Vec<DispatchResult> {
		let mut waiting = transactions
			.into_iter()
			.map(|(signer, call)| (Some(signer), call))
			.collect();
		let mut results = Vec::new();
		loop {
			self.author(&mut waiting, &mut results);
			if waiting.is_empty() {
				return results;
			}
		}
	}

	fn author(&mut self, waiting: &mut VecDeque<(Option<&Pair>, RuntimeCall)>, results: &mut Vec<DispatchResult>) {
		let (parent, slot, tip) = (self.header.clone(), self.slot, self.tip);
		self.slot += 1;
		self.header = self.ext.execute_with(|| {
			let digest = PreDigest::SecondaryPlain(SecondaryPlainPreDigest {
				authority_index: 0,
				slot: slot.into(),
			});
			let digest = Digest {
				logs: vec![DigestItem::PreRuntime(BABE_ENGINE_ID, digest.encode())],
			};
			let number = parent.number() + 1;
			Executive::initialize_block(&Header::new(
				number,
				Default::default(),
				Default::default(),
				parent.hash(),
				digest,
			));
			let now = pallet_timestamp::Call::<Runtime>::set { now: slot * SLOT };
			let inherent = UncheckedExtrinsic::new_bare(now.into());
			assert_eq!(Executive::apply_extrinsic(inherent), Ok(Ok(())), "the time is set");
			while let Some((signer, call)) = waiting.front() {
				let extrinsic = match signer {
					Some(signer) => sign(signer, call.clone(), tip),
					None => UncheckedExtrinsic::new_bare(call.clone()),
				};
				match Executive::apply_extrinsic(extrinsic) {
					Ok(result) => results.push(result),
					Err(TransactionValidityError::Invalid(InvalidTransaction::ExhaustsResources)) => break,
					Err(invalid) => panic!("{call:?} is not valid: {invalid:?}"),
				}
				waiting.pop_front();
			}
			let header = Executive::finalize_block();
			if let Err(broken) = Runtime::check() {
				panic!("after block {number}: {}", String::from_utf8_lossy(&broken));
			}
			header
		});
		self.ext.commit_all().expect("a block commits");
		let events: Vec<_> = self.with(|| System::events().into_iter().map(|record| record.event).collect());
		self.log.extend(events);
	}

	/// A block with one transaction.
	pub fn send(&mut self, signer: &Pair, call: impl Into<RuntimeCall>) -> DispatchResult {
		self.block(vec![(signer, call.into())]).remove(0)
	}

	/// Where a pool would put a transaction.
	pub fn priority(&mut self, signer: &Pair, call: impl Into<RuntimeCall>) -> TransactionPriority {
		let (parent, tip) = (self.header.hash(), self.tip);
		self.with(|| {
			let extrinsic = sign(signer, call.into(), tip);
			let valid = with_transaction(|| {
				let valid = Executive::validate_transaction(TransactionSource::External, extrinsic, parent);
				TransactionOutcome::Rollback(Ok::<_, DispatchError>(valid))
			});
			valid.expect("nothing nests").expect("it is valid").priority
		})
	}

	/// Empty blocks.
	pub fn blocks(&mut self, count: u32) {
		(0..count).for_each(|_| drop(self.block(vec![])));
	}

	/// Nobody authors for a while.
	pub fn stop(&mut self, slots: u64) {
		self.slot += slots;
	}

	/// Empty blocks until the open epoch has closed.
	pub fn close_epoch(&mut self) {
		let epoch = self.epoch();
		while self.epoch() == epoch {
			self.blocks(1);
		}
	}

	/// The open epoch.
	pub fn epoch(&mut self) -> u32 {
		self.with(<Bme as bme_primitives::EpochClock>::current)
	}

	/// A block with an extrinsic that nobody signed.
	pub fn send_unsigned(&mut self, call: impl Into<RuntimeCall>) -> DispatchResult {
		let mut results = Vec::new();
		self.author(&mut VecDeque::from([(None, call.into())]), &mut results);
		results.remove(0)
	}

	/// The slot of the last block.
	pub fn last_slot(&self) -> u64 {
		self.slot - 1
	}

	/// The time of the next block.
	pub fn next_moment(&self) -> Moment {
		self.slot * SLOT
	}

	/// A block in which every feeder says this price.
	pub fn feed(&mut self, price: FixedU128) {
		let feed = pallet_price::Feed {
			price,
			observed_at: self.next_moment(),
		};
		let call = || -> RuntimeCall {
			let values = BoundedVec::truncate_from(vec![(pallet_price::PriceKey::Bme, feed)]);
			pallet_oracle::Call::feed_values { values }.into()
		};
		let feeders = ["Feeder1", "Feeder2", "Feeder3"].map(key);
		let results = self.block(feeders.iter().map(|feeder| (feeder, call())).collect());
		assert!(results.iter().all(Result::is_ok), "the feeds are accepted: {results:?}");
	}

	/// All that was ever said, picked.
	pub fn said<R>(&self, pick: impl Fn(&RuntimeEvent) -> Option<R>) -> Vec<R> {
		self.log.iter().filter_map(pick).collect()
	}

	/// What money said, picked.
	pub fn bme_said<R>(&self, pick: impl Fn(&pallet_bme::Event<Runtime>) -> Option<R>) -> Vec<R> {
		self.said(|event| match event {
			RuntimeEvent::Bme(event) => pick(event),
			_ => None,
		})
	}

	/// The fees that an account paid.
	pub fn fees_of(&self, account: &AccountId) -> Balance {
		self.said(|event| match event {
			RuntimeEvent::TransactionPayment(pallet_transaction_payment::Event::TransactionFeePaid {
				who,
				actual_fee,
				..
			}) => (who == account).then_some(*actual_fee),
			_ => None,
		})
		.into_iter()
		.sum()
	}
}

fn sign(signer: &Pair, call: RuntimeCall, tip: Balance) -> UncheckedExtrinsic {
	let account = account(signer);
	let extension: TxExtension = (
		frame_system::CheckNonZeroSender::new(),
		frame_system::CheckSpecVersion::new(),
		frame_system::CheckTxVersion::new(),
		frame_system::CheckGenesis::new(),
		frame_system::CheckEra::from(Era::Immortal),
		frame_system::CheckNonce::from(System::account_nonce(&account)),
		frame_system::CheckWeight::new(),
		pallet_transaction_payment::ChargeTransactionPayment::from(tip).into(),
		frame_metadata_hash_extension::CheckMetadataHash::new(false),
		frame_system::WeightReclaim::new(),
	);
	let payload = SignedPayload::new(call.clone(), extension.clone()).expect("the implicit data is known");
	let signature = payload.using_encoded(|bytes| signer.sign(bytes));
	UncheckedExtrinsic::new_signed(call, account.into(), MultiSignature::Sr25519(signature), extension)
}

/// The account of a key.
pub fn account(key: &Pair) -> AccountId {
	key.public().into()
}

/// The key of a development account, such as `Alice`.
pub fn key(name: &str) -> Pair {
	Pair::from_string(&format!("//{name}"), None).expect("the name is a derivation")
}

fn merge(base: &mut Value, patch: Value) {
	match (base, patch) {
		(Value::Object(base), Value::Object(patch)) => {
			for (key, value) in patch {
				merge(base.entry(key).or_insert(Value::Null), value);
			}
		}
		(base, patch) => *base = patch,
	}
}

/// A job of ten dollars for one supplier, paid by its consumer.
pub fn spec(consumer: &Pair, supplier: &Pair) -> JobSpecV1<AccountId> {
	JobSpecV1 {
		consumer: account(consumer),
		class: bme_primitives::Class::Agent,
		price: 10 * USD,
		suppliers: BoundedVec::truncate_from(vec![SupplierTerms {
			account: account(supplier),
			min_share: Perbill::one(),
		}]),
		assessor: None,
		roles: Roles::default(),
		evidence: EvidenceKind::None,
		spec_hash: [1; 32],
		accept_within: 10,
		attest_within: 10,
		max_burn: Balance::MAX,
	}
}

/// Request a job.
pub fn request(spec: JobSpecV1<AccountId>) -> RuntimeCall {
	pallet_bme::Call::request_job {
		spec: JobSpec::V1(spec),
		receipts: Default::default(),
	}
	.into()
}

/// Accept a job.
pub fn accept(job: JobId, min_share: Perbill) -> RuntimeCall {
	pallet_bme::Call::accept_job { job, min_share }.into()
}

/// Attest one unit of work on a job.
pub fn attest(job: JobId) -> RuntimeCall {
	pallet_contribution::Call::attest {
		job,
		units: 1,
		result: [2; 32],
		evidence: Evidence::None,
	}
	.into()
}

/// Approve a job.
pub fn approve(job: JobId) -> RuntimeCall {
	pallet_contribution::Call::approve { job }.into()
}

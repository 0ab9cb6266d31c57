//! Chain specifications: the two embedded ones, and those read from a file.

use bme_runtime::{genesis_config_presets, opaque::Block, WASM_BINARY};
use sc_chain_spec::{ChainSpecExtension, ChainType, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sc_client_api::{BadBlocks, ForkBlocks};
use sc_service::Properties;
use sc_sync_state_rpc::LightSyncStateExtension;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// The name under which nodes of this chain find each other on the network.
const PROTOCOL_ID: &str = "bme";

/// What `--chain` accepts, appended to every error about it.
const ADVICE: &str = "`--chain` takes `dev`, `local`, or the path of a chain specification in JSON; \
	`bme-node export-chain-spec --chain local --output local.json` writes one to start from";

/// A chain specification of this chain.
pub type ChainSpec = sc_service::GenericChainSpec<Extensions>;

/// What a specification holds besides the genesis: facts that let a node follow the right chain.
#[derive(Clone, Default, Serialize, Deserialize, ChainSpecExtension)]
#[serde(rename_all = "camelCase")]
pub struct Extensions {
	/// Blocks that the chain must contain.
	pub fork_blocks: ForkBlocks<Block>,
	/// Blocks that the chain must not contain.
	pub bad_blocks: BadBlocks<Block>,
	/// The checkpoint from which light clients start, as `sync_state_genSyncSpec` writes it.
	pub light_sync_state: LightSyncStateExtension,
}

/// The specification that `--chain id` names. Without an `id` it is the local test network, as tools expect.
pub fn load(id: &str) -> Result<ChainSpec, String> {
	match id {
		"dev" | "development" => development(),
		"" | "local" | "local_testnet" => local_testnet(),
		path => ChainSpec::from_json_file(PathBuf::from(path)).map_err(|error| format!("{error}. {ADVICE}.")),
	}
}

fn development() -> Result<ChainSpec, String> {
	embedded("BME Development", "bme_dev", ChainType::Development, DEV_RUNTIME_PRESET)
}

fn local_testnet() -> Result<ChainSpec, String> {
	embedded(
		"BME Local Testnet",
		"bme_local",
		ChainType::Local,
		LOCAL_TESTNET_RUNTIME_PRESET,
	)
}

fn embedded(name: &str, id: &str, chain_type: ChainType, preset: &str) -> Result<ChainSpec, String> {
	let wasm = WASM_BINARY.ok_or("This node was built without its runtime: build it again without SKIP_WASM_BUILD.")?;
	// The native code knows the presets as well: asking the wasm would compile it once more at every start.
	let genesis = genesis_config_presets::get_preset(&preset.into())
		.and_then(|json| serde_json::from_slice(&json).ok())
		.ok_or_else(|| format!("The runtime of this node has no genesis preset `{preset}`."))?;

	Ok(ChainSpec::builder(wasm, Extensions::default())
		.with_name(name)
		.with_id(id)
		.with_chain_type(chain_type)
		.with_genesis_config_patch(genesis)
		.with_protocol_id(PROTOCOL_ID)
		.with_properties(properties())
		.build())
}

/// What wallets show.
fn properties() -> Properties {
	Properties::from_iter([
		("tokenSymbol".into(), "BME".into()),
		("tokenDecimals".into(), 12.into()),
		("ss58Format".into(), 42.into()),
	])
}

//! What the command line accepts.

use crate::{manual::ManualCmd, sealing::Sealing};
use sc_cli::{
	BuildSpecCmd, ChainInfoCmd, CheckBlockCmd, ExportBlocksCmd, ExportChainSpecCmd, ImportBlocksCmd, KeySubcommand,
	PurgeChainCmd, RevertCmd, RunCmd,
};
use sc_storage_monitor::StorageMonitorParams;

#[derive(Debug, clap::Parser)]
pub struct Cli {
	#[command(subcommand)]
	pub subcommand: Option<Subcommand>,

	#[command(flatten)]
	pub run: RunCmd,

	/// Seal blocks here instead of taking part in BABE and GRANDPA. Developer chains only.
	///
	/// `manual` seals when `engine_createBlock` asks for it, `instant` for each transaction that enters the pool, a
	/// number every so many milliseconds. Every block is final at once and moves the time of the chain by one slot.
	#[arg(long, value_name = "manual|instant|MILLISECONDS")]
	pub sealing: Option<Sealing>,

	/// Do not measure processor, memory and disk at the start.
	#[arg(long)]
	pub no_hardware_benchmarks: bool,

	#[command(flatten)]
	pub storage_monitor: StorageMonitorParams,
}

#[derive(Debug, clap::Subcommand)]
pub enum Subcommand {
	/// Build a chain specification.
	BuildSpec(BuildSpecCmd),

	/// Write a chain specification to a file.
	ExportChainSpec(ExportChainSpecCmd),

	/// Make, inspect and insert keys.
	#[command(subcommand)]
	Key(KeySubcommand),

	/// Show the best and the finalized block of the database.
	ChainInfo(ChainInfoCmd),

	/// Import a block of the database once more, to check it.
	CheckBlock(CheckBlockCmd),

	/// Write blocks to a file.
	ExportBlocks(ExportBlocksCmd),

	/// Import blocks from a file.
	ImportBlocks(ImportBlocksCmd),

	/// Take back the newest blocks, as far as the last finalized one.
	Revert(RevertCmd),

	/// Remove the whole chain database.
	PurgeChain(PurgeChainCmd),

	/// Write manual pages and shell completions, for a package.
	#[command(hide = true)]
	Manual(ManualCmd),
}

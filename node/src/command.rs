//! From the parsed command line to the work.

use crate::{
	chain_spec,
	cli::{Cli, Subcommand},
	preflight,
	service::{self, FullBackend, FullClient, Options, Parts},
};
use bme_runtime::{opaque::Block, BlockNumber, Hash};
use sc_cli::{RunCmd, SubstrateCli};
use sc_network::{config::NetworkBackendType, Litep2pNetworkBackend, NetworkWorker};
use sc_service::BasePath;
use std::sync::Arc;

impl SubstrateCli for Cli {
	fn impl_name() -> String {
		"BME Node".into()
	}

	fn impl_version() -> String {
		env!("SUBSTRATE_CLI_IMPL_VERSION").into()
	}

	fn description() -> String {
		env!("CARGO_PKG_DESCRIPTION").into()
	}

	fn author() -> String {
		env!("CARGO_PKG_AUTHORS").into()
	}

	fn support_url() -> String {
		env!("CARGO_PKG_REPOSITORY").into()
	}

	fn copyright_start_year() -> i32 {
		2026
	}

	fn load_spec(&self, id: &str) -> Result<Box<dyn sc_service::ChainSpec>, String> {
		Ok(Box::new(chain_spec::load(id)?))
	}
}

/// Parses the command line and does what it says.
pub fn run() -> sc_cli::Result<()> {
	let cli = Cli::from_args();

	match &cli.subcommand {
		None => run_node(&cli),
		Some(Subcommand::BuildSpec(command)) => cli
			.create_runner(command)?
			.sync_run(|config| command.run(config.chain_spec, config.network)),
		Some(Subcommand::ExportChainSpec(command)) => command.run(cli.load_spec(&command.chain)?),
		Some(Subcommand::Key(command)) => command.run(&cli),
		Some(Subcommand::ChainInfo(command)) => cli
			.create_runner(command)?
			.sync_run(|config| command.run::<Block>(&config)),
		Some(Subcommand::CheckBlock(command)) => cli.create_runner(command)?.async_run(|config| {
			let Parts {
				client,
				import_queue,
				task_manager,
				..
			} = service::parts(&config, None)?;
			Ok((command.run(client, import_queue), task_manager))
		}),
		Some(Subcommand::ExportBlocks(command)) => cli.create_runner(command)?.async_run(|config| {
			let Parts {
				client, task_manager, ..
			} = service::parts(&config, None)?;
			Ok((command.run(client, config.database), task_manager))
		}),
		Some(Subcommand::ImportBlocks(command)) => cli.create_runner(command)?.async_run(|config| {
			let Parts {
				client,
				import_queue,
				task_manager,
				..
			} = service::parts(&config, None)?;
			Ok((command.run(client, import_queue), task_manager))
		}),
		Some(Subcommand::Revert(command)) => cli.create_runner(command)?.async_run(|config| {
			let Parts {
				client,
				backend,
				task_manager,
				..
			} = service::parts(&config, None)?;
			Ok((
				command.run(client, backend, Some(Box::new(revert_consensus))),
				task_manager,
			))
		}),
		Some(Subcommand::PurgeChain(command)) => cli
			.create_runner(command)?
			.sync_run(|config| command.run(config.database)),
		Some(Subcommand::Manual(command)) => Ok(command.run()?),
	}
}

fn run_node(cli: &Cli) -> sc_cli::Result<()> {
	let options = Options {
		sealing: cli.sealing,
		hardware_benchmarks: !cli.no_hardware_benchmarks,
		storage_monitor: cli.storage_monitor.clone(),
	};

	check_folder(&cli.run)?;
	let runner = cli.create_runner(&cli.run).map_err(preflight::explain_node_key)?;
	runner.run_node_until_exit(|config| async move {
		match config.network.network_backend {
			NetworkBackendType::Litep2p => service::start::<Litep2pNetworkBackend>(config, options),
			NetworkBackendType::Libp2p => service::start::<NetworkWorker<Block, Hash>>(config, options),
		}
		.map_err(sc_cli::Error::Service)
	})
}

/// Before anything else, since the first thing that is written to the folder, the node key, fails without a word about it.
fn check_folder(run: &RunCmd) -> sc_cli::Result<()> {
	let is_temporary = run.tmp || (run.shared_params.dev && run.shared_params.base_path.is_none());
	if is_temporary {
		return Ok(());
	}
	let given = run.shared_params.base_path()?;
	let folder = given.unwrap_or_else(|| BasePath::from_project("", "", &Cli::executable_name()));
	Ok(preflight::check_folder(folder.path())?)
}

/// What BABE and GRANDPA noted about the blocks that are taken back must go too.
fn revert_consensus(client: Arc<FullClient>, backend: Arc<FullBackend>, blocks: BlockNumber) -> sc_cli::Result<()> {
	sc_consensus_babe::revert(client.clone(), backend, blocks)?;
	sc_consensus_grandpa::revert(client, blocks)?;
	Ok(())
}

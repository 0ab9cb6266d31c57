//! Manual pages and shell completions, from the definition of the command line.

use crate::cli::Cli;
use clap::CommandFactory;
use clap_complete::Shell;
use sc_cli::SubstrateCli;
use std::{fs, io, path::PathBuf};

#[derive(Debug, clap::Args)]
pub struct ManualCmd {
	/// The folder that they are written into.
	folder: PathBuf,
}

impl ManualCmd {
	pub fn run(&self) -> io::Result<()> {
		let mut command = Cli::setup_command(Cli::command()).name(env!("CARGO_PKG_NAME"));
		fs::create_dir_all(&self.folder)?;
		for shell in [Shell::Bash, Shell::Zsh, Shell::Fish] {
			clap_complete::generate_to(shell, &mut command, env!("CARGO_PKG_NAME"), &self.folder)?;
		}
		clap_mangen::generate_to(command, &self.folder)
	}
}

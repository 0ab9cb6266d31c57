//! The node of the BME chain: BABE authorship, GRANDPA finality, and the tools around a chain database.

// How large the SDK's error types are is not ours to choose.
#![allow(clippy::result_large_err)]

mod chain_spec;
mod cli;
mod command;
mod consensus;
mod equivocation;
mod executor;
mod hardware;
mod manual;
mod preflight;
mod rpc;
mod sealing;
mod service;

use std::process::ExitCode;

fn main() -> ExitCode {
	match command::run() {
		Ok(()) => ExitCode::SUCCESS,
		// `main` returning the error would print its `Debug` form.
		Err(error) => {
			eprintln!("Error: {error}");
			ExitCode::FAILURE
		}
	}
}

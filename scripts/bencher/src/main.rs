//! Runs the benchmarks of a runtime: `bencher --runtime <wasm> --pallet <name> …`, with the options of
//! `frame-omni-bencher v1 benchmark pallet`.

use clap::Parser;
use frame_benchmarking_cli::PalletCmd;
use sp_runtime::traits::BlakeTwo256;
use std::error::Error;
use tracing_subscriber::EnvFilter;

fn main() -> Result<(), Box<dyn Error>> {
	let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn"));
	tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
	Ok(PalletCmd::parse().run_with_spec::<BlakeTwo256, ()>(None)?)
}

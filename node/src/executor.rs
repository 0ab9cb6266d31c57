//! What executes the runtime, and where the machine code of each runtime is kept.

use sc_executor::{HeapAllocStrategy, WasmExecutor, DEFAULT_HEAP_ALLOC_STRATEGY};
use sc_service::Configuration;
use std::{
	ffi::OsStr,
	fs,
	io::{self, ErrorKind},
	path::{Path, PathBuf},
};

pub type Executor = WasmExecutor<sp_io::SubstrateHostFunctions>;

/// Executes the runtime as the command line says. Its machine code is kept: only the first start with a runtime compiles it, which
/// takes longer than all else.
pub fn new(config: &Configuration) -> Executor {
	let heap = config
		.executor
		.default_heap_pages
		.map_or(DEFAULT_HEAP_ALLOC_STRATEGY, |pages| HeapAllocStrategy::Static {
			extra_pages: pages.try_into().unwrap_or(u32::MAX),
		});
	let builder = Executor::builder()
		.with_execution_method(config.executor.wasm_method)
		.with_onchain_heap_alloc_strategy(heap)
		.with_offchain_heap_alloc_strategy(heap)
		.with_max_runtime_instances(config.executor.max_runtime_instances)
		.with_runtime_cache_size(config.executor.runtime_cache_size);
	let Some(folder) = folder(config) else {
		return builder.build();
	};
	match remove_unfinished(&folder) {
		Err(error) if error.kind() != ErrorKind::NotFound => {
			log::warn!("Unfinished files in `{}` stay there: {error}", folder.display());
		}
		_ => (),
	}
	builder.with_cache_path(folder).build()
}

/// Where machine code is kept: beside the database, so that what removes one removes the other.
fn folder(config: &Configuration) -> Option<PathBuf> {
	let beside = config.database.path()?.parent()?;
	std::path::absolute(beside.join("runtimes")).ok()
}

/// Removes what a process was writing when it was killed: the next that writes the same would give up.
fn remove_unfinished(folder: &Path) -> io::Result<()> {
	for entry in fs::read_dir(folder)? {
		let path = entry?.path();
		if path.is_dir() {
			remove_unfinished(&path)?;
		} else if path
			.extension()
			.and_then(OsStr::to_str)
			.is_some_and(|kind| kind.starts_with("wip-"))
		{
			fs::remove_file(path)?;
		}
	}
	Ok(())
}

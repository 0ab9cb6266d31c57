//! What must not change by accident, and what only the whole runtime can show.

mod extensions;
mod fiat;
mod filter;
mod indexes;
mod origins;
mod presets;
mod proxies;
mod tracks;
mod treasury;
mod verification;
mod weights;

use crate::{genesis_config_presets, invariants::check_invariants, Runtime, RuntimeGenesisConfig};
use frame_support::genesis_builder_helper::get_preset;
use serde_json::Value;
use sp_genesis_builder::{runtime_decl_for_genesis_builder::GenesisBuilder, PresetId, DEV_RUNTIME_PRESET};
use sp_io::TestExternalities;

/// The state that a preset begins with, built as a node builds it.
fn genesis(preset: &str) -> TestExternalities {
	let defaults = get_preset::<RuntimeGenesisConfig>(&None, |_| None);
	let patch = genesis_config_presets::get_preset(&PresetId::from(preset));
	let mut config: Value = serde_json::from_slice(&defaults.expect("the defaults are JSON")).expect("JSON");
	merge(
		&mut config,
		serde_json::from_slice(&patch.expect("the preset exists")).expect("JSON"),
	);

	let mut ext = TestExternalities::default();
	ext.execute_with(|| Runtime::build_state(serde_json::to_vec(&config).expect("JSON")).expect("the preset is valid"));
	ext
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

/// Run a test on the development chain; every invariant holds afterwards.
fn on_development_chain(test: impl FnOnce()) {
	genesis(DEV_RUNTIME_PRESET).execute_with(|| {
		test();
		check_invariants().expect("every invariant holds after a test");
	})
}

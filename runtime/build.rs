fn main() {
	#[cfg(all(feature = "std", not(feature = "metadata-hash")))]
	{
		use substrate_wasm_builder::WasmBuilder;
		// The version after this one, with which upgrades are rehearsed. First, so that what lies in the folder in the end is this one.
		WasmBuilder::init_with_defaults()
			.enable_feature("rehearsal")
			.set_file_name("rehearsal")
			.build();
		WasmBuilder::build_using_defaults();
	}

	#[cfg(all(feature = "std", feature = "metadata-hash"))]
	substrate_wasm_builder::WasmBuilder::init_with_defaults()
		.enable_metadata_hash("BME", 12)
		.build();
}

//! How fast the machine is: a few short measurements, logged at the start and sent to telemetry.

use sc_service::{Configuration, TaskManager};
use sc_sysinfo::Requirements;
use sc_telemetry::TelemetryHandle;

/// Measures processor, memory, and the disk that holds the database, which must exist by now.
pub fn measure(config: &Configuration, task_manager: &TaskManager, telemetry: Option<TelemetryHandle>) {
	// Nothing is demanded of a machine here.
	let scores = sc_sysinfo::gather_hwbench(config.database.path(), &Requirements(Vec::new()));
	sc_sysinfo::print_hwbench(&scores);

	if let Some(telemetry) = telemetry {
		task_manager.spawn_handle().spawn(
			"telemetry-hardware",
			None,
			sc_sysinfo::initialize_hwbench_telemetry(telemetry, scores),
		);
	}
}

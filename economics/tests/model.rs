//! The crate against `docs/model/model.py`, which is written from `docs/model/definitions.md` alone: every number of
//! random histories, to the unit.

use bme_economics::*;
use serde::Deserialize;
use std::process::Command;

const SEED: u32 = 1;
const HISTORIES: usize = 200;
const EPOCHS: usize = 100;

#[derive(Deserialize)]
struct History {
	policy: Policy,
	cumulative: Vec<(Moment, Balance)>,
	epochs: Vec<Epoch>,
}

#[derive(Deserialize)]
struct Epoch {
	input: Input,
	emission: Emitted,
	state: State,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Input {
	index: u32,
	start: Moment,
	elapsed: Moment,
	burned: Balance,
	points: ByPool<u128>,
	expected_blocks: u128,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Emitted {
	scheduled: Balance,
	multiplier: u128,
	budget: Balance,
	reminted: Balance,
	minted: ByPool<Balance>,
	treasury: Balance,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct State {
	average_net_burn: Balance,
	allowance: Balance,
	recent_minted: Balance,
	recent_scheduled: Balance,
}

impl From<Emission> for Emitted {
	fn from(emission: Emission) -> Self {
		Self {
			scheduled: emission.scheduled,
			multiplier: emission.multiplier.into_inner(),
			budget: emission.budget,
			reminted: emission.reminted,
			minted: emission.minted,
			treasury: emission.treasury,
		}
	}
}

impl From<EmissionState> for State {
	fn from(state: EmissionState) -> Self {
		Self {
			average_net_burn: state.average_net_burn,
			allowance: state.allowance,
			recent_minted: state.recent_minted,
			recent_scheduled: state.recent_scheduled,
		}
	}
}

/// What the model prints: a history each line.
fn histories() -> Vec<History> {
	let model = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/model/model.py");
	let options = [
		("--seed", SEED as usize),
		("--histories", HISTORIES),
		("--epochs", EPOCHS),
	];
	let output = Command::new("python3")
		.arg(model)
		.args(
			options
				.into_iter()
				.flat_map(|(name, value)| [name.to_string(), value.to_string()]),
		)
		.output()
		.unwrap_or_else(|error| panic!("this test needs python3 to run the model: {error}"));
	let errors = String::from_utf8_lossy(&output.stderr);
	assert!(output.status.success(), "{model} failed: {errors}");
	let printed = String::from_utf8(output.stdout).unwrap();
	let history = |line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line:.200}"));
	printed.lines().map(history).collect()
}

#[test]
fn chain_should_equal_the_model_when_histories_are_replayed() {
	let histories = histories();
	let (one, mut following) = (FixedU128::from_u32(1), 0);
	for (number, history) in histories.iter().enumerate() {
		let policy = &history.policy;
		for &(t, cumulative) in &history.cumulative {
			assert_eq!(policy.schedule.cumulative(t), cumulative, "history {number} at {t}");
		}
		let mut state = EmissionState::default();
		for epoch in &history.epochs {
			let input = &epoch.input;
			let end = input.start + input.elapsed;
			let scheduled = policy.schedule.scheduled(input.start, end);
			let closed = EpochInput {
				index: input.index,
				scheduled,
				burned: input.burned,
				points: input.points,
				expected_blocks: input.expected_blocks,
			};
			let (emission, mut next) = epoch_emission(policy, &closed, &state);
			let admitted = next.admit(emission, input.elapsed);
			following += usize::from(emission.multiplier < one && emission.multiplier > policy.controller.floor.into());
			let here = format!("history {number}, epoch {}", input.index);
			assert_eq!(Emitted::from(admitted), epoch.emission, "{here}");
			assert_eq!(State::from(next), epoch.state, "{here}");
			// The start of the next epoch as the time of closing gives this one's time.
			assert_eq!(
				clamped_elapsed(input.start, end, policy.epoch_length),
				input.elapsed,
				"{here}"
			);
			state = next;
		}
	}
	let epochs: usize = histories.iter().map(|history| history.epochs.len()).sum();
	assert_eq!((histories.len(), epochs), (HISTORIES, HISTORIES * EPOCHS));
	// Where the multiplier is at a bound, much of what leads to it is not seen.
	assert!(following > 1_000, "{following} epochs of {epochs}");
}

//! Who decides, and how long it takes.

pub mod origins;
pub mod tracks;

use crate::{constants::MINUTES, BlockNumber, Runtime};

/// No period is shorter, whatever the scale: people have to see it pass.
const SHORTEST: BlockNumber = MINUTES;

/// How long `blocks` of a public network are on this chain. The genesis setting that shortens the windows of jobs shortens voting as
/// well, so that a developer chain and a public network run the same wasm.
pub fn scaled(blocks: BlockNumber) -> BlockNumber {
	let scale = pallet_bme::TimeScale::<Runtime>::get().max(1);
	(blocks / scale).max(SHORTEST.min(blocks))
}

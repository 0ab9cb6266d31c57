//! Each file tests one part of the pallet; every test ends with a check of every invariant.

pub mod mock;

mod attacks;
mod command_based;
mod findings;
mod lots;
mod opinions;
mod panels;
mod ringers;
mod seats;
mod simulation;
mod try_state;

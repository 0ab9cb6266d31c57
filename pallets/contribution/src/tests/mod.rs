//! Each file tests one part of the pallet; every test ends with a check of every invariant.

pub mod mock;

mod assess;
mod attest;
mod command_based;
mod evidence;
mod liabilities;
mod panels;
mod points;
mod review;
mod suppliers;
mod try_state;

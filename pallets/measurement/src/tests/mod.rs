pub mod mock;

mod attacks;
mod challenges;
mod command_based;
mod devices;
mod items;
mod reporters;
mod tally;
mod try_state;

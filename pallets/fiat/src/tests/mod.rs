pub mod mock;

mod attacks;
mod attest;
mod command_based;
mod genesis;
mod governance;
mod queue;
mod redeem;
mod reverse;
mod try_state;
mod views;
mod young;

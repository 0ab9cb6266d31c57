pub mod mock;

mod aggregation;
mod condition;
mod feeds;
mod genesis;
mod try_state;
mod weights;

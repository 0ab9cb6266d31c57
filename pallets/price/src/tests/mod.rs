pub mod mock;

mod aggregation;
mod attacks;
mod condition;
mod feeds;
mod genesis;
mod try_state;
mod weights;

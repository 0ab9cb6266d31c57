pub mod mock;

mod bonds;
mod calls;
mod offences;
mod sessions;
mod try_state;

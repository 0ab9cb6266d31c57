pub mod mock;

mod calls;
mod offences;
mod sessions;
mod try_state;

//! # Integration tests
//!
//! The real runtime, driven block by block as a node drives it: signed transactions with their fees, inherents and hooks, and every
//! invariant checked after every block. What each pallet does alone is tested in the pallet; here is what they do together.

#![cfg(test)]

mod chain;
mod epochs;
mod fiat;
mod governance;
mod jobs;
mod price;
mod random;
mod upgrade;
mod validators;
mod verifiers;

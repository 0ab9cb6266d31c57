//! Amounts and times that more than one concern uses.

use crate::{Balance, BlockNumber};
use bme_primitives::{Moment, TOKEN};

/// A thousandth of a token.
pub const MILLI: Balance = TOKEN / 1_000;
/// A millionth of a token.
pub const MICRO: Balance = TOKEN / 1_000_000;

/// An account with less is removed and the rest is burned.
pub const EXISTENTIAL_DEPOSIT: Balance = MILLI;

/// The id of fiat in `pallet-assets`.
pub const FIAT_ID: u32 = 1;

/// Milliseconds in a slot: one block, when nothing is wrong.
pub const SLOT: Moment = 6_000;

/// Milliseconds in a day.
pub const DAY: Moment = 24 * 60 * 60_000;

/// Blocks in a minute.
pub const MINUTES: BlockNumber = 10;
/// Blocks in an hour.
pub const HOURS: BlockNumber = 60 * MINUTES;
/// Blocks in a day.
pub const DAYS: BlockNumber = 24 * HOURS;

/// Slots in a BABE epoch, which is also a session.
pub const SESSION_SLOTS: u64 = 60;

/// The deposit for storage that an account occupies.
pub const fn deposit(items: u32, bytes: u32) -> Balance {
	items as Balance * 100 * MILLI + bytes as Balance * 100 * MICRO
}

//! The causes under which the ledger counts tokens, and the debts that it cannot forget.

use crate::{Class, Pool};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Why tokens left issuance. Only [`Self::Job`] and [`Self::Channel`] are "burn" in the emission's formulas.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum BurnCause {
	/// Work of a class was accepted.
	#[codec(index = 0)]
	Job(Class),
	/// A channel was redeemed.
	#[codec(index = 1)]
	Channel,
	/// A request was cancelled, or accepted work was never attested: one per cent of its held tokens.
	#[codec(index = 2)]
	Cancel,
	/// Half of a liability forfeited by a supplier that did not attest.
	#[codec(index = 3)]
	Forfeit,
	/// Fees and tips of transactions.
	#[codec(index = 4)]
	Fee,
	/// The rest of an account that fell below the existential deposit.
	#[codec(index = 5)]
	Dust,
	/// Deposits and bonds slashed outside jobs.
	#[codec(index = 6)]
	Slash,
	/// Minted in an epoch that expired before anyone claimed it.
	#[codec(index = 7)]
	Expired,
}

/// Why tokens entered issuance.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum MintCause {
	/// An epoch's emission of one pool.
	#[codec(index = 0)]
	Pool(Pool),
	/// The treasury's part of an epoch's emission.
	#[codec(index = 1)]
	Treasury,
}

/// What the chain owes an account that could not be credited. Does not expire.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Debt {
	/// Fiat of a settled job, held by the fiat pot.
	#[codec(index = 0)]
	Fiat,
	/// Tokens of an epoch, held by the pot of this pool.
	#[codec(index = 1)]
	Tokens(Pool),
}

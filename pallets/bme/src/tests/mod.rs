//! Tests of `pallet-bme`, one file for each part of it. Merit and price are mocked; see `integration-tests/` for the whole.

mod accept;
mod agenda;
mod command_based;
mod epoch;
mod ledger;
pub(crate) mod mock;
mod pause;
mod payout;
mod policies;
mod request;
mod revenue;
mod settle;
mod try_state;
mod views;
mod young;

use crate::{
	pallet::{
		Agenda, AgendaClock, Anchors, BurnedTotal, Call, Candidates, CurrentEpoch, EpochRecords, GenesisIssuance,
		HoldReason, MintedTotal, NextJobId, Owed, PayoutCursor, PendingPolicy, Policy, RemintedTotal, TimeScale,
		UnearnedTotal,
	},
	policy_hash, BurnDust, BurnFees, BurnForfeits, BurnSlashed, Error, Event, Pending, WeightInfo,
};
use bme_economics::BelowOne;
use bme_primitives::{
	Balance, BurnCause, ByPool, Class, Debt, EpochIndex, EvidenceKind, JobId, JobSpecV1, Jobs, MintCause, Pool,
	SupplierTerms, SupplierVerdict, Suppliers, Tick, TOKEN, USD,
};
use frame_support::{
	assert_noop, assert_ok, ensure,
	traits::{
		fungible::{InspectHold as _, Mutate as _},
		fungibles::InspectHold as _,
		tokens::{Fortitude, Preservation},
		Hooks as _, LockableCurrency, WithdrawReasons,
	},
	weights::{Weight, WeightMeter},
};
use mock::*;
use sp_runtime::{DispatchError, DispatchResult, FixedU128, Perbill};

/// What the design's worked example burns, earns and opens as a liability: 10.00 USD at 20 %, average and median 0.50, confidence 0.01.
const BURN: Balance = 4_166_666_666_667;
const ENTITLEMENT: Balance = 3_958_333_333_333;
const LIABILITY: Balance = 1_041_666_666_667;
/// The least liability: what each of several suppliers of [`spec`] risks.
const LEAST_LIABILITY: Balance = 1_000_000_000_000;
const PAID: Balance = 8 * USD;

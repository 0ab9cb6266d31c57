//! The records that this pallet stores. No logic.

use bme_economics::{EmissionState, Policy, Quote};
use bme_primitives::{Balance, ByPool, ByRole, EpochIndex, JobSpecV1, Moment, Role, Roles, Suppliers, Tick, YoungLots};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::Perbill;

/// A live job.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Job<AccountId> {
	/// Who signed and pays.
	pub payer: AccountId,
	/// What was asked.
	pub spec: JobSpecV1<AccountId>,
	/// What it costs, locked at the request: all of it is held from the payer.
	pub quote: Quote,
	/// The young fiat in it; the rest of the fiat is held on the payer's account.
	pub young: YoungLots,
	/// The parts of its fiat that others than the suppliers have, locked at the request; zero where the job names nobody.
	pub roles: ByRole<Perbill>,
	/// The part of what is burned that the suppliers may earn, locked at the request.
	pub kappa: Perbill,
	/// What each supplier forfeits if it accepts and does not attest, token base units.
	pub liability: Balance,
	/// Which suppliers accepted, in their order. Work begins when all did.
	pub accepted: Suppliers<bool>,
	/// The tick at which the job moves on by itself.
	pub due: Tick,
}

impl<AccountId> Job<AccountId> {
	/// The fiat held on the payer's account, base units.
	pub fn held_fiat(&self) -> Balance {
		let young = self.young.iter().map(|lot| lot.amount).fold(0, Balance::saturating_add);
		self.quote.fiat.saturating_sub(young)
	}

	/// How many accounts are paid: the suppliers, and those in roles that have a part.
	pub fn payees(&self) -> u32 {
		let roles = Role::ALL.iter().filter(|role| !role.of(&self.roles).is_zero()).count();
		self.spec.suppliers.len().saturating_add(roles) as u32
	}

	/// Those in roles that have a part.
	pub fn paid_roles(&self) -> Roles<AccountId>
	where
		AccountId: Clone,
	{
		let paid = |named: &Option<AccountId>, part: Perbill| named.clone().filter(|_| !part.is_zero());
		Roles {
			template_author: paid(&self.spec.roles.template_author, self.roles.template_author),
			tool_provider: paid(&self.spec.roles.tool_provider, self.roles.tool_provider),
			model_owner: paid(&self.spec.roles.model_owner, self.roles.model_owner),
		}
	}

	/// Whether every supplier accepted.
	pub fn has_begun(&self) -> bool {
		self.accepted.iter().all(|accepted| *accepted)
	}

	/// How many suppliers accepted.
	pub fn acceptances(&self) -> u32 {
		self.accepted.iter().filter(|accepted| **accepted).count() as u32
	}
}

/// The tick count, and how far the agenda is worked off.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Clock {
	/// Blocks in which the agenda ran.
	pub tick: Tick,
	/// Every agenda entry of an earlier tick is gone.
	pub worked_to: Tick,
}

/// The open epoch.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Epoch {
	/// Its number.
	pub index: EpochIndex,
	/// When it began.
	pub start: Moment,
	/// Its length, frozen when it opened.
	pub length: Moment,
	/// When epoch 0 began: time zero of the schedule.
	pub zero: Moment,
	/// Which policy rules it: 0 is that of genesis, and each one that comes into force counts one more.
	pub policy: u32,
	/// The ledger's sum of job and channel burns when it opened, token base units.
	pub burned_before: Balance,
	/// What one epoch hands to the next.
	pub emission: EmissionState,
}

/// An epoch that closed. `paid` never exceeds `minted`, pool by pool.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct EpochRecord {
	/// Which policy it minted by.
	pub policy: u32,
	/// How much of its time counted, milliseconds.
	pub elapsed: Moment,
	/// What the schedule held for that time, token base units.
	pub scheduled: Balance,
	/// Burned in it by jobs and channels, token base units.
	pub burned: Balance,
	/// Minted into each pool's pot, token base units.
	pub minted: ByPool<Balance>,
	/// Paid out of it, or owed by it, token base units.
	pub paid: ByPool<Balance>,
	/// The points that share it, frozen at the close.
	pub points: ByPool<u128>,
}

/// A policy that may be voted on.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Candidate<AccountId, Ticket> {
	/// What would come into force.
	pub policy: Policy,
	/// The policy that it changes, by its hash.
	pub base: H256,
	/// Who noted it and has the deposit back.
	pub noter: AccountId,
	/// The epoch in which it was noted.
	pub noted_in: EpochIndex,
	/// The deposit.
	pub ticket: Ticket,
}

/// A policy that was adopted and comes into force.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Pending {
	/// What comes into force.
	pub policy: Policy,
	/// The first epoch that it rules.
	pub activates: EpochIndex,
}

/// What an emergency can pause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Pausable {
	/// New jobs.
	#[codec(index = 0)]
	Jobs,
	/// The close of epochs, and so whatever they mint.
	#[codec(index = 1)]
	Mint,
}

/// The newest pause of its kind, running or over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Pause {
	/// When it began.
	pub since: Moment,
	/// When it ends, or ended.
	pub until: Moment,
}

impl Pause {
	/// Whether it runs at this time.
	pub fn holds_at(&self, now: Moment) -> bool {
		now < self.until
	}
}

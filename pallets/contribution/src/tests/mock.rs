//! The real token, and jobs that are a table: a job here begins as soon as it is made, and does on its due tick, and when
//! it is settled, what `pallet-bme` does.
//!
//! Everything injected lives in storage, so that a call that fails takes back what it told the mocks.

pub use crate::{Error, Event, HoldReason, Pallet, Rows, Supplier, Suppliers, Totals, Works};
pub use bme_primitives::{
	Balance, ByClass, ByPool, Class, Convened, Deliberation, Due, EpochClock, EpochIndex, Evidence, EvidenceKind,
	JobId, JobParties, Jobs as _, Judge, Liabilities as _, Lots, Panels, PointsBook, Pool, Roles, SupplierTerms,
	SupplierVerdict, Suppliers as PerSupplier, Tick, Verdict, TOKEN,
};
pub use frame_support::{assert_noop, assert_ok};
pub use sp_runtime::{DispatchError, DispatchResult, Perbill};

use crate as pallet_contribution;
use crate::CreditOf;
use codec::{Decode, Encode};
use frame_support::{
	derive_impl, parameter_types, storage_alias,
	traits::{fungible::InspectHold, Imbalance, OnUnbalanced},
	weights::Weight,
	Twox64Concat,
};
use sp_runtime::BuildStorage;

pub type AccountId = u64;

pub const ALICE: AccountId = 1;
/// Suppliers from genesis, of every class.
pub const BOB: AccountId = 2;
pub const CHARLIE: AccountId = 3;
pub const DAVE: AccountId = 4;
pub const EVE: AccountId = 5;
/// Has tokens and is nobody.
pub const FERDIE: AccountId = 6;
pub const GRACE: AccountId = 7;
/// Pays for every job.
pub const PAYER: AccountId = 8;
/// Does not exist.
pub const NOBODY: AccountId = 99;

pub const EXISTENTIAL_DEPOSIT: Balance = TOKEN / 1000;
pub const TOKENS: Balance = 10_000 * TOKEN;
pub const BOND: Balance = 1_000 * TOKEN;
pub const MIN_BOND: Balance = 100 * TOKEN;
pub const LIABILITY: Balance = 7 * TOKEN + 1;
/// What every settled share of a job earns as points.
pub const ENTITLEMENT: u128 = 1_000;
pub const UNBONDING: Tick = 1_000;
/// Challenge windows of agents, inference and training.
pub const WINDOWS: [Tick; 3] = [30, 120, 1_440];
/// When the suppliers of a job must have attested, ticks after it began.
pub const ATTEST_WITHIN: Tick = 50;
pub const EVERY_CLASS: ByClass<bool> = ByClass {
	agent: true,
	inference: true,
	training: true,
};
pub const ONLY_AGENT: ByClass<bool> = ByClass {
	agent: true,
	inference: false,
	training: false,
};
pub const NO_CLASS: ByClass<bool> = ByClass {
	agent: false,
	inference: false,
	training: false,
};
pub const RESULT: [u8; 32] = [7; 32];
/// What every settled job may pay whoever checked it.
pub const SPARE: Balance = 5;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Balances: pallet_balances,
		Contribution: pallet_contribution,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

parameter_types! {
	pub const ExistentialDeposit: Balance = EXISTENTIAL_DEPOSIT;
	pub const MinBond: Balance = MIN_BOND;
	pub const UnbondingTicks: Tick = UNBONDING;
	pub const ChallengeWindow: ByClass<Tick> =
		ByClass { agent: WINDOWS[0], inference: WINDOWS[1], training: WINDOWS[2] };

	pub storage Now: Tick = 1;
	pub storage Epoch: EpochIndex = 0;
	pub storage Scale: Tick = 1;
	/// What was burned through the ledger.
	pub storage Burned: Balance = 0;
	pub storage NextJob: JobId = 0;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type Balance = Balance;
	type ExistentialDeposit = ExistentialDeposit;
}

impl pallet_contribution::Config for Test {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Jobs = Table;
	type Epoch = Table;
	type Panels = Verifiers;
	type Forfeited = Ledger;
	type ManageOrigin = frame_system::EnsureRoot<Self::AccountId>;
	type MinBond = MinBond;
	type UnbondingTicks = UnbondingTicks;
	type ChallengeWindow = ChallengeWindow;
	type WeightInfo = ();
}

/// Verifiers who say what a test wants them to, and do what they are told to remember.
pub struct Verifiers;
/// What lots say of a job; they spare what is not here.
#[storage_alias(verbatim)]
pub type Drawn = StorageMap<Verifiers, Twox64Concat, JobId, bool>;
/// Whether there are any.
#[storage_alias(verbatim)]
pub type Convenes = StorageValue<Verifiers, bool, frame_support::pallet_prelude::ValueQuery>;
/// The panels: by whom they were demanded, and whether they are asked for shares.
#[storage_alias(verbatim)]
pub type Convoked = StorageMap<Verifiers, Twox64Concat, JobId, (Option<AccountId>, bool)>;
/// What a panel finds. One of which nothing is here is hung.
#[storage_alias(verbatim)]
pub type Findings = StorageMap<Verifiers, Twox64Concat, JobId, Verdict>;
/// How the jobs of panels would have ended without.
#[storage_alias(verbatim)]
pub type Standing = StorageMap<Verifiers, Twox64Concat, JobId, Verdict>;
/// What each closed job may pay its panel.
#[storage_alias(verbatim)]
pub type Closed = StorageMap<Verifiers, Twox64Concat, JobId, Balance>;
/// Whose liabilities are open to review.
#[storage_alias(verbatim)]
pub type Condemned = StorageMap<Verifiers, Twox64Concat, JobId, (AccountId, Balance)>;

/// Ticks until a panel is asked again.
pub const PANEL: Tick = 25;
/// Whoever disputes as this account has no bond.
pub const BROKE: AccountId = DAVE;
pub const NO_BOND: DispatchError = DispatchError::Other("the bond of the dispute is not there");

impl Panels<AccountId, u64> for Verifiers {
	fn lots(job: JobId, since: u64, _: &JobParties<AccountId>) -> Lots {
		match Drawn::get(job) {
			None => Lots::Spared,
			Some(_) if System::block_number() < since + 2 => Lots::Later(PANEL),
			Some(true) => Lots::Drawn,
			Some(false) => Lots::Spared,
		}
	}

	fn lots_weight(suppliers: u32) -> Weight {
		Weight::from_parts(0, suppliers.into())
	}

	fn may_dispute(_: &JobParties<AccountId>, by: &AccountId) -> bool {
		*by != BROKE
	}

	fn convene(
		job: JobId,
		_: &JobParties<AccountId>,
		disputed_by: Option<&AccountId>,
		asks_shares: bool,
	) -> Result<Convened, DispatchError> {
		if !Convenes::get() {
			return Ok(Convened::Nobody);
		}
		frame_support::ensure!(disputed_by != Some(&BROKE), NO_BOND);
		Convoked::insert(job, (disputed_by.copied(), asks_shares));
		Ok(Convened::Panel(PANEL))
	}

	fn due(job: JobId, _: &JobParties<AccountId>, standing: &Verdict) -> (Deliberation, Weight) {
		Standing::insert(job, standing.clone());
		let found = Findings::get(job).map_or(Deliberation::Hung, Deliberation::Found);
		(found, Weight::from_parts(0, 77))
	}

	fn due_weight() -> Weight {
		Weight::from_parts(0, 77)
	}

	fn close(job: JobId, spare: Balance) {
		Closed::insert(job, spare);
	}

	fn condemn(job: JobId, who: &AccountId, liability: Balance) {
		Condemned::insert(job, (who, liability));
	}
}

pub struct Ledger;
impl OnUnbalanced<CreditOf<Test>> for Ledger {
	fn on_nonzero_unbalanced(credit: CreditOf<Test>) {
		Burned::set(&(Burned::get() + credit.peek()));
	}
}

/// A live job.
#[derive(Clone, Encode, Decode)]
pub struct Job {
	pub consumer: AccountId,
	pub assessor: Option<AccountId>,
	pub class: Class,
	pub evidence: EvidenceKind,
	pub suppliers: PerSupplier<SupplierTerms<AccountId>>,
	pub liability: Balance,
	pub due: Tick,
}

pub struct Table;
#[storage_alias(verbatim)]
pub type Live = StorageMap<Table, Twox64Concat, JobId, Job>;
/// How each job ended.
#[storage_alias(verbatim)]
pub type Ended = StorageMap<Table, Twox64Concat, JobId, Verdict>;

impl bme_primitives::Jobs<AccountId> for Table {
	fn parties(job: JobId) -> Option<JobParties<AccountId>> {
		Live::get(job).map(|job| JobParties {
			payees: job.suppliers.len() as u32,
			consumer: job.consumer,
			assessor: job.assessor,
			class: job.class,
			evidence: job.evidence,
			suppliers: job.suppliers,
			roles: Roles::default(),
			is_young: false,
			payer: PAYER,
			burn: TOKEN,
		})
	}

	fn due_in(job: JobId, ticks: Tick) {
		Live::mutate_extant(job, |job| job.due = Now::get() + ticks);
	}

	fn settle(job: JobId, verdict: Verdict) -> DispatchResult {
		let live = Live::take(job).ok_or("no such job")?;
		Contribution::close(job, SPARE);
		for (terms, judged) in live.suppliers.iter().zip(&verdict) {
			assert!(judged.share >= terms.min_share, "no verdict goes below what was agreed");
			if judged.condemned {
				Contribution::condemn(job, &terms.account, live.liability);
			} else if judged.attested {
				let points = judged.share * ENTITLEMENT;
				Contribution::credit(Epoch::get(), Pool::Work, &terms.account, points);
				Contribution::release(&terms.account, live.liability);
			} else {
				Contribution::forfeit(&terms.account, live.liability, &PAYER);
			}
		}
		Ended::insert(job, verdict);
		Ok(())
	}

	fn young_weight(suppliers: u32) -> Weight {
		Weight::from_parts(suppliers.into(), 0)
	}

	fn scaled(window: Tick) -> Tick {
		(window / Scale::get()).max(10)
	}

	fn now() -> Tick {
		Now::get()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_job(consumer: &AccountId, assessor: Option<&AccountId>, suppliers: &[AccountId]) -> JobId {
		let share = Perbill::from_rational(1, suppliers.len() as u32);
		let mut minima: Vec<_> = suppliers.iter().map(|who| (*who, share)).collect();
		let left = minima.iter().fold(Perbill::one(), |left, (_, share)| left - *share);
		minima[0].1 = share + left;
		Build {
			consumer: *consumer,
			assessor: assessor.copied(),
			evidence: EvidenceKind::Proof,
			..Build::new(&minima)
		}
		.begin()
	}
}

impl EpochClock for Table {
	fn length() -> bme_primitives::Moment {
		0
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_open() {}

	fn current() -> EpochIndex {
		Epoch::get()
	}
}

/// A job to begin: of Alice, an agent's, without an assessor and evidence, unless the test says otherwise.
pub struct Build {
	pub consumer: AccountId,
	pub assessor: Option<AccountId>,
	pub class: Class,
	pub evidence: EvidenceKind,
	pub suppliers: Vec<(AccountId, Perbill)>,
}

impl Build {
	pub fn new(suppliers: &[(AccountId, Perbill)]) -> Self {
		Self {
			consumer: ALICE,
			assessor: None,
			class: Class::Agent,
			evidence: EvidenceKind::None,
			suppliers: suppliers.to_vec(),
		}
	}

	pub fn assessed_by(mut self, assessor: AccountId) -> Self {
		self.assessor = Some(assessor);
		self
	}

	pub fn try_begin(self) -> Result<JobId, DispatchError> {
		for (who, _) in &self.suppliers {
			Contribution::open(who, self.class, LIABILITY)?;
		}
		let job = NextJob::get();
		NextJob::set(&(job + 1));
		let terms = |(account, min_share)| SupplierTerms { account, min_share };
		let suppliers: Vec<_> = self.suppliers.into_iter().map(terms).collect();
		Contribution::begin(job, suppliers.len() as u32);
		let live = Job {
			consumer: self.consumer,
			assessor: self.assessor,
			class: self.class,
			evidence: self.evidence,
			suppliers: suppliers.try_into().unwrap(),
			liability: LIABILITY,
			due: Now::get() + ATTEST_WITHIN,
		};
		Live::insert(job, live);
		Ok(job)
	}

	pub fn begin(self) -> JobId {
		self.try_begin().unwrap()
	}
}

pub const fn percent(percent: u32) -> Perbill {
	Perbill::from_percent(percent)
}

pub fn percents(shares: &[u32]) -> PerSupplier<Perbill> {
	shares
		.iter()
		.map(|share| percent(*share))
		.collect::<Vec<_>>()
		.try_into()
		.unwrap()
}

/// A job of Bob's that demands evidence of this kind.
pub fn of_kind(evidence: EvidenceKind) -> JobId {
	Build {
		evidence,
		..Build::new(&[(BOB, percent(100))])
	}
	.begin()
}

/// A job of Bob's alone.
pub fn solo() -> JobId {
	Build::new(&[(BOB, percent(100))]).begin()
}

/// A training of Bob, Charlie and Dave, who agreed to at least a fifth each; Eve states the shares.
pub fn shared() -> JobId {
	let fifth = percent(20);
	let mut build = Build::new(&[(BOB, fifth), (CHARLIE, fifth), (DAVE, fifth)]).assessed_by(EVE);
	build.class = Class::Training;
	build.begin()
}

/// [`shared`], when all have attested.
pub fn shared_in_review() -> JobId {
	let job = shared();
	attest_all(job);
	job
}

/// [`shared_in_review`], with shares of 50, 30 and 20 per cent.
pub fn shared_and_assessed() -> JobId {
	let job = shared_in_review();
	assert_ok!(assess(EVE, job, &[50, 30, 20]));
	job
}

pub fn attest(who: AccountId, job: JobId) -> DispatchResult {
	Contribution::attest(signed(who), job, 1, RESULT, Evidence::None)
}

pub fn attest_all(job: JobId) {
	for terms in Live::get(job).unwrap().suppliers {
		assert_ok!(attest(terms.account, job));
	}
}

pub fn assess(who: AccountId, job: JobId, shares: &[u32]) -> DispatchResult {
	Contribution::assess(signed(who), job, percents(shares))
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// Let ticks pass; jobs that are due move on.
pub fn pass(ticks: Tick) {
	for _ in 0..ticks {
		Now::set(&(Now::get() + 1));
		let due: Vec<_> = Live::iter()
			.filter(|(_, job)| job.due <= Now::get())
			.map(|(id, _)| id)
			.collect();
		for job in due {
			match Contribution::due(job).0 {
				Due::Wait(ticks) => Table::due_in(job, ticks),
				Due::Settle(verdict) => {
					assert_ok!(Table::settle(job, verdict));
				}
			}
		}
	}
}

/// The tick at which a live job moves on.
pub fn due(job: JobId) -> Tick {
	Live::get(job).unwrap().due
}

/// The shares by which a job ended; none while it is live.
pub fn ended(job: JobId) -> Option<Vec<Perbill>> {
	Ended::get(job).map(|verdict| verdict.iter().map(|line| line.share).collect())
}

pub fn supplier(who: AccountId) -> Supplier {
	Suppliers::<Test>::get(who).unwrap()
}

pub fn held(who: AccountId) -> Balance {
	Balances::balance_on_hold(&HoldReason::SupplierBond.into(), &who)
}

pub fn free(who: AccountId) -> Balance {
	Balances::free_balance(who)
}

pub fn events() -> Vec<Event<Test>> {
	System::read_events_for_pallet::<Event<Test>>()
}

pub fn last_event() -> Event<Test> {
	events().pop().unwrap()
}

/// A chain with the suppliers above.
pub fn ext() -> sp_io::TestExternalities {
	let genesis = RuntimeGenesisConfig {
		balances: pallet_balances::GenesisConfig {
			balances: (ALICE..=PAYER).map(|who| (who, TOKENS)).collect(),
			..Default::default()
		},
		contribution: pallet_contribution::GenesisConfig {
			suppliers: [BOB, CHARLIE, DAVE, EVE].map(|who| (who, BOND, EVERY_CLASS)).to_vec(),
		},
		..Default::default()
	};
	let mut ext: sp_io::TestExternalities = genesis.build_storage().unwrap().into();
	ext.execute_with(|| System::set_block_number(1));
	ext
}

/// Run a test, and check the invariants after it.
pub fn build_and_execute(test: impl FnOnce()) {
	ext().execute_with(|| {
		test();
		assert_ok!(Pallet::<Test>::do_try_state());
	});
}

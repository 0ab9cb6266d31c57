//! The real token, and jobs that are a table: what is due is asked of the panel, and what it finds ends the job.

pub use crate::{
	Answer, Error, Event, Fault, Findings, FindingsQueue, HoldReason, Pallet, Panels, Phase, Reputation, Reputations,
	Reviews, Ringers, SamplingTerms, SeatCounts, Seats, Stage, Verifier, Verifiers, REDRAW, RETRY, ROUNDS,
};
pub use bme_primitives::{
	Balance, ByClass, ByPool, Class, Convened, Deliberation, EpochIndex, EvidenceKind, JobId, JobParties, Jobs as _,
	Lots, Opinion, Panels as _, Pool, Roles, Sampling, SupplierTerms, SupplierVerdict, Suppliers, Tick, Verdict, TOKEN,
};
pub use frame_support::{assert_noop, assert_ok};
pub use sp_core::H256;
pub use sp_runtime::{DispatchError, DispatchResult, Perbill};

use crate as pallet_verification;
use crate::CreditOf;
use bme_primitives::{EpochClock, Liabilities, Moment, PointsBook};
use codec::{Decode, Encode};
use frame_support::{
	derive_impl, parameter_types, storage_alias,
	traits::{fungible::InspectHold, Get, Imbalance, OnUnbalanced, Randomness, SortedMembers},
	weights::{Weight, WeightMeter},
	Twox64Concat,
};
use sp_runtime::BuildStorage;

pub type AccountId = u64;

pub const PAYER: AccountId = 1;
pub const CONSUMER: AccountId = 2;
pub const BOB: AccountId = 3;
pub const CHARLIE: AccountId = 4;
pub const ASSESSOR: AccountId = 5;
/// Has tokens and is nobody.
pub const STRANGER: AccountId = 6;
pub const AUDITOR: AccountId = 7;
pub const OWNER: AccountId = 8;
/// The first of as many verifiers as a panel has, each with a seat in every class from genesis.
pub const VERIFIER: AccountId = 100;
pub const VERIFIERS: [AccountId; 5] = [100, 101, 102, 103, 104];

pub const SEAT: Balance = 1_000 * TOKEN;
pub const TOKENS: Balance = 10_000 * TOKEN;
pub const BURN: Balance = 40 * TOKEN;
/// A tenth of it.
pub const DISPUTE_BOND: Balance = 4 * TOKEN;
pub const MIN_DISPUTE_BOND: Balance = TOKEN;
pub const LIABILITY: Balance = 10 * TOKEN;
/// What the suppliers of a job cannot earn of what it burned.
pub const SPARE: Balance = 2 * TOKEN + 3;
pub const SLASH: Balance = 100 * TOKEN;
pub const COMMIT: Tick = 30;
pub const REVEAL: Tick = 40;
pub const REVIEW: Tick = 500;
pub const RESULT: [u8; 32] = [7; 32];
pub const SALT: [u8; 32] = [1; 32];
pub const WHOLE: Perbill = Perbill::one();

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Balances: pallet_balances,
		Verification: pallet_verification,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

parameter_types! {
	pub const ExistentialDeposit: Balance = TOKEN / 1000;
	pub const SeatBond: Balance = SEAT;
	pub const PanelSize: u32 = 5;
	pub const Quorum: u32 = 3;
	pub const CommitWindow: ByClass<Tick> = ByClass { agent: COMMIT, inference: COMMIT + 1, training: COMMIT + 2 };
	pub const RevealWindow: Tick = REVEAL;
	pub const ReviewWindow: Tick = REVIEW;
	pub const Tolerance: Perbill = Perbill::from_percent(20);
	pub const Threshold: Perbill = Perbill::from_percent(50);
	pub const Slash: Perbill = Perbill::from_percent(10);
	pub const DisputeRate: Perbill = Perbill::from_percent(10);
	pub const MinDisputeBond: Balance = MIN_DISPUTE_BOND;

	pub storage Now: Tick = 1;
	pub storage NextJob: JobId = 0;
	/// What was burned through the ledger.
	pub storage Burned: Balance = 0;
	/// What the randomness is made of, and the block from which on it was known.
	pub storage Seed: u64 = 0;
	pub storage KnownSince: u64 = 0;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type Balance = Balance;
	type ExistentialDeposit = ExistentialDeposit;
}

impl pallet_verification::Config for Test {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Jobs = Table;
	type Liabilities = Table;
	type Epoch = Table;
	type Points = Table;
	type Randomness = Lottery;
	type Phase = PhaseOfSession;
	type ManageOrigin = frame_system::EnsureRoot<Self::AccountId>;
	type Auditors = Auditors;
	type SeatBond = SeatBond;
	type PanelSize = PanelSize;
	type Quorum = Quorum;
	type CommitWindow = CommitWindow;
	type RevealWindow = RevealWindow;
	type ReviewWindow = ReviewWindow;
	type Tolerance = Tolerance;
	type Threshold = Threshold;
	type Slash = Slash;
	type Slashed = Ledger;
	type DisputeRate = DisputeRate;
	type MinDisputeBond = MinDisputeBond;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Lottery;
}

/// What a test says, else the first part of a session.
pub struct PhaseOfSession;
#[storage_alias(verbatim)]
pub type FixedPhase = StorageValue<PhaseOfSession, Phase>;
impl Get<Phase> for PhaseOfSession {
	fn get() -> Phase {
		FixedPhase::get().unwrap_or(Phase::Drawing)
	}
}

/// Have a verifier change its seats or its bond in the part of a session that is for it.
pub fn seating<R>(change: impl FnOnce() -> R) -> R {
	FixedPhase::put(Phase::Seating);
	let result = change();
	FixedPhase::kill();
	result
}

pub fn take_seat(who: AccountId, class: Class) -> DispatchResult {
	seating(|| Verification::take_seat(signed(who), class))
}

pub fn leave_seat(who: AccountId, class: Class, seat: u32) -> DispatchResult {
	seating(|| Verification::leave_seat(signed(who), class, seat))
}

pub fn bond(who: AccountId) -> DispatchResult {
	seating(|| Verification::bond(signed(who)))
}

pub struct Lottery;
impl Randomness<H256, u64> for Lottery {
	fn random(subject: &[u8]) -> (H256, u64) {
		let hash = sp_io::hashing::blake2_256(&(subject, Seed::get()).encode());
		(hash.into(), KnownSince::get())
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper for Lottery {
	fn begin_seating() {
		FixedPhase::put(Phase::Seating);
	}

	fn know_randomness() {
		FixedPhase::put(Phase::Drawing);
		KnownSince::set(&(System::block_number() + 1));
	}
}

pub struct Auditors;
impl SortedMembers<AccountId> for Auditors {
	fn sorted_members() -> Vec<AccountId> {
		vec![AUDITOR]
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn add(_: &AccountId) {}
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
	pub class: Class,
	pub evidence: EvidenceKind,
	pub assessor: Option<AccountId>,
	pub minima: Vec<(AccountId, Perbill)>,
	pub roles: Roles<AccountId>,
	pub standing: Verdict,
	pub burn: Balance,
	pub due: Tick,
}

pub struct Table;
#[storage_alias(verbatim)]
pub type Live = StorageMap<Table, Twox64Concat, JobId, Job>;
/// How each job ended; nothing where a panel was hung.
#[storage_alias(verbatim)]
pub type Ended = StorageMap<Table, Twox64Concat, JobId, Option<Verdict>>;
/// The points book.
#[storage_alias(verbatim)]
pub type Points = StorageMap<Table, Twox64Concat, AccountId, u128, frame_support::pallet_prelude::ValueQuery>;
/// Who lost which liability: supplier, harmed, panel.
#[storage_alias(verbatim)]
pub type Punished = StorageMap<Table, Twox64Concat, AccountId, (Balance, AccountId, Vec<AccountId>)>;
/// Whose liability was released.
#[storage_alias(verbatim)]
pub type Released = StorageMap<Table, Twox64Concat, AccountId, Balance>;

impl bme_primitives::Jobs<AccountId> for Table {
	fn parties(job: JobId) -> Option<JobParties<AccountId>> {
		let terms = |(account, min_share)| SupplierTerms { account, min_share };
		Live::get(job).map(|job| JobParties {
			payer: PAYER,
			consumer: CONSUMER,
			assessor: job.assessor,
			class: job.class,
			evidence: job.evidence,
			payees: job.minima.len() as u32,
			suppliers: Suppliers::truncate_from(job.minima.into_iter().map(terms).collect()),
			roles: job.roles,
			is_young: false,
			burn: job.burn,
		})
	}

	fn due_in(job: JobId, ticks: Tick) {
		Live::mutate_extant(job, |job| job.due = Now::get() + ticks);
	}

	fn settle(_: JobId, _: Verdict) -> DispatchResult {
		Ok(())
	}

	fn young_weight(_: u32) -> Weight {
		Weight::zero()
	}

	fn scaled(window: Tick) -> Tick {
		window
	}

	fn now() -> Tick {
		Now::get()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_job(_: &AccountId, assessor: Option<&AccountId>, suppliers: &[AccountId]) -> JobId {
		let share = Perbill::from_rational(1, suppliers.len() as u32);
		let mut minima: Vec<_> = suppliers.iter().map(|who| (*who, share)).collect();
		let left = minima.iter().fold(WHOLE, |left, (_, share)| left - *share);
		minima[0].1 = share + left;
		Build {
			class: Class::Inference,
			evidence: EvidenceKind::Proof,
			assessor: assessor.copied(),
			minima,
			roles: Roles::default(),
		}
		.begin()
	}
}

impl Liabilities<AccountId> for Table {
	fn pardon(who: &AccountId, liability: Balance) {
		Released::insert(who, liability);
	}

	fn punish(who: &AccountId, liability: Balance, harmed: &AccountId, panel: &[AccountId]) {
		Punished::insert(who, (liability, harmed, panel.to_vec()));
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_liable(_: &AccountId, _: Balance) {}
}

impl EpochClock for Table {
	fn current() -> EpochIndex {
		3
	}

	fn length() -> Moment {
		0
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_open() {}
}

impl PointsBook<AccountId> for Table {
	fn credit(epoch: EpochIndex, pool: Pool, who: &AccountId, points: u128) {
		assert_eq!((epoch, pool), (3, Pool::Work));
		Points::mutate(who, |sum| *sum += points);
	}

	fn totals(_: EpochIndex) -> ByPool<u128> {
		ByPool::default()
	}

	fn points(_: EpochIndex, _: &AccountId) -> ByPool<u128> {
		ByPool::default()
	}

	fn take(_: EpochIndex, _: &AccountId) -> ByPool<u128> {
		ByPool::default()
	}

	fn first(_: EpochIndex) -> Option<AccountId> {
		None
	}
}

/// A job in review: an agent's, of Bob alone, attested, that stands whole, unless the test says otherwise.
pub struct Build {
	pub class: Class,
	pub evidence: EvidenceKind,
	pub assessor: Option<AccountId>,
	pub minima: Vec<(AccountId, Perbill)>,
	pub roles: Roles<AccountId>,
}

impl Default for Build {
	fn default() -> Self {
		Self {
			class: Class::Agent,
			evidence: EvidenceKind::None,
			assessor: None,
			minima: vec![(BOB, WHOLE)],
			roles: Roles::default(),
		}
	}
}

impl Build {
	/// Of Bob and Charlie, a fifth each at least, stated half and half by an assessor.
	pub fn shared() -> Self {
		Self {
			class: Class::Training,
			assessor: Some(ASSESSOR),
			minima: vec![(BOB, percent(20)), (CHARLIE, percent(20))],
			..Self::default()
		}
	}

	pub fn begin(self) -> JobId {
		let job = NextJob::get();
		NextJob::set(&(job + 1));
		let share = Perbill::from_rational(1, self.minima.len() as u32);
		let line = |_| SupplierVerdict {
			share,
			quality: WHOLE,
			attested: true,
			condemned: false,
		};
		let standing = Verdict::truncate_from(self.minima.iter().map(line).collect());
		let live = Job {
			class: self.class,
			evidence: self.evidence,
			assessor: self.assessor,
			minima: self.minima,
			roles: self.roles,
			standing,
			burn: BURN,
			due: Tick::MAX,
		};
		Live::insert(job, live);
		job
	}
}

pub const fn percent(percent: u32) -> Perbill {
	Perbill::from_percent(percent)
}

pub fn percents(parts: &[u32]) -> Suppliers<Perbill> {
	Suppliers::truncate_from(parts.iter().map(|part| percent(*part)).collect())
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn parties(job: JobId) -> JobParties<AccountId> {
	Table::parties(job).unwrap()
}

/// Have a panel asked for.
pub fn convene(job: JobId, disputed_by: Option<AccountId>) -> Result<Convened, DispatchError> {
	let parties = parties(job);
	let asks_shares = parties.assessor.is_some() && disputed_by.is_some();
	let convened = Verification::convene(job, &parties, disputed_by.as_ref(), asks_shares)?;
	if let Convened::Panel(ticks) = convened {
		Table::due_in(job, ticks);
	}
	Ok(convened)
}

/// A new job of Bob's that its consumer disputes, whose panel is drawn.
pub fn disputed() -> JobId {
	drawn(Build::default(), Some(CONSUMER))
}

/// A new job whose panel is drawn.
pub fn drawn(build: Build, disputed_by: Option<AccountId>) -> JobId {
	let job = build.begin();
	assert!(matches!(convene(job, disputed_by), Ok(Convened::Panel(_))));
	know_randomness();
	pass(RETRY);
	job
}

/// The randomness that was unknown until now is known from now on.
pub fn know_randomness() {
	System::set_block_number(System::block_number() + 2);
	KnownSince::set(&(System::block_number() - 1));
	Seed::set(&(Seed::get() + 1));
}

pub fn members(job: JobId) -> Vec<AccountId> {
	Panels::<Test>::get(job)
		.map(|panel| panel.members.iter().map(|member| member.who).collect())
		.unwrap_or_default()
}

pub fn stage(job: JobId) -> Option<Stage> {
	Panels::<Test>::get(job).map(|panel| panel.stage)
}

/// An opinion on a job of one supplier that cannot be run again.
pub fn quality(quality: u32) -> Opinion {
	Opinion {
		qualities: percents(&[quality]),
		shares: None,
		output: None,
	}
}

pub fn commit(who: AccountId, job: JobId, round: u8, opinion: &Opinion) -> DispatchResult {
	let commitment = Verification::commitment_of(job, round, &who, opinion, SALT);
	Verification::commit(signed(who), job, round, commitment)
}

pub fn reveal(who: AccountId, job: JobId, round: u8, opinion: &Opinion) -> DispatchResult {
	Verification::reveal(signed(who), job, round, opinion.clone(), SALT)
}

/// Have the members of a panel say this, in their order, until it has found something.
pub fn judge(job: JobId, opinions: &[Opinion]) {
	let said: Vec<_> = members(job).into_iter().zip(opinions).collect();
	for (who, opinion) in &said {
		assert_ok!(commit(*who, job, 0, opinion));
	}
	pass(if said.len() == members(job).len() {
		1
	} else {
		COMMIT + 2
	});
	for (who, opinion) in &said {
		assert_ok!(reveal(*who, job, 0, opinion));
	}
	pass(1);
}

/// [`judge`] by the qualities of one supplier.
pub fn judge_by(job: JobId, qualities: &[u32]) {
	let opinions: Vec<_> = qualities.iter().map(|one| quality(*one)).collect();
	judge(job, &opinions);
}

/// Let ticks pass; jobs that are due move on, and findings stand.
pub fn pass(ticks: Tick) {
	for _ in 0..ticks {
		Now::set(&(Now::get() + 1));
		Verification::process_reviews(&mut WeightMeter::new());
		let due: Vec<_> = Live::iter()
			.filter(|(_, job)| job.due <= Now::get())
			.map(|(id, _)| id)
			.collect();
		for job in due {
			move_on(job);
		}
	}
}

/// What `pallet-contribution` and `pallet-bme` do with a job that is due.
fn move_on(job: JobId) {
	let live = Live::get(job).unwrap();
	match Verification::due(job, &parties(job), &live.standing).0 {
		Deliberation::Wait(ticks) => Table::due_in(job, ticks),
		Deliberation::Found(verdict) => end(job, Some(verdict)),
		Deliberation::Hung => end(job, None),
	}
}

/// End a job as `pallet-bme` does.
pub fn end(job: JobId, verdict: Option<Verdict>) {
	Verification::close(job, SPARE);
	let live = Live::take(job).unwrap();
	for ((supplier, _), line) in live.minima.iter().zip(verdict.iter().flatten()) {
		if line.condemned {
			Verification::condemn(job, supplier, LIABILITY);
		}
	}
	Ended::insert(job, verdict);
}

/// The verdict by which a job ended.
pub fn verdict(job: JobId) -> Vec<SupplierVerdict> {
	Ended::get(job)
		.expect("the job ended")
		.expect("a panel found something")
		.into_inner()
}

pub fn verifier(who: AccountId) -> Verifier {
	Verifiers::<Test>::get(who).unwrap()
}

/// What a verifier lost of its bond.
pub fn lost(who: AccountId) -> Balance {
	3 * SEAT - verifier(who).bond
}

pub fn held(reason: HoldReason, who: AccountId) -> Balance {
	Balances::balance_on_hold(&reason.into(), &who)
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

/// A chain with the verifiers above.
pub fn ext() -> sp_io::TestExternalities {
	let rich = [PAYER, CONSUMER, BOB, CHARLIE, ASSESSOR, STRANGER, AUDITOR]
		.into_iter()
		.chain(VERIFIERS);
	let genesis = RuntimeGenesisConfig {
		balances: pallet_balances::GenesisConfig {
			balances: rich.map(|who| (who, TOKENS)).collect(),
			..Default::default()
		},
		verification: pallet_verification::GenesisConfig {
			verifiers: VERIFIERS.to_vec(),
			sampling: Sampling::default(),
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

//! A runtime with the real token and a real fiat asset, and a price, a clock and a merit side that do what they are told.
//!
//! Everything injected lives in storage, so that a call that fails takes back what it told the mocks.

use super::*;
use crate as pallet_bme;
use bme_economics::{ByClass, Direction, PriceFacts, Schedule, TableRow, Term, DAY};
use bme_primitives::{
	Due, EvidenceKind, JobSpec, Judge, Moment, PointsBook, PriceSource, ReceiptKey, ReceiptKeys, Roles, Verdict,
	YoungFiat, YoungLot, YoungLots,
};
use frame_support::{
	derive_impl, parameter_types,
	storage::types::ValueQuery,
	storage_alias,
	traits::{
		fungible::{Balanced, HoldConsideration},
		tokens::Precision,
		AsEnsureOriginWithArg, EitherOf, EnsureOrigin, Footprint, OnUnbalanced, Time,
	},
	PalletId, Twox64Concat,
};
use frame_system::{EnsureRoot, EnsureRootWithSuccess, EnsureSigned, RawOrigin};
use sp_runtime::{
	traits::{Convert, Dispatchable, IdentityLookup},
	BuildStorage, DispatchError,
};

pub type AccountId = u128;

pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CHARLIE: AccountId = 3;
pub const DAVE: AccountId = 4;
pub const EVE: AccountId = 5;
/// An account that does not exist.
pub const FERDIE: AccountId = 6;
/// Owns, issues and freezes the fiat asset.
pub const ADMIN: AccountId = 7;
pub const TREASURY: AccountId = 8;
/// Has the bonds of all suppliers.
pub const BONDS: AccountId = 9;

pub const FIAT: u32 = 1;
pub const EXISTENTIAL_DEPOSIT: Balance = TOKEN / 1000;
pub const TOKENS: Balance = 1_000_000 * TOKEN;
pub const FIAT_FUNDS: Balance = 2_000_000 * USD;
/// When the first block is.
pub const START: Moment = 1_800_000_000_000;
/// Scheduled a day.
pub const SCHEDULED: Balance = 1_000 * TOKEN;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Balances: pallet_balances,
		Assets: pallet_assets,
		AssetsHolder: pallet_assets_holder,
		Bme: pallet_bme,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

parameter_types! {
	pub const ExistentialDeposit: Balance = EXISTENTIAL_DEPOSIT;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type Balance = Balance;
	type DustRemoval = BurnDust<Test>;
	type ExistentialDeposit = ExistentialDeposit;
}

#[derive_impl(pallet_assets::config_preludes::TestDefaultConfig)]
impl pallet_assets::Config for Test {
	type Balance = Balance;
	type CreateOrigin = AsEnsureOriginWithArg<EnsureSigned<AccountId>>;
	type Currency = Balances;
	type ForceOrigin = EnsureRoot<AccountId>;
	type Holder = AssetsHolder;
}

impl pallet_assets_holder::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeHoldReason = RuntimeHoldReason;
}

parameter_types! {
	pub const FiatId: u32 = FIAT;
	pub const BmePalletId: PalletId = PalletId(*b"bme/pots");
	pub const TreasuryAccount: AccountId = TREASURY;
	pub const MinJobPrice: Balance = USD / 100;
	pub const MaxJobPrice: Balance = 1_000_000 * USD;
	pub const MaxAcceptWindow: Tick = 600;
	pub const MaxAttestWindow: ByClass<Tick> = ByClass { agent: 600, inference: 14_400, training: 432_000 };
	pub const CancelFee: Perbill = Perbill::from_percent(1);
	pub const LiabilityRate: Perbill = Perbill::from_percent(5);
	pub const MinLiability: Balance = TOKEN;
	pub const BlockTime: Moment = 6_000;
	pub const HistoryDepth: EpochIndex = 3;
	pub const PolicyDelay: EpochIndex = 2;
	pub const MaxPause: Moment = DAY;
	pub const MinPauseGap: Moment = 7 * DAY;
	pub const Loosest: Direction = Direction::Loosens;
	pub const CandidateReason: RuntimeHoldReason = RuntimeHoldReason::Bme(HoldReason::PolicyCandidate);
}

/// One account may tighten the policy and not loosen it.
pub struct Tightener;
impl EnsureOrigin<RuntimeOrigin> for Tightener {
	type Success = Direction;

	fn try_origin(origin: RuntimeOrigin) -> Result<Direction, RuntimeOrigin> {
		match origin.clone().into() {
			Ok(RawOrigin::Signed(CHARLIE)) => Ok(Direction::Tightens),
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		Ok(RuntimeOrigin::signed(CHARLIE))
	}
}

/// A token for a candidate, and a thousandth of one for each of its bytes.
pub struct CandidateDeposit;
impl Convert<Footprint, Balance> for CandidateDeposit {
	fn convert(footprint: Footprint) -> Balance {
		TOKEN * footprint.count as Balance + TOKEN / 1000 * footprint.size as Balance
	}
}

impl pallet_bme::Config for Test {
	type Currency = Balances;
	type Fiat = Assets;
	type FiatHolds = AssetsHolder;
	type FiatId = FiatId;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Judge = Merit;
	type Points = Merit;
	type Price = Feed;
	type Time = Clock;
	type PalletId = BmePalletId;
	type TreasuryAccount = TreasuryAccount;
	type YoungFiat = Youth;
	type RevenueOrigin = EnsureRoot<AccountId>;
	type MinJobPrice = MinJobPrice;
	type MaxJobPrice = MaxJobPrice;
	type MaxAcceptWindow = MaxAcceptWindow;
	type MaxAttestWindow = MaxAttestWindow;
	type CancelFee = CancelFee;
	type LiabilityRate = LiabilityRate;
	type MinLiability = MinLiability;
	type BlockTime = BlockTime;
	type HistoryDepth = HistoryDepth;
	type AdoptOrigin = EitherOf<EnsureRootWithSuccess<AccountId, Loosest>, Tightener>;
	type CancelOrigin = EnsureRoot<AccountId>;
	type PolicyDelay = PolicyDelay;
	type PauseOrigin = EnsureRoot<AccountId>;
	type MaxPause = MaxPause;
	type MinPauseGap = MinPauseGap;
	type CandidateConsideration = HoldConsideration<AccountId, Balances, CandidateReason, CandidateDeposit>;
	type WeightInfo = ();
}

parameter_types! {
	pub storage Now: Moment = START;
	/// Median, average, confidence and margin; none while the price is stale.
	pub storage Facts: Option<(FixedU128, FixedU128, FixedU128, Perbill)> = Some(facts(0.50, 0.50, 0.01, 0));
	/// The most open liabilities that a supplier's bond covers.
	pub storage Bond: Balance = 100_000 * TOKEN;
}

pub struct Clock;
impl Time for Clock {
	type Moment = Moment;
	fn now() -> Moment {
		Now::get()
	}
}

/// Prices in USD, the margin in per cent.
pub fn facts(median: f64, ema: f64, confidence: f64, margin: u32) -> (FixedU128, FixedU128, FixedU128, Perbill) {
	let price = FixedU128::from_float;
	(
		price(median),
		price(ema),
		price(confidence),
		Perbill::from_percent(margin),
	)
}

pub struct Feed;
impl PriceSource for Feed {
	fn facts() -> Option<PriceFacts> {
		Facts::get().map(|(median, ema, confidence, margin)| PriceFacts {
			median,
			ema,
			confidence,
			margin,
		})
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_fresh() {
		Facts::set(&Some(facts(1.0, 1.0, 0.0, 0)));
	}
}

/// Liabilities open on each bond.
#[storage_alias(verbatim)]
pub type Liabilities = StorageMap<Merit, Twox64Concat, AccountId, Balance, ValueQuery>;
/// The suppliers of each job that began and did not end.
#[storage_alias(verbatim)]
pub type Begun = StorageMap<Merit, Twox64Concat, JobId, u32>;
/// What the judge says of a due job. Where it says nothing, nobody attested.
#[storage_alias(verbatim)]
pub type Verdicts = StorageMap<Merit, Twox64Concat, JobId, Verdict>;
/// How long the judge asks to wait, once, before it says anything.
#[storage_alias(verbatim)]
pub type Waits = StorageMap<Merit, Twox64Concat, JobId, Tick>;
/// What each job that ended burned and its suppliers cannot earn.
#[storage_alias(verbatim)]
pub type Spare = StorageMap<Merit, Twox64Concat, JobId, Balance>;
/// Liabilities that stay open for a review, by account.
#[storage_alias(verbatim)]
pub type Condemned = StorageMap<Merit, Twox64Concat, AccountId, Balance, ValueQuery>;
/// The points book.
#[storage_alias(verbatim)]
pub type Rows = StorageDoubleMap<Merit, Twox64Concat, EpochIndex, Twox64Concat, AccountId, ByPool<u128>, ValueQuery>;

/// What it costs to ask the judge.
pub const JUDGING: Weight = Weight::from_parts(1_000, 0);
pub const BOND_TOO_LOW: DispatchError = DispatchError::Other("the bond does not cover one more liability");

pub struct Merit;
impl Judge<AccountId> for Merit {
	fn accepts(evidence: EvidenceKind) -> bool {
		evidence != EvidenceKind::Tee
	}

	fn open(who: &AccountId, _: Class, liability: Balance) -> DispatchResult {
		let open = Liabilities::get(who) + liability;
		ensure!(open <= Bond::get(), BOND_TOO_LOW);
		Liabilities::insert(who, open);
		Ok(())
	}

	fn release(who: &AccountId, liability: Balance) {
		Liabilities::mutate(who, |open| *open -= liability);
	}

	fn forfeit(who: &AccountId, liability: Balance, payee: &AccountId) -> Balance {
		Self::release(who, liability);
		let half = liability / 2;
		assert_ok!(Balances::transfer(&BONDS, payee, half, Preservation::Expendable));
		let rest = Balances::withdraw(
			&BONDS,
			liability - half,
			Precision::Exact,
			Preservation::Expendable,
			Fortitude::Force,
		);
		BurnForfeits::<Test>::on_unbalanced(rest.unwrap());
		half
	}

	fn begin(job: JobId, suppliers: u32) {
		Begun::insert(job, suppliers);
	}

	fn condemn(_: JobId, who: &AccountId, liability: Balance) {
		Condemned::mutate(who, |condemned| *condemned += liability);
	}

	fn due(job: JobId) -> (Due, Weight) {
		let due = match Waits::take(job) {
			Some(ticks) => Due::Wait(ticks),
			None => Due::Settle(Verdicts::get(job).unwrap_or_else(|| nobody_attested(Begun::get(job).unwrap()))),
		};
		(due, JUDGING)
	}

	fn due_weight() -> Weight {
		JUDGING
	}

	fn close(job: JobId, spare: Balance) {
		Spare::insert(job, spare);
		Begun::remove(job);
		Verdicts::remove(job);
		Waits::remove(job);
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_supplier(_: &AccountId) {}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_attest(job: JobId) {
		let shares = equal_shares(Begun::get(job).unwrap());
		let lines = shares.into_iter().map(|share| line(share, Perbill::one()));
		Verdicts::insert(job, Verdict::truncate_from(lines.collect()));
	}
}

impl PointsBook<AccountId> for Merit {
	fn credit(epoch: EpochIndex, pool: Pool, who: &AccountId, points: u128) {
		Rows::mutate(epoch, who, |row| *pool.of_mut(row) += points);
	}

	fn totals(epoch: EpochIndex) -> ByPool<u128> {
		let mut totals = ByPool::default();
		for row in Rows::iter_prefix_values(epoch) {
			for pool in Pool::ALL {
				*pool.of_mut(&mut totals) += *pool.of(&row);
			}
		}
		totals
	}

	fn points(epoch: EpochIndex, who: &AccountId) -> ByPool<u128> {
		Rows::get(epoch, who)
	}

	fn take(epoch: EpochIndex, who: &AccountId) -> ByPool<u128> {
		Rows::take(epoch, who)
	}

	fn first(epoch: EpochIndex) -> Option<AccountId> {
		Rows::iter_key_prefix(epoch).next()
	}
}

/// Young fiat: who has how much of which receipt.
#[storage_alias(verbatim)]
pub type Young = StorageDoubleMap<Youth, Twox64Concat, AccountId, Twox64Concat, ReceiptKey, Balance, ValueQuery>;
/// Receipts that were taken back.
#[storage_alias(verbatim)]
pub type TakenBack = StorageMap<Youth, Twox64Concat, ReceiptKey, ()>;

pub struct Youth;
impl YoungFiat<AccountId> for Youth {
	fn take(who: &AccountId, receipts: &ReceiptKeys, amount: Balance) -> YoungLots {
		let mut left = amount;
		let lots = receipts.iter().filter_map(|receipt| {
			let row = Young::get(who, receipt);
			let amount = row.min(left);
			left -= amount;
			Young::insert(who, receipt, row - amount);
			let receipt = *receipt;
			(amount > 0).then_some(YoungLot { receipt, amount })
		});
		YoungLots::truncate_from(lots.collect())
	}

	fn give(who: &AccountId, lot: YoungLot) -> Balance {
		if TakenBack::contains_key(lot.receipt) {
			return 0;
		}
		Young::mutate(who, lot.receipt, |row| *row += lot.amount);
		lot.amount
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_issue(who: &AccountId, amount: Balance) -> ReceiptKeys {
		let receipts = (0..bme_primitives::MAX_LOTS as u8).map(receipt);
		receipts.clone().for_each(|receipt| Young::insert(who, receipt, amount));
		ReceiptKeys::truncate_from(receipts.collect())
	}
}

pub fn receipt(index: u8) -> ReceiptKey {
	ReceiptKey {
		provider: 1,
		reference: [index; 32].into(),
	}
}

/// The receipts of which an account has young fiat, as many as a job may spend.
pub fn young_receipts(who: AccountId) -> ReceiptKeys {
	ReceiptKeys::truncate_from(Young::iter_key_prefix(who).collect())
}

/// All young fiat of an account.
pub fn young(who: AccountId) -> Balance {
	Young::iter_prefix_values(who).sum()
}

pub fn equal_shares(suppliers: u32) -> Vec<Perbill> {
	bme_economics::scale_to_one(&vec![Perbill::one(); suppliers as usize]).unwrap()
}

fn nobody_attested(suppliers: u32) -> Verdict {
	let absent = |share| SupplierVerdict {
		attested: false,
		..line(share, Perbill::zero())
	};
	Verdict::truncate_from(equal_shares(suppliers).into_iter().map(absent).collect())
}

fn line(share: Perbill, quality: Perbill) -> SupplierVerdict {
	SupplierVerdict {
		condemned: false,
		share,
		quality,
		attested: true,
	}
}

/// A verdict of suppliers that attested: share and quality in per cent.
pub fn verdict<const N: usize>(lines: [(u32, u32); N]) -> Verdict {
	let percent = Perbill::from_percent;
	Verdict::truncate_from(
		lines
			.map(|(share, quality)| line(percent(share), percent(quality)))
			.to_vec(),
	)
}

/// The default policy, but with a schedule of [`SCHEDULED`] tokens each day.
pub fn policy() -> bme_economics::Policy {
	bme_economics::Policy {
		schedule: daily(SCHEDULED),
		..bme_economics::Policy::default_for(6 * TOKENS, DAY, FixedU128::from_rational(1, 2))
	}
}

/// A schedule of so many tokens at the end of each day, for a hundred years.
pub fn daily(amount: Balance) -> Schedule {
	let end = TableRow {
		from: 36_525 * DAY,
		amount: 0,
	};
	let rows = vec![TableRow { from: DAY, amount }, end];
	let term = Term::Table {
		rows: rows.try_into().unwrap(),
		period: DAY,
	};
	Schedule {
		terms: vec![term].try_into().unwrap(),
	}
}

pub fn new_test_ext() -> sp_io::TestExternalities {
	let rich = [ALICE, BOB, CHARLIE, DAVE, EVE, BONDS];
	let storage = RuntimeGenesisConfig {
		balances: pallet_balances::GenesisConfig {
			balances: rich.map(|who| (who, TOKENS)).to_vec(),
			..Default::default()
		},
		assets: pallet_assets::GenesisConfig {
			assets: vec![(FIAT, ADMIN, true, 1)],
			accounts: vec![(FIAT, ALICE, FIAT_FUNDS), (FIAT, EVE, FIAT_FUNDS)],
			..Default::default()
		},
		bme: pallet_bme::GenesisConfig {
			policy: Some(policy()),
			..Default::default()
		},
		..Default::default()
	};
	let mut ext: sp_io::TestExternalities = storage.build_storage().unwrap().into();
	ext.execute_with(|| System::set_block_number(1));
	ext
}

/// Run a test on a fresh chain, and check every invariant after it.
pub fn build_and_execute(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		test();
		assert_ok!(Bme::do_try_state());
	});
}

/// Dispatch a call as a block does: what fails leaves nothing behind.
pub fn dispatch(origin: RuntimeOrigin, call: Call<Test>) -> DispatchResult {
	RuntimeCall::from(call)
		.dispatch(origin)
		.map(|_| ())
		.map_err(|failed| failed.error)
}

fn signed(who: AccountId, call: Call<Test>) -> DispatchResult {
	dispatch(RuntimeOrigin::signed(who), call)
}

pub fn request_job(payer: AccountId, spec: JobSpecV1<AccountId>) -> DispatchResult {
	let spec = JobSpec::V1(spec);
	let receipts = young_receipts(payer);
	signed(payer, Call::request_job { spec, receipts })
}

pub fn accept_job(supplier: AccountId, job: JobId, min_share: Perbill) -> DispatchResult {
	signed(supplier, Call::accept_job { job, min_share })
}

pub fn cancel_job(payer: AccountId, job: JobId) -> DispatchResult {
	signed(payer, Call::cancel_job { job })
}

pub fn settle(who: AccountId, job: JobId) -> DispatchResult {
	signed(who, Call::settle { job })
}

pub fn payout(account: AccountId, epochs: &[EpochIndex]) -> DispatchResult {
	let epochs = epochs.to_vec().try_into().unwrap();
	signed(EVE, Call::payout { account, epochs })
}

pub fn claim_owed(account: AccountId, debt: Debt) -> DispatchResult {
	signed(EVE, Call::claim_owed { account, debt })
}

/// Ten dollars of an agent's work, by Bob.
pub fn spec() -> JobSpecV1<AccountId> {
	JobSpecV1 {
		consumer: ALICE,
		class: Class::Agent,
		price: 10 * USD,
		suppliers: terms(&[(BOB, 100)]),
		assessor: None,
		roles: Roles::default(),
		evidence: EvidenceKind::None,
		spec_hash: [7; 32],
		accept_within: 100,
		attest_within: 200,
		max_burn: Balance::MAX,
	}
}

/// Suppliers and their least shares in per cent.
pub fn terms(suppliers: &[(AccountId, u32)]) -> Suppliers<SupplierTerms<AccountId>> {
	let terms = suppliers.iter().map(|(account, percent)| SupplierTerms {
		account: *account,
		min_share: Perbill::from_percent(*percent),
	});
	Suppliers::truncate_from(terms.collect())
}

pub fn spec_of(suppliers: &[(AccountId, u32)]) -> JobSpecV1<AccountId> {
	JobSpecV1 {
		suppliers: terms(suppliers),
		..spec()
	}
}

/// Request a job; returns its number.
pub fn requested(payer: AccountId, spec: JobSpecV1<AccountId>) -> JobId {
	assert_ok!(request_job(payer, spec));
	NextJobId::<Test>::get() - 1
}

/// Request a job and have every supplier accept it.
pub fn begun(payer: AccountId, spec: JobSpecV1<AccountId>) -> JobId {
	let suppliers = spec.suppliers.clone();
	let job = requested(payer, spec);
	for terms in suppliers {
		assert_ok!(accept_job(terms.account, job, terms.min_share));
	}
	job
}

/// End a job by a verdict, as the judge does.
pub fn judged(job: JobId, verdict: Verdict) -> DispatchResult {
	frame_support::storage::with_storage_layer(|| <Bme as Jobs<AccountId>>::settle(job, verdict))
}

/// Let blocks pass whose hooks have all the weight they want.
pub fn ticks(blocks: u32) {
	(0..blocks).for_each(|_| poll(Weight::MAX));
}

/// Let one block pass whose mandatory part leaves this weight.
pub fn poll(limit: Weight) {
	let block = System::block_number() + 1;
	System::set_block_number(block);
	Bme::on_poll(block, &mut WeightMeter::with_limit(limit));
}

/// Let a block come at this time after [`START`].
pub fn block_at(since_start: Moment) {
	Now::set(&(START + since_start));
	ticks(1);
}

/// Close the open epoch on time.
pub fn close_epoch() {
	let epoch = CurrentEpoch::<Test>::get().unwrap();
	block_at(epoch.start + epoch.length - START);
}

/// Give a block's idle weight away.
pub fn idle(limit: Weight) -> Weight {
	Bme::on_idle(System::block_number(), limit)
}

pub fn credit(epoch: EpochIndex, pool: Pool, who: AccountId, points: u128) {
	<Merit as PointsBook<AccountId>>::credit(epoch, pool, &who, points);
}

/// Free tokens.
pub fn tokens(who: AccountId) -> Balance {
	Balances::free_balance(who)
}

pub fn held_tokens(who: AccountId) -> Balance {
	Balances::balance_on_hold(&HoldReason::JobBurn.into(), &who)
}

/// Free fiat.
pub fn fiat(who: AccountId) -> Balance {
	Assets::balance(FIAT, who)
}

pub fn held_fiat(who: AccountId) -> Balance {
	AssetsHolder::balance_on_hold(FIAT, &HoldReason::JobFiat.into(), &who)
}

/// Forbid an account to send or receive fiat.
pub fn block_fiat(who: AccountId) {
	assert_ok!(Assets::block(RuntimeOrigin::signed(ADMIN), FIAT, who));
}

pub fn thaw_fiat(who: AccountId) {
	assert_ok!(Assets::thaw(RuntimeOrigin::signed(ADMIN), FIAT, who));
}

/// What this pallet told since the chain began.
pub fn events() -> Vec<Event<Test>> {
	System::read_events_for_pallet::<Event<Test>>()
}

pub fn assert_event(event: Event<Test>) {
	assert!(events().contains(&event), "{event:?} is not among {:#?}", events());
}

/// Nothing of any job is left.
pub fn assert_no_job_left() {
	assert_eq!(crate::Jobs::<Test>::iter().count(), 0);
	assert_eq!(Agenda::<Test>::iter().count(), 0);
	assert_eq!(Begun::iter().count(), 0);
	assert!(Liabilities::iter_values().all(|open| open == 0));
	for who in [ALICE, BOB, CHARLIE, DAVE, EVE] {
		assert_eq!((held_tokens(who), held_fiat(who)), (0, 0));
	}
}

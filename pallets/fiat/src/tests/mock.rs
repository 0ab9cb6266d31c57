//! The pallet with real assets, and members and a clock that do what they are told.

use crate::{self as pallet_fiat, Call, Event, HoldReason, Provider, ProviderTerms, Receipt, ReceiptRecord};
use bme_primitives::{Balance, Moment, ProviderId, ReceiptKey, ReceiptKeys, Reference, YoungFiat, YoungLot, USD};
use frame_support::{
	assert_ok, derive_impl, parameter_types,
	traits::{
		fungibles::InspectHold, AsEnsureOriginWithArg, ConstU128, ConstU32, ConstU64, Hooks, SortedMembers, Time,
	},
	weights::Weight,
	PalletId,
};
use frame_system::{EnsureRoot, EnsureSigned};
use sp_core::H256;
use sp_runtime::{
	traits::{Dispatchable, IdentityLookup},
	BuildStorage, DispatchResult,
};

pub type AccountId = u128;

pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
/// An account that nobody can credit once it is blocked.
pub const CHARLIE: AccountId = 3;
pub const STRANGER: AccountId = 99;
/// Owns, issues and freezes the fiat asset.
pub const ADMIN: AccountId = 7;
/// Members: two of three have to agree.
pub const ONE: AccountId = 11;
pub const TWO: AccountId = 12;
pub const THREE: AccountId = 13;

pub const FIAT: u32 = 1;
pub const SECOND: Moment = 1_000;
pub const MINUTE: Moment = 60 * SECOND;
pub const HOUR: Moment = 60 * MINUTE;
pub const DAY: Moment = 24 * HOUR;
/// When the first block is.
pub const START: Moment = 1_800_000_000_000;
pub const MAX_AGE: Moment = 30 * DAY;
pub const KEEP: Moment = 31 * DAY;
pub const SKEW: Moment = 10 * MINUTE;
pub const TIMEOUT: Moment = 3 * DAY;

/// Takes back payments for sixty days.
pub const CARD: ProviderId = 1;
/// Never takes anything back.
pub const TRANSFER: ProviderId = 2;
pub const MATURITY: Moment = 60 * DAY;
pub const LIMIT: Balance = 1_000 * USD;
/// What Alice has at genesis.
pub const FUNDS: Balance = 500 * USD;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Balances: pallet_balances,
		Assets: pallet_assets,
		AssetsHolder: pallet_assets_holder,
		Fiat: pallet_fiat,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<1>;
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
	pub storage Now: Moment = START;
	pub storage Members: Vec<AccountId> = vec![ONE, TWO, THREE];
	pub const FiatPalletId: PalletId = PalletId(*b"bme/fiat");
}

pub struct Clock;
impl Time for Clock {
	type Moment = Moment;
	fn now() -> Moment {
		Now::get()
	}
}

pub struct Gateway;
impl SortedMembers<AccountId> for Gateway {
	fn sorted_members() -> Vec<AccountId> {
		Members::get()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn add(who: &AccountId) {
		let mut members = Members::get();
		assert!(
			!members.contains(who) && members.len() < 16,
			"as strict as pallet-membership"
		);
		members.push(*who);
		members.sort_unstable();
		Members::set(&members);
	}
}

impl pallet_fiat::Config for Test {
	type Fiat = Assets;
	type FiatHolds = AssetsHolder;
	type FiatId = ConstU32<FIAT>;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Time = Clock;
	type PalletId = FiatPalletId;
	type Members = Gateway;
	type MaxMembers = ConstU32<16>;
	type ManageOrigin = EnsureRoot<AccountId>;
	type MaxReceiptAge = ConstU64<MAX_AGE>;
	type KeepReceipts = ConstU64<KEEP>;
	type MaxClockSkew = ConstU64<SKEW>;
	type MaxMaturity = ConstU64<{ 180 * DAY }>;
	type MinRedemption = ConstU128<USD>;
	type RedemptionTimeout = ConstU64<TIMEOUT>;
	type WeightInfo = ();
}

pub fn terms(maturity: Moment, daily_limit: Balance) -> ProviderTerms {
	ProviderTerms { maturity, daily_limit }
}

pub fn genesis() -> RuntimeGenesisConfig {
	RuntimeGenesisConfig {
		balances: pallet_balances::GenesisConfig {
			balances: [ALICE, BOB, CHARLIE, ADMIN, ONE, TWO, THREE]
				.map(|who| (who, USD))
				.to_vec(),
			..Default::default()
		},
		assets: pallet_assets::GenesisConfig {
			assets: vec![(FIAT, ADMIN, true, 1)],
			accounts: vec![(FIAT, ALICE, FUNDS)],
			..Default::default()
		},
		fiat: pallet_fiat::GenesisConfig {
			providers: vec![(CARD, terms(MATURITY, LIMIT)), (TRANSFER, terms(0, LIMIT))],
			threshold: Some(2),
			..Default::default()
		},
		..Default::default()
	}
}

pub fn new_test_ext() -> sp_io::TestExternalities {
	let mut ext: sp_io::TestExternalities = genesis().build_storage().unwrap().into();
	ext.execute_with(|| System::set_block_number(1));
	ext
}

/// Run a test on a fresh chain, and check every invariant after it.
pub fn build_and_execute(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		block_at(START);
		test();
		assert_ok!(Fiat::do_try_state());
	});
}

/// A block at this moment, with all the idle weight there can be.
pub fn block_at(now: Moment) {
	Now::set(&now);
	let block = System::block_number() + 1;
	System::set_block_number(block);
	Fiat::on_idle(block, Weight::MAX);
}

/// Blocks, one a minute, until everything that was due by `end` is done.
pub fn run_to(end: Moment) {
	block_at(end);
	while crate::AgendaCursor::<Test>::get() <= (end / MINUTE) as u32 {
		block_at(end);
	}
}

/// Dispatch a call as a block does: what fails leaves nothing behind.
pub fn dispatch(origin: RuntimeOrigin, call: Call<Test>) -> DispatchResult {
	RuntimeCall::from(call)
		.dispatch(origin)
		.map(|_| ())
		.map_err(|failed| failed.error)
}

pub fn signed(who: AccountId, call: Call<Test>) -> DispatchResult {
	dispatch(RuntimeOrigin::signed(who), call)
}

pub fn reference(index: u64) -> Reference {
	H256::from_low_u64_be(index)
}

pub fn key(provider: ProviderId, index: u64) -> ReceiptKey {
	ReceiptKey {
		provider,
		reference: reference(index),
	}
}

/// A receipt of a payment to Bob, paid now.
pub fn receipt(provider: ProviderId, index: u64, amount: Balance) -> Receipt<AccountId> {
	Receipt {
		provider,
		reference: reference(index),
		beneficiary: BOB,
		amount,
		paid_at: Now::get(),
	}
}

pub fn attest(member: AccountId, receipts: &[Receipt<AccountId>]) -> DispatchResult {
	let receipts = receipts.to_vec().try_into().unwrap();
	signed(member, Call::attest_receipts { receipts })
}

pub fn attest_one(member: AccountId, receipt: &Receipt<AccountId>) -> DispatchResult {
	attest(member, std::slice::from_ref(receipt))
}

/// Two members attest a receipt; returns its key.
pub fn accept(receipt: Receipt<AccountId>) -> ReceiptKey {
	assert_ok!(attest_one(ONE, &receipt));
	assert_ok!(attest_one(TWO, &receipt));
	receipt.into_parts().0
}

pub fn reverse(member: AccountId, receipt: ReceiptKey) -> DispatchResult {
	signed(member, Call::reverse_receipt { receipt })
}

pub fn release(account: AccountId, receipt: ReceiptKey) -> DispatchResult {
	signed(STRANGER, Call::release { account, receipt })
}

pub fn redeem(who: AccountId, amount: Balance) -> DispatchResult {
	let payout = reference(77);
	signed(who, Call::redeem { amount, payout })
}

pub fn claim(member: AccountId, redemption: u64) -> DispatchResult {
	signed(member, Call::claim_redemption { redemption })
}

pub fn confirm(member: AccountId, redemption: u64) -> DispatchResult {
	let reference = reference(88);
	signed(member, Call::confirm_redemption { redemption, reference })
}

pub fn reject(member: AccountId, redemption: u64) -> DispatchResult {
	signed(member, Call::reject_redemption { redemption })
}

pub fn set_provider(provider: ProviderId, terms: ProviderTerms) {
	assert_ok!(dispatch(RuntimeOrigin::root(), Call::set_provider { provider, terms }));
}

pub fn provider(id: ProviderId) -> Provider {
	crate::Providers::<Test>::get()[&id]
}

pub fn record(key: ReceiptKey) -> ReceiptRecord<AccountId> {
	crate::Receipts::<Test>::get(key).unwrap()
}

/// Free fiat.
pub fn fiat(who: AccountId) -> Balance {
	Assets::balance(FIAT, who)
}

/// Young fiat of one receipt.
pub fn young(who: AccountId, key: ReceiptKey) -> Balance {
	crate::Young::<Test>::get(who, key)
}

pub fn held(who: AccountId) -> Balance {
	AssetsHolder::balance_on_hold(FIAT, &HoldReason::Redemption.into(), &who)
}

pub fn issuance() -> Balance {
	Assets::total_supply(FIAT)
}

/// Forbid an account to send or receive fiat.
pub fn block_fiat(who: AccountId) {
	assert_ok!(Assets::block(RuntimeOrigin::signed(ADMIN), FIAT, who));
}

pub fn thaw_fiat(who: AccountId) {
	assert_ok!(Assets::thaw(RuntimeOrigin::signed(ADMIN), FIAT, who));
}

/// What this pallet told in this test.
pub fn events() -> Vec<Event<Test>> {
	System::read_events_for_pallet::<Event<Test>>()
}

pub fn assert_event(event: Event<Test>) {
	assert!(events().contains(&event), "{event:?} is not among {:#?}", events());
}

/// The receipts of which an account has young fiat, as many as a job may spend.
pub fn young_receipts(who: AccountId) -> ReceiptKeys {
	ReceiptKeys::truncate_from(crate::Young::<Test>::iter_key_prefix(who).collect())
}

/// Have a job take young fiat of all receipts that it may.
pub fn take(who: AccountId, amount: Balance) -> Vec<YoungLot> {
	<Fiat as YoungFiat<_>>::take(&who, &young_receipts(who), amount).into_inner()
}

pub fn give(who: AccountId, lot: YoungLot) -> Balance {
	<Fiat as YoungFiat<_>>::give(&who, lot)
}

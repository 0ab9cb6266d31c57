//! The pallet with the real session pallet and its history.

use crate as pallet_validator_set;
use crate::{Event, HoldReason, Pallet, UnitIdentificationOf, Validators};
use frame_support::{
	assert_ok, derive_impl,
	traits::{fungible::InspectHold, ConstU32, ConstU64},
};
use frame_system::EnsureRoot;
use pallet_session::{
	disabling::UpToLimitWithReEnablingDisablingStrategy, historical, PeriodicSessions, TestSessionHandler,
};
use sp_runtime::{impl_opaque_keys, testing::UintAuthorityId, traits::ConvertInto, BuildStorage, RuntimeAppPublic};

pub const MIN: u32 = 2;
pub const MAX: u32 = 5;
pub const DEPOSIT: u64 = 10;
pub const BOND: u64 = 99;
pub const HISTORY: u32 = 3;

impl_opaque_keys! {
	pub struct Keys {
		pub dummy: UintAuthorityId,
	}
}

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Balances: pallet_balances,
		ValidatorSet: pallet_validator_set,
		Session: pallet_session,
		Historical: historical,
	}
);

type Block = frame_system::mocking::MockBlock<Test>;

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountData = pallet_balances::AccountData<u64>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
}

impl pallet_session::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = u64;
	type ValidatorIdOf = ConvertInto;
	type ShouldEndSession = PeriodicSessions<ConstU64<10>, ConstU64<10>>;
	type NextSessionRotation = PeriodicSessions<ConstU64<10>, ConstU64<10>>;
	type SessionManager = historical::NoteHistoricalRoot<Test, ValidatorSet>;
	type SessionHandler = TestSessionHandler;
	type Keys = Keys;
	type DisablingStrategy = UpToLimitWithReEnablingDisablingStrategy;
	type WeightInfo = ();
	type Currency = Balances;
	type KeyDeposit = ConstU64<DEPOSIT>;
}

impl historical::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type FullIdentification = ();
	type FullIdentificationOf = UnitIdentificationOf;
}

impl pallet_validator_set::Config for Test {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Bond = ConstU64<BOND>;
	type Slashed = ();
	type AdminOrigin = EnsureRoot<u64>;
	type MinValidators = ConstU32<MIN>;
	type MaxValidators = ConstU32<MAX>;
	type HistoryDepth = ConstU32<HISTORY>;
	type WeightInfo = ();
}

pub fn keys(seed: u64) -> Keys {
	Keys {
		dummy: UintAuthorityId(seed),
	}
}

/// A chain whose session pallet knows these validators at genesis, and nothing else is said.
pub fn ext(validators: &[u64]) -> sp_io::TestExternalities {
	let genesis = RuntimeGenesisConfig {
		balances: pallet_balances::GenesisConfig {
			balances: (1..=20).map(|who| (who, 1_000)).collect(),
			..Default::default()
		},
		session: pallet_session::GenesisConfig {
			keys: validators.iter().map(|who| (*who, *who, keys(*who))).collect(),
			..Default::default()
		},
		..Default::default()
	};
	let mut ext: sp_io::TestExternalities = genesis.build_storage().unwrap().into();
	ext.execute_with(|| System::set_block_number(1));
	ext
}

/// Run a test on validators 1, 2 and 3, and check the invariants after it.
pub fn build_and_execute(test: impl FnOnce()) {
	ext(&[1, 2, 3]).execute_with(|| {
		test();
		Pallet::<Test>::do_try_state().unwrap();
	});
}

pub fn set_keys(who: u64, seed: u64) {
	let proof = codec::Encode::encode(&UintAuthorityId(seed).sign(&codec::Encode::encode(&who)).unwrap());
	assert_ok!(Session::set_keys(RuntimeOrigin::signed(who), keys(seed), proof));
}

pub fn bond(who: u64) {
	assert_ok!(ValidatorSet::bond(RuntimeOrigin::signed(who)));
}

/// What is held as the bond of `who`.
pub fn held(who: u64) -> u64 {
	Balances::balance_on_hold(&HoldReason::ValidatorBond.into(), &who)
}

/// Add `who`, with keys of its own number.
pub fn join(who: u64) {
	set_keys(who, who);
	bond(who);
	assert_ok!(ValidatorSet::add_validator(RuntimeOrigin::root(), who));
}

pub fn leave(who: u64) {
	assert_ok!(ValidatorSet::remove_validator(RuntimeOrigin::root(), who));
}

/// End this many sessions.
pub fn rotate(sessions: u32) {
	(0..sessions).for_each(|_| Session::rotate_session());
}

pub fn list() -> Vec<u64> {
	Validators::<Test>::get().into_inner()
}

/// Whether the session that was planned last was a change.
pub fn planned_a_change() -> bool {
	pallet_session::QueuedChanged::<Test>::get()
}

pub fn events() -> Vec<Event<Test>> {
	System::events()
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::ValidatorSet(event) => Some(event),
			_ => None,
		})
		.collect()
}

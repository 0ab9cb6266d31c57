//! The pallet with real balances, and epochs, bonds and points that do what they are told.

use crate::{
	self as pallet_measurement, Call, CreditOf, DeviceId, DeviceProof, Event, Pallet, Quantities, Report, Reporter,
};
use bme_primitives::{
	Balance, ByPool, EpochClock, EpochIndex, Item, ItemId, ItemKind, Moment, PointsBook, Pool, SupplierBonds, TOKEN,
};
use codec::{Decode, Encode};
use frame_support::{
	assert_ok, derive_impl, parameter_types, storage_alias,
	traits::{ConstU128, ConstU32, ConstU64, Hooks, Imbalance, OnUnbalanced, SortedMembers},
	weights::{Weight, WeightMeter},
	BoundedVec, Twox64Concat,
};
use frame_system::EnsureRoot;
use sp_core::{sr25519, Pair};
use sp_runtime::{
	traits::{BlakeTwo256, Dispatchable, IdentityLookup},
	BuildStorage, DispatchResult, MultiSignature, Perbill,
};

pub type AccountId = u64;

pub const SUPPLIER: AccountId = 1;
pub const OTHER: AccountId = 2;
pub const STRANGER: AccountId = 99;
/// Five reporters: three of them are more than a half.
pub const REPORTERS: [AccountId; 5] = [11, 12, 13, 14, 15];

pub const FUNDS: Balance = 10_000 * TOKEN;
pub const BOND: Balance = 1_000 * TOKEN;
pub const DEPOSIT: Balance = TOKEN;
/// Two tokens a unit, at most a hundred units.
pub const DATA: ItemId = 1;
/// One token a unit, at most ten units a device.
pub const HOURS: ItemId = 2;
pub const DAY: Moment = 86_400_000;
/// Blocks in which a supplier has to prove what is demanded.
pub const WINDOW: u64 = 10;
/// The last epoch in which a device's statement is good.
pub const UNTIL: EpochIndex = 1_000;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Balances: pallet_balances,
		Measurement: pallet_measurement,
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

parameter_types! {
	pub storage Epoch: EpochIndex = 0;
	pub storage Members: Vec<AccountId> = REPORTERS.to_vec();
	/// What was taken of bonds.
	pub storage Burned: Balance = 0;
	pub const Tolerance: Perbill = Perbill::from_percent(10);
	pub const Slash: Perbill = Perbill::from_percent(10);
	pub const CapRate: Perbill = Perbill::from_percent(1);
}

/// The outside: the clock of epochs, the book of points, suppliers' bonds.
pub struct Outside;
#[storage_alias(verbatim)]
pub type Points = StorageMap<Outside, Twox64Concat, (EpochIndex, AccountId), u128>;
#[storage_alias(verbatim)]
pub type Bonds = StorageMap<Outside, Twox64Concat, AccountId, Balance>;

impl EpochClock for Outside {
	fn current() -> EpochIndex {
		Epoch::get()
	}

	fn length() -> Moment {
		DAY
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_open() {}
}

impl PointsBook<AccountId> for Outside {
	fn credit(epoch: EpochIndex, pool: Pool, who: &AccountId, points: u128) {
		assert_eq!(pool, Pool::Contribution);
		Points::mutate((epoch, who), |sum| *sum = Some(sum.unwrap_or_default() + points));
	}

	fn totals(_: EpochIndex) -> ByPool<u128> {
		ByPool::default()
	}

	fn points(epoch: EpochIndex, who: &AccountId) -> ByPool<u128> {
		ByPool {
			contribution: Points::get((epoch, who)).unwrap_or_default(),
			..Default::default()
		}
	}

	fn take(_: EpochIndex, _: &AccountId) -> ByPool<u128> {
		ByPool::default()
	}

	fn first(_: EpochIndex) -> Option<AccountId> {
		None
	}
}

impl SupplierBonds<AccountId> for Outside {
	fn bond(who: &AccountId) -> Option<Balance> {
		Bonds::get(who)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_bond(who: &AccountId) {
		use frame_support::traits::fungible::Mutate;
		Bonds::insert(who, 1_000_000 * TOKEN);
		Balances::set_balance(who, FUNDS);
	}
}

impl SortedMembers<AccountId> for Outside {
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

pub struct Ledger;
impl OnUnbalanced<CreditOf<Test>> for Ledger {
	fn on_nonzero_unbalanced(credit: CreditOf<Test>) {
		Burned::set(&(Burned::get() + credit.peek()));
	}
}

impl pallet_measurement::Config for Test {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Epoch = Outside;
	type Points = Outside;
	type Bonds = Outside;
	type Members = Outside;
	type MaxReporters = ConstU32<16>;
	type Quorum = ConstU32<3>;
	type ManageOrigin = EnsureRoot<AccountId>;
	type ReporterBond = ConstU128<BOND>;
	type DeviceDeposit = ConstU128<DEPOSIT>;
	type Tolerance = Tolerance;
	type Slash = Slash;
	type Slashed = Ledger;
	type CapRate = CapRate;
	type ProofWindow = ConstU64<WINDOW>;
	type WeightInfo = ();
}

pub fn item(price: Balance, cap: u64, device_bound: bool) -> Item {
	Item {
		kind: if device_bound {
			ItemKind::DeviceTime
		} else {
			ItemKind::Data
		},
		unit: BoundedVec::truncate_from(b"unit".to_vec()),
		price,
		cap,
		device_bound,
	}
}

pub fn new_test_ext() -> sp_io::TestExternalities {
	let accounts = [SUPPLIER, OTHER].into_iter().chain(REPORTERS);
	let genesis = RuntimeGenesisConfig {
		balances: pallet_balances::GenesisConfig {
			balances: accounts.map(|who| (who, FUNDS)).collect(),
			..Default::default()
		},
		measurement: pallet_measurement::GenesisConfig {
			items: vec![(DATA, item(2 * TOKEN, 100, false)), (HOURS, item(TOKEN, 10, true))],
			reporters: REPORTERS.to_vec(),
		},
		..Default::default()
	};
	let mut ext: sp_io::TestExternalities = genesis.build_storage().unwrap().into();
	ext.execute_with(|| {
		System::set_block_number(1);
		// The items were listed in the epoch before.
		Epoch::set(&1);
		crate::TallyCursor::<Test>::put(1);
		poll(1);
		// A hundred thousand points a day.
		for supplier in [SUPPLIER, OTHER] {
			Bonds::insert(supplier, 100_000 * TOKEN);
		}
	});
	ext
}

/// Run a test; every invariant holds after it.
pub fn build_and_execute(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		test();
		assert_ok!(Measurement::do_try_state());
	});
}

pub fn dispatch(origin: RuntimeOrigin, call: Call<Test>) -> DispatchResult {
	RuntimeCall::from(call)
		.dispatch(origin)
		.map(|_| ())
		.map_err(|failed| failed.error)
}

pub fn signed(who: AccountId, call: Call<Test>) -> DispatchResult {
	dispatch(RuntimeOrigin::signed(who), call)
}

pub fn on(supplier: AccountId, quantities: &[(ItemId, u64)]) -> Report<AccountId> {
	Report {
		supplier,
		quantities: Quantities::truncate_from(quantities.to_vec()),
	}
}

pub fn report(reporter: AccountId, reports: &[Report<AccountId>]) -> DispatchResult {
	let (epoch, reports) = (Epoch::get(), reports.to_vec().try_into().unwrap());
	signed(reporter, Call::report { epoch, reports })
}

/// Each reporter in turn reports so much of an item on the supplier.
pub fn report_all(item: ItemId, quantities: &[u64]) {
	for (reporter, quantity) in REPORTERS.iter().zip(quantities) {
		assert_ok!(report(*reporter, &[on(SUPPLIER, &[(item, *quantity)])]));
	}
}

/// The next epoch begins, and everything is counted.
pub fn next_epoch() {
	Epoch::set(&(Epoch::get() + 1));
	next_block();
	Measurement::on_idle(System::block_number(), Weight::MAX);
}

pub fn next_block() {
	let number = System::block_number() + 1;
	System::set_block_number(number);
	System::set_parent_hash(sp_core::H256::from_low_u64_be(number));
	poll(number);
}

fn poll(number: u64) {
	Measurement::on_poll(number, &mut WeightMeter::new());
}

/// What these devices sign of the open challenge for a supplier, each a leaf.
pub fn leaves_of(supplier: AccountId, devices: &[u8]) -> Vec<Vec<u8>> {
	let seed = crate::OpenChallenge::<Test>::get().unwrap().seed;
	let statement = Pallet::<Test>::challenge_statement(&supplier, seed);
	let sign = |seed: &u8| MultiSignature::Sr25519(device(*seed).sign(&statement)).encode();
	devices.iter().map(sign).collect()
}

/// A supplier answers for its hours, with these leaves and without the devices of these seeds.
pub fn answer(supplier: AccountId, leaves: &[Vec<u8>], absent: &[u8]) -> DispatchResult {
	let root = binary_merkle_tree::merkle_root::<BlakeTwo256, _>(leaves.iter().cloned());
	let mut absent: Vec<_> = absent.iter().map(|seed| id_of(&device(*seed))).collect();
	absent.sort();
	let call = Call::answer_challenge {
		epoch: Epoch::get(),
		root,
		leaves: leaves.len() as u32,
		items: BoundedVec::truncate_from(vec![HOURS]),
		absent: BoundedVec::truncate_from(absent),
	};
	signed(supplier, call)
}

/// Proofs that these leaves are in the tree of all of them.
pub fn proofs_of(leaves: &[Vec<u8>], places: &[u32]) -> Vec<DeviceProof> {
	let proof = |place: &u32| {
		let proof = binary_merkle_tree::merkle_proof::<BlakeTwo256, _, _>(leaves.iter().cloned(), *place);
		DeviceProof {
			signature: MultiSignature::decode(&mut &proof.leaf[..]).unwrap(),
			leaf: *place,
			path: BoundedVec::truncate_from(proof.proof),
		}
	};
	places.iter().map(proof).collect()
}

pub fn prove(supplier: AccountId, epoch: EpochIndex, reporter: AccountId, proofs: Vec<DeviceProof>) -> DispatchResult {
	let proofs = BoundedVec::truncate_from(proofs);
	signed(
		supplier,
		Call::prove_devices {
			epoch,
			reporter,
			proofs,
		},
	)
}

/// The points that a supplier earned in the open epoch.
pub fn points(who: AccountId) -> u128 {
	Outside::points(Epoch::get(), &who).contribution
}

pub fn reporter(who: AccountId) -> Reporter {
	crate::Reporters::<Test>::get(who).unwrap()
}

pub fn device(seed: u8) -> sr25519::Pair {
	sr25519::Pair::from_seed(&[seed; 32])
}

pub fn id_of(device: &sr25519::Pair) -> DeviceId {
	DeviceId::from(device.public().0)
}

/// Register a device that signed for `signed_for`.
pub fn register(who: AccountId, item: ItemId, device: &sr25519::Pair, signed_for: AccountId) -> DispatchResult {
	let statement = Pallet::<Test>::device_statement(&signed_for, item, UNTIL);
	let call = Call::register_device {
		item,
		device: id_of(device),
		until: UNTIL,
		signature: MultiSignature::Sr25519(device.sign(&statement)),
	};
	signed(who, call)
}

pub fn events() -> Vec<Event<Test>> {
	let records = System::events().into_iter();
	records
		.filter_map(|record| match record.event {
			RuntimeEvent::Measurement(event) => Some(event),
			_ => None,
		})
		.collect()
}

pub fn assert_event(event: Event<Test>) {
	assert!(events().contains(&event), "{event:?} is not among {:?}", events());
}

/// List an item, as if it had been there for ever.
pub fn list(id: ItemId, item: Item) {
	crate::Items::<Test>::insert(id, crate::Listed { item, since: 0 });
}

//! The pallet with the real oracle and the real clock.

use crate as pallet_price;
use crate::{Event, Feed, KnownPrice, NoCombine, Pallet, PriceKey};
use bme_primitives::{apis::PriceCondition, Moment};
use frame_support::{
	assert_ok, derive_impl, parameter_types,
	traits::{ConstU32, ConstU64, Hooks, SortedMembers, Time},
	weights::WeightMeter,
	PalletId,
};
use sp_runtime::{BoundedVec, BuildStorage, FixedU128, Perbill};

pub const SECOND: Moment = 1_000;
pub const MINUTE: Moment = 60 * SECOND;
/// The time of block 1.
pub const START: Moment = 1_700_000_000_000;
pub const MAX_AGE: Moment = 10 * MINUTE;
pub const AGEING_AFTER: Moment = 10 * MINUTE;
pub const STALE_AFTER: Moment = 60 * MINUTE;
pub const HOUR: Moment = 60 * MINUTE;
pub const MAX_FEEDERS: u32 = 6;
pub const QUORUM: u32 = 3;
pub const STRANGER: u64 = 99;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Timestamp: pallet_timestamp,
		Oracle: pallet_oracle,
		Price: pallet_price,
	}
);

type Block = frame_system::mocking::MockBlock<Test>;

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
}

#[derive_impl(pallet_timestamp::config_preludes::TestDefaultConfig)]
impl pallet_timestamp::Config for Test {}

parameter_types! {
	pub static Members: Vec<u64> = vec![1, 2, 3, 4, 5];
	pub const OraclePalletId: PalletId = PalletId(*b"py/oracl");
	pub const OutlierBound: Perbill = Perbill::from_parts(15_000_000);
	pub const TenPercent: Perbill = Perbill::from_percent(10);
}

pub struct Feeders;
impl SortedMembers<u64> for Feeders {
	fn sorted_members() -> Vec<u64> {
		Members::get()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn add(who: &u64) {
		Members::mutate(|members| {
			members.push(*who);
			members.sort_unstable();
		});
	}
}

impl pallet_oracle::Config for Test {
	type OnNewData = Price;
	type CombineData = NoCombine;
	type Time = Timestamp;
	type OracleKey = PriceKey;
	type OracleValue = Feed;
	type PalletId = OraclePalletId;
	type Members = Feeders;
	type WeightInfo = pallet_price::WithPrice<Test, ()>;
	type MaxHasDispatchedSize = ConstU32<16>;
	type MaxFeedValues = ConstU32<1>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = pallet_price::benchmarking::OracleHelper;
}

impl pallet_price::Config for Test {
	type Feeders = Feeders;
	type Time = Timestamp;
	type MaxFeeders = ConstU32<MAX_FEEDERS>;
	type Quorum = ConstU32<QUORUM>;
	type MaxFeedAge = ConstU64<MAX_AGE>;
	type OutlierBound = OutlierBound;
	type MaxStep = TenPercent;
	type AverageWindow = ConstU64<HOUR>;
	type AgeingAfter = ConstU64<AGEING_AFTER>;
	type StaleAfter = ConstU64<STALE_AFTER>;
	type MaxMargin = TenPercent;
	type MaxUncertainty = TenPercent;
	type Hysteresis = TenPercent;
	type WeightInfo = ();
}

/// A chain in block 1 before its time is known.
pub fn ext(initial_price: Option<FixedU128>) -> sp_io::TestExternalities {
	let genesis = RuntimeGenesisConfig {
		price: pallet_price::GenesisConfig {
			initial_price,
			..Default::default()
		},
		..Default::default()
	};
	let mut ext: sp_io::TestExternalities = genesis.build_storage().unwrap().into();
	ext.execute_with(|| System::set_block_number(1));
	ext
}

/// Run a test in block 1, and check the invariants after it.
pub fn with_price(initial_price: Option<FixedU128>, test: impl FnOnce()) {
	Members::set(vec![1, 2, 3, 4, 5]);
	ext(initial_price).execute_with(|| {
		block_at(START);
		test();
		Pallet::<Test>::do_try_state().unwrap();
	});
}

/// The same, with a genesis price of 0.50 USD.
pub fn build_and_execute(test: impl FnOnce()) {
	with_price(Some(cents(50)), test);
}

pub fn cents(amount: u128) -> FixedU128 {
	FixedU128::from_rational(amount, 100)
}

/// A new block at this time, up to where its transactions begin.
pub fn block_at(now: Moment) {
	Oracle::on_finalize(System::block_number());
	System::set_block_number(System::block_number() + 1);
	Timestamp::set_timestamp(now);
	Price::on_poll(System::block_number(), &mut WeightMeter::new());
}

pub fn now() -> Moment {
	Timestamp::now()
}

/// `who` feeds a price observed at `observed_at` through the oracle.
pub fn feed_at(who: u64, price: FixedU128, observed_at: Moment) {
	let values = BoundedVec::truncate_from(vec![(PriceKey::Bme, Feed { price, observed_at })]);
	assert_ok!(Oracle::feed_values(RuntimeOrigin::signed(who), values));
}

/// Feeders 1, 2, … feed these prices in millionths, observed now; the next block, `later` milliseconds on, makes a price.
pub fn round(prices: &[u128], later: Moment) {
	for (who, price) in (1..).zip(prices) {
		feed_at(who, micros(*price), now());
	}
	block_at(now() + later);
}

/// The same a minute on.
pub fn feed_all(prices: &[u128]) {
	round(prices, MINUTE);
}

pub fn micros(amount: u128) -> FixedU128 {
	FixedU128::from_rational(amount, 1_000_000)
}

/// What is known of a price that stood at 0.50 USD since the chain began.
pub fn at_rest(observed_at: Moment, updated_at: Moment) -> KnownPrice {
	KnownPrice {
		price: cents(50),
		median: cents(50),
		average: cents(50),
		confidence: cents(0),
		observed_at,
		updated_at,
		condition: PriceCondition::Fresh,
	}
}

pub fn known() -> KnownPrice {
	pallet_price::Current::<Test>::get().unwrap()
}

pub fn events() -> Vec<Event<Test>> {
	System::events()
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::Price(event) => Some(event),
			_ => None,
		})
		.collect()
}

/// The prices that were announced: before, after, and the median that they follow.
pub fn updates() -> Vec<(FixedU128, FixedU128, FixedU128)> {
	events()
		.into_iter()
		.filter_map(|event| match event {
			Event::PriceUpdated {
				before, after, median, ..
			} => Some((before, after, median)),
			_ => None,
		})
		.collect()
}

/// The changes of condition that were announced.
pub fn changes() -> Vec<(PriceCondition, PriceCondition)> {
	events()
		.into_iter()
		.filter_map(|event| match event {
			Event::ConditionChanged { before, after } => Some((before, after)),
			_ => None,
		})
		.collect()
}

//! Feeds, as feeders send them.

use crate::chain::{account, key, Chain};
use bme_runtime::{Balances, Runtime, RuntimeCall};
use frame_support::assert_ok;
use pallet_price::{Feed, PriceKey};
use sp_runtime::{BoundedVec, FixedU128};

fn feed(price: FixedU128, observed_at: u64) -> RuntimeCall {
	let values = BoundedVec::truncate_from(vec![(PriceKey::Bme, Feed { price, observed_at })]);
	pallet_oracle::Call::<Runtime>::feed_values { values }.into()
}

#[test]
fn feeder_should_pay_no_fee_when_it_feeds() {
	let mut chain = Chain::new();
	let (feeder, stranger) = (key("Feeder1"), key("Alice"));
	let half = FixedU128::from_rational(1, 2);
	let free = |chain: &mut Chain| chain.with(|| Balances::free_balance(account(&feeder)));
	let before = free(&mut chain);
	for _ in 0..3 {
		let now = chain.next_moment();
		assert_ok!(chain.send(&feeder, feed(half, now)));
	}
	assert_eq!((free(&mut chain), chain.fees_of(&account(&feeder))), (before, 0));

	let now = chain.next_moment();
	assert!(chain.send(&stranger, feed(half, now)).is_err());
	assert!(chain.fees_of(&account(&stranger)) > 0);
}

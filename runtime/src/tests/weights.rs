//! What the chain promises of its weights, in parts of a block. `scripts/weights` measures them.

use crate::{configs::system::RuntimeBlockWeights, Runtime, RuntimeCall};
use bme_primitives::MAX_LOTS;
use frame_support::dispatch::{DispatchClass, GetDispatchInfo};
use pallet_bme::WeightInfo as _;
use pallet_price::{Feed, PriceKey, WeightInfo as _};
use sp_runtime::BoundedVec;

type Bme = <Runtime as pallet_bme::Config>::WeightInfo;
type Price = <Runtime as pallet_price::Config>::WeightInfo;

#[test]
fn round_of_feeds_should_cost_less_than_a_hundredth_of_a_block_when_sixteen_feed() {
	let feed = Feed {
		price: 1.into(),
		observed_at: 1,
	};
	let values = BoundedVec::truncate_from(vec![(PriceKey::Bme, feed)]);
	let call = RuntimeCall::from(pallet_oracle::Call::feed_values { values });
	let limits = RuntimeBlockWeights::get();
	let base = limits.get(DispatchClass::Normal).base_extrinsic;
	let each = call.get_dispatch_info().call_weight + base;
	let round = each * 16 + Price::poll();
	assert!(
		round.ref_time() * 100 < limits.max_block.ref_time(),
		"a round takes {} millionths of a block",
		round.ref_time() * 1_000_000 / limits.max_block.ref_time()
	);
}

#[test]
fn job_should_fit_a_block_when_it_has_all_that_a_job_may_have() {
	let settle = Bme::settle_young(bme_primitives::MAX_PAYEES) + Bme::request_job(16, MAX_LOTS);
	assert!(settle.ref_time() * 20 < RuntimeBlockWeights::get().max_block.ref_time());
}

use super::mock::*;
use crate::WeightInfo;
use frame_support::dispatch::GetDispatchInfo;
use sp_runtime::BoundedVec;

#[test]
fn feeding_should_weigh_what_both_pallets_do_when_it_is_charged() {
	let feed = crate::Feed {
		price: cents(50),
		observed_at: START,
	};
	let values = BoundedVec::truncate_from(vec![(crate::PriceKey::Bme, feed)]);
	let charged = pallet_oracle::Call::<Test>::feed_values { values }
		.get_dispatch_info()
		.call_weight;
	let oracle = <() as pallet_oracle::WeightInfo>::feed_values(1);
	assert!(charged.all_gte(oracle.saturating_add(<() as WeightInfo>::on_new_data())));
}

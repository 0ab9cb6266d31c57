//! What the treasury spends.

use super::on_development_chain;
use crate::{
	configs::treasury::TreasuryAsset, governance::origins::Origin, Price, Runtime, RuntimeEvent, RuntimeOrigin, System,
	Treasury,
};
use bme_primitives::{PriceSource, USD};
use frame_support::{assert_noop, assert_ok, dispatch_context::run_in_context};
use sp_keyring::Sr25519Keyring::Bob;

fn spend(origin: RuntimeOrigin) -> sp_runtime::DispatchResult {
	Treasury::spend(
		origin,
		Box::new(TreasuryAsset::Fiat),
		USD,
		Box::new(Bob.to_account_id()),
		None,
	)
}

#[test]
fn fiat_should_be_spent_by_root_only_when_there_is_no_price() {
	on_development_chain(|| {
		System::set_block_number(1);
		pallet_timestamp::Now::<Runtime>::put(24 * 3_600_000);
		assert!(Price::facts().is_none(), "the price is stale");
		assert_noop!(
			spend(Origin::Treasury.into()),
			pallet_treasury::Error::<Runtime>::InsufficientPermission
		);
		// More than one in a call of root's, of whose spends the pallet keeps the sum.
		run_in_context(|| {
			assert_ok!(spend(RuntimeOrigin::root()));
			assert_ok!(spend(RuntimeOrigin::root()));
		});
		let approved = |record: &frame_system::EventRecord<RuntimeEvent, _>| {
			matches!(
				record.event,
				RuntimeEvent::Treasury(pallet_treasury::Event::AssetSpendApproved { .. })
			)
		};
		assert_eq!(System::events().iter().filter(|record| approved(record)).count(), 2);
	});
}

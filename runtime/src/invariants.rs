//! The invariants of the whole chain: those of its own pallets, and those that hold across them.

use crate::{
	constants::FIAT_ID, AccountId, AssetsHolder, Balance, Bme, Contribution, Fiat, Measurement, Price, Runtime,
	RuntimeHoldReason, ValidatorSet, Verification,
};
use alloc::collections::BTreeMap;
use bme_primitives::ReceiptKey;
use frame_support::{ensure, traits::fungibles::InspectHold as _};
use sp_runtime::DispatchError;

/// Whether every invariant of the chain's own pallets holds, the identity of the ledger among them.
pub fn check_invariants() -> Result<(), DispatchError> {
	Bme::do_try_state()?;
	Contribution::do_try_state()?;
	Fiat::do_try_state()?;
	check_held_fiat()?;
	check_held_tokens()?;
	check_young_fiat()?;
	Measurement::do_try_state()?;
	Price::do_try_state()?;
	ValidatorSet::do_try_state()?;
	Verification::do_try_state()
}

fn sums<Key: Ord>(amounts: impl Iterator<Item = (Key, Balance)>) -> BTreeMap<Key, Balance> {
	amounts.fold(BTreeMap::new(), |mut sums, (key, amount)| {
		let sum = sums.entry(key).or_default();
		*sum = sum.saturating_add(amount);
		sums
	})
}

/// Invariant 6 across pallets: whatever fiat is held is of live jobs and redemptions.
fn check_held_fiat() -> Result<(), DispatchError> {
	let of_jobs = pallet_bme::Jobs::<Runtime>::iter_values().map(|job| (job.payer.clone(), job.held_fiat()));
	let of_redemptions = pallet_fiat::Redemptions::<Runtime>::iter_values().map(|one| (one.who, one.amount));
	let expected = sums::<AccountId>(of_jobs.chain(of_redemptions));
	for who in pallet_assets::Account::<Runtime>::iter_key_prefix(FIAT_ID) {
		ensure!(
			AssetsHolder::total_balance_on_hold(FIAT_ID, &who) == expected.get(&who).copied().unwrap_or_default(),
			"invariant 6: fiat is held for no job and no redemption"
		);
	}
	Ok(())
}

/// Invariant 6 across pallets: whatever tokens are held for jobs are of live ones.
fn check_held_tokens() -> Result<(), DispatchError> {
	let of_jobs = pallet_bme::Jobs::<Runtime>::iter_values().map(|job| (job.payer, job.quote.burn));
	let mut expected = sums::<AccountId>(of_jobs);
	let reason = RuntimeHoldReason::Bme(pallet_bme::HoldReason::JobBurn);
	for (who, holds) in pallet_balances::Holds::<Runtime>::iter() {
		let held = holds
			.iter()
			.find(|hold| hold.id == reason)
			.map_or(0, |hold| hold.amount);
		ensure!(
			held == expected.remove(&who).unwrap_or_default(),
			"invariant 6: tokens are held for no job"
		);
	}
	Ok(())
}

/// Invariant 12 across pallets: what is held of a receipt is in rows or in live jobs.
fn check_young_fiat() -> Result<(), DispatchError> {
	let rows = pallet_fiat::Young::<Runtime>::iter().map(|(_, receipt, amount)| (receipt, amount));
	let lots = pallet_bme::Jobs::<Runtime>::iter_values().flat_map(|job| job.young);
	let somewhere = sums::<ReceiptKey>(rows.chain(lots.map(|lot| (lot.receipt, lot.amount))));
	for (receipt, record) in pallet_fiat::Receipts::<Runtime>::iter() {
		ensure!(
			record.void || record.held == somewhere.get(&receipt).copied().unwrap_or_default(),
			"invariant 12: held young fiat is neither in rows nor in jobs"
		);
	}
	Ok(())
}

//! The names of the transaction extensions, which wallets know.

use crate::{RuntimeCall, TxExtension};
use sp_runtime::traits::TransactionExtension;

#[test]
fn transaction_extensions_should_be_those_that_wallets_know_when_listed() {
	let names: Vec<_> = <TxExtension as TransactionExtension<RuntimeCall>>::metadata()
		.into_iter()
		.map(|entry| entry.identifier)
		.collect();

	assert_eq!(
		names,
		[
			"CheckNonZeroSender",
			"CheckSpecVersion",
			"CheckTxVersion",
			"CheckGenesis",
			"CheckMortality",
			"CheckNonce",
			"CheckWeight",
			"ChargeTransactionPayment",
			"CheckMetadataHash",
			"WeightReclaim",
		]
	);
}

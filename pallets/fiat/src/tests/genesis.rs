use super::mock::*;
use crate::{FiatTotals, GenesisConfig};
use sp_runtime::BuildStorage;

fn build(fiat: GenesisConfig<Test>) {
	let genesis = RuntimeGenesisConfig { fiat, ..genesis() };
	let _ = genesis.build_storage();
}

#[test]
fn totals_should_begin_with_what_there_is_when_the_chain_begins() {
	build_and_execute(|| {
		let expected = FiatTotals {
			genesis: FUNDS,
			..Default::default()
		};
		assert_eq!(crate::Totals::<Test>::get(), expected);
	});
}

#[test]
#[should_panic(expected = "each with a number of its own")]
fn genesis_should_be_refused_when_a_provider_is_in_it_twice() {
	build(GenesisConfig {
		providers: vec![(CARD, terms(0, LIMIT)), (CARD, terms(1, LIMIT))],
		..Default::default()
	});
}

#[test]
#[should_panic(expected = "the threshold is at least one member")]
fn genesis_should_be_refused_when_nobody_has_to_agree() {
	build(GenesisConfig {
		threshold: Some(0),
		..Default::default()
	});
}

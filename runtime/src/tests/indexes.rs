//! The numbers by which wallets, indexers and stored calls know pallets, calls, events and errors. Changing one breaks them: if that
//! is meant, raise `transaction_version`, say so in the change record, and replace the file with what this test prints.

use crate::{AllPalletsWithSystem, Runtime};
use frame_support::traits::PalletsInfoAccess;
use scale_info::{TypeDef, TypeInfo};
use std::fmt::Write;

fn list<Enum: TypeInfo + 'static>(out: &mut String, pallet: &str, kind: &str) {
	let TypeDef::Variant(variants) = Enum::type_info().type_def else {
		panic!("{pallet} has no {kind}s")
	};
	for variant in &variants.variants {
		let fields: Vec<_> = variant.fields.iter().filter_map(|field| field.name).collect();
		let arguments = if fields.is_empty() {
			String::new()
		} else {
			format!("({})", fields.join(", "))
		};
		writeln!(out, "{pallet}.{kind} {} {}{arguments}", variant.index, variant.name).expect("a string takes all");
	}
}

macro_rules! list_pallet {
	($out:ident, $name:literal, $pallet:ident, $($kind:ident),*) => {
		$( list::<$pallet::$kind<Runtime>>(&mut $out, $name, stringify!($kind)); )*
	};
}

#[test]
fn indexes_should_be_frozen_when_clients_know_them() {
	let mut now = String::new();
	for pallet in AllPalletsWithSystem::infos() {
		writeln!(now, "{} {}", pallet.index, pallet.name).expect("a string takes all");
	}
	list_pallet!(now, "Bme", pallet_bme, Call, Event, Error);
	list_pallet!(now, "Contribution", pallet_contribution, Call, Event, Error);
	list_pallet!(now, "Fiat", pallet_fiat, Call, Event, Error);
	list_pallet!(now, "Measurement", pallet_measurement, Call, Event, Error);
	list_pallet!(now, "Verification", pallet_verification, Call, Event, Error);
	list_pallet!(now, "Price", pallet_price, Event);
	list_pallet!(now, "ValidatorSet", pallet_validator_set, Call, Event, Error);

	let known = include_str!("indexes.txt");
	assert!(now == known, "the indexes are now:\n{now}");
}

//! Who may make which call. Every call of the runtime is dispatched with every origin: one that lets through another than before, and
//! one that is new, has to be listed in `origins.txt`.

use super::{genesis, on_development_chain};
use crate::{
	governance::{
		origins::Origin,
		tracks::{FellowshipTracksInfo, TracksInfo, ROOT},
	},
	Runtime, RuntimeCall, RuntimeOrigin,
};
use codec::Decode;
use frame_support::{storage::with_transaction, traits::OriginTrait};
use pallet_referenda::TracksInfo as _;
use scale_info::{form::MetaForm, Type, TypeDef, TypeInfo, Variant};
use sp_core::traits::{Externalities, ReadRuntimeVersion, ReadRuntimeVersionExt};
use sp_genesis_builder::DEV_RUNTIME_PRESET;
use sp_keyring::Sr25519Keyring::Alice;
use sp_runtime::{traits::Dispatchable, DispatchError, TransactionOutcome};
use std::fmt::Write;

/// Made by the block's author and by nobody else; they panic where they are misplaced.
const INHERENTS: [(&str, &str); 1] = [("Timestamp", "set")];
/// Bytes enough for the arguments of any call.
const ARGUMENTS: usize = 65_536;

/// A call of this pallet and index whose arguments are nothing: zeros, but for enums that begin with one.
fn call_of_nothing(pallet: u8, call: u8) -> Option<RuntimeCall> {
	[(0, 0), (1, 0), (1, 1)].into_iter().find_map(|(first, others)| {
		let mut bytes = vec![others; ARGUMENTS];
		(bytes[0], bytes[1], bytes[2]) = (pallet, call, first);
		RuntimeCall::decode(&mut bytes.as_slice()).ok()
	})
}

/// No code has a version: what asks for one is let through and fails.
struct NoVersion;
impl ReadRuntimeVersion for NoVersion {
	fn read_runtime_version(&self, _: &[u8], _: &mut dyn Externalities) -> Result<Vec<u8>, String> {
		Err("no version".into())
	}
}

/// Every call of the runtime, by the metadata: a pallet's index, and a call's with its name.
fn all_calls() -> Vec<(u8, u8, String)> {
	let of_pallet = |pallet: Variant<MetaForm>| {
		let calls = variants(pallet.fields[0].ty.type_info());
		let named = move |call: Variant<MetaForm>| (pallet.index, call.index, format!("{}.{}", pallet.name, call.name));
		calls.into_iter().map(named)
	};
	variants(RuntimeCall::type_info())
		.into_iter()
		.flat_map(of_pallet)
		.collect()
}

fn variants(of: Type) -> Vec<Variant<MetaForm>> {
	match of.type_def {
		TypeDef::Variant(variants) => variants.variants,
		_ => panic!("calls are enums"),
	}
}

fn origins() -> Vec<(String, RuntimeOrigin)> {
	let mut origins = vec![
		("unsigned".into(), RuntimeOrigin::none()),
		("signed".into(), RuntimeOrigin::signed(Alice.to_account_id())),
		("root".into(), RuntimeOrigin::root()),
	];
	origins.extend(Origin::ALL.map(|origin| (format!("{origin:?}"), origin.into())));
	origins
}

/// Whether a call is let through by its origin, whatever it says afterwards. Nothing of it stays.
fn is_let_through(call: &RuntimeCall, origin: RuntimeOrigin) -> bool {
	let filtered: DispatchError = frame_system::Error::<Runtime>::CallFiltered.into();
	let refusals = [DispatchError::BadOrigin, filtered];
	let result = with_transaction(|| {
		let result = call.clone().dispatch(origin).map_err(|failed| failed.error);
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(result))
	});
	!matches!(result, Ok(Err(error)) if refusals.contains(&error))
}

#[test]
fn call_should_be_listed_with_its_origins_when_the_runtime_has_it() {
	let mut now = String::new();
	for (pallet, call, name) in all_calls() {
		let inherent = INHERENTS
			.iter()
			.any(|(pallet, call)| name == format!("{pallet}.{call}"));
		if inherent {
			writeln!(now, "{name}: inherent").expect("a string takes all");
			continue;
		}
		let call = call_of_nothing(pallet, call).unwrap_or_else(|| panic!("{name} cannot be made of nothing"));
		let mut ext = genesis(DEV_RUNTIME_PRESET);
		ext.register_extension(ReadRuntimeVersionExt::new(NoVersion));
		let through: Vec<_> = ext.execute_with(|| {
			let through = origins()
				.into_iter()
				.filter(|(_, origin)| is_let_through(&call, origin.clone()));
			through.map(|(name, _)| name).collect()
		});
		let through = match through.len() {
			0 => "nobody".into(),
			all if all == origins().len() => "anyone".into(),
			_ => through.join(", "),
		};
		writeln!(now, "{name}: {through}").expect("a string takes all");
	}
	let known = include_str!("origins.txt");
	assert!(now == known, "calls are now let through from:\n{now}");
}

#[test]
fn origin_should_have_a_track_of_its_own_when_it_is_any() {
	on_development_chain(|| {
		let track_of = |origin| {
			let (origin, tracks) = (
				RuntimeOrigin::from(origin),
				[TracksInfo::track_for, FellowshipTracksInfo::track_for],
			);
			let [public, fellows] = tracks.map(|track_for| track_for(origin.caller()));
			assert_ne!(public.is_ok(), fellows.is_ok(), "on which track is {origin:?}?");
			public.or(fellows).expect("it has one")
		};
		let mut tracks: Vec<_> = Origin::ALL.map(track_of).to_vec();
		tracks.push(ROOT);
		tracks.sort_unstable();
		let known = TracksInfo::tracks().chain(FellowshipTracksInfo::tracks());
		assert_eq!(tracks, known.map(|track| track.id).collect::<Vec<_>>());
		assert_eq!(FellowshipTracksInfo::check_integrity(), Ok(()));
	});
}

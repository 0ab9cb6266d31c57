//! The chains that this runtime can begin as, beside those that a specification file describes.
//!
//! The keys of all accounts here are public: `//Alice`, `//Feeder1` and so on. Never use a preset where anything is at stake.

use crate::{
	configs::{consensus::BABE_GENESIS_EPOCH_CONFIG, fiat::fiat_issuer},
	constants::{DAY, FIAT_ID},
	AccountId, AssetsConfig, AuditorMembershipConfig, BabeConfig, BalancesConfig, BmeConfig, ContributionConfig,
	FeederMembershipConfig, FiatConfig, GatewayMembershipConfig, MeasurementConfig, PriceConfig,
	ReporterMembershipConfig, RuntimeGenesisConfig, SessionConfig, SessionKeys, VerificationConfig,
};
use alloc::{format, vec, vec::Vec};
use bme_economics::Policy;
use bme_primitives::{Balance, ByClass, ByRole, Item, ItemId, ItemKind, Moment, ProviderId, Sampling, TOKEN, USD};
use frame_support::{build_struct_json_patch, BoundedVec};
use pallet_fiat::ProviderTerms;
use serde_json::Value;
use sp_core::{crypto::get_public_from_string_or_panic, sr25519};
use sp_genesis_builder::{PresetId, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};
use sp_runtime::{FixedU128, Perbill};

/// Tokens of each well-known account.
const ENDOWMENT: Balance = 80_000_000 * TOKEN;
/// Fiat of each well-known account.
const FIAT_ENDOWMENT: Balance = 100_000 * USD;
/// Tokens of each feeder and member of the gateway, for fees.
const FEE_ENDOWMENT: Balance = 1_000 * TOKEN;
/// Tokens of each reporter, for its bond and for fees.
const REPORTER_ENDOWMENT: Balance = 2_000 * TOKEN;
/// Tokens of each verifier, for three seats and for fees.
const VERIFIER_ENDOWMENT: Balance = 4_000 * TOKEN;
/// The bond of each supplier.
const SUPPLIER_BOND: Balance = 10_000 * TOKEN;
/// An epoch lasts a minute.
const EPOCH_LENGTH: Moment = 60_000;
/// Windows of hours last minutes.
const TIME_SCALE: u32 = 60;
/// USD per token, until the feeders say otherwise.
const PRICE: FixedU128 = FixedU128::from_rational(1, 2);

/// An account and its session keys. The account is the validator's stash: its session keys are derived from another seed, so that
/// what a node holds is not what its owner's tokens hang on.
type Validator = (AccountId, SessionKeys);

fn validator(stash: Sr25519Keyring, authority: Sr25519Keyring, finality: Ed25519Keyring) -> Validator {
	let keys = SessionKeys {
		babe: authority.public().into(),
		grandpa: finality.public().into(),
		authority_discovery: authority.public().into(),
	};
	(stash.to_account_id(), keys)
}

fn alice() -> Validator {
	validator(Sr25519Keyring::AliceStash, Sr25519Keyring::Alice, Ed25519Keyring::Alice)
}

fn bob() -> Validator {
	validator(Sr25519Keyring::BobStash, Sr25519Keyring::Bob, Ed25519Keyring::Bob)
}

fn charlie() -> Validator {
	validator(
		Sr25519Keyring::CharlieStash,
		Sr25519Keyring::Charlie,
		Ed25519Keyring::Charlie,
	)
}

fn dave() -> Validator {
	validator(Sr25519Keyring::DaveStash, Sr25519Keyring::Dave, Ed25519Keyring::Dave)
}

/// So many accounts of this name, numbered.
fn numbered(name: &str, count: u32) -> Vec<AccountId> {
	(1..=count)
		.map(|number| get_public_from_string_or_panic::<sr25519::Public>(&format!("{name}{number}")).into())
		.collect()
}

fn feeders() -> Vec<AccountId> {
	numbered("Feeder", 3)
}

/// The members of the gateway, of whom two have to agree.
fn gateways() -> Vec<AccountId> {
	numbered("Gateway", 3)
}

/// Who measures contributions: three of them are more than a half.
fn reporters() -> Vec<AccountId> {
	numbered("Reporter", 5)
}

/// Who judges disputed work, with a seat in every class: a panel has as many.
fn verifiers() -> Vec<AccountId> {
	numbered("Verifier", 5)
}

/// Who tests the verifiers.
fn auditors() -> Vec<AccountId> {
	numbered("Auditor", 1)
}

/// Nothing is checked that nobody disputes, so that an approved job ends at once: lots can be drawn only when the randomness is known,
/// minutes later.
fn sampling() -> Sampling {
	Sampling::default()
}

/// What is measured: time of devices, adopted templates, data.
fn items() -> Vec<(ItemId, Item)> {
	let item = |kind, unit: &str, price, cap, device_bound| Item {
		kind,
		unit: BoundedVec::truncate_from(unit.as_bytes().to_vec()),
		price,
		cap,
		device_bound,
	};
	vec![
		(
			1,
			item(ItemKind::DeviceTime, "minute of an accelerator", TOKEN / 100, 60, true),
		),
		(2, item(ItemKind::AgentTemplate, "adoption", TOKEN / 10, 1_000, false)),
		(
			3,
			item(ItemKind::Data, "thousand samples", TOKEN / 1_000, 10_000, false),
		),
	]
}

/// Cards, bank transfers and stablecoins, with maturities of a day, none, and ten minutes.
fn providers() -> Vec<(ProviderId, ProviderTerms)> {
	[(1, DAY), (2, 0), (3, 10 * 60_000)]
		.map(|(provider, maturity)| {
			let terms = ProviderTerms {
				maturity,
				daily_limit: 100_000 * USD,
			};
			(provider, terms)
		})
		.to_vec()
}

/// The parts of a job's fiat that those have whose work it uses.
fn revenue_parts() -> ByClass<ByRole<Perbill>> {
	let parts = |template_author, tool_provider, model_owner| ByRole {
		treasury: Perbill::zero(),
		template_author: Perbill::from_percent(template_author),
		tool_provider: Perbill::from_percent(tool_provider),
		model_owner: Perbill::from_percent(model_owner),
	};
	ByClass {
		agent: parts(10, 5, 10),
		inference: parts(0, 0, 10),
		training: parts(0, 0, 5),
	}
}

fn suppliers() -> Vec<AccountId> {
	[
		Sr25519Keyring::Bob,
		Sr25519Keyring::Charlie,
		Sr25519Keyring::Dave,
		Sr25519Keyring::Eve,
	]
	.map(|supplier| supplier.to_account_id())
	.to_vec()
}

fn preset(validators: Vec<Validator>) -> Value {
	let well_known: Vec<AccountId> = Sr25519Keyring::well_known()
		.map(|account| account.to_account_id())
		.collect();
	let balances: Vec<(AccountId, Balance)> = well_known
		.iter()
		.map(|account| (account.clone(), ENDOWMENT))
		.chain(feeders().into_iter().chain(gateways()).map(|who| (who, FEE_ENDOWMENT)))
		.chain(reporters().into_iter().map(|who| (who, REPORTER_ENDOWMENT)))
		.chain(
			verifiers()
				.into_iter()
				.chain(auditors())
				.map(|who| (who, VERIFIER_ENDOWMENT)),
		)
		.collect();
	let issuance = balances.iter().map(|(_, amount)| amount).sum();
	let every_class = ByClass {
		agent: true,
		inference: true,
		training: true,
	};

	build_struct_json_patch!(RuntimeGenesisConfig {
		babe: BabeConfig {
			epoch_config: BABE_GENESIS_EPOCH_CONFIG
		},
		balances: BalancesConfig { balances },
		assets: AssetsConfig {
			assets: vec![(FIAT_ID, fiat_issuer(), true, 1)],
			metadata: vec![(FIAT_ID, b"US dollar".to_vec(), b"USD".to_vec(), 6)],
			accounts: well_known
				.into_iter()
				.map(|account| (FIAT_ID, account, FIAT_ENDOWMENT))
				.collect(),
		},
		session: SessionConfig {
			keys: validators
				.into_iter()
				.map(|(account, keys)| (account.clone(), account, keys))
				.collect(),
		},
		feeder_membership: FeederMembershipConfig {
			members: BoundedVec::truncate_from(feeders())
		},
		gateway_membership: GatewayMembershipConfig {
			members: BoundedVec::truncate_from(gateways())
		},
		reporter_membership: ReporterMembershipConfig {
			members: BoundedVec::truncate_from(reporters())
		},
		measurement: MeasurementConfig {
			items: items(),
			reporters: reporters(),
		},
		auditor_membership: AuditorMembershipConfig {
			members: BoundedVec::truncate_from(auditors())
		},
		verification: VerificationConfig {
			verifiers: verifiers(),
			sampling: sampling(),
		},
		fiat: FiatConfig {
			providers: providers(),
			threshold: Some(2),
		},
		price: PriceConfig {
			initial_price: Some(PRICE)
		},
		contribution: ContributionConfig {
			suppliers: suppliers()
				.into_iter()
				.map(|supplier| (supplier, SUPPLIER_BOND, every_class))
				.collect(),
		},
		bme: BmeConfig {
			policy: Some(Policy::default_for(issuance, EPOCH_LENGTH, PRICE)),
			time_scale: TIME_SCALE,
			revenue_parts: revenue_parts(),
		},
	})
}

/// The preset of this name as JSON.
pub fn get_preset(id: &PresetId) -> Option<Vec<u8>> {
	let preset = match id.as_ref() {
		DEV_RUNTIME_PRESET => preset(vec![alice()]),
		LOCAL_TESTNET_RUNTIME_PRESET => preset(vec![alice(), bob(), charlie(), dave()]),
		_ => return None,
	};
	serde_json::to_vec(&preset).ok()
}

/// The names of the presets.
pub fn preset_names() -> Vec<PresetId> {
	[DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET]
		.map(PresetId::from)
		.to_vec()
}

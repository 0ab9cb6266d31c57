//! What an account can do beside the chain's purpose: batches, shared accounts, delegates.

use crate::{constants::deposit, Balance, Balances, OriginCaller, Runtime, RuntimeCall, RuntimeEvent, System};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	parameter_types,
	traits::{ConstU32, InstanceFilter},
};
use scale_info::TypeInfo;
use sp_runtime::traits::BlakeTwo256;

impl pallet_utility::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type PalletsOrigin = OriginCaller;
	type WeightInfo = pallet_utility::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
	// One item: the call's hash, its depositor and its approvals.
	pub const MultisigDepositBase: Balance = deposit(1, 88);
	pub const MultisigDepositFactor: Balance = deposit(0, 32);
	pub const ProxyDepositBase: Balance = deposit(1, 8);
	pub const ProxyDepositFactor: Balance = deposit(0, 33);
	pub const AnnouncementDepositBase: Balance = deposit(1, 8);
	pub const AnnouncementDepositFactor: Balance = deposit(0, 66);
}

impl pallet_multisig::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = Balances;
	type DepositBase = MultisigDepositBase;
	type DepositFactor = MultisigDepositFactor;
	type MaxSignatories = ConstU32<100>;
	type WeightInfo = pallet_multisig::weights::SubstrateWeight<Runtime>;
	type BlockNumberProvider = System;
}

/// What a delegate may do.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum ProxyType {
	/// Everything.
	#[default]
	#[codec(index = 0)]
	Any,
	/// Everything that neither moves tokens or fiat to another account nor puts them at stake.
	#[codec(index = 1)]
	NonTransfer,
	/// Vote and submit referenda.
	#[codec(index = 2)]
	Governance,
	/// Serve jobs, report contributions, answer for devices and judge: accept, attest, assess, agree, report, answer, prove, commit,
	/// reveal. The machine that works holds this key, not the one of the bond; whoever holds it can have the bond forfeited, by accepting
	/// and not attesting or by a false report, and nothing beyond it.
	#[codec(index = 3)]
	Work,
}

impl InstanceFilter<RuntimeCall> for ProxyType {
	fn filter(&self, call: &RuntimeCall) -> bool {
		match self {
			Self::Any => true,
			Self::NonTransfer => !matches!(
				call,
				RuntimeCall::Balances(..)
					| RuntimeCall::Assets(..)
					// Its keys can be made to equivocate.
					| RuntimeCall::Session(pallet_session::Call::set_keys { .. })
					| RuntimeCall::ValidatorSet(pallet_validator_set::Call::bond { .. })
					// Whoever it names a sub-account has its deposit when it quits.
					| RuntimeCall::Identity(..)
					| RuntimeCall::Fiat(pallet_fiat::Call::redeem { .. } | pallet_fiat::Call::cover_deficit { .. })
					| RuntimeCall::Bme(pallet_bme::Call::request_job { .. } | pallet_bme::Call::accept_job { .. })
					| RuntimeCall::Contribution(
						pallet_contribution::Call::register { .. }
							| pallet_contribution::Call::bond_extra { .. }
							| pallet_contribution::Call::dispute { .. }
					) | RuntimeCall::Measurement(
					pallet_measurement::Call::report { .. }
						| pallet_measurement::Call::bond { .. }
						| pallet_measurement::Call::register_device { .. }
				) | RuntimeCall::Verification(
					pallet_verification::Call::take_seat { .. }
						| pallet_verification::Call::bond { .. }
						| pallet_verification::Call::commit { .. }
						| pallet_verification::Call::reveal { .. }
				)
			),
			Self::Governance => matches!(
				call,
				RuntimeCall::ConvictionVoting(..)
					| RuntimeCall::Referenda(..)
					| RuntimeCall::FellowshipCollective(..)
					| RuntimeCall::FellowshipReferenda(..)
					| RuntimeCall::Whitelist(..)
					| RuntimeCall::Preimage(..)
					| RuntimeCall::Utility(..)
			),
			Self::Work => matches!(
				call,
				RuntimeCall::Bme(pallet_bme::Call::accept_job { .. })
					| RuntimeCall::Contribution(
						pallet_contribution::Call::attest { .. }
							| pallet_contribution::Call::assess { .. }
							| pallet_contribution::Call::agree { .. }
					) | RuntimeCall::Measurement(
					pallet_measurement::Call::report { .. }
						| pallet_measurement::Call::answer_challenge { .. }
						| pallet_measurement::Call::demand_proof { .. }
						| pallet_measurement::Call::prove_devices { .. }
				) | RuntimeCall::Verification(
					pallet_verification::Call::commit { .. } | pallet_verification::Call::reveal { .. }
				) | RuntimeCall::Utility(..)
			),
		}
	}

	fn is_superset(&self, other: &Self) -> bool {
		match (self, other) {
			(Self::Any, _) => true,
			(_, Self::Any) => false,
			(Self::NonTransfer, Self::Governance) => true,
			(one, another) => one == another,
		}
	}
}

impl pallet_proxy::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = Balances;
	type ProxyType = ProxyType;
	type ProxyDepositBase = ProxyDepositBase;
	type ProxyDepositFactor = ProxyDepositFactor;
	type MaxProxies = ConstU32<32>;
	type WeightInfo = pallet_proxy::weights::SubstrateWeight<Runtime>;
	type MaxPending = ConstU32<32>;
	type CallHasher = BlakeTwo256;
	type AnnouncementDepositBase = AnnouncementDepositBase;
	type AnnouncementDepositFactor = AnnouncementDepositFactor;
	type BlockNumberProvider = System;
}

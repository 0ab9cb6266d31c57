//! One value for each class of service, one for each pool, one for each role that shares in the fiat of a job.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// One value for each class of service.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ByClass<T> {
	/// For interactions with agents.
	pub agent: T,
	/// For inference on models.
	pub inference: T,
	/// For training of models.
	pub training: T,
}

impl<T> ByClass<T> {
	/// The values, in the order of the fields.
	pub const fn each(&self) -> [&T; 3] {
		[&self.agent, &self.inference, &self.training]
	}
}

/// One value for each pool of an epoch's emission that is shared by points.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ByPool<T> {
	/// Shared by the entitlements of settled jobs.
	pub work: T,
	/// Shared by measured contributions.
	pub contribution: T,
	/// Shared by blocks authored.
	pub security: T,
}

impl<T> ByPool<T> {
	/// The values, in the order of the fields.
	pub const fn each(&self) -> [&T; 3] {
		[&self.work, &self.contribution, &self.security]
	}

	/// One value for each pool, made of this one's.
	pub fn map<U>(self, mut f: impl FnMut(T) -> U) -> ByPool<U> {
		ByPool {
			work: f(self.work),
			contribution: f(self.contribution),
			security: f(self.security),
		}
	}
}

impl ByPool<u128> {
	/// The sum over the pools. Saturates.
	pub fn sum(&self) -> u128 {
		self.each().into_iter().copied().fold(0, u128::saturating_add)
	}
}

/// One value for each role that shares in the fiat of a job beside its suppliers.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ByRole<T> {
	/// For the treasury of the chain.
	pub treasury: T,
	/// For the author of the agent template.
	pub template_author: T,
	/// For the provider of a tool that the agent calls.
	pub tool_provider: T,
	/// For the owner of the model.
	pub model_owner: T,
}

impl<T> ByRole<T> {
	/// The values, in the order of the fields.
	pub const fn each(&self) -> [&T; 4] {
		[
			&self.treasury,
			&self.template_author,
			&self.tool_provider,
			&self.model_owner,
		]
	}

	/// One value for each role, made of this one's.
	pub fn map<U>(self, mut f: impl FnMut(T) -> U) -> ByRole<U> {
		ByRole {
			treasury: f(self.treasury),
			template_author: f(self.template_author),
			tool_provider: f(self.tool_provider),
			model_owner: f(self.model_owner),
		}
	}
}

impl ByRole<u128> {
	/// The sum over the roles. Saturates.
	pub fn sum(&self) -> u128 {
		self.each().into_iter().copied().fold(0, u128::saturating_add)
	}
}

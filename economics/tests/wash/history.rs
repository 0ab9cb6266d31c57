//! Epochs of honest and washed burn, and what they bring a coalition.

use crate::{lost, policy, roundings, TOKEN};
use bme_economics::*;

pub const BLOCKS: u128 = 14_400;
pub const SCHEDULED: Balance = 1_000_000 * TOKEN;

/// What an epoch holds.
#[derive(Clone, Copy, Debug, Default)]
pub struct Epoch {
	pub scheduled: Balance,
	/// Burned by jobs of others.
	pub honest: Balance,
	/// Burned by the coalition's own jobs.
	pub washed: Balance,
	/// Contribution points.
	pub items: u128,
	/// Blocks authored of [`BLOCKS`].
	pub blocks: u128,
}

/// What a coalition owns besides its own jobs, percent.
#[derive(Clone, Copy, Debug)]
pub struct Owns {
	pub items: u128,
	pub blocks: u128,
	/// Of the work for jobs of others.
	pub honest_work: u128,
	/// Of what the treasury receives.
	pub treasury: u128,
}

pub const EVERYTHING: Owns = Owns {
	items: 100,
	blocks: 100,
	honest_work: 100,
	treasury: 100,
};

/// Nothing but so much of the blocks, the items and the treasury.
pub const fn pools(pools: u128) -> Owns {
	Owns {
		items: pools,
		blocks: pools,
		honest_work: 0,
		treasury: pools,
	}
}

/// The epochs of a policy; every item and block earned unless it says otherwise.
#[derive(Clone, Debug)]
pub struct History {
	pub policy: Policy,
	pub epochs: Vec<Epoch>,
	pub owns: Owns,
}

impl Epoch {
	/// Of an even schedule.
	pub const fn of(honest: Balance, washed: Balance) -> Self {
		Self {
			scheduled: SCHEDULED,
			honest,
			washed,
			items: SCHEDULED,
			blocks: BLOCKS,
		}
	}
}

impl History {
	/// What the coalition receives with its own jobs, or without.
	pub fn income(&self, washes: bool) -> Balance {
		let kappa = self.policy.kappa.agent.get();
		let mut state = EmissionState::default();
		let mut income = 0;
		for (index, epoch) in (0..).zip(&self.epochs) {
			let washed = if washes { epoch.washed } else { 0 };
			let (of_honest, own) = (kappa.mul_floor(epoch.honest), kappa.mul_floor(washed));
			let points = ByPool {
				work: of_honest + own,
				contribution: epoch.items,
				security: epoch.blocks,
			};
			let input = EpochInput {
				index,
				scheduled: epoch.scheduled,
				burned: epoch.honest + washed,
				points,
				expected_blocks: BLOCKS,
			};
			let (emission, next) = epoch_emission(&self.policy, &input, &state);
			state = next;
			let (minted, owns) = (&emission.minted, &self.owns);
			let served = pro_rata(of_honest, owns.honest_work, 100);
			income += pro_rata(minted.work, own + served, points.work)
				+ pro_rata(minted.contribution, owns.items, 100)
				+ pro_rata(minted.security, owns.blocks, 100)
				+ pro_rata(emission.treasury, owns.treasury, 100);
		}
		income
	}

	/// How many more tokens the coalition ends with because it washes.
	pub fn gain(&self) -> i128 {
		let (with, without) = (self.income(true), self.income(false));
		with as i128 - without as i128 - self.washed() as i128
	}

	/// The most that it can be, by theorem 2.
	pub fn bound(&self) -> i128 {
		let kappa = self.policy.kappa.agent.get();
		let net = self
			.epochs
			.iter()
			.map(|epoch| epoch.washed - kappa.mul_floor(epoch.washed));
		let scheduled = self.epochs.iter().map(|epoch| epoch.scheduled);
		roundings(&self.policy, scheduled, 1) as i128 - lost(&self.policy, net.sum()) as i128
	}

	pub fn washed(&self) -> Balance {
		self.epochs.iter().map(|epoch| epoch.washed).sum()
	}
}

/// The policy under which a wash brings the most: the longer its window, the more.
pub fn sharpest(window: u32) -> Policy {
	let mut policy = policy(true);
	policy.shares.security = Perbill::from_percent(45);
	policy.shares.treasury = Perbill::zero();
	policy.burn_ema_epochs = window;
	assert_eq!(policy.validate(), Ok(()));
	policy
}

/// The epochs in which it does.
pub fn sharp(epochs: usize) -> Vec<Epoch> {
	let mut all = vec![Epoch::of(SCHEDULED / 10 * 98, 0); epochs];
	let at = epochs / 2;
	(all[at].honest, all[at].washed) = (0, SCHEDULED / 10);
	// Others burn this later or sooner, so that the average stays between the floor and the re-mint's cap.
	all[at - 1].honest *= 2;
	all
}

//! What the runtime APIs read.

use crate::{
	pallet::{
		BurnedTotal, CurrentEpoch, EpochRecords, GenesisIssuance, Jobs, MintedTotal, Owed, PendingPolicy, Policy,
		RemintedTotal, UnearnedTotal,
	},
	policy_hash, Config, Epoch, Error, Pallet, Pausable,
};
use alloc::vec::Vec;
use bme_primitives::{
	apis::{EpochRecordView, EpochView, JobStage, JobView, PausesView, PendingPolicyView, QuoteError, SupplyView},
	Balance, ByPool, Class, Debt, EpochIndex, JobId, PointsBook,
};
use frame_support::{ensure, traits::fungible::Inspect};
use sp_runtime::FixedU128;

impl<T: Config> Pallet<T> {
	/// What a job of this class and price (fiat base units) costs now.
	pub fn quote_view(class: Class, price: Balance) -> Result<bme_economics::Quote, QuoteError> {
		let policy = Policy::<T>::get().ok_or(QuoteError::NoPolicy)?;
		ensure!(Self::paused_until(Pausable::Jobs).is_none(), QuoteError::JobsPaused);
		Self::quote(&policy, class, price).map_err(|error| match error {
			Error::<T>::PriceTooLow => QuoteError::PriceTooLow,
			Error::<T>::PriceTooHigh => QuoteError::PriceTooHigh,
			Error::<T>::TokenPriceStale => QuoteError::PriceStale,
			_ => QuoteError::Overflow,
		})
	}

	/// What is paused, and until when.
	pub fn pauses_view() -> PausesView {
		PausesView {
			jobs: Self::paused_until(Pausable::Jobs),
			mint: Self::paused_until(Pausable::Mint),
		}
	}

	/// A live job.
	pub fn job_view(job: JobId) -> Option<JobView<T::AccountId>> {
		Jobs::<T>::get(job).map(|job| JobView {
			stage: if job.has_begun() {
				JobStage::Working
			} else {
				JobStage::Requested
			},
			payer: job.payer,
			spec: job.spec,
			fiat: job.quote.fiat,
			young: job.young.into_inner(),
			roles: job.roles,
			burn: job.quote.burn,
			price_used: job.quote.price_used,
			kappa: job.kappa,
			liability: job.liability,
			accepted: job.accepted.into_inner(),
			due: job.due,
		})
	}

	/// The running epoch. Zeros before the first block's time is known.
	pub fn epoch_view() -> EpochView {
		CurrentEpoch::<T>::get().map_or(
			EpochView {
				index: 0,
				start: 0,
				length: 0,
				policy: 0,
				multiplier: FixedU128::default(),
				average_net_burn: 0,
				burned: 0,
				points: ByPool::default(),
			},
			|epoch| EpochView {
				index: epoch.index,
				start: epoch.start,
				length: epoch.length,
				policy: epoch.policy,
				multiplier: Self::multiplier_of(&epoch),
				average_net_burn: epoch.emission.average_net_burn,
				burned: Self::burned_by_use().saturating_sub(epoch.burned_before),
				points: T::Points::totals(epoch.index),
			},
		)
	}

	/// The part of the schedule that an epoch may mint beside work, if it closes in time.
	fn multiplier_of(epoch: &Epoch) -> FixedU128 {
		let since_zero = epoch.start.saturating_sub(epoch.zero);
		Policy::<T>::get().map_or(FixedU128::default(), |policy| {
			let scheduled = policy
				.schedule
				.scheduled(since_zero, since_zero.saturating_add(epoch.length));
			policy.multiplier(epoch.index, epoch.emission.average_net_burn, scheduled)
		})
	}

	/// An epoch that closed and did not expire yet.
	pub fn epoch_record_view(epoch: EpochIndex) -> Option<EpochRecordView> {
		EpochRecords::<T>::get(epoch).map(|record| EpochRecordView {
			policy: record.policy,
			elapsed: record.elapsed,
			scheduled: record.scheduled,
			burned: record.burned,
			minted: record.minted,
			paid: record.paid,
			points: record.points,
		})
	}

	/// The policy that comes into force next, if one was adopted.
	pub fn pending_policy_view() -> Option<PendingPolicyView> {
		PendingPolicy::<T>::get().map(|pending| PendingPolicyView {
			policy_hash: policy_hash(&pending.policy),
			activates: pending.activates,
			policy: pending.policy,
		})
	}

	/// What the chain owes an account.
	pub fn owed_view(account: &T::AccountId) -> Vec<(Debt, Balance)> {
		Owed::<T>::iter_prefix(account).collect()
	}

	/// The supply, by cause.
	pub fn supply_view() -> SupplyView {
		SupplyView {
			issuance: T::Currency::total_issuance(),
			genesis: GenesisIssuance::<T>::get(),
			minted: MintedTotal::<T>::iter().collect(),
			burned: BurnedTotal::<T>::iter().collect(),
			reminted: RemintedTotal::<T>::get(),
			unearned: UnearnedTotal::<T>::get(),
		}
	}
}

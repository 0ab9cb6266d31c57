//! Closing epochs. The cost is the same whatever happened in the epoch: read the totals, evaluate the policy, mint once per pool,
//! write one record. Nothing outside is waited for, and one close catches up with any delay.

use crate::{
	pallet::{CurrentEpoch, EpochRecords, Policy, RemintedTotal, UnearnedTotal},
	Config, Epoch, EpochRecord, Event, Pallet, WeightInfo, LOG_TARGET,
};
use bme_economics::{clamped_elapsed, epoch_emission, next_start, Emission, EmissionState, EpochInput};
use bme_primitives::{Balance, ByPool, EpochIndex, MintCause, Moment, PointsBook, Pool};
use frame_support::{
	traits::{Get, Time},
	weights::WeightMeter,
};
use sp_runtime::traits::Zero;

impl<T: Config> Pallet<T> {
	/// Open epoch 0 when the time is first known; close the open epoch when its time is over.
	pub(crate) fn process_epoch(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::epoch_base()).is_err() {
			return;
		}
		let now = T::Time::now();
		match CurrentEpoch::<T>::get() {
			None if !now.is_zero() => Self::open_first_epoch(now),
			Some(epoch) if Self::may_close(&epoch, now) && meter.try_consume(T::WeightInfo::close_epoch()).is_ok() => {
				Self::close_epoch(epoch, now)
			}
			_ => (),
		}
	}

	fn open_first_epoch(now: Moment) {
		let Some(policy) = Policy::<T>::get() else { return };
		CurrentEpoch::<T>::put(Epoch {
			index: 0,
			start: now,
			length: policy.epoch_length,
			zero: now,
			policy: 0,
			burned_before: Self::burned_by_use(),
			emission: EmissionState::default(),
		});
		Self::anchor(&policy, 0);
	}

	pub(crate) fn close_epoch(epoch: Epoch, now: Moment) {
		let Some(policy) = Policy::<T>::get() else { return };
		let burned_by_use = Self::burned_by_use();
		let elapsed = clamped_elapsed(epoch.start, now, epoch.length);
		let since_zero = epoch.start.saturating_sub(epoch.zero);
		let input = EpochInput {
			index: epoch.index,
			scheduled: policy
				.schedule
				.scheduled(since_zero, since_zero.saturating_add(elapsed)),
			burned: burned_by_use.saturating_sub(epoch.burned_before),
			points: T::Points::totals(epoch.index),
			expected_blocks: elapsed.checked_div(T::BlockTime::get()).unwrap_or(0).into(),
		};
		let (emission, mut state) = epoch_emission(&policy, &input, &epoch.emission);
		let emission = state.admit(emission.within_lifetime(Self::minted_new()), elapsed);
		let (minted, treasury) = Self::mint_emission(&emission);

		EpochRecords::<T>::insert(
			epoch.index,
			EpochRecord {
				policy: epoch.policy,
				elapsed,
				scheduled: emission.scheduled,
				burned: input.burned,
				minted,
				paid: ByPool::default(),
				points: input.points,
			},
		);
		let start = next_start(epoch.start, now, epoch.length);
		Self::deposit_event(Event::EpochClosed {
			epoch: epoch.index,
			start: epoch.start,
			elapsed,
			scheduled: emission.scheduled,
			burned: input.burned,
			reminted: emission.reminted,
			minted,
			treasury,
			next_start: start,
			multiplier: emission.multiplier,
			budget: emission.budget,
			policy: epoch.policy,
		});
		Self::open_next(policy, &epoch, start, burned_by_use, state);
	}

	fn open_next(
		policy: bme_economics::Policy,
		closed: &Epoch,
		start: Moment,
		burned_before: Balance,
		emission: EmissionState,
	) {
		// At one epoch a minute, `u32` lasts eight millennia.
		let index = closed.index.saturating_add(1);
		let since_zero = start.saturating_sub(closed.zero);
		let (policy, version) = Self::policy_of_next(policy, closed.policy, index, since_zero);
		Self::anchor(&policy, since_zero);
		CurrentEpoch::<T>::put(Epoch {
			index,
			start,
			length: policy.epoch_length,
			zero: closed.zero,
			policy: version,
			burned_before,
			emission,
		});
		if let Some(expired) = index.checked_sub(T::HistoryDepth::get().saturating_add(1)) {
			Self::expire_epoch(expired);
		}
	}

	/// Mint an emission, and count what of it only came back from the burn and what nobody earned.
	fn mint_emission(emission: &Emission) -> (ByPool<Balance>, Balance) {
		let minted = Self::mint_pools(&emission.minted);
		let treasury = Self::mint_or_log(MintCause::Treasury, &T::TreasuryAccount::get(), emission.treasury);
		if minted.work == emission.minted.work {
			RemintedTotal::<T>::mutate(|total| *total = total.saturating_add(emission.reminted));
		}
		let new = minted.sum().saturating_add(treasury).saturating_sub(emission.reminted);
		let unearned = emission.budget.saturating_sub(new);
		UnearnedTotal::<T>::mutate(|total| *total = total.saturating_add(unearned));
		(minted, treasury)
	}

	fn mint_pools(amounts: &ByPool<Balance>) -> ByPool<Balance> {
		let mut minted = ByPool::default();
		for pool in Pool::ALL {
			*pool.of_mut(&mut minted) = Self::mint_or_log(MintCause::Pool(pool), &Self::pot(pool), *pool.of(amounts));
		}
		minted
	}

	/// Mint, and return what was minted. Fails only where issuance would overflow: then nothing is minted, and the close goes on.
	fn mint_or_log(cause: MintCause, to: &T::AccountId, amount: Balance) -> Balance {
		match Self::mint(cause, to, amount) {
			Ok(()) => amount,
			Err(error) => {
				log::error!(target: LOG_TARGET, "{amount} of {cause:?} could not be minted: {error:?}");
				0
			}
		}
	}

	/// Burn exactly what a record minted and did not pay. Its rows are pruned by the payout step.
	fn expire_epoch(index: EpochIndex) {
		let Some(record) = EpochRecords::<T>::take(index) else {
			return;
		};
		let mut burned = ByPool::default();
		for pool in Pool::ALL {
			let rest = pool.of(&record.minted).saturating_sub(*pool.of(&record.paid));
			match Self::burn_from_pot(pool, rest) {
				Ok(()) => *pool.of_mut(&mut burned) = rest,
				Err(error) => log::error!(target: LOG_TARGET, "{rest} of {pool:?} could not expire: {error:?}"),
			}
		}
		Self::deposit_event(Event::EpochExpired { epoch: index, burned });
	}
}

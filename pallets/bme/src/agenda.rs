//! The agenda: every live job has one entry at the tick at which it moves on by itself. An entry that finds no weight left waits for
//! the next block, in the order of the ticks.

use crate::{
	jobs::MIN_WINDOW,
	pallet::{Agenda, AgendaClock},
	Config, Error, Job, Jobs, Pallet, WeightInfo, LOG_TARGET,
};
use bme_primitives::{Due, JobId, Judge, Tick, MAX_PAYEES};
use frame_support::{
	ensure,
	storage::with_storage_layer,
	weights::{Weight, WeightMeter},
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Count the tick and move on the jobs that are due, with at most half of what the meter has left, so that a crowd of jobs that
	/// end together leaves room for everybody else.
	pub(crate) fn process_agenda(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::agenda_base()).is_err() {
			return;
		}
		let mut clock = AgendaClock::<T>::get();
		// At one tick in six seconds, `u32` lasts eight centuries.
		clock.tick = clock.tick.saturating_add(1);
		AgendaClock::<T>::put(clock);

		let mut share = WeightMeter::with_limit(meter.remaining() / 2);
		while clock.worked_to <= clock.tick && Self::process_tick(clock.worked_to, &mut share) {
			clock.worked_to = clock.worked_to.saturating_add(1);
		}
		AgendaClock::<T>::put(clock);
		meter.consume(share.consumed());
	}

	/// Move on the jobs of one tick; returns whether all of them were.
	fn process_tick(tick: Tick, meter: &mut WeightMeter) -> bool {
		// One walk over the tick: each entry is removed only after the walk has passed it.
		for id in Agenda::<T>::iter_key_prefix(tick) {
			if !meter.can_consume(Self::most_weight_of_entry()) {
				return false;
			}
			meter.consume(Self::process_entry(tick, id));
		}
		meter.try_consume(T::WeightInfo::agenda_base()).is_ok()
	}

	/// Take one entry off the agenda and move on its job; returns the weight of it.
	fn process_entry(tick: Tick, id: JobId) -> Weight {
		Agenda::<T>::remove(tick, id);
		let Some(job) = Jobs::<T>::get(id) else {
			return T::WeightInfo::agenda_base();
		};
		with_storage_layer(|| Self::move_on(id, job)).unwrap_or_else(|error| {
			// Not to be seen while the invariants hold. The job stays as it is, for another try.
			log::error!(target: LOG_TARGET, "job {id} could not be moved on: {error:?}");
			<Self as bme_primitives::Jobs<_>>::due_in(id, MIN_WINDOW);
			Self::most_weight_of_entry()
		})
	}

	/// The most that one job costs that is due.
	pub(crate) fn most_weight_of_entry() -> Weight {
		T::WeightInfo::settle_young(MAX_PAYEES).saturating_add(T::Judge::due_weight())
	}

	/// Returns the weight of what was done.
	pub(crate) fn do_settle_due(id: JobId) -> Result<Weight, DispatchError> {
		let job = Jobs::<T>::get(id).ok_or(Error::<T>::JobNotFound)?;
		ensure!(Self::tick() >= job.due, Error::<T>::NotDue);
		Self::move_on(id, job)
	}

	/// A request that lapses costs what cancelling it would; work costs a settlement.
	fn weight_of_end(job: &Job<T::AccountId>) -> Weight {
		if job.has_begun() && job.young.is_empty() {
			T::WeightInfo::settle(job.payees())
		} else if job.has_begun() {
			T::WeightInfo::settle_young(job.payees())
		} else {
			T::WeightInfo::cancel_job(job.acceptances())
		}
	}

	/// Do what is due: a request lapses, work is judged. Returns the weight of it.
	fn move_on(id: JobId, mut job: Job<T::AccountId>) -> Result<Weight, DispatchError> {
		let weight = Self::weight_of_end(&job);
		if !job.has_begun() {
			Self::end_lapsed(id, job)?;
			return Ok(weight);
		}
		let (due, judging) = T::Judge::due(id);
		match due {
			Due::Settle(verdict) => Self::end_judged(id, job, verdict)?,
			Due::Wait(ticks) => {
				Self::reschedule(id, &mut job, Self::after(ticks));
				Jobs::<T>::insert(id, job);
			}
		}
		Ok(weight.saturating_add(judging))
	}
}

//! What `pallet-contribution` asks.

use crate::{BlockOf, Config, Pallet, WeightInfo};
use bme_primitives::{Balance, Convened, Deliberation, JobId, JobParties, Lots, Panels, Verdict};
use frame_support::weights::Weight;
use sp_runtime::DispatchError;

impl<T: Config> Panels<T::AccountId, BlockOf<T>> for Pallet<T> {
	fn lots(job: JobId, since: BlockOf<T>, parties: &JobParties<T::AccountId>) -> Lots {
		Self::draw_lots(job, since, parties)
	}

	fn lots_weight(suppliers: u32) -> Weight {
		T::WeightInfo::lots(suppliers)
	}

	fn may_dispute(parties: &JobParties<T::AccountId>, by: &T::AccountId) -> bool {
		Self::can_dispute(parties, by)
	}

	fn convene(
		job: JobId,
		parties: &JobParties<T::AccountId>,
		disputed_by: Option<&T::AccountId>,
		asks_shares: bool,
	) -> Result<Convened, DispatchError> {
		Self::do_convene(job, parties, disputed_by, asks_shares)
	}

	fn due(job: JobId, parties: &JobParties<T::AccountId>, standing: &Verdict) -> (Deliberation, Weight) {
		Self::do_due(job, parties, standing)
	}

	fn due_weight() -> Weight {
		Self::most_due_weight()
	}

	fn close(job: JobId, spare: Balance) {
		Self::do_close(job, spare);
	}

	fn condemn(job: JobId, who: &T::AccountId, liability: Balance) {
		Self::do_condemn(job, who, liability);
	}
}

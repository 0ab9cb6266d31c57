//! Whether the price can be used: by its age and its confidence, and by what was said before, so that nothing flaps.

use crate::{Config, KnownPrice, Pallet};
use bme_economics::margin;
use bme_primitives::{
	apis::{PriceCondition, StaleReason},
	Moment,
};
use frame_support::traits::Get;
use sp_runtime::{traits::Zero, PerThing, Perbill};
use PriceCondition::{Ageing, Fresh, Stale};

impl<T: Config> Pallet<T> {
	/// The condition of a price now. A condition is left for a better one only a [`Config::Hysteresis`] within the threshold
	/// that it was entered at.
	pub(crate) fn condition_of(known: &KnownPrice, now: Moment) -> PriceCondition {
		if Self::stale_reason(known, now).is_some() {
			return Stale;
		}
		let young = match known.condition {
			Fresh | Stale => T::AgeingAfter::get(),
			Ageing => Self::within(T::AgeingAfter::get()),
		};
		if Self::age(known, now) <= young {
			Fresh
		} else {
			Ageing
		}
	}

	/// Why a price cannot be used now, if it cannot.
	pub(crate) fn stale_reason(known: &KnownPrice, now: Moment) -> Option<StaleReason> {
		let (oldest, widest) = match known.condition {
			Fresh | Ageing => (T::StaleAfter::get(), T::MaxUncertainty::get()),
			Stale => (
				Self::within(T::StaleAfter::get()),
				T::Hysteresis::get().left_from_one() * T::MaxUncertainty::get(),
			),
		};
		if known.price.is_zero() {
			Some(StaleReason::NeverKnown)
		} else if Self::age(known, now) > oldest {
			Some(StaleReason::TooOld)
		} else if known.confidence.into_inner() > widest.mul_floor(known.price.into_inner()) {
			Some(StaleReason::TooUncertain)
		} else {
			None
		}
	}

	/// The first moment at which the condition would be another, if nothing is fed; never, if it is stale.
	pub(crate) fn next_change(known: &KnownPrice) -> Moment {
		let threshold = match known.condition {
			Fresh => T::AgeingAfter::get(),
			Ageing => T::StaleAfter::get(),
			Stale => return Moment::MAX,
		};
		known.observed_at.saturating_add(threshold).saturating_add(1)
	}

	/// What the age of a price takes off it.
	pub(crate) fn margin_of(known: &KnownPrice, now: Moment) -> Perbill {
		let (from, to) = (T::AgeingAfter::get(), T::StaleAfter::get());
		margin(Self::age(known, now), from, to, T::MaxMargin::get())
	}

	fn age(known: &KnownPrice, now: Moment) -> Moment {
		now.saturating_sub(known.observed_at)
	}

	fn within(threshold: Moment) -> Moment {
		T::Hysteresis::get().left_from_one().mul_floor(threshold)
	}
}

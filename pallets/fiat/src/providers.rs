//! Payment providers and what they owe.

use crate::{
	pallet::{Providers, Threshold, Totals},
	Config, Error, Event, Pallet, Provider, ProviderTerms,
};
use bme_primitives::{Balance, ProviderId};
use frame_support::{
	ensure,
	traits::{
		fungibles::Mutate as _,
		tokens::{Fortitude, Precision, Preservation},
		Get,
	},
};
use sp_runtime::{traits::Zero, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_provider(id: ProviderId, terms: ProviderTerms) -> DispatchResult {
		ensure!(terms.maturity <= T::MaxMaturity::get(), Error::<T>::MaturityTooLong);
		let before = Providers::<T>::try_mutate(|providers| {
			if let Some(provider) = providers.get_mut(&id) {
				return Ok(Some(core::mem::replace(&mut provider.terms, terms)));
			}
			providers
				.try_insert(id, Provider::new(terms))
				.map_err(|_| Error::<T>::TooManyProviders)?;
			Ok::<_, DispatchError>(None)
		})?;
		Self::deposit_event(Event::ProviderSet {
			provider: id,
			before,
			after: terms,
		});
		Ok(())
	}

	pub(crate) fn do_set_threshold(after: u32) -> DispatchResult {
		ensure!(
			(1..=T::MaxMembers::get()).contains(&after),
			Error::<T>::ThresholdOutOfBounds
		);
		let before = Threshold::<T>::mutate(|threshold| core::mem::replace(threshold, after));
		Self::deposit_event(Event::ThresholdSet { before, after });
		Ok(())
	}

	/// Burn fiat of `who` for what a provider owes, at most all of it.
	pub(crate) fn do_cover_deficit(who: T::AccountId, id: ProviderId, amount: Balance) -> DispatchResult {
		let mut providers = Providers::<T>::get();
		let provider = providers.get_mut(&id).ok_or(Error::<T>::UnknownProvider)?;
		let amount = amount.min(provider.deficit);
		ensure!(!amount.is_zero(), Error::<T>::NothingToCover);
		T::Fiat::burn_from(
			T::FiatId::get(),
			&who,
			amount,
			Preservation::Expendable,
			Precision::Exact,
			Fortitude::Polite,
		)
		.map_err(|_| Error::<T>::InsufficientFiat)?;
		provider.deficit = provider.deficit.saturating_sub(amount);
		let left = provider.deficit;
		Providers::<T>::put(providers);
		Totals::<T>::mutate(|totals| totals.reversals = totals.reversals.saturating_add(amount));
		Self::deposit_event(Event::DeficitCovered {
			provider: id,
			by: who,
			amount,
			left,
		});
		Ok(())
	}
}

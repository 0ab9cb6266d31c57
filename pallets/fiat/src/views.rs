//! What the runtime APIs read.

use crate::{
	pallet::{Providers, Receipts, Statements, Totals, Young},
	Config, Pallet, Provider,
};
use alloc::vec::Vec;
use bme_primitives::{
	apis::{FiatView, ProviderView, ReceiptStage, ReceiptView, YoungView},
	ReceiptKey,
};
use core::cmp::Reverse;
use frame_support::traits::{fungibles::Inspect as _, Get, Time};
use sp_runtime::traits::Zero;

impl<T: Config> Pallet<T> {
	/// What is known of a receipt.
	pub fn receipt_view(key: ReceiptKey) -> Option<ReceiptView<T::AccountId>> {
		let Some(record) = Receipts::<T>::get(key) else {
			let said = Statements::<T>::get(key);
			let first = said.first()?.statement.clone();
			return Some(ReceiptView {
				stage: ReceiptStage::Attested,
				beneficiary: first.beneficiary,
				amount: first.amount,
				issued: 0,
				held: 0,
				matures: None,
				members: said.into_iter().map(|attested| attested.member).collect(),
			});
		};
		let stage = if record.reversed {
			ReceiptStage::Reversed
		} else if !record.queued().is_zero() {
			ReceiptStage::Queued
		} else if Self::is_mature(&record) {
			ReceiptStage::Mature
		} else {
			ReceiptStage::Young
		};
		Some(ReceiptView {
			stage,
			beneficiary: record.beneficiary,
			amount: record.amount,
			issued: record.issued,
			held: record.held,
			matures: Some(record.matures),
			members: Vec::new(),
		})
	}

	/// The young fiat of an account, without what was taken back, the largest first.
	pub fn young_view(who: &T::AccountId) -> Vec<YoungView> {
		let mut young: Vec<_> = Young::<T>::iter_prefix(who)
			.filter_map(|(receipt, amount)| {
				let record = Receipts::<T>::get(receipt).filter(|record| !record.void)?;
				Some(YoungView {
					receipt,
					amount,
					matures: record.matures,
				})
			})
			.collect();
		young.sort_by_key(|one| Reverse(one.amount));
		young
	}

	/// The providers and all fiat there ever was.
	pub fn fiat_view() -> FiatView {
		let totals = Totals::<T>::get();
		let now = T::Time::now();
		let providers = Providers::<T>::get();
		let view = |(id, provider): (&u16, &Provider)| ProviderView {
			provider: *id,
			maturity: provider.terms.maturity,
			daily_limit: provider.terms.daily_limit,
			room: provider.used.room(provider.terms.daily_limit, now),
			deficit: provider.deficit,
			queued: provider.next.saturating_sub(provider.first),
		};
		FiatView {
			issuance: T::Fiat::total_issuance(T::FiatId::get()),
			genesis: totals.genesis,
			receipts: totals.receipts,
			redemptions: totals.redemptions,
			reversals: totals.reversals,
			threshold: Self::votes_needed(),
			providers: providers.iter().map(view).collect(),
		}
	}
}

//! Benchmarks of every call and of every step of the hooks, at their worst.

use crate::{
	pallet::{Agenda, AgendaCursor, Call, Providers, Receipts, Redemptions, Threshold, Young},
	BatchOf, Config, Due, Pallet, Provider, ProviderTerms, Receipt, MAX_BATCH, MAX_PROVIDERS,
};
use alloc::vec::Vec;
use bme_primitives::{Balance, Moment, ProviderId, ReceiptKey, ReceiptKeys, YoungFiat as _, MAX_LOTS, USD};
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	traits::{fungibles::Mutate as _, EnsureOrigin, Get, SortedMembers, Time},
	weights::WeightMeter,
};
use frame_system::RawOrigin;
use sp_core::H256;

/// The provider whose fiat is young.
const PROVIDER: ProviderId = MAX_PROVIDERS as ProviderId - 1;
const MATURITY: Moment = 86_400_000;
const AMOUNT: Balance = 10 * USD;

/// As many members as there may be, all of whom have to agree.
fn members<T: Config>() -> Vec<T::AccountId> {
	for index in T::Members::count() as u32..T::MaxMembers::get() {
		T::Members::add(&account("member", index, 0));
	}
	Threshold::<T>::put(T::MaxMembers::get());
	let terms = ProviderTerms {
		maturity: MATURITY,
		daily_limit: Balance::MAX / 2,
	};
	let all = (0..MAX_PROVIDERS).map(|id| (id as ProviderId, Provider::new(terms)));
	let all: alloc::collections::BTreeMap<_, _> = all.collect();
	Providers::<T>::put(crate::ProviderMap::try_from(all).unwrap_or_default());
	T::Members::sorted_members()
}

fn reference(index: u32) -> H256 {
	let mut bytes = [0; 32];
	bytes[..4].copy_from_slice(&index.to_be_bytes());
	bytes.into()
}

fn key(index: u32) -> ReceiptKey {
	ReceiptKey {
		provider: PROVIDER,
		reference: reference(index),
	}
}

fn receipts<T: Config>(count: u32) -> BatchOf<T> {
	let receipts = (0..count).map(|index| Receipt {
		provider: PROVIDER,
		reference: reference(index),
		beneficiary: account("beneficiary", index, 0),
		amount: AMOUNT,
		paid_at: T::Time::now(),
	});
	BatchOf::<T>::truncate_from(receipts.collect())
}

/// All members but the last attest, who is returned.
fn attested_by_all_but_one<T: Config>(batch: &BatchOf<T>) -> T::AccountId {
	let mut members = members::<T>();
	let last: T::AccountId = members.pop().unwrap_or_else(whitelisted_caller);
	for member in members {
		assert_ok!(Pallet::<T>::do_attest(&member, batch.to_vec()));
	}
	last
}

/// A receipt that was issued and is young.
fn issued<T: Config>() -> T::AccountId {
	let batch = receipts::<T>(1);
	let last = attested_by_all_but_one::<T>(&batch);
	assert_ok!(Pallet::<T>::do_attest(&last, batch.to_vec()));
	account("beneficiary", 0, 0)
}

/// Young fiat of as many receipts as one job may spend.
pub(crate) fn issue_lots<T: Config>(who: &T::AccountId, amount: Balance) -> ReceiptKeys {
	let member = members::<T>().swap_remove(0);
	Threshold::<T>::put(1);
	let batch = (0..MAX_LOTS).map(|index| Receipt {
		provider: PROVIDER,
		reference: reference(index),
		beneficiary: who.clone(),
		amount,
		paid_at: T::Time::now(),
	});
	assert_ok!(Pallet::<T>::do_attest(&member, batch.collect()));
	ReceiptKeys::truncate_from((0..MAX_LOTS).map(key).collect())
}

/// The issued receipt has matured and may be forgotten.
fn mature<T: Config>() {
	Receipts::<T>::mutate_extant(key(0), |record| {
		record.matures = 0;
		record.keep_until = 0;
	});
}

fn redemption<T: Config>() -> T::AccountId {
	let who: T::AccountId = account("owner", 0, 0);
	assert_ok!(T::Fiat::mint_into(T::FiatId::get(), &who, 100 * AMOUNT));
	crate::Totals::<T>::mutate(|totals| totals.receipts = totals.receipts.saturating_add(100 * AMOUNT));
	assert_ok!(Pallet::<T>::do_redeem(
		who.clone(),
		T::MinRedemption::get().max(AMOUNT),
		reference(0)
	));
	who
}

/// Nothing is on the agenda before this minute.
fn cursor_to_now<T: Config>() -> u32 {
	let now = (T::Time::now() / 60_000) as u32;
	AgendaCursor::<T>::put(now);
	now
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// The first word of receipts that wait for other members: each has an entry on the agenda.
	#[benchmark]
	fn attest_receipts(n: Linear<1, MAX_BATCH>) {
		let batch = receipts::<T>(n);
		let first = members::<T>().swap_remove(0);

		#[block]
		{
			let _ = Pallet::<T>::do_attest(&first, batch.into_inner());
		}

		assert!((0..n).all(|index| !Receipts::<T>::contains_key(key(index))));
	}

	/// Receipts of which this is the only word that is needed: each is mature at once, and its fiat comes to an account that is new.
	/// Young fiat writes as much, a row and a second entry on the agenda in place of the account and its balance, and transfers nothing.
	#[benchmark]
	fn attest_last(n: Linear<1, MAX_BATCH>) {
		let batch = receipts::<T>(n);
		let last = members::<T>().swap_remove(0);
		Threshold::<T>::put(1);
		Providers::<T>::mutate(|providers| {
			if let Some(provider) = providers.get_mut(&PROVIDER) {
				provider.terms.maturity = 0;
			}
		});

		#[block]
		{
			let _ = Pallet::<T>::do_attest(&last, batch.into_inner());
		}

		assert!((0..n).all(|index| Receipts::<T>::get(key(index)).is_some_and(|record| record.held == 0)));
	}

	#[benchmark]
	fn reverse_receipt() {
		issued::<T>();
		let mut members = members::<T>();
		let last = members.pop().unwrap_or_else(whitelisted_caller);
		members.into_iter().for_each(|member| {
			assert_ok!(Pallet::<T>::do_reverse(member, key(0)));
		});

		#[extrinsic_call]
		_(RawOrigin::Signed(last), key(0));

		assert!(Receipts::<T>::get(key(0)).is_some_and(|record| record.reversed));
	}

	#[benchmark]
	fn release() {
		let who = issued::<T>();
		mature::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(whitelisted_caller()), who.clone(), key(0));

		assert_eq!(Young::<T>::get(who, key(0)), 0);
	}

	#[benchmark]
	fn redeem() {
		let who = redemption::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), T::MinRedemption::get(), reference(1));

		assert!(Redemptions::<T>::contains_key(1));
	}

	#[benchmark]
	fn cancel_redemption() {
		let who = redemption::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), 0);

		assert!(!Redemptions::<T>::contains_key(0));
	}

	#[benchmark]
	fn claim_redemption() {
		redemption::<T>();
		let member = members::<T>().swap_remove(0);

		#[extrinsic_call]
		_(RawOrigin::Signed(member), 0);

		assert!(Redemptions::<T>::get(0).is_some_and(|redemption| redemption.claimed_by.is_some()));
	}

	#[benchmark]
	fn confirm_redemption() {
		redemption::<T>();
		let mut members = members::<T>();
		let last = members.pop().unwrap_or_else(whitelisted_caller);
		assert_ok!(Pallet::<T>::do_claim(last.clone(), 0));
		for member in members {
			assert_ok!(Pallet::<T>::do_confirm(member, 0, reference(0)));
		}

		#[extrinsic_call]
		_(RawOrigin::Signed(last), 0, reference(0));

		assert!(!Redemptions::<T>::contains_key(0));
	}

	#[benchmark]
	fn reject_redemption() {
		redemption::<T>();
		let mut members = members::<T>();
		let last = members.pop().unwrap_or_else(whitelisted_caller);
		for member in members {
			assert_ok!(Pallet::<T>::do_reject(member, 0));
		}

		#[extrinsic_call]
		_(RawOrigin::Signed(last), 0);

		assert!(!Redemptions::<T>::contains_key(0));
	}

	#[benchmark]
	fn cover_deficit() {
		let who = redemption::<T>();
		members::<T>();
		Providers::<T>::mutate(|providers| {
			if let Some(provider) = providers.get_mut(&PROVIDER) {
				provider.deficit = AMOUNT;
			}
		});

		#[extrinsic_call]
		_(RawOrigin::Signed(who), PROVIDER, AMOUNT);

		assert!(Providers::<T>::get()
			.get(&PROVIDER)
			.is_some_and(|provider| provider.deficit == 0));
	}

	#[benchmark]
	fn set_provider() -> Result<(), BenchmarkError> {
		let origin = T::ManageOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		members::<T>();
		let terms = ProviderTerms {
			maturity: 0,
			daily_limit: 1,
		};

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, PROVIDER, terms);

		assert!(Providers::<T>::get()
			.get(&PROVIDER)
			.is_some_and(|provider| provider.terms == terms));
		Ok(())
	}

	#[benchmark]
	fn set_threshold() -> Result<(), BenchmarkError> {
		let origin = T::ManageOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, 1);

		assert_eq!(Threshold::<T>::get(), 1);
		Ok(())
	}

	/// Every minute was worked off.
	#[benchmark]
	fn agenda_base() {
		let now = cursor_to_now::<T>();
		AgendaCursor::<T>::put(now + 1);

		#[block]
		{
			Pallet::<T>::process_agenda(&mut WeightMeter::new());
		}

		assert_eq!(AgendaCursor::<T>::get(), now + 1);
	}

	/// A row of a receipt that matured comes to an account that is new and not the beneficiary, and the receipt is forgotten.
	#[benchmark]
	fn agenda_step() {
		let beneficiary = issued::<T>();
		let who: T::AccountId = account("holder", 0, 0);
		let keys = ReceiptKeys::truncate_from(alloc::vec![key(0)]);
		for lot in Pallet::<T>::take(&beneficiary, &keys, AMOUNT) {
			Pallet::<T>::give(&who, lot);
		}
		mature::<T>();
		let now = cursor_to_now::<T>();
		Agenda::<T>::insert(now, Due::Receipt(key(0)), ());

		#[block]
		{
			Pallet::<T>::process_agenda(&mut WeightMeter::new());
		}

		assert_eq!(Young::<T>::get(who, key(0)), 0);
		assert!(!Receipts::<T>::contains_key(key(0)));
	}

	/// No receipt waits.
	#[benchmark]
	fn queue_base() {
		members::<T>();

		#[block]
		{
			Pallet::<T>::process_queues(&mut WeightMeter::new());
		}
	}

	/// The rest of a receipt that matured comes to an account that is new.
	#[benchmark]
	fn queue_step() {
		let batch = receipts::<T>(1);
		let last = attested_by_all_but_one::<T>(&batch);
		let limit = |limit: Balance| {
			Providers::<T>::mutate(|providers| {
				if let Some(provider) = providers.get_mut(&PROVIDER) {
					provider.terms.daily_limit = limit;
				}
			})
		};
		limit(0);
		assert_ok!(Pallet::<T>::do_attest(&last, batch.into_inner()));
		limit(Balance::MAX / 2);
		mature::<T>();

		#[block]
		{
			Pallet::<T>::process_queues(&mut WeightMeter::new());
		}

		assert!(Receipts::<T>::get(key(0)).is_some_and(|record| record.queued() == 0));
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::new_test_ext(), crate::tests::mock::Test);
}

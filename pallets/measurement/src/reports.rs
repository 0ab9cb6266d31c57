//! Reporters, their bonds and their reports.

use crate::{
	pallet::{Items, Reporters, Reports, TallyCursor},
	Config, Error, Event, HoldReason, Pallet, RefusedReason, Report, Reporter, Statement, WeightInfo,
};
use alloc::{collections::BTreeSet, vec::Vec};
use bme_primitives::{EpochClock, EpochIndex, ItemId, SupplierBonds};
use frame_support::{
	ensure,
	traits::{fungible::MutateHold as _, tokens::Precision, Get, SortedMembers},
	weights::Weight,
};
use sp_runtime::{traits::Zero, DispatchResult};

/// The items that a batch names: each is read once, however many reports name it.
pub(crate) fn items_of<AccountId>(reports: &[Report<AccountId>]) -> BTreeSet<ItemId> {
	let quantities = reports.iter().flat_map(|report| &report.quantities);
	quantities.map(|(item, _)| *item).collect()
}

/// Every report the last on its supplier, of whom much was said, or the first, when the bond of the supplier is looked at:
/// whichever is more.
pub(crate) fn weight_of<T: Config>(reports: &[Report<T::AccountId>]) -> Weight {
	let (count, items) = (reports.len() as u32, items_of(reports).len() as u32);
	T::WeightInfo::report(count, items).max(T::WeightInfo::first_report(count, items))
}

/// Whether an item is there twice. They are a few, so that each is compared with each.
fn names_twice(quantities: &[(ItemId, u64)]) -> bool {
	let mut rest = quantities;
	while let [(item, _), later @ ..] = rest {
		if later.iter().any(|(other, _)| other == item) {
			return true;
		}
		rest = later;
	}
	false
}

impl<T: Config> Pallet<T> {
	/// Fill up the bond.
	pub(crate) fn do_bond(who: T::AccountId) -> DispatchResult {
		ensure!(T::Members::contains(&who), Error::<T>::NotReporter);
		let mut reporter = Reporters::<T>::get(&who).unwrap_or_default();
		let missing = T::ReporterBond::get().saturating_sub(reporter.bond);
		ensure!(!missing.is_zero(), Error::<T>::AlreadyBonded);
		T::Currency::hold(&HoldReason::ReporterBond.into(), &who, missing)
			.map_err(|_| Error::<T>::InsufficientTokens)?;
		reporter.bond = reporter.bond.saturating_add(missing);
		Self::deposit_event(Event::ReporterBonded {
			reporter: who.clone(),
			bond: reporter.bond,
		});
		Reporters::<T>::insert(who, reporter);
		Ok(())
	}

	pub(crate) fn do_withdraw_bond(who: T::AccountId) -> DispatchResult {
		let mut reporter = Reporters::<T>::get(&who).ok_or(Error::<T>::NotBonded)?;
		ensure!(!reporter.bond.is_zero(), Error::<T>::NotBonded);
		ensure!(Self::is_free(&reporter), Error::<T>::ReportsPending);
		let bond = reporter.bond;
		T::Currency::release(&HoldReason::ReporterBond.into(), &who, bond, Precision::Exact)?;
		if reporter.faults.is_zero() {
			Reporters::<T>::remove(&who);
		} else {
			reporter.bond = 0;
			Reporters::<T>::insert(&who, reporter);
		}
		Self::deposit_event(Event::ReporterWithdrawn { reporter: who, bond });
		Ok(())
	}

	/// Whether nothing that the reporter said is still to be counted.
	fn is_free(reporter: &Reporter) -> bool {
		reporter.reported_in.is_none_or(|epoch| epoch < TallyCursor::<T>::get())
	}

	pub(crate) fn do_report(
		who: T::AccountId,
		epoch: EpochIndex,
		reports: Vec<Report<T::AccountId>>,
	) -> DispatchResult {
		ensure!(!reports.is_empty(), Error::<T>::NothingToReport);
		ensure!(epoch == T::Epoch::current(), Error::<T>::WrongEpoch);
		let members = T::Members::sorted_members();
		ensure!(members.binary_search(&who).is_ok(), Error::<T>::NotReporter);
		let mut reporter = Reporters::<T>::get(&who).ok_or(Error::<T>::NotBonded)?;
		ensure!(reporter.bond >= T::ReporterBond::get(), Error::<T>::NotBonded);
		let listed: BTreeSet<_> = items_of(&reports)
			.into_iter()
			.filter(|item| Items::<T>::contains_key(item))
			.collect();
		let mut counted: u32 = 0;
		for report in reports {
			let supplier = report.supplier.clone();
			match Self::take_report(epoch, &who, &members, &listed, report) {
				Ok(()) => counted = counted.saturating_add(1),
				Err(reason) => Self::deposit_event(Event::ReportRefused {
					reporter: who.clone(),
					supplier,
					reason,
				}),
			}
		}
		reporter.reported_in = Some(epoch);
		Reporters::<T>::insert(&who, reporter);
		Self::deposit_event(Event::Reported {
			reporter: who,
			epoch,
			counted,
		});
		Ok(())
	}

	fn take_report(
		epoch: EpochIndex,
		reporter: &T::AccountId,
		members: &[T::AccountId],
		listed: &BTreeSet<ItemId>,
		report: Report<T::AccountId>,
	) -> Result<(), RefusedReason> {
		let Report { supplier, quantities } = report;
		ensure!(!quantities.is_empty(), RefusedReason::NoQuantity);
		ensure!(!names_twice(&quantities), RefusedReason::DuplicateItem);
		ensure!(
			quantities.iter().all(|(item, _)| listed.contains(item)),
			RefusedReason::UnknownItem
		);
		Reports::<T>::try_mutate(epoch, &supplier, |statements| {
			// Once an epoch: whoever reported on it before found its bond.
			ensure!(
				!statements.is_empty() || T::Bonds::bond(&supplier).is_some_and(|bond| !bond.is_zero()),
				RefusedReason::UnknownSupplier
			);
			let is_repeated = statements.iter().any(|statement| statement.reporter == *reporter);
			ensure!(!is_repeated, RefusedReason::AlreadyReported);
			let statement = Statement {
				reporter: reporter.clone(),
				quantities,
			};
			if statements.is_full() {
				// There is room for every reporter that there may be: some are reporters no more.
				statements.retain(|statement| members.binary_search(&statement.reporter).is_ok());
			}
			statements
				.try_push(statement)
				.map_err(|_| RefusedReason::TooManyReporters)
		})
	}
}

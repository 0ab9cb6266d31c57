//! Counting an epoch's reports once it is over, one row at a time.

use crate::{
	pallet::{Answers, Items, Reporters, Reports, TallyCursor},
	Config, Counted, Event, Fault, HoldReason, Listed, Pallet, Statement, WeightInfo, MAX_ITEMS,
};
use alloc::{collections::BTreeSet, vec::Vec};
use bme_economics::{contribution, contribution_cap, is_far, lower_median};
use bme_primitives::{EpochClock, EpochIndex, ItemId, PointsBook, Pool, SupplierBonds};
use frame_support::{
	traits::{fungible::BalancedHold as _, Get, Imbalance as _, OnUnbalanced, SortedMembers},
	weights::{Weight, WeightMeter},
};

/// What is said of an item.
struct Tallied {
	id: ItemId,
	listed: Listed,
	/// The lower median over all reporters.
	median: u64,
	/// Whether more than a half of all reporters reported about as much.
	is_agreed: bool,
}

type StatementOf<T> = Statement<<T as frame_system::Config>::AccountId>;

impl<T: Config> Pallet<T> {
	/// Count the reports of epochs that are over, while there is weight.
	pub(crate) fn process_tally(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::tally_base()).is_err() {
			return;
		}
		let current = T::Epoch::current();
		let first = TallyCursor::<T>::get();
		let mut cursor = first;
		while cursor < current && Self::tally_epoch(cursor, meter) {
			cursor = cursor.saturating_add(1);
		}
		if cursor != first {
			TallyCursor::<T>::put(cursor);
		}
	}

	/// Returns whether every row of the epoch was counted.
	fn tally_epoch(epoch: EpochIndex, meter: &mut WeightMeter) -> bool {
		let members = T::Members::sorted_members();
		let most = MAX_ITEMS.saturating_mul(T::MaxReporters::get());
		// One walk over the epoch: each row is removed only after the walk has passed it.
		for (supplier, statements) in Reports::<T>::iter_prefix(epoch) {
			if !meter.can_consume(Self::weight_of_row(most, T::MaxReporters::get())) {
				return false;
			}
			Reports::<T>::remove(epoch, &supplier);
			meter.consume(Self::tally_row(epoch, supplier, &statements, &members));
		}
		// What these reports were of is counted: nobody asks for its answers any more.
		for (measured, supplier) in Self::measured_in(epoch)
			.into_iter()
			.flat_map(|measured| Answers::<T>::iter_key_prefix(measured).map(move |supplier| (measured, supplier)))
		{
			if meter.try_consume(T::WeightInfo::forget_answer()).is_err() {
				return false;
			}
			Answers::<T>::remove(measured, supplier);
		}
		meter.try_consume(T::WeightInfo::tally_base()).is_ok()
	}

	/// The epoch of which the reports of this one are: the one before it.
	fn measured_in(epoch: EpochIndex) -> Option<EpochIndex> {
		epoch.checked_sub(1)
	}

	fn weight_of_row(items: u32, slashed: u32) -> Weight {
		let slashes = T::WeightInfo::slash().saturating_mul(slashed.into());
		T::WeightInfo::tally_row(items).saturating_add(slashes)
	}

	/// How many reporters have to have reported: more than a half of them, and at least [`Config::Quorum`].
	fn quorum(members: &[T::AccountId]) -> usize {
		Self::majority(members).max(T::Quorum::get() as usize)
	}

	fn majority(members: &[T::AccountId]) -> usize {
		(members.len() / 2).saturating_add(1)
	}

	/// Returns the weight of it.
	pub(crate) fn tally_row(
		epoch: EpochIndex,
		supplier: T::AccountId,
		statements: &[StatementOf<T>],
		members: &[T::AccountId],
	) -> Weight {
		let is_member = |statement: &&StatementOf<T>| members.binary_search(&statement.reporter).is_ok();
		let valid: Vec<_> = statements.iter().filter(is_member).collect();
		if valid.len() < Self::quorum(members) {
			let reports = valid.len() as u32;
			Self::deposit_event(Event::ContributionUncounted {
				supplier,
				reported_in: epoch,
				reports,
			});
			return Self::weight_of_row(1, 0);
		}
		let items = Self::items_of(&valid, members);
		Self::credit(epoch, supplier.clone(), &items);
		let mut slashed: u32 = 0;
		// Whoever left meanwhile answers for what it said as well.
		for statement in statements {
			let fault = Self::fault_of(epoch, statement, &items);
			if fault.is_some_and(|fault| Self::slash(epoch, &supplier, &statement.reporter, fault)) {
				slashed = slashed.saturating_add(1);
			}
		}
		Self::weight_of_row(items.len() as u32, slashed)
	}

	/// What is said of each item that anybody named and that is listed.
	fn items_of(valid: &[&StatementOf<T>], members: &[T::AccountId]) -> Vec<Tallied> {
		let named = valid.iter().flat_map(|statement| statement.quantities.iter());
		let items: BTreeSet<ItemId> = named.map(|(item, _)| *item).collect();
		let tallied = |id| {
			let listed = Items::<T>::get(id)?;
			let mut quantities: Vec<_> = valid.iter().map(|statement| statement.quantity(id)).collect();
			// Silence is zero, so that what counts is what more than a half of all reporters say at least.
			quantities.resize(members.len().max(valid.len()), 0);
			let median = lower_median(quantities)?;
			let agrees = |statement: &&&StatementOf<T>| !is_far(statement.quantity(id), median, T::Tolerance::get());
			let is_agreed = valid.iter().filter(agrees).count() >= Self::majority(members);
			Some(Tallied {
				id,
				listed,
				median,
				is_agreed,
			})
		};
		items.into_iter().filter_map(tallied).collect()
	}

	/// Credit what the medians earn, within the caps of items and of the supplier's bond.
	fn credit(epoch: EpochIndex, supplier: T::AccountId, items: &[Tallied]) {
		let (mut counted, mut priced) = (Vec::new(), Vec::new());
		let is_device_bound = items.iter().any(|one| one.listed.item.device_bound);
		let measured = Self::measured_in(epoch).filter(|_| is_device_bound);
		let present = measured.map_or_else(Vec::new, |measured| Self::present(measured, &supplier));
		for Tallied { id, listed, median, .. } in items {
			let answered = present.iter().find(|(item, _)| item == id);
			let devices = answered.map_or(0, |(_, devices)| *devices);
			let units = listed.item.most(devices).min(*median);
			priced.push((listed.item.price, units));
			counted.push(Counted {
				item: *id,
				median: *median,
				units,
			});
		}
		let earned = contribution(priced);
		let current = T::Epoch::current();
		let bond = T::Bonds::bond(&supplier).unwrap_or_default();
		// Of a tally that came late there may be points in this epoch already.
		let cap = contribution_cap(bond, T::CapRate::get(), T::Epoch::length())
			.saturating_sub(T::Points::points(current, &supplier).contribution);
		let points = earned.min(cap);
		T::Points::credit(current, Pool::Contribution, &supplier, points);
		Self::deposit_event(Event::ContributionCounted {
			supplier,
			reported_in: epoch,
			counted,
			points,
			capped: earned > cap,
		});
	}

	/// Where a statement is far off what more than a half of all reporters agree on. An item that was listed or changed in that very
	/// epoch is nobody's fault.
	fn fault_of(epoch: EpochIndex, statement: &StatementOf<T>, items: &[Tallied]) -> Option<Fault> {
		let judged = items.iter().filter(|one| one.is_agreed && one.listed.since < epoch);
		judged
			.map(|one| Fault {
				item: one.id,
				quantity: statement.quantity(one.id),
				median: one.median,
			})
			.find(|fault| is_far(fault.quantity, fault.median, T::Tolerance::get()))
	}

	/// Take a part of a bond, once for an epoch; returns whether this was that once.
	pub(crate) fn slash(epoch: EpochIndex, supplier: &T::AccountId, who: &T::AccountId, fault: Fault) -> bool {
		let Some(mut reporter) = Reporters::<T>::get(who).filter(|one| one.faulty_in != Some(epoch)) else {
			return false;
		};
		let amount = T::Slash::get().mul_ceil(T::ReporterBond::get()).min(reporter.bond);
		let (credit, _) = T::Currency::slash(&HoldReason::ReporterBond.into(), who, amount);
		let slashed = credit.peek();
		T::Slashed::on_unbalanced(credit);
		reporter.bond = reporter.bond.saturating_sub(slashed);
		reporter.faults = reporter.faults.saturating_add(1);
		reporter.faulty_in = Some(epoch);
		Reporters::<T>::insert(who, reporter);
		Self::deposit_event(Event::ReporterSlashed {
			reporter: who.clone(),
			reported_in: epoch,
			supplier: supplier.clone(),
			fault,
			slashed,
		});
		true
	}
}

//! Benchmarks. `n` is the number of payees of the job, all of them suppliers.

use crate::{Call, Config, EvidenceBases, Pallet, Suppliers, WeightInfo, Works, MAX_BASES};
use alloc::vec::Vec;
use bme_primitives::{
	Balance, ByClass, Evidence, EvidenceBasis, JobId, Jobs, Suppliers as PerSupplier, MAX_SUPPLIERS, TOKEN,
};
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{fungible::Mutate as _, EnsureOrigin, Get},
	BoundedBTreeSet,
};
use frame_system::RawOrigin;
use sp_runtime::Perbill;

const EVERY_CLASS: ByClass<bool> = ByClass {
	agent: true,
	inference: true,
	training: true,
};

/// An account with more than any bond here.
fn funded<T: Config>(name: &'static str, index: u32) -> T::AccountId {
	let who = account(name, index, 0);
	T::Currency::set_balance(&who, 100_000_000 * TOKEN);
	who
}

/// Evidence that rests on the last of as many bases as may be listed.
const EVIDENCE: Evidence = Evidence::Proof {
	system: [MAX_BASES as u8 - 1; 32],
	proof: [1; 32],
};

fn basis(index: u32) -> EvidenceBasis {
	EvidenceBasis::ProofSystem([index as u8; 32])
}

fn list_bases<T: Config>() {
	let bases = (0..MAX_BASES).map(basis).collect::<alloc::collections::BTreeSet<_>>();
	EvidenceBases::<T>::put(BoundedBTreeSet::try_from(bases).expect("so many may be listed"));
}

/// Make `who` a supplier of every class, with a bond that covers any liability, on a chain that knows [`EVIDENCE`].
pub(crate) fn supplier<T: Config>(who: &T::AccountId) {
	list_bases::<T>();
	T::Currency::set_balance(who, 100_000_000 * TOKEN);
	if !Suppliers::<T>::contains_key(who) {
		Pallet::<T>::do_register(who.clone(), 10_000_000 * TOKEN, EVERY_CLASS).expect("the bond is there");
	}
}

/// Attest for every supplier of `job`.
pub(crate) fn attest_all<T: Config>(job: JobId) {
	let parties = T::Jobs::parties(job).expect("the job is live");
	for terms in parties.suppliers {
		attest::<T>(&terms.account, job);
	}
}

fn attest<T: Config>(who: &T::AccountId, job: JobId) {
	Pallet::<T>::attest(RawOrigin::Signed(who.clone()).into(), job, 1, [1; 32], EVIDENCE)
		.expect("the supplier accepted");
}

/// A begun job of `n` suppliers.
fn begun<T: Config>(n: u32, assessed: bool) -> (JobId, T::AccountId, T::AccountId, Vec<T::AccountId>) {
	let consumer = funded::<T>("consumer", 0);
	let assessor = funded::<T>("assessor", 0);
	let suppliers: Vec<_> = (0..n).map(|index| funded::<T>("supplier", index)).collect();
	suppliers.iter().for_each(supplier::<T>);
	let job = T::Jobs::benchmark_job(&consumer, assessed.then_some(&assessor), &suppliers);
	(job, consumer, assessor, suppliers)
}

/// Shares by the minima of a job, of which the first takes what they leave.
fn shares<T: Config>(job: JobId) -> PerSupplier<Perbill> {
	let parties = T::Jobs::parties(job).expect("the job is live");
	let mut shares: Vec<_> = parties.suppliers.iter().map(|terms| terms.min_share).collect();
	let left = shares.iter().fold(Perbill::one(), |left, share| left - *share);
	shares[0] = shares[0] + left;
	PerSupplier::truncate_from(shares)
}

#[benchmarks]
mod benches {
	use super::*;

	#[benchmark]
	fn register() {
		let who = funded::<T>("supplier", 0);
		let bond: Balance = T::MinBond::get();
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), bond, EVERY_CLASS);
		assert!(Suppliers::<T>::contains_key(who));
	}

	#[benchmark]
	fn bond_extra() {
		let who = funded::<T>("supplier", 0);
		supplier::<T>(&who);
		let before = Suppliers::<T>::get(&who).map(|supplier| supplier.bond);
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), TOKEN);
		assert_ne!(Suppliers::<T>::get(&who).map(|supplier| supplier.bond), before);
	}

	#[benchmark]
	fn set_classes() {
		let who = funded::<T>("supplier", 0);
		supplier::<T>(&who);
		let classes = ByClass {
			agent: true,
			inference: false,
			training: false,
		};
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), classes);
		assert!(Suppliers::<T>::get(who).is_some_and(|supplier| supplier.classes == classes));
	}

	#[benchmark]
	fn unbond() {
		let who = funded::<T>("supplier", 0);
		supplier::<T>(&who);
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), TOKEN);
		assert!(Suppliers::<T>::get(who).is_some_and(|supplier| supplier.unbonding.is_some()));
	}

	#[benchmark]
	fn withdraw_unbonded() {
		let who = funded::<T>("supplier", 0);
		supplier::<T>(&who);
		let all = Suppliers::<T>::get(&who).map_or(0, |supplier| supplier.bond);
		Pallet::<T>::do_unbond(who.clone(), all).expect("the bond is free");
		Suppliers::<T>::mutate_extant(&who, |supplier| {
			supplier.unbonding.iter_mut().for_each(|unbonding| unbonding.at = 0);
		});
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));
		assert!(!Suppliers::<T>::contains_key(who));
	}

	#[benchmark]
	fn attest() {
		let (job, _, _, suppliers) = begun::<T>(MAX_SUPPLIERS, false);
		let (last, others) = suppliers.split_last().expect("there are suppliers");
		others.iter().for_each(|who| super::attest::<T>(who, job));
		#[extrinsic_call]
		_(RawOrigin::Signed(last.clone()), job, 1, [1; 32], EVIDENCE);
		assert!(Works::<T>::get(job).is_some_and(|work| work.reviewing));
	}

	#[benchmark]
	fn assess() {
		let (job, _, assessor, _) = begun::<T>(MAX_SUPPLIERS, true);
		attest_all::<T>(job);
		let shares = shares::<T>(job);
		#[extrinsic_call]
		_(RawOrigin::Signed(assessor), job, shares);
		assert!(Works::<T>::get(job).is_some_and(|work| work.assessment.is_some()));
	}

	#[benchmark]
	fn agree(n: Linear<1, MAX_SUPPLIERS>) {
		let (job, consumer, assessor, suppliers) = begun::<T>(n, true);
		attest_all::<T>(job);
		Pallet::<T>::do_assess(assessor, job, shares::<T>(job)).expect("the shares fit");
		Pallet::<T>::do_approve(consumer, job, T::WeightInfo::approve).expect("in review");
		let (last, others) = suppliers.split_last().expect("there are suppliers");
		for who in others {
			Pallet::<T>::do_agree(who.clone(), job, T::WeightInfo::agree).expect("assessed");
		}
		#[extrinsic_call]
		_(RawOrigin::Signed(last.clone()), job);
		assert!(T::Jobs::parties(job).is_none());
	}

	#[benchmark]
	fn approve(n: Linear<1, MAX_SUPPLIERS>) {
		let (job, consumer, _, _) = begun::<T>(n, false);
		attest_all::<T>(job);
		#[extrinsic_call]
		_(RawOrigin::Signed(consumer), job);
		assert!(T::Jobs::parties(job).is_none());
	}

	/// The same of one supplier on a chain with `s` others, to see that it costs no more with many.
	#[benchmark(extra)]
	fn approve_among(s: Linear<10, 100_000>) {
		let (job, consumer, _, suppliers) = begun::<T>(1, false);
		attest_all::<T>(job);
		let other = Suppliers::<T>::get(&suppliers[0]).expect("it is registered");
		for index in 0..s {
			let who: T::AccountId = account("other", index, 0);
			Suppliers::<T>::insert(who, &other);
		}
		#[extrinsic_call]
		approve(RawOrigin::Signed(consumer), job);
		assert!(!Works::<T>::contains_key(job));
	}

	#[benchmark]
	fn dispute() {
		let (job, consumer, _, _) = begun::<T>(MAX_SUPPLIERS, true);
		attest_all::<T>(job);
		#[extrinsic_call]
		_(RawOrigin::Signed(consumer), job);
		assert!(Works::<T>::get(job).is_some_and(|work| work.disputed));
	}

	#[benchmark]
	fn list_basis() -> Result<(), BenchmarkError> {
		let origin = T::ManageOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		list_bases::<T>();
		Pallet::<T>::do_unlist_basis(basis(0)).expect("it is listed");
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, basis(0));
		assert_eq!(EvidenceBases::<T>::get().len() as u32, MAX_BASES);
		Ok(())
	}

	#[benchmark]
	fn unlist_basis() -> Result<(), BenchmarkError> {
		let origin = T::ManageOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		list_bases::<T>();
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, basis(0));
		assert_eq!(EvidenceBases::<T>::get().len() as u32, MAX_BASES - 1);
		Ok(())
	}

	#[benchmark]
	fn note_author() {
		let who = funded::<T>("author", 0);
		#[block]
		{
			<Pallet<T> as pallet_authorship::EventHandler<_, _>>::note_author(who.clone());
		}
		assert!(crate::Rows::<T>::iter_keys().any(|(_, account)| account == who));
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::ext(), crate::tests::mock::Test);
}

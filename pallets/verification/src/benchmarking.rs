//! Benchmarks of every call and of every step of a panel, at their worst. `n` is the number of suppliers of the job.

use crate::{
	pallet::{Findings, FindingsQueue, Panels, Reviews, Ringers, SamplingTerms, SeatCounts, Seats, Verifiers},
	Answer, BenchmarkHelper, Call, Config, Pallet, PanelOf, Stage, Verifier, WeightInfo, MAX_RINGERS,
};
use alloc::vec::Vec;
use bme_primitives::{
	ByClass, Class, Deliberation, EpochClock, JobId, JobParties, Jobs, Liabilities, Lots, Opinion, Sampling,
	SupplierVerdict, Suppliers, Verdict, MAX_PANEL, MAX_SUPPLIERS, TOKEN,
};
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	traits::{fungible::Mutate as _, EnsureOrigin, SortedMembers},
	weights::WeightMeter,
};
use frame_system::RawOrigin;
use sp_core::H256;
use sp_runtime::{traits::One, Perbill};

/// Verifiers on the chain: drawing a panel must not walk over them.
const CROWD: u32 = 10_000;
const FUNDS: u128 = 1_000_000 * TOKEN;
const SALT: [u8; 32] = [1; 32];

fn funded<T: Config>(name: &'static str, index: u32) -> T::AccountId {
	let who = account(name, index, 0);
	T::Currency::set_balance(&who, FUNDS);
	who
}

fn verifier<T: Config>(index: u32) -> T::AccountId {
	let who = funded::<T>("verifier", index);
	if !Verifiers::<T>::contains_key(&who) {
		assert_ok!(Pallet::<T>::do_admit(who.clone(), 1));
		assert_ok!(Pallet::<T>::do_take_seat(who.clone(), Class::Inference));
	}
	who
}

/// So many seats, written straight to storage.
fn crowd<T: Config>(parties: &JobParties<T::AccountId>, count: u32) {
	let members: Vec<_> = (0..2 * MAX_PANEL).map(verifier::<T>).collect();
	let class = parties.class;
	let broken = Verifier {
		allowed: 1,
		seats: 1,
		..Default::default()
	};
	for seat in 0..count {
		// Most seats that are looked at are of others whose bond is not whole, each of whom is read and passed over.
		let who = match members.get((seat / 4) as usize % members.len()) {
			Some(member) if seat % 4 == 0 => member.clone(),
			_ => account("broken", seat, 0),
		};
		Seats::<T>::insert(class, seat, &who);
		if seat % 4 != 0 {
			Verifiers::<T>::insert(who, broken.clone());
		}
	}
	SeatCounts::<T>::mutate(|counts| *class.of_mut(counts) = count);
}

/// The panel has as many members as those with a whole bond allow: others were looked at and passed over.
fn assert_crowd_was_drawn<T: Config>(job: JobId) {
	let whole: Vec<_> = (0..2 * MAX_PANEL).map(|index| account("verifier", index, 0)).collect();
	let panel = Panels::<T>::get(job).expect("it was convened");
	assert_eq!(panel.stage, Stage::Committing);
	assert!(panel.members.iter().all(|member| whole.contains(&member.who)));
}

/// A job of `n` suppliers in review.
fn job<T: Config>(n: u32, assessed: bool) -> (JobId, JobParties<T::AccountId>) {
	T::Epoch::benchmark_open();
	let consumer = funded::<T>("consumer", 0);
	let assessor = funded::<T>("assessor", 0);
	let suppliers: Vec<T::AccountId> = (0..n).map(|index| account("supplier", index, 0)).collect();
	suppliers
		.iter()
		.for_each(|supplier| T::Liabilities::benchmark_liable(supplier, 0));
	let job = T::Jobs::benchmark_job(&consumer, assessed.then_some(&assessor), &suppliers);
	(job, T::Jobs::parties(job).expect("the job is live"))
}

fn standing<AccountId>(parties: &JobParties<AccountId>) -> Verdict {
	let line = |terms: &bme_primitives::SupplierTerms<AccountId>| SupplierVerdict {
		share: terms.min_share,
		quality: Perbill::one(),
		attested: true,
		condemned: false,
	};
	Verdict::truncate_from(parties.suppliers.iter().map(line).collect())
}

/// An opinion that every supplier is bad, and that the shares are the minima.
fn opinion<AccountId>(parties: &JobParties<AccountId>, asks_shares: bool) -> Opinion {
	let shares = parties.suppliers.iter().map(|terms| terms.min_share).collect();
	Opinion {
		qualities: Suppliers::truncate_from(alloc::vec![Perbill::zero(); parties.suppliers.len()]),
		shares: asks_shares.then(|| Suppliers::truncate_from(shares)),
		output: None,
	}
}

/// A disputed job of `n` suppliers whose panel is drawn, and its members.
fn drawn<T: Config>(n: u32) -> (JobId, JobParties<T::AccountId>, Vec<T::AccountId>) {
	let (job, parties) = job::<T>(n, true);
	(0..MAX_PANEL).map(verifier::<T>).for_each(drop);
	assert_ok!(Pallet::<T>::do_convene(job, &parties, Some(&parties.consumer), true));
	T::BenchmarkHelper::know_randomness();
	let panel = Panels::<T>::get(job).expect("it was convened");
	assert!(matches!(Pallet::<T>::draw(job, panel, &parties), Deliberation::Wait(_)));
	let panel = Panels::<T>::get(job).expect("it was drawn");
	let members = panel.members.into_iter().map(|member| member.who).collect();
	(job, parties, members)
}

/// The same, of which every member revealed [`opinion`].
fn heard<T: Config>(n: u32) -> (JobId, JobParties<T::AccountId>, PanelOf<T>) {
	let (job, parties, _) = drawn::<T>(n);
	Panels::<T>::mutate_extant(job, |panel| {
		panel.stage = Stage::Revealing;
		for member in &mut panel.members {
			member.commitment = Some(H256::zero());
			member.opinion = Some(opinion(&parties, true));
		}
	});
	let panel = Panels::<T>::get(job).expect("it was drawn");
	(job, parties, panel)
}

/// The same, that found every supplier bad, with its job ended and as many condemned as there are suppliers.
fn found<T: Config>(n: u32) -> JobId {
	let (job, parties, panel) = heard::<T>(n.max(1));
	Pallet::<T>::conclude(job, panel, &parties, &standing(&parties));
	Pallet::<T>::do_close(job, TOKEN);
	for terms in parties.suppliers.iter().take(n as usize) {
		T::Liabilities::benchmark_liable(&terms.account, TOKEN);
		Pallet::<T>::do_condemn(job, &terms.account, TOKEN);
	}
	job
}

fn auditor<T: Config>() -> T::AccountId {
	let auditor = funded::<T>("auditor", 0);
	T::Auditors::add(&auditor);
	T::Auditors::sorted_members()
		.into_iter()
		.next()
		.expect("there is one now")
}

/// As many ringers as an auditor may have, the last of them this.
fn ringers<T: Config>(auditor: &T::AccountId, last: H256) {
	for number in 1..MAX_RINGERS {
		assert_ok!(Pallet::<T>::do_commit_ringer(
			auditor.clone(),
			H256::repeat_byte(number as u8)
		));
	}
	assert_ok!(Pallet::<T>::do_commit_ringer(auditor.clone(), last));
}

#[benchmarks]
mod benches {
	use super::*;

	#[benchmark]
	fn admit() -> Result<(), BenchmarkError> {
		let origin = T::ManageOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let who: T::AccountId = account("verifier", 0, 0);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, who.clone(), 3);
		assert!(Verifiers::<T>::contains_key(who));
		Ok(())
	}

	#[benchmark]
	fn take_seat() {
		let who = funded::<T>("verifier", 0);
		assert_ok!(Pallet::<T>::do_admit(who.clone(), 1));
		T::BenchmarkHelper::begin_seating();
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), Class::Inference);
		assert!(Verifiers::<T>::get(who).is_some_and(|verifier| verifier.seats == 1));
	}

	#[benchmark]
	fn leave_seat() {
		let who = verifier::<T>(0);
		verifier::<T>(1);
		let count = SeatCounts::<T>::get().inference;
		let seat = count - 2;
		T::BenchmarkHelper::begin_seating();
		#[extrinsic_call]
		_(RawOrigin::Signed(who), Class::Inference, seat);
		assert_eq!(SeatCounts::<T>::get().inference, count - 1);
	}

	#[benchmark]
	fn bond() {
		let who = verifier::<T>(0);
		Pallet::<T>::slash(&who, crate::Fault::Ringer);
		T::BenchmarkHelper::begin_seating();
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));
		assert!(Pallet::<T>::can_be_drawn(&who));
	}

	#[benchmark]
	fn withdraw_bond() {
		let who = verifier::<T>(0);
		let seat = SeatCounts::<T>::get().inference - 1;
		assert_ok!(Pallet::<T>::do_leave_seat(who.clone(), Class::Inference, seat));
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));
		assert!(Verifiers::<T>::get(who).is_some_and(|verifier| verifier.bond == 0));
	}

	/// The last of a panel, of a job of as many suppliers as may be.
	#[benchmark]
	fn commit() {
		let (job, _, members) = drawn::<T>(MAX_SUPPLIERS);
		for who in &members[1..] {
			assert_ok!(Pallet::<T>::do_commit(who.clone(), job, 0, H256::zero()));
		}
		#[extrinsic_call]
		_(RawOrigin::Signed(members[0].clone()), job, 0, H256::zero());
		assert!(Panels::<T>::get(job).is_some_and(|panel| panel.committed() == MAX_PANEL));
	}

	#[benchmark]
	fn reveal() {
		let (job, parties, members) = drawn::<T>(MAX_SUPPLIERS);
		let opinion = opinion(&parties, true);
		Panels::<T>::mutate_extant(job, |panel| {
			panel.stage = Stage::Revealing;
			for member in &mut panel.members {
				member.commitment = Some(Pallet::<T>::commitment_of(job, 0, &member.who, &opinion, SALT));
			}
		});
		for who in &members[1..] {
			assert_ok!(Pallet::<T>::do_reveal(who.clone(), job, 0, opinion.clone(), SALT));
		}
		#[extrinsic_call]
		_(RawOrigin::Signed(members[0].clone()), job, 0, opinion, SALT);
		assert!(Panels::<T>::get(job).is_some_and(|panel| panel.heard() == MAX_PANEL));
	}

	#[benchmark]
	fn set_sampling() -> Result<(), BenchmarkError> {
		let origin = T::ManageOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let sampling = Sampling {
			unknown: Perbill::one(),
			..Default::default()
		};
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, sampling);
		assert_eq!(SamplingTerms::<T>::get(), sampling);
		Ok(())
	}

	#[benchmark]
	fn void_slash(n: Linear<1, MAX_SUPPLIERS>) -> Result<(), BenchmarkError> {
		let origin = T::ManageOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let job = found::<T>(n);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, job);
		assert!(Findings::<T>::get(job).is_some_and(|finding| finding.condemned.is_empty()));
		Ok(())
	}

	#[benchmark]
	fn commit_ringer() {
		let auditor = auditor::<T>();
		ringers::<T>(&auditor, H256::zero());
		assert_ok!(Pallet::<T>::do_withdraw_ringer(auditor.clone(), H256::zero()));
		#[extrinsic_call]
		_(RawOrigin::Signed(auditor.clone()), H256::zero());
		assert_eq!(Ringers::<T>::get(auditor).len() as u32, MAX_RINGERS);
	}

	#[benchmark]
	fn withdraw_ringer() {
		let auditor = auditor::<T>();
		ringers::<T>(&auditor, H256::zero());
		#[extrinsic_call]
		_(RawOrigin::Signed(auditor.clone()), H256::zero());
		assert_eq!(Ringers::<T>::get(auditor).len() as u32, MAX_RINGERS - 1);
	}

	/// Every member of the panel was wrong.
	#[benchmark]
	fn reveal_ringer() {
		let auditor = auditor::<T>();
		let job = found::<T>(MAX_SUPPLIERS);
		let answer = Answer::truncate_from(alloc::vec![Perbill::one(); MAX_SUPPLIERS as usize]);
		ringers::<T>(&auditor, Pallet::<T>::ringer_commitment(job, &auditor, &answer, SALT));
		Findings::<T>::mutate_extant(job, |finding| finding.since += One::one());
		T::BenchmarkHelper::begin_seating();
		#[extrinsic_call]
		_(RawOrigin::Signed(auditor), job, answer, SALT);
		assert!(Findings::<T>::get(job).is_some_and(|finding| finding.is_ringer));
	}

	/// Drawn, and a panel asked for.
	#[benchmark]
	fn lots(n: Linear<1, MAX_SUPPLIERS>) {
		let (job, parties) = job::<T>(n, false);
		(0..MAX_PANEL).map(verifier::<T>).for_each(drop);
		SamplingTerms::<T>::put(Sampling {
			known: ByClass::default(),
			unknown: Perbill::one(),
			min_burn: 0,
		});
		let since = frame_system::Pallet::<T>::block_number();
		T::BenchmarkHelper::know_randomness();
		#[block]
		{
			assert_eq!(Pallet::<T>::draw_lots(job, since, &parties), Lots::Drawn);
			assert_ok!(Pallet::<T>::do_convene(job, &parties, None, false));
		}
		assert!(Panels::<T>::contains_key(job));
	}

	/// A panel begins to reveal.
	#[benchmark]
	fn step_base() {
		let (job, parties, _) = drawn::<T>(MAX_SUPPLIERS);
		Panels::<T>::mutate_extant(job, |panel| {
			for member in &mut panel.members {
				member.commitment = Some(H256::zero());
			}
		});
		#[block]
		{
			Pallet::<T>::do_due(job, &parties, &standing(&parties));
		}
		assert!(Panels::<T>::get(job).is_some_and(|panel| panel.stage == Stage::Revealing));
	}

	/// Among ten thousand seats, most of those that are looked at being of others whose bond is not whole.
	#[benchmark]
	fn draw() {
		let (job, parties) = job::<T>(MAX_SUPPLIERS, true);
		crowd::<T>(&parties, CROWD);
		assert_ok!(Pallet::<T>::do_convene(job, &parties, None, false));
		T::BenchmarkHelper::know_randomness();
		#[block]
		{
			Pallet::<T>::do_due(job, &parties, &standing(&parties));
		}
		assert_crowd_was_drawn::<T>(job);
	}

	/// The same among `s` seats, to see that it costs no more with many.
	#[benchmark(extra)]
	fn draw_among(s: Linear<20, CROWD>) {
		let (job, parties) = job::<T>(MAX_SUPPLIERS, true);
		crowd::<T>(&parties, s);
		assert_ok!(Pallet::<T>::do_convene(job, &parties, None, false));
		T::BenchmarkHelper::know_randomness();
		#[block]
		{
			Pallet::<T>::do_due(job, &parties, &standing(&parties));
		}
		assert_crowd_was_drawn::<T>(job);
	}

	/// Every member was silent, for the last time.
	#[benchmark]
	fn fail_round() {
		let (job, parties, _) = drawn::<T>(MAX_SUPPLIERS);
		Panels::<T>::mutate_extant(job, |panel| panel.round = crate::ROUNDS - 1);
		#[block]
		{
			Pallet::<T>::do_due(job, &parties, &standing(&parties));
		}
		assert!(Panels::<T>::get(job).is_some_and(|panel| panel.members.is_empty()));
	}

	/// All members but the one in the middle are far off.
	#[benchmark]
	fn conclude(n: Linear<1, MAX_SUPPLIERS>) {
		let (job, parties, mut panel) = heard::<T>(n);
		for (member, percent) in panel.members.iter_mut().zip([0, 22, 44, 66, 88]) {
			if let Some(opinion) = &mut member.opinion {
				let said = Perbill::from_percent(percent);
				opinion.qualities.iter_mut().for_each(|quality| *quality = said);
			}
		}
		let standing = standing(&parties);
		#[block]
		{
			Pallet::<T>::conclude(job, panel, &parties, &standing);
		}
		assert!(Panels::<T>::get(job).is_some_and(|panel| panel.outcome.is_some()));
	}

	/// The bond of a dispute is lost to the panel.
	#[benchmark]
	fn close() {
		let (job, parties, mut panel) = heard::<T>(MAX_SUPPLIERS);
		for member in panel.members.iter_mut() {
			if let Some(opinion) = &mut member.opinion {
				opinion
					.qualities
					.iter_mut()
					.for_each(|quality| *quality = Perbill::one());
			}
		}
		Pallet::<T>::conclude(job, panel, &parties, &standing(&parties));
		#[block]
		{
			Pallet::<T>::do_close(job, TOKEN);
		}
		assert!(Findings::<T>::contains_key(job));
	}

	#[benchmark]
	fn review_base() {
		FindingsQueue::<T>::kill();
		let mut meter = WeightMeter::new();
		#[block]
		{
			Pallet::<T>::process_reviews(&mut meter);
		}
		assert_eq!(meter.consumed(), T::WeightInfo::review_base());
	}

	#[benchmark]
	fn let_stand(n: Linear<0, MAX_SUPPLIERS>) {
		let job = found::<T>(n);
		Findings::<T>::mutate_extant(job, |finding| finding.until = 0);
		let place = FindingsQueue::<T>::get().end - 1;
		#[block]
		{
			assert_eq!(Pallet::<T>::let_stand(place), Some(n));
		}
		assert!(!Reviews::<T>::contains_key(place));
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::ext(), crate::tests::mock::Test);
}

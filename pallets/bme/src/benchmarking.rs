//! Benchmarks of every call and of every step of the hooks, at their worst.

use crate::{
	jobs::MIN_WINDOW,
	pallet::{
		AgendaClock, Anchors, Call, Candidates, CurrentEpoch, EpochRecords, MintedTotal, NextJobId, Owed, Pauses,
		PayoutCursor, PendingPolicy, Policy, RevenueParts, MAX_PAYOUT_EPOCHS,
	},
	policy_hash, Config, Epoch, EpochRecord, Jobs, Pallet, Pausable, Pause, Pending,
};
use alloc::{boxed::Box, vec::Vec};
use bme_economics::{scale_to_one, EmissionState, Schedule, Term, DAY, MAX_TERMS};
use bme_primitives::{
	Balance, ByPool, ByRole, Class, Debt, EpochClock, EpochIndex, EvidenceKind, JobId, JobSpec, JobSpecV1, Judge,
	MintCause, Moment, PointsBook, Pool, PriceSource, ReceiptKeys, Roles, SupplierTerms, Suppliers, YoungFiat,
	MAX_LOTS, MAX_SUPPLIERS, TOKEN, USD,
};
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	traits::{fungibles::Mutate as _, EnsureOrigin, Get, Time},
	weights::WeightMeter,
};
use frame_system::RawOrigin;
use sp_core::H256;
use sp_runtime::{FixedU128, Perbill};

/// Enough for any job here.
const FUNDS: Balance = 1_000_000;
/// Young fiat of each of as many receipts as a job may spend: nearly all that the job of [`spec`] costs. What is left of it is held,
/// so that it is moved as well.
const LOT: Balance = USD - 1;
/// A month after the first year.
const NEW_MONTH: u32 = 13;
const ALL_POOLS: u32 = Pool::ALL.len() as u32;
/// Points of each pool in each row.
const POINTS: u128 = 1_000 * TOKEN;

/// A live job of these suppliers, all of whom accepted.
pub(crate) fn begun_job<T: Config>(
	consumer: &T::AccountId,
	assessor: Option<&T::AccountId>,
	suppliers: &[T::AccountId],
) -> JobId {
	let job = requested_job::<T>(spec::<T>(consumer, assessor, suppliers), &ReceiptKeys::default());
	accept_by::<T>(job, suppliers);
	job
}

fn requested_job<T: Config>(spec: JobSpecV1<T::AccountId>, receipts: &ReceiptKeys) -> JobId {
	assert_ok!(Pallet::<T>::do_request(payer::<T>(), spec, receipts));
	NextJobId::<T>::get().saturating_sub(1)
}

fn accept_by<T: Config>(job: JobId, suppliers: &[T::AccountId]) {
	for supplier in suppliers {
		let spec = Jobs::<T>::get(job).map(|job| job.spec);
		let terms = spec.and_then(|spec| spec.suppliers.into_iter().find(|terms| terms.account == *supplier));
		assert_ok!(Pallet::<T>::do_accept(
			supplier.clone(),
			job,
			terms.map(|terms| terms.min_share).unwrap_or_default()
		));
	}
}

/// The specification of a job of these suppliers, on a chain that can take it.
fn spec<T: Config>(
	consumer: &T::AccountId,
	assessor: Option<&T::AccountId>,
	suppliers: &[T::AccountId],
) -> JobSpecV1<T::AccountId> {
	prepare::<T>();
	suppliers.iter().for_each(T::Judge::benchmark_supplier);
	let shares = scale_to_one(&alloc::vec![Perbill::one(); suppliers.len()]).unwrap_or_default();
	let terms = suppliers.iter().cloned().zip(shares);
	JobSpecV1 {
		consumer: consumer.clone(),
		class: Class::Agent,
		price: 10 * USD,
		suppliers: Suppliers::truncate_from(
			terms
				.map(|(account, min_share)| SupplierTerms { account, min_share })
				.collect(),
		),
		assessor: assessor.cloned(),
		roles: Roles::default(),
		evidence: EvidenceKind::Proof,
		spec_hash: [7; 32],
		// Another than the one to attest, so that the agenda's entry moves.
		accept_within: MIN_WINDOW - 1,
		attest_within: MIN_WINDOW,
		max_burn: Balance::MAX,
	}
}

/// A policy, a price and a payer with funds. Suppliers are the only payees, each of whom costs what one in a role does, and more.
fn prepare<T: Config>() {
	RevenueParts::<T>::kill();
	if !Policy::<T>::exists() {
		Policy::<T>::put(default_policy());
	}
	T::Price::benchmark_fresh();
	fund::<T>(&payer::<T>(), FUNDS * TOKEN);
	assert_ok!(T::Fiat::mint_into(T::FiatId::get(), &payer::<T>(), FUNDS * USD));
}

fn default_policy() -> bme_economics::Policy {
	bme_economics::Policy::default_for(1_000_000_000 * TOKEN, DAY, FixedU128::from_u32(1))
}

/// Mint through the ledger, so that the invariants hold.
fn fund<T: Config>(who: &T::AccountId, amount: Balance) {
	assert_ok!(Pallet::<T>::mint(MintCause::Treasury, who, amount));
}

fn payer<T: Config>() -> T::AccountId {
	account("payer", 0, 0)
}

/// Whom a payer's job is for.
fn consumer<T: Config>() -> T::AccountId {
	account("consumer", 0, 0)
}

/// Accounts that do not exist yet: paying them brings them into being.
fn suppliers<T: Config>(count: u32) -> Vec<T::AccountId> {
	(0..count).map(|index| account("supplier", index, 0)).collect()
}

fn tick_to_due<T: Config>(job: JobId) {
	let due = Jobs::<T>::get(job).map(|job| job.due).unwrap_or_default();
	AgendaClock::<T>::mutate(|clock| clock.tick = due);
}

/// An open epoch of this number that began now.
pub(crate) fn open_epoch<T: Config>(index: EpochIndex) -> Epoch {
	let start = T::Time::now();
	let epoch = Epoch {
		index,
		start,
		length: DAY,
		zero: start,
		policy: 0,
		burned_before: 0,
		emission: EmissionState::default(),
	};
	CurrentEpoch::<T>::put(&epoch);
	epoch
}

/// A closed epoch in which the account earned a half of so many pools, with the tokens of all in the pots.
fn closed_epoch<T: Config>(index: EpochIndex, who: &T::AccountId, pools: u32) {
	let each = |amount: u128| ByPool {
		work: amount,
		contribution: amount,
		security: amount,
	};
	for pool in Pool::ALL {
		fund::<T>(&Pallet::<T>::pot(pool), TOKEN);
	}
	for pool in Pool::ALL.into_iter().take(pools as usize) {
		T::Points::credit(index, pool, who, POINTS);
	}
	EpochRecords::<T>::insert(
		index,
		EpochRecord {
			policy: 0,
			elapsed: DAY,
			scheduled: 3 * TOKEN,
			burned: TOKEN,
			minted: each(TOKEN),
			paid: ByPool::default(),
			points: each(2 * POINTS),
		},
	);
}

/// So many terms, each of the kind that costs the most.
fn schedule(terms: u32) -> Schedule {
	let term = Term::Exponential {
		start: 0,
		total: TOKEN,
		lambda: u128::MAX / 7,
		period: 365 * DAY,
	};
	Schedule {
		terms: alloc::vec![term; terms as usize].try_into().unwrap_or_default(),
	}
}

/// A policy in force with so many terms, at the beginning of its fourteenth month, and one that tightens it.
fn tighter_policy<T: Config>(terms: u32) -> (bme_economics::Policy, bme_economics::Policy) {
	let policy = bme_economics::Policy {
		schedule: schedule(terms),
		..default_policy()
	};
	Policy::<T>::put(&policy);
	(0..NEW_MONTH).for_each(|month| Anchors::<T>::insert(month, &policy));
	closed_epoch::<T>(0, &account("earner", 0, 0), ALL_POOLS);
	CurrentEpoch::<T>::put(in_new_month(open_epoch::<T>(1)));
	T::Price::benchmark_fresh();
	let mut tighter = policy.clone();
	tighter.burn_share.agent = Perbill::from_percent(21);
	tighter.controller.floor = Perbill::from_percent(24);
	(policy, tighter)
}

/// An epoch that begins with the month for which there is no anchor yet.
fn in_new_month(epoch: Epoch) -> Epoch {
	let start = epoch.zero.saturating_add(Moment::from(NEW_MONTH) * 30 * DAY);
	Epoch { start, ..epoch }
}

fn noted_policy<T: Config>(terms: u32) -> H256 {
	let (policy, tighter) = tighter_policy::<T>(terms);
	fund::<T>(&payer::<T>(), FUNDS * TOKEN);
	let hash = policy_hash(&tighter);
	assert_ok!(Pallet::<T>::do_note_policy(payer::<T>(), tighter, policy_hash(&policy)));
	hash
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// For a consumer that is new, with young fiat of `l` receipts.
	#[benchmark]
	fn request_job(n: Linear<1, MAX_SUPPLIERS>, l: Linear<0, MAX_LOTS>) {
		let spec = spec::<T>(&account("consumer", 0, 0), None, &suppliers::<T>(n));
		let mut receipts = T::YoungFiat::benchmark_issue(&payer::<T>(), LOT);
		receipts.truncate(l as usize);

		#[extrinsic_call]
		_(RawOrigin::Signed(payer::<T>()), JobSpec::V1(spec), receipts);

		assert!(Jobs::<T>::iter_values().all(|job| job.young.len() as u32 == l));
	}

	/// The last acceptance of a job of as many suppliers as there may be.
	#[benchmark]
	fn accept_job() {
		let all = suppliers::<T>(MAX_SUPPLIERS);
		let job = requested_job::<T>(spec::<T>(&consumer::<T>(), None, &all), &ReceiptKeys::default());
		accept_by::<T>(job, &all[1..]);
		let min_share = Jobs::<T>::get(job)
			.map(|job| job.spec.suppliers[0].min_share)
			.unwrap_or_default();

		#[extrinsic_call]
		_(RawOrigin::Signed(all[0].clone()), job, min_share);

		assert!(Jobs::<T>::get(job).is_some_and(|job| job.has_begun()));
	}

	/// `n` of as many suppliers as there may be accepted; not all of them, or work would have begun. Nearly all fiat is young.
	#[benchmark]
	fn cancel_job(n: Linear<0, { MAX_SUPPLIERS - 1 }>) {
		let all = suppliers::<T>(MAX_SUPPLIERS);
		let receipts = T::YoungFiat::benchmark_issue(&payer::<T>(), LOT);
		let job = requested_job::<T>(spec::<T>(&consumer::<T>(), None, &all), &receipts);
		accept_by::<T>(job, &all[..n as usize]);

		#[extrinsic_call]
		_(RawOrigin::Signed(payer::<T>()), job);

		assert!(!Jobs::<T>::contains_key(job));
	}

	/// `n` payees.
	#[benchmark]
	fn settle(n: Linear<1, MAX_SUPPLIERS>) {
		let all = suppliers::<T>(n);
		let job = begun_job::<T>(&consumer::<T>(), None, &all);
		T::Judge::benchmark_attest(job);
		tick_to_due::<T>(job);

		#[extrinsic_call]
		_(RawOrigin::Signed(payer::<T>()), job);

		assert!(!Jobs::<T>::contains_key(job));
		let epoch = <Pallet<T> as EpochClock>::current();
		assert!(all.iter().all(|who| T::Points::points(epoch, who).work > 0));
	}

	/// The same, nearly all of it with young fiat of as many receipts as there may be, none of which matured: a row for each payee of
	/// each receipt costs more than a transfer to each payee.
	#[benchmark]
	fn settle_young(n: Linear<1, MAX_SUPPLIERS>) {
		let all = suppliers::<T>(n);
		let receipts = T::YoungFiat::benchmark_issue(&payer::<T>(), LOT);
		let job = requested_job::<T>(spec::<T>(&consumer::<T>(), None, &all), &receipts);
		accept_by::<T>(job, &all);
		T::Judge::benchmark_attest(job);
		tick_to_due::<T>(job);

		#[block]
		{
			assert_ok!(Pallet::<T>::do_settle_due(job));
		}

		assert!(!Jobs::<T>::contains_key(job));
	}

	#[benchmark]
	fn set_revenue_parts() -> Result<(), BenchmarkError> {
		let origin = T::RevenueOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let part = Perbill::from_percent(1);
		let parts = ByRole {
			treasury: part,
			template_author: part,
			tool_provider: part,
			model_owner: part,
		};

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, Class::Agent, parts);

		assert_eq!(RevenueParts::<T>::get().agent, parts);
		Ok(())
	}

	/// The mint, which asks for the open epoch.
	#[benchmark]
	fn pause() -> Result<(), BenchmarkError> {
		let origin = T::PauseOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		open_epoch::<T>(0);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, Pausable::Mint, 1);

		assert!(Pallet::<T>::paused_until(Pausable::Mint).is_some());
		Ok(())
	}

	#[benchmark]
	fn resume() -> Result<(), BenchmarkError> {
		let origin = T::PauseOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let now = T::Time::now();
		let until = now.saturating_add(1);
		Pauses::<T>::insert(Pausable::Mint, Pause { since: now, until });

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, Pausable::Mint);

		assert!(Pallet::<T>::paused_until(Pausable::Mint).is_none());
		Ok(())
	}

	/// Each of `e` epochs pays from the same `p` pools.
	#[benchmark]
	fn payout(e: Linear<1, MAX_PAYOUT_EPOCHS>, p: Linear<1, ALL_POOLS>) {
		let earner: T::AccountId = account("earner", 0, 0);
		(0..e).for_each(|epoch| closed_epoch::<T>(epoch, &earner, p));
		open_epoch::<T>(e);
		let epochs = (0..e).collect::<Vec<_>>().try_into().unwrap_or_default();

		#[extrinsic_call]
		_(RawOrigin::Signed(payer::<T>()), earner.clone(), epochs);

		assert_eq!(T::Points::points(0, &earner), ByPool::default());
	}

	#[benchmark]
	fn claim_owed() {
		let creditor: T::AccountId = account("creditor", 0, 0);
		assert_ok!(T::Fiat::mint_into(T::FiatId::get(), &Pallet::<T>::fiat_pot(), USD));
		Owed::<T>::insert(&creditor, Debt::Fiat, USD);

		#[extrinsic_call]
		_(RawOrigin::Signed(payer::<T>()), creditor.clone(), Debt::Fiat);

		assert_eq!(Owed::<T>::get(&creditor, Debt::Fiat), 0);
	}

	/// A tick at which nothing is due.
	#[benchmark]
	fn agenda_base() {
		let before = AgendaClock::<T>::get();

		#[block]
		{
			Pallet::<T>::process_agenda(&mut WeightMeter::new());
		}

		assert!(AgendaClock::<T>::get().tick > before.tick);
	}

	/// A block in which a pause of the mint holds back the close of an epoch whose time is over.
	#[benchmark]
	fn epoch_base() {
		let epoch = Epoch {
			length: 0,
			..open_epoch::<T>(0)
		};
		CurrentEpoch::<T>::put(&epoch);
		let since = epoch.start;
		let until = since.saturating_add(1);
		Pauses::<T>::insert(Pausable::Mint, Pause { since, until });

		#[block]
		{
			Pallet::<T>::process_epoch(&mut WeightMeter::new());
		}

		assert_eq!(CurrentEpoch::<T>::get(), Some(epoch));
	}

	/// Every pool mints, by the longest schedule, an old epoch expires with something left in every pool, and a policy comes into force
	/// in a new month.
	#[benchmark]
	fn close_epoch() {
		let (_, policy) = tighter_policy::<T>(MAX_TERMS);
		let (old, earner) = (0, account("earner", 0, 0));
		closed_epoch::<T>(old, &earner, ALL_POOLS);
		let epoch = in_new_month(open_epoch::<T>(T::HistoryDepth::get()));
		PendingPolicy::<T>::put(Pending {
			policy,
			activates: epoch.index.saturating_add(1),
		});
		Pool::ALL
			.iter()
			.for_each(|pool| T::Points::credit(epoch.index, *pool, &earner, POINTS));
		let (index, now) = (epoch.index, epoch.start.saturating_add(DAY));

		#[block]
		{
			Pallet::<T>::close_epoch(epoch, now);
		}

		assert!(EpochRecords::<T>::get(index).is_some_and(|record| record.minted.work > 0));
		assert!(!EpochRecords::<T>::contains_key(old));
		assert!(!PendingPolicy::<T>::exists());
		assert!(Anchors::<T>::contains_key(NEW_MONTH) && !Anchors::<T>::contains_key(0));
	}

	/// Of a hundred thousand accounts that earned, `r` did so in the epoch that closes and the others before: for
	/// docs/benchmarks.md, which says that it costs the same.
	#[benchmark(extra)]
	fn close_epoch_with_rows(r: Linear<10, 100_000>) {
		Policy::<T>::put(default_policy());
		let epoch = open_epoch::<T>(1);
		for index in 0..100_000 {
			let earned_in = if index < r { epoch.index } else { 0 };
			T::Points::credit(earned_in, Pool::Work, &account("earner", index, 0), POINTS);
		}
		let (index, now) = (epoch.index, epoch.start.saturating_add(DAY));

		#[block]
		{
			Pallet::<T>::close_epoch(epoch, now);
		}

		assert!(EpochRecords::<T>::get(index).is_some_and(|record| record.minted.work > 0));
	}

	/// A policy with `t` terms, on a chain that is older than a year.
	#[benchmark]
	fn note_policy(t: Linear<1, MAX_TERMS>) {
		let (policy, tighter) = tighter_policy::<T>(t);
		fund::<T>(&payer::<T>(), FUNDS * TOKEN);
		let hash = policy_hash(&tighter);

		#[extrinsic_call]
		_(RawOrigin::Signed(payer::<T>()), Box::new(tighter), policy_hash(&policy));

		assert!(Candidates::<T>::contains_key(hash));
	}

	#[benchmark]
	fn withdraw_policy() {
		let hash = noted_policy::<T>(MAX_TERMS);
		// So late that no referendum on it is expected any more.
		let noted_in = CurrentEpoch::<T>::get().map_or(0, |epoch| epoch.index);
		open_epoch::<T>(noted_in.saturating_add(T::HistoryDepth::get()));

		#[extrinsic_call]
		_(RawOrigin::Signed(payer::<T>()), hash);

		assert!(!Candidates::<T>::contains_key(hash));
	}

	/// It replaces a pending policy that is looser.
	#[benchmark]
	fn adopt_policy() -> Result<(), BenchmarkError> {
		let origin = T::AdoptOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let hash = noted_policy::<T>(MAX_TERMS);
		PendingPolicy::<T>::put(Pending {
			policy: Policy::<T>::get().ok_or(BenchmarkError::Weightless)?,
			activates: 7,
		});

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, hash);

		assert!(PendingPolicy::<T>::get().is_some_and(|pending| policy_hash(&pending.policy) == hash));
		Ok(())
	}

	#[benchmark]
	fn cancel_policy() -> Result<(), BenchmarkError> {
		let origin = T::CancelOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let (_, policy) = tighter_policy::<T>(MAX_TERMS);
		PendingPolicy::<T>::put(Pending { policy, activates: 7 });

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin);

		assert!(!PendingPolicy::<T>::exists());
		Ok(())
	}

	/// Nobody has anything to get.
	#[benchmark]
	fn payout_base() {
		open_epoch::<T>(1);

		#[block]
		{
			Pallet::<T>::process_payouts(&mut WeightMeter::new());
		}

		assert_eq!(PayoutCursor::<T>::get(), 1);
	}

	/// One row, paid from every pool to an account that did not exist.
	#[benchmark]
	fn payout_step() {
		let earner: T::AccountId = account("earner", 0, 0);
		closed_epoch::<T>(0, &earner, ALL_POOLS);
		open_epoch::<T>(1);

		#[block]
		{
			Pallet::<T>::process_payouts(&mut WeightMeter::new());
		}

		assert_eq!(T::Points::points(0, &earner), ByPool::default());
		assert!(MintedTotal::<T>::contains_key(MintCause::Treasury));
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::mock::new_test_ext(), crate::tests::mock::Test);
}

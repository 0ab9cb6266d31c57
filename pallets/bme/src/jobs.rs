//! Opening jobs: request, accept, cancel; and what the judge may ask and say of them.

use crate::{
	pallet::{Agenda, AgendaClock, NextJobId, Policy, RevenueParts},
	Config, Error, Event, HoldReason, Job, Jobs, Pallet, TimeScale, WeightInfo,
};
use alloc::collections::BTreeSet;
use bme_economics::{parts_fit, sums_to_one};
use bme_primitives::{
	Balance, ByRole, Class, JobId, JobParties, JobSpecV1, Judge, PriceSource, ReceiptKeys, Roles, Suppliers, Tick,
	Verdict, YoungFiat,
};
use frame_support::{
	ensure,
	traits::{
		fungible::{Inspect as _, MutateHold as _},
		fungibles::MutateHold as _,
		Get,
	},
	weights::Weight,
};
use sp_runtime::{traits::Zero, DispatchError, DispatchResult, FixedU128, Perbill};

/// No window is shorter, however much time is scaled.
pub(crate) const MIN_WINDOW: Tick = 10;

impl<T: Config> Pallet<T> {
	/// The young fiat of `receipts` pays first, free fiat the rest.
	pub(crate) fn do_request(
		payer: T::AccountId,
		spec: JobSpecV1<T::AccountId>,
		receipts: &ReceiptKeys,
	) -> DispatchResult {
		Self::ensure_spec(&spec)?;
		let policy = Policy::<T>::get().ok_or(Error::<T>::NoPolicy)?;
		let quote = Self::quote(&policy, spec.class, spec.price)?;
		ensure!(quote.burn <= spec.max_burn, Error::<T>::BurnAboveMaximum);
		let liability = Self::liability(&spec, quote.price_used)?;

		T::Currency::hold(&HoldReason::JobBurn.into(), &payer, quote.burn)
			.map_err(|_| Error::<T>::InsufficientTokens)?;
		// An account that something else keeps alive may have all of it held, and could then be given nothing small back.
		let is_left = T::Currency::balance(&payer) >= T::Currency::minimum_balance();
		ensure!(is_left, Error::<T>::InsufficientTokens);
		let young = T::YoungFiat::take(&payer, receipts, quote.fiat);
		let roles = Self::parts_of_roles(&spec);
		let id = NextJobId::<T>::mutate(|next| {
			let id = *next;
			// A chain that opened a job every nanosecond would wrap after five centuries.
			*next = next.wrapping_add(1);
			id
		});
		let due = Self::after(spec.accept_within);
		Self::deposit_event(Event::JobRequested {
			job: id,
			payer: payer.clone(),
			consumer: spec.consumer.clone(),
			class: spec.class,
			price: spec.price,
			fiat: quote.fiat,
			burn: quote.burn,
			price_used: quote.price_used,
			accept_by: due,
			young: young.clone(),
		});
		let kappa = spec.class.of(&policy.kappa).get();
		let accepted = Suppliers::truncate_from(alloc::vec![false; spec.suppliers.len()]);
		let job = Job {
			payer,
			spec,
			quote,
			young,
			roles,
			kappa,
			liability,
			accepted,
			due,
		};
		let fiat = job.held_fiat();
		if !fiat.is_zero() {
			T::FiatHolds::hold(T::FiatId::get(), &HoldReason::JobFiat.into(), &job.payer, fiat)
				.map_err(|_| Error::<T>::InsufficientFiat)?;
		}
		// The consumer may be an account that has nothing: while the job lives it can sign all the same.
		frame_system::Pallet::<T>::inc_sufficients(&job.spec.consumer);
		Jobs::<T>::insert(id, job);
		Agenda::<T>::insert(due, id, ());
		Ok(())
	}

	/// What others than the suppliers have of this job's fiat. Where nobody has a role its part is the suppliers'.
	fn parts_of_roles(spec: &JobSpecV1<T::AccountId>) -> ByRole<Perbill> {
		let parts = *spec.class.of(&RevenueParts::<T>::get());
		let Roles {
			template_author,
			tool_provider,
			model_owner,
		} = &spec.roles;
		let part_of = |role: &Option<T::AccountId>, part| role.as_ref().map_or(Perbill::zero(), |_| part);
		ByRole {
			treasury: parts.treasury,
			template_author: part_of(template_author, parts.template_author),
			tool_provider: part_of(tool_provider, parts.tool_provider),
			model_owner: part_of(model_owner, parts.model_owner),
		}
	}

	pub(crate) fn do_set_revenue_parts(class: Class, after: ByRole<Perbill>) -> DispatchResult {
		ensure!(parts_fit(&after), Error::<T>::PartsAboveOne);
		let before = RevenueParts::<T>::mutate(|parts| core::mem::replace(class.of_mut(parts), after));
		Self::deposit_event(Event::RevenuePartsSet { class, before, after });
		Ok(())
	}

	pub(crate) fn do_accept(supplier: T::AccountId, id: JobId, min_share: Perbill) -> DispatchResult {
		let mut job = Jobs::<T>::get(id).ok_or(Error::<T>::JobNotFound)?;
		let position = job
			.spec
			.suppliers
			.iter()
			.position(|terms| terms.account == supplier)
			.ok_or(Error::<T>::NotSupplier)?;
		let terms = job.spec.suppliers.get(position).ok_or(Error::<T>::NotSupplier)?;
		let accepted = job.accepted.get_mut(position).ok_or(Error::<T>::NotSupplier)?;
		ensure!(!*accepted, Error::<T>::AlreadyAccepted);
		ensure!(Self::tick() < job.due, Error::<T>::WindowPassed);
		ensure!(terms.min_share == min_share, Error::<T>::MinShareMismatch);
		T::Judge::open(&supplier, job.spec.class, job.liability)?;

		*accepted = true;
		Self::deposit_event(Event::JobAccepted {
			job: id,
			supplier,
			liability: job.liability,
		});
		if job.has_begun() {
			let attest_by = Self::after(job.spec.attest_within);
			Self::reschedule(id, &mut job, attest_by);
			T::Judge::begin(id, job.spec.suppliers.len() as u32);
			Self::deposit_event(Event::JobStarted { job: id, attest_by });
		}
		Jobs::<T>::insert(id, job);
		Ok(())
	}

	/// Returns how many suppliers had accepted.
	pub(crate) fn do_cancel(payer: T::AccountId, id: JobId) -> Result<u32, DispatchError> {
		let job = Jobs::<T>::get(id).ok_or(Error::<T>::JobNotFound)?;
		ensure!(job.payer == payer, Error::<T>::NotPayer);
		ensure!(!job.has_begun(), Error::<T>::AlreadyBegun);
		let acceptances = job.acceptances();
		Self::end_cancelled(id, job)?;
		Ok(acceptances)
	}

	/// What a job of this class and price costs now.
	pub(crate) fn quote(
		policy: &bme_economics::Policy,
		class: Class,
		price: Balance,
	) -> Result<bme_economics::Quote, Error<T>> {
		ensure!(price >= T::MinJobPrice::get(), Error::<T>::PriceTooLow);
		ensure!(price <= T::MaxJobPrice::get(), Error::<T>::PriceTooHigh);
		let facts = T::Price::facts().ok_or(Error::<T>::TokenPriceStale)?;
		bme_economics::quote(price, *class.of(&policy.burn_share), &facts, policy.floor_price)
			.map_err(|_| Error::<T>::ArithmeticOverflow)
	}

	/// What each supplier forfeits if it does not attest: its equal part, rounded up, of the liability of the whole job, so that a
	/// payer cannot multiply what it receives by naming more suppliers.
	fn liability(spec: &JobSpecV1<T::AccountId>, price: FixedU128) -> Result<Balance, Error<T>> {
		let whole = bme_economics::fiat_to_tokens(T::LiabilityRate::get().mul_ceil(spec.price), price)
			.map_err(|_| Error::<T>::ArithmeticOverflow)?;
		Ok(whole
			.div_ceil((spec.suppliers.len() as u128).max(1))
			.max(T::MinLiability::get()))
	}

	fn ensure_spec(spec: &JobSpecV1<T::AccountId>) -> DispatchResult {
		Self::ensure_suppliers(spec)?;
		let accept_within = spec.accept_within;
		ensure!(
			!accept_within.is_zero() && accept_within <= Self::scale(T::MaxAcceptWindow::get()),
			Error::<T>::AcceptWindowOutOfBounds
		);
		let attest_within = spec.attest_within;
		ensure!(
			(MIN_WINDOW..=Self::scale(*spec.class.of(&T::MaxAttestWindow::get()))).contains(&attest_within),
			Error::<T>::AttestWindowOutOfBounds
		);
		ensure!(T::Judge::accepts(spec.evidence), Error::<T>::EvidenceNotSupported);
		Ok(())
	}

	fn ensure_suppliers(spec: &JobSpecV1<T::AccountId>) -> DispatchResult {
		ensure!(!spec.suppliers.is_empty(), Error::<T>::NoSuppliers);
		let accounts: BTreeSet<_> = spec.suppliers.iter().map(|terms| &terms.account).collect();
		ensure!(accounts.len() == spec.suppliers.len(), Error::<T>::DuplicateSupplier);
		let minima = || spec.suppliers.iter().map(|terms| terms.min_share);
		if spec.assessor.is_none() {
			ensure!(sums_to_one(minima()), Error::<T>::SharesNotOne);
		} else {
			// At most 16 shares of at most 10^9 parts: the sum fits `u64`.
			let sum = minima().fold(0u64, |sum, share| sum.saturating_add(share.deconstruct().into()));
			ensure!(sum <= Perbill::one().deconstruct().into(), Error::<T>::SharesAboveOne);
			ensure!(sum > 0, Error::<T>::NoMinimumShare);
		}
		Ok(())
	}

	/// The running tick.
	pub(crate) fn tick() -> Tick {
		AgendaClock::<T>::get().tick
	}

	/// The tick `window` ticks from now, at least the next: the agenda may have passed this one.
	pub(crate) fn after(window: Tick) -> Tick {
		// At one tick in six seconds, `u32` lasts eight centuries.
		Self::tick().saturating_add(window.max(1))
	}

	/// A window of a public network on this one.
	pub(crate) fn scale(window: Tick) -> Tick {
		window
			.checked_div(TimeScale::<T>::get())
			.unwrap_or(window)
			.max(MIN_WINDOW)
	}

	/// Move a job's entry in the agenda. The caller stores the job.
	pub(crate) fn reschedule(id: JobId, job: &mut Job<T::AccountId>, due: Tick) {
		Agenda::<T>::remove(job.due, id);
		Agenda::<T>::insert(due, id, ());
		job.due = due;
	}
}

impl<T: Config> bme_primitives::Jobs<T::AccountId> for Pallet<T> {
	fn parties(job: JobId) -> Option<JobParties<T::AccountId>> {
		Jobs::<T>::get(job).map(|job| JobParties {
			payees: job.payees(),
			roles: job.paid_roles(),
			burn: job.quote.burn,
			payer: job.payer,
			consumer: job.spec.consumer,
			assessor: job.spec.assessor,
			class: job.spec.class,
			evidence: job.spec.evidence,
			suppliers: job.spec.suppliers,
			is_young: !job.young.is_empty(),
		})
	}

	fn due_in(id: JobId, ticks: Tick) {
		Jobs::<T>::mutate_extant(id, |job| Self::reschedule(id, job, Self::after(ticks)));
	}

	fn settle(id: JobId, verdict: Verdict) -> DispatchResult {
		let job = Jobs::<T>::get(id).ok_or(Error::<T>::JobNotFound)?;
		Self::end_judged(id, job, verdict)
	}

	fn young_weight(payees: u32) -> Weight {
		T::WeightInfo::settle_young(payees).saturating_sub(T::WeightInfo::settle(payees))
	}

	fn scaled(window: Tick) -> Tick {
		Self::scale(window)
	}

	fn now() -> Tick {
		Self::tick()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_job(consumer: &T::AccountId, assessor: Option<&T::AccountId>, suppliers: &[T::AccountId]) -> JobId {
		crate::benchmarking::begun_job::<T>(consumer, assessor, suppliers)
	}
}

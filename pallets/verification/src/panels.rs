//! Panels: asked for, drawn, heard. Each moves on at the due tick of its job, so that it ends whatever its members do.

use crate::{
	pallet::{Panels, SamplingTerms, SeatCounts, Seats},
	BlockOf, Config, Dispute, Error, Event, Fault, HoldReason, Member, Outcome, Pallet, PanelOf, Phase, Seated, Stage,
	WeightInfo, REDRAW, RETRY, ROUNDS,
};
use alloc::{collections::BTreeSet, vec::Vec};
use bme_economics::{differs, is_apart, median_of_each, shares_of_panel, Judged};
use bme_primitives::{
	Balance, Convened, Deliberation, JobId, JobParties, Jobs, Opinion, SupplierVerdict, Suppliers, Verdict, MAX_PANEL,
	MAX_SUPPLIERS,
};
use codec::Encode;
use frame_support::{
	traits::{fungible::InspectHold as _, fungible::MutateHold as _, Get},
	weights::Weight,
};
use sp_io::hashing::blake2_256;
use sp_runtime::{DispatchError, Perbill};

/// How many seats are looked at for each that is drawn, at most: those of parties and of whoever has not its bond are passed over.
const TRIES: u32 = 4;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_convene(
		job: JobId,
		parties: &JobParties<T::AccountId>,
		disputed_by: Option<&T::AccountId>,
		asks_shares: bool,
	) -> Result<Convened, DispatchError> {
		if !Self::has_quorum(parties.class) {
			return Ok(Convened::Nobody);
		}
		let dispute = disputed_by.map(|by| Self::bond_dispute(parties, by)).transpose()?;
		Self::deposit_event(Event::PanelConvened {
			job,
			dispute: dispute.clone(),
			asks_shares,
		});
		Panels::<T>::insert(
			job,
			PanelOf::<T> {
				round: 0,
				stage: Stage::Drawing,
				since: frame_system::Pallet::<T>::block_number(),
				until: T::Jobs::now().saturating_add(RETRY),
				asks_shares,
				dispute,
				members: Seated::new(),
				outcome: None,
			},
		);
		Ok(Convened::Panel(RETRY))
	}

	fn bond_dispute(
		parties: &JobParties<T::AccountId>,
		by: &T::AccountId,
	) -> Result<Dispute<T::AccountId>, DispatchError> {
		let (bonded_by, bond) = Self::terms_of_dispute(parties, by);
		T::Currency::hold(&HoldReason::DisputeBond.into(), &bonded_by, bond)
			.map_err(|_| Error::<T>::InsufficientTokens)?;
		Ok(Dispute { bonded_by, bond })
	}

	/// Who bonds how much. The payer signed the request, and with it that its consumer may dispute.
	fn terms_of_dispute(parties: &JobParties<T::AccountId>, by: &T::AccountId) -> (T::AccountId, Balance) {
		let is_supplier = parties.suppliers.iter().any(|terms| terms.account == *by);
		let bonded_by = if is_supplier { by } else { &parties.payer };
		let bond = T::DisputeRate::get().mul_ceil(parties.burn);
		(bonded_by.clone(), bond.max(T::MinDisputeBond::get()))
	}

	pub(crate) fn can_dispute(parties: &JobParties<T::AccountId>, by: &T::AccountId) -> bool {
		if !Self::has_quorum(parties.class) {
			return true;
		}
		let (bonded_by, bond) = Self::terms_of_dispute(parties, by);
		T::Currency::can_hold(&HoldReason::DisputeBond.into(), &bonded_by, bond)
	}

	pub(crate) fn do_due(job: JobId, parties: &JobParties<T::AccountId>, standing: &Verdict) -> (Deliberation, Weight) {
		let Some(panel) = Panels::<T>::get(job) else {
			return (Deliberation::Hung, T::WeightInfo::step_base());
		};
		let (next, weight) = match panel.stage {
			Stage::Drawing => Self::draw_when_known(job, panel, parties),
			Stage::Committing if panel.committed() >= T::Quorum::get() => Self::begin_to_reveal(job, panel),
			Stage::Revealing if panel.heard() >= T::Quorum::get() => {
				let verdict = Self::conclude(job, panel, parties, standing);
				let weight = T::WeightInfo::conclude(standing.len() as u32);
				(
					Deliberation::Found(verdict),
					weight.saturating_add(T::WeightInfo::close()),
				)
			}
			Stage::Committing | Stage::Revealing => Self::fail_round(job, panel),
		};
		if next == Deliberation::Hung {
			Self::deposit_event(Event::PanelHung { job });
		}
		(next, weight)
	}

	pub(crate) fn most_due_weight() -> Weight {
		let concluded = T::WeightInfo::conclude(MAX_SUPPLIERS).saturating_add(T::WeightInfo::close());
		concluded.max(T::WeightInfo::draw()).max(T::WeightInfo::fail_round())
	}

	fn draw_when_known(job: JobId, panel: PanelOf<T>, parties: &JobParties<T::AccountId>) -> (Deliberation, Weight) {
		if T::Phase::get() != Phase::Drawing || Self::seed_of(job, panel.since).is_none() {
			return (Deliberation::Wait(RETRY), T::WeightInfo::step_base());
		}
		(Self::draw(job, panel, parties), T::WeightInfo::draw())
	}

	fn seed_of(job: JobId, since: BlockOf<T>) -> Option<[u8; 32]> {
		Self::seed(&(b"panel", job).encode(), since)
	}

	/// Seat the members of this round. Without a quorum of them there is no panel.
	pub(crate) fn draw(job: JobId, mut panel: PanelOf<T>, parties: &JobParties<T::AccountId>) -> Deliberation {
		let drawn = Self::seed_of(job, panel.since)
			.map(|seed| Self::drawn(&blake2_256(&(seed, panel.round).encode()), parties))
			.unwrap_or_default();
		panel.members = Seated::new();
		if (drawn.len() as u32) < T::Quorum::get() {
			Panels::<T>::insert(job, panel);
			return Deliberation::Hung;
		}
		drawn.iter().for_each(Self::engage);
		let window = T::Jobs::scaled(*parties.class.of(&T::CommitWindow::get()));
		panel.stage = Stage::Committing;
		panel.until = T::Jobs::now().saturating_add(window);
		Self::deposit_event(Event::PanelDrawn {
			job,
			round: panel.round,
			members: drawn.clone(),
			commit_by: panel.until,
		});
		panel.members = Seated::truncate_from(drawn.into_iter().map(Member::new).collect());
		Panels::<T>::insert(job, panel);
		Deliberation::Wait(window)
	}

	/// The verifiers that `seed` draws, none of them twice and none of them a party of the job. Looks at a bounded number of seats,
	/// however many there are.
	fn drawn(seed: &[u8; 32], parties: &JobParties<T::AccountId>) -> Vec<T::AccountId> {
		let count = *parties.class.of(&SeatCounts::<T>::get());
		let mut drawn = Vec::new();
		let mut seen = BTreeSet::new();
		for attempt in 0..MAX_PANEL.saturating_mul(TRIES).min(count) {
			let random = crate::lots::number(&blake2_256(&(seed, attempt).encode()));
			let Some(mut seat) = random.checked_rem(count.into()).map(|seat| seat as u32) else {
				break;
			};
			// Fewer seats were seen than there are, so that the next unseen one is near.
			while !seen.insert(seat) {
				seat = seat.saturating_add(1).checked_rem(count).unwrap_or_default();
			}
			let chosen = Seats::<T>::get(parties.class, seat)
				.filter(|who| !parties.concerns(who) && !drawn.contains(who) && Self::can_be_drawn(who));
			drawn.extend(chosen);
			if drawn.len() as u32 >= T::PanelSize::get().min(MAX_PANEL) {
				break;
			}
		}
		drawn
	}

	fn begin_to_reveal(job: JobId, mut panel: PanelOf<T>) -> (Deliberation, Weight) {
		let window = T::Jobs::scaled(T::RevealWindow::get());
		panel.stage = Stage::Revealing;
		panel.until = T::Jobs::now().saturating_add(window);
		Self::deposit_event(Event::RevealBegan {
			job,
			round: panel.round,
			reveal_by: panel.until,
		});
		Panels::<T>::insert(job, panel);
		(Deliberation::Wait(window), T::WeightInfo::step_base())
	}

	/// Too few were heard: whoever was silent pays, and others will be drawn, until it was tried often enough.
	pub(crate) fn fail_round(job: JobId, mut panel: PanelOf<T>) -> (Deliberation, Weight) {
		for member in &panel.members {
			if member.is_silent(panel.stage) {
				Self::slash(&member.who, Fault::Silent);
			}
			Self::disengage(&member.who);
		}
		panel.members = Seated::new();
		panel.round = panel.round.saturating_add(1);
		let next = if panel.round < ROUNDS {
			panel.stage = Stage::Drawing;
			panel.until = T::Jobs::now().saturating_add(REDRAW);
			Deliberation::Wait(REDRAW)
		} else {
			Deliberation::Hung
		};
		Panels::<T>::insert(job, panel);
		(next, T::WeightInfo::fail_round())
	}

	/// What the panel found: the lower median of what was revealed, supplier by supplier.
	pub(crate) fn conclude(
		job: JobId,
		mut panel: PanelOf<T>,
		parties: &JobParties<T::AccountId>,
		standing: &Verdict,
	) -> Verdict {
		let found = Found::of(&panel, parties, standing);
		let verdict = found.verdict(standing, T::Threshold::get());
		let mut deserving = Vec::new();
		for member in &panel.members {
			match &member.opinion {
				None => Self::slash(&member.who, Fault::Silent),
				Some(opinion) if found.is_far(opinion, standing, T::Tolerance::get()) => {
					Self::slash(&member.who, Fault::Far)
				}
				Some(_) => deserving.push(member.who.clone()),
			}
		}
		let min_burn = SamplingTerms::<T>::get().min_burn;
		for (terms, line) in parties.suppliers.iter().zip(&verdict).filter(|(_, line)| line.attested) {
			Self::learn(&terms.account, parties.class, line.quality, parties.burn, min_burn);
		}
		let condemns = verdict.iter().any(|line| line.condemned);
		let outcome = Outcome {
			// Whoever is condemned stood whole.
			changed: condemns || differs(&judged(standing), &judged(&verdict), T::Tolerance::get()),
			condemns,
			attested: Suppliers::truncate_from(verdict.iter().map(|line| line.attested).collect()),
			deserving: Seated::truncate_from(deserving),
		};
		Self::deposit_event(Event::PanelFound {
			job,
			round: panel.round,
			verdict: verdict.clone(),
			changed: outcome.changed,
			deserving: outcome.deserving.clone(),
		});
		panel.outcome = Some(outcome);
		Panels::<T>::insert(job, panel);
		verdict
	}
}

/// What most members of a panel say.
struct Found {
	qualities: Vec<Perbill>,
	/// The median shares, where the panel was asked for any, and the shares that they come to.
	shares: Option<(Vec<Perbill>, Vec<Perbill>)>,
	/// What more than a half of those who were heard found when they ran the work again.
	output: Option<[u8; 32]>,
}

impl Found {
	fn of<AccountId, BlockNumber>(
		panel: &crate::Panel<AccountId, BlockNumber>,
		parties: &JobParties<AccountId>,
		standing: &Verdict,
	) -> Self {
		let opinions: Vec<_> = panel
			.members
			.iter()
			.filter_map(|member| member.opinion.as_ref())
			.collect();
		let rows: Vec<_> = opinions.iter().map(|opinion| opinion.qualities.to_vec()).collect();
		// Every opinion that was taken has one quality for each supplier.
		let qualities = median_of_each(&rows).unwrap_or_else(|| standing.iter().map(|line| line.quality).collect());
		let stated: Vec<_> = opinions
			.iter()
			.filter_map(|opinion| opinion.shares.as_ref().map(|shares| shares.to_vec()))
			.collect();
		let minima: Vec<_> = parties.suppliers.iter().map(|terms| terms.min_share).collect();
		let shares = median_of_each(&stated)
			.and_then(|medians| shares_of_panel(&minima, &medians).ok().map(|shares| (medians, shares)));
		Self {
			qualities,
			shares,
			output: Self::common_output(&opinions),
		}
	}

	fn common_output(opinions: &[&Opinion]) -> Option<[u8; 32]> {
		let outputs = || opinions.iter().filter_map(|opinion| opinion.output);
		outputs().find(|output| outputs().filter(|other| other == output).count() > opinions.len() / 2)
	}

	fn verdict(&self, standing: &Verdict, threshold: Perbill) -> Verdict {
		let lines = standing
			.iter()
			.zip(&self.qualities)
			.enumerate()
			.map(|(place, (line, quality))| {
				let quality = if line.attested { *quality } else { Perbill::zero() };
				let found = self.shares.as_ref().and_then(|(_, shares)| shares.get(place));
				SupplierVerdict {
					share: found.copied().unwrap_or(line.share),
					quality,
					attested: line.attested,
					condemned: line.attested && quality < threshold,
				}
			});
		Verdict::truncate_from(lines.collect())
	}

	fn is_far(&self, opinion: &Opinion, standing: &Verdict, tolerance: Perbill) -> bool {
		let mut qualities = opinion.qualities.iter().zip(&self.qualities).zip(standing);
		let of_quality = qualities.any(|((said, median), line)| line.attested && is_apart(*said, *median, tolerance));
		let of_shares = self.shares.iter().any(|(medians, _)| {
			let mut said = opinion.shares.iter().flatten().zip(medians);
			said.any(|(said, median)| is_apart(*said, *median, tolerance))
		});
		of_quality || of_shares || self.output.is_some_and(|output| opinion.output != Some(output))
	}
}

fn judged(verdict: &Verdict) -> Vec<Judged> {
	let line = |line: &SupplierVerdict| Judged {
		share: line.share,
		quality: line.quality,
	};
	verdict.iter().map(line).collect()
}

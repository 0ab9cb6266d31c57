//! Verifiers and an auditor who do what comes into their heads: some lie, some are silent, some come and go.

use crate::{
	chain::{account, key, Chain},
	random::Dice,
};
use bme_primitives::{ByClass, Class, JobId, Opinion, Sampling, Suppliers, TOKEN};
use bme_runtime::{AccountId, Balances, Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin, Verification};
use frame_support::{
	assert_ok,
	traits::{fungible::Mutate, tokens::Preservation::Preserve},
};
use pallet_bme::Jobs;
use pallet_verification::{Answer, Event, Fault, Findings, Panels, Ringers, Stage};
use sp_core::sr25519::Pair;
use sp_runtime::Perbill;
use std::collections::BTreeSet;

/// Five have seats from the beginning; the others come later.
const VERIFIERS: usize = 12;
const SALT: [u8; 32] = [7; 32];

pub struct Verifiers {
	verifiers: Vec<Pair>,
	auditor: Pair,
}

impl Verifiers {
	/// Tokens from `//Alice` and two seats for each that has none, and a third of the jobs is drawn.
	pub fn arrive(chain: &mut Chain) -> Self {
		let verifiers: Vec<_> = (1..=VERIFIERS)
			.map(|number| key(&format!("Verifier{number}")))
			.collect();
		let alice = account(&key("Alice"));
		let often = Perbill::from_percent(30);
		chain.with(|| {
			for verifier in &verifiers[5..] {
				let verifier = account(verifier);
				let sent = <Balances as Mutate<_>>::transfer(&alice, &verifier, 4_000 * TOKEN, Preserve);
				assert_ok!(sent);
				assert_ok!(Verification::admit(RuntimeOrigin::root(), verifier, 2));
			}
			let sampling = Sampling {
				known: ByClass {
					agent: often,
					inference: often,
					training: often,
				},
				unknown: often,
				min_burn: 0,
			};
			assert_ok!(Verification::set_sampling(RuntimeOrigin::root(), sampling));
		});
		Self {
			verifiers,
			auditor: key("Auditor1"),
		}
	}

	/// One of them and what it does.
	pub fn act<'a>(&'a self, chain: &mut Chain, dice: &mut Dice) -> (&'a Pair, RuntimeCall) {
		match dice.below(12) {
			0..=7 => self.judge(chain, dice),
			8 => self.test(chain, dice),
			_ => self.come_or_go(dice),
		}
	}

	/// What governance does: another number of seats for somebody, and a slash voided.
	pub fn govern(&self, chain: &mut Chain, dice: &mut Dice) {
		let verifier = account(dice.pick(&self.verifiers));
		let seats = dice.below(6) as u32;
		chain.with(|| {
			// Whether it changes anything does not matter.
			let _ = Verification::admit(RuntimeOrigin::root(), verifier, seats);
			if let Some(job) = Findings::<Runtime>::iter_keys().next() {
				let _ = Verification::void_slash(RuntimeOrigin::root(), job);
			}
		});
	}

	fn come_or_go(&self, dice: &mut Dice) -> (&Pair, RuntimeCall) {
		let class = *dice.pick(&Class::ALL);
		let call = match dice.below(4) {
			0 => pallet_verification::Call::take_seat { class },
			1 => pallet_verification::Call::leave_seat {
				class,
				seat: dice.below(10) as u32,
			},
			2 => pallet_verification::Call::bond {},
			_ => pallet_verification::Call::withdraw_bond {},
		};
		(dice.pick(&self.verifiers), call.into())
	}

	/// A member of some panel says what it thinks, at times too early, too late, or twice.
	fn judge(&self, chain: &mut Chain, dice: &mut Dice) -> (&Pair, RuntimeCall) {
		let panels: Vec<_> = chain.with(|| {
			let drawn = Panels::<Runtime>::iter().filter(|(_, panel)| !panel.members.is_empty());
			drawn.collect()
		});
		if panels.is_empty() {
			return self.come_or_go(dice);
		}
		let (job, panel) = dice.pick(&panels);
		let member = &dice.pick(&panel.members).who;
		let opinion = opinion(chain, *job, member, panel.asks_shares);
		let round = panel.round;
		let reveals = (panel.stage == Stage::Revealing) != dice.one_in(20);
		let call = if reveals {
			pallet_verification::Call::reveal {
				job: *job,
				round,
				opinion,
				salt: SALT,
			}
		} else {
			let commitment = chain.with(|| Verification::commitment_of(*job, round, member, &opinion, SALT));
			pallet_verification::Call::commit {
				job: *job,
				round,
				commitment,
			}
		};
		let who = self.verifiers.iter().find(|verifier| account(verifier) == *member);
		(who.expect("every verifier is one of these"), call.into())
	}

	/// The auditor knows the answer of a job that has no panel yet, or says so afterwards.
	fn test(&self, chain: &mut Chain, dice: &mut Dice) -> (&Pair, RuntimeCall) {
		let auditor = account(&self.auditor);
		let answer = |suppliers: usize| Answer::truncate_from(vec![Perbill::one(); suppliers]);
		let call = chain.with(|| {
			let finding = Findings::<Runtime>::iter().find(|(_, finding)| !finding.is_ringer);
			let suppliers = |finding: &pallet_verification::FindingOf<Runtime>| {
				let heard = finding.opinions.iter().find_map(|(_, opinion)| opinion.as_ref());
				heard.map_or(1, |opinion| opinion.qualities.len())
			};
			let ringers = Ringers::<Runtime>::get(&auditor);
			match (dice.below(4), finding, ringers.last()) {
				(0, Some((job, finding)), _) => pallet_verification::Call::reveal_ringer {
					job,
					answer: answer(suppliers(&finding)),
					salt: SALT,
				},
				(1, _, Some(ringer)) if ringers.is_full() => pallet_verification::Call::withdraw_ringer {
					commitment: ringer.commitment,
				},
				_ => {
					let live = Jobs::<Runtime>::iter().find(|(job, _)| !Panels::<Runtime>::contains_key(job));
					let (job, suppliers) = live.map_or((0, 1), |(job, live)| (job, live.spec.suppliers.len()));
					let commitment = Verification::ringer_commitment(job, &auditor, &answer(suppliers), SALT);
					pallet_verification::Call::commit_ringer { commitment }
				}
			}
		});
		(&self.auditor, call.into())
	}
}

/// A third of the jobs is bad, as two of three verifiers see it.
fn opinion(chain: &mut Chain, job: JobId, of: &AccountId, asks_shares: bool) -> Opinion {
	let minima: Vec<_> = chain.with(|| {
		let live = Jobs::<Runtime>::get(job).expect("a panel does not outlive its job");
		live.spec.suppliers.iter().map(|terms| terms.min_share).collect()
	});
	let lies = AsRef::<[u8]>::as_ref(of)[0].is_multiple_of(3);
	let quality = Perbill::from_percent(if job.is_multiple_of(3) != lies { 20 } else { 100 });
	let mut shares = minima.clone();
	let rest = minima.iter().fold(Perbill::one(), |rest, minimum| rest - *minimum);
	if let Some(last) = shares.last_mut() {
		*last = *last + rest;
	}
	Opinion {
		qualities: Suppliers::truncate_from(vec![quality; minima.len()]),
		shares: asks_shares.then(|| Suppliers::truncate_from(shares)),
		output: None,
	}
}

/// What came of panels.
pub fn outcomes(chain: &Chain) -> BTreeSet<&'static str> {
	let outcome = |event: &RuntimeEvent| match event {
		RuntimeEvent::Verification(event) => match event {
			Event::PanelConvened { dispute: None, .. } => Some("drawn by lots"),
			Event::PanelConvened { asks_shares: true, .. } => Some("disputed with shares"),
			Event::PanelConvened { .. } => Some("disputed"),
			Event::PanelDrawn { round: 1.., .. } => Some("drawn again"),
			Event::PanelFound { changed: true, .. } => Some("changed"),
			Event::PanelFound { .. } => Some("confirmed"),
			Event::PanelHung { .. } => Some("hung"),
			Event::VerifierSlashed { fault, .. } => Some(match fault {
				Fault::Silent => "silent",
				Fault::Far => "far off",
				Fault::Ringer => "wrong on a ringer",
			}),
			Event::DisputeBondReturned { .. } => Some("bond returned"),
			Event::DisputeBondLost { .. } => Some("bond lost"),
			Event::PanelPaid { .. } => Some("panel paid"),
			Event::FindingStands { .. } => Some("stands"),
			Event::SeatTaken { .. } => Some("seat taken"),
			Event::SeatLeft { .. } => Some("seat left"),
			_ => None,
		},
		_ => None,
	};
	chain.said(outcome).into_iter().collect()
}

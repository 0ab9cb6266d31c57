//! Thousands of jobs with suppliers and verifiers of every kind. What each kind ends with is in docs/contribution.md.

use super::mock::*;
use frame_support::traits::fungible::Mutate;
use std::collections::BTreeMap;

const JOBS: u64 = 10_000;
const SEATS: AccountId = 40;
/// The part of jobs, in percent, whose quality an auditor knows.
const RINGERS: u32 = 10;
/// Of all jobs, those of suppliers that do no work.
const CHEATS: u32 = 20;
/// How often a consumer notices bad work, and how often it disputes good work.
const NOTICED: u32 = 80;
const GRUDGES: u32 = 2;
/// What a job pays its supplier, and what honest work costs it.
const PAY: Balance = 30 * TOKEN;
const COST: Balance = 15 * TOKEN;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
	/// Says what it finds, give or take a twentieth.
	Honest,
	/// Says "good" without looking.
	Lazy,
	/// Says one or the other.
	Guessing,
	/// Says what it finds, but of the cheats, its friends, that they are good.
	Colluding,
}

/// A source of numbers that is the same in every run.
struct Dice(u64);
impl Dice {
	/// A number below `below`.
	fn throw(&mut self, below: u32) -> u32 {
		self.0 = self
			.0
			.wrapping_mul(6_364_136_223_846_793_005)
			.wrapping_add(1_442_695_040_888_963_407);
		(self.0 >> 33) as u32 % below
	}

	fn happens(&mut self, percent: u32) -> bool {
		self.throw(100) < percent
	}
}

fn says(kind: Kind, quality: u32, is_friend: bool, dice: &mut Dice) -> u32 {
	let found = quality.saturating_add(dice.throw(11)).saturating_sub(5).min(100);
	match kind {
		Kind::Honest => found,
		Kind::Lazy => 100,
		Kind::Guessing => 100 * dice.throw(2),
		Kind::Colluding if is_friend => 100,
		Kind::Colluding => found,
	}
}

/// What everybody ended with more than it began with, token base units: verifiers by kind, then honest suppliers and cheats.
struct Gains {
	verifiers: BTreeMap<Kind, i128>,
	honest_supplier: i128,
	cheat: i128,
}

/// Run [`JOBS`] jobs with so many verifiers of each kind.
fn simulate(kinds: &[(Kind, AccountId)]) -> Gains {
	let verifiers: BTreeMap<AccountId, Kind> = kinds
		.iter()
		.flat_map(|(kind, count)| std::iter::repeat_n(*kind, *count as usize))
		.zip(1_000..)
		.map(|(kind, who)| (who, kind))
		.collect();
	assert_eq!(verifiers.len() as AccountId, SEATS);
	for (seat, who) in VERIFIERS.into_iter().enumerate().rev() {
		assert_ok!(leave_seat(who, Class::Inference, seat as u32));
	}
	for who in verifiers.keys() {
		Balances::set_balance(who, 1_000_000 * TOKEN);
		assert_ok!(Verification::admit(RuntimeOrigin::root(), *who, 1));
		assert_ok!(take_seat(*who, Class::Inference));
	}
	Balances::set_balance(&PAYER, 1_000_000 * TOKEN);
	SamplingTerms::<Test>::put(Sampling {
		known: ByClass {
			agent: percent(1),
			inference: percent(2),
			training: percent(10),
		},
		unknown: percent(25),
		min_burn: BURN,
	});

	let wealth = |who: AccountId| {
		let owned = free(who) + held(HoldReason::SeatBond, who) + Points::get(who);
		owned as i128
	};
	let before: BTreeMap<_, _> = verifiers.keys().map(|who| (*who, wealth(*who))).collect();
	let mut from_liabilities = BTreeMap::<AccountId, i128>::new();
	let mut gains = Gains {
		verifiers: BTreeMap::new(),
		honest_supplier: 0,
		cheat: 0,
	};
	let mut dice = Dice(7);
	for _ in 0..JOBS {
		let is_ringer = dice.happens(RINGERS);
		let is_bad = if is_ringer {
			dice.happens(50)
		} else {
			dice.happens(CHEATS)
		};
		let quality = if is_bad { 0 } else { 100 };
		let answer = percents(&[quality]);
		if is_ringer {
			let commitment = Verification::ringer_commitment(NextJob::get(), &AUDITOR, &answer, SALT);
			assert_ok!(Verification::commit_ringer(signed(AUDITOR), commitment));
			System::set_block_number(System::block_number() + 1);
		}
		let supplier = if is_bad { BOB } else { CHARLIE };
		let build = Build {
			class: Class::Inference,
			minima: vec![(supplier, WHOLE)],
			..Build::default()
		};
		let job = build.begin();
		let is_disputed = is_ringer || dice.happens(if is_bad { NOTICED } else { GRUDGES });
		know_randomness();
		let is_drawn = Verification::lots(job, 0, &parties(job)) == Lots::Drawn;
		if !is_disputed && !is_drawn {
			Live::remove(job);
			gains.credit(is_bad, 100, false);
			continue;
		}
		assert_ok!(convene(job, is_disputed.then_some(CONSUMER)));
		know_randomness();
		pass(RETRY);
		let members = members(job);
		let is_friend = is_bad && !is_ringer;
		let opinions: Vec<_> = members
			.iter()
			.map(|who| self::quality(says(verifiers[who], quality, is_friend, &mut dice)))
			.collect();
		judge(job, &opinions);
		let line = verdict(job)[0];
		if let Some(finding) = Findings::<Test>::get(job).filter(|_| line.condemned) {
			for who in &finding.deserving {
				*from_liabilities.entry(*who).or_default() += (LIABILITY / 4 / finding.deserving.len() as u128) as i128;
			}
		}
		if is_ringer {
			assert_ok!(seating(|| Verification::reveal_ringer(
				signed(AUDITOR),
				job,
				answer,
				SALT
			)));
		} else {
			gains.credit(is_bad, line.quality * 100u32, line.condemned);
		}
		for who in members {
			// Whoever lost a part of its bond fills it up, and loses again.
			let _ = bond(who);
		}
	}
	for (who, kind) in &verifiers {
		let gain = wealth(*who) + from_liabilities.get(who).unwrap_or(&0) - before[who];
		*gains.verifiers.entry(*kind).or_default() += gain;
	}
	for (kind, count) in kinds {
		if let Some(gain) = gains.verifiers.get_mut(kind) {
			*gain /= *count as i128;
		}
	}
	gains
}

impl Gains {
	/// A supplier was paid for this much of a job.
	fn credit(&mut self, is_bad: bool, quality: u32, condemned: bool) {
		let pay = (PAY / 100 * Balance::from(quality)) as i128;
		if is_bad {
			self.cheat += pay - if condemned { LIABILITY as i128 } else { 0 };
		} else {
			self.honest_supplier += pay - COST as i128 - if condemned { LIABILITY as i128 } else { 0 };
		}
	}

	/// In whole tokens, for docs/contribution.md: `cargo test simulation -- --nocapture`.
	fn print(&self, title: &str) {
		let token = TOKEN as i128;
		println!("{title}");
		for (kind, gain) in &self.verifiers {
			println!("  a verifier that is {kind:?}: {}", gain / token);
		}
		println!(
			"  honest suppliers, a job: {:.1}; cheats, a job: {:.1}",
			self.honest_supplier as f64 / (JOBS as f64 * 0.9 * 0.8) / TOKEN as f64,
			self.cheat as f64 / (JOBS as f64 * 0.9 * 0.2) / TOKEN as f64,
		);
	}
}

#[test]
fn honest_should_end_richer_than_all_others_when_they_are_the_most() {
	build_and_execute(|| {
		let gains = simulate(&[
			(Kind::Honest, 34),
			(Kind::Lazy, 2),
			(Kind::Guessing, 2),
			(Kind::Colluding, 2),
		]);
		gains.print("34 honest, 2 lazy, 2 guessing, 2 colluding");
		let of = |kind| gains.verifiers[&kind];
		for kind in [Kind::Lazy, Kind::Guessing, Kind::Colluding] {
			assert!(of(Kind::Honest) > of(kind), "{kind:?}");
			assert!(of(kind) < 0, "{kind:?} does not pay");
		}
		assert!(of(Kind::Honest) > 0, "honest verifiers earn something");
		assert!(gains.honest_supplier > 0 && gains.cheat < 0);
	});
}

#[test]
fn honest_should_lose_less_than_all_others_when_three_in_ten_are_not() {
	build_and_execute(|| {
		let gains = simulate(&[
			(Kind::Honest, 28),
			(Kind::Lazy, 4),
			(Kind::Guessing, 4),
			(Kind::Colluding, 4),
		]);
		gains.print("28 honest, 4 lazy, 4 guessing, 4 colluding");
		for kind in [Kind::Lazy, Kind::Guessing, Kind::Colluding] {
			assert!(gains.verifiers[&Kind::Honest] > gains.verifiers[&kind], "{kind:?}");
		}
		assert!(gains.honest_supplier > 0 && gains.cheat < gains.honest_supplier / 4);
	});
}

#[test]
fn colluding_should_lose_when_a_third_of_the_seats_collude() {
	build_and_execute(|| {
		let gains = simulate(&[(Kind::Honest, 27), (Kind::Colluding, 13)]);
		gains.print("27 honest, 13 colluding");
		assert!(gains.verifiers[&Kind::Honest] > gains.verifiers[&Kind::Colluding]);
	});
}

#[test]
fn colluding_should_win_when_more_than_a_half_of_the_seats_collude() {
	build_and_execute(|| {
		let gains = simulate(&[(Kind::Honest, 16), (Kind::Colluding, 24)]);
		gains.print("16 honest, 24 colluding");
		assert!(gains.verifiers[&Kind::Honest] < gains.verifiers[&Kind::Colluding]);
	});
}

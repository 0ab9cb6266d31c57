//! Random histories with every role: quote, settle, points, epochs closed late, payouts, as the pallet does it.

use crate::{lost, policy, roundings, TOKEN};
use bme_economics::*;
use proptest::{array::uniform8, bits, collection::vec, prelude::*};

const ACCOUNTS: usize = 8;
const EPOCHS: usize = 8;

/// A job: who is who in it, what it costs, and how it ends. The consumer and the assessor are paid nothing.
#[derive(Clone, Debug)]
struct Job {
	payer: usize,
	class: usize,
	price: Balance,
	facts: PriceFacts,
	requested: usize,
	delay: usize,
	/// Account, weight in the shares that the assessor states, quality.
	suppliers: Vec<(usize, Perbill, Perbill)>,
	/// The seats, if the job is sampled.
	panel: Option<[usize; 5]>,
}

/// What an epoch holds besides jobs.
#[derive(Clone, Debug)]
struct Span {
	/// How late it closes, milliseconds.
	late: Moment,
	contribution: [u128; ACCOUNTS],
	blocks: [u128; ACCOUNTS],
}

#[derive(Clone, Debug)]
struct Graph {
	policy: Policy,
	/// The accounts of the coalition, one bit each.
	coalition: u8,
	jobs: Vec<Job>,
	spans: Vec<Span>,
}

/// What one job did.
#[derive(Clone, Debug, Default)]
struct Ended {
	epoch: usize,
	burned: Balance,
	entitlements: Vec<(usize, Balance)>,
	panel: Vec<(usize, Balance)>,
}

/// What the epochs paid, by epoch and account.
#[derive(Default)]
struct Paid {
	scheduled: Vec<Balance>,
	multipliers: Vec<FixedU128>,
	points: Vec<[u128; ACCOUNTS]>,
	work: Vec<[Balance; ACCOUNTS]>,
	contribution: Vec<[Balance; ACCOUNTS]>,
	security: Vec<[Balance; ACCOUNTS]>,
	treasury: Vec<Balance>,
}

fn part() -> impl Strategy<Value = Perbill> {
	prop_oneof![
		2 => Just(Perbill::one()),
		1 => Just(Perbill::zero()),
		1 => Just(Perbill::from_parts(1)),
		4 => (0..=1_000_000_000u32).prop_map(Perbill::from_parts),
	]
}

/// Mostly from a half to a thousand, at times from a thousandth to a million.
fn price() -> impl Strategy<Value = FixedU128> {
	let shift = prop_oneof![9 => 29..40u32, 1 => 20..51u32];
	(shift, 1_000_000_000..2_000_000_000u128).prop_map(|(shift, inner)| FixedU128::from_inner(inner << shift))
}

fn facts() -> impl Strategy<Value = PriceFacts> {
	(price(), price(), 0..100u32, 0..100u128).prop_map(|(median, ema, margin, spread)| PriceFacts {
		median,
		ema,
		confidence: FixedU128::from_inner(median.into_inner() / 10_000 * spread),
		margin: Perbill::from_percent(margin),
	})
}

fn job() -> impl Strategy<Value = Job> {
	let cost = (14..37u32, 0..1u128 << 14).prop_map(|(shift, cost)| (1 << shift) + (cost << (shift - 14)));
	let roles = (0..ACCOUNTS, 0..3usize, cost);
	let suppliers = vec((0..ACCOUNTS, part(), part()), 1..=5);
	let panel = proptest::option::of(proptest::array::uniform5(0..ACCOUNTS));
	(roles, facts(), 0..EPOCHS, 0..4usize, suppliers, panel).prop_map(
		|((payer, class, price), facts, requested, delay, suppliers, panel)| Job {
			payer,
			class,
			price,
			facts,
			requested,
			delay,
			suppliers,
			panel,
		},
	)
}

fn span() -> impl Strategy<Value = Span> {
	let late = prop_oneof![3 => 0..6_000u64, 1 => 0..4 * DAY];
	let blocks = uniform8(0..1_800u128);
	let contribution = prop_oneof![uniform8(0..20_000 * TOKEN), uniform8(0..10u128)];
	(late, contribution, blocks).prop_map(|(late, contribution, blocks)| Span {
		late,
		contribution,
		blocks,
	})
}

/// The defaults or the loosest bounds, with some numbers anywhere within them; pools from nothing to the whole cap.
fn any_policy() -> impl Strategy<Value = Policy> {
	let numbers = (50..=98u32, 0..=50u32, 3..=60u32, 10..=100u32);
	let shift = prop_oneof![3 => Just(0), 1 => 0..70u32];
	(any::<bool>(), any::<bool>(), numbers, shift).prop_map(|(loose, vary, (kappa, rho, window, floor), shift)| {
		let mut policy = policy(loose);
		if vary {
			policy.kappa.training = BelowOne::from_percent(kappa);
			policy.rho = BelowOne::from_percent(rho);
			policy.burn_ema_epochs = window;
			policy.controller.floor = Perbill::from_percent(floor);
		}
		policy.floor_price = FixedU128::from_inner(1_000_000_000);
		for term in policy.schedule.terms.iter_mut() {
			if let Term::Geometric { first, .. } = term {
				*first >>= shift;
			}
		}
		assert_eq!(policy.validate(), Ok(()));
		policy
	})
}

fn graph() -> impl Strategy<Value = Graph> {
	(any_policy(), bits::u8::ANY, vec(job(), 1..24), vec(span(), EPOCHS + 4)).prop_map(
		|(policy, coalition, jobs, spans)| Graph {
			policy,
			coalition,
			jobs,
			spans,
		},
	)
}

impl Job {
	/// Request, judge and settle it. `None` if it cannot be requested, or nobody named has a share.
	fn end(&self, policy: &Policy) -> Option<Ended> {
		let kappa = policy.kappa.each()[self.class].get();
		let burn_share = *policy.burn_share.each()[self.class];
		let quote = quote(self.price, burn_share, &self.facts, policy.floor_price).ok()?;
		let weights: Vec<_> = self.suppliers.iter().map(|(_, weight, _)| *weight).collect();
		let judged: Vec<_> = scale_to_one(&weights)
			.ok()?
			.into_iter()
			.zip(&self.suppliers)
			.map(|(share, &(_, _, quality))| Judged { share, quality })
			.collect();
		let settled = settle(quote.burn, quote.fiat, &ByRole::default(), kappa, &judged).unwrap();
		assert!(settled.burned <= quote.burn);
		let accounts = self.suppliers.iter().map(|(account, ..)| *account);
		let fee = (Perbill::one() - kappa).mul_floor(settled.burned);
		let seats = self.panel.iter().flatten();
		Some(Ended {
			epoch: self.requested + self.delay,
			burned: settled.burned,
			entitlements: accounts
				.zip(settled.suppliers.iter().map(|pay| pay.entitlement))
				.collect(),
			panel: seats.map(|seat| (*seat, fee / 5)).collect(),
		})
	}
}

impl Ended {
	/// All that it can ever bring those accounts.
	fn brings(&self, is_one: impl Fn(usize) -> bool) -> Balance {
		let both = self.entitlements.iter().chain(&self.panel);
		both.filter(|(account, _)| is_one(*account))
			.map(|(_, amount)| amount)
			.sum()
	}
}

impl Graph {
	fn is_own(&self, account: usize) -> bool {
		self.coalition >> account & 1 == 1
	}

	/// The jobs that end, each with whether the coalition pays for it.
	fn ended(&self) -> Vec<(bool, Ended)> {
		let end = |job: &Job| Some((self.is_own(job.payer), job.end(&self.policy)?));
		self.jobs.iter().filter_map(end).collect()
	}

	/// Close every epoch with these jobs and pay every account.
	fn close<'a>(&self, jobs: impl Iterator<Item = &'a Ended> + Clone) -> Paid {
		let length = self.policy.epoch_length;
		let (mut start, mut now, mut state) = (0, 0, EmissionState::default());
		let (mut paid, mut reminted, mut net) = (Paid::default(), 0, 0);
		for (index, span) in self.spans.iter().enumerate() {
			now = (start + length + span.late).max(now);
			let elapsed = clamped_elapsed(start, now, length);
			let mut points = [0; ACCOUNTS];
			let ending = jobs.clone().filter(|job| job.epoch == index);
			let burned = ending.clone().map(|job| job.burned).sum::<Balance>();
			ending
				.flat_map(|job| &job.entitlements)
				.for_each(|(account, amount)| points[*account] += amount);
			let totals = ByPool {
				work: points.iter().sum::<u128>(),
				contribution: span.contribution.iter().sum(),
				security: span.blocks.iter().sum(),
			};
			let input = EpochInput {
				index: index as u32,
				scheduled: self.policy.schedule.scheduled(start, start + elapsed),
				burned,
				points: totals,
				expected_blocks: u128::from(elapsed / 6_000),
			};
			let (emission, mut next) = epoch_emission(&self.policy, &input, &state);
			paid.scheduled.push(emission.scheduled);
			paid.multipliers.push(emission.multiplier);
			let admitted = next.admit(emission, elapsed);
			assert_eq!(admitted, emission, "the breaker acts on what the formulas give");
			(reminted, net) = (reminted + emission.reminted, net + burned - totals.work);
			assert!(reminted + next.allowance <= self.policy.rho.get().mul_floor(net));
			let share = |minted, points: &[u128; ACCOUNTS], total| points.map(|points| pro_rata(minted, points, total));
			paid.work.push(share(admitted.minted.work, &points, totals.work));
			paid.contribution.push(share(
				admitted.minted.contribution,
				&span.contribution,
				totals.contribution,
			));
			paid.security
				.push(share(admitted.minted.security, &span.blocks, totals.security));
			paid.treasury.push(admitted.treasury);
			paid.points.push(points);
			(start, state) = (next_start(start, now, length), next);
		}
		paid
	}
}

impl Paid {
	/// All that accounts were paid for work, or of another pool.
	fn of(rows: &[[Balance; ACCOUNTS]], is_one: impl Fn(usize) -> bool) -> Balance {
		let rows = rows.iter().flatten().enumerate();
		rows.filter(|(at, _)| is_one(at % ACCOUNTS))
			.map(|(_, amount)| amount)
			.sum()
	}

	/// All that accounts were paid.
	fn to(&self, is_one: impl Fn(usize) -> bool) -> Balance {
		let pools = [&self.work, &self.contribution, &self.security];
		pools.into_iter().map(|rows| Self::of(rows, &is_one)).sum()
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(4_000))]

	/// Theorem 1, for a coalition of any accounts; jobs of others that it serves are income, not washing.
	#[test]
	fn coalition_should_not_gain_by_its_own_jobs(graph in graph()) {
		let ended = graph.ended();
		let paid = graph.close(ended.iter().map(|(_, job)| job));
		for (paid, points) in paid.work.iter().flatten().zip(paid.points.iter().flatten()) {
			prop_assert!(paid <= points);
		}
		let is_own = |account| graph.is_own(account);
		let (mut spent, mut cut, mut from_others, mut from_own, mut panels) = (0, 0, 0, 0, 0);
		for (own, job) in &ended {
			prop_assert!(job.brings(|_| true) <= job.burned);
			if *own {
				spent += job.burned;
				cut += KAPPA_MAX.mul_ceil(job.burned);
				from_own += job.brings(is_own);
			} else {
				from_others += job.brings(is_own);
			}
			panels += job.panel.iter().filter(|(seat, _)| is_own(*seat)).map(|(_, fee)| fee).sum::<Balance>();
		}
		let received = Paid::of(&paid.work, is_own) + panels;
		prop_assert!(from_own <= spent);
		prop_assert!(received <= spent + from_others);
		// Strictly fewer without seats.
		if panels == 0 && spent > 0 {
			prop_assert!(received < spent + from_others);
			prop_assert!(received <= cut + from_others);
		}
	}

	/// Theorem 2, for a coalition of any accounts and all that they are paid, with the treasury or without. There are
	/// no panels: what one is paid would have to come off the net burn.
	#[test]
	fn coalition_should_end_with_less_when_it_washes(graph in graph()) {
		let ended = graph.ended();
		let with = graph.close(ended.iter().map(|(_, job)| job));
		let without = graph.close(ended.iter().filter(|(own, _)| !own).map(|(_, job)| job));
		for epoch in 0..graph.spans.len() {
			prop_assert!(with.multipliers[epoch] >= without.multipliers[epoch]);
			if with.multipliers[epoch] == without.multipliers[epoch] {
				prop_assert_eq!(with.contribution[epoch], without.contribution[epoch]);
				prop_assert_eq!(with.security[epoch], without.security[epoch]);
				prop_assert_eq!(with.treasury[epoch], without.treasury[epoch]);
			}
		}
		let (mut spent, mut net) = (0, 0);
		for (_, job) in ended.iter().filter(|(own, _)| *own) {
			spent += job.burned;
			net += job.burned - job.entitlements.iter().map(|(_, amount)| amount).sum::<Balance>();
		}
		let is_own = |account| graph.is_own(account);
		let rounded = roundings(&graph.policy, with.scheduled.iter().copied(), graph.coalition.count_ones().into());
		for treasuries in [0, 1] {
			let to_own = |paid: &Paid| paid.to(is_own) + treasuries * paid.treasury.iter().sum::<Balance>();
			let (with, without) = (to_own(&with), to_own(&without));
			prop_assert!(with + lost(&graph.policy, net) <= without + spent + rounded);
			prop_assert!(spent < TOKEN || with < without + spent);
		}
	}

	/// The same work through more accounts: in a job, and in the rows of an epoch.
	#[test]
	fn splitting_should_not_earn_more(
		burn in 1..LIFETIME_CAP,
		kappa in 50..=98u32,
		weights in vec(part(), 2..6),
		quality in part(),
		others in 0..LIFETIME_CAP,
		budget in 0..LIFETIME_CAP,
	) {
		let kappa = Perbill::from_percent(kappa);
		let Ok(shares) = scale_to_one(&weights) else { return Ok(()) };
		let earned = |shares: &[Perbill]| -> Vec<u128> {
			let judged: Vec<_> = shares.iter().map(|&share| Judged { share, quality }).collect();
			settle(burn, 0, &ByRole::default(), kappa, &judged).unwrap().suppliers.iter().map(|pay| pay.entitlement).collect()
		};
		let (one, split) = (earned(&[Perbill::one()]), earned(&shares));
		let received = |earned: &[u128]| -> Balance {
			let total = others + earned.iter().sum::<u128>();
			earned.iter().map(|own| pro_rata(budget.min(total), *own, total)).sum()
		};
		prop_assert!(split.iter().sum::<u128>() <= one[0]);
		prop_assert!(received(&split) <= received(&one));
		// Several jobs instead of one burn no less.
		let three = FixedU128::from_u32(3);
		let facts = PriceFacts { median: three, ema: three, confidence: FixedU128::default(), margin: Perbill::zero() };
		let burn_of = |price| quote(price, Perbill::one(), &facts, three).unwrap().burn;
		prop_assert!(shares.iter().map(|share| burn_of(share.mul_ceil(burn))).sum::<Balance>() >= burn_of(burn));
	}
}

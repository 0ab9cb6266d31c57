//! Fifty consumers, fifty suppliers and a dozen verifiers do what comes into their heads for sixty epochs. Most of it is nonsense and
//! refused; what matters is that every invariant holds after every block, and that in the end nothing is left over.

use crate::{
	chain::{accept, account, approve, attest, key, request, Chain},
	verifiers::{outcomes, Verifiers},
};
use bme_primitives::{
	Balance, BurnCause, ByClass, Class, Debt, EvidenceKind, JobId, JobSpecV1, MintCause, Pool, Roles, SupplierTerms,
	TOKEN, USD,
};
use bme_runtime::{constants::FIAT_ID, AccountId, Assets, Balances, Runtime, RuntimeCall, RuntimeOrigin};
use frame_support::{
	assert_ok,
	traits::{
		fungible::{InspectHold, Mutate},
		tokens::Preservation::Preserve,
	},
	BoundedVec,
};
use pallet_bme::{BurnedTotal, Event, HoldReason, Jobs, MintedTotal};
use pallet_contribution::{Suppliers, Works};
use pallet_conviction_voting::Conviction;
use pallet_verification::{Findings, Panels};
use sp_core::sr25519::Pair;
use sp_runtime::{FixedU128, Perbill};
use std::collections::{BTreeMap, BTreeSet};

const EPOCHS: u32 = 60;
const PEOPLE: usize = 50;

/// SplitMix64: the same run every time.
pub struct Dice(u64);
impl Dice {
	fn roll(&mut self) -> u64 {
		self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
		let mut mixed = self.0;
		mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
		mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
		mixed ^ (mixed >> 31)
	}

	pub fn below(&mut self, end: u64) -> u64 {
		self.roll() % end
	}

	pub fn one_in(&mut self, chances: u64) -> bool {
		self.below(chances) == 0
	}

	pub fn pick<'a, T>(&mut self, among: &'a [T]) -> &'a T {
		&among[self.below(among.len() as u64) as usize]
	}
}

struct People {
	consumers: Vec<Pair>,
	suppliers: Vec<Pair>,
}

impl People {
	/// Tokens and fiat from `//Alice`, and a bond for each supplier.
	fn arrive(chain: &mut Chain) -> Self {
		let group = |name: &str| (0..PEOPLE).map(|i| key(&format!("{name}{i}"))).collect::<Vec<_>>();
		let people = Self {
			consumers: group("Consumer"),
			suppliers: group("Supplier"),
		};
		let alice = account(&key("Alice"));
		chain.with(|| {
			for someone in people.everyone() {
				assert_ok!(<Balances as Mutate<_>>::transfer(
					&alice,
					&account(someone),
					5_000 * TOKEN,
					Preserve
				));
			}
			for consumer in &people.consumers {
				let origin = RuntimeOrigin::signed(alice.clone());
				assert_ok!(Assets::transfer(
					origin,
					FIAT_ID.into(),
					account(consumer).into(),
					1_000 * USD
				));
			}
		});
		let classes = ByClass {
			agent: true,
			inference: true,
			training: true,
		};
		let register = || {
			RuntimeCall::from(pallet_contribution::Call::register {
				bond: 200 * TOKEN,
				classes,
			})
		};
		for result in chain.block(people.suppliers.iter().map(|supplier| (supplier, register())).collect()) {
			assert_ok!(result);
		}
		people
	}

	fn everyone(&self) -> impl Iterator<Item = &Pair> {
		self.consumers.iter().chain(&self.suppliers)
	}

	fn anyone(&self, dice: &mut Dice) -> &Pair {
		if dice.one_in(2) {
			dice.pick(&self.consumers)
		} else {
			dice.pick(&self.suppliers)
		}
	}

	fn find(&self, who: &AccountId) -> Option<&Pair> {
		self.everyone().find(|pair| account(pair) == *who)
	}

	/// Someone and what it does.
	fn act<'a>(&'a self, chain: &mut Chain, dice: &mut Dice) -> (&'a Pair, RuntimeCall) {
		match dice.below(20) {
			0..=3 => self.ask(dice),
			4..=15 => self.go_on(chain, dice),
			16 => (self.anyone(dice), self.payout(chain, dice)),
			17 => self.move_bond(dice),
			18 => self.vote(dice),
			_ => self.give(dice),
		}
	}

	fn ask(&self, dice: &mut Dice) -> (&Pair, RuntimeCall) {
		let payer = dice.pick(&self.consumers);
		let count = 1 + dice.below(3) as usize;
		let mut suppliers: Vec<AccountId> = (0..count).map(|_| account(dice.pick(&self.suppliers))).collect();
		suppliers.dedup();
		let assessor = (count > 1).then(|| account(self.anyone(dice)));
		let whole = Perbill::from_rational(1, suppliers.len() as u32 + u32::from(assessor.is_some()));
		let spec = JobSpecV1 {
			consumer: account(if dice.one_in(4) {
				dice.pick(&self.consumers)
			} else {
				payer
			}),
			class: *dice.pick(&Class::ALL),
			price: USD / 200 + Balance::from(dice.below(20_000_000)),
			suppliers: BoundedVec::truncate_from(
				suppliers
					.into_iter()
					.map(|account| SupplierTerms {
						account,
						min_share: whole,
					})
					.collect(),
			),
			assessor,
			roles: Roles::default(),
			evidence: EvidenceKind::None,
			spec_hash: [3; 32],
			accept_within: 1 + dice.below(10) as u32,
			attest_within: 10,
			max_burn: if dice.one_in(10) { TOKEN } else { Balance::MAX },
		};
		(payer, request(spec))
	}

	/// Some live job goes on, by one of its people or by someone who has no business there.
	fn go_on(&self, chain: &mut Chain, dice: &mut Dice) -> (&Pair, RuntimeCall) {
		let jobs: Vec<_> = chain.with(|| Jobs::<Runtime>::iter().collect());
		if jobs.is_empty() {
			return self.ask(dice);
		}
		let (id, job) = dice.pick(&jobs);
		let terms = dice.pick(&job.spec.suppliers);
		let (who, call) = match dice.below(if job.has_begun() { 12 } else { 6 }) {
			0..=3 if !job.has_begun() => (&terms.account, accept(*id, terms.min_share)),
			4 => (&job.payer, pallet_bme::Call::cancel_job { job: *id }.into()),
			5 => (&job.payer, pallet_bme::Call::settle { job: *id }.into()),
			6 => (
				job.spec.assessor.as_ref().unwrap_or(&terms.account),
				self.assess(*id, job, dice),
			),
			7 => (&terms.account, pallet_contribution::Call::agree { job: *id }.into()),
			8 => (&job.spec.consumer, approve(*id)),
			9 => (
				self.party(job, dice),
				pallet_contribution::Call::dispute { job: *id }.into(),
			),
			_ => (&terms.account, attest(*id)),
		};
		let stranger = dice.one_in(20);
		let who = self
			.find(who)
			.filter(|_| !stranger)
			.unwrap_or_else(|| self.anyone(dice));
		(who, call)
	}

	/// A party that may have something against how the job would end.
	fn party<'a>(&self, job: &'a pallet_bme::Job<AccountId>, dice: &mut Dice) -> &'a AccountId {
		if dice.one_in(2) {
			&job.spec.consumer
		} else {
			&dice.pick(&job.spec.suppliers).account
		}
	}

	fn assess(&self, job: JobId, of: &pallet_bme::Job<AccountId>, dice: &mut Dice) -> RuntimeCall {
		let minima = of
			.spec
			.suppliers
			.iter()
			.map(|terms| terms.min_share.deconstruct())
			.collect::<Vec<_>>();
		let mut shares = minima.clone();
		let rest = Perbill::one().deconstruct().saturating_sub(minima.iter().sum());
		let favourite = dice.below(shares.len() as u64) as usize;
		shares[favourite] += if dice.one_in(8) { rest / 2 } else { rest };
		let shares = BoundedVec::truncate_from(shares.into_iter().map(Perbill::from_parts).collect());
		pallet_contribution::Call::assess { job, shares }.into()
	}

	fn payout(&self, chain: &mut Chain, dice: &mut Dice) -> RuntimeCall {
		let account = account(self.anyone(dice));
		if dice.one_in(4) {
			let debt = *dice.pick(&[Debt::Fiat, Debt::Tokens(Pool::Work), Debt::Tokens(Pool::Security)]);
			return pallet_bme::Call::claim_owed { account, debt }.into();
		}
		let epoch = dice.below(u64::from(chain.epoch()) + 1) as u32;
		pallet_bme::Call::payout {
			account,
			epochs: BoundedVec::truncate_from(vec![epoch, epoch]),
		}
		.into()
	}

	fn move_bond(&self, dice: &mut Dice) -> (&Pair, RuntimeCall) {
		let amount = Balance::from(dice.below(200)) * TOKEN;
		let call = match dice.below(3) {
			0 => pallet_contribution::Call::bond_extra { amount },
			1 => pallet_contribution::Call::unbond { amount },
			_ => pallet_contribution::Call::withdraw_unbonded {},
		};
		(dice.pick(&self.suppliers), call.into())
	}

	/// Lock all but a little.
	fn vote(&self, dice: &mut Dice) -> (&Pair, RuntimeCall) {
		let to = account(dice.pick(&self.suppliers)).into();
		let balance = Balance::from(dice.below(4_900)) * TOKEN;
		let call = pallet_conviction_voting::Call::delegate {
			class: 0,
			to,
			conviction: Conviction::Locked1x,
			balance,
		};
		(self.anyone(dice), call.into())
	}

	/// Sometimes to an account that is not there, so that dust and deposits come up.
	fn give(&self, dice: &mut Dice) -> (&Pair, RuntimeCall) {
		let dest = if dice.one_in(2) {
			AccountId::new([dice.below(9) as u8; 32])
		} else {
			account(self.anyone(dice))
		};
		let value = TOKEN / 2_000 + Balance::from(dice.below(1_000)) * TOKEN / 1_000;
		let call = pallet_balances::Call::transfer_allow_death {
			dest: dest.into(),
			value,
		};
		(self.anyone(dice), call.into())
	}
}

/// The ledger as the events tell it.
fn ledger_of_events(chain: &Chain) -> (BTreeMap<BurnCause, Balance>, BTreeMap<MintCause, Balance>) {
	let (mut burned, mut minted) = (BTreeMap::new(), BTreeMap::new());
	for (cause, amount) in chain.bme_said(|event| match event {
		Event::Burned { cause, amount } => Some((*cause, *amount)),
		_ => None,
	}) {
		*burned.entry(cause).or_default() += amount;
	}
	for (cause, amount) in chain.bme_said(|event| match event {
		Event::Minted { cause, amount, .. } => Some((*cause, *amount)),
		_ => None,
	}) {
		*minted.entry(cause).or_default() += amount;
	}
	(burned, minted)
}

/// The endings that jobs came to.
fn endings(chain: &Chain) -> BTreeSet<&'static str> {
	let ending = |event: &Event<Runtime>| match event {
		Event::JobCancelled { .. } => Some("cancelled"),
		Event::JobLapsed { .. } => Some("lapsed"),
		Event::JobSettled { .. } => Some("settled"),
		Event::JobFailed { .. } => Some("failed"),
		Event::SupplierForfeited { .. } => Some("forfeited"),
		Event::PaidOut { .. } => Some("paid out"),
		_ => None,
	};
	chain.bme_said(ending).into_iter().collect()
}

#[test]
fn invariants_should_hold_when_everybody_acts_at_random() {
	let mut dice = Dice(2_026);
	let mut chain = Chain::new();
	let people = People::arrive(&mut chain);
	let verifiers = Verifiers::arrive(&mut chain);

	let mut accepted = 0;
	while chain.epoch() < EPOCHS {
		let mut actions: Vec<_> = (0..dice.below(60)).map(|_| people.act(&mut chain, &mut dice)).collect();
		actions.extend((0..dice.below(20)).map(|_| verifiers.act(&mut chain, &mut dice)));
		accepted += chain.block(actions).iter().filter(|result| result.is_ok()).count();
		if dice.one_in(30) {
			verifiers.govern(&mut chain, &mut dice);
		}
		if dice.one_in(8) {
			chain.feed(FixedU128::from_rational(30 + u128::from(dice.below(60)), 100));
		}
		if dice.one_in(40) {
			chain.stop(dice.below(30));
		}
	}
	let settled = chain
		.bme_said(|event| matches!(event, Event::JobSettled { .. }).then_some(()))
		.len();
	assert!(
		accepted > 1_500 && settled > 100,
		"{accepted} calls were accepted and {settled} jobs settled: too few to tell"
	);

	assert_eq!(
		endings(&chain),
		BTreeSet::from(["cancelled", "failed", "forfeited", "lapsed", "paid out", "settled"])
	);
	assert_eq!(
		outcomes(&chain),
		BTreeSet::from([
			"bond lost",
			"bond returned",
			"changed",
			"confirmed",
			"disputed",
			"disputed with shares",
			"drawn again",
			"drawn by lots",
			"far off",
			"hung",
			"panel paid",
			"seat left",
			"seat taken",
			"silent",
			"stands",
			"wrong on a ringer",
		])
	);

	// Every job ends by itself, the slowest after three panels of training, and what ended leaves nothing behind.
	chain.blocks(1_500);
	chain.with(|| {
		assert_eq!(Jobs::<Runtime>::iter().count(), 0);
		assert_eq!(Works::<Runtime>::iter().count(), 0);
		assert_eq!(
			Panels::<Runtime>::iter().count() + Findings::<Runtime>::iter().count(),
			0
		);
		assert!(pallet_verification::Verifiers::<Runtime>::iter_values().all(|verifier| verifier.engaged == 0));
		assert!(Suppliers::<Runtime>::iter_values().all(|supplier| supplier.liabilities == 0));
		for someone in people.everyone() {
			assert_eq!(
				Balances::balance_on_hold(&HoldReason::JobBurn.into(), &account(someone)),
				0
			);
		}
	});
	let told = ledger_of_events(&chain);
	chain.with(|| {
		assert_eq!(
			told,
			(
				BurnedTotal::<Runtime>::iter().collect(),
				MintedTotal::<Runtime>::iter().collect()
			)
		);
	});
}

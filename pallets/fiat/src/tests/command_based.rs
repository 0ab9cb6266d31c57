//! Random histories of members, owners and jobs, against a ledger kept beside; every invariant after each step.

use super::mock::*;
use bme_primitives::{Balance, YoungLot, USD};
use frame_support::assert_ok;
use std::collections::BTreeSet;

/// A small generator of random numbers: the same history every time.
struct Dice(u64);

impl Dice {
	fn below(&mut self, end: u64) -> u64 {
		self.0 ^= self.0 << 13;
		self.0 ^= self.0 >> 7;
		self.0 ^= self.0 << 17;
		self.0 % end
	}
}

const OWNERS: [AccountId; 4] = [ALICE, BOB, CHARLIE, STRANGER];
const MEMBERS: [AccountId; 3] = [ONE, TWO, THREE];

fn history(seed: u64, steps: u32) {
	new_test_ext().execute_with(|| {
		let mut dice = Dice(seed);
		let mut now = START;
		let mut jobs: Vec<YoungLot> = Vec::new();
		let mut paid = 0;
		let mut ended = BTreeSet::new();
		block_at(now);
		for _ in 0..steps {
			let owner = OWNERS[dice.below(4) as usize];
			let member = MEMBERS[dice.below(3) as usize];
			let provider = 1 + dice.below(2) as u16;
			match dice.below(12) {
				0..=3 => {
					// Members see the same payments, most of the time alike.
					let index = dice.below(60);
					let mut seen = receipt(provider, index, Balance::from(1 + index) * 7 * USD);
					seen.paid_at = START + index * HOUR;
					seen.beneficiary = OWNERS[index as usize % 4];
					if dice.below(20) == 0 {
						seen.amount += 1;
					}
					assert_ok!(attest(member, &[seen]));
				}
				4 => {
					let _ = reverse(member, key(provider, dice.below(60)));
				}
				5 => {
					let _ = redeem(owner, USD + Balance::from(dice.below(50 * USD as u64)));
				}
				6 => {
					let id = dice.below(40);
					let _ = claim(member, id);
					if confirm(member, id).is_ok() && !crate::Redemptions::<Test>::contains_key(id) {
						assert!(ended.insert(id), "a redemption is paid once");
						paid += 1;
					}
				}
				7 => {
					let _ = reject(member, dice.below(40));
				}
				8 => jobs.extend(take(owner, Balance::from(dice.below(100)) * USD)),
				9 if !jobs.is_empty() => {
					let lot = jobs.swap_remove(dice.below(jobs.len() as u64) as usize);
					let worth = give(owner, lot);
					assert!(worth == lot.amount || worth == 0);
				}
				10 => {
					let _ = signed(owner, crate::Call::cover_deficit { provider, amount: USD });
				}
				_ => {
					now += dice.below(DAY);
					block_at(now);
				}
			}
			assert_ok!(Fiat::do_try_state());
		}
		// What jobs have is what is held beside the rows.
		let in_jobs: Balance = jobs
			.iter()
			.filter(|lot| crate::Receipts::<Test>::get(lot.receipt).is_some_and(|record| !record.void))
			.map(|lot| lot.amount)
			.sum();
		let live = |key| crate::Receipts::<Test>::get(key).is_some_and(|record: crate::ReceiptRecord<_>| !record.void);
		let rows: Balance = crate::Young::<Test>::iter()
			.filter(|(_, key, _)| live(*key))
			.map(|(_, _, amount)| amount)
			.sum();
		let held: Balance = crate::Receipts::<Test>::iter_values().map(|record| record.held).sum();
		assert_eq!(held, rows + in_jobs);

		// A hundred days later everything has ended but what somebody claimed and nobody decided.
		for lot in jobs {
			give(ALICE, lot);
		}
		for provider in [CARD, TRANSFER] {
			crate::Providers::<Test>::mutate(|all| all.get_mut(&provider).unwrap().deficit = 0);
		}
		for day in 0..100 {
			run_to(now + day * DAY);
		}
		assert_eq!(crate::Young::<Test>::iter().count(), 0);
		assert_eq!(crate::Receipts::<Test>::iter().count(), 0);
		assert_eq!(crate::Statements::<Test>::iter().count(), 0);
		assert_eq!(crate::Reversals::<Test>::iter().count(), 0);
		assert_eq!(crate::Agenda::<Test>::iter().count(), 0);
		assert_eq!(crate::Queue::<Test>::iter().count(), 0);
		assert!(crate::Redemptions::<Test>::iter_values().all(|one| one.claimed_by.is_some()));
		assert!(paid > 0, "some redemption was paid");
		assert_ok!(Fiat::do_try_state());
	});
}

#[test]
fn history_should_hold_every_invariant_when_random() {
	for seed in 1..=3 {
		history(seed * 0x9E37_79B9, 1_500);
	}
}

//! Epochs close by themselves, whatever happens around them.

use crate::chain::{account, key, Chain};
use bme_economics::DAY;
use bme_primitives::{apis::PriceCondition, Balance, Moment, TOKEN};
use bme_runtime::{constants::SLOT, Balances, Price, Runtime};
use frame_support::traits::fungible::Inspect;
use pallet_bme::{CurrentEpoch, Event, MintedTotal};
use sp_runtime::Perbill;

/// An epoch of the development chain, milliseconds.
const LENGTH: Moment = 60_000;
/// Its slots.
const SLOTS: u64 = LENGTH / SLOT;

#[derive(Debug, PartialEq)]
struct Closed {
	epoch: u32,
	elapsed: Moment,
	scheduled: Balance,
	security: Balance,
	next_start: Moment,
}

fn closed(chain: &Chain) -> Vec<Closed> {
	chain.bme_said(|event| match event {
		Event::EpochClosed {
			epoch,
			elapsed,
			scheduled,
			minted,
			next_start,
			..
		} => Some(Closed {
			epoch: *epoch,
			elapsed: *elapsed,
			scheduled: *scheduled,
			security: minted.security,
			next_start: *next_start,
		}),
		_ => None,
	})
}

/// The Security pool's budget of what was scheduled.
fn security_budget(scheduled: Balance) -> Balance {
	Perbill::from_percent(20).mul_floor(scheduled)
}

#[test]
fn epoch_should_close_when_nothing_happens_in_it() {
	let mut chain = Chain::new();
	chain.blocks(SLOTS as u32);
	chain.with(|| {
		assert_eq!(
			MintedTotal::<Runtime>::iter().count(),
			0,
			"nothing is minted before an epoch ends"
		)
	});

	chain.blocks(1);
	let closed = closed(&chain);
	assert_eq!(closed.len(), 1);
	assert_eq!((closed[0].epoch, closed[0].elapsed), (0, LENGTH));
	// Blocks are all that anybody did, and there was one in every slot.
	assert_eq!(closed[0].security, security_budget(closed[0].scheduled));
}

#[test]
fn epoch_should_close_when_the_price_is_stale() {
	let mut chain = Chain::new();
	chain.blocks(1);
	chain.stop(70 * SLOTS);
	chain.blocks(2);
	chain.with(|| assert_eq!(Price::price_view().condition, PriceCondition::Stale));

	let before = closed(&chain).len();
	chain.blocks(SLOTS as u32);
	assert_eq!(closed(&chain).len(), before + 1);
}

#[test]
fn epoch_should_close_once_when_the_chain_stood_still_for_ten() {
	let mut chain = Chain::new();
	chain.blocks(1);
	let start = chain.with(|| CurrentEpoch::<Runtime>::get().expect("an epoch is open").start);
	let author = account(&key("Alice//stash"));
	let before = chain.with(|| Balances::total_balance(&author));

	// The first block after the stop begins a session, which leaves no weight for anything else; the second closes.
	chain.stop(10 * SLOTS);
	chain.blocks(2);
	let first = closed(&chain);
	assert_eq!(first.len(), 1);
	// Two lengths of schedule, no more; the next epoch begins on the grid.
	assert_eq!(
		(first[0].epoch, first[0].elapsed, first[0].next_start),
		(0, 2 * LENGTH, start + 10 * LENGTH)
	);
	// Three blocks of the twenty that these two lengths expect earn three twentieths of the budget; the rest is not minted.
	let share = security_budget(first[0].scheduled) * 3 / 20;
	assert_eq!(first[0].security, share);
	chain.with(|| assert_eq!(Balances::total_balance(&author) - before, share));

	// From here on as always.
	chain.blocks(SLOTS as u32);
	let second = closed(&chain);
	assert_eq!(second.len(), 2);
	assert_eq!((second[1].epoch, second[1].elapsed), (1, LENGTH));
}

/// The breaker: whatever went wrong before, a stopped chain that comes back mints no more than five days of schedule in
/// one, pays what it may, and goes on.
#[test]
fn epoch_should_mint_no_more_than_the_breaker_allows_when_a_mistake_minted_before_a_stop() {
	let mut chain = Chain::new();
	chain.blocks(SLOTS as u32 + 2);
	let honest = closed(&chain)[0].scheduled;
	let room = TOKEN;
	chain.with(|| {
		CurrentEpoch::<Runtime>::mutate(|epoch| {
			let emission = &mut epoch.as_mut().expect("an epoch is open").emission;
			emission.recent_scheduled = 0;
			// Two lengths fade a part of it away; what remains leaves room for one token.
			let left = 5 * 2 * honest - room;
			emission.recent_minted = left * u128::from(DAY) / u128::from(DAY - 2 * LENGTH);
		});
	});
	let minted = |chain: &mut Chain| {
		chain.with(|| {
			MintedTotal::<Runtime>::iter()
				.map(|(_, amount)| amount)
				.sum::<Balance>()
		})
	};
	let before = minted(&mut chain);
	chain.stop(10 * SLOTS);
	chain.blocks(2);
	let second = &closed(&chain)[1];
	assert_eq!(second.elapsed, 2 * LENGTH);
	// To the token: schedules, pools and the fading are each rounded.
	let admitted = minted(&mut chain) - before;
	assert!((room - 20..=room + 20).contains(&admitted), "{admitted}");

	// The next epoch has the room of its own schedule again, which is five times what it can ask for.
	chain.blocks(2 * SLOTS as u32);
	let third = &closed(&chain)[2];
	assert!(third.security > security_budget(third.scheduled) / 2);
}

use super::mock::*;
use crate::{Current, Feeds, KnownPrice, NextPoll, PriceCondition};
use bme_primitives::PriceSource;
use frame_support::{traits::Hooks, weights::WeightMeter};
use sp_runtime::{FixedU128, Perbill};

#[test]
fn price_should_be_the_median_when_a_quorum_fed() {
	build_and_execute(|| {
		feed_all(&[502_000, 499_000, 503_000]);
		assert_eq!(
			Current::<Test>::get(),
			Some(KnownPrice {
				price: micros(502_000),
				median: micros(502_000),
				average: cents(50),
				confidence: micros(1_000),
				observed_at: START,
				updated_at: START + MINUTE,
				condition: PriceCondition::Fresh,
			})
		);
		assert_eq!(updates(), vec![(cents(50), micros(502_000), micros(502_000))]);
	});
}

#[test]
fn price_should_be_the_mean_of_the_middle_two_when_four_fed() {
	build_and_execute(|| {
		feed_all(&[502_000, 499_000, 504_000, 500_000]);
		assert_eq!(known().price, micros(501_000));
	});
}

#[test]
fn outlier_should_be_dropped_when_a_quorum_agrees_without_it() {
	build_and_execute(|| {
		feed_all(&[502_000, 499_000, 503_000, 1]);
		// Of all: the middle is 500,500; of the three that agree, 502,000.
		assert_eq!(known().median, micros(502_000));
		feed_all(&[500_000, 500_000, 500_000, 520_000, 9_000_000]);
		assert_eq!(known().median, cents(50));
	});
}

#[test]
fn price_should_not_move_when_fewer_agree_than_the_quorum() {
	build_and_execute(|| {
		for prices in [
			&[510_000, 511_000][..],
			&[500_000, 501_000, 600_000],
			&[400_000, 500_000, 600_000, 700_000],
		] {
			feed_all(prices);
			Members::set(vec![]);
			// What was fed leaves with its feeders.
			block_at(now() + MINUTE);
			Members::set(vec![1, 2, 3, 4, 5]);
		}
		assert_eq!(known(), at_rest(START, START));
		assert!(updates().is_empty());
	});
}

#[test]
fn price_should_move_when_the_quorum_is_reached_over_several_blocks() {
	build_and_execute(|| {
		for who in 1..=3 {
			assert!(updates().is_empty());
			feed_at(who, micros(510_000), now());
			block_at(now() + MINUTE);
		}
		assert_eq!(updates(), vec![(cents(50), micros(510_000), micros(510_000))]);
	});
}

#[test]
fn price_should_follow_by_steps_when_the_median_is_far() {
	build_and_execute(|| {
		feed_all(&[1_000_000; 3]);
		let eleventh = |inner: u128| inner / 11;
		let first = FixedU128::from_inner(cents(50).into_inner() + eleventh(cents(50).into_inner()));
		assert_eq!((known().price, known().median), (first, cents(100)));
		feed_all(&[1_000; 3]);
		let second = FixedU128::from_inner(first.into_inner() - eleventh(first.into_inner()));
		assert_eq!((known().price, known().median), (second, micros(1_000)));
	});
}

#[test]
fn price_should_reach_the_median_when_it_is_fed_long_enough() {
	build_and_execute(|| {
		(0..9).for_each(|_| feed_all(&[1_000_000; 3]));
		assert_eq!(known().price, cents(100));
	});
}

#[test]
fn step_should_be_that_of_a_minute_when_nothing_was_fed_for_an_hour() {
	build_and_execute(|| {
		block_at(START + HOUR);
		feed_all(&[1_000_000; 3]);
		let step = cents(50).into_inner() / 11;
		assert_eq!(known().price.into_inner(), cents(50).into_inner() + step);
	});
}

#[test]
fn average_should_follow_with_its_time_when_the_price_moved() {
	build_and_execute(|| {
		// Steps of a minute each: the price is 0.501 from the next block on.
		feed_all(&[501_000; 3]);
		assert_eq!(known().average, cents(50));
		block_at(now() + HOUR - MINUTE);
		round(&[501_000; 3], MINUTE);
		// e⁻¹ of the distance of 0.001 is left.
		assert_eq!(
			known().average.into_inner(),
			501_000_000_000_000_000 - 367_879_441_171_442
		);
	});
}

#[test]
fn average_should_be_the_first_price_when_there_was_none() {
	with_price(None, || {
		feed_all(&[700_000; 3]);
		assert_eq!((known().price, known().average), (cents(70), cents(70)));
		assert_eq!(updates(), vec![(cents(0), cents(70), cents(70))]);
	});
}

#[test]
fn price_should_be_the_same_when_feeders_feed_in_another_order() {
	let outcome = |order: [usize; 5]| {
		let prices = [499_000, 500_000, 502_000, 503_000, 900_000];
		let mut state = None;
		build_and_execute(|| {
			order
				.iter()
				.for_each(|&i| feed_at(i as u64 + 1, micros(prices[i]), now()));
			block_at(now() + MINUTE);
			state = Some((known(), crate::Standings::<Test>::get()));
		});
		state
	};
	let first = outcome([0, 1, 2, 3, 4]);
	for order in [[4, 3, 2, 1, 0], [2, 0, 4, 1, 3], [1, 4, 0, 3, 2]] {
		assert_eq!(outcome(order), first);
	}
}

#[test]
fn feed_should_not_count_when_it_grew_too_old_before_the_quorum() {
	build_and_execute(|| {
		feed_at(1, micros(501_000), now());
		feed_at(2, micros(501_000), now());
		block_at(START + MAX_AGE);
		feed_at(3, micros(501_000), now());
		block_at(START + MAX_AGE + 1);
		assert!(updates().is_empty());
		assert_eq!(Feeds::<Test>::get().len(), 1);
	});
}

#[test]
fn feed_should_count_when_it_is_exactly_as_old_as_it_may_be() {
	build_and_execute(|| {
		feed_at(1, micros(501_000), now());
		feed_at(2, micros(501_000), now());
		block_at(START + MAX_AGE - 1);
		feed_at(3, micros(501_000), now());
		block_at(START + MAX_AGE);
		assert_eq!(known().median, micros(501_000));
	});
}

#[test]
fn feed_should_not_count_when_its_feeder_was_removed() {
	build_and_execute(|| {
		(1..=3).for_each(|who| feed_at(who, micros(501_000), now()));
		Members::set(vec![2, 3, 4]);
		block_at(START + SECOND);
		assert!(updates().is_empty());
		assert_eq!(Feeds::<Test>::get().keys().copied().collect::<Vec<_>>(), vec![2, 3]);
		assert_eq!(Price::price_view().fresh_feeds, 2);
	});
}

#[test]
fn price_should_be_refreshed_without_an_event_when_the_median_is_the_same() {
	build_and_execute(|| {
		block_at(START + MINUTE);
		feed_all(&[500_000; 3]);
		assert_eq!(known(), at_rest(START + MINUTE, START + 2 * MINUTE));
		assert!(updates().is_empty());
	});
}

#[test]
fn poll_should_do_nothing_when_nothing_was_fed() {
	build_and_execute(|| {
		feed_all(&[500_000, 501_000, 502_000]);
		let root = sp_io::storage::root(sp_runtime::StateVersion::V1);
		Price::on_poll(System::block_number(), &mut WeightMeter::new());
		assert_eq!(sp_io::storage::root(sp_runtime::StateVersion::V1), root);
	});
}

#[test]
fn poll_should_wait_when_the_block_has_no_weight_left() {
	build_and_execute(|| {
		block_at(START + MINUTE);
		(1..=3).for_each(|who| feed_at(who, micros(510_000), now()));
		let idle = <() as crate::WeightInfo>::poll_idle();
		for limit in [Default::default(), idle] {
			Price::on_poll(System::block_number(), &mut WeightMeter::with_limit(limit));
			assert!(updates().is_empty());
			assert_eq!(NextPoll::<Test>::get(), 0);
		}
		Price::on_poll(System::block_number(), &mut WeightMeter::new());
		assert_eq!(updates().len(), 1);
	});
}

#[test]
fn facts_should_hold_the_lower_of_price_and_median_when_the_price_is_on_its_way() {
	build_and_execute(|| {
		feed_all(&[1_000_000; 3]);
		let facts = Price::facts().unwrap();
		assert_eq!((facts.median, facts.ema), (known().price, cents(50)));
		assert_eq!((facts.confidence, facts.margin), (cents(0), Perbill::zero()));

		feed_all(&[100_000; 3]);
		assert!(known().price > cents(49));
		assert_eq!(Price::facts().unwrap().cautious(), cents(10));
		assert_eq!(Price::price_view().cautious, cents(10));
	});
}

mod standings {
	use super::*;
	use crate::{Standing, Standings};

	fn standing(who: u64) -> Standing {
		Standings::<Test>::get().get(&who).copied().unwrap_or_default()
	}

	#[test]
	fn feeder_should_be_counted_when_it_is_absent_or_an_outlier() {
		build_and_execute(|| {
			// The first block is a round too, in which everybody is absent.
			let before = Standing {
				rounds: 1,
				absent: 1,
				outliers: 0,
			};
			(1..=5).for_each(|who| assert_eq!(standing(who), before));
			feed_all(&[500_000, 500_000, 500_000, 900_000]);
			for (who, absent, outliers) in [(1, 1, 0), (2, 1, 0), (3, 1, 0), (4, 1, 1), (5, 2, 0)] {
				let expected = Standing {
					rounds: 2,
					absent,
					outliers,
				};
				assert_eq!(standing(who), expected, "feeder {who}");
			}
		});
	}

	#[test]
	fn feeder_should_be_forgotten_when_it_is_removed() {
		build_and_execute(|| {
			Members::set(vec![2, 3, 4, 5, 6]);
			feed_at(2, cents(50), now());
			block_at(START + SECOND);
			assert!(!Standings::<Test>::get().contains_key(&1));
			let new = Standing {
				rounds: 1,
				absent: 1,
				outliers: 0,
			};
			assert_eq!(standing(6), new);
		});
	}

	#[test]
	fn view_should_show_every_feeder_when_some_feed() {
		build_and_execute(|| {
			feed_all(&[500_000, 500_000, 500_000, 900_000]);
			let view = Price::feeders_view();
			assert_eq!(
				view.iter().map(|row| row.feeder).collect::<Vec<_>>(),
				vec![1, 2, 3, 4, 5]
			);
			assert_eq!(view[3].feed.map(|feed| feed.price), Some(cents(90)));
			assert_eq!((view[3].rounds, view[3].absent, view[3].outliers), (2, 1, 1));
			assert_eq!((view[4].feed, view[4].absent), (None, 2));
			// Too old to count, though it is still stored.
			block_at(START + MAX_AGE + 1);
			assert_eq!(Price::feeders_view()[3].feed, None);
		});
	}
}

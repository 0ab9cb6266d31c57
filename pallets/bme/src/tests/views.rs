//! What the runtime APIs show.

use super::*;
use bme_primitives::apis::{JobStage, QuoteError};

#[test]
fn quote_view_should_be_what_a_request_then_holds_when_the_price_is_fresh() {
	build_and_execute(|| {
		let quote = Bme::quote_view(Class::Agent, 10 * USD).unwrap();
		let job = requested(ALICE, spec());
		assert_eq!(crate::Jobs::<Test>::get(job).unwrap().quote, quote);
	});
}

#[test]
fn quote_view_should_say_why_when_there_is_no_quote() {
	build_and_execute(|| {
		let quote = |price| Bme::quote_view(Class::Agent, price).unwrap_err();
		assert_eq!(quote(USD / 100 - 1), QuoteError::PriceTooLow);
		assert_eq!(quote(1_000_000 * USD + 1), QuoteError::PriceTooHigh);
		Facts::set(&None);
		assert_eq!(quote(USD), QuoteError::PriceStale);
		Facts::set(&Some(facts(0.0, 0.0, 0.0, 0)));
		Policy::<Test>::mutate_extant(|policy| policy.floor_price = FixedU128::from_u32(0));
		assert_eq!(quote(USD), QuoteError::Overflow);
		Policy::<Test>::kill();
		assert_eq!(quote(USD), QuoteError::NoPolicy);
	});
}

#[test]
fn job_view_should_show_the_stage_when_the_job_lives() {
	build_and_execute(|| {
		let job = requested(EVE, spec());
		let view = Bme::job_view(job).unwrap();
		assert_eq!((view.stage, view.accepted), (JobStage::Requested, vec![false]));
		assert_eq!(
			(view.payer, view.burn, view.fiat, view.liability),
			(EVE, BURN, PAID, LIABILITY)
		);

		assert_ok!(accept_job(BOB, job, Perbill::one()));
		let view = Bme::job_view(job).unwrap();
		assert_eq!(
			(view.stage, view.accepted, view.due),
			(JobStage::Working, vec![true], 200)
		);

		assert_ok!(judged(job, verdict([(100, 100)])));
		assert_eq!(Bme::job_view(job), None);
	});
}

#[test]
fn epoch_views_should_show_the_open_and_the_closed_epoch_when_one_closed() {
	build_and_execute(|| {
		assert_eq!((Bme::epoch_view().start, Bme::epoch_view().length), (0, 0));
		block_at(0);
		credit(0, Pool::Work, BOB, TOKEN);
		assert_eq!(Bme::epoch_view().points.work, TOKEN);
		assert_eq!(Bme::epoch_record_view(0), None);
		close_epoch();

		assert_eq!((Bme::epoch_view().index, Bme::epoch_view().points.work), (1, 0));
		let record = Bme::epoch_record_view(0).unwrap();
		assert_eq!(
			(record.minted.work, record.paid.work, record.points.work),
			(TOKEN, 0, TOKEN)
		);
	});
}

#[test]
fn supply_view_should_add_up_when_tokens_were_burned_and_minted() {
	build_and_execute(|| {
		block_at(0);
		let job = begun(ALICE, spec());
		assert_ok!(judged(job, verdict([(100, 100)])));
		close_epoch();

		let supply = Bme::supply_view();
		assert_eq!(supply.burned, vec![(BurnCause::Job(Class::Agent), BURN)]);
		let minted: Balance = supply.minted.iter().map(|(_, amount)| amount).sum();
		assert_eq!(supply.issuance, supply.genesis + minted - BURN);
	});
}

//! What a panel finds: worked examples.

use bme_economics::*;

fn percents(parts: &[u32]) -> Vec<Perbill> {
	parts.iter().map(|part| Perbill::from_percent(*part)).collect()
}

#[test]
fn median_should_be_of_each_column_when_rows_are_equally_long() {
	let rows = [percents(&[10, 90]), percents(&[20, 80]), percents(&[30, 10])];
	assert_eq!(median_of_each(&rows), Some(percents(&[20, 80])));
	assert_eq!(median_of_each(&rows[..2]), Some(percents(&[10, 80])));
	assert_eq!(median_of_each(&[]), None);
	assert_eq!(median_of_each(&[percents(&[1]), percents(&[1, 2])]), None);
}

#[test]
fn shares_should_divide_what_the_minima_leave_when_a_panel_states_them() {
	let minima = percents(&[20, 20, 10]);
	// Above the minima: 20, 0 and 20. Half of one is left.
	assert_eq!(
		shares_of_panel(&minima, &percents(&[40, 15, 30])),
		Ok(percents(&[45, 20, 35]))
	);
	// Nothing is above: the minima, scaled.
	assert_eq!(
		shares_of_panel(&minima, &percents(&[0, 0, 0])),
		Ok(percents(&[40, 40, 20]))
	);
	// The minima are all of it.
	assert_eq!(
		shares_of_panel(&percents(&[60, 40]), &percents(&[0, 100])),
		Ok(percents(&[60, 40]))
	);
	assert_eq!(
		shares_of_panel(&percents(&[0]), &percents(&[0])),
		Err(Error::SharesZero)
	);
	// Thirds: the first takes the rest.
	let thirds = shares_of_panel(&percents(&[0, 0, 0]), &percents(&[9, 9, 9])).unwrap();
	assert_eq!(thirds[0].deconstruct(), 333_333_334);
	assert_eq!(thirds[2].deconstruct(), 333_333_333);
}

#[test]
fn shares_should_fit_when_none_is_below_its_minimum_and_they_are_one() {
	let minima = percents(&[20, 20]);
	assert!(shares_fit(&minima, &percents(&[20, 80])));
	assert!(!shares_fit(&minima, &percents(&[19, 81])));
	assert!(!shares_fit(&minima, &percents(&[20, 79])));
	assert!(!shares_fit(&minima, &percents(&[100])));
}

#[test]
fn chance_should_fall_with_accuracy_and_with_a_small_burn() {
	let [known, unknown] = [2, 25].map(Perbill::from_percent);
	let chance = |accuracy, burn| sampling_chance(known, unknown, Perbill::from_percent(accuracy), burn, 100);
	assert_eq!(chance(100, 100), known);
	assert_eq!(chance(0, 100), unknown);
	assert_eq!(chance(0, 1_000), unknown);
	assert_eq!(chance(50, 100), Perbill::from_parts(135_000_000));
	assert_eq!(chance(0, 10), Perbill::from_percent(10));
	assert_eq!(chance(100, 1), Perbill::from_percent(1));
	assert_eq!(chance(0, 0), Perbill::zero());
	// No least burn: every job counts whole.
	assert_eq!(sampling_chance(known, unknown, Perbill::zero(), 0, 0), unknown);
}

#[test]
fn accuracy_should_forget_slowly_when_verdicts_follow() {
	let good = Perbill::one();
	let bad = accuracy_after(good, Perbill::zero(), 100, 100);
	assert_eq!(bad, Perbill::from_parts(875_000_000));
	assert_eq!(accuracy_after(bad, good, 500, 100), Perbill::from_parts(890_625_000));
}

#[test]
fn accuracy_should_be_learned_slowly_when_jobs_are_small() {
	let [nothing, good] = [Perbill::zero(), Perbill::one()];
	assert_eq!(
		accuracy_after(nothing, good, 100, 100),
		Perbill::from_parts(125_000_000)
	);
	assert_eq!(accuracy_after(nothing, good, 1, 100), Perbill::from_parts(1_250_000));
	assert_eq!(accuracy_after(nothing, good, 0, 100), nothing);
	// No least burn: every job counts whole.
	assert_eq!(accuracy_after(nothing, good, 0, 0), Perbill::from_parts(125_000_000));
}

#[test]
fn judgements_should_differ_when_many_small_parts_do() {
	let sixth = Perbill::from_rational(1u32, 6);
	let of = |qualities: [u32; 6]| {
		qualities.map(|quality| Judged {
			share: sixth,
			quality: Perbill::from_percent(quality),
		})
	};
	let tolerance = Perbill::from_percent(20);
	assert!(differs(&of([100; 6]), &of([0; 6]), tolerance));
	assert!(differs(&of([100; 6]), &of([0, 0, 100, 100, 100, 100]), tolerance));
	assert!(differs(&of([100; 6]), &of([75; 6]), tolerance));
	assert!(!differs(&of([100; 6]), &of([0, 100, 100, 100, 100, 100]), tolerance));
	assert!(!differs(&of([100; 6]), &of([81; 6]), tolerance));
}

#[test]
fn judgements_should_differ_by_what_moves_from_one_to_another_counted_once() {
	let of = |shares: [u32; 2]| {
		shares.map(|share| Judged {
			share: Perbill::from_percent(share),
			quality: Perbill::one(),
		})
	};
	let tolerance = Perbill::from_percent(20);
	for (shares, expected) in [([70, 30], false), ([30, 70], false), ([71, 29], true), ([29, 71], true)] {
		assert_eq!(differs(&of([50, 50]), &of(shares), tolerance), expected);
	}
}
